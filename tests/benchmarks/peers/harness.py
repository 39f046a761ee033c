"""One system on one library: index it, ask once, or ask much; prints one JSON object.

    PYTHON harness.py SYSTEM build PASSAGES.jsonl FOLDER MODEL
    PYTHON harness.py SYSTEM ask FOLDER MODEL QUESTION
    PYTHON harness.py SYSTEM serve FOLDER MODEL QUESTIONS.jsonl

``SYSTEM`` is a module beside this one. It is run by the interpreter of an
environment that holds that system alone, so nothing but the standard library
is imported here. ``MODEL`` is the folder of the embedder that all systems share.
"""

from __future__ import annotations

import importlib
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

CALLERS = (1, 8, 50)
_WARM_UP = 5  # questions that are not counted

#: Takes a question, gives the ids of the passages found, best first.
Find = Callable[[str], list[str]]


def main() -> None:
    _, system, task, *rest = sys.argv
    module = importlib.import_module(system)
    print(json.dumps(_TASKS[task](module, *rest)))


def _build(module: Any, passages: str, folder: str, model: str) -> dict[str, float]:
    held = [json.loads(line) for line in Path(passages).read_text("utf-8").splitlines()]
    Path(folder).mkdir(parents=True)
    began = time.perf_counter()
    module.build([(item["id"], item["text"]) for item in held], Path(folder), model)
    seconds = time.perf_counter() - began
    size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    return {"build_s": seconds, "build_mb": _highest_mb(), "disk_mb": size / 1e6}


def _ask(module: Any, folder: str, model: str, question: str) -> dict[str, Any]:
    return {"found": module.open_index(Path(folder), model)(question)}


def _serve(module: Any, folder: str, model: str, questions: str) -> dict[str, Any]:
    asked = [json.loads(line) for line in Path(questions).read_text("utf-8").splitlines()]
    find: Find = module.open_index(Path(folder), model)
    for item in asked[:_WARM_UP]:
        find(item["question"])
    times, first, five = [], 0, 0
    for item in asked:
        began = time.perf_counter()
        found = find(item["question"])
        times.append(1000 * (time.perf_counter() - began))
        first += found[:1] == [item["id"]]
        five += item["id"] in found[:5]
    cuts = statistics.quantiles(times, n=100)
    figures = {
        "p50_ms": statistics.median(times),
        "p95_ms": cuts[94],
        "p99_ms": cuts[98],
        "R@1": first / len(asked),
        "R@5": five / len(asked),
    }
    for callers in CALLERS:
        with ThreadPoolExecutor(callers) as pool:
            began = time.perf_counter()
            list(pool.map(find, [item["question"] for item in asked]))
            figures[f"qps_{callers}"] = len(asked) / (time.perf_counter() - began)
    return {**figures, "serve_mb": _highest_mb()}


def _highest_mb() -> float:
    """The most memory that this process has held, in megabytes; Linux."""
    status = Path("/proc/self/status").read_text("ascii")
    held = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert held is not None
    return int(held[1]) * 1024 / 1e6


_TASKS: dict[str, Callable[..., dict[str, Any]]] = {
    "build": _build,
    "ask": _ask,
    "serve": _serve,
}

if __name__ == "__main__":
    main()
