from __future__ import annotations

import pytest

from corpus.boundaries import split_sentences
from corpus.spans import Span

# "|" marks where one sentence ends and the next begins.
CASES = [
    "One sentence.",
    "No stop at the end",
    "One.|Two!|Three?|Four…|Five",
    "Two stops.. |Then more.",
    "He came to the U.S. in May.",
    "He came to the U.S.|The visit was short.",
    "U.S.-sponsored talks began.",
    "Dr. Imran Sheikh and Mrs. Lee met Gen. Ek.",
    "St. Carrow lies on Mt. Ber.",
    "Ship No. 5 sank.",
    "Did he agree? |No. |The minister refused.",
    "J. K. Rowling wrote to J. R. Hale.",
    "Vitamin C.|The doctor took it.",
    "It fell 3.5 per cent to 1.25.",
    "See example.org for more.",
    "It opened on Jan. 5 and shut on Dec. 9.",
    "It opened in Jan.|The ferry followed.",
    "Acme Inc. and Brick Ltd. merged.",
    "He joined Acme Inc.|The firm grew.",
    "Boats, nets, etc. were lost.",
    "The train leaves at 5 p.m. on Monday.",
    "The train leaves at 5 p.m.|It is late.",
    "The ferry leaves at 5 p.m.|Tickets are free.",
    "The ferry leaves at 5 p.m.|Anglers complain.",
    "The crew rose at 4:30 a.m.|Police came.",
    "The hearing, at 10 a.m.|The public may come.",
    "The ferry leaves at 5 p.m. Monday from Tresk.",
    "The ferry leaves at 5 p.m. Jan. 3.",
    "The ferry leaves at 5 p.m. Eastern.",
    "The ferry leaves at 5 p.m. GMT.",
    "The ferry leaves at 5 p.m. Rome time.",
    "The ferry leaves at 5 p.m. New York local time.",
    "At 6 a.m. Tresk woke up.",
    "Shortly after 6 a.m. Ada Obi left.",
    "The mayor said that, at 6 a.m. Tresk woke up.",
    "He missed the 10 a.m. Mass.",
    "He went at 6 a.m.|Mass was over.",
    "He slept in the sun.|Ten men worked.",
    "A love of art.|The museum opened.",
    "Under art. 5 it is void.",
    "They left… nor did they write.",
    "They left… |Nobody wrote.",
    "“Stop.” |He left.",
    "“Stop!” she said.",
    "“Of course it was!” Prof. R. T. Lyle, a geologist, wrote.",
    "“Was it old? |It was.”",
    "(It rained.) |It stopped.",
    "It rained (hard!) and stopped.",
    "**Bold.** |Plain.",
    "水が来た。|町は静かだ。",
    "水が来た！|町は？|静かだ",
    "Yahoo! shares rose.",
    "He said: “Go. |Now.” |They went.",
    "The fee is $1.|Two pay it.",
    "It ended.[1] Then more.",
    "II. The outlook",
    "V. The outlook is bleak.|It rains.",
    "B. The outlook is bleak.|It rains.",
    "**XIV. The outlook**",
    "Part 2. The outlook",
    "Annex IV. The dues of Tresk",
    "1.2. The outlook",
    "The king was Carl XIV.|The queen was not.",
    "It was in part 2.|The end is near.",
    "MIX.|The stone is crushed.",
]


def unmarked(case: str) -> tuple[str, list[str]]:
    parts = case.split("|")
    return " ".join(part.strip() for part in parts), [part.strip() for part in parts]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    text, expected = unmarked(case)
    spans = split_sentences(text, Span(0, len(text)))
    assert [span.of(text) for span in spans] == expected


def test_only_the_given_stretch_is_cut() -> None:
    text = "One. Two. Three."
    assert split_sentences(text, Span(5, 9)) == (Span(5, 9),)
