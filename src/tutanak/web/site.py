"""A copy of the pages in files: the same pages, in both languages, to be read without a server, from a disk or any host.

Left out is what needs a server: search, filters, review, reading here. Links between pages lead from file to file.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from html import escape, unescape
from pathlib import Path
from posixpath import relpath
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from fastapi import FastAPI

from tutanak.exports.minutes import dumped
from tutanak.exports.package import replaced
from tutanak.ledger import Ledger
from tutanak.release import VERSION
from tutanak.web.app import create
from tutanak.web.speech import LANGUAGES

MARK: Final = "tutanak-site.json"
"""The file by which a folder is known as a copy of ours, which may be replaced."""

SERVED: Final = ("/search", "/review", "/read", "/login", "/logout", "/api")
"""Pages that need a server."""

ASKED: Final = frozenset({"page", "part", "since", "until"})
"""What may be asked of a page of the copy; other questions lead to the page itself."""

_LINK: Final = re.compile(r'(?<= )(href|src)="(/[^"]*)"')
_UNSAFE: Final = re.compile(r"[^\w.~-]+")

Step = Callable[[int], object]


def build(ledger: Ledger, out: Path, step: Step = lambda _n: None) -> dict[str, int]:
    """Write the pages of a ledger into a folder; returns how many pages of each kind. step: told how many are written.

    Only an empty folder, or an earlier copy, is replaced, and only when all is written. Raises ExportError.
    """
    app = create(ledger)
    app.state.copy = True
    with replaced(out, MARK) as fresh, asyncio.Runner() as runner:
        counted = Counter(_written(runner, app, fresh, step))
        (fresh / "index.html").write_text(_DOOR, encoding="utf-8")
        told = {"tutanak": VERSION, "pages": dict(sorted(counted.items()))}
        (fresh / MARK).write_bytes(dumped(told, indent=True))
    return dict(counted)


_DOOR: Final = (
    '<!DOCTYPE html>\n<html lang="tr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\n'
    '<meta http-equiv="refresh" content="0; url=tr/index.html"><title>tutanak</title></head>\n'
    '<body><p><a href="tr/index.html">Türkçe</a> · <a href="en/index.html" lang="en">English</a></p></body></html>\n'
)


def _written(runner: asyncio.Runner, app: FastAPI, out: Path, step: Step) -> Iterator[str]:
    """Follow the links from the start in each language, and write what stands there; says of what kind each page is."""
    written = 0
    for lang in LANGUAGES:
        waiting, seen = deque(["/"]), {"/"}
        while waiting:
            address = waiting.popleft()
            status, media, body = get(runner, app, address, lang)
            if status != 200:
                continue
            path = out / file_of(address, lang)
            if media.startswith("text/html"):
                body = _linked(body.decode(), address, lang, waiting, seen).encode()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
            written += 1
            step(written)
            yield kind(address)


def kind(address: str) -> str:
    """What kind of page an address is of."""
    return urlsplit(address).path.split("/")[1] or "start"


def _linked(page: str, here: str, lang: str, waiting: deque[str], seen: set[str]) -> str:
    """A page whose links lead to files; pages that are not known yet are put down to be written."""

    def put(found: re.Match[str]) -> str:
        name, told = found[1], unescape(found[2])
        to, other = address_of(told, lang)
        if to is None:
            return f'{name}="#"'
        if other == lang and to not in seen:
            seen.add(to)
            waiting.append(to)
        fragment = urlsplit(told).fragment
        link = relpath(file_of(to, other), Path(file_of(here, lang)).parent.as_posix()) + (f"#{fragment}" if fragment else "")
        return f'{name}="{escape(link)}"'

    return _LINK.sub(put, page)


def address_of(told: str, lang: str) -> tuple[str | None, str]:
    """The page of the copy that a link means, and in which language; None where it needs a server."""
    parts = urlsplit(told)
    if parts.path.startswith(SERVED):
        return None, lang
    asked = dict(parse_qsl(parts.query))
    other = asked.get("lang", lang)
    kept = {name: value for name, value in asked.items() if name in ASKED}
    if kept.get("since") != kept.get("until") or len(kept.get("since", "")) > len("2031-03"):
        kept = {name: value for name, value in kept.items() if name not in ("since", "until")}
    query = "&".join(f"{name}={value}" for name, value in sorted(kept.items()))
    return parts.path + (f"?{query}" if query else ""), other


def file_of(address: str, lang: str) -> str:
    """The file in which an address lies: "/pair/az-ru?page=2" in "tr/pair/az-ru--page-2.html"."""
    parts = urlsplit(address)
    path = unquote(parts.path).strip("/")
    names = [_UNSAFE.sub("_", name).lstrip(".") or "_" for name in (path or "index").split("/")]
    stem, dot, suffix = names[-1].rpartition(".")
    known = dot and suffix in ("json", "csv", "css", "js", "svg", "ris")
    asked = "".join(f"--{name}-{_UNSAFE.sub('_', value)}" for name, value in parse_qsl(parts.query))
    names[-1] = f"{stem if known else names[-1]}{asked}.{suffix if known else 'html'}"
    return "/".join([lang, *names])


def get(runner: asyncio.Runner, app: FastAPI, address: str, lang: str) -> tuple[int, str, bytes]:
    """Ask an app, without a server between: status, media type and body."""
    parts, sent = urlsplit(address), list[dict[str, Any]]()
    query = f"{parts.query}&lang={lang}" if parts.query else f"lang={lang}"
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": unquote(parts.path),
        "raw_path": parts.path.encode(), "query_string": query.encode(), "root_path": "", "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 0), "server": ("127.0.0.1", 80),
    }  # fmt: skip

    came = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        if not came:  # whoever listens for the end of a connection waits until the answer is there
            await asyncio.Event().wait()
        return came.pop()

    async def send(message: Any) -> None:
        sent.append(dict(message))

    runner.run(app(scope, receive, send))
    headers = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers.get("content-type", ""), b"".join(message.get("body", b"") for message in sent[1:])
