"""Starting and ending the page as a person does: python app.py, Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import httpx
import pytest
from free_port import free_port
from gradio_client import Client

from qa.page import messages

APP = Path(__file__).parents[2] / "app.py"


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GRADIO_")}
    return kept | {"PYTHONUNBUFFERED": "1"} | more


def start(*command: str, **more: str) -> subprocess.Popen[str]:
    """``python app.py``, or another command, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, *(command or [str(APP)])],
        cwd=APP.parent,
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A suite that runs in the background ignores the signal, and its children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def test_it_serves_where_it_is_told_and_ends_quietly() -> None:
    port = free_port()
    process = start(GRADIO_SERVER_PORT=str(port))
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        address = f"http://127.0.0.1:{port}/"
        assert line == f"The page is at {address} and ends with Ctrl-C.\n"
        with urllib.request.urlopen(address, timeout=10) as response:
            assert "Ask the briefing" in response.read().decode()
            assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
    assert out == ""
    assert "Traceback" not in err
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("options", "editable", "uploaded"), [([], False, 413), (["--allow-changes"], True, 200)]
)
def test_others_ask_and_change_nothing_unless_the_owner_says_so(
    options: list[str], editable: bool, uploaded: int
) -> None:
    port = free_port()
    process = start(
        "-m", "qa", "serve", *options,
        GRADIO_SERVER_NAME="0.0.0.0", GRADIO_SERVER_PORT=str(port),
    )  # fmt: skip
    assert process.stdout is not None
    try:
        address = f"http://localhost:{port}/"
        assert process.stdout.readline() == f"The page is at {address} and ends with Ctrl-C.\n"
        parts = httpx.get(f"{address}config").json()["components"]
        names = {part["props"].get("elem_id") for part in parts}
        assert {"question", "library-list"} <= names
        assert ("upload" in names) == editable
        file = {"files": ("a.txt", b"A bridge opened.")}
        assert httpx.post(f"{address}gradio_api/upload", files=file).status_code == uploaded
        client = Client(address, verbose=False, analytics_enabled=False)
        assert client.predict("When were the Accords initiated?", api_name="/ask")["answered"]
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    finally:
        process.kill()
    assert (f"briefing: {messages.OTHERS_READ_ONLY}" in err.splitlines()) == (not editable)
    assert process.returncode == 0


def test_a_taken_port_is_said_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        process = start(GRADIO_SERVER_PORT=str(port))
        out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert out == ""
    assert err == (
        f"briefing: port {port} on 127.0.0.1 cannot be used, most likely because another program "
        f"has it; stop that program, or choose another port with: GRADIO_SERVER_PORT={port + 1}\n"
    )


@pytest.mark.parametrize("value", ["http", "0", "65536", "-1", "٣"])
def test_what_is_no_port_is_said_in_one_sentence(value: str) -> None:
    process = start(GRADIO_SERVER_PORT=value)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert err == (
        f"briefing: GRADIO_SERVER_PORT is {value!r}, which is no port; "
        "set it to a number from 1 to 65535, or unset it for 7860\n"
    )
