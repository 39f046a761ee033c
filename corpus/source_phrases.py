"""The phrases of a sentence that stand where a source is named.

Nine positions: the subject of a verb of saying ("AFP reported") and the same
set into the clause ("…, said the ministry"), the phrase after "according to",
whom something was told ("told the BBC"), the medium it appeared in ("wrote in
Le Monde"), the journal ("a study in Nature Medicine"), who vouches for it in the
passive ("seen by Reuters", "is seen by officials as"), who is cited ("citing
two officials") and whose opinion a press review tells ("Le Monde hopes that").
Whether a phrase names an outlet or a speaker is decided in ``corpus.reporting``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.announced_speech import find_announced
from corpus.correspondents import find_papers_of_writers
from corpus.disputed_reports import disputes, find_makers, find_refused, find_refusers
from corpus.figures import find_figures
from corpus.front_pages import find_front_pages
from corpus.joint_reports import find_joint
from corpus.journals import find_journals
from corpus.letters import CAPITAL, small_letters
from corpus.makers_of_works import find_makers_of_works
from corpus.noun_phrases import Token, read_noun_phrase, split_tokens
from corpus.owned_works import find_owned
from corpus.presented_speech import find_presented
from corpus.press_opinions import find_opinions
from corpus.publisher_acts import find_acts
from corpus.publisher_scoops import find_citing, find_scoops
from corpus.quoted_subjects import find_quoted
from corpus.saying_subjects import Subject, find_subjects
from corpus.spans import Span
from corpus.subject_phrases import end_with_name
from corpus.works_made import finds_nothing, second_maker


class Position(StrEnum):
    """Where in the sentence a source phrase stands."""

    SUBJECT = "subject"  # "AFP reported that …"
    ASIDE = "aside"  # "…, AFP reported."
    ACCORDING = "according"
    HEARER = "hearer"  # "told the BBC"
    MEDIUM = "medium"  # "wrote in Le Monde", "a study by RAND"
    JOURNAL = "journal"  # "researchers report in Nature Medicine"
    WITNESS = "witness"  # "seen by Reuters"
    CITED = "cited"  # "citing two officials"
    OPINION = "opinion"  # "Le Monde hopes that …"


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A phrase in a source's position; ``span`` counts from the sentence's start."""

    position: Position
    span: Span
    verb: str = ""  # the verb of saying, for a subject; for a witness, the participle


# "Aired on Monday evening on", "reported last week by"
_TIME = (
    r"(?:(?:(?:late|early)\s+)?(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?:\s+(?:morning|afternoon|evening|night))?|yesterday|today|earlier(?:\s+(?:this|on|in)\s+\w+)?"
    r"|(?:last|this|earlier\s+this)\s+(?:week|month|year|spring|summer|autumn|fall|winter|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)|at\s+the\s+time|exclusively|first|jointly)\s+"
)
# Read in small letters.
_CUES = (
    (
        Position.ACCORDING,
        re.compile(
            r"\b(?:(?<!not\s)according\s+to|as\s+per|in\s+the\s+(?:words|view|opinion|"
            r"judge?ment|assessment|estimation)\s+of|by\s+(?:an?|the)\s+(?:\w+\s+)?"
            r"(?:estimate|count|reckoning|tally|calculation)s?\s+(?:of|by|from))\s+",
        ),
    ),
    (
        Position.HEARER,
        re.compile(
            r"\b(?:told|tells|telling|informed|informs|"
            # But not "warned the BBC that its licence was at risk".
            r"(?:assured|assures)(?=\s[^,.;:]{2,40}?[,.:])|"
            r"(?:assured|assures|warned|warns)(?=\s+[^,.;:]{2,40}?\s+that\s+(?!its?\b|the(?:y|ir)\b))|"
            r"(?:confessed|conceded|hinted|complained|replied|insisted)(?=\s+to\s)"
            # But not "confirmed the sale to Bloomberg", who may have bought.
            r"|(?:confirm(?:s|ed)|den(?:ies|ied))\s+(?:this|(?:the|these)\s+(?:\w+\s+)?"
            r"(?:news|reports?|stor(?:y|ies)|claims?|allegations?|accounts?|figures?|details))(?=\s+to\s)"
            r"|denied(?=\s+to\s[^,.;:]{2,40}?\s(?:that|having)\b))\s+(?:to\s+)?(?=\S)",
        ),
    ),
    (
        Position.CITED,
        re.compile(
            r"\b(?:citing|quoting|"
            r"(?:report(?:s|ed|ing)|said|says|writes|wrote|informs|notes|noted),?\s+"
            r"(?:with\s+reference|referring)\s+to|quot(?:es|ed)(?!\s+(?:(?:by|in|on)\b|(?:one|two|another)\s+of\s))"
            r"(?=[^,.;:]{3,80}?(?:,\s[^,.;:]{2,60},)?\sas\s"
            r"(?:saying|telling|calling|describing|warning|denying|insisting|claiming|adding|"
            r"suggesting|predicting|complaining|confirming))"
            # "Quotes one of them, Ada Obi, as saying"
            r"|quot(?:es|ed)\s+(?:one|two|another)\s+of\s[\w\s]{2,40},(?=[^,.;:]{2,50},\s+as\s"
            r"(?:saying|telling|calling|describing|warning)))\s+",
        ),
    ),
    (
        Position.MEDIUM,
        re.compile(
            r"(?:\b(?:"
            r"(?:interview(?:s|ed)?|statement|comments?|remarks?|conversation|e-?mail|briefing)\s+"
            r"(?:with|to|by|for|on)"
            r"|(?:speaking|spoke|talking|talked|speaks|confided|admitted|complained|said|"
            r"conceded|hinted|leaked|disclosed|revealed|explained|remarked)\s+"
            r"(?:to|with|on)"
            r"|said\s+(?:an?|one|the)\s+[\w-]+(?:\s+[\w-]+){0,3}?\s+to"
            r"|puts?\s+it\s+(?:in|to|on)|quoted\s+(?:in|on)"
            # None that are nouns as well: not "claims in the Fourth Assessment Report".
            r"|(?:wonders|asks|asked|warns|warned|calculates|calculated|predicts|predicted|"
            r"recalls|recalled|complains|noted|laments|suggests|suggested|insists|insisted|"
            r"explains|believes|commented)\s+in"
            r"|(?:wrote|writing|writes|argued|argues|argue|said|says)\s+(?:in|on|for)"
            # But not "the series aired on NBC".
            r"|(?:(?:interview|documentary|report|footage|remarks|comments|speech|address|statement)s?"
            r"|(?:news|press)\s+conference(?:\s+(?:in|at|on)\s[^,.;:]{2,40}?)?)"
            rf"(?:\s+(?:that\s+|which\s+)?(?:was|were))?\s+(?:broadcast|aired)\s+(?:{_TIME})?"
            r"(?:in|on|by)"
            r"|(?:interview|video|clip|message|statement|recording)s?\s+posted\s+(?:on|by)"
            # But not "a letter sent to the BBC".
            r"|(?:comments?|remarks|statements?|response|reply|answers?|e-?mails?)\s+"
            r"(?:made|given|sent|e-?mailed|provided|issued)\s+to"
            r"|(?:copy|copies|documents?|letters?|e-?mails?|memos?|messages?|records|data|figures|"
            r"footage|video|photos|images|recordings?|drafts?|transcripts?|reports?|findings|"
            r"research|analysis)\s+(?:\w+ly\s+|first\s+)?(?:shared\s+with|leaked\s+to)"
            # Who takes up a story and adds to it.
            r"|(?:report|article|story|news|investigation|claim|leak)s?\s+(?:was|were)\s+(?:\w+ly\s+)?"
            r"picked\s+up\s+by(?=\s[^,.;:]{2,50},\s+which\s+(?:also\s+|later\s+|then\s+)?"
            r"(?:add(?:s|ed)|report(?:s|ed)|wrote|says|said|note[sd])\s+that\b)"
            r"|(?:story|news|scandal|affair)\s+(?:was\s+)?(?:first\s+)?broken\s+by"
            r"|(?:report|article|analysis|study|investigation|poll|survey|commentary|column|"
            r"editorial|story|dispatch|op-ed|brief|paper|essay|tally|count|findings|documentary|podcast|"
            r"piece|review|calculations?)s?\s+"
            r"(?:by|from|in|for|(?:published|carried|broadcast)\s+(?:by|in|on))"
            r"|(?:figures|data|estimates?|forecasts?|numbers|reporting)\s+"
            r"(?:by|from|compiled\s+by|published\s+by)"
            r"|in\s+the\s+(?:reading|account|telling|phrase)\s+of"
            r"|(?:revealed|disclosed|mentioned|made\s+public|leaked)\s+by"
            r")|,\s*(?:per|via)|^\W{0,3}per)\s+(?=\S)",
        ),
    ),
    (  # Who asked whom: "a survey of nine ports by Salt", "a poll by Pepper for Salt"
        Position.MEDIUM,
        re.compile(
            r"\b(?:poll|survey)s?\s+(?:of\s[^,.;:]{2,50}?\s(?:by|for)|by\s[^,.;:]{2,40}?\sfor)"
            r"\s+(?=\S)"
        ),
    ),
    (
        Position.WITNESS,
        re.compile(
            r"\b(?:seen|obtained|reviewed|reported|published|quoted|cited|carried|compiled|"
            r"conducted|commissioned|verified|debunked|geolocated|authenticated|fact-checked|viewed|regarded|considered|described|perceived|"
            r"hailed|criticised|criticized|praised|welcomed|confirmed|noted|interviewed|contacted|"
            r"asked|polled|reached|analysed|analyzed|maintained|said(?=\s+by\s[^,.;:]{2,40}?\sto\s))"
            rf"\s+by\s+|(?:reported|published|revealed|seen|obtained|reviewed|verified)\s+{_TIME}by\s+|"
            r"quoted\s+as\s+(?:saying|telling)\s+by\s+|(?:confirmed|described|made\s+available)\s+to\s+",
        ),
    ),
)
# Capitals, and the small words inside of names; "U.S. officials" goes on, being no such name.
_NAME = re.compile(
    rf"(?:the\s+)?{CAPITAL}[\w’'.&-]*"
    r"(?:\s+(?:(?:of|the|and|de|la|du|des|der|for|in|on|&)\s+){0,2}"
    rf"(?:{CAPITAL}|[0-9])[\w’'.&-]*)*"
    r"(?=\s+[a-z]+\s+(?:the|a|an|it|its|that|something|this|their|his|her)\b)"
)
_DEED = re.compile(
    r"\s(?:for|as|with|without|by)\s(?:not\s)?[a-z]+ing\b|\sfor\s(?:its|his|her|their)\b"
)
_AS = re.compile(r",\s+as\s")
# "A paper by Salt, due next week": nothing was read in it.
_NOT_OUT = re.compile(r",?\s+(?:due|forthcoming)\s+(?:on|in|next|this|later|out|soon|to)\b")


def find_source_phrases(body: str) -> tuple[SourcePhrase, ...]:
    """The source phrases of a sentence whose quotations are masked, in no fixed order."""
    tokens = split_tokens(body)
    subjects = [
        SourcePhrase(_position_of(subject), subject.span, subject.verb)
        for subject in find_subjects(body, tokens)
        if not disputes(body, subject.span, subject.verb)
    ]
    journals = (SourcePhrase(Position.JOURNAL, span) for span in find_journals(body))
    acted = [*find_acts(body, tokens), *find_scoops(tokens)]
    acted += [*find_citing(body), *find_owned(body)]
    acts = (SourcePhrase(Position.MEDIUM, span, verb) for span, verb in acted)
    opinions = (
        SourcePhrase(Position.OPINION, span, verb) for span, verb in find_opinions(body, tokens)
    )
    papers = (SourcePhrase(Position.MEDIUM, span) for span in find_papers_of_writers(body))
    quoted = (SourcePhrase(Position.SUBJECT, span, "quoted") for span in find_quoted(tokens))
    figures = (
        SourcePhrase(Position.ACCORDING if sure else Position.MEDIUM, span)
        for span, sure in find_figures(body, tokens)
    )
    named = (
        SourcePhrase(Position.ACCORDING, span)
        for span in (*find_makers(body, tokens), *find_announced(body), *find_presented(body))
    )
    front = (SourcePhrase(Position.OPINION, span, verb) for span, verb in find_front_pages(body))
    joint = (SourcePhrase(Position.MEDIUM, span) for span in find_joint(body))
    works = (SourcePhrase(Position.MEDIUM, span) for span in find_makers_of_works(body, tokens))
    found = [*_behind_cues(body, tokens), *subjects, *works, *journals, *acts]
    found += [*quoted, *figures, *named, *opinions, *papers, *front, *joint]
    if refused := find_refused(body):
        found = [each for each in found if not _is_within(each.span, refused)]
        refusers = find_refusers(body, tokens)
        found += [SourcePhrase(Position.SUBJECT, span, verb) for span, verb in refusers]
    return tuple(dict.fromkeys(found))


def _is_within(span: Span, refused: Sequence[Span]) -> bool:
    """Whether ``span`` is of a report that somebody denies: no source of the denial."""
    last = bisect_left(refused, span.end, key=lambda each: each.start) - 1
    return last >= 0 and refused[last].overlap(span) > 0


def _position_of(subject: Subject) -> Position:
    if subject.breaks_news:
        return Position.MEDIUM
    return Position.ASIDE if subject.aside else Position.SUBJECT


def _behind_cues(body: str, tokens: Sequence[Token]) -> Iterator[SourcePhrase]:
    small = small_letters(body)
    for position, pattern in _CUES:
        for cue in pattern.finditer(small):
            phrase = read_noun_phrase(tokens, cue.end())
            if phrase is None or finds_nothing(body, cue, phrase):
                continue
            if position is Position.WITNESS:
                span = _up_to_deed(body, _up_to_lower_case(body, phrase))
                yield SourcePhrase(position, span, cue.group().split()[0])
            elif position is Position.CITED:
                yield SourcePhrase(position, _with_name(body, tokens, phrase))
            elif not _NOT_OUT.match(small, phrase.end):
                yield SourcePhrase(position, phrase)
                if (second := second_maker(body, cue, phrase)) is not None:
                    yield SourcePhrase(position, second)


def _with_name(body: str, tokens: Sequence[Token], phrase: Span) -> Span:
    """Somebody with the name behind an office: "quoted the mayor, Ada Obi, as saying"."""
    first = bisect_left(tokens, phrase.start, key=lambda token: token.start)
    last = bisect_right(tokens, phrase.end, key=lambda token: token.end) - 1
    named = Span(phrase.start, tokens[end_with_name(tokens, first, last)].end)
    return named if _AS.match(body, named.end) else phrase


def _up_to_lower_case(body: str, phrase: Span) -> Span:
    """A name without what its owner does: "quoted by Nature welcome the move"."""
    name = _NAME.match(body, phrase.start)
    return phrase if name is None else Span(phrase.start, min(name.end(), phrase.end))


def _up_to_deed(body: str, phrase: Span) -> Span:
    """Somebody without what for: "criticised by divers for letting it sink"."""
    deed = _DEED.search(body, phrase.start, phrase.end)
    return phrase if deed is None else Span(phrase.start, deed.start())
