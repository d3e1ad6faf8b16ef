"""How the database answers what pages and programs ask: by its indexes, so that a ledger of a million records answers as one of ten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from tutanak.ledger import Ledger
from tutanak.web.app import create

LARGE = ("records", "documents", "ties", "roles", "mentions", "readings", "sources", "story_pages")
"""Tables that grow with every article."""

LAST = re.compile(r"^SCAN documents … .* ORDER BY documents\.id DESC LIMIT")
"""What was entered last is read from the end, and no further than there is room."""

WHOLE = {"/": LARGE, "/api/v1/pairs": ("ties",)}
"""What counts all that there is has to read it."""


@pytest.fixture
def plans(demo: str) -> Iterator[tuple[TestClient, list[str]]]:
    """Asks the pages; the steps of every question that the database is asked meanwhile."""
    steps: list[str] = []
    with Ledger(demo) as ledger, TestClient(create(ledger), base_url="http://127.0.0.1") as asked:

        def noted(_connection: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
            if statement.lstrip().upper().startswith(("SELECT", "WITH")):
                told = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
                steps.extend(f"{row[3]} … {' '.join(statement.split())[:300]}" for row in told)

        event.listen(ledger.store.engine, "before_cursor_execute", noted)
        yield asked, steps


@pytest.mark.parametrize("path", [
    "/", "/pair/az-ru", "/pair/az-ru?since=2031&kind=statements&speaker=Nazarov", "/article/{sha}", "/record/{id}", "/search?q=ticaret",
    "/api/v1/pairs", "/api/v1/pairs/AZ/RU", "/api/v1/documents", "/api/v1/documents/{sha}", "/api/v1/records",
    "/api/v1/records?kind=figures&pair=AZ,RU",
    "/api/v1/records/{id}", "/api/v1/people", "/api/v1/people/nazarov", "/api/v1/figures", "/api/v1/undertakings", "/api/v1/search?q=ticaret",
    "/api/v1/stories/{sha}",
])  # fmt: skip
def test_no_large_table_is_read_whole(plans: tuple[TestClient, list[str]], path: str) -> None:
    asked, steps = plans
    record = asked.get("/api/v1/records?limit=1&kind=statements").json()["records"][0]
    address = path.format(sha=record["source"]["sha256"][:12], id=record["id"])
    asked.get(address)
    steps.clear()
    assert asked.get(f"{address}{'&' if '?' in address else '?'}fresh=1").status_code == 200
    assert steps
    large = [table for table in LARGE if table not in WHOLE.get(path, ())]
    whole = [step for step in steps if any(step.startswith(f"SCAN {table} ") for table in large)]
    assert [step for step in whole if not LAST.search(step)] == []
