"""Pages asked for politely: robots.txt, turns, conditional requests, Retry-After; each becomes an article or the reason why not."""

from __future__ import annotations

import email.utils
import queue
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urldefrag, urljoin

from tutanak.article import article
from tutanak.errors import InputError, NoAnswer
from tutanak.ingest import decoding, html
from tutanak.ingest.addresses import parted
from tutanak.ingest.facts import Found
from tutanak.ingest.robots import Robots
from tutanak.ingest.source import Entry, Failure, Given, Skipped, Source, Visit, fault
from tutanak.ingest.turns import Turns
from tutanak.ingest.web import Answer, Web, now

AGENT = "tutanak"
PATIENCE = 120.0  # seconds that a Retry-After is waited for in the run itself
AGAIN = 3
HTML = ("text/html", "application/xhtml+xml", "")
_MOVED = (301, 302, 303, 307, 308)
_BUSY = (429, 503)


@dataclass(frozen=True, slots=True)
class Wish:
    """An address to ask for; what a feed said of it, and which feed."""

    url: str
    hints: Mapping[str, Found] = field(default_factory=dict)
    feed: str | None = None


Known = Callable[[str], Visit | None]
Made = Callable[[Wish, Answer, Visit], Iterable[Entry]]


def agent(contact: str, version: str) -> str:
    """The name under which servers are asked, with the one to write to."""
    return f"{AGENT}/{version} (+{contact})"


class Fetcher:
    """Asks for pages. known: what a server said when last asked; pause: seconds of rest for a host, at least; workers: hosts at a time."""

    def __init__(self, web: Web, known: Known = lambda _url: None, *, pause: float = 1.0, workers: int = 8, patience: float = PATIENCE) -> None:
        self.web = web
        self.known = known
        self.pause = pause
        self.workers = workers
        self.turns = Turns(patience)
        self.robots = Robots(AGENT, lambda url: self._followed(url, None, ruled=False))

    def fetch(self, wishes: Iterable[Wish], made: Made | None = None) -> Iterator[Entry]:
        """What became of each address, as the answers come; hosts side by side, the addresses of one in order."""
        by_host: dict[str, deque[Wish]] = defaultdict(deque)
        for wish in wishes:
            by_host[_host(wish.url)].append(wish)
        done: queue.SimpleQueue[list[Entry]] = queue.SimpleQueue()
        waiting = sum(map(len, by_host.values()))
        pool = ThreadPoolExecutor(max(1, min(self.workers, len(by_host))))
        try:
            for line in by_host.values():
                pool.submit(self._work, line, made or article_of, done)
            while waiting:
                yield from done.get()
                waiting -= 1
        finally:
            if waiting:
                self.turns.stop()
                self.web.stop()
            pool.shutdown(cancel_futures=True)

    def _work(self, line: deque[Wish], made: Made, done: queue.SimpleQueue[list[Entry]]) -> None:
        while line and not self.turns.stopped.is_set():
            done.put(self._one(line.popleft(), made))

    def _one(self, wish: Wish, made: Made) -> list[Entry]:
        try:
            seen = self._free(wish.url)
            answer = self._followed(wish.url, seen)
            visit = _visit(wish.url, answer, seen)
            if answer.status == 304:
                return [Skipped(wish.url, "not changed since last time", visit)]
            if answer.status != 200:
                return [Failure(wish.url, f"answered {answer.status}{_MEANT.get(answer.status, '')}", visit)]
            return list(made(wish, answer, visit))
        except InputError as problem:
            return [Failure(wish.url, str(problem))]
        except Exception as problem:
            return [fault(wish.url, problem)]

    def _free(self, url: str) -> Visit | None:
        """What is known of an address that may be asked now. Raises NoAnswer where the server wanted to be left alone for longer."""
        seen = self.known(url)
        if seen and seen.not_before and seen.not_before > now():
            raise NoAnswer(f"busy: the server asked to be left alone until {seen.not_before}")
        return seen

    def _followed(self, url: str, seen: Visit | None, *, ruled: bool = True) -> Answer:
        """The answer at the end of the redirects, each of them checked like the first address. Raises InputError."""
        for _ in range(self.web.limits.redirects + 1):
            pause = max(self.pause, self.robots.check(url)) if ruled else self.pause
            answer = self._asked(url, _conditions(seen), pause)
            target = answer.headers.get("location")
            if answer.status not in _MOVED or not target:
                return answer
            url = urldefrag(urljoin(url, target.strip()))[0]
        raise NoAnswer(f"endless redirects: more than {self.web.limits.redirects}")

    def _asked(self, url: str, conditions: Mapping[str, str], pause: float) -> Answer:
        """One address asked in its host's turn, again when the server is busy and says for how long. Raises InputError."""
        host = parted(url)[1]
        with self.turns.of(host, pause):
            for left in reversed(range(AGAIN)):
                answer = self.web.ask(url, conditions)
                wait = _retry_after(answer) if answer.status in _BUSY else None
                if wait is None or not left or wait > self.turns.patience:
                    break
                self.turns.wait(wait)
            if wait:
                self.turns.rest(host, wait)
        return answer


def article_of(wish: Wish, answer: Answer, visit: Visit) -> Iterator[Entry]:
    """The article of a page. Raises InputError."""
    kind = "feed" if wish.feed else "url"
    source = Source(
        kind, wish.url, fetched=answer.fetched, etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified"), feed=wish.feed
    )
    if answer.media not in (*HTML, "text/plain") or (not answer.media and not html.is_page(answer.body)):
        raise NoAnswer(f"not a page: it is {answer.media or 'something without a name'}")
    given = html.given if answer.media != "text/plain" else _plain
    yield replace(given(answer.body, source, url=answer.url, header=answer.charset, hints=wish.hints), visit=visit)


def _plain(raw: bytes, source: Source, *, url: str, header: str | None, hints: Mapping[str, Found]) -> Given:
    decoded = decoding.page(raw, header)
    values = {name: hints[name][0] for name in ("title", "published", "outlet") if name in hints}
    found = {name: hints[name][1] for name in values}
    made = article(decoded.text, url=url, **values)
    return Given(source.where, made, len(raw), replace(source, found=found, encoding=decoded.encoding, decoded=decoded.how))


def _host(url: str) -> str:
    try:
        return parted(url)[1]
    except InputError:
        return ""


def _conditions(seen: Visit | None) -> dict[str, str]:
    """Only what has changed since then is wanted."""
    told = {"If-None-Match": seen.etag, "If-Modified-Since": seen.modified} if seen and seen.status in (200, 304) else {}
    return {name: value for name, value in told.items() if value}


def _visit(url: str, answer: Answer, seen: Visit | None) -> Visit:
    if answer.status == 304 and seen:
        return replace(seen, status=304, fetched=answer.fetched)
    wait = _retry_after(answer) if answer.status in _BUSY else None
    later = datetime.now(UTC) + timedelta(seconds=wait) if wait else None
    until = later.isoformat(timespec="seconds").replace("+00:00", "Z") if later else None
    return Visit(url, answer.status, answer.fetched, answer.headers.get("etag"), answer.headers.get("last-modified"), until)


def _retry_after(answer: Answer) -> float | None:
    """For how many seconds a server wants to be left alone: it says so in seconds or as a date."""
    told = answer.headers.get("retry-after", "").strip()
    if told.isdecimal():
        return min(float(told[:8]), 30 * 86400.0)
    try:
        moment = email.utils.parsedate_to_datetime(told)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, min((moment - datetime.now(UTC)).total_seconds(), 30 * 86400.0))


_MEANT = {
    401: ": it wants a password", 402: ": it wants money", 403: ": it refuses", 404: ": there is no such page", 410: ": the page is gone",
    429: ": it wants to be left alone for a while", 451: ": it may not show the page", 500: ": the server has a fault", 503: ": the server is busy",
}  # fmt: skip
