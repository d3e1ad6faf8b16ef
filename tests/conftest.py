"""What all tests share: the seed report, the folder of outside material, and REQUIRE=all, under which a skip is a failure."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def seed_text() -> str:
    """The report that started the project."""
    return (ROOT / "examples" / "astana.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold, suites and articles beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long runs only when asked for."""
    if not os.environ.get("SOAK"):
        items[:] = [item for item in items if not item.get_closest_marker("soak")]


def _required(report: Any) -> None:
    if os.environ.get("REQUIRE") == "all" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"REQUIRE=all: {report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    report = yield
    _required(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    report = yield
    _required(report)
    return report
