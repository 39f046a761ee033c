"""Sessions of the page: begun from a copy, apart from each other, and of a bounded number."""

from __future__ import annotations

import gradio as gr
import pytest
from gradio.state_holder import SessionState

from qa.page.sessions import CopiedSessions, can_copy_sessions


@pytest.fixture
def page() -> gr.Blocks:
    with gr.Blocks(analytics_enabled=False) as page:
        box = gr.Textbox("as built", label="Question")
        kept = gr.State([])
        box.submit(lambda text, told: (text, told), [box, kept], [box, kept])
    return page


def test_a_session_begins_with_what_gradio_would_give_it(page: gr.Blocks) -> None:
    begun, own = CopiedSessions(page)["one"], SessionState(page)
    assert begun.config_values == own.config_values
    assert begun.blocks_config.blocks == own.blocks_config.blocks
    assert (begun.state_data, begun.is_closed) == ({}, False)


def test_what_changes_in_one_session_stays_out_of_another(page: gr.Blocks) -> None:
    sessions = CopiedSessions(page)
    number = next(n for n, b in page.blocks.items() if isinstance(b, gr.Textbox))
    state = next(n for n, b in page.blocks.items() if isinstance(b, gr.State))
    sessions["one"]._update_value_in_config(number, "changed")
    sessions["one"][state].append("kept")
    assert sessions["one"].config_values[number]["props"]["value"] == "changed"
    assert sessions["one"][state] == ["kept"]
    for name in ("two", "three"):
        assert sessions[name].config_values[number]["props"]["value"] == "as built"
        assert sessions[name][state] == []


def test_a_component_that_is_exchanged_in_one_session_stays_in_another(page: gr.Blocks) -> None:
    sessions = CopiedSessions(page)
    number = next(n for n, b in page.blocks.items() if isinstance(b, gr.Textbox))
    with gr.Blocks(analytics_enabled=False):
        other = gr.Textbox("exchanged", label="Question")
    sessions["one"][number] = other
    assert sessions["one"][number] is other
    assert sessions["two"][number] is page.blocks[number]


def test_a_kept_state_that_runs_out_in_one_session_lives_on_in_another(page: gr.Blocks) -> None:
    sessions = CopiedSessions(page)
    state = next(n for n, b in page.blocks.items() if isinstance(b, gr.State))
    sessions["one"][state] = ["told"]
    assert state in sessions["one"]._state_ttl
    assert sessions["two"]._state_ttl == {}


def test_a_session_is_the_same_when_it_is_asked_for_again(page: gr.Blocks) -> None:
    sessions = CopiedSessions(page)
    assert sessions["one"] is sessions["one"]


def test_the_oldest_sessions_are_let_go(page: gr.Blocks) -> None:
    sessions = CopiedSessions(page)
    sessions.capacity = 3
    for number in range(5):
        sessions[f"caller {number}"]
    assert list(sessions.session_data) == ["caller 2", "caller 3", "caller 4"]


def test_the_sessions_of_this_gradio_can_be_copied(page: gr.Blocks) -> None:
    served = page.app.state_holder
    assert can_copy_sessions(page)
    assert page.app.state_holder is page.state_holder is served


def test_a_session_that_holds_something_unknown_is_not_copied(
    page: gr.Blocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin = SessionState.__init__

    def hold_more(session: SessionState, blocks: gr.Blocks) -> None:
        begin(session, blocks)
        session.uploads = []  # sessions that are copies would share it

    monkeypatch.setattr(SessionState, "__init__", hold_more)
    assert not can_copy_sessions(page)
