"""What a question is about, once the words are gone that only ask."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from index.lexical import split_words
from qa.question_frames import (
    EMPTY_WORDS,
    is_scene,
    split_question,
    strip_opening,
    without_scene,
)
from qa.understanding import NamedOutlet

# Words by which a question asks and a reader speaks of the text itself; no topic of their own.
_ASKING = (
    "article briefing text piece story report document passage author writer here say says said "
    "saying tell tells "
    "told give gives given gave show please pls plz according mention mentions mentioned "
    "describe describes described characterise characterised characterize characterized "
    "portray portrayed depict depicted explain "
    "list name names named stated cite cites cited credit credited source sources outlet outlets "
    "publication "
    "publications newspaper newspapers paper media agency agencies news information know find "
    "about "
    "summary summarise summarize overview key main point points takeaway takeaways gist brief "
    "briefly "
    "quick quickly short bottom line message messages important thing things question answer "
    "exactly precisely actually really many much kind sort type whole entire everything anything "
    "something "
    "recap highlight highlights outline nutshell essence tldr fact facts word words sentence "
    "sentences paragraph one "
    "report reports reported reporting write writes wrote written claim claims claimed quote "
    "quotes quoted use used "
    "make makes come comes came call bring catch full people person medium magazine magazines "
    "happen happens happened sum brief briefs wonder wondering curious idea any anybody anyone "
    "else also hello hi "
    "hey thanks thank kindly would could should let define defined definition mean meant got get "
    "gets think thinks "
    "info whats whos wheres whens hows mentioning "
    "example instance detail details compare compared versus vs difference"
)
# More words that are no topic where a question asks for all of the text.
_OVERVIEW_FRAME = (
    "matter matters new newest latest going go minute minutes time hurry busy two three four "
    "five six seven ten "
    "single few several bullet bullets content contents essential essentials headline headlines "
    "version situation "
    "topic topics subject theme themes covered cover covers deal deals learn understand read "
    "reading remember "
    "development developments idea ideas miss missed story editor boss chief colleague team "
    "speed date fill run walk "
    "most major central biggest core crucial basic basics plain simple terms english paragraphs "
    "lines page "
    "long up through me tl dr digest synopsis abstract conclusion conclusions conclude "
    "concludes concluded statement "
    "statements argument "
    "finding findings insight insights lesson lessons upshot sense interesting relevant worth "
    "noteworthy event events "
    "issue issues today nut shell first last start beginning look matter all in down out off "
    "over cannot sum summing "
    "summarised summarized summaries tells broad picture general generally basically write make "
    "create produce draft prepare "
    "help want need like only provide meeting call flight lunch coffee elevator pitch nutshells "
    "rundown lowdown"
)
# More words that are no topic where a question asks for the sources.
_SOURCE_FRAME = (
    "based base rely relies relied rest rests draw draws drawn behind appear appears built press "
    "reference "
    "references citation citations publisher publishers broadcaster broadcasters think tank "
    "tanks organisation "
    "organisations organization organizations website websites site sites listed take taken read "
    "hear heard learn "
    "attribute attributed ascribed figure figures number numbers statement statements quotation "
    "quotations item data "
    "claim estimate estimates assertion remark originate stem publish published publishes "
    "carried carry broke covered "
    "covers cover appear appeared supply supplied wire newswire journal journals list "
    "help want need like bit part passage view opinion opinions words talk talks speak speaks "
    "phrase phrases wording expression expressions comment comments sourcing origin origins "
    "authority vouch vouches vouched institution institutions service services "
    "portal portals tabloid tabloids daily dailies weekly weeklies"
)
# More words that are no topic where a question asks what one outlet says.
_OUTLET_FRAME = (
    "view views take takes position opinion stance account coverage analysis version line think "
    "thinks statement "
    "statements attribute attributed publish published publishes carry carries carried cover "
    "covered covers contribute "
    "contributes believe believes see sees put puts source piece have has had reporting claim "
    "today week last "
    "add adds added note notes noted argue argues argued connection context relation regard "
    "regarding concerning respect subject set sets out contributed rest rests taken drawn "
    "part parts passage passages bit bits angle assessment verdict judgement judgment judge judges "
    "assess assesses perspective finding findings observation observations comment comments "
    "remark remarks conclusion conclusions reading description interpretation input material "
    "statement summary argument arguments carrying"
)


# More words of the asking, of the text and of its sources, where a question wraps its matter.
_TALK = (
    "again anywhere apparently ask asked asks attached attribution attributions back basically "
    "believe believed bibliography big bits certain certainly check checked checking column "
    "coming concise confirm contribution contributions copied correct correctly coverage didn "
    "distrust double doubt doubts encyclopaedia encyclopedia entries entry eyes footnote "
    "footnoted footnotes furnish go goes gone hang hanging hangs herself himself identify "
    "indicate itself keep keeps known knows lean leaning leans lifted look looking mate "
    "material naming needs pops properly pulled put puts reader readers referenced remarks saw "
    "see seen seriously somebody someone somewhere sorry sourced stand stands stuff suggest "
    "supposedly sure themselves took trace traced trust turn turns twice verify wants well "
    "whatever whom "
)


@cache
def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _all_talk(of_source: bool) -> frozenset[str]:
    frames = (_SOURCE_FRAME,) if of_source else (_OVERVIEW_FRAME, _SOURCE_FRAME, _OUTLET_FRAME)
    return EMPTY_WORDS.union(*map(_set_of, (_ASKING, _TALK, *frames)))


def is_talk(word: str, *, of_source: bool = False) -> bool:
    """Whether ``word`` speaks of asking, of a text or of its sources, and so of no matter.

    With ``of_source`` those are not counted that do so only where all of a text is
    asked for, or what an outlet says.
    """
    folded = word.casefold().translate(_APOSTROPHES).removesuffix("'s")
    return folded in _all_talk(of_source) or is_scene(folded)


_ON_AUTHORITY = re.compile(r"\bon\s+the\s+(?:authority|word)\s+of\s+(?:the\s+)?$", re.I)
_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc", "'''")
_WORD = re.compile(r"\w+(?:[.'’\u2018\u02bc]\w+)*")


@dataclass(frozen=True, slots=True)
class Topic:
    """The words of a question that name its matter, each with its stem.

    Words are left out as they are written, never by their stem, which
    "according" shares with the "Accords" and "reported" with "reporters".
    """

    words: tuple[tuple[str, str], ...]  # folded word, stem

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for _, stem in self.words)

    def beyond_overview(self) -> Topic:
        """Without the words with which people ask for all of a text."""
        return self._without(_OVERVIEW_FRAME)

    def beyond_sources(self) -> Topic:
        """Without the words with which people ask for sources."""
        return self._without(_SOURCE_FRAME)

    def beyond_outlets(self) -> Topic:
        """Without the words with which people ask what an outlet says."""
        return self._without(_OUTLET_FRAME)

    def _without(self, words: str) -> Topic:
        left_out = _set_of(words)
        return Topic(tuple(pair for pair in self.words if pair[0] not in left_out))


def topic_of(query: str, outlets: Iterable[NamedOutlet] = ()) -> Topic:
    """What is left of ``query`` without the asking, and without the outlets that it asks of."""
    kept = list(query)
    for outlet in outlets:
        if outlet.asked_of:
            before = _ON_AUTHORITY.search(query[: outlet.span.start])
            start = outlet.span.start if before is None else before.start()
            kept[start : outlet.span.end] = " " * (outlet.span.end - start)
    plain = " ".join(
        without_scene(strip_opening(part)) for part in split_question("".join(kept))
    )
    asking = _set_of(_ASKING) | EMPTY_WORDS
    pairs: list[tuple[str, str]] = []
    # One call for all words would not tell which stem is whose.
    for word in dict.fromkeys(_WORD.findall(plain)):
        folded = word.casefold().translate(_APOSTROPHES).removesuffix("'s")
        if folded in asking or word in ("s", "t"):
            continue
        pairs.extend((folded, stem) for stem in split_words(word) if len(stem) > 1)
    return Topic(tuple(pairs))


def topic_stems(query: str, outlets: Iterable[NamedOutlet] = ()) -> frozenset[str]:
    """The stems of the words in ``query`` that name the matter, not the asking.

    Outlets that are asked of are no matter either.
    """
    return topic_of(query, outlets).stems
