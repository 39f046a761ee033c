"""Which parser cut an article: pieces that another one stored are cut anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

#: Modules of this room that ``corpus.parsing`` never reaches: what they do cuts no text.
#: A test holds the list to the imports; one that is not in it costs a parse too many.
APART = frozenset(
    {
        "article_ids",
        "bundled",
        "database",
        "dates",
        "decoding",
        "errors",
        "library",
        "loaders",
        "near_copies",
        "old_folder",
        "origins",
        "parser_version",
        "passages",
        "rows",
        "schema",
        "storing",
    }
)


@cache
def parser_version() -> str:
    """A sha256 over the code that cuts a text and its data, 16 hexadecimal digits.

    A number that somebody has to raise is forgotten once, and stale credits are
    wrong citations; this changes with any change, at the price of a parse too many.
    """
    return version_of_room(Path(__file__).parent)


def version_of_room(room: Path) -> str:
    """``parser_version`` of the code in the folder ``room``."""
    code = (path for path in room.glob("*.py") if path.stem not in APART)
    total = hashlib.sha256()
    for path in sorted((*code, *(room / "data").glob("*.json"))):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]
