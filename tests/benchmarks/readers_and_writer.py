"""Eight readers ask while another program adds five hundred articles.

    python tests/benchmarks/readers_and_writer.py

Half of the readers are threads of one program (as the page is), half are
programs of their own. No question may fail, every quote must stand at its
offsets in the article that it names, and an answer about the writer's articles
must be right: each of them says one thing of one port. When the writer has
ended, every reader must see all articles without being started anew.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.library import Library
from qa.answers import Answer
from qa.assistant import Assistant

ROOT = Path(__file__).resolve().parents[2]
_NAMES = [f"{a}{b}{c}" for a in ("Bar", "Kel", "Nor", "Tam", "Vos", "Wex", "Zor", "Lin", "Pel")
          for b in ("a", "e", "i", "o", "u", "an", "er") for c in ("mouth", "haven", "port", "wick",
          "stad", "burg", "holm", "ford")]  # fmt: skip


def article_text(number: int) -> str:
    """What is said of port ``number``; its freight tells which article a quote is from."""
    name = _NAMES[number]
    return (
        f"The port of {name} was enlarged last year. {name} handles {freight(number)} tons of "
        f"freight a day, the harbour office said. Its piers are closed in winter.\n"
    )


def freight(number: int) -> int:
    return 1_000 + 7 * number


class Reader:
    """Asks until it is told to stop, and notes what was wrong."""

    def __init__(self, library: Path, seed: int, assistant: Assistant) -> None:
        self._library = library
        self._rng = random.Random(seed)
        self._assistant = assistant
        self.asked = self.answered = 0
        self.faults: list[str] = []

    def ask_until(self, ended: threading.Event, total: int) -> None:
        """Questions about ports, those that are there and those that may come."""
        while not ended.is_set():
            self._ask(self._rng.randrange(total))
        if len(self._assistant.articles) != total:
            self.faults.append(f"sees {len(self._assistant.articles)} of {total} articles")

    def _ask(self, number: int) -> None:
        name = _NAMES[number]
        self.asked += 1
        try:
            reply = self._assistant.ask(f"How many tons of freight does {name} handle a day?")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
            self.faults.append(f"{name}: {type(error).__name__}: {error}")
            return
        if not isinstance(reply, Answer):
            return
        self.answered += 1
        texts = {one.article_id: one.text for one in Library.open(self._library).articles()}
        for citation in reply.citations:
            text = texts.get(citation.article_id)
            if text is None or citation.span.of(text) != citation.quote:
                self.faults.append(f"{name}: the quote is not in {citation.article_id}")
        quotes = " ".join(citation.quote for citation in reply.citations)
        if name in quotes and f"{freight(number)} tons" not in quotes:
            self.faults.append(f"{name}: cited {quotes!r}")


def read_alone(library: Path, seed: int, total: int, ended: Path) -> int:
    """One reader that is a program of its own; it ends when the file ``ended`` is there."""
    event = threading.Event()

    def watch() -> None:
        while not ended.exists():
            time.sleep(0.05)
        event.set()

    threading.Thread(target=watch, daemon=True).start()
    reader = Reader(library, seed, Assistant.open(library))
    reader.ask_until(event, total)
    print(json.dumps([reader.asked, reader.answered, reader.faults]))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--alone", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        library, seed, total, ended = options.alone
        return read_alone(Path(library), int(seed), int(total), Path(ended))
    total = options.articles
    with tempfile.TemporaryDirectory() as folder:
        library, source = Path(folder, "library"), Path(folder, "in")
        source.mkdir()
        for number in range(total):
            (source / f"port-{number:03}.txt").write_text(article_text(number))
        add = [sys.executable, "-m", "qa", "add", "--library", str(library)]
        first = source / "port-000.txt"
        subprocess.run([*add, str(first)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        ended_file, ended = Path(folder, "ended"), threading.Event()
        programs = [
            subprocess.Popen(
                [sys.executable, __file__, "--alone", str(library), str(seed), str(total),
                 str(ended_file)], stdout=subprocess.PIPE, text=True,
            ) for seed in range(options.readers // 2)
        ]  # fmt: skip
        shared = Assistant.open(library)
        inside = [
            Reader(library, seed, shared) for seed in range(options.readers // 2, options.readers)
        ]
        threads = [
            threading.Thread(target=reader.ask_until, args=(ended, total)) for reader in inside
        ]
        for thread in threads:
            thread.start()
        began = time.perf_counter()
        written = subprocess.run([*add, str(source)], cwd=ROOT, capture_output=True, text=True)
        seconds = time.perf_counter() - began
        ended_file.touch()
        ended.set()
        for thread in threads:
            thread.join()
        results = [(reader.asked, reader.answered, reader.faults) for reader in inside]
        results += [json.loads(program.communicate()[0]) for program in programs]
    faults = [fault for _, _, own in results for fault in own]
    if written.returncode:
        faults.append(f"the writer ended with {written.returncode}: {written.stderr[-300:]}")
    print(
        f"{options.readers} readers asked {sum(asked for asked, _, _ in results):,} questions and "
        f"got {sum(answered for _, answered, _ in results):,} answers while {total} articles were "
        f"added in {seconds:.0f} s; {len(faults)} faults"
    )
    for fault in faults[:20]:
        print(f"FAULT {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
