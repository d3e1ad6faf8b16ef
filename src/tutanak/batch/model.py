"""What is handed around while an archive is read: stretches of inputs, settings, tasks and what became of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol, TypeVar

import orjson

from tutanak.ingest import Columns
from tutanak.reading import version


class Doable(Protocol):
    """What engines hand around. shard: what comes of it; label: for people; note: where a reader says at which record it is;
    poison: records that are to be passed over; apart: does it read articles, which may do harm, so that it needs a process of its own?"""

    @property
    def shard(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def note(self) -> Path: ...
    @property
    def poison(self) -> frozenset[int]: ...
    @property
    def apart(self) -> bool: ...


T = TypeVar("T", bound=Doable)
U = TypeVar("U")

SHAPE = 1  # of what a shard holds; another one gives shards of other names
STRETCH = 16 << 20
LONGEST = 1_000_000
SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an input, from which one shard is read.

    digest: of its content. first: the line or row with which it begins, from 1; in a web archive the byte, from 0.
    start, stop: bytes of a web archive, rows of a Parquet file. held: the lines themselves, of JSON Lines, which come in one stream.
    weight: how many bytes of its file it stands for.
    """

    path: str
    form: str
    digest: str
    first: int
    start: int = 0
    stop: int = 0
    held: bytes = b""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """How an archive is read. seconds: of a processor, for one article; longest: characters of one; stretch: bytes of input for a shard."""

    language: str | None = None
    all: bool = False
    columns: Columns = field(default_factory=Columns)
    seconds: float = SECONDS
    longest: int = LONGEST
    stretch: int = STRETCH

    @property
    def mark(self) -> str:
        """Stands for the version of the reader and for all settings on which the content of a shard depends."""
        told = {name: value for name, value in asdict(self).items() if name != "stretch"}
        return sha256(orjson.dumps([SHAPE, version(), told], option=orjson.OPT_SORT_KEYS)).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Task:
    """A piece to be read into a shard. poison: records that killed the reader twice, and are passed over."""

    piece: Piece
    shard: str
    out: Path
    settings: Settings
    poison: frozenset[int] = frozenset()
    apart: bool = True

    @property
    def label(self) -> str:
        return self.piece.path

    @property
    def note(self) -> Path:
        """Where the reader notes at which record it is."""
        return self.out / PARTS / f"{self.shard}.at"


PARTS = ".parts"
DONE = "shards"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a piece. told: the first of its failures, by record."""

    row: dict[str, Any]
    told: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class Tally:
    """read = kept + skipped + failed."""

    kept: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)

    @property
    def read(self) -> int:
        return self.kept + self.skipped.total() + self.failed.total()

    def take(self, row: dict[str, Any]) -> None:
        """Add the counts of a shard."""
        self.kept += row["kept"]
        self.skipped.update(row["skipped"])
        self.failed.update(row["failed"])

    def skip(self, why: str) -> None:
        self.skipped[why] += 1

    def fail(self, why: str) -> None:
        self.failed[reason(why)] += 1

    def to_dict(self) -> dict[str, Any]:
        return {"read": self.read, "kept": self.kept, "skipped": _sorted(self.skipped), "failed": _sorted(self.failed)}


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def reason(why: str) -> str:
    """The kind of a failure: its words up to the first colon or comma."""
    return why.split(":")[0].split(",")[0]


def place(path: str, form: str, first: int, record: int) -> str:
    """Where a record of a shard stands in its input ("news.jsonl:3", "crawl.warc@1200")."""
    return f"{path}{'@' if form == 'warc' else ':'}{first + record}"
