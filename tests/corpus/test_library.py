from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import library as library_module
from corpus.articles import Article
from corpus.database import NAME
from corpus.errors import (
    ArticleNotFoundError,
    DamagedArticleError,
    EmptyArticleError,
    InvalidArticleIdError,
    LibraryFolderError,
    UnreadableFileError,
)
from corpus.library import Feedback, Library
from corpus.parsing import parse_article
from corpus.spans import Span
from corpus.storing import Added, Prepared, Unchanged

SUMMIT = Article(
    "summit", "A summit", "They met.\n", "Reuters", "2025-11-06", "https://example.org"
)
TRADE = Article("trade", "Trade", "They traded.")
unicode_text = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", create=True)


def damage(library: Library, article_id: str) -> None:
    """As a disk that flipped a letter would."""
    with sqlite3.connect(library.folder / NAME) as connection:
        connection.execute(
            "UPDATE article SET text = text || 'x' WHERE article_id = ?", (article_id,)
        )


class TestOpening:
    def test_a_missing_folder_is_an_error_without_create(self, tmp_path: Path) -> None:
        with pytest.raises(
            LibraryFolderError, match=r"there is no library at .*; make one by adding"
        ):
            Library.open(tmp_path / "none")
        assert not (tmp_path / "none").exists()

    @pytest.mark.parametrize("create", [True, False])
    def test_a_file_is_no_library(self, tmp_path: Path, create: bool) -> None:
        (tmp_path / "file").write_text("x")
        with pytest.raises(LibraryFolderError):
            Library.open(tmp_path / "file", create=create)

    def test_an_empty_folder_is_an_empty_library(self, tmp_path: Path) -> None:
        library = Library.open(tmp_path)
        assert library.articles() == ()
        assert library.damaged == ()
        assert library.index_folder == tmp_path / "index"
        assert list(tmp_path.iterdir()) == []


class TestAdding:
    def test_articles_come_back_in_the_order_of_adding(self, library: Library) -> None:
        assert library.add(TRADE) == Added(TRADE)
        assert library.add(SUMMIT) == Added(SUMMIT)
        assert Library.open(library.folder).articles() == (TRADE, SUMMIT)
        assert library.get("summit") == SUMMIT

    def test_the_order_survives_a_removal(self, library: Library) -> None:
        for article in (SUMMIT, TRADE):
            library.add(article)
        library.remove("summit")
        library.add(SUMMIT)
        assert library.articles() == (TRADE, SUMMIT)

    def test_the_same_text_is_unchanged_whatever_its_name(self, library: Library) -> None:
        library.add(SUMMIT)
        assert library.add(replace(SUMMIT, article_id="other", title="Other")) == Unchanged(SUMMIT)
        assert library.articles() == (SUMMIT,)

    def test_another_text_with_the_same_id_gets_a_number(self, library: Library) -> None:
        library.add(SUMMIT)
        second, third = replace(SUMMIT, text="Second."), replace(SUMMIT, text="Third.")
        assert library.add(second) == Added(replace(second, article_id="summit-2"))
        assert library.add(third) == Added(replace(third, article_id="summit-3"))
        assert library.get("summit-3").text == "Third."

    def test_the_longest_id_can_get_a_number_too(self, library: Library) -> None:
        long = replace(SUMMIT, article_id="é" * 100)
        library.add(long)
        outcome = library.add(replace(long, text="Second."))
        assert outcome.article.article_id == "é" * 100 + "-2"
        assert library.get("é" * 100 + "-2").text == "Second."

    def test_a_damaged_article_is_never_overwritten(self, library: Library) -> None:
        library.add(SUMMIT)
        damage(library, "summit")
        assert library.add(SUMMIT) == Added(
            replace(SUMMIT, article_id="summit-2"), ("summit", 1.0)
        )
        assert [error.article_id for error in library.damaged] == ["summit"]

    def test_several_are_stored_together_or_not_at_all(self, library: Library) -> None:
        bad = replace(TRADE, text=" ")
        with pytest.raises(EmptyArticleError):
            library.add_all([Prepared(SUMMIT), Prepared(bad)])
        assert library.articles() == ()
        assert library.add_all([Prepared(SUMMIT), Prepared(TRADE), Prepared(SUMMIT)]) == [
            Added(SUMMIT),
            Added(TRADE),
            Unchanged(SUMMIT),
        ]

    def test_an_updated_copy_is_added_and_names_the_one_it_is_like(self, library: Library) -> None:
        words = [f"word{number}" for number in range(60)]
        first = Article("wire", "Wire", " ".join(words))
        later = Article("wire-update", "Wire", " ".join([*words[:50], "changed", *words[51:]]))
        library.add(TRADE)
        library.add(first)
        outcome = library.add(later)
        # 56 runs of five words each; the changed word stands in five of them: 51 of 61 in common.
        assert outcome == Added(later, ("wire", 51 / 61))

    def test_every_change_raises_the_revision(self, library: Library) -> None:
        seen = [library.revision()]
        for change in (
            lambda: library.add(SUMMIT),
            lambda: library.add(TRADE),
            lambda: library.remove("summit"),
        ):
            change()
            seen.append(library.revision())
        assert seen == sorted(set(seen))

    @pytest.mark.parametrize(
        ("article", "error"),
        [
            (replace(SUMMIT, article_id="../summit"), InvalidArticleIdError),
            (replace(SUMMIT, article_id=""), InvalidArticleIdError),
            (replace(SUMMIT, text=" \n"), EmptyArticleError),
            (replace(SUMMIT, text="half \ud83d"), UnreadableFileError),
            (replace(SUMMIT, title="half \ud83d"), UnreadableFileError),
        ],
    )
    def test_what_cannot_be_kept_is_refused(
        self, library: Library, article: Article, error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            library.add(article)
        assert list(library.folder.iterdir()) == []

    @settings(deadline=None)  # a disk may be slow to sync
    @given(st.lists(st.tuples(unicode_text.map(lambda t: "x" + t), unicode_text), max_size=4))
    def test_any_unicode_comes_back_to_the_letter(self, texts: list[tuple[str, str]]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            library = Library.open(folder)
            added = []
            for text, title in texts:
                outcome = library.add(Article("a", title, text))
                if isinstance(outcome, Added):
                    added.append(outcome.article)
            assert Library.open(folder).articles() == tuple(added)
            assert {a.text for a in added} == {text for text, _ in texts}


class TestWhatWasMadeOfAnArticle:
    def test_pieces_come_back_as_they_were_cut(self, library: Library) -> None:
        text = "Why\n\nThey met, Reuters reported. “It works”, the envoy said. (AFP, dpa)\n"
        article = Article("summit", "A summit", text)
        pieces = parse_article(article)
        library.add_all([Prepared(article, parser="now", pieces=pieces)])
        assert library.stock(parser="now").pieces == {"summit": pieces}
        assert library.stock(parser="another").pieces == {}
        assert {outlet for piece in pieces for outlet in piece.outlets} >= {"Reuters", "AFP"}

    def test_vectors_go_with_the_last_passage_that_has_their_text(self, library: Library) -> None:
        def prepared(article: Article) -> Prepared:
            return Prepared(
                article, passages=((Span(0, 4), b"same"),), model="m", vectors={b"same": b"1234"}
            )

        library.add_all([prepared(SUMMIT), prepared(TRADE)])
        library.remove("summit")
        assert library.vectors("m") == {b"same": b"1234"}
        assert library.vectors("other") == {}
        library.remove("trade")
        assert library.vectors("m") == {}
        assert library.check() == ()

    def test_feedback_comes_back_in_order(self, library: Library) -> None:
        good = Feedback(True, None, "Who met?", (), {"text": "They met. [1]"}, "2026-01-01T00:00")
        bad = Feedback(False, "wrong outlet", "Says who?", ("Who met?",), {}, "2026-01-02T00:00")
        library.add_feedback(good)
        library.add_feedback(bad)
        assert library.feedback() == (good, bad)


class TestOtherPrograms:
    def test_a_database_of_another_program_is_left_alone(self, tmp_path: Path) -> None:
        with sqlite3.connect(tmp_path / NAME) as connection:
            connection.execute("CREATE TABLE songs (name TEXT)")
        before = (tmp_path / NAME).read_bytes()
        library = Library.open(tmp_path)
        for use in (library.articles, lambda: library.add(SUMMIT)):
            with pytest.raises(LibraryFolderError, match="is another program's database"):
                use()
        assert (tmp_path / NAME).read_bytes() == before

    def test_reading_makes_no_tables(self, tmp_path: Path) -> None:
        (tmp_path / NAME).touch()  # as a program leaves it that is killed when it begins
        library = Library.open(tmp_path)
        assert library.articles() == ()
        assert (tmp_path / NAME).stat().st_size == 0
        library.add(SUMMIT)
        assert library.articles() == (SUMMIT,)

    def test_feedback_and_what_is_there_already_change_no_revision(self, library: Library) -> None:
        library.add(SUMMIT)
        before = library.revision()
        library.add_feedback(Feedback(True, None, "Who met?", (), {}))
        library.add(SUMMIT)
        assert library.revision() == before
        library.add(TRADE)
        assert library.revision() == before + 1


class TestCrashes:
    @pytest.mark.parametrize("statement", ["BEGIN IMMEDIATE", "INSERT INTO shingle", "COMMIT"])
    def test_a_program_killed_at_any_step_leaves_a_whole_article_or_none(
        self, library: Library, statement: str
    ) -> None:
        library.add(SUMMIT)
        code = (
            "import os, sqlite3, sys\n"
            "from corpus.articles import Article\n"
            "from corpus.library import Library\n"
            "class Dying(sqlite3.Connection):\n"
            "    def execute(self, sql, *rest):\n"
            f"        if sql.startswith({statement!r}): os._exit(9)\n"
            "        return super().execute(sql, *rest)\n"
            "    def executemany(self, sql, *rest):\n"
            f"        if sql.startswith({statement!r}): os._exit(9)\n"
            "        return super().executemany(sql, *rest)\n"
            "connect = sqlite3.connect\n"
            "sqlite3.connect = lambda *a, **k: connect(*a, factory=Dying, **k)\n"
            "Library.open(sys.argv[1]).add(Article('trade', 'Trade', 'They traded.'))\n"
        )
        root = Path(library_module.__file__).parent.parent
        done = subprocess.run([sys.executable, "-c", code, str(library.folder)], cwd=root)
        assert done.returncode == 9
        assert library.articles() == (SUMMIT,)
        assert library.check() == ()
        library.add(TRADE)
        assert library.articles() == (SUMMIT, TRADE)

    def test_what_a_killed_program_left_half_on_the_disk_is_undone_by_the_next_reader(
        self, library: Library
    ) -> None:
        library.add(SUMMIT)
        code = (
            "import os, sys\n"
            "from pathlib import Path\n"
            "from corpus.database import writing\n"
            "with writing(Path(sys.argv[1])) as connection:\n"
            "    connection.execute('PRAGMA cache_size = 1')\n"  # so that pages go to the file
            "    connection.execute('DELETE FROM article')\n"
            "    for number in range(2000):\n"
            "        connection.execute('INSERT INTO vector VALUES (?, ?, zeroblob(900))',"
            " ('m', str(number)))\n"
            "    os._exit(9)\n"
        )
        root = Path(library_module.__file__).parent.parent
        done = subprocess.run([sys.executable, "-c", code, str(library.folder)], cwd=root)
        assert done.returncode == 9
        assert (library.folder / f"{NAME}-journal").stat().st_size > 0
        assert library.articles() == (SUMMIT,)
        assert library.vectors("m") == {}
        assert library.check() == ()

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None,
        reason="takes root to make a small disk",
    )
    def test_a_disk_that_runs_full_loses_nothing(self, tmp_path: Path) -> None:
        disk = tmp_path / "disk"
        disk.mkdir()
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], capture_output=True
        )
        if made.returncode:
            pytest.skip("this machine lets nobody make a small disk")
        try:
            library = Library.open(disk / "library", create=True)
            library.add(SUMMIT)
            with pytest.raises(LibraryFolderError, match=r"cannot be written .*the free space"):
                library.add(replace(TRADE, text="They traded. " * 100_000))
            assert library.articles() == (SUMMIT,)
            assert library.check() == ()
            library.add(TRADE)
            assert library.articles() == (SUMMIT, TRADE)
        finally:
            subprocess.run(["umount", str(disk)], check=True)

    def test_a_full_disk_is_one_sentence_and_loses_nothing(
        self, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        library.add(SUMMIT)
        connect = sqlite3.connect

        def full(*arguments: Any, **options: Any) -> sqlite3.Connection:
            connection = connect(*arguments, **options)
            # As if the disk ended here: SQLite refuses to let the file grow.
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")
            return connection

        monkeypatch.setattr(sqlite3, "connect", full)
        with pytest.raises(
            LibraryFolderError,
            match=r"cannot be written \(database or disk is full\); check its permissions and the",
        ):
            library.add(replace(TRADE, text="They traded. " * 10_000))
        monkeypatch.undo()
        assert library.articles() == (SUMMIT,)
        assert library.check() == ()


class TestDamage:
    def test_is_reported_by_name_and_hides_no_other(self, library: Library) -> None:
        library.add(SUMMIT)
        library.add(TRADE)
        damage(library, "summit")
        assert library.articles() == (TRADE,)
        (error,) = library.damaged
        assert str(error) == (
            "the stored article 'summit' is damaged: it is not the one that was stored; "
            "remove it and add it again"
        )
        with pytest.raises(DamagedArticleError):
            library.get("summit")

    def test_a_damaged_article_can_be_removed_and_added_again(self, library: Library) -> None:
        library.add(SUMMIT)
        damage(library, "summit")
        library.remove("summit")
        assert library.add(SUMMIT) == Added(SUMMIT)

    @pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" * 99])
    def test_a_damaged_database_is_one_sentence_and_is_left_alone(
        self, library: Library, content: bytes
    ) -> None:
        (library.folder / NAME).write_bytes(content)
        for call in (library.articles, lambda: library.add(SUMMIT)):
            with pytest.raises(LibraryFolderError, match=r"library\.sqlite3 is damaged"):
                call()
        assert (library.folder / NAME).read_bytes() == content

    def test_another_programs_database_is_left_alone(self, library: Library) -> None:
        with sqlite3.connect(library.folder / NAME) as connection:
            connection.execute("PRAGMA user_version = 1")
            connection.execute("CREATE TABLE own (x)")
        with pytest.raises(LibraryFolderError, match="is another program's database"):
            library.add(SUMMIT)

    def test_a_newer_format_asks_for_a_newer_program(self, library: Library) -> None:
        library.add(SUMMIT)
        with sqlite3.connect(library.folder / NAME) as connection:
            connection.execute("PRAGMA user_version = 99")
        with pytest.raises(LibraryFolderError, match=r"is in format 99, .* reads up to 1; update"):
            library.articles()


class TestTheFirstLayout:
    """Articles as files, FOLDER/articles/ID.json, which earlier versions wrote."""

    def write(
        self, folder: Path, article: Article, at: int, change: dict[str, object] | None = None
    ) -> Path:
        record = {
            "format": 1,
            "place": at,
            "article_id": article.article_id,
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published,
            "url": article.url,
            "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
            "text": article.text,
        }
        path = folder / "articles" / f"{article.article_id}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(record | (change or {})))
        return path

    def test_is_taken_over_once_in_its_order(self, tmp_path: Path) -> None:
        self.write(tmp_path, SUMMIT, 2)
        self.write(tmp_path, TRADE, 1)
        assert Library.open(tmp_path).articles() == (TRADE, SUMMIT)
        assert list((tmp_path / "articles").iterdir()) == []
        library = Library.open(tmp_path)
        library.remove("summit")
        assert Library.open(tmp_path).articles() == (TRADE,)

    @pytest.mark.parametrize(
        ("change", "fault"),
        [
            ({"text": "They did not meet.\n"}, "its text is not the one that was stored"),
            ({"text": None}, "its text is missing"),
            ({"article_id": "other"}, "its article_id is not its file name"),
            ({"place": "1"}, "its place is no whole number"),
            ({"url": 3}, "its url is no text"),
            ({"format": 99}, "it is not in format 1"),
        ],
    )
    def test_a_damaged_file_is_named_and_stays_where_it_is(
        self, tmp_path: Path, change: dict[str, object], fault: str
    ) -> None:
        path = self.write(tmp_path, SUMMIT, 1, change)
        self.write(tmp_path, TRADE, 2)
        library = Library.open(tmp_path)
        assert library.articles() == (TRADE,)
        (error,) = library.damaged
        assert str(error) == (
            f"the stored article 'summit.json' is damaged: {fault}; "
            "remove it from the folder 'articles' and add it again"
        )
        assert path.exists()

    @pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"[" * 100_000])
    def test_no_content_upsets_the_library(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "articles").mkdir()
        (tmp_path / "articles" / "bad.json").write_bytes(content)
        library = Library.open(tmp_path)
        assert library.articles() == ()
        assert [error.article_id for error in library.damaged] == ["bad"]

    def test_a_link_out_of_the_folder_is_not_followed(self, tmp_path: Path) -> None:
        moved = tmp_path / "elsewhere.json"
        path = self.write(tmp_path, SUMMIT, 1)
        path.rename(moved)
        path.symlink_to(moved)
        library = Library.open(tmp_path)
        assert library.articles() == ()
        assert "it is not a regular file" in str(library.damaged[0])


class TestRemovingAndGetting:
    def test_a_removed_article_is_gone(self, library: Library) -> None:
        library.add(SUMMIT)
        library.remove("summit")
        assert library.articles() == ()
        for call in (library.get, library.remove):
            with pytest.raises(ArticleNotFoundError, match="has no article 'summit'"):
                call("summit")

    @pytest.mark.parametrize(
        "article_id", ["../secret", "/etc/passwd", "a/../../secret", "", "a\0"]
    )
    def test_no_id_reaches_out_of_the_folder(
        self, library: Library, tmp_path: Path, article_id: str
    ) -> None:
        secret = tmp_path / "library" / "secret.json"
        secret.write_text("x")
        for call in (library.get, library.remove):
            with pytest.raises(InvalidArticleIdError):
                call(article_id)
        assert secret.exists()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is writable for root"
)
def test_a_read_only_folder_can_be_read_and_refuses_a_write_in_one_sentence(
    library: Library,
) -> None:
    library.add(SUMMIT)
    folder = library.folder
    folder.chmod(0o555)
    try:
        readable = Library.open(library.folder)
        assert readable.articles() == (SUMMIT,)
        with pytest.raises(LibraryFolderError, match="cannot be written"):
            readable.add(TRADE)
        with pytest.raises(LibraryFolderError, match="cannot be changed"):
            readable.remove("summit")
    finally:
        folder.chmod(0o755)
