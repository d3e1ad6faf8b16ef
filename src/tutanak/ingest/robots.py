"""What a site asks of robots (RFC 9309), asked once a run and kept."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any

from tutanak.errors import InputError, Refused
from tutanak.ingest.addresses import parted
from tutanak.ingest.web import Answer

LONGEST_DELAY = 300.0  # seconds between two requests: a site that asks for more asks us to stay away


class Robots:
    """The rules of each site for one agent. ask: gets a robots.txt, over redirects."""

    def __init__(self, agent: str, ask: Callable[[str], Answer]) -> None:
        self.agent = agent
        self._ask = ask
        self._rules: dict[str, Any] = {}
        self._lock = Lock()
        self._locks: dict[str, Lock] = {}

    def check(self, url: str) -> float:
        """How many seconds the site wants between requests. Raises Refused where it does not want this page fetched."""
        rules = self._of(url)
        if not rules.can_fetch(url, self.agent):
            raise Refused("not allowed: the site's robots.txt forbids it")
        delay = _delay(rules, self.agent)
        if delay > LONGEST_DELAY:
            raise Refused(f"not allowed: the site's robots.txt wants {delay:g} seconds between requests")
        return delay

    def _of(self, url: str) -> Any:
        scheme, host, port, _ = parted(url)
        origin = f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"
        with self._lock:
            lock = self._locks.setdefault(origin, Lock())
        with lock:
            if origin not in self._rules:
                self._rules[origin] = self._fetched(f"{origin}/robots.txt")
        if isinstance(self._rules[origin], str):
            raise Refused(self._rules[origin])
        return self._rules[origin]

    def _fetched(self, url: str) -> Any:
        """The rules; a site without a robots.txt allows all, one that cannot be asked for it nothing."""
        from protego import Protego

        try:
            answer = self._ask(url)
        except InputError as problem:
            return f"robots.txt cannot be read: {problem}"
        if answer.status == 200:
            return Protego.parse(answer.body.decode("utf-8", "replace"))
        if 400 <= answer.status < 500 and answer.status != 429:
            return Protego.parse("")
        return f"robots.txt cannot be read: answered {answer.status}"


def _delay(rules: Any, agent: str) -> float:
    rate = rules.request_rate(agent)
    return max(float(rules.crawl_delay(agent) or 0), rate.seconds / rate.requests if rate and rate.requests else 0.0)
