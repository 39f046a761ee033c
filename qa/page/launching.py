"""How the page is served: on this machine, without looking anything up, with its MCP server."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import sys
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any

from corpus.formats.limits import Limits
from qa.errors import AddressError
from qa.page import assets, messages
from qa.page.address import Address
from qa.page.stay_here import StayHere
from qa.streams import tell

if TYPE_CHECKING:
    import gradio as gr

_WRITE_CONTENT = "postprocess_output_data"  # Gradio's method that writes a tool's result


def keep_to_this_machine() -> None:
    """No counting of visits, no model hub; Gradio reads these while it is imported.

    Gradio is imported late, in the functions that need it: it takes seconds,
    and a port that is taken can be told before.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    # Its own figures, too: it would make a table of the last 10,000 calls anew after each call.
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**9)
    os.environ["HF_HUB_OFFLINE"] = "1"


def launch_options(page: gr.Blocks) -> dict[str, Any]:
    """What ``Blocks.launch`` needs for ``page`` to look and behave as meant, on this machine."""
    keep_to_this_machine()
    import gradio as gr
    from starlette.middleware import Middleware

    fonts = ["system-ui", "sans-serif"]
    # Gradio stores whatever anybody uploads, whether or not the page has a place for it.
    takes_files = any(isinstance(block, gr.File) for block in page.blocks.values())
    return {
        "theme": gr.themes.Base(font=fonts, font_mono=["ui-monospace", "monospace"]),
        "css": assets.read_style(),
        "favicon_path": assets.find_icon(),
        "app_kwargs": {"middleware": [Middleware(StayHere)]},
        "mcp_server": _can_serve_mcp(page),
        "footer_links": ["api"],  # hidden by the style sheet; the masthead leads to it
        "run_history": False,
        "max_file_size": Limits().file_bytes if takes_files else 0,
        "share": False,
        "ssr_mode": False,
        "quiet": True,
    }


def _can_serve_mcp(page: gr.Blocks) -> bool:
    """Whether the page can have its MCP server; where it cannot, a sentence says why."""
    if not importlib.util.find_spec("mcp"):
        tell(messages.MCP_MISSING)
        return False
    from gradio.mcp import GradioMCPServer

    if not hasattr(page, "mcp_server_obj") or not hasattr(GradioMCPServer, _WRITE_CONTENT):
        tell(messages.MCP_UNKNOWN)
        return False
    return True


def launch_page(page: gr.Blocks, address: Address) -> None:
    """Serve ``page`` at ``address`` from a thread of its own; ``page.close()`` ends that.

    Raises:
        AddressError: if another program took the address in the meantime.
    """
    from qa.page.sessions import CopiedSessions, can_copy_sessions

    options = launch_options(page)
    copies = can_copy_sessions(page)
    if not copies:
        tell(messages.SESSIONS_UNKNOWN)

    @contextlib.asynccontextmanager
    async def prepare(served: Any) -> AsyncIterator[None]:
        """What must be so before the first request, lest a session that it begins be lost."""
        if copies:
            served.state_holder = CopiedSessions(page)
        if options["mcp_server"] and page.mcp_server_obj is not None:
            _speak_json(page.mcp_server_obj)
        yield

    options["app_kwargs"]["lifespan"] = prepare
    try:
        # Gradio prints where its MCP server is, quiet or not; that is progress, not a result.
        with contextlib.redirect_stdout(sys.stderr):
            page.launch(
                server_name=address.host,
                server_port=address.port,
                prevent_thread_lock=True,
                **options,
            )
    except OSError as error:
        said = messages.say_unusable_address(address.host, address.port, error)
        raise AddressError(said) from error


def _speak_json(mcp_server: Any) -> None:
    """Have a tool's result written as JSON; Gradio would write Python's notation of a dict."""
    write_content = getattr(mcp_server, _WRITE_CONTENT)

    def write_json(data: Sequence[Any], root_url: str) -> Any:
        return write_content([json.dumps(item, ensure_ascii=False) for item in data], root_url)

    setattr(mcp_server, _WRITE_CONTENT, write_json)
