"""The processes of one machine. When one dies, what it read is read again alone: the article that kills twice is passed over."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context, parent_process

from tutanak.batch.guard import noted
from tutanak.batch.model import Outcome, Task
from tutanak.batch.shards import read_piece
from tutanak.errors import TutanakError

_PATIENCE = 3  # deaths before the first article, after which it is no article's fault
_WARM = "Dışişleri Bakanı Ali Veli, “Görüşmeler sürüyor.” dedi."


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
                    yield from ((task, alone(task)) for task in waiting.values())
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


def alone(task: Task) -> Outcome:
    """Read a piece in a process of its own, however often that dies. Raises TutanakError where it dies before any article."""
    deaths: Counter[int | None] = Counter()
    while deaths[None] < _PATIENCE:
        pool = _pool(1)
        try:
            return pool.submit(read_piece, task).result()
        except BrokenProcessPool:
            at = noted(task.note)
            deaths[at] += 1
            if at is not None and deaths[at] > 1:
                task = replace(task, poison=task.poison | {at})
        finally:
            _end(pool)
    raise TutanakError(f"{task.piece.path}: the reading process ends before it reads; is there enough memory?")


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
    """A new process: it ends with the one that started it; its tables, once loaded, are no matter of the collector."""
    from tutanak.reading import read

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    read(_WARM, language="tr")
    gc.collect()
    gc.freeze()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
