"""Which sentences count: by the outlet credited, the article, the day of publication.

Apart from how they are selected, so that whoever only tells of a filter loads no numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Filters:
    """What a question is limited to; nothing is left out where nothing is named.

    ``outlets``: only what is credited to one of these, or stands uncredited in
    an article that one of them published. ``articles`` are ids. ``since`` and
    ``until`` are days of publication, both included; an article without a date
    that can be read is left out as soon as one of them is given.
    """

    outlets: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def described(self, titles: Mapping[str, str]) -> str:
        """What counts alone, in words such as "only Reuters; published from 2026-03-01", or "".

        ``titles`` are those of the articles, by their ids.
        """
        articles = [f"“{titles[one]}”" if one in titles else one for one in self.articles]
        parts = [f"only {' or '.join(names)}" for names in (self.outlets, articles) if names]
        days = [
            f"{word} {day.isoformat()}"
            for word, day in (("from", self.since), ("to", self.until))
            if day is not None
        ]
        if days:
            parts.append(f"published {' '.join(days)}")
        return "; ".join(parts)
