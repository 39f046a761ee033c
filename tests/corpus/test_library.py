from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read_only import read_only
from two_articles import SUMMIT, TRADE

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

    def test_another_parsers_pieces_take_the_place_of_those_before(self, library: Library) -> None:
        article = Article("summit", "A summit", "They met, Reuters reported. They ate, AFP said.\n")
        pieces = parse_article(article)
        library.add_all([Prepared(article, parser="old", pieces=pieces)])
        library.add(TRADE)
        before = library.revision()

        library.store_pieces([(article, pieces[:1]), (TRADE, ())], parser="new")

        assert library.stock(parser="new").pieces == {"summit": pieces[:1], "trade": ()}
        assert library.stock(parser="old").pieces == {}
        assert library.revision() == before
        assert library.check() == ()

    def test_pieces_of_another_text_or_of_no_article_are_passed_over(
        self, library: Library
    ) -> None:
        library.add(SUMMIT)
        other = replace(SUMMIT, text="They did not meet, Reuters reported.\n")
        cut = [(article, parse_article(article)) for article in (other, TRADE)]
        library.store_pieces(cut, parser="new")
        assert library.stock(parser="new").pieces == {}

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
        with pytest.raises(LibraryFolderError, match=r"is in format 99, .* reads up to 2; update"):
            library.articles()


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


def test_a_read_only_folder_can_be_read_and_refuses_a_write_in_one_sentence(
    library: Library,
) -> None:
    library.add(SUMMIT)
    with read_only(library.folder):
        readable = Library.open(library.folder)
        assert readable.articles() == (SUMMIT,)
        with pytest.raises(LibraryFolderError, match="cannot be written"):
            readable.add(TRADE)
        with pytest.raises(LibraryFolderError, match="cannot be changed"):
            readable.remove("summit")
