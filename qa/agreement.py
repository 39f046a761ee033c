"""What several outlets make of one answer: who else carries it, and who says otherwise.

Sources are independent when they are different outlets: whom the article
credits for the sentence, else who published the article. The same words in two
articles are one source, for one of them is the other's copy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.sentences import Sentence
from index.lexical import split_words
from qa.denials import denies
from qa.evidence import Evidence
from qa.understanding import Form
from qa.values import Amount, Day, agree, conflict, value_of

# Of the smaller sentence's stems, the share that two sentences on one claim have in common.
_SAME_CLAIM = 0.5
_SAME_MATTER = 0.25  # with a value of the kind asked for in both


@dataclass(frozen=True, slots=True)
class Agreement:
    """``outlets`` carry the claim of the first evidence, each independent of the others.

    ``against`` is evidence of other sources that cannot be true together with
    it: another number, another date, the opposite.
    """

    outlets: tuple[str, ...]
    carried_by: tuple[Evidence, ...] = ()
    against: tuple[Evidence, ...] = ()

    @property
    def single_source(self) -> bool:
        """Whether one outlet at most carries the claim."""
        return len(self.outlets) <= 1


def merge_copies(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The same words in several places as one piece of evidence, in the order given.

    Only where they are credited alike: words that two articles credit to
    different outlets stay two pieces.
    """
    merged: dict[tuple[str, object], Evidence] = {}
    for item in evidence:
        whom = item.sentence.attribution
        key = (_plain(item.sentence.text), (whom.outlets, whom.speaker) if whom else None)
        first = merged.get(key)
        if first is None:
            merged[key] = item
        else:
            merged[key] = replace(first, copies=(*first.copies, item.sentence))
    return list(merged.values())


def weigh_agreement(
    strong: Sequence[Evidence], form: Form, publishers: Mapping[str, str]
) -> Agreement:
    """Who else among ``strong`` carries the claim of the first, and who contradicts it.

    ``strong`` is evidence that answers the question, surest first;
    ``publishers`` are the outlets that published articles, by article id.
    """
    lead = strong[0]
    own = sources_of(lead, publishers)
    carried: list[Evidence] = []
    against: list[Evidence] = []
    outlets = list(own)
    for item in strong[1:]:
        theirs = sources_of(item, publishers)
        other_place = item.sentence.article_id != lead.sentence.article_id
        if not other_place and (not theirs or set(theirs) <= set(own)):
            continue  # the same voice goes on
        if contradicts(lead, item, form):
            against.append(item)
        elif carries_the_same(lead, item):
            carried.append(item)
            if _plain(item.sentence.text) != _plain(lead.sentence.text):
                outlets.extend(name for name in theirs if name not in outlets)
    return Agreement(tuple(outlets), tuple(carried), tuple(against))


def sources_of(item: Evidence, publishers: Mapping[str, str]) -> tuple[str, ...]:
    """Whom the article credits for it, else who published the article; nobody where neither is."""
    whom = item.sentence.attribution
    if whom and whom.outlets:
        return whom.outlets
    publisher = publishers.get(item.sentence.article_id)
    return (publisher,) if publisher else ()


def is_other_voice(sentence: Sentence, lead: Sentence) -> bool:
    """Whether ``sentence`` stands in another article, or is credited to others, than ``lead``."""
    whom, own = sentence.attribution, lead.attribution
    return sentence.article_id != lead.article_id or not (
        set(whom.outlets if whom else ()) <= set(own.outlets if own else ())
    )


def on_one_matter(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences share the words that agreeing or contradicting takes at least."""
    return _shared(one, other) >= _SAME_MATTER


def contradicts(lead: Evidence, other: Evidence, form: Form) -> bool:
    """Whether ``other`` answers the same with another number or date, or the opposite."""
    alike = _overlap(lead, other)
    if form is Form.YES_NO:
        return alike >= _SAME_CLAIM and _denied(lead) != _denied(other)
    one, two = _value(lead), _value(other)
    if one is None or two is None:
        return False
    return alike >= _SAME_MATTER and conflict(one, two)


def carries_the_same(lead: Evidence, other: Evidence) -> bool:
    """Whether ``other`` says what ``lead`` says: the same value, or much the same words."""
    one, two = _value(lead), _value(other)
    alike = _overlap(lead, other)
    if one is not None and two is not None:
        return alike >= _SAME_MATTER and agree(one, two)
    if _denied(lead) != _denied(other):
        return False
    same_words = bool(words := _words(lead)) and words == _words(other)
    return alike >= (_SAME_MATTER if same_words else _SAME_CLAIM)


def _words(item: Evidence) -> str:
    """The words that answer, as they compare; "" where no few words do."""
    return _plain(item.answering_words or "")


def _value(item: Evidence) -> Day | Amount | None:
    words = item.answering_words
    return None if words is None else value_of(words)


def _overlap(one: Evidence, other: Evidence) -> float:
    return _shared(one.sentence, other.sentence)


def _shared(one: Sentence, other: Sentence) -> float:
    """Of the stems of the smaller sentence, numbers apart, the share that both have."""
    a, b = (
        {stem for stem in split_words(sentence.text) if not stem[:1].isdecimal()}
        for sentence in (one, other)
    )
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _denied(item: Evidence) -> bool:
    return denies(item.sentence.text)


def _plain(text: str) -> str:
    """Words as they compare: white space, case, quotation marks and the last stop tell nothing."""
    return " ".join(re.sub("[\"'“”‘’«»]", "", text.casefold()).split()).rstrip(".")
