"""RSS and Atom: which feeds are watched (a TOML file), and the addresses that an answer holds, with what it says of each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

from tutanak.errors import BadLine, InputError, NoAnswer
from tutanak.ingest import dates, decoding
from tutanak.ingest.facts import Found, neat
from tutanak.ingest.fetch import Fetcher, Wish
from tutanak.ingest.source import Entry, Failure, Skipped, Visit
from tutanak.ingest.web import Answer

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TAGS = re.compile(r"<[^>]*>")
_SETTLED = (200, 304, 404, 410)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is watched, and whose it is, where its pages do not say."""

    url: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Feeds:
    """What a feeds file says: the feeds, and whom a server may write to."""

    feeds: tuple[Feed, ...]
    contact: str | None = None


def load(path: str) -> Feeds:
    """The feeds of a file. Raises BadLine, which says what is wrong with it."""
    try:
        told = tomllib.loads(decoding.decode(Path(path).read_bytes()))
        unknown = [name for name in told if name not in ("contact", "feed")]
        if unknown:
            raise BadLine(f"unknown {unknown[0]!r}; known: contact, feed")
        feeds = tuple(_feed(n, row) for n, row in enumerate(_tables(told.get("feed")), 1))
    except OSError as problem:
        raise BadLine(f"{path}: {problem.strerror}") from None
    except (tomllib.TOMLDecodeError, InputError) as problem:
        raise BadLine(f"{path}: {problem}") from None
    if not feeds:
        raise BadLine(f'{path}: no feeds; write [[feed]] and below it url = "https://…"')
    return Feeds(feeds, told.get("contact"))


def _tables(told: Any) -> list[Any]:
    return told if isinstance(told, list) else [] if told is None else [told]


def _feed(number: int, row: Any) -> Feed:
    unknown = [name for name in row if name not in ("url", "outlet")] if isinstance(row, dict) else ["?"]
    if unknown:
        raise BadLine(f"feed {number}: unknown {unknown[0]!r}; known: url, outlet")
    if not isinstance(row.get("url"), str):
        raise BadLine(f'feed {number}: no url = "https://…"')
    return Feed(row["url"], row.get("outlet"))


def watch(fetcher: Fetcher, feeds: Iterable[Feed]) -> Iterator[Entry]:
    """One round: the feeds, then what they name that is new or was changed. A feed's own visit comes after its articles."""
    listed = {feed.url: feed for feed in feeds}
    seen: set[str] = set()
    wishes: list[Wish] = []

    def entered(wish: Wish, answer: Answer, visit: Visit) -> Iterator[Entry]:
        for found in named(answer, listed[wish.url]):
            if isinstance(found, Failure):
                yield found
            elif found.url not in seen:
                seen.add(found.url)
                yield from _queued(found, fetcher.known, wishes)
        yield Skipped(wish.url, "a feed", visit)

    later: list[Entry] = []
    for entry in fetcher.fetch([Wish(url) for url in listed], entered):
        if isinstance(entry, Skipped) and entry.visit:
            later.append(replace(entry, where=f"feed {entry.where}"))
        elif isinstance(entry, Failure) and entry.where in listed:
            yield replace(entry, where=f"feed {entry.where}")
        else:
            yield entry
    yield from fetcher.fetch(wishes)
    yield from later


def _queued(wish: Wish, known: Callable[[str], Visit | None], wishes: list[Wish]) -> Iterator[Entry]:
    """Asked for when nobody did before, or when the feed says that it was changed since."""
    visit = known(wish.url)
    changed = wish.hints.get("updated", ("", ""))[0]
    if visit is None or visit.status not in _SETTLED or (changed and dates.later(changed, visit.fetched)):
        wishes.append(wish)
    else:
        yield Skipped(wish.url, "asked for before")


def named(answer: Answer, feed: Feed) -> Iterator[Wish | Failure]:
    """The addresses of a feed, with what it says of each. Raises NoAnswer where it is none."""
    told = _parsed(_DECLARATION.sub("", decoding.page(answer.body, answer.charset).text))
    outlet = (feed.outlet, "feeds file") if feed.outlet else (neat(told.feed.get("title")), "feed title")
    for number, entry in enumerate(told.entries, 1):
        url = _url(entry, answer.url)
        lacking = Failure(f"feed {feed.url}#{number}", "no address: the feed names none for this entry")
        yield Wish(url, _hints(entry, outlet), feed.url) if url else lacking


def _parsed(text: str) -> Any:
    import feedparser

    as_decoded = {"content-type": "application/xml; charset=utf-8"}
    try:
        told = feedparser.parse(text.encode("utf-8", "replace"), response_headers=as_decoded, sanitize_html=False, resolve_relative_uris=False)
    except Exception as problem:  # feedparser stumbles over some of what is broken (a reference to no character)
        raise NoAnswer(f"no feed: it cannot be read ({problem})") from None
    if not told.entries and not told.version:
        raise NoAnswer("no feed: it is neither RSS nor Atom")
    return told


def _url(entry: Any, base: str) -> str | None:
    try:
        told = entry.get("link") or (entry.get("id", "") if str(entry.get("id", "")).startswith("http") else "")
        return urldefrag(urljoin(base, told.strip()))[0] if told else None
    except (KeyError, ValueError):  # feedparser's `get` looks into what a broken entry lacks; an address that is none
        return None


def _hints(entry: Any, outlet: Found) -> dict[str, Found]:
    """What a feed says of an article; a date that cannot be read is left out, not guessed."""
    hints = {"title": (neat(_TAGS.sub("", entry.get("title") or "")), "feed"), "author": (neat(entry.get("author")), "feed"), "outlet": outlet}
    for name in ("published", "updated"):  # `in`: feedparser's `get` gives one for the other
        hints[name] = (dates.iso(str(entry[name])) or "" if name in entry else "", "feed")
    return {name: found for name, found in hints.items() if found[0]}
