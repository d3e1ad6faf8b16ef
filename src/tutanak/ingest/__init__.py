"""Articles brought in, each with where it was found, or the one clear line that says why it could not be."""

from tutanak.ingest.decoding import decode
from tutanak.ingest.files import FORMS, Wanted, entries, files, is_lines, lines
from tutanak.ingest.rows import Columns, from_row
from tutanak.ingest.source import Entry, Failure, Given, Skipped, Source

__all__ = [
    "FORMS", "Columns", "Entry", "Failure", "Given", "Skipped", "Source", "Wanted", "decode", "entries", "files", "from_row", "is_lines", "lines",
]  # fmt: skip
