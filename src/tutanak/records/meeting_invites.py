"""Invitations to a city or a state: who is asked to come is to visit who asks ("B'yi Ankara'ya davet etti", "A'nın Lima'ya davetini kabul etti")."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Organisation, Person, Place, State
from tutanak.records.frames import modified
from tutanak.records.grammar import CLOSING
from tutanak.records.meeting_delegates import delegates_before, named_mention
from tutanak.records.meeting_form import as_place, encounter
from tutanak.records.meeting_partners import in_cases
from tutanak.records.meeting_scene import PLANNED, Encounter, Scene, Setting
from tutanak.records.parties import (
    Party,
    by_agent,
    clause_start,
    clause_subject,
    conjuncts_before,
    genitive,
    grammatical_subject,
    is_nominalised,
    is_object_relative,
    part,
    parties,
    speaker,
    state_of,
    stem,
)
from tutanak.text.layout import Token

# "Ankara'ya | resmi ziyaret | yapmak üzere davet etti"
WHY: Final = word_list("meetings", "comings") | word_list("meetings", "errands")
VISIT: Final = "ziyaret"  # "Lima'yı ziyarete davet etti"
POWERS: Final = word_list("meetings", "powers")


def by_invitation(scene: Scene, setting: Setting) -> Encounter | None:
    """Who is asked to come to a city or a state that is named, and who asks."""
    hosts = [q for q in map_powers(scene, hosts_of(scene, setting)) if isinstance(q.actor, Person | State)]
    there = destination_before(scene, setting) or own_land(scene, setting, hosts)
    asked = guests_of(scene, setting, there) if there is not None else []
    land = state_of(there.entity) if there is not None else None
    if there is None or not asked or land is None or any(state_of(q.actor) == land for q in asked):
        return None
    if not hosts and setting.predicate.passive:
        hosts = [Party(scene.states.of(land), there.span, "inferred")]
    if len(hosts) != 1 or any(q.actor is hosts[0].actor for q in asked):
        return None
    found = encounter(scene, setting, [*hosts, *asked], [], PLANNED, setting.predicate.span(scene.layout))
    found.asked = True
    found.kind = "visit" if len(asked) == 1 else "talks"
    found.place, found.place_span = as_place(scene, there.entity, there) if isinstance(there.entity, Place | State) else None, there.span
    return found


def map_powers(scene: Scene, hosts: list[Party]) -> list[Party]:
    """A government asks for its state ("Moldova yönetimi")."""
    return [
        Party(scene.states.of(q.actor.state), q.span, q.how)
        if isinstance(q.actor, Organisation) and q.actor.state is not None and q.actor.name.split()[-1].startswith(tuple(POWERS))
        else q
        for q in hosts
    ]  # fmt: skip


def hosts_of(scene: Scene, setting: Setting) -> list[Party]:
    """Who asks: the subject, the agent of a passive, whose invitation is accepted, from whom one is received."""
    layout, p, cases = scene.layout, setting.predicate, setting.predicate.frame.wants["with"]
    if p.passive:
        return parties(by_agent(layout, scene.mentions, setting.low, p.first))
    if "gen" in cases:
        return parties(genitive(layout, scene.mentions, setting.low, p.first))
    if "abl" in cases:
        return parties(in_cases(scene, setting, ["abl"], setting.start))
    return subject_of(scene, setting)


def subject_of(scene: Scene, setting: Setting) -> list[Party]:
    """The subject of the verb, in a nominalised clause too; the speaker of a first person."""
    layout, p = scene.layout, setting.predicate
    said = scene.statements.at(layout.tokens[p.head].start)
    if p.finite and p.form.person.startswith("1"):
        return speaker(said) if layout.tokens[p.head].speech >= 0 else []
    if is_nominalised(p):
        return clause_subject(layout, scene.mentions, p, setting.low, said)
    return parties(grammatical_subject(layout, scene.mentions, p, setting.low, setting.high))


def guests_of(scene: Scene, setting: Setting, there: Mention) -> list[Party]:
    """Who is asked: the object, the subject of a passive or of who accepts, or whom the relative clause stands before."""
    p, cases = setting.predicate, setting.predicate.frame.wants["with"]
    if p.passive or "gen" in cases or "abl" in cases:
        return [q for q in subject_of(scene, setting) if isinstance(q.actor, Person)]
    if is_object_relative(p) and p.form.case in ("nom", ""):
        return [q for q in parties(modified(scene.layout, scene.mentions, p.last, setting.high)) if isinstance(q.actor, Person)]
    sent = delegates_before(scene, setting.start, there.first if "acc" in cases else setting.predicate.first)
    asked = [m for m in in_cases(scene, setting, [c for c in cases if c != "dat"] or ["acc"], setting.start) if isinstance(m.entity, Person)]
    if "dat" in cases and not asked:
        asked = addressed(scene, setting)
    if sent is not None and sent.stands == "acc" and sent.enough and not asked:
        asked = [named_mention(scene, actor, span) for actor, span in sent.actors]
    return parties(asked)


def addressed(scene: Scene, setting: Setting) -> list[Mention]:
    """To whom an invitation is made ("Y'ye | Lima'ya ziyaret davetinde bulundu")."""
    for mention in reversed(scene.mentions.within(setting.start, setting.predicate.first)):
        if isinstance(mention.entity, Person) and part(scene.layout, scene.mentions, mention) == "dat":
            return conjuncts_before(scene.layout, scene.mentions, mention, setting.start)
    return []


def destination_before(scene: Scene, setting: Setting) -> Mention | None:
    """The city or state that one is asked to come to, only the guest and what he is to come for between it and the verb."""
    p, at = setting.predicate, setting.predicate.first - 1
    low = clause_start(scene.layout, scene.mentions, p, setting.low, CLOSING)
    while at >= low:
        mention = scene.mentions.at(at)
        if mention is None and not may_stand_between(scene, scene.layout.tokens[at]):
            return None
        if mention is not None and isinstance(mention.entity, Place | State) and mention.kind != "group":
            leads = ("dat", "acc") if scene.layout.tokens[mention.last].form.lemma == VISIT else ("dat",)
            return mention if part(scene.layout, scene.mentions, mention) in leads else None
        if mention is not None and not isinstance(mention.entity, Person):
            return None
        at = (mention.first if mention is not None else at) - 1
    return None


def may_stand_between(scene: Scene, token: Token) -> bool:
    """ "resmi ziyarete, çalışma ziyareti yapmak üzere, yeniden, gelecek hafta": what is asked for, how and when."""
    form = token.form
    told = form.lemma in WHY or (bool(form.verb_form) and stem(form) in scene.rules.does)
    return told or form.pos in ("ADJ", "ADV", "DET", "NUM", "CCONJ") or token.low == "tarafından" or scene.is_dated(token.index)


def own_land(scene: Scene, setting: Setting, hosts: list[Party]) -> Mention | None:
    """ "ülkesine, ülkemize | davet etti": to the land of who asks."""
    near = scene.layout.tokens[max(setting.low, setting.predicate.first - 4) : setting.predicate.first]
    told = next((t for t in near if t.form.lemma in scene.rules.lands and t.form.case == "dat" and t.form.possessive), None)
    code = state_of(hosts[0].actor) if told is not None and len(hosts) == 1 else None
    if told is None or code is None:
        return None
    land = scene.states.of(code)
    return Mention(land.mentions[0] if land.mentions else told.span, told.index, told.index + 1, (land,), "state", "dat")
