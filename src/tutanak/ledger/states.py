"""States and bodies as a person names them: a code, a name in Turkish or English, the adjective, the capital."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from tutanak.errors import NotFound, Unclear
from tutanak.languages import load
from tutanak.ledger.naming import body, key


def pair(one: str, other: str) -> tuple[str, str]:
    """Two actors, in the ledger's order. Raises Unclear, NotFound."""
    first, second = sorted((code(one), code(other)))
    if first == second:
        raise Unclear(f"{one!r} and {other!r} are the same: {first}; a pair is of two")
    return first, second


def code(named: str) -> str:
    """The code of a state ("AZ"), or the name under which a body is known ("NATO"). Raises NotFound with the likely names."""
    told = key(named)
    if found := _codes().get(told):
        return found
    if body(named) != named or told in {key(name) for name in _bodies()}:
        return body(named)
    near = get_close_matches(told, _codes(), n=3, cutoff=0.7)
    likely = f"; did you mean {', '.join(f'{n!r} ({_codes()[n]})' for n in near)}?" if near else ""
    raise NotFound(f"no state or known body is called {named!r}{likely} Give a code (AZ) or a name in Turkish or English (Azerbaycan, Azerbaijan)")


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(row["name"] for row in load("tr").section("bodies")["known"])


@cache
def _codes() -> dict[str, str]:
    """All names of states, in plain letters, with their codes; a code wins over a name, a name over a capital."""
    pack = load("tr")
    rows = pack.section("states")
    capitals = {key(row["capital"]): row["code"] for row in rows if row.get("capital") and row.get("seat", True)}
    adjectives = {key(name): row["code"] for row in rows for name in row.get("people", ())}
    english = {key(name): code for code, name in pack.section("state_names")["en"].items()}
    turkish = {key(name): row["code"] for row in rows for name in (row["name"], *row.get("also", ()))}
    codes = {row["code"].lower(): row["code"] for row in rows}
    return capitals | adjectives | english | turkish | codes
