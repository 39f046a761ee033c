"""Is a question still answered when it is asked politely, hastily or with a word of why?

    python tests/benchmarks/framings.py
    python tests/benchmarks/framings.py --gold FILE --library DIR --split dev

Asks the gold questions as they are and in the framings below. For each framing:
the share of answerable questions answered rightly and of the others met with
silence, each beside the same of the same questions asked plainly.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.lexicon import words_of
from qa.assistant import Assistant
from qa.errors import BatchError
from qa.evaluation.gold import GoldQuestion
from qa.evaluation.gold_files import read_gold
from qa.evaluation.judging import Outcome
from qa.evaluation.questioning import Setting, ask_all

_WH = re.compile(r"(?:what|which|who|whom|whose|when|where|why|how)\b", re.I)

Framing = Callable[[str], str | None]


def _joined(question: str) -> str:
    """``question`` to stand behind other words: a name keeps its capital."""
    first, _, rest = question.partition(" ")
    plain = first[1:].islower() and (_WH.match(first) or first.lower() in _OPENERS)
    return f"{first.lower()} {rest}" if plain and rest else question


_OPENERS = words_of(
    "is are was were do does did has have had will would can could in on at by for from to since "
    "according the a an"
)


def _bare(question: str) -> str:
    return question.rstrip(" ?!.")


FRAMINGS: dict[str, Framing] = {
    "plain": lambda q: q,
    "Could you tell me …": lambda q: f"Could you tell me {_joined(q)}",
    "Please tell me: …": lambda q: f"Please tell me: {q}",
    "I'd like to know …": lambda q: f"I'd like to know {_joined(q)}",
    "Hi there, quick question: …": lambda q: f"Hi there, quick question: {q}",
    "Just out of curiosity, …": lambda q: f"Just out of curiosity, {_joined(q)}",
    "Does the article say …": lambda q: (
        f"Does the article say {_joined(q)}" if _WH.match(q) else None
    ),
    "According to the article, …": lambda q: f"According to the article, {_joined(q)}",
    "… according to the briefing?": lambda q: f"{_bare(q)} according to the briefing?",
    "… in this article?": lambda q: f"{_bare(q)} in this article?",
    "So …, exactly?": lambda q: f"So {_joined(_bare(q))}, exactly?",
    "… please?": lambda q: f"{_bare(q)} please?",
    "… Thanks!": lambda q: f"{q} Thanks!",
    "Can you help me? …": lambda q: f"Can you help me? {q}",
    "I am preparing a note for my minister. …": lambda q: (
        f"I am preparing a note for my minister. {q}"
    ),
    "… I have to file in ten minutes.": lambda q: (
        f"{q} I have to file in ten minutes." if q.endswith(("?", ".")) else None
    ),
    "all lower-case, no mark": lambda q: _bare(q).lower(),
    "ALL UPPER-CASE": lambda q: q.upper(),
}  # fmt: skip


def ask(assistant: Assistant, questions: Sequence[GoldQuestion], what: str) -> list[Outcome]:
    """What each question got."""
    settings = [Setting(assistant, questions)]
    quiet: Callable[[str], None] = lambda line: None  # noqa: E731
    return list(ask_all(settings, count=len(questions), what=what, tell=quiet).outcomes)


def share(outcomes: Sequence[Outcome], *, answerable: bool) -> str:
    """The share of right outcomes; a dash where there are no such questions."""
    right = [item.right for item in outcomes if item.question.answerable == answerable]
    return f"{sum(right) / len(right):.3f}" if right else "–"


def report(assistant: Assistant, questions: Sequence[GoldQuestion], tell: bool) -> None:
    """Print a row for each framing as soon as it is known."""
    print("| framing | n | right | plain | silent | plain |\n|---|---:|---:|---:|---:|---:|")
    plain: dict[str, Outcome] = {}
    for name, framing in FRAMINGS.items():
        framed = [
            replace(item, question=said)
            for item in questions
            if (said := framing(item.question)) is not None
        ]
        outcomes = ask(assistant, framed, name)
        if not plain:
            plain = {item.question.query_id: item for item in outcomes}
        same = [plain[item.question.query_id] for item in outcomes]
        cells = (
            f"{share(group, answerable=answerable)}"
            for answerable in (True, False)
            for group in (outcomes, same)
        )
        print(f"| {name} | {len(framed)} |", " | ".join(cells), "|", flush=True)
        if tell:
            for now, before in zip(outcomes, same, strict=True):
                if now.right != before.right:
                    mark = "lost" if before.right else "won"
                    print(f"  {mark} {now.reply.confidence:.2f} {now.question.question}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, help="gold questions; default: the bundled ones")
    parser.add_argument("--library", type=Path, help="the library that they are put to")
    parser.add_argument("--split", default="dev", help="dev (default), test or all")
    parser.add_argument("--differences", action="store_true", help="print what changed")
    options = parser.parse_args()
    alone = options.gold is None and options.library is None
    assistant = Assistant.open_bundled() if alone else Assistant.open(options.library)
    texts = {article.article_id: article.text for article in assistant.articles}
    questions = [
        item
        for item in read_gold(options.gold, texts)
        if options.split in ("all", item.split)
    ]  # fmt: skip
    if not questions:
        raise BatchError(f"no gold question is of the split {options.split!r}")
    report(assistant, questions, options.differences)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
