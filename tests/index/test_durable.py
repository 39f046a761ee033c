from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from index.durable import digest_file, write_whole


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(b"old")

    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "taken" / "inside").mkdir(parents=True)

    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_digest_is_the_sha256_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"abc" * 100_000)

    wanted = hashlib.sha256(b"abc" * 100_000).hexdigest()

    assert digest_file(tmp_path / "file") == wanted
