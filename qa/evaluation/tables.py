"""The figures of a run as text for a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from qa.evaluation.comparison import Comparison
from qa.evaluation.intervals import Figure
from qa.evaluation.judging import Outcome
from qa.evaluation.retrieval import STAGES
from qa.evaluation.scorecard import Scorecard
from qa.evaluation.thresholds import trade_off

_KIND = 24
_CUTOFF = "R@1"  # what the table by kind shows of each stage
_SHOWN_CHANGES = 20


def format_scorecard(card: Scorecard) -> str:
    """By kind for each split, then every figure with its interval."""
    parts = []
    if card.is_partial:
        parts.append(
            f"PARTIAL: {card.asked:,} of {card.questions:,} questions were asked; "
            "the figures are of those alone"
        )
    if card.outcomes:
        parts += [format_kinds(part) for part in card.splits.values()]
    parts.append(format_figures({name: part.figures for name, part in card.splits.items()}))
    if card.outcomes:
        parts += [format_trade(part) for part in card.splits.values()]
    return "\n\n".join(parts)


def format_trade(card: Scorecard) -> str:
    """What other thresholds would have given, a row for each."""
    lines = [
        f"{card.title}: what another answer_threshold would give",
        f"{'threshold':>10}{'answered':>10}{'right':>10}{'silent':>10}{'wrong':>10}{'F1':>10}",
    ]
    for trade in trade_off(card.outcomes):
        cells = (trade.coverage, trade.right, trade.silent, trade.risk, trade.f1)
        lines.append(
            f"{trade.threshold:>10.2f}"
            + "".join(f"{'-' if cell is None else format(cell, '.3f'):>10}" for cell in cells)
        )
    return "\n".join(lines)


def format_kinds(card: Scorecard) -> str:
    """A row by kind, answerable and not apart, and the totals."""
    stages = [stage for stage in STAGES if f"{stage}.{_CUTOFF}" in card.retrieval_scores]
    found = {stage: card.retrieval_scores[f"{stage}.{_CUTOFF}"] for stage in stages}
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in card.outcomes:
        suffix = "" if outcome.question.answerable else " (silent)"
        groups[outcome.question.kind + suffix].append(outcome)
    width = max(_KIND, *(len(kind) + 1 for kind in groups))
    names = ["n", *stages, "right", "full", "precise", "outlets", "EM", "F1"]
    lines = [
        f"{card.title}" + (f"; {', '.join(stages)}: {_CUTOFF} of that stage" if stages else ""),
        f"{'kind':{width}}" + "".join(f"{name:>8}" for name in names),
    ]
    lines += [_row(kind, group, found, width) for kind, group in groups.items()]
    lines.append("")
    answerable = [item for item in card.outcomes if item.question.answerable]
    silent = [item for item in card.outcomes if not item.question.answerable]
    for name, group in (("all answerable", answerable), ("all silent", silent)):
        if group:
            lines.append(_row(name, group, found, width))
    lines.append(f"quotes verbatim: {_share([item.verbatim for item in card.outcomes])}")
    return "\n".join(lines)


def _row(
    kind: str, group: Sequence[Outcome], found: Mapping[str, Mapping[str, float]], width: int
) -> str:
    answerable = [item for item in group if item.question.answerable]
    answered = [item for item in answerable if item.answered]
    cells = [
        *(
            _share([scores.get(item.question.query_id) for item in answerable])
            for scores in found.values()
        ),
        _share([item.right for item in group]),
        _share([item.found == 1.0 for item in answerable]),
        _share([item.supported / item.citations for item in answered]),
        _share([item.outlets_right for item in answerable]),
        _share([item.exact for item in answerable]),
        _share([item.overlap for item in answerable]),
    ]
    return f"{kind:{width}}{len(group):>8}" + "".join(f"{cell:>8}" for cell in cells)


def _share(values: Iterable[bool | float | None]) -> str:
    known = [float(value) for value in values if value is not None]
    return f"{sum(known) / len(known):.3f}" if known else "-"


def format_figures(splits: Mapping[str, Mapping[str, Figure]]) -> str:
    """A row by figure: its value, 95% interval and number of questions, for each split."""
    names = dict.fromkeys(name for figures in splits.values() for name in figures)
    lines = [f"{'figure':26}" + "".join(f"{split + ' [95%]':>34}" for split in splits)]
    for name in names:
        row = f"{name:26}"
        for figures in splits.values():
            figure = figures.get(name)
            row += f"{format_figure(name, figure) if figure else '-':>34}"
        lines.append(row)
    return "\n".join(lines)


def format_figure(name: str, figure: Figure) -> str:
    """``0.812 [0.750, 0.871] n=127``; latencies with one decimal."""
    digits = 1 if name.startswith("latency_ms.") else 3
    return (
        f"{figure.value:.{digits}f} [{figure.low:.{digits}f}, {figure.high:.{digits}f}] "
        f"n={figure.n}"
    )


def format_comparison(comparison: Comparison) -> str:
    """What changed since an earlier run: each measure, then the questions."""
    lines = [f"against {comparison.name} (p: paired randomisation test)"]
    lines.append(f"{'figure':26}{'before':>10}{'now':>10}{'change':>10}{'p':>8}{'n':>8}")
    lines += [
        f"{item.name:26}{item.before:>10.3f}{item.now:>10.3f}{item.now - item.before:>+10.3f}"
        f"{item.p_value:>8.3f}{item.n:>8}"
        for item in comparison.differences
        if item.now != item.before
    ]
    same = sum(item.now == item.before for item in comparison.differences)
    lines.append(f"{same} figures are the same")
    if comparison.left_out:
        lines.append(
            f"{comparison.left_out} questions are not in {comparison.name} "
            "and count as wrong there"
        )
    for word, changes in (
        ("worse", [item for item in comparison.changes if item.now < item.before]),
        ("better", [item for item in comparison.changes if item.now > item.before]),
    ):
        lines.append(f"{word}: {len(changes)} questions")
        lines += [f"  {item.query_id}: {item.question}" for item in changes[:_SHOWN_CHANGES]]
        if len(changes) > _SHOWN_CHANGES:
            lines.append(f"  … and {len(changes) - _SHOWN_CHANGES} more")
    return "\n".join(lines)
