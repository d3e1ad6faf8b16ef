"""Shards brought into a ledger: each article with its source, as if it had been read there; what is there already stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson

from tutanak.article import Article
from tutanak.batch.model import place
from tutanak.errors import LedgerError
from tutanak.ingest.source import Given, Source
from tutanak.ledger import Run
from tutanak.ledger.origin import source_of
from tutanak.reading import version

Row = dict[str, Any]
BATCH = 500  # readings that are entered in one transaction: they are read already, so that a cut costs little
_FEW = 100  # minutes that are unpacked at once


def load(run: Run, out: Path, step: Callable[[Any], object] = lambda _done: None) -> None:
    """Enter all shards that the manifests name. Raises LedgerError."""
    for where in shards(out):
        path = out / "minutes" / f"{where['shard']}.parquet"
        for row in _rows(path):
            run.enter(*_entered(row, where))
            step(row)


def shards(out: Path) -> list[Row]:
    """The shards that the manifests name, each with its place. Raises LedgerError."""
    told = [orjson.loads(path.read_bytes()) for path in sorted(out.glob("manifest*.json"))]
    if not told:
        raise LedgerError(f"{out}: no manifest; `tutanak archive IN… {out}` writes one when all is read")
    if other := next((m for m in told if (m["engine"], m["pack"]) != version()), None):
        ours, theirs = "{} ({})".format(*version()), f"{other['engine']} ({other['pack']})"
        raise LedgerError(f"{out}: read by tutanak {theirs}, and this is {ours}; run `tutanak archive` again")
    return [where for manifest in told for where in manifest["shards"]]


def _rows(path: Path) -> Iterator[Row]:
    import pyarrow
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_FEW):
                yield from batch.to_pylist()
    except (OSError, pyarrow.ArrowException) as problem:
        raise LedgerError(f"{path}: {problem}; run `tutanak archive` again") from None


def _entered(row: Row, where: Row) -> tuple[Row, Any]:
    minutes, source = orjson.loads(row["minutes"]), orjson.loads(row["source"])
    at = place(where["input"], where["form"], where["first"], row["record"])
    doc = minutes["doc"]
    article = Article(doc["text"], doc["id"], doc["title"], doc["published"], doc["url"], doc["outlet"], doc["language"])
    return minutes, source_of(Given(at, article, 0, Source(where=at, **source)))
