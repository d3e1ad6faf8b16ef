"""Tables in a folder, as CSV or Parquet, with a datapackage.json (Frictionless) that says what each column means."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from tutanak.errors import ExportError
from tutanak.exports.cast import Cast
from tutanak.exports.minutes import dumped
from tutanak.exports.tables import TABLES, Column, Table, columns

Row = dict[str, Any]

MARK = "datapackage.json"
MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
PORTION = 10_000  # rows that are held before they are written
POINTS_TO = {"document": ("documents", "sha256"), "within": ("statements", "id"), "repeats": ("statements", "id")}


class Sheet(Protocol):
    """Where the rows of one table go."""

    def write(self, cells: list[Any]) -> None: ...

    def close(self) -> None: ...


def write(minutes: Iterable[Row], folder: Path, form: str, *, words: bool = True, names: Sequence[str] = ()) -> dict[str, int]:
    """Write the tables (all, or those of these names) into a folder, which appears whole or not at all; returns how many rows each has."""
    tables = [t for t in TABLES if not names or t.name in names]
    with replaced(folder, MARK) as fresh:
        with Sheets(fresh, form, tables, words=words) as sheets:
            for row in minutes:
                sheets.add(row)
        (fresh / MARK).write_bytes(dumped(package(fresh, form, tables, words=words), indent=True))
    return sheets.counts


class Sheets:
    """The tables of minutes, being filled in a folder. counts: how many rows each has so far."""

    def __init__(self, folder: Path, form: str, tables: Sequence[Table], *, words: bool = True) -> None:
        self.tables = [(table, columns(table, words=words)) for table in tables]
        self.counts = dict.fromkeys((t.name for t in tables), 0)
        self._open = ExitStack()
        self._sheets: dict[str, Sheet] = {}
        for table, cols in self.tables:
            self._sheets[table.name] = sheet(folder / f"{table.name}.{form}", cols)
            self._open.callback(self._sheets[table.name].close)

    def add(self, minutes: Row) -> None:
        """The rows of one article, in every table."""
        cast = Cast(minutes)
        for table, cols in self.tables:
            for row in table.rows(cast):
                self._sheets[table.name].write([c.cell(cast, row) for c in cols])
                self.counts[table.name] += 1

    def __enter__(self) -> Sheets:
        return self

    def __exit__(self, *_problem: object) -> None:
        self._open.close()


def sheet(path: Path, cols: Sequence[Column]) -> Sheet:
    """A table to be written; its form is that of the file's name."""
    return _Parquet(path, cols) if path.suffix == ".parquet" else _Csv(path, cols)


class _Csv:
    def __init__(self, path: Path, cols: Sequence[Column]) -> None:
        self.file = path.open("w", encoding="utf-8", newline="")
        self.rows = csv.writer(self.file, lineterminator="\n")
        self.rows.writerow([c.name for c in cols])

    def write(self, cells: list[Any]) -> None:
        self.rows.writerow([_plain(c) for c in cells])

    def close(self) -> None:
        self.file.close()


def _plain(cell: Any) -> Any:
    """A cell as CSV has it; what a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


class _Parquet:
    def __init__(self, path: Path, cols: Sequence[Column]) -> None:
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ModuleNotFoundError as problem:
            raise ExportError(f"{problem.name} is missing: pip install 'tutanak[parquet]'") from None
        kinds = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
        self.names, self.held = [c.name for c in cols], list[list[Any]]()
        self.numbers = [c.type == "number" for c in cols]
        self.schema = pa.schema([pa.field(c.name, kinds[c.type], metadata={"description": c.told}) for c in cols])
        self.table = pa.Table
        self.file = pq.ParquetWriter(path, self.schema, compression="zstd")

    def write(self, cells: list[Any]) -> None:
        self.held.append([float(c) if number and c is not None else c for c, number in zip(cells, self.numbers, strict=True)])
        if len(self.held) >= PORTION:
            self._flush()

    def _flush(self) -> None:
        rows = [dict(zip(self.names, cells, strict=True)) for cells in self.held]
        self.file.write_table(self.table.from_pylist(rows, schema=self.schema))
        self.held = []

    def close(self) -> None:
        self._flush()
        self.file.close()


def package(folder: Path, form: str, tables: Sequence[Table], *, words: bool) -> Row:
    """The description of the tables in a folder."""
    there = {t.name for t in tables}
    return {
        "profile": "tabular-data-package" if form == "csv" else "data-package",
        "name": "tutanak-minutes",
        "title": "Minutes of news reports about relations between states",
        "resources": [_resource(folder, form, table, columns(table, words=words), there) for table in tables],
    }


def _resource(folder: Path, form: str, table: Table, cols: Sequence[Column], there: set[str]) -> Row:
    path = folder / f"{table.name}.{form}"
    with path.open("rb") as stream:
        mark = sha256()
        while chunk := stream.read(1 << 20):
            mark.update(chunk)
    return {
        "profile": "tabular-data-resource" if form == "csv" else "data-resource",
        "name": table.name, "title": table.told, "path": path.name, "format": form, "mediatype": MEDIA[form], "encoding": "utf-8",
        "bytes": path.stat().st_size, "hash": f"sha256:{mark.hexdigest()}", "schema": schema(table, cols, there),
    }  # fmt: skip


def schema(table: Table, cols: Sequence[Column], there: set[str]) -> Row:
    """A Table Schema; foreign keys to tables that are not `there` are left out."""
    keys = [(c.name, POINTS_TO[c.name]) for c in cols if c.name in POINTS_TO and POINTS_TO[c.name][0] in there]
    return {
        "fields": [_field(c) for c in cols],
        "missingValues": [""],
        "primaryKey": table.key,
        "foreignKeys": [
            {"fields": name, "reference": {"resource": "" if target == table.name else target, "fields": key}} for name, (target, key) in keys
        ],
    }


def _field(column: Column) -> Row:
    told: Row = {"name": column.name, "type": column.type, "description": column.told}
    return {**told, "constraints": {"enum": list(column.values)}} if column.values else told


@contextmanager
def replaced(folder: Path, mark: str) -> Iterator[Path]:
    """A new folder that takes the place of an old one when all is well. Only an empty folder, or one that holds the `mark`, is replaced."""
    if folder.exists() and not (folder.is_dir() and (not any(folder.iterdir()) or (folder / mark).is_file())):
        raise ExportError(f"{folder}: is there already, and was not written by this export; give another name")
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        yield fresh
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)
    except OSError as problem:
        raise ExportError(f"{folder}: {problem.strerror or problem}") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
