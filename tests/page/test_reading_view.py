"""The reading view: the article to the letter, and nothing in it that could act."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from corpus.sentences import Attribution, Piece, PieceKind
from corpus.spans import Span
from qa.page.reading_view import (
    SourceCount,
    count_sources,
    render_article,
    render_reading_view,
    render_text,
)

TAGS_OF_THE_TEXT = {"p", "span"}


class Reader(HTMLParser):
    """Reads HTML as a browser does: its text, and every tag and attribute in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.comments: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.extend(attrs)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def piece(
    text: str,
    start: int,
    end: int,
    *outlets: str,
    kind: PieceKind = PieceKind.SENTENCE,
) -> Piece:
    span = Span(start, end)
    credit = Attribution(outlets, None, span) if outlets else None
    return Piece(kind, span, span.of(text), None, credit)


@st.composite
def texts_with_pieces(draw: st.DrawFn) -> tuple[str, list[Piece]]:
    nasty = st.sampled_from(
        ["<script>", "</p>", "<!--", "&amp;", "&", '"', "'", "\r\n", "\r", "\n\n", "\t• ", "🦊"]
    )
    parts = draw(st.lists(st.one_of(nasty, st.text(max_size=8)), max_size=20))
    text = "".join(parts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    kinds = st.sampled_from(PieceKind)
    names = st.lists(st.text(min_size=1, max_size=6), max_size=2)
    pieces = [
        piece(text, start, end, *draw(names), kind=draw(kinds))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return text, pieces


@given(texts_with_pieces())
def test_the_text_content_is_the_article_code_point_for_code_point(
    case: tuple[str, list[Piece]],
) -> None:
    text, pieces = case
    # A browser cannot hold U+0000 in markup; it is shown as U+FFFD, one for one.
    assert read(render_text(text, pieces)).text == text.replace("\0", "\ufffd")


@given(texts_with_pieces())
def test_no_text_becomes_a_tag_an_attribute_or_a_comment(case: tuple[str, list[Piece]]) -> None:
    text, pieces = case
    page = read(render_text(text, pieces))
    assert page.tags <= TAGS_OF_THE_TEXT
    assert {name for name, _ in page.attributes} <= {"class", "role", "aria-level", "data-sources"}
    assert page.comments == []


@given(st.text(), st.text(), st.text(), st.text(min_size=1))
def test_titles_names_and_addresses_are_escaped_too(
    title: str, publisher: str, url: str, outlet: str
) -> None:
    article = Article("an-id", title, "Text.", publisher, "2025", url)
    page = read(render_article(article, [piece("Text.", 0, 5, outlet)]))
    assert page.tags <= {
        "article", "header", "h2", "h3", "p", "a", "section", "ul", "li", "button", "span", "div",
    }  # fmt: skip
    assert page.comments == []


def test_lone_surrogates_are_shown_as_one_code_point_each() -> None:
    assert read(render_text("a\ud800b", ())).text == "a\ufffdb"


def test_golden_html_of_a_heading_a_bullet_and_a_credit() -> None:
    text = "Why\n• It <is>.  (AP)\r\n\r\nEnd."
    pieces = [
        piece(text, 0, 3, kind=PieceKind.HEADING),
        piece(text, 6, 14, "AP"),
        piece(text, 16, 20, "AP", kind=PieceKind.CREDIT),
        piece(text, 24, 28),
    ]
    assert render_text(text, pieces) == (
        '<p><span class="piece heading" role="heading" aria-level="3">Why</span></p>\n'
        '<p><span class="gap">• </span>'
        '<span class="piece sentence" data-sources="0">It &lt;is&gt;.</span>'
        '<span class="gap">  </span><span class="piece credit">(AP)</span></p>'
        '&#13;\n&#13;\n<p><span class="piece sentence">End.</span></p>'
    )


def test_in_an_article_of_short_lines_only_a_blank_line_ends_a_paragraph() -> None:
    text = "One goes\non. Two\nis.\n\nThree."
    pieces = [piece(text, 0, 12), piece(text, 13, 20), piece(text, 22, 28)]
    assert render_text(text, pieces) == (
        '<p><span class="piece sentence">One goes\non.</span> '
        '<span class="piece sentence">Two\nis.</span></p>\n\n'
        '<p><span class="piece sentence">Three.</span></p>'
    )


def test_pieces_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="in order, disjoint"):
        render_text("abcdef", [piece("abcdef", 0, 4), piece("abcdef", 3, 6)])


def test_sources_are_counted_by_sentence_the_most_often_credited_first() -> None:
    text = "One. Two. Three. Four. (X)"
    pieces = [
        piece(text, 0, 4, "AP"),
        piece(text, 5, 9, "AFP", "AP"),
        piece(text, 10, 16, "AFP"),
        piece(text, 17, 22, "AFP"),
        piece(text, 23, 26, "X", kind=PieceKind.CREDIT),
    ]
    assert count_sources(pieces) == (
        SourceCount("AFP", 3),
        SourceCount("AP", 2),
        SourceCount("X", 0),  # named by a credit alone
    )


def test_a_credit_is_a_sources_own_only_where_no_sentence_is() -> None:
    text = "One. (AP) (X)"
    pieces = [
        piece(text, 0, 4, "AP"),
        piece(text, 5, 9, "AP", kind=PieceKind.CREDIT),
        piece(text, 10, 13, "X", kind=PieceKind.CREDIT),
    ]
    html = render_text(text, pieces)
    assert '<span class="piece credit">(AP)</span>' in html
    assert '<span class="piece credit" data-sources="1">(X)</span>' in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil", "file:///"])
def test_an_address_that_is_not_of_the_web_becomes_no_link(url: str) -> None:
    article = Article("an-id", "Title", "Text.", url=url)
    assert "a" not in read(render_article(article, ())).tags


def test_a_choice_of_article_is_offered_only_where_there_are_several() -> None:
    one, two = Article("a", "A", "Text."), Article("b", "<B>", "Text.")
    assert '<div class="article-choice" hidden>' in render_reading_view([one], "")
    html = render_reading_view([one, two], "")
    assert '<div class="article-choice">' in html
    assert '<option value="b">&lt;B&gt;</option>' in html
