"""Credits in every place where they stand: whole lines, behind prose, in front of it, glued."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.credit_names import parse_names
from corpus.misspellings import resolve_alone
from corpus.outlets import load_outlets
from corpus.parsing import parse_article
from corpus.sentences import PieceKind

H, S, C = PieceKind.HEADING, PieceKind.SENTENCE, PieceKind.CREDIT
PROSE = "The dam will open in June"
NEXT = "Two towns are worried."


def pieces_of(text: str) -> list[tuple[PieceKind, str, tuple[str, ...]]]:
    return [(p.kind, p.text, p.outlets) for p in parse_article(Article("a", "A", text))]


@pytest.mark.parametrize(
    ("credit", "outlets"),
    [
        ("(AFP).", ("AFP",)),
        ("(BBC/AP)", ("BBC", "AP")),
        ("[Kyiv Post].", ("Kyiv Post",)),
        ("[Source: Kyiv Post]", ("Kyiv Post",)),
        ("(Source: AFP, Reuters).", ("AFP", "Reuters")),
        ("(via Nikkei Asia).", ("Nikkei Asia",)),
        ("(per Axios).", ("Axios",)),
        ("(Reuters +2 Its Hindustan Times).", ("Reuters", "Hindustan Times")),
        ("(The Gaurdian).", ("The Guardian",)),
        ("(Bloomburg).", ("Bloomberg",)),
        ("(The Salt Gazette).", ("The Salt Gazette",)),
        ("([Reuters](https://example.org/a)).", ("Reuters",)),
        ("– AFP.", ("AFP",)),
        ("— Le Monde/AP.", ("Le Monde", "AP")),
        ("– The Salt Gazette.", ("The Salt Gazette",)),
        ("via Reuters.", ("Reuters",)),
        ("source: El País", ("El País",)),
    ],
)
def test_a_credit_behind_prose_speaks_for_the_sentence_it_ends(
    credit: str, outlets: tuple[str, ...]
) -> None:
    assert pieces_of(f"{NEXT} {PROSE} {credit}") == [
        (S, NEXT, ()),
        (S, PROSE, outlets),
        (C, credit, outlets),
    ]


@pytest.mark.parametrize(
    ("credit", "outlets"),
    [
        ("(Reuters).", ("Reuters",)),
        ("According to Business Standard.", ("Business Standard",)),
        ("Eurasianet.", ("Eurasianet",)),
        ("Reuters, AFP", ("Reuters", "AFP")),
        ("– AFP", ("AFP",)),
        ("[Reuters].", ("Reuters",)),
        ("(TNA)", ("TNA",)),
        ("The Salt Gazette.", ("The Salt Gazette",)),
    ],
)
def test_a_credit_behind_a_stop_speaks_for_the_sentence_before(
    credit: str, outlets: tuple[str, ...]
) -> None:
    assert pieces_of(f"{NEXT} {PROSE}. {credit}") == [
        (S, NEXT, ()),
        (S, f"{PROSE}.", outlets),
        (C, credit, outlets),
    ]


@pytest.mark.parametrize("bracket", ["(Reuters)", "[Reuters]"])
def test_a_bracket_between_two_sentences_speaks_for_the_first(bracket: str) -> None:
    assert pieces_of(f"{PROSE}. {bracket} {NEXT}") == [
        (S, f"{PROSE}.", ("Reuters",)),
        (C, bracket, ("Reuters",)),
        (S, NEXT, ()),
    ]


def test_brackets_that_open_a_paragraph_open_its_other_sentences_too() -> None:
    assert pieces_of(f"[AP] {PROSE}. [Reuters] {NEXT}") == [
        (C, "[AP]", ("AP",)),
        (S, f"{PROSE}.", ("AP",)),
        (C, "[Reuters]", ("Reuters",)),
        (S, NEXT, ("Reuters",)),
    ]


@pytest.mark.parametrize("bracket", ["(Applause)", "(Photo: Reuters)", "(Its rival, AP, fell)"])
def test_a_bracket_that_holds_more_than_names_is_no_credit_between(bracket: str) -> None:
    assert pieces_of(f"{PROSE}. {bracket} {NEXT}")[0] == (S, f"{PROSE}.", ())


@pytest.mark.parametrize(
    ("line", "outlets"),
    [
        ("Reuters", ("Reuters",)),
        ("(Reuters)", ("Reuters",)),
        ("*Reuters*", ("Reuters",)),
        ("Sources: AP; AFP", ("AP", "AFP")),
        ("Source(s): AP; El País", ("AP", "El País")),
        ("Source:AP", ("AP",)),
        ("Reuters, agencies", ("Reuters",)),
        ("Jeune Afrique, Reuters", ("Jeune Afrique", "Reuters")),
        ("Atlantic Council/National Bureau", ("Atlantic Council", "National Bureau")),
        ("The Gaurdian", ("The Guardian",)),
        ("– Bergens Tidende", ("Bergens Tidende",)),
        ("With inputs from PTI", ("PTI",)),
        ("Source: US Herring Journal", ("US Herring Journal",)),
        ("Source: IT Weekly", ("IT Weekly",)),
        ("Sources: company filings", ()),
    ],
)
def test_a_credit_on_its_own_line_speaks_for_the_paragraph_above(
    line: str, outlets: tuple[str, ...]
) -> None:
    assert pieces_of(f"{NEXT}\n\n{PROSE}. It is full.\n{line}\n\n{NEXT}") == [
        (S, NEXT, ()),
        (S, f"{PROSE}.", outlets),
        (S, "It is full.", outlets),
        (C, line, outlets),
        (S, NEXT, ()),
    ]


@pytest.mark.parametrize(
    ("credit", "outlets"),
    [
        ("LISBON, Jan. 5 (Reuters) -", ("Reuters",)),
        ("ASTORIA, Ore. (AP) —", ("AP",)),
        ("PORT-AU-PRINCE, Jan. 5 (Reuters) -", ("Reuters",)),
        ("ST. JOHN’S, Newfoundland (AP) —", ("AP",)),
        ("L'AQUILA, Italy (AP) —", ("AP",)),
        ("ŁÓDŹ (PAP) –", ("PAP",)),
        ("TRESK (TNA) –", ("TNA",)),
        ("TRESK, March 4. /TASS/.", ("TASS",)),
        ("TRESK, 4 March. /TASS/.", ("TASS",)),
        ("ST. CARROW, Norway, May 4, 2024. /Salt/.", ("Salt",)),
        ("TRESK /Kabar/ -", ("Kabar",)),
        ("TRESK. KAZINFORM –", ("Kazinform",)),
        ("TRESK. March 4. KAZINFORM –", ("Kazinform",)),
        ("TRESK, 4 March (Interfax) –", ("Interfax",)),
        ("(AP) —", ("AP",)),
        ("[AFP]", ("AFP",)),
        ("Reuters:", ("Reuters",)),
        ("Le Monde –", ("Le Monde",)),
        ("AP/AFP:", ("AP", "AFP")),
    ],
)
def test_a_credit_in_front_speaks_for_the_sentence_it_opens(
    credit: str, outlets: tuple[str, ...]
) -> None:
    assert pieces_of(f"{credit} {PROSE}. {NEXT}") == [
        (C, credit, outlets),
        (S, f"{PROSE}.", outlets),
        (S, NEXT, ()),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "TRESK and Orve (Salt) –",
        "TRESK. Salt –",
        "TRESK /4 of 5/",
        "In May. /Two/.",
        "TRESK. The TASS tower –",
    ],
)
def test_what_only_resembles_a_dateline_credits_nobody(opening: str) -> None:
    assert {name for _, _, names in pieces_of(f"{opening} {PROSE}. {NEXT}") for name in names} == (
        set()
    )


@pytest.mark.parametrize(
    ("line", "outlets"),
    [
        ("By Ada Obi and José Peña", ()),
        ("By our business staff", ()),
        ("By Ada Obi for the Financial Times", ("Financial Times",)),
        (
            "Marcus Ely in London and Ji-won Seo in Seoul for the Financial Times",
            ("Financial Times",),
        ),
        ("Ada Obi for Reuters", ("Reuters",)),
        ("Photo: AFP", ("AFP",)),
        ("Photo: Mirko Daal/Radio Tyrvand", ("Radio Tyrvand",)),
        ("Photograph: Owen Reid/PA Media", ("PA Media",)),
        ("(AP Photo/Ruth Sandoval)", ("AP",)),
        ("(Reporting by Ada Obi in Tresk; Editing by Paul Orme)", ()),
        ("Reuters contributed to this report.", ("Reuters",)),
        ("This article was first published by Eurasianet.", ("Eurasianet",)),
        ("The article originally appeared in Le Monde.", ("Le Monde",)),
        ("As told to The Hindu", ("The Hindu",)),
        ("By Ada Obi (now) and Bo Ek (in Tresk)", ()),
        ("Prepared by the Harbour Office", ()),
        ("(Agencies)", ()),
        ("— Agencies", ()),
        ("Source: Agencies", ()),
        ("From our correspondent in Tresk", ()),
        ("— Ada Obi", ()),
        ("Ada Obi, Reuters", ("Reuters",)),
        ("Ada Obi | AFP", ("AFP",)),
        ("With files from AFP", ("AFP",)),
        ("With additional reporting from AFP", ("AFP",)),
        ("(With PTI inputs)", ("PTI",)),
        ("With AFP and Reuters inputs", ("AFP", "Reuters")),
        ("Republished from The Conversation under a free licence.", ("The Conversation",)),
        ("(Staff and agencies)", ()),
        ("This post first appeared on Ostvik.no and is used with permission.", ("Ostvik.no",)),
        ("This story was first published by The Salt Gazette.", ("The Salt Gazette",)),
        ("This story was first published by Ada Obi.", ()),
        ("(Prepared on the basis of reports by AFP and Salt Post)", ("AFP", "Salt Post")),
        ("Compiled from agency reports by AFP and Yle", ("AFP", "Yle")),
    ],
)
def test_bylines_closing_notes_and_photo_credits_speak_for_nothing(
    line: str, outlets: tuple[str, ...]
) -> None:
    assert pieces_of(f"{PROSE}.\n{line}\n\n{NEXT}") == [
        (S, f"{PROSE}.", ()),
        (C, line, outlets),
        (S, NEXT, ()),
    ]


@pytest.mark.parametrize("photo", ["(AP Photo/Ruth Sandoval)", "(AP Photo/Ruth Sandoval)."])
@pytest.mark.parametrize("stop", ["", "."])
def test_a_photo_credit_behind_a_sentence_leaves_it_alone(photo: str, stop: str) -> None:
    assert pieces_of(f"{PROSE}{stop} {photo}") == [(S, f"{PROSE}{stop}", ()), (C, photo, ("AP",))]


def test_a_credit_glued_to_the_next_sentence_speaks_for_the_one_before() -> None:
    assert pieces_of(f"{PROSE}. Business Standard Caveats and questions arise.\n\n{NEXT}") == [
        (S, f"{PROSE}.", ("Business Standard",)),
        (C, "Business Standard", ("Business Standard",)),
        (H, "Caveats and questions arise.", ()),
        (S, NEXT, ()),
    ]


def test_a_branch_of_an_institute_that_says_something_is_no_credit_of_what_stands_before() -> None:
    text = "She has promised an audit. Transparency International Slovakia argues that it is late."
    assert pieces_of(text) == [
        (PieceKind.SENTENCE, "She has promised an audit.", ()),
        (
            PieceKind.SENTENCE,
            "Transparency International Slovakia argues that it is late.",
            (),
        ),
    ]


def test_a_sentence_of_its_own_behind_an_institute_leaves_the_institute_a_credit() -> None:
    text = "She has promised an audit. Chatham House Critics say that it is late."
    assert pieces_of(text)[:2] == [
        (PieceKind.SENTENCE, "She has promised an audit.", ("Chatham House",)),
        (PieceKind.CREDIT, "Chatham House", ("Chatham House",)),
    ]


def test_a_heading_glued_to_a_credit_is_split_off() -> None:
    assert pieces_of(f"{PROSE} – Le Monde/AP: Background on the dam\n{NEXT}") == [
        (S, PROSE, ("Le Monde", "AP")),
        (C, "– Le Monde/AP:", ("Le Monde", "AP")),
        (H, "Background on the dam", ()),
        (S, NEXT, ()),
    ]


def test_a_name_below_a_quotation_is_its_speaker() -> None:
    pieces = parse_article(Article("a", "A", f"“We will stay.”\n— Anna Smith\n\n{NEXT}"))
    assert [(p.kind, p.outlets, p.speaker) for p in pieces] == [
        (S, (), "Anna Smith"),
        (C, (), "Anna Smith"),
        (S, (), None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reuters Chief Executive Ada Obi left.",
        "Her move holds weight for Atlantic Council.",
        "The Associated Press (AP) moved.",
        "The deal is near (see Reuters, 2 May).",
        "The Irish Times building burned.",
        "He rose (slowly) and left.",
        "The crowd cheered (Applause).",
        "The report was published in May.",
        "The aunt contributed to the report.",
        "Photo shops closed early.",
        "By noon it was over.",
        "Why Reuters?",
        "He travelled to Rome via Paris.",
        "Two cables (wires) broke.",
        "It needs the consent of two ministries (agencies).",
        "Written by Ada Obi, Red Salt won prizes.",
        "This article was first published by the ministry in May.",
        "Prepared on the basis of reports by the harbour, the plan failed.",
    ],
)
def test_a_mention_is_no_credit(sentence: str) -> None:
    assert pieces_of(f"{NEXT} {sentence}") == [(S, NEXT, ()), (S, sentence, ())]


@pytest.mark.parametrize(
    "line",
    [
        "The Guardians", "Trouble at the Financial Times", "Times up",
        "Outlook", "Science", "Nature", "Time", "Politics", "Respect", "National",
    ],
)  # fmt: skip
def test_a_heading_that_resembles_an_outlet_stays_one(line: str) -> None:
    assert pieces_of(f"{PROSE}.\n\n{line}\n\n{NEXT}")[1] == (H, line, ())


@pytest.mark.parametrize("line", ["Reuters", "AP", "The Times", "— Science", "(Nature)"])
def test_a_line_that_can_be_nothing_but_a_name_credits_the_paragraph_above(line: str) -> None:
    kinds = [(kind, outlets) for kind, _, outlets in pieces_of(f"{PROSE}.\n\n{line}\n\n{NEXT}")]
    name = line.strip("—() ")
    assert kinds == [(S, (name,)), (C, (name,)), (S, ())]


def test_a_word_is_a_credit_where_outlets_have_lines_of_their_own() -> None:
    pieces = pieces_of(f"{PROSE}.\n\nReuters\n\n{NEXT}\n\nNature\n\n{NEXT}")
    assert [outlets for _, _, outlets in pieces] == [
        ("Reuters",), ("Reuters",), ("Nature",), ("Nature",), ()
    ]  # fmt: skip


def test_a_word_that_ends_an_article_is_a_credit() -> None:
    assert pieces_of(f"{PROSE}.\n\nNature")[0] == (S, f"{PROSE}.", ("Nature",))


@pytest.mark.parametrize(
    ("text", "outlets", "known", "publications"),
    [
        ("Reuters", ("Reuters",), 1, 0),
        ("Reuters and AFP", ("Reuters", "AFP"), 2, 0),
        ("Reuters, the BBC & AP", ("Reuters", "BBC", "AP"), 3, 0),
        ("Reuters +2 more", ("Reuters",), 1, 0),
        ("Reuters; Reuters", ("Reuters",), 2, 0),
        ("Salt Gazette/AFP", ("Salt Gazette", "AFP"), 1, 1),
        ("Grainline", ("Grainline",), 0, 0),
        ("Tide & Anchor, AFP", ("Tide & Anchor", "AFP"), 1, 0),
        ("Nature & Garden", ("Nature & Garden",), 0, 0),
        ("Garden & Nature", ("Garden & Nature",), 0, 0),
        ("Bloomburg & AFP", ("Bloomberg", "AFP"), 2, 0),
        ("AFP & Yle & BBC", ("AFP", "Yle", "BBC"), 3, 0),
        ("Mail & Guardian & AFP", ("Mail & Guardian", "AFP"), 2, 0),
    ],
)
def test_names_are_listed_and_counted(
    text: str, outlets: tuple[str, ...], known: int, publications: int
) -> None:
    names = parse_names(text, load_outlets())
    assert names is not None
    assert (names.outlets, names.known, names.publications) == (outlets, known, publications)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+2",
        "May 5",
        "see Reuters",
        "Reuters What Comes Next",
        "New Boss for the Financial Times",
        "it rained",
        "1,200",
        "Reuters " * 13,
        "a" * 20_000,
    ],
)
def test_what_is_more_than_names_is_no_list(text: str) -> None:
    assert parse_names(text, load_outlets()) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Gaurdian", "The Guardian"),
        ("Bloomburg", "Bloomberg"),
        ("The Economst", "The Economist"),
        ("The Guardians", None),
        ("Nurture", None),
        ("gaurdian", None),
        ("", None),
    ],
)
def test_a_slip_in_a_name_that_stands_alone_is_forgiven(words: str, name: str | None) -> None:
    outlet = resolve_alone(words, load_outlets())
    assert (outlet.name if outlet else None) == name


def test_a_dateline_on_a_line_of_its_own_opens_the_sentence_below() -> None:
    assert pieces_of(f"Ferry sold\n\nTRESK, May 4 (Reuters)\n\n{PROSE}. {NEXT}")[1:] == [
        (C, "TRESK, May 4 (Reuters)", ("Reuters",)),
        (S, f"{PROSE}.", ("Reuters",)),
        (S, NEXT, ()),
    ]


def test_agencies_without_a_name_are_no_outlet_among_others() -> None:
    assert pieces_of(f"{PROSE} (Reuters, agencies).")[0] == (S, PROSE, ("Reuters",))


@pytest.mark.parametrize(
    ("credit", "outlets"),
    [("Photo: Yle/A. Obi", ()), ("(Reuters)", ("Reuters",)), ("Photo: UNICEF/A. Obi", ())],
)
def test_a_caption_with_its_credit_is_no_label(credit: str, outlets: tuple[str, ...]) -> None:
    caption = "Two skippers on the mole in Tresk."
    pieces = pieces_of(f"{NEXT}\n\n{caption} {credit}\n\n{NEXT}")
    assert pieces[1] == (S, caption, outlets)
    assert pieces[2][:2] == (C, credit)
