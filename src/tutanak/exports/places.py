"""Where articles stood, for those who cite them: one entry for each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """An article in one place. id: a hash of the text and the address."""

    id: str
    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    date: tuple[int, ...]
    fetched: tuple[int, ...]
    language: str


def places(minutes: Row) -> Iterator[Place]:
    """All places of an article that are known."""
    doc = minutes["doc"]
    for source in minutes.get("sources") or [doc]:
        mark = sha256(f"{doc['sha256']}|{source['url'] or ''}|{source['outlet'] or ''}".encode()).hexdigest()[:12]
        yield Place(
            f"tutanak-{mark}", source["title"] or doc["title"], source["outlet"], source.get("author"), source["url"], parts(source["published"]),
            parts(source.get("fetched")), doc["language"],
        )  # fmt: skip


def parts(told: str | None) -> tuple[int, ...]:
    """Year, month and day of an ISO date, as far as it has them."""
    return tuple(int(part) for part in (told or "")[:10].split("-") if part.isdecimal())
