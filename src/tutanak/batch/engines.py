"""Where pieces are read: `run` takes tasks and gives outcomes, in any order. An engine is one class and a line in ENGINES."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from tutanak.batch.cluster import Dask
from tutanak.batch.local import Local
from tutanak.batch.model import Outcome, Task
from tutanak.batch.shards import read_piece


class Engine(Protocol):
    """Reads pieces. Holds only as many tasks as it has workers, and one more."""

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]: ...


class Here:
    """This very process, one piece after the other: for tests, and for programs that have processes of their own."""

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        for task in tasks:
            yield task, read_piece(task)


ENGINES: Mapping[str, Callable[[int, str | None], Engine]] = {"local": lambda workers, _address: Local(workers), "dask": Dask}
