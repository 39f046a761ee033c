"""``briefing benchmark`` and ``briefing evaluate`` as a user runs them, with the real models."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

Shell = Callable[..., "subprocess.CompletedProcess[str]"]

CONTEXTS = {
    "Harbour_Bridge": "The harbour bridge was opened in 1932 by the premier. It carries trains.",
    "Salt_Tax": "The salt tax was raised in Gujarat. Merchants protested for eleven weeks.",
    "Night_Owl": "The boreal owl hunts at night. It eats voles. It lives in spruce forests.",
}
ASKED = {
    "Harbour_Bridge": [("When was the harbour bridge opened?", "1932")],
    "Salt_Tax": [
        ("How long did the merchants protest?", "eleven weeks"),
        ("Which minister abolished the salt tax?", None),
    ],
    "Night_Owl": [("What does the boreal owl eat?", "voles")],
}


@pytest.fixture(scope="module")
def squad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def question(title: str, number: int, text: str, answer: str | None) -> dict[str, object]:
        golds = [] if answer is None else [
            {"text": answer, "answer_start": CONTEXTS[title].index(answer)}
        ]  # fmt: skip
        return {"id": f"{title}-{number}", "question": text, "answers": golds,
                "is_impossible": answer is None}  # fmt: skip

    data = [
        {
            "title": title,
            "paragraphs": [
                {
                    "context": context,
                    "qas": [
                        question(title, number, text, answer)
                        for number, (text, answer) in enumerate(ASKED[title])
                    ],
                }
            ],
        }
        for title, context in CONTEXTS.items()
    ]
    path = tmp_path_factory.mktemp("squad") / "tiny.json"
    path.write_text(json.dumps({"data": data}), encoding="utf-8")
    return path


def figures(folder: Path) -> dict[str, float]:
    metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    return {name: figure["value"] for name, figure in metrics.items()}


def test_each_question_is_put_to_its_paragraph(
    briefing: Shell, squad: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    done = briefing("benchmark", "squad", squad, "--out", out, "--require", "answer.F1>=1.01")

    # The table is the result; that a figure was missed is said beside it.
    assert done.returncode == 1
    assert done.stdout.startswith("tiny.json, paragraph\n")
    found = figures(out)
    assert done.stderr.splitlines()[-1] == (
        f"briefing: answer.F1 is {found['answer.F1']:.4f}, required >= 1.01"
    )
    assert found["citation.recall"] == 1.0  # three plain facts
    assert found["answer.F1_has_answer"] == 1.0
    assert not [name for name in found if name.startswith(("dense.", "outlet."))]
    ids = [
        json.loads(line)["id"]
        for line in (out / "predictions.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert ids == ["Harbour_Bridge-0", "Salt_Tax-0", "Salt_Tax-1", "Night_Owl-0"]


def test_in_an_open_library_the_right_paragraph_is_found_first(
    briefing: Shell, squad: Path, tmp_path: Path
) -> None:
    out, searched = tmp_path / "out", tmp_path / "searched"

    done = briefing("benchmark", "squad", squad, "--mode", "open", "--out", out)
    quick = briefing(
        "benchmark", "squad", squad, "--mode", "open", "--search-only", "--out", searched
    )

    assert (done.returncode, quick.returncode) == (0, 0)
    found = figures(out)
    assert found["fused.R@1"] == found["read.R@1"] == 1.0
    assert found["fused.R@1"] == figures(searched)["fused.R@1"]
    assert not [name for name in figures(searched) if name.startswith(("read.", "answer."))]
    run = (out / "run.fused.trec").read_text(encoding="utf-8").splitlines()
    assert run[0] == "Harbour_Bridge-0 Q0 Harbour_Bridge:0 1 1.000000 fused"


def test_a_draw_is_of_that_many_questions_over_all_paragraphs(
    briefing: Shell, squad: Path, tmp_path: Path
) -> None:
    done = briefing(
        "benchmark", "squad", squad, "--limit", "2", "--seed", "5", "--out", tmp_path / "out"
    )

    assert done.returncode == 0
    lines = (tmp_path / "out" / "predictions.jsonl").read_text(encoding="utf-8").splitlines()
    ids = ["Harbour_Bridge-0", "Salt_Tax-0", "Salt_Tax-1", "Night_Owl-0"]
    # The draw of the standard library, asked in the order of the file.
    drawn = random.Random(5).sample(ids, 2)
    assert [json.loads(line)["id"] for line in lines] == [name for name in ids if name in drawn]


def test_single_paragraphs_cannot_be_searched(briefing: Shell, squad: Path) -> None:
    done = briefing("benchmark", "squad", squad, "--search-only")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "briefing: --search-only needs a library to search; add --mode open\n"


def test_documents_are_found_and_compared_with_an_earlier_run(
    briefing: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / "tiny"
    folder.mkdir()
    (folder / "corpus.jsonl").write_text(
        "".join(
            json.dumps({"_id": title, "title": title.replace("_", " "), "text": text}) + "\n"
            for title, text in CONTEXTS.items()
        )
    )
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "owls eat small mammals"}\n')
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\tNight_Owl\t1\n")
    out = tmp_path / "out"

    first = briefing("benchmark", "beir", folder, "--out", out)
    again = briefing(
        "benchmark", "beir", folder, "--compare", out, "--gate", out,
        "--require", "nDCG@10>=0.99",
    )  # fmt: skip

    assert (first.returncode, again.returncode) == (0, 0)
    assert set(figures(out)) == {
        f"{stage}.{measure}"
        for stage in ("dense", "lexical", "fused")
        for measure in ("R@1", "R@5", "R@10", "RR@10", "nDCG@10")
    }
    assert figures(out)["fused.nDCG@10"] == 1.0
    assert "15 figures are the same\nworse: 0 questions\nbetter: 0 questions\n" in again.stdout


def test_a_run_that_is_stopped_leaves_a_valid_report(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out"
    question = "Which words of this long question about the fortieth matter answer number {}?"
    gold.write_text(
        "".join(json.dumps({"question": question.format(i)}) + "\n" for i in range(3000))
    )

    with subprocess.Popen(
        [sys.executable, "-m", "qa", "evaluate", "--gold", gold, "--out", out],
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell's background job, as these tests may be, hands on that Ctrl-C is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if line.startswith("briefing: asked: "):
                running.send_signal(signal.SIGINT)
                break
        try:
            stdout, stderr = running.communicate(timeout=120)
        finally:
            running.kill()  # else a run that goes on is waited for to its end

    assert running.returncode == 130
    asked = len((out / "predictions.jsonl").read_text(encoding="utf-8").splitlines())
    assert 0 < asked < 3000
    assert stdout.startswith(f"PARTIAL: {asked:,} of 3,000 questions were asked;")
    assert "stopped; what was asked is reported" in stderr
    assert figures(out)["silence.recall"] >= 0
    assert "Partial:" in (out / "report.html").read_text(encoding="utf-8")
