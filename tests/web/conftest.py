"""What the tests of the pages share: a ledger of invented reports, and a browser that asks it without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="FastAPI is not here: pip install 'tutanak[web]'")

import browsers
from fastapi.testclient import TestClient

from tutanak.ledger import Ledger
from tutanak.ledger.demo import fill
from tutanak.stories.shelving import gather
from tutanak.web.app import create


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where a ledger of the invented reports lies, put into stories; not to be changed."""
    where = str(tmp_path_factory.mktemp("web") / "demo.db")
    with Ledger(where) as ledger:
        fill(ledger)
        gather(ledger)
    return where


@pytest.fixture(scope="session")
def client(demo: str) -> Iterator[TestClient]:
    """Asks the pages of the invented reports, and keeps its cookies."""
    with TestClient(create(demo), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
def asked(client: TestClient) -> TestClient:
    """Asks the pages of the invented reports, as someone new to them."""
    client.cookies.clear()
    return client


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """Asks the pages of a ledger with nothing in it."""
    with Ledger(tmp_path / "empty.db") as ledger, TestClient(create(ledger), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser that runs as long as the tests of a module: beside its event loop no other can run."""
    pytest.importorskip("playwright", reason="Playwright is not here: pip install 'tutanak[test]'")
    with browsers.launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def site(demo: str) -> Iterator[str]:
    """The address at which the pages of the invented reports are served."""
    with browsers.served(create(demo)) as address:
        yield address


@pytest.fixture(scope="session")
def crawled(client: TestClient) -> dict[str, Any]:
    """Every page of the invented reports, as it is found by its links."""
    return browsers.crawl(client)


@pytest.fixture(scope="session")
def addresses(crawled: dict[str, Any]) -> list[str]:
    """A page of every kind."""
    return ["/nothing", "/login", "/logout", "/search?q=g%C3%B6r%C3%BC%C5%9F*", *browsers.chosen(crawled)]


@pytest.fixture
def watched(chromium: Any, site: str) -> Iterator[Callable[..., Any]]:
    """Opens tabs of a browser in which nothing goes wrong unseen; more: of the context (sizes, without scripts …)."""
    opened: list[browsers.Watched] = []

    def tab(at: str = site, **more: Any) -> Any:
        opened.append(browsers.Watched(chromium, at, **more))
        return opened[-1].tab()

    yield tab
    for context in opened:
        context.close()
