"""What something goes by, and whose word nobody quotes: "according to age", "to Article 9"."""

from __future__ import annotations

import re

from corpus.lexicon import BEFORE_NOUNS, PLURALS, PRONOUNS, words_of
from corpus.press_words import DOCUMENTS
from corpus.who_speaks import head_of, is_of_speakers

_MEASURE = re.compile(
    r"(?:the|its|their|his|her|each|every|\w+[’']s)\s+(?:\w+[’']s?\s+|[a-z]+\s+)?"
    r"(?:share|size|number|amount|weight|income|age|rank|length|value|price|order|level)\b"
)
_BEHIND_MEASURES = words_of("instead rather alone")
# By what things are sorted, shared out or done.
_MEASURES = words_of(
    """abilities ability amount aptitude area arrangement availability bracket capability
    category characteristic characteristics circumstances class color colour complexity condition
    conditions context convenience convention cost costs criteria criterion custom customs degree
    demand demands density design difficulty dimension dimensions discipline distance distinction
    doctrine factor factors formula function functions gender geography grade guideline
    guidelines height hierarchy identities identity ideology importance income influence
    instruction instructions intensity interest interests interpretation kind language length
    level logic means merit merits method mode model mood motif mould nationality nature
    necessity need needs norm norms origin pattern performance performances policies position
    practice preference preferences prestige price prices principle principles priorities
    priority procedure procedures properties proportion protocol protocols purpose quality
    quantity race rank ratio region religion requirement requirements role roles scale scheme
    season seniority sequence shape size skill skills specification specifications speed stage
    standard standards status strength structure style subject system taste tastes technique
    temperature tenet tenets tradition traditions type types usage value values volume wealth
    weather weight whim wish wishes"""
)
# What was decreed or agreed: no person, and no report.
_LAWS = words_of(
    """act acts agreement agreements amendment amendments article articles authorisation
    authorization bill bylaw bylaws chapter charter clause code constitution convention decree
    directive doctrine edict edicts law laws legislation ordinance pact paragraph protocol
    regulation regulations resolution rule rules ruling section statute statutes sutra treaty
    verse verses"""
)
_NAMES_OF_MORE = words_of("rule rules articles")
_OF_LAWS = re.compile(
    r"(?:the\s+)?(?:\w+\s+)?(?:Article|Section|Chapter|Paragraph|Clause|Verse|Rule|Law|Act)s?"
    r"\s+(?:\d|[IVXLC]+\b)",
    re.IGNORECASE,
)
# A paper that somebody holds, or that came out, and no word of who wrote it.
_UNSIGNED = re.compile(
    r"(?:seen|obtained|reviewed|viewed|leaked|shared)\b"
    r"|(?:published|released|issued|posted|conducted|carried\s+out|done|taken|quoted|attributed)\b"
    r"(?!\s+by\b)"
)


def is_unsigned(words: str) -> bool:
    """Whether ``words`` are a document behind which nobody is named: "a draft seen by Oslo"."""
    for paper in re.finditer(r"[^\W\d_]+", words):
        if paper.group().casefold() in DOCUMENTS:
            return _UNSIGNED.match(words[paper.end() :].lstrip()) is not None
    return False


def is_measure(words: str) -> bool:
    """Whether ``words`` behind "according to" are what something goes by, and no source.

    "According to protein", "to each party's share", "to Article 9 of the Basic Law".
    """
    first, *rest = words.split()
    if _MEASURE.match(words) or _OF_LAWS.match(words):
        return True
    head = head_of(words)
    low = head.casefold()
    # "Jude Law", "the Rule of Law Foundation"
    named = head[0].isupper() and (first[0].isupper() or low in _NAMES_OF_MORE)
    if (low in _LAWS and not named) or (low in _MEASURES and not head[0].isupper()):
        return True
    if not rest and first in PRONOUNS:
        return False
    bare = not rest or rest[0] in _BEHIND_MEASURES or rest[:2] == ["and", "not"]
    many = first.endswith("s") or first in PLURALS or is_of_speakers(first)
    return bare and words.islower() and not many and first not in BEFORE_NOUNS
