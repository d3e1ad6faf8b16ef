"""The index of stories in sorted runs: what was entered is found, in memory and in a ledger, by whoever entered it, whatever happened on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("rensa")
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, delete, func, inspect, select

import tutanak
from tutanak.errors import LedgerError
from tutanak.ledger import Ledger, demo
from tutanak.ledger import entries as shape
from tutanak.ledger.entries import without
from tutanak.ledger.store import MIGRATIONS, Store
from tutanak.ledger.tables import stories, story_pages, story_runs
from tutanak.stories import kept, runs
from tutanak.stories.index import TOGETHER, Memory
from tutanak.stories.kept import Kept
from tutanak.stories.runs import BITS, GROWTH, KEY, NUMBER, Fresh, Runs, Seen, Stretches, due, entries, lowest
from tutanak.stories.shelving import gather

Pairs = set[tuple[int, int]]

key_lists = st.lists(st.integers(0, 40) | st.integers(0, (1 << KEY) - 1), min_size=1, max_size=12)


def spread(n: int) -> int:
    """A key like those of texts: any number says nothing of the next."""
    return n * 0x9E37_79B9_7F4A_7C15 >> 11 & (1 << KEY) - 1


def run_of(articles: Sequence[int]) -> runs.Entries:
    """Three keys of each article: one of its own, one that it shares with the next, one that ten have."""
    pairs = sorted({(spread(key), n) for n in articles for key in (3 * n, 3 * (n // 2) + 1, 3 * (n // 10) + 2)})
    return entries([key for key, _ in pairs], [n for _, n in pairs])


def flat(near: Iterable[runs.Under]) -> Pairs:
    """(key, number) of each."""
    return {(key, number) for key, numbers in near for number in numbers}


def pairs_of(run: runs.Entries) -> Pairs:
    return {(entry >> NUMBER, entry & (1 << NUMBER) - 1) for entry in run.tolist()}


# IN MEMORY


@settings(max_examples=60, deadline=None)
@given(st.lists(key_lists, min_size=1, max_size=40), st.integers(1, 5))
def test_what_was_entered_is_found(articles: list[list[int]], together: int) -> None:
    held, fresh, known = Runs(), Fresh(), set[tuple[int, int]]()
    for number, its in enumerate(articles):
        wanted = list(dict.fromkeys([*its, 7, 1 << 30]))
        assert flat([*fresh.near(wanted), *held.near(lowest(wanted))]) == {(key, n) for key, n in known if key in wanted}
        fresh.enter(number, list(dict.fromkeys(its)))
        known |= {(key, number) for key in its}
        if fresh.count == together:
            held.add(fresh.taken())
    assert flat(fresh.near(sorted({key for key, _ in known}))) | {p for run in held.held.values() for p in pairs_of(run)} == known


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 9), st.lists(st.lists(st.integers(0, 60), min_size=40, max_size=300), min_size=1, max_size=3),
    st.lists(st.integers(0, 70), min_size=1, max_size=30, unique=True),
)  # fmt: skip
def test_long_runs_are_looked_into_by_stretches(step: int, several: list[list[int]], wanted: list[int]) -> None:
    """Keys that begin and end anywhere, at the very end too, or have more entries than a stretch."""
    made = [entries(its, range(1000 * n, 1000 * n + len(its))) for n, its in enumerate(several)]
    low = lowest(wanted)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "STEP", step)
        told = list(runs.sought([Stretches(run) for run in made], low))
    assert sorted(told) == sorted(under for run in made for under in runs.found(run, low + runs.SPAN))
    assert flat(told) == {(key, n) for run in made for key, n in pairs_of(run) if key in wanted}


def test_long_runs_are_told_by_stretches_and_forgotten_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "LONG", 1 << 12)
    held, count = Runs(), runs.LONG // 3 + 1
    held.add(run_of(range(count)))
    assert list(held._long) == list(held.held) == [0]
    held.add(more := run_of(range(count, count + count // 2)))
    assert held.held[0] is held._long[0].run
    assert held.nbytes > 8 * 3 * (count + count // 2)
    there = sorted(pairs_of(more))[:200]
    for few in (there[: runs.MANY - 1], there):  # by a search for each, by stretches
        assert flat(held.near(lowest(sorted({key for key, _ in few})))) >= set(few)
    assert held.take(0) is not None
    assert not held._long
    assert held.take(0) is None


def test_runs_stay_few() -> None:
    held = Runs()
    for first in range(0, 2000, 4):
        held.add(run_of(range(first, first + 4)))
        sizes = [len(run) for run in held.held.values()]
        assert all(long > GROWTH * short for long, short in pairwise(sizes))
    assert len(sizes) <= 6
    assert all((run[1:] > run[:-1]).all() for run in held.held.values())


def test_with_how_many_a_run_is_merged() -> None:
    assert due([], 5) == 0
    assert due([101, 20], 4) == 0
    assert due([101, 20], 5) == 1  # 101 are more than four times 25
    assert due([100, 20], 5) == 2
    assert due([1000, 100], 5) == 0


def test_the_filter_passes_all_that_is_there_and_little_else() -> None:
    seen, before = Seen(), list[runs.Entries]()
    for first in range(0, 30_000, 3000):
        run = run_of(range(first, first + 3000))
        seen.add(run, before)
        before.append(run)
    there = lowest(sorted({key for run in before for key, _ in pairs_of(run)}))
    assert (seen.of(there) == there).all()
    others = lowest([spread(-n) for n in range(1, 4000)])
    assert len(seen.of(others)) < 0.15 * len(others)


def test_an_index_has_an_end() -> None:
    with pytest.raises(LedgerError, match="268,435,455 articles"):
        entries([5], [(1 << NUMBER) - 1])


def test_memory_grows_by_less_than_a_kilobyte_an_article() -> None:
    shelf = Memory()
    for number in range(20 * TOGETHER):
        shelf.enter(number, [spread(56 * number + n) for n in range(56)])
    assert shelf.nbytes < 1000 * 20 * TOGETHER


# IN A LEDGER


@pytest.fixture
def ledger(store: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """A ledger whose runs are of many pages, most of them not held in memory."""
    monkeypatch.setattr(kept, "SHORT", 8)
    monkeypatch.setattr(kept, "SMALL", 50)
    with Ledger(store()) as opened:
        yield opened


def begun(ledger: Ledger, connection: Connection, one: Kept | None = None) -> Kept:
    one = one or Kept()
    one.begin(connection, ledger.store.dialect)
    return one


def entered(ledger: Ledger, articles: Sequence[int], one: Kept | None = None) -> None:
    with ledger.store.writing() as connection:
        begun(ledger, connection, one).add(run_of(articles))


def asked(ledger: Ledger, wanted: Sequence[int], one: Kept | None = None) -> Pairs:
    with ledger.store.reading() as connection:
        return flat(begun(ledger, connection, one).near(wanted))


def test_a_ledger_finds_what_memory_finds(ledger: Ledger) -> None:
    whole = Kept()
    whole.hold()
    for first in range(0, 400, 20):
        entered(ledger, range(first, first + 20), whole if first % 60 else None)
    known = pairs_of(run_of(range(400)))
    for wanted in ([key for key, _ in sorted(known)][:90], [spread(3), spread(5), spread(29), spread(2000)]):
        there = {(key, n) for key, n in known if key in wanted}
        assert asked(ledger, wanted) == asked(ledger, wanted, whole) == there
    with ledger.store.reading() as connection:
        sizes = connection.execute(select(story_runs.c.size).order_by(story_runs.c.id)).scalars().all()
        pages = connection.execute(select(func.count()).select_from(story_pages)).scalar_one()
    assert sum(sizes) == len(known)
    assert len(sizes) < 6 < 60 < pages


def test_what_others_wrote_is_taken_up(ledger: Ledger) -> None:
    one, other = Kept(), Kept()
    one.hold()
    for first in range(0, 120, 10):
        entered(ledger, range(first, first + 10), other if first % 20 else one)
        assert {n for _, n in asked(ledger, [spread(3 * first)], one)} == {first}


def test_a_cut_transaction_leaves_the_runs_as_they_were(ledger: Ledger) -> None:
    entered(ledger, range(40))
    before = asked(ledger, [spread(3), spread(4), spread(300)])
    connection = ledger.store.engine.connect()
    begun(ledger, connection).add(run_of(range(90, 110)))
    connection.close()  # as a process that is killed leaves it
    assert asked(ledger, [spread(3), spread(4), spread(300)]) == before
    entered(ledger, range(100, 101))
    assert {n for _, n in asked(ledger, [spread(300)])} == {100}


def told(n: int) -> str:
    names = ("Elçin Nazarov", "Viktor Sokolov", "Ayla Demirkan", "Pedro Alarcon", "Lucia Ferrante")
    return f"Bakan {names[n % 5]}, Bakü’de {17 * n + 3} kişilik heyetle {names[(n + 1) % 5]} ile görüştü. Toplantı {n + 2} saat sürdü. " * 2


def keyed(ledger: Ledger) -> dict[int, int]:
    """How many keys each document has."""
    with ledger.store.reading() as connection:
        found = connection.execute(select(story_pages.c.entries)).scalars().all()
        sizes = connection.execute(select(func.sum(story_runs.c.size))).scalar_one()
    numbers = [int.from_bytes(page[at : at + 8], "little") & (1 << NUMBER) - 1 for page in found for at in range(0, len(page), 8)]
    assert len(numbers) == (sizes or 0)
    return {number: numbers.count(number) for number in numbers}


def test_who_is_forgotten_is_in_no_run(ledger: Ledger) -> None:
    for n in range(6):
        ledger.add(tutanak.read(told(n), language="tr"))
    gather(ledger)
    before = keyed(ledger)
    assert len(before) == 6
    gone = ledger.forget("Lucia Ferrante", "test").documents
    after = keyed(ledger)
    assert 0 < gone == len(before) - len(after)
    assert after == {number: count for number, count in before.items() if number in after}
    ledger.add(tutanak.read(told(7), language="tr"))
    gather(ledger)
    assert len(keyed(ledger)) == len(after) + 1


def test_an_entry_is_the_same_to_the_ledger() -> None:
    assert (shape.NUMBER, shape.ENTRY * 8) == (NUMBER, BITS + 1)


def test_entries_without_some_documents() -> None:
    run = run_of(range(30))
    left = without(run.astype("<i8").tobytes(), {3, 4})
    assert len(left) == 8 * sum(n not in (3, 4) for _, n in pairs_of(run))


def test_an_upgrade_drops_keys_of_another_shape(store: Callable[[], str]) -> None:
    opened = Store(store(), older=True)
    with opened.writing() as connection:
        config = Config()
        config.set_main_option("script_location", MIGRATIONS)
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    opened.upgrade()
    opened.close()
    with Ledger(opened.url.render_as_string(hide_password=False)) as upgraded:
        assert gather(upgraded).articles == 0
        with upgraded.store.reading() as connection:
            assert {"story_runs", "story_pages"} <= {*(names := inspect(connection).get_table_names())}
            assert "story_keys" not in names


def test_keys_of_another_shape_are_entered_again(ledger: Ledger) -> None:
    demo.fill(ledger)
    gather(ledger)
    before = keyed(ledger)
    with ledger.store.writing() as connection:
        for table in (story_pages, story_runs):  # as an upgrade leaves them
            connection.execute(delete(table))
        placed = connection.execute(select(stories)).all()
    assert gather(ledger).articles == 0
    assert keyed(ledger) == before
    with ledger.store.reading() as connection:
        assert connection.execute(select(stories)).all() == placed
