"""Fifty callers at the web page for two minutes: errors, answers a second, and how long they wait.

    python tests/benchmarks/page_callers.py

Asked are the gold questions about the bundled article, through the page's
endpoint /ask. What one process can do at most is measured before and after, in
a process of its own: the same questions put to ``Assistant`` from as many
threads as answer the most. Callers ask again as soon as they are answered, so a
caller's wait is about their number over the answers a second.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread

import httpx

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.bundled import bundled_article
from qa.evaluation.gold_files import read_gold

ROOT = Path(__file__).resolve().parents[2]
_THREADS = (1, 2, 4)
_PLACE = "/gradio_api/call/ask"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--callers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--limit", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.limit:
        print(limit_of_a_process())
        return 0
    before = limit()
    with page() as address:
        waits, faults, seconds = call(address, options.callers, options.seconds)
    after = limit()
    most = (before + after) / 2
    rate = len(waits) / seconds
    print(f"one process without the page: {before:.1f} answers a second before, {after:.1f} after")
    for fault, count in faults.most_common(5):
        print(f"{count} times: {fault}")
    if len(waits) < 2:
        print(f"{len(waits)} of {options.callers} callers were answered")
        return 1
    print(
        f"{options.callers} callers for {seconds:.0f} s: {len(waits):,} answers, "
        f"{rate:.1f} a second ({rate / most:.2f} of that), {sum(faults.values())} errors; "
        f"wait p50 {statistics.median(waits):.2f} s, "
        f"p95 {statistics.quantiles(waits, n=20)[18]:.2f} s, longest {max(waits):.2f} s"
    )
    return 1 if faults else 0


def questions() -> list[str]:
    article = bundled_article()
    asked = read_gold(None, {article.article_id: article.text})
    return [one.question for one in asked if not one.history]


def limit() -> float:
    command = [sys.executable, __file__, "--limit"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    return float(done.stdout.splitlines()[-1])


def limit_of_a_process() -> float:
    """Answers a second, by the number of threads that gives the most."""
    from qa.assistant import Assistant

    assistant, asked = Assistant.open_bundled(), questions()
    best = 0.0
    for threads in _THREADS:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(assistant.ask, asked[:10]))
            began = time.perf_counter()
            list(pool.map(assistant.ask, asked))
            best = max(best, len(asked) / (time.perf_counter() - began))
    return best


@contextmanager
def page() -> Iterator[str]:
    """The address of the page in a process of its own, once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    child = subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT,
        env={**os.environ, "GRADIO_SERVER_PORT": str(port)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        deadline = time.monotonic() + 120
        while True:
            try:
                if httpx.get(address).status_code == 200:
                    break
            except httpx.TransportError:
                pass
            if child.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("the page did not start; run python app.py to see why")
            time.sleep(0.3)
        yield address
    finally:
        child.terminate()
        child.wait()


def call(address: str, callers: int, seconds: float) -> tuple[list[float], Counter[str], float]:
    """Every wait in seconds, the errors, and the time that it took in all."""
    waits: list[float] = []
    faults: Counter[str] = Counter()
    asked = itertools.cycle(questions())
    began = time.perf_counter()

    def one_caller() -> None:
        # From the standard library, since it costs the cores that are measured the least.
        connection = HTTPConnection(address.removeprefix("http://"), timeout=120)
        while time.perf_counter() - began < seconds:
            started = time.perf_counter()
            try:
                fault = ask(connection, next(asked))
            except (OSError, HTTPException, ValueError, KeyError) as error:
                fault = f"{type(error).__name__}: {error}"
                connection.close()
            if fault is None:
                waits.append(time.perf_counter() - started)
            else:
                faults[fault] += 1
        connection.close()

    threads = [Thread(target=one_caller) for _ in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return waits, faults, time.perf_counter() - began


def ask(connection: HTTPConnection, question: str) -> str | None:
    """Ask through /ask and await the reply; what went wrong, or None."""
    body = json.dumps({"data": [question, [], []]})
    connection.request("POST", _PLACE, body, {"Content-Type": "application/json"})
    posted = connection.getresponse()
    told = posted.read()
    if posted.status != 200:
        return f"status {posted.status}: {told[:200]!r}"
    connection.request("GET", f"{_PLACE}/{json.loads(told)['event_id']}")
    stream, event = connection.getresponse(), ""
    if stream.status != 200:
        return f"status {stream.status}: {stream.read()[:200]!r}"
    for line in stream.read().decode().splitlines():
        if line.startswith("event: "):
            event = line.removeprefix("event: ")
        elif line.startswith("data: ") and event in ("complete", "error"):
            held = json.loads(line.removeprefix("data: "))
            if event == "error" or not held or "answered" not in held[0]:
                return f"{event}: {str(held)[:200]}"
            return None
    return "the stream ended without a reply"


if __name__ == "__main__":
    raise SystemExit(main())
