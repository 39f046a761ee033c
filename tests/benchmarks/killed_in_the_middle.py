"""``kill -9`` at random moments of adding and removing: is what was reported there, and whole?

    python tests/benchmarks/killed_in_the_middle.py --times 200

A command that adds or removes articles is killed after a random time, again
and again on one library. Each time: the library opens, SQLite finds it sound,
every article that was reported added is there with its pieces, passages and
vectors, none is there in part, none that was reported removed is there, and
the FAISS index that a question opens has a row for every passage in SQLite.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.database import NAME
from corpus.library import Library
from corpus.parser_version import parser_version
from qa.assistant import Assistant

ROOT = Path(__file__).resolve().parents[2]
ARTICLES_AT_ONCE = 150  # more than two batches, so that a kill may fall between them
_MANY = 800  # above this, removing is likelier, for every look at the library takes time
_REMOVE = """
import sys
from pathlib import Path
from corpus.library import Library
library = Library.open(Path(sys.argv[1]))
for article_id in sys.argv[2:]:
    library.remove(article_id)
    print(article_id, flush=True)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    faults: list[str] = []
    happened: Counter[str] = Counter()
    stored: set[str] = set()
    made = 0
    # How long a command takes that is left alone, so that a kill falls into its work and not
    # into the start of Python; learned from those that end before they are killed.
    whole = {"add": 8.0, "remove": 3.0}
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "library")
        for number in range(options.times):
            if stored and rng.random() < (0.4 if len(stored) < _MANY else 0.8):
                gone = rng.sample(sorted(stored), min(len(stored), 250))
                what, touched = "remove", set(gone)
                command = [sys.executable, "-c", _REMOVE, str(library), *gone]
            else:
                source = Path(folder, f"in-{number}")
                source.mkdir()
                for _ in range(ARTICLES_AT_ONCE):
                    (source / f"r{made}.txt").write_text(article_text(made, rng), encoding="utf-8")
                    made += 1
                touched = {path.stem for path in source.iterdir()}
                command = [sys.executable, "-m", "qa", "add", str(source)]
                command += ["--library", str(library)]
                what = "add"
            lines, ended, seconds = run_and_kill(command, whole[what] * rng.uniform(0.2, 1.1))
            whole[what] = seconds if ended else max(whole[what], seconds)
            reported = {line.removeprefix("added: ").split()[0] for line in lines}
            happened[f"{what}, {moment(reported, touched, ended=ended)}"] += 1
            now = look(library, faults, number)
            if what == "add":
                lost = (stored | reported) - now
                if lost:
                    faults.append(f"{number}: {len(lost)} articles lost, {sorted(lost)[:3]}")
                if extra := now - stored - touched:
                    faults.append(f"{number}: {sorted(extra)[:3]} came from nowhere")
            else:
                if still := reported & now:
                    faults.append(f"{number}: {sorted(still)[:3]} were removed and are there")
                if lost := stored - touched - now:
                    faults.append(f"{number}: {sorted(lost)[:3]} are lost")
            stored = now
    print(f"{options.times} kills, {made:,} articles offered, {len(stored):,} there at the end")
    for what, times in sorted(happened.items()):
        print(f"{times:5}  {what}")
    for fault in faults:
        print(f"FAULT {fault}")
    return 1 if faults else 0


def article_text(number: int, rng: random.Random) -> str:
    """A few sentences that no other article has."""
    return " ".join(
        f"Report {number} puts the freight of port {rng.randrange(10**6)} at {n} tons."
        for n in range(rng.randint(2, 12))
    )


def run_and_kill(command: list[str], seconds: float) -> tuple[list[str], bool, float]:
    """The lines that a command printed until it was killed, whether it ended before, and when."""
    began = time.perf_counter()
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    )
    lines: list[str] = []
    listener = threading.Thread(target=lambda out=child.stdout: lines.extend(out))
    listener.start()
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(timeout=seconds)
    child.send_signal(signal.SIGKILL)
    ended = child.wait() != -signal.SIGKILL
    listener.join()
    # The last line may have been cut in the middle; only whole ones are promises.
    whole = [line.rstrip("\n") for line in lines if line.endswith("\n")]
    return whole, ended, time.perf_counter() - began


def moment(reported: set[str], touched: set[str], *, ended: bool) -> str:
    """How far the command had come."""
    if ended:
        return "had ended"
    if not reported:
        return "nothing reported yet"
    return "all reported" if len(reported) == len(touched) else "some reported"


def look(folder: Path, faults: list[str], number: int) -> set[str]:
    """The ids in the library, after everything about it was checked."""
    if not (folder / NAME).exists():
        return set()
    library = Library.open(folder)
    faults.extend(f"{number}: {fault}" for fault in library.check())
    stock = library.stock(parser=parser_version())
    faults.extend(f"{number}: {fault}" for fault in stock.damaged)
    with sqlite3.connect(f"file:{folder / NAME}?mode=ro", uri=True) as connection:
        passages = dict(connection.execute(
            "SELECT article_id, count(*) FROM article JOIN passage USING (place) GROUP BY place"
        ))  # fmt: skip
        (bare,) = connection.execute(
            "SELECT count(*) FROM passage WHERE framed_sha256 NOT IN "
            "(SELECT framed_sha256 FROM vector)"
        ).fetchone()
    if bare:
        faults.append(f"{number}: {bare} passages have no vector")
    for article in stock.articles:
        pieces = stock.pieces.get(article.article_id, ())
        covered = sum(len(piece.text) for piece in pieces)
        if covered < 0.9 * len(article.text) or not passages.get(article.article_id):
            faults.append(f"{number}: {article.article_id} is there in part")
    assistant = Assistant.open(folder)
    rows = Counter(passage.article_id for passage in assistant._held[1].index.passages)
    if rows != passages or len(assistant._held[1].index.dense) != sum(passages.values()):
        faults.append(f"{number}: FAISS and SQLite disagree")
    return {article.article_id for article in stock.articles}


if __name__ == "__main__":
    raise SystemExit(main())
