"""What is counted of a pair or a person by the thousand stands in `ties` and `roles` themselves: day, status, document, reading, length."""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

WORDS = "length(r.words) - length(replace(r.words, ' ', '')) + 1"

COVERING = (
    "ALTER TABLE ties DROP CONSTRAINT pk_ties",
    "ALTER TABLE ties ADD CONSTRAINT pk_ties PRIMARY KEY (a, b, day, record_id) INCLUDE (kind, status, document_id, reading_id, size)",
    "ALTER TABLE roles DROP CONSTRAINT pk_roles",
    "ALTER TABLE roles ADD CONSTRAINT pk_roles PRIMARY KEY (record_id, role, rank) INCLUDE (form_id, state)",
)
"""PostgreSQL keeps a table's rows apart from its key: with these beside it, the key alone answers. SQLite keeps them together."""


def upgrade() -> None:
    _anew("ties", ties, f"SELECT t.a, t.b, t.day, t.record_id, t.kind, t.status, r.document_id, r.reading_id, {WORDS}")
    _anew("roles", roles, "SELECT t.record_id, t.role, t.rank, t.form_id, t.state, r.day, r.status")
    op.create_index("ix_readings_id_topics", "readings", ["id", "topics"], unique=False)
    pair_counts()
    op.execute("INSERT INTO pair_counts SELECT a, b, count(*) FROM ties WHERE status = 'shown' GROUP BY a, b")
    if op.get_bind().dialect.name == "postgresql":
        for statement in COVERING:
            op.execute(statement)


def _anew(name: str, made: Callable[[], None], told: str) -> None:
    """Make a table anew, with more of the record in each of its rows."""
    op.execute(f"CREATE TABLE {name}_before AS SELECT * FROM {name}")
    op.drop_table(name)
    made()
    op.execute(f"INSERT INTO {name} {told} FROM {name}_before AS t JOIN records AS r ON r.id = t.record_id")
    op.drop_table(f"{name}_before")


def ties() -> None:
    op.create_table(
        "ties",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name="fk_ties_record_id"),
        sa.PrimaryKeyConstraint("a", "b", "day", "record_id", name="pk_ties"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ties_record_id", "ties", ["record_id"], unique=False, postgresql_include=["a", "b"])


def roles() -> None:
    op.create_table(
        "roles",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], name="fk_roles_form_id"),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name="fk_roles_record_id"),
        sa.PrimaryKeyConstraint("record_id", "role", "rank", name="pk_roles"),
        sqlite_with_rowid=False,
    )
    names = ["form_id", "status", "day"]
    op.create_index("ix_roles_form_id_status_day", "roles", names, unique=False, postgresql_include=["role", "record_id"])


def pair_counts() -> None:
    op.create_table(
        "pair_counts",
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", name="pk_pair_counts"),
        sqlite_with_rowid=False,
    )
