"""The sentence that a matter points at with its own words: "the 2020 date", "the Gaza line".

Whoever asks for the source of a sentence that he has before him names it by two words of it,
or by its number. To a reader such words ask nothing; that one sentence alone holds them says
which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.passages import Passage
from corpus.sentences import Sentence
from index.lexical import LexicalIndex, split_words
from qa.clauses import is_clause
from qa.matter_words import matter_stems

# What a number is said to be, in words that need not be the text's; "the 2020 price" is no year.
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_OF_A_YEAR = frozenset(stem for word in ("date", "dates", "year") for stem in split_words(word))
_OF_A_NUMBER = frozenset(
    stem for word in ("figure", "figures", "number", "numbers") for stem in split_words(word)
)
_NUMBER = re.compile(r"\d{2,}")
_MONEY = re.compile(r"[$€£¥]\s?\d[\d.,]*\d|\d[\d.,]*\s?[%€£¥]")
_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»]+)[\"“”»]")
_ENOUGH = 2  # stems, where none is a number
# In how many passages words may stand and still point at something.
_MOST_ROWS = 50


def pointed_at(
    matter: str, passages: Sequence[Passage], lexical: LexicalIndex
) -> Sentence | None:
    """The only sentence of ``passages`` that holds every word of ``matter`` which names something.

    What it quotes has to stand there as it is. ``lexical`` indexes ``passages``. None where
    no sentence does so or several do, where ``matter`` names too little, and where it is a
    clause: "it began in 2020" may be true or not.
    """
    quoted = [" ".join(found.split()).casefold() for found in _QUOTED.findall(matter)]
    plain = _QUOTED.sub(" ", matter)
    if is_clause(plain):
        return None
    stems = matter_stems(plain, of_source=True)
    numbers = [stem for stem in stems if _NUMBER.search(stem)]
    years = [stem for stem in numbers if _YEAR.fullmatch(stem)]
    told_of = (_OF_A_YEAR if years else frozenset()) | (_OF_A_NUMBER if numbers else frozenset())
    named = {stem for stem in stems if stem not in told_of}
    quoted += ["".join(found.split()).casefold() for found in _MONEY.findall(plain)]
    named.update(stem for words in quoted for stem in split_words(words))
    marked = bool(numbers) or any(len(words.split()) >= _ENOUGH for words in quoted)
    if not marked and len(named) < _ENOUGH:
        return None
    rows = lexical.rows_with(named)
    if not 0 < len(rows) <= _MOST_ROWS:
        return None
    held = {
        (sentence.article_id, sentence.span): sentence
        for row in rows
        for sentence in passages[int(row)].sentences
        if named <= set(split_words(sentence.text))
        and all(words in " ".join(sentence.text.split()).casefold() for words in quoted)
    }
    return next(iter(held.values())) if len(held) == 1 else None
