"""What the tests of the pages share: a ledger of invented reports, and a browser that asks it without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="FastAPI is not here: pip install 'tutanak[web]'")

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
