"""Every place that reports an encounter gives an `Encounter`; those of one encounter become one."""

from __future__ import annotations

from tutanak.mentions.model import State
from tutanak.records.meeting_form import distinct
from tutanak.records.meeting_scene import CANCELLED, HELD, MENTIONED, ONGOING, PLANNED, Encounter
from tutanak.records.parties import Party, key, state_of


def merge(told: list[Encounter]) -> list[Encounter]:
    """Each encounter once: later reports of the same parties join the first that they can mean; bare ones add to it, or tell where one stays."""
    kept: list[Encounter] = []
    by_party: dict[str, list[Encounter]] = {}
    stay: Encounter | None = None
    for one in told:
        if one.bare:
            stay = recall(kept, one) or stay
            continue
        known = next((k for k in candidates(by_party, one) if same(k, one)), None)
        if known is not None:
            join(known, one)
        else:
            kept.append(one)
            known = one
            lodge(one, stay)
        stay = one if one.place is not None and one.kind in ("visit", "summit") else stay
        enter(by_party, known)
    return kept


def enter(by_party: dict[str, list[Encounter]], known: Encounter) -> None:
    for party in known.parties:
        row = by_party.setdefault(state_of(party.actor) or key(party.actor), [])
        if known not in row[-8:]:
            row.append(known)


def recall(kept: list[Encounter], one: Encounter) -> Encounter | None:
    """A bare noun speaks of the last encounter ("İstanbul'da gerçekleşen görüşmede"); any other tells of a stay, which is returned."""
    last = kept[-1] if kept else None
    if last is None or not one.vague or one.sentence - last.sentence > 3 or not same_time(last, one) or not within(last, one):
        return one if one.place is not None and one.status in (HELD, ONGOING) else None
    if last.place is None and last.kind != "call":
        last.place, last.place_span = one.place, one.place_span
    last.date = last.date or one.date
    if last.kind == "meeting" and last.vague:
        last.kind = one.kind
    return None


def within(known: Encounter, one: Encounter) -> bool:
    return all(any(agree(a, b) for b in known.parties) for a in one.parties)


def lodge(one: Encounter, stay: Encounter | None) -> None:
    """An encounter told without a place happens where its participant stays ("Varşova'da yaptığı temaslar")."""
    if stay is None or one.place is not None or one.kind == "call" or one.status not in (HELD, ONGOING):
        return
    if one.sentence - stay.sentence <= 8 and (not stay.parties or any(agree(a, b) for a in stay.parties for b in one.parties)):
        one.place, one.place_span = stay.place, stay.place_span
        one.lodged = True


def candidates(by_party: dict[str, list[Encounter]], one: Encounter) -> list[Encounter]:
    """Encounters of the first party, or of the second where the first has none: the last eight."""
    for party in one.parties:
        row = by_party.get(state_of(party.actor) or key(party.actor))
        if row:
            return row[-8:]
    return []


def same(known: Encounter, one: Encounter) -> bool:
    """Can both be one encounter: parties that agree, kinds that agree, times that agree?"""
    small, large = sorted((known.parties, one.parties), key=len)
    if not all(any(agree(a, b) for b in large) for a in small):
        return False
    return same_kind(known, one) and same_time(known, one)


def agree(a: Party, b: Party) -> bool:
    """The same actor, or a state and someone of that state."""
    if key(a.actor) == key(b.actor):
        return True
    one, other = state_of(a.actor), state_of(b.actor)
    return one is not None and one == other and (isinstance(a.actor, State) or isinstance(b.actor, State))


def same_kind(known: Encounter, one: Encounter) -> bool:
    if known.kind == one.kind or one.vague or known.vague:
        return True
    return "call" not in (known.kind, one.kind)


def same_time(known: Encounter, one: Encounter) -> bool:
    if known.status == one.status:
        return True
    if CANCELLED in (known.status, one.status):
        return PLANNED in (known.status, one.status)
    if one.vague and not one.finite:
        return True
    past = (HELD, ONGOING, MENTIONED)
    return known.status in past and one.status in past and same_day(known, one)


def same_day(known: Encounter, one: Encounter) -> bool:
    if known.date is None or one.date is None or known.date.edtf is None or one.date.edtf is None:
        return True
    return known.date.edtf == one.date.edtf


def join(known: Encounter, one: Encounter) -> None:
    """Add what a later report knows."""
    framing = known.kind == "visit" and one.kind != "visit"
    if one.sentence == known.sentence and not known.finite and (one.finite or framing):
        known.kind, known.evidence, known.rule, known.status, known.finite = one.kind, one.evidence, one.rule, one.status, one.finite
    elif known.vague and known.kind == "meeting" and one.kind != "meeting":
        known.kind = one.kind
    if one.status == CANCELLED or (known.status == MENTIONED and one.status in (HELD, ONGOING)):
        known.status = one.status
    known.parties = distinct([specific(p, one.parties) for p in known.parties] + (one.parties if one.sentence == known.sentence else []))
    known.confidence = max(known.confidence, one.confidence)
    if one.place is not None and (known.place is None or known.lodged):
        known.place, known.place_span, known.lodged = one.place, one.place_span, False
    known.date = known.date or one.date
    known.occasion = known.occasion or one.occasion
    known.frequency = known.frequency or one.frequency


def specific(party: Party, others: list[Party]) -> Party:
    """The person for whom the state stood."""
    if isinstance(party.actor, State):
        for other in others:
            if not isinstance(other.actor, State) and state_of(other.actor) == party.actor.id:
                return other
    return party
