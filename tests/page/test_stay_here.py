"""Which requests reach the page, and what every response carries."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from qa.page.stay_here import StayHere


def send_request(kind: str, server: str, method: str, headers: dict[str, str]) -> list[Any]:
    """All that is sent for one request."""
    sent: list[dict[str, Any]] = []

    async def page(scope: Any, receive: Any, send: Any) -> None:
        if kind == "websocket":
            await send({"type": "websocket.accept"})
            return
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"an article"})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        raise AssertionError("nothing is read")

    scope = {
        "type": kind,
        "method": method,
        "server": (server, 7860),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    # In a thread: the browser of other tests may have a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, StayHere(page)(scope, receive, send)).result()
    return sent


def answer(method: str, *, server: str = "127.0.0.1", **headers: str) -> tuple[int, dict[str, str]]:
    """The status and headers of one request."""
    start = send_request("http", server, method, headers)[0]
    return start["status"], {name.decode(): value.decode() for name, value in start["headers"]}


HERE = {"host": "127.0.0.1:7860"}
# A name that its owner made to point at this machine.
FOREIGN_NAME = {"host": "evil.example:7860"}
FOREIGN_PAGE = HERE | {"origin": "https://evil.example"}


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("POST", HERE | {"origin": "http://127.0.0.1:7860"}, 200),
        ("POST", {"host": "localhost:7860", "origin": "http://localhost:7860"}, 200),
        ("POST", {"host": "LOCALHOST:7860", "origin": "http://localhost:7860"}, 200),
        ("POST", HERE, 200),  # a program, not a browser
        ("GET", HERE, 200),
        ("GET", {}, 200),  # a program of the oldest kind
        ("GET", FOREIGN_PAGE, 403),
        ("HEAD", FOREIGN_PAGE, 403),
        ("OPTIONS", FOREIGN_PAGE, 403),
        ("POST", FOREIGN_PAGE, 403),
        ("DELETE", FOREIGN_PAGE, 403),
        ("POST", HERE | {"origin": "null"}, 403),
        ("POST", HERE | {"origin": "http://["}, 403),
        ("POST", HERE | {"origin": "http://127.0.0.1:9999"}, 403),
        ("GET", FOREIGN_NAME, 403),
        ("HEAD", FOREIGN_NAME, 403),
        ("POST", FOREIGN_NAME, 403),
        ("POST", FOREIGN_NAME | {"origin": "http://evil.example:7860"}, 403),
        ("GET", {"host": "localhost.evil.example"}, 403),
        ("GET", {"host": "[evil]:7860"}, 403),
    ],
)
def test_another_page_reads_and_changes_nothing(
    method: str, headers: dict[str, str], status: int
) -> None:
    given, sent = answer(method, **headers)
    assert given == status
    assert sent["content-security-policy"].startswith("default-src 'self'")


@pytest.mark.parametrize(
    ("server", "host"),
    [
        ("127.0.0.1", "127.0.0.1:7860"),
        ("::1", "[::1]:7860"),
        ("::1", "localhost:7860"),
        ("127.0.0.1", "localhost:8000"),  # through a tunnel
        ("127.0.0.1", "0.0.0.0:7860"),  # as Linux lets this machine be called
        ("::ffff:127.0.0.1", "127.0.0.1:7860"),
        ("127.0.1.1", f"{socket.gethostname()}:7860"),  # as Debian writes it into /etc/hosts
    ],
)
def test_this_machine_is_reached_by_its_numbers_and_its_own_names(server: str, host: str) -> None:
    assert answer("GET", server=server, host=host)[0] == 200
    assert answer("POST", server=server, host=host, origin=f"http://{host}")[0] == 200


@pytest.mark.parametrize("server", ["127.0.0.1", "127.0.0.9", "::1", "::ffff:127.0.0.1"])
def test_the_name_of_somebody_else_is_refused_on_every_loopback_address(server: str) -> None:
    start, body = send_request("http", server, "GET", FOREIGN_NAME)
    assert start["status"] == 403
    assert body["body"] == (
        b"The chat of this machine goes by no such name; open http://localhost:7860/\n"
    )


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        (HERE | {"origin": "http://127.0.0.1:7860"}, {"type": "websocket.accept"}),
        (FOREIGN_PAGE, {"type": "websocket.close", "code": 1008}),
        (FOREIGN_NAME, {"type": "websocket.close", "code": 1008}),
    ],
)
def test_a_websocket_is_for_this_page_as_well(headers: dict[str, str], sent: Any) -> None:
    assert send_request("websocket", "127.0.0.1", "GET", headers) == [sent]


def test_no_page_may_frame_the_chat_or_turn_what_it_links_and_sends_elsewhere() -> None:
    policy = answer("GET", **HERE)[1]["content-security-policy"].split("; ")
    assert {"frame-ancestors 'none'", "base-uri 'self'", "form-action 'self'"} <= set(policy)


def test_a_server_for_others_is_reached_by_its_own_name() -> None:
    host = {"host": "desk.example:7860", "origin": "http://desk.example:7860"}
    assert answer("POST", server="192.0.2.7", **host)[0] == 200
    assert answer("GET", server="192.0.2.7", host="desk.example:7860")[0] == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_server_for_others_is_not_read_by_other_pages(method: str) -> None:
    headers = {"host": "192.0.2.7:7860", "origin": "https://evil.example"}
    assert answer(method, server="192.0.2.7", **headers)[0] == 403
