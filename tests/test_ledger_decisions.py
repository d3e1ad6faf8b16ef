"""What people decide, and what keeps a ledger in order: reviews, corrections, merges, forgetting, audits, rereading. On both stores."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text, update

import tutanak
from tutanak.errors import LedgerError
from tutanak.ledger import Ledger, demo, store
from tutanak.ledger.reviewing import CHOICES, FIELDS, NEEDED
from tutanak.ledger.tables import documents, readings, records, reviews
from tutanak.ledger.tombs import blanked

WHO = "Ayşe"


@pytest.fixture(scope="module")
def lasting(store: Callable[[], str]) -> Iterator[Ledger]:
    """One ledger for tests that only ask."""
    with Ledger(store()) as made:
        demo.fill(made)
        yield made


@pytest.fixture
def kept(ledger: Ledger) -> Ledger:
    """A ledger of its own for each test that decides."""
    wanted = ("bakude-gorusme", "moskovada-gorusme", "ticaret-hacmi-baku", "ticaret-hacmi-moskova", "ticaret-azaldi")
    with ledger.begin("some") as run:
        for row in demo.reports():
            if row["id"] in wanted:
                run.add(tutanak.read(**row, language="tr"))
    return ledger


def first(ledger: Ledger, kind: str) -> Any:
    return ledger.pair("AZ", "RU", kinds=[kind]).timeline[0]


def ids(ledger: Ledger, kind: str) -> set[str]:
    return {told.id for told in ledger.pair("AZ", "RU", kinds=[kind], limit=500).timeline}


def test_the_fields_are_those_of_the_records(lasting: Ledger) -> None:
    for told in (t for kind in FIELDS for t in lasting.records(kind)):
        assert set(FIELDS[told.kind]) <= set(told.body)
        assert all(told.body[field] in choices for (kind, field), choices in CHOICES.items() if kind == told.kind and told.body[field] is not None)
    assert all(set(NEEDED[kind]) <= set(FIELDS[kind]) for kind in FIELDS)


def test_what_is_rejected_is_no_longer_shown_but_kept(kept: Ledger) -> None:
    told = first(kept, "figures")
    kept.review(told.id, "reject", WHO, why="another measure")
    assert told.id not in ids(kept, "figures")
    shown = kept.show(told.id)
    assert (shown.told.status, [(r.verdict, r.reviewer, r.why) for r in shown.reviews]) == ("rejected", [("reject", WHO, "another measure")])
    kept.review(told.id, "accept", "Veli")
    assert told.id in ids(kept, "figures"), "the last decision stands"
    with kept.store.reading() as connection:
        assert list(connection.execute(select(reviews.c.supersedes).order_by(reviews.c.id)).scalars()) == [None, 1]
    assert kept.audit() == []


def test_what_is_doubtful_is_shown_when_it_is_accepted(kept: Ledger) -> None:
    with kept.store.reading() as connection:
        doubtful = connection.execute(select(records.c.hash).where(records.c.status == "doubtful")).scalars().first()
    if doubtful is None:
        with kept.store.writing() as connection:
            doubtful = connection.execute(select(records.c.hash)).scalars().first()
            connection.execute(update(records).where(records.c.hash == doubtful).values(confidence=0.1, status="doubtful"))
    kept.review(str(doubtful), "accept", WHO)
    assert kept.show(str(doubtful)).told.status == "shown"


def test_a_correction_supersedes(kept: Ledger) -> None:
    told = first(kept, "figures")
    ident = kept.review(told.id, "correct", WHO, fields={"value": "5.5", "measure": "ticaret hacminin", "claimed_by": "RU"})
    shown = kept.show(ident)
    assert (shown.told.status, shown.told.made_by) == ("shown", "corrected")
    assert (shown.told.body["value"], shown.told.said("measure")) == (5.5, "ticaret hacminin")
    assert shown.told.names("claimed_by") == ["RU"]
    assert kept.show(told.id).told.status == "replaced"
    assert [k.id for k in kept.show(told.id).kin] == [ident]
    assert (told.id in ids(kept, "figures"), ident in ids(kept, "figures")) == (False, True)
    again = kept.review(ident, "correct", WHO, fields={"value": "6"})
    assert {told.id, ident}.isdisjoint(ids(kept, "figures"))
    assert again in ids(kept, "figures")
    assert kept.audit() == []


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [("figures", {"value": "çok"}, "is no number"), ("figures", {"bound": "sharp"}, "known: exact, over"),
     ("figures", {"colour": "red"}, "no field 'colour'"),
     ("figures", {"measure": "hiç geçmeyen"}, "has no words"), ("meetings", {"kind": "party"}, "known: meeting"), ("figures", {}, "nothing changes")],
)  # fmt: skip
def test_a_wrong_correction_changes_nothing(kept: Ledger, kind: str, fields: dict[str, str], words: str) -> None:
    before = ids(kept, kind)
    with pytest.raises(LedgerError, match=words):
        kept.review(first(kept, kind).id, "correct", WHO, fields=fields)
    assert ids(kept, kind) == before


def test_a_missed_record_is_added(kept: Ledger) -> None:
    source = first(kept, "meetings").source
    ident = kept.note(source.sha256[:16], "acts", "görüştü", {"type": "CONSULT", "source": "Rusya", "target": "Azerbaycan"}, WHO)
    shown = kept.show(ident)
    assert (shown.told.made_by, shown.told.body["source"], shown.text[shown.span.start : shown.span.end]) == ("hand", ["RU"], "görüştü")
    assert ident in ids(kept, "acts")
    assert kept.audit() == []


def test_a_missed_record_needs_its_fields(kept: Ledger) -> None:
    sha = first(kept, "meetings").source.sha256
    with pytest.raises(LedgerError, match="needs target"):
        kept.note(sha, "acts", "görüştü", {"type": "CONSULT", "source": "RU"}, WHO)
    with pytest.raises(LedgerError, match="no article has"):
        kept.note("ffffffff", "acts", "görüştü", {}, WHO)


def test_the_queue_holds_what_nobody_has_judged(kept: Ledger) -> None:
    waiting = kept.queue("AZ", "RU", kinds=["figures"])
    kept.review(waiting[0].id, "accept", WHO)
    kept.review(waiting[1].id, "comment", WHO, why="odd")
    assert [t.id for t in kept.queue("AZ", "RU", kinds=["figures"])] == [t.id for t in waiting[1:]]


def test_merging_and_splitting_by_hand(kept: Ledger) -> None:
    merged = kept.merge("Rauf Memmedli", "Elçin Nazarov", WHO)
    assert set(merged.forms) == {"Rauf Memmedli", "Elçin Nazarov", "AZ Cumhurbaşkanı"}
    later = "Azerbaycan Dışişleri Bakanı Rauf Memmedli, Rusya ile görüşmelerin sürdüğünü söyledi."
    kept.add(tutanak.read(later, published="2033-01-01", language="tr"))
    assert kept.person("Memmedli").actor.name == merged.actor.name, "what was decided holds for what comes later"
    kept.split("Elçin Nazarov", "Rauf Memmedli", WHO)
    assert kept.person("Memmedli").actor.name == "Rauf Memmedli"
    with pytest.raises(LedgerError, match="already"):
        kept.merge("Nazarov", "Elçin Nazarov", WHO)
    with pytest.raises(LedgerError, match="no article calls"):
        kept.split("Nazarov", "Petrov", WHO)


def test_decisions_outlive_another_reading(kept: Ledger) -> None:
    told = first(kept, "figures")
    other = kept.pair("AZ", "RU", kinds=["figures"]).timeline[1]
    kept.review(told.id, "reject", WHO)
    corrected = kept.review(other.id, "correct", WHO, fields={"value": "1"})
    kept.version = ("9.9", "another")
    for row in demo.reports():
        if row["id"] in ("ticaret-hacmi-baku", "ticaret-azaldi", "ticaret-hacmi-moskova"):
            reading = tutanak.read(**row, language="tr")
            kept.add(dataclasses.replace(reading, topics=("other",)))
    assert kept.show(told.id).told.status == "rejected"
    assert (other.id in ids(kept, "figures"), corrected in ids(kept, "figures")) == (False, True)
    assert kept.audit() == []


# a person is forgotten


def test_a_forgotten_person_is_gone(kept: Ledger) -> None:
    gone = kept.forget("Elçin Nazarov", WHO, why="asked for it")
    assert (gone.documents, gone.records > 0) == (1, True)
    with pytest.raises(LedgerError, match="nobody"):
        kept.person("Nazarov")
    assert kept.search("nazarov") == []
    assert kept.search("Sokolov"), "others stay"
    with kept.store.reading() as connection:
        texts = connection.execute(select(documents.c.text)).scalars().all()
        frames = connection.execute(select(readings.c.frame)).scalars().all()
        bodies = connection.execute(select(records.c.body)).scalars().all()
    assert not [told for told in (*texts, *map(str, frames), *map(str, bodies)) if "Nazarov" in told]
    assert kept.audit() == []


def test_a_tombstone_keeps_a_forgotten_person_out(kept: Ledger) -> None:
    row = next(row for row in demo.reports() if row["id"] == "bakude-gorusme")
    kept.forget("Elçin Nazarov", WHO)
    assert kept.add(tutanak.read(**row, language="tr")).outcome == "known"
    other = next(row for row in demo.reports() if row["id"] == "telefon-gorusmesi")
    assert kept.add(tutanak.read(**other, language="tr")).outcome == "new"
    assert kept.search("nazarov") == []
    assert kept.person("Sokolov").actor.name == "Viktor Sokolov"
    with kept.store.reading() as connection:
        assert "Nazarov" not in "".join(connection.execute(select(documents.c.text)).scalars())
    assert kept.audit() == []


def test_whom_to_forget_must_be_plain(kept: Ledger) -> None:
    with pytest.raises(LedgerError, match="give the whole name"):
        kept.forget("a", WHO)
    with pytest.raises(LedgerError, match="nobody"):
        kept.forget("Bilinmeyen Kişi", WHO)


def test_names_are_blanked_with_their_length() -> None:
    words = "Nazarov’un sözleri. NAZAROV! Nazarova Elçin  Nazarov"
    assert blanked(words, ["elcin nazarov", "nazarov"]) == "███████’un sözleri. ███████! Nazarova ██████████████"


# order


def test_an_audit_finds_what_is_wrong(kept: Ledger) -> None:
    assert kept.audit() == []
    with kept.store.writing() as connection:
        connection.execute(update(documents).where(documents.c.id == 1).values(text=documents.c.text + " "))
        connection.execute(update(records).where(records.c.id == 1).values(words="başka"))
        connection.execute(update(records).where(records.c.id == 2).values(status="rejected"))
    told = "\n".join(kept.audit())
    for words in ("its text is not the one that came", "its words are not those of the text", "counts as rejected, should be shown", "ties count"):
        assert words in told, words


def test_facts(lasting: Ledger) -> None:
    facts = lasting.facts()
    assert (facts["documents"], facts["first day"], facts["revision"]) == (25, "2031-01-15", store.HEAD)


def test_rereading_says_what_would_change_and_then_changes_it(kept: Ledger) -> None:
    assert list(kept.reread()) == []
    with kept.store.writing() as connection:
        connection.execute(text("UPDATE readings SET engine = '0.0.1'"))
        connection.execute(text("DELETE FROM ties WHERE record_id = 1"))
        connection.execute(text("DELETE FROM roles WHERE record_id = 1"))
        gone = connection.execute(text("SELECT hash FROM records WHERE id = 1")).scalar()
        connection.execute(text("DELETE FROM records WHERE id = 1"))
        connection.execute(text("UPDATE readings SET minutes_sha256 = 'x' WHERE id = 1"))
    would = [found for found in kept.reread(dry=True) if found.any]
    assert [found.added for found in would] == [(gone,)]
    assert kept.audit() != []
    assert len(list(kept.reread())) == 5
    assert list(kept.reread()) == []
    assert str(gone) in {told.id for kind in FIELDS for told in kept.records(kind)}


def test_a_backup_is_a_ledger(kept: Ledger, tmp_path: Path) -> None:
    if kept.store.url.get_backend_name() == "postgresql":
        with pytest.raises(LedgerError, match="pg_dump"):
            kept.backup(tmp_path / "copy.db")
        return
    kept.backup(tmp_path / "copy.db")
    with Ledger(tmp_path / "copy.db", create=False) as copy:
        assert copy.facts() | {"ledger": ""} == kept.facts() | {"ledger": ""}
        assert copy.audit() == []
    with pytest.raises(LedgerError, match="is there already"):
        kept.backup(tmp_path / "copy.db")


NEXT = '''"""The next shape."""
import sqlalchemy as sa
from alembic import op
revision = "9000"
down_revision = "{head}"


def upgrade():
    op.add_column("documents", sa.Column("note", sa.Text()))
    {more}
'''


@pytest.mark.parametrize("more", ["pass", "raise ValueError('a slip')"])
def test_an_upgrade_keeps_a_backup(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(tutanak.read(next(demo.reports())["text"], language="tr"))
    from shutil import copytree

    newer, head = tmp_path / "migrations", store.HEAD
    copytree(Path(store.__file__).parent / "migrations", newer)
    (newer / "versions" / "9000_the_next_shape.py").write_text(NEXT.format(more=more, head=head), encoding="utf-8")
    monkeypatch.setattr(store, "HEAD", "9000")
    monkeypatch.setattr(store, "MIGRATIONS", str(newer))
    with pytest.raises(LedgerError, match="older tutanak"):
        Ledger(where)
    opened = store.Store(where, older=True)
    if more == "pass":
        backup = opened.upgrade()
        assert opened.revision() == "9000"
        assert opened.upgrade() is None
    else:
        with pytest.raises(ValueError, match="a slip"):
            opened.upgrade()
        assert opened.revision() == head, "a step that fails leaves the ledger as it was"
        backup = Path(f"{where}.before-9000")
    opened.close()
    if backup and opened.url.get_backend_name() == "sqlite":
        monkeypatch.undo()
        with Ledger(backup) as old:
            assert old.facts()["documents"] == 1
