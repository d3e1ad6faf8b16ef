"""What a ledger keeps: documents once, their sources, the readings of each version, and runs with a true balance. On both stores."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import Table, func, select, text

import tutanak
from tutanak.errors import LedgerError
from tutanak.exports.minutes import KINDS, dumped
from tutanak.ingest.source import Visit
from tutanak.ledger import Ledger, Source, dialects, entry, store, tables
from tutanak.ledger.tables import documents, metadata, pair_counts, readings, records, roles, sources, ties

REPORT = (
    "Azerbaycan Cumhurbaşkanı Elçin Nazarov ile Rusya Devlet Başkanı İvan Petrov, Bakü’de bir araya geldi.\n"
    "Petrov, “İkili ticaret hacmi geçen yıl yüzde 14 büyüdü.” dedi. Nazarov, Azerbaycan ile Rusya arasındaki anlaşmanın imzalandığını söyledi.\n"
)
CHANGED = REPORT.replace("yüzde 14", "yüzde 16")


def reading(words: str = REPORT, **given: Any) -> tutanak.Reading:
    return tutanak.read(words, **{"published": "2022-10-13", **given})


def counts(ledger: Ledger) -> dict[str, int]:
    with ledger.store.reading() as connection:
        return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in metadata.sorted_tables}


def shown(ledger: Ledger) -> dict[str, int]:
    """How many records there are of each status."""
    with ledger.store.reading() as connection:
        asked = select(records.c.status, func.count()).group_by(records.c.status)
        return {status: n for status, n in connection.execute(asked)}  # noqa: C416


def test_a_reading_is_kept_whole(ledger: Ledger) -> None:
    given = reading()
    added = ledger.add(given)
    assert (added.outcome, added.records) == ("new", len(given.records))
    with ledger.store.reading() as connection:
        bodies = connection.execute(select(records.c.local, records.c.body, records.c.words, records.c.start, records.c.end)).all()
        assert connection.execute(select(documents.c.text)).scalar_one() == REPORT
    minutes = given.to_dict(all=True)
    whole = {row["id"]: row for kind in ("statements", "positions", "meetings", "figures", "undertakings", "acts") for row in minutes[kind]}
    assert {row.local: row.body for row in bodies} == whole
    assert all(row.words == REPORT[row.start : row.end] for row in bodies)


def test_a_reading_is_packed_as_it_is_exported() -> None:
    minutes = reading().to_dict(all=True)
    told = entry.entry(minutes, "2022-10-13")
    assert told.minutes == dumped(minutes)
    assert [orjson.loads(record.body) for record in told.records] == [row for kind in KINDS for row in minutes[kind]]


def test_what_is_known_is_looked_up_by_keys_even_in_a_table_nobody_has_counted(ledger: Ledger) -> None:
    """The server's guess at a table that was filled a moment ago made it read all of it for each batch."""
    many = [{"id": n, "sha256": f"{n:064}", "text": "", "title": None, "language": "tr", "added": "", "blanked": False} for n in range(20_000)]
    with ledger.store.writing() as connection:
        dialect = ledger.store.dialect
        dialect.insert(connection, documents, dialects.values(documents, many))
        asked = select(documents.c.id).where(documents.c.sha256.in_([row["sha256"] for row in many[:300]]))
        explain = "EXPLAIN QUERY PLAN" if ledger.store.url.get_backend_name() == "sqlite" else "EXPLAIN"
        with dialect.by_index(connection):
            compiled = asked.compile(connection, compile_kwargs={"literal_binds": True})
            plan = "\n".join(str(row) for row in connection.exec_driver_sql(f"{explain} {compiled}".replace("%", "%%")))
        assert "uq_documents_sha256" in plan or "sqlite_autoindex_documents" in plan
        assert "Seq Scan" not in plan
        if explain == "EXPLAIN":
            assert connection.execute(text("SHOW enable_seqscan")).scalar() == "on"


def test_the_same_thing_twice_changes_nothing(ledger: Ledger) -> None:
    ledger.add(reading())
    before = counts(ledger)
    assert ledger.add(reading()).outcome == "known"
    assert counts(ledger) == before


def test_the_same_thing_twice_in_one_batch_changes_nothing(ledger: Ledger) -> None:
    ledger.add(reading())
    before = counts(ledger)
    with ledger.begin("twice") as run:
        for _ in range(3):
            run.add(reading())
        run.add(reading(CHANGED))
        run.add(reading(CHANGED))
    assert (run.balance.known, run.balance.kept) == (4, 1)
    assert counts(ledger)["documents"] == before["documents"] + 1


def test_a_known_text_in_another_place_is_a_source(ledger: Ledger) -> None:
    ledger.add(reading(url="https://example.org/a"))
    assert ledger.add(reading(url="https://example.com/b", outlet="Örnek")).outcome == "source"
    assert (counts(ledger)["documents"], counts(ledger)["sources"], counts(ledger)["readings"]) == (1, 2, 1)


def test_a_new_text_at_a_known_url_withdraws_the_records_of_the_old_one(ledger: Ledger) -> None:
    first = ledger.add(reading(url="https://example.org/a"))
    assert ledger.add(reading(CHANGED, url="https://example.org/a")).outcome == "version"
    assert shown(ledger)["withdrawn"] == first.records
    with ledger.store.reading() as connection:
        linked = connection.execute(select(sources.c.document_id, sources.c.superseded_by).order_by(sources.c.id)).all()
    assert [row.superseded_by is None for row in linked] == [False, True]


def test_a_text_that_still_stands_elsewhere_is_not_withdrawn(ledger: Ledger) -> None:
    ledger.add(reading(url="https://example.org/a"))
    ledger.add(reading(url="https://example.com/b"))
    ledger.add(reading(CHANGED, url="https://example.org/a"))
    assert "withdrawn" not in shown(ledger)


def test_the_versions_of_a_url_in_one_batch(ledger: Ledger) -> None:
    with ledger.begin("versions") as run:
        for words in (REPORT, CHANGED, REPORT + "Görüşme sürdü.\n"):
            run.add(reading(words, url="https://example.org/a"))
    assert run.balance.kept == 3
    with ledger.store.reading() as connection:
        asked = select(documents.c.text).join(sources).where(sources.c.superseded_by.is_(None))
        assert connection.execute(asked).scalars().all() == [REPORT + "Görüşme sürdü.\n"]


def test_a_date_of_publication_found_later_reads_anew(ledger: Ledger) -> None:
    ledger.add(reading(published=None))
    again = ledger.add(reading(published="2022-10-13"))
    assert again.outcome == "reread"
    assert ledger.add(reading(published="2022-10-13")).outcome == "known"
    with ledger.store.reading() as connection:
        kept = connection.execute(select(readings.c.published, readings.c.current, readings.c.changes).order_by(readings.c.id)).all()
    assert [(row.published, row.current) for row in kept] == [("", False), ("2022-10-13", True)]
    assert set(kept[1].changes) == {"added", "withdrawn"}


def test_another_version_of_the_reader_keeps_the_old_reading(ledger: Ledger) -> None:
    ledger.add(reading())
    before = shown(ledger)
    ledger.version = ("9.9", "another")
    assert ledger.add(reading()).outcome == "reread"
    assert shown(ledger) == before, "the same minutes: the records stay those of the first reading"
    fewer = dataclasses.replace(reading(), acts=())
    ledger.version = ("9.10", "another")
    assert ledger.add(fewer).outcome == "reread"
    with ledger.store.reading() as connection:
        kept = connection.execute(select(readings.c.engine, readings.c.current, readings.c.changes).order_by(readings.c.id)).all()
    assert [row.current for row in kept] == [False, False, True]
    assert len(kept[2].changes["withdrawn"]) == len(reading().acts) > 0
    assert kept[2].changes["added"] == []


def test_records_tie_pairs(ledger: Ledger) -> None:
    ledger.add(reading())
    with ledger.store.reading() as connection:
        assert {tuple(row) for row in connection.execute(select(ties.c.a, ties.c.b))} == {("AZ", "RU")}
        spoke = set(connection.execute(select(roles.c.state).where(roles.c.role == "speaker")).scalars())
    assert spoke == {"AZ", "RU"}


def test_claims_stand_in_a_view(ledger: Ledger) -> None:
    ledger.add(reading())
    with ledger.store.reading() as connection:
        found = connection.execute(text("SELECT field, value, how FROM claims WHERE kind = 'figures' AND field = 'value'")).all()
    assert [(row.field, str(row.value), row.how) for row in found] == [("value", "14", "derived")]


def test_a_run_keeps_its_balance(ledger: Ledger) -> None:
    with ledger.begin("add news.jsonl", batch=2) as run:
        run.add(reading(), Source(url="https://example.org/a", published="2022-10-13", found={"published": "meta"}))
        run.fail("news.jsonl:2", "empty: there is no text to read")
        run.skip("the same article again")
        run.add(reading())
    assert (run.balance.read, run.balance.kept, run.balance.known) == (4, 2, 0)
    assert run.balance.failed == {"empty": 1}
    failure = ledger.failed(run.id)[0]
    assert (failure.place, failure.why) == ("news.jsonl:2", "empty: there is no text to read")
    ledger.mend([failure.id], ledger.begin("retry").close() and run.id)
    assert ledger.failed() == []


def test_a_run_that_is_cut_keeps_what_it_had(ledger: Ledger) -> None:
    def cut() -> None:
        with ledger.begin("add") as run:
            run.add(reading())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cut()
    assert counts(ledger)["documents"] == 1
    with ledger.store.reading() as connection:
        assert tuple(connection.execute(select(tables.runs.c.kept, tables.runs.c.ended)).one()) == (1, None)


def test_what_is_known_need_not_be_read(ledger: Ledger) -> None:
    given = reading()
    assert not ledger.knows(given.article)
    ledger.add(given)
    assert ledger.knows(given.article)


def test_a_known_text_in_a_new_place_is_to_be_entered(ledger: Ledger) -> None:
    given = reading(url="https://ornek.example/1", published="2024-03-05")
    ledger.add(given)
    here = Source(url="https://ornek.example/1", published="2024-03-05")
    assert ledger.knows(given.article, here)
    assert not ledger.knows(given.article, Source(url="https://baska.example/1", published="2024-03-05"))
    assert not ledger.knows(given.article, Source(url="https://ornek.example/1"))


def test_visits_are_kept(ledger: Ledger) -> None:
    assert ledger.visit("https://example.org/feed") is None
    ledger.visited(Visit("https://example.org/feed", 200, "2022-10-13T10:00:00Z", etag='"a"'))
    ledger.visited(Visit("https://example.org/feed", 304, "2022-10-13T11:00:00Z", etag='"a"'))
    assert ledger.visit("https://example.org/feed") == Visit("https://example.org/feed", 304, "2022-10-13T11:00:00Z", etag='"a"')


def test_the_migrations_make_the_tables_that_the_code_knows(ledger: Ledger) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(_object: object, name: str | None, *_: object) -> bool:
        return not (name or "").startswith(("words", "ix_words"))

    with ledger.store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, metadata) == []


OLDER = {"ties": "a, b, day, record_id, kind, status", "roles": "record_id, role, rank, form_id, state"}


def as_it_was(ledger: Ledger) -> None:
    """Take the ledger back to the shape that it had before its ties and roles told more of their records."""
    from importlib import import_module

    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    first = import_module("tutanak.ledger.migrations.versions.0001_the_first_shape")
    with ledger.store.writing() as connection, Operations.context(MigrationContext.configure(connection)):
        for name, columns in OLDER.items():
            connection.execute(text(f"CREATE TABLE kept AS SELECT {columns} FROM {name}"))
            connection.execute(text(f"DROP TABLE {name}"))
            getattr(first, name)()
            connection.execute(text(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM kept"))
            connection.execute(text("DROP TABLE kept"))
        connection.execute(text("DROP TABLE pair_counts"))
        connection.execute(text("DROP INDEX ix_readings_id_topics"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))


def whole_table(ledger: Ledger, table: Table) -> list[tuple[Any, ...]]:
    with ledger.store.reading() as connection:
        return sorted(map(tuple, connection.execute(select(table))), key=repr)


def test_an_older_ledger_is_brought_to_the_newest_shape(where: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(reading(url="https://ornek.example/1"))
        ledger.add(reading(CHANGED, url="https://ornek.example/1"))
        before = {table: whole_table(ledger, table) for table in (ties, roles, pair_counts)}
        as_it_was(ledger)
    assert {row[5] for row in before[ties]} == {"shown", "withdrawn"}
    with pytest.raises(LedgerError, match="tutanak ledger upgrade"):
        Ledger(where)
    store.Store(where, older=True).upgrade()
    with Ledger(where) as ledger:
        assert {table: whole_table(ledger, table) for table in (ties, roles, pair_counts)} == before
        assert ledger.audit() == []


def test_the_head_is_the_newest_migration() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "tutanak.ledger:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == store.HEAD


# where a ledger lies, and what may be wrong there


def test_a_ledger_of_a_newer_version_is_refused(where: str) -> None:
    with Ledger(where) as ledger, ledger.store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match="newer tutanak"):
        Ledger(where)


def test_a_database_of_others_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE recipes (name)")
    with pytest.raises(LedgerError, match="holds other tables"):
        Ledger(tmp_path / "other.db")


WRONG = {"mysql://me@host/name": "SQLite", "://": "URL", "postgresql://nobody@127.0.0.1:1/none": "connection"}


@pytest.mark.parametrize(("told", "words"), WRONG.items())
def test_a_wrong_place_is_told(told: str, words: str) -> None:
    with pytest.raises(LedgerError, match=words):
        Ledger(told)


def test_no_ledger_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        Ledger(tmp_path / "none.db", create=False)


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "minutes.db").write_text("Bu bir veritabanı değildir. " * 100, encoding="utf-8")
    with pytest.raises(LedgerError, match="not a database"):
        Ledger(tmp_path / "minutes.db")


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2022-10-13", "2022-10-13"), ("2022-10-13T09:15:00+03:00", "2022-10-13"), ("2022/3/7", "2022-03-07"), ("13.10.2022", "2022-10-13"),
     ("2022-10", "2022-10"), ("2022", "2022"), ("2013-2015", ""), ("2022-13-45", ""), ("dün", ""), ("", ""), (None, "")],
)  # fmt: skip
def test_days_are_told_apart(published: str | None, expected: str) -> None:
    assert entry.day(published) == expected
