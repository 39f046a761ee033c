"""Slips are put right, right words and other people's names stay."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from corpus.bundled import bundled_article
from index.model_folders import find_model
from qa.briefing import Briefing
from qa.spelling import SpellingCorrector

_TABLE = Path(__file__).parent / "tables" / "spelling.tsv"


@pytest.fixture(scope="module")
def corrector() -> SpellingCorrector:
    # The embedder's vocabulary is the one that the readers' words come from: BERT's.
    tokenizer = Tokenizer.from_file(str(find_model().path / "tokenizer.json"))
    ranks = tokenizer.get_vocab(with_added_tokens=False)
    return SpellingCorrector(
        Briefing.read([bundled_article()], passage_sentences=3).vocabulary,
        is_word=lambda word: word in ranks,
    )


def _rows() -> list[tuple[str, str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    cases = [line for line in lines if line and line[0] != "#"]
    rows = [[cell.strip() for cell in f"{line} ".split(" |")] for line in cases]
    return [(row[0], row[1] or row[0]) for row in rows]


@pytest.mark.parametrize(("written", "meant"), _rows(), ids=lambda text: text)
def test_a_slip_is_put_right_and_a_right_word_stays(
    written: str, meant: str, corrector: SpellingCorrector
) -> None:
    assert corrector.correct(written) == meant


def test_only_the_librarys_words_are_corrected_to() -> None:
    corrector = SpellingCorrector(lambda: ["harbour"], is_word=lambda word: word == "the")
    assert corrector.correct("the harbuor goverment") == "the harbour goverment"


@pytest.mark.parametrize(
    ("written", "meant"), [("coper", "copper"), ("rabit", "rabbit"), ("tilse", "tiles")]
)
def test_of_words_one_edit_away_a_letter_not_doubled_or_a_swap_is_the_likeliest(
    written: str, meant: str
) -> None:
    """A v for a p makes "cover" of "coper", in as many edits as a second p makes "copper"."""
    corrector = SpellingCorrector(
        lambda: ["cover", "copper", "rabid", "rabbit", "tinse", "tiles"], is_word=lambda word: False
    )
    assert corrector.correct(written) == meant


def test_a_short_word_stays_where_another_letter_would_make_a_word_of_the_library() -> None:
    corrector = SpellingCorrector(
        lambda: ["jobs", "bank", "cost", "could", "cold", "Gaza"],
        is_word=lambda word: word in ("ban", "the", "were"),
        english=lambda: ["january", "clubs"],
    )
    assert corrector.correct("the jabs were") == "the jabs were"
    assert corrector.correct("the bans were") == "the bans were"  # the plural of "ban"
    # Not shaped as a word is, a letter too few, or a name:
    assert corrector.correct("the cosr") == "the cost"
    assert corrector.correct("coud") == "could"
    assert corrector.correct("Gaxa") == "Gaza"


def test_a_small_library_leaves_it_to_english_how_words_are_shaped() -> None:
    """No word of this library begins with "ja" or ends in "bs"."""
    alone = SpellingCorrector(lambda: ["jobs"], is_word=lambda word: False)
    assert alone.correct("jabs") == "jobs"
    told = SpellingCorrector(
        lambda: ["jobs"], is_word=lambda word: False, english=lambda: ["january", "clubs"]
    )
    assert told.correct("jabs") == "jabs"


def test_the_librarys_words_are_gathered_once_and_only_for_a_word_that_english_lacks() -> None:
    gathered = []

    def vocabulary() -> list[str]:
        gathered.append("once")
        return ["harbour"]

    corrector = SpellingCorrector(vocabulary, is_word=lambda word: word in ("where", "port"))
    assert corrector.correct("where is the port") == "where is the port"
    assert gathered == []
    assert corrector.correct("the harbuor and its harbuor") == "the harbour and its harbour"
    assert gathered == ["once"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_what_is_no_letter_stays_to_the_letter(question: str) -> None:
    corrector = SpellingCorrector(lambda: ["harbour"], is_word=lambda word: False)
    corrected = corrector.correct(question)
    assert [c for c in corrected if not c.isalpha()] == [c for c in question if not c.isalpha()]


@pytest.mark.parametrize(
    "question", ["xqzvwk " * 1400, "kazahkstan " * 900, "a " * 5000, "é" * 9000]
)
def test_ten_thousand_characters_take_less_than_a_moment(
    question: str, corrector: SpellingCorrector
) -> None:
    started = time.process_time()
    corrector.correct(question)
    assert time.process_time() - started < 2.0  # backtracking takes minutes; no benchmark
