from __future__ import annotations

import logging
import math
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lexical import LexicalIndex, best_rows, split_words

_WEATHER = ["Rain fell on the harbour.", "The harbour master spoke.", "Sunny hills, dry valleys."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ministers MINISTER minister's ministers'", ["minist"] * 4),
        ("the U.S. and the US, U.S.-led", ["us", "us", "us", "led"]),
        ("U.S.A. and u.k", ["usa", "uk"]),
        ("Beyoncé São beyonce SAO", ["beyonc", "sao", "beyonc", "sao"]),
        ("the mayor\u2019s plan, the mayor's plan", ["mayor", "plan", "mayor", "plan"]),
        ("1,250,000 or 1250000", ["1250000", "1250000"]),
        ("up 3.5% in 2019.", ["up", "3.5", "2019"]),
        ("on 3,4 and 5", ["3", "4", "5"]),
        ("snake_case north-east", ["snake", "case", "north", "east"]),
        ("Straße", ["strass"]),
        ("Москва", ["москва"]),
        ("plan B. Afterwards", ["plan", "b", "afterward"]),
        ("", []),
        ("the of and !?", []),
        ("What did the WHO say, and who asked IT?", ["who", "say", "ask", "it"]),
        ("WHO SAID IT?", ["said"]),
        ("A plan", ["plan"]),
    ],
)
def test_words_are_folded_and_stemmed(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@given(st.text())
def test_any_text_is_split_into_folded_words(text: str) -> None:
    words = split_words(text)

    assert all(words)
    assert [word.casefold() for word in words] == words


def test_bm25_is_computed_as_published() -> None:
    # Two documents of 2 and 4 words, of which one has "storm" once:
    # idf = ln(1 + (2 - 1 + 0.5) / (1 + 0.5)) = ln 2; the mean length is 3, so
    # tf = 1 / (1 + k1 (1 - b + b * 2 / 3)) with k1 = 0.9, b = 0.75.
    index = LexicalIndex.build(["storm warning", "calm seas calm skies"], k1=0.9, b=0.75)

    [(row, score)] = index.search("storm", k=5)

    assert row == 0
    assert score == pytest.approx(math.log(2) / (1 + 0.9 * (0.25 + 0.75 * 2 / 3)), rel=1e-5)


def test_a_word_asked_twice_counts_twice() -> None:
    index = LexicalIndex.build(["storm warning", "calm seas"])

    [(_, once)], [(_, twice)] = index.search("storm", k=1), index.search("storm, storm", k=1)

    assert twice == pytest.approx(2 * once)


def test_what_a_row_could_score_at_most_counts_words_that_no_row_holds() -> None:
    index = LexicalIndex.build(_WEATHER)
    most = {word: float(index.score_all(word).max()) for word in ("harbour", "valleys")}

    both = most["harbour"] + most["valleys"]
    assert index.attainable("harbour valleys") == pytest.approx(both)
    # "Submarine" is in no row: it counts as much as "valleys", which is in one and not in two.
    assert most["valleys"] > most["harbour"]
    assert index.attainable("harbour valleys submarine") == pytest.approx(both + most["valleys"])
    assert index.attainable("submarine") == 0.0


def test_a_row_that_shares_no_word_is_not_found() -> None:
    index = LexicalIndex.build(_WEATHER)

    assert [row for row, _ in index.search("raining harbours", k=5)] == [0, 1]
    assert index.search("volcano", k=5) == []
    assert index.search("", k=5) == []


def test_only_the_allowed_rows_are_found() -> None:
    index = LexicalIndex.build(_WEATHER)

    assert [row for row, _ in index.search("harbour", k=5, rows=[2, 1])] == [1]
    assert index.search("harbour", k=5, rows=[]) == []


def test_of_equal_scores_the_earlier_row_comes_first() -> None:
    index = LexicalIndex.build(["storm"] * 4)

    assert [row for row, _ in index.search("storm", k=3)] == [0, 1, 2]


@pytest.mark.parametrize("texts", [[], [""], ["the", "!?"]])
def test_an_index_without_words_finds_nothing_and_is_saved(
    texts: list[str], tmp_path: Path
) -> None:
    index = LexicalIndex.build(texts)
    index.save(tmp_path)

    again = LexicalIndex.load(tmp_path, size=len(texts))

    assert index.search("the storm", k=3) == again.search("the storm", k=3) == []
    assert len(again) == len(texts)


def test_a_saved_index_finds_the_same_without_a_pickle(tmp_path: Path) -> None:
    index = LexicalIndex.build(_WEATHER)
    index.save(tmp_path)

    again = LexicalIndex.load(tmp_path, size=3)

    assert again.search("dry harbour rain", k=3) == index.search("dry harbour rain", k=3)
    assert {path.suffix for path in tmp_path.iterdir()} == {".npy", ".json"}


def test_a_saved_index_of_other_texts_is_refused(tmp_path: Path) -> None:
    LexicalIndex.build(_WEATHER).save(tmp_path)

    with pytest.raises(ValueError, match="does not fit together for 2 passages"):
        LexicalIndex.load(tmp_path, size=2)


def test_a_search_for_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="k is 0"):
        LexicalIndex.build(_WEATHER).search("rain", k=0)


def test_threads_that_search_at_once_find_what_one_finds() -> None:
    index = LexicalIndex.build([f"report number {n} on harbours and rain" for n in range(50)])
    queries = [f"reports numbered {n}" for n in range(50)]
    alone = [index.search(query, k=5) for query in queries]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda query: index.search(query, k=5), queries))

    assert together == alone


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(1, 12))
def test_the_best_rows_are_the_first_of_all_sorted_however_many_tie(
    scores: list[int], k: int
) -> None:
    every = sorted((-score, row) for row, score in enumerate(scores) if score > 0)
    found = best_rows(np.array(scores, dtype=np.float32), k=k)
    assert found == [(row, float(-negated)) for negated, row in every[:k]]


def test_nothing_is_logged_while_an_index_is_built(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        LexicalIndex.build(_WEATHER)
    assert caplog.messages == []


def test_rows_with_words_hold_every_one_of_them() -> None:
    index = LexicalIndex.build(["the old ferry", "a ferry to Łódź", "old walls"])

    assert index.rows_with(split_words("ferry")).tolist() == [0, 1]
    assert index.rows_with(split_words("old ferries")).tolist() == [0]
    assert index.rows_with(split_words("Łódź")).tolist() == [1]
    assert index.rows_with(["tram"]).tolist() == []
    assert index.rows_with([]).tolist() == [0, 1, 2]
