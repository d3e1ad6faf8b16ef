"""What is larger than usual: an article of megabytes, thousands of records on a page. A sample here, the whole with SOAK=1."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

import browsers
import pytest
from fastapi.testclient import TestClient

import tutanak
from filling import REPORT
from tutanak.ledger import Ledger, Source
from tutanak.ledger.entry import entry
from tutanak.web.app import create
from tutanak.web.article import PART

LONG = 10_000_000 if os.environ.get("SOAK") else 1_000_000
"""Characters of an article."""
MANY = 5_000 if os.environ.get("SOAK") else 500
"""Records of an article."""


def padded(length: int) -> dict[str, Any]:
    """The minutes of a report with so many characters of other matter behind it."""
    minutes = tutanak.read(REPORT.format(n=1), published="2031-03-04", language="tr").to_dict(all=True)
    text = minutes["doc"]["text"]
    text += ("Öteki haberler de şöyle sürüp gitti.\n" * (length // 37 + 1))[: length - len(text)]
    return {**minutes, "doc": {**minutes["doc"], "text": text, "sha256": sha256(text.encode()).hexdigest()}}


def crowded(records: int) -> dict[str, Any]:
    """The minutes of one article with so many shown records or more: a report again and again."""
    block = tutanak.read(REPORT.format(n=1), published="2031-03-04", language="tr")
    text = "".join(REPORT.format(n=n) for n in range(2 * records // len(block.records) + 2))
    return tutanak.read(text, published="2031-03-05", language="tr").to_dict(all=True)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where a ledger with both lies."""
    where = str(tmp_path_factory.mktemp("large") / "large.db")
    with Ledger(where) as ledger, ledger.store.writing() as connection:
        for minutes in (padded(LONG), crowded(MANY)):
            ledger.writer(connection).add([(entry(minutes, "2031-03-05"), Source(published="2031-03-05", title="Uzun", outlet="Örnek"))])
    return where


@pytest.fixture(scope="module")
def client(large: str) -> Iterator[TestClient]:
    with TestClient(create(large), base_url="http://127.0.0.1") as client:
        yield client


def test_every_page_answers(client: TestClient) -> None:
    found = browsers.crawl(client, most=60, each=6)
    assert {address: told.status_code for address, told in found.items() if told.status_code != 200} == {}


def test_the_whole_text_is_there(client: TestClient) -> None:
    for document in client.get("/api/v1/documents").json()["documents"]:
        sha = document["source"]["sha256"]
        text = client.get(f"/api/v1/documents/{sha}").json()["doc"]["text"]
        assert sha256(text.encode()).hexdigest() == sha
        pages = [client.get(f"/article/{sha[:12]}?part={part}") for part in range(1, len(text) // PART + 2)]
        assert {page.status_code for page in pages} == {200}
        assert sum(page.text.count("Öteki haberler") for page in pages) >= text.count("Öteki haberler")


def test_every_record_is_on_a_page(client: TestClient) -> None:
    crowd = max(client.get("/api/v1/documents").json()["documents"], key=lambda document: document["records"])
    assert crowd["records"] >= MANY
    address = f"/article/{crowd['source']['sha256'][:12]}"
    parts = len(client.get(f"{address}.json").json()["doc"]["text"]) // PART + 1
    pages = [client.get(f"{address}?part={part}").text for part in range(1, parts + 1)]
    assert sum(page.count('class="rec ') for page in pages) >= crowd["records"]


def test_a_browser_shows_them(large: str, client: TestClient, watched: Callable[..., Any]) -> None:
    with browsers.served(create(large)) as site:
        tab = watched(site)
        tab.set_default_timeout(60_000)
        for document in client.get("/api/v1/documents").json()["documents"]:
            tab.goto(f"/article/{document['source']['sha256'][:12]}")
            assert tab.locator("h1").is_visible()
            tab.keyboard.press("j")
            assert tab.locator(".rec.now").count() == 1
        tab.context.close()
