"""The page over the packaged article with the real assistant."""

from __future__ import annotations

from typing import Any


def test_every_marker_of_an_answer_highlights_its_quote(visit: Any, bundled_url: str) -> None:
    reader = visit(bundled_url)
    reply = reader.ask("why does this matter for Central Asia?")
    rows = reply.locator(".citation")
    assert rows.count() >= 1
    for row in rows.all():
        row.locator(".marker").click()
        assert reader.highlighted() == row.locator(".quote").text_content()
    in_text = reply.locator(".answer-text .marker").all_text_contents()
    assert set(in_text) == set(rows.locator(".marker").all_text_contents())


def test_a_follow_up_is_understood_from_the_conversation(visit: Any, bundled_url: str) -> None:
    reader = visit(bundled_url)
    reader.ask("When were the Abraham Accords initiated?")
    reader.page.get_by_role("button", name="Says who?").click()
    reply = reader.page.locator(".reply:not(.waiting)").nth(1)
    reply.wait_for()
    assert "Wikipedia" in reply.locator(".outlet").all_inner_texts()
    assert reply.locator(".searched").inner_text().startswith("Searched for: ")


def test_what_the_article_does_not_say_is_met_with_silence(visit: Any, bundled_url: str) -> None:
    reader = visit(bundled_url)
    reply = reader.ask("Who won the football final last night?")
    assert reply.locator(".silence").inner_text() == "The briefing does not say."
    for row in reply.locator(".citation").all():
        row.locator(".marker").click()
        assert reader.highlighted("unconfirmed") == row.locator(".quote").text_content()


def test_the_examples_are_answered_save_the_one_that_says_it_is_not(
    visit: Any, bundled_url: str
) -> None:
    reader = visit(bundled_url)
    examples = reader.page.locator(".example:not(.example-follow-up)")
    for number, example in enumerate(examples.all()):
        silent = "example-unanswerable" in example.get_attribute("class")
        example.click()
        reply = reader.page.locator(".reply:not(.waiting)").nth(number)
        reply.wait_for()
        assert reply.locator(".silence").count() == silent


def test_all_outlets_of_the_article_are_shown_with_their_sentences(
    visit: Any, bundled_url: str, bundled_assistant: Any
) -> None:
    reader = visit(bundled_url)
    briefing = bundled_assistant.now()
    pieces = briefing.pieces[briefing.articles[0].article_id]
    named = {outlet for piece in pieces for outlet in piece.outlets}
    sources = reader.page.locator(".source")
    assert set(sources.locator(".source-name").all_inner_texts()) == named
    for source in sources.all():
        source.click()
        outlet = source.locator(".source-name").inner_text()
        own = [p.text for p in pieces if outlet in p.outlets and p.kind.value == "sentence"]
        assert source.locator(".source-count").inner_text() == str(len(own))
        if own:
            assert reader.highlighted("by-source") == "".join(own)


def test_the_article_is_shown_to_the_letter(
    visit: Any, bundled_url: str, bundled_assistant: Any
) -> None:
    text = visit(bundled_url).page.locator(".article-text").evaluate("e => e.textContent")
    assert text == bundled_assistant.articles[0].text
