"""Stories: of which one a document is, its keys, and the records that are said again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for table in (stories, story_keys, repeats):
        table()


def stories() -> None:
    op.create_table(
        "stories",
        sa.Column("document_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=True),
        sa.Column("relation", sa.Text(), nullable=True),
        sa.Column("certainty", sa.Float(), nullable=False),
        sa.Column("background", sa.JSON(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_stories_document_id"),
        sa.ForeignKeyConstraint(["story_id"], ["documents.id"], name="fk_stories_story_id"),
        sa.ForeignKeyConstraint(["to_id"], ["documents.id"], name="fk_stories_to_id"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_stories_reading_id"),
        sa.PrimaryKeyConstraint("document_id", name="pk_stories"),
    )
    op.create_index("ix_stories_story_id", "stories", ["story_id"], unique=False)


def story_keys() -> None:
    op.create_table(
        "story_keys",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_story_keys_document_id"),
        sa.PrimaryKeyConstraint("key", "document_id", name="pk_story_keys"),
        sqlite_with_rowid=False,
    )


def repeats() -> None:
    op.create_table(
        "repeats",
        sa.Column("record_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name="fk_repeats_record_id"),
        sa.ForeignKeyConstraint(["first_id"], ["records.id"], name="fk_repeats_first_id"),
        sa.PrimaryKeyConstraint("record_id", name="pk_repeats"),
    )
    op.create_index("ix_repeats_first_id", "repeats", ["first_id"], unique=False)
