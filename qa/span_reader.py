"""The project's own reader: one pass over (question, passage) that finds the words that answer.

A small cross-encoder with a head that points at a span, one that says whether
the passage answers at all, and one for relevance (Devlin et al. 2019;
Rajpurkar et al. 2018). Its weights ship as int8 ONNX; see the model card.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from corpus.passages import Passage
from corpus.sentences import Sentence
from corpus.spans import Span
from index.onnx_session import OnnxSession, default_threads
from qa.reader import Reading

Floats = NDArray[np.float32]

_LONGEST_ANSWER = 30  # tokens
_ABOUT_AS_STRONG = 0.25  # of two summed logits (tried: see the model card)
# By so much of two summed logits a heading's words are the stronger where the answer stands in
# it: 13 and more on headlines that tell it, 8 and less where it but names what is asked about.
_ABOVE = 8.0
_SHARED = 4  # two windows of a long passage share a fourth of their tokens


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence's place in the text that the model is shown."""

    sentence: Sentence
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the model is shown of a passage: what it is under, then its sentences, no credits."""

    passage: Passage
    text: str
    parts: tuple[_Part, ...]


class SpanReader:
    """Reads passages one by one, long ones in overlapping windows."""

    def __init__(
        self,
        model: Path,
        tokenizer: Path,
        *,
        name: str,
        max_tokens: int = 192,
        threads: int | None = None,
    ) -> None:
        self._name = name
        self._session = OnnxSession(model, threads=threads or default_threads())
        # Half of the input is the passage's, however long the question is: the
        # windows of a long passage need room to move on.
        self._longest_question = max_tokens // 2
        self._counter = Tokenizer.from_file(str(tokenizer))
        self._counter.no_padding()
        self._counter.no_truncation()
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(
            max_tokens, stride=max_tokens // _SHARED, strategy="only_second"
        )

    @property
    def name(self) -> str:
        return self._name

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        return self._tokenizer.get_vocab(with_added_tokens=False)

    def knows_word(self, word: str) -> bool:
        return word.casefold() in self._vocabulary

    def words(self) -> tuple[str, ...]:
        ordered = sorted(self._vocabulary.items(), key=lambda item: item[1])
        return tuple(word for word, _ in ordered if word.isalpha() and word.isascii())

    def rarity(self, word: str) -> float:
        # The vocabulary is in the order of frequency, whole words from about 2,000 on.
        rank = self._vocabulary.get(word.casefold())
        if rank is None:
            return 1.0
        return min(1.0, math.log1p(max(0, rank - 1996)) / math.log1p(28_500))

    def read(self, query: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
        query = self._cut_question(query)
        shown = [_show(passage) for passage in passages]
        windows: list[tuple[_Shown, Encoding]] = []
        for item, encoding in zip(
            shown, self._tokenizer.encode_batch([(query, item.text) for item in shown]), strict=True
        ):
            windows.append((item, encoding))
            windows.extend((item, rest) for rest in encoding.overflowing)
        windows.sort(key=lambda window: -len(window[1].ids))
        outputs = self._session.run_each([model_inputs(encoding) for _, encoding in windows])
        best: dict[tuple[str, int], Reading] = {}
        for (item, encoding), logits in zip(windows, outputs, strict=True):
            for reading in _readings(item, encoding, logits):
                key = (reading.sentence.article_id, reading.sentence.span.start)
                if key not in best or reading.score > best[key].score:
                    best[key] = reading
        return tuple(sorted(best.values(), key=lambda reading: -reading.score))

    def _cut_question(self, query: str) -> str:
        """As much of ``query`` as leaves room for a passage."""
        offsets = self._counter.encode(query, add_special_tokens=False).offsets
        if len(offsets) <= self._longest_question:
            return query
        return query[: offsets[self._longest_question - 1][1]]


def _readings(shown: _Shown, encoding: Encoding, logits: Sequence[Floats]) -> Iterator[Reading]:
    """A reading for every sentence of which the window shows something."""
    start, end, answerable, relevance = (output[0] for output in logits)
    best_of_all, found = -math.inf, []
    for part in shown.parts:
        span = best_span(start, end, encoding, part.start, part.end)
        if span is not None:
            found.append((part, span))
            best_of_all = max(best_of_all, span[2])
    if shown.parts and shown.parts[0].start:
        # What a headline alone tells is told by no sentence below it.
        above = best_span(start, end, encoding, 0, shown.parts[0].start)
        if above is not None:
            best_of_all = max(best_of_all, above[2] - _ABOVE)
    silent = float(start[0] + end[0])
    for part, (left, right, strength) in found:
        # The passage's logit belongs to the sentence that holds the best span;
        # the others lose what their own best span lacks.
        offset = part.sentence.span.start - part.start
        yield Reading(
            sentence=part.sentence,
            passage=shown.passage,
            score=float(answerable) + (strength - best_of_all),
            short=Span(left + offset, right + offset),
            margin=strength - silent,
            relevance=float(relevance),
        )


def _show(passage: Passage) -> _Shown:
    """Title, heading and sentences as one text, with where each sentence stands in it."""
    above = (line.rstrip(".:") for line in (passage.title, passage.heading) if line)
    text = "".join(f"{line}. " for line in above)
    parts: list[_Part] = []
    for sentence in passage.sentences:
        if parts:
            text += " "
        parts.append(_Part(sentence, len(text), len(text) + len(sentence.text)))
        text += sentence.text
    return _Shown(passage, text, tuple(parts))


def model_inputs(encoding: Encoding) -> dict[str, NDArray[np.int64]]:
    """The model's three inputs for one window, int64 of shape (1, tokens)."""
    return {
        name: np.array([values], dtype=np.int64)
        for name, values in (
            ("input_ids", encoding.ids),
            ("attention_mask", encoding.attention_mask),
            ("token_type_ids", encoding.type_ids),
        )
    }


def best_span(
    start: Floats, end: Floats, encoding: Encoding, first: int, last: int
) -> tuple[int, int, float] | None:
    """The best span inside code points ``[first, last)`` of the passage, and its summed logits.

    Of spans about as strong as the strongest, whose logits are returned, it is the
    shortest: of "voles and lives in forests" and "voles", the reader likes either.
    Returns half-open code points of the passage's text; None where the window
    holds none of that stretch.
    """
    places = [
        place
        for place, (sequence, (left, right)) in enumerate(
            zip(encoding.sequence_ids, encoding.offsets, strict=True)
        )
        if sequence == 1 and first <= left and right <= last
    ]
    if not places:
        return None
    rows = np.array(places)
    table = start[rows][:, None] + end[rows][None, :]  # (n, n): start by end
    distance = rows[None, :] - rows[:, None]
    table = np.where((distance >= 0) & (distance < _LONGEST_ANSWER), table, -np.inf)
    strength = float(table.max())
    tied = table >= strength - _ABOUT_AS_STRONG
    shortest = tied & (distance == distance[tied].min())
    left, right = np.unravel_index(int(np.where(shortest, table, -np.inf).argmax()), table.shape)
    return encoding.offsets[places[left]][0], encoding.offsets[places[right]][1], strength
