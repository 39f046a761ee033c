"""Initials stand for the names that they are those of."""

from __future__ import annotations

import re

import pytest

from qa.acronyms import Acronyms

LIBRARY = (
    "The International Union for Conservation of Nature met in Rome. The United Arab Emirates "
    "and the African Development Fund sent nobody; nor did the Asian Development Fund. The IMF "
    "and the ECB were there. Analysts at the World Food Programme wrote."
)


@pytest.fixture(scope="module")
def acronyms() -> Acronyms:
    return Acronyms([LIBRARY], frozenset(re.findall(r"[^\W\d_]+", LIBRARY)))


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Did the UAE send anybody?", "Did the United Arab Emirates send anybody?"),
        ("Did the U.A.E. send anybody?", "Did the United Arab Emirates send anybody?"),
        ("The IUCN's place?", "The International Union for Conservation of Nature's place?"),
        ("Was the WFP there?", "Was the World Food Programme there?"),
        ("Was the International Monetary Fund there?", "Was the IMF there?"),
        ("European Central Bank: who came?", "ECB: who came?"),
        ("Does International Monetary Fund staff agree?", "Does IMF staff agree?"),
    ],
)
def test_a_name_is_read_as_the_library_writes_it(
    acronyms: Acronyms, question: str, read: str
) -> None:
    assert acronyms.read(question) == read


@pytest.mark.parametrize(
    "question",
    [
        "Was the IMF there?",  # as the library writes it
        "Was the World Food Programme there?",
        "Was the ADF there?",  # the African or the Asian one
        "Was NATO there?",  # nobody's initials
        "DID THE UAE SEND ANYBODY?",
        "Was the UAE-led force there?",
        "did the uae send anybody?",
        "",
    ],
)
def test_what_is_not_clearly_a_name_of_the_library_stays(
    acronyms: Acronyms, question: str
) -> None:
    assert acronyms.read(question) == question
