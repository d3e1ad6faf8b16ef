"""Where work is done: `run` takes rounds of tasks and gives what comes of each, in any order within a round.

An engine is one class and a line in ENGINES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from tutanak.batch.cluster import Dask
from tutanak.batch.local import Local
from tutanak.batch.model import T, U


class Engine(Protocol):
    """Does the same work on many tasks; a round is asked for when the one before is done. Holds as many tasks as it has workers, and one."""

    def run(self, rounds: Iterable[Iterable[T]], work: Callable[[T], U]) -> Iterator[tuple[T, U]]: ...


class Here:
    """This very process, one piece after the other: for tests, and for programs that have processes of their own."""

    def run(self, rounds: Iterable[Iterable[T]], work: Callable[[T], U]) -> Iterator[tuple[T, U]]:
        for tasks in rounds:
            yield from ((task, work(task)) for task in tasks)


ENGINES: Mapping[str, Callable[[int, str | None], Engine]] = {"local": lambda workers, _address: Local(workers), "dask": Dask}
