"""Writers that are killed, and readers beside them, find one index or the other, never half."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.passages import Passage
from index.errors import IndexFolderError
from index.hashing import HashingEmbedder
from index.passage_index import PassageIndex
from index.store import load_index, save_index

MakePassages = Callable[..., list[Passage]]

_ROOT = Path(__file__).resolve().parents[2]
_EMBEDDER = HashingEmbedder(dim=32)


_CRASHER = """
import os, sys
from pathlib import Path
from corpus.passages import Passage
from corpus.sentences import Sentence
from corpus.spans import Span
from index.hashing import HashingEmbedder
from index.passage_index import PassageIndex
from index.store import load_index, save_index

def make(*texts):
    return [Passage(f"a-{n}", "a", Span(0, len(t)), t,
                    (Sentence("a", Span(0, len(t)), t, None, None),))
            for n, t in enumerate(texts)]

old, new = make("The storm closed the harbour."), make("It rained.", "The minister resigned.")
embedder = HashingEmbedder(dim=32)
folder = Path(sys.argv[1])
save_index(PassageIndex.build(old, embedder), folder)
replacement = PassageIndex.build(new, embedder)
STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}
outcomes = []
for step in range(1, 200):
    child = os.fork()
    if child == 0:
        seen = 0
        def die(event, arguments):
            global seen
            if event in STEPS and str(folder) in str(arguments[0]):
                seen += 1
                if seen == step:
                    os.kill(os.getpid(), 9)
        sys.addaudithook(die)
        save_index(replacement, folder)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    found = []
    for name, passages in (("old", old), ("new", new)):
        try:
            load_index(folder, passages, embedder).search("storm")
            found.append(name)
        except Exception as error:
            reason = type(error).__name__
            assert reason == "IndexMismatchError", error
    assert len(found) == 1, found
    outcomes.append(found[0])
    if status == 0:
        break
    if found == ["new"]:
        save_index(PassageIndex.build(old, embedder), folder)
else:
    raise SystemExit("the writer never finished")
print(outcomes.count("old"), outcomes.count("new"))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked writers")
def test_a_writer_killed_at_any_step_leaves_the_old_index_or_the_new(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CRASHER, str(tmp_path / "index")],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    old, new = map(int, done.stdout.split())
    # Most steps come before the one that counts; the last run, at least, ends after it.
    assert old >= 10
    assert new >= 1


def test_a_reader_beside_a_writer_never_sees_half(
    folder: Path, passages: list[Passage], make_passages: MakePassages
) -> None:
    index = PassageIndex.build(passages, _EMBEDDER)
    stop, failed = threading.Event(), list[IndexFolderError]()

    def write() -> None:
        while not stop.is_set():
            save_index(index, folder)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(40):
            try:
                found = load_index(folder, passages, _EMBEDDER).search("storm")
                assert found.fused[0].passage == passages[0]
            except IndexFolderError as error:
                failed.append(error)
    finally:
        stop.set()
        writer.join()

    assert failed == []
