"""What can be set about how questions are answered, with the measured defaults."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How a question travels.

    The first passages of the search are read until they are ``read_passages``, or
    only the best two of them where these answer with a confidence of ``sure_from``
    and the question does not want several sentences; those that overlap are read
    as one, of up to ``joined_sentences`` sentences. The ``reread_sentences`` that stand
    highest of what was read are looked at once more, each under its article's title, and so
    is what rises above them by that. An answer is given when
    its confidence reaches ``answer_threshold`` in [0, 1]; a sentence joins an
    answer when its support falls short of the best one's by no more than the share
    ``support_margin`` of it and the question wants several. Questions over
    ``max_question_chars`` code points are refused.
    """

    passage_sentences: int = 3
    joined_sentences: int = 5
    read_passages: int = 8
    reread_sentences: int = 2
    sure_from: float = 0.7
    answer_threshold: float = 0.45
    support_margin: float = 0.35
    max_sentences: int = 4
    max_overview_sentences: int = 5
    max_question_chars: int = 2000
