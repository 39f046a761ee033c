"""Credits in front of prose: a dateline, "Reuters: …", or one that the line before left over."""

from __future__ import annotations

import re

from corpus.brackets import BRACKETED, is_mere_link, words_in_bracket
from corpus.credit_names import DASHES, WORD, Names, parse_names
from corpus.credits import Credit, Reach
from corpus.datelines import read_dateline
from corpus.desks import with_desk
from corpus.label_names import read_label
from corpus.letters import CAPITAL
from corpus.lexicon import FUNCTION_WORDS, SAYING, STARTERS
from corpus.outlets import OutletList
from corpus.press_words import PUBLICATION_WORDS, ROLE_WORDS
from corpus.publishers import OutletKind
from corpus.spans import Span, trim

_STRESS = "*_"
_BEHIND_BRACKET = re.compile(rf"[*_]{{0,3}}\s*[:{DASHES}]*[*_]{{0,3}}\s*(?=\S)")
_MARK_BEHIND = re.compile(rf"[*_]{{0,3}}\s*(?::|[{DASHES}])[*_]{{0,3}}\s")
_SENTENCE_BEHIND = re.compile(rf"\s+(?=[“\"‘'«„]?(?:{CAPITAL}|\d))")
# "Al-Ahram: ", "Le Monde (8 May): ", "Le Monde, editorial, p. 3, Jan. 5 – "
_PLAIN = rf"[^:.!?()\n{DASHES}]+"
_LABEL = re.compile(
    rf"(?P<named>{_PLAIN}(?:(?:(?<=\w)[-–](?=\w)|\.(?=,|\s?\d)|(?<=\w)\.(?=[a-z]{{2,}}\b)){_PLAIN})*)"
    r"(?:\((?P<aside>[^()\n]{2,40})\)\s*)?(?::[*_]*|(?<=\s)[–—-])\s+(?=\S)"
)
_LONGEST_LABEL = 100
# A credit stands within this many characters of the sentence's front.
_WINDOW = 240
_MAX_MISSPELT_WORDS = 3
_BRANCH_WINDOW = 60


def read_opening_credit(text: str, segment: Span, outlets: OutletList) -> Credit | None:
    """The credit that ``segment`` opens with: a dateline, "Reuters: …", "[AP] …"."""
    limit = min(segment.end, segment.start + _WINDOW)
    dateline = read_dateline(text, segment.start, limit, outlets)
    if dateline is not None and dateline[0] < segment.end:
        return _opening(text, segment, dateline[0], dateline[1].outlets)
    end, names = _bracket_in_front(text, segment, outlets)
    behind = _BEHIND_BRACKET.match(text, end, segment.end)
    if names is not None and names.sound and behind is not None:
        return _opening(text, segment, behind.end(), names.outlets)
    if label := _LABEL.match(text, segment.start, min(limit, segment.start + _LONGEST_LABEL)):
        names = read_label(label["named"].strip(), label["aside"], outlets)
        if names is not None and names.all_sound and label.end() < segment.end:
            return _opening(text, segment, label.end(), names.outlets)
    return None


def read_bracket_between(
    text: str, segment: Span, outlets: OutletList, *, opens: bool
) -> Credit | None:
    """The bracket that ``segment``, behind another sentence, begins with: "(AP) Rice grew dear".

    It credits the sentence before, unless the paragraph's brackets open their
    sentences ("[AP] The boat sank. [AFP] Rice grew dear."), which ``opens`` says.
    """
    end, names = _bracket_in_front(text, segment, outlets)
    behind = _SENTENCE_BEHIND.match(text, end, segment.end)
    if names is None or not names.all_sound or behind is None:
        return None
    reach = Reach.AFTER if opens else Reach.BEFORE
    return Credit(Span(segment.start, end), names.outlets, reach)


def opens_with_bracket(text: str, paragraph: Span, outlets: OutletList) -> bool:
    """Whether a bracketed credit is the first thing in ``paragraph``."""
    return read_bracket_between(text, paragraph, outlets, opens=True) is not None


def _bracket_in_front(text: str, segment: Span, outlets: OutletList) -> tuple[int, Names | None]:
    """Where the bracket that ``segment`` begins with ends, and whom it names, if anybody."""
    limit = min(segment.end, segment.start + _WINDOW)
    opening = text[segment.start : limit]
    stressed = len(opening) - len(opening.lstrip(_STRESS))
    bracket = BRACKETED.match(text, segment.start + stressed, limit)
    if bracket is None:
        return segment.start, None
    if is_mere_link(bracket) and not _stands_apart(text[bracket.end() : limit]):
        return segment.start, None
    return bracket.end(), parse_names(words_in_bracket(bracket), outlets)


def _stands_apart(behind: str) -> bool:
    """Whether a linked name in front of ``behind`` is no part of its sentence: "[AP](…) – "."""
    if _MARK_BEHIND.match(behind):
        return True
    words = WORD.findall(behind)
    return (
        behind[:1].isspace()
        and _begins_sentence(behind, 0)
        and words[1:2] != []
        and (
            words[1] not in SAYING  # "[Politico](…) Europe reports"
        )
    )


def read_glued_credit(text: str, segment: Span, outlets: OutletList) -> Credit | None:
    """The outlet that ends the sentence before, glued to the front of ``segment``.

    "… with its neighbours. Business Standard Caveats remain." A name that
    goes on ("Reuters Chief Executive …") or that is the subject of its
    sentence ("Reuters reported …") is none.
    """
    body = text[segment.start : min(segment.end, segment.start + _WINDOW)]
    names, end = _leading_names(body, outlets)
    if _is_branch(body, end, names, outlets):
        return None
    if not names or not body[end : end + 1].isspace() or not _begins_sentence(body, end):
        return None
    return Credit(
        Span(segment.start, segment.start + end), tuple(dict.fromkeys(names)), Reach.BEFORE
    )


def _opening(text: str, segment: Span, end: int, names: tuple[str, ...]) -> Credit:
    return Credit(trim(text, segment.start, end), names, Reach.AFTER)


def _begins_sentence(body: str, end: int) -> bool:
    """Whether the word behind the name that ends at ``end`` begins a sentence of its own."""
    following = WORD.match(body, len(body) - len(body[end:].lstrip()))
    if following is None:
        return False
    word = following.group().strip(".")
    low = word.casefold()
    if not word[:1].isupper() or low in ROLE_WORDS or low in PUBLICATION_WORDS:
        return False
    after = WORD.match(body, following.end() + 1)
    # Two capitals in a row are more likely a longer name.
    return low in STARTERS or after is None or not after.group()[0].isupper()


def _is_branch(body: str, end: int, names: list[str], outlets: OutletList) -> bool:
    """Whether an institute's name goes on with a place that says something.

    "Transparency International Slovakia argues that …" is no credit for what stands before.
    """
    if not names or (last := outlets.exact(names[-1])) is None:
        return False
    if last.kind not in (OutletKind.THINK_TANK, OutletKind.BODY):
        return False
    words = WORD.findall(body[end : end + _BRANCH_WINDOW])
    if len(words) > 1 and words[1] == "has":
        words.pop(1)
    if len(words) < 3 or words[0].casefold() in STARTERS or words[0].endswith("s"):
        return False  # "Critics say that …" begins a sentence of its own
    return words[0][0].isupper() and words[1] in SAYING and words[2] == "that"


def _leading_names(body: str, outlets: OutletList) -> tuple[list[str], int]:
    """The known outlets, misspelt or not, that ``body`` opens with, and where they end."""
    names: list[str] = []
    end = 0
    for span, outlet in outlets.find_in(body):
        between = body[end : span.start]
        article = end == 0 and between.strip().casefold() == "the"
        if between.strip(" /,;&") and not article:
            break
        written = body[: span.end].startswith(("The ", "the "))
        if not names and written and not outlet.name.startswith("The "):
            return [], 0  # "The BBC Philharmonic plays" opens a sentence
        if not names and outlet.is_ambiguous(span.of(body)):
            return [], 0
        names.append(outlet.name)
        end = with_desk(body, span).end
    return (names, end) if names else _misspelt_name(body, outlets)


def _misspelt_name(body: str, outlets: OutletList) -> tuple[list[str], int]:
    words = list(WORD.finditer(body[:_WINDOW]))[: _MAX_MISSPELT_WORDS + 1]
    for count in range(len(words) - 1, 0, -1):
        # Looking a misspelling up is dear; most sentences go on in lower case.
        weighty = [w for w in words[: count + 1] if w.group().casefold() not in FUNCTION_WORDS]
        if not words[count].group()[0].isupper() or not _all_capitalised(weighty):
            continue
        written = body[words[0].start() : words[count - 1].end()]
        resolved = outlets.resolve(written)
        if resolved is not None:
            return [resolved.name], words[count - 1].end()
    return [], 0


def _all_capitalised(words: list[re.Match[str]]) -> bool:
    return all(word.group()[0].isupper() for word in words)
