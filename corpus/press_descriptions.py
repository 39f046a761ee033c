"""Words by which a text says that a name is a publisher's: "the Lisbon daily", "a weekly"."""

from __future__ import annotations

import re

from corpus.letters import CAPITAL, SMALL
from corpus.lexicon import PREPOSITIONS
from corpus.spans import Span

_PARTICLE = r"(?:of|the|and|&|de|la|las|los|le|les|du|des|del|di|da|do|dos|das|van|der|den|y|e)"
_NAME = rf"{CAPITAL}[\w’'-]*(?:\s+(?:{_PARTICLE}\s+){{0,2}}(?:{CAPITAL}|\d)[\w’'-]*)*"
_UNKNOWN = re.compile(rf"(?:[Tt]he\s+)?{_NAME}")
# A kind of station, paper, agency or portal that publishes is named as such: "the rating agency
# Fitch", "the research station Halley", "the jobs portal Seek" do not.
_KIND = (
    rf"(?:[Tt]he|{CAPITAL}\w{{3,}}|local|regional|state|opposition|evening|online|trade|business)"
)
PERIODICAL = r"(?:daily|weekly|monthly|fortnightly|quarterly)"
# What names nothing but a publisher, wherever it stands.
SURE_NOUN = (
    r"(?:newspaper|newsletter|newsroom|(?:[Nn]ews|business) site|newswire|broadcaster|broadsheet|"
    r"(?:[Nn]ews|press|wire) agency|wire service|tabloid|magazine|"
    r"(?:[Nn]ews|exile) portal|news website|(?:trade )?journal|"
    r"(?:[Nn]ews|media) (?:outlet|organi[sz]ation|service|channel|network|blog)|"
    r"(?<![Ff]actory )(?<![Rr]etail )(?<![Ff]ashion )(?<![Ss]hopping )(?<![Dd]iscount )"
    r"(?<![Ss]hoe )(?<![Cc]lothing )(?<![Ff]ood )(?<![Ss]ales )outlet|"
    r"(?:[Rr]adio|TV|tv|television) (?:station|channel)|(?:Telegram|YouTube) channel|"
    r"(?:mapping|fact-checking|investigative|open-source) (?:project|site))"
)
_SURE_NOUN = rf"(?:{PERIODICAL}|{SURE_NOUN})"
_AIRING = r"(?:[Ll]ocal|[Cc]ommunity|campus|student|[Pp]irate|[Pp]rivate|[Rr]egional|[Pp]ublic)"
_PRESS_NOUN = (
    rf"(?:{_SURE_NOUN}|{_KIND} (?:paper|portal)|{_AIRING} (?:station|radio)|website|"
    rf"(?:the|information|official|{CAPITAL}{SMALL}{{3,}}(?:n|sh|se|ch)) agency)"
)
_DESCRIBED = re.compile(rf"\b{_PRESS_NOUN}\s+\*?({_NAME})\*?$")
# "Kanali, a Jakarta weekly, reported", but not "Lunde, a newspaper reader, said".
_SAID_TO_BE = re.compile(
    r",\s+(?:an?|the)\s+(?:(?!(?:of|to|for|owner|founder|parent|rival)\b)[\w’'-]+\s+){0,4}?"
    rf"(?:{_SURE_NOUN}|"
    r"(?:local|regional|state|opposition|business|liberal|conservative|[a-z]+-\w+) paper)"
    r"(?:[,.;:)]|$|\s+(?:in|of|for|from|on|about|covering|close|loyal|owned|based|run|published|"
    r"printed|funded|founded|backed|launched|which|that)\b(?!\s+(?:her|his|their|its|one|sells)\b))"
)
# "The Lisbon daily" of "the Lisbon daily Público", but not "a reporter of the daily".
_DESCRIBING = re.compile(
    rf"(?:(?!(?:{'|'.join(sorted(PREPOSITIONS | {'and', 'or'}))})\b)[\w’'.-]+\s+){{0,5}}?"
    rf"{_PRESS_NOUN}\s+\*?$"
)
# Who works with the paper that writes: "our sister title", "our colleagues at", "our partner".
_OURS = re.compile(
    r"[Oo]ur\s+(?:(?:sister|partner|media)\s+){0,2}(?:partners?|(?:colleagues|friends)\s+(?:at|from)|"
    r"(?:sister|partner)\s+(?:paper|title|newspaper|publication|site|website|station|channel|"
    r"magazine|weekly|daily))\s+(?:the\s+)?$"
)


def described_name(words: str) -> Span | None:
    """The name at the end of ``words`` that a noun of the press stands before."""
    found = _DESCRIBED.search(words)
    return None if found is None else Span(*found.span(1))


def is_description(words: str) -> bool:
    """Whether ``words``, which stand before a name, say that it publishes, and nothing else."""
    return (_DESCRIBING.fullmatch(words) or _OURS.fullmatch(words)) is not None


def is_said_to_publish(body: str, name: Span) -> bool:
    """Whether the words at ``name`` are a name, and an apposition makes it a publisher."""
    unknown = _UNKNOWN.fullmatch(name.of(body)) is not None
    return unknown and _SAID_TO_BE.match(body, name.end) is not None
