"""Forms that a whole question may have, compiled when one of their words is first met.

To compile dozens of long patterns takes a fifth of a cold question's time, and most
questions have none of these forms.
"""

from __future__ import annotations

import re
from functools import cached_property


class WholeForms:
    """Patterns for a question from its first word to its last, in any case.

    ``hint`` finds something in every question that one of ``forms`` fits. Threads may
    race to compile the forms, which never change.
    """

    def __init__(self, *forms: str, hint: str, opening: str = r"^\W*") -> None:
        self._forms = forms
        self._hint = re.compile(hint, re.I)
        self._opening = opening

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(rf"{self._opening}{form}\W*$", re.I) for form in self._forms)

    def match(self, question: str) -> re.Match[str] | None:
        """The first of the forms that ``question`` fits; None where it fits none."""
        if self._hint.search(question) is None:
            return None
        return next(
            (found for form in self._compiled if (found := form.match(question)) is not None), None
        )
