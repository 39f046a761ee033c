"""The library as a reader sees it: what became of dropped files, and the articles there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.articles import Article
from qa.ingest_report import Outcome, ReportLine
from qa.page.markup import escape_text
from qa.page.messages import as_sentence

_SHOWN_LINES = 200  # of a report; the sum tells of the rest


def render_library(
    articles: Sequence[Article], may_remove: Callable[[str], bool] | None
) -> str:
    """The articles in the order of adding, each to be opened and, where it may be, removed.

    ``may_remove`` is None where nothing is added or removed on the page.
    """
    if not articles:
        how = "" if may_remove is None else "; drop a file above"
        return f'<p class="library-none">There is no article yet{how}.</p>'
    rows = "".join(
        _render_row(article, may_remove is not None and may_remove(article.article_id))
        for article in articles
    )
    noun = "article" if len(articles) == 1 else "articles"
    return (
        f'<p class="library-count">{len(articles):,} {noun}</p>'
        f'<ul class="library-rows" aria-label="Articles">{rows}</ul>'
    )


def _render_row(article: Article, removable: bool) -> str:
    facts = " · ".join(
        escape_text(fact) for fact in (article.publisher, article.published) if fact
    )
    name = escape_text(article.article_id)
    title = escape_text(article.title)
    remove = ""
    if removable:
        remove = (
            '<span class="removal">'
            f'<button type="button" class="remove" aria-label="Remove {title}">Remove</button>'
            '<span class="sure" hidden>Remove it for good? '
            '<button type="button" class="remove-yes">Remove</button> '
            '<button type="button" class="remove-no">Keep</button></span></span>'
        )
    return (
        f'<li class="library-row" data-article="{name}" data-title="{title}">'
        f'<button type="button" class="open-article" dir="auto">{title}</button>'
        f'<span class="library-facts">{facts}</span>{remove}</li>'
    )


def render_report(
    lines: Sequence[ReportLine], *, running: bool, file_name: Callable[[str], str]
) -> str:
    """What became of the files: the sum first, what was skipped before what went well."""
    counts = {outcome: sum(line.outcome is outcome for line in lines) for outcome in Outcome}
    told = ", ".join(f"{count:,} {outcome.value}" for outcome, count in counts.items() if count)
    state = "Reading… " if running else ""
    ordered = sorted(lines, key=lambda line: line.outcome is not Outcome.SKIPPED)
    items = "".join(_render_line(line, file_name(line.path)) for line in ordered[:_SHOWN_LINES])
    return (
        f'<div class="report"><p class="report-sum" role="status">{state}{told}</p>'
        f'<ul class="report-lines">{items}</ul></div>'
    )


def _render_line(line: ReportLine, name: str) -> str:
    match line.outcome:
        case Outcome.SKIPPED:
            said = as_sentence((line.reason or "").replace(repr(line.path), repr(name)))
        case Outcome.ADDED if line.near is not None:
            said = f"added; nearly the same as {line.near[0]} ({line.near[1]:.0%})"
        case Outcome.DUPLICATE:
            said = f"has the text of {line.article.article_id if line.article else ''}"
        case _:
            said = line.outcome.value
    notes = "".join(f" {as_sentence(note)}" for note in line.notes)
    return (
        f'<li class="report-line {line.outcome.value}">'
        f'<span class="report-name" dir="auto">{escape_text(name)}</span> '
        f"{escape_text(said + notes)}</li>"
    )
