"""The processes of one machine. When one dies, what it read is read again alone: the article that kills twice is passed over."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process

from tutanak.batch.alone import alone
from tutanak.batch.model import Outcome, Task
from tutanak.batch.shards import read_piece, warm


class Local:
    """A pool of processes."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Read pieces, as many at once as there are workers."""
        stream, waiting = iter(tasks), dict[Future[Outcome], Task]()
        pool = _pool(self.workers)
        try:
            while True:
                for task in islice(stream, self.workers + 1 - len(waiting)):
                    waiting[_submitted(pool, task)] = task
                if not waiting:
                    return
                finished, _ = wait(waiting, return_when=FIRST_COMPLETED)
                yield from ((waiting.pop(f), f.result()) for f in finished if not _broke(f))
                if any(map(_broke, waiting)):
                    _end(pool)
                    yield from ((task, alone(task, read_piece)) for task in waiting.values())
                    waiting, pool = {}, _pool(self.workers)
        finally:
            _end(pool)


def _broke(future: Future[Outcome]) -> bool:
    return future.done() and isinstance(future.exception(), BrokenProcessPool)


def _submitted(pool: ProcessPoolExecutor, task: Task) -> Future[Outcome]:
    try:
        return pool.submit(read_piece, task)
    except BrokenProcessPool as problem:
        lost: Future[Outcome] = Future()
        lost.set_exception(problem)
        return lost


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin)


def _end(pool: ProcessPoolExecutor) -> None:
    """No more is read: what is at work ends at once, for its shard is read again as a whole."""
    at_work = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in at_work:
        process.kill()
    for process in at_work:
        process.join()


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
