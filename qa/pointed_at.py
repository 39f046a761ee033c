"""The sentence that a matter points at with its own words: "the 2020 date", "the Gaza line".

Whoever asks for the source of a sentence that he has before him names it by two words of it,
or by its number. To a reader such words ask nothing; that one sentence alone holds them says
which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.lexicon import words_of
from corpus.passages import Passage
from corpus.sentences import Sentence
from index.lexical import LexicalIndex, split_words
from qa.clauses import is_clause
from qa.matter_words import matter_stems

# What a number is the number of, in words that need not be the text's.
_OF_A_NUMBER = frozenset(
    stem
    for word in words_of(
        """date dates year years day figure figures number numbers sum amount price percentage start
        starting beginning launch launching founding origin origins total"""
    )
    for stem in split_words(word)
)
_NUMBER = re.compile(r"\d{2,}")
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
    named = {stem for stem in stems if not (numbers and stem in _OF_A_NUMBER)}
    named.update(stem for words in quoted for stem in split_words(words))
    told = numbers or any(len(words.split()) >= _ENOUGH for words in quoted)
    if not told and len(named) < _ENOUGH:
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
