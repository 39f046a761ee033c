"""What a press review tells of a paper's opinion, and what a paper does on its own behalf."""

from __future__ import annotations

import pytest

from corpus.outlets import load_outlets
from corpus.reporting import read_reporting
from corpus.spans import Span


def reported(sentence: str) -> tuple[str, str | None]:
    found = read_reporting(sentence, Span(0, len(sentence)), load_outlets())
    return (" | ".join(found.outlets), found.speaker) if found else ("", None)


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("Le Monde sees “a bridge to nowhere”.", "Le Monde"),
        ("Le Monde sees it as “a bridge to nowhere”.", "Le Monde"),
        ("Die Zeit wonders whether the ferry will ever sail.", "Die Zeit"),
        ("Die Presse, by contrast, applauds.", "Die Presse"),
        ("El Mundo, published in Madrid, hopes that the ferry will sail.", "El Mundo"),
        ("La Repubblica doubts that the mayor read the plan.", "La Repubblica"),
        ("Le Figaro praises the mayor.", "Le Figaro"),
        ("Kazinform hailed “a new age of ferries”.", "Kazinform"),
        ("The Guardian lamented “a wasted decade” for ferries.", "The Guardian"),
        ("TASS mocked “the paper ferries of the West”.", "TASS"),
        ("The Irish Times mocks “a ferry that has never met the sea”.", "The Irish Times"),
        ("The Guardian welcomes the plan.", "The Guardian"),
        ("La Stampa is less impressed and speaks of “a raft with a flag”.", "La Stampa"),
        ("Corriere della Sera regrets that nobody asked the crew.", "Corriere della Sera"),
        ("De Standaard calls for an inquiry.", "De Standaard"),
        ("The Economist demands the minister's resignation.", "The Economist"),
        ("By contrast, the Times applauds.", "The Times"),
        ("Der Standard, Vienna's liberal daily, hopes that the ferry will sail.", "Der Standard"),
        ("The Lisbon daily Farol hopes that the ferry will sail.", "Farol"),
        ("Farol, a Lisbon daily, welcomes the plan.", "Farol"),
        ("The Guardian finds the plan “bold”.", "The Guardian"),
        ("“A folly,” scoffs the Frankfurter Rundschau.", "Frankfurter Rundschau"),
        ("Le Soir takes a different view: “It will sail.”", "Le Soir"),
        ("Die Zeit headlines: “A folly.”", "Die Zeit"),
        ("In Le Monde's view, the ferry is late.", "Le Monde"),
        ("Le Monde and Le Figaro welcome the plan.", "Le Monde | Le Figaro"),
        ("For Die Welt it is a question of money: “Nobody needs two ferries.”", "Die Welt"),
        ("For Le Figaro, the ferry is “a folly”.", "Le Figaro"),
    ],
)
def test_a_paper_is_credited_with_what_it_thinks(sentence: str, outlet: str) -> None:
    assert reported(sentence) == (outlet, None)


@pytest.mark.parametrize(
    "sentence",
    [
        # Its own affairs.
        "The BBC hopes to sell its studio.",
        "The BBC hopes that the ruling will stand.",
        "Reuters welcomes its new editor.",
        "CNN demands the return of a press pass.",
        "The Guardian hopes to sell its printing works.",
        "The Guardian expects to cut 40 jobs.",
        "The Guardian welcomes the new editor on Monday.",
        "The New York Times hopes that its app will pay.",
        "The New York Times hopes that it will pay.",
        "Le Monde regrets the error.",
        "The Washington Post demands the release of its reporter.",
        "Bild sees its circulation fall.",
        "Politico expects a loss.",
        "Le Monde is owned by three men and hopes that the ferry will sail.",
        "For the Guardian, the year is a hard one.",
        # Not a paper's opinion, or not in its words.
        "The Guardian sees a rise in sales.",
        "Le Monde disagrees with the tax office.",
        "Le Monde questions remain.",
        "The Sun sees the planets turn.",
        "Dawn hopes that it will rain.",
        "Nature welcomes the spring.",
        "Salt Weekly hopes that the ferry will sail.",
        "The Guardian publishes its accounts: “We lost money.”",
        "Le Monde is owned by a bank: “A folly.”",
        "The BBC takes a different view: “It will sail.”",
        "Berlin takes a different view: “It will sail.”",
        "In Reuters' view, the ruling is wrong.",
        "Le Monde and its owner welcome the plan.",
        "Readers of Le Monde and Die Zeit welcome the plan.",
        "“A folly,” sighs Ada Obi of Le Monde.",
        "“A folly,” scoffs the Times reader.",
        # Somebody at it, or it in somebody's clause.
        "Readers of Le Monde wonder whether it is dear.",
        "A Guardian reader hopes that the ferry will sail.",
        "The editor of Le Monde hopes that the ferry will sail.",
        "The mayor, a friend of Le Monde, hopes that the ferry will sail.",
        "The man who owns Le Monde regrets the sale.",
        "The minister wonders whether Le Monde fears the law.",
        "The Times Square crowd applauds.",
        "The Daily Mail scandal worries the mayor.",
        "The band praises Rolling Stone.",
        "The mayor praised “a ferry for two towns”.",
        "CBS praised “the viewers who stayed with us”.",
        "Le Monde condemned the sale of its office.",
        "She doubts whether Le Monde is right.",
    ],
)
def test_a_paper_that_is_talked_about_or_acts_for_itself_is_not_credited(sentence: str) -> None:
    assert reported(sentence)[0] == ""
