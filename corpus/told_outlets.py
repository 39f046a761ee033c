"""Publishers outside the list that somebody told something: "he told STAT", "told Orbit.example".

A site's address publishes. Capitals and names joined by "&" are bodies and firms
as often ("told NATO that"), so that they count only where a quotation or a clause
is told, and nothing follows: "“…,” she told STAT on Monday."
"""

from __future__ import annotations

import re

from corpus.letters import CAPITAL
from corpus.lexicon import words_of
from corpus.spans import Span

_SITE = re.compile(
    r"(?:the\s+)?(?P<name>(?!www\.)\w[\w-]*(?:\.[\w-]+)*\.(?:com|org|net|info|news|media|[a-z]{2}))"
)
_INITIALS = re.compile(rf"{CAPITAL}{{3,6}}")
_JOINED = re.compile(
    rf"{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?\s&\s"
    # Firms are called so as well.
    rf"(?!(?:Co|Company|Sons|Partners|Brothers)\b){CAPITAL}[\w’'-]+"
)
# What is told stands before: "“…,” he told", "It is late, two aides told".
_TOLD = re.compile(r"[,!?”\"»]\s[^,.;:!?”\"»]{1,80}\stold\s+$")
_ENDS = re.compile(
    r"\s*(?:[.,;]|$|(?:on|in|last|this|earlier|by|during|before|after|ahead|yesterday|today)\b)"
)
# Nobody's newsroom, and no listener who takes an article, as the FBI does.
_BODIES = words_of(
    """NATO NASA ESA UNESCO UNICEF UNHCR UNDP UNRWA FIFA UEFA OPEC ASEAN BRICS OSCE OECD ECOWAS IAEA
    IATA ICAO MERCOSUR SADC FRONTEX EUROPOL INTERPOL HMRC OFSTED OFGEM OFCOM FEMA NOAA OSHA BMW IBM
    BHP HSBC UBS ING EDF SNCF IKEA LVMH BASF AMD BAE RWE SAP CERN CITES MPS"""
)


def hearing_outlet(body: str, hearer: Span) -> Span | None:
    """Where, in ``body``, the name of the publisher at ``hearer`` stands, or None."""
    words = hearer.of(body)
    site = _SITE.fullmatch(words)
    if site is not None:
        return Span(hearer.start + site.start("name"), hearer.end)
    initials = _INITIALS.fullmatch(words) and words not in _BODIES
    if not (initials or _JOINED.fullmatch(words)):
        return None
    told = _TOLD.search(body, max(0, hearer.start - 90), hearer.start)
    return hearer if told and _ENDS.match(body, hearer.end) else None
