"""The words that open a question or a request, for every pattern that looks for one."""

from __future__ import annotations

from corpus.lexicon import AUXILIARIES

WH_WORDS = r"what|which|who|whom|whose|when|where|why|how"
VERBS_FIRST = "|".join(sorted(AUXILIARIES))  # "is it", "did they"
REQUESTS = r"tell|give|list|name|show|explain|describe|summari[sz]e|compare|define"
QUESTION_WORDS = rf"{WH_WORDS}|{VERBS_FIRST}"
OPENERS = rf"{QUESTION_WORDS}|{REQUESTS}"
