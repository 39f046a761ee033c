"""The world's outlets as data, and three ways to recognise one.

``exact`` knows a name as it is usually written, ``resolve`` forgives a slip of
the pen, and ``find_in`` reads the names off a stretch of text. All three work
on words: a text is cut into words and signs, each is folded on its own (case,
accents, curly quotes, full-width letters), and names are compared fold by
fold. Offsets are those of the words in the original text, so no fold, however
much it lengthens a letter, can move them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from rapidfuzz.distance import OSA

from corpus.spans import Span

# One edit in seven letters passes ("Rueters"), one in six does not ("Kyoto" for
# "Kyodo"): below seven letters a slip and another word look alike.
MIN_SIMILARITY = 0.85

# "At least 0.9" admits one edit in ten letters, though 1 - 0.9 is a little under 0.1.
_ROUNDING = 1e-9

# A word that is misspelt must be this long, or "Gulf" and "Golf" would be one.
_MIN_MISSPELT_LETTERS = 5
# Initials and short words ("AFP", "Yle") are matched as written, never in lower case.
_MIN_ANY_CASE_LETTERS = 5
# Longer than any name; a paragraph handed to ``resolve`` costs nothing.
_MAX_NAME_LETTERS = 120

# A letter or digit with the marks and invisible joiners that follow it, or one sign.
_WORD_OR_SIGN = re.compile(
    r"(?:[^\W_][\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*)+|[^\w\s]|_", re.UNICODE
)
_SPACE_IN_A_NAME = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u0060\u00b4"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_SIGNS = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-"))


class OutletKind(StrEnum):
    """What sort of publisher an outlet is; a body is an institution that also publishes."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    DIGITAL = "digital"
    THINK_TANK = "think_tank"
    REFERENCE = "reference"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher under its canonical name.

    ``ambiguous_names`` are those of its names that are also ordinary words,
    other bodies' initials or names of people ("Time", "AP"): such a name
    counts only in its exact capitals, and a caller should ask for a stronger
    position before taking it for a credit.
    """

    name: str
    aliases: tuple[str, ...]
    kind: OutletKind
    ambiguous_names: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name, then the aliases."""
        return (self.name, *self.aliases)

    @property
    def ambiguous(self) -> bool:
        """Whether the canonical name itself is ambiguous."""
        return self.name in self.ambiguous_names

    def is_ambiguous(self, words: str) -> bool:
        """Whether ``words``, as found in a text, could mean something other than this outlet.

        True only when they are one of the ambiguous names: "AP" is, "Associated
        Press" is not. The article, case and trailing signs do not matter.
        """
        key = _bare(_fold_all(words))
        return any(key == _bare(_fold_all(name)) for name in self.ambiguous_names)


class _Token(NamedTuple):  # a tuple, since a text makes thousands of them
    start: int
    end: int
    cased: str  # accents and odd signs folded, case kept
    folded: str  # case folded too


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of one outlet, cut into words; ``cased`` and ``folded`` run in parallel."""

    outlet: Outlet
    ambiguous: bool
    cased: tuple[str, ...]
    folded: tuple[str, ...]

    def is_met_by(self, words: tuple[str, ...], bare: tuple[str, ...]) -> bool:
        """Whether an ambiguous name is there to the letter: its capitals, and its article if any.

        ``words`` are folded; ``bare`` has its capitals but no article.
        """
        has_article = self.folded != _bare(self.folded)
        own_bare = self.cased[1:] if has_article else self.cased
        return own_bare == bare and (not has_article or len(words) > len(bare))

    def is_written_as(self, tokens: Sequence[_Token], *, any_case: bool) -> bool:
        """Whether the capitals of ``tokens``, folded alike already, are those of a name."""
        written = tuple(token.cased for token in tokens)
        if written == self.cased:
            return True
        if self.ambiguous:
            return False
        if any_case:
            return True
        if len(self.cased) == 1:
            return len(self.folded[0]) >= _MIN_ANY_CASE_LETTERS or written[0].isupper()
        # "hard financial times" is no newspaper: each capital of the name must be there.
        return all(
            word[0].isupper()
            for word, named in zip(written, self.cased, strict=True)
            if named[0].isupper()
        )


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    names: list[_Name] = field(default_factory=list)


class OutletList:
    """Outlets, indexed by their names; not changed after it is made.

    Args:
        outlets: no two may share a name, the article, case and accents aside.
        not_misspellings: words, folded, that are words in their own right, so
            that ``resolve`` never takes one for a slip ("routers").

    Raises:
        ValueError: if two outlets share a name, or a name has no letter in it.
    """

    def __init__(self, outlets: Iterable[Outlet], *, not_misspellings: Iterable[str] = ()) -> None:
        self._outlets = tuple(outlets)
        self._not_misspellings = frozenset(not_misspellings)
        self._by_key: dict[tuple[str, ...], list[_Name]] = {}
        self._root = _Node()
        for outlet in self._outlets:
            for written in outlet.names:
                self._add(outlet, written)
        self._spelt = _spelt_names(self._by_key)
        self._run_together = _run_together(self._by_key)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._outlets)

    def __len__(self) -> int:
        return len(self._outlets)

    def exact(self, name: str) -> Outlet | None:
        """The outlet that ``name`` as a whole names, or None.

        Case, accents, a leading "the", white space, curly quotes, a possessive
        and trailing punctuation are ignored; an ambiguous name needs its exact
        capitals all the same, and its article: "Times" alone is nobody.
        """
        if len(name) > _MAX_NAME_LETTERS:
            return None
        tokens = list(_tokens(name))
        while tokens and tokens[0].folded in _OPENING_SIGNS:
            tokens.pop(0)
        return self._exact(tokens) or self._exact(_without_possessive(_without_tail(tokens)))

    def resolve(self, name: str, *, min_similarity: float = MIN_SIMILARITY) -> Outlet | None:
        """The outlet that ``name`` names, or most likely means to name, or None.

        ``exact`` first; then the same letters with the spaces elsewhere
        ("Eurasia Net"); then a misspelling of an unambiguous name. A
        misspelling has as many words as the name, each of them right or close
        to right and no word of its own, at most two slips a word, and the
        whole at least ``min_similarity`` in [0, 1] alike, which is one minus
        the edits (a swap of neighbours is one) per letter of the longer
        spelling. Two outlets equally near are nobody.
        """
        found = self.exact(name)
        if found is not None or len(name) > _MAX_NAME_LETTERS:
            return found
        key = _bare(_fold_all(name))
        squeezed = "".join(key)
        if squeezed in self._run_together:
            return self._run_together[squeezed]
        return self._nearest(key, min_similarity=min_similarity)

    def is_own_word(self, word: str) -> bool:
        """Whether ``word`` is one in its own right, so that it is no slip in a name."""
        return word.casefold() in self._not_misspellings

    def find_in(self, text: str, *, any_case: bool = False) -> list[tuple[Span, Outlet]]:
        """The known names in ``text``, in order, disjoint, the longest at each place.

        Names stand between word boundaries; a name may run over one line break,
        not over a blank line. Capitals must be there where the name has them,
        except in a single long word ("reuters"); an ambiguous name needs its
        exact capitals. With ``any_case`` (for what people type) capitals matter
        for ambiguous names alone. The article before a name of several words
        belongs to the span. "Atlantic Council of Canada" and, for ambiguous
        names, "Sun-Maid" or "Sydney Sun" are somebody else; what follows an
        ambiguous name ("Nature Communications") is the caller's to judge.
        """
        tokens = list(_tokens(text))
        found: list[tuple[Span, Outlet]] = []
        at = 0
        previous_end = 0  # token index after the last name found
        starts = self._root.children
        while at < len(tokens):
            if tokens[at].folded not in starts:
                at += 1
                continue
            hit = self._longest(text, tokens, at, previous_end, any_case=any_case)
            if hit is None:
                at += 1
                continue
            after, outlet = hit
            found.append((Span(tokens[at].start, tokens[after - 1].end), outlet))
            at = previous_end = after
        return found

    def _add(self, outlet: Outlet, written: str) -> None:
        tokens = _without_tail(list(_tokens(written)))
        if not tokens:
            raise ValueError(f"outlet {outlet.name!r} has a name without letters: {written!r}")
        cased = tuple(token.cased for token in tokens)
        folded = tuple(token.folded for token in tokens)
        name = _Name(outlet, written in outlet.ambiguous_names, cased, folded)
        key = _bare(folded)
        for other in self._by_key.setdefault(key, []):
            if other.outlet is not outlet:
                raise ValueError(f"{outlet.name!r} and {other.outlet.name!r} share {written!r}")
        self._by_key[key].append(name)
        self._plant(name)
        # The article of a name comes and goes ("said the New York Times"), and with it
        # "The Atlantic Council" outgrows "The Atlantic"; but an ambiguous name without
        # its article ("the nation") is an ordinary word.
        if not name.ambiguous and len(folded) > 1:
            bare = cased[len(cased) - len(key) :]
            self._plant(_Name(outlet, False, bare, key))
            self._plant(_Name(outlet, False, ("the", *bare), ("the", *key)))

    def _plant(self, name: _Name) -> None:
        """Make ``name`` findable, to the letter of its capitals."""
        node = self._root
        for word in name.folded:
            node = node.children.setdefault(word, _Node())
        node.names.append(name)

    def _exact(self, tokens: Sequence[_Token]) -> Outlet | None:
        words = tuple(token.folded for token in tokens)
        key = _bare(words)
        bare = tuple(token.cased for token in tokens)[len(words) - len(key) :]
        for name in self._by_key.get(key, ()):
            if not name.ambiguous or name.is_met_by(words, bare):
                return name.outlet
        return None

    def _nearest(self, key: tuple[str, ...], *, min_similarity: float) -> Outlet | None:
        spelt = " ".join(key)
        best: list[Outlet] = []
        best_similarity = min_similarity - _ROUNDING
        for candidate, candidate_key, outlet in self._spelt.get(len(key), ()):
            letters = max(len(spelt), len(candidate))
            most = int((1 - min_similarity) * letters + _ROUNDING)
            edits = OSA.distance(spelt, candidate, score_cutoff=most)
            # Counted here: a ratio cut off by the library loses ties to rounding.
            similarity = 1 - edits / letters
            if edits > most or similarity < best_similarity:
                continue
            if not all(map(self._is_slip_of, key, candidate_key)):
                continue
            if similarity > best_similarity:
                best, best_similarity = [outlet], similarity
            elif outlet not in best:
                best.append(outlet)
        return best[0] if len(best) == 1 else None

    def _is_slip_of(self, written: str, meant: str) -> bool:
        if written == meant:
            return True
        if len(meant) < _MIN_MISSPELT_LETTERS or written in self._not_misspellings:
            return False
        # People slip inside a word; another first letter is another word ("Neuters").
        slips = min(2, len(meant) // 3)
        return written[0] == meant[0] and OSA.distance(written, meant, score_cutoff=slips) <= slips

    def _longest(
        self, text: str, tokens: Sequence[_Token], at: int, previous_end: int, *, any_case: bool
    ) -> tuple[int, Outlet] | None:
        """The token index after the longest name that starts at token ``at``, and its outlet."""
        longest: tuple[int, _Name] | None = None
        node = self._root.children.get(tokens[at].folded)
        after = at + 1
        while node is not None:
            for name in node.names:
                if name.is_written_as(tokens[at:after], any_case=any_case):
                    longest = (after, name)
                    break
            if after == len(tokens) or not _are_joined(text, tokens[after - 1], tokens[after]):
                break
            node = node.children.get(tokens[after].folded)
            after += 1
        # No shorter name is tried in its place: in "The Atlantic Council of Canada"
        # nobody credits The Atlantic.
        if longest is None or _is_part_of_more(text, tokens, at, *longest, previous_end):
            return None
        return longest[0], longest[1].outlet


@cache
def load_outlets() -> OutletList:
    """The bundled outlets, read once.

    Its words that are nobody's slip are the entries of the large American and
    British word lists of Debian (wamerican-large, wbritish-large) that lie
    within two edits of a word of an unambiguous name.

    Raises:
        ValueError: if the bundled data does not hold together.
    """
    source = resources.files("corpus") / "data" / "outlets.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    return OutletList(map(_read_outlet, data["outlets"]), not_misspellings=data["not_misspellings"])


def _read_outlet(entry: Mapping[str, Any]) -> Outlet:
    outlet = Outlet(
        name=entry["name"],
        aliases=tuple(entry["aliases"]),
        kind=OutletKind(entry["kind"]),
        ambiguous_names=tuple(entry.get("ambiguous", ())),
    )
    if strangers := set(outlet.ambiguous_names) - set(outlet.names):
        raise ValueError(f"outlet {outlet.name!r} marks names it does not have: {strangers}")
    return outlet


_OPENING_SIGNS = frozenset("([{\"'\u201c\u00ab*_")
# Words that may stand in capitals before an outlet without being part of its name.
_BEFORE_A_CREDIT = frozenset(
    re.findall(
        r"\w+",
        """a according also an and as but by cited credit from in its per photo quoted
        report reported reports said says source sources the to via with writes""",
    )
)


def _tokens(text: str) -> Iterator[_Token]:
    for match in _WORD_OR_SIGN.finditer(text):
        cased = _fold_marks(match.group())
        if cased:
            yield _Token(match.start(), match.end(), cased, cased.casefold())


def _fold_marks(word: str) -> str:
    """``word`` without accents and invisible characters, quotes and dashes made plain."""
    if word.isascii():
        return "'" if word == "`" else word
    if len(word) == 1 and word in _APOSTROPHES + _DASHES:
        return word.translate(_SIGNS)
    decomposed = unicodedata.normalize("NFKD", word.translate(_SIGNS))
    return "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf"})


def _fold_all(text: str) -> tuple[str, ...]:
    tokens = _without_possessive(_without_tail(list(_tokens(text))))
    return tuple(token.folded for token in tokens)


def _without_tail(tokens: list[_Token]) -> list[_Token]:
    end = len(tokens)
    while end and not tokens[end - 1].folded[0].isalnum():
        end -= 1
    return tokens[:end]


def _without_possessive(tokens: list[_Token]) -> list[_Token]:
    if [token.folded for token in tokens[-2:]] == ["'", "s"]:
        return tokens[:-2]
    return tokens


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` without a leading article; "The" alone is a word."""
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _are_joined(text: str, word: _Token, following: _Token) -> bool:
    """Whether only white space with at most one line break lies between two words."""
    return _SPACE_IN_A_NAME.fullmatch(text, word.end, following.start) is not None


def _is_part_of_more(
    text: str, tokens: Sequence[_Token], at: int, after: int, name: _Name, previous_end: int
) -> bool:
    """Whether the neighbours show that the words are a piece of somebody else's longer name."""
    # "Reuters of London" is still Reuters; "Atlantic Council of Canada" is another council.
    if (name.ambiguous or len(name.folded) > 1) and _goes_on_with_of(text, tokens, after):
        return True
    if not name.ambiguous:
        return False
    if _is_hyphenated(tokens, after) or _is_hyphenated(tokens, at - 1):
        return True
    if at in (0, previous_end) or name.folded[0] == "the":
        return False
    before = tokens[at - 1]
    return (
        before.cased[0].isupper()
        and before.folded not in _BEFORE_A_CREDIT
        and text[before.end : tokens[at].start].strip(" ") == ""
    )


def _goes_on_with_of(text: str, tokens: Sequence[_Token], after: int) -> bool:
    """Whether "of" and a word in capitals follow on the same line."""
    if not 0 < after < len(tokens) - 1 or tokens[after].folded != "of":
        return False
    between = text[tokens[after - 1].end : tokens[after + 1].start]
    return between.strip(" ") == tokens[after].cased and tokens[after + 1].cased[0].isupper()


def _is_hyphenated(tokens: Sequence[_Token], at: int) -> bool:
    """Whether token ``at`` is a hyphen that touches a word at either side."""
    if not 0 < at < len(tokens) - 1 or tokens[at].folded != "-":
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _spelt_names(
    by_key: Mapping[tuple[str, ...], Sequence[_Name]],
) -> dict[int, list[tuple[str, tuple[str, ...], Outlet]]]:
    """Unambiguous names that can be misspelt, by their number of words."""
    spelt: dict[int, list[tuple[str, tuple[str, ...], Outlet]]] = {}
    for key, names in by_key.items():
        if any(name.ambiguous for name in names) or len("".join(key)) < _MIN_MISSPELT_LETTERS:
            continue
        spelt.setdefault(len(key), []).append((" ".join(key), key, names[0].outlet))
    return spelt


def _run_together(by_key: Mapping[tuple[str, ...], Sequence[_Name]]) -> dict[str, Outlet]:
    """Unambiguous names of at least eight letters written without spaces and signs."""
    together: dict[str, Outlet] = {}
    for key, names in by_key.items():
        letters = "".join(word for word in key if word[0].isalnum())
        if len(letters) >= 8 and not any(name.ambiguous for name in names):
            together.setdefault(letters, names[0].outlet)
    return together
