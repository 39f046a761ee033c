"""Credits: text whose only job is to name who published what stands beside it.

"(Reuters +2 Hindustan Times)", "– Financial Times/Atlantic Council:",
"According to Business Standard.", a line "Sources: AP; AFP", a dateline's
"GENEVA (Reuters) -". Credits inside a sentence's own grammar ("AFP reported
that …") are the matter of ``corpus.reporting``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.lexicon import (
    CALENDAR_WORDS,
    FUNCTION_WORDS,
    PUBLICATION_WORDS,
    ROLE_WORDS,
    STARTERS,
)
from corpus.outlets import OutletList
from corpus.spans import Span, trim


class Reach(StrEnum):
    """Which sentences a credit speaks for."""

    BEFORE = "before"  # the sentence that it ends
    AFTER = "after"  # the sentence that it opens
    PARAGRAPH = "paragraph"  # the paragraph above its own line
    NOTHING = "nothing"  # a by-line, a photo credit


@dataclass(frozen=True, slots=True)
class Names:
    """The outlets of a credit, canonical where known, and how many of them are known."""

    outlets: tuple[str, ...]
    known: int
    publications: int  # unknown names that sound like a publication's

    @property
    def sound(self) -> bool:
        """Whether the names alone show that this is a credit."""
        return self.known > 0 or self.publications > 0


@dataclass(frozen=True, slots=True)
class Credit:
    """A stretch of text that is a credit and nothing else."""

    span: Span
    outlets: tuple[str, ...]
    reach: Reach


_DASH = "–—―‒-"
_SEPARATORS = re.compile(r"\s*(?:[/;|,&·•]|\+|\band\b|\bund\b|\bet\b)\s*", re.IGNORECASE)
_CHAFF = re.compile(r"\+\s*\d+(?:\s+(?:more|others?))?|\bet al\b\.?|\band others\b|\bothers\b", re.I)
_URL = re.compile(r"\((?:https?:)?//[^()\s]*\)|https?://\S+")
_SOURCE_WORDS = re.compile(
    r"(?:with\s+)?(?:sources?(?:\s+text)?|via|h/t|courtesy(?:\s+of)?|credit|per|citing"
    r"|(?:as\s+)?(?:first\s+)?(?:reported|published|quoted|seen)\s+(?:by|in|on)"
    r"|originally\s+(?:published|appeared)\s+(?:by|in|on)"
    r"|(?:with\s+)?(?:agency\s+)?inputs?\s+from|(?:with\s+)?(?:reporting|material)\s+from)"
    r"\s*:?\s+",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"(?:according\s+to|as\s+per)\s+", re.IGNORECASE)
_NON_TEXT = re.compile(
    r"(?:(?:additional\s+|with\s+)?(?:reporting|writing|editing|translat(?:ion|ed)|compiled|edited)"
    r"\s+(?:and\s+\w+\s+)?by\b"
    r"|(?:photo(?:graph)?s?|image|picture|graphic|video|illustration|map|cover|file photo)s?"
    r"(?:\s+(?:credit|by|courtesy))?\s*[:/©]?\s|©)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"by\s+(?=[^\W\d_])", re.IGNORECASE)
_FOR_OUTLET = re.compile(r"\s(?:for|in)\s+(?:[^\W\d_]\S*\s+){0,2}for\s|\sin\s.*\sfor\s")
_PHOTO = re.compile(r"\b(?:photo(?:graph)?s?|images?|pictures?|getty|illustration)\b", re.IGNORECASE)
_STAFF = re.compile(r"\b(?:staff|correspondents?|reporters?|desk|agencies|newsroom|writers?)\b", re.I)
_PLACE = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’.\-]+"
_DATELINE = re.compile(
    rf"{_PLACE}(?:[ ,/]+{_PLACE})*(?:,\s+[^\W\d_][\w.]*(?:\s+\w+)?)?"
    rf"(?:,\s+[A-Z][a-z]+\.?\s+\d{{1,2}})?\s+\((?P<names>[^()]+)\)\s*(?:[{_DASH}]+|:)\s*"
)
_BRACKETED = re.compile(
    r"\(\[(?P<linked>[^()\[\]]+)\]\([^()\s]*\)\)"  # ([Name](address)), as Markdown links it
    r"|[(\[](?P<plain>[^()\[\]]+)[)\]](?:\([^()\s]*\))?"
)
_WORD = re.compile(r"[\w&][\w&.’'+-]*")
_EMPHASIS = re.compile(r"[*_`]+(?=\W|\w)")
_MARKS = " \t\r\n\u00a0*_“”\"'‘’"
_MAX_WORDS = 12


def parse_names(text: str, outlets: OutletList) -> Names | None:
    """The outlets that ``text`` lists, or None where it holds anything but names.

    Counters of an aggregator ("+2") and stray function words between names
    are passed over. A name is known when it is in the list, or is a likely
    misspelling of one that is.
    """
    text = _URL.sub(" ", text)
    text = _CHAFF.sub(" / ", text).strip(_MARKS + ".:,;" + _DASH)
    if not text or len(_WORD.findall(text)) > _MAX_WORDS:
        return None
    found: list[str] = []
    known = publications = 0
    position = 0
    pieces: list[tuple[str, str | None]] = []  # words, canonical name
    for span, outlet in outlets.find_in(text):
        before = text[position : span.start]
        after = text[span.end :]
        if _extends_name(before, after):
            continue  # "The Irish Times" is no credit of The Times
        if _runs_on(after):
            return None  # "Reuters What Comes Next" goes on with something else
        pieces.extend((part, None) for part in _SEPARATORS.split(before))
        pieces.append((span.of(text), outlet.name))
        position = span.end
    pieces.extend((part, None) for part in _SEPARATORS.split(text[position:]))
    for words, name in pieces:
        if name is None:
            part = _without_function_words(words)
            if not part:
                continue
            if not _is_name(part):
                return None
            resolved = outlets.resolve(part)
            if resolved is not None:
                name = resolved.name
                known += 1
            else:
                name = part
                publications += any(
                    word.casefold() in PUBLICATION_WORDS for word in _WORD.findall(part)
                )
        else:
            known += 1
        if name not in found:
            found.append(name)
    return Names(tuple(found), known, publications) if found else None


def _extends_name(before: str, after: str) -> bool:
    """Whether capitalised words run straight into a known name, so that it is a longer one."""
    left = before[-1:] == " " and _last_word(before)
    right = after[:1] == " " and _first_word(after)
    return any(
        word and word[0].isupper() and word.casefold() not in FUNCTION_WORDS
        for word in (left, right)
        if word
    )


def _runs_on(after: str) -> bool:
    """Whether weighty words follow a name with nothing but a space between."""
    separator = _SEPARATORS.search(after)
    stretch = after[: separator.start()] if separator else after
    return bool(_without_function_words(stretch)) and stretch[:1].isspace()


def _last_word(text: str) -> str:
    words = text.split()
    return words[-1] if words else ""


def _first_word(text: str) -> str:
    words = text.split(maxsplit=1)
    return words[0] if words else ""


def _without_function_words(text: str) -> str:
    words = text.strip(_MARKS + ".:,;()[]" + _DASH).split()
    while words and words[0].casefold() in FUNCTION_WORDS and words[0].casefold() != "the":
        words.pop(0)
    while words and words[-1].casefold() in FUNCTION_WORDS:
        words.pop()
    return " ".join(words)


_LOWER_IN_NAMES = frozenset("of the and for de la le du des del al el da di der die das y e & on".split())


def _is_name(text: str) -> bool:
    """Whether ``text`` is written as a proper name: capitalised, few words, no date."""
    words = text.split()
    if not 1 <= len(words) <= 6:
        return False
    if not (words[0][0].isupper() or words[0][0].isdigit() and len(words[0]) > 1 or "." in words[0]):
        return False
    if all(not any(char.isalpha() for char in word) for word in words):
        return False
    if any(word.strip(".,").casefold() in CALENDAR_WORDS for word in words):
        return False
    return all(
        word[0].isupper()
        or word[0].isdigit()
        or word.casefold() in _LOWER_IN_NAMES
        or not word[0].isalnum()
        or re.fullmatch(r"[\w-]+\.(?:com|org|net|info|[a-z]{2})(?:\.[a-z]{2})?", word)
        for word in words
    )


def read_whole_credit(text: str, segment: Span, outlets: OutletList, *, own_line: bool) -> Credit | None:
    """The credit that ``segment`` is as a whole, or None when it holds anything else.

    ``own_line`` says that nothing else stands on its line, so that it speaks
    for the paragraph above rather than for the sentence before.
    """
    body = _EMPHASIS.sub("", segment.of(text)).strip(_MARKS)
    reach = Reach.PARAGRAPH if own_line else Reach.BEFORE
    inner, bracketed = _unwrap(body)
    if _NON_TEXT.match(inner):
        named = _known_in(inner, outlets)
        if bracketed or _mostly_names(inner):
            return Credit(segment, named, Reach.NOTHING)
        return None
    if own_line and _FOR_OUTLET.search(inner) and _is_byline(inner) and _known_in(inner, outlets):
        return Credit(segment, _known_in(inner, outlets), Reach.NOTHING)
    if own_line and (byline := _BYLINE.match(inner)) and _is_byline(inner[byline.end() :]):
        return Credit(segment, _known_in(inner, outlets), Reach.NOTHING)
    dashed = body[:1] in _DASH and body[:1] != ""
    lead = _SOURCE_WORDS.match(inner.lstrip(_DASH + " "))
    according = _ACCORDING.match(inner)
    listed = inner.lstrip(_DASH + " ")
    marked = bracketed or dashed
    if lead is not None:
        listed = listed[lead.end() :]
        marked = True
    elif according is not None:
        listed = inner[according.end() :]
        marked = True
    if "?" in listed or "!" in listed:
        return None
    names = parse_names(listed, outlets)
    if names is None:
        return None
    if not names.sound and not (marked and _unknown_may_stand(names, lead is not None, own_line)):
        return None
    if not marked:
        # Bare words are a credit where a known outlet is among them or, behind a
        # sentence, where they are called like a publication.
        if names.known == 0 and (own_line or not body.endswith((".", ":"))):
            return None
        if own_line and body.endswith(":"):
            reach = Reach.AFTER
    elif own_line and body.endswith(":") and not dashed:
        reach = Reach.AFTER
    return Credit(segment, names.outlets, reach)


def _unwrap(body: str) -> tuple[str, bool]:
    """``body`` without the brackets around all of it, and whether there were any."""
    match = re.fullmatch(r"[(\[](.*)[)\]](?:\([^()\s]*\))?\s*[.:]?", body, re.DOTALL)
    if match and not re.search(r"[)\]].*[(\[]", match.group(1), re.DOTALL):
        return match.group(1).strip(_MARKS), True
    return body, False


def _unknown_may_stand(names: Names, sourced: bool, own_line: bool) -> bool:
    """Whether names of no known outlet may be a credit by their position alone."""
    return sourced or not own_line or len(names.outlets) > 0


def _known_in(text: str, outlets: OutletList) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outlet.name for _, outlet in outlets.find_in(text)))


def _mostly_names(text: str) -> bool:
    words = _WORD.findall(text)
    capitals = sum(1 for word in words if word[0].isupper())
    return len(words) <= 30 and capitals >= 0.4 * len(words)


_LOWER_IN_BYLINES = frozenset("and in for of at with the de von van al bin".split())


def _is_byline(names: str) -> bool:
    words = _WORD.findall(names)
    if _STAFF.search(names) and len(words) <= 8:
        return True
    if not 1 <= len(words) <= 12 or names.rstrip(_MARKS).endswith("."):
        return False
    return all(
        word[0].isupper() or word.casefold() in _LOWER_IN_BYLINES
        for word in words
    )


def read_trailing_credit(text: str, segment: Span, outlets: OutletList) -> tuple[Credit, Span] | None:
    """The credit inside the last part of ``segment`` and what stands behind it.

    "… of its grain (AFP)." and "… within the region – Le Monde/AP: Next steps":
    the prose is ``segment`` up to the credit; the rest, often empty, begins a
    new piece.
    """
    for bracket in reversed(list(_BRACKETED.finditer(text, segment.start, segment.end))):
        tail = text[bracket.end() : segment.end].strip()
        if tail not in ("", ".", ":", ",", "”", "”.", ".”", "*", "*."):
            break
        credit = _bracket_credit(text, segment, bracket, outlets)
        if credit is not None:
            end = Span(segment.end, segment.end)
            photo = _PHOTO.search(_bracket_words(bracket)) is not None
            reach = Reach.NOTHING if photo else Reach.BEFORE
            return Credit(Span(bracket.start(), segment.end), credit, reach), end
        break
    for dash in reversed(list(re.finditer(rf"\s[{_DASH}]{{1,3}}\s*(?=\S)", text[segment.start : segment.end]))):
        start = segment.start + dash.start() + 1
        rest = text[segment.start + dash.end() : segment.end]
        colon = re.search(r"\s*:(?=\s|$)", rest)
        listed = rest[: colon.start()] if colon else rest
        names = parse_names(listed, outlets)
        if names is None or not names.sound or (names.known == 0 and colon):
            continue
        end = segment.start + dash.end() + (colon.end() if colon else len(rest))
        return Credit(trim(text, start, end), names.outlets, Reach.BEFORE), trim(text, end, segment.end)
    via = re.search(r"\s((?:via|source:|sources:|h/t)\s+)(\S.*)$", text[segment.start : segment.end], re.I | re.S)
    if via is not None:
        names = parse_names(via.group(2), outlets)
        if names is not None and names.sound:
            start = segment.start + via.start(1)
            return Credit(Span(start, segment.end), names.outlets, Reach.BEFORE), Span(segment.end, segment.end)
    return None


def _bracket_credit(
    text: str, segment: Span, bracket: re.Match[str], outlets: OutletList
) -> tuple[str, ...] | None:
    inner = _bracket_words(bracket)
    lead = _SOURCE_WORDS.match(inner.strip())
    names = parse_names(inner.strip()[lead.end() :] if lead else inner, outlets)
    if names is None or not (names.sound or lead):
        return None
    if _spells_out(text[segment.start : bracket.start()], names, outlets):
        return None
    return names.outlets


def _bracket_words(bracket: re.Match[str]) -> str:
    words: str = bracket.group("linked") or bracket.group("plain")
    return words


def _spells_out(before: str, names: Names, outlets: OutletList) -> bool:
    """Whether the bracket only abbreviates the name before it: "the Associated Press (AP)"."""
    words = " ".join(_WORD.findall(before)[-6:])
    found = outlets.find_in(words)
    return bool(found) and found[-1][0].end == len(words) and found[-1][1].name in names.outlets


def read_opening_credit(text: str, segment: Span, outlets: OutletList) -> Credit | None:
    """The credit that ``segment`` opens with: a dateline, "Reuters: …", "[AP] …"."""
    if dateline := _DATELINE.match(text, segment.start, segment.end):
        names = parse_names(dateline.group("names"), outlets)
        if names is not None and dateline.end() < segment.end:
            return Credit(trim(text, segment.start, dateline.end()), names.outlets, Reach.AFTER)
    if bracket := _BRACKETED.match(text, segment.start, segment.end):
        names = parse_names(_bracket_words(bracket), outlets)
        after = re.compile(rf"\s*[:{_DASH}]*\s*(?=\S)").match(text, bracket.end(), segment.end)
        if names is not None and names.sound and after and after.end() < segment.end:
            return Credit(trim(text, segment.start, after.end()), names.outlets, Reach.AFTER)
    opening = re.compile(rf"([^:.!?()\n{_DASH}]{{2,80}}?)\s*(?::|\s[–—-])\s+(?=\S)").match(
        text, segment.start, segment.end
    )
    if opening and opening.end() < segment.end:
        names = parse_names(opening.group(1), outlets)
        if names is not None and names.known + names.publications >= len(names.outlets):
            return Credit(trim(text, segment.start, opening.end()), names.outlets, Reach.AFTER)
    return None


def read_glued_credit(text: str, segment: Span, outlets: OutletList) -> Credit | None:
    """The outlet that ends the sentence before, glued to the front of ``segment``.

    "… with its neighbours. Business Standard Caveats remain." A name that
    goes on ("Reuters Chief Executive …") or that is the subject of its
    sentence ("Reuters reported …") is none.
    """
    body = segment.of(text)
    names, end = _leading_names(body, outlets)
    if not names or not body[end : end + 1].isspace():
        return None
    following = _WORD.match(body, len(body) - len(body[end:].lstrip()))
    if following is None:
        return None
    word = following.group().strip(".")
    if not word[0].isupper() or word.casefold() in ROLE_WORDS or word.casefold() in PUBLICATION_WORDS:
        return None
    after = _WORD.match(body, following.end() + 1)
    if word.casefold() not in STARTERS and after is not None and after.group()[0].isupper():
        return None  # two capitals in a row are more likely a longer name
    return Credit(Span(segment.start, segment.start + end), tuple(names), Reach.BEFORE)


def _leading_names(body: str, outlets: OutletList) -> tuple[list[str], int]:
    """The known outlets, misspelt or not, that ``body`` opens with, and where they end."""
    names: list[str] = []
    end = 0
    for span, outlet in outlets.find_in(body):
        between = body[end : span.start]
        if between.strip(" /,;&") and not (end == 0 and between.strip().casefold() == "the"):
            break
        if not names and outlet.is_ambiguous(span.of(body)):
            return [], 0
        names.append(outlet.name)
        end = span.end
    if names:
        return names, end
    words = list(_WORD.finditer(body))[:3]
    for count in range(len(words), 0, -1):
        written = body[words[0].start() : words[count - 1].end()]
        resolved = outlets.resolve(written) if written[0].isupper() else None
        if resolved is not None:
            return [resolved.name], words[count - 1].end()
    return [], 0
