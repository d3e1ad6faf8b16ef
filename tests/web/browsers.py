"""A real browser before a real server: what tests of the pages stand on.

Every tab is watched: a request to another address, an error of a script, a breach of the policy or a dialog fails the test that it belongs to.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (360, 768, 1440)
WITHIN = 15_000
"""Milliseconds that a page may take: the machine may be busy."""


@contextmanager
def launched() -> Iterator[Any]:
    """Chromium, as Debian has it."""
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is not here: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address of an app that is served while this lasts, on this machine alone."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", server_header=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
        assert thread.is_alive(), "the server did not start"
    host, port = server.servers[0].sockets[0].getsockname()
    yield f"http://{host}:{port}"
    server.should_exit = True
    thread.join(10)


class Watched:
    """A browser's context in which nothing may go wrong unseen. faults: what did."""

    def __init__(self, browser: Any, site: str, **more: Any) -> None:
        self.site = site
        self.faults: list[str] = []
        self.context = browser.new_context(base_url=site, locale="tr-TR", **more)
        self.context.set_default_timeout(WITHIN)
        self.context.route(lambda url: not url.startswith(site), self._outside)
        self.context.on("page", self._watch)

    def tab(self) -> Any:
        return self.context.new_page()

    def _outside(self, route: Any) -> None:
        self.faults.append(f"asks {route.request.url}")
        route.abort()

    def _watch(self, page: Any) -> None:
        page.on("pageerror", lambda problem: self.faults.append(f"{page.url}: {problem}"))
        page.on("console", lambda told: self.faults.append(f"{page.url}: {told.text}") if _is_fault(told) else None)
        page.on("dialog", lambda dialog: (self.faults.append(f"{page.url}: dialog {dialog.message}"), dialog.dismiss()))

    def close(self) -> None:
        self.context.close()
        assert self.faults == []


def _is_fault(told: Any) -> bool:
    """An error on the console; a status that the test asked for is none of the page."""
    return told.type == "error" and not re.match(r"Failed to load resource: the server responded with a status of (4\d\d|503)", told.text)


def links(html: str) -> Iterator[str]:
    """The addresses of this site that a page leads to, in all its links."""
    import lxml.html

    for link in lxml.html.fromstring(html).iterfind(".//a[@href]"):
        yield link.get("href")


def kind(address: str) -> tuple[str, ...]:
    """Which page an address is one of: its first part, and what is asked of it."""
    parts = urlsplit(address)
    told = sorted({pair.partition("=")[0] for pair in parts.query.split("&") if pair})
    return (parts.path.split("/")[1], *(part for part in (Path(parts.path).suffix,) if part in (".json", ".csv", ".ris", ".bib")), *told)


def crawl(asked: TestClient, most: int = 400, each: int = 25) -> dict[str, Any]:
    """The pages of a site with their answers, found by following links from its start; of one kind at most `each`."""
    waiting, found, counts = ["/"], dict[str, Any](), dict[tuple[str, ...], int]()
    while waiting and len(found) < most:
        address = waiting.pop(0)
        told = asked.get(address)
        found[address] = told
        if not told.headers["content-type"].startswith("text/html"):
            continue
        for href in links(told.text):
            to = urljoin(f"http://127.0.0.1{urlsplit(str(told.url)).path}", href).partition("#")[0]
            if not to.startswith("http://127.0.0.1/") or to[16:] in found or to[16:] in waiting:
                continue
            if counts.setdefault(kind(to[16:]), 0) < each:
                counts[kind(to[16:])] += 1
                waiting.append(to[16:])
    return found


def chosen(pages: dict[str, Any], each: int = 1) -> list[str]:
    """Some HTML pages under every first part of an address, the fullest ones of each; in Turkish."""
    kinds: dict[tuple[str, ...], list[str]] = {}
    for address, told in sorted(pages.items(), key=lambda page: -len(page[1].content)):
        if told.status_code == 200 and told.headers["content-type"].startswith("text/html") and "lang=" not in address:
            kinds.setdefault(kind(address)[:1], []).append(address)
    return [address for of in kinds.values() for address in of[:each]]
