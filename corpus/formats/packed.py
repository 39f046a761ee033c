"""Zip files that may be bombs: looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from corpus.errors import UnreadableFileError
from corpus.formats.limits import Limits

_SMALL = 1_000_000  # bytes; a small part may shrink as well as it likes


def check_packed(data: bytes, limits: Limits) -> frozenset[str]:
    """The names of the parts of a zip file that is safe to unpack.

    Raises:
        UnreadableFileError: if it is damaged, locked, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise UnreadableFileError("it is locked with a password; save a copy without one")
            whole = sum(part.file_size for part in parts)
            swollen = [
                part
                for part in parts
                if part.file_size > _SMALL
                and part.file_size > limits.expansion * max(1, part.compress_size)
            ]
            if whole > limits.unpacked_bytes or swollen:
                raise UnreadableFileError(
                    f"it unpacks {len(data):,} bytes to {whole:,}, as a zip bomb does; save it anew"
                )
            # The directory may lie about a size; what is read stops at what was declared.
            return frozenset(part.filename for part in parts)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise UnreadableFileError(f"it is a damaged file ({error}); save it anew") from error
