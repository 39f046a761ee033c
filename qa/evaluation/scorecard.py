"""All that one run of questions gave, and what each question scored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from qa.evaluation.figures import answer_score, crag, measure_answers, measure_retrieval
from qa.evaluation.intervals import Figure
from qa.evaluation.judging import Outcome
from qa.evaluation.retrieval import Retrieved, score_retrieval


@dataclass(frozen=True)
class Scorecard:
    """The outcomes and rankings of a run, in the order of asking.

    ``questions`` is how many there were to ask; a run that was stopped asked
    fewer, and its figures are of those alone. ``texts`` are the articles' texts
    by their ids, for showing quotes in their context. ``any_right_is_enough``
    is that of ``score_retrieval``. ``about`` says what was measured with what.
    """

    title: str
    questions: int
    outcomes: tuple[Outcome, ...] = ()
    retrieved: tuple[Retrieved, ...] = ()
    any_right_is_enough: bool = True
    texts: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> int:
        """How many questions were asked."""
        return max(len(self.outcomes), len(self.retrieved))

    @property
    def is_partial(self) -> bool:
        """Whether the run was stopped before its end."""
        return self.asked < self.questions

    @cached_property
    def retrieval_scores(self) -> dict[str, dict[str, float]]:
        """``{"fused.nDCG@10": {query_id: value}}`` for what should have been found."""
        return score_retrieval(self.retrieved, any_right_is_enough=self.any_right_is_enough)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure by its name, those of retrieval first."""
        return {**measure_retrieval(self.retrieval_scores), **measure_answers(self.outcomes)}

    @cached_property
    def splits(self) -> dict[str, Scorecard]:
        """The run parted by the split of its questions; itself alone where there is but one."""
        names = sorted({outcome.question.split for outcome in self.outcomes})
        if len(names) < 2:
            return {names[0] if names else "all": self}
        return {name: self._part(name) for name in names}

    def _part(self, split: str) -> Scorecard:
        outcomes = tuple(item for item in self.outcomes if item.question.split == split)
        ids = {item.question.query_id for item in outcomes}
        return replace(
            self,
            title=f"{self.title}, {split}",
            questions=len(outcomes),
            outcomes=outcomes,
            retrieved=tuple(item for item in self.retrieved if item.query_id in ids),
        )

    @cached_property
    def question_scores(self) -> dict[str, dict[str, float]]:
        """What each question scored, by its id: a run can be compared by these alone."""
        scores: dict[str, dict[str, float]] = defaultdict(dict)
        for outcome in self.outcomes:
            own = scores[outcome.question.query_id]
            own["right"] = float(outcome.right)
            own["crag"] = crag(outcome)
            if outcome.question.answerable:
                own["citation.recall"] = outcome.found
            for name, value in (("answer.EM", outcome.exact), ("answer.F1", outcome.overlap)):
                if (score := answer_score(outcome, value)) is not None:
                    own[name] = score
        for name, values in self.retrieval_scores.items():
            for query_id, value in values.items():
                scores[query_id][name] = value
        return dict(scores)
