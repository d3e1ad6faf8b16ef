"""Readings kept: documents, records, people and decisions in one database, SQLite or PostgreSQL."""

from tutanak.ledger.book import Ledger
from tutanak.ledger.model import Added, Balance, Failed, Source
from tutanak.ledger.runs import Run

__all__ = ["Added", "Balance", "Failed", "Ledger", "Run", "Source"]
