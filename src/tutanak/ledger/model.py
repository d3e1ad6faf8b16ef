"""What goes into a ledger and what it answers, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

Outcome = Literal["new", "version", "source", "reread", "known"]


def now() -> str:
    """This moment, in UTC, as the ledger writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article stood, and how each of these facts was found ({"published": "meta article:published_time"}).

    place: where it came from here ("news.jsonl:3", "crawl.warc.gz:120"); fetched: when, in UTC.
    """

    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    place: str | None = None
    fetched: str | None = None
    found: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did.

    outcome: new (a text not seen before), version (a new text at a known URL: the records of the old one are withdrawn),
    source (a known text in another place), reread (a known text, read anew), known (nothing changed).
    """

    sha256: str
    outcome: Outcome
    records: int = 0
    withdrawn: int = 0


@dataclass(slots=True)
class Balance:
    """What became of the inputs of a run: read = kept + known + skipped + failed."""

    kept: int = 0
    known: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)

    @property
    def read(self) -> int:
        return self.kept + self.known + self.skipped.total() + self.failed.total()


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that a run could not bring in."""

    id: int
    run: int
    place: str
    why: str
    at: str
