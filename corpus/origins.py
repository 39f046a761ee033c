"""Which file an article came from, so that the file is known again."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """A document of a file; all that is None is not known.

    ``file_sha256`` is of the bytes that were read, 64 hexadecimal digits.
    ``path_sha256`` is of the path where the file lies, so that a library that is
    handed on tells nobody its owner's folders. ``repeat`` counts the documents
    before this one in the file that have its text; its place among all of them
    would change with every news item that a feed puts on top.
    """

    file_name: str | None = None
    file_sha256: str | None = None
    path_sha256: str | None = None
    repeat: int = 0


def origin_of(file: Path, *, file_sha256: str, uploaded: bool = False) -> Origin:
    """The origin of the first document of ``file``.

    ``uploaded``: the file lies where somebody put a copy of it for the moment, so
    that its name alone says which it is.
    """
    path = os.fsencode(os.path.realpath(file))
    return Origin(
        # A name that is not valid UTF-8 reaches us with lone surrogates.
        file_name=file.name.encode("utf-8", "replace").decode("utf-8"),
        file_sha256=file_sha256,
        path_sha256=None if uploaded else hashlib.sha256(path).hexdigest(),
    )
