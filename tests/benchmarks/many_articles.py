"""Two thousand articles in every format, added with one command, then asked.

    python tests/benchmarks/many_articles.py --data ../shared/data

Prints how many articles a second are added, the most memory that the command
and its parser take, the size on disk, and how questions about the articles
fare: how often the first passage found holds the answer, and how often the
reply cites a sentence with it. With --gold and --articles, gold questions are
asked of a library that holds their articles among the others.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from process_memory import MemoryWatch
from squad_articles import MadeArticle, squad_articles, write_files

from corpus.database import NAME
from qa.answers import Answer
from qa.assistant import Assistant

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--gold", type=Path, help="gold questions to ask of all, with --articles")
    parser.add_argument("--articles", type=Path, help="the articles that --gold is about")
    parser.add_argument("--keep", type=Path, help="leave the library in this folder")
    options = parser.parse_args()
    squad = options.data / "squad1.1-train.json.gz"
    if not squad.exists():
        print(f"{squad} is missing; name the folder of the public data with --data")
        return 2
    articles = squad_articles(squad, count=options.count, seed=0)
    with tempfile.TemporaryDirectory() as folder:
        library = options.keep or Path(folder, "library")
        source = Path(folder, "in")
        source.mkdir()
        files = list(write_files(articles, source))
        print(f"{len(articles):,} articles in {len(files):,} files")
        add(source, library)
        if options.articles is not None:
            add(options.articles, library)
        if options.gold is not None:
            subprocess.run(
                [sys.executable, "-m", "qa", "evaluate", "--gold", options.gold.absolute(),
                 "--library", library], cwd=ROOT, check=False,
            )  # fmt: skip
        ask(articles, library, options.questions)
    return 0


def add(source: Path, library: Path) -> None:
    """One command, with what it printed, its time and its memory."""
    command = [sys.executable, "-m", "qa", "add", str(source.absolute()), "--json", "--library",
               str(library.absolute())]  # fmt: skip
    began = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True,
                             stderr=subprocess.DEVNULL)  # fmt: skip
    with MemoryWatch(child.pid) as watch:
        out, _ = child.communicate()
    seconds = time.perf_counter() - began
    outcomes = Counter(json.loads(line)["outcome"] for line in out.splitlines())
    added = outcomes["added"]
    size = sum(path.stat().st_size for path in library.rglob("*") if path.is_file())
    with sqlite3.connect(f"file:{library / NAME}?mode=ro", uri=True) as connection:
        (passages,) = connection.execute("SELECT count(*) FROM passage").fetchone()
    print(
        f"{dict(outcomes)} in {seconds:.0f} s: {added / seconds:.1f} articles a second; "
        f"{passages:,} passages\n"
        f"memory at its highest {watch.largest / 1e6:.0f} MB in one process, "
        f"{watch.together / 1e6:.0f} MB with the parser's; {size / 1e6:.0f} MB on disk",
        flush=True,
    )


def ask(articles: list[MadeArticle], library: Path, count: int) -> None:
    """Questions of SQuAD put to the whole library."""
    asked = [question for article in articles for question in article.questions]
    asked = random.Random(0).sample(asked, min(count, len(asked)))
    began = time.perf_counter()
    assistant = Assistant.open(library)
    opened = time.perf_counter() - began
    found = cited = answered = 0
    times = []
    for question, answers in asked:
        began = time.perf_counter()
        reply = assistant.ask(question)
        times.append(1000 * (time.perf_counter() - began))
        trace = assistant.search(question, read=False)
        best = trace.rankings.fused[:1] if trace.rankings else ()
        found += any(holds(one.passage.text, answers) for one in best)
        if isinstance(reply, Answer):
            answered += 1
            cited += any(holds(citation.quote, answers) for citation in reply.citations)
    with open("/proc/self/status", encoding="ascii") as status:
        resident = int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) // 1024
    n = len(asked)
    print(
        f"opened in {opened:.1f} s; {n} questions: the first passage holds the answer "
        f"{found / n:.3f}, answered {answered / n:.3f}, a cited sentence holds it {cited / n:.3f}\n"
        f"p50 {statistics.median(times):.0f} ms, p95 {sorted(times)[int(0.95 * n)]:.0f} ms; "
        f"memory {resident} MB; {os.cpu_count()} cores"
    )


def holds(text: str, answers: tuple[str, ...]) -> bool:
    """Whether one of the answers stands in the text, spaces and case apart."""
    plain = " ".join(text.casefold().split())
    return any(" ".join(answer.casefold().split()) in plain for answer in answers)


if __name__ == "__main__":
    raise SystemExit(main())
