"""Articles brought in, each with where it was found, or the one clear line that says why it could not be."""

from tutanak.ingest.decoding import decode
from tutanak.ingest.files import entries, from_row, is_lines, lines
from tutanak.ingest.source import Entry, Failure, Given

__all__ = ["Entry", "Failure", "Given", "decode", "entries", "from_row", "is_lines", "lines"]
