"""Lines that cite a piece by its title: 'Reuters, “Bolivian court halts deals”, 12 November'.

They stand in the list of sources that closes an article. What is quoted in them is no speech.
"""

from __future__ import annotations

import re

from corpus.brackets import ADDRESS
from corpus.credit_dates import without_dates
from corpus.credit_names import MAX_CREDIT_CHARS, WORD, Names, parse_names
from corpus.lexicon import FUNCTION_WORDS
from corpus.outlets import OutletList

_QUOTED = r"“[^“”]{3,200}”|\"[^\"]{3,200}\"|«[^«»]{3,200}»|„[^„“”]{3,200}[“”]|‘[^‘’]{3,200}’"
_MARKED = rf"\*[^*]{{3,200}}\*|_[^_]{{3,200}}_|\[[^\[\]]{{3,200}}\]{ADDRESS}"
_NUMBER = r"(?:\[\d{1,3}\]:?\s*|\^?\d{1,3}[.)]?\s+)?"
# "Reuters, “Title”, 12 November"
_NAMED_FIRST = re.compile(
    rf"{_NUMBER}(?P<named>[*_]{{0,3}}[^“”\"«»„‘*_\[]{{2,80}}?[*_]{{0,3}})\s*[,:.–—-]\s+"
    rf"(?:{_QUOTED}|{_MARKED})(?P<rest>.*)"
)
# "“Title”, Reuters, 12 November"
_TITLE_FIRST = re.compile(rf"{_NUMBER}(?P<quoted>{_QUOTED})(?P<rest>.*)")
_URL = re.compile(r"<?(?:https?://|www\.)\S+>?")
_BRACKETS = re.compile(r"[()]")
_SIGNS = " ,;:./|–—-"
_LONGEST_NAMES = 8  # words


def read_citation(line: str, outlets: OutletList) -> tuple[str, ...] | None:
    """The outlets of the piece that ``line`` cites and does nothing else, or None."""
    if len(line) > MAX_CREDIT_CHARS:
        return None
    if (cited := _NAMED_FIRST.fullmatch(line)) is not None:
        dated, behind = _without_date(cited["rest"])
        if not dated:
            return None  # "Reuters, “We are ruined”" is said; "Reuters, *Salt*" may be said of it
        names = _names_in(cited["named"], outlets)
        others = _names_in(behind, outlets)
        if behind and others is None:
            return None
        found = [each for each in (names, others) if each is not None and each.all_sound]
        return tuple(name for each in found for name in each.outlets) or None
    if (cited := _TITLE_FIRST.fullmatch(line)) is not None:
        comma = cited["rest"].startswith(",") or cited["quoted"][-2] == ","
        _, behind = _without_date(cited["rest"])
        names = _names_in(behind, outlets) if comma else None
        return names.outlets if names is not None and names.known == len(names.outlets) else None
    return None


def _without_date(rest: str) -> tuple[bool, str]:
    """Whether a date stands in ``rest``, and what else does."""
    listed = _BRACKETS.sub(",", _URL.sub(" ", rest)).strip(_SIGNS)
    undated = without_dates(listed)
    return undated != listed, undated.strip(_SIGNS)


def _names_in(words: str, outlets: OutletList) -> Names | None:
    first, *others = WORD.findall(words) or [""]
    opens = first.casefold()
    if not 1 <= len(others) + bool(first) <= _LONGEST_NAMES:
        return None
    if opens in FUNCTION_WORDS and opens != "the":
        return None  # "According to Reuters, “the deal is dead”"
    return parse_names(words, outlets)
