"""How much a file may ask of the machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file; each is named in the error of a file that goes over it.

    ``seconds`` and ``memory_bytes`` bound the process that parses (the memory
    where the system can bound it: Linux and macOS). ``expansion`` is how many
    times its packed size a part of a packed file may take; the text of all
    documents of a file may have ``letters`` code points.
    """

    file_bytes: int = 50_000_000
    seconds: float = 8.0
    memory_bytes: int = 900_000_000
    pages: int = 2_000
    expansion: int = 200
    unpacked_bytes: int = 200_000_000
    letters: int = 10_000_000
    documents: int = 10_000
