"""Runs whose batches are written while the next is collected, and what does that: one thing beside the others."""

from __future__ import annotations

import gc
import sys
from threading import Event
from typing import Any
from unicodedata import normalize

import pytest
from sqlalchemy import func, select

import tutanak
from filling import REPORT
from tutanak.errors import LedgerError
from tutanak.exports.minutes import dumped
from tutanak.ledger import Ledger
from tutanak.ledger.beside import Beside, take_turns
from tutanak.ledger.indexing import indexed, words
from tutanak.ledger.tables import documents, runs
from tutanak.text.casing import bare


def reading(n: int) -> tutanak.Reading:
    return tutanak.read(REPORT.format(n=n), published="2031-03-04", language="tr")


def stands(ledger: Ledger) -> tuple[int, int, int]:
    """Documents, and how many the last run says it kept and knew."""
    with ledger.store.reading() as connection:
        there = connection.execute(select(func.count()).select_from(documents)).scalar_one()
        told = connection.execute(select(runs.c.kept, runs.c.known).order_by(runs.c.id.desc())).first()
    assert told
    return there, told.kept, told.known


def test_what_is_counted_while_a_batch_is_written(ledger: Ledger) -> None:
    with ledger.begin("add", batch=1) as run:
        for n in range(3):
            run.add(reading(n))
            run.know()
            run.skip("the same article again")
    assert (run.balance.read, run.balance.kept, run.balance.known) == (9, 3, 3)
    assert stands(ledger) == (3, 3, 3)


def test_a_flush_leaves_nothing_to_be_written(ledger: Ledger) -> None:
    run = ledger.begin("add", batch=2)
    for n in range(3):
        run.add(reading(n))
    run.flush()
    assert stands(ledger) == (3, 3, 0)
    assert run.balance.kept == 3


def test_what_could_not_be_written_is_written_later(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> None:
        raise LedgerError("the disk is full")

    def adds() -> None:
        for n in range(2):
            run.add(reading(n))
        run.flush()

    run = ledger.begin("add", batch=2)
    with monkeypatch.context() as broken:
        broken.setattr(ledger, "writer", fails)
        with pytest.raises(LedgerError, match="full"):
            adds()
    assert (run.balance.kept, stands(ledger)) == (0, (0, 0, 0))
    run.add(reading(2))
    run.close()
    assert (run.balance.kept, stands(ledger)) == (3, (3, 3, 0))


def test_a_run_that_ends_in_a_fault_keeps_what_was_being_written(ledger: Ledger) -> None:
    def faulty() -> None:
        with ledger.begin("add", batch=1) as run:
            run.add(reading(0))
            raise ValueError("a slip")

    with pytest.raises(ValueError, match="a slip"):
        faulty()
    assert stands(ledger) == (1, 1, 0)


def test_others_go_on_while_one_thing_is_done() -> None:
    beside, over = Beside[bool](apart=True), Event()

    def waits(going: Any) -> bool:
        going()
        return over.wait(10)

    beside.begin(waits)
    over.set()
    assert beside.end()


@pytest.mark.parametrize("apart", [False, True])
def test_what_a_thing_raises_is_raised_at_its_end(apart: bool) -> None:
    beside = Beside[float](apart=apart)
    beside.begin(lambda _going: 1 / 0)
    beside.wait()
    with pytest.raises(ZeroDivisionError):
        beside.end()
    with pytest.raises(RuntimeError, match="nothing was begun"):
        beside.end()
    beside.begin(lambda _going: 0.5)
    assert beside.end() == 0.5


def test_words_in_plain_letters_are_those_of_the_text_in_plain_letters() -> None:
    every = " ".join(f"a{chr(code)}b" for code in range(0x3000) if chr(code).isprintable())
    assert indexed("İlk", every)[1] == words(bare(normalize("NFC", f"İlk\n{every}")))


def test_a_batch_of_long_articles_is_written_sooner(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutanak.ledger.runs.WEIGHT", 2 * len(dumped(reading(0).to_dict(all=True))))
    with ledger.begin("add", batch=100) as run:
        for n in range(5):
            run.add(reading(n))
        run._end_writing()
        assert stands(ledger)[0] in (2, 3, 4), "as soon as two or three of them weigh enough"
    assert stands(ledger) == (5, 5, 0)


def test_a_run_sets_what_was_there_before_apart_from_the_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "setswitchinterval", lambda _: None)
    try:
        take_turns()
        assert gc.get_freeze_count() > 1000
    finally:
        gc.unfreeze()
