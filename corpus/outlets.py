"""The world's outlets as data, and three ways to recognise one.

``exact`` knows a name as it is usually written, ``resolve`` forgives a slip of
the pen, and ``find_in`` reads the names off a stretch of text. All three work
on folded words, with the offsets of the original ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from typing import Any

from corpus.folded_words import (
    OPENING_SIGNS,
    FoldedWord,
    are_joined,
    fold_all,
    fold_words,
    without_article,
    without_possessive,
    without_tail,
)
from corpus.longer_names import is_part_of_more
from corpus.name_slips import MIN_SIMILARITY, NameSlips
from corpus.publishers import Outlet, OutletKind
from corpus.spans import Span

# Initials and short words ("AFP", "Yle") are matched as written, never in lower case.
_MIN_ANY_CASE_LETTERS = 5
# Longer than any name; a paragraph handed to ``resolve`` costs nothing.
_MAX_NAME_LETTERS = 120


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
        has_article = self.folded != without_article(self.folded)
        own_bare = self.cased[1:] if has_article else self.cased
        return own_bare == bare and (not has_article or len(words) > len(bare))

    def is_written_as(self, tokens: Sequence[FoldedWord], *, any_case: bool) -> bool:
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

    def child(self, word: str) -> _Node:
        """The node that ``word`` leads to, made where there is none."""
        found = self.children.get(word)
        if found is None:
            found = self.children[word] = _Node()
        return found


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

    @cached_property
    def _slips(self) -> NameSlips:
        unambiguous = {
            key: names[0].outlet
            for key, names in self._by_key.items()
            if not any(name.ambiguous for name in names)
        }
        return NameSlips(unambiguous, self._not_misspellings)

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
        tokens = list(fold_words(name))
        while tokens and tokens[0].folded in OPENING_SIGNS:
            tokens.pop(0)
        return self._exact(tokens) or self._exact(without_possessive(without_tail(tokens)))

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
        key = without_article(fold_all(name))
        return self._slips.run_together(key) or self._slips.nearest(
            key, min_similarity=min_similarity
        )

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
        tokens = list(fold_words(text))
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
        tokens = without_tail(list(fold_words(written)))
        if not tokens:
            raise ValueError(f"outlet {outlet.name!r} has a name without letters: {written!r}")
        cased = tuple(token.cased for token in tokens)
        folded = tuple(token.folded for token in tokens)
        name = _Name(outlet, written in outlet.ambiguous_names, cased, folded)
        key = without_article(folded)
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
            node = node.child(word)
        node.names.append(name)

    def _exact(self, tokens: Sequence[FoldedWord]) -> Outlet | None:
        words = tuple(token.folded for token in tokens)
        key = without_article(words)
        bare = tuple(token.cased for token in tokens)[len(words) - len(key) :]
        for name in self._by_key.get(key, ()):
            if not name.ambiguous or name.is_met_by(words, bare):
                return name.outlet
        return None

    def _longest(
        self, text: str, tokens: Sequence[FoldedWord], at: int, previous_end: int, *, any_case: bool
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
            if after == len(tokens) or not are_joined(text, tokens[after - 1], tokens[after]):
                break
            node = node.children.get(tokens[after].folded)
            after += 1
        # No shorter name is tried in its place: in "The Atlantic Council of Canada"
        # nobody credits The Atlantic.
        if longest is None:
            return None
        after, found = longest
        ambiguous = found.ambiguous
        if is_part_of_more(text, tokens, at, after, ambiguous=ambiguous, previous_end=previous_end):
            return None
        return after, found.outlet


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
