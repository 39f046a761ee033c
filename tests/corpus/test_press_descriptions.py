"""Names behind what says that they publish."""

from __future__ import annotations

import pytest

from corpus.press_descriptions import described_name, is_said_to_publish
from corpus.spans import Span


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the daily Şehir", "Şehir"),
        ("the weekly Årsta Žurnál", "Årsta Žurnál"),
        ("the newspaper Ảnh Việt", "Ảnh Việt"),
        ("the daily 人民日报", "人民日报"),
        ("the Ålandish agency Åbo", "Åbo"),
        ("the daily şehir", None),
        ("the weekly života", None),
        ("the newspaper ēra", None),
        ("the daily ½", None),
    ],
)
def test_a_name_opens_with_a_capital_of_any_alphabet(words: str, name: str | None) -> None:
    found = described_name(words)

    assert (None if found is None else found.of(words)) == name


@pytest.mark.parametrize(
    "noun",
    ["newspaper", "newsletter", "broadcaster", "weekly", "quarterly", "tabloid", "magazine",
     "news agency", "press agency", "news site", "news portal", "TV station", "radio channel"],
)  # fmt: skip
def test_what_makes_a_publisher_before_a_name_does_so_behind_it(noun: str) -> None:
    before = f"the {noun} Farol"
    assert described_name(before) == Span(len(before) - 5, len(before))
    assert is_said_to_publish(f"Farol, a {noun}, said so", Span(0, 5))


def test_a_trade_or_a_tool_of_the_press_makes_no_publisher() -> None:
    assert not is_said_to_publish("Farol, a newspaper reader, said so", Span(0, 5))
    assert not is_said_to_publish("Farol, a research station, said so", Span(0, 5))
