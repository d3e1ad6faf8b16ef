"""What is brought in: an article with the facts of its source, or the one line that says why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tutanak.article import Article


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from, apart from what the article itself holds.

    kind: text, jsonl, csv, html, url, feed or warc; where: the file and line, or the address asked for.
    found: for title, published, outlet, author and url how each was found ("json-ld datePublished", "meta og:title",
    "time element", "column date", "feed"). raw: the sha256 of the bytes; encoding and decoded: as what, and by which rule.
    fetched: when the server answered (UTC); etag and modified: what it wants to hear when asked again.
    """

    kind: str
    where: str
    author: str | None = None
    found: Mapping[str, str] = field(default_factory=dict)
    raw: str | None = None
    encoding: str | None = None
    decoded: str | None = None
    fetched: str | None = None
    etag: str | None = None
    modified: str | None = None
    feed: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """What is known, as JSON has it."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return {name: dict(v) if name == "found" else v for name, v in values.items() if v}


@dataclass(frozen=True, slots=True)
class Visit:
    """What a server said of an address. not_before: when it may be asked again. To be kept once the article is."""

    url: str
    status: int
    fetched: str
    etag: str | None = None
    modified: str | None = None
    not_before: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: where it stands ("news.jsonl:3") and why."""

    where: str
    why: str
    visit: Visit | None = None


def fault(where: str, problem: Exception) -> Failure:
    """What should not have happened: one input must not end a run of thousands."""
    return Failure(where, f"a fault of tutanak's own: {type(problem).__name__}: {problem}; please report it")


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input left out on purpose: not changed since last time, not an article's page, already there."""

    where: str
    why: str
    visit: Visit | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """An article and where it was found; `so_far`: how many bytes of its file are behind it."""

    where: str
    article: Article
    so_far: int = 0
    source: Source | None = None
    visit: Visit | None = None


Entry = Given | Failure | Skipped
