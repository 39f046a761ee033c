"""Which format a file has: what its name says, held against how its bytes begin."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import UnsupportedFormatError

_KINDS = {
    "text": (".txt", ".text"),
    "Markdown": (".md", ".markdown"),
    "HTML": (".html", ".htm", ".xhtml"),
    "PDF": (".pdf",),
    "Word": (".docx",),
    "mail": (".eml",),
    "feed": (".rss", ".atom", ".xml"),
    "JSON": (".json",),
    "JSON Lines": (".jsonl", ".ndjson"),
}
_BY_SUFFIX = {suffix: kind for kind, own in _KINDS.items() for suffix in own}

#: The endings of names that can be read.
SUFFIXES = tuple(_BY_SUFFIX)

# What no text begins with; the rest is told by the name alone.
_BEGINNINGS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word"),
    (b"\xd0\xcf\x11\xe0", "old Office"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "RTF"),
)
_SHOWN = {"Word": "a zip or Word file", "old Office": "a file of old Office"}


def suffix_of(path: Path) -> str:
    """The ending of the file's name in lower case, with its dot."""
    return path.suffix.lower()


def kind_of(path: Path, data: bytes) -> str:
    """The format of the file at ``path`` that holds ``data``.

    Raises:
        UnsupportedFormatError: if no reader knows it, or name and bytes disagree.
    """
    named = _BY_SUFFIX.get(suffix_of(path))
    if named is None:
        raise UnsupportedFormatError(
            f"its name ends in none of {', '.join(SUFFIXES)}; save it as one of these"
        )
    begins = next((kind for start, kind in _BEGINNINGS if data.startswith(start)), None)
    if begins is not None and begins != named:
        shown = _SHOWN.get(begins, f"a {begins}")
        raise UnsupportedFormatError(
            f"its name says {named}, but it is {shown} by its first bytes; "
            "give it the name of what it is, or save it as what its name says"
        )
    if named in ("PDF", "Word") and begins is None:
        # A PDF may have a few bytes of rubbish before its mark.
        if named == "PDF" and b"%PDF-" in data[:1024]:
            return named
        raise UnsupportedFormatError(
            f"its name says {named}, but it does not begin like one; save it anew"
        )
    return named
