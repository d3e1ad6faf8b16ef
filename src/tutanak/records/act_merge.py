"""Each act once: the deeds of one type between the same actors are one, and so is a blow told of all its doers and of some."""

from __future__ import annotations

from typing import Final

from tutanak.records.act_scene import Deed
from tutanak.records.parties import key, state_of

TOGETHER: Final = frozenset(("CONSULT", "AGREE", "COOPERATE"))


def merge(deeds: list[Deed]) -> list[Deed]:
    """One act for each type between the same actors, in either direction where both do it together."""
    kept: dict[tuple[str, ...], Deed] = {}
    for deed in deeds:
        known = kept.setdefault(identity(deed), deed)
        if known is not deed and deed.confidence > known.confidence:
            take_over(known, deed)
    rows = list(kept.values())
    return sorted([d for d in rows if not any(is_part(d, other) for other in rows)], key=lambda d: d.evidence)


def take_over(known: Deed, deed: Deed) -> None:
    """Tell the act as its surest place does."""
    known.confidence, known.reasons, known.layer = deed.confidence, deed.reasons, deed.layer
    known.source, known.target, known.evidence, known.rule, known.within = deed.source, deed.target, deed.evidence, deed.rule, deed.within


def is_part(deed: Deed, other: Deed) -> bool:
    """Is the blow another's that is told of more doers, against the same ("ABD'nin saldırıları" beside "ABD ve İsrail'in saldırıları")?"""
    if deed is other or deed.type != "ASSAULT" or other.type != deed.type or other.layer != deed.layer or other.confidence < 0.5:
        return False
    few, many = ({state_of(p.actor) or key(p.actor) for p in d.source} for d in (deed, other))
    struck, also = ({state_of(p.actor) or key(p.actor) for p in d.target} for d in (deed, other))
    return few < many and struck == also


def identity(deed: Deed) -> tuple[str, ...]:
    source = sorted({state_of(p.actor) or key(p.actor) for p in deed.source})
    target = sorted({state_of(p.actor) or key(p.actor) for p in deed.target})
    if deed.type in TOGETHER:
        return (deed.type, *sorted({*source, *target}))
    return (deed.type, *source, ">", *target)
