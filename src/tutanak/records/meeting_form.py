"""Doers and others put together as the participants of one encounter."""

from __future__ import annotations

from typing import Any, Final

from tutanak.languages import word_list
from tutanak.mentions import state_called
from tutanak.mentions.gathering import HOME
from tutanak.mentions.model import Entity, Mention, Organisation, Person, Place, State, Unnamed
from tutanak.records.meeting_chairs import chairs
from tutanak.records.meeting_delegates import SOME, officials
from tutanak.records.meeting_names import hyphened_states
from tutanak.records.meeting_partners import are_contacts
from tutanak.records.meeting_scene import CANCELLED, PLANNED, Encounter, Scene, Setting
from tutanak.records.parties import (
    DELEGATES,
    GOVERNMENTS,
    Party,
    conjuncts_before,
    follows,
    key,
    next_verb,
    part,
    parties,
    state_of,
    stem,
    verb_words,
    words_at,
)
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Form, Layout

SHRINES: Final = tuple(sorted(word_list("meetings", "shrines")))
HOLDS: Final = frozenset(("düzenle", "gerçekleş"))
ANSWERED: Final = frozenset(("icabetle", "icabet", "üzerine"))
PEER: Final = "mevkidaş"
SIDE: Final = "tarafı"
CYPRIOT: Final = frozenset((HOME, "CY", "XN"))
REGIMES: Final = GOVERNMENTS | {"rejim"}


def encounter(scene: Scene, setting: Setting, doers: list[Party], others: list[Mention], status: str, evidence: Span) -> Encounter:
    """Doers and others as participants; bare where too few are known for a record."""
    wants = setting.predicate.frame.wants
    found = Encounter(str(wants["kind"]), [], status, evidence, setting.predicate.frame.rule, setting.number)
    told = [p for p in doers if p.how != "inferred" or isinstance(p.actor, Person | State)]
    found.single = bool(others) and (len(told) == 1 or (not told and others[0].first == setting.low))
    found.teamed = bool(others) and len(told) > 1
    told += [p for mention in others for p in other_parties(scene, found, wants, mention)]
    told = [p for p in told if not is_medium(scene, p) and not is_office_of_next(scene, p) and not is_regime(scene, p)]
    doubt_groups(scene, found, told)
    chair = chairs(scene, setting)
    found.chaired = bool(chair)
    hosts = invited_by(scene, setting)
    if hosts and found.kind == "visit":
        told = [p for p in told if not isinstance(p.actor, State)]  # who invites stands for his state
    found.framing, found.joins = is_frame(setting), bool(wants.get("joins"))
    if are_contacts(scene, setting, others):
        found.kind, found.framing = "meeting", False
    told = [named_peer(scene, told, p) for p in told]
    found.parties = distinct([member for p in [*told, *chair, *hosts] for member in members(scene, p)])
    contacts = bool(wants.get("stay")) and len(found.parties) > 1 and go_on(scene, setting)
    if contacts:
        found.kind = "talks" if any(isinstance(p.actor, State) for p in found.parties) else "meeting"
    found.bare = (bool(wants.get("stay")) and not contacts) or (len(found.parties) < 2 and not attended(scene, setting, found))
    return found


def go_on(scene: Scene, setting: Setting) -> bool:
    """Is it told that contacts go on, begin or take place ("temaslarımız sürüyor")?"""
    at, rules = setting.governor, scene.rules
    if at < 0 or setting.predicate.form.number != "pl":
        return False
    words = {verb_words(scene.layout, at), stem(scene.layout.tokens[at].form)}
    return not (words.isdisjoint(rules.ongoing) and words.isdisjoint(rules.begun) and words.isdisjoint(rules.happens))


def other_parties(scene: Scene, found: Encounter, wants: dict[str, Any], mention: Mention) -> list[Party]:
    """The actors that a mention names, or the state of the place that is visited."""
    told: list[Party] = []
    if wants.get("stay") and part(scene.layout, scene.mentions, mention) != "partner":
        if part(scene.layout, scene.mentions, mention) == "modifier":
            destination(scene, found, {"tour": True}, mention)
        return []
    for entity in mention.entities:
        if isinstance(entity, Place) and fold(entity.name).split()[-1].startswith(SHRINES):
            continue  # "Anıtkabir'i ziyaret etti"
        destination(scene, found, wants, mention)
        actor = scene.states.of_place(entity) if isinstance(entity, Place) else entity
        if actor is not None and (not isinstance(entity, Place) or found.kind == "visit"):
            told.append(Party(actor, mention.span))
    return told


def doubt_groups(scene: Scene, found: Encounter, told: list[Party]) -> None:
    """ "iki lider", "taraflar" are guesses, of states more than of people."""
    grouped = [p for p in told if is_group(scene, p)]
    named = {key(p.actor) for p in told if p not in grouped and isinstance(p.actor, Person)}
    found.grouped = bool(grouped)
    if grouped and not (len(named) > 1 and all(key(p.actor) in named for p in grouped)):  # not "A, B ve Avrupalı liderler"
        sent = all(sends_people(scene, p) for p in grouped)
        surer = sent or any(isinstance(p.actor, Person) for p in grouped) or are_near(scene, found, grouped)
        both = len(grouped) > 1 and all(isinstance(p.actor, Person) for p in grouped) and len(told) > len(grouped)  # "ikilinin Kiev ziyareti"
        found.doubt(0.8 if both else 0.65 if surer else 0.55, "a group whose members are inferred")


def are_near(scene: Scene, found: Encounter, grouped: list[Party]) -> bool:
    """Are all of them named together in the sentence before ("Rusya ile Ukrayna anlaştı. Taraflar … bir araya gelecek")?"""
    if found.sentence == 0:
        return False
    before = scene.layout.sentences[found.sentence - 1]
    named = [m for m in scene.mentions.within(before.first, before.last) if m.kind in ("state", "name")]
    wanted = {key(p.actor) for p in grouped}
    lists = (conjuncts_before(scene.layout, scene.mentions, m, before.first) for m in named)
    return any(wanted <= {key(q.actor) for q in parties(told)} for told in lists)


def is_frame(setting: Setting) -> bool:
    """Is it but the journey within which the traveller meets his hosts ("Mısır'a gitti", "ziyaret gerçekleştirdi")?"""
    wants = setting.predicate.frame.wants
    return bool(wants.get("to") or wants.get("at")) or (wants["says"] == "ziyaret" and setting.governor > setting.predicate.head)


def sends_people(scene: Scene, party: Party) -> bool:
    """Is it told by whom the states are represented ("iki ülkenin dışişleri bakanları")?"""
    tokens, at = scene.layout.tokens, scene.layout.token_at(party.span.end)
    return any(t.form.lemma in DELEGATES and t.form.possessive for t in tokens[at : at + 3])


def invited_by(scene: Scene, setting: Setting) -> list[Party]:
    """Who asked for it or came to it: "X'in davetlisi olarak", "X'in davetiyle", "X'in katılımıyla"; whose guests they are who meet."""
    layout, last = scene.layout, max(setting.predicate.first, setting.governor)
    wants = setting.predicate.frame.wants
    for mention in scene.mentions.within(max(setting.low, last - 24), last):
        asked = follows(layout, mention.last, scene.rules.invites) or follows(layout, mention.last, scene.rules.attendance)
        hosts = not wants.get("noun") and wants["kind"] == "meeting" and is_host(layout, mention.last)
        if last - mention.first > 12 and not hosts and not (wants["kind"] == "visit" and asked and follows(layout, mention.last + 1, ANSWERED)):
            continue  # farther off only "davetine icabetle"
        if mention.case == "gen" and (asked or hosts) and mention.last < last:
            return [p for p in parties(conjuncts_before(layout, scene.mentions, mention, setting.low)) if isinstance(p.actor, Person)]
    return []


def is_host(layout: Layout, at: int) -> bool:
    """ "X'in | ev sahipliğinde"."""
    return at + 1 < len(layout.tokens) and layout.tokens[at].low == "ev" and layout.tokens[at + 1].form.lemma == "sahiplik"


def is_group(scene: Scene, party: Party) -> bool:
    mention = scene.mentions.at(scene.layout.token_at(party.span.start))
    return mention is not None and mention.kind == "group"


def members(scene: Scene, party: Party) -> list[Party]:
    """The states of a joint body ("Türkiye-Özbekistan Hükümetlerarası Komisyonu"), the state of its officials, else the party itself."""
    if isinstance(party.actor, Unnamed):
        first, last = scene.layout.token_at(party.span.start), scene.layout.token_at(party.span.end) - 1
        state = officials(scene, first, last) if scene.layout.tokens[last].form.number == "pl" else None
        return [Party(state, party.span, party.how)] if state is not None else [party]
    whole = side_of(scene, party) or whole_body(scene, party)
    if whole is not None:
        return [whole]
    if not isinstance(party.actor, Organisation) or "-" not in party.actor.name:
        return [party]
    return parties(hyphened_states(scene, scene.layout.token_at(party.span.start))) or [party]


def side_of(scene: Scene, party: Party) -> Party | None:
    """The state that is told as a side ("Umman tarafıyla"), not one of Cyprus' two ("Türk tarafı, Rum tarafı")."""
    actor = party.actor
    if not isinstance(actor, Organisation) or actor.state is None or actor.state in CYPRIOT:
        return None
    name = actor.name.split()
    return Party(scene.states.of(actor.state), party.span, party.how) if name[-1] == SIDE and len(name) == 2 else None


def whole_body(scene: Scene, party: Party) -> Party | None:
    """The body of states whose ministers' council it is ("İİT'nin 21'inci Olağanüstü | Dışişleri Bakanları Konseyi")."""
    if not isinstance(party.actor, Organisation) or "Bakanları" not in party.actor.name.split():
        return None
    first = scene.layout.token_at(party.span.start)
    owner = next((m for m in reversed(scene.mentions.within(max(0, first - 9), first)) if m.case == "gen"), None)
    between = scene.layout.tokens[owner.last : first] if owner is not None else []
    if owner is None or not isinstance(owner.entity, Organisation) or owner.entity.state is not None:
        return None
    told = all(t.kind in ("punct", "number") or t.form.pos in ("NUM", "PROPN") for t in between)
    return Party(owner.entity, owner.span, party.how) if told else None


def named_peer(scene: Scene, told: list[Party], party: Party) -> Party:
    """The person whom the article names with the office of who meets his peer ("Sloven mevkidaşı"), else the party itself."""
    actor = party.actor
    if not isinstance(actor, Unnamed) or actor.state is None or PEER not in actor.text:
        return party
    offices = {q.actor.office for q in told if isinstance(q.actor, Person) and q.actor.office}
    same = [person for office in sorted(offices) for person in scene.officers.get((actor.state, office), [])[:2]]
    return Party(same[0], same[0].mentions[0], "inferred") if len(same) == 1 else party


def is_office_of_next(scene: Scene, party: Party) -> bool:
    """Is it the first of two offices of whom is named behind it ("Geçici Maslahatgüzarı Birinci Müsteşar Ali Kaya")?"""
    mention = scene.mentions.at(scene.layout.token_at(party.span.start)) if isinstance(party.actor, Unnamed) else None
    after = scene.mentions.at(mention.last) if mention is not None else None
    return mention is not None and mention.case == "nom" and after is not None and isinstance(after.entity, Person)


def is_regime(scene: Scene, party: Party) -> bool:
    """Is it a government that is told by who leads it ("Bakken rejimi")?"""
    mention = scene.mentions.at(scene.layout.token_at(party.span.start)) if isinstance(party.actor, Person) else None
    after = scene.layout.tokens[mention.last : mention.last + 1] if mention is not None and mention.case == "nom" else []
    return any(t.form.lemma in REGIMES and t.form.possessive for t in after)


def is_medium(scene: Scene, party: Party) -> bool:
    """Is it an outlet that reports ("The Times gazetesi")?"""
    layout = scene.layout
    if isinstance(party.actor, Organisation) and party.actor.name in scene.rules.press:
        return True
    return isinstance(party.actor, Organisation) and follows(layout, layout.token_at(party.span.end), scene.rules.outlets)


def attended(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """One participant is enough where he attends a summit, where a body's own meets, or where talks with a state are to come."""
    wants, governor = setting.predicate.frame.wants, setting.governor
    if not found.parties:
        return False
    actor = found.parties[0].actor
    if wants.get("pair"):
        return False
    if wants.get("one") and isinstance(actor, Person) and is_there(scene, setting):
        return True
    if not wants.get("noun"):
        return bool(wants.get("solo")) and isinstance(actor, Organisation)
    if found.kind == "talks" or (wants["says"] == "görüşme" and setting.predicate.form.number == "pl" and found.kind == "meeting"):
        lends = governor > 0 and is_host(scene.layout, governor - 2)  # "görüşmelere ev sahipliği yapacak"
        return isinstance(actor, State) and found.status in (PLANNED, CANCELLED) and governor >= 0 and not lends
    own = isinstance(actor, Organisation) and bool(setting.predicate.form.possessive)
    if wants.get("solo") and own and (governor < 0 or is_dealt_with(scene, governor)):
        return True
    if wants.get("solo") is True and isinstance(actor, Person) and is_attendance(scene, setting):
        return True
    if wants.get("solo") is True and 0 <= governor < setting.predicate.first and isinstance(actor, Person):
        return scene.layout.tokens[governor].form.lemma in scene.rules.attends
    if not wants.get("solo") or governor < 0:
        return False
    verb, words = stem(scene.layout.tokens[governor].form), verb_words(scene.layout, governor)
    if isinstance(actor, Person):
        if not {verb, words}.isdisjoint(scene.rules.speaks):
            return False
        host = f"{scene.layout.tokens[governor - 1].form.lemma} {verb}"  # "ev sahipliği yaptı"
        attends = governor > setting.predicate.head and not scene.rules.attends.isdisjoint((verb, words, host))
        return attends and (wants["solo"] is True or is_event(scene, setting))
    if not isinstance(actor, Organisation):
        return False
    if setting.predicate.form.possessive and not {verb, words}.isdisjoint(scene.rules.cancelled | scene.rules.planned):
        return True  # "Birlik'in zirvesi ertelendi"
    if not {verb, words}.isdisjoint(scene.rules.attends):
        return verb == "katıl" and setting.predicate.form.case == "dat" and is_event(scene, setting)
    return not {verb, words}.isdisjoint(scene.rules.happens | scene.rules.does)


def is_there(scene: Scene, setting: Setting) -> bool:
    """Does he attend the event, speak at it or hold it ("törenine katıldı, töreninde konuştu, düzenlediği törende")?"""
    at, p, tokens = setting.governor, setting.predicate, scene.layout.tokens
    if not p.form.possessive and tokens[p.first - 1].form.verb_form != "participle":
        return False  # "törende konuştu": the one told before
    if p.form.case == "loc" and at < p.first:
        at = next_verb(scene.layout, scene.mentions, p.head, setting.high, 10)
        return at >= 0 and (speaks(scene, at) or is_speech(scene, at))
    if 0 <= at < p.first:
        return tokens[at].form.suffix == "dik" and tokens[at].form.lemma in scene.rules.attends | HOLDS
    host = f"{tokens[at - 1].form.lemma} {stem(tokens[at].form)}"  # "ev sahipliği yaptı"
    return at > p.head and not scene.rules.attends.isdisjoint((stem(tokens[at].form), verb_words(scene.layout, at), host))


def speaks(scene: Scene, at: int) -> bool:
    """Is it a verb of speaking at an event ("Forumu'nda konuştu")?"""
    return verb_words(scene.layout, at) in scene.rules.speaks or stem(scene.layout.tokens[at].form) in scene.rules.speaks


def is_speech(scene: Scene, at: int) -> bool:
    """ "yaptığı | konuşmada"."""
    if at + 1 >= len(scene.layout.tokens):
        return False
    form, after = scene.layout.tokens[at].form, scene.layout.tokens[at + 1].form
    return form.lemma in ("yap", "gerçekleştir") and form.suffix == "dik" and after.lemma in ("konuşma", "konuş") and after.case == "loc"


def is_dealt_with(scene: Scene, at: int) -> bool:
    """Is it what others speak of ("Birlik'in mart ayındaki toplantısı ele alındı")?"""
    verb = stem(scene.layout.tokens[at].form)
    words = {verb, words_at(scene.layout, at), f"{scene.layout.tokens[at - 1].low} {verb}"}
    return scene.layout.tokens[at].form.passive and not words.isdisjoint(scene.rules.discusses)


def is_attendance(scene: Scene, setting: Setting) -> bool:
    """ "X'in NATO Zirvesi'ne katılımı, Zirvesi'nden ayrılışı"."""
    if setting.predicate.last >= len(scene.layout.tokens):
        return False
    after = scene.layout.tokens[setting.predicate.last].form
    own = after.possessive.startswith("3") or after.case in ("acc", "loc")
    comes = after.lemma in scene.rules.presence or (after.suffix == "is" and after.lemma in scene.rules.motions)
    return setting.predicate.form.case in ("dat", "abl") and comes and own


def is_event(scene: Scene, setting: Setting) -> bool:
    """Has the event a name of its own ("Antalya Diplomasi Forumu", "“…” toplantısı")?"""
    p, tokens = setting.predicate, scene.layout.tokens
    before = tokens[p.first - 1] if p.first > setting.low else None
    named = before is not None and (before.capital or before.low in ('"', "”")) and scene.mentions.at(p.first - 1) is None
    return tokens[p.first].kind == "punct" or (named and p.form.possessive == "3sg") or (tokens[p.head].capital and p.first > setting.low)


def destination(scene: Scene, found: Encounter, wants: dict[str, Any], mention: Mention) -> None:
    """Where a visit goes is its place."""
    journey = wants.get("tour") or wants.get("to") or wants.get("at") or wants.get("departs")
    if mention.kind != "group" and journey and found.place is None and isinstance(mention.entity, Place | State):
        mention = town_before(scene, mention) or mention
        found.place = as_place(scene, mention.entity, mention)
        found.place_span = mention.span
        found.broad = is_state(scene, mention)


def town_before(scene: Scene, mention: Mention) -> Mention | None:
    """The town that a stroke parts from its state ("Brest | /Fransa'ya")."""
    tokens, at = scene.layout.tokens, mention.first - 2
    if not isinstance(mention.entity, State) or at < 0 or tokens[at + 1].text != "/" or not tokens[at].capital:
        return None
    known = scene.mentions.at(at)
    if known is not None and (known.last != at + 1 or state_of(known.entity) != mention.entity.id):
        return None
    if known is not None and isinstance(known.entity, Place):
        return known
    span = Span(tokens[at].start, tokens[at].end)
    return Mention(span, at, at + 1, (Unnamed(span.of(scene.layout.text), span, mention.entity.id),), "place", mention.case)


def is_state(scene: Scene, mention: Mention) -> bool:
    """Is a whole state named, not its capital?"""
    return state_called(scene.layout.low[mention.span.start : mention.span.end]) is not None


def as_place(scene: Scene, entity: Entity, mention: Mention) -> Place | Organisation | Unnamed:
    """A state, or a capital that was read as its state, is a place all the same ("Pekin'i ziyaret etti"): by its words."""
    if isinstance(entity, Place | Organisation | Unnamed):
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
        if isinstance(party.actor, Unnamed) and people and party.actor.text.split()[0] in SOME:
            continue
        if all(key(party.actor) != key(k.actor) for k in kept):
            kept.append(party)
    return kept


def is_done(scene: Scene, form: Form) -> bool:
    """Does somebody do it, or does it happen ("görüşme yaptı", "görüşme yapıldı")?"""
    return stem(form) in scene.rules.does and "pass" not in form.voice
