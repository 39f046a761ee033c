"""Questions for whether and where a text mentions something: its words tell, and no reader.

"The briefing does not say" would be untrue of a name that stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.letters import SMALL
from corpus.sentences import Sentence
from index.lexical import split_words
from qa.question_frames import TEXT_NOUN
from qa.question_topics import topic_of
from qa.read_questions import as_asked
from qa.understanding import Mention
from qa.whole_forms import WholeForms

_MAX_READ = 300
_LONGEST = 5  # words of what is mentioned
_TEXT = (
    r"(?:(?:(?:any|one)\s+of\s+)?(?:the|this|that|these|your|any|some)\s+(?:news\s+)?"
    rf"(?:{TEXT_NOUN}s?|stories))"
)
_ADVERB = r"(?:(?:also|ever|even|anywhere|actually|explicitly|at\s+any\s+point)\s+)?"
_IN_TEXT = rf"(?:\s+(?:in|by)\s+{_TEXT}|\s+(?:anywhere|here|at\s+all|by\s+name|explicitly))*"
_MENTION = (
    r"(?:mention|name|refer\s+to|talk\s+about|speak\s+(?:of|about)|discuss|touch\s+(?:on|upon)|"
    r"bring\s+up|(?:contain|use)\s+(?=(?:the\s+)?(?:words?|names?|terms?|phrases?)\b)|"
    r"(?:say|have)\s+anything\s+(?:about|on))"
)
_MENTIONS = (
    r"(?:mentions?|names?|refers?\s+to|talks?\s+about|speaks?\s+(?:of|about)|discuss(?:es)?|"
    r"touch(?:es)?\s+(?:on|upon)|(?:is|are)\s+about|deals?\s+with|covers?|mentioning|about)"
)
_MENTIONED = r"(?:mentioned|referred\s+to)"
_PART = r"(?:sentences?|passages?|paragraphs?|articles?|stor(?:y|ies))"
_WORDS = r"(?:(?:the\s+)?(?:words?|name|term|phrase)\s+)?"
_WHAT = rf"{_WORDS}(?P<what>\S.*?)"
_SHOW = r"(?:quote|show|give|cite|copy|repeat|find|list|(?:read|print)(?:\s+out)?)(?:\s+(?:me|us))?"
_ALL = r"(?:(?:the|every|all|any|all\s+the|an?)\s+)?(?:(?:exact|verbatim|original|full)\s+)?"
_OFTEN = r"how\s+(?:often|many\s+times)"
_HINT = (
    r"mention|name|refer|talk|speak|discuss|touch|bring|contain|use|anything|appear|come\s+up|feature|"
    r"sentence|passage|paragraph|article|stor(?:y|ies)"
)
_WHETHER = WholeForms(
    rf"(?:does|do)\s+(?:{_TEXT}|it)\s+{_ADVERB}{_MENTION}\s*\b{_WHAT}{_IN_TEXT}",
    rf"(?:is|are)\s+(?!there\b){_WHAT}\s+{_ADVERB}{_MENTIONED}{_IN_TEXT}",
    rf"is\s+there\s+anything\s+(?:said\s+)?(?:about|on)\s+{_WHAT}\s+in\s+{_TEXT}",
    rf"(?:is|are)\s+there\s+(?:any\s+|a\s+)?(?:mention|reference)s?\s+(?:of|to)\s+{_WHAT}{_IN_TEXT}",
    rf"(?:does|do)\s+{_WHAT}\s+(?:appear|come\s+up|feature)\s+in\s+{_TEXT}",
    hint=_HINT,
)
_WHERE = WholeForms(
    rf"(?:where|{_OFTEN})(?:\s+in\s+{_TEXT})?\s+(?:does|do)\s+(?:{_TEXT}|it)\s+"
    rf"{_ADVERB}{_MENTION}\s*\b{_WHAT}{_IN_TEXT}",
    rf"(?:where|{_OFTEN})(?:\s+in\s+{_TEXT})?\s+(?:is|are)\s+{_WHAT}\s+{_ADVERB}{_MENTIONED}{_IN_TEXT}",
    rf"(?:which|what|how\s+many)\s+{_PART}(?:\s+(?:in|of)\s+{_TEXT})?\s+{_MENTIONS}\s+{_WHAT}{_IN_TEXT}",
    rf"in\s+(?:which|what)\s+{_PART}\s+(?:is|are)\s+{_WHAT}\s+{_MENTIONED}{_IN_TEXT}",
    rf"{_SHOW}\s+{_ALL}{_PART}(?:\s+(?:in|of|from)\s+{_TEXT})?\s+(?:that\s+|which\s+|where\s+it\s+)?"
    rf"(?:{_MENTIONS}|on|with|containing)\s+{_WHAT}{_IN_TEXT}",
    rf"(?:{_SHOW}\s+)?(?:(?:the|all|every|any)\s+)*mentions?\s+of\s+{_WHAT}{_IN_TEXT}",
    hint=_HINT,
)
# "Does it mention whether they agreed?" is no name but a question.
_CLAUSE = re.compile(
    r"(?:that|whether|if|why|how|who|whom|whose|what|when|where|which|to|it|this|these|those|them|"
    r"him|her|anything|something|anybody|anyone|somebody|someone|people|other|others|else|more)\b",
    re.I,
)
_JOINED = re.compile(r"\b(?:and|or)\b|[,/&]", re.I)
_LEADING = re.compile(r"^(?:the|an?|any|some|its|his|her|their)\s+", re.I)
# "Is a price mentioned?" asks for one; that the word stands there would be no answer.
_WANTED = re.compile(
    rf"^(?:[Tt]he|[Aa]n?|[Aa]ny|[Ss]ome|[Nn]ew|[Oo]ther|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s+(?:{SMALL}|\d)"
)


def mention_asked(question: str) -> Mention | None:
    """What ``question`` asks about being mentioned; None where it asks something else."""
    if len(question) > _MAX_READ:
        return None
    for asked in (as_asked(question), question):
        for forms, every in ((_WHETHER, False), (_WHERE, True)):
            found = forms.match(asked)
            if found is not None and (every or _WANTED.match(found["what"]) is None):
                return _mention(found["what"], every=every, shouted=question.isupper())
    return None


def _mention(what: str, *, every: bool, shouted: bool) -> Mention | None:
    bare = _LEADING.sub("", what.strip(" \"'“”‘’„«»"))
    stems = topic_of(bare).stems
    if not stems or _CLAUSE.match(bare) or len(bare.split()) > _LONGEST:
        return None
    is_name = bare[:1].isupper() and not shouted and _JOINED.search(bare) is None
    return Mention(stems, every, bare if is_name else None)


def sentences_with(mention: Mention, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Those of ``sentences`` that hold all its words, each in any of its forms.

    Of a name, its words one after the other: "savings banks in England" do not
    mention the Bank of England, nor does what "marred" a day mention Mars.
    """
    near = [one for one in sentences if mention.stems <= frozenset(split_words(one.text))]
    if mention.name is None:
        return near
    written = r"\s+".join(map(re.escape, mention.name.removesuffix("s").split()))
    name = re.compile(rf"(?<!\w){written}(?:s|['’]s?)?(?!\w)")
    named = [one for one in near if name.search(one.text) is not None]
    # "Does it mention Cybersecurity?", which the text writes in small letters.
    return named or [one for one in near if re.search(name.pattern, one.text, re.I) is not None]
