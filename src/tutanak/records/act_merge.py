"""Each act once: the deeds of one type between the same actors are one."""

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
            known.confidence, known.reasons, known.layer = deed.confidence, deed.reasons, deed.layer
            known.source, known.target, known.evidence, known.rule, known.within = deed.source, deed.target, deed.evidence, deed.rule, deed.within
    return sorted(kept.values(), key=lambda d: d.evidence)


def identity(deed: Deed) -> tuple[str, ...]:
    source = sorted({state_of(p.actor) or key(p.actor) for p in deed.source})
    target = sorted({state_of(p.actor) or key(p.actor) for p in deed.target})
    if deed.type in TOGETHER:
        return (deed.type, *sorted({*source, *target}))
    return (deed.type, *source, ">", *target)
