"""How well whole articles are credited, against gold that tells every piece."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.articles import Article
from corpus.parsing import parse_article
from corpus.sentences import Piece, PieceKind

_DETERMINER = re.compile(r"(?:the|an?|its|their|his|her)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tally:
    """Names that were read, those of the gold, and how many of them are the same."""

    exact: int = 0  # sentences read as the gold has them
    met: int = 0
    read: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.met / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.met / self.gold if self.gold else 1.0

    def plus(self, read: frozenset[str], gold: frozenset[str]) -> Tally:
        return Tally(
            self.exact + (read == gold),
            self.met + len(read & gold),
            self.read + len(read),
            self.gold + len(gold),
        )


@dataclass(frozen=True, slots=True)
class CreditFigures:
    """What was measured over some articles."""

    articles: int
    sentences: int
    pieces: int
    cut_alike: int  # pieces of the gold's kind, from its first letter to its last
    outlets: Tally
    speakers: Tally


def measure_credits(golds: Iterable[Path]) -> CreditFigures:
    """Read the text beside each of ``golds``, which tell its pieces one by one as JSON Lines.

    A sentence that was cut otherwise is compared by the piece that its first letter is in.
    Speakers are compared without the determiner they open with.
    """
    articles = sentences = pieces = cut_alike = 0
    outlets, speakers = Tally(), Tally()
    for gold in golds:
        articles += 1
        text = gold.with_suffix(".txt").read_text(encoding="utf-8")
        read = parse_article(Article(gold.stem, gold.stem, text))
        end = 0
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            start = text.index(row["text"], end)
            end = start + len(row["text"])
            pieces += 1
            cut_alike += any(
                (piece.span.start, piece.span.end, piece.kind.value) == (start, end, row["kind"])
                for piece in read
            )
            if row["kind"] != "sentence":
                continue
            sentences += 1
            ours = _piece_at(read, start)
            outlets = outlets.plus(
                frozenset(ours.outlets if ours else ()), frozenset(row["outlets"])
            )
            speakers = speakers.plus(
                _named(ours.speaker if ours else None), _named(row["speaker"])
            )
    return CreditFigures(articles, sentences, pieces, cut_alike, outlets, speakers)


def _piece_at(pieces: Iterable[Piece], start: int) -> Piece | None:
    """The sentence that holds the letter at ``start``."""
    return next(
        (
            piece
            for piece in pieces
            if piece.span.start <= start < piece.span.end and piece.kind is PieceKind.SENTENCE
        ),
        None,
    )


def _named(speaker: str | None) -> frozenset[str]:
    if speaker is None:
        return frozenset()
    words = " ".join(speaker.strip("*_ ").split())
    return frozenset({_DETERMINER.sub("", words, count=1).casefold()})
