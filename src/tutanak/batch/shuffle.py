"""Rows that go from many tasks to many others: a file of each task, with one batch of rows for each of those that take them.

A batch is read alone, so that a task holds no more than is its own. Files appear whole or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

Cells = tuple[Any, ...]


def write(path: Path, schema: pa.Schema, batches: Iterable[Sequence[Cells]]) -> None:
    """Write a file of batches, in order; each a list of rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.OSFile(str(beside), "wb") as out, pa.ipc.new_file(out, schema, options=options) as file:
        for rows in batches:
            file.write_batch(_batch(schema, rows))
    beside.replace(path)


def _batch(schema: pa.Schema, rows: Sequence[Cells]) -> pa.RecordBatch:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.record_batch([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema)


def read(paths: Iterable[Path], number: int) -> pa.Table:
    """The batches with this number of several files, one after the other."""
    return pa.Table.from_batches([_read(path, number) for path in paths])


def _read(path: Path, number: int) -> pa.RecordBatch:
    with pa.OSFile(str(path)) as held, pa.ipc.open_file(held) as file:
        return file.get_batch(number)


def rows(table: pa.Table) -> Iterable[Cells]:
    """The rows of a table."""
    return zip(*(column.to_pylist() for column in table.columns), strict=True)


def dealt(of: Iterable[Cells], place: Any, into: int) -> list[list[Cells]]:
    """Rows dealt into so many batches; place: the number of the batch that a row goes to."""
    batches: list[list[Cells]] = [[] for _ in range(into)]
    for row in of:
        batches[place(row)].append(row)
    return batches
