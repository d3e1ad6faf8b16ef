"""Articles that attack whoever reads them: every string stays text, in every place of every page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import browsers
import hostile
import lxml.html
import orjson
import pytest
from fastapi.testclient import TestClient

from tutanak.ledger import Ledger
from tutanak.web.app import create


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where a ledger of hostile articles lies."""
    where = str(tmp_path_factory.mktemp("hostile") / "hostile.db")
    with Ledger(where) as ledger:
        hostile.fill(ledger)
    return where


@pytest.fixture(scope="module")
def pages(attacked: str) -> Iterator[dict[str, Any]]:
    """Its pages, found by their links, and those whose addresses hold the strings."""
    with TestClient(create(attacked), base_url="http://127.0.0.1") as asked:
        found = browsers.crawl(asked, most=150, each=10)
        articles = [f"/article/{row['source']['sha256'][:12]}" for row in asked.get("/api/v1/documents?limit=200").json()["documents"]]
        addresses = [*articles, *(hostile.asked() if os.environ.get("SOAK") else hostile.asked(2))]
        yield found | {address: asked.get(address) for address in addresses if address not in found}


def test_there_are_forty_of_them() -> None:
    assert len(set(hostile.STRINGS)) >= 40


def test_the_check_sees_what_would_run() -> None:
    """Put in raw, almost every string is seen; the rest are for templates and for what reads pages twice."""
    raw = "<p>{0}</p><a title=\"{0}\">x</a><a title='{0}'>x</a><textarea>{0}</textarea>"
    assert sum(bool(hostile.running(raw.replace("{0}", told))) for told in hostile.STRINGS) >= 30


def test_no_page_breaks_over_them(pages: dict[str, Any]) -> None:
    assert {address: told.status_code for address, told in pages.items() if told.status_code >= 500} == {}
    assert sum(told.status_code == 200 for told in pages.values()) > 100


def test_nothing_of_them_is_more_than_text(pages: dict[str, Any]) -> None:
    html = {address: told for address, told in pages.items() if told.headers["content-type"].startswith("text/html")}
    assert {address: found for address, told in html.items() if (found := hostile.running(told.text))} == {}
    assert not any("49" in lxml.html.fromstring(told.text).findtext(".//title") for told in html.values()), "a template took one for its own"


def test_they_are_shown_to_the_letter(pages: dict[str, Any]) -> None:
    """Kept harmless is not kept away: each article's page shows its text as it came."""
    articles = [lxml.html.fromstring(told.text) for address, told in pages.items() if address.startswith("/article/") and told.status_code == 200]
    shown = "\n".join(" ".join(page.text_content().split()) for page in articles)
    assert [told for told in hostile.STRINGS if " ".join(told.split()) not in shown] == []


def test_what_programs_read_stays_whole(pages: dict[str, Any]) -> None:
    """A script element for programs is not left early."""
    for address, told in pages.items():
        if told.headers["content-type"].startswith("text/html"):
            for graph in lxml.html.fromstring(told.text).xpath("//script[@type='application/ld+json']"):
                orjson.loads(graph.text)
                assert "<" not in graph.text, address


def test_headers_hold_no_more_than_one_line(pages: dict[str, Any]) -> None:
    for told in pages.values():
        assert all("\n" not in value and "\r" not in value for value in told.headers.values())


def test_in_a_browser_nothing_runs_even_without_the_policy(attacked: str, pages: dict[str, Any], watched: Callable[..., Any]) -> None:
    with browsers.served(create(attacked)) as site:
        tab = watched(site, bypass_csp=True)
        for address in [*browsers.chosen(pages, each=1), *list(hostile.asked(1))[::2]]:
            tab.goto(address)
            assert tab.evaluate("typeof owned") == "undefined", address
            assert tab.url.startswith(site), address
        tab.context.close()
