"""Alembic's way in: migrations run on the connection that the store holds, within its transaction."""

from __future__ import annotations

from alembic import context

from tutanak.ledger.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
