from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from read_only import read_only

from corpus.database import NAME
from corpus.errors import LibraryFolderError
from corpus.library import Library
from corpus.parser_version import parser_version
from index.embedding import open_embedder
from index.hashing import HashingEmbedder
from qa.adding import format_line
from qa.answers import Abstention, Answer
from qa.assistant import Assistant
from qa.cli import EXIT_OURS, main
from qa.desk import Desk
from qa.ingest import Ingest
from qa.ingest_report import Outcome, ReportLine

BRIDGE = "The bridge over the Ister opened on Monday. It cost 40 million crowns. (Reuters)\n"
WORDS = " ".join(f"word{number}" for number in range(80))


def ingest_into(folder: Path) -> Ingest:
    return Ingest(lambda: Library.open(folder, create=True), lambda: HashingEmbedder(dim=16))


def add(folder: Path, *paths: Path) -> list[ReportLine]:
    ingest = ingest_into(folder)
    return list(ingest.add(ingest.files_of([str(path) for path in paths])))


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_each_document_has_a_line_in_the_order_of_the_files(tmp_path: Path) -> None:
    source = tmp_path / "in"
    write(source, "a.txt", BRIDGE)
    write(source, "b.txt", BRIDGE)
    write(source, "c.pdf", "no pdf")
    write(source, "d.jsonl", '{"title": "One", "text": "First."}\n{"text": 7}\n'
          '{"title": "Two", "text": "Second."}\n')  # fmt: skip
    write(source, "e.txt", WORDS)
    write(source, "f.txt", WORDS.replace("word40", "changed"))

    lines = add(tmp_path / "library", source)

    shown = [(Path(line.path).name, line.outcome.value,
              line.article.article_id if line.article else None) for line in lines]  # fmt: skip
    assert shown == [
        ("a.txt", "added", "a"),
        ("b.txt", "duplicate", "a"),
        ("c.pdf", "skipped", None),
        ("d.jsonl", "skipped", None),
        ("d.jsonl", "added", "one"),
        ("d.jsonl", "added", "two"),
        ("e.txt", "added", "e"),
        ("f.txt", "added", "f"),
    ]
    # 76 runs of five words each; the changed word stands in five of them: 71 of 81 in common.
    assert lines[-1].near == ("e", 71 / 81)
    assert format_line(lines[-1]) == "added: f (F), nearly the same as e (88%)"
    assert [line.outcome for line in add(tmp_path / "library", source / "a.txt")] == [
        Outcome.UNCHANGED
    ]


def test_the_same_file_with_other_front_matter_is_brought_up_to_date(tmp_path: Path) -> None:
    text = f"---\ntitle: Bridge\ndate: 2026-01-02\n---\n{BRIDGE}"
    path = write(tmp_path, "a.md", text)
    add(tmp_path / "library", path)
    before = Library.open(tmp_path / "library").revision()
    assert [line.outcome for line in add(tmp_path / "library", path)] == [Outcome.UNCHANGED]
    assert Library.open(tmp_path / "library").revision() == before

    write(tmp_path, "a.md", text.replace("2026-01-02", "2026-01-03\nsource: Ister Post"))
    (line,) = add(tmp_path / "library", path)

    assert line.outcome is Outcome.UPDATED
    (article,) = Library.open(tmp_path / "library").articles()
    assert (article.title, article.publisher, article.published) == (
        "Bridge", "Ister Post", "2026-01-03",
    )  # fmt: skip
    assert article == line.article
    assert Library.open(tmp_path / "library").revision() > before


def test_two_outlets_with_one_story_keep_their_names_and_titles(tmp_path: Path) -> None:
    wire = write(tmp_path, "wire.jsonl", "".join(
        json.dumps({"title": title, "text": BRIDGE, "publisher": publisher}) + "\n"
        for title, publisher in (("Bridge opens", "Reuters"), ("Ister bridged", "AP"))
    ))  # fmt: skip
    both = [("bridge-opens", "Bridge opens", "Reuters"), ("ister-bridged", "Ister bridged", "AP")]

    def stored() -> list[tuple[str, str, str | None]]:
        articles = Library.open(tmp_path / "library").articles()
        return [(one.article_id, one.title, one.publisher) for one in articles]

    lines = add(tmp_path / "library", wire)
    assert [format_line(line) for line in lines] == [
        "added: bridge-opens (Bridge opens)",
        "added: ister-bridged (Ister bridged), nearly the same as bridge-opens (100%)",
    ]
    assert stored() == both
    revision = Library.open(tmp_path / "library").revision()
    assert [line.outcome for line in add(tmp_path / "library", wire)] == [Outcome.UNCHANGED] * 2
    assert Library.open(tmp_path / "library").revision() == revision
    assert stored() == both


def test_a_file_of_the_same_name_elsewhere_changes_nothing(tmp_path: Path) -> None:
    post = write(tmp_path / "post", "story.md", f"---\ntitle: Opened\n---\n{BRIDGE}")
    echo = write(tmp_path / "echo", "story.md", f"---\ntitle: Crossed\n---\n{BRIDGE}")
    lines = add(tmp_path / "library", post, echo)
    assert [format_line(line) for line in lines] == [
        "added: story (Opened)",
        f"duplicate: {echo} has the text of story (Opened)",
    ]


def test_a_feed_with_news_on_top_is_known_again_item_by_item(tmp_path: Path) -> None:
    items = [{"title": "Bridge", "text": BRIDGE}, {"title": "Words", "text": WORDS}]
    feed = write(tmp_path, "feed.jsonl", "\n".join(map(json.dumps, items)))
    add(tmp_path / "library", feed)
    items = [{"title": "News", "text": "The bridge closed."}, *items]
    items[-1] |= {"date": "2026-01-02"}
    write(tmp_path, "feed.jsonl", "\n".join(map(json.dumps, items)))
    assert [line.outcome for line in add(tmp_path / "library", feed)] == [
        Outcome.ADDED, Outcome.UNCHANGED, Outcome.UPDATED,
    ]  # fmt: skip


def test_a_file_that_a_browser_sends_is_known_by_its_name(tmp_path: Path) -> None:
    text = f"---\ntitle: Bridge\nsource: Reuters\n---\n{BRIDGE}"
    sent = [
        write(tmp_path / "1", "story.md", text),
        write(tmp_path / "2", "story.md", text.replace("Bridge\n", "The bridge\n", 1)),
        write(tmp_path / "3", "story.md", text.replace("source: Reuters", "source: AP")),
    ]
    desk = Desk(tmp_path / "library")
    lines = [line for path in sent for line in desk.add([str(path)])]
    assert [(line.outcome, line.article and line.article.title) for line in lines] == [
        (Outcome.ADDED, "Bridge"), (Outcome.UPDATED, "The bridge"), (Outcome.ADDED, "Bridge"),
    ]  # fmt: skip


def test_a_file_that_got_a_number_is_known_again(tmp_path: Path) -> None:
    one = write(tmp_path / "x", "summit.txt", BRIDGE)
    two = write(tmp_path / "y", "summit.txt", BRIDGE.replace("40", "50"))
    add(tmp_path / "library", one, two)
    (line,) = add(tmp_path / "library", two)
    assert (line.outcome, line.article and line.article.article_id) == (
        Outcome.UNCHANGED, "summit-2",
    )  # fmt: skip


def test_a_name_that_is_no_unicode_stops_nothing(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md"))
    path.write_text(BRIDGE)
    lines = add(tmp_path / "library", path, write(tmp_path, "b.txt", WORDS))
    assert [line.outcome for line in lines] == [Outcome.ADDED, Outcome.ADDED]
    with sqlite3.connect(tmp_path / "library" / NAME) as connection:
        names = [row[0] for row in connection.execute("SELECT file_name FROM article")]
    assert names == ["caf?.md", "b.txt"]


def test_a_file_that_goes_while_others_are_added_is_named(tmp_path: Path) -> None:
    good, gone = write(tmp_path, "a.txt", BRIDGE), tmp_path / "b.txt"
    ingest = ingest_into(tmp_path / "library")
    lines = list(ingest.add(iter([(str(path), path) for path in (good, gone)])))
    assert [line.outcome for line in lines] == [Outcome.ADDED, Outcome.SKIPPED]
    assert lines[1].reason == f"there is no file {str(gone)!r}; check the path"


def test_what_is_stored_is_whole_pieces_passages_and_vectors(tmp_path: Path) -> None:
    add(tmp_path / "library", write(tmp_path, "a.txt", BRIDGE))

    library = Library.open(tmp_path / "library")
    embedder = HashingEmbedder(dim=16)
    (pieces,) = library.stock(parser=parser_version()).pieces.values()
    vectors = library.vectors(embedder.fingerprint)

    assert [piece.text for piece in pieces] == [
        "The bridge over the Ister opened on Monday.", "It cost 40 million crowns.", "(Reuters)",
    ]  # fmt: skip
    (stored,) = vectors.values()
    text = "A\n" + BRIDGE.removesuffix(" (Reuters)\n")
    expected = embedder.encode_passages([text])[0]
    np.testing.assert_array_equal(np.frombuffer(stored, dtype="<f4"), expected)
    with sqlite3.connect(tmp_path / "library" / NAME) as connection:
        (name, digest) = connection.execute("SELECT file_name, file_sha256 FROM article").fetchone()
    assert (name, len(digest)) == ("a.txt", 64)


def test_a_library_that_cannot_be_written_stops_all(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("a file")
    with pytest.raises(LibraryFolderError, match="is a file; name a folder"):
        add(tmp_path / "library", write(tmp_path, "a.txt", BRIDGE))


def test_the_report_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(tmp_path, "a.md", f"---\ntitle: Bridge\ndate: 2026-01-02\n---\n{BRIDGE}")
    bad = write(tmp_path, "b.pdf", "no pdf")

    assert main(["add", str(source), str(bad), "--json", "--library", str(tmp_path / "l")]) == 2

    added, skipped = map(json.loads, capsys.readouterr().out.splitlines())
    assert added == {
        "path": str(source), "outcome": "added", "article_id": "a", "title": "Bridge",
        "publisher": None, "published": "2026-01-02", "near": None, "reason": None, "notes": [],
    }  # fmt: skip
    assert (skipped["outcome"], skipped["article_id"]) == ("skipped", None)
    assert "does not begin like one" in skipped["reason"]


def test_a_reader_of_files_that_cannot_start_is_told_once_and_is_a_failure_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(write(tmp_path, name, BRIDGE)) for name in ("a.txt", "b.txt")]
    write(tmp_path, "hashlib.py", "raise ImportError('no sums here')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))  # of the process that reads, not of this one

    assert main(["add", *files, "--library", str(tmp_path / "l")]) == EXIT_OURS

    assert capsys.readouterr() == (
        "",
        "briefing: the process that reads files does not start (ImportError: no sums here); "
        "install briefing-qa again\n",
    )
    assert not (tmp_path / "l").exists()


class TestAnOpenAssistant:
    def ask(self, assistant: Assistant, question: str) -> Answer | Abstention:
        return assistant.ask(question)

    def add(self, folder: Path, *paths: Path) -> Sequence[ReportLine]:
        ingest = Ingest(lambda: Library.open(folder), open_embedder)
        return list(ingest.add(ingest.files_of([str(path) for path in paths])))

    def test_sees_what_was_added_and_removed_without_a_restart(self, tmp_path: Path) -> None:
        folder = tmp_path / "library"
        library = Library.open(folder, create=True)
        self.add(folder, write(tmp_path, "a.txt", BRIDGE))
        assistant = Assistant.open(folder)
        question = "Who won the mayoral election in Pinewood?"
        assert isinstance(assistant.ask(question), Abstention)

        news = "Rosa Lindqvist won the mayoral election in Pinewood on Sunday. (AFP)\n"
        self.add(folder, write(tmp_path, "b.txt", news))
        reply = assistant.ask(question)
        assert isinstance(reply, Answer)
        assert reply.short == "Rosa Lindqvist"
        assert reply.citations[0].outlets == ("AFP",)

        library.remove("b")
        assert isinstance(assistant.ask(question), Abstention)
        assert [article.article_id for article in assistant.articles] == ["a"]

    def test_takes_the_index_that_another_has_saved(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "library"
        Library.open(folder, create=True)
        self.add(folder, write(tmp_path, "a.txt", BRIDGE))
        assistant = Assistant.open(folder)
        news = "Rosa Lindqvist won the mayoral election in Pinewood on Sunday. (AFP)\n"
        self.add(folder, write(tmp_path, "b.txt", news))
        Assistant.open(folder)
        # Nothing is left to build.
        monkeypatch.setattr("index.passage_index.PassageIndex.build", None)

        reply = assistant.ask("Who won the mayoral election in Pinewood?")

        assert isinstance(reply, Answer)
        assert reply.short == "Rosa Lindqvist"

    def test_cuts_what_another_parser_has_cut_once_and_keeps_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        library = self.cut_by_another(tmp_path)
        revision = library.revision()

        pieces = Assistant.open(library.folder).now().pieces["a"]

        assert [piece.text for piece in pieces][-1] == "(Reuters)"
        assert library.stock(parser=parser_version()).pieces == {"a": pieces}
        assert library.revision() == revision
        # Nothing is left to cut.
        monkeypatch.setattr("corpus.parsing.parse_article", None)
        assert Assistant.open(library.folder).now().pieces["a"] == pieces

    def test_answers_over_a_folder_that_may_not_be_written_and_says_what_it_costs(
        self, tmp_path: Path
    ) -> None:
        library = self.cut_by_another(tmp_path)
        Assistant.open(library.folder)  # the index is kept
        self.forget_pieces(library)
        told: list[str] = []

        with read_only(library.folder):
            reply = Assistant.open(library.folder, on_progress=told.append).ask(
                "When did the bridge open?"
            )

        assert isinstance(reply, Answer)
        (sentence,) = told
        assert sentence.startswith(f"the library {str(library.folder)!r} cannot be written (")
        assert sentence.endswith("; until then its articles are read anew at every start")

    def cut_by_another(self, tmp_path: Path) -> Library:
        """A library whose one article another version of the program has cut."""
        library = Library.open(tmp_path / "library", create=True)
        self.add(library.folder, write(tmp_path, "a.txt", BRIDGE))
        self.forget_pieces(library)
        return library

    def forget_pieces(self, library: Library) -> None:
        (article,) = library.articles()
        library.store_pieces([(article, ())], parser="another")

    def test_goes_on_with_what_it_had_when_the_library_breaks(self, tmp_path: Path) -> None:
        folder = tmp_path / "library"
        self.add(Library.open(folder, create=True).folder, write(tmp_path, "a.txt", BRIDGE))
        told: list[str] = []
        assistant = Assistant.open(folder, on_progress=told.append)
        told.clear()
        (folder / NAME).write_bytes(b"broken" * 1000)

        reply = assistant.ask("When did the bridge open?")

        assert isinstance(reply, Answer)
        assert reply.short in ("Monday", "on Monday")
        assert "is damaged" in told[0]
        assert told[0].endswith("; the articles are those that were there before")
