"""Labels with a colon in front of a paragraph: headings in bold and in capitals, and the rest."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article

PROSE = "Two boats were sold in May."
H, S, C = "heading", "sentence", "credit"


def pieces_of(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(p.kind.value, p.text, p.outlets) for p in parse_article(Article("a", "A", text))]


@pytest.mark.parametrize(
    "label",
    [
        "**Fewer boats:**",
        "**Salt dues**:",
        "__Bottom line:__",
        "**Why it matters:**",
        "**Yes, but:**",
        "**Spotted:**",
        "**Note:**",
        "**Market Monitor:**",
    ],
)
@pytest.mark.parametrize("mark", ["", "- "])
def test_a_label_in_bold_is_a_heading(label: str, mark: str) -> None:
    assert pieces_of(f"{mark}{label} {PROSE}") == [(H, label, ()), (S, PROSE, ())]


def test_labels_in_capitals_are_headings_where_there_are_several() -> None:
    labels = ["DRIVING THE TIDE:", "SPOTTED:", "BEYOND THE CHANNEL:", "ÉTAT DES LIEUX:"]
    pieces = pieces_of("\n\n".join(f"{label} {PROSE}" for label in labels))
    assert pieces[::2] == [(H, label, ()) for label in labels]
    assert pieces[1::2] == [(S, PROSE, ())] * 4


@pytest.mark.parametrize(
    "label", ["TRESK:", "NEW TRESK:", "Note:", "Fewer boats:", "**The harbour board has said:**"]
)
def test_what_may_be_a_place_or_is_plain_or_a_clause_is_none(label: str) -> None:
    assert pieces_of(f"{PROSE}\n\n{label} {PROSE}")[-1] == (S, f"{label} {PROSE}", ())


@pytest.mark.parametrize("mark", ["", "**"])
def test_the_speakers_of_a_conversation_head_nothing(mark: str) -> None:
    names = ["ADA OBI", "BO EK", "ADA OBI", "BO EK"]
    text = "\n\n".join(f"{mark}{name}:{mark} {PROSE}" for name in names)
    assert {kind for kind, _, _ in pieces_of(text)} == {S}


@pytest.mark.parametrize("label", ["**Ada Obi:**", "**The skipper:**"])
def test_who_says_a_quotation_heads_nothing(label: str) -> None:
    assert pieces_of(f"{label} “{PROSE}”") == [(S, f"{label} “{PROSE}”", ())]


@pytest.mark.parametrize("text", ["**Verdict:** False.", "**Verdict:** Mostly false."])
def test_a_label_is_part_of_what_is_too_short_without_it(text: str) -> None:
    assert pieces_of(f"{PROSE}\n\n{text}")[-1] == (S, text, ())


def test_a_sentence_stands_under_its_label() -> None:
    pieces = parse_article(Article("a", "A", f"**Fewer boats:** {PROSE}\n\n**Salt:** {PROSE}"))
    assert [p.heading for p in pieces] == [None, "Fewer boats:", None, "Salt:"]


def test_a_credit_behind_the_labelled_sentence_is_that_sentence_s() -> None:
    assert pieces_of(f"- **Fewer boats:** The fleet shrank – Reuters\n- {PROSE}") == [
        (H, "**Fewer boats:**", ()),
        (S, "The fleet shrank", ("Reuters",)),
        (C, "– Reuters", ("Reuters",)),
        (S, PROSE, ()),
    ]


@pytest.mark.parametrize(
    "label", ["BEYOND THE CHANNEL:", "THE DAILY DIGEST:", "**Market Monitor:**", "WEEKLY REVIEW:"]
)
def test_a_label_that_only_sounds_like_a_publication_credits_nobody(label: str) -> None:
    assert {name for _, _, names in pieces_of(f"{label} {PROSE}") for name in names} == set()


@pytest.mark.parametrize("label", ["REUTERS:", "**Reuters:**", "**Reuters**:", "Reuters:"])
def test_a_known_outlet_in_front_is_a_credit(label: str) -> None:
    assert pieces_of(f"{label} {PROSE}") == [(C, label, ("Reuters",)), (S, PROSE, ("Reuters",))]


def test_beside_known_outlets_an_unknown_one_is_a_credit() -> None:
    text = f"**Le Monde:** {PROSE}\n\n**Ostvik Times:** {PROSE}"
    assert pieces_of(text)[2:] == [
        (C, "**Ostvik Times:**", ("Ostvik Times",)),
        (S, PROSE, ("Ostvik Times",)),
    ]
