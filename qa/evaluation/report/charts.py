"""The report's charts as inline SVG, in the colours of the page, light or dark.

matplotlib draws with placeholder colours, which become the style sheet's
variables, so that a chart follows the reader's colour scheme.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.ticker import PercentFormatter

from qa.evaluation.selective import ReliabilityBin, RiskCoverage

# Placeholders, each a colour that nothing else has; the order is that of series.
_INK, _QUIET, _RULE = "#010101", "#020202", "#030303"
SERIES = ("#040404", "#050505", "#060606", "#070707")
_VARIABLES = {
    _INK: "ink",
    _QUIET: "quiet",
    _RULE: "rule",
    **{colour: f"series-{number}" for number, colour in enumerate(SERIES, start=1)},
}
_STYLE: Any = {  # its type would list the names of every setting
    "svg.fonttype": "none",  # text stays text, in the page's font
    "svg.hashsalt": "briefing",  # the same run draws the same file
    "font.size": 11,
    "font.family": "sans-serif",
    "text.parse_math": False,  # a dollar sign in a kind is a dollar sign
    "text.color": _INK,
    "axes.edgecolor": _RULE,
    "axes.labelcolor": _QUIET,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "grid.color": _RULE,
    "grid.linewidth": 0.6,
    "xtick.color": _QUIET,
    "ytick.color": _QUIET,
    "legend.frameon": False,
    "legend.labelcolor": _INK,
    "figure.constrained_layout.use": True,
}
_SIZE = (5.6, 3.8)


def draw(name: str, paint: Callable[[Axes], None], *, size: tuple[float, float] = _SIZE) -> str:
    """An ``<svg>`` element of what ``paint`` draws; ids in it start with ``name``."""
    with matplotlib.rc_context(_STYLE), warnings.catch_warnings():
        # Its own font is for measuring alone; the reader's draws the letters.
        warnings.filterwarnings("ignore", "Glyph .* missing from font")
        drawing = Drawing(figsize=size)
        paint(drawing.add_subplot())
        written = io.StringIO()
        drawing.savefig(written, format="svg", transparent=True, metadata={"Date": None})
    svg = written.getvalue()
    svg = svg[svg.index("<svg") :].strip()
    svg = re.sub(r'\bid="', f'id="{name}-', svg)
    svg = re.sub(r'(url\(#|href="#)', rf"\g<1>{name}-", svg)
    for colour, variable in _VARIABLES.items():
        svg = svg.replace(colour, f"var(--{variable})")
    # Width and height in points would not shrink on a narrow screen; the view box does.
    return re.sub(r'(<svg\b[^>]*?) height="[^"]*"([^>]*?) width="[^"]*"', r"\1\2", svg, count=1)


def draw_risk_coverage(
    curves: Mapping[str, RiskCoverage], chosen: Mapping[str, tuple[float, float]]
) -> str:
    """How much is wrong of what is answered, as more is answered.

    ``chosen`` are the coverage and risk at the threshold in use, by curve.
    """

    def paint(axes: Axes) -> None:
        for (name, curve), colour in zip(curves.items(), SERIES, strict=False):
            axes.step(curve.coverage, curve.risk, where="pre", color=colour, label=name, lw=1.8)
            if name in chosen:
                axes.plot(*chosen[name], "o", color=colour, ms=8)
        axes.set(xlim=(0, 1), ylim=(0, None))
        axes.set_xlabel("coverage: share of questions answered")
        axes.set_ylabel("risk: share of these that are wrong")
        _percent(axes)
        axes.legend(loc="upper left", title="● the threshold in use")

    return draw("risk", paint)


def draw_reliability(bins: Mapping[str, Sequence[ReliabilityBin]]) -> str:
    """How many of the answers given at a confidence are right; a dot's area is their number."""

    def paint(axes: Axes) -> None:
        axes.plot([0, 1], [0, 1], "--", color=_QUIET, lw=1)
        for (name, own), colour in zip(bins.items(), SERIES, strict=False):
            confidence = [one.confidence for one in own]
            accuracy = [one.accuracy for one in own]
            total = sum(one.count for one in own)
            sizes = [20 + 600 * one.count / total for one in own]
            axes.plot(confidence, accuracy, color=colour, lw=1.2)
            axes.scatter(confidence, accuracy, s=sizes, color=colour, alpha=0.6, label=name, lw=0)
        axes.set(xlim=(0, 1.02), ylim=(-0.02, 1.05))
        axes.set_xlabel("confidence of the answer")
        axes.set_ylabel("share that is right")
        _percent(axes)
        legend = axes.legend(loc="upper left")
        for handle in legend.legend_handles:
            if handle is not None and hasattr(handle, "set_sizes"):
                handle.set_sizes([60])

    return draw("reliability", paint)


@dataclass(frozen=True, slots=True)
class Bar:
    """One kind of question: how many, the share right and its 95% interval."""

    label: str
    count: int
    share: float
    low: float
    high: float
    silent: bool


def draw_kinds(bars: Sequence[Bar]) -> str:
    """The share of right replies by kind, with intervals; silence is right for some."""

    def paint(axes: Axes) -> None:
        places = np.arange(len(bars))[::-1]
        for place, bar in zip(places, bars, strict=True):
            colour = SERIES[1] if bar.silent else SERIES[0]
            axes.barh(place, bar.share, color=colour, height=0.62, alpha=0.85)
            axes.plot([bar.low, bar.high], [place, place], color=_INK, lw=1.2)
            axes.text(1.02, place, f"{bar.share:.2f}", va="center", color=_INK)
        axes.set_yticks(places, [f"{bar.label} ({bar.count})" for bar in bars])
        axes.set(xlim=(0, 1.12), ylim=(-0.6, len(bars) - 0.4))
        axes.set_xlabel("share of right replies, with the 95% interval")
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1])
        axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        axes.grid(axis="y", visible=False)

    return draw("kinds", paint, size=(7.2, 0.9 + 0.3 * len(bars)))


RANKS = ("1", "2", "3", "4", "5", "6–10", "later", "not found")


def draw_ranks(counts: Mapping[str, Sequence[int]]) -> str:
    """At which rank each stage has the first right document; counts in the order of ``RANKS``."""

    def paint(axes: Axes) -> None:
        width = 0.8 / len(counts)
        places = np.arange(len(RANKS))
        for number, ((stage, own), colour) in enumerate(zip(counts.items(), SERIES, strict=False)):
            total = max(1, sum(own))
            axes.bar(
                places + (number - (len(counts) - 1) / 2) * width,
                [count / total for count in own],
                width * 0.92,
                color=colour,
                label=stage,
            )
        axes.set_xticks(places, RANKS)
        axes.set_xlabel("rank of the first right document")
        axes.set_ylabel("share of questions")
        axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        axes.grid(axis="x", visible=False)
        axes.legend()

    return draw("ranks", paint, size=(7.2, 3.8))


def draw_latency(times_ms: Mapping[str, Sequence[float]]) -> str:
    """The share of questions that were done within a time, by stage."""

    def paint(axes: Axes) -> None:
        for (stage, own), colour in zip(times_ms.items(), SERIES, strict=False):
            ordered = np.sort(np.maximum(np.array(own), 0.01))
            axes.step(
                ordered,
                np.arange(1, len(ordered) + 1) / len(ordered),
                where="post",
                color=colour,
                label=stage,
                lw=1.8,
            )
        axes.set_xscale("log")
        axes.set(ylim=(0, 1.02))
        axes.set_xlabel("milliseconds")
        axes.set_ylabel("share of questions done")
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
        axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        if times_ms:
            axes.legend(loc="upper left")

    return draw("latency", paint)


def _percent(axes: Axes) -> None:
    axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
