"""A cluster of Dask's. A worker that is lost is Dask's matter: its pieces go to another; an article that does harm is ours, as on one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from tutanak.batch.alone import alone
from tutanak.batch.model import T, U
from tutanak.errors import TutanakError


class Dask:
    """The workers of a scheduler, which see the same files; without an address, so many workers on this machine."""

    def __init__(self, workers: int, address: str | None = None) -> None:
        self.workers = workers
        self.address = address

    def run(self, rounds: Iterable[Iterable[T]], work: Callable[[T], U]) -> Iterator[tuple[T, U]]:
        """Do the work on as many tasks at once as the cluster has threads, and one more."""
        distributed: Any = import_module("distributed")
        with distributed.Client(**self._asked()) as client:
            for tasks in rounds:
                yield from self._round(client, iter(tasks), work)

    def _round(self, client: Any, stream: Iterator[T], work: Callable[[T], U]) -> Iterator[tuple[T, U]]:
        distributed: Any = import_module("distributed")
        coming, waiting = distributed.as_completed(), dict[Any, T]()
        while True:
            for task in islice(stream, self._room(client) - len(waiting)):
                told = (alone, task, work) if task.apart else (work, task)
                future = client.submit(*told, key=f"tutanak-{task.shard}", pure=False)
                waiting[future] = task
                coming.add(future)
            if not waiting:
                return
            finished = next(coming)
            yield waiting.pop(finished), _outcome(finished, distributed.KilledWorker)

    def _asked(self) -> dict[str, Any]:
        if self.address:
            return {"address": self.address}
        return {"n_workers": self.workers, "threads_per_worker": 1, "dashboard_address": None, "processes": True}

    def _room(self, client: Any) -> int:
        threads: int = sum(client.nthreads().values())
        return max(self.workers, threads) + 1


def _outcome(future: Any, lost: type[Exception]) -> Any:
    try:
        outcome = future.result()
    except lost as problem:
        raise TutanakError(f"the cluster loses its workers again and again: {problem}") from None
    return outcome
