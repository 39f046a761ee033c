"""The bytes of a file, and bytes as text in whatever encoding they are."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ArticleNotFoundError, UnreadableFileError

MAX_BYTES = 5_000_000

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Text has a stray control character at most; a binary without NULs has many.
_MAX_CONTROL_SHARE = 0.01


def read_bytes(path: Path, *, most: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most ``most`` bytes.

    Raises:
        ArticleNotFoundError: if there is no such file.
        UnreadableFileError: if it may not be read, is no regular file or is larger.
    """
    shown = repr(str(path))
    try:
        if path.exists() and not path.is_file():
            raise UnreadableFileError(f"{shown} is not a regular file; name a text file")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as exc:
        # ValueError: a NUL in the name, which no file can have.
        raise ArticleNotFoundError(f"there is no file {shown}; check the path") from exc
    except PermissionError as exc:
        raise UnreadableFileError(
            f"{shown} may not be read by this user; change its permissions"
        ) from exc
    except OSError as exc:
        raise UnreadableFileError(f"{shown} cannot be read ({exc.strerror})") from exc
    if len(data) > most:
        raise UnreadableFileError(
            f"{shown} is larger than {most // 1_000_000} MB; split it into articles"
        )
    return data


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding that it was guessed to be in, where nothing told."""

    text: str
    guessed: str | None = None


def decode(data: bytes) -> Decoded:
    """``data`` as text, without its byte order mark.

    Raises:
        UnreadableFileError: if it is binary, or in no encoding that can be told.
    """
    guessed = None
    undecodable = "it is not readable as text; save it as UTF-8"
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as exc:
                raise UnreadableFileError(undecodable) from exc
            break
    else:
        if b"\0" in data:
            raise UnreadableFileError("it is binary; save it as plain text in UTF-8")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as exc:
            guess = _guess(data)
            if guess is None:
                raise UnreadableFileError(undecodable) from exc
            text, guessed = guess
    # C1 controls are not counted: a wrong guess of the code page gives them, binaries give C0.
    controls = sum(c < " " and c not in "\t\n\r\f" for c in text)
    if "\0" in text or controls > _MAX_CONTROL_SHARE * len(text):
        raise UnreadableFileError("it is binary; save it as plain text in UTF-8")
    return Decoded(text, guessed)


def _guess(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data).best()
    return None if best is None else (str(best), best.encoding)
