"""Headlines and headings that tell what no sentence of their article does.

"Flood toll rises to 23 as nine remain missing" is read, and cited, as a sentence is, where
the text below speaks of neither number. "What comes next" tells nothing, and "Fact check:
Bell took bribes" tells what may be false: of headings that hedge, quote, deny, ask or label,
none is cited, nor one that a sentence of its article may take back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.calendar import MONTH_NAMES, WEEKDAYS
from corpus.headings import WORD, has_verb
from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import (
    AUXILIARIES,
    FUNCTION_WORDS,
    QUESTION_WORDS,
    STARTERS,
    words_of,
)
from corpus.passages import Passage
from corpus.sentences import Piece, PieceKind, Sentence, without_emphasis
from index.lexical import split_words
from qa.briefing import Briefing
from qa.denials import count_denials

_FEWEST_WORDS, _MOST_WORDS = 4, 20  # of the fewest, none is a date
_AT_HEAD = 2  # headline and standfirst
_DATING = frozenset((*MONTH_NAMES, *WEEKDAYS)) | words_of(
    "published updated posted issue edition no vol volume compiled written edited by am pm"
)
_LAST_DAY, _YEARS = 31, range(1900, 2100)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|[.:]\d\d)?", re.I)
# A label, a quotation, a question, an address, two lines in one.
_MORE_THAN_TOLD = re.compile(r"[:?|“”\"«»„\[\]]|(?<!\w)['‘]|\s[–—-]\s|://")
# What is not so, not yet, or but said to be; and what asks the reader for something.
_HEDGES = words_of(
    """say says said tell tells told warn warns warned argue argues insist insists suggest suggests
    predict predicts predicted believe believes think thinks accuse accuses accused allege alleges
    alleged if could may might can cannot should would must set ready due poised consider considers
    considering mull mulls eye eyes seek seeks want wants hope hopes vow vows threaten threatens
    fear fears plan plans planned expect expects expected likely unlikely reportedly rumour rumor
    rumours rumors report reports deny denies denied denying reject rejects rejected dispute
    disputes doubt doubts doubted not no never nobody without false fake fiction myth myths maybe
    perhaps or versus vs near nearly almost quiz opinion photo photos video podcast
    advertisement sponsored subscribe subscribers click read reading watch listen join sign
    follow share back copyright rights here this our your you we my""",
)
_TAKING_BACK = re.compile(
    r"\b(?:drop(?:s|ped)|postpone[sd]?|delay(?:s|ed)|cancel(?:s|led|ed)|withdr\w+|abandon\w*|revers\w+|"
    r"recount|instead|correct(?:s|ed|ion)?|wrong\w*|false\w*|however|though|but|despite)\b",
    re.I,
)
_SHARED = 2  # stems, of a sentence that may take back a heading
# Headlines are told in the present: "Orbit loses contact"; or are to be: "to reopen in June".
_PRESENT = re.compile(r"[a-z]{3,}(?<![siu])s")
_IN_MID_SENTENCE = re.compile(rf"(?:{SMALL}|[,;])\s(?P<word>{CAPITAL}[\w’'-]*)")
# Of the stems of a heading, the share that one sentence holds where it tells it again.
_TOLD_AGAIN = 0.7


@dataclass(frozen=True, slots=True)
class _Above:
    """What stands over the sentences of one article."""

    at_head: tuple[Sentence, ...]  # over all of them
    telling: Mapping[int, Sentence]  # by the start of its heading
    starts: tuple[int, ...]  # of all headings, rising


class Headlines:
    """The headings of a briefing that tell something, an article's when it is first read.

    Several threads may use it at once: they may race to fill it, with the same.
    """

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._articles: dict[str, _Above] = {}

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

    def _over(self, passage: Passage) -> Iterator[Sentence]:
        """The telling ones of the headings at the article's head, and of the last above it."""
        above = self._of(passage.article_id)
        yield from above.at_head
        last = bisect_left(above.starts, passage.span.start) - 1
        if last >= 0 and (heading := above.telling.get(above.starts[last])) is not None:
            yield heading

    def _of(self, article_id: str) -> _Above:
        if article_id not in self._articles:
            self._articles[article_id] = _read(article_id, self._briefing.pieces[article_id])
        return self._articles[article_id]


def tells(heading: str, names: frozenset[str]) -> bool:
    """Whether ``heading`` tells something outright: it has a verb, and a name or a number.

    ``names`` are the words that the article capitalises in the middle of its sentences.
    """
    words = [bare for word in WORD.findall(heading) if (bare := word.strip("'’.-"))]
    matter = [word for word in words if not _dates(word)]
    if not _FEWEST_WORDS <= len(matter) <= _MOST_WORDS or _MORE_THAN_TOLD.search(heading):
        return False
    lowered = [word.casefold() for word in matter]
    if lowered[0] in QUESTION_WORDS | AUXILIARIES or words[0][0].isdigit():
        return False
    if not _HEDGES.isdisjoint(lowered):
        return False
    if all(word.islower() for word in words[1:]) and words[0] not in names:
        return False
    to_be = any(one == "to" and other not in FUNCTION_WORDS for one, other in pairwise(lowered))
    inside = (word for word in lowered[1:-1] if word not in FUNCTION_WORDS)
    return to_be or has_verb(matter) or any(map(_PRESENT.fullmatch, inside))


def _dates(word: str) -> bool:
    """Whether ``word`` is part of a date, as a byline has it; "310,000" is none."""
    if word.isdigit():
        return int(word) <= _LAST_DAY or int(word) in _YEARS
    return word.casefold() in _DATING or _DAY.fullmatch(word) is not None


def _read(article_id: str, pieces: Sequence[Piece]) -> _Above:
    headings = [piece for piece in pieces if piece.kind is PieceKind.HEADING]
    prose = [piece.text for piece in pieces if piece.kind is PieceKind.SENTENCE]
    first = next((piece.span.start for piece in pieces if piece.kind is PieceKind.SENTENCE), 0)
    names = frozenset(
        found["word"]
        for words in prose
        for found in _IN_MID_SENTENCE.finditer(words)
        if found["word"].casefold() not in STARTERS
    )
    told = _Told(prose)
    telling: dict[int, Sentence] = {}
    for piece in headings:
        if tells(piece.text, names) and told.leaves(piece.text):
            bare = without_emphasis(piece)
            telling[piece.span.start] = Sentence(
                article_id, bare.span, bare.text, None, None, is_heading=True
            )
    at_head = [one for start, one in telling.items() if start < first]
    starts = tuple(piece.span.start for piece in headings)
    return _Above(tuple(at_head[:_AT_HEAD]), telling, starts)


class _Told:
    """What the sentences of an article tell, to compare headings with."""

    def __init__(self, prose: Sequence[str]) -> None:
        self._prose = prose
        self._holding: dict[str, list[int]] | None = None  # the sentences that hold each stem

    def leaves(self, heading: str) -> bool:
        """Whether no sentence tells ``heading`` again, or may take it back."""
        stems = frozenset(split_words(heading))
        numbers = {stem for stem in stems if any(map(str.isdigit, stem))}
        shared = Counter(at for stem in stems for at in self._of_stem(stem))
        for at, count in shared.items():
            if count >= _TOLD_AGAIN * len(stems) and all(at in self._of_stem(n) for n in numbers):
                return False
            words = self._prose[at]
            if count >= _SHARED and (count_denials(words) or _TAKING_BACK.search(words)):
                return False
        return True

    def _of_stem(self, stem: str) -> Sequence[int]:
        if self._holding is None:
            self._holding = {}
            for at, words in enumerate(self._prose):
                for own in frozenset(split_words(words)):
                    self._holding.setdefault(own, []).append(at)
        return self._holding.get(stem, ())


def _alone(heading: Sentence) -> Passage:
    return Passage(
        passage_id=f"{heading.article_id}:{heading.span.start}-{heading.span.end}",
        article_id=heading.article_id,
        span=heading.span,
        text=heading.text,
        sentences=(heading,),
    )
