"""What holds for the pieces of any text whatever, and how long reading it may take."""

from __future__ import annotations

import itertools
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.articles import Article
from corpus.lexicon import DETERMINERS, PREPOSITIONS, SAYING
from corpus.outlets import load_outlets
from corpus.parsing import parse_article
from corpus.passages import form_passages
from corpus.press_words import PEOPLE_OF_NEWS
from corpus.sentences import Piece, PieceKind, sentences_of

# What may lie between two pieces: white space, bullets, numbering, "#", ">" and rules.
LIST_MARK = r"(?:[-*+•▪‣◦·●■]|\d{1,2}[.)]|[a-z]\)|\((?:\d{1,2}|[a-z])\)|#{1,6}|>+|[-*_=~#\s]{3,})"
BETWEEN = re.compile(rf"\s*(?:{LIST_MARK}\s*)*")

WORDS = st.sampled_from(
    re.split(
        r" +",
        "Reuters AP AFP The Guardian Gaurdian Financial Times said reported told according to via "
        'per Source: By in for Photo: ( ) [ ] “ ” " ’ – — - : . ! ? … / , ; + 2 U.S. Dr. No. 3.5 '
        "Mr. Ada Obi Background Outlook & 10 a.m. Agencies correspondent Council "
        "Why What the a minister officials who and that is will 中。 é ﬁ "
        "\u00a0 \u200b \n \n\n # 1. - > ** *",
    )
)
NEWSY = st.lists(WORDS, max_size=60).map(" ".join)
# Sentences of a newsroom's that stop behind any word: what a rule looks for may not be there.
SENTENCES = [
    sentence.split()
    for path in sorted((Path(__file__).parent / "strangers").rglob("*.txt"))
    for sentence in re.split(r"(?<=[.!?])\s+", path.read_text(encoding="utf-8"))
]
CUT_SHORT = st.builds(
    lambda words, share, end: " ".join(words[: 1 + int(share * len(words))]) + end,
    st.sampled_from(SENTENCES),
    st.floats(0, 1),
    st.sampled_from(("", ".", ",", ":", "”")),
)
# The words that rules turn on, one beside the other.
VERBS = st.sampled_from(sorted(SAYING | PREPOSITIONS | DETERMINERS | PEOPLE_OF_NEWS))
RULED = st.lists(st.one_of(VERBS, WORDS), max_size=14).map(" ".join)
ANY_TEXT = st.one_of(st.text(max_size=200), NEWSY, CUT_SHORT, RULED)


def read(text: str) -> tuple[Piece, ...]:
    return parse_article(Article("any", "Any", text))


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_pieces_are_disjoint_in_order_inside_the_text_and_verbatim(text: str) -> None:
    pieces = read(text)
    for piece in pieces:
        assert 0 <= piece.span.start < piece.span.end <= len(text)
        assert text[piece.span.start : piece.span.end] == piece.text
        assert piece.text == piece.text.strip()
    for before, after in itertools.pairwise(pieces):
        assert before.span.end <= after.span.start


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_only_white_space_and_list_marks_lie_between_pieces(text: str) -> None:
    ends = [0, *(piece.span.end for piece in read(text))]
    starts = [*(piece.span.start for piece in read(text)), len(text)]
    for end, start in zip(ends, starts, strict=True):
        assert BETWEEN.fullmatch(text, end, start)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_attributions_name_somebody_and_point_into_the_text(text: str) -> None:
    for piece in read(text):
        if piece.attribution is None:
            continue
        cue = piece.attribution.cue
        assert 0 <= cue.start < cue.end <= len(text)
        assert len(set(piece.outlets)) == len(piece.outlets)
        if piece.kind is PieceKind.SENTENCE:
            assert piece.outlets or piece.speaker
        if piece.speaker is not None:
            assert piece.speaker == " ".join(piece.speaker.split()) != ""


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.integers(min_value=1, max_value=5))
def test_passages_cover_every_sentence_and_hold_no_heading(text: str, size: int) -> None:
    article = Article("any", "Any", text)
    pieces = parse_article(article)
    sentences = sentences_of(article, pieces)
    passages = form_passages(article, sentences, size=size)
    assert {s for passage in passages for s in passage.sentences} == set(sentences)
    for passage in passages:
        assert 1 <= len(passage.sentences) <= size
        assert passage.text == text[passage.span.start : passage.span.end]
        assert {s.heading for s in passage.sentences} == {passage.heading}


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_reading_the_same_text_twice_gives_the_same_pieces(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=100, deadline=None)
@given(NEWSY)
def test_blank_lines_before_an_article_only_move_its_pieces(text: str) -> None:
    moved = [(p.kind, p.span.start - 4, p.outlets, p.speaker) for p in read("\n\n\n\n" + text)]
    assert moved == [(p.kind, p.span.start, p.outlets, p.speaker) for p in read(text)]


PATHOLOGICAL = {
    "opening brackets": "(",
    "square brackets": "[",
    "crossed brackets": "](",
    "one long word": "a",
    "initials": "A. ",
    "words": "word ",
    "capitals": "Word ",
    "articles": "The ",
    "said": ", said ",
    "said behind subjects": "AFP said ",
    "clauses": "Ada said so; ",
    "denials": "denied a report by Reuters ",
    "quotations before a bracket": "“A b.” ",
    "said behind appositions": "AFP, the agency, said ",
    "told": "told ",
    "reports by": "a report by ",
    "surveys of": "a survey of nine by ",
    "hopes behind papers": "Le Monde hopes that “so” and ",
    "papers of writers": ", the Times’ Ada ",
    "according to": "according to ",
    "relative clauses": "who ",
    "joints": "and ",
    "straight quotes": '"',
    "opening quotes": "“",
    "closing quotes": "”",
    "quoted sentences": '"A b." ',
    "apostrophes": "’",
    "dashes": "– ",
    "long dashes": "—",
    "agencies in brackets": "(AP) ",
    "agencies with slashes": "AP/",
    "agencies": "Reuters ",
    "via": "via ",
    "agencies in slashes": "TRESK /AFP/ ",
    "joined names": "Nature & Garden & ",
    "joined outlets": "AFP & ",
    "clock times": "10 a.m. Police ",
    "time stamps": "10:04 – ‘Word’\n",
    "tags of unknown sources": "It rose (Salt Council). It fell (AFP).\n",
    "labels": "Outlook\n\n",
    "agencies on lines": "Reuters\n\n",
    "labels in bold": "**Word.** ",
    "counters": "+ 1 ",
    "datelines": "TOKYO, ",
    "sources": "Sources: ",
    "addresses": "http://",
    "links": "[AP](x) ",
    "Chinese": "中。",
    "accents": "e\u0301",
    "short lines": "Ab cd\n",
    "wrapped lines": "ab cd,\n",
    "empty lines": "\n",
    "list marks": "- ",
    "quoted lines": "> ",
    "stops": ". ",
}


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_the_time_to_read_a_pathological_text_grows_with_its_length(name: str) -> None:
    unit = PATHOLOGICAL[name]
    load_outlets()

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        started = time.process_time()
        read(text)
        return time.process_time() - started

    # Four times the text may take twelve times the time; linear is 4, quadratic 16.
    # 0.1 s is the noise of a short reading. What else the machine does may spoil a try, or two.
    tries = []
    for _ in range(3):
        short, long = seconds(20_000), seconds(80_000)
        if long <= 12 * short + 0.1:
            return
        tries.append((short, long))
    pytest.fail(f"seconds for 20,000 and for 80,000 characters: {tries}")


def test_a_long_article_is_read_at_its_usual_speed() -> None:
    paragraph = (
        "The ministry said on Monday that the bridge, which closed in May, would open again "
        "before winter. Reuters reported that two firms had bid for the work, citing officials. "
        "“It will be safe,” said Ada Obi, an engineer. Traffic has moved to the ferry (AFP).\n\n"
    )

    def seconds(copies: int) -> float:
        spent = []
        for _ in range(2):
            started = time.process_time()
            assert len(read(paragraph * copies)) == 5 * copies  # four sentences and a credit
            spent.append(time.process_time() - started)
        return min(spent)

    seconds(1)
    assert seconds(400) <= 12 * seconds(100) + 0.1
