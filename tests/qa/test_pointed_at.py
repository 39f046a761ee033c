"""The one sentence that a matter points at with its own words."""

from __future__ import annotations

import pytest

from corpus.articles import Article
from corpus.parsing import parse_article
from corpus.passages import form_passages
from corpus.sentences import sentences_of
from index.lexical import LexicalIndex
from qa.pointed_at import pointed_at

OPENED = "The harbour bridge opened in 1901."
TOLL = "The toll for the bridge may rise to “four crowns a crossing”, which worries the port."
TRADE = "Trade through the port grew in 1903 and the toll with it."
ARTICLE = Article("a", "A", f"{OPENED}\n\n{TOLL}\n\n{TRADE}")
PASSAGES = form_passages(ARTICLE, sentences_of(ARTICLE, parse_article(ARTICLE)), size=2)
LEXICAL = LexicalIndex.build([passage.text for passage in PASSAGES])


@pytest.mark.parametrize(
    ("matter", "meant"),
    [
        ("1901 date for the bridge", OPENED),  # "date" is what the number is
        ("the year 1903", TRADE),
        ("harbour bridge", OPENED),  # two words, and no other sentence holds both
        ("“four crowns a crossing”", TOLL),
        ("port trade", TRADE),
        ("1901 price for the bridge", None),
        ("$1901 bridge", None),
        ("bridge", None),  # two sentences, and one word alone
        ("the port and its toll", None),  # two sentences
        ("“five crowns a crossing”", None),
        ("harbour bridge loan", None),  # of no loan it knows
        ("1901 trade", None),
        ("that the bridge was opened in 1901", None),  # a clause may be true or not
        ("bridge opening in 1901", None),
        ("", None),
    ],
)
def test_a_matter_means_the_only_sentence_that_holds_its_words(
    matter: str, meant: str | None
) -> None:
    found = pointed_at(matter, PASSAGES, LEXICAL)
    assert (None if found is None else found.text) == meant
