"""No article may stop a run: each has so many seconds of the processor; one that kills its reader is known by the note it was read under."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path
from types import FrameType

from tutanak.errors import InputError

HARD = 3  # times the limit, after which the system ends a process that does not hear its timer


class TooSlow(InputError):
    """The article takes more time than one may."""


class Killed(InputError):
    """The article ended the process that read it."""


class Guard:
    """Told of every record before it is taken. Its timers count the time of this process alone: a busy machine fails no article."""

    def __init__(self, note: Path, seconds: float, poison: frozenset[int]) -> None:
        self.seconds = seconds
        self.poison = poison
        self.file = os.open(note, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o666)
        self.note = note
        self.timed = threading.current_thread() is threading.main_thread()
        if self.timed:
            signal.signal(signal.SIGVTALRM, self._late)
            signal.signal(signal.SIGPROF, signal.SIG_DFL)

    def begin(self, record: int) -> None:
        """A record is to be taken. Raises Killed where it is known to end the reader."""
        if record in self.poison:
            raise Killed("killed the reader: twice the process ended in this article")
        os.pwrite(self.file, b"%-20d" % record, 0)
        self._set(self.seconds)

    def rest(self) -> None:
        """What was taken is done."""
        self._set(0)

    def close(self) -> None:
        """The piece is done."""
        self._set(0)
        os.close(self.file)
        self.note.unlink(missing_ok=True)

    def _set(self, seconds: float) -> None:
        if self.timed:
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
            signal.setitimer(signal.ITIMER_PROF, HARD * seconds)

    def _late(self, _number: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"too slow: more than {self.seconds:g} seconds")


def noted(note: Path) -> int | None:
    """The record that was being read when a process ended; None: none was."""
    try:
        return int(note.read_bytes())
    except (OSError, ValueError):
        return None
