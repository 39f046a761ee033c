"""A library after programs that were killed and disks that ran full."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from two_articles import SUMMIT, TRADE

from corpus import library as library_module
from corpus.database import NAME
from corpus.errors import LibraryFolderError
from corpus.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", create=True)


def die(code: str, library: Library) -> None:
    """Run ``code`` on the library in a program of its own, which kills itself."""
    root = Path(library_module.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code, str(library.folder)], cwd=root)
    assert done.returncode == 9


class TestCrashes:
    @pytest.mark.parametrize("statement", ["BEGIN IMMEDIATE", "INSERT INTO shingle", "COMMIT"])
    def test_a_program_killed_at_any_step_leaves_a_whole_article_or_none(
        self, library: Library, statement: str
    ) -> None:
        library.add(SUMMIT)
        code = (
            "import os, sqlite3, sys\n"
            "from corpus.articles import Article\n"
            "from corpus.library import Library\n"
            "class Dying(sqlite3.Connection):\n"
            "    def execute(self, sql, *rest):\n"
            f"        if sql.startswith({statement!r}): os._exit(9)\n"
            "        return super().execute(sql, *rest)\n"
            "    def executemany(self, sql, *rest):\n"
            f"        if sql.startswith({statement!r}): os._exit(9)\n"
            "        return super().executemany(sql, *rest)\n"
            "connect = sqlite3.connect\n"
            "sqlite3.connect = lambda *a, **k: connect(*a, factory=Dying, **k)\n"
            "Library.open(sys.argv[1]).add(Article('trade', 'Trade', 'They traded.'))\n"
        )
        die(code, library)
        assert library.articles() == (SUMMIT,)
        assert library.check() == ()
        library.add(TRADE)
        assert library.articles() == (SUMMIT, TRADE)

    def test_what_a_killed_program_left_half_on_the_disk_is_undone_by_the_next_reader(
        self, library: Library
    ) -> None:
        library.add(SUMMIT)
        code = (
            "import os, sys\n"
            "from pathlib import Path\n"
            "from corpus.database import writing\n"
            "with writing(Path(sys.argv[1])) as connection:\n"
            "    connection.execute('PRAGMA cache_size = 1')\n"  # so that pages go to the file
            "    connection.execute('DELETE FROM article')\n"
            "    for number in range(2000):\n"
            "        connection.execute('INSERT INTO vector VALUES (?, ?, zeroblob(900))',"
            " ('m', str(number)))\n"
            "    os._exit(9)\n"
        )
        die(code, library)
        assert (library.folder / f"{NAME}-journal").stat().st_size > 0
        assert library.articles() == (SUMMIT,)
        assert library.vectors("m") == {}
        assert library.check() == ()

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None,
        reason="takes root to make a small disk",
    )
    def test_a_disk_that_runs_full_loses_nothing(self, tmp_path: Path) -> None:
        disk = tmp_path / "disk"
        disk.mkdir()
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], capture_output=True
        )
        if made.returncode:
            pytest.skip("this machine lets nobody make a small disk")
        try:
            library = Library.open(disk / "library", create=True)
            library.add(SUMMIT)
            with pytest.raises(LibraryFolderError, match=r"cannot be written .*the free space"):
                library.add(replace(TRADE, text="They traded. " * 100_000))
            assert library.articles() == (SUMMIT,)
            assert library.check() == ()
            library.add(TRADE)
            assert library.articles() == (SUMMIT, TRADE)
        finally:
            subprocess.run(["umount", str(disk)], check=True)

    def test_a_full_disk_is_one_sentence_and_loses_nothing(
        self, library: Library, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        library.add(SUMMIT)
        connect = sqlite3.connect

        def full(*arguments: Any, **options: Any) -> sqlite3.Connection:
            connection = connect(*arguments, **options)
            # As if the disk ended here: SQLite refuses to let the file grow.
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")
            return connection

        monkeypatch.setattr(sqlite3, "connect", full)
        with pytest.raises(
            LibraryFolderError,
            match=r"cannot be written \(database or disk is full\); check its permissions and the",
        ):
            library.add(replace(TRADE, text="They traded. " * 10_000))
        monkeypatch.undo()
        assert library.articles() == (SUMMIT,)
        assert library.check() == ()
