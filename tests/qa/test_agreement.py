"""What counts as one claim, a copy, or a contradiction, on sentences made here."""

from __future__ import annotations

import pytest

from corpus.sentences import Attribution, Sentence
from corpus.spans import Span
from qa.agreement import is_other_voice, merge_copies, on_one_matter, weigh_agreement
from qa.evidence import Evidence
from qa.understanding import Form


def evidence(article: str, text: str, short: str | None = None, *, outlet: str = "") -> Evidence:
    whom = Attribution((outlet,), None, Span(0, 1)) if outlet else None
    words = None
    if short is not None:
        start = text.index(short)
        words = Span(start, start + len(short))
    return Evidence(Sentence(article, Span(0, len(text)), text, None, whom), 0.9, words)


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        ("It sold for $5 million.", "It sold  for $5 million", 1),
        ("He called it “late”.", 'He called it "late".', 1),
        ("It sold for $5 million.", "It sold for €5 million.", 0),
        ("It was -5 degrees.", "It was 5 degrees.", 0),
        ("Up by 5%.", "Up by 5.", 0),
    ],
)
def test_a_copy_says_the_very_same(one: str, other: str, copies: int) -> None:
    merged = merge_copies([evidence("a", one), evidence("b", other)])
    assert [len(item.copies) for item in merged] == ([1] if copies else [0, 0])


@pytest.mark.parametrize(
    ("one", "other", "form", "against"),
    [
        (("The bridge is 5 km long.", "5 km"), ("The bridge is 3.1 miles long.", "3.1 miles"),
         Form.NUMBER, 0),
        (("The bridge is 5 km long.", "5 km"), ("The bridge is 7 km long.", "7 km"),
         Form.NUMBER, 1),
        (("The fort held 2000 soldiers.", "2000 soldiers"),
         ("The fort held 3000 soldiers.", "3000 soldiers"), Form.NUMBER, 1),
        (("The bridge opened on Monday.", None),
         ("The bridge opened on Monday without any ceremony.", None), Form.YES_NO, 0),
        (("The bridge opened on Monday.", None),
         ("The bridge has not opened on Monday.", None), Form.YES_NO, 1),
    ],
)  # fmt: skip
def test_what_cannot_both_be_true_is_against(
    one: tuple[str, str | None], other: tuple[str, str | None], form: Form, against: int
) -> None:
    strong = [evidence("a", *one), evidence("b", *other)]
    assert len(weigh_agreement(strong, form, {"a": "AP", "b": "Reuters"}).against) == against


def test_another_voice_is_another_article_or_another_credit() -> None:
    lead = evidence("a", "It rained.", outlet="AP").sentence
    assert not is_other_voice(evidence("a", "It snowed.", outlet="AP").sentence, lead)
    assert not is_other_voice(evidence("a", "It snowed.").sentence, lead)
    assert is_other_voice(evidence("a", "It snowed.", outlet="Reuters").sentence, lead)
    assert is_other_voice(evidence("b", "It snowed.", outlet="AP").sentence, lead)


def test_one_matter_is_a_quarter_of_the_words_of_the_smaller_sentence() -> None:
    # Stems: bridg, open, monday, morn against ship, pass, bridg, quick: 1 of 4.
    one = evidence("a", "The bridge opened Monday morning.").sentence
    assert on_one_matter(one, evidence("b", "A ship passes the bridge quickly.").sentence)
    assert not on_one_matter(one, evidence("b", "A ship passes a tower quickly.").sentence)
