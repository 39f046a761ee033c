"""Rules for browsers: the page fetches nothing from elsewhere, and no other page changes anything.

A page of somebody else's that the user has open could send requests to this
server, too. A browser says where such a request comes from.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

# Gradio's front end needs scripts in the page and evaluated templates; the
# rule is about where things are fetched from and sent to.
_POLICY = (
    b"default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    b"style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    b"font-src 'self' data:; object-src 'none'"
)


_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
_HERE = ("localhost", "127.0.0.1", "::1")
_REFUSAL = b"This request comes from another page; open the chat itself and ask there.\n"


class StayHere:
    """ASGI middleware: a Content-Security-Policy on every response, and no foreign changes.

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

        if scope["type"] == "http" and not _may_change(scope):
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await send_with_policy(
                {"type": "http.response.start", "status": 403, "headers": headers}
            )
            await send_with_policy({"type": "http.response.body", "body": _REFUSAL})
            return
        await self.app(scope, receive, send_with_policy)


def _may_change(scope: Message) -> bool:
    """Whether a request only reads, or comes from this page or from no browser at all."""
    headers = {bytes(name).lower(): bytes(value) for name, value in scope["headers"]}
    origin = headers.get(b"origin")
    if scope["method"] in _SAFE_METHODS or origin is None:
        return True
    host = headers.get(b"host", b"").decode("latin-1")
    if urlsplit(origin.decode("latin-1")).netloc.casefold() != host.casefold():
        return False
    # A name of somebody else's that is made to point at this machine is its own origin; a server
    # that listens to this machine alone is only ever called by one of these.
    listens = (scope.get("server") or ("",))[0]
    return listens not in _HERE or urlsplit(f"//{host}").hostname in _HERE
