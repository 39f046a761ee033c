"""Articles in every format, made of the paragraphs of SQuAD, with the questions about them."""

from __future__ import annotations

import html
import io
import json
import random
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import docx
from made_pdf import write_pdf

from qa.evaluation.squad_files import SquadParagraph, read_squad


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """A few paragraphs under a title, and what is asked of them: (question, right answers)."""

    name: str
    title: str
    paragraphs: tuple[str, ...]
    questions: tuple[tuple[str, tuple[str, ...]], ...]


def squad_articles(path: Path, *, count: int, seed: int) -> list[MadeArticle]:
    """``count`` articles of two to four neighbouring paragraphs each, drawn from a SQuAD file.

    Raises:
        ValueError: if the file has not enough paragraphs.
    """
    rng = random.Random(seed)
    by_title: dict[str, list[SquadParagraph]] = {}
    for paragraph in read_squad(path):
        by_title.setdefault(paragraph.title, []).append(paragraph)
    made = []
    for title, paragraphs in by_title.items():
        first = 0
        while first < len(paragraphs):
            own = paragraphs[first : first + rng.randint(2, 4)]
            first += len(own)
            made.append(
                MadeArticle(
                    name=f"{title}-{first}",
                    title=title.replace("_", " "),
                    paragraphs=tuple(" ".join(one.article.text.split()) for one in own),
                    questions=tuple(
                        (question.question, question.answers)
                        for one in own
                        for question in one.questions
                        if question.answers
                    ),
                )
            )
    if len(made) < count:
        raise ValueError(f"{path} gives {len(made)} articles, not {count}")
    return rng.sample(made, count)


def _plain(article: MadeArticle) -> bytes:
    return "\n\n".join(article.paragraphs).encode()


def _markdown(article: MadeArticle) -> bytes:
    head = json.dumps(article.title)
    body = "\n\n".join(article.paragraphs)
    return f"---\ntitle: {head}\nsource: Wikipedia\ndate: 2016-06-01\n---\n{body}\n".encode()


def _page(article: MadeArticle) -> bytes:
    body = "".join(f"<p>{html.escape(one)}</p>" for one in article.paragraphs)
    title = html.escape(article.title)
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>"
        f"<nav><a href=/>Home</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def _pdf(article: MadeArticle) -> bytes:
    def lines(paragraph: str) -> list[str]:
        latin = paragraph.encode("latin-1", "replace").decode("latin-1")
        return [*textwrap.wrap(latin, 95), ""]

    return write_pdf([lines(one) for one in article.paragraphs])


def _docx(article: MadeArticle) -> bytes:
    document = docx.Document()
    document.core_properties.title = article.title[:255]
    for one in article.paragraphs:
        document.add_paragraph(one)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _mail(article: MadeArticle) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = article.title, "Desk <desk@example.org>"
    mail["Date"] = "Wed, 01 Jun 2016 10:00:00 +0000"
    mail.set_content("\n\n".join(article.paragraphs))
    return mail.as_bytes()


def _feed(articles: Sequence[MadeArticle]) -> bytes:
    items = "".join(
        f"<item><title>{html.escape(one.title)}</title><description>"
        + html.escape("".join(f"<p>{html.escape(text)}</p>" for text in one.paragraphs))
        + "</description></item>"
        for one in articles
    )
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
    return f"{head}<title>Feed</title>{items}</channel></rss>".encode()


def _json_feed(articles: Sequence[MadeArticle]) -> bytes:
    items = [{"title": one.title, "content_text": "\n\n".join(one.paragraphs)} for one in articles]
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": "Feed", "items": items}).encode()


def _json_lines(articles: Sequence[MadeArticle]) -> bytes:
    return "".join(
        json.dumps({"title": one.title, "text": "\n\n".join(one.paragraphs)}) + "\n"
        for one in articles
    ).encode()


_ONE: dict[str, Callable[[MadeArticle], bytes]] = {
    "txt": _plain, "md": _markdown, "html": _page, "pdf": _pdf, "docx": _docx, "eml": _mail,
}  # fmt: skip
_MANY: dict[str, Callable[[Sequence[MadeArticle]], bytes]] = {
    "rss": _feed, "json": _json_feed, "jsonl": _json_lines,
}  # fmt: skip
_IN_A_FEED = 20


def write_files(articles: Sequence[MadeArticle], folder: Path) -> Iterator[Path]:
    """The articles as files in ``folder``, the formats by turns; feeds hold twenty each."""
    kinds = [*_ONE, *_MANY]
    shares: dict[str, list[MadeArticle]] = {kind: [] for kind in kinds}
    for number, article in enumerate(articles):
        shares[kinds[number % len(kinds)]].append(article)
    for kind, write in _ONE.items():
        for article in shares[kind]:
            yield _written(folder / f"{article.name}.{kind}".replace("/", "-"), write(article))
    for kind, write_many in _MANY.items():
        own = shares[kind]
        for first in range(0, len(own), _IN_A_FEED):
            data = write_many(own[first : first + _IN_A_FEED])
            yield _written(folder / f"feed-{first}.{kind}", data)


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
