"""What all tests share: a cache and a library of their own, and the command as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

Shell = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def model_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the embedder is compiled, once for all tests."""
    return tmp_path_factory.mktemp("model-cache")


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, model_cache: Path) -> Iterator[None]:
    """Nothing that a test does reaches the cache or the library of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFING_CACHE", str(model_cache))
        patch.setenv("BRIEFING_LIBRARY", str(tmp_path_factory.mktemp("home") / "library"))
        yield


@pytest.fixture(scope="session")
def briefing() -> Shell:
    """Runs ``briefing`` with these arguments in a process of its own."""

    def run(
        *arguments: str | os.PathLike[str] | bytes,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        prefix: tuple[str, ...] = (),
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*prefix, sys.executable, "-m", "qa", *arguments],
            cwd=ROOT,
            env=os.environ | (env or {}),
            input=stdin,
            capture_output=True,
            timeout=600,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture(scope="session")
def three_articles(tmp_path_factory: pytest.TempPathFactory, briefing: Shell) -> Path:
    """A library of three articles, put there by the command."""
    folder = tmp_path_factory.mktemp("three") / "library"
    articles = ROOT / "tests" / "corpus" / "articles"
    done = briefing(
        "add",
        articles / "regional-salt-duty.txt",
        articles / "markdown-battery-trams.txt",
        articles / "wire-vaccine-cargo.txt",
        "--library",
        folder,
    )
    assert (done.returncode, done.stderr) == (0, "briefing: 3 added\n")
    return folder
