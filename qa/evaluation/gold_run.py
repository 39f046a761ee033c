"""``briefing evaluate``: ask every gold question and count what came back, by kind."""

from __future__ import annotations

import json
import string
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.answers import Abstention, Answer, answer_json
from qa.assistant import Assistant
from qa.evaluation.gold import GoldQuestion, read_gold

_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one gold question got.

    ``right``: for an answerable one, an answer that cites a gold span; for
    another, silence. ``outlets_right``: every cited gold sentence carries
    exactly the outlets that the gold names (None where nothing could be
    compared). ``short_right``: the short answer is an accepted one, after
    SQuAD's normalisation (Rajpurkar et al. 2016). ``full``: as many different
    gold spans as are needed are cited. ``verbatim``: every quote is the
    article's own words at its offsets.
    """

    question: GoldQuestion
    reply: Answer | Abstention
    right: bool
    full: bool
    outlets_right: bool | None
    short_right: bool | None
    precise: float | None
    verbatim: bool


def judge(question: GoldQuestion, reply: Answer | Abstention, text: str) -> Outcome:
    """Compare one reply with its gold question; ``text`` is the article's."""
    cited = reply.citations if isinstance(reply, Answer) else reply.nearest
    verbatim = all(citation.span.of(text) == citation.quote for citation in cited)
    if not question.answerable:
        return Outcome(question, reply, isinstance(reply, Abstention), True, None, None, None, verbatim)
    if isinstance(reply, Abstention):
        short = False if question.answers else None
        return Outcome(question, reply, False, False, None, short, None, verbatim)
    met = [
        (citation, gold)
        for citation in reply.citations
        for gold in question.spans
        if citation.span.overlap(gold.span)
    ]
    supported = {citation.marker for citation, _ in met}
    return Outcome(
        question,
        reply,
        right=bool(met),
        full=len({gold.span for _, gold in met}) >= question.needed,
        outlets_right=(
            all(frozenset(citation.outlets) == gold.outlets for citation, gold in met)
            if met
            else None
        ),
        short_right=(
            normalise(reply.short or "") in {normalise(answer) for answer in question.answers}
            if question.answers
            else None
        ),
        precise=len(supported) / len(reply.citations),
        verbatim=verbatim,
    )


def normalise(answer: str) -> str:
    """SQuAD's normalisation: lower case, no punctuation, no articles, single spaces."""
    kept = "".join(char for char in answer.casefold() if char not in string.punctuation + "’‘“”")
    return " ".join(word for word in kept.split() if word not in _ARTICLES)


def run_gold(
    *,
    gold: Path | None,
    library: Path | None,
    split: str,
    out: Path | None,
    tell: Callable[[str], None],
) -> int:
    """Ask, judge, print a table by kind; with ``out``, write every prediction there.

    A question about an article that the library lacks counts as wrong.
    """
    questions = [item for item in read_gold(gold) if split in ("all", item.split)]
    assistant = (
        Assistant.open_bundled(on_progress=tell)
        if library is None
        else Assistant.open(library, on_progress=tell)
    )
    texts = {article.article_id: article.text for article in assistant.articles}
    outcomes = []
    for number, question in enumerate(questions, start=1):
        reply = assistant.ask(question.question, history=question.history)
        outcomes.append(judge(question, reply, texts.get(question.article_id, "")))
        if number % 50 == 0:
            tell(f"{number} of {len(questions)} questions asked")
    print(format_table(outcomes))
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        with (out / "predictions.jsonl").open("w", encoding="utf-8") as lines:
            for outcome in outcomes:
                lines.write(json.dumps(_prediction(outcome), ensure_ascii=False) + "\n")
    return 0


def _prediction(outcome: Outcome) -> dict[str, object]:
    return {
        **answer_json(outcome.reply, request_id=outcome.question.query_id),
        "kind": outcome.question.kind,
        "answerable": outcome.question.answerable,
        "right": outcome.right,
        "full": outcome.full,
        "outlets_right": outcome.outlets_right,
        "short_right": outcome.short_right,
    }


def format_table(outcomes: Sequence[Outcome]) -> str:
    """A row by kind, answerable and not apart, and the totals."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        suffix = "" if outcome.question.answerable else " (silent)"
        groups[outcome.question.kind + suffix].append(outcome)
    lines = [f"{'kind':26}{'n':>5}{'right':>8}{'full':>8}{'precise':>9}{'outlets':>9}{'short':>8}"]
    for kind, group in groups.items():
        lines.append(_row(kind, group))
    lines.append("")
    answerable = [item for item in outcomes if item.question.answerable]
    silent = [item for item in outcomes if not item.question.answerable]
    lines.append(_row("all answerable", answerable))
    lines.append(_row("all unanswerable (silent)", silent))
    lines.append(f"quotes verbatim: {_share([item.verbatim for item in outcomes])}")
    return "\n".join(lines)


def _row(kind: str, group: Sequence[Outcome]) -> str:
    answerable = [item for item in group if item.question.answerable]
    return (
        f"{kind:26}{len(group):>5}"
        f"{_share([item.right for item in group]):>8}"
        f"{_share([item.full for item in answerable]):>8}"
        f"{_share([item.precise for item in answerable]):>9}"
        f"{_share([item.outlets_right for item in answerable]):>9}"
        f"{_share([item.short_right for item in answerable]):>8}"
    )


def _share(values: Sequence[bool | float | None]) -> str:
    known = [float(value) for value in values if value is not None]
    return f"{sum(known) / len(known):.3f}" if known else "-"
