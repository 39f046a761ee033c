"""This project beside what a Python user would pick instead, on one library in one run.

    python tests/benchmarks/against_peers.py --data ../shared/data --work peers --out peers/report

txtai, LlamaIndex with FAISS, LangChain with FAISS and Haystack, each in an
environment of its own (made under --work, and kept for the next run), with the
same MiniLM, passages and questions: paragraphs of SQuAD 1.1, questions of its
dev half, without the articles of SQuAD 2.0 dev, of which our reader has seen
questions. Each runs the model in its own way: the peers in PyTorch at 32 bits,
this project in onnxruntime at 8, compiled once for a machine (half a minute,
which is not counted). The peers find passages; this project is measured as far
as that, and also as it is used, the passages read and the answer cited or
withheld; its R@1 then is of what was read, given or not. Every repeat runs all
systems one after the other, each in a process of its own, in another order.
Prints a table of medians, with the ratio to the best peer; writes it with every
repeat's figures and a plot to --out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from index.model_folders import find_model
from qa.evaluation.squad_files import SquadParagraph, read_squad

ROOT = Path(__file__).resolve().parents[2]
HARNESS = Path(__file__).resolve().parent / "peers" / "harness.py"
_DATA = ("squad1.1-dev.json.gz", "squad1.1-train.json.gz", "squad2.0-dev-a.json.gz")
_MODEL = ("torch==2.13.0", "sentence-transformers==6.2.0", "transformers==5.24.0")


@dataclass(frozen=True, slots=True)
class System:
    """What is measured; ``needs`` is what its environment holds, none for this one's own."""

    module: str
    title: str
    environment: str | None = None
    needs: tuple[str, ...] = ()
    index_of: str | None = None  # the system whose index it opens

    @property
    def is_peer(self) -> bool:
        return self.environment is not None


_TXTAI = ("txtai==9.14.0",)
SYSTEMS = (
    System("briefing_search", "briefing-qa, search alone"),
    System("briefing_answer", "briefing-qa, read and cited", index_of="briefing_search"),
    System("txtai_dense", "txtai", "txtai", _TXTAI),
    System("txtai_hybrid", "txtai, hybrid", "txtai", _TXTAI),
    System(
        "llamaindex_faiss",
        "LlamaIndex, FAISS",
        "llamaindex",
        (
            "llama-index-core==0.14.25",
            "llama-index-embeddings-huggingface==0.8.0",
            "llama-index-vector-stores-faiss==0.7.0",
            "faiss-cpu==1.15.1",
        ),
    ),
    System(
        "langchain_faiss",
        "LangChain, FAISS",
        "langchain",
        ("langchain-community==0.4.2", "langchain-huggingface==1.2.3", "faiss-cpu==1.15.1"),
    ),
    System(
        "haystack_memory",
        "Haystack",
        "haystack",
        ("haystack-ai==3.4.1", "sentence-transformers-haystack==2.0.0"),
    ),
)

#: What is reported: its key, its heading, whether more is better, digits behind the point.
MEASURES = (
    ("cold_s", "cold question, s", False, 2),
    ("build_s", "index, s", False, 1),
    ("passages_per_s", "passages a second", True, 0),
    ("build_mb", "memory to index, MB", False, 0),
    ("disk_mb", "on disk, MB", False, 1),
    ("p50_ms", "p50, ms", False, 1),
    ("p95_ms", "p95, ms", False, 1),
    ("p99_ms", "p99, ms", False, 1),
    ("qps_1", "a second, 1 caller", True, 0),
    ("qps_8", "8 callers", True, 0),
    ("qps_50", "50 callers", True, 0),
    ("serve_mb", "memory to ask, MB", False, 0),
    ("R@1", "R@1", True, 3),
    ("R@5", "R@5", True, 3),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data")
    parser.add_argument("--work", type=Path, required=True, help="environments and indexes")
    parser.add_argument("--out", type=Path, required=True, help="table, figures and plot")
    parser.add_argument("--passages", type=int, default=2_400)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--only", nargs="*", help="names of modules; else all systems")
    options = parser.parse_args()
    for name in _DATA:
        if not (options.data / name).exists():
            print(f"{options.data / name} is missing; name the folder of the public data")
            return 2
    systems = [one for one in SYSTEMS if not options.only or one.module in options.only]
    if not systems:
        print(f"--only names none of {', '.join(one.module for one in SYSTEMS)}")
        return 2
    work = options.work.absolute()
    work.mkdir(parents=True, exist_ok=True)
    pythons = {one.module: python_of(one, work) for one in systems}
    passages, questions = write_inputs(options.data, work, options.passages, options.questions)
    model = str(find_model().path.absolute())
    runs: dict[str, list[dict[str, Any]]] = {one.module: [] for one in systems}
    rng = random.Random(0)
    for repeat in range(options.repeats):
        # What opens another's index comes after it.
        order = rng.sample(systems, len(systems))
        order.sort(key=lambda one: one.index_of is not None)
        for system in order:
            figures = measure(system, pythons[system.module], work, passages, questions, model)
            runs[system.module].append(figures)
            print(f"repeat {repeat + 1}: {system.title}: {json.dumps(figures)}", file=sys.stderr)
    table = table_of(systems, runs)
    print(table)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "peers.json").write_text(json.dumps({
        "machine": machine(), "passages": options.passages, "runs": runs,
    }, indent=2) + "\n", encoding="utf-8")  # fmt: skip
    (options.out / "peers.md").write_text(table + "\n", encoding="utf-8")
    plot(systems, runs, options.out / "peers.svg")
    return 0


def python_of(system: System, work: Path) -> Path:
    """The interpreter of the system's environment, which is made where it is not there."""
    if system.environment is None:
        return Path(sys.executable)
    folder = work / "environments" / system.environment
    python = folder / "bin" / "python"
    stamp = folder / "installed.txt"
    wanted = "\n".join((*_MODEL, *system.needs))
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        print(f"making the environment of {system.title}", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", *_MODEL, *system.needs], check=True
        )
        stamp.write_text(wanted, encoding="utf-8")
    return python


def write_inputs(data: Path, work: Path, passages: int, questions: int) -> tuple[Path, Path]:
    """The library and what is asked of it: the dev paragraphs, then train's up to ``passages``."""
    in_dev, in_train, seen_by_reader = (read_squad(data / name) for name in _DATA)
    seen = {paragraph.article.title for paragraph in seen_by_reader}
    dev = [paragraph for paragraph in in_dev if paragraph.article.title not in seen]
    every: list[SquadParagraph] = [*dev, *in_train]
    texts = list(dict.fromkeys(" ".join(one.article.text.split()) for one in every))[:passages]
    keys = {text: f"p{number:05}" for number, text in enumerate(texts)}
    asked = [
        {"question": question.question, "id": keys[text]}
        for paragraph in dev
        if (text := " ".join(paragraph.article.text.split())) in keys
        for question in paragraph.questions
    ]
    asked = random.Random(0).sample(asked, min(questions, len(asked)))
    paths = work / "passages.jsonl", work / "questions.jsonl"
    for path, rows in zip(
        paths, ([{"id": key, "text": text} for text, key in keys.items()], asked), strict=True
    ):
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return paths


def measure(
    system: System, python: Path, work: Path, passages: Path, questions: Path, model: str
) -> dict[str, Any]:
    """One repeat of one system: build, ask from a fresh process, then many questions."""
    folder = work / "indexes" / (system.index_of or system.module)
    figures: dict[str, Any] = {}
    if system.index_of is None:
        shutil.rmtree(folder, ignore_errors=True)
        began = time.perf_counter()
        built = run(python, system.module, "build", passages, folder, model)
        figures = {
            **built,
            "build_s": time.perf_counter() - began,  # with the imports: what a user waits for
            "passages_per_s": len(passages.read_text("utf-8").splitlines()) / built["build_s"],
        }
    question = json.loads(questions.read_text("utf-8").splitlines()[0])["question"]
    cold = []
    for _ in range(3):
        began = time.perf_counter()
        if system.module == "briefing_answer":
            shell = [python, "-m", "qa", "ask", question, "--library", str(folder / "library")]
            subprocess.run(shell, check=True, capture_output=True, env=environment(), cwd=ROOT)
        else:
            run(python, system.module, "ask", folder, model, question)
        cold.append(time.perf_counter() - began)
    figures["cold_s"] = min(cold[1:])  # the first brings the files into the page cache
    return {**figures, **run(python, system.module, "serve", folder, model, questions)}


def environment() -> dict[str, str]:
    """No look-ups: every model is a folder. And every module compiled, as pip leaves a peer's."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


def run(python: Path, *arguments: str | Path) -> dict[str, Any]:
    """What the harness prints last, as JSON.

    Raises:
        SystemExit: if the system failed; its words are printed.
    """
    command = [python, HARNESS, *arguments]
    done = subprocess.run(
        command, env=environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, arguments[:2]))} failed:\n{done.stderr[-3000:]}")
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def medians(runs: Sequence[dict[str, Any]]) -> dict[str, float]:
    return {
        key: statistics.median(run[key] for run in runs)
        for key, *_ in MEASURES
        if all(key in run for run in runs)
    }


def table_of(systems: Sequence[System], runs: dict[str, list[dict[str, Any]]]) -> str:
    """Markdown: a row for each system, and how this project compares with the best peer."""
    figures = {one.module: medians(runs[one.module]) for one in systems}
    lines = [
        machine(),
        "",
        "| | " + " | ".join(heading for _, heading, _, _ in MEASURES) + " |",
        "|---|" + "---:|" * len(MEASURES),
    ]
    for system in systems:
        own = figures[system.module]
        cells = [f"{own[key]:,.{digits}f}" if key in own else "" for key, _, _, digits in MEASURES]
        lines.append(f"| {system.title} | " + " | ".join(cells) + " |")
    peers = [one for one in systems if one.is_peer]
    for system in systems:
        if system.is_peer or not peers:
            continue
        cells = []
        for key, _, more, _ in MEASURES:
            if key not in figures[system.module]:
                cells.append("")
                continue
            # In each repeat against the peer that is best over all, so that drift cancels.
            pick = max if more else min
            best = pick(peers, key=lambda one: figures[one.module][key]).module
            ratio = statistics.median(
                mine[key] / theirs[key]
                for mine, theirs in zip(runs[system.module], runs[best], strict=True)
            )
            cells.append(f"{ratio if more else 1 / ratio:.2f}")
        title = f"{system.title}: times better than the best peer"
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def machine() -> str:
    """The processor and the runtime, in a line."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def plot(
    systems: Sequence[System], runs: dict[str, list[dict[str, Any]]], path: Path
) -> None:
    """How well each finds against what a warm question, a cold one and indexing take."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    axes_of = (
        ("p50_ms", "warm question, p50, ms"),
        ("cold_s", "cold question, s"),
        ("build_s", "index the library, s"),
    )
    figure, axes = pyplot.subplots(1, len(axes_of), figsize=(12, 4.2), sharey=True)
    for axis, (key, heading) in zip(axes, axes_of, strict=True):
        for number, system in enumerate(systems):
            own = medians(runs[system.module])
            if key in own:
                axis.scatter(
                    own[key], own["R@1"], s=70, color=f"C{number}",
                    marker="o" if system.is_peer else "D", label=system.title,
                )  # fmt: skip
        axis.set_xlabel(heading)
        axis.set_xlim(left=0)
        axis.grid(alpha=0.3)
    axes[0].set_ylabel("right paragraph first (R@1)")
    handles, labels = axes[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="upper center", ncols=4, frameon=False)
    figure.tight_layout(rect=(0, 0, 1, 0.86))
    figure.savefig(path)
    pyplot.close(figure)


if __name__ == "__main__":
    raise SystemExit(main())
