"""What the doctor says of an index: it looks before an answer mends it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.library import Library
from index.embedding import open_embedder
from qa.assistant import Assistant
from qa.doctor import print_checks
from qa.ingest import Ingest

BRIDGE = "The bridge over the Ister opened on Monday. It cost 40 million crowns. (Reuters)\n"
FERRY = "The ferry over the Ister sails no more since Tuesday. (AFP)\n"


def add(folder: Path, name: str, text: str) -> None:
    path = folder.parent / name
    path.write_text(text, encoding="utf-8")
    ingest = Ingest(lambda: Library.open(folder, create=True), open_embedder)
    assert [line.outcome.value for line in ingest.add(ingest.files_of([str(path)]))] == ["added"]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of one article, with its index."""
    folder = tmp_path / "library"
    add(folder, "a.txt", BRIDGE)
    Assistant.open(folder)
    return folder


def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit status, and what is said of the index."""
    status = print_checks(library=folder, tell=lambda message: None)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == [
        "python:", "cache:", "library:", "database:", "embedder:", "index:", "answer:",
    ]  # fmt: skip
    assert lines[-1].startswith("ok       answer: an overview took ")
    return status, lines[5]


def test_a_sound_index_is_found_sound(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = f"ok       index: {library / 'index'} is sound, 1 passage"
    assert check(library, capsys) == (0, said)


def test_a_damaged_index_is_a_problem_until_it_is_built_anew(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (dense,) = library.rglob("dense.faiss")
    dense.write_bytes(dense.read_bytes()[:-1] + b"x")
    manifest = library / "index" / "manifest.json"

    status, said = check(library, capsys)
    assert status == 1
    assert said.startswith(f"problem  index: {dense} has the sha256 ")
    assert said.endswith("; build the index again, as the next check does")
    assert check(library, capsys)[0] == 0

    manifest.write_text("{")
    status, said = check(library, capsys)
    assert status == 1
    assert said.startswith("problem  index: ")
    assert str(manifest) in said
    assert check(library, capsys)[0] == 0


def test_an_index_that_is_to_come_is_no_problem(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(library / "index")
    assert check(library, capsys) == (0, "ok       index: none yet; the next question builds it")

    add(library, "b.txt", FERRY)
    assert check(library, capsys) == (
        0,
        "ok       index: older than the articles or than this program; "
        "the next question builds it anew",
    )
    assert check(library, capsys)[1].endswith(" is sound, 2 passages")


def test_an_empty_library_has_no_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Library.open(tmp_path / "library", create=True).folder
    assert check(folder, capsys) == (0, "ok       index: none, as there is nothing to find")
