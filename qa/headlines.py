"""Headlines and headings that tell what no sentence of their article does.

"Flood toll rises to 23; nine still missing" is read, and cited, as a sentence is, where
the text below speaks of neither number. "What comes next" tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from corpus.articles import Article
from corpus.calendar import MONTH_NAMES, WEEKDAYS
from corpus.headings import WORD, has_verb
from corpus.letters import SMALL
from corpus.lexicon import FUNCTION_WORDS, QUESTION_WORDS, STARTERS, words_of
from corpus.passages import Passage
from corpus.sentences import EMPHASIS, Piece, PieceKind, Sentence, without_emphasis
from index.lexical import split_words
from qa.briefing import Briefing

_FEWEST_WORDS = 4  # that are no dates
_DATING = frozenset((*MONTH_NAMES, *WEEKDAYS)) | words_of(
    "published updated posted issue edition no vol volume compiled written edited by am pm"
)
_LAST_DAY, _YEARS = 31, range(1900, 2100)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|[.:]\d\d)?", re.I)
_PARTS = re.compile(r"[:*–—|]\s*")
# Headlines are told in the present: "Orbit loses contact"; or are to be: "to reopen in June".
_PRESENT = re.compile(r"[a-z]{3,}(?<![siu])s")
# Of the stems of a heading, the share that one sentence holds where it tells it again.
_TOLD_AGAIN = 0.7


class Headlines:
    """The headings of a briefing that tell something, an article's when it is first read.

    Several threads may use it at once: they may race to fill it, with the same.
    """

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._telling: dict[str, tuple[Sentence, ...]] = {}  # by article

    def above(self, passages: Iterable[Passage]) -> tuple[tuple[Passage, Passage], ...]:
        """The headlines of the articles of ``passages`` and the headings over them, once each.

        Each as a passage of its own, with the first of ``passages`` that is under it.
        """
        found: dict[tuple[str, int], tuple[Passage, Passage]] = {}
        for passage in passages:
            for heading in self._over(passage):
                key = heading.article_id, heading.span.start
                found.setdefault(key, (_alone(heading), passage))
        return tuple(found.values())

    def of(self, article_id: str) -> tuple[Sentence, ...]:
        """Every heading of an article that tells something, in the order of the text."""
        if article_id not in self._telling:
            pieces = self._briefing.pieces[article_id]
            self._telling[article_id] = tuple(_telling(self._briefing.by_id[article_id], pieces))
        return self._telling[article_id]

    def _over(self, passage: Passage) -> Iterator[Sentence]:
        """The telling ones of the headings at the article's head, and of the last above it."""
        telling = self.of(passage.article_id)
        if not telling:
            return
        pieces = self._briefing.pieces[passage.article_id]
        prose = (piece.span.start for piece in pieces if piece.kind is PieceKind.SENTENCE)
        head = min(next(prose, 0), passage.span.start)
        above = max(
            (
                piece.span.start
                for piece in pieces
                if piece.kind is PieceKind.HEADING and piece.span.start < passage.span.start
            ),
            default=passage.span.start,
        )
        for heading in telling:
            if heading.span.start < head or above <= heading.span.start < passage.span.start:
                yield heading


def tells(heading: str, prose: Sequence[str]) -> bool:
    """Whether ``heading`` may tell something: it has a verb, and is no question and no date.

    "Doubts and questions remain" announces; what tells has a name or a number. ``prose`` are
    the article's sentences, in the middle of which a name stands, too.
    """
    words = [bare for word in WORD.findall(heading) if (bare := word.strip("'’.-"))]
    matter = [word for word in words if not _dates(word)]
    if len(matter) < _FEWEST_WORDS or heading.rstrip(EMPHASIS).endswith(":"):
        return False
    # "Explainer: what the strike means" asks, and so does "A shot a year? What it shows".
    openers = (part.split(maxsplit=1)[:1] for part in _PARTS.split(heading))
    if "?" in heading or any(word.casefold() in QUESTION_WORDS for one in openers for word in one):
        return False
    if all(word.islower() for word in words[1:]) and not _is_name(words[0], prose):
        return False
    lowered = [word.casefold() for word in matter]
    to_be = any(one == "to" and other not in FUNCTION_WORDS for one, other in pairwise(lowered))
    inside = (word for word in lowered[1:-1] if word not in FUNCTION_WORDS)
    return to_be or has_verb(matter) or any(map(_PRESENT.fullmatch, inside))


def _is_name(word: str, prose: Sequence[str]) -> bool:
    inside = re.compile(rf"(?:{SMALL}|[,;])\s{re.escape(word)}(?!\w)")
    return word.casefold() not in STARTERS and any(map(inside.search, prose))


def _dates(word: str) -> bool:
    """Whether ``word`` is part of a date, as a byline has it; "310,000" is none."""
    if word.isdigit():
        return int(word) <= _LAST_DAY or int(word) in _YEARS
    return word.casefold() in _DATING or _DAY.fullmatch(word) is not None


def _telling(article: Article, pieces: Sequence[Piece]) -> Iterator[Sentence]:
    """The headings among ``pieces`` that tell what none of the sentences does."""
    prose = [piece.text for piece in pieces if piece.kind is PieceKind.SENTENCE]
    held: list[frozenset[str]] = []
    for piece in pieces:
        if piece.kind is not PieceKind.HEADING or not tells(piece.text, prose):
            continue
        held = held or [frozenset(split_words(words)) for words in prose]
        stems = frozenset(split_words(piece.text))
        numbers = {stem for stem in stems if any(map(str.isdigit, stem))}
        if any(numbers <= own and len(stems & own) >= _TOLD_AGAIN * len(stems) for own in held):
            continue
        bare = without_emphasis(piece)
        yield Sentence(article.article_id, bare.span, bare.text, None, None, is_heading=True)


def _alone(heading: Sentence) -> Passage:
    return Passage(
        passage_id=f"{heading.article_id}:{heading.span.start}-{heading.span.end}",
        article_id=heading.article_id,
        span=heading.span,
        text=heading.text,
        sentences=(heading,),
    )
