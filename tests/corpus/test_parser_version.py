"""What of this room the pieces of an article depend on."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from corpus import parser_version as module
from corpus.parser_version import APART, parser_version, version_of_room

ROOM = Path(module.__file__).parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The room, where it may be changed."""
    room = tmp_path / "corpus"
    room.mkdir()
    for path in ROOM.glob("*.py"):
        shutil.copy(path, room)
    shutil.copytree(ROOM / "data", room / "data")
    return room


def imported_from(name: str) -> set[str]:
    """The modules of this room that one of them imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse((ROOM / f"{name}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.removeprefix("corpus.") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "corpus":
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("corpus."):
            found.add((node.module or "").removeprefix("corpus."))
    return {name for name in found if (ROOM / f"{name}.py").exists()}


def test_what_stands_apart_is_all_that_parsing_never_reaches() -> None:
    reached, waiting = {"__init__"}, ["parsing"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(imported_from(name))
    assert {path.stem for path in ROOM.glob("*.py")} - reached == APART


def test_the_same_code_is_the_same_parser(copy: Path) -> None:
    assert version_of_room(copy) == parser_version()
    assert len(parser_version()) == 16


@pytest.mark.parametrize("changed", ["headings.py", "data/outlets.json", "lexicon.py"])
def test_whatever_cuts_a_text_makes_another_parser(copy: Path, changed: str) -> None:
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert version_of_room(copy) != parser_version()


@pytest.mark.parametrize("changed", ["errors.py", "library.py", "database.py"])
def test_a_change_of_what_keeps_articles_makes_none(copy: Path, changed: str) -> None:
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert version_of_room(copy) == parser_version()
