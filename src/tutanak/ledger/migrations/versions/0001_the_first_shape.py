"""The first shape of a ledger."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SQLITE = (
    'CREATE VIRTUAL TABLE words USING fts5("lower", "folded", content="documents", content_rowid="id", tokenize="unicode61 remove_diacritics 0")',
    "CREATE VIEW claims AS SELECT r.id AS record_id, r.hash, r.kind, r.status, p.key AS field, json_extract(r.body, '$.' || p.key) AS value, "
    "json_extract(p.value, '$.how') AS how, json_extract(p.value, '$.rule') AS rule, json_extract(p.value, '$.spans') AS spans "
    "FROM records AS r, json_each(r.body, '$.proof') AS p",
)
POSTGRESQL = (
    'CREATE TABLE words (document_id integer REFERENCES documents, part integer, "lower" tsvector, "folded" tsvector, '
    "PRIMARY KEY (document_id, part))",
    'CREATE INDEX ix_words_lower ON words USING gin ("lower")',
    'CREATE INDEX ix_words_folded ON words USING gin ("folded")',
    "CREATE VIEW claims AS SELECT r.id AS record_id, r.hash, r.kind, r.status, p.key AS field, r.body #>> ARRAY[p.key] AS value, "
    "p.value ->> 'how' AS how, p.value ->> 'rule' AS rule, p.value ->> 'spans' AS spans "
    "FROM records AS r, json_each(r.body -> 'proof') AS p",
)


def upgrade() -> None:
    for table in (actors, documents, reviews, runs, tombstones, visits, failures, forms, readings, sources, mentions, records, roles, ties):
        table()
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(sa.text(statement.replace(":", "\\:")))


def actors() -> None:
    op.create_table(
        "actors",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_actors"),
        sa.UniqueConstraint("key", name="uq_actors_key"),
    )
    op.create_index("ix_actors_folded", "actors", ["folded"], unique=False)


def documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("blanked", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("sha256", name="uq_documents_sha256"),
    )


def reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("change", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("supersedes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["supersedes"], ["reviews.id"], name="fk_reviews_supersedes"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )
    op.create_index("ix_reviews_target", "reviews", ["target"], unique=False)


def runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.Column("kept", sa.Integer(), nullable=False),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.JSON(), nullable=False),
        sa.Column("failed", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )


def tombstones() -> None:
    op.create_table(
        "tombstones",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tombstones"),
        sa.UniqueConstraint("mark", name="uq_tombstones_mark"),
    )


def visits() -> None:
    op.create_table(
        "visits",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("fetched", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("not_before", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("url", name="pk_visits"),
    )


def failures() -> None:
    op.create_table(
        "failures",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("mended_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["mended_by"], ["runs.id"], name="fk_failures_mended_by"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_failures_run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_failures"),
    )
    op.create_index("ix_failures_run_id", "failures", ["run_id"], unique=False)


def forms() -> None:
    op.create_table(
        "forms",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("surname", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("office_key", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name="fk_forms_actor_id"),
        sa.PrimaryKeyConstraint("id", name="pk_forms"),
        sa.UniqueConstraint("kind", "key", "state", "office", "month", name="uq_forms_kind_key_state_office_month"),
    )
    op.create_index("ix_forms_actor_id", "forms", ["actor_id"], unique=False)
    op.create_index("ix_forms_surname", "forms", ["surname"], unique=False)


def readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=False),
        sa.Column("minutes_sha256", sa.Text(), nullable=False),
        sa.Column("frame", sa.JSON(), nullable=False),
        sa.Column("spin", sa.Float(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("changes", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("added", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_readings_document_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_readings_run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.UniqueConstraint("document_id", "engine", "pack", "published", name="uq_readings_document_id_engine_pack_published"),
    )


def sources() -> None:
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("superseded_by", sa.Integer(), nullable=True),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("added", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_sources_document_id"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_sources_run_id"),
        sa.ForeignKeyConstraint(["superseded_by"], ["sources.id"], name="fk_sources_superseded_by"),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.UniqueConstraint("mark", name="uq_sources_mark"),
    )
    op.create_index("ix_sources_document_id", "sources", ["document_id"], unique=False)
    op.create_index("ix_sources_url", "sources", ["url"], unique=False)


def mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("form_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], name="fk_mentions_form_id"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_mentions_reading_id"),
        sa.PrimaryKeyConstraint("reading_id", "local", name="pk_mentions"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mentions_form_id", "mentions", ["form_id"], unique=False)


def records() -> None:
    op.create_table(
        "records",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("local", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("edtf", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("replaces", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_records_document_id"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_records_reading_id"),
        sa.PrimaryKeyConstraint("id", name="pk_records"),
    )
    op.create_index("ix_records_document_id", "records", ["document_id"], unique=False)
    op.create_index("ix_records_hash", "records", ["hash"], unique=False)
    op.create_index("ix_records_kind_status_day", "records", ["kind", "status", "day"], unique=False)
    op.create_index("ix_records_reading_id", "records", ["reading_id"], unique=False)


def roles() -> None:
    op.create_table(
        "roles",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], name="fk_roles_form_id"),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name="fk_roles_record_id"),
        sa.PrimaryKeyConstraint("record_id", "role", "rank", name="pk_roles"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_roles_form_id", "roles", ["form_id"], unique=False)


def ties() -> None:
    op.create_table(
        "ties",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name="fk_ties_record_id"),
        sa.PrimaryKeyConstraint("a", "b", "day", "record_id", name="pk_ties"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ties_record_id", "ties", ["record_id"], unique=False)
