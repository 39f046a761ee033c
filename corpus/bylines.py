"""Who wrote, edited or photographed a piece: credits that speak for none of its sentences."""

from __future__ import annotations

import re

from corpus.credit_dates import without_dates
from corpus.credit_names import (
    MARKS,
    WORD,
    is_site,
    known_in,
    parse_names,
    sounds_like_publication,
    split_names,
    without_function_words,
)
from corpus.letters import CAPITAL
from corpus.lexicon import FUNCTION_WORDS
from corpus.outlets import OutletList
from corpus.press_words import LOWER_IN_BYLINES
from corpus.unmarked_bylines import is_person

# On a line of its own or in brackets: "Written by Ada Obi, the song …" opens a sentence.
_PREPARED_BY = re.compile(r"(?:prepared|produced|written|edited)\s+by\b", re.IGNORECASE)
_MADE_BY = re.compile(
    r"(?:(?:additional\s+|with\s+)?(?:reporting|writing|editing|translat(?:ion|ed)|compiled|edited)"
    r"\s+(?:and\s+\w+\s+)?by\b"
    r"|(?:photo(?:graph)?s?|image|picture|graphic|video|illustration|map|cover|file photo)s?"
    r"(?:\s+(?:credit|by|courtesy))?\s*[:/©]?\s|©)",
    re.IGNORECASE,
)
# "AP Photo/Ruth Sandoval", "Getty Images": who took the picture beside the text.
_PICTURE = re.compile(
    r"\b(?:photo(?:graph)?s?|images?|pictures?|getty|illustration)\b", re.IGNORECASE
)
_BY = re.compile(r"by\s+(?=[^\W\d_])", re.IGNORECASE)
_STORY = re.compile(r"(?:story|words|text|reporter|writer|author)s?\s*:\s*", re.IGNORECASE)
_EDITORS = re.compile(r"\b(?:editors?|editorial|team)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_FOR = re.compile(r"\sfor\s+(?=\S)")
_IN = re.compile(r"\sin\s")
_STAFF = re.compile(
    r"\b(?:staff|correspondents?|reporters?|desk|agencies|newsroom|writers?)\b", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    rf"{CAPITAL}[^.!?]*\scontributed(?:\s+(?:to\s+this\s+(?:report|article|story|piece)"
    r"|(?:to\s+)?(?:the\s+)?reporting))?",
    re.DOTALL,
)
_PUBLISHED = re.compile(
    r"(?:this|(?:the|an?)(?=.*\s(?:first|originally|previously)\s)|a\s+version\s+of\s+this)\s+"
    r"(?:report|article|story|piece|post|column|essay|interview|version|text)\s+"
    r"(?:(?:was|is|has\s+been|had)\s+)?(?:(?:first|originally|previously|initially|also)\s+)?"
    r"(?:published|appeared|posted|produced|provided|reproduced|republished|reprinted|syndicated)\s+"
    r"(?:by|in|on|at|from)\s+(?P<named>[^\s.!?][^!?]*)",
    re.IGNORECASE | re.DOTALL,
)
_REPUBLISHED = re.compile(
    r"(?:with\s+files|(?:with\s+)?additional\s+(?:reporting|material)|republished|reprinted|reproduced|syndicated)\s+"
    r"(?:with\s+(?:the\s+)?permission\s+)?"
    r"(?:by|from|of)\s+(?P<named>[^\s.!?][^!?]*)",
    re.IGNORECASE | re.DOTALL,
)
# What may follow the name in such a note: "… and is republished with permission".
_AND_HERE = re.compile(
    r",?\s+(?:and\s+(?:is|was|has\s+been|appears)|(?:re)?published|under|with)\s"
    r"(?=.*\b(?:permission|licen[cs]e|republished|reproduced|reprinted|here)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_BASED_ON = re.compile(
    r"(?:prepared|compiled|written|based|translated)\s+(?:(?:up)?on\s+the\s+basis\s+of|from|on"
    r"|using)\s+(?:the\s+)?(?:(?:news|agency|media|press|wire)\s+)?"
    r"(?:reports?|materials?|dispatches|information)\s+(?:by|from|of|in)\s+(?P<named>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_WITH_INPUTS = re.compile(r"with\s+(?P<named>\S[^.!?]{1,60}?)\s+inputs", re.IGNORECASE)
_AS_TOLD = re.compile(r"as\s+told\s+to\s+(?P<named>\S.*)", re.IGNORECASE | re.DOTALL)
# "Salt Lines is written by Ada Obi and edited by Bo Ek."
_DONE = r"(?:written|edited|produced|compiled|curated|prepared|reported|assembled)"
_WRITTEN = re.compile(
    rf"(?P<what>[^.,;:!?“”\"]{{2,60}}?)\s+(?P<be>is|was)\s+{_DONE}(?:\s+and\s+{_DONE})?\s+by\s+"
    r"(?P<who>[^.;:!?“”\"]{2,120})\.?"
)
_ALSO_BY = re.compile(
    rf",?\s+(?:and\s+)?(?:{_DONE}(?:\s+and\s+{_DONE})?\s+by|with\s+help\s+from)\s+"
)
_ISSUE = re.compile(
    r"(?:this|today[’']s|the)\s+(?:[\w’'-]+\s+){0,4}"
    r"(?:newsletter|briefing|edition|issue|bulletin|digest|e-?mail|round-?up)\Z",
    re.IGNORECASE,
)
_MAX_WORDS = 30
_MAX_BYLINE_WORDS = 16
_WORDS_IN_PERSON = (2, 3)
# "From our own correspondent in Tresk", "Staff Reporter"
_UNNAMED = re.compile(
    r"(?:by\s+|from\s+)?(?:(?:our|own|staff|special|a|the)\s+){1,3}(?:[^\W\d_]+\s+)?"
    r"(?:correspondents?|reporters?|writers?)(?:\s+in\s+[^\W\d_]+)?",
    re.IGNORECASE,
)
# "By Ada Obi (now) and Bo Ek (in Tresk)"
_ASIDE = re.compile(r"\s*\((?:[^\W\d_]+\s?){1,3}\)")


def read_makers(
    text: str, outlets: OutletList, *, bracketed: bool, own_line: bool, stressed: bool
) -> tuple[str, ...] | None:
    """The outlets named by a by-line, closing note or photo credit; None if ``text`` is none.

    ``text`` is a whole sentence or line, out of its brackets if it was ``bracketed``, out
    of the marks of emphasis if it was ``stressed``. A by-line needs a line of its own.
    """
    words = WORD.findall(text)
    if not 1 <= len(words) <= _MAX_WORDS:
        return None
    if _MADE_BY.match(text) and (bracketed or _mostly_capitals(words)):
        return _publishers_in(text, outlets)
    if (own_line or bracketed) and _PREPARED_BY.match(text) and _mostly_capitals(words):
        return None if text.endswith(".") and not bracketed else _publishers_in(text, outlets)
    if own_line and _says_who_wrote(text, stressed=stressed or bracketed):
        return ()
    noted = _read_closing_note(text, outlets)
    if noted is not None:
        return noted
    if bracketed and is_picture_credit(text):
        return known_in(text, outlets)
    if own_line and _is_byline(text, outlets):
        return known_in(text, outlets)
    return None


def is_picture_credit(text: str) -> bool:
    """Whether ``text``, found in brackets, says who made a picture: "AP Photo/Ruth Sandoval"."""
    return _PICTURE.search(text) is not None and _mostly_capitals(WORD.findall(text))


def _read_closing_note(text: str, outlets: OutletList) -> tuple[str, ...] | None:
    """The outlets of a note on who contributed or where the piece came from, None if it is none."""
    note = text.rstrip(MARKS + ".")
    contributed = _CONTRIBUTED.fullmatch(note)
    if contributed is not None:
        staff = not note.endswith("contributed") or _STAFF.search(note) is not None
        return known_in(text, outlets) if staff else None
    based = _BASED_ON.fullmatch(note) or _WITH_INPUTS.fullmatch(note)
    if based is not None:
        names = parse_names(based["named"], outlets, alone=True)
        return names.outlets if names is not None and names.sound else None
    elsewhere = _PUBLISHED.fullmatch(note) or _REPUBLISHED.fullmatch(note)
    if elsewhere is not None:
        return _read_publishers(_AND_HERE.sub("", elsewhere["named"]), text, outlets)
    told = _AS_TOLD.fullmatch(note)
    return known_in(text, outlets) if told is not None and _is_capitalised(told["named"]) else None


def _read_publishers(named: str, note: str, outlets: OutletList) -> tuple[str, ...] | None:
    """The outlets that ``note`` says a piece was published by, who are ``named``."""
    known = known_in(note, outlets)
    if known:
        return known
    if not _is_capitalised(named) and not is_site(named):
        return None
    names = parse_names(named, outlets)
    listed = names.outlets if names is not None else ()
    return tuple(name for name in listed if is_site(name) or sounds_like_publication(name))


def _publishers_in(text: str, outlets: OutletList) -> tuple[str, ...]:
    """The known outlets and those that are called like one: "Photo: Mirko Daal/Radio Tyrvand"."""
    _, colon, listed = text.partition(":")
    named: list[str] = []
    for part in split_names(listed if colon else text):
        known = known_in(part, outlets)
        words = part.strip(MARKS + ".()[]")
        if known:
            named.extend(known)
        elif colon and " " in words and _is_capitalised(words) and sounds_like_publication(words):
            named.append(words)
    return tuple(dict.fromkeys(named))


def _is_byline(text: str, outlets: OutletList) -> bool:
    by = _BY.match(text)
    if by is None and _UNNAMED.fullmatch(text.rstrip(MARKS)):
        return True
    story = _STORY.match(text)
    if story is not None:  # "Story: Ada Obi, Tresk"
        names = text[story.end() :].split(",")[0]
        return is_person(names) and not FUNCTION_WORDS.intersection(names.casefold().split())
    if by is not None:
        names = _ASIDE.sub("", without_dates(text[by.end() :]))
        publishes = sounds_like_publication(names) or known_in(names, outlets)
        staff = _STAFF.search(names) or _EDITORS.search(names)
        if _ARTICLE.match(names) and not (publishes or staff):
            return False  # "By the Numbers"
        return _lists_people(names)
    # "Marcus Ely in London and Ji-won Seo in Seoul for the Financial Times", "Ann Lee for Reuters"
    employers = list(_FOR.finditer(text))
    if not employers or not _lists_people(text):
        return False
    people, employer = text[: employers[-1].start() + 1], text[employers[-1].end() :]
    named = outlets.find_in(employer)
    return (
        bool(named)
        and not without_function_words(employer[named[-1][0].end :])
        and (_IN.search(people) is not None or len(people.split()) in _WORDS_IN_PERSON)
    )


def _says_who_wrote(text: str, *, stressed: bool) -> bool:
    """Whether ``text`` says who makes a newsletter: "This briefing was written by Ada Obi."."""
    written = _WRITTEN.fullmatch(text)
    if written is None:
        return False
    # "*Hamlet was written by William Shakespeare.*"
    newsletter = stressed and written["be"] == "is"
    if not (newsletter or _ISSUE.match(written["what"])):
        return False
    who = _ALSO_BY.sub(" and ", written["who"])
    people = re.split(r",\s+(?:and\s+)?|\s+and\s+", who.strip(MARKS + " "))
    named = all(len(one.split()) > 1 and one.split()[0] != "the" for one in people)
    return written["what"][0].isupper() and named and _is_capitalised(who)


def _lists_people(names: str) -> bool:
    words = WORD.findall(names)
    if _STAFF.search(names) and len(words) <= 8:
        return True
    if not 1 <= len(words) <= _MAX_BYLINE_WORDS or names.rstrip(MARKS).endswith("."):
        return False
    return _is_capitalised(names)


def _is_capitalised(names: str) -> bool:
    words = WORD.findall(names)
    return bool(words) and all(
        word[0].isupper() or word.casefold() in LOWER_IN_BYLINES for word in words
    )


def _mostly_capitals(words: list[str]) -> bool:
    capitals = sum(1 for word in words if word[0].isupper())
    return capitals >= 0.4 * len(words)
