"""A second look at the sentences that stand highest: each where it stands, under its title.

The first reading shows the model a passage under its section's heading. What the article
as a whole is about stands in its title, what a sentence goes on from in the one before it;
and two views of one sentence err less than one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.articles import Article
from corpus.passages import Passage
from corpus.sentences import Sentence
from corpus.spans import Span
from qa.confidence import Signals
from qa.reader import Reader, Reading

_TITLE_WORDS = 20  # of a longer title, so that the sentence is read in one window with it


class SecondLook:
    """What has been looked at again for one question, and what the reader said of it.

    ``place_of`` gives the passage in which a sentence is looked at. A sentence of
    which the reader says nothing there keeps what its first reading said.
    """

    def __init__(self, reader: Reader, query: str, place_of: Callable[[Sentence], Passage]) -> None:
        self._reader = reader
        self._query = query
        self._place_of = place_of
        self._said: dict[Sentence, Reading | None] = {}

    def __contains__(self, sentence: Sentence) -> bool:
        return sentence in self._said

    def take(self, sentences: Sequence[Sentence]) -> None:
        """Read each of ``sentences`` in its place."""
        places = {sentence: self._place_of(sentence) for sentence in sentences}
        for together in _apart(places):
            read = self._reader.read(self._query, [places[one] for one in together])
            own = {reading.sentence: reading for reading in read if reading.sentence in together}
            self._said.update({one: own.get(one) for one in together})

    def signals(self, sentence: Sentence, first: Signals) -> Signals:
        """``first``, of the first reading, with what a second look at ``sentence`` said."""
        second = self._said.get(sentence)
        if second is None:
            return first
        return replace(
            first,
            again_score=second.score,
            again_margin=second.margin,
            again_relevance=second.relevance,
        )

    def short(self, first: Reading) -> Span | None:
        """The words of a sentence that answer, of that look in which they are the stronger."""
        second = self._said.get(first.sentence)
        if second is None or second.margin <= first.margin:
            return first.short
        return second.short


def in_its_place(sentence: Sentence, before: Sentence | None, article: Article) -> Passage:
    """``sentence`` after the one ``before`` it, as a passage under the article's title."""
    sentences = (sentence,) if before is None else (before, sentence)
    span = Span(sentences[0].span.start, sentence.span.end)
    return Passage(
        passage_id=f"{article.article_id}:{span.start}-{span.end}",
        article_id=article.article_id,
        span=span,
        text=span.of(article.text),
        sentences=sentences,
        title=_title_above(
            article.title, sentence.text if sentence.is_heading else sentence.heading
        ),
    )


def _apart(places: dict[Sentence, Passage]) -> list[list[Sentence]]:
    """The sentences in groups whose places share none, for a reader reads each sentence once."""
    groups: list[list[Sentence]] = []
    for sentence, place in places.items():
        for group in groups:
            if all(set(place.sentences).isdisjoint(places[one].sentences) for one in group):
                group.append(sentence)
                break
        else:
            groups.append([sentence])
    return groups


def _title_above(title: str, heading: str | None) -> str | None:
    """As much of ``title`` as is read; none where the heading says it already."""
    if not any(char.isalnum() for char in title) or _plain(title) == _plain(heading or ""):
        return None
    return " ".join(title.split()[:_TITLE_WORDS])


def _plain(line: str) -> str:
    """The letters and digits of a line, to tell whether two are the same."""
    return "".join(char for char in line.casefold() if char.isalnum())
