"""The conversation as a reader sees it: questions, answers, and markers that can be pressed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from qa.answers import NO_OUTLET, AbstainReason, Abstention, Answer, Citation, Standing
from qa.page.markup import escape_text
from qa.page.turns import Turn, write_turns
from qa.verdicts import REASONS, REASONS_OF_SILENCE

_MARKER = re.compile(r"\[([0-9]{1,4})\]")


def render_conversation(
    turns: Sequence[Turn], *, titled: bool = False, judged: bool = False
) -> str:
    """All turns, oldest first, or a welcome where there are none.

    ``titled`` says of each citation which article it is from; ``judged`` offers
    to judge each reply.
    """
    if not turns:
        return _WELCOME
    items = "".join(
        f'<li class="turn"{_render_data(turn)}>{_render_question(turn)}'
        f"{_render_reply(turn, number, titled=titled)}"
        f"{_render_judging(turn) if judged else ''}</li>"
        for number, turn in enumerate(turns, start=1)
    )
    export = _EXPORT if any(turn.reply is not None for turn in turns) else ""
    return f'<ol class="turns" aria-label="Conversation">{items}</ol>{export}'


def _render_data(turn: Turn) -> str:
    """The turn as data for the page's script, which hands it back to be judged or exported."""
    if turn.reply is None:
        return ""
    (kept,) = write_turns([turn])
    return f' data-kept="{escape_text(json.dumps(kept, ensure_ascii=False))}"'


_EXPORT = (
    '<p class="export">Save this conversation as '
    '<button type="button" class="save" data-form="markdown">Markdown</button> '
    '<button type="button" class="save" data-form="docx">Word</button> '
    '<button type="button" class="save" data-form="json">JSON</button></p>'
)


def _render_judging(turn: Turn) -> str:
    if turn.reply is None:
        return ""
    reasons = REASONS if isinstance(turn.reply, Answer) else REASONS_OF_SILENCE
    choices = "".join(
        f'<button type="button" class="reason" data-reason="{reason}">{reason}</button>'
        for reason in reasons
    )
    return (
        '<p class="judging"><span class="judging-ask">'
        '<button type="button" class="thumb" data-good="true" aria-label="This reply is right">'
        "Right</button>"
        '<button type="button" class="thumb" data-good="false" aria-label="This reply is wrong">'
        f'Wrong</button></span><span class="reasons" hidden>Why? {choices}</span>'
        '<span class="judged" role="status"></span></p>'
    )


_WELCOME = (
    '<div class="welcome"><p class="welcome-title">What would you like to know?</p>'
    "<p>An answer cites the article: press a marker such as "
    '<span class="marker-sample" aria-hidden="true">[1]</span> '
    "to see the very words it rests on. Where the article is silent, you are told so.</p></div>"
)


def render_notice(sentence: str) -> str:
    """A sentence to the reader about the question just sent; nothing for an empty one."""
    return f'<p class="notice" role="alert">{escape_text(sentence)}</p>' if sentence else ""


def _render_question(turn: Turn) -> str:
    limited = ""
    if turn.limited:
        limited = f'<span class="limited">Limit: {escape_text(turn.limited)}</span>'
    return (
        '<p class="question" dir="auto"><span class="unseen">You asked: </span>'
        f"{escape_text(turn.question)}{limited}</p>"
    )


def _render_reply(turn: Turn, number: int, *, titled: bool) -> str:
    match turn.reply:
        case None:
            return '<p class="reply waiting">Reading the briefing…</p>'
        case Answer() as answer:
            return _render_answer(turn.question, answer, number, titled=titled)
        case Abstention() as abstention:
            return _render_abstention(turn.question, abstention, number, titled=titled)


def _render_answer(question: str, answer: Answer, number: int, *, titled: bool) -> str:
    short = ""
    if answer.short:
        short = (
            '<p class="short" dir="auto"><span class="label">Short answer</span> '
            f'<span class="short-words">{escape_text(answer.short)}</span></p>'
        )
    left_open = ""
    if answer.left_open:
        left_open = f'<p class="left-open" dir="auto">{escape_text(answer.left_open)}</p>'
    rows = "".join(
        _render_citation(citation, number, titled=titled, confirmed=True)
        for citation in answer.citations
    )
    return (
        f'<div class="reply answered">{short}'
        f'<p class="answer-text" dir="auto">{_render_answer_text(answer, number)}</p>{left_open}'
        f'<ol class="citations" aria-label="Citations">{rows}</ol>'
        f"{_render_standing(answer.standing, number, titled=titled)}"
        f"{_render_details(question, answer.query, answer.confidence)}</div>"
    )


def _render_standing(standing: Standing | None, number: int, *, titled: bool) -> str:
    """Who carries the answer, and whether sources disagree."""
    if standing is None:
        return ""
    parts = []
    if standing.against:
        against = "".join(f"[{marker}]" for marker in standing.against)
        parts.append(
            f'<span class="disagree">Sources disagree: {against} against '
            f"[{standing.contradicted}].</span> "
        )
    names = ", ".join(f'<span class="outlet">{escape_text(n)}</span>' for n in standing.outlets)
    if standing.single_source:
        parts.append(f'<span class="single">Single source</span> {names or NO_OUTLET}')
    else:
        parts.append(f"Carried by {len(standing.outlets)} outlets: {names}")
    also = "".join(
        _render_citation(citation, number, titled=titled, confirmed=True, shown="also")
        for citation in standing.carried_by
    )
    rows = f'<ol class="citations also" aria-label="Also says so">{also}</ol>' if also else ""
    return f'<div class="standing"><p>{"".join(parts)}</p>{rows}</div>'


def _render_answer_text(answer: Answer, number: int) -> str:
    """The answer with its markers as buttons.

    A bracketed number without a citation stays text, and so does one that the
    article itself has there, such as a footnote mark within a quoted passage.
    """
    text = answer.text
    by_marker = {citation.marker: citation for citation in answer.citations}
    own_marks = [
        (quote[: mark.start()], mark.group(), quote[mark.end() :])
        for quote in (citation.quote for citation in answer.citations)
        for mark in _MARKER.finditer(quote)
    ]
    parts: list[str] = []
    end = 0
    for match in _MARKER.finditer(text):
        cited = by_marker.get(int(match.group(1)))
        if cited is None or any(_is_quoted(text, match, *mark) for mark in own_marks):
            continue
        word = _LAST_WORD.search(text, end, match.start())
        bound = word.start() if word else match.start()
        parts.append(escape_text(text[end:bound]))
        parts.append(f'<span class="bound">{escape_text(text[bound : match.start()])}')
        parts.append(f"{_render_marker(cited, number, confirmed=True)}</span>")
        end = match.end()
    parts.append(escape_text(text[end:]))
    return "".join(parts)


# A marker stays on the line of the word before it, unless that is no word but a monster.
_LAST_WORD = re.compile(r"(?<!\S)\S{1,24} ?\Z")

# So much of a quote on either side of a bracketed number tells that the
# number is the quote's own; an answer may reword the quote's ends.
_NEIGHBOURHOOD = 12


def _is_quoted(text: str, match: re.Match[str], before: str, mark: str, after: str) -> bool:
    return (
        match.group() == mark
        and text[: match.start()].endswith(before[-_NEIGHBOURHOOD:])
        and text[match.end() :].startswith(after[:_NEIGHBOURHOOD].rstrip(" .!?"))
    )


def _render_abstention(question: str, abstention: Abstention, number: int, *, titled: bool) -> str:
    nearest = ""
    if abstention.nearest:
        rows = "".join(
            _render_citation(citation, number, titled=titled, confirmed=False)
            for citation in abstention.nearest
        )
        nearest = (
            '<p class="nearest-title">Nearest passages, <strong>unconfirmed</strong>: '
            "they do not answer the question.</p>"
            f'<ol class="citations" aria-label="Nearest passages, unconfirmed">{rows}</ol>'
        )
    silent = abstention.reason is AbstainReason.NOT_IN_BRIEFING
    details = _render_details(question, abstention.query, None) if silent else ""
    return (
        f'<div class="reply abstained"><p class="silence">{escape_text(abstention.text)}</p>'
        f"{nearest}{details}</div>"
    )


def _render_citation(
    citation: Citation, number: int, *, titled: bool, confirmed: bool, shown: str | None = None
) -> str:
    """A citation with its marker, which shows its number or the word ``shown``."""
    place = [citation.title] if titled else []
    place += [f"page {citation.page}"] if citation.page else []
    place += [f"as of {citation.published}"] if citation.published else []
    title = ""
    if place:
        title = f'<span class="cited-title" dir="auto">{escape_text(", ".join(place))}</span>'
    state = "" if confirmed else ' <span class="unconfirmed-label">unconfirmed</span>'
    row = "citation" if confirmed else "citation unconfirmed"
    return (
        f'<li class="{row}">{_render_marker(citation, number, confirmed=confirmed, shown=shown)}'
        f'<div class="cited"><q class="quote" dir="auto">{escape_text(citation.quote)}</q>'
        f'<p class="credits">{_render_credits(citation)}{state}{title}</p></div></li>'
    )


def _render_credits(citation: Citation) -> str:
    labels = [f'<span class="outlet">{escape_text(outlet)}</span>' for outlet in citation.outlets]
    if not labels:
        labels.append(f'<span class="no-outlet">{NO_OUTLET}</span>')
    if citation.speaker:
        labels.append(
            '<span class="speaker"><span class="speaker-role">said by</span> '
            f"{escape_text(citation.speaker)}</span>"
        )
    return " ".join(labels)


def _render_marker(
    citation: Citation, number: int, *, confirmed: bool, shown: str | None = None
) -> str:
    """A button that points at the cited words by article and offsets, never by their wording."""
    credited = ", ".join(citation.outlets) or NO_OUTLET
    if citation.speaker:
        credited += f", said by {citation.speaker}"
    kind = "Citation" if confirmed else "Unconfirmed passage"
    name = shown or str(citation.marker)
    label = f"{kind} {name}, {credited}: show in the article"
    classes = "marker" if confirmed else "marker marker-unconfirmed"
    return (
        f'<button type="button" class="{classes}" data-turn="{number}" '
        f'data-marker="{shown or ""}{citation.marker}" '
        f'data-article="{escape_text(citation.article_id)}" '
        f'data-start="{citation.span.start}" data-end="{citation.span.end}" '
        f'data-credit="{escape_text(credited)}" aria-label="{escape_text(label)}" '
        f'aria-pressed="false">{shown or f"[{citation.marker}]"}</button>'
    )


def _render_details(question: str, query: str, confidence: float | None) -> str:
    details: list[str] = []
    if _words(query) != _words(question):
        details.append(f'<span class="searched">Searched for: {escape_text(query)}</span>')
    if confidence is not None:
        details.append(
            '<span class="confidence" title="Of the answers given at this confidence, '
            f'about this share is right">Confidence {round(100 * confidence)}%</span>'
        )
    return f'<p class="details" dir="auto">{" ".join(details)}</p>' if details else ""


def _words(text: str) -> list[str]:
    """What is left of a question for telling whether the query differs from it."""
    return text.casefold().rstrip(" ?!.").split()
