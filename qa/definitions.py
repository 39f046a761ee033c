"""Questions for what a term is, brought to the one form that every text answers.

"Define X", "the meaning of X" and "what is meant by X" ask what "What is X?"
asks; an article that says so says "X — the framework which …" and never
"meaning". A reader that looks for the words of the question finds it only then.
Nor does it say of X that it "comes up in the story", as "Who is X, the man who
comes up in the story?" does.
"""

from __future__ import annotations

import re

from corpus.lexicon import words_of
from qa.read_questions import as_asked

# "The term of the loan" is no word.
_KIND = (
    r"(?:(?:concept|notion)(?:\s+of)?|(?:term|word|phrase|expression|acronym|abbreviation)(?!\s+of\b))"
)
_TEXT_NOUN = r"(?:article|text|briefing|context|report|piece|passage|story|document)"
_TEXT = rf"(?:(?:this|the|that|our)\s+)?{_TEXT_NOUN}"
_WHERE = (
    rf"(?:\s+here|\s+(?:in|within|for)\s+{_TEXT}"
    rf"|\s+(?:that\s+|which\s+)?{_TEXT}\s+"
    r"(?:(?:speaks|talks|writes)\s+(?:of|about)|refers\s+to|mentions|uses|describes)"
    r"|\s+(?:to|for)\s+(?:me|us|someone|somebody|a\s+(?:newcomer|beginner|layman|layperson))\b.*)?"
)
_QUOTES = "\"'“”‘’„«»"
_TERM = rf"(?:the\s+)?(?:exact\s+|precise\s+)?(?:{_KIND}\s+)?(?P<term>.+?)"
# "What does the move mean?" asks for consequences: "mean" alone is no sign, a quotation or
# "the term" before it is one.
_NAMED = rf"(?:the\s+{_KIND}\s+(?P<term>.+?)|(?:the\s+)?(?P<quoted>[{_QUOTES}].+?[{_QUOTES}]))"
_FORMS = tuple(
    re.compile(rf"\W*{form}{_WHERE}\W*", re.I | re.S)
    for form in (
        rf"what(?:\s+is|\s+are|['’]s)\s+the\s+(?:exact\s+|precise\s+)?(?:meaning|definition)\s+of\s+{_TERM}",
        rf"(?:the\s+|an?\s+)?(?:meaning|definition)\s+of\s+{_TERM}",
        rf"what(?:\s+is|\s+are|['’]s)\s+meant\s+(?:by|with)\s+{_TERM}",
        rf"define\s+{_TERM}",
        rf"(?:explain|clarify|describe)\s+(?:the\s+meaning\s+of\s+{_TERM})",
        rf"(?:explain|clarify|describe|what(?:\s+is|\s+are|['’]s))\s+{_NAMED}",
        rf"what\s+do(?:es)?\s+{_NAMED}\s+(?:mean|signify|denote|refer\s+to|stand\s+for)",
    )
)
# "the man quoted on tunnels": where X is met, and not what it is.
_HERE = rf"(?:\s+(?:in|by|of)\s+(?:(?:the|this|that)\s+(?:\w+\s+){{0,4}}?)?{_TEXT_NOUN})"
_MET = (
    r"(?:(?:comes?|crops?|turns?|pops?)\s+up|mentioned|referred\s+to|quoted"
    rf"|(?:appears?|features?|featured|named|cited|credited|listed){_HERE}"
    rf"|(?:this|the|that)\s+{_TEXT_NOUN}\s+"
    r"(?:mentions|names|quotes|cites|credits|refers\s+to|speaks\s+of|talks\s+about|lists))"
)
_PLACED = re.compile(
    r"\W*(?P<asks>(?:what|who)(?:\s+(?:is|are|was|were)|['’]s))\s+(?P<term>[^,?!]+),\s*"
    rf"(?:the|an?|that|this)\s(?:[^,?!]*\s)?{_MET}(?:\s[^,?!]*)?\W*",
    re.I,
)
_POINTING = words_of("it this that these those they them he she one there")
_LONGEST = 8  # words of a term


def plain_definition(question: str) -> str | None:
    """ "What is X?" or "Who is X?" for a question that asks so in other words; None for others."""
    core = as_asked(question)
    # What is asked drops "in the text", and with it what tells a pointer from a claim.
    if placed := _PLACED.fullmatch(question) or _PLACED.fullmatch(core):
        term = placed["term"].strip(f"{_QUOTES} ")
        if term.casefold() == term or len(term.split()) > _LONGEST:
            return None  # "the suspect, the man quoted": which of them, the rest may tell
        return f"{placed['asks'].capitalize()} {term}?"
    for form in _FORMS:
        if found := form.fullmatch(core):
            groups = found.groupdict()
            term = " ".join((groups.get("quoted") or groups["term"] or "").split())
            term = term.strip(f"{_QUOTES} ?!.,;:")
            if not term or term.casefold() in _POINTING or len(term.split()) > _LONGEST:
                return None
            return f"What {'are' if _is_plural(term) else 'is'} {term}?"
    return None


def _is_plural(term: str) -> bool:
    last = term.split()[-1].casefold()
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "’s", "'s"))
