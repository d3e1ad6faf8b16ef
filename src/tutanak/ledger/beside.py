"""One thing done beside the others, in a thread of its own: for what waits for another program most of its time."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from concurrent.futures import Future
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")

TURN = 0.0002
"""Seconds after which a thread that waits for its turn gets it. With Python's 5 ms a thread that asks a server forty times while another
counts hardly comes to ask: and one that hashes lets go again and again for less time than it takes to wake the other."""


def take_turns() -> None:
    """For a whole program: its threads change places often enough that what is done beside gets on. What the program has by now is set apart
    from the collector of cycles, which the many objects of a batch would send through all of it again and again."""  # fmt: skip
    sys.setswitchinterval(TURN)
    gc.freeze()


class Beside(Generic[T]):
    """Does one thing at a time. apart: in a thread of its own; else it is done when `begin` returns. What it raises is raised by `end`."""

    def __init__(self, *, apart: bool) -> None:
        self._apart = apart
        self._promised: Future[T] | None = None

    def begin(self, work: Callable[[Callable[[], None]], T]) -> None:
        """Begin with a thing, when the one before has ended; returns when it calls what it is given: from there on others may go on."""
        promised, going = Future[T](), Event()
        if self._apart:
            Thread(target=_keep, args=(promised, work, going), name="tutanak-beside").start()
            self._promised = promised
            going.wait()
        else:
            self._promised = promised
            _keep(promised, work, going)

    def wait(self) -> None:
        """Until nothing is done beside any more, whatever came of it."""
        if self._promised is not None:
            self._promised.exception()

    def end(self) -> T:
        """What came of the thing that was begun. Waits for it, and raises what it raised."""
        self.wait()
        promised, self._promised = self._promised, None
        if promised is None:
            raise RuntimeError("nothing was begun")
        return promised.result()


def _keep(promised: Future[T], work: Callable[[Callable[[], None]], T], going: Event) -> None:
    """Do a thing and keep what came of it, for whoever waits."""
    try:
        promised.set_result(work(going.set))
    except BaseException as problem:
        promised.set_exception(problem)
    finally:
        going.set()
