"""How much memory a process and its children take, read from Linux's /proc while they run."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType

_EVERY_SECONDS = 0.02


def resident_bytes(pid: int) -> dict[int, int]:
    """Resident bytes of a process and of all below it, by process id; without what has ended."""
    found: dict[int, int] = {}
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                found[pid] = int(line.split()[1]) * 1024
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found |= resident_bytes(int(child))
    except (FileNotFoundError, ProcessLookupError):
        pass  # it ended while we looked
    return found


class MemoryWatch:
    """Notes the highest memory of what runs below ``pid``, until its ``with`` statement ends.

    ``together`` is the highest sum in bytes, ``largest`` the highest of one
    process; memory that two processes share counts twice in a sum.
    """

    def __init__(self, pid: int, *, but_itself: bool = False) -> None:
        self._pid = pid
        self._but_itself = but_itself
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.together = 0
        self.largest = 0

    def __enter__(self) -> MemoryWatch:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(_EVERY_SECONDS):
            held = resident_bytes(self._pid)
            if self._but_itself:
                held.pop(self._pid, None)
            self.together = max(self.together, sum(held.values()))
            self.largest = max(self.largest, *held.values(), 0)
