"""Gold questions from a file that somebody wrote by hand: JSON Lines or CSV.

The format is in corpus/gold/README.md. Every span is checked against the text
that it is said to be in: a slip in the gold is told, not counted as a miss.
Keys that mean nothing here are passed over, but not one that is nearly one
that does: a question without its "qoutes" would be another question.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from corpus.bundled import bundled_article
from corpus.spans import Span
from qa.errors import BatchError
from qa.evaluation.gold import GoldQuestion, GoldSpan

_KEYS = frozenset({
    "id", "query_id", "article_id", "kind", "question", "history", "answerable", "answers",
    "spans", "quotes", "outlets", "needed", "split",
})  # fmt: skip
_SPAN_KEYS = frozenset({"article_id", "start", "end", "quote", "outlets", "speaker"})
_CSV_LISTS = frozenset({"history", "answers", "quotes", "outlets"})
_CSV_KEYS = _KEYS - {"spans"}
_SPLITS = ("dev", "test")
_TRUTH = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def read_gold(path: Path | None, texts: Mapping[str, str]) -> tuple[GoldQuestion, ...]:
    """The gold questions of a JSON Lines or CSV file, or the bundled ones for None.

    ``texts`` are the articles' texts by their ids. A question about an article
    that is not among them is read all the same; its spans cannot be checked.

    Raises:
        BatchError: if the file cannot be read, holds none, or one is not a gold question.
    """
    if path is None:
        source = resources.files("corpus") / "gold" / f"{bundled_article().article_id}.jsonl"
        content, shown = source.read_text(encoding="utf-8"), "the bundled gold questions"
    else:
        content, shown = _read_text(path), repr(str(path))
    is_csv = path is not None and path.suffix.casefold() in (".csv", ".tsv")
    questions: list[GoldQuestion] = []
    lines = _csv_lines(content, shown) if is_csv else _json_lines(content)
    for number, line in lines:
        try:
            question = _parse(line(), number, texts)
            if any(question.query_id == other.query_id for other in questions):
                raise ValueError(f'its id "{question.query_id}" was given before')
        except (ValueError, RecursionError) as error:
            raise BatchError(
                f"line {number} of {shown} is no gold question ({_fault(error)}); "
                "see corpus/gold/README.md for the format"
            ) from error
        questions.append(question)
    if not questions:
        raise BatchError(f"{shown} holds no questions; write one a line")
    return tuple(questions)


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BatchError(f"the gold questions {str(path)!r} are not UTF-8; save them so") from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise BatchError(
            f"the gold questions {str(path)!r} cannot be read ({why}); "
            "name a file of JSON Lines or CSV"
        ) from error


# A line of the file with its number, not yet parsed, so that what fails is named by it.
Line = tuple[int, Callable[[], Any]]


def _json_lines(content: str) -> Iterator[Line]:
    # Not splitlines: a JSON text may hold other line ends, such as U+2028.
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            yield number, partial(json.loads, line)


def _csv_lines(content: str, shown: str) -> Iterator[Line]:
    header = content.partition("\n")[0]
    # Spreadsheets of many countries write semicolons.
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [(name or "").strip() for name in reader.fieldnames or ()]
    except csv.Error as error:
        raise _no_csv(reader.line_num, shown, error) from error
    if "question" not in names:
        raise BatchError(f'{shown} has no column "question"; name the columns in its first line')
    try:
        _refuse_misspelt(names, _CSV_KEYS)
    except ValueError as error:
        raise BatchError(
            f"the first line of {shown} names a column wrongly ({error}); "
            f"the columns are {', '.join(sorted(_CSV_KEYS))}"
        ) from error
    reader.fieldnames = names
    try:
        for row in reader:
            yield reader.line_num, partial(_row_as_object, row)
    except csv.Error as error:
        raise _no_csv(reader.line_num, shown, error) from error


def _no_csv(number: int, shown: str, error: csv.Error) -> BatchError:
    return BatchError(f"line {number} of {shown} is no CSV ({error}); save it from a spreadsheet")


def _row_as_object(row: dict[str | None, Any]) -> dict[str, Any]:
    if None in row:
        raise ValueError("it has more cells than the first line; quote cells that hold the comma")
    value: dict[str, Any] = {}
    for name, cell in row.items():
        cell = (cell or "").strip()
        if name not in _CSV_KEYS or not cell:
            continue
        if name in _CSV_LISTS:
            value[name] = [part.strip() for part in cell.split("|") if part.strip()]
        elif name == "answerable":
            if cell.casefold() not in _TRUTH:
                raise ValueError(f'"answerable" is "{cell}", not yes or no')
            value[name] = _TRUTH[cell.casefold()]
        elif name == "needed":
            if not cell.isdecimal():
                raise ValueError(f'"needed" is "{cell}", no number')
            value[name] = int(cell)
        else:
            value[name] = cell
    return value


def _fault(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON, {error.msg} at character {error.pos + 1}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _parse(value: Any, number: int, texts: Mapping[str, str]) -> GoldQuestion:
    if not isinstance(value, dict):
        raise ValueError("it is no object")
    _refuse_misspelt(value, _KEYS)
    article_id = _typed(value, "article_id", (str, type(None)))
    if article_id is None and len(texts) == 1:
        article_id = next(iter(texts))
    answers = _texts(value, "answers")
    spans = tuple(_find_spans(value, article_id, answers, texts))
    answerable = _typed(value, "answerable", bool, bool(spans or answers))
    if not answerable and (spans or answers):
        raise ValueError("it is not answerable and has spans, quotes or answers")
    question = _typed(value, "question", str)
    if not question.strip():
        raise ValueError('"question" is empty')
    needed = _typed(value, "needed", int, 1)
    if spans and not 1 <= needed <= len(spans):
        raise ValueError(f'"needed" is {needed}, and it has {len(spans)} spans')
    if not all(answer.strip() for answer in answers):
        raise ValueError('an item of "answers" is empty')
    id_key = "query_id" if "query_id" in value else "id"
    split = _typed(value, "split", str, "test")
    if split not in _SPLITS:
        raise ValueError(f'"split" is "{split}", not dev or test')
    return GoldQuestion(
        query_id=str(_typed(value, id_key, (str, int), f"line-{number}")),
        article_id=article_id,
        kind=_typed(value, "kind", str, "question"),
        question=question,
        history=_texts(value, "history"),
        answerable=answerable,
        answers=answers,
        spans=spans,
        needed=needed,
        split=split,
    )


def _find_spans(
    value: dict[str, Any],
    article_id: str | None,
    answers: tuple[str, ...],
    texts: Mapping[str, str],
) -> Iterator[GoldSpan]:
    """The spans that the line gives, or the places of its quotes, or else of its answers."""
    outlets = frozenset(_texts(value, "outlets")) if "outlets" in value else None
    spans, quotes = _typed(value, "spans", list, []), _texts(value, "quotes")
    if spans:
        if quotes:
            raise ValueError('it has "spans" and "quotes"; give one of them')
        for item in spans:
            yield _parse_span(item, article_id, texts)
        return
    if article_id is None:
        searched = texts
    elif article_id in texts:
        searched = {article_id: texts[article_id]}
    else:
        if (quotes or answers) and value.get("answerable", True):
            # Nothing of it can be right where the article is missing, and nothing checked.
            yield GoldSpan(article_id, Span(0, 0), outlets)
        return
    for quote in quotes:
        found = [
            GoldSpan(one, place, outlets)
            for one, text in searched.items()
            for place in _places(quote, text)
        ]
        if not found:
            raise ValueError(f"its quote “{quote}” stands in none of the articles")
        yield from found
    if quotes or not answers or value.get("answerable") is False:
        return
    for one, text in searched.items():
        for answer in answers:
            for place in _places(answer, text):
                yield GoldSpan(one, place, outlets)


def _places(words: str, text: str) -> Iterator[Span]:
    """Where ``words`` stand in ``text``, white space of any length for a space."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    # Whole words: the year 2020 is not in 12020.
    # Seen ahead, so that places may overlap: "a a" stands twice in "a a a".
    for match in re.finditer(rf"(?<!\w)(?=({pattern})(?!\w))" if pattern else r"(?!)", text):
        yield Span(*match.span(1))


def _parse_span(value: Any, article_id: str | None, texts: Mapping[str, str]) -> GoldSpan:
    if isinstance(value, list) and len(value) == 2:
        value = {"start": value[0], "end": value[1]}
    if not isinstance(value, dict):
        raise ValueError('an item of "spans" is no object')
    _refuse_misspelt(value, _SPAN_KEYS)
    article_id = _typed(value, "article_id", (str, type(None)), article_id)
    if article_id is None:
        raise ValueError('a span needs an "article_id" where there are several articles')
    span = Span(_typed(value, "start", int), _typed(value, "end", int))
    if article_id in texts:
        text = texts[article_id]
        if span.end > len(text) or not span.of(text).strip():
            raise ValueError(
                f"the span {span.start}-{span.end} holds no words of {article_id}, "
                f"which has {len(text)} characters"
            )
        quote = _typed(value, "quote", str, span.of(text))
        if quote != span.of(text):
            raise ValueError(
                f"at {span.start}-{span.end} {article_id} says “{span.of(text)}”, "
                f"the quote says “{quote}”"
            )
    outlets = frozenset(_texts(value, "outlets")) if "outlets" in value else None
    return GoldSpan(article_id, span, outlets)


def _refuse_misspelt(names: Iterable[str], known: frozenset[str]) -> None:
    for name in names:
        if name not in known and (meant := get_close_matches(name.casefold(), known, 1, 0.8)):
            raise ValueError(f'"{name}" means nothing here, "{meant[0]}" would')


def _typed(
    value: dict[str, Any], key: str, kind: type | tuple[type, ...], default: Any = None
) -> Any:
    found = value.get(key, default)
    # A bool is an int to Python, but not to whoever wrote "start": true.
    if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
        raise ValueError(f'"{key}" is missing or of the wrong type')
    return found


def _texts(value: dict[str, Any], key: str) -> tuple[str, ...]:
    found = _typed(value, key, list, [])
    if not all(isinstance(item, str) for item in found):
        raise ValueError(f'"{key}" is no list of texts')
    return tuple(found)
