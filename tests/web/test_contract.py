"""Schemathesis asks the API what its description allows, and what it does not: every answer is as described, none a fault of ours."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

schemathesis = pytest.importorskip("schemathesis", reason="Schemathesis is not here: pip install 'tutanak[test]'")

from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi.checks import (  # noqa: E402
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
TIMES = 400 if os.environ.get("SOAK") else 6
"""Questions to each address, of those allowed and of those not."""
PATHS = (
    "/pairs", "/pairs/{a}/{b}", "/documents", "/documents/{sha256}", "/records", "/records/{id}", "/people", "/people/{key}", "/organisations",
    "/organisations/{key}", "/undertakings", "/figures", "/stories", "/stories/{sha256}", "/search",
)  # fmt: skip

PAGES = ("", "pair/", "article/", "record/", "person/", "organisation/", "undertaking/", "story/", "search/", "api/v1/", "review/", "static/")


@pytest.fixture(scope="session")
def contract(client: TestClient) -> Any:
    """The description."""
    return schemathesis.openapi.from_dict(client.get("/api/v1/openapi.json").json())


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("mode", ["positive", "negative"])
def test_answers_are_as_described(contract: Any, client: TestClient, path: str, mode: str) -> None:
    operation = contract[path]["GET"]
    generation = schemathesis.GenerationMode(mode)

    @given(case=operation.as_strategy(generation_mode=generation))
    @settings(max_examples=TIMES, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def asked(case: Any) -> None:
        told = client.get(f"/api/v1{case.formatted_path}", params=case.query)
        case.validate_response(told, checks=CHECKS)

    asked()


@settings(max_examples=TIMES * 10, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(path=st.text(max_size=40), query=st.text(max_size=40), page=st.sampled_from(PAGES))
def test_no_address_at_all_is_a_fault_of_ours(client: TestClient, path: str, query: str, page: str) -> None:
    told = client.get(f"/{page}{quote(path, safe='/', errors='replace')}?{quote(query, safe='=&', errors='replace')}")
    assert told.status_code < 500
