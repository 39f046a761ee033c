from __future__ import annotations

import json
import shlex
import sqlite3
from pathlib import Path

import pytest

from corpus.bundled import bundled_article
from corpus.database import NAME
from corpus.library import Library
from index.embedding import open_embedder
from qa.cli import main
from qa.opening import open_library

TEXT = (
    "Why it matters\n\nThe bridge opened on Monday. (Reuters)\n\n"
    "One engineer noted:\n\nIt holds.\n"
)


@pytest.fixture(scope="module", autouse=True)
def compiled_embedder() -> None:
    """The first of all uses says that it compiles."""
    open_embedder()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own"
    monkeypatch.setenv("BRIEFING_LIBRARY", str(folder))
    return folder


def test_add_list_and_remove(
    report: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(report), "--library", str(library)]) == 0
    assert main(["add", str(report), "--library", str(library)]) == 0
    assert main(["list", "--library", str(library)]) == 0
    assert main(["remove", "report", "--library", str(library)]) == 0
    assert main(["list", "--library", str(library)]) == 0

    out, err = capsys.readouterr()
    assert out == (
        "added: report (Report)\n"
        "unchanged: report (Report)\n"
        f"report\t{len(TEXT)} characters\t-\tReport\n"
        "removed: report\n"
    )
    where = shlex.quote(str(library))
    assert err == (
        "briefing: the library holds no articles; add one with: "
        f"briefing add PATH --library {where}\n"
    )


def test_one_bad_file_does_not_stop_the_others(
    report: Path, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.md").write_text(" \n")
    bad = ["", "missing.txt", str(tmp_path / "empty.md")]

    assert main(["add", *bad, str(report), "--library", str(library)]) == 2

    out, err = capsys.readouterr()
    assert out == "added: report (Report)\n"
    assert err == (
        "briefing: a path of no letters names no file; check the path\n"
        "briefing: there is no file 'missing.txt'; check the path\n"
        f"briefing: '{tmp_path / 'empty.md'}' cannot be read: "
        "it is empty; write the article into it first\n"
        "briefing: 1 added, 3 skipped\n"
    )


def test_nothing_is_made_for_nothing(library: Path) -> None:
    assert main(["add", "missing.txt", "--library", str(library)]) == 2
    assert not library.exists()


def test_show_prints_every_piece_in_the_contracts_shape(
    report: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(report), "--library", str(library)])
    capsys.readouterr()

    assert main(["show", "report", "--library", str(library), "--json"]) == 0

    out, err = capsys.readouterr()
    pieces = [json.loads(line) for line in out.splitlines()]
    assert err == ""
    assert [list(piece) for piece in pieces] == [
        ["article_id", "start", "end", "text", "kind", "heading", "outlets", "speaker"]
    ] * len(pieces)
    assert [(p["kind"], p["text"], p["heading"], p["outlets"], p["speaker"]) for p in pieces] == [
        ("heading", "Why it matters", None, [], None),
        ("sentence", "The bridge opened on Monday.", "Why it matters", ["Reuters"], None),
        ("credit", "(Reuters)", "Why it matters", ["Reuters"], None),
        ("sentence", "One engineer noted:", "Why it matters", [], "One engineer"),
        ("sentence", "It holds.", "Why it matters", [], "One engineer"),
    ]
    assert all(TEXT[p["start"] : p["end"]] == p["text"] for p in pieces)
    assert {p["article_id"] for p in pieces} == {"report"}


def test_show_for_a_terminal(
    report: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(report), "--library", str(library)])
    capsys.readouterr()

    assert main(["show", "report", "--library", str(library)]) == 0

    assert capsys.readouterr().out == (
        "     0-14     # Why it matters\n"
        "    16-44       The bridge opened on Monday.\n"
        "                <- Reuters\n"
        "    45-54       (Reuters)  -> credits Reuters\n"
        "    56-75       One engineer noted:\n"
        "                <- said by: One engineer\n"
        "    77-86       It holds.\n"
        "                <- said by: One engineer\n"
    )


def test_an_id_that_is_not_there_comes_with_those_that_are(
    report: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(report), "--library", str(library)])
    capsys.readouterr()

    assert main(["show", "../report", "--library", str(library)]) == 2
    assert main(["remove", "nothing", "--library", str(library)]) == 2
    assert main(["remove", "../articles/report", "--library", str(library)]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    first, second, third = err.splitlines()
    assert first == "briefing: there is no article '../report' here; name one of report"
    assert second == f"briefing: the library '{library}' has no article 'nothing'; list what it has"
    assert "'../articles/report'" in third
    assert [article.article_id for article in Library.open(library).articles()] == ["report"]


def test_own_articles_stand_beside_the_bundled_one(
    report: Path, own_library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundled = bundled_article()
    assert [a.article_id for a in open_library(None).articles] == [bundled.article_id]

    assert main(["add", str(report)]) == 0
    opened = open_library(None)

    assert [a.article_id for a in opened.articles] == [bundled.article_id, "report"]
    assert opened.index_folder == own_library / "index"


def test_the_bundled_article_cannot_be_removed_or_hidden(
    tmp_path: Path, own_library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundled = bundled_article()
    copy = tmp_path / "copy.txt"
    copy.write_text(bundled.text, encoding="utf-8")
    namesake = tmp_path / f"{bundled.article_id}.txt"
    namesake.write_text(TEXT, encoding="utf-8")

    assert main(["remove", bundled.article_id]) == 2
    assert main(["add", str(copy), str(namesake)]) == 0

    out, err = capsys.readouterr()
    assert err == (
        f"briefing: '{bundled.article_id}' ships with the program and cannot be removed; "
        "keep your own articles apart with --library DIR\n"
        "briefing: 1 added, 1 unchanged\n"
    )
    assert out.splitlines() == [
        f"unchanged: {bundled.article_id} ({bundled.title})",
        f"added: {bundled.article_id}-2 (Kazakhstan abraham accords)",
    ]
    assert [a.article_id for a in open_library(None).articles] == [
        bundled.article_id,
        f"{bundled.article_id}-2",
    ]


def test_a_namesake_from_elsewhere_is_passed_over_and_said(
    tmp_path: Path, own_library: Path
) -> None:
    bundled = bundled_article()
    namesake = tmp_path / f"{bundled.article_id}.txt"
    namesake.write_text(TEXT, encoding="utf-8")
    main(["add", str(namesake), "--library", str(own_library)])
    told: list[str] = []

    opened = open_library(None, on_damage=told.append)

    assert opened.articles == (bundled,)
    assert told == [
        f"your article '{bundled.article_id}' has the id of the bundled one and is passed over; "
        "add its file again under another name"
    ]


def test_a_namesake_that_is_passed_over_lends_the_bundled_article_no_pieces(
    report: Path, tmp_path: Path, own_library: Path
) -> None:
    bundled = bundled_article()
    namesake = tmp_path / f"{bundled.article_id}.txt"
    namesake.write_text("Nobody met.\n", encoding="utf-8")
    main(["add", str(namesake), str(report), "--library", str(own_library)])

    opened = open_library(None)

    assert [article.article_id for article in opened.articles] == [bundled.article_id, "report"]
    assert list(opened.pieces) == ["report"]


def test_a_damaged_article_is_said_and_the_others_are_there(
    report: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(report), "--library", str(library)])
    other = library.parent / "other.txt"
    other.write_text("The bridge closed on Friday.")
    main(["add", str(other), "--library", str(library)])
    with sqlite3.connect(library / NAME) as connection:
        connection.execute("UPDATE article SET text = 'x' WHERE article_id = 'other'")
    capsys.readouterr()

    assert main(["list", "--library", str(library)]) == 0

    out, err = capsys.readouterr()
    assert out.startswith("report\t")
    assert err == (
        "briefing: the stored article 'other' is damaged: it is not the one that was stored; "
        "remove it and add it again\n"
    )


def test_a_file_where_the_own_library_should_be_is_said(
    own_library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_library.write_text("x")

    assert main(["list"]) == 2
    assert capsys.readouterr() == (
        "",
        f"briefing: '{own_library}' is a file; name a folder for the library\n",
    )
