"""The command from end to end, in processes of its own, as its users run it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.bundled import bundled_article
from corpus.database import NAME
from corpus.library import Library
from qa import Assistant, answer_json, ask

ROOT = Path(__file__).parents[2]

Shell = Callable[..., subprocess.CompletedProcess[str]]

WHY = "Why does this matter for Central Asia?"
SOURCES = "Who are the sources?"

CITATION_KEYS = {
    "marker": int, "article_id": str, "title": str, "start": int, "end": int, "quote": str,
    "outlets": list, "speaker": (str, type(None)), "support": float,
}  # fmt: skip
ANSWER_KEYS = {
    "id": object, "question": str, "query": str, "answered": bool, "text": str,
    "short": (str, type(None)), "citations": list, "confidence": float,
    "reason": (str, type(None)), "nearest": list, "timings_ms": dict,
}  # fmt: skip


def check_answer(value: Any, texts: dict[str, str]) -> None:
    """Hold ``value`` against the contract, key by key."""
    check_keys(value, ANSWER_KEYS)
    for citation in (*value["citations"], *value["nearest"]):
        check_keys(citation, CITATION_KEYS)
        assert all(isinstance(name, str) for name in citation["outlets"])
        text = texts[citation["article_id"]]
        assert text[citation["start"] : citation["end"]] == citation["quote"] != ""
        assert 0 <= citation["support"] <= 1
    assert 0 <= value["confidence"] <= 1
    assert value["timings_ms"]["total"] >= 0
    assert all(isinstance(ms, float) for ms in value["timings_ms"].values())
    if value["answered"]:
        assert (value["reason"], value["nearest"]) == (None, [])
        check_markers(value["text"], [citation["marker"] for citation in value["citations"]])
    else:
        assert value["reason"] in ("not_in_briefing", "empty_question", "no_articles")
        assert (value["short"], value["citations"]) == (None, [])
        assert len(value["nearest"]) <= 3


def check_keys(value: Any, keys: dict[str, Any]) -> None:
    assert list(value) == list(keys)
    for key, kind in keys.items():
        assert isinstance(value[key], kind), key
        # True is an int to Python, not to JSON.
        assert not (isinstance(value[key], bool) and kind is int), key


def check_markers(text: str, markers: list[int]) -> None:
    """The text is as many sentences as markers, each ending in its own."""
    assert markers == list(range(1, len(markers) + 1)) != []
    rest = text
    for marker in markers:
        sentence, found, rest = rest.partition(f" [{marker}]")
        assert found
        assert sentence.strip()
        assert "[" not in sentence.replace("[would]", "")
        assert rest == "" or rest.startswith(" ")
    assert rest == ""


def without_times(value: dict[str, Any]) -> dict[str, Any]:
    return {key: item for key, item in value.items() if key != "timings_ms"}


@pytest.fixture(scope="session")
def bundled_texts() -> dict[str, str]:
    article = bundled_article()
    return {article.article_id: article.text}


@pytest.fixture(scope="session")
def warm(briefing: Shell) -> None:
    """The embedder is compiled and the bundled article indexed."""
    assert briefing("ask", SOURCES).returncode == 0


def test_the_first_question_tells_what_takes_long_and_the_next_is_quiet(
    briefing: Shell, tmp_path: Path
) -> None:
    env = {"BRIEFING_CACHE": str(tmp_path / "cache"), "HOME": str(tmp_path / "home")}

    first = briefing("ask", WHY, "--json", env=env)
    second = briefing("ask", WHY, "--json", env=env)

    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stderr == (
        "briefing: compiling the embedder all-MiniLM-L6-v2, once; later starts are quick\n"
        "briefing: indexing 12 passages for the first time\n"
    )
    assert second.stderr == ""
    assert without_times(json.loads(first.stdout)) == without_times(json.loads(second.stdout))
    # No library keeps a record of its own in the user's home.
    assert not (tmp_path / "home").exists()


@pytest.mark.usefixtures("warm")
def test_the_question_of_the_readme_cites_eurasianet(
    briefing: Shell, bundled_texts: dict[str, str]
) -> None:
    done = briefing("ask", "why does this matter for Central Asia?", "--json")

    assert (done.returncode, done.stderr) == (0, "")
    value = json.loads(done.stdout)
    check_answer(value, bundled_texts)
    assert value["answered"]
    assert ["Eurasianet"] in [citation["outlets"] for citation in value["citations"]]


@pytest.mark.usefixtures("warm")
def test_every_door_gives_the_same_answer(
    briefing: Shell, bundled_texts: dict[str, str], tmp_path: Path
) -> None:
    asked: list[dict[str, Any]] = [
        {"question": WHY, "history": []},
        {"question": SOURCES, "history": []},
        {"question": "Says who?", "history": ["When were the Accords initiated?"]},
        {"question": "Who won the football match?", "history": []},
        {"question": "  ", "history": []},
    ]
    batch = tmp_path / "b.jsonl"
    batch.write_text("".join(json.dumps({"id": n, **a}) + "\n" for n, a in enumerate(asked)))

    done = briefing("ask", "--batch", batch, "--json")

    assert (done.returncode, done.stderr) == (0, "")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [0, 1, 2, 3, 4]
    for answer, request in zip(answers, asked, strict=True):
        check_answer(answer, bundled_texts)
        python = answer_json(ask(request["question"], history=request["history"]))
        assert without_times(answer | {"id": None}) == without_times(python)
    history = ["--history", asked[2]["history"][0]]
    single = json.loads(briefing("ask", asked[2]["question"], *history, "--json").stdout)
    assert without_times(single) == without_times(answers[2] | {"id": None})
    assert [answer["answered"] for answer in answers[3:]] == [False, False]
    assert [answer["reason"] for answer in answers[3:]] == ["not_in_briefing", "empty_question"]


@pytest.mark.usefixtures("warm")
def test_bad_lines_are_named_and_the_others_answered(briefing: Shell) -> None:
    lines = [
        b'\xef\xbb\xbf{"id": "\\ud800", "question": "%s"}\r' % SOURCES.encode(),
        b"\r",
        b"what?",
        b'{"id": 1}',
        b"\xff",
        b'{"id": 2, "question": "%s"}' % (b"x" * 10_000),
        b'{"id": {"a": [1, null]}, "question": "\\u0000\\u001b \\udfff"}',
        b'{"id": %s, "question": "%s"}' % (b"9" * 40, SOURCES.encode()),
    ]

    done = briefing("ask", "--batch", "-", stdin=b"\n".join(lines))

    assert done.returncode == 2
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["\ud800", {"a": [1, None]}, int("9" * 40)]
    assert answers[1]["reason"] == "empty_question"
    assert without_times(answers[0] | {"id": 0}) == without_times(answers[2] | {"id": 0})
    assert done.stderr.splitlines() == [
        "briefing: line 3 of standard input: this is not JSON (Expecting value at character 1); "
        "write one object a line",
        'briefing: line 4 of standard input: "question" is missing or no text; '
        'write {"id": 1, "question": "…"}',
        "briefing: line 5 of standard input: this is not UTF-8; save the batch as UTF-8 text",
        "briefing: line 6 of standard input: the question has 10,000 characters; "
        "ask it in at most 2,000",
    ]


@pytest.mark.usefixtures("warm")
def test_an_answer_comes_before_the_next_line_is_sent() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "qa", "ask", "--batch", "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "question": SOURCES}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.stdout.read() == ""
    assert process.returncode == 0


@pytest.mark.usefixtures("warm")
def test_ctrl_c_ends_it_without_a_word() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "qa", "ask", "--batch", "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A suite that runs in the background ignores the signal, and its children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"question": SOURCES}) + "\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.communicate() == ("", "")
    assert process.returncode == 130


@pytest.mark.usefixtures("warm")
@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
@pytest.mark.parametrize(
    ("redirected", "status", "said"),
    [
        ("| true", 0, ""),
        (
            ">&-",
            1,
            "briefing: standard output is closed; leave it open or send it to a file\n",
        ),
        (
            "--batch - <&-",
            2,
            "briefing: standard input is closed; name a file of JSON Lines instead of -\n",
        ),
    ],
)
def test_closed_streams(redirected: str, status: int, said: str) -> None:
    question = "" if "--batch" in redirected else f"'{SOURCES}'"
    line = f'"{sys.executable}" -m qa ask {question} {redirected}'
    done = subprocess.run(
        ["sh", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.returncode, done.stdout, done.stderr) == (status, "", said)


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "POSIX", "TERM": ""},
    ],
)
def test_output_is_utf_8_in_any_locale(briefing: Shell, env: dict[str, str]) -> None:
    done = briefing("ask", b"Who \xff are the sources?", env=env)

    assert (done.returncode, done.stderr) == (0, "")
    assert "“" in done.stdout  # the command's fixture decodes it as UTF-8


@pytest.mark.usefixtures("warm")
def test_bad_questions(briefing: Shell) -> None:
    long = briefing("ask", "x" * 10_000)
    unknown = briefing("ask", WHY, "--outlet", "Nobody's News")
    empty = briefing("ask", "", "--json")
    controls = briefing("ask", "\x01\x1b\x7f")

    said = "briefing: the question has 10,000 characters; ask it in at most 2,000\n"
    assert (long.returncode, long.stdout, long.stderr) == (2, "", said)
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert unknown.stderr.startswith('briefing: no article credits "Nobody\'s News"; ')
    assert unknown.stderr.count("\n") == 1
    assert (empty.returncode, json.loads(empty.stdout)["reason"]) == (0, "empty_question")
    said = "There is no question to answer; ask something in words.\n"
    assert (controls.returncode, controls.stdout, controls.stderr) == (0, said, "")


@pytest.mark.usefixtures("warm")
def test_an_outlet_narrows_the_answer_to_its_own(
    briefing: Shell, bundled_texts: dict[str, str]
) -> None:
    done = briefing("ask", "What is this about?", "--outlet", "wikipedia", "--json")

    value = json.loads(done.stdout)
    check_answer(value, bundled_texts)
    assert {name for item in value["citations"] for name in item["outlets"]} == {"Wikipedia"}


@pytest.mark.usefixtures("warm")
def test_a_library_of_three_articles(briefing: Shell, three_articles: Path) -> None:
    articles = Library.open(three_articles).articles()
    texts = {article.article_id: article.text for article in articles}
    assert sorted(texts) == ["markdown-battery-trams", "regional-salt-duty", "wire-vaccine-cargo"]

    question = "How much does each battery tram cost?"
    shell = json.loads(briefing("ask", question, "--library", three_articles, "--json").stdout)
    python = answer_json(Assistant.open(three_articles).ask(question))

    check_answer(shell, texts)
    assert without_times(shell) == without_times(python)
    overview = briefing("ask", "Give me the key takeaways", "--library", three_articles, "--json")
    value = json.loads(overview.stdout)
    check_answer(value, texts)
    assert value["answered"]


@pytest.mark.usefixtures("warm")
def test_an_empty_library_has_nothing_to_say(briefing: Shell, tmp_path: Path) -> None:
    done = briefing("ask", WHY, "--library", tmp_path, "--json")

    assert done.returncode == 0
    value = json.loads(done.stdout)
    check_answer(value, {})
    assert value["reason"] == "no_articles"


@pytest.mark.usefixtures("warm")
def test_a_damaged_index_is_built_anew_with_a_word(
    briefing: Shell, three_articles: Path, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    shutil.copy(three_articles / NAME, library)
    sound = briefing("ask", SOURCES, "--library", library)
    for path in (library / "index").rglob("*"):
        if path.is_file():
            path.write_bytes(b"\0junk")
    damaged = briefing("ask", SOURCES, "--library", library)
    mended = briefing("ask", SOURCES, "--library", library)

    assert [done.returncode for done in (sound, damaged, mended)] == [0, 0, 0]
    assert damaged.stdout == mended.stdout == sound.stdout
    assert damaged.stderr.count("\n") == 1
    assert " anew: " in damaged.stderr
    assert mended.stderr == ""


@pytest.mark.usefixtures("warm")
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="takes root to be somebody else",
)
def test_a_library_that_cannot_be_written_is_still_read(
    briefing: Shell, three_articles: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    library = tmp_path_factory.mktemp("other") / "library"
    library.mkdir()
    shutil.copy(three_articles / NAME, library)
    # All rights but the one to pass over permissions.
    prefix = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-all")
    library.chmod(0o555)
    done = briefing("ask", SOURCES, "--library", library, prefix=prefix)
    removed = briefing("remove", "wire-vaccine-cargo", "--library", library, prefix=prefix)
    library.chmod(0o755)

    assert done.returncode == 0
    assert "Reuters" in done.stdout
    assert done.stderr.splitlines()[-1].endswith("it is kept in memory for this run")
    assert (removed.returncode, removed.stdout) == (2, "")
    assert removed.stderr == (
        f"briefing: the library '{library}' cannot be changed "
        "(attempt to write a readonly database); check its permissions and the free space\n"
    )


@pytest.mark.usefixtures("warm")
def test_the_doctor_finds_a_sound_library_sound_and_a_damaged_one_not(
    briefing: Shell, three_articles: Path, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    shutil.copy(three_articles / NAME, library)
    sound = briefing("doctor", "--library", library)
    with sqlite3.connect(library / NAME) as connection:
        connection.execute("UPDATE article SET text = 'x' WHERE article_id = 'wire-vaccine-cargo'")
    damaged = briefing("doctor", "--library", library)

    assert sound.returncode == 0
    assert [line.split()[0] for line in sound.stdout.splitlines()] == ["ok"] * 7
    assert "ok       library: 3 articles\n" in sound.stdout
    assert damaged.returncode == 1
    assert (
        "problem  library: the stored article 'wire-vaccine-cargo' is damaged: "
        "it is not the one that was stored; remove it and add it again\n"
    ) in damaged.stdout


@pytest.mark.usefixtures("warm")
def test_evaluate_writes_every_prediction_and_the_figures(
    briefing: Shell, bundled_texts: dict[str, str], tmp_path: Path
) -> None:
    source = ROOT / "corpus" / "gold" / "kazakhstan-abraham-accords.jsonl"
    lines = source.read_text(encoding="utf-8").splitlines()[::25]
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out" / "here"
    gold.write_text("\n".join(lines), encoding="utf-8")

    done = briefing("evaluate", "--gold", gold, "--out", out)

    assert done.returncode == 0
    # On a slow machine, lines of progress stand before it.
    assert done.stderr.splitlines()[-1] == f"briefing: the report is {out / 'report.html'}"
    assert "\nquotes verbatim: 1.000\n" in done.stdout
    written = (out / "predictions.jsonl").read_text(encoding="utf-8").splitlines()
    predictions = [json.loads(line) for line in written]
    assert [item["id"] for item in predictions] == [json.loads(line)["id"] for line in lines]
    for prediction in predictions:
        check_answer({key: prediction[key] for key in ANSWER_KEYS}, bundled_texts)
    metrics = json.loads((out / "metrics.json").read_text(encoding="utf-8"))
    assert all(list(figure) == ["value", "low", "high", "n"] for figure in metrics.values())
    right = sum(item["right"] for item in predictions)
    wrong = sum(item["answered"] and not item["right"] for item in predictions)
    assert metrics["crag"]["value"] == pytest.approx((right - wrong) / len(predictions))
    assert metrics["crag"]["n"] == len(predictions)
