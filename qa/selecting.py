"""The sentences that pass the filters of a question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from corpus.articles import Article
from corpus.dates import published_on
from corpus.outlets import OutletList
from qa.credit_register import CreditRegister, Mask
from qa.errors import UnknownArticleError, UnknownOutletError
from qa.filters import Filters

_SHOWN = 12


def select(
    filters: Filters,
    articles: Sequence[Article],
    register: CreditRegister,
    credited: Sequence[str],
    known: OutletList,
) -> Mask | None:
    """The sentences that pass ``filters``, None for all; ``credited`` are the outlets credited.

    Raises:
        UnknownOutletError: if no article credits one of the outlets or comes from it.
        UnknownArticleError: if there is no article of one of the ids.
    """
    if filters == Filters():
        return None
    publishers = {a.article_id: _canonical(a.publisher, known) for a in articles if a.publisher}
    wanted = _outlets(filters.outlets, {*credited, *publishers.values()}, known)
    mask = register.of_articles(_within(filters, articles))
    if not wanted:
        return mask
    own = register.of_articles(name for name, outlet in publishers.items() if outlet in wanted)
    return mask & (register.credited_to(wanted) | (own & register.uncredited))


def _within(filters: Filters, articles: Sequence[Article]) -> Collection[str]:
    ids = {article.article_id for article in articles}
    for asked in filters.articles:
        if asked not in ids:
            shown = ", ".join(sorted(ids)[:_SHOWN])
            raise UnknownArticleError(
                f"there is no article {asked!r}; there are {shown}"
                + (" and more" if len(ids) > _SHOWN else "")
            )
    return {
        article.article_id
        for article in articles
        if (not filters.articles or article.article_id in filters.articles)
        and _in_time(published_on(article), filters)
    }


def _in_time(day: date | None, filters: Filters) -> bool:
    if filters.since is None and filters.until is None:
        return True
    if day is None:
        return False
    return (filters.since is None or filters.since <= day) and (
        filters.until is None or day <= filters.until
    )


def _canonical(name: str, known: OutletList) -> str:
    found = known.resolve(name)
    return found.name if found else name.strip()


def _outlets(
    asked: Sequence[str], there: Collection[str], known: OutletList
) -> frozenset[str]:
    by_name: dict[str, set[str]] = {}
    for spelling in there:  # two articles may spell one publisher in two ways
        by_name.setdefault(spelling.casefold(), set()).add(spelling)
    wanted: set[str] = set()
    for outlet in asked:
        spellings = by_name.get(_canonical(outlet, known).casefold())
        if spellings is None:
            raise UnknownOutletError(
                f"no article credits {outlet!r}; "
                + (
                    f"the outlets credited are {', '.join(sorted(there))}"
                    if there
                    else "no outlet is credited at all"
                )
            )
        wanted |= spellings
    return frozenset(wanted)
