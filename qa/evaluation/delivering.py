"""What every measuring command does with its run: print it, write it, hold it to its bounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.evaluation.comparison import EarlierRun, compare_runs, read_run
from qa.evaluation.intervals import Figure
from qa.evaluation.requirements import Requirement, gate_failures, read_figures
from qa.evaluation.results import make_folder, write_results
from qa.evaluation.scorecard import Scorecard
from qa.evaluation.tables import format_comparison, format_scorecard
from qa.streams import print_result

Tell = Callable[[str], None]

EXIT_OK, EXIT_UNMET = 0, 1
_EXIT_INTERRUPTED = 128 + 2


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where a run goes and what it is held to, read before the first question is asked."""

    out: Path | None
    requirements: tuple[Requirement, ...]
    earlier: EarlierRun | None
    baseline: Mapping[str, Figure] | None

    @classmethod
    def prepare(
        cls,
        *,
        out: Path | None,
        require: tuple[str, ...] = (),
        compare: Path | None = None,
        gate: Path | None = None,
    ) -> Delivery:
        """Parse, read and make all that is needed.

        Raises:
            UsageError: if a requirement is none.
            BatchError: if the run to compare with or the baseline cannot be read.
            OutputFolderError: if ``out`` cannot be written.
        """
        delivery = cls(
            out,
            tuple(Requirement.parse(text) for text in require),
            read_run(compare) if compare is not None else None,
            read_figures(gate) if gate is not None else None,
        )
        if out is not None:
            make_folder(out)
        return delivery

    def deliver(self, card: Scorecard, tell: Tell) -> int:
        """Print and write the run; returns the exit status.

        0, or 1 where a requirement or the gate is not met, each named to
        ``tell``. A run that was stopped meets none of them, and its status is
        that of a stopped program.
        """
        comparison = compare_runs(card, self.earlier) if self.earlier else None
        print_result(format_scorecard(card))
        if comparison is not None:
            print_result("\n" + format_comparison(comparison))
        if self.out is not None:
            write_results(card, self.out, comparison)
            tell(f"the report is {self.out / 'report.html'}")
        if card.is_partial:
            return _EXIT_INTERRUPTED
        failures = [
            failure
            for requirement in self.requirements
            if (failure := requirement.failure(card.figures)) is not None
        ]
        if self.baseline is not None:
            failures += gate_failures(card.figures, self.baseline)
        for failure in failures:
            tell(failure)
        return EXIT_UNMET if failures else EXIT_OK
