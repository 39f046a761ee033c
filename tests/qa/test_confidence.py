"""How sure an answer is, and by what its sentences are ordered."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import pytest

from qa.confidence import ConfidenceModel, ConfidenceModels, Signals
from qa.understanding import Form, Intent, Understanding

SIGNALS = Signals(
    score=2.0,
    margin=1.0,
    relevance=0.5,
    near=0.5,
    own=0.25,
    heading=0.0,
    misfit=0.0,
    below=-0.5,
    again_score=2.0,
    again_margin=1.0,
    again_relevance=0.5,
)
BY_WORDS = ConfidenceModel(-1.0, {"own": 4.0})


def test_a_probability_is_the_logistic_of_the_weighted_signals() -> None:
    model = ConfidenceModel(-1.0, {"score": 0.5, "relevance": 2.0})
    # -1 + 0.5 * 2 + 2 * 0.5 = 1
    assert model.probability(SIGNALS) == pytest.approx(1 / (1 + math.exp(-1)))


def test_sentences_stand_by_the_ranking_model_where_there_is_one() -> None:
    alone = ConfidenceModel(0.0, {"score": 0.5})
    assert alone.standing(SIGNALS) == alone.probability(SIGNALS)
    ranked = ConfidenceModel(0.0, {"score": 0.5}, ranks=BY_WORDS)
    assert ranked.probability(SIGNALS) == alone.probability(SIGNALS)
    assert ranked.standing(SIGNALS) == BY_WORDS.probability(SIGNALS) == 0.5  # -1 + 4 * 0.25 = 0


@pytest.mark.parametrize(
    ("bare", "score", "own", "chosen"),
    [
        (False, -9.0, 1.0, "words"),
        (True, -9.0, 1.0, "claims"),  # sigmoid(-9) against sigmoid(-1 + 4)
        (True, 9.0, 0.25, "words"),  # sigmoid(9) against sigmoid(0)
    ],
)
def test_of_bare_words_the_model_counts_whose_best_sentence_is_surest(
    bare: bool, score: float, own: float, chosen: str
) -> None:
    words = ConfidenceModel(0.0, {"score": 1.0})
    models = ConfidenceModels(words, BY_WORDS, ConfidenceModel(0.0, {}))
    asks = Understanding(Intent.PASSAGES, Form.OPEN, frozenset(), False, bare=bare)
    weak = replace(SIGNALS, score=-20.0, own=0.0)
    best = replace(SIGNALS, score=score, own=own)
    assert models.of(asks, [weak, best]) == getattr(models, chosen)
    assert models.of(asks, []) == words


@pytest.mark.parametrize("ranks", [None, BY_WORDS])
def test_a_model_comes_back_from_its_file_as_it_was(ranks: ConfidenceModel | None) -> None:
    model = ConfidenceModel(0.5, {"score": 0.25, "misfit": -1.0}, ranks)
    assert ConfidenceModel.from_json(json.loads(json.dumps(model.as_json()))) == model


def test_a_weight_for_no_signal_is_refused() -> None:
    with pytest.raises(ValueError, match=r"there are no signals \['cosine'\]"):
        ConfidenceModel.from_json({"bias": 0.0, "weights": {"cosine": 1.0}})
    with pytest.raises(KeyError, match="weights"):
        ConfidenceModel.from_json({"bias": 0.0})
