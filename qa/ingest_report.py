"""What became of the files that were added."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.articles import Article


class Outcome(StrEnum):
    """What became of a document."""

    ADDED = "added"
    UNCHANGED = "unchanged"  # the same file again, or one of its name that tells the same
    UPDATED = "updated"  # the same text with another title, publisher, date or address
    DUPLICATE = "duplicate"  # the text is there, from another file
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One document or file: ``article`` is the stored one, ``reason`` why there is none.

    ``near`` is the id of an article that says nearly the same and the share of
    what the two have in common; ``notes`` say what of the file was not read.
    """

    path: str
    outcome: Outcome
    article: Article | None = None
    reason: str | None = None
    near: tuple[str, float] | None = None
    notes: tuple[str, ...] = ()
