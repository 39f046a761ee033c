"""A folder that nobody may write, root included."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """``folder`` and all that is in it, as on a disk that is mounted for reading.

    The test is skipped where this machine lets nobody make such a folder.
    """
    if not hasattr(os, "geteuid"):
        pytest.skip("takes the permissions of a POSIX system")
    if os.geteuid() != 0:
        folder.chmod(0o555)
        try:
            yield
        finally:
            folder.chmod(0o755)
        return
    # Everything is writable for root, but for what is mounted otherwise.
    bound = ["mount", "--bind", str(folder), str(folder)]
    try:
        made = subprocess.run(bound, capture_output=True).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("this machine lets nobody mount a folder")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)
