"""From a scorecard to the page that people look at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from importlib import resources

import numpy as np
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from qa.evaluation.comparison import Comparison
from qa.evaluation.intervals import Figure, bootstrap_figure
from qa.evaluation.judging import Outcome
from qa.evaluation.report.charts import (
    RANKS,
    Bar,
    draw_kinds,
    draw_latency,
    draw_ranks,
    draw_reliability,
    draw_risk_coverage,
)
from qa.evaluation.report.misses import group_misses, retrieval_misses
from qa.evaluation.report.notes import note_of
from qa.evaluation.retrieval import STAGES
from qa.evaluation.scorecard import Scorecard
from qa.evaluation.selective import reliability, risk_coverage
from qa.evaluation.tables import format_figure
from qa.evaluation.thresholds import trade_off

_STAGE_WORDS = {
    "dense": "found by meaning",
    "lexical": "by words",
    "fused": "by both together",
    "read": "after reading",
}
_LATENCIES = ("search", "read", "total")


@dataclass(frozen=True, slots=True)
class Tile:
    """One of the few figures at the head of the page."""

    value: str
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with what it shows, in words."""

    title: str
    explanation: str
    svg: Markup
    tall: bool = False


def render_report(card: Scorecard, comparison: Comparison | None) -> str:
    """The whole page as HTML that loads nothing: style, drawings and words in one file."""
    environment = Environment(
        loader=DictLoader({"report": _read("report.html.j2")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        format_figure=format_figure, interval_style=_interval_style, percent=_percent
    )
    splits = card.splits
    return environment.get_template("report").render(
        card=card,
        style=Markup(_read("report.css")),
        tiles=_tiles(card),
        charts=_charts(card),
        splits=splits,
        figure_names=list(dict.fromkeys(name for part in splits.values() for name in part.figures)),
        note_of=lambda name: note_of(name, any_right_is_enough=card.any_right_is_enough),
        groups=group_misses(card),
        retrieval_misses=retrieval_misses(card),
        trades={name: trade_off(part.outcomes) for name, part in splits.items()}
        if card.outcomes
        else {},
        comparison=comparison,
    )


def _read(name: str) -> str:
    folder = resources.files("qa.evaluation.report")
    return folder.joinpath(name).read_text(encoding="utf-8")


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def _interval_style(name: str, figure: Figure) -> str:
    """Where the bar of an interval starts and ends; empty for figures that are no shares."""
    low, high = figure.low, figure.high
    if name.startswith("latency_ms."):
        return ""
    if name == "crag":  # from -1 to 1
        low, high = (low + 1) / 2, (high + 1) / 2
    return f"left:{100 * low:.1f}%;width:{max(0.6, 100 * (high - low)):.1f}%"


def _tiles(card: Scorecard) -> list[Tile]:
    tiles = []
    answerable = [item for item in card.outcomes if item.question.answerable]
    silent = [item for item in card.outcomes if not item.question.answerable]
    if answerable:
        right = sum(item.right for item in answerable)
        tiles.append(
            Tile(f"{right / len(answerable):.0%}", "of answerable questions answered rightly",
                 f"{right} of {len(answerable)}")
        )  # fmt: skip
    if silent:
        kept = sum(item.right for item in silent)
        tiles.append(
            Tile(f"{kept / len(silent):.0%}", "of unanswerable questions met with silence",
                 f"{kept} of {len(silent)}")
        )  # fmt: skip
    if card.outcomes:
        wrong = sum(item.answered and not item.right for item in card.outcomes)
        tiles.append(
            Tile(f"{wrong / len(card.outcomes):.0%}", "of all questions answered wrongly",
                 f"{wrong} of {len(card.outcomes)}")
        )  # fmt: skip
        verbatim = sum(item.verbatim for item in card.outcomes)
        tiles.append(
            Tile(f"{verbatim / len(card.outcomes):.0%}", "of replies quote to the letter",
                 f"{verbatim} of {len(card.outcomes)}")
        )  # fmt: skip
    for name, label in (
        ("crag", "CRAG score"),
        ("latency_ms.p50", "ms, the median question"),
        ("fused.nDCG@10", "nDCG@10, fused"),
        ("fused.R@1", "R@1, fused"),
    ):
        if name in card.figures and (not card.outcomes or name in ("crag", "latency_ms.p50")):
            figure = card.figures[name]
            digits = 0 if name.startswith("latency_ms.") else 3
            tiles.append(
                Tile(f"{figure.value:.{digits}f}", label,
                     f"{figure.low:.{digits}f} to {figure.high:.{digits}f}")
            )  # fmt: skip
    return tiles


def _charts(card: Scorecard) -> list[Chart]:
    charts = []
    if card.outcomes:
        charts += [_risk_chart(card), _kinds_chart(card)]
        if any(item.answered for item in card.outcomes):
            charts.insert(1, _reliability_chart(card))
    if card.retrieval_scores:
        charts.append(_rank_chart(card))
    if card.outcomes:
        charts.append(_latency_chart(card))
    return charts


def _risk_chart(card: Scorecard) -> Chart:
    curves, chosen = {}, {}
    for name, part in card.splits.items():
        outcomes = part.outcomes
        curves[name] = risk_coverage(
            np.array([item.reply.confidence for item in outcomes]),
            np.array([item.would_be_right for item in outcomes], dtype=bool),
        )
        given = [item for item in outcomes if item.answered]
        if given:
            wrong = sum(not item.right for item in given)
            chosen[name] = (len(given) / len(outcomes), wrong / len(given))
    return Chart(
        "Risk and coverage",
        "Moving the threshold to the right answers more, and more of it wrongly. An answer to a "
        "question that the text does not answer is always wrong, so no curve ends at zero. At the "
        "far left there are few answers, so the curve jumps.",
        Markup(draw_risk_coverage(curves, chosen)),
    )


def _reliability_chart(card: Scorecard) -> Chart:
    bins = {}
    for name, part in card.splits.items():
        given = [item for item in part.outcomes if item.answered]
        if given:
            bins[name] = reliability(
                np.array([item.reply.confidence for item in given]),
                np.array([item.right for item in given], dtype=bool),
            )
    return Chart(
        "Reliability",
        "On the dashed line, nine in ten of the answers given at 0.9 are right; above it the "
        "answers are better than they say, below it they are worse.",
        Markup(draw_reliability(bins)),
    )


def _kinds_chart(card: Scorecard) -> Chart:
    groups: dict[tuple[str, bool], list[Outcome]] = defaultdict(list)
    for outcome in card.outcomes:
        groups[outcome.question.kind, not outcome.question.answerable].append(outcome)
    bars = []
    for (kind, silent), group in groups.items():
        share = bootstrap_figure(
            lambda values: float(values.mean()), np.array([float(item.right) for item in group])
        )
        label = f"{kind}, silence is right" if silent else kind
        bars.append(Bar(label, len(group), share.value, share.low, share.high, silent))
    bars.sort(key=lambda bar: (bar.silent, -bar.share, bar.label))
    return Chart(
        "By kind of question",
        "Right is an answer that cites words which answer or, where the text has none, silence.",
        Markup(draw_kinds(bars)),
        tall=len(bars) > 10,
    )


def _rank_chart(card: Scorecard) -> Chart:
    counts = {}
    for stage in STAGES:
        asked = [
            item
            for item in card.retrieved
            if stage in item.rankings and any(gain > 0 for gain in item.gains.values())
        ]
        if asked:
            own = [0] * len(RANKS)
            for item in asked:
                right = {document for document, gain in item.gains.items() if gain > 0}
                rank = next(
                    (
                        place
                        for place, document in enumerate(item.rankings[stage], start=1)
                        if document in right
                    ),
                    None,
                )
                own[_rank_bin(rank)] += 1
            counts[stage] = own
    return Chart(
        "Where the right passage stands",
        "; ".join(f"{stage}: {_STAGE_WORDS[stage]}" for stage in counts) + ".",
        Markup(draw_ranks(counts)),
    )


def _rank_bin(rank: int | None) -> int:
    if rank is None:
        return RANKS.index("not found")
    if rank <= 5:
        return rank - 1
    return RANKS.index("6–10") if rank <= 10 else RANKS.index("later")


def _latency_chart(card: Scorecard) -> Chart:
    times = {
        stage: own
        for stage in _LATENCIES
        if (
            own := [
                item.reply.timings_ms[stage]
                for item in card.outcomes
                if stage in item.reply.timings_ms
            ]
        )
    }
    return Chart(
        "Latency",
        "The share of questions for which a stage was done within that time, on this machine, "
        "with whatever else it was doing.",
        Markup(draw_latency(times)),
    )
