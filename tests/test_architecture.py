"""One way through the house, and one home for each heavy package, read from the imports."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("corpus", "index", "qa")
ABOVE = {"corpus": {"index", "qa", "app"}, "index": {"qa", "app"}, "qa": {"app"}}


def modules() -> list[Path]:
    found = [ROOT / "app.py"]
    for room in ROOMS:
        found.extend(sorted((ROOT / room).rglob("*.py")))
    return found


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importers(package: str) -> set[str]:
    """The files that import ``package``, as paths below the root."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in modules()
        if any(name.split(".")[0] == package for name in imported(path))
    }


def test_the_rooms_are_where_they_should_be() -> None:
    assert len(modules()) > 40
    assert {path.relative_to(ROOT).parts[0] for path in modules()} == {*ROOMS, "app.py"}


@pytest.mark.parametrize("room", ROOMS)
def test_code_flows_one_way(room: str) -> None:
    back = {
        (path.relative_to(ROOT).as_posix(), name.split(".")[0])
        for path in sorted((ROOT / room).rglob("*.py"))
        for name in imported(path)
        if name.split(".")[0] in ABOVE[room]
    }

    # The command opens the page when it is told to, and only then.
    assert back == ({("qa/cli.py", "app")} if room == "qa" else set())


def test_gradio_lives_in_the_page_alone() -> None:
    assert importers("gradio") == {
        "app.py",
        "qa/page/launching.py",
        "qa/page/sessions.py",
    }


def test_faiss_stays_in_exact_and_clustered_search() -> None:
    assert importers("faiss") == {"index/dense.py", "index/clustered.py"}


def test_onnxruntime_has_one_home_where_models_run_and_one_where_they_are_made() -> None:
    used = {path for path in importers("onnxruntime") if not path.startswith("qa/training/")}

    assert used == {"index/onnx_session.py", "index/eight_bits.py"}


def test_sentence_transformers_has_one_home() -> None:
    used = {path for path in importers("sentence_transformers") if "qa/training/" not in path}

    assert used == {"index/original_model.py"}


def test_torch_stays_where_models_are_made() -> None:
    used = {path for path in importers("torch") if not path.startswith("qa/training/")}

    assert used == {"index/original_model.py"}


@pytest.mark.parametrize(
    ("package", "home"),
    [
        ("ir_measures", "qa/evaluation/retrieval.py"),
        ("scipy", "qa/evaluation/intervals.py"),
        ("sklearn", "qa/evaluation/selective.py"),
        ("matplotlib", "qa/evaluation/report/charts.py"),
        ("jinja2", "qa/evaluation/report/render.py"),
    ],
)
def test_what_measures_has_one_home(package: str, home: str) -> None:
    assert {path for path in importers(package) if "qa/training/" not in path} == {home}


@pytest.mark.parametrize(
    ("package", "homes"),
    [
        ("trafilatura", {"corpus/formats/web_page.py"}),
        ("pypdf", {"corpus/formats/portable.py"}),
        ("feedparser", {"corpus/formats/feeds.py"}),
        ("yaml", {"corpus/formats/plain.py"}),
        ("charset_normalizer", {"corpus/decoding.py"}),
        ("docx", {"corpus/formats/word.py", "qa/export.py"}),  # one reads, one writes
    ],
)
def test_a_format_has_one_home(package: str, homes: set[str]) -> None:
    assert importers(package) == homes


def test_the_database_is_known_to_the_library_alone() -> None:
    assert {path.split("/")[0] for path in importers("sqlite3")} == {"corpus"}


def test_training_is_not_imported_by_what_answers() -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in modules()
        for name in imported(path)
        if name.startswith("qa.training")
    }

    assert {path for path in users if not path.startswith("qa/training/")} == set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_error_stands_in_the_tree_of_its_room(room: str) -> None:
    home = ROOT / room / "errors.py"
    tree = ast.get_docstring(ast.parse(home.read_text(encoding="utf-8"))) or ""
    errors = {
        path: [
            node.name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ClassDef) and node.name.endswith("Error")
        ]
        for path in (ROOT / room).rglob("*.py")
    }

    assert [name for name in errors[home] if name not in tree.split()] == []
    elsewhere = {name for path, names in errors.items() if path != home for name in names}
    assert {name for name in elsewhere if not name.startswith("_")} == set()


def test_nothing_is_unpickled() -> None:
    for package in ("pickle", "dill", "cloudpickle", "joblib", "shelve"):
        assert importers(package) == set()


def loaded(program: str) -> set[str]:
    """The top-level packages in memory after ``program`` has run."""
    report = "import json, sys; print(json.dumps(sorted({n.split('.')[0] for n in sys.modules})))"
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\n{report}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_asking_needs_no_torch_and_no_page() -> None:
    ask = "from qa import ask; ask('Who are the sources?')"
    loaded(ask)  # compiles the embedder, where no test has yet

    heavy = {
        "torch", "sentence_transformers", "transformers", "gradio", "onnx", "pytest",
        "scipy", "sklearn", "matplotlib", "ir_measures", "pandas", "jinja2",
        "trafilatura", "lxml", "pypdf", "docx", "feedparser",
    }  # fmt: skip
    packages = loaded(ask)
    assert packages & heavy == set()
    assert {"onnxruntime", "faiss"} <= packages


def test_importing_the_package_and_its_command_needs_no_model() -> None:
    assert loaded("import qa, qa.cli, app") & {
        "numpy", "onnxruntime", "faiss", "gradio", "torch", "tokenizers", "bm25s",
    } == set()  # fmt: skip
