"""Who goes on with a participle of saying behind what he did."""

from __future__ import annotations

import pytest

from corpus.outlets import load_outlets
from corpus.reporting import read_reporting
from corpus.spans import Span


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" | ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("President Ada Obi sacked the mayor a week later, saying the port “could not be ruled”.",
         "", "President Ada Obi"),
        ("The mayor cut the budget, saying there was no money left.", "", "The mayor"),
        ("Boris Kell resigned on Monday, saying he had lost the trust of the port.",
         "", "Boris Kell"),
        ("The judge threw out the case, saying the police “had looked away”.", "", "The judge"),
        ("Kell has defended the weir, writing in an op-ed for VG on Monday that it “will hold.”",
         "VG", "Kell"),
        ("The mayor defended the weir, writing in Aftenposten that it would hold.",
         "Aftenposten", "The mayor"),
        ("The union ended the strike, calling the offer “a step that nobody expected”.",
         "", "The union"),
        ("The ministry closed three roads on Monday, warning of floods.", "", "The ministry"),
        ("The club sold the weir on Sunday, saying in a statement that it was old.",
         "", "The club"),
        ("The mayor yesterday hit back at the port, saying that it was late.", "", "The mayor"),
        ("The union opposes the plan, saying it is too dear.", "", "The union"),
        ("The ministry disputes this, saying it wrote to all mills.", "", "The ministry"),
        ("Greenpeace objects to the truce, arguing that it rewards haste.", "", "Greenpeace"),
    ],
)  # fmt: skip
def test_the_subject_of_the_clause_says_it(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)



@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("The crowd walked home, saying the rosary.", "", None),
        ("The bishop knelt, saying a prayer for those who had died.", "", None),
        ("The lights flashed, warning of fog.", "", None),
        ("The firm launched a boat, calling it “Nova”.", "", None),
        ("The storm moved north, claiming the lives of 30 men who were at sea.", "", None),
        ("Prices rose again, saying much about the drought.", "", None),
    ],
)  # fmt: skip
def test_where_nothing_is_said_nobody_speaks(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
