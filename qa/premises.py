"""What a question takes for granted that something is not so.

"Why has the bridge never been painted?" is answered by "The bridge was painted in 1931":
what it presumes is false, and whoever asks is to be told.
"""

from __future__ import annotations

import re

from qa.question_openers import VERBS_FIRST

_DENIED = r"\b(?:no|not|never|none|nobody|nothing|without|neither)\b|n['’]t\b"
_GIVEN = re.compile(
    r"^\W*(?:(?:and|so|but|well)\W+)?(?:given(?:\s+that)?|as|since|seeing(?:\s+that)?|considering(?:\s+that)?|"
    r"because|if|assuming(?:\s+that)?|now\s+that|when)\s+(?P<premise>[^?]{8,200}?),\s+(?=\w)",
    re.I,
)
_WHY = re.compile(
    rf"^\W*(?:(?:and|so|but|well)\W+)?(?:why|how\s+come)\s+(?P<asked>(?:{VERBS_FIRST})(?:n['’]t)?\s+\S.*?)\W*$",
    re.I,
)


def denied_premise(query: str) -> str | None:
    """The yes-or-no question for what ``query`` presumes not to be so; None where it does not."""
    if (given := _GIVEN.match(query)) is not None and re.search(_DENIED, given["premise"], re.I):
        return f"Is it true that {given['premise']}?"
    if (why := _WHY.match(query)) is not None and re.search(_DENIED, why["asked"], re.I):
        return f"{why['asked'][0].upper()}{why['asked'][1:]}?"
    return None
