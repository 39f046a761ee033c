"""The page over two small articles, one of which is as hostile as text can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

PHONE = {"width": 390, "height": 844}


def test_a_marker_opens_its_article_and_highlights_the_cited_words_alone(
    visit: Any, scripted_url: str, scripted_assistant: Any
) -> None:
    reader = visit(scripted_url)
    markers = reader.ask("What of 1, 2, 3, 4 and 5?").locator(".answer-text .marker")
    pairs = scripted_assistant.sentences
    assert markers.count() == len(pairs)
    for marker, (article_id, piece) in zip(markers.all(), pairs, strict=True):
        marker.click()
        reader.page.wait_for_function("m => m.ariaPressed === 'true'", arg=marker.element_handle())
        assert reader.highlighted() == piece.text
        shown = reader.page.locator(".article")
        assert shown.get_attribute("data-article") == article_id
        assert reader.page.locator("#article-choice").input_value() == article_id


def test_the_article_is_shown_to_the_letter(
    visit: Any, scripted_url: str, scripted_assistant: Any
) -> None:
    reader = visit(scripted_url)
    for article in scripted_assistant.articles:
        reader.page.select_option("#article-choice", article.article_id)
        reader.page.wait_for_function(
            "id => document.querySelector('.article').dataset.article === id",
            arg=article.article_id,
        )
        text = reader.page.locator(".article-text").evaluate("element => element.textContent")
        assert text == article.text


def test_words_of_articles_and_readers_are_shown_and_never_run(
    visit: Any, scripted_url: str, scripted_assistant: Any
) -> None:
    reader = visit(scripted_url)
    nasty = "<img src=x onerror='window.hacked = 4'> <script>window.hacked = 5</script> "
    nasty += "**b** $x^2$ {{value}} ${1+1} [1] 34?"
    reply = reader.ask(nasty)
    assert reader.page.locator(".question").last.text_content() == f"You asked: {nasty}"
    assert reply.locator(".answer-text img, .answer-text script").count() == 0
    text = reply.locator(".answer-text").text_content()
    cited = [piece.text for _, piece in scripted_assistant.sentences]
    # The digits of the question are 4, 5, 2, 1+1, 1 and 34: all five sentences.
    assert text == " ".join(f"{words} [{n}]" for n, words in enumerate(cited, start=1))
    for marker in reply.locator(".answer-text .marker").all():
        marker.click()
    assert reader.page.evaluate("() => window.hacked") is None
    # The footnote mark in the fourth sentence is the article's own: text, no marker.
    assert reply.locator(".answer-text .marker").all_text_contents() == [
        "[1]", "[2]", "[3]", "[4]", "[5]",
    ]  # fmt: skip


def test_outlets_and_speakers_are_labelled_and_their_absence_is_said(
    visit: Any, scripted_url: str
) -> None:
    reader = visit(scripted_url)
    rows = reader.ask("What of 1, 2 and 5?").locator(".citation")
    assert rows.nth(0).locator(".no-outlet").inner_text() == "no outlet credited"
    assert rows.nth(1).locator(".outlet").all_inner_texts() == ["AP"]
    assert rows.nth(1).locator(".speaker").inner_text() == "said by the mayor"
    assert rows.nth(2).locator(".outlet").all_inner_texts() == ["Reuters <b>"]


def test_a_source_highlights_the_sentences_credited_to_it_and_a_second_press_ends_it(
    visit: Any, scripted_url: str
) -> None:
    reader = visit(scripted_url)
    source = reader.page.get_by_role("button", name="AP: highlight 1 sentence in the article")
    source.click()
    assert reader.highlighted("by-source") == "The mayor said that it is safe."
    assert source.get_attribute("aria-pressed") == "true"
    source.click()
    assert reader.page.locator("mark").count() == 0


def test_the_nearest_passages_of_a_silence_can_be_pressed_and_look_unconfirmed(
    visit: Any, scripted_url: str
) -> None:
    reader = visit(scripted_url)
    reply = reader.ask("What of 0?")
    assert reply.locator(".silence").inner_text() == "The briefing does not say."
    assert reply.locator(".unconfirmed-label").all_inner_texts() == ["unconfirmed"] * 2
    reply.locator(".marker").nth(1).click()
    assert reader.highlighted("unconfirmed") == "The mayor said that it is safe."


def test_earlier_questions_count_and_what_was_searched_for_is_shown(
    visit: Any, scripted_url: str
) -> None:
    reader = visit(scripted_url)
    assert reader.ask("What of 1?").locator(".searched").count() == 0
    searched = reader.ask("And 2?").locator(".searched")
    assert searched.inner_text() == "Searched for: What of 1? / And 2?"


def test_the_markers_of_earlier_answers_keep_pointing_at_their_own_words(
    visit: Any, scripted_url: str
) -> None:
    reader = visit(scripted_url)
    first = reader.ask("What of 1?")
    reader.ask("And 2?")
    first.locator(".answer-text .marker").click()
    assert reader.highlighted() == "The bridge opened on Monday."
    pressed = reader.page.locator(".marker[aria-pressed=true]")
    assert pressed.evaluate_all("all => all.map(m => m.dataset.turn)") == ["1", "1"]


def test_a_reload_keeps_the_conversation_and_its_markers(visit: Any, scripted_url: str) -> None:
    reader = visit(scripted_url)
    reader.ask("What of 2?")
    reader.page.reload()
    reader.page.locator(".answer-text .marker").click()
    assert reader.highlighted() == "The mayor said that it is safe."
    searched = reader.ask("And 1?").locator(".searched")
    assert searched.inner_text() == "Searched for: What of 2? / And 1?"


def test_a_new_conversation_forgets_the_earlier_questions(visit: Any, scripted_url: str) -> None:
    reader = visit(scripted_url)
    reader.ask("What of 1?").locator(".answer-text .marker").click()
    reader.page.get_by_role("button", name="New conversation").click()
    reader.page.locator(".turn").wait_for(state="detached")
    assert reader.page.locator("mark").count() == 0
    assert reader.ask("And 2?").locator(".searched").count() == 0


def test_the_page_can_be_used_by_keyboard_alone(visit: Any, scripted_url: str) -> None:
    reader = visit(scripted_url)
    keyboard = reader.page.keyboard

    def tab_to(selector: str) -> None:
        for _ in range(40):
            keyboard.press("Tab")
            if reader.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"Tab does not reach {selector}")

    tab_to("#question textarea")
    keyboard.type("What of 2?")
    keyboard.press("Enter")
    reader.page.locator(".reply:not(.waiting)").wait_for()
    reader.page.locator("body").evaluate("() => document.activeElement.blur()")
    tab_to(".answer-text .marker")
    outline = reader.page.evaluate("() => getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"
    keyboard.press("Enter")
    assert reader.highlighted() == "The mayor said that it is safe."
    tab_to(".pointed-back")
    keyboard.press("Space")
    assert reader.page.evaluate("() => document.activeElement.dataset.marker") == "2"
    tab_to(".pointed-back")
    keyboard.press("Escape")
    assert reader.page.evaluate("() => document.activeElement.dataset.marker") == "2"


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, PHONE])
def test_a_press_brings_the_cited_words_into_view(
    visit: Any, scripted_url: str, viewport: dict[str, int]
) -> None:
    reader = visit(scripted_url, viewport=viewport)
    reader.ask("What of 1?")
    reply = reader.ask("What of 5?")
    reply.locator(".answer-text .marker").click()
    reader.highlighted()
    box = reader.page.locator("mark.pointed-to").first.bounding_box()
    assert 0 <= box["y"] <= viewport["height"] - box["height"]
    width = reader.page.evaluate("() => document.documentElement.scrollWidth")
    assert width == viewport["width"]  # nothing sticks out sideways


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("", "There is no question to answer; ask something in words."),
        (" \n ", "There is no question to answer; ask something in words."),
        ("x" * 10_000, "The question is too long; ask a shorter one."),
        (
            "fail",
            "That question could not be answered because of a fault of ours; "
            "the terminal says more.",
        ),
    ],
)
def test_a_question_that_cannot_be_answered_gets_one_sentence(
    visit: Any, scripted_url: str, question: str, sentence: str
) -> None:
    reader = visit(scripted_url)
    reader.page.fill("#question textarea", question)
    reader.page.get_by_role("button", name="Ask", exact=True).click()
    notice = reader.page.locator(".notice")
    notice.wait_for()
    assert notice.inner_text() == sentence
    assert reader.page.locator(".turn").count() == 0
    assert reader.page.locator(".toast-body").count() == 0
    assert reader.ask("What of 1?").locator(".answer-text").inner_text().startswith("The bridge")
    assert notice.count() == 0


@pytest.mark.parametrize(("scheme", "other"), [("light", "dark"), ("dark", "light")])
def test_colours_follow_the_system_until_the_reader_chooses(
    visit: Any, scripted_url: str, scheme: str, other: str
) -> None:
    reader = visit(scripted_url, color_scheme=scheme)

    def lightness() -> int:
        colour = reader.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        return int(re.findall(r"\d+", colour)[0])

    assert (lightness() > 127) == (scheme == "light")
    reader.page.get_by_role("button", name=f"Switch to {other} colours").click()
    assert (lightness() > 127) == (other == "light")
    reader.page.reload()
    reader.page.get_by_role("button", name=f"Switch to {scheme} colours").wait_for()
    assert (lightness() > 127) == (other == "light")


def test_the_page_leads_to_its_api_which_is_ask_alone(visit: Any, scripted_url: str) -> None:
    reader = visit(scripted_url)
    reader.page.get_by_role("button", name="API", exact=True).click()
    panel = reader.page.locator(".api-docs")
    panel.get_by_text("MCP documentation").wait_for()
    assert "1 MCP Tool" in " ".join(panel.inner_text().split())


def test_without_the_policy_the_page_still_asks_nobody_else(visit: Any, scripted_url: str) -> None:
    reader = visit(scripted_url, bypass_csp=True)  # the fixture looks at every request
    reader.ask("What of 1 and 4?").locator(".answer-text .marker").last.click()
    assert "🦊🦊" in reader.highlighted()


@pytest.fixture
def another_page(scripted_url: str) -> Iterator[str]:
    """The address of a page on another port of this machine; it frames the chat."""

    class Frame(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{scripted_url}"></iframe>'.encode())

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing goes to the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Frame) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_another_page_can_neither_frame_the_chat_nor_read_it(
    browser: Any, another_page: str, scripted_url: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    try:
        page.goto(another_page)
        page.frames[1].wait_for_load_state()
        # Chromium shows an error of its own in the frame.
        assert page.frames[1].url == "chrome-error://chromewebdata/"
        read = page.evaluate(f"fetch('{scripted_url}config').then(r => r.text())")
        assert read == "This request comes from another page; open the chat itself and ask there.\n"
    finally:
        context.close()


def test_the_chat_is_served_by_every_name_of_this_machine(visit: Any, scripted_url: str) -> None:
    reader = visit(scripted_url)
    port = urlsplit(scripted_url).port
    for name in ("localhost", "127.0.0.1", "0.0.0.0"):
        answer = httpx.get(f"{scripted_url}config", headers={"host": f"{name}:{port}"})
        assert answer.status_code == 200
    named = httpx.get(f"{scripted_url}config", headers={"host": f"evil.example:{port}"})
    assert named.status_code == 403
    assert "bridge" not in named.text
    assert reader.ask("What of 1?").locator(".citation").count() == 1
