"""What belongs to a publisher speaks for it, or hears for it; what only bears its name does not."""

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
        # Its report, its board, its people.
        ("Reuters’ report said the weir was old.", "Reuters", None),
        ("The weir was old, according to Reuters' report.", "Reuters", None),
        ("Le Monde's editorial board argued that it was a folly.", "Le Monde", None),
        ("Reuters reporters found that the weir was old.", "Reuters", None),
        ("The BBC's Ada Obi reports that the weir is old.", "BBC", None),
        ("The mayor told CNN's Ada Obi that it was old.", "CNN", "The mayor"),
        ("Speaking to the BBC's Ada Obi, the mayor said it was old.", "BBC", "the mayor"),
        ("Speaking on CNN's State of the Union, the mayor said it was old.", "CNN", "the mayor"),
        ("“It is old,” the mayor told a Reuters reporter.", "Reuters", "the mayor"),
        ("The mayor insisted to Reuters that it was old.", "Reuters", "The mayor"),
        ("Reached by Reuters, the mayor said it was old.", "Reuters", "the mayor"),
        ("Images analysed by the BBC show that it was old.", "BBC", None),
        ("The mayor told a Google journalist that it was old.", "", "The mayor"),
        ("Images analysed by divers show that it was old.", "", None),
        ("A Reuters review of harbour records found nine leaks.", "Reuters", None),
        ("It was old, according to a Reuters review of records.", "Reuters", None),
        # What its own people do for themselves.
        ("Reuters journalists said that their pay was late.", "", "Reuters journalists"),
        ("The BBC's Ada Obi said it was late.", "", "The BBC's Ada Obi"),
        ("The mayor told Google's Ada Obi that it was old.", "", "The mayor"),
        ("The mayor told Dawn's Ada Obi that it was old.", "", "The mayor"),
        ("A Guardian review of the play is short.", "", None),
        ("A BBC review of its archive found nine tapes.", "", None),
    ],
)
def test_the_publisher_is_credited_by_what_is_its_own(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        ("Our sister paper, the Evening Standard, first revealed the leak.", "Evening Standard",
         None),
        ("Our sister paper, the Lunde Mercury, first revealed in May that it leaked.",
         "Lunde Mercury", None),
        ("Our partner Der Spiegel reported that it leaked.", "Der Spiegel", None),
        ("Our colleagues at Der Spiegel reported that it leaked.", "Der Spiegel", None),
        ("The country's biggest daily, Le Monde, reported that it leaked.", "Le Monde", None),
        ("State-run TASS reported that it leaked.", "TASS", None),
        ("Lebanon's state-run National News Agency reported that it leaked.",
         "National News Agency Lebanon", None),
        ("Both Reuters and the BBC reported that it leaked.", "Reuters | BBC", None),
        ("He told the community station Radio Novak that it leaked.", "Radio Novak", "He"),
        ("Our sister company, Reuters, reported a loss.", "", None),
        ("Our friends at the bank said that it leaked.", "", "Our friends at the bank"),
        ("The union's biggest branch, Lunde, reported that it leaked.", "",
         "The union's biggest branch"),
        ("Lebanon's state-run National Gas Agency reported that it leaked.", "",
         "Lebanon's state-run National Gas Agency"),
        ("He told the fire station that it leaked.", "", "He"),
    ],
)  # fmt: skip
def test_a_publisher_is_credited_behind_words_that_say_what_it_is(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)


@pytest.mark.parametrize(
    ("sentence", "outlets", "speaker"),
    [
        # Papers that an outlet has are no speakers.
        ("It leaked, according to briefings obtained by Politico.", "Politico", None),
        ("It leaked, according to a draft accord seen by Reuters.", "Reuters", None),
        ("A blueprint obtained by Reuters in May said that it leaked.", "Reuters", None),
        ("It leaked, according to documents shared with Reuters.", "Reuters", None),
        ("In comments made to Reuters, the mayor said it leaked.", "Reuters", "the mayor"),
        ("In an interview aired late on Monday on CNN, Ada Obi said it leaked.", "CNN", "Ada Obi"),
        ("In a video posted on the BBC's website, Ada Obi said it leaked.", "BBC", "Ada Obi"),
        ("The leak was first reported on Monday by Reuters.", "Reuters", None),
        ("Le Monde quotes one of them, Ada Obi, as saying: “It leaked.”", "Le Monde", "Ada Obi"),
        ("Le Monde’s columnist Ada Obi finds the plan “a folly”.", "Le Monde",
         "Le Monde’s columnist Ada Obi"),
        ("Ada Obi, a columnist for Le Monde, argues that it leaks.", "Le Monde", "Ada Obi"),
        # People, and what was only sent to an outlet.
        ("Patients seen by nurses said that it leaked.", "", "Patients seen by nurses"),
        ("According to officials seen by many as hawks, it leaked.", "",
         "officials seen by many"),
        ("In a letter sent to the BBC, the mayor complained that it was late.", "", "the mayor"),
        ("The leak was reported on Monday by divers.", "", "divers"),
        ("Ada Obi, a former columnist for Le Monde, argues that it leaks.", "", "Ada Obi"),
        ("Ada Obi, a columnist for Le Monde, said that she was ill.", "", "Ada Obi"),
    ],
)  # fmt: skip
def test_what_an_outlet_has_or_carries_credits_it_and_is_no_speaker(
    sentence: str, outlets: str, speaker: str | None
) -> None:
    assert reported(sentence) == (outlets, speaker)
