"""A page and a Word document made here, and how a test reads whatever it made."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from corpus.formats.document import Contents, Document
from corpus.formats.limits import Limits
from corpus.formats.reading import read_contents

PAGE = """<!doctype html><html><head><title>Talks: what next | The Daily</title>
<meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2026-03-04T10:00:00Z">
<link rel="canonical" href="https://example.org/talks"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Talks: what next</h1>
<p>The ministers met in <b>Oslo</b> on Monday, according to <a href="/r">Reuters</a>. They agreed
on a text that is to be signed in June by all of the parties to the old agreement.</p>
<h2>Reasons</h2><ul><li>Trade is down</li><li>Ports are shut</li></ul>
<table><tr><th>Country</th><th>Tonnes</th></tr><tr><td>Norway</td><td>12</td></tr></table>
<p onclick="steal()">It was the third round since March, and the fifth since the war began.</p>
<script>alert("x")</script></article><footer>All rights reserved</footer></body></html>"""


def write_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Water talks", 1)
    document.add_paragraph("The ministers met in Oslo, Reuters reported.")
    document.add_paragraph("Trade is down", style="List Bullet")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("Country", "Tonnes"), ("Norway", "12"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(folder: Path, name: str, data: bytes | str, limits: Limits | None = None) -> Contents:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_contents(path, limits or Limits())


def only(contents: Contents) -> Document:
    (document,) = contents.documents
    return document
