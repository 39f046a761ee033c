"""How far long work has come, on standard error: a bar for a person, lines for a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

_PATIENCE = 5.0  # seconds between two lines of a log


def show_progress(
    items: Iterable[Item],
    *,
    count: int,
    what: str,
    tell: Callable[[str], None],
    unit: str = "questions",
) -> Iterator[Item]:
    """The items one by one; a bar on a terminal, else a line every few seconds."""
    if sys.stderr.isatty():
        from tqdm import tqdm

        # The command sets TQDM_DISABLE against other libraries' bars; this one is ours.
        yield from tqdm(
            items, total=count, desc=what, unit=f" {unit}", disable=False, file=sys.stderr
        )
        return
    told = time.monotonic()
    for number, item in enumerate(items, start=1):
        yield item
        if number < count and time.monotonic() - told >= _PATIENCE:
            told = time.monotonic()
            tell(f"{what}: {number:,} of {count:,} {unit}")
