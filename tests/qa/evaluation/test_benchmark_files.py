from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from corpus.spans import Span
from qa.errors import BatchError
from qa.evaluation.beir_files import read_beir
from qa.evaluation.squad_files import read_squad

CONTEXT = "The bridge opened in 2020. It is safe."
SQUAD = {
    "version": "v2.0",
    "data": [
        {
            "title": "Old_Bridge",
            "paragraphs": [
                {
                    "context": CONTEXT,
                    "qas": [
                        {
                            "id": "1",
                            "question": "In what year did it open?",
                            "is_impossible": False,
                            "answers": [
                                {"text": "2020", "answer_start": 21},
                                {"text": "2020", "answer_start": 21},
                                {"text": "in 2020", "answer_start": 18},
                            ],
                        },
                        {
                            "id": "2",
                            "question": "Who's the architect?",
                            "is_impossible": True,
                            "answers": [],
                            "plausible_answers": [{"text": "It", "answer_start": 27}],
                        },
                    ],
                }
            ],
        }
    ],
}


@pytest.mark.parametrize("gzipped", [False, True])
def test_a_paragraph_is_an_article_with_its_questions(gzipped: bool, tmp_path: Path) -> None:
    path = tmp_path / "file"
    content = json.dumps(SQUAD).encode()
    path.write_bytes(gzip.compress(content) if gzipped else content)

    (paragraph,) = read_squad(path)

    assert (paragraph.title, paragraph.article.title) == ("Old_Bridge", "Old Bridge")
    assert paragraph.article.text == CONTEXT
    one, other = paragraph.questions
    assert one.answers == ("2020", "in 2020")
    assert [gold.span for gold in one.spans] == [Span(21, 25), Span(18, 25)]
    assert one.spans[0].outlets is None
    assert (one.kind, other.kind) == ("what", "who")
    assert (other.answerable, other.answers) == (False, ())


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("{", "Expecting property name"),
        ("[]", "list indices must be integers"),
        ("{}", "'data' is missing"),
        ('{"data": [{"title": "T"}]}', "'paragraphs' is missing"),
        (
            json.dumps(SQUAD).replace('"answer_start": 18', '"answer_start": 17'),
            "question 1: the answer 'in 2020' is not at offset 17",
        ),
    ],
)
def test_what_is_not_squad_is_said_in_one_sentence(
    content: str, fault: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.json"
    path.write_text(content)

    with pytest.raises(BatchError) as caught:
        read_squad(path)

    assert str(caught.value).startswith(f"{str(path)!r} is no file of SQuAD's format ({fault}")


@pytest.mark.parametrize("content", [b"\x1f\x8bbroken", b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_said(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(content)

    with pytest.raises(BatchError, match=r"cannot be read \(|is not UTF-8; save it so"):
        read_squad(path)


def write_beir(folder: Path, *, qrels: str = "qrels/test.tsv", zipped: bool = False) -> None:
    files = {
        "corpus.jsonl": '{"_id": "d1", "title": "Bridges", "text": "They are safe."}\n'
        '{"_id": "d2", "text": "It rained."}\n',
        "queries.jsonl": '{"_id": "q1", "text": "safe bridges"}\n'
        '{"_id": "q2", "text": "unasked"}\n',
        qrels: "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\n",
    }
    for name, content in files.items():
        path = folder / (f"{name}.gz" if zipped else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(content.encode()) if zipped else content.encode())


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("qrels", ["qrels/test.tsv", "qrels.tsv"])
def test_the_layout_of_beir_is_read(qrels: str, zipped: bool, tmp_path: Path) -> None:
    write_beir(tmp_path, qrels=qrels, zipped=zipped)

    beir = read_beir(tmp_path)

    assert [(item.document_id, item.title) for item in beir.documents] == [
        ("d1", "Bridges"),
        ("d2", ""),
    ]
    assert beir.queries == {"q1": "safe bridges"}  # the one that was judged
    assert beir.qrels == {"q1": {"d1": 2, "d2": 0}}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("corpus.jsonl", None, "there is no corpus.jsonl in '{}'; name a folder in the layout of"),
        ("queries.jsonl", "x", "line 1 of '{}/queries.jsonl' is not JSON (Expecting value"),
        ("queries.jsonl", '{"_id": 1}', "line 1 of '{}/queries.jsonl' lacks an _id or a text; "),
        ("qrels/test.tsv", "q1 d1 1", "line 1 of '{}/qrels/test.tsv' is no judgement; write a"),
        ("qrels/test.tsv", "q9\td1\t1", "'{}/qrels/test.tsv' judges none of the queries in"),
    ],
)
def test_what_is_not_that_layout_is_said(
    name: str, content: str | None, said: str, tmp_path: Path
) -> None:
    write_beir(tmp_path)
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_text(content)

    with pytest.raises(BatchError) as caught:
        read_beir(tmp_path)

    assert str(caught.value).startswith(said.format(tmp_path))
