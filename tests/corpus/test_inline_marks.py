"""Links and emphasis inside sentences, and what they leave of a text's offsets."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.articles import Article
from corpus.inline_marks import without_marks
from corpus.parsing import parse_article
from corpus.spans import Span

LINK = "(https://example.org/a_(b)?c=1)"


def read(text: str) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    pieces = parse_article(Article("a", "A", text))
    return [(p.kind.value, p.text, p.outlets, p.speaker) for p in pieces]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (f"The port [said]{LINK} no.", "The port said no."),
        (f'The port [said](/a "Why not") no; [Yle]{LINK}.', "The port said no; Yle."),
        ("*Yle* and **AFP**, _Kyodo_ and __DPA__", "Yle and AFP, Kyodo and DPA"),
        (f"The [*Tresk Post*]{LINK}", "The Tresk Post"),
        ("***Yle*** wrote", "Yle wrote"),
        ("5 * 3 * 2, snake_case_name, 4%*", "5 * 3 * 2, snake_case_name, 4%*"),
        ("Dues [sic](Obi) and [AFP] rose", "Dues [sic](Obi) and [AFP] rose"),
        ("A *star\n\nand another*", "A *star\n\nand another*"),
        ("", ""),
    ],
)
def test_marks_are_left_out(text: str, plain: str) -> None:
    assert without_marks(text).text == plain


def test_spans_lead_there_and_back() -> None:
    text = f"The port [said]{LINK} *no*."
    plain = without_marks(text)
    said = Span(text.index("said"), text.index("said") + 4)
    assert plain.span(said).of(plain.text) == "said"
    assert plain.original(plain.span(said)) == said
    assert plain.span(Span(0, len(text))) == Span(0, len(plain.text))


@given(
    st.lists(st.sampled_from(["*", "**", "_", "[", "](/a)", "]", "Yle", " said ", ". ", "\n\n"]))
)
def test_what_stays_is_the_original_s(tokens: list[str]) -> None:
    text = "".join(tokens)
    plain = without_marks(text)
    kept = range(len(text)) if plain.kept is None else plain.kept
    assert plain.text == "".join(text[at] for at in kept)
    assert list(kept) == sorted(set(kept))
    for piece in parse_article(Article("a", "A", text)):
        assert piece.span.of(text) == piece.text
        assert piece.attribution is None or len(text) >= piece.attribution.cue.end


def test_marks_that_nothing_closes_cost_little() -> None:
    started = time.perf_counter()
    for mark in ("*a ", "_a ", "[a", "[a](b", "**a* ", "([a](/b) "):
        without_marks(mark * 20_000)
        parse_article(Article("a", "A", mark * 5_000))
    assert time.perf_counter() - started < 20


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        (f"Dues doubled, Yle [reports]{LINK}.", ("Yle",), None),
        (f"[Yle]{LINK} reports that dues doubled.", ("Yle",), None),
        (f"[Yle]{LINK} and [AFP]{LINK} report that dues doubled.", ("Yle", "AFP"), None),
        (f"Dues doubled, as [first reported]{LINK} by [Politico]{LINK}.", ("Politico",), None),
        (f"The harbour [said]{LINK} on Monday that dues doubled.", (), "The harbour"),
        (f"Ada Obi [told]{LINK} [Le Monde]{LINK}.", ("Le Monde",), "Ada Obi"),
        (f"[Two masters]{LINK} said that dues doubled.", (), "Two masters"),
        (f"[According to AFP]{LINK}, it is not.", ("AFP",), None),
        ("According to **AFP**, dues doubled.", ("AFP",), None),
        (f"A study in [_Nature_]{LINK} found that salt kills snails.", ("Nature",), None),
        ("**Ada Obi** *said* that dues doubled.", (), "Ada Obi"),
    ],
)
def test_a_sentence_is_credited_as_without_marks(
    sentence: str, outlets: tuple[str, ...], speaker: str | None
) -> None:
    (piece,) = read(sentence)
    assert piece == ("sentence", sentence, outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets"),
    [
        ("Ada Obi told *Lagoon Herald* that dues doubled.", ("Lagoon Herald",)),
        ("Ada Obi told the _Lagoon Herald_ that dues doubled.", ("Lagoon Herald",)),
        ("Ada Obi told **Lagoon** that dues doubled.", ()),
        ("Ada Obi told the *Lagoon* to drop anchor.", ()),
        ("Ada Obi told *Mum* that it was late.", ()),
        ("Ada Obi told Lagoon that dues doubled.", ()),
        ("Ada Obi told *him* that dues doubled.", ()),
        ("The tug *Lagoon* said that it was late.", ()),
    ],
)
def test_who_is_told_something_in_italics_is_a_publication(
    sentence: str, outlets: tuple[str, ...]
) -> None:
    assert read(sentence)[0][2] == outlets


@pytest.mark.parametrize(
    ("credit", "outlets"),
    [
        (f"([Yle]{LINK}, [Mongabay]{LINK})", ("Yle", "Mongabay")),
        (f"([Yle]{LINK}; [Mongabay]{LINK} and [AFP]{LINK}).", ("Yle", "Mongabay", "AFP")),
        (f"([Yle]{LINK} / [Mongabay]{LINK}, 12 Nov)", ("Yle", "Mongabay")),
        (f"(via [Yle]{LINK})", ("Yle",)),
        (f"(h/t [Yle]{LINK} and [Mongabay]{LINK})", ("Yle", "Mongabay")),
        (f"([Yle]{LINK}, in Finnish)", ("Yle",)),
        (f"[[Yle]{LINK}]", ("Yle",)),
        (f"[Yle]{LINK}, [Mongabay]{LINK}", ("Yle", "Mongabay")),
    ],
)
@pytest.mark.parametrize("stop", [".", "?"])
def test_a_bracket_of_links_credits_the_sentence_before(
    credit: str, outlets: tuple[str, ...], stop: str
) -> None:
    pieces = read(f"It rained.\n\nDues doubled{stop} {credit}\n\nIt froze. No ship came.")
    assert [piece[:3] for piece in pieces[1:3]] == [
        ("sentence", f"Dues doubled{stop}", outlets),
        ("credit", credit, outlets),
    ]


def test_a_bracket_of_links_may_stand_before_the_stop() -> None:
    pieces = read(f"Dues doubled ([Yle]{LINK}, [AFP]{LINK}). It froze.")
    assert [piece[1:3] for piece in pieces] == [
        ("Dues doubled", ("Yle", "AFP")),
        (f"([Yle]{LINK}, [AFP]{LINK}).", ("Yle", "AFP")),
        ("It froze.", ()),
    ]


def test_a_sentence_may_follow_a_bracket_of_links() -> None:
    pieces = read(f"Dues doubled. ([Yle]{LINK}, [AFP]{LINK}) The harbour will see. It froze.")
    assert [piece[2] for piece in pieces] == [("Yle", "AFP"), ("Yle", "AFP"), (), ()]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Dues doubled ([full text]{LINK}).",
        f"Dues doubled ([Tresk]{LINK}, [Orve]{LINK}).",
        f"[Court Halts Dues]{LINK}",
        f"[Read More]{LINK}",
    ],
)
def test_links_that_name_no_outlet_are_no_credit(sentence: str) -> None:
    pieces = read(f"It rained.\n\nIt froze. {sentence}\n\nIt thawed. No ship came.")
    assert all(piece[0] != "credit" and not piece[2] for piece in pieces)


@pytest.mark.parametrize(
    "label", [f"[Yle]{LINK}:", f"**[Yle]{LINK}:**", f"**[Yle]{LINK}** –", f"[Yle]{LINK} –"]
)
def test_a_linked_label_credits_what_it_opens(label: str) -> None:
    assert [piece[:3] for piece in read(f"{label} Dues doubled on Monday.")] == [
        ("credit", label, ("Yle",)),
        ("sentence", "Dues doubled on Monday.", ("Yle",)),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        f"[Politico]{LINK} got hold of a draft, and it is dear.",
        f"[Politico]{LINK} Europe reports that dues doubled.",
        f"[Politico]{LINK}, a paper, reports that dues doubled.",
        f"[Politico]{LINK}’s Ada Obi says that dues doubled.",
        f"Ada Obi spoke to [Politico]{LINK}.",
        f"Ada Obi told the paper [Politico]{LINK}.",
        f"Dues doubled, says [Politico]{LINK}.",
    ],
)
def test_a_linked_name_is_a_part_of_its_sentence(sentence: str) -> None:
    (piece,) = read(sentence)
    (plain,) = read(sentence.replace(f"[Politico]{LINK}", "Politico"))
    assert (piece[:2], piece[2:]) == (("sentence", sentence), plain[2:])
