"""Questions in the words in which the reader is asked them.

"What does Reuters report about the strike?" reaches it as "The strike?" of the
sentences that Reuters is credited with, so that is what it has to learn from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.outlets import OutletList
from qa.briefing import Briefing
from qa.intents import understand
from qa.named_outlets import find_named_outlets
from qa.training.written_briefings import WrittenBriefing, article_of_briefing
from qa.understanding import Intent

_READ_OTHERWISE = (Intent.PASSAGES, Intent.BY_SOURCE)


def as_they_are_read(
    briefings: Sequence[WrittenBriefing], known: OutletList
) -> tuple[WrittenBriefing, ...]:
    """``briefings`` with their questions as the reader is asked them.

    Those without an answer stay as they are: who may be cited tells them apart from an
    answer, which a passage alone does not.
    """
    return tuple(_as_read(briefing, known) for briefing in briefings)


def _as_read(briefing: WrittenBriefing, known: OutletList) -> WrittenBriefing:
    article, _ = article_of_briefing("briefing", briefing)
    credited = Briefing.read([article], passage_sentences=3).credited()
    questions = []
    for question in briefing.questions:
        if question.answer is not None:
            asks = understand(
                question.text, find_named_outlets(question.text, known, credited)
            )
            if asks.intent in _READ_OTHERWISE:
                question = replace(question, text=asks.read_as)
        questions.append(question)
    return replace(briefing, questions=tuple(questions))
