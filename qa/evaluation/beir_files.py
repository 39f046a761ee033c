"""A retrieval benchmark in the layout of BEIR (Thakur et al. 2021), plain or gzipped."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.errors import BatchError
from qa.evaluation.squad_files import read_maybe_gzipped


@dataclass(frozen=True, slots=True)
class BeirDocument:
    """One document; ``title`` may be empty."""

    document_id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class BeirSet:
    """Documents, the queries that were judged, and the gain of each judged document.

    ``missing`` are the ids of judged queries that have no text.
    """

    documents: tuple[BeirDocument, ...]
    queries: Mapping[str, str]
    qrels: Mapping[str, Mapping[str, int]]
    missing: tuple[str, ...] = ()


def read_beir(folder: Path) -> BeirSet:
    """The set in ``folder``: ``corpus.jsonl``, ``queries.jsonl``, ``qrels/test.tsv``.

    Each may end in ``.gz``; ``qrels.tsv`` may stand beside them instead.

    Raises:
        BatchError: if a file is missing, or not what the layout has.
    """
    documents = tuple(
        BeirDocument(str(entry["_id"]), str(entry.get("title") or ""), entry["text"])
        for entry in _entries(_find(folder, "corpus.jsonl"))
    )
    texts = {
        str(entry["_id"]): entry["text"] for entry in _entries(_find(folder, "queries.jsonl"))
    }
    path = _find(folder, "qrels/test.tsv", "qrels.tsv")
    qrels = _read_qrels(path)
    queries = {query_id: texts[query_id] for query_id in qrels if query_id in texts}
    if not queries:
        raise BatchError(f"{str(path)!r} judges none of the queries in queries.jsonl; check both")
    missing = tuple(query_id for query_id in qrels if query_id not in texts)
    return BeirSet(documents, queries, qrels, missing)


def _find(folder: Path, *names: str) -> Path:
    for name in names:
        for path in (folder / name, folder / f"{name}.gz"):
            if path.is_file():
                return path
    raise BatchError(
        f"there is no {names[0]} in {str(folder)!r}; name a folder in the layout of BEIR"
    )


def _entries(path: Path) -> list[dict[str, Any]]:
    """The objects of a file, each with an ``_id`` of its own and a ``text``."""
    entries: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(read_maybe_gzipped(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise BatchError(f"line {number} of {str(path)!r} is not JSON ({error})") from error
        if (
            not isinstance(entry, dict)
            or not isinstance(entry.get("_id"), str | int)
            or not isinstance(entry.get("text"), str)
        ):
            raise BatchError(
                f"line {number} of {str(path)!r} lacks an _id or a text; write an object a line"
            )
        if str(entry["_id"]) in entries:
            raise BatchError(
                f"line {number} of {str(path)!r} has the _id {entry['_id']!r} of a line before; "
                "give each its own"
            )
        entries[str(entry["_id"])] = entry
    if not entries:
        raise BatchError(f"{str(path)!r} holds nothing; write an object a line")
    return list(entries.values())


def _read_qrels(path: Path) -> dict[str, dict[str, int]]:
    qrels: dict[str, dict[str, int]] = defaultdict(dict)
    for number, line in enumerate(read_maybe_gzipped(path).splitlines(), start=1):
        cells = line.split("\t")
        if not line.strip() or (number == 1 and len(cells) == 3 and not _is_number(cells[2])):
            continue  # the first line names the columns
        try:
            query_id, document_id, gain = cells
            qrels[query_id][document_id] = int(gain)
        except ValueError as error:
            raise BatchError(
                f"line {number} of {str(path)!r} is no judgement; "
                "write a query's id, a document's and a whole number, with tabs between"
            ) from error
    return dict(qrels)


def _is_number(cell: str) -> bool:
    return cell.strip().removeprefix("-").isdecimal()
