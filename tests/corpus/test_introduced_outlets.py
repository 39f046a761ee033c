"""Publishers that nobody knows, where the article says that they publish."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article


def read(text: str) -> list[tuple[str, str | None]]:
    pieces = parse_article(Article("a", "A", text))
    return [(" ".join(piece.outlets), piece.speaker) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "outlet", "speaker"),
    [
        # Said where it is credited.
        ("The plan was first reported Sunday by the nonprofit newsroom Salt Lines.",
         "Salt Lines", None),
        ("It is late, according to the Lunde Reporting Lab, a Lunde-based outlet.",
         "Lunde Reporting Lab", None),
        ("It is late, said Salt Lines, a broadcaster in Lunde.", "Salt Lines", None),
        ("But Salt Lines, a newsletter on shipping, reported that it was late.",
         "Salt Lines", None),
        ("Emails obtained by investigative outlet Salt Lines show that it is late.",
         "Salt Lines", None),
        ("Ada Obi told news organisation Salt Lines that it was late.", "Salt Lines", "Ada Obi"),
        # A known one's initials open a longer name.
        ("The broadcaster RTL Salt asked twice. It is late, RTL Salt reports.", "RTL Salt", None),
        # Before, and behind.
        ("The nonprofit newsroom Salt Lines asked twice. It is late, Salt Lines said.",
         "Salt Lines", None),
        ("Salt Lines is a weekly newsletter. It is late, according to Salt Lines.",
         "Salt Lines", None),
        ("The magazine *Salt Lines* asked twice. Ada Obi told *Salt Lines* that it was late.",
         "Salt Lines", "Ada Obi"),
        ("The magazine Salt Lines asked twice. An investigation by Salt Lines found that it leaks.",
         "Salt Lines", None),
        ("The magazine Salt Lines asked twice. In an interview with Salt Lines on Monday, Ada Obi "
         "said it was late.", "Salt Lines", "Ada Obi"),
        ("The Dossier Lab, an investigative project funded by Ada Obi, said that it was late.",
         "Dossier Lab", None),
        # Stations.
        ("Local station WJXT reported that it was late.", "WJXT", None),
        ("Ada Obi told KHVR radio that it was late.", "KHVR", "Ada Obi"),
        ("Ada Obi told KTVX-TV on Monday that it was late.", "KTVX-TV", "Ada Obi"),
        ("It is late, according to WXPR radio.", "WXPR", None),
        ("KQXT FM reported that it was late.", "KQXT FM", None),
        ("Ada Obi told KRMX television it was late. KRMX said that it leaked.", "KRMX", None),
        ("Ada Obi told KTVX-TV that it was late. It leaks, KTVX reported.", "KTVX-TV", None),
    ],
)  # fmt: skip
def test_a_name_that_the_article_calls_a_publishers_is_an_outlet(
    text: str, outlet: str, speaker: str | None
) -> None:
    assert read(text)[-1] == (outlet, speaker)


def test_a_name_is_known_before_it_is_explained() -> None:
    text = "Salt Lines said that it was late. Ada Obi told Salt Lines, a news site in Lunde, so."
    assert read(text)[0] == ("Salt Lines", None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Lunde Gazette said that it was late. Ada Obi told the Lunde Gazette so.",
         ["Lunde Gazette", "Lunde Gazette"]),
        ("The Lunde Gazette said that it was late. Ada Obi told The Lunde Gazette so.",
         ["The Lunde Gazette", "The Lunde Gazette"]),
    ],
)  # fmt: skip
def test_an_unknown_outlet_has_one_name(text: str, names: list[str]) -> None:
    assert [outlet for outlet, _ in read(text)] == names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("He bought the newspaper Ada Obi hated. Ada Obi said it was late.", "Ada Obi"),
        ("Ada Obi told the newspaper Oslo was wet. Oslo said it was late.", "Oslo"),
        ("Ada Obi told the newspaper Oslo in winter was dark. Oslo said it was late.", "Oslo"),
        ("Ada Obi, a magazine editor, left. Ada Obi said it was late.", "Ada Obi"),
        ("The weekly Mass in Bar was short. Mass said it was late.", "Mass"),
        ("The newspaper Salt, and Ada Salt, were late. Salt said that it leaked.", "Salt"),
        ("Salt Lines, a shoe outlet in Lunde, was late. Salt Lines said it leaked.", "Salt Lines"),
        ("The magazine Salt Lines asked twice. The Salt Lines Foundation said it was late.",
         "The Salt Lines Foundation"),
        ("The magazine Salt Lines asked twice. Ada Obi of Salt Lines said it was late.",
         "Ada Obi of Salt Lines"),
        ("Retail outlet Salt Lines said that it was late.", "Retail outlet Salt Lines"),
        ("NASA radio operators were late. NASA said it leaked.", "NASA"),
        ("The broadcaster Ada Obi, who is 99, spoke. Ada Obi said it was late.", "Ada Obi"),
        ("The broadcaster Ada Obi said hello. Ada Obi said it was late.", "Ada Obi"),
        ("The magazine Obi, the mayor, reads is dear. Obi said it was late.", "Obi"),
        ("Salt United, the owner of a news channel, lost. Salt United said it was late.",
         "Salt United"),
        ("Salt is a broadcaster of threats. Salt said it was late.", "Salt"),
        ("UK radio said that it was late.", "UK radio"),
        ("The magazine Editor Ada Obi was late. Editor Ada Obi said it leaked.",
         "Editor Ada Obi"),
    ],
)  # fmt: skip
def test_who_only_stands_near_a_noun_of_the_press_is_no_outlet(text: str, speaker: str) -> None:
    assert read(text)[-1] == ("", speaker)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The emails were obtained this week by Reuters.", "Reuters"),
        ("Letters seen on Tuesday by the BBC show that it is late.", "BBC"),
        ("The plan was first reported last Friday by Le Monde.", "Le Monde"),
        ("Emails obtained exclusively by Reuters show that it is late.", "Reuters"),
        ("Memos, first published earlier this month by Der Spiegel, say so.", "Der Spiegel"),
    ],
)
def test_a_time_may_part_what_was_done_from_the_outlet(text: str, outlet: str) -> None:
    assert read(text) == [(outlet, None)]


def test_who_saw_something_on_a_day_is_no_source() -> None:
    assert read("A car was seen on Monday by a shopkeeper.") == [("", None)]
