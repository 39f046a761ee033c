"""The web page: a chat on one side, the article that answers on the other.

``python app.py`` serves it on this machine; its one public endpoint is
``/ask``, which is also the one tool of its MCP server.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from corpus.errors import BriefingError
from corpus.formats.kinds import SUFFIXES
from corpus.library import Library
from corpus.sentences import Piece
from qa.answers import answer_json
from qa.page import assets, messages
from qa.page.address import (
    check_address,
    is_for_this_machine_alone,
    read_address,
)
from qa.page.answering import Assistant
from qa.page.asking import answer_on_page, restore_conversation
from qa.page.conversation_view import render_conversation, render_notice
from qa.page.examples import Example, choose_examples
from qa.page.launching import keep_to_this_machine, launch_page
from qa.page.library_view import render_library, render_report
from qa.page.reading_view import count_sources, render_article, render_reading_view
from qa.page.script_calls import script_calls
from qa.page.signing import Signer
from qa.streams import tell

if TYPE_CHECKING:
    import gradio as gr

    from qa.briefing import Briefing
    from qa.desk import Desk
    from qa.ingest_report import ReportLine


def build_ui(assistant: Assistant, desk: Desk | None = None) -> gr.Blocks:
    """The page over ``assistant``; serve it with ``launch_page``.

    With a ``desk`` over the same library, files can be dropped in, articles
    removed and replies judged.
    """
    keep_to_this_machine()
    import gradio as gr

    briefing = assistant.now()
    examples = choose_examples(briefing.articles, count_sources(_first_pieces(briefing)))
    signer = None if desk is None else Signer()
    answer_question = _question_handler(assistant, signer)

    with gr.Blocks(title=messages.PAGE_TITLE, analytics_enabled=False, fill_width=True) as page:
        # Kept by the reader's browser, so a reload keeps the conversation; the
        # key changes with every start of the server, so a restart ends it.
        stored = gr.BrowserState([], storage_key="briefing-conversation")
        gr.HTML(_HEADER, elem_id="masthead")
        with gr.Row(elem_id="panes"):
            with gr.Column(elem_id="chat", min_width=0):
                conversation = gr.HTML(
                    render_conversation(()), elem_id="conversation", apply_default_css=False
                )
                notice = gr.HTML(elem_id="notice", apply_default_css=False)
                with gr.Row(elem_id="examples"):
                    chips = [_example_button(example) for example in examples]
                filters = _filters(briefing)
                with gr.Row(elem_id="composer"):
                    question = gr.Textbox(
                        label="Your question",
                        placeholder="Ask about the briefing",
                        lines=1,
                        max_lines=6,
                        container=False,
                        elem_id="question",
                        scale=1,
                    )
                    ask = gr.Button("Ask", variant="primary", elem_id="ask", scale=0, min_width=0)
                    anew = gr.Button("New conversation", elem_id="anew", scale=0, min_width=0)
            with gr.Column(elem_id="reading-pane", min_width=0):
                _library_panel(assistant, briefing, desk, filters)
                _reading_view(assistant, briefing, desk, signer)

        outputs = [conversation, notice, question, stored]
        hidden: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        gr.on(
            [question.submit, ask.click],
            answer_question,
            inputs=[question, stored, *filters.inputs],
            outputs=outputs,
            **hidden,
        )
        for chip in chips:
            chip.click(
                answer_question,
                inputs=[chip, stored, *filters.inputs],
                outputs=outputs,
                **hidden,
            )
        anew.click(
            lambda: (render_conversation(()), "", "", []), inputs=None, outputs=outputs, **hidden
        )
        page.load(
            _conversation_restorer(assistant, judged=desk is not None),
            inputs=[stored],
            outputs=[conversation],
            **hidden,
        )
        gr.api(_ask_endpoint(assistant), api_name="ask")  # type: ignore[attr-defined]
    page.queue(default_concurrency_limit=4, status_update_rate=5, max_size=_MOST_WAITING)
    return cast("gr.Blocks", page)  # a with statement over it tells a type checker nothing


# Whoever comes when so many questions wait is told so, rather than kept for minutes.
_MOST_WAITING = 64

_HEADER = (
    f'<header class="masthead"><div><h1>{messages.PAGE_TITLE}</h1>'
    f"<p>{messages.PAGE_PROMISE}</p></div>"
    '<nav><button type="button" class="api-link">API</button>'
    '<button type="button" class="theme-toggle">Dark</button></nav></header>'
)


def _example_button(example: Example) -> gr.Button:
    import gradio as gr

    classes = ["example", f"example-{example.kind.value}"]
    return gr.Button(example.question, size="sm", elem_classes=classes, min_width=0, scale=0)


@dataclass(frozen=True, slots=True)
class _Filters:
    """The controls that limit a question, and how they follow the library."""

    row: Any
    articles: Any
    outlets: Any
    since: Any
    until: Any

    @property
    def inputs(self) -> list[Any]:
        return [self.articles, self.outlets, self.since, self.until]

    @property
    def outputs(self) -> list[Any]:
        return [self.row, self.articles, self.outlets]


def _filters(briefing: Briefing) -> _Filters:
    """Limits for a question; they are on show once there is something to choose from."""
    import gradio as gr

    articles, outlets = _choices(briefing)
    with gr.Accordion(
        "Limit the question", open=False, visible=_has_choice(articles, outlets), elem_id="filters"
    ) as row:
        with gr.Row():
            only = gr.Dropdown(articles, value=[], multiselect=True, label="Only these articles",
                               elem_id="only-articles", min_width=160)  # fmt: skip
            credited = gr.Dropdown(outlets, value=[], multiselect=True, label="Only these outlets",
                                   elem_id="only-outlets", min_width=160)  # fmt: skip
        with gr.Row():
            since = gr.Textbox(label="Published from", placeholder="2026-03-01", max_lines=1,
                               elem_id="since", min_width=120)  # fmt: skip
            until = gr.Textbox(label="Published to", placeholder="2026-03-31", max_lines=1,
                               elem_id="until", min_width=120)  # fmt: skip
    return _Filters(row, only, credited, since, until)


def _choices(briefing: Briefing) -> tuple[list[tuple[str, str]], list[str]]:
    articles = [(f"{a.title} ({a.article_id})", a.article_id) for a in briefing.articles]
    return articles, sorted(briefing.outlets(), key=str.casefold)


def _has_choice(articles: Sequence[object], outlets: Sequence[object]) -> bool:
    return len(articles) > 1 or len(outlets) > 1


def _library_panel(
    assistant: Assistant, briefing: Briefing, desk: Desk | None, filters: _Filters
) -> None:
    """The articles there are; with a ``desk``, files in and articles out.

    The page's script asks for a fresh list after a removal.
    """
    import gradio as gr

    may_remove = None if desk is None else desk.may_remove

    def show_library() -> list[Any]:
        changed = assistant.now()
        articles, outlets = _choices(changed)
        return [
            render_library(changed.articles, may_remove),
            gr.update(visible=_has_choice(articles, outlets)),
            gr.update(choices=articles, value=[]),
            gr.update(choices=outlets, value=[]),
        ]

    with gr.Accordion("Library", open=False, elem_id="library"):
        if desk is not None:
            dropped = gr.File(label="Drop articles here", file_count="multiple", type="filepath",
                              file_types=list(SUFFIXES), elem_id="upload", height=110)  # fmt: skip
            report = gr.HTML(elem_id="report", apply_default_css=False)
        listing = gr.HTML(
            render_library(briefing.articles, may_remove),
            elem_id="library-list",
            apply_default_css=False,
        )
        refresh = gr.Button("Show the list anew", elem_id="refresh-library")
    hidden: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    shown = [listing, *filters.outputs]
    refresh.click(show_library, inputs=None, outputs=shown, **hidden)
    if desk is not None:
        dropped.upload(
            _file_taker(desk, show_library),
            inputs=[dropped],
            outputs=[dropped, report, *shown],
            concurrency_limit=1,  # one writer at a time; others wait their turn
            **hidden,
        )


def _file_taker(
    desk: Desk, show_library: Callable[[], list[Any]]
) -> Callable[..., Iterator[list[Any]]]:
    import gradio as gr

    def add_files(paths: list[str] | None) -> Iterator[list[Any]]:
        lines: list[ReportLine] = []
        unchanged: list[Any] = [gr.skip()] * 4
        try:
            for line in desk.add(paths or []):
                lines.append(line)
                yield [gr.skip(), _report(lines, running=True), *unchanged]
        except BriefingError as error:
            yield [None, render_notice(messages.as_sentence(str(error))), *show_library()]
            return
        yield [None, _report(lines, running=False), *show_library()]

    return add_files


def _report(lines: Sequence[ReportLine], *, running: bool) -> str:
    return render_report(lines, running=running, file_name=lambda path: Path(path).name)


def _first_pieces(briefing: Briefing) -> tuple[Piece, ...]:
    return briefing.pieces[briefing.articles[0].article_id] if briefing.articles else ()


def _reading_view(
    assistant: Assistant, briefing: Briefing, desk: Desk | None, signer: Signer | None
) -> gr.HTML:
    """The first article, and what the page's script may ask of the server."""
    import gradio as gr

    articles = briefing.articles
    start = render_article(articles[0], _first_pieces(briefing)) if articles else ""
    return gr.HTML(
        render_reading_view(articles, start),
        elem_id="reading-view",
        apply_default_css=False,
        js_on_load=assets.read_behaviour(),
        server_functions=script_calls(assistant, desk, signer),
    )


def _question_handler(
    assistant: Assistant, signer: Signer | None
) -> Callable[..., Iterator[list[Any]]]:
    import gradio as gr

    def answer_question(
        question: str,
        stored: object,
        only: list[str] | None = None,
        outlets: list[str] | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[list[Any]]:
        for step in answer_on_page(
            assistant,
            question,
            stored,
            articles=only or [],
            outlets=outlets or [],
            since=since or "",
            until=until or "",
            signer=signer,
        ):
            parts = (step.conversation, step.notice, step.question, step.turns)
            yield [gr.skip() if part is None else part for part in parts]

    return answer_question


def _conversation_restorer(assistant: Assistant, *, judged: bool) -> Callable[[object], Any]:
    import gradio as gr

    def restore(stored: object) -> Any:
        conversation = restore_conversation(assistant, stored, judged=judged)
        return gr.skip() if conversation is None else conversation

    return restore


def _ask_endpoint(assistant: Assistant) -> Callable[..., dict[str, Any]]:
    import gradio as gr

    def ask(
        question: str,
        history: list[str] = [],  # noqa: B006 - Gradio shows the default to callers
        outlets: list[str] = [],  # noqa: B006
    ) -> dict[str, Any]:
        """Answer a question from the news briefings, every sentence cited, or say that they do not.

        Args:
            question: What to ask, in plain words.
            history: The earlier questions of the conversation, oldest first.
            outlets: Names of outlets; where given, only what is credited to them is used.

        Returns:
            The answer with its citations and confidence, or answered false with the reason.
        """
        try:
            return answer_json(assistant.ask(question, history=history, outlets=outlets))
        except BriefingError as error:
            raise gr.Error(str(error), print_exception=False) from error

    return ask


def main(*, library: Path | None = None, allow_changes: bool = False) -> int:
    """Serve the page until Ctrl-C; the exit status is 0.

    Where others than this machine can reach it, they change nothing unless
    ``allow_changes`` says that they may.

    Raises:
        AddressError: if it cannot be served where it should be.
        BriefingError: if the library cannot be opened or a model is missing.
    """
    try:
        return _serve(library, allow_changes=allow_changes)
    except KeyboardInterrupt:
        return 0


def _serve(library: Path | None, *, allow_changes: bool) -> int:
    address = read_address()
    # What is bad use is told before Gradio and the models, which take their time.
    check_address(address)
    if library is not None:
        Library.open(library)
    # Imported here so that a test of the page needs no model.
    from qa.assistant import Assistant as BriefingAssistant
    from qa.desk import Desk

    assistant = BriefingAssistant.open(library, on_progress=tell)
    desk = Desk(library) if allow_changes or is_for_this_machine_alone(address) else None
    if desk is None:
        tell(messages.OTHERS_READ_ONLY)
    page = build_ui(assistant, desk)
    launch_page(page, address)
    print(f"The page is at {page.local_url} and ends with Ctrl-C.", flush=True)
    try:
        threading.Event().wait()
    finally:
        page.close(verbose=False)
    return 0


if __name__ == "__main__":
    # By the door of all commands, so that both ways to start it end alike.
    from qa.cli import main as run_command

    sys.exit(run_command(["serve", *sys.argv[1:]]))
