"""From files to articles of a library, in batches that are stored whole, with a line for each.

A file is parsed in a process apart, its text cut and credited, its passages
encoded; then everything that is known of a batch is stored in one
transaction. Only then is a line of the report handed out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.article_ids import add_number
from corpus.bundled import bundled_article
from corpus.errors import ArticleNotFoundError, BriefingError, CorpusError, LibraryFolderError
from corpus.formats.document import Document
from corpus.formats.limits import Limits
from corpus.formats.sandbox import FileReader
from corpus.library import Library
from corpus.loaders import article_of, find_article_files
from corpus.origins import Origin, origin_of
from corpus.outlets import OutletList, load_outlets
from corpus.parser_version import parser_version
from corpus.parsing import parse_article
from corpus.passages import form_passages
from corpus.sentences import sentences_of
from corpus.storing import Added, Prepared, Unchanged
from index.embedding import Embedder
from index.passage_index import framed_texts, text_digest
from qa.ingest_report import Outcome, ReportLine
from qa.settings import Settings
from qa.stored_vectors import to_bytes

_BATCH_ARTICLES = 64
_BATCH_LETTERS = 400_000


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A document that was read and is not stored yet."""

    path: str
    entry: Prepared
    letters: int
    notes: tuple[str, ...]


class Ingest:
    """Adds files to a library.

    ``beside_bundled``: the library stands beside the bundled article, whose
    copy or namesake it may not hold. ``uploaded``: the files are copies that
    somebody's browser sent, so that their names alone say which they are.
    """

    def __init__(
        self,
        open_library: Callable[[], Library],
        open_embedder: Callable[[], Embedder],
        *,
        beside_bundled: bool = False,
        uploaded: bool = False,
        limits: Limits | None = None,
        settings: Settings | None = None,
    ) -> None:
        # Opened with the first article, so that a slip leaves no folder behind.
        self._open_library = open_library
        self._open_embedder = open_embedder
        self._beside_bundled = beside_bundled
        self._uploaded = uploaded
        self._limits = limits or Limits()
        self._sentences = (settings or Settings()).passage_sentences

    def files_of(self, paths: Sequence[str]) -> Iterator[tuple[str, Path | CorpusError]]:
        """The files that ``paths`` name, in order; an error for a path that names none."""
        for path in paths:
            if not path.strip():
                yield (
                    path,
                    ArticleNotFoundError("a path of no letters names no file; check the path"),
                )
                continue
            try:
                for file in find_article_files(path):
                    yield str(file), file
            except CorpusError as error:
                yield path, error

    def add(self, files: Iterator[tuple[str, Path | CorpusError]]) -> Iterator[ReportLine]:
        """Add each file; the lines come in the order of the files, each once it is true.

        Raises:
            LibraryFolderError: if the library cannot be made or written, which
                is the same for every file.
        """
        batch: list[_Waiting | ReportLine] = []
        with FileReader(self._limits) as reader:
            for shown, file in files:
                batch.extend(self._read(reader, shown, file))
                waiting = [item for item in batch if isinstance(item, _Waiting)]
                if (
                    len(waiting) >= _BATCH_ARTICLES
                    or sum(item.letters for item in waiting) >= _BATCH_LETTERS
                    or not waiting
                ):
                    yield from self._store(batch)
                    batch = []
        yield from self._store(batch)

    def _read(
        self, reader: FileReader, shown: str, file: Path | CorpusError
    ) -> Iterator[_Waiting | ReportLine]:
        if isinstance(file, CorpusError):
            yield ReportLine(shown, Outcome.SKIPPED, reason=str(file))
            return
        try:
            contents = reader.read(file)
        except CorpusError as error:
            yield ReportLine(shown, Outcome.SKIPPED, reason=str(error))
            return
        for fault in contents.faults if len(contents.documents) != 1 else ():
            yield ReportLine(shown, Outcome.SKIPPED, reason=f"{shown!r}: {fault}")
        outlets = load_outlets()
        origin = origin_of(file, file_sha256=contents.file_sha256, uploaded=self._uploaded)
        texts: Counter[str] = Counter()
        for document in contents.documents:
            notes = contents.faults if len(contents.documents) == 1 else document.notes
            own = replace(origin, repeat=texts[document.text])
            texts[document.text] += 1
            yield self._prepare(shown, document, own, outlets, notes)

    def _prepare(
        self,
        shown: str,
        document: Document,
        origin: Origin,
        outlets: OutletList,
        notes: tuple[str, ...],
    ) -> _Waiting | ReportLine:
        article = article_of(document)
        if self._beside_bundled:
            bundled = bundled_article()
            if article.text == bundled.text:
                return ReportLine(shown, Outcome.UNCHANGED, bundled, notes=notes)
            if article.article_id == bundled.article_id:
                article = replace(article, article_id=add_number(article.article_id, 2))
        pieces = parse_article(article, outlets)
        entry = Prepared(
            article,
            origin=origin,
            parser=parser_version(),
            pieces=pieces,
        )
        return _Waiting(shown, entry, len(article.text), notes)

    def _store(self, batch: Sequence[_Waiting | ReportLine]) -> Iterator[ReportLine]:
        entries = [item.entry for item in batch if isinstance(item, _Waiting)]
        outcomes: Iterator[Added | Unchanged | BriefingError] = iter(())
        if entries:
            outcomes = iter(self._store_entries(entries))
        for item in batch:
            if isinstance(item, ReportLine):
                yield item
                continue
            outcome = next(outcomes)
            if isinstance(outcome, BriefingError):
                yield ReportLine(item.path, Outcome.SKIPPED, reason=f"{item.path!r}: {outcome}")
                continue
            stored = outcome.article
            if isinstance(outcome, Added):
                yield ReportLine(
                    item.path, Outcome.ADDED, stored, near=outcome.near, notes=item.notes
                )
            else:
                yield ReportLine(item.path, _kind_of(outcome), stored, notes=item.notes)

    def _store_entries(
        self, entries: Sequence[Prepared]
    ) -> list[Added | Unchanged | BriefingError]:
        library = self._open_library()
        embedder = self._open_embedder()
        encoded = self._encode(entries, embedder)
        try:
            return list(library.add_all(encoded))
        except LibraryFolderError:
            raise
        except CorpusError:
            # One of them cannot be kept: each on its own, so that the others are.
            return [_add_one(library, entry) for entry in encoded]

    def _encode(self, entries: Sequence[Prepared], embedder: Embedder) -> list[Prepared]:
        """The entries with their passages and vectors; what is encoded is encoded together."""
        texts: dict[bytes, str] = {}
        passages = []
        for entry in entries:
            article = entry.article
            own = form_passages(article, sentences_of(article, entry.pieces), size=self._sentences)
            framed = framed_texts(own, titles={article.article_id: article.title})
            digests = [bytes.fromhex(text_digest(text)) for text in framed]
            texts.update(zip(digests, framed, strict=True))
            passages.append(
                tuple((one.span, digest) for one, digest in zip(own, digests, strict=True))
            )
        rows = embedder.encode_passages(list(texts.values())) if texts else ()
        vectors = {digest: to_bytes(row) for digest, row in zip(texts, rows, strict=True)}
        return [
            replace(
                entry,
                passages=own,
                model=embedder.fingerprint,
                vectors={digest: vectors[digest] for _, digest in own},
            )
            for entry, own in zip(entries, passages, strict=True)
        ]


def _add_one(library: Library, entry: Prepared) -> Added | Unchanged | BriefingError:
    try:
        return library.add_all([entry])[0]
    except LibraryFolderError:
        raise
    except CorpusError as error:
        return error


def _kind_of(outcome: Unchanged) -> Outcome:
    if outcome.updated:
        return Outcome.UPDATED
    return Outcome.UNCHANGED if outcome.same_file else Outcome.DUPLICATE
