"""The processes of one machine. When one dies, what it read is read again alone: the article that kills twice is passed over."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process

from tutanak.batch.alone import alone
from tutanak.batch.model import T, U
from tutanak.batch.shards import warm


class Local:
    """A pool of processes."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

        self._pool: ProcessPoolExecutor | None = None

    def run(self, rounds: Iterable[Iterable[T]], work: Callable[[T], U]) -> Iterator[tuple[T, U]]:
        """Do the work on as many tasks at once as there are workers."""
        try:
            for tasks in rounds:
                yield from self._round(iter(tasks), work)
        finally:
            self._end()

    def _round(self, stream: Iterator[T], work: Callable[[T], U]) -> Iterator[tuple[T, U]]:
        waiting = dict[Future[U], T]()
        while True:
            for task in islice(stream, self.workers + 1 - len(waiting)):
                waiting[_submitted(self._begun(), work, task)] = task
            if not waiting:
                return
            finished, _ = wait(waiting, return_when=FIRST_COMPLETED)
            yield from ((waiting.pop(f), f.result()) for f in finished if not _broke(f))
            if any(map(_broke, waiting)):
                self._end()
                yield from ((task, alone(task, work)) for task in waiting.values())
                waiting = {}

    def _begun(self) -> ProcessPoolExecutor:
        self._pool = self._pool or ProcessPoolExecutor(self.workers, get_context("spawn"), _begin)
        return self._pool

    def _end(self) -> None:
        """No more is done: what is at work ends at once, for it is done again as a whole."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        at_work = list((pool._processes or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        for process in at_work:
            process.kill()
        for process in at_work:
            process.join()


def _broke(future: Future[U]) -> bool:
    return future.done() and isinstance(future.exception(), BrokenProcessPool)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[T], U], task: T) -> Future[U]:
    try:
        return pool.submit(work, task)
    except BrokenProcessPool as problem:
        lost: Future[U] = Future()
        lost.set_exception(problem)
        return lost


def _begin() -> None:
    """A new process: it ends with the one that started it, and not before."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    warm()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
