from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article_ids import check_article_id, slug
from corpus.decoding import MAX_BYTES
from corpus.errors import (
    ArticleNotFoundError,
    CorpusError,
    EmptyArticleError,
    InvalidArticleIdError,
    UnreadableFileError,
    UnsupportedFormatError,
)
from corpus.loaders import find_article_files, load_article

RUSSIAN = (
    "Казахстан может присоединиться к соглашениям, сообщил журналистам высокопоставленный "
    "чиновник. Переговоры продолжаются, и стороны надеются на скорое решение вопроса.\n"
)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


class TestText:
    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (b"  two \n\n spaces  \n", "  two \n\n spaces  \n"),
            (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
            (b"\xef\xbb\xbfmarked", "marked"),
            ("\ufeffsixteen — é".encode("utf-16-le"), "sixteen — é"),
            ("\ufeffsixteen — é".encode("utf-16-be"), "sixteen — é"),
            ("\ufeffthirty-two 🙂".encode("utf-32-le"), "thirty-two 🙂"),
            ("Cafe\u0301 \u00a0 \u2028 x".encode(), "Cafe\u0301 \u00a0 \u2028 x"),
            (RUSSIAN.encode("cp1251"), RUSSIAN),
            (b"---\ntitle: not in a text file\n---\nx", "---\ntitle: not in a text file\n---\nx"),
        ],
    )
    def test_is_kept_to_the_letter(self, tmp_path: Path, content: bytes, text: str) -> None:
        assert load_article(write(tmp_path, "a.txt", content)).text == text

    # No deadline: a disk may be slow. The folder is shared by the examples, on purpose.
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
    def test_any_unicode_comes_back(self, tmp_path: Path, text: str) -> None:
        path = write(tmp_path, "a.txt", "x" + text)
        assert load_article(path).text == "x" + text


class TestTitleAndMetadata:
    def test_front_matter_is_read_and_cut_off(self, tmp_path: Path) -> None:
        path = write(
            tmp_path,
            "a.md",
            "---\r\ntitle: A summit\r\nsource: Reuters\r\ndate: 2025-11-06\r\n"
            "url: https://example.org/a\r\ntags: [x, y]\r\n---\r\n\r\n# Other\r\nText.\r\n",
        )
        article = load_article(path)
        assert article.text == "\n# Other\nText.\n"
        assert article.title == "A summit"
        assert article.publisher == "Reuters"
        assert article.published == "2025-11-06"
        assert article.url == "https://example.org/a"

    def test_a_colon_in_an_unquoted_title_is_no_obstacle(self, tmp_path: Path) -> None:
        article = load_article(
            write(tmp_path, "a.md", '---\ntitle: Talks: what next\nurl: "u"\n---\nx')
        )
        assert (article.title, article.url, article.text) == ("Talks: what next", "u", "x")

    @pytest.mark.parametrize(
        ("name", "content", "title"),
        [
            ("a.md", "intro\n\n```\n# code\n```\n# The *real* one #\n", "The *real* one"),
            ("a.markdown", "# First\n# Second", "First"),
            ("a.md", "## Only a section", "A"),
            ("central-asia_2025.txt", "# not Markdown", "Central asia 2025"),
            ("ЕС и Китай.TXT", "x", "ЕС и Китай"),
            ("---.txt", "x", "Untitled"),
        ],
    )
    def test_else_the_heading_else_the_file_name_is_the_title(
        self, tmp_path: Path, name: str, content: str, title: str
    ) -> None:
        assert load_article(write(tmp_path, name, content)).title == title

    @pytest.mark.parametrize(
        ("content", "title"),
        [
            ("Ferry strike ends\n\nThe crews sail.", "Ferry strike ends"),
            ("\n  **Ferry  strike ends**\nThe crews sail.", "Ferry strike ends"),
            ("Crews ‘will not sail again’\n\nThey said so.", "Crews ‘will not sail again’"),
            # 16 words, more than a section's heading has: an empty line has to follow.
            (
                f"The ferry {'and the port ' * 4}strike again\n\nThe crews sail.",
                f"The ferry {'and the port ' * 4}strike again",
            ),
            (f"The ferry {'and the port ' * 4}strike again\nThe crews sail.", "A b"),
            ("Ferry strike ends\nThe crews sail.", "A b"),  # perhaps of one sentence
            ("Ferry crews said on Monday\n\nthat they sail.", "A b"),
            ("Ferry strike ends.\n\nThe crews sail.", "A b"),  # a sentence
            ("Ferry strike ends", "A b"),  # over nothing
            ("Tuesday 4 March 2025\n\nThe crews sail.", "A b"),
            ("Reuters, 4 March\n\nThe crews sail.", "A b"),
            ("Why it matters\n\nThe crews sail.", "A b"),  # of one word that is no function word
            ("By Ana Cole in Quito\n\nThe crews sail.", "A b"),
            ("Updated at noon today\n\nThe crews sail.", "A b"),
            ("Dear friends of the harbour\n\nThe crews sail.", "A b"),
            ("| ship | crew | port |\n| Astrid | 12 | Oslo |", "A b"),
            ("1. Crews sail again\n2. Crews eat", "A b"),
        ],
    )
    def test_a_headline_of_a_text_without_marks_is_its_title(
        self, tmp_path: Path, content: str, title: str
    ) -> None:
        for name in ("a-b.txt", "a-b.md"):
            assert load_article(write(tmp_path, name, content)).title == title

    @pytest.mark.parametrize(
        "content",
        [
            "---\nA ruled paragraph\n---\nx",
            "---\ntitle: never closed\n",
            "x\n---\ntitle: late\n---\n",
        ],
    )
    def test_what_is_no_front_matter_stays(self, tmp_path: Path, content: str) -> None:
        assert load_article(write(tmp_path, "a.md", content)).text == content

    @pytest.mark.parametrize("depth", [600, 500_000])
    def test_deeply_nested_front_matter_is_survived(self, tmp_path: Path, depth: int) -> None:
        content = "---\ntitle: " + "[" * depth + "\n---\ntext"
        assert load_article(write(tmp_path, "a.md", content)).text == "text"


class TestRefusals:
    @pytest.mark.parametrize(
        ("name", "content", "error", "message"),
        [
            ("a.pdf", b"%PDF", UnsupportedFormatError, "does not begin like one; save it anew"),
            ("a.doc", b"x", UnsupportedFormatError, r"ends in none of .txt, .*; save it as one"),
            ("a", b"x", UnsupportedFormatError, "its name ends in none of"),
            ("a.txt", b"", EmptyArticleError, "is empty"),
            ("a.txt", " \n\t\u00a0".encode(), EmptyArticleError, "holds no text"),
            ("a.md", b"---\ntitle: x\n---\n", EmptyArticleError, "holds no text"),
            ("a.txt", b"ab\0cd", UnreadableFileError, "is binary"),
            ("a.txt", b"\x01\x02 words \x03", UnreadableFileError, "is binary"),
            ("a.txt", bytes(range(1, 256)) * 8, UnreadableFileError, "is not readable as text"),
            ("a.txt", b"\xff\xfea", UnreadableFileError, "is not readable as text"),
            ("a.txt", b"x" * (MAX_BYTES + 1), UnreadableFileError, "is larger than 5 MB"),
        ],
    )
    def test_say_what_is_wrong_in_one_sentence(
        self, tmp_path: Path, name: str, content: bytes, error: type[CorpusError], message: str
    ) -> None:
        path = write(tmp_path, name, content)
        with pytest.raises(error, match=message) as caught:
            load_article(path)
        assert str(caught.value).startswith(repr(str(path)))
        assert "\n" not in str(caught.value)

    @pytest.mark.parametrize("name", ["missing.txt", "a\0b.txt", "no/such/folder.md"])
    def test_a_missing_file_is_not_found(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(ArticleNotFoundError, match="there is no file"):
            load_article(tmp_path / name)

    def test_a_file_of_five_megabytes_is_read(self, tmp_path: Path) -> None:
        assert len(load_article(write(tmp_path, "a.txt", b"x" * MAX_BYTES)).text) == 5_000_000

    def test_a_folder_is_no_article(self, tmp_path: Path) -> None:
        with pytest.raises(UnsupportedFormatError, match="is a folder; name a file in it"):
            load_article(tmp_path)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
    def test_a_pipe_is_refused_at_once(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.txt")
        with pytest.raises(UnreadableFileError, match="is not a regular file"):
            load_article(tmp_path / "a.txt")

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is readable for root"
    )
    def test_a_locked_file_is_unreadable(self, tmp_path: Path) -> None:
        path = write(tmp_path, "a.txt", "x")
        path.chmod(0)
        with pytest.raises(UnreadableFileError, match="may not be read by this user"):
            load_article(path)


class TestFolders:
    def test_supported_files_come_in_the_order_of_their_names(self, tmp_path: Path) -> None:
        (tmp_path / "sub").mkdir()
        (tmp_path / ".hidden").mkdir()
        names = ["b.md", "a.TXT", "sub/c.markdown", "d.doc", ".e.txt", ".hidden/f.txt"]
        for name in names:
            write(tmp_path, name, "x")
        found = find_article_files(tmp_path)
        assert [p.relative_to(tmp_path).as_posix() for p in found] == [
            "a.TXT",
            "b.md",
            "sub/c.markdown",
        ]

    def test_a_file_stands_for_itself(self, tmp_path: Path) -> None:
        assert find_article_files(tmp_path / "x.pdf") == (tmp_path / "x.pdf",)

    def test_a_folder_without_articles_is_refused(self, tmp_path: Path) -> None:
        write(tmp_path, "a.doc", "x")
        with pytest.raises(UnsupportedFormatError, match=r"holds no file that can be read \(.txt"):
            find_article_files(tmp_path)


class TestIds:
    @pytest.mark.parametrize(
        ("words", "article_id"),
        [
            ("Central Asia & the U.S.", "central-asia-the-u-s"),
            ("ЕС и Китай", "ес-и-китай"),
            ("हिन्दी समाचार", "हिन्दी-समाचार"),
            ("Straße", "strasse"),
            ("../../etc/passwd", "etc-passwd"),
            ("—!?", "article"),
            ("é" * 150, "é" * 100),  # 200 bytes, two a letter
        ],
    )
    def test_are_slugs_in_any_script(self, words: str, article_id: str) -> None:
        assert slug(words) == article_id

    @given(st.text())
    def test_a_slug_is_its_own_slug_and_safe(self, words: str) -> None:
        article_id = slug(words)
        assert slug(article_id) == check_article_id(article_id) == article_id
        assert len(article_id.encode("utf-8")) <= 200
        assert not set(article_id) & set("/\\:.\0 \n")

    @pytest.mark.parametrize(
        "article_id",
        [
            "",
            ".",
            "..",
            "../x",
            "a/b",
            "a\\b",
            "a\0b",
            "-a",
            "a b",
            "A",
            "a.json",
            "a-2\n",
            "x" * 201,
        ],
    )
    def test_anything_else_is_refused(self, article_id: str) -> None:
        with pytest.raises(InvalidArticleIdError, match="cannot be an article id; use lower-case"):
            check_article_id(article_id)

    def test_the_file_name_gives_the_id_unless_the_caller_does(self, tmp_path: Path) -> None:
        path = write(tmp_path, "A Summit.txt", "x")
        assert load_article(path).article_id == "a-summit"
        assert load_article(path, article_id="other").article_id == "other"
        with pytest.raises(InvalidArticleIdError):
            load_article(path, article_id="../other")
