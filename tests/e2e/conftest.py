"""A real browser before a real server; every request that a page makes is written down."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from free_port import free_port

from app import build_ui
from corpus.articles import Article
from corpus.errors import BriefingError
from corpus.sentences import Attribution, Piece, PieceKind
from corpus.spans import Span
from qa.answers import AbstainReason, Abstention, Answer, Citation
from qa.briefing import Briefing
from qa.page.address import Address
from qa.page.answering import Assistant
from qa.page.launching import launch_page

playwright_api = pytest.importorskip("playwright.sync_api")

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDE = {"width": 1440, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        message = f"no browser found; install one of {', '.join(BROWSERS)}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with playwright_api.sync_playwright() as playwright:
        # A container's root has no namespaces to put a sandbox in.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def serve(assistant: Assistant) -> Iterator[str]:
    """The address of a page over ``assistant``, as long as the caller's fixture lives."""
    page = build_ui(assistant)
    launch_page(page, Address("127.0.0.1", free_port()))
    yield page.local_url
    page.close(verbose=False)


@pytest.fixture(scope="session")
def bundled_assistant() -> Assistant:
    from qa.assistant import Assistant as BriefingAssistant

    return BriefingAssistant.open()


@pytest.fixture(scope="session")
def bundled_url(bundled_assistant: Assistant) -> Iterator[str]:
    yield from serve(bundled_assistant)


@dataclass(frozen=True)
class Reader:
    """Someone before the page: what they do with it, and what they then see."""

    page: Any

    def ask(self, question: str) -> Any:
        """Ask and await the reply, which is returned."""
        replies = self.page.locator(".reply:not(.waiting)")
        before = replies.count()
        self.page.fill("#question textarea", question)
        self.page.press("#question textarea", "Enter")
        replies.nth(before).wait_for()
        return replies.nth(before)

    def highlighted(self, kind: str = "pointed-to") -> str:
        """The words of the article that are highlighted, in the order of the text."""
        marks = self.page.locator(f".article-text mark.{kind}")
        marks.first.wait_for(state="attached")
        return "".join(marks.all_text_contents())


@pytest.fixture(scope="session")
def profile(browser: Any) -> Iterator[Any]:
    """A browser profile that keeps Gradio's own files from one test to the next."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    yield context
    context.close()


def _note_refusal(complaint: str, errors: list[str]) -> None:
    if "Content Security Policy" in complaint:
        errors.append(complaint)


@pytest.fixture
def visit(browser: Any, profile: Any) -> Iterator[Callable[..., Reader]]:
    """Opens an address with nothing stored; afterwards no page may have asked anyone else.

    Options such as the viewport are for a profile of the page's own.
    """
    pages: list[Any] = []
    requests: list[str] = []
    errors: list[str] = []

    def open_page(url: str, **options: object) -> Reader:
        fresh = {"viewport": WIDE, "reduced_motion": "reduce"} | options
        page = (browser.new_context(**fresh) if options else profile).new_page()
        pages.append(page)
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        # What the page's own policy refuses never becomes a request, but is complained of.
        page.on("console", lambda message: _note_refusal(message.text, errors))
        page.set_default_timeout(20_000)
        page.goto(url)
        page.wait_for_selector(".reading")
        # The page's script has run once the button says what it would switch to.
        page.wait_for_selector(".theme-toggle[aria-label]")
        return Reader(page)

    yield open_page
    for page in pages:
        page.evaluate("() => localStorage.clear()")
        page.close()
        if page.context is not profile:
            page.context.close()
    elsewhere = [
        url
        for url in requests
        if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != "127.0.0.1"
    ]
    assert elsewhere == []
    assert errors == []
    assert requests or not pages


NASTY = (
    '<script>window.hacked = 1</script> "1" costs $x^2$ **bold** {{value}} ${1+1}.\r\n'
    "\r\n"
    '• The 🦊🦊 <img src=x onerror="window.hacked = 2"> rose [1] &amp; fell by $5.\n'
    "\n"
    "  A third 🧪 sentence. (Reuters <b>)\n"
)
PLAIN = "The bridge opened on Monday. The mayor said that it is safe. (AP)\n"


@dataclass(frozen=True)
class ScriptedAssistant:
    """Replies with the sentence that a question names by its number; 0 is an abstention."""

    articles: tuple[Article, ...]
    sentences: tuple[tuple[str, Piece], ...]

    def now(self) -> Briefing:
        pieces: dict[str, tuple[Piece, ...]] = {}
        for owner, piece in self.sentences:
            pieces[owner] = (*pieces.get(owner, ()), piece)
        return Briefing.read(self.articles, passage_sentences=3, known=pieces)

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        outlets: Sequence[str] = (),
        articles: Sequence[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> Answer | Abstention:
        if len(question) > 2_000:
            raise BriefingError("the question is too long; ask a shorter one")
        if question == "fail":
            raise RuntimeError("a fault of the assistant's own")
        query = " / ".join([*history, question])
        cited = tuple(self._cite(n, *pair) for n, pair in enumerate(self.sentences, start=1))
        digits = [int(c) for c in question if c.isdigit()]
        if digits == [0]:
            return Abstention(question, query, AbstainReason.NOT_IN_BRIEFING, cited[:2])
        chosen = tuple(c for c in cited if c.marker in digits)
        text = " ".join(f"{c.quote} [{c.marker}]" for c in chosen)
        return Answer(question, query, text, None, chosen, 0.5)

    def _cite(self, marker: int, article_id: str, piece: Piece) -> Citation:
        title = next(a.title for a in self.articles if a.article_id == article_id)
        return Citation(marker, article_id, title, piece.span, piece.text, piece.attribution, 0.5)


def _piece(text: str, words: str, outlet: str | None = None, speaker: str | None = None) -> Piece:
    span = Span(text.index(words), text.index(words) + len(words))
    named = Attribution((outlet,) if outlet else (), speaker, span) if outlet or speaker else None
    return Piece(PieceKind.SENTENCE, span, words, None, named)


@pytest.fixture(scope="session")
def scripted_assistant() -> ScriptedAssistant:
    plain = Article("plain", "A bridge", PLAIN)
    nasty = Article('"><script>window.hacked = 3</script>', "<i>Nasty</i> ${1+1}", NASTY)
    lines = [line for line in NASTY.splitlines() if line.strip()]
    return ScriptedAssistant(
        (plain, nasty),
        (
            ("plain", _piece(PLAIN, "The bridge opened on Monday.")),
            ("plain", _piece(PLAIN, "The mayor said that it is safe.", "AP", "the mayor")),
            (nasty.article_id, _piece(NASTY, lines[0])),
            (nasty.article_id, _piece(NASTY, lines[1].removeprefix("• "))),
            (nasty.article_id, _piece(NASTY, "A third 🧪 sentence.", "Reuters <b>")),
        ),
    )


@pytest.fixture(scope="session")
def scripted_url(scripted_assistant: ScriptedAssistant) -> Iterator[str]:
    yield from serve(scripted_assistant)
