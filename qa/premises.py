"""What a question takes for granted that something is not so.

"Why has the bridge never been painted?" is answered by "The bridge was painted in 1931":
what it presumes is false, and whoever asks is to be told.
"""

from __future__ import annotations

import re

from qa.denials import count_denials
from qa.question_openers import VERBS_FIRST

_GIVEN = re.compile(
    r"^\W*(?:(?:and|so|but|well)\W+)?(?:(?:given|considering|seeing|assuming)(?:\s+that)?|since|because|"
    r"now\s+that|as(?!\s+(?:noted|said|reported|stated|far|for|of|long|soon|to|per|usual|if|well)\b))\s+"
    r"(?P<premise>[^?]{8,200}?),\s+(?=\w)",
    re.I,
)
_WHY = re.compile(
    rf"^\W*(?:(?:and|so|but|well)\W+)?(?:why|how\s+come)\s+(?P<asked>(?:{VERBS_FIRST})(?:n['’]t)?\s+\S.*?)\W*$",
    re.I,
)


def denied_premise(query: str) -> str | None:
    """The yes-or-no question for what ``query`` presumes not to be so; None where it does not."""
    if (given := _GIVEN.match(query)) is not None and count_denials(given["premise"]):
        return f"Is it true that {given['premise']}?"
    if (why := _WHY.match(query)) is not None and count_denials(why["asked"]):
        return f"{why['asked'][0].upper()}{why['asked'][1:]}?"
    return None
