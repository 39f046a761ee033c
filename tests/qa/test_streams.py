from __future__ import annotations

import io
import logging
import os
import sys
import warnings
from pathlib import Path

import pytest

from qa.errors import OutputError
from qa.streams import make_printable, plain_streams, print_result, tell


def test_what_is_told_goes_to_standard_error_on_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell("a file\n  named \x1b[31mred\x07 is gone")

    assert capsys.readouterr() == ("", "briefing: a file named \ufffd[31mred\ufffd is gone\n")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b[2J\x00\r\x85", "\ufffd[2J\ufffd\ufffd\ufffd"),
        ("naïve – “quoted” 中文 🦊", "naïve – “quoted” 中文 🦊"),
    ],
)
def test_a_terminal_is_never_steered_by_an_article(text: str, printed: str) -> None:
    assert make_printable(text) == printed


def test_our_warnings_are_told_and_other_libraries_are_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with plain_streams():
        logging.getLogger("index.embedding").warning("cannot keep %s;\nuse another", "it")
        logging.getLogger("index.embedding").info("compiling, once")
        logging.getLogger("index.embedding").debug("a detail")
        logging.getLogger("somebody.else").error("noise")
        warnings.warn("noise", stacklevel=1)

    told = "briefing: cannot keep it; use another\nbriefing: compiling, once\n"
    assert capsys.readouterr() == ("", told)


def test_a_fault_that_is_logged_is_told_with_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    with plain_streams():
        try:
            raise RuntimeError("a wheel\ncame off")
        except RuntimeError:
            logging.getLogger("qa.page").exception("a question could not be answered")

    told = (
        "briefing: a question could not be answered (RuntimeError: a wheel came off); "
        "set BRIEFING_DEBUG=1 to see where, and report it\n"
    )
    assert capsys.readouterr() == ("", told)


def test_logging_is_left_as_it_was_found() -> None:
    before = [(logger.level, logger.propagate, list(logger.handlers)) for logger in loggers()]

    with plain_streams():
        assert logging.getLogger("qa").handlers != before[1][2]

    after = [(logger.level, logger.propagate, list(logger.handlers)) for logger in loggers()]
    assert after == before


def loggers() -> list[logging.Logger]:
    return [logging.getLogger(), logging.getLogger("qa"), logging.getLogger("index")]


def test_both_streams_take_any_text(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))

    with plain_streams():
        print_result("– \ud800")

    assert written.getvalue() == b"\xe2\x80\x93 \\ud800\n"


def test_a_closed_output_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)

    with pytest.raises(OutputError, match="standard output is closed"), plain_streams():
        pass


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    full = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115 - closing it fails
    monkeypatch.setattr(sys, "stdout", full)

    with pytest.raises(OutputError) as caught:
        print_result("x")

    assert str(caught.value) == (
        "the result cannot be written (No space left on device); "
        "free some space or send it elsewhere"
    )
    with pytest.raises(OSError, match="No space left"):
        full.close()
