"""The figures on the bundled gold questions may not fall below a committed baseline.

The baseline is what ``briefing evaluate --out DIR`` wrote into ``metrics.json``
when the figures last changed for a reason; that commit replaces it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from corpus.bundled import bundled_article
from corpus.passages import Passage
from index.embedding import open_embedder
from qa.assistant import Assistant
from qa.evaluation.gold_files import read_gold
from qa.evaluation.gold_run import measure_gold
from qa.evaluation.requirements import gate_failures, read_figures
from qa.evaluation.scorecard import Scorecard
from qa.packaged_reader import PackagedReader, open_packaged_reader
from qa.reader import Reader, Reading
from qa.settings import Settings

BASELINE = Path(__file__).parent / "baseline.json"


def measure(reader: PackagedReader, settings: Settings | None = None) -> Scorecard:
    article = bundled_article()
    assistant = Assistant(
        [article],
        embedder=open_embedder(),
        reader=reader,
        index_folder=None,
        settings=settings,
    )
    questions = read_gold(None, {article.article_id: article.text})
    return measure_gold(assistant, list(questions), title="gold", tell=lambda line: None)


@dataclass(frozen=True, slots=True)
class FirstSentenceReader:
    """A reader that was broken on purpose: the first sentence found answers everything."""

    inner: Reader

    @property
    def name(self) -> str:
        return "broken"

    def read(self, query: str, passages: Sequence[Passage]) -> tuple[Reading, ...]:
        return tuple(
            Reading(passage.sentences[0], passage, score=5.0 - place, margin=5.0, relevance=5.0)
            for place, passage in enumerate(passages)
        )

    def knows_word(self, word: str) -> bool:
        return self.inner.knows_word(word)

    def words(self) -> tuple[str, ...]:
        return self.inner.words()

    def rarity(self, word: str) -> float:
        return self.inner.rarity(word)


def test_no_figure_lies_below_the_interval_of_the_baseline() -> None:
    card = measure(open_packaged_reader())

    assert not card.is_partial
    assert gate_failures(card.figures, read_figures(BASELINE)) == []


def test_the_gate_closes_on_a_reader_that_does_not_read() -> None:
    sound = open_packaged_reader()
    broken = replace(sound, reader=FirstSentenceReader(sound.reader))

    failures = gate_failures(measure(broken).figures, read_figures(BASELINE))

    fallen = {failure.split()[0] for failure in failures}
    assert {"citation.precision", "silence.recall", "silence.auc", "crag"} <= fallen


def test_the_gate_closes_on_a_program_that_never_answers() -> None:
    sound = open_packaged_reader()
    mute = replace(sound, reader=FirstSentenceReader(sound.reader))

    card = measure(mute, Settings(answer_threshold=1.01))

    fallen = {failure.split()[0] for failure in gate_failures(card.figures, read_figures(BASELINE))}
    assert {"citation.recall", "answer.F1", "silence.precision"} <= fallen
    # Silence alone would look perfect, were it the only figure that is watched.
    assert card.figures["silence.recall"].value == pytest.approx(1.0)
