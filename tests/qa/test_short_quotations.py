"""A short answer has both halves of a quotation, or neither, as the sentence allows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.sentences import Sentence
from corpus.spans import Span
from qa.short_quotations import match_quotations

_BEFORE = 5  # code points of the article before the sentence


def _sentence(text: str) -> Sentence:
    return Sentence("a", Span(_BEFORE, _BEFORE + len(text)), text, None, None)


def _matched(text: str, short: str) -> str:
    start = _BEFORE + text.index(short)
    found = match_quotations(_sentence(text), Span(start, start + len(short)))
    return text[found.start - _BEFORE : found.end - _BEFORE]


@pytest.mark.parametrize(
    ("text", "short", "matched"),
    [
        ('She said it was "too early to say".', 'it was "too early to say',
         'it was "too early to say"'),
        ('She called it "a trap": the lake could rise.', 'a trap": the lake could rise',
         '"a trap": the lake could rise'),
        ('She called it "a trap": the lake could rise.', 'a trap"', '"a trap"'),
        ("She called it “a trap” that holds.", "“a trap", "“a trap”"),
        ("“We will wait,” she said.", "“We will wait", "“We will wait,”"),
        ("« On attend », dit-elle.", "« On attend", "On attend"),
        # the other half is further off
        ('"We will wait for the rain," she said.', '"We will wait', "We will wait"),
        ('She will "wait for rain".', 'rain"', "rain"),
        ("Nobody knew,” she said.", "knew,”", "knew,"),
    ],
)  # fmt: skip
def test_an_unmatched_mark_gets_its_other_half_or_goes(
    text: str, short: str, matched: str
) -> None:
    assert _matched(text, short).strip() == matched


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ('She called it "a trap" and left.', '"a trap"'),
        ('She called it "a trap" and left.', "a trap"),
        ('She said "no" and "yes, perhaps" and left.', 'said "no" and "yes'),
        ("„Ja“, sagte er.", "„Ja“"),
    ],
)
def test_other_words_stay_as_they_were_read(text: str, short: str) -> None:
    assert _matched(text, short) == short


@settings(max_examples=300, deadline=None)
@given(st.text("ab .,“”«»\"", min_size=1, max_size=20), st.data())
def test_the_words_are_of_the_sentence_and_hardly_others(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    sentence, short = _sentence(text), Span(_BEFORE + start, _BEFORE + end)
    matched = match_quotations(sentence, short)
    assert sentence.span.contains(matched)
    assert len(matched) >= 1
    assert abs(matched.start - short.start) <= 1
    assert -1 <= matched.end - short.end <= 2  # a mark, and the stop before it
