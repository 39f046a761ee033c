"""The pattern of a name in capitals, for patterns that have a place for an outlet."""

from __future__ import annotations

from corpus.letters import CAPITAL

# Bounded, so that no long text in capitals is searched over and over.
NAME = (
    rf"(?:[Tt]he\s+)?{CAPITAL}[\w’'&-]{{0,40}}"
    rf"(?:\s+(?:(?:of|the|de|della|des)\s+){{0,2}}{CAPITAL}[\w’'&-]{{0,40}}){{0,4}}"
)
