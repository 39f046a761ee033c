"""Articles that a question names by what they are about: "the salt duty story"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.outlets import OutletList
from qa.briefing import Briefing
from qa.matter_words import matter_stems
from qa.question_topics import topic_of

# "The report" may be one that an article is about, and so may a briefing or a piece of land.
_NOUN = r"(?:news\s+)?(?P<noun>article|story|bulletin|digest|write-up|newsletter)(?!\s+of\b)"
# No part of a name: "the real story", "the last article", "the family’s story".
_NO_NAME = (
    r"(?!(?:the|that|this|these|an?|our|your|its|his|her|their|real|true|whole|full|final|last|"
    r"first|second|third|next|latest|newest|other|same|main|lead|top|key|new|old|disputed|inside|"
    r"back|life|love|success|and|or|in|of|on|at|to|by|with|is|are|was|were|does|did|do|say|says|"
    r"said|tell|tells)\b)"
)
_WORD = r"[\w’'&.-]+(?<!’s)(?<!'s)"
_BEFORE = re.compile(
    rf"\b(?:the|that|this|our|your)\s+(?P<about>(?:{_NO_NAME}{_WORD}\s+){{1,6}}?){_NOUN}\b", re.I
)
# "The story on salt", up to a word that goes on with the question.
_BEHIND = re.compile(
    rf"\b(?:the|that|this|our|your)\s+{_NOUN}\s+(?:on|about|regarding|called|titled|entitled|headlined)\s+"
    rf"(?P<about>[\"“‘]?{_WORD}(?:\s+{_WORD}){{0,5}}?[\"”’]?)"
    r"(?=\s*(?:[?!,;:]|$|\.\s|\.$|\b(?:say|says|said|tell|tells|mention|mentions|cite|cites|quote|"
    r"quotes|credit|credits|name|names|use|uses|have|has|end|ends|begin|begins|start|starts|is|are|"
    r"was|were|does|did|do|report|reports|claim|claims|rest|rests|rely|relies|explain|explains|"
    r"describe|describes|give|gives|in|that|which|who|what|why|how|when|where|not|without)\b))",
    re.I,
)
_ENOUGH = 0.6  # of the words by which it is named, where no article holds them all
_MOST = 5  # articles that one name may mean
_MAX_READ = 500
_NAMING = re.compile(r"\w+(?:[.'’]\w+)*")
# "What about the cable story?" asks of it what was asked of another before.
_INSTEAD = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|then)\W+)*(?:(?:what|how)\s+about\s+|(?:in|for|of)\s+)?$", re.I
)
# The article that was just spoken of. "A clause in it" is in what the article speaks of.
_SAME = re.compile(
    rf"\b(?:the|this|that)\s+(?:same\s+)?{_NOUN}\b"
    r"|(?<=\bquoted\sin\s)it\b|(?<=\bcited\sin\s)it\b|(?<=\bcredited\sin\s)it\b"
    r"|(?<=\bmentioned\sin\s)it\b|(?<=\bnamed\sin\s)it\b|(?<=\bclaims\sin\s)it\b"
    r"|(?<=\bsources\sin\s)it\b|(?<=\bsaid\sin\s)it\b|(?<=\bunsourced\sin\s)it\b"
    r"|(?<=^summarise\s)it\b|(?<=^summarize\s)it\b",
    re.I,
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
    """What the articles of a briefing may be called by: their titles and how they open.

    Threads may race to make the list of them, which never changes.
    """

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing

    def find(self, question: str, past: Sequence[str], outlets: OutletList) -> NamedArticles | None:
        """The articles that ``question`` names, or points back to, with ``past`` before it.

        None where it names none or several by different names, and where there is but
        one. "The Guardian article" is what the Guardian is credited with, and not meant.
        """
        if len(self._briefing.articles) < 2 or len(question) > _MAX_READ:
            return None
        named, same = self._named(question, outlets), _SAME.search(question)
        before = self._spoken_of(past, outlets)
        if named is None:
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

    def _spoken_of(self, past: Sequence[str], outlets: OutletList) -> _Name | None:
        """The article that the last of ``past`` names, or points back to."""
        for one in reversed(past):
            if (name := self._named(one[:_MAX_READ], outlets)) is not None:
                return name
            if _SAME.search(one[:_MAX_READ]) is None:
                return None
        return None

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

    def on(self, matter: str) -> frozenset[str]:
        """The articles that ``matter`` may be the subject of; none for no words.

        Its words stand in the title, or are names and stand where the article opens.
        """
        found: frozenset[str] | None = None
        for word in _NAMING.findall(matter):
            for stem in matter_stems(word):
                held = self._by_title_stem.get(stem, frozenset())
                if word[0].isupper():
                    held = held | self._by_stem.get(stem, frozenset())
                found = held if found is None else found & held
        return found or frozenset()

    def _about(self, stems: Collection[str]) -> frozenset[str]:
        """The articles that hold all of ``stems``, or the one that holds most."""
        held: dict[str, int] = defaultdict(int)
        for stem in stems:
            for article in self._by_stem.get(stem, ()):
                held[article] += 1
        most = max(held.values(), default=0)
        best = frozenset(article for article, count in held.items() if count == most)
        whole = most == len(stems)
        if len(best) > _MOST or (not whole and (len(best) > 1 or most < _ENOUGH * len(stems))):
            return frozenset()
        return best

    @cached_property
    def _by_stem(self) -> Mapping[str, frozenset[str]]:
        return self._held(self._briefing.subject_of)

    @cached_property
    def _by_title_stem(self) -> Mapping[str, frozenset[str]]:
        return self._held(self._briefing.titles.__getitem__)

    def _held(self, words_of: Callable[[str], str]) -> Mapping[str, frozenset[str]]:
        # A library of thousands takes a while, and most questions name no article.
        by_stem: dict[str, set[str]] = defaultdict(set)
        for article in self._briefing.articles:
            for stem in topic_of(words_of(article.article_id)).stems:
                by_stem[stem].add(article.article_id)
        return {stem: frozenset(ids) for stem, ids in by_stem.items()}


@dataclass(frozen=True, slots=True)
class _Name:
    """Where ``text`` names ``articles``: code points from ``start`` to ``end``."""

    text: str
    start: int
    end: int
    articles: frozenset[str]
