"""How well are articles credited that the rules were not made for?

    python tests/benchmarks/credits.py

Briefings by strangers' hands, each with gold that tells of every sentence whom the
article credits for it: 36 that the rules were mended by (``looked-at``), and 12
that nobody looked into before the figures were taken (``kept``). Other folders of
``NAME.txt`` with ``NAME.jsonl`` can be named instead.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from credit_figures import Tally, measure_credits

_SETS = Path(__file__).resolve().parents[1] / "corpus" / "strangers"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="*", help="of texts with their gold")
    options = parser.parse_args()
    print("| set | articles | sentences | outlets: right | precision | recall "
          "| speakers: right | precision | recall | pieces cut alike |")  # fmt: skip
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for folder in options.folder or sorted(_SETS.iterdir()):
        golds = sorted(folder.glob("*.jsonl"))
        if not golds:
            if options.folder:
                print(f"{folder} holds no gold; name a folder of NAME.txt with NAME.jsonl")
                return 2
            continue
        found = measure_credits(golds)
        print(
            f"| {folder.name} | {found.articles} | {found.sentences} "
            f"| {_cells(found.outlets, found.sentences)} "
            f"| {_cells(found.speakers, found.sentences)} "
            f"| {found.cut_alike / found.pieces:.3f} |"
        )
    return 0


def _cells(tally: Tally, sentences: int) -> str:
    return f"{tally.exact / sentences:.3f} | {tally.precision:.3f} | {tally.recall:.3f}"


if __name__ == "__main__":
    raise SystemExit(main())
