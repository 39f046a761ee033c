"""Arguments of a question that Python would take for something else."""

from __future__ import annotations

from datetime import date, datetime

from qa.errors import AskError


def check_several(**named: object) -> None:
    """Refuse a single text where several are asked for: its letters would count as texts.

    Raises:
        AskError: if one of the values is a ``str``.
    """
    for name, value in named.items():
        if isinstance(value, str):
            raise AskError(f"{name} is one text, {value!r}; give a list: {name}=[{value!r}]")


def check_days(**named: object) -> None:
    """Refuse a day that is none.

    Raises:
        AskError: if a value is neither None nor a ``date``; a ``datetime`` is more than a day.
    """
    for name, value in named.items():
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise AskError(f"{name} is {value!r}; give a day: {name}=datetime.date(2026, 3, 1)")
