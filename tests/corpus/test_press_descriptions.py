"""Names behind what says that they publish."""

from __future__ import annotations

import pytest

from corpus.press_descriptions import described_name


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
