"""The day an article was published on, out of what its source wrote."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from corpus.articles import Article

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])")
# The order of day and month in "03/04/2025" is anybody's guess, so it is not made.
_FORMS = ("%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y", "%Y/%m/%d", "%Y%m%d")


def read_date(written: str) -> date | None:
    """The day in ``written``: ISO 8601, a mail's date, or with the month's English name.

    None for anything else, "03/04/2025" included.
    """
    words = " ".join(written.split())
    if found := _ISO.match(words):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            return None
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[,.]", "", words)
    plain = re.sub(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* ", "", plain, flags=re.IGNORECASE)
    for form in _FORMS:
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError):
        return None


def published_on(article: Article) -> date | None:
    """The day ``article`` was published on, None where its source names none that can be read."""
    return read_date(article.published) if article.published else None
