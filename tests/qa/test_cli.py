"""What the command says to bad use, found without opening a model."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from qa.cli import EXIT_BAD_USE, EXIT_OK, EXIT_OURS, main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the following arguments are required: COMMAND; see: briefing --help"),
        (["ask"], 'ask needs a question or --batch FILE; try: briefing ask "What happened?"'),
        (
            ["ask", "Why?", "--batch", "b.jsonl"],
            "ask takes either a question or --batch FILE; leave out one of them",
        ),
        (
            ["ask", "--batch", "b.jsonl", "--history", "Who?"],
            '--history goes with a single question; in a batch write "history" into its lines',
        ),
        (
            ["ask", "Why?", "--libary", "x"],
            "unrecognized arguments: --libary x; see: briefing --help",
        ),
        (["ask", "Why?", "--hist", "x"], "unrecognized arguments: --hist x; see: briefing --help"),
        (
            ["ask", "Why?", "--history"],
            "argument --history: expected one argument; see: briefing ask --help",
        ),
        (
            ["ask", "Why?", "--library", ""],
            "argument --library: no folder is named; see: briefing ask --help",
        ),
        (["add"], "the following arguments are required: PATH; see: briefing add --help"),
        (["show"], "the following arguments are required: article; see: briefing show --help"),
        (
            ["ask", "--batch", "no-such-file"],
            "the batch 'no-such-file' cannot be read (No such file or directory); "
            "name a file of JSON Lines",
        ),
        (
            ["ask", "--batch", "a\0b"],
            "the batch 'a\\x00b' cannot be read (embedded null byte); name a file of JSON Lines",
        ),
        (
            ["ask", "Why?", "--library", "no-such-folder"],
            "there is no library at 'no-such-folder'; make one by adding an article to it",
        ),
        (
            ["doctor", "--library", "no-such-folder"],
            "there is no library at 'no-such-folder'; make one by adding an article to it",
        ),
        (
            ["evaluate", "--gold", "no-such-file"],
            "the gold questions 'no-such-file' cannot be read (No such file or directory); "
            "name a file of JSON Lines or CSV",
        ),
        (
            ["evaluate", "--require", "nDCG is good"],
            "'nDCG is good' is no requirement; write one as 'fused.nDCG@10>=0.70'",
        ),
        (
            ["evaluate", "--compare", "no-such-run"],
            "there is no run to compare with in 'no-such-run' (No such file or directory); "
            "name the --out folder of an earlier run",
        ),
        (
            ["evaluate", "--gate", "no-such-run"],
            "there are no figures to read in 'no-such-run' (No such file or directory); "
            "name the --out folder of a run",
        ),
        (
            ["benchmark", "squad", "no-such-file"],
            "'no-such-file' cannot be read (No such file or directory); name another file",
        ),
        (
            ["benchmark", "squad", "no-such-file", "--limit", "0"],
            "argument --limit: '0' is no whole number above 0; "
            "see: briefing benchmark squad --help",
        ),
        (
            ["benchmark", "beir", "no-such-folder"],
            "there is no corpus.jsonl in 'no-such-folder'; name a folder in the layout of BEIR",
        ),
    ],
)
def test_bad_use_is_one_sentence_and_status_2(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(arguments) == EXIT_BAD_USE
    assert capsys.readouterr() == ("", f"briefing: {said}\n")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_command_lists_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["frob"]) == EXIT_BAD_USE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("briefing: argument COMMAND: invalid choice: 'frob' (choose from ")
    assert err.endswith("); see: briefing --help\n")
    commands = "ask add list show remove doctor evaluate benchmark serve"
    for command in commands.split():
        assert command in err


@pytest.mark.parametrize("name", ["a file", "under a file"])
def test_a_file_is_no_library(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    library = tmp_path / "file" / ("" if name == "a file" else "below")

    assert main(["list", "--library", str(library)]) == EXIT_BAD_USE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert str(library) in err


def test_a_failure_of_ours_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**options: object) -> int:
        raise RuntimeError("a wheel\ncame off")

    monkeypatch.delenv("BRIEFING_DEBUG", raising=False)
    monkeypatch.setattr("qa.shelving.print_articles", fail)

    assert main(["list"]) == EXIT_OURS
    assert capsys.readouterr() == (
        "",
        "briefing: this should not happen (RuntimeError: a wheel came off); "
        "set BRIEFING_DEBUG=1 to see where, and report it\n",
    )
    monkeypatch.setenv("BRIEFING_DEBUG", "1")
    with pytest.raises(RuntimeError):
        main(["list"])


def test_an_interrupt_ends_it_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(**options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("qa.shelving.print_articles", interrupt)

    assert main(["list"]) == 128 + 2
    assert capsys.readouterr() == ("", "")


def test_help_is_a_result(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["ask", "--help"])

    assert ended.value.code == 0
    out, err = capsys.readouterr()
    assert "--batch FILE" in out
    assert err == ""


def test_serve_hands_over_to_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[tuple[Path | None, bool]] = []

    def serve(*, library: Path | None, allow_changes: bool) -> int:
        served.append((library, allow_changes))
        return EXIT_OK

    monkeypatch.setattr("app.main", serve)

    assert main(["serve"]) == EXIT_OK
    assert main(["serve", "--library", "mine", "--allow-changes"]) == EXIT_OK
    assert served == [(None, False), (Path("mine"), True)]


@pytest.mark.parametrize("value", ["abc", "0", "65536"])
def test_an_address_where_no_page_can_be_is_bad_use(
    value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GRADIO_SERVER_PORT", value)

    assert main(["serve"]) == EXIT_BAD_USE
    assert capsys.readouterr() == (
        "",
        f"briefing: GRADIO_SERVER_PORT is {value!r}, which is no port; "
        "set it to a number from 1 to 65535, or unset it for 7860\n",
    )


def test_a_page_over_no_library_is_bad_use_as_any_command_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("GRADIO_SERVER_PORT", str(server.getsockname()[1]))
    library = str(tmp_path / "none")

    assert main(["list", "--library", library]) == EXIT_BAD_USE
    listed = capsys.readouterr()
    assert main(["serve", "--library", library]) == EXIT_BAD_USE
    assert capsys.readouterr() == listed
