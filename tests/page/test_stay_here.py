"""Which requests reach the page, and what every response carries."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from qa.page.stay_here import StayHere


def answer(method: str, *, server: str = "127.0.0.1", **headers: str) -> tuple[int, dict[str, str]]:
    """The status and headers of one request."""
    sent: list[dict[str, Any]] = []

    async def page(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"changed"})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        raise AssertionError("nothing is read")

    scope = {
        "type": "http",
        "method": method,
        "server": (server, 7860),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    # In a thread: the browser of other tests may have a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, StayHere(page)(scope, receive, send)).result()
    return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("POST", {"host": "127.0.0.1:7860", "origin": "http://127.0.0.1:7860"}, 200),
        ("POST", {"host": "localhost:7860", "origin": "http://localhost:7860"}, 200),
        ("POST", {"host": "127.0.0.1:7860"}, 200),  # a program, not a browser
        ("GET", {"host": "127.0.0.1:7860", "origin": "https://evil.example"}, 200),
        ("POST", {"host": "127.0.0.1:7860", "origin": "https://evil.example"}, 403),
        ("POST", {"host": "127.0.0.1:7860", "origin": "null"}, 403),
        ("POST", {"host": "127.0.0.1:7860", "origin": "http://127.0.0.1:9999"}, 403),
        ("DELETE", {"host": "127.0.0.1:7860", "origin": "https://evil.example"}, 403),
        # A name that its owner made to point at this machine.
        ("POST", {"host": "evil.example:7860", "origin": "http://evil.example:7860"}, 403),
    ],
)
def test_another_page_changes_nothing(method: str, headers: dict[str, str], status: int) -> None:
    given, sent = answer(method, **headers)
    assert given == status
    assert sent["content-security-policy"].startswith("default-src 'self'")


def test_a_server_for_others_is_reached_by_its_own_name() -> None:
    host = {"host": "desk.example:7860", "origin": "http://desk.example:7860"}
    assert answer("POST", server="192.0.2.7", **host)[0] == 200
