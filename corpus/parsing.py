"""From an article's text to its pieces: headings, sentences with their credits, and credits."""

from __future__ import annotations

from corpus.articles import Article
from corpus.blocks import split_blocks
from corpus.crediting import credit_parts
from corpus.cutting import cut_blocks
from corpus.outlets import OutletList, load_outlets
from corpus.sentences import Piece


def parse_article(article: Article, outlets: OutletList | None = None) -> tuple[Piece, ...]:
    """The pieces of ``article`` in order; between them lie only white space and list marks.

    ``outlets`` is the list of known publishers, the packaged one by default.
    """
    outlets = load_outlets() if outlets is None else outlets
    parts = cut_blocks(article.text, split_blocks(article.text), outlets)
    return credit_parts(article.text, parts, outlets)
