"""The load of `eval/bench_web.py`: a sample, in which every question is answered; the long run is `make soak`."""

from __future__ import annotations

import pytest

import bench_ledger
import bench_web
from tutanak.ledger import Ledger


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where a ledger of synthetic readings lies."""
    where = str(tmp_path_factory.mktemp("load") / "load.db")
    with Ledger(where) as ledger:
        bench_ledger.fill(ledger, 150, bench_ledger.templates(10, seed=7))
    return where


def test_every_question_is_answered_while_articles_come_in(filled: str) -> None:
    told: list[str] = []
    times = bench_web.measured(filled, rate=20, seconds=4, writes=1, out=told.append)
    assert {name: set(run.statuses) for name, run in times.items()} == {"cold": {"200"}, "warm": {"200"}, "mixed": {"200"}}
    assert [sum(times[name].statuses.values()) for name in ("warm", "mixed")] == [80, 80]
    assert set(times["mixed"].taken) >= {"pair", "article", "record", "search"}
    assert any("cores busy: server" in line for line in told)


def test_the_moments_are_those_set_before(filled: str) -> None:
    """Of a server that stands still for a second, all who came meanwhile had to wait: the times say so."""
    import asyncio
    import os
    import signal

    with Ledger(filled) as ledger:
        known = bench_web.addresses(ledger)
    with bench_web.server(filled) as (port, pid):
        asyncio.run(bench_web.load(filled, port, bench_web.questions(known, 20, 1), 20, 0))
        os.kill(pid, signal.SIGSTOP)

        async def stood() -> bench_web.Times:
            asyncio.get_running_loop().call_later(1.5, os.kill, pid, signal.SIGCONT)
            return await bench_web.load(filled, port, [("start", "/")] * 20, 20, 0)

        times = asyncio.run(stood())
    assert sum(ms > 500 for ms in times.all()) >= 15


def test_a_percentile() -> None:
    assert bench_web.percentile([float(n) for n in range(100)], 0.99) == 99
    assert bench_web.percentile([1.0], 0.5) == 1
