"""The sentences that the page itself says."""

from __future__ import annotations

import errno
import socket

PAGE_TITLE = "Ask the briefing"
PAGE_PROMISE = "Every answer points at the words it rests on. Nothing leaves this machine."

UNEXPECTED = (
    "That question could not be answered because of a fault of ours; the terminal says more."
)


CHANGED_SINCE = (
    "An article that this conversation cites has changed or gone since, or the page was started "
    "anew; ask again and judge that."
)
NO_DESK = "That cannot be kept here; open the page anew and try once more."


def say_bad_day(words: str) -> str:
    """What a reader is told of a day of publication that cannot be read."""
    return f"“{words.strip()[:40]}” is no day; write it as 2026-03-01."


def as_sentence(message: str) -> str:
    """An error's message as the page shows it: with a capital and a full stop."""
    return message[:1].upper() + message[1:] + ("" if message.endswith((".", "?", "!")) else ".")


def say_unusable_address(host: str, port: int, error: OSError) -> str:
    """What the one who starts the page is told when it cannot be served at ``host``:``port``."""
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return (
            f"the page cannot be served on {host}, which is no address of this machine; "
            "unset GRADIO_SERVER_NAME for 127.0.0.1, or set it to one that is"
        )
    if isinstance(error, PermissionError):
        return (
            f"port {port} on {host} is kept for the system; "
            "choose a port from 1024 on with: GRADIO_SERVER_PORT=7860"
        )
    other = port + 1 if port < _LAST_PORT else port - 1
    return (
        f"port {port} on {host} cannot be used, most likely because another program has it; "
        f"stop that program, or choose another port with: GRADIO_SERVER_PORT={other}"
    )


_LAST_PORT = 65535


def say_bad_port(value: str) -> str:
    """What the one who starts the page is told when the port is no port."""
    return (
        f"GRADIO_SERVER_PORT is {value!r}, which is no port; "
        "set it to a number from 1 to 65535, or unset it for 7860"
    )


OTHERS_READ_ONLY = (
    "Others can reach this page, so articles are neither added nor removed on it and replies not "
    "judged; to let everybody do that, start it with: briefing serve --allow-changes"
)
_GRADIO_KNOWN = 'python -m pip install "gradio[mcp]==6.31.0"'
SESSIONS_UNKNOWN = (
    "The page answers many callers more slowly than it could because this version of gradio "
    f"keeps its sessions in another way; install one that is known with: {_GRADIO_KNOWN}"
)
MCP_UNKNOWN = (
    "The page runs without its MCP server because this version of gradio writes results in "
    f"another way; install one that is known with: {_GRADIO_KNOWN}"
)
MCP_MISSING = (
    "The page runs without its MCP server because the package mcp is missing; "
    'install it with: python -m pip install "gradio[mcp]"'
)
