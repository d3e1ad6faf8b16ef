"""An archive read: what is done is passed over, the rest goes to an engine, and a manifest says what lies in the shards."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tutanak.batch.engines import Engine
from tutanak.batch.inputs import found, planned
from tutanak.batch.model import DONE, PARTS, Outcome, Piece, Settings, Tally, Task, place
from tutanak.batch.shards import done, read_piece
from tutanak.errors import ExportError
from tutanak.exports.minutes import dumped
from tutanak.ingest import Failure, Skipped
from tutanak.reading import version

Row = dict[str, Any]
Tell = Callable[[str, str], None]
Step = Callable[[int, int], None]


class Archive:
    """One run over an archive.

    tell: told of what fails, by place and reason. step: told of each shard: bytes of input behind it, articles in it that were read now.
    """

    def __init__(self, paths: Sequence[str], out: Path, settings: Settings, share: tuple[int, int] = (1, 1)) -> None:
        self.paths = paths
        self.out = out
        self.settings = settings
        self.share = share
        self.files = found(paths, out)
        self.tally = Tally()
        self.fresh = self.known = 0
        self._places: list[Row] = []
        self._unread: list[Row] = []
        self._seen: set[str] = set()

    @property
    def size(self) -> int:
        """Bytes of all inputs."""
        return sum(os.path.getsize(name) for name in self.files if os.path.isfile(name))

    def run(self, engine: Engine, tell: Tell, step: Step) -> None:
        """Read what is not done yet. Raises ExportError."""
        try:
            (self.out / PARTS).mkdir(parents=True, exist_ok=True)
            for task, outcome in engine.run([self._tasks(tell, step)], read_piece):
                self._took(task, outcome, tell, step)
            self._write()
        except OSError as problem:
            raise ExportError(f"{problem.filename or self.out}: {problem.strerror or problem}") from None

    def _tasks(self, tell: Tell, step: Step) -> Iterator[Task]:
        """The pieces of this share that are not done."""
        for one in planned(self.files, self.paths, self.settings):
            if not isinstance(one, Piece):
                self._left_out(one, tell)
                continue
            task = self._task(one)
            if not self._mine(task) or self._again(task):
                step(one.weight, 0)
            elif (row := done(self.out, task.shard)) is not None:
                self.known += 1
                self.tally.take(row)
                step(one.weight, 0)
            else:
                yield task

    def _task(self, piece: Piece) -> Task:
        return Task(piece, f"{piece.digest[:20]}-{self.settings.mark}", self.out, self.settings)

    def _mine(self, task: Task) -> bool:
        k, n = self.share
        return int(task.piece.digest[:12], 16) % n == k - 1

    def _again(self, task: Task) -> bool:
        """The same stretch in two places is one shard."""
        piece = task.piece
        self._places.append({"input": piece.path, "form": piece.form, "first": piece.first, "shard": task.shard})
        again = task.shard in self._seen
        self._seen.add(task.shard)
        return again

    def _left_out(self, one: Failure | Skipped, tell: Tell) -> None:
        if self.share[0] > 1:
            return  # the first share tells it
        if isinstance(one, Skipped):
            self.tally.skip(one.why)
        else:
            self.tally.fail(one.why)
            self._unread.append({"input": one.where, "why": one.why})
            tell(one.where, one.why)

    def _took(self, task: Task, outcome: Outcome, tell: Tell, step: Step) -> None:
        self.fresh += 1
        self.tally.take(outcome.row)
        for record, why in outcome.told:
            tell(place(task.piece.path, task.piece.form, task.piece.first, record), why)
        step(task.piece.weight, outcome.row["read"])

    def _write(self) -> None:
        """The manifest: it says what lies where, in the order of the inputs, and nothing of this run."""
        shards = [{**where, **_counts(done(self.out, where["shard"]) or {})} for where in self._places]
        engine, pack = version()
        told = {"engine": engine, "pack": pack, "settings": self.settings.mark, **self.tally.to_dict(), "unread": self._unread, "shards": shards}
        path = self.out / manifest_name(*self.share)
        beside = path.with_name(f".{path.name}")
        beside.write_bytes(dumped(told, indent=True))
        beside.replace(path)
        self._clear()

    def _clear(self) -> None:
        """What runs that were cut left of these shards."""
        for left in (self.out / PARTS).iterdir():
            if left.name.split(".")[0] in self._seen:
                shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
        with suppress(OSError):
            (self.out / PARTS).rmdir()  # unless another share is at work

    @property
    def others(self) -> int:
        """Shards that lie there too, of other inputs, settings or versions."""
        return sum(path.stem not in self._seen for path in (self.out / DONE).glob("*.json")) if self.share == (1, 1) else 0


def _counts(row: Row) -> Row:
    return {name: row[name] for name in ("read", "kept", "skipped", "failed", "rows") if name in row}


def manifest_name(k: int, n: int) -> str:
    return "manifest.json" if n == 1 else f"manifest-{k}-of-{n}.json"
