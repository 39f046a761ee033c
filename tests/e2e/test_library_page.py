"""The library on the page: files in, asked across, judged, saved, taken out again."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from free_port import free_port

from corpus.library import Library

EVENT = Path(__file__).parents[1] / "qa" / "event"
Visit = Callable[..., Any]


def picture(reader: Any, name: str) -> None:
    """Where a folder for pictures is named, one for people to look at."""
    if folder := os.environ.get("BRIEFING_PICTURES"):
        reader.page.screenshot(path=f"{folder}/{name}.png")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def url(library: Path) -> Iterator[str]:
    from app import build_ui
    from qa.assistant import Assistant
    from qa.desk import Desk
    from qa.page.address import Address
    from qa.page.launching import launch_page

    Library.open(library, create=True)
    page = build_ui(Assistant.open(library), Desk(library))
    launch_page(page, Address("127.0.0.1", free_port()))
    yield page.local_url
    page.close(verbose=False)


def drop(reader: Any, *files: Path) -> Any:
    """Drop files and await the report."""
    page = reader.page
    if not page.locator("#upload input[type=file]").count():
        page.get_by_role("button", name="Library").click()
    page.locator("#upload input[type=file]").set_input_files([str(file) for file in files])
    report = page.locator("#report .report-sum:not(:has-text('Reading'))")
    report.wait_for()
    return report


def test_from_dropped_files_to_gold_questions(
    visit: Visit, url: str, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader = visit(url, accept_downloads=True, viewport={"width": 1280, "height": 900})
    page = reader.page
    bad = tmp_path / "broken.pdf"
    bad.write_bytes(b"%PDF-1.4 broken")

    # An empty library takes four articles and names the file that it cannot read.
    report = drop(reader, *sorted(EVENT.glob("*.md")), bad)
    assert report.text_content() == "4 added, 1 skipped"
    skipped = page.locator(".report-line.skipped").text_content()
    assert "broken.pdf" in skipped
    assert "is a damaged PDF" in skipped
    assert str(tmp_path) not in page.content()
    assert page.locator(".library-row").count() == 4
    picture(reader, "1-dropped")

    # Asked across: both numbers, their credits, and that sources disagree.
    reply = reader.ask("How many passengers were taken to hospital?")
    assert "Nineteen" in reply.text_content()
    assert "Twenty-six" in reply.text_content()
    assert "Sources disagree: [2] against [1]." in reply.text_content()
    assert "as of 2026-02-04" in reply.text_content()
    picture(reader, "2-disagreement")
    reply.locator(".answer-text .marker").nth(1).click()
    assert reader.highlighted() == (
        "Nineteen passengers were taken to hospital, the coastguard told Reuters."
    )

    # Limited to one article, only that one is cited.
    page.get_by_role("button", name="Limit the question").click()
    page.fill("#since textarea, #since input", "2026-02-04")
    page.fill("#until textarea, #until input", "2026-02-04")
    reply = reader.ask("How many passengers were taken to hospital, then?")
    assert "Nineteen" not in reply.text_content()
    page.fill("#since textarea, #since input", "yesterday")
    page.fill("#question textarea", "Who?")
    page.press("#question textarea", "Enter")
    notice = page.locator("#notice .notice")
    notice.wait_for()
    assert notice.text_content() == "“yesterday” is no day; write it as 2026-03-01."
    page.fill("#since textarea, #since input", "")
    page.fill("#until textarea, #until input", "")

    # Judged: one right, one silence that was right.
    first = page.locator(".turn").nth(0)
    first.get_by_label("This reply is right").click()
    first.locator(".judged:has-text('Kept as right')").wait_for()
    reader.ask("How much will the insurance pay?")
    last = page.locator(".turn").last
    last.get_by_label("This reply is wrong").click()
    picture(reader, "3-judging")
    last.locator(".reason").first.click()
    last.locator(".judged:has-text('Kept as wrong: should have answered')").wait_for()
    assert [one.good for one in Library.open(library).feedback()] == [True, False]

    # Saved in three forms.
    for form, name in (("markdown", "briefing.md"), ("docx", "briefing.docx"),
                       ("json", "briefing.json")):  # fmt: skip
        with page.expect_download() as download:
            page.locator(f".save[data-form={form}]").click()
        assert download.value.suggested_filename == name
        download.value.save_as(tmp_path / name)
    markdown = (tmp_path / "briefing.md").read_text("utf-8")
    assert "## How many passengers were taken to hospital?" in markdown
    assert "[^2]: “Nineteen passengers were taken to hospital, the coastguard told Reuters.”" in (
        markdown
    )
    words = docx.Document(io.BytesIO((tmp_path / "briefing.docx").read_bytes()))
    assert any("Nineteen passengers" in paragraph.text for paragraph in words.paragraphs)
    saved = json.loads((tmp_path / "briefing.json").read_text("utf-8"))
    assert saved[0]["answer"]["citations"][0]["article_id"] == "coast-herald"

    # Taken out, after a question whether it is meant.
    row = page.locator(".library-row[data-article=coast-herald]")
    row.get_by_label("Remove Passengers saved from grounded ferry").click()
    picture(reader, "4-removing")
    row.locator(".remove-no").click()
    assert Library.open(library).get("coast-herald")
    row.get_by_label("Remove Passengers saved from grounded ferry").click()
    row.locator(".remove-yes").click()
    row.wait_for(state="detached")
    assert [a.article_id for a in Library.open(library).articles()] == [
        "daily-mercury", "island-times", "northern-post",
    ]  # fmt: skip
    page.locator("#article-choice option[value=coast-herald]").wait_for(state="detached")
    page.click("#anew")
    page.locator(".turn").first.wait_for(state="detached")
    reply = reader.ask("How many passengers were taken to hospital?")
    assert "Twenty-six" not in reply.text_content()

    # What was judged right is a gold question now; its removed quote is left to a person.
    from qa.cli import main

    assert main(["feedback", "--as-gold", "--library", str(library)]) == 0
    (record,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert record["question"] == "How many passengers were taken to hospital?"
    assert [span["article_id"] for span in record["spans"]] == ["coast-herald", "northern-post"]


def test_an_upload_that_is_there_already_is_said_to_be(
    visit: Visit, url: str, library: Path
) -> None:
    reader = visit(url)
    assert drop(reader, EVENT / "island-times.md").text_content() == "1 added"
    report = drop(reader, EVENT / "island-times.md")
    reader.page.locator("#report .report-sum:has-text('1 unchanged')").wait_for()
    assert report.text_content() == "1 unchanged"
    reader.page.locator(".open-article").click()
    assert "tonnes of fuel" in reader.page.locator(".article-text").text_content()
