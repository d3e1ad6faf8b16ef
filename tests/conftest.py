"""What all tests share: the seed report, the folder of outside material, and REQUIRE=all, under which a skip is a failure."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

import clusters

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="module")
def collector_at_rest() -> Iterator[None]:
    """For tests that time: among the objects of thousands of tests the garbage collector is what would be timed."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


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


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server that runs as long as these tests."""
    pytest.importorskip("psycopg", reason="psycopg is not here: pip install 'tutanak[postgres]'")
    bin = clusters.programs()
    if bin is None:
        pytest.skip("PostgreSQL is not here: apt-get install postgresql")
    with clusters.cluster(bin) as url:
        yield url


@pytest.fixture(scope="session")
def empty_ledgers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Ledgers made once, by store, of which every test gets a copy."""
    return {"sqlite": str(tmp_path_factory.mktemp("ledgers") / "empty.db")}


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, empty_ledgers: dict[str, str]) -> Callable[[], str]:
    """Makes new, empty ledgers and says where they lie: each test that asks runs on both stores."""
    if request.param == "sqlite":
        return lambda: _file(tmp_path_factory.mktemp("ledger"), empty_ledgers["sqlite"])
    server = request.getfixturevalue("server")
    return lambda: _database(server, empty_ledgers)


@pytest.fixture
def where(store: Callable[[], str]) -> str:
    """Where a new, empty ledger lies, on either store."""
    return store()


def _file(folder: Path, empty: str) -> str:
    from tutanak.ledger import Ledger

    if not Path(empty).exists():
        Ledger(empty).close()
    return str(shutil.copy(empty, folder / "minutes.db"))


def _database(server: str, empty_ledgers: dict[str, str]) -> str:
    import psycopg

    from tutanak.ledger import Ledger

    base, name = server.rsplit("/", 1)[0], f"minutes_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        if "postgresql" not in empty_ledgers:
            connection.execute("CREATE DATABASE empty_ledger")
            Ledger(f"{base}/empty_ledger").close()
            empty_ledgers["postgresql"] = "empty_ledger"
        connection.execute(f"CREATE DATABASE {name} TEMPLATE empty_ledger")
    return f"{base}/{name}"


@pytest.fixture
def ledger(where: str) -> Iterator[Any]:
    """A new, empty ledger, on either store."""
    from tutanak.ledger import Ledger

    with Ledger(where) as made:
        yield made
