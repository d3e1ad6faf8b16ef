"""tutanak: reads news reports about relations between states, Turkish first, and writes their provable minutes.

    import tutanak
    reading = tutanak.read(text, published="2022-10-13")
    reading.statements[0].speaker.name

What is public stands in `__all__`; it is loaded when first used, so that importing costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tutanak.release import VERSION

if TYPE_CHECKING:
    from tutanak.article import Article
    from tutanak.errors import InputError, TutanakError
    from tutanak.ledger.book import Ledger
    from tutanak.proofs import verify
    from tutanak.reading import Reading, read, read_many
    from tutanak.records.model import Act, Figure, Meeting, Position, Statement, Undertaking
    from tutanak.spans import Span

__version__ = VERSION

__all__ = ["Act", "Article", "Figure", "InputError", "Ledger", "Meeting", "Position", "Reading", "Span", "Statement", "TutanakError", "Undertaking",
           "read", "read_many", "verify"]  # fmt: skip

_HOMES = {
    "Article": "article", "InputError": "errors", "TutanakError": "errors", "Reading": "reading", "read": "reading", "read_many": "reading",
    "Act": "records.model", "Figure": "records.model", "Meeting": "records.model", "Position": "records.model", "Statement": "records.model",
    "Undertaking": "records.model", "Ledger": "ledger.book", "verify": "proofs", "Span": "spans",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a public name from its home (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tutanak' has no attribute {name!r}; it has {', '.join(__all__)}")
    found = getattr(import_module(f"tutanak.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
