"""Sentences that go on with what an outlet before them published, and those that do not."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.outlets import load_outlets
from corpus.parsing import parse_article
from corpus.renamed_outlets import Context, Told
from corpus.works_before import makers_of


def last_of(text: str) -> tuple[str, str | None]:
    piece = parse_article(Article("a", "A", text))[-1]
    return " ".join(piece.outlets), piece.speaker


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The daily Salt Lines reported that it rained. The newspaper also published a memo, dated "
         "March 3.", "Salt Lines"),
        ("Le Monde reported that it rained. The newspaper cited a baker.", "Le Monde"),
        ("Le Monde reported that it rained. The newspaper described the mine as a mess.",
         "Le Monde"),
        ("Le Monde reported that it rained. On Tuesday, the paper reviewed 200 pages of filings.",
         "Le Monde"),
        # Nouns of much else, where only a publisher does so.
        ("The New Humanitarian found that it rained. The site also interviewed a guard.",
         "The New Humanitarian"),
        ("The BBC reported that it rained. The station also spoke to a guard.", "BBC"),
        # What the text has called an outlet it may call so again.
        ("The news site Hetq reported that it rained. The site said it was wet.", "Hetq"),
        ("MIA, the state news agency, reported that it rained. The agency said it was wet.",
         "MIA"),
        # An outlet is one of any sort, and no agency of the state.
        ("Salt Lines, a newsroom in Bar, reported that the agency was late. It was wet, the outlet "
         "said.", "Salt Lines"),
        # Told by its home.
        ("Asharq Al-Awsat reported that it rained. According to the London-based daily, it will.",
         "Asharq Al-Awsat"),
        ("Haaretz reported that it rained. The Israeli daily added that it will.", "Haaretz"),
        ("Le Monde reported that it rained. The Paris daily also quoted a baker.", "Le Monde"),
        # What it made, and what it printed.
        ("In a report last fall, RAND estimated that it rained. The report also warned that it was "
         "wet.", "RAND"),
        ("A RAND report found that it rained. It is wet, according to the report.", "RAND"),
        ("A report by RAND found that it rained. It was wet, the report added.", "RAND"),
        ("The Guardian’s editorial calls the plan “a folly”. The editorial goes on to compare it "
         "with Suez.", "The Guardian"),
        ("In an editorial, Le Monde calls the plan “a folly”. The editorial ends with a plea.",
         "Le Monde"),
        ("According to a Reuters analysis, it rained. The analysis also found that it was wet.",
         "Reuters"),
        ("Haaretz reported that it rained. The report said it was wet.", "Haaretz"),
        ("Haaretz reported that it rained. It was wet, according to the report.", "Haaretz"),
        ("It rained, Reuters reported on Monday. The story cites a baker.", "Reuters"),
        ("Crisis Group warned in a briefing that it rained. The briefing also urges rain.",
         "Crisis Group"),
        ("The Straits Times, in an editorial on Monday, said that it leaks. The editorial added "
         "that it was wet.", "The Straits Times"),
        ("Writing in Le Monde, Ada Obi argues that it leaks. The essay also blames the board.",
         "Le Monde"),
        ("In an op-ed for The Guardian, Ada Obi argued that it leaks. The piece calls for rain.",
         "The Guardian"),
        # A noun behind another of its like.
        ("Nikkei Asia reported that it rained. The Tokyo-based publication said it leaks. The "
         "publication cited three people.", "Nikkei Asia"),
        ("Public radio station KALW reported that it rained. The radio station said it was wet.",
         "KALW"),
        ("A YouGov poll for The Times found that it leaks. The poll also found that it was wet.",
         "The Times"),
        ("A CNN poll found that it leaks. The survey also found that it was wet.", "CNN"),
        ("A Reuters investigation found that it leaks. The report also cites a baker.", "Reuters"),
        ("The Financial Times reported that BP would sell. It cited two people close to the sale.",
         "Financial Times"),
        # The last word of an institute's name.
        ("Crisis Group found that it leaks. By the group’s count, it was wet. The group warned "
         "that it rained.", "Crisis Group"),
        ("The Wilson Center found that it leaks. The center also estimates that it was wet.",
         "Wilson Center"),
        # "It" is the work before.
        ("A 2025 report by the Wilson Center found that such deals took years. It attributed most "
         "of the delay to rain.", "Wilson Center"),
        ("A Reuters investigation found that fees were charged. It also found that they were late.",
         "Reuters"),
    ],
)  # fmt: skip
def test_what_goes_on_from_an_outlet_is_its(text: str, outlet: str) -> None:
    assert last_of(text) == (outlet, None)


@pytest.mark.parametrize(
    "text",
    [
        "Politico reported a fire. The site of the crash also cites a baker.",
        "TASS and Interfax reported that Salt and Lagoon met. Both agencies described the talks.",
        "BBC and CNN reported that Salt and Lagoon merged. Both networks said jobs were safe.",
        "Le Monde reported that the port commissioned Salt Partners. The report found waste.",
        "CNN reported that the mayor was sued. It cited two officials for contempt.",
        "Politico reported that it rained. The site also holds a chapel.",
        "Le Monde reported that it rained. The paper mill also published a memo.",
        "Le Monde reported that it rained. The local newspaper also published a memo.",
        "Le Monde reported that it rained. The newspaper published its accounts.",
        "Le Monde reported that it rained. The Harvard paper also cites a baker.",
        "Le Monde reported that it rained. The White Paper also cites a baker.",
        "Reuters reported that it rained. The UN agency added that it was wet.",
        "Le Monde reported that it rained. The report was published in May.",
        "Le Monde was fined. The newspaper also published a memo.",
        "Le Monde and Bild reported that it rained. The newspaper also published a memo.",
        "Le Monde reported that the newspaper Salt was late. The newspaper also published a memo.",
        "Le Monde reported that it rained.\n\nIt was wet.\n\nThe newspaper also published a memo.",
        "Reuters reported that Frontex was late. The agency also published a memo.",
        "The news agency MIA reported that the regulator was late. The agency said it was wet.",
        "Bild reported that a retail outlet was late. The outlet said it was wet.",
        "Crisis Group found that Boko Haram was late. The group counts 500 fighters.",
        "Crisis Group found that an armed group was late. The group warned that it rained.",
        "Crisis Group found that it leaks. The group said it was wet.",
        "Reuters reported that a group was late. The group counts 300 members.",
        "BBC News reported that the station was closed. The station also cited repairs.",
        "The Financial Times reported that BP would sell. It cited the price of oil.",
        "The board told Reuters that BP would sell. It cited three officials.",
        # Somebody else's report.
        "Reuters reported that the report was late. The report also warned that it was wet.",
        "A UN report found that it rained, Reuters reported. The report also cites a baker.",
        "A report by the ministry, seen by Reuters, is late. The report also cites a baker.",
        "A report from the ministry published by Reuters is late. The report also cites a baker.",
        "Reuters obtained a copy of the report. The report warned that it was wet.",
        "The minister told Reuters in a report that it rained. The report also cites a baker.",
        "In a report to the court, the BBC said it rained. The report also cites a baker.",
        "A RAND report found that it rained. A police report names him. The report cites a baker.",
        "Ada Obi wrote an article on bees. The article cites Le Monde. The article also cites her.",
        "Haaretz reported that a UN inquiry was late. The report said it was wet.",
        "Haaretz reported that the commission was late. The report said it was wet.",
        "Haaretz reported, citing Frontex, that it was late. The report said it was wet.",
        "Haaretz reported that it was late. The board issued a report. The report cites a baker.",
        "Haaretz and Maariv said that a report by the board was late. The report cites a baker.",
        "Le Monde said it leaks, a report by Bild that it was wet. The report also cites a baker.",
        # "It" may be somebody else.
        "A Reuters investigation found that Siemens had leaks. It blamed a supplier.",
        "A Reuters investigation found that the company had leaks. It blamed a supplier.",
        "Reuters reported that a study was late. It found that nobody asked.",
        "A Reuters investigation found that fees were charged. It announced that it was wet.",
    ],
)
def test_what_may_go_on_from_something_else_is_no_outlets(text: str) -> None:
    assert last_of(text)[0] == ""


@pytest.mark.parametrize(
    ("text", "outlet", "speaker"),
    [
        ("Le Monde carries a commentary by the historian Ada Obi, who argues that it is dear. In "
         "the author’s opinion, it leaks.", "Le Monde", "the author"),
        ("Le Monde publishes an op-ed by Ada Obi arguing that it leaks. The author concludes that "
         "it will close.", "Le Monde", "The author"),
        ("An article in Le Monde argues that it is dear. The columnist adds that it will close.",
         "Le Monde", "The columnist"),
        # Whose commentary it is, is open.
        ("Reuters reported on an article about bees. The author said it leaks.", "", "The author"),
        ("Le Monde reports that it rained. In the author’s opinion, it leaks.", "", "the author"),
        ("Le Monde carries a commentary by Ada Obi.\n\nThe author concludes that it will close.",
         "", "The author"),
    ],
)  # fmt: skip
def test_an_author_goes_on_in_the_outlet_that_printed_the_piece(
    text: str, outlet: str, speaker: str
) -> None:
    assert last_of(text) == (outlet, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Obi, of the harbour board, goes further: “It rained.”", "Ada Obi"),
        ("Ada Obi, who runs a mill, was blunter: “It rained.”", "Ada Obi"),
        ("The mayor went even further: “It rained.”", "The mayor"),
        ("The plan went further: “Wet” became a word.", None),
        ("Le Monde carries a commentary by the historian Ada Obi, who argues that it is dear.",
         "the historian Ada Obi"),
        ("Reuters spoke to a guard who admitted taking money.", "a guard"),
        ("Reuters quoted two parents who said it rained.", "two parents"),
        ("The minister spoke to a crowd who said nothing.", None),
        ("The police spoke to two drivers who were late.", None),
    ],
)
def test_who_is_announced_speaks(text: str, speaker: str | None) -> None:
    assert last_of(text)[1] == speaker


def test_a_quotation_that_is_announced_belongs_to_the_speaker_to_its_end() -> None:
    text = "Ada Obi, of the harbour board, goes further: “It rained. It was wet.”"
    pieces = parse_article(Article("a", "A", text))
    assert [piece.speaker for piece in pieces] == ["Ada Obi", "Ada Obi"]


@pytest.mark.parametrize(
    "text",
    [
        "An investigation found that it leaks.",
        "It leaks, according to surveys.",
        "Leaked memos say that it leaks.",
    ],
)
def test_papers_and_works_are_no_speakers(text: str) -> None:
    assert last_of(text)[1] is None


def test_who_prompted_an_investigation_speaks() -> None:
    text = "The four doctors who prompted the investigation said it was late."
    assert last_of(text)[1] == "The four doctors who prompted the investigation"


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Le Monde and Bild reported that it leaks. The newspapers also published a memo. Both "
         "papers said it was late.", ("Le Monde", "Bild")),
        ("Bellingcat and Meduza reported that it leaks. The outlets also identified an officer.",
         ("Bellingcat", "Meduza")),
        ("A joint investigation by Le Monde and Bild found that it leaks. The investigation cites "
         "a baker.", ("Le Monde", "Bild")),
        ("ProPublica and the Lunde Ledger reported that it leaks.", ("ProPublica", "Lunde Ledger")),
        ("Reuters and the Lunde ministry reported that it leaks.", ()),
        ("The Guardian and Ada Obi said that it leaks.", ()),
        ("Le Monde and the BBC reported that it leaks. Both newspapers said it was late.", ()),
        ("Le Monde and Bild reported that it leaks. The three newspapers said it was late.", ()),
        ("TASS and Interfax reported that NASA was late. Both agencies said it was wet.", ()),
        ("TASS and Interfax reported that it leaks. The agencies said it was wet.", ()),
        ("Le Monde and Bild reported that local newspapers were late. The newspapers said so.", ()),
    ],
)  # fmt: skip
def test_a_plural_stands_for_all_outlets_of_its_sort(text: str, outlets: tuple[str, ...]) -> None:
    assert parse_article(Article("a", "A", text))[-1].outlets == outlets


@pytest.mark.parametrize(
    ("text", "outlet", "speaker"),
    [
        ("The leak was reported by Meduza. In an interview with the outlet, Ada Obi said it leaks.",
         "Meduza", "Ada Obi"),
        ("Ada Obi told CNN it leaks. Speaking to the network, she said it was late.", "CNN", "she"),
        ("Speaking on BBC Radio 4's Today programme, Ada Obi said it leaks. She told the programme "
         "that it was late.", "BBC", "She"),
        ("Ada Obi told CNN it leaks. She told the program that it was late.", "", "She"),
        ("Politico reported that it leaks. In a statement on the website, Ada Obi said it was wet.",
         "", "Ada Obi"),
    ],
)  # fmt: skip
def test_what_a_noun_of_the_press_hears_is_its_outlets(
    text: str, outlet: str, speaker: str
) -> None:
    assert last_of(text) == (outlet, speaker)


def test_a_label_tells_whose_the_editorial_is() -> None:
    told = [Told(0, "The plan is “a folly”.", ("Le Monde",), None, "Le Monde, editorial, 8 May:")]
    context = Context(0, told, load_outlets())
    assert makers_of("editorial", context) == ("Le Monde",)
    assert makers_of("survey", context) == ()
