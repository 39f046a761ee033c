"""What nothing uses is not there: every name of a module has a user in the program itself."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = [ROOT / "app.py"] + [
    path for room in ("corpus", "index", "qa") for path in sorted((ROOT / room).rglob("*.py"))
]


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def used_in(part: ast.AST) -> Counter[str]:
    """How often every name is read or imported in ``part``, whosever it is."""
    used: Counter[str] = Counter()
    for node in ast.walk(part):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used[node.id] += 1
        elif isinstance(node, ast.Attribute):
            used[node.attr] += 1
        elif isinstance(node, ast.ImportFrom):
            used.update(alias.name for alias in node.names)
    return used


def defined_in(module: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """The names that a module defines at its top, each with the statement that does."""
    for statement in module.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield statement.name, statement
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            for node in (node for target in targets for node in ast.walk(target)):
                if isinstance(node, ast.Name):
                    yield node.id, statement


def unused(path: Path, used: Counter[str], *, private: bool) -> set[str]:
    """Names of a module that ``used`` holds nowhere but in their own definition."""
    return {
        name
        for name, statement in defined_in(parsed(path))
        if name.startswith("_") is private
        and not name.startswith("__")
        and used[name] <= used_in(statement)[name]
    }


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_a_private_name_is_used_in_its_module(path: Path) -> None:
    assert unused(path, used_in(parsed(path)), private=True) == set()


def test_a_public_name_is_used_by_the_program_and_not_by_tests_alone() -> None:
    used: Counter[str] = Counter()
    for path in MODULES:
        used.update(used_in(parsed(path)))
    dead = {
        f"{place(path)}: {name}" for path in MODULES for name in unused(path, used, private=False)
    }
    assert dead == set()
