"""Every format, in files made here: what is read of them."""

from __future__ import annotations

import io
import json
import time
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from hypothesis import given
from hypothesis import strategies as st
from made_documents import PAGE, only, read, write_docx
from made_pdf import write_pdf

from corpus.errors import (
    UnreadableFileError,
)
from corpus.formats.document import Document
from corpus.formats.limits import Limits
from corpus.formats.sandbox import FileReader
from corpus.formats.web_page import text_of_fragment

FEED = """<rss version="2.0"><channel><title>Wire</title>
<item><title>One &amp; only</title><link>https://example.org/1</link>
<pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate>
<description>&lt;p&gt;First &lt;b&gt;thing&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;
</description></item>
<item><title>Empty</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Journal</title>
<entry><title>Two</title><link href="https://example.org/2"/><updated>2026-03-05T00:00:00Z</updated>
<content type="html">&lt;p&gt;Second thing.&lt;/p&gt;</content></entry></feed>"""


def write_mail(*, html: bool = False, attachment: bool = False) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "AFP Desk <desk@example.org>", "Talks resume"
    mail["Date"] = "Wed, 04 Mar 2026 10:00:00 +0000"
    if html:
        mail.set_content("<p>The talks resume on <b>Monday</b>.</p><p>In Oslo.</p>", subtype="html")
    else:
        mail.set_content("The talks resume on Monday — in Oslo.\n")
    if attachment:
        mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    return mail.as_bytes()


def test_a_web_page_gives_its_article_without_menus_and_scripts(tmp_path: Path) -> None:
    document = only(read(tmp_path, "a.html", PAGE))

    assert (document.title, document.publisher) == ("Talks: what next", "The Daily")
    assert (document.published, document.url) == ("2026-03-04", "https://example.org/talks")
    assert document.text == (
        "# Talks: what next\n\n"
        "The ministers met in Oslo on Monday, according to Reuters. They agreed on a text "
        "that is to be signed in June by all of the parties to the old agreement.\n\n"
        "## Reasons\n\n- Trade is down\n- Ports are shut\n\nCountry | Tonnes\nNorway | 12\n\n"
        "It was the third round since March, and the fifth since the war began.\n"
    )


def test_a_pdf_gives_paragraphs_and_the_page_of_each(tmp_path: Path) -> None:
    running = "The Daily Brief"
    pages = [
        [running, "The ministers met in Oslo on Monday and agreed on a text that is to be",
         "signed in June by all parties.", "The talks had been sus-",
         "pended since the spring, when the ports of the northern coast were", "1"],
        [running, "shut to every ship.", "Trade fell by a third after that, the central bank",
         "of Norway said.", "2"],
        [running, "Nothing else was agreed.", "3"],
    ]  # fmt: skip
    document = only(read(tmp_path, "brief.pdf", write_pdf(pages)))

    assert running not in document.text
    assert "agreed on a text that is to be signed in June by all parties." in document.text
    assert "had been suspended since the spring" in document.text
    assert "northern coast were shut to every ship." in document.text
    assert [name for _, name in document.pages] == ["1", "2", "3"]
    begins = {name: start for start, name in document.pages}
    assert document.text[begins["2"] :].startswith("shut to every ship.")
    assert document.text[begins["3"] :].startswith("Nothing else")


def test_a_word_document_gives_headings_items_and_rows(tmp_path: Path) -> None:
    document = only(read(tmp_path, "a.docx", write_docx()))

    assert document.title == "Water talks"
    assert document.text == (
        "# Water talks\n\nThe ministers met in Oslo, Reuters reported.\n\n- Trade is down\n\n"
        "Country | Tonnes\nNorway | 12\n"
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [(False, "The talks resume on Monday — in Oslo.\n"),
     (True, "The talks resume on Monday.\n\nIn Oslo.\n")],
)  # fmt: skip
def test_a_mail_gives_its_own_text(tmp_path: Path, html: bool, text: str) -> None:
    document = only(read(tmp_path, "a.eml", write_mail(html=html)))

    assert document.text == text
    assert (document.title, document.publisher) == ("Talks resume", "AFP")
    assert document.published == "2026-03-04"


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Reuters <wire@example.org>", "Reuters"),
        ("=?utf-8?q?Agence_France-Presse?= <x@example.org>", "AFP"),
        ("Reuters Daily Briefing <news@example.org>", "Reuters"),
        ("BBC News <x@example.org>", "BBC"),
        ("The Economist <news@e.economist.com>", "The Economist"),
        ("Guardian News <info@mail.theguardian.com>", "The Guardian"),
        ("AP <alerts@ap.org>", "AP"),
        # People, and what else sends mails.
        ("Anna Smith <anna@example.org>", None),
        ("Anna Smith <anna@reuters.com>", None),
        ("Michael Bloomberg <mike@example.org>", None),
        ("Anna Reuter <anna@example.org>", None),
        ("Reuter <reuter@example.org>", None),
        ("Dawn <dawn@example.org>", None),
        ("AP <anna.porter@example.org>", None),
        ("The Economist <x@economists.example.org>", None),
        ("Ministry of Trade <press@example.org>", None),
        ("Daily News Desk <desk@example.org>", None),
        ("desk@reuters.com", None),
        ("", None),
    ],
)
def test_who_sends_a_mail_is_its_publisher_only_if_an_outlet(
    tmp_path: Path, sender: str, publisher: str | None
) -> None:
    mail = f"From: {sender}\nSubject: Talks\n\nThe talks resume on Monday.\n"
    assert only(read(tmp_path, "a.eml", mail)).publisher == publisher


def test_what_is_attached_to_a_mail_is_said_to_be_left_out(tmp_path: Path) -> None:
    contents = read(tmp_path, "a.eml", write_mail(attachment=True))
    assert contents.faults == ("1 files attached to it were not read",)


def test_a_feed_gives_a_document_for_each_entry_with_text(tmp_path: Path) -> None:
    assert only(read(tmp_path, "a.rss", FEED)) == Document(
        "One & only", "One & only", "First thing.\n", "Wire", "2026-03-04",
        "https://example.org/1",
    )  # fmt: skip
    atom = only(read(tmp_path, "a.xml", ATOM))
    assert (atom.title, atom.text, atom.publisher, atom.published) == (
        "Two", "Second thing.\n", "Journal", "2026-03-05",
    )  # fmt: skip


def test_a_json_feed_and_json_lines(tmp_path: Path) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Wire",
        "items": [{"id": "1", "title": "A", "content_html": "<p>Hi <i>there</i></p>"}, 7],
    }
    contents = read(tmp_path, "a.json", json.dumps(feed))
    assert only(contents).text == "Hi there\n"
    assert contents.faults == ('item 2: it is no object; write {"title": "…", "text": "…"}',)
    lines = '{"title": "T", "text": "Body.", "outlet": "AFP", "date": "2026-01-02"}\nnope\n'
    contents = read(tmp_path, "a.jsonl", lines)
    assert only(contents) == Document("T", "T", "Body.", "AFP", "2026-01-02")
    assert contents.faults == ("line 2 is no JSON; mend it",)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<table><tr><td>Dam breaks</td></tr><tr><td><p>Officials said 40 died.</p>"
         "Reuters said 12 were hurt.</td></tr></table>",
         "Dam breaks\n\nOfficials said 40 died.\n\nReuters said 12 were hurt.\n"),
        ("<table><tbody><tr><td>2019</td><td>2020</td></tr></tbody></table>", "2019 | 2020\n"),
        ("<p><b>1<br>5 hurt</b> in all</p>", "1\n\n5 hurt in all\n"),
        ("<center>One.</center><center>Two.</center>", "One.\n\nTwo.\n"),
        ("<p>a<i>b</i>c<!-- d --> e</p>", "abc e\n"),
    ],
)  # fmt: skip
def test_words_of_two_lines_never_run_together(markup: str, text: str) -> None:
    assert text_of_fragment(markup) == text


def test_a_line_break_in_a_page_parts_words(tmp_path: Path) -> None:
    page = PAGE.replace("<b>Oslo</b>", "Oslo<br>City")
    assert "in Oslo City on Monday" in only(read(tmp_path, "a.html", page)).text


def test_no_date_is_guessed_from_what_a_page_says(tmp_path: Path) -> None:
    page = PAGE.replace("2026-03-04T10:00:00Z", "unknown")
    page = page.replace("All rights", "Copyright 2012. All rights")
    page = page.replace("on Monday", "on 3 March 2019")
    assert only(read(tmp_path, "a.html", page)).published is None


def test_a_document_reads_what_was_inserted_and_not_what_was_deleted(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The minister did ")._p
    for tag, inner, words in (("ins", "t", "not "), ("del", "delText", "gladly ")):
        change = OxmlElement(f"w:{tag}")
        run, text = OxmlElement("w:r"), OxmlElement(f"w:{inner}")
        text.text = words
        run.append(text)
        change.append(run)
        paragraph.append(change)
    document.paragraphs[0].add_run("sign.")
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    content.append(document.add_paragraph("In a control.")._p)
    control.append(content)
    paragraph.addnext(control)
    out = io.BytesIO()
    document.save(out)
    text = only(read(tmp_path, "a.docx", out.getvalue())).text
    assert text == "The minister did not sign.\n\nIn a control.\n"


def test_numbers_at_the_margin_go_where_they_run_with_the_pages(tmp_path: Path) -> None:
    body = ["The tax was raised in the spring by a narrow vote, by all of", "15%."]
    one = only(read(tmp_path, "a.pdf", write_pdf([body])))
    assert one.text.endswith("by all of 15%.\n")
    pages = [[f"Words of page {name} end here, at the foot of it.", str(number)]
             for name, number in (("one", 7), ("two", 8), ("three", 9))]  # fmt: skip
    run = only(read(tmp_path, "b.pdf", write_pdf(pages)))
    assert not {"7", "8", "9"} & set(run.text.split())
    lone = only(read(tmp_path, "c.pdf", write_pdf([["It rained for days, and they were", "40"],
                                                   ["It snowed."]])))  # fmt: skip
    assert "40" in lone.text.split()


def test_an_item_with_empty_html_has_its_plain_text(tmp_path: Path) -> None:
    feed = {"items": [{"title": "A", "content_html": "", "content_text": "Words."}]}
    assert only(read(tmp_path, "a.json", json.dumps(feed))).text == "Words."


def test_every_file_that_hangs_takes_its_own_time_alone(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Words. " * 100_000)
    began = time.monotonic()
    with FileReader(Limits(seconds=0.0)) as reader:
        for name in ("a.txt", "b.txt"):
            with pytest.raises(UnreadableFileError, match="takes more than 0 s to read"):
                reader.read(tmp_path / name)
    # Starting the process takes a second or two; waiting for its start once took 60.
    assert time.monotonic() - began < 30


def test_a_feed_that_is_cut_short_says_so(tmp_path: Path) -> None:
    contents = read(tmp_path, "a.rss", FEED[: FEED.index("Empty")])
    (fault,) = contents.faults
    assert only(contents).text == "First thing.\n"
    assert fault.startswith("the feed is damaged (")
    assert fault.endswith("); an entry may be cut short or missing")


def test_a_feed_of_more_entries_than_are_read_says_so(tmp_path: Path) -> None:
    entries = FEED.replace("<item><title>Empty</title></item>", "<item><title>b</title>"
                           "<description>Second.</description></item>")  # fmt: skip
    contents = read(tmp_path, "a.rss", entries, Limits(documents=1))
    assert only(contents).title == "One & only"
    assert contents.faults == ("it holds 2 entries, and the first 1 are read; split it",)


def test_a_feed_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">]>' + FEED
    with pytest.raises(UnreadableFileError, match="declares entities of its own"):
        read(tmp_path, "a.rss", bomb)
    talk = FEED.replace("First &lt;b", "First &lt;!ENTITY a&gt; &lt;b")
    assert "First" in only(read(tmp_path, "b.rss", talk)).text


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    line = "Президент встретился с министром в понедельник утром. " * 3
    contents = read(tmp_path, "a.txt", line.encode("cp1251"))
    assert only(contents).text == line
    assert contents.faults == (
        "it is not UTF-8 and was read as cp1251; look at its accented letters",
    )
    lines = read(tmp_path, "a.jsonl", json.dumps({"text": line}, ensure_ascii=False)
                 .encode("cp1251"))  # fmt: skip
    assert only(lines).notes == contents.faults


def test_a_feed_that_spells_a_path_opens_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(FEED)
    with pytest.raises(UnreadableFileError, match="is no RSS or Atom feed"):
        read(tmp_path, "a.rss", str(secret))


@given(st.text(max_size=300))
def test_no_markup_upsets_a_fragment_and_none_comes_through(markup: str) -> None:
    text = text_of_fragment(f"<p>{markup}</p><script>steal()</script>")
    assert "steal()" not in text
