"""Citations: evidence with a marker, and the words in which a credit is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.articles import Article
from corpus.lexicon import DETERMINERS, SPEAKING_GROUPS
from corpus.outlets import load_outlets
from corpus.sentences import Attribution, Sentence
from corpus.spans import Span
from qa.answers import Citation
from qa.evidence import Evidence

_PRONOUNS = frozenset(
    {"he", "him", "she", "her", "they", "them", "we", "us", "i", "me", "you", "it"}
)


def cite(
    evidence: Sequence[Evidence], articles: Mapping[str, Article]
) -> tuple[Citation, ...]:
    """Number ``evidence`` from 1 on, in its order; quotes are the sentences to the letter.

    The copies of a piece of evidence are numbered right after it.
    """
    places = [
        (sentence, item.support) for item in evidence for sentence in (item.sentence, *item.copies)
    ]
    return tuple(
        Citation(
            marker=marker,
            article_id=sentence.article_id,
            title=articles[sentence.article_id].title,
            span=sentence.span,
            quote=sentence.text,
            attribution=sentence.attribution,
            support=min(1.0, max(0.0, support)),
            published=articles[sentence.article_id].published,
            page=articles[sentence.article_id].page_at(sentence.span.start),
        )
        for marker, (sentence, support) in enumerate(places, start=1)
    )


def join_names(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def credit_in_words(sentence: Sentence) -> str:
    """How the answer names whom ``sentence`` is credited to, "" where its own words do.

    "according to Reuters"; "as reported by Reuters" where somebody else
    is named already, by the sentence or by the lead-in before it.
    """
    attribution = sentence.attribution
    if attribution is None:
        return ""
    said = _credited_in(sentence, attribution)
    outlets = join_names([name for name in attribution.outlets if name not in said])
    speaker = named_speaker(sentence)
    if speaker is not None and speaker.casefold() in _on_one_line(sentence.text).casefold():
        speaker = None
    if speaker is not None:
        heard = f"according to {in_mid_sentence(speaker)}"
        return f"{heard}, as reported by {outlets}" if outlets else heard
    if not outlets:
        return ""
    if "according to " in sentence.text.casefold():
        return f"as reported by {outlets}"
    return f"according to {outlets}"


def _credited_in(sentence: Sentence, attribution: Attribution) -> frozenset[str]:
    """The outlets that the sentence's own words credit, among those it is credited to."""
    known = load_outlets().find_in(sentence.text)
    mentioned = {outlet.name for _, outlet in known}.union(
        name for name in attribution.outlets if name in sentence.text
    )
    named = mentioned.intersection(attribution.outlets)
    if not named or attribution.cue.overlap(sentence.span):
        return frozenset(named)
    # A credit stands beside the sentence; what it only mentions must still be named. Imported
    # here, for the rules are long to load and this is rare.
    from corpus.reporting import read_reporting

    own = read_reporting(sentence.text, Span(0, len(sentence.text)), load_outlets())
    return frozenset(own.outlets if own else ())


def named_speaker(sentence: Sentence) -> str | None:
    """Who is said to have said it, unless that is a pronoun."""
    speaker = sentence.attribution.speaker if sentence.attribution else None
    if speaker is None or is_pronoun(speaker) or speaker.casefold() == "one":
        return None
    return _on_one_line(speaker)


def is_pronoun(words: str) -> bool:
    """Whether ``words`` are a pronoun alone: out of their sentence they name nobody."""
    is_acronym = len(words) > 1 and words.isupper()  # the US, an IT firm
    return words.casefold() in _PRONOUNS and not is_acronym


def says_by_pronoun(sentence: Sentence) -> bool:
    """Whether somebody is said to have said it, by a pronoun alone."""
    speaker = sentence.attribution.speaker if sentence.attribution else None
    return speaker is not None and is_pronoun(speaker)


def in_mid_sentence(speaker: str) -> str:
    """A speaker's words as they stand after others: "One expert" is "one expert" there."""
    first, space, rest = speaker.partition(" ")
    if first.casefold() in DETERMINERS | SPEAKING_GROUPS and not first.isupper():
        return f"{first.casefold()}{space}{rest}"
    return speaker


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
