"""Why a record is there: its rule with the example that proves it, and each of its claims with the words behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tutanak.languages import load
from tutanak.languages.rules import Rule, rules
from tutanak.ledger.showing import Claim, claims
from tutanak.ledger.telling import Told


@dataclass(frozen=True, slots=True)
class Why:
    """rule: its id; file: of the pack that it stands in; confidence: 0 to 1."""

    rule: str
    file: str
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    confidence: float
    reasons: tuple[str, ...]
    claims: tuple[Claim, ...]


def why(told: Told) -> Why:
    """What the ledger and the pack know of a record's grounds."""
    found = _known(told.rule)
    examples = tuple(dict.fromkeys(text for rule in found for text in rule.examples))
    counter = tuple(dict.fromkeys(text for rule in found for text in rule.counter))
    file = f"languages/tr/{found[0].section}.yaml" if found else ""
    return Why(told.rule, file, examples[:3], counter[:2], told.confidence, tuple(told.body.get("reasons") or ()), tuple(claims(told)))


def _known(ident: str) -> list[Rule]:
    """The rules of an id; of "noun + verb" that of the noun."""
    return _rules().get(ident) or _rules().get(ident.split(" + ")[0]) or []


@cache
def _rules() -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules(load("tr")):
        found.setdefault(rule.id, []).append(rule)
    return found
