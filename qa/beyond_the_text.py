"""Questions that no text answers of itself: what it leaves out, and whether to trust it."""

from __future__ import annotations

from qa.question_frames import THE_TEXT
from qa.read_questions import as_asked
from qa.whole_forms import WholeForms

# "Was it accurate?" is of something that the text speaks of, and so may a report be.
_TEXT = rf"(?:it|this|that|{THE_TEXT})"
_TELLS = (
    r"(?:\s+to)?(?:\s+(?:say|tell|mention|cover|report|explain|address|include|answer|discuss|"
    r"state|out|unsaid|over))?(?:\s+(?:us|me))?"
)
_WORTH = (
    r"(?:true|accurate|reliable|correct|credible|biased|trustworthy|fake(?:\s+news)?|balanced|"
    r"objective|neutral|one-sided|up\s+to\s+date|well\s+sourced|propaganda)"
)
_ALL = rf"(?:(?:all|any|some|none|most|how\s+much)\s+of\s+)?{_TEXT}"
_FORMS = WholeForms(
    rf"what\s+does\s+{THE_TEXT}\s+(?:not|never|fail|omit|leave|skip|lack|ignore){_TELLS}",
    r"what\s+does\s+it\s+(?:not|never)\s+(?:say|tell|mention|report|answer)(?:\s+(?:us|me))?",
    rf"what\s+doesn['’]t\s+{THE_TEXT}{_TELLS}",
    r"what\s+doesn['’]t\s+it\s+(?:say|tell|mention|report|answer)(?:\s+(?:us|me))?",
    r"what(?:['’]s|\s+is)\s+(?:not\s+(?:said|mentioned|told|covered|reported|explained)|missing|"
    rf"left\s+out|omitted|unsaid|lacking)\s+(?:from|in|by|of)\s+{THE_TEXT}",
    r"what\s+is\s+left\s+unsaid",
    rf"is\s+{_ALL}\s+(?:really\s+|all\s+|actually\s+|even\s+)*{_WORTH}",
    rf"how\s+{_WORTH}\s+is\s+{_ALL}",
    rf"(?:how\s+far\s+|how\s+much\s+)?(?:can|should|could|may)\s+(?:i|we|one|you)\s+"
    rf"(?:really\s+)?(?:trust|believe|rely\s+on)\s+{_ALL}",
    rf"can\s+{_TEXT}\s+be\s+(?:trusted|believed|relied\s+(?:up)?on)",
    rf"how\s+(?:do|can)\s+(?:i|we|you)\s+know\s+(?:that\s+|whether\s+|if\s+)?{_ALL}\s+is\s+{_WORTH}",
    hint=r"true|accura|reliab|correct|credib|bias|trust|fake|balanc|objectiv|neutral|one-sided|"
    r"up\s+to\s+date|sourced|propaganda|believ|rely|relied|not\b|n['’]t|never|fail|omit|leave|left|"
    r"skip|lack|ignore|missing|unsaid",
)
_MAX_READ = 300


def is_beyond_the_text(question: str) -> bool:
    """Whether ``question``, which stands alone, asks of the text what others could tell."""
    if len(question) > _MAX_READ:
        return False
    return any(_FORMS.match(said) is not None for said in (as_asked(question), question))
