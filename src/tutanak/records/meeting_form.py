"""Doers and others put together as the participants of one encounter."""

from __future__ import annotations

from typing import Any

from tutanak.mentions.model import Mention, Organisation, Person, Place, State, Unnamed
from tutanak.records.meeting_scene import Encounter, Scene, Setting
from tutanak.records.parties import Party, follows, key, state_of, stem
from tutanak.spans import Span
from tutanak.text.layout import Form


def encounter(scene: Scene, setting: Setting, doers: list[Party], others: list[Mention], status: str, evidence: Span) -> Encounter | None:
    """Doers and others as participants; None where too few are known for an encounter."""
    wants = setting.predicate.frame.wants
    told = [p for p in doers if (p.how != "inferred" or isinstance(p.actor, Person | State)) and not is_medium(scene, p)]
    found = Encounter(str(wants["kind"]), told, status, evidence, setting.predicate.frame.rule, setting.sentence.index)
    for mention in others:
        for entity in mention.entities:
            destination(scene, found, wants, mention)
            actor = scene.states.of_place(entity) if isinstance(entity, Place) else entity
            if actor is not None and (not isinstance(entity, Place) or found.kind == "visit"):
                told.append(Party(actor, mention.span))
        if mention.kind == "group":
            found.doubt(0.65, "a group whose members are inferred")
    found.parties = distinct(told)
    found.bare = bool(wants.get("stay")) or (len(found.parties) < 2 and not attended(scene, setting, found))
    return found


def is_medium(scene: Scene, party: Party) -> bool:
    """Is it an outlet that reports ("The Times gazetesi")?"""
    layout = scene.layout
    return isinstance(party.actor, Organisation) and follows(layout, layout.token_at(party.span.end), scene.rules.outlets)


def attended(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """One participant is enough where he attends a summit, or where a body's summit takes place."""
    if not setting.predicate.frame.wants.get("solo") or not found.parties or setting.governor < setting.predicate.head:
        return False
    verb = stem(scene.layout.tokens[setting.governor].form)
    person = isinstance(found.parties[0].actor, Person)
    body = isinstance(found.parties[0].actor, Organisation)
    return verb in scene.rules.attends if person else body and (verb in scene.rules.happens or verb in scene.rules.does)


def destination(scene: Scene, found: Encounter, wants: dict[str, Any], mention: Mention) -> None:
    """Where a visit goes is its place."""
    if (wants.get("tour") or wants.get("to")) and found.place is None and isinstance(mention.entity, Place | State):
        found.place = as_place(scene, mention.entity, mention)
        found.place_span = mention.span


def as_place(scene: Scene, entity: Place | State | Organisation, mention: Mention) -> Place | Organisation | Unnamed:
    """A state, or a capital that was read as its state, is a place all the same ("Pekin'i ziyaret etti"): by its words."""
    if not isinstance(entity, State):
        return entity
    words = mention.span.of(scene.layout.text)
    return next((p for p in scene.mentions.places if p.name == words), None) or Unnamed(words, mention.span, entity.id)


def distinct(told: list[Party]) -> list[Party]:
    """Each party once; a state steps back where its person or body takes part."""
    people = {state_of(p.actor) for p in told if isinstance(p.actor, Person)}
    kept: list[Party] = []
    for party in told:
        if isinstance(party.actor, State) and party.actor.id in people:
            continue
        if all(key(party.actor) != key(k.actor) for k in kept):
            kept.append(party)
    return kept


def is_done(scene: Scene, form: Form) -> bool:
    """Does somebody do it, or does it happen ("görüşme yaptı", "görüşme yapıldı")?"""
    return stem(form) in scene.rules.does and "pass" not in form.voice
