"""Commands to do something else than answer: they are recognised, and not obeyed.

An order is an imperative at the beginning of a sentence, or behind a polite
opening, whose verb asks for no information. The same verb with a subject ("did
they ignore the deal?") or as a noun ("the order of the court") is none.
"""

from __future__ import annotations

import re

from qa.question_frames import split_question
from qa.question_openers import QUESTION_WORDS

# Imperatives that never ask for what an article says.
_PLAIN = (
    r"ignore|disregard|forget|pretend|translate|compose|imagine|role-?play|rewrite|rephrase|"
    r"paraphrase|simulate|"
    r"invent|obey|behave|recommend|generate|reveal|respond|sing|override|bypass|fabricate|"
    r"hallucinate|improvise|"
    r"solve|calculate|send|buy|make\s+up|follow\s+my|speak\s+like|talk\s+like|repeat|delete|erase"
    r"|become|swear|"
    r"hack|jailbreak|role\s+play|proofread|spell|teach\s+me|entertain|sell|download|e-?mail|tweet"
    r"|hide|"
    r"stop\s+(?:being|answering|citing|using|it)|switch\s+(?:to|into|off)|transcribe|disclose"
)
# Imperatives that are nouns as well, and orders only with an object: "answer in JSON".
_WITH_OBJECT = (
    r"write|act|print|output|draft|execute|remove|book|order|play|reply|answer|stop|override|"
    r"create|code|program|"
    r"build|draw|paint|praise|insult|design|return|format|call|open|post|convert|add|replace|end|"
    r"begin|start|speak|talk|turn|use|choose|vote|pick"
)
_OBJECT = (
    r"(?=\s+(?:a|an|the|all|any|this|that|these|those|your|my|me|us|it|him|her|them|only|as|like|"
    r"no|yes|nothing|out|"
    r"up|every|each|something|some|in|with|just|always|never|exclusively|using|from|into|off|on|"
    r"everything|html|json|python|code)\b|\s*[\"“‘'«:])"
)
_SAY = (
    r"say\s+(?:that|hello|hi|yes|no|only|something|nothing|goodbye|it|anything|after|i\b|sorry|"
    r"please)\b|say\s*[\"“‘'«:]"
    r"|answer\s+(?:only|with|as|every|all|yes|no|everything|nothing)\b|repeat\b"
)
# "Write a summary" asks for what the article says.
_WELCOME_OBJECT = (
    r"(?!\s+(?:me\s+|us\s+|out\s+|up\s+)?(?:(?:a|an|the|your|all|its|some)\s+)?(?:[\w-]+\s+){0,4}?"
    r"(?:(?:summar(?:y|ies)|overview|outline|list|recap|digest|synopsis|gist|key\s+points|takeaways|"
    r"facts|names|sources|outlets|reasons|highlights)\b"
    # "A blurb that praises the port" is to be made up.
    r"|(?:abstract|pr[eé]cis|blurb|rundown)(?=\W*$|\s+(?:of|in)\s+(?:(?:about|around|some|roughly|under|"
    r"at\s+most)\s+)?\d+\s+words|\s+(?:of|on|about)\s+(?:this|it|(?:the|this)\s+"
    r"(?:article|text|briefing|piece))\b)))"
)
_ORDER_VERB = rf"(?:(?:{_PLAIN})(?![\w’'])|{_SAY}|(?:{_WITH_OBJECT})\b{_OBJECT}){_WELCOME_OBJECT}"
_CREATION = (
    r"(?:joke|poem|song|haiku|limerick|rhyme|riddle|fairy\s+tale|bedtime\s+story|recipe|code|"
    r"essay|tweet|e-?mail|letter|script|novel|"
    r"speech|headline|slogan|image|picture(?!\s+of\s+(?:what|how|why|where)\b)|photo|drawing|html|"
    r"json|xml|csv|yaml|markdown|quiz|lie"
    r"|secret|password|program|blog\s+post|press\s+release)"
)
_ADVERBS = (
    r"(?:(?:please|now|just|then|instead|kindly|also|and|but|so|first|next|finally|simply|always|"
    r"never|only|henceforth|"
    r"from\s+now\s+on|ok|okay|well|oh|hey|hi|hello|listen|assistant|as\s+an?\s+\w+|for\s+me|"
    r"you\s+(?:must|should|have\s+to|need\s+to|will\s+now|shall|ought\s+to))[\s,:;!—–-]+){0,5}"
)
_POLITE = (
    r"(?:(?:(?:can|could|would|will)\s+(?:you|u)|(?:i|we)(?:['’]d|\s+would)?\s+(?:like|want|need|"
    r"order|ask|command|beg|urge)\s+(?:you\s+)?to|"
    r"(?:do\s+you|would\s+you)\s+mind|let['’]?s|let\s+us|be\s+so\s+kind\s+(?:as\s+)?to|"
    r"feel\s+free\s+to|try\s+to|remember\s+to|make\s+sure\s+to|"
    r"i\s+order\s+you\s+to|you\s+are\s+to)\s+(?:please\s+|kindly\s+|now\s+|just\s+|instead\s+)*)?"
)
_IMPERATIVE = re.compile(rf"^\W*{_ADVERBS}{_POLITE}{_ORDER_VERB}", re.I)
# Those that most people speak or learn, but for the one that answers are in.
_LANGUAGES = (
    r"arabic|bengali|cantonese|chinese|czech|danish|dutch|farsi|finnish|french|german|greek|"
    r"hebrew|hindi|hungarian|indonesian|italian|japanese|korean|latin|malay|mandarin|norwegian|"
    r"persian|polish|portuguese|punjabi|romanian|russian|spanish|swahili|swedish|tagalog|tamil|"
    r"telugu|thai|turkish|ukrainian|urdu|vietnamese"
)
_MAKE_SOMETHING = re.compile(
    rf"^\W*{_ADVERBS}{_POLITE}(?:tell|give|make|show|get|produce|provide|prepare|sing|read|want|"
    # "The whole picture" is how things are.
    rf"need|print|output)\s+(?:me\s+|us\s+)?(?!the\s+(?:\w+\s+){{0,3}}?picture\b)"
    # "The highlights to email" are no e-mail.
    rf"(?:(?:a|an|the|some|your|another|one)\s+)?(?:(?!to\s)\w+\s+){{0,2}}?{_CREATION}\b"
    rf"|^\W*{_ADVERBS}{_POLITE}(?:make|give|show|put|format|present|summari[sz]e|answer|reply|"
    rf"explain|list)\b[^.?!]{{0,80}}?"
    r"\b(?:in|as|into)\s+(?:an?\s+|valid\s+|plain\s+|pure\s+)?(?:json|html|xml|csv|yaml|latex|"
    r"python|poem|haiku|rap|song|limerick|rhymes?|verse|emojis?|pirate|binary|base64|"
    # "The changes in Chinese policy" are to be in no language.
    rf"(?:{_LANGUAGES})(?=\s*(?:[,.;:!?)]|$|please\b|thanks\b)))\b",
    re.I,
)
_LETS = re.compile(
    r"^\W*(?:please\s+)?let['’]?s\s+(?:play|pretend|imagine|talk|chat|switch|start|do|forget|"
    r"assume|try)\b",
    re.I,
)
_DO_NOT = re.compile(
    r"^\W*(?:please\s+|and\s+|also\s+|now\s+)*(?:do\s+not|don['’]?t|never)\s+(?:ever\s+|just\s+|"
    r"only\s+)?"
    r"(?:use|cite|answer|say|quote|mention|tell|write|follow|refuse|apologi[sz]e|look|read|rely|"
    r"search|respond|reply|give|show|include|abstain|stay|be|refer|stick|worry|talk)\b",
    re.I,
)
# The object gives these away wherever they stand, unless somebody else is their subject.
_INJECTION = re.compile(
    r"(?:^|[,.;:!?—–-]\s*|\b(?:and|then|please|now|must|should|to|just|but|also|instead|or)\s+)"
    r"(?:ignore|disregard|forget|override|bypass|discard|drop)\s+(?:about\s+)?(?:all|any|the|your"
    r"|my|these|those|this|that|every|each|previous|prior|above|everything|what(?:ever)?)\b"
    r"[^.?!]{0,40}?\b(?:instructions?|prompts?|rules?|article|text|context|briefing|guidelines?|"
    r"told|above|before|said|documents?|sources?|guardrails?|filters?|constraints?|restrictions?)\b"
    r"|\b(?:and|then)\s+(?:please\s+|also\s+|instead\s+)?(?:write|translate|compose|rewrite|"
    r"pretend|sing|draw|output|print|answer|reply|respond)\s+(?:it|that|this|me|them|everything|"
    r"in|as|like|a|an|only|with|your)\b",
    re.I,
)
_SUBJECT_BEFORE = re.compile(
    r"\b(?:did|do|does|will|would|can|could|should|must|may|might|to|they|he|she|it|we|who|which|"
    r"that)\b",
    re.I,
)
_ABOUT_YOU = re.compile(
    r"\byou\s+are\s+(?:now|a|an|no\s+longer|not\s+an?|going\s+to\s+(?:act|be)|DAN|free\s+from)\b|"
    r"\b(?:system|initial|hidden)\s+(?:prompt|message|instructions?)\b"
    r"|\byour\s+(?:\w+\s+)?(?:instructions?|prompts?|guidelines?|programming|guardrails|system|"
    r"training\s+data|developer|creator|makers?)\b"
    r"|^\W*as\s+an?\s+(?:ai|llm|language\s+model|assistant|chat\s?bot|expert\s+in|lawyer|pirate|"
    r"poet|robot|human)\b"
    r"|\b(?:developer|dan|god|debug|admin)\s+mode\b|\bjailbreak\b|^\W*(?:new|updated|revised|"
    r"additional|important)\s+(?:system\s+)?(?:instructions?|rules?|orders?|task)\s*:"
    r"|\bare\s+you\s+(?:an?\s+(?:ai|robot|bot|human|machine|language\s+model|chat\s?bot|person)|"
    r"chatgpt|gpt|human|conscious|sentient|real)\b"
    r"|^\W*(?:please\s+)?(?:do\s+not|don['’]?t)\s+summari[sz]e(?:\s+(?:it|this))?\W*$"
    r"|^\W*are\s+you\s+(?:up\s+to\s+date|reliable|able|allowed|there|accurate|biased)\W*$"
    r"|\bfrom\s+now\s+on,?\s+(?:you|answer|always|only|reply|respond|speak|act|call|never|"
    r"every)\b|\b(?:begin|end)\s+(?:of\s+)?(?:system|prompt|instructions?)\b|^\W*(?:system|"
    r"assistant|user|admin|developer)\s*:",
    re.I,
)
_QUESTION_LEAD = re.compile(
    r"^\W*(?:(?:and|so|but|or|in|on|at|by|for|from|to|with|since|until|of)\s+)*"
    rf"(?:{QUESTION_WORDS})\b(?!\s+(?:you|u)\b)",
    re.I,
)
_MAX_READ = 500
_MAX_SENTENCES = 200


def is_order(query: str) -> bool:
    """Whether ``query`` commands something that answers no question about an article."""
    if _ABOUT_YOU.search(query):
        return True
    for sentence in split_question(query)[:_MAX_SENTENCES]:
        opening = sentence[:_MAX_READ]
        if any(
            pattern.match(opening) for pattern in (_IMPERATIVE, _MAKE_SOMETHING, _LETS, _DO_NOT)
        ):
            return True
        for part in re.split(r"[:;]\s+|\s[—–-]\s", opening)[1:]:
            if _IMPERATIVE.match(part) or _DO_NOT.match(part):
                return True
        found = _INJECTION.search(opening)
        if found and not (
            _QUESTION_LEAD.match(opening)
            and _SUBJECT_BEFORE.search(opening[: found.start()])
            and not re.match(r"[,.;:!?—–-]", found.group())
        ):
            return True
    return False
