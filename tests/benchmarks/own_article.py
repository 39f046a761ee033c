"""Gold questions asked of the article each is about, as somebody does who has that one before him.

    python tests/benchmarks/own_article.py --split dev
    python tests/benchmarks/own_article.py --reader DIR

Prints what ``briefing evaluate`` prints; there all articles are one library, in which
"how much has it cost?" may be answered from another article.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.loaders import load_article
from index.embedding import open_embedder
from qa.assistant import Assistant
from qa.evaluation.gold_files import read_gold
from qa.evaluation.questioning import Setting, ask_all
from qa.evaluation.scorecard import Scorecard
from qa.evaluation.tables import format_scorecard
from qa.packaged_reader import open_packaged_reader
from qa.settings import Settings

_TESTS = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=_TESTS / "gold" / "briefings.jsonl")
    parser.add_argument("--articles", type=Path, default=_TESTS / "corpus" / "briefings")
    parser.add_argument("--split", choices=("dev", "test", "all"), default="all")
    parser.add_argument("--reader", type=Path, help="folder of the reader; else the shipped one")
    options = parser.parse_args()
    articles = [load_article(path) for path in sorted(options.articles.glob("*.txt"))]
    questions = [
        question
        for question in read_gold(options.gold, {one.article_id: one.text for one in articles})
        if options.split in ("all", question.split)
    ]
    embedder, reader = open_embedder(), open_packaged_reader(options.reader)
    settings = [
        Setting(
            Assistant(
                [article],
                embedder=embedder,
                reader=reader,
                index_folder=None,
                settings=Settings(),
            ),
            [one for one in questions if one.article_id == article.article_id],
        )
        for article in articles
    ]
    asked = ask_all(
        settings, count=len(questions), what="asked", tell=lambda line: print(line, file=sys.stderr)
    )
    card = Scorecard(
        f"{options.gold.name}, {options.split}, each of its own article",
        questions=len(questions),
        outcomes=tuple(asked.outcomes),
        retrieved=(),
        texts={one.article_id: one.text for one in articles},
        about={},
    )
    print(format_scorecard(card))
    return 0


if __name__ == "__main__":
    sys.exit(main())
