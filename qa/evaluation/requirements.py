"""``--require 'fused.nDCG@10>=0.70'`` and ``--gate RUN``: figures that must be reached."""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from qa.errors import BatchError, UsageError
from qa.evaluation.figures import FIGURE_NAMES, is_better_lower
from qa.evaluation.intervals import Figure
from qa.evaluation.retrieval import MEASURES, STAGES

_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_REQUIREMENT = re.compile(r"\s*([\w.@]+)\s*(>=|<=|>|<)\s*(-?\d*\.?\d+)\s*")
# A machine's speed differs from hour to hour, and chance is not the program's.
_NOT_GATED = ("latency_ms.", "calibration.ece_by_chance")


@dataclass(frozen=True, slots=True)
class Requirement:
    """A figure that must compare with a bound as ``sign`` says."""

    name: str
    sign: str
    bound: float

    @classmethod
    def parse(cls, text: str) -> Requirement:
        """Read ``name>=number``.

        Raises:
            UsageError: if it is anything else, or of a figure that there is not.
        """
        found = _REQUIREMENT.fullmatch(text)
        if found is None:
            raise UsageError(f"{text!r} is no requirement; write one as 'fused.nDCG@10>=0.70'")
        if found[1] not in FIGURE_NAMES and found[1] not in MEASURES:
            raise UsageError(
                f"there is no figure {found[1]!r}; the figures are {', '.join(FIGURE_NAMES)}"
            )
        return cls(found[1], found[2], float(found[3]))

    def failure(self, figures: Mapping[str, Figure]) -> str | None:
        """A sentence that says how ``figures`` miss it, None where they meet it.

        A measure without a stage is that of the last stage that was measured.
        """
        name = self._resolve(figures)
        if name is None:
            return f"{self.name} was not measured, required {self.sign} {self.bound:g}"
        value = figures[name].value
        if _COMPARISONS[self.sign](value, self.bound):
            return None
        return f"{name} is {value:.4f}, required {self.sign} {self.bound:g}"

    def _resolve(self, figures: Mapping[str, Figure]) -> str | None:
        names = (self.name, *(f"{stage}.{self.name}" for stage in reversed(STAGES)))
        return next((name for name in names if name in figures), None)


def gate_failures(figures: Mapping[str, Figure], baseline: Mapping[str, Figure]) -> list[str]:
    """A sentence for each figure that lies beyond the baseline's interval, on the worse side.

    A figure that the baseline has and this run has not is one, too. Latencies
    and what chance alone would give are not compared.
    """
    failures = []
    for name, kept in baseline.items():
        if name.startswith(_NOT_GATED):
            continue
        if name not in figures:
            failures.append(f"{name} was not measured, the baseline has {kept.value:.4f}")
            continue
        value = figures[name].value
        lower = is_better_lower(name)
        if value > kept.high if lower else value < kept.low:
            side, bound = ("above", kept.high) if lower else ("below", kept.low)
            failures.append(
                f"{name} is {value:.4f}, {side} {bound:.4f}, where the interval of the "
                f"baseline's {kept.value:.4f} ends"
            )
    return failures


def read_figures(run: Path) -> dict[str, Figure]:
    """The figures of an earlier run: its folder, or a file of the shape of metrics.json.

    Raises:
        BatchError: if there are none to read.
    """
    path = run / "metrics.json" if run.is_dir() else run
    try:
        figures = {
            name: Figure(**figure)
            for name, figure in json.loads(path.read_text(encoding="utf-8")).items()
        }
        if not figures:
            raise ValueError("it holds none")
        for name, figure in figures.items():
            if not all(isinstance(value, int | float) for value in astuple(figure)):
                raise ValueError(f"{name} is no figure")
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise BatchError(
            f"there are no figures to read in {str(run)!r} ({why}); name the --out folder of a run"
        ) from error
    return figures
