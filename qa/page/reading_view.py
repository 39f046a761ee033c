"""The article as a reader sees it, such that offsets into its text still hold in the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.articles import Article
from corpus.sentences import Piece, PieceKind
from qa.page.markup import escape_text, read_web_address

# A line end, with whatever blank lines follow it.
_BREAK = re.compile(r"[\r\n]+(?:[^\S\r\n]*[\r\n]+)*")


@dataclass(frozen=True, slots=True)
class SourceCount:
    """An outlet that the article credits, and for how many of its sentences."""

    outlet: str
    sentences: int


def count_sources(pieces: Iterable[Piece]) -> tuple[SourceCount, ...]:
    """Every outlet credited, the most often credited first, then in the order of the text."""
    counts: dict[str, int] = {}
    for piece in pieces:
        for outlet in dict.fromkeys(piece.outlets):
            is_sentence = piece.kind is PieceKind.SENTENCE
            counts[outlet] = counts.get(outlet, 0) + is_sentence
    ranked = sorted(counts.items(), key=lambda item: -item[1])  # stable: ties keep their order
    return tuple(SourceCount(outlet, n) for outlet, n in ranked)


def render_text(
    text: str, pieces: Sequence[Piece], pages: Sequence[tuple[int, str]] = ()
) -> str:
    """``text`` as paragraphs of marked-up pieces; the text content of the HTML is ``text``.

    ``pieces`` are disjoint and in order. What lies between them is shown as it
    stands. A line ends a paragraph unless the article is set in short lines,
    that is, unless some piece runs over a line end; there a blank line does.
    ``pages`` are named before the first piece that begins on each.

    Raises:
        ValueError: if two pieces overlap or one lies outside of ``text``.
    """
    ranks = {source.outlet: rank for rank, source in enumerate(count_sources(pieces))}
    uncounted = {source.outlet for source in count_sources(pieces) if not source.sentences}
    wrapped = any(_BREAK.search(piece.span.of(text)) for piece in pieces)
    parts = ["<p>"]
    end = 0
    turning = list(pages)
    for piece in pieces:
        if piece.span.start < end or piece.span.end > len(text):
            raise ValueError(
                f"pieces must be in order, disjoint and within the text of {len(text)} "
                f"code points, but one is at {piece.span.start}..{piece.span.end}"
            )
        parts.append(_render_gap(text[end : piece.span.start], wrapped=wrapped))
        while turning and turning[0][0] <= piece.span.start:
            # It holds no text, the style sheet shows its name: offsets stay what they are.
            parts.append(f'<span class="page" data-page="{escape_text(turning.pop(0)[1])}"></span>')
        parts.append(_render_piece(text, piece, ranks, uncounted))
        end = piece.span.end
    parts.append(_render_gap(text[end:], wrapped=wrapped))
    parts.append("</p>")
    return "".join(parts)


def _render_gap(gap: str, *, wrapped: bool) -> str:
    """White space and list marks between pieces; paragraphs end and begin in here."""
    parts: list[str] = []
    end = 0
    for match in _BREAK.finditer(gap):
        line_ends = len(re.findall(r"\r\n|\r|\n", match.group()))
        if wrapped and line_ends == 1:
            continue
        parts.append(_render_in_line(gap[end : match.start()]))
        # The line ends stand between two paragraphs: not seen, yet counted.
        parts.append(f"</p>{escape_text(match.group())}<p>")
        end = match.end()
    parts.append(_render_in_line(gap[end:]))
    return "".join(parts)


def _render_in_line(gap: str) -> str:
    if gap in ("", " ", "\n"):
        return gap
    # A heading shows that it is one; its hashes are there, for the offsets, and not seen.
    unseen = " heading-mark" if gap.strip() and not gap.strip().strip("#") else ""
    return f'<span class="gap{unseen}">{escape_text(gap)}</span>'


def _render_piece(text: str, piece: Piece, ranks: dict[str, int], uncounted: set[str]) -> str:
    words = escape_text(piece.span.of(text))
    # A credit line is an outlet's own only where no sentence is credited to it.
    owned = [
        str(ranks[outlet])
        for outlet in dict.fromkeys(piece.outlets)
        if piece.kind is PieceKind.SENTENCE or outlet in uncounted
    ]
    sources = f' data-sources="{" ".join(owned)}"' if owned else ""
    role = ' role="heading" aria-level="3"' if piece.kind is PieceKind.HEADING else ""
    return f'<span class="piece {piece.kind.value}"{role}{sources}>{words}</span>'


def render_article(article: Article, pieces: Sequence[Piece]) -> str:
    """One article of the reading view: its title, its sources at a glance, its text."""
    return (
        f'<article class="article" data-article="{escape_text(article.article_id)}">'
        f"{_render_head(article)}"
        f"{_render_sources(count_sources(pieces))}"
        '<div class="article-text" dir="auto">'
        f"{render_text(article.text, pieces, article.pages)}</div>"
        "</article>"
    )


def _render_head(article: Article) -> str:
    facts = [escape_text(fact) for fact in (article.publisher, article.published) if fact]
    if address := read_web_address(article.url):
        facts.append(
            f'<a href="{escape_text(address)}" target="_blank" rel="noopener noreferrer">'
            "original page</a>"
        )
    byline = f'<p class="byline">{" · ".join(facts)}</p>' if facts else ""
    return (
        f'<header class="article-head"><h2 dir="auto">{escape_text(article.title)}</h2>'
        f"{byline}</header>"
    )


def _render_sources(sources: Sequence[SourceCount]) -> str:
    if not sources:
        return '<p class="sources-none">This article credits no outlet.</p>'
    chips = "".join(
        f'<li><button type="button" class="source" data-source="{rank}" aria-pressed="false" '
        f'aria-label="{_source_label(source)}">'
        f'<span class="source-name">{escape_text(source.outlet)}</span>'
        f'<span class="source-count" aria-hidden="true">{source.sentences}</span>'
        "</button></li>"
        for rank, source in enumerate(sources)
    )
    return (
        '<section class="sources" aria-label="Sources of this briefing">'
        '<h3 class="sources-title">Sources, with the sentences credited to each</h3>'
        f'<ul class="source-list">{chips}</ul></section>'
    )


def _source_label(source: SourceCount) -> str:
    noun = "sentence" if source.sentences == 1 else "sentences"
    return escape_text(f"{source.outlet}: highlight {source.sentences} {noun} in the article")


def render_reading_view(articles: Sequence[Article], first: str) -> str:
    """The frame of the reading view: a choice of article where there are several.

    ``first`` is the HTML of the first article, as ``render_article`` gives it.
    """
    options = "".join(
        f'<option value="{escape_text(article.article_id)}">{escape_text(article.title)}</option>'
        for article in articles
    )
    alone = "" if len(articles) > 1 else " hidden"
    choice = (
        f'<div class="article-choice"{alone}><label for="article-choice">Article</label>'
        f'<select id="article-choice">{options}</select></div>'
    )
    return (
        f'<div class="reading" role="region" aria-label="The article" tabindex="0">{choice}'
        f'<div class="article-place">{first}</div></div>'
        '<div class="pointed" hidden><span class="pointed-at"></span>'
        '<button type="button" class="pointed-back">Back to the answer</button>'
        '<button type="button" class="pointed-clear">Clear</button></div>'
        '<div class="announcer" role="status" aria-live="polite"></div>'
    )
