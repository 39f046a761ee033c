"""Constructions that credit a publisher, and their likes that credit nobody."""

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
        ("The gel heals burns, surgeons report in Nature Surgery.", "Nature Surgery", "surgeons"),
        ("Owls nap by day, a study in Applied Zoology shows.", "Applied Zoology", None),
        ("A preprint, posted on psyRxiv in May, suggests that owls nap.", "psyRxiv", None),
        ("Owls nap, according to a paper published in Ecology Letters.", "Ecology Letters", None),
        ("A team in Oslo reported last year in the Journal of Owl Physiology that they nap.",
         "Journal of Owl Physiology", "A team in Oslo"),
        ("A trial published on Monday in the Annals of Burn Surgery found that it heals.",
         "Annals of Burn Surgery", None),
        ("A study in the Proceedings of the Royal Society found that owls nap.",
         "Proceedings of the Royal Society", None),
        ("The results, published in Nature, suggest that owls nap.", "Nature", None),
        ("The results, published in The Lancet, suggest so.", "The Lancet", None),
        ("Owls nap, a group reported in Science.", "Science", "a group"),
        ("Owls nap, according to a paper in the journal Strix.", "Strix", None),
    ],
)  # fmt: skip
def test_a_journal_is_credited_by_its_frame_and_its_shape(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "A study in Costa Rica found that owls nap.",
        "A study published in New Zealand found that owls nap.",
        "Doctors in Utrecht report in June that it heals.",
        "A study in Oslo University Department of Zoology found that owls nap.",
        "The study was published in Nature in May.",
        "A survey in Marks & Spencer stores found that few agree.",
        "The author of a study in Denmark said no.",
        "The work in North Macedonia will be over by May.",
    ],
)
def test_a_place_or_a_house_behind_a_study_is_no_journal(sentence: str) -> None:
    assert reported(sentence)[0] == ""


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("The weir will close, Interfax reported with reference to the navy.",
         "Interfax", "the navy"),
        ("The weir will close, TASS reported citing Admiral Ivo Lind.",
         "TASS", "Admiral Ivo Lind"),
        ("Reuters reported citing two brokers that the weir will close.", "Reuters", "two brokers"),
        ("TASS reports referring to the navy that the weir will close.", "TASS", "the navy"),
        ("Earlier Reuters, citing a broker, said the weir would close.", "Reuters", "a broker"),
        ("Previously TASS reported that the weir would close.", "TASS", None),
        ("Yesterday the BBC reported that the weir would close.", "BBC", None),
        ("Earlier this week AFP reported that the weir would close.", "AFP", None),
        ("Later on in May 2013 Ada Obi said that it was.", "", "Ada Obi"),
        ("Today the Baptist Church states that it is.", "", "the Baptist Church"),
        ("Today Show host Ann Lee said that it was.", "", "Today Show host Ann Lee"),
        ("Interfax informs that the weir will close.", "Interfax", None),
        ("The weir will close, the Volga Today news agency informs.", "Volga Today", None),
        ("TASS specified that it meant the lower weir.", "TASS", None),
        ("The BBC clarified that only the lower weir will close.", "BBC", None),
        ("The ministry clarified that only the lower weir will close.", "", "The ministry"),
        ("The contract specified that the weir will close.", "", None),
        ("The bank reported a loss with reference to the euro.", "", None),
        ("The usher informs the court that it is late.", "", None),
    ],
)  # fmt: skip
def test_an_agency_cites_dates_and_words_its_reports_in_its_own_ways(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("“It works in owls,” she told QUILL.", "QUILL", "she"),
        ("The moon will be red, stargazers told Nightsky.com.", "Nightsky.com", "stargazers"),
        ("Ada Obi told steppe.media that it was late.", "steppe.media", "Ada Obi"),
        ("It will be red, a stargazer told Moon & Comet on Monday.", "Moon & Comet",
         "a stargazer"),
        ("“It is late,” Ada Obi told QUILL in an interview.", "QUILL", "Ada Obi"),
        ("“It is late,” Ada Obi told MPs.", "", "Ada Obi"),
        ("“We will pay,” she told NATO.", "", "she"),
        ("The minister told ECOSOC that she would pay.", "", "The minister"),
        ("It is late, she told the FBI.", "", "she"),
        ("It is late, she told Pratt & Sons.", "", "she"),
        ("The firm told Pratt & Lowe that it was late.", "", "The firm"),
        ("Ada Obi told U.S. officials that it was late.", "", "Ada Obi"),
        ("Ada Obi told the inquiry that it was late.", "", "Ada Obi"),
    ],
)  # fmt: skip
def test_who_was_told_is_an_outlet_by_address_capitals_or_joint(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("“It is new,” Ada Obi told AFP Fact Check.", "AFP", "Ada Obi"),
        ("BBC Verify found that the clip was old.", "BBC", None),
        ("The clip is old, according to Reuters Fact Check.", "Reuters", None),
        ("France's AFP traced the clip to a drill in Brest.", "AFP", None),
        ("Snopes rated the claim as false.", "Snopes", None),
        ("Bellingcat, a Dutch newsroom, has geolocated the clip to a bridge.", "Bellingcat", None),
        ("Reuters verified the place and the date of the clip.", "Reuters", None),
        ("The clip was debunked by Snopes.", "Snopes", None),
        ("The deed names nobody, but TradeWinds identified him as Ivo Lind.", "TradeWinds", None),
        ("Argus Media assessed spot cargoes for Goa at $7.20 on Friday.", "Argus Media", None),
        ("Le Monde has established that the clip was old.", "Le Monde", None),
        # What it does about itself, or did not do.
        ("The BBC traced its roots to 1922.", "", None),
        ("The Guardian identified Ann Lee as its heir.", "", None),
        ("The BBC established a fund.", "", None),
        ("Bloomberg assessed its losses at $4m.", "", None),
        ("Reuters has not verified the clip.", "", None),
        ("The clip identified as old was cut.", "", None),
        ("Poland's Foreign Office traced the clip.", "", None),
        ("The BBC building rated unsafe was shut.", "", None),
        ("Reuters was rated by its readers.", "", None),
    ],
)
def test_a_publisher_that_checks_something_is_credited(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets"),
    [
        ("Danish news agency Ritzau is reporting that two divers are missing.", "Ritzau"),
        ("Reuters has been reporting that the weir will close.", "Reuters"),
        ("Two divers are missing, the BBC is reporting.", "BBC"),
        ("CNN is now reporting the mayor has resigned.", "CNN"),
        ("The FAZ is less gloomy, noting that the weir held in May.",
         "Frankfurter Allgemeine Zeitung"),
        ("The Irish Times strikes the same note, adding that the weir is old.", "The Irish Times"),
        ("Le Monde is gloomy, warning of a second breach.", "Le Monde"),
        ("El País publishes a survey which gives the mayor 38%.", "El País"),
        ("The Guardian carries a letter from two divers.", "The Guardian"),
        # About themselves, or somebody else's words.
        ("The firm is reporting that two divers are missing.", ""),
        ("CNN is reporting that its van is missing.", ""),
        ("CNN was reporting from the weir when it broke.", ""),
        ("CNN is reporting losses of $4m.", ""),
        ("The Guardian named an editor, saying that she was good.", ""),
        ("Reuters declines to comment, saying that it is early.", ""),
        ("The BBC is cutting jobs, warning that more will go.", ""),
        ("The BBC is in debt, noting that its fees fell.", ""),
        ("The BBC is late, its rivals said, adding that it would close.", ""),
        ("The Guardian publishes a report on its own staff.", ""),
        ("The BBC runs a channel with three masts.", ""),
        ("The Times carries papers from Bristol to Leeds.", ""),
    ],
)  # fmt: skip
def test_a_publisher_that_is_reporting_adds_or_carries_is_credited(
    sentence: str, outlets: str
) -> None:
    assert reported(sentence)[0] == outlets


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("Le Figaro's Rome correspondent thinks that the weir will hold.", "Le Figaro",
         "Le Figaro's Rome correspondent"),
        ("CNN correspondent Ada Obi said it was late.", "CNN", "CNN correspondent Ada Obi"),
        ("The Guardian's political editor writes that it is late.", "The Guardian",
         "The Guardian's political editor"),
        ("A former CNN correspondent said it was late.", "", "A former CNN correspondent"),
        ("CNN's chairman said it was late.", "", "CNN's chairman"),
        ("CNN presenter Ada Obi said it was late.", "", "CNN presenter Ada Obi"),
        ("According to Ada Obi of Salt magazine, it was late.", "Salt", "Ada Obi"),
        ("The founder of Time magazine said it was late.", "", "The founder of Time magazine"),
        ("In Le Monde, Ada Obi sees the vote as a door.", "Le Monde", "Ada Obi"),
        ("In the Guardian, Ada Obi reads the vote as a warning.", "The Guardian", "Ada Obi"),
        ("The Guardian sees profit as a distant hope.", "", None),
        ("In May, the firm sees sales as weak.", "", None),
    ],
)  # fmt: skip
def test_who_writes_for_a_paper_is_named_with_it(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("It was late, the mayor was quoted as saying by Reuters.", "Reuters", "the mayor"),
        ("The mayor was quoted by Le Monde as saying that it was late.", "Le Monde", "The mayor"),
        ("The mayor was quoted in Le Monde as saying that it was late.", "Le Monde", "The mayor"),
        ("The shares were quoted on the exchange as usual.", "", None),
        # Who disputes a report has not made it.
        ("A report by Reuters, which the firm denies, has the mine half full.", "Reuters", None),
        ("A report by Salt Watch, which the firm denies, has the mine half full.", "",
         "Salt Watch"),
        ("The mine is safe, which two divers dispute.", "", None),
        ("The firm denies that the mine is full.", "", "The firm"),
    ],
)  # fmt: skip
def test_who_is_quoted_or_disputed_is_kept_apart_from_who_does_it(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("Moldovan news outlet Nistru Pravda, citing an aide, reported that it was late.",
         "Nistru Pravda", "an aide"),
        ("News site Aland Wire reported that it was late.", "Aland Wire", None),
        ("Undertow first reported the delay in May, citing two brokers.", "Undertow",
         "two brokers"),
        ("China first reported the outbreak in May.", "", "China"),
        ("The mill first reported the loss in May, citing costs.", "", "The mill"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_an_outlet_by_what_it_is_called_or_did_first(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("text", "outlets", "speaker"),
    [
        ("It was dark, according to Il Giornale di Bordo. Ada Obi told the paper so.",
         "Il Giornale di Bordo", None),
        ("It was dark, according to Il Giornale di Bordo. Ada Obi told the mayor so.", "",
         "Il Giornale di Bordo"),
        ("It was dark, according to Ada Obi. She told the paper so.", "", "Ada Obi"),
    ],
)  # fmt: skip
def test_what_the_next_sentence_calls_a_name_can_make_it_an_outlet(
    text: str, outlets: str, speaker: str | None
) -> None:
    found = read_reporting(text, Span(0, text.index(".") + 1), load_outlets())
    assert found is not None
    assert (" | ".join(found.outlets), found.speaker) == (outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("Red House Press Secretary Ada Obi said that it was.", "",
         "Red House Press Secretary Ada Obi"),
        ("The Baltic Fleet Press Office said that it was.", "", "The Baltic Fleet Press Office"),
        ("The Lisbon Press Council said that it was.", "", "The Lisbon Press Council"),
        ("The Lake Rights Observatory said that it was.", "", "The Lake Rights Observatory"),
        ("It closed, Novak reported.", "", "Novak"),
        ("“It closed,” Novak reported.", "", "Novak"),
        ("It is like the stuff described by the Standard Model of Strings.", "",
         "the Standard Model of Strings"),
        ("The Church Times said that it was.", "The Church Times", None),
        ("It closed, Radio Novak reported.", "Radio Novak", None),
        ("It closed, the Novak reported.", "Novak", None),
    ],
)  # fmt: skip
def test_who_holds_an_office_of_the_press_or_a_surname_is_no_outlet(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets"),
    [
        # By those who write for it.
        ("The ferry will not sail, the Times’ Ada Obi reports.", "The Times"),
        ("The ferry will not sail, BBC Scotland's Ada Obi hears.", "BBC"),
        ("The ferry will not sail, Reuters' Ada Obi reported.", "Reuters"),
        ("The ferry will not sail, the Guardian’s Ada Obi writes.", "The Guardian"),
        ("The ferry will not sail, Israel's Channel 12 reported.", "Channel 12"),
        ("The ferry will not sail, Peru's Radio Andina reported.", "Radio Andina"),
        ("Two pilots told Politico's Oslo bureau that it was late.", "Politico"),
        ("Two pilots told the Guardian's readers that it was late.", "The Guardian"),
        ("Meduza and the BBC Russian Service said that it rained.", "Meduza | BBC"),
        ("The BBC Thai Service reported that it rained.", "BBC"),
        # By what they are called.
        ("Ada Obi told the Lunde Mercury that it was late.", "Lunde Mercury"),
        ("Ada Obi told Bergens Posten that it was late.", "Bergens Posten"),
        ("It is late, according to the Lunde Anzeiger.", "Lunde Anzeiger"),
        ("It is late, according to Diario de Lunde.", "Diario de Lunde"),
        ("It is late, Ada Obi writes in Lunde-Kuriren.", "Lunde-Kuriren"),
        ("The Telegram channel Kanalen reported explosions near the port.", "Kanalen"),
        ("The Estonian mapping project Kaart reported no change.", "Kaart"),
        # By what they count, ask and report.
        ("Reuters reported fighting near the port.", "Reuters"),
        ("TASS had earlier given the toll as 30.", "TASS"),
        ("A survey of nine ports by Chatham House last spring put the share at 40%.",
         "Chatham House"),
        ("In a poll by Pepper for Der Spiegel, 40% said they agreed.", "Der Spiegel"),
        ("The price would be nine times profit, according to FT calculations.",
         "Financial Times"),
        ("Ada Obi commented in The Guardian: “It is late.”", "The Guardian"),
    ],
)  # fmt: skip
def test_an_outlet_is_credited_by_its_own_people_and_titles(sentence: str, outlets: str) -> None:
    assert reported(sentence)[0] == outlets


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry will not sail, the harbour's Ada Obi reports.",
        "The ferry will not sail, Google's Ada Obi reported.",
        "Two pilots told Google's Oslo team that it was late.",
        "Two pilots told the FBI's Oslo bureau that it was late.",
        "Ada Obi told Freddie Mercury that it was late.",
        "The planet Mercury said so.",
        "It is late, according to Corriere Foundation.",
        "It is late, according to Allgemeine Versicherung.",
        "Ada Obi of the Posten Museum said that it was late.",
        "The BBC Secret Service said that it rained.",
        "The museum reported a fire on Monday.",
        "Reuters reported a fire at its office.",
        "Reuters reported a profit of $3m.",
        "The ministry gave the toll as 30.",
        "The BBC gave the job as a reward.",
        "The BBC gave its budget as £3bn.",
        "The price would be nine times profit, according to Salt calculations.",
        "A paper by Chatham House, due next week, looks at it.",
    ],
)
def test_people_and_houses_that_sound_like_the_press_credit_no_outlet(sentence: str) -> None:
    assert reported(sentence)[0] == ""
