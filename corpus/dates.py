"""The day an article was published on, out of what its source wrote."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

from corpus.articles import Article
from corpus.calendar import MONTHS, ORDINAL_ENDINGS, WEEKDAYS

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
# The order of day and month in "03/04/2025" is anybody's guess, so it is not made.
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<sign>[/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})\.?"
)
_DIGITS = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}) (?P<month>[^\W\d_]+) (?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d_]+) (?P<day>\d{1,2}) (?P<year>\d{4})")
_NUMBERED, _NAMED = (_YEAR_FIRST, _DIGITS), (_DAY_FIRST, _MONTH_FIRST)
_NEEDLESS = re.compile(rf"(?<=\d)(?:{'|'.join(ORDINAL_ENDINGS)})\b|[,.]")
_WEEKDAY = re.compile(rf"(?:{'|'.join(day[:3] for day in WEEKDAYS)})[a-z]* ", re.IGNORECASE)


def read_date(written: str) -> date | None:
    """The day in ``written``: ISO 8601, a mail's date, or with the month's English name.

    None for anything else, "03/04/2025" included.
    """
    words = " ".join(written.split())
    if found := _ISO.match(words):
        return _day_of(found, int(found["month"]))
    for pattern in _NUMBERED:
        if found := pattern.fullmatch(words):
            return _day_of(found, int(found["month"]))
    plain = " ".join(_NEEDLESS.sub(" ", words).split())
    if weekday := _WEEKDAY.match(plain):
        plain = plain[weekday.end() :]
    for pattern in _NAMED:
        if (found := pattern.fullmatch(plain)) and found["month"].casefold() in MONTHS:
            return _day_of(found, MONTHS[found["month"].casefold()])
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        return None


def _day_of(found: re.Match[str], month: int) -> date | None:
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def published_on(article: Article) -> date | None:
    """The day ``article`` was published on, None where its source names none that can be read."""
    return read_date(article.published) if article.published else None
