"""Files from strangers, parsed in a process that may hang, swell or die without harm."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any

import corpus
from corpus import errors
from corpus.errors import CorpusError, FileReaderError, UnreadableFileError
from corpus.formats.document import Contents, Document
from corpus.formats.limits import Limits

_START_SECONDS = 60.0  # a cold disk may be slow to bring Python
# What parsers leave behind adds up: some 0.3 MB a Word file. To start anew takes 0.2 s.
_FILES_A_PROCESS = 100
_LAST_WORDS = 200  # letters; a message is one sentence
_KILLED = -9  # as Linux does where memory runs out
_PROGRAM = "from corpus.formats.worker import main; main()"


class FileReader:
    """Reads files one after the other; use it in a ``with`` statement, from one thread.

    One process reads many files. It is replaced where a file takes too long or
    upsets it, and now and then; a file that upsets one which has read others is
    read once more by a new one.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._process: _Process | None = None
        self._files = 0  # that the process was asked for

    def __enter__(self) -> FileReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def read(self, path: Path) -> Contents:
        """The documents in the file at ``path``.

        Raises:
            CorpusError: as ``read_contents``, or ``UnreadableFileError`` where
                the file takes too much time or memory, or fells its parser.
            FileReaderError: if no process can be started to read it, nor any other.
        """
        if self._files == _FILES_A_PROCESS:
            self._stop()
        read_others = self._files > 0
        answer = self._ask(path)
        if answer.get("upset") and read_others:
            # What they left behind, in memory or in a parser, is no fault of this file.
            answer = self._ask(path)
        if "error" in answer:
            kind = getattr(errors, answer["error"], CorpusError)
            raise kind(answer["message"])
        return Contents(
            documents=tuple(_document(record) for record in answer["documents"]),
            faults=tuple(answer["faults"]),
            file_sha256=answer["file_sha256"],
        )

    def _ask(self, path: Path) -> dict[str, Any]:
        """What a process says of the file at ``path``; one that it upset is gone."""
        process = self._start()
        self._files += 1
        try:
            answer = process.ask(str(path), self._limits.seconds)
        except queue.Empty:
            self._stop()
            raise UnreadableFileError(
                f"{str(path)!r} takes more than {self._limits.seconds:g} s to read; "
                "split it or save it anew"
            ) from None
        if answer is None:
            message = f"{str(path)!r} fells the program that reads it; save it anew"
            answer = {"error": UnreadableFileError.__name__, "message": message, "upset": True}
        if answer.get("upset"):
            self._stop()
        return answer

    def _start(self) -> _Process:
        if self._process is None:
            self._process = _Process(self._limits)
            try:
                self._process.await_start()
            except FileReaderError:
                self._stop()
                raise
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process = None
            self._files = 0


class _Process:
    """The other process, and the thread that listens to it.

    Raises:
        FileReaderError: if the system starts none.
    """

    def __init__(self, limits: Limits) -> None:
        home = str(Path(corpus.__file__).parents[1])
        known = os.environ.get("PYTHONPATH")
        # -P: a folder of articles that is called "corpus" must not be taken for the program
        command = [sys.executable, "-P", "-c", _PROGRAM]
        try:
            self._child = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,  # until it has started; then it says nothing there
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (home, known)))},
            )
        except OSError as error:
            raise FileReaderError(
                f"the process that reads files does not start ({error.strerror or error}); "
                "free some memory, or install briefing-qa again"
            ) from error
        self._answers: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self._say(asdict(limits))

    def await_start(self) -> None:
        """Return once it says that it is ready.

        Raises:
            FileReaderError: if it does not in time, or has ended.
        """
        try:
            first = self._answers.get(timeout=_START_SECONDS)
        except queue.Empty:
            raise FileReaderError(
                f"the process that reads files did not start within {_START_SECONDS:g} s; "
                "free some memory and add the files again"
            ) from None
        if first == b"":
            raise FileReaderError(f"the process that reads files does not start {self._why()}")

    def _why(self) -> str:
        """Why the process ended, as far as it tells, and what to do."""
        assert self._child.stderr is not None
        status = self._child.wait()
        if status == _KILLED:
            return "(the system killed it); free some memory and add the files again"
        said = self._child.stderr.read().decode("utf-8", "replace").split("\n")
        # The last line of a traceback names the error.
        last = next((line.strip() for line in reversed(said) if line.strip()), "")
        return f"({last[:_LAST_WORDS] or f'status {status}'}); install briefing-qa again"

    def ask(self, path: str, seconds: float) -> dict[str, Any] | None:
        """The answer for ``path``; None where the process died.

        Raises:
            queue.Empty: if there is none in time.
        """
        if not self._say(path):
            return None
        line = self._answers.get(timeout=seconds)
        answer: dict[str, Any] | None = json.loads(line) if line else None
        return answer

    def stop(self) -> None:
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout, self._child.stderr):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue  # what was not sent yet goes with the process

    def _say(self, value: object) -> bool:
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(json.dumps(value).encode("ascii") + b"\n")
            self._child.stdin.flush()
        except BrokenPipeError:
            return False
        return True

    def _listen(self) -> None:
        assert self._child.stdout is not None
        try:
            for line in self._child.stdout:
                self._answers.put(line)
        except ValueError:
            pass  # stopped, and its pipe closed, while we listened
        self._answers.put(b"")


def _document(record: dict[str, Any]) -> Document:
    record["pages"] = tuple((int(start), str(name)) for start, name in record["pages"])
    record["notes"] = tuple(record["notes"])
    return Document(**record)
