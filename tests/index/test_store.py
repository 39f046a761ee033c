"""An index is saved whole, loaded for what it was built from alone, and rebuilt where it is not."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from index_folder import edit_manifest, generation_of

from corpus.passages import Passage
from index.dense import DenseIndex
from index.errors import (
    IndexAccessError,
    IndexFormatError,
    IndexMismatchError,
    IndexMissingError,
)
from index.hashing import HashingEmbedder
from index.passage_index import PassageIndex, corpus_digest
from index.store import load_index, load_or_build, read_known_vectors, save_index

MakePassages = Callable[..., list[Passage]]

_EMBEDDER = HashingEmbedder(dim=32)


def test_a_saved_index_finds_the_same(folder: Path, passages: list[Passage]) -> None:
    built, loaded = PassageIndex.build(passages, _EMBEDDER), load_index(folder, passages, _EMBEDDER)

    assert loaded.search("storm at the harbour") == built.search("storm at the harbour")


def test_an_empty_index_is_saved_and_loaded(tmp_path: Path) -> None:
    save_index(PassageIndex.build([], _EMBEDDER), tmp_path)

    assert load_index(tmp_path, [], _EMBEDDER).search("storm").fused == ()


def test_the_manifest_says_what_the_index_was_built_from(
    folder: Path, passages: list[Passage]
) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())

    assert manifest["format"] == 1
    assert manifest["embedder"] == "hashing-32"
    assert manifest["dim"] == 32
    assert manifest["model_sha256"] == _EMBEDDER.fingerprint
    assert manifest["passages"] == 3
    assert manifest["corpus_sha256"] == corpus_digest(passages)
    assert manifest["created_by"].startswith("briefing-qa")


def test_nothing_in_the_folder_is_a_pickle(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.suffix == ".npy":
            assert b"'|O'" not in path.read_bytes()[:128]
        assert path.is_dir() or path.suffix in {".npy", ".json", ".faiss"}


def test_a_second_save_leaves_one_generation(folder: Path, passages: list[Passage]) -> None:
    before = generation_of(folder)

    save_index(PassageIndex.build(passages[:1], _EMBEDDER), folder)

    assert generation_of(folder) != before
    assert {path.name for path in folder.iterdir()} == {"manifest.json", generation_of(folder).name}
    assert len(load_index(folder, passages[:1], _EMBEDDER).passages) == 1


def test_what_a_dead_writer_left_is_removed_and_what_a_live_one_writes_is_not(
    folder: Path, passages: list[Passage]
) -> None:
    dead, live = folder / f"gen-{'0' * 16}", folder / f"gen-{'1' * 16}"
    dead.mkdir()
    live.mkdir()
    two_hours_ago = time.time() - 7200
    os.utime(dead, (two_hours_ago, two_hours_ago))

    save_index(PassageIndex.build(passages, _EMBEDDER), folder)

    assert not dead.exists()
    assert live.exists()


# --- what does not match ---


def test_another_corpus_is_refused_with_both_digests(folder: Path, passages: list[Passage]) -> None:
    other = [*passages[:2], *passages[:0], passages[2]][::-1]

    with pytest.raises(IndexMismatchError) as caught:
        load_index(folder, other, _EMBEDDER)

    assert corpus_digest(passages) in str(caught.value)
    assert corpus_digest(other) in str(caught.value)


def test_another_number_of_passages_is_refused_with_both(
    folder: Path, passages: list[Passage]
) -> None:
    with pytest.raises(IndexMismatchError, match="number of passages 3, asked for is 2"):
        load_index(folder, passages[:2], _EMBEDDER)


def test_other_titles_are_another_corpus(folder: Path, passages: list[Passage]) -> None:
    with pytest.raises(IndexMismatchError, match="corpus"):
        load_index(folder, passages, _EMBEDDER, titles={"a": "A title"})


def test_another_model_is_refused_with_both_fingerprints(
    folder: Path, passages: list[Passage]
) -> None:
    other = HashingEmbedder(dim=33)

    with pytest.raises(IndexMismatchError) as caught:
        load_index(folder, passages, other)

    assert _EMBEDDER.fingerprint in str(caught.value)
    assert other.fingerprint in str(caught.value)


def test_another_format_is_refused_with_both_numbers(folder: Path, passages: list[Passage]) -> None:
    edit_manifest(folder, format=99)

    with pytest.raises(IndexFormatError, match="format 99 and this program reads 1"):
        load_index(folder, passages, _EMBEDDER)


def test_a_folder_without_an_index_says_so(tmp_path: Path, passages: list[Passage]) -> None:
    for empty in (tmp_path, tmp_path / "absent"):
        with pytest.raises(IndexMissingError, match="no index in"):
            load_index(empty, passages, _EMBEDDER)


# --- load or build ---


def test_a_first_build_is_told_and_the_second_start_is_silent(
    tmp_path: Path, passages: list[Passage]
) -> None:
    told: list[str] = []

    load_or_build(tmp_path / "new" / "index", passages, _EMBEDDER, told.append)
    assert told == ["indexing 3 passages for the first time"]

    load_or_build(tmp_path / "new" / "index", passages, _EMBEDDER, told.append)
    assert len(told) == 1


def test_damage_is_told_and_mended(folder: Path, passages: list[Passage]) -> None:
    (generation_of(folder) / "dense.faiss").write_bytes(b"")
    told: list[str] = []

    index = load_or_build(folder, passages, _EMBEDDER, told.append)

    assert index.search("storm").fused[0].passage == passages[0]
    assert len(told) == 1
    assert "dense.faiss has 0 bytes" in told[0]
    assert load_index(folder, passages, _EMBEDDER).search("storm") == index.search("storm")


def test_a_folder_that_cannot_be_written_costs_a_message_and_not_the_index(
    tmp_path: Path, passages: list[Passage]
) -> None:
    (tmp_path / "file").write_text("in the way")
    told: list[str] = []

    index = load_or_build(tmp_path / "file" / "index", passages, _EMBEDDER, told.append)

    assert index.search("storm").fused[0].passage == passages[0]
    assert told[0] == "indexing 3 passages for the first time"
    assert "cannot be written" in told[1]
    assert "kept in memory" in told[1]
    assert len(told) == 2


def test_saving_where_nothing_can_be_written_is_an_access_error(
    tmp_path: Path, passages: list[Passage]
) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(IndexAccessError, match="cannot be written"):
        save_index(PassageIndex.build(passages, _EMBEDDER), tmp_path / "file")


def test_a_save_that_fails_leaves_the_old_index_and_no_rubbish(
    folder: Path, passages: list[Passage]
) -> None:
    index = PassageIndex.build(passages[:1], _EMBEDDER)
    before = sorted(folder.rglob("*"))
    # A folder in the place of the manifest's successor makes the last step fail.
    old = (folder / "manifest.json").read_bytes()
    (folder / "manifest.json").unlink()
    (folder / "manifest.json").mkdir()
    (folder / "manifest.json" / "in-the-way").touch()

    with pytest.raises(IndexAccessError):
        save_index(index, folder)

    shutil.rmtree(folder / "manifest.json")
    (folder / "manifest.json").write_bytes(old)
    assert sorted(folder.rglob("*")) == before
    assert len(load_index(folder, passages, _EMBEDDER).passages) == 3


def test_vectors_of_unchanged_texts_are_kept(folder: Path, passages: list[Passage]) -> None:
    assert len(read_known_vectors(folder, _EMBEDDER)) == 3
    assert read_known_vectors(folder, HashingEmbedder(dim=33)) == {}
    (generation_of(folder) / "dense.faiss").write_bytes(b"")
    assert read_known_vectors(folder, _EMBEDDER) == {}


def test_vectors_of_a_large_index_are_known_and_not_rounded_further(
    make_passages: MakePassages, tmp_path: Path
) -> None:
    passages = make_passages(*(f"Ship {n} sailed." for n in range(300)))
    exact = PassageIndex.build(passages, _EMBEDDER)
    rounded = replace(exact, dense=DenseIndex.build(exact.dense.vectors(range(300)), exact_up_to=9))
    save_index(rounded, tmp_path)

    known = read_known_vectors(tmp_path, _EMBEDDER)
    again = DenseIndex.build(np.stack([*known.values()]), exact_up_to=9)
    assert len(known) == 300
    assert np.array_equal(again.vectors(range(300)), rounded.dense.vectors(range(300)))
