"""The page's two other doors, the endpoint /ask and the MCP tool of the same name."""

from __future__ import annotations

import asyncio
import importlib.util
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import Any

import httpx
import pytest
from free_port import free_port

from app import build_ui
from qa.page import messages
from qa.page.address import Address
from qa.page.launching import launch_page
from qa.page.sessions import CopiedSessions

FIELDS = {
    "id", "question", "query", "answered", "text", "short", "citations", "confidence", "reason",
    "nearest", "timings_ms",
}  # fmt: skip


@pytest.fixture(scope="module")
def client(scripted_url: str) -> Any:
    from gradio_client import Client

    return Client(scripted_url, verbose=False, analytics_enabled=False)


def test_ask_is_the_only_endpoint(client: Any) -> None:
    endpoints = client.view_api(return_format="dict", print_info=False)
    assert list(endpoints["named_endpoints"]) == ["/ask"]
    assert endpoints["unnamed_endpoints"] == {}
    parameters = endpoints["named_endpoints"]["/ask"]["parameters"]
    assert [(p["parameter_name"], p["parameter_has_default"]) for p in parameters] == [
        ("question", False), ("history", True), ("outlets", True),
    ]  # fmt: skip


def test_ask_answers_with_the_object_of_the_contract(client: Any, scripted_assistant: Any) -> None:
    reply = client.predict("And 2?", history=["What of 1?"], api_name="/ask")
    assert set(reply) == FIELDS
    assert reply["query"] == "What of 1? / And 2?"
    (citation,) = reply["citations"]
    text = scripted_assistant.articles[0].text
    assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert citation["outlets"] == ["AP"]
    assert citation["speaker"] == "the mayor"


def test_ask_hands_on_a_refusal_as_its_one_sentence(client: Any) -> None:
    with pytest.raises(Exception, match="the question is too long; ask a shorter one"):
        client.predict("x" * 10_000, api_name="/ask")


def test_ask_is_the_only_tool_of_the_mcp_server(scripted_url: str) -> None:
    mcp = pytest.importorskip("mcp")
    http = pytest.importorskip("mcp.client.streamable_http")

    # Renamed within mcp 1.x; the old name warns where there is a new one.
    connect = getattr(http, "streamable_http_client", None) or http.streamablehttp_client

    async def call() -> tuple[Any, Any]:
        address = f"{scripted_url}gradio_api/mcp/"
        async with (
            connect(address) as (read, write, _),
            mcp.ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = await session.list_tools()
            reply = await session.call_tool("ask", {"question": "What of 0?"})
            return tools.tools, reply

    # The browser's own event loop has this thread, so the client gets another.
    with ThreadPoolExecutor(1) as pool:
        tools, reply = pool.submit(lambda: asyncio.run(call())).result()
    assert [tool.name for tool in tools] == ["ask"]
    assert set(tools[0].inputSchema["properties"]) == {"question", "history", "outlets"}
    answer = json.loads(reply.content[0].text)
    assert answer["answered"] is False
    assert answer["text"] == "The briefing does not say."


def test_the_page_begins_its_sessions_from_a_copy(scripted_assistant: Any) -> None:
    page = build_ui(scripted_assistant)
    launch_page(page, Address("127.0.0.1", free_port()))
    try:
        for _ in range(2):
            asked = httpx.post(
                f"{page.local_url}gradio_api/call/ask", json={"data": ["Where?", [], []]}
            ).json()
            httpx.get(f"{page.local_url}gradio_api/call/ask/{asked['event_id']}")
        sessions = page.app.state_holder
        assert isinstance(sessions, CopiedSessions)
        assert len(sessions.session_data) == 2
    finally:
        page.close(verbose=False)


@dataclass(frozen=True)
class Slow:
    """Answers nobody before it is ``done``."""

    assistant: Any
    done: Event

    def now(self) -> Any:
        return self.assistant.now()

    def ask(self, question: str, **limits: Any) -> Any:
        self.done.wait(60)
        return self.assistant.ask(question, **limits)


def test_who_comes_when_many_wait_is_told_so_at_once(scripted_assistant: Any) -> None:
    done = Event()
    page = build_ui(Slow(scripted_assistant, done))
    launch_page(page, Address("127.0.0.1", free_port()))
    asked = f"{page.local_url}gradio_api/call/ask"
    try:
        statuses = []
        while len(statuses) < 100 and 503 not in statuses:
            statuses.append(httpx.post(asked, json={"data": ["What of 0?", [], []]}).status_code)
        # 64 wait; up to four more are being answered.
        assert 65 <= len(statuses) <= 69
        assert statuses == [200] * (len(statuses) - 1) + [503]
    finally:
        done.set()
        page.close(verbose=False)


def test_without_the_package_mcp_the_page_starts_and_says_so_in_one_line(
    scripted_assistant: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: name != "mcp" and find_spec(name, *rest)
    )
    page = build_ui(scripted_assistant)
    launch_page(page, Address("127.0.0.1", free_port()))
    page.close(verbose=False)
    assert capfd.readouterr().err == (
        "briefing: The page runs without its MCP server because the package mcp is missing; "
        'install it with: python -m pip install "gradio[mcp]"\n'
    )


def test_with_a_gradio_that_keeps_sessions_otherwise_the_page_answers_and_says_so(
    scripted_assistant: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from gradio.state_holder import SessionState, StateHolder
    from gradio_client import Client

    begin = SessionState.__init__

    def hold_more(session: Any, blocks: Any) -> None:
        begin(session, blocks)
        session.uploads = []

    monkeypatch.setattr(SessionState, "__init__", hold_more)
    page = build_ui(scripted_assistant)
    launch_page(page, Address("127.0.0.1", free_port()))
    try:
        assert type(page.app.state_holder) is StateHolder
        client = Client(page.local_url, verbose=False, analytics_enabled=False)
        assert client.predict("What of 0?", api_name="/ask")["answered"] is False
    finally:
        page.close(verbose=False)
    assert f"briefing: {messages.SESSIONS_UNKNOWN}" in capfd.readouterr().err.splitlines()


def test_with_a_gradio_that_writes_results_otherwise_there_is_no_mcp_server(
    scripted_assistant: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from gradio.mcp import GradioMCPServer

    monkeypatch.delattr(GradioMCPServer, "postprocess_output_data")
    page = build_ui(scripted_assistant)
    launch_page(page, Address("127.0.0.1", free_port()))
    try:
        assert httpx.get(f"{page.local_url}config").status_code == 200
        assert httpx.get(f"{page.local_url}gradio_api/mcp/").status_code == 404
    finally:
        page.close(verbose=False)
    assert capfd.readouterr().err == f"briefing: {messages.MCP_UNKNOWN}\n"
