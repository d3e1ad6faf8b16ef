"""The tables of a ledger, the same for SQLite and PostgreSQL.

documents    texts as they came, each once (by its sha256)
sources      where and when a document stood: one row for each place; of one URL the last is current
readings     what one version of the reader made of a document
records      the records of readings, and those corrected or made by hand; `body` is the record as docs/schema.md has it
roles        who stands in which role of a record        ties    which pairs of states a shown record ties
pair_counts  how many shown records tie each pair
forms        how actors are named: name, state, office   actors  who the forms stand for
mentions     the actors of a reading, by their forms     reviews what people decided, never overwritten
runs, failures, visits    how articles were brought in   tombstones  people that were forgotten
stories      of which story a document is, and what it is to the text it is most like (filled by `tutanak.stories`)
story_runs   how long the sorted runs of keys are under which documents are found again   story_pages   the runs, cut by their keys
repeats      records that say again what another of their story says

`roles` and `ties` have the day and the status of their record beside them, `ties` also its document, its reading and how many words it has
(`size`): a page counts thousands of records of a pair or a person, and an index alone answers it then.
Ids are given by the one writer that holds the lock, on both databases alike; times are ISO texts, in UTC.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    and_,
    false,
)

HEX = frozenset("0123456789abcdef")


def begins(hashes: Column[str], beginning: str) -> ColumnElement[bool]:
    """Does a hash begin so? As a stretch of the index: LIKE would read the whole table, for it knows no letter case."""
    told = beginning.lower()
    return and_(hashes >= told, hashes < f"{told}g") if told and HEX.issuperset(told) else false()


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True, autoincrement=False)


def _to(target: str, name: str, **more: bool) -> Column[int]:
    """A column that points to the row of another table."""
    return Column(name, Integer, ForeignKey(f"{target}.id"), **{"nullable": False, **more})  # type: ignore[arg-type]


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _text(name: str, **more: bool) -> Column[str]:
    return Column(name, Text, **{"nullable": False, **more})  # type: ignore[arg-type]


documents = Table(
    "documents", metadata, _id(),
    _text("sha256", unique=True), _text("text"), _text("title", nullable=True), _text("language"), _text("added"),
    Column("blanked", Boolean, nullable=False),
)  # fmt: skip

sources = Table(
    "sources", metadata, _id(), _to("documents", "document_id", index=True),
    _text("mark", unique=True), _text("url", nullable=True, index=True), _text("outlet", nullable=True), _text("author", nullable=True),
    _text("title", nullable=True), _text("published", nullable=True), _text("article_id"), _text("place", nullable=True),
    _text("fetched", nullable=True), Column("found", JSON, nullable=False), _to("sources", "superseded_by", nullable=True),
    _to("runs", "run_id", nullable=True), _text("added"),
)  # fmt: skip

readings = Table(
    "readings", metadata, _id(), _to("documents", "document_id"),
    _text("engine"), _text("pack"), _text("published"), _text("minutes_sha256"), Column("frame", JSON, nullable=False),
    Column("spin", Float, nullable=False), _text("topics"),
    Column("current", Boolean, nullable=False), Column("changes", JSON(none_as_null=True), nullable=True),
    _to("runs", "run_id", nullable=True), _text("added"),
    UniqueConstraint("document_id", "engine", "pack", "published"), Index(None, "id", "topics"),
)  # fmt: skip

records = Table(
    "records", metadata, _id(), _to("documents", "document_id", index=True), _to("readings", "reading_id", index=True),
    _text("hash", index=True), _text("kind"), _text("local"), _text("status"), _text("made_by"), _text("day"), _text("edtf", nullable=True),
    Column("start", Integer, nullable=False), Column("end", Integer, nullable=False), _text("words"),
    Column("confidence", Float, nullable=False), _text("rule"), Column("body", JSON, nullable=False), _text("replaces", nullable=True),
    Index(None, "kind", "status", "day"),
)  # fmt: skip

roles = Table(
    "roles", metadata, Column("record_id", Integer, ForeignKey("records.id"), primary_key=True), Column("role", Text, primary_key=True),
    Column("rank", Integer, primary_key=True), _to("forms", "form_id", nullable=True), _text("state", nullable=True), _text("day"), _text("status"),
    Index(None, "form_id", "status", "day", postgresql_include=["role", "record_id"]), sqlite_with_rowid=False,
)  # fmt: skip

ties = Table(
    "ties", metadata, Column("a", Text, primary_key=True), Column("b", Text, primary_key=True), Column("day", Text, primary_key=True),
    Column("record_id", Integer, ForeignKey("records.id"), primary_key=True), _text("kind"), _text("status"), _number("document_id"),
    _number("reading_id"), _number("size"), Index(None, "record_id", postgresql_include=["a", "b"]), sqlite_with_rowid=False,
)  # fmt: skip

pair_counts = Table(
    "pair_counts", metadata, Column("a", Text, primary_key=True), Column("b", Text, primary_key=True), _number("records"),
    sqlite_with_rowid=False,
)  # fmt: skip

forms = Table(
    "forms", metadata, _id(), _text("kind"), _text("name"), _text("key"), _text("surname", index=True), _text("state"), _text("office"),
    _text("office_key"), _text("month"), Column("aliases", JSON, nullable=False), Column("count", Integer, nullable=False),
    _to("actors", "actor_id", nullable=True, index=True),
    UniqueConstraint("kind", "key", "state", "office", "month"),
)  # fmt: skip

actors = Table(
    "actors", metadata, _id(), _text("kind"), _text("key", unique=True), _text("name"), _text("state"), _text("folded", index=True),
)  # fmt: skip

mentions = Table(
    "mentions", metadata, Column("reading_id", Integer, ForeignKey("readings.id"), primary_key=True), Column("local", Text, primary_key=True),
    _to("forms", "form_id", index=True), _text("name"), _text("day"),
    sqlite_with_rowid=False,
)  # fmt: skip

reviews = Table(
    "reviews", metadata, _id(), _text("target", index=True), _text("verdict"), _text("reviewer"), _text("why"), _text("at"),
    Column("change", JSON(none_as_null=True), nullable=True), _to("reviews", "supersedes", nullable=True),
)  # fmt: skip

runs = Table(
    "runs", metadata, _id(), _text("command"), _text("engine"), _text("pack"), _text("started"), _text("ended", nullable=True),
    Column("kept", Integer, nullable=False), Column("known", Integer, nullable=False), Column("skipped", JSON, nullable=False),
    Column("failed", JSON, nullable=False),
)  # fmt: skip

failures = Table(
    "failures", metadata, _id(), _to("runs", "run_id", index=True), _text("place"), _text("why"), _text("at"),
    _to("runs", "mended_by", nullable=True),
)  # fmt: skip

visits = Table(
    "visits", metadata, Column("url", Text, primary_key=True), Column("status", Integer, nullable=False), _text("fetched"),
    _text("etag", nullable=True), _text("modified", nullable=True), _text("not_before", nullable=True),
)  # fmt: skip

tombstones = Table(
    "tombstones", metadata, _id(), _text("mark", unique=True), _text("reviewer"), _text("why"), _text("at"),
)  # fmt: skip

stories = Table(
    "stories", metadata, Column("document_id", Integer, ForeignKey("documents.id"), primary_key=True, autoincrement=False),
    _to("documents", "story_id", index=True), _to("documents", "to_id", nullable=True), _text("relation", nullable=True),
    Column("certainty", Float, nullable=False), Column("background", JSON, nullable=False), _to("readings", "reading_id", nullable=True),
)  # fmt: skip

story_runs = Table("story_runs", metadata, _id(), Column("size", Integer, nullable=False))

story_pages = Table(
    "story_pages", metadata, Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("entries", LargeBinary, nullable=False),
)  # fmt: skip

repeats = Table(
    "repeats", metadata, Column("record_id", Integer, ForeignKey("records.id"), primary_key=True, autoincrement=False),
    _to("records", "first_id", index=True),
)  # fmt: skip
