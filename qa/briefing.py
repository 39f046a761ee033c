"""A library as the assistant sees it: every article read into pieces, once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.articles import Article
from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import STARTERS
from corpus.outlets import OutletList, load_outlets
from corpus.passages import Passage, form_passages
from corpus.sentences import Piece, PieceKind, Sentence, sentences_of, without_emphasis
from corpus.spans import Span


@dataclass(frozen=True, slots=True)
class Briefing:
    """Articles, their pieces in order, and what is made of them."""

    articles: tuple[Article, ...]
    pieces: dict[str, tuple[Piece, ...]]
    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]
    lead_ins: frozenset[tuple[str, int]]  # (article_id, start) of sentences that only announce
    known_outlets: OutletList
    by_id: dict[str, Article]
    titles: dict[str, str]

    @classmethod
    def read(
        cls,
        articles: Sequence[Article],
        *,
        passage_sentences: int,
        known: Mapping[str, tuple[Piece, ...]] | None = None,
    ) -> Briefing:
        """Parse ``articles`` and form passages of ``passage_sentences`` sentences.

        ``known`` are the pieces of articles that were parsed before, by their ids.
        """
        outlets = load_outlets()
        given = known or {}
        new = [article for article in articles if article.article_id not in given]
        cut = _parse(new, outlets)
        pieces = {
            article.article_id: given[article.article_id]
            if article.article_id in given
            else cut[article.article_id]
            for article in articles
        }
        sentences: list[Sentence] = []
        passages: list[Passage] = []
        for article in articles:
            own = sentences_of(article, pieces[article.article_id])
            sentences.extend(own)
            passages.extend(form_passages(article, own, size=passage_sentences))
        lead_ins = frozenset(
            (article_id, piece.span.start)
            for article_id, parsed in pieces.items()
            for piece in parsed
            if piece.lead_in
        )
        return cls(
            tuple(articles),
            pieces,
            tuple(sentences),
            tuple(passages),
            lead_ins,
            outlets,
            by_id={article.article_id: article for article in articles},
            titles={article.article_id: article.title for article in articles},
        )

    def publishers(self) -> dict[str, str]:
        """The canonical name of each article's publisher, by article id, where one is told."""
        return {
            article.article_id: found.name
            if (found := self.known_outlets.resolve(article.publisher))
            else article.publisher.strip()
            for article in self.articles
            if article.publisher and article.publisher.strip()
        }

    def is_lead_in(self, sentence: Sentence) -> bool:
        """Whether ``sentence`` only announces what follows it."""
        return (sentence.article_id, sentence.span.start) in self.lead_ins

    def credited(self) -> tuple[str, ...]:
        """Every outlet that a sentence of the library is credited to, in order of appearance."""
        return tuple(
            dict.fromkeys(
                outlet
                for sentence in self.sentences
                if sentence.attribution
                for outlet in sentence.attribution.outlets
            )
        )

    def sentence_at(self, article_id: str, span: Span) -> Piece | None:
        """The sentence that covers exactly ``span`` of an article, None where there is none.

        Or the heading, whose marks of emphasis are left out when it is cited.
        """
        pieces = self.pieces.get(article_id, ())
        place = bisect_right(pieces, span.start, key=lambda piece: piece.span.start)
        found = pieces[place - 1] if place else None
        if found is None or found.kind is PieceKind.CREDIT:
            return None
        if found.kind is PieceKind.HEADING:
            found = without_emphasis(found)
        return found if found.span == span else None

    def outlets(self) -> tuple[str, ...]:
        """Every outlet that an article credits or that published one, in order of appearance."""
        return tuple(dict.fromkeys((*self.credited(), *self.publishers().values())))

    def subject_of(self, article_id: str) -> str:
        """What an article is about: its title and how it opens."""
        opening = next(
            (
                f"{piece.heading or ''} {piece.text}"
                for piece in self.pieces[article_id]
                if piece.kind is PieceKind.SENTENCE
            ),
            "",
        )
        return f"{self.titles[article_id]} {opening}"

    def vocabulary(self) -> frozenset[str]:
        """The words of the articles and of their titles, as written."""
        return frozenset().union(
            *(_WORD.findall(f"{article.title} {article.text}") for article in self.articles)
        )

    def names(self) -> frozenset[str]:
        """Capitalised names that stand in the middle of sentences, with their words together."""
        found: set[str] = set()
        for sentence in self.sentences:
            found.update(_names_in(sentence.text))
        return frozenset(found)


def _parse(
    articles: Sequence[Article], outlets: OutletList
) -> dict[str, tuple[Piece, ...]]:
    if not articles:
        return {}
    # Imported here, for its patterns are a fifth of a cold question's time, and a library
    # whose articles were cut before has no need of them.
    from corpus.parsing import parse_article

    return {article.article_id: parse_article(article, outlets) for article in articles}


_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED = rf"(?:{CAPITAL}[\w’'-]*{SMALL}|{CAPITAL}{{2,}})"
_NAME = re.compile(rf"(?<=(?:{SMALL}|[,;]) ){_CAPITALISED}(?: (?:of |the )?{_CAPITALISED})*")


def _names_in(text: str) -> Iterable[str]:
    for match in _NAME.finditer(text):
        name = re.sub(r"[’']s$", "", match.group())
        if name.casefold() not in STARTERS:
            yield name
