"""Each act once: the deeds of one type between the same actors are one, and so is a blow told of all its doers and of some."""

from __future__ import annotations

from functools import cache
from typing import Final

from tutanak.languages import load
from tutanak.mentions.model import Organisation, Person, Place
from tutanak.records.act_scene import Deed
from tutanak.records.model import Meeting
from tutanak.records.parties import key, state_of

SURE: Final = 0.6  # how sure two blows are before they are two
TOGETHER: Final = frozenset(("CONSULT", "AGREE", "COOPERATE"))


def merge(deeds: list[Deed]) -> list[Deed]:
    """One act for each type between the same actors, in either direction where both do it together."""
    kept: dict[tuple[str, ...], list[Deed]] = {}
    for deed in deeds:
        alike = kept.setdefault(identity(deed), [])
        known = next((d for d in alike if not are_two(d, deed)), None)
        if known is None:
            alike.append(deed)
        elif deed.confidence > known.confidence:
            take_over(known, deed)
        else:
            known.town = known.town or deed.town
    rows = [deed for alike in kept.values() for deed in alike]
    return sorted([d for d in rows if not any(is_part(d, other) for other in rows)], key=lambda d: d.evidence)


def are_two(a: Deed, b: Deed) -> bool:
    """Are they two acts between the same: blows upon two towns, or encounters of others, elsewhere or at another time?"""
    if a.meeting is not None and b.meeting is not None:
        return are_two_encounters(a.meeting, b.meeting)
    if min(a.confidence, b.confidence) < SURE:
        return False
    return are_two_measures(a, b) or (bool(a.town and b.town) and a.town != b.town)


def are_two_measures(a: Deed, b: Deed) -> bool:
    """Are they two ways of coercion told in two sentences: a blockade, and people taken?"""
    return a.type == b.type == "COERCE" and a.sentence != b.sentence and measure(a) != measure(b)


def measure(deed: Deed) -> str:
    """What a deed of force is, by the first word of its rule: those of one row of the pack are the same."""
    word = deed.rule.partition(":")[2].split()[0]
    return next((row[0] for row in measures() if word in row), word)


@cache
def measures() -> list[list[str]]:
    """The rows of words that tell one way of coercion."""
    return list(load("tr").section("acts")["measures"])


def are_two_encounters(a: Meeting, b: Meeting) -> bool:
    """Do they differ in who met, or in where or when, as far as both tell?"""
    if "planned" in (a.status, b.status) or ("visit" in (a.kind, b.kind) and a.kind != b.kind):
        return False
    if a.kind == "visit":
        return a.date is not None and b.date is not None and a.date != b.date
    ours, theirs = (persons(m) for m in (a, b))
    if any(state in theirs and not (theirs[state] & who) for state, who in ours.items()):
        return True
    return a.place is not None and b.place is not None and place_key(a) != place_key(b)


def persons(meeting: Meeting) -> dict[str, set[str]]:
    """The people who met, by the state they are of."""
    told: dict[str, set[str]] = {}
    for actor in meeting.participants:
        if isinstance(actor, Person) and actor.state is not None:
            told.setdefault(actor.state, set()).add(actor.id)
    return told


def place_key(meeting: Meeting) -> str:
    where = meeting.place
    return where if isinstance(where, str) else where.name if isinstance(where, Place | Organisation) else where.text if where is not None else ""


def take_over(known: Deed, deed: Deed) -> None:
    """Tell the act as its surest place does."""
    known.confidence, known.reasons, known.layer = deed.confidence, deed.reasons, deed.layer
    known.meeting, known.town = deed.meeting, deed.town or known.town
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
