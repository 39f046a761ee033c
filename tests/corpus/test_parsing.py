"""How the parts of an article bear on each other: headings, lead-ins, quotations, credits."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.outlets import OutletList
from corpus.parsing import parse_article
from corpus.publishers import Outlet, OutletKind
from corpus.sentences import Piece, PieceKind, sentences_of


def read(text: str, outlets: OutletList | None = None) -> tuple[Piece, ...]:
    return parse_article(Article("a", "A", text), outlets)


def speakers_of(text: str) -> list[tuple[str, str | None]]:
    return [(p.text, p.speaker) for p in read(text) if p.kind is PieceKind.SENTENCE]


@pytest.mark.parametrize("text", ["", " \n\n\t", "---", "###"])
def test_a_text_without_words_has_no_pieces(text: str) -> None:
    assert read(text) == ()


def test_pieces_stand_under_the_last_heading_above_them() -> None:
    pieces = read("# Title\nOne rose.\n\nNext steps\n\nCosts. Two fell (AFP).")
    assert [(p.kind.value, p.text, p.heading) for p in pieces] == [
        ("heading", "Title", None),
        ("sentence", "One rose.", "Title"),
        ("heading", "Next steps", None),
        ("heading", "Costs.", None),
        ("sentence", "Two fell", "Costs."),
        ("credit", "(AFP).", "Costs."),
    ]


def test_a_numbered_heading_above_a_paragraph_is_no_item_of_a_list() -> None:
    pieces = read("1. Findings\nOne rose.\n\n- Two items\n- Three items\n\nEnd.")
    assert [(p.kind.value, p.text) for p in pieces] == [
        ("heading", "Findings"),
        ("sentence", "One rose."),
        ("sentence", "Two items"),
        ("sentence", "Three items"),
        ("sentence", "End."),
    ]


@pytest.mark.parametrize("name", ["Lodz", "Łódź", "Århus", "Đồng"])
def test_a_name_that_the_text_knows_ends_a_heading_in_front_of_it(name: str) -> None:
    pieces = read(f"Port Deal Background {name} wants it back. It lies near {name} all year.")
    assert [(p.kind.value, p.text) for p in pieces] == [
        ("heading", "Port Deal Background"),
        ("sentence", f"{name} wants it back."),
        ("sentence", f"It lies near {name} all year."),
    ]


def test_the_last_line_heads_nothing() -> None:
    assert [p.kind.value for p in read("One rose.\n\nNext steps")] == ["sentence", "sentence"]


def test_a_lead_in_gives_its_speaker_to_the_next_sentence_alone() -> None:
    pieces = read("One expert noted:\nIt is cold. It is late.")
    assert [(p.text, p.speaker, p.lead_in) for p in pieces] == [
        ("One expert noted:", "One expert", True),
        ("It is cold.", "One expert", False),
        ("It is late.", None, False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It is cold. It is late,” Ada Obi said.",
            [("“It is cold.", "Ada Obi"), ("It is late,” Ada Obi said.", "Ada Obi")],
        ),
        (
            "“It is cold,” Ada Obi said. “It is late.” Snow fell.",
            [
                ("“It is cold,” Ada Obi said.", "Ada Obi"),
                ("“It is late.”", "Ada Obi"),
                ("Snow fell.", None),
            ],
        ),
        (
            "“It is cold,” Ada Obi said. “It is late. Go home.” Snow fell.",
            [
                ("“It is cold,” Ada Obi said.", "Ada Obi"),
                ("“It is late.", "Ada Obi"),
                ("Go home.”", "Ada Obi"),
                ("Snow fell.", None),
            ],
        ),
        (
            "“It is cold,” Ada Obi said. “It is late. Go home,” said Bo Ek.",
            [
                ("“It is cold,” Ada Obi said.", "Ada Obi"),
                ("“It is late.", "Bo Ek"),
                ("Go home,” said Bo Ek.", "Bo Ek"),
            ],
        ),
        (
            "“It is cold. It is late.\n\nSnow fell.\n\nIce held,” Ada Obi said.",
            [
                ("“It is cold.", None),
                ("It is late.", None),
                ("Snow fell.", None),
                ("Ice held,” Ada Obi said.", "Ada Obi"),
            ],
        ),
    ],
)
def test_sentences_of_one_quotation_share_its_speaker(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert speakers_of(text) == expected


def test_a_sentence_keeps_its_own_outlet_beside_that_of_a_credit() -> None:
    sentence, credit = read("The mine closed, Reuters reported (AFP).")
    assert sentence.outlets == ("Reuters", "AFP")
    assert sentence.attribution is not None
    assert credit.attribution is not None
    assert sentence.attribution.cue == credit.attribution.cue == credit.span


def test_a_credit_below_a_heading_covers_no_paragraph_above_it() -> None:
    pieces = read("One rose.\n\nNext steps\n\n(AFP)\n\nTwo fell.")
    assert [p.outlets for p in pieces if p.kind is PieceKind.SENTENCE] == [(), ()]


def test_only_the_outlets_of_the_given_list_are_known() -> None:
    outlets = OutletList([Outlet("Grainline", (), OutletKind.DIGITAL)])
    assert read("The mine closed, Grainline said.", outlets)[0].outlets == ("Grainline",)
    assert read("The mine closed, Reuters said.", outlets)[0].outlets == ()


def test_sentences_carry_what_their_pieces_say() -> None:
    article = Article("a", "A", "Next steps\n\nThe mine closed (AFP).")
    pieces = parse_article(article)
    (sentence,) = sentences_of(article, pieces)
    assert (sentence.article_id, sentence.text, sentence.heading) == (
        "a",
        "The mine closed",
        "Next steps",
    )
    assert sentence.attribution == pieces[1].attribution


@pytest.mark.parametrize("headline", ["The ferry is sold. Here is why", "Sold again. What now?"])
def test_a_headline_may_hold_a_stop(headline: str) -> None:
    pieces = read(f"{headline}\n\nThe ferry was sold in May.")
    assert [(p.kind.value, p.heading) for p in pieces] == [
        ("heading", None),
        ("sentence", headline),
    ]


def test_a_first_line_that_its_source_ends_is_no_headline() -> None:
    pieces = read("The ferry is sold. Reuters\n\nIt sailed in May.")
    assert [p.kind.value for p in pieces] == ["sentence", "credit", "sentence"]
