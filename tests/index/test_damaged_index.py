"""What is missing, cut short or changed in an index folder is noticed and named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from index_folder import edit_manifest, generation_of

from corpus.passages import Passage
from index.errors import IndexDamagedError
from index.hashing import HashingEmbedder
from index.store import load_index

_EMBEDDER = HashingEmbedder(dim=32)
_FILES = (
    "dense.faiss",
    "digests.npy",
    "lexical/gains.npy",
    "lexical/rows.npy",
    "lexical/starts.npy",
    "lexical/vocabulary.json",
)


def test_the_damage_below_is_done_to_every_file(folder: Path) -> None:
    generation = generation_of(folder)

    assert (
        tuple(
            sorted(
                p.relative_to(generation).as_posix() for p in generation.rglob("*") if p.is_file()
            )
        )
        == _FILES
    )


@pytest.mark.parametrize("name", _FILES)
def test_a_missing_file_is_named(folder: Path, passages: list[Passage], name: str) -> None:
    (generation_of(folder) / name).unlink()

    with pytest.raises(IndexDamagedError, match=f"lacks .*{name}"):
        load_index(folder, passages, _EMBEDDER)


@pytest.mark.parametrize("name", _FILES)
def test_a_file_cut_short_is_named_with_both_sizes(
    folder: Path, passages: list[Passage], name: str
) -> None:
    path = generation_of(folder) / name
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])

    with pytest.raises(IndexDamagedError, match=f"{name} has {len(whole) - 1} bytes, not"):
        load_index(folder, passages, _EMBEDDER)


@pytest.mark.parametrize("name", _FILES)
def test_a_changed_byte_is_noticed(folder: Path, passages: list[Passage], name: str) -> None:
    path = generation_of(folder) / name
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)

    with pytest.raises(IndexDamagedError, match=f"{name} has the sha256"):
        load_index(folder, passages, _EMBEDDER)


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "{}", "\x00\xff", '{"format": 1}'])
def test_a_manifest_that_is_none_is_damage(
    folder: Path, passages: list[Passage], text: str
) -> None:
    (folder / "manifest.json").write_text(text, encoding="latin-1")

    with pytest.raises(IndexDamagedError, match=r"manifest\.json"):
        load_index(folder, passages, _EMBEDDER)


@pytest.mark.parametrize(
    "fields",
    [
        {"dim": "32"},
        {"passages": None},
        {"passages": True},
        {"embedder": 7},
        {"generation": "../elsewhere"},
        {"generation": 5},
        {"files": {"../../secret": {"bytes": 1, "sha256": "0"}}},
        {"files": {"/etc/passwd": {"bytes": 1, "sha256": "0"}}},
        {"files": []},
        {"files": {}},
        {"files": {"dense.faiss": {"bytes": 1}}},
    ],
)
def test_a_manifest_with_a_wrong_field_is_damage(
    folder: Path, passages: list[Passage], fields: dict[str, object]
) -> None:
    edit_manifest(folder, **fields)

    with pytest.raises(IndexDamagedError):
        load_index(folder, passages, _EMBEDDER)


def test_a_lost_generation_is_damage(folder: Path, passages: list[Passage]) -> None:
    shutil.rmtree(generation_of(folder))

    with pytest.raises(IndexDamagedError, match="lacks"):
        load_index(folder, passages, _EMBEDDER)
