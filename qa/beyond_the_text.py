"""Questions that no text answers of itself: what it leaves out, and whether to trust it."""

from __future__ import annotations

import re

from qa.question_frames import HOLDER
from qa.read_questions import as_asked

_TEXT = rf"(?:it|this|that|these|they|(?:the|this|that|your)\s+(?:news\s+)?{HOLDER})"
_TELLS = (
    r"(?:\s+to)?(?:\s+(?:say|tell|mention|cover|report|explain|address|include|answer|discuss|"
    r"state|out|unsaid|over))?(?:\s+(?:us|me))?"
)
_LEFT_OUT = (
    rf"what\s+(?:does|did|do)\s+{_TEXT}\s+(?:not|never|fail|omit|leave|skip|lack|ignore){_TELLS}",
    rf"what\s+(?:does|did|do)n['’]t\s+{_TEXT}{_TELLS}",
    r"what(?:['’]s|\s+is|\s+has\s+been|\s+was)\s+(?:not\s+(?:said|mentioned|told|covered|reported|"
    rf"explained)|missing|left\s+out|omitted|unsaid|lacking)(?:\s+(?:from|in|by|of|here)(?:\s+{_TEXT})?)?",
)
_WORTH = (
    r"(?:true|accurate|reliable|correct|credible|biased|trustworthy|fake|real|right|balanced|fair|"
    r"objective|neutral|one-sided|up\s+to\s+date|well\s+sourced|propaganda)"
)
_ALL = rf"(?:(?:all|any|some|none|most|how\s+much)\s+of\s+)?{_TEXT}"
_FORMS = tuple(
    re.compile(rf"^\W*{form}\W*$", re.I)
    for form in (
        *_LEFT_OUT,
        rf"(?:is|are|was)\s+{_ALL}\s+(?:really\s+|all\s+|actually\s+|even\s+)*{_WORTH}",
        rf"how\s+{_WORTH}\s+(?:is|are)\s+{_ALL}",
        rf"(?:how\s+far\s+|how\s+much\s+)?(?:can|should|could|may|do)\s+(?:i|we|one|you|they)\s+"
        rf"(?:really\s+)?(?:trust|believe|rely\s+on)\s+{_ALL}",
        rf"how\s+(?:do|can)\s+(?:i|we|you)\s+know\s+(?:that\s+|whether\s+|if\s+)?{_ALL}\s+(?:is|are)\s+{_WORTH}",
    )
)
_MAX_READ = 300


def is_beyond_the_text(question: str) -> bool:
    """Whether ``question`` asks of the text what only somebody else could tell."""
    asked = as_asked(question[:_MAX_READ])
    return any(form.match(said) for said in (asked, question[:_MAX_READ]) for form in _FORMS)
