"""Articles that a question names by what they are about: "the salt duty story"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corpus.outlets import OutletList
from qa.briefing import Briefing
from qa.question_topics import topic_of

# "The report" may be one that an article is about.
_NOUN = (
    r"(?:news\s+)?(?P<noun>article|story|piece|briefing|bulletin|digest|write-up|newsletter)"
)
_WORD = r"[\w’'&.-]+"
_BEFORE = re.compile(
    rf"\b(?:the|that|our|your)\s+(?P<about>(?:{_WORD}\s+){{1,6}}?){_NOUN}\b", re.I
)
# "The story on salt", up to a word that goes on with the question.
_BEHIND = re.compile(
    rf"\b(?:the|that|our|your)\s+{_NOUN}\s+(?:on|about|of|regarding|called|titled|entitled)\s+"
    rf"(?P<about>[\"“‘]?{_WORD}(?:\s+{_WORD}){{0,5}}?[\"”’]?)"
    r"(?=\s*(?:[?!,;:]|$|\.\s|\.$|\b(?:say|says|said|tell|tells|mention|mentions|cite|cites|quote|"
    r"quotes|credit|credits|name|names|use|uses|have|has|end|ends|begin|begins|start|starts|is|are|"
    r"was|were|does|did|do|report|reports|claim|claims|rest|rests|rely|relies|explain|explains|"
    r"describe|describes|give|gives|in|that|which|who|what|why|how|when|where|not|without)\b))",
    re.I,
)
_ENOUGH = 0.6  # of the words by which it is named, where no article holds them all


# "What about the cable story?" asks of it what was asked of another before.
_INSTEAD = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|then)\W+)*(?:(?:what|how)\s+about\s+|(?:in|for|of)\s+)?$", re.I
)
# The article that was spoken of last.
_SAME = re.compile(
    rf"\b(?:(?:the|this|that)\s+(?:same\s+)?{_NOUN}|(?<=\bin\s)(?:it|there|that\s+one))\b", re.I
)


@dataclass(frozen=True, slots=True)
class NamedArticles:
    """``question`` as it is asked of the ``articles`` that it names, by their ids.

    ``named`` is the same in the words that say which they are.
    """

    question: str
    named: str
    articles: frozenset[str]


class ArticleNames:
    """What the articles of a briefing may be called by: their titles and how they open."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._by_stem: Mapping[str, frozenset[str]] | None = None

    def find(self, question: str, past: Sequence[str], outlets: OutletList) -> NamedArticles | None:
        """The articles that ``question`` names, or points back to, with ``past`` before it.

        None where it names none or several by different names, and where there is but
        one. "The Guardian article" is what the Guardian is credited with, and not meant.
        """
        if len(self._briefing.articles) < 2:
            return None
        named = self._named(question, outlets)
        earlier = (self._named(one, outlets) for one in reversed(past))
        before = next((name for name in earlier if name is not None), None)
        if named is None:
            same = _SAME.search(question)
            if before is None or same is None:
                return None
            start, end = same.span()
            name = before.text[before.start : before.end]
            return NamedArticles(
                f"{question[:start]}the article{question[end:]}",
                f"{question[:start]}{name}{question[end:]}",
                before.articles,
            )
        if before is not None and _INSTEAD.match(question[: named.start]) and (
            not question[named.end :].strip(" ?!.")
        ):
            name = question[named.start : named.end]
            full = f"{before.text[: before.start]}{name}{before.text[before.end :]}"
            asked = f"{before.text[: before.start]}the article{before.text[before.end :]}"
            return NamedArticles(asked, full, named.articles)
        asked = f"{question[: named.start]}the article{question[named.end :]}"
        return NamedArticles(asked, question, named.articles)

    def _named(self, text: str, outlets: OutletList) -> _Name | None:
        """Where ``text`` names articles; None where it does so nowhere or in several places."""
        names = []
        for pattern in (_BEHIND, _BEFORE):
            for found in pattern.finditer(text):
                about = found["about"].strip(" \"“”‘’.")
                # "The morning bulletin" may have the noun in its title.
                articles = self._about(topic_of(about).stems) or self._about(
                    topic_of(f"{about} {found['noun']}").stems
                )
                if articles and outlets.resolve(about) is None:
                    names.append(_Name(text, found.start(), found.end(), articles))
        return names[0] if len({name.articles for name in names}) == 1 else None

    def _about(self, stems: Collection[str]) -> frozenset[str]:
        """The articles that hold most of ``stems``; none where several do, and none holds all."""
        if self._by_stem is None:
            # A library of thousands takes a while, and most questions name no article.
            self._by_stem = _articles_by_stem(self._briefing)
        held: dict[str, int] = defaultdict(int)
        for stem in stems:
            for article in self._by_stem.get(stem, ()):
                held[article] += 1
        most = max(held.values(), default=0)
        best = frozenset(article for article, count in held.items() if count == most)
        whole = most == len(stems)
        return best if whole or (len(best) == 1 and most >= _ENOUGH * len(stems)) else frozenset()


@dataclass(frozen=True, slots=True)
class _Name:
    """Where ``text`` names ``articles``: code points from ``start`` to ``end``."""

    text: str
    start: int
    end: int
    articles: frozenset[str]


def _articles_by_stem(briefing: Briefing) -> Mapping[str, frozenset[str]]:
    by_stem: dict[str, set[str]] = defaultdict(set)
    for article in briefing.articles:
        for stem in topic_of(briefing.subject_of(article.article_id)).stems:
            by_stem[stem].add(article.article_id)
    return {stem: frozenset(ids) for stem, ids in by_stem.items()}
