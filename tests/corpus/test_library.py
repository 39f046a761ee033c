from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import library as library_module
from corpus.articles import Article
from corpus.errors import (
    ArticleNotFoundError,
    DamagedArticleError,
    EmptyArticleError,
    InvalidArticleIdError,
    LibraryFolderError,
    UnreadableFileError,
)
from corpus.library import Added, Library, Unchanged

SUMMIT = Article(
    "summit", "A summit", "They met.\n", "Reuters", "2025-11-06", "https://example.org"
)
TRADE = Article("trade", "Trade", "They traded.")
unicode_text = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", create=True)


def file_of(library: Library, article_id: str) -> Path:
    return library.folder / "articles" / f"{article_id}.json"


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

    def test_a_damaged_file_is_never_overwritten(self, library: Library) -> None:
        file_of(library, "summit").write_bytes(b"precious")
        assert library.add(SUMMIT) == Added(replace(SUMMIT, article_id="summit-2"))
        assert file_of(library, "summit").read_bytes() == b"precious"

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
        assert list((library.folder / "articles").iterdir()) == []

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


class TestCrashes:
    @pytest.mark.parametrize("step", ["fsync", "link"])
    def test_a_write_cut_short_leaves_what_was_there(
        self, library: Library, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        library.add(SUMMIT)

        def crash(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(os, step, crash)
            with pytest.raises(KeyboardInterrupt):
                library.add(TRADE)
        assert library.articles() == (SUMMIT,)
        assert library.damaged == ()
        assert library.add(TRADE) == Added(TRADE)

    @pytest.mark.parametrize(("step", "stored"), [("fsync", 0), ("link", 0), ("unlink", 1)])
    def test_a_program_killed_at_any_step_leaves_a_whole_article_or_none(
        self, library: Library, step: str, stored: int
    ) -> None:
        library.add(SUMMIT)
        code = (
            "import os, sys\n"
            "from corpus.articles import Article\n"
            "from corpus.library import Library\n"
            f"os.{step} = lambda *_, **__: os._exit(9)\n"
            "Library.open(sys.argv[1]).add(Article('trade', 'Trade', 'They traded.'))\n"
        )
        root = Path(library_module.__file__).parent.parent
        done = subprocess.run([sys.executable, "-c", code, str(library.folder)], cwd=root)
        assert done.returncode == 9
        assert library.articles() == (SUMMIT, TRADE)[: 1 + stored]
        assert library.damaged == ()
        library.add(TRADE)
        assert library.articles() == (SUMMIT, TRADE)

    def test_a_draft_left_behind_is_no_article(self, library: Library) -> None:
        library.add(SUMMIT)
        (library.folder / "articles" / ".0123.tmp").write_text('{"format": 1')
        assert library.articles() == (SUMMIT,)
        assert library.damaged == ()

    def test_a_full_disk_is_one_sentence(
        self, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", refuse)
        with pytest.raises(
            LibraryFolderError, match=r"cannot be written \(No space left on device\)"
        ):
            library.add(SUMMIT)
        assert list((library.folder / "articles").iterdir()) == []

    def test_an_id_taken_by_another_program_meanwhile_gets_a_number(
        self, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        library.add(SUMMIT)
        # As if the other program had written between our look and our link.
        monkeypatch.setattr(os.path, "lexists", lambda _: False)
        outcome = library.add(replace(SUMMIT, text="Second."))
        assert outcome.article.article_id == "summit-2"
        assert library.articles()[0] == SUMMIT

    def test_without_hard_links_the_draft_is_renamed(
        self, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise OSError(95, "Operation not supported")

        monkeypatch.setattr(os, "link", refuse)
        library.add(SUMMIT)
        assert [p.name for p in (library.folder / "articles").iterdir()] == ["summit.json"]
        assert library.articles() == (SUMMIT,)


class TestDamage:
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
    def test_is_reported_by_name_and_hides_no_other(
        self, library: Library, change: dict[str, object], fault: str
    ) -> None:
        library.add(SUMMIT)
        library.add(TRADE)
        path = file_of(library, "summit")
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | change))
        assert library.articles() == (TRADE,)
        (error,) = library.damaged
        assert error.file_name == "summit.json"
        assert str(error) == (
            f"the stored article 'summit.json' is damaged: {fault}; remove it and add it again"
        )
        with pytest.raises(DamagedArticleError, match=fault):
            library.get("summit")

    @pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"[" * 100_000])
    def test_no_content_upsets_the_library(self, library: Library, content: bytes) -> None:
        library.add(TRADE)
        file_of(library, "bad").write_bytes(content)
        assert library.articles() == (TRADE,)
        assert [e.file_name for e in library.damaged] == ["bad.json"]

    def test_a_link_out_of_the_folder_is_not_followed(
        self, library: Library, tmp_path: Path
    ) -> None:
        library.add(SUMMIT)
        moved = tmp_path / "elsewhere.json"
        file_of(library, "summit").rename(moved)
        file_of(library, "summit").symlink_to(moved)
        assert library.articles() == ()
        assert "it is not a regular file" in str(library.damaged[0])

    def test_a_damaged_article_can_be_removed_and_added_again(self, library: Library) -> None:
        library.add(SUMMIT)
        file_of(library, "summit").write_bytes(b"{")
        library.remove("summit")
        assert library.add(SUMMIT) == Added(SUMMIT)


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


class TestChecksum:
    def test_depends_on_texts_metadata_and_order_alone(self, tmp_path: Path) -> None:
        def checksum(name: str, *articles: Article) -> str:
            library = Library.open(tmp_path / name, create=True)
            for article in articles:
                library.add(article)
            return library.corpus_sha256()

        both = checksum("a", SUMMIT, TRADE)
        assert len(both) == 64
        assert checksum("b", SUMMIT, TRADE) == both
        others = {
            checksum("c", TRADE, SUMMIT),
            checksum("d", SUMMIT),
            checksum("e", SUMMIT, replace(TRADE, title="Barter")),
            checksum("f", SUMMIT, replace(TRADE, text="They traded!")),
            checksum("g"),
        }
        assert len(others | {both}) == 6


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is writable for root"
)
def test_a_read_only_folder_can_be_read_and_refuses_a_write_in_one_sentence(
    library: Library,
) -> None:
    library.add(SUMMIT)
    folder = library.folder / "articles"
    folder.chmod(0o555)
    try:
        readable = Library.open(library.folder)
        assert readable.articles() == (SUMMIT,)
        with pytest.raises(LibraryFolderError, match="cannot be written"):
            readable.add(TRADE)
        with pytest.raises(LibraryFolderError, match="cannot be removed"):
            readable.remove("summit")
    finally:
        folder.chmod(0o755)
