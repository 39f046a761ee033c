"""Files that are damaged or meant to do harm, good ones between them, all added at once.

    python tests/benchmarks/damaged_files.py

Every bad file must be named with its reason, none may take more than ten
seconds or a gigabyte, and every good file must be added. Ends with status 1
where that fails. Some files could be read either way (half of a web page, two
encodings in one text); for these, being added is no fault.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx

# The script stands in tests/benchmarks; the rooms are two floors up.
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from made_pdf import assemble, write_pdf
from process_memory import MemoryWatch

from corpus.errors import CorpusError
from corpus.formats.sandbox import FileReader

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 10.0
MOST_BYTES = 1_000_000_000
_LINES = [f"Line {n} of a report on the harbour, which was closed for {n} days." for n in range(60)]
_TEXT = "\n\n".join(_LINES)


@dataclass(frozen=True, slots=True)
class Bad:
    """A file, and whether something of it may be read all the same."""

    name: str
    data: bytes
    either: bool = False


def sound_pdf(pages: int = 2) -> bytes:
    return write_pdf([_LINES[:40]] * pages)


def sound_docx() -> bytes:
    document = docx.Document()
    for line in _LINES:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sound_mail() -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "The harbour", "desk@example.org"
    mail.set_content(_TEXT)
    return mail.as_bytes()


def sound_page(body: str = "") -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in _LINES)
    return f"<html><head><title>T</title></head><body>{paragraphs}{body}</body></html>".encode()


def sound_feed() -> bytes:
    items = "".join(f"<item><title>T{n}</title><description>{line}</description></item>"
                    for n, line in enumerate(_LINES))  # fmt: skip
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()


def repacked(part: str, data: bytes | Callable[[zipfile.ZipFile, str], None]) -> bytes:
    """A DOCX in which one part holds something else."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sound_docx())) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))
        if callable(data):
            data(target, part)
        else:
            target.writestr(part, data)
    return out.getvalue()


def zeros(megabytes: int) -> Callable[[zipfile.ZipFile, str], None]:
    """Writes a part of so many megabytes that packs to almost nothing."""

    def write(target: zipfile.ZipFile, part: str) -> None:
        with target.open(part, "w", force_zip64=True) as opened:
            for _ in range(megabytes):
                opened.write(bytes(1_000_000))

    return write


def with_stream(stream: bytes, filters: str) -> bytes:
    """A PDF of one page whose content is ``stream``, to be decoded by ``filters``."""
    page = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 3 0 R "
            b"/Resources << >> >>")  # fmt: skip
    return assemble([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream"
        % (len(stream), filters.encode(), stream),
        page,
    ])  # fmt: skip


def laughs(depth: int) -> str:
    """Entities that unfold to ten to the power of ``depth``."""
    entities = '<!ENTITY e0 "ha">' + "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, depth + 1)
    )
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]>'


def cut_short() -> Iterator[Bad]:
    sound = {"pdf": sound_pdf(), "docx": sound_docx(), "eml": sound_mail(),
             "html": sound_page(), "rss": sound_feed()}  # fmt: skip
    for kind, data in sound.items():
        for share in (2, 25, 50, 75, 95):
            # Half a page, mail or feed is still text; half a PDF or DOCX has lost its table.
            still_text = kind not in ("pdf", "docx")
            yield Bad(f"cut-{share}.{kind}", data[: len(data) * share // 100], still_text)


def wrong_names() -> Iterator[Bad]:
    picture = b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(20_000)
    program = b"\x7fELF\x02\x01\x01" + random.Random(2).randbytes(20_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", _TEXT)
    old_word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(3).randbytes(20_000)
    for kind in ("txt", "md", "html", "pdf", "docx", "eml", "rss", "json", "jsonl"):
        yield Bad(f"picture.{kind}", picture)
    for kind in ("txt", "html", "pdf", "docx"):
        yield Bad(f"program.{kind}", program)
    for kind in ("txt", "docx", "pdf"):
        yield Bad(f"packed.{kind}", packed.getvalue())
    for kind in ("docx", "txt", "html"):
        yield Bad(f"old-word.{kind}", old_word)
    yield Bad("pdf-in.txt", sound_pdf())
    yield Bad("docx-in.md", sound_docx())
    yield Bad("text-in.pdf", _TEXT.encode())
    yield Bad("text-in.docx", _TEXT.encode())
    yield Bad("page-in.docx", sound_page())


def bombs() -> Iterator[Bad]:
    flat = zlib.compress(bytes(300_000_000), 9)
    yield Bad("stream-300-mb.pdf", with_stream(flat, "/FlateDecode"))
    twice = zlib.compress(flat, 9)
    yield Bad("twice-packed.pdf", with_stream(twice, "[/FlateDecode /FlateDecode]"))
    letters = zlib.compress(b"BT " + b"(x) Tj " * 30_000_000 + b"ET", 9)
    yield Bad("letters.pdf", with_stream(letters, "/FlateDecode"))
    yield Bad("pages.pdf", assemble([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + b"3 0 R " * 200_000 + b"] /Count 200000 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    ]))  # fmt: skip
    yield Bad("circle.pdf", assemble([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>",
    ]))  # fmt: skip
    yield Bad("zeros-500-mb.docx", repacked("word/document.xml", zeros(500)))
    yield Bad("zeros-150-mb.docx", repacked("word/document.xml", zeros(150)))
    yield Bad("styles-500-mb.docx", repacked("word/styles.xml", zeros(500)))
    yield Bad("many-parts.docx", many_parts())
    yield Bad("laughs.docx", repacked("word/document.xml", (laughs(9) + "<x>&e9;</x>").encode()))
    yield Bad("laughs.rss", (laughs(9) + "<rss version='2.0'><channel><item><title>&e9;</title>"
              "<description>&e9;</description></item></channel></rss>").encode())  # fmt: skip
    yield Bad("laughs.xml", (laughs(9) + "<x>&e9;</x>").encode())
    outside = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    yield Bad("outside.xml", (outside + "<x>&f;</x>").encode())
    yield Bad("large.txt", b"A line of a report.\n" * 3_000_000)
    yield Bad("letters.txt", b"A line of a report.\n" * 600_000)


def many_parts() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(60_000):
            archive.writestr(f"word/{number}.xml", b"")
    return out.getvalue()


def locked() -> Iterator[Bad]:
    yield Bad("password.pdf", write_pdf([_LINES[:9]], encrypt=True))
    data = bytearray(sound_docx())
    for place in range(len(data) - 4):
        if data[place : place + 4] == b"PK\x03\x04":
            data[place + 6] |= 1  # the flag of an encrypted entry
        elif data[place : place + 4] == b"PK\x01\x02":
            data[place + 8] |= 1
    yield Bad("password.docx", bytes(data))
    yield Bad("cipher-unknown.pdf", sound_pdf().replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Other /V 9 >>"))  # fmt: skip


def nested() -> Iterator[Bad]:
    yield Bad("deep.html", b"<div>" * 400_000 + b"x" + b"</div>" * 400_000)
    yield Bad("deep-open.html", b"<b><i>" * 300_000 + b"x", either=True)
    yield Bad("deep.json", b"[" * 300_000 + b"]" * 300_000)
    yield Bad("deep.jsonl", b'{"text":' * 200_000 + b"1" + b"}" * 200_000)
    yield Bad("deep.xml", b"<a>" * 300_000 + b"</a>" * 300_000)
    yield Bad("deep.rss", b"<rss version='2.0'><channel>" + b"<a>" * 300_000)
    part = b""
    for n in range(3_000):
        part = (b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n)) + part
    yield Bad("deep.eml", b"Subject: x\r\nMIME-Version: 1.0\r\n" + part)
    yield Bad("deep.pdf", assemble([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids " + b"[" * 100_000 + b"]" * 100_000 + b" /Count 1 >>",
    ]))  # fmt: skip
    yield Bad("deep.docx", repacked("word/document.xml", b"<a>" * 200_000 + b"</a>" * 200_000))
    yield Bad("deep.md", b"---\na: " + b"[" * 20_000 + b"\n---\nText.", either=True)
    yield Bad("quotes.md", b">" * 200_000 + b" Text.", either=True)


def nothing() -> Iterator[Bad]:
    for kind in ("txt", "md", "html", "pdf", "docx", "eml", "rss", "json", "jsonl"):
        yield Bad(f"empty.{kind}", b"")
    for kind in ("txt", "html", "pdf", "docx", "json"):
        yield Bad(f"nulls.{kind}", bytes(5_000))
    yield Bad("spaces.txt", b" \n\t " * 1_000)
    yield Bad("nulls-between.txt", _TEXT.replace(" ", "\0").encode(), either=True)
    yield Bad("scanned.pdf", with_stream(b"q 9 0 0 9 0 0 cm /Im0 Do Q", "[]"))
    yield Bad("no-words.docx", repacked("word/document.xml", b"<w:document xmlns:w="
              b"'http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
              b"<w:body/></w:document>"))  # fmt: skip
    yield Bad("script-alone.html", b"<html><body><script>x()</script></body></html>")
    yield Bad("no-items.rss", b"<rss version='2.0'><channel><title>x</title></channel></rss>")
    yield Bad("no-text.jsonl", b'{"id": 1}\n{"text": 7}\n[]\nnull\n{"text":\n')
    yield Bad("no-text.json", b'{"version": "https://jsonfeed.org/version/1.1", "items": 7}')


def encodings() -> Iterator[Bad]:
    mixed = "Zürich. ".encode() * 50 + "Genève. ".encode("cp1252") * 50
    yield Bad("two-encodings.txt", mixed, True)
    yield Bad("half-characters.txt", "日本語のニュース。".encode()[:-1] * 30, True)
    yield Bad("noise.txt", random.Random(4).randbytes(8_000))
    yield Bad("utf-16-odd.txt", b"\xff\xfe" + _TEXT.encode("utf-16-le")[:-1], True)
    yield Bad("wrong-charset.html", b'<meta charset="utf-16">' + sound_page(), True)
    unknown = sound_mail().replace(b'charset="utf-8"', b'charset="none"')
    yield Bad("wrong-charset.eml", unknown, True)
    yield Bad("surrogate.json", b'{"text": "half \\ud800 a pair", "title": "T"}', True)


def bad_files() -> list[Bad]:
    """All of them, in an order that is the same each time."""
    return [file for make in (cut_short, wrong_names, bombs, locked, nested, nothing, encodings)
            for file in make()]  # fmt: skip


def read_alone(path: Path) -> tuple[float, int]:
    """Seconds that reading one file takes, and the most memory of the process that reads it."""
    with MemoryWatch(os.getpid(), but_itself=True) as watch, FileReader() as reader:
        begun = time.perf_counter()
        with contextlib.suppress(CorpusError):  # the command reports it below
            reader.read(path)
        seconds = time.perf_counter() - begun
    return seconds, watch.largest


def main() -> int:
    bad = bad_files()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in")
        source.mkdir()
        for number, file in enumerate(bad):
            (source / f"{number:03}-{file.name}").write_bytes(file.data)
            (source / f"{number:03}-zgood.txt").write_text(
                f"Report {number} says that pier {number} of the harbour was opened.\n"
            )
        slowest, largest = ("", 0.0), ("", 0)
        for number, file in enumerate(bad):
            seconds, held = read_alone(source / f"{number:03}-{file.name}")
            slowest = max(slowest, (file.name, seconds), key=lambda pair: pair[1])
            largest = max(largest, (file.name, held), key=lambda pair: pair[1])
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "qa", "add", str(source), "--json", "--library",
             str(Path(folder, "library"))],
            capture_output=True, text=True, cwd=ROOT, check=False,
        )  # fmt: skip
        wall = time.perf_counter() - begun
        lines = [json.loads(line) for line in done.stdout.splitlines()]
    named: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        named.setdefault(Path(str(line["path"])).name, []).append(line)
    read = []
    for number, file in enumerate(bad):
        said = named.get(f"{number:03}-{file.name}", [])
        reasons = [str(line["reason"]) for line in said if line["outcome"] == "skipped"]
        if not said or any(not reason.strip() for reason in reasons):
            faults.append(f"{file.name}: nothing was said of it")
        if len(reasons) < len(said):
            read.append(file.name)
            if not file.either:
                faults.append(f"{file.name}: something of it was added")
        notes = [str(note) for line in said for note in line["notes"]]
        told = "; ".join(reasons or ["added", *notes]).replace(f"{source}{os.sep}", "")
        print(f"{file.name:24} {told}")
    good = sum(named.get(f"{n:03}-zgood.txt", [{}])[0].get("outcome") == "added"
               for n in range(len(bad)))  # fmt: skip
    if good != len(bad):
        faults.append(f"{len(bad) - good} good files were not added")
    if done.returncode != 2:
        faults.append(f"status {done.returncode} instead of 2: {done.stderr[-400:]}")
    if slowest[1] > MOST_SECONDS:
        faults.append(f"{slowest[0]} took {slowest[1]:.1f} s")
    if largest[1] > MOST_BYTES:
        faults.append(f"{largest[0]} took {largest[1] / 1e6:.0f} MB")
    print(
        f"\n{len(bad)} bad files, {len(bad) - len(read)} skipped with a reason, of "
        f"{len(read)} something was read; {good} of {len(bad)} good files between them added\n"
        f"slowest {slowest[0]} {slowest[1]:.1f} s; most memory {largest[0]} "
        f"{largest[1] / 1e6:.0f} MB; all in one command {wall:.0f} s"
    )
    for fault in faults:
        print(f"FAULT {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
