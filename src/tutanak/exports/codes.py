"""The codes under which research knows states: ISO 3166-1 alpha-3 and the numbers of the Correlates of War project (states.tsv)."""

from __future__ import annotations

from functools import cache
from importlib import resources


def alpha3(code: str | None) -> str | None:
    """The alpha-3 code of a state; None where it has none, and for bodies."""
    return _codes().get(code or "", (None, None))[0]


def cow(code: str | None) -> int | None:
    """The number of a state in the Correlates of War project, whose system of states it may not belong to."""
    return _codes().get(code or "", (None, None))[1]


def is_state(code: str | None) -> bool:
    return code in _codes()


@cache
def _codes() -> dict[str, tuple[str | None, int | None]]:
    told = (resources.files("tutanak.exports") / "states.tsv").read_text(encoding="ascii")
    rows = (line.split("\t") for line in told.splitlines() if not line.startswith("#"))
    return {code: (None if three == "-" else three, None if number == "-" else int(number)) for code, three, number in rows}
