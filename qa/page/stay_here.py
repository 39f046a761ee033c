"""Rules for browsers: the page fetches nothing from elsewhere, and no other page gets at it.

A page of somebody else's that the user has open could read this server's articles, send it
requests or show the chat within itself, too. A browser says where a request comes from and
by what name it called.
"""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable, MutableMapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

# Gradio's front end needs scripts in the page, evaluated templates and a base of its own; the
# rule is about where things are fetched from and sent to, and about who may frame the page.
_POLICY = (
    b"default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    b"style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    b"font-src 'self' data:; object-src 'none'; "
    b"base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
_FROM_ELSEWHERE = "This request comes from another page; open the chat itself and ask there.\n"
_POLICY_VIOLATION = 1008  # as RFC 6455 numbers the reasons for which a websocket is closed


class StayHere:
    """ASGI middleware: a Content-Security-Policy on every response, and none to another page.

    Programs that are no browsers send no Origin, and are let through.
    """

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                header = (b"content-security-policy", _POLICY)
                message["headers"] = [*message.get("headers", []), header]
            await send(message)

        refusal = _refuse(scope) if scope["type"] in ("http", "websocket") else None
        if refusal is None:
            await self.app(scope, receive, send_with_policy)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await send_with_policy(
                {"type": "http.response.start", "status": 403, "headers": headers}
            )
            await send_with_policy({"type": "http.response.body", "body": refusal.encode()})


def _refuse(scope: Message) -> str | None:
    """What a request is told that another page makes; None for this page and for programs."""
    headers = {bytes(name).lower(): bytes(value) for name, value in scope["headers"]}
    host = headers.get(b"host", b"").decode("latin-1")
    origin = headers.get(b"origin")
    # Gradio lets other pages read what it answers unless it is called "localhost" or 127.0.0.1,
    # and pages of every port of this machine then, so reading is refused here as well.
    if origin is not None and _netloc(origin.decode("latin-1")) != host.casefold():
        return _FROM_ELSEWHERE
    listens, port = scope.get("server") or ("", None)
    if host and _is_loopback(listens) and not _is_own(host):
        return f"The chat of this machine goes by no such name; open http://localhost:{port}/\n"
    return None


def _is_own(host: str) -> bool:
    """Whether nobody else can make ``host`` point at this machine.

    A name of somebody else's can be, and what is fetched by it counts as theirs. What arrives
    over loopback comes from this machine, where a number or these two names will do.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name in ("localhost", socket.gethostname().casefold()) or _is_number(name)


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.casefold()
    except ValueError:
        return ""  # as of "null", the origin of a page that has none


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_loopback(listens: str) -> bool:
    # A server for both IPv4 and IPv6 sees 127.0.0.1 as ::ffff:127.0.0.1.
    return _is_number(bare := listens.removeprefix("::ffff:")) and ip_address(bare).is_loopback
