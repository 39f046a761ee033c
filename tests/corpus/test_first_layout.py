"""Libraries that earlier versions kept as one file an article."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from two_articles import SUMMIT, TRADE

from corpus.articles import Article
from corpus.library import Library


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
