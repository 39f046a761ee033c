"""The colours: every text stands out from what it is on, in light and in dark."""

from __future__ import annotations

import re

import pytest

from qa.page.assets import read_behaviour, read_style

AA_TEXT = 4.5  # WCAG 2.2, 1.4.3: the least contrast of text of normal size
PAIRS = [
    (text, ground)
    for text in ("ink", "quiet", "accent", "doubt-edge")
    for ground in ("paper", "sheet", "tint")
] + [
    ("highlight-ink", "highlight"),
    ("ink", "doubt"),
    ("ink", "source"),
    ("on-accent", "accent"),
    ("paper", "doubt-edge"),
]


def colours(selector: str) -> dict[str, str]:
    block = read_style().split(f"{selector} {{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_guideline_has_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)  # (1 + 0.05) / (0 + 0.05)


@pytest.mark.parametrize("selector", [":root", "body.dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(selector: str, text: str, ground: str) -> None:
    known = colours(selector)
    assert contrast(known[text], known[ground]) >= AA_TEXT


def test_style_and_script_fetch_nothing() -> None:
    assert not re.search(r"https?:|@import|url\(", read_style() + read_behaviour())
