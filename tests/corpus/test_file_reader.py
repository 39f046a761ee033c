"""The process that parses files gives up on a bad one and goes on with the next."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from made_documents import PAGE, only
from made_pdf import write_pdf

from corpus.errors import (
    CorpusError,
    FileReaderError,
    UnreadableFileError,
)
from corpus.formats.limits import Limits
from corpus.formats.reading import read_contents
from corpus.formats.sandbox import FileReader


@pytest.fixture
def reader() -> Iterator[FileReader]:
    with FileReader(Limits(seconds=3.0)) as reader:
        yield reader


def test_the_reader_gives_the_same_as_reading_here(tmp_path: Path, reader: FileReader) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(write_pdf([["The ministers met in Oslo."], ["They agreed."]]))
    assert reader.read(path) == read_contents(path, Limits())


def test_the_reader_goes_on_after_a_bad_file(tmp_path: Path, reader: FileReader) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "good.txt").write_text("They met.")
    with pytest.raises(UnreadableFileError, match="is a damaged PDF"):
        reader.read(tmp_path / "bad.pdf")
    assert only(reader.read(tmp_path / "good.txt")).text == "They met."


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(
    tmp_path: Path, reader: FileReader
) -> None:
    (tmp_path / "good.txt").write_text("They met.")
    reader.read(tmp_path / "good.txt")
    os.mkfifo(tmp_path / "hangs.txt")  # nobody writes: is_file() is false for a pipe
    with pytest.raises(CorpusError, match="not a regular file"):
        reader.read(tmp_path / "hangs.txt")
    slow = FileReader(Limits(seconds=0.0))
    (tmp_path / "big.html").write_text(PAGE * 200)
    with slow:
        slow._process = reader._process  # started already, so that the bound is the file's own
        with pytest.raises(UnreadableFileError, match="takes more than 0 s to read"):
            slow.read(tmp_path / "big.html")
    reader._process = None
    assert only(reader.read(tmp_path / "good.txt")).text == "They met."


def test_a_file_that_needs_too_much_memory_is_given_up(tmp_path: Path) -> None:
    # One page whose content is a stream that swells a thousandfold.
    swollen = zlib.compress(b"(x) Tj " * 60_000_000, 9)
    pdf = write_pdf([["Hello."]])
    stream = pdf.index(b"<< /Length")
    end = pdf.index(b"endstream") + len(b"endstream")
    bomb = (
        pdf[:stream]
        + b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(swollen), swollen)
        + pdf[end:]
    )
    (tmp_path / "bomb.pdf").write_bytes(bomb)
    with FileReader() as reader, pytest.raises(CorpusError) as caught:
        reader.read(tmp_path / "bomb.pdf")
    assert "bomb.pdf" in str(caught.value)


@pytest.fixture
def read_titles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Reads four files with a parser whose title says how many it has read before.

    What it is told to do to the third is done to it.
    """

    def read(harm: str) -> list[str]:
        (tmp_path / "yaml.py").write_text(  # found before the true one
            "import os\nBaseLoader, YAMLError, read = None, ValueError, []\n"
            "def load(block, Loader):\n    read.append(block)\n"
            f"    if len(read) > 2: {harm}\n"
            "    return {'title': f'{block.strip()}, {len(read) - 1}'}\n"
        )
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        titles = []
        with FileReader() as reader:
            for name in "abcd":
                (tmp_path / f"{name}.md").write_text(f"---\n{name}\n---\nThey met.\n")
                titles.append(only(reader.read(tmp_path / f"{name}.md")).title)
        return titles

    return read


@pytest.mark.parametrize("harm", ["os._exit(1)", "raise MemoryError", "raise TypeError"])
def test_the_reader_holds_nothing_against_a_file_that_an_earlier_one_left_behind(
    read_titles: Callable[[str], list[str]], harm: str
) -> None:
    assert read_titles(harm) == ["a, 0", "b, 1", "c, 0", "d, 1"]


def test_the_reader_is_another_after_a_number_of_files(
    read_titles: Callable[[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.formats.sandbox._FILES_A_PROCESS", 3)
    assert read_titles("pass") == ["a, 0", "b, 1", "c, 2", "d, 0"]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("os._exit(1)", "fells the program that reads it; save it anew"),
        ("raise MemoryError", "needs more than 900 MB of memory to be read; "
         "split it or save it anew"),
        ("raise TypeError", "is damaged (TypeError while it was read); save it anew"),
    ],
)  # fmt: skip
def test_the_reader_tries_a_file_that_fells_it_twice_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str, said: str
) -> None:
    tries = tmp_path / "tries"
    (tmp_path / "yaml.py").write_text(
        f"import os\nBaseLoader, YAMLError = None, ValueError\ndef load(block, Loader):\n"
        f"    print('x', end='', file=open({str(tries)!r}, 'a'), flush=True)\n    {harm}\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "good.txt").write_text("They met.")
    (tmp_path / "bad.md").write_text("---\ntitle: Bad\n---\nThey met.\n")
    with FileReader() as reader:
        reader.read(tmp_path / "good.txt")
        with pytest.raises(UnreadableFileError) as caught:
            reader.read(tmp_path / "bad.md")
        assert only(reader.read(tmp_path / "good.txt")).text == "They met."
    assert str(caught.value) == f"{str(tmp_path / 'bad.md')!r} {said}"
    assert tries.read_text() == "xx"


@pytest.mark.parametrize(
    ("hashlib", "said"),
    [
        ("raise ImportError('no sums here')",
         "the process that reads files does not start (ImportError: no sums here); "
         "install briefing-qa again"),
        ("import os; os.kill(os.getpid(), 9)",
         "the process that reads files does not start (the system killed it); "
         "free some memory and add the files again"),
        ("import os; os._exit(3)",
         "the process that reads files does not start (status 3); "
         "install briefing-qa again"),
        ("import time; time.sleep(60)",
         "the process that reads files did not start within 1 s; "
         "free some memory and add the files again"),
    ],
)  # fmt: skip
def test_a_reader_that_cannot_start_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hashlib: str, said: str
) -> None:
    (tmp_path / "good.txt").write_text("They met.")
    (tmp_path / "hashlib.py").write_text(hashlib)  # found before Python's own
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr("corpus.formats.sandbox._START_SECONDS", 1.0)
    with FileReader() as reader, pytest.raises(FileReaderError) as caught:
        reader.read(tmp_path / "good.txt")
    assert str(caught.value) == said


def test_a_reader_that_is_not_to_be_had_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.txt").write_text("They met.")
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    with FileReader() as reader, pytest.raises(FileReaderError) as caught:
        reader.read(tmp_path / "good.txt")
    assert str(caught.value) == (
        "the process that reads files does not start (No such file or directory); "
        "free some memory, or install briefing-qa again"
    )


def test_no_name_in_a_file_reaches_a_path(tmp_path: Path, reader: FileReader) -> None:
    lines = json.dumps({"id": "../../etc/passwd", "text": "They met."})
    (tmp_path / "a.jsonl").write_text(lines)
    from corpus.loaders import article_of

    assert article_of(only(reader.read(tmp_path / "a.jsonl"))).article_id == "etc-passwd"
