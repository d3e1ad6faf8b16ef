"""Encounters that a verb reports ("bir araya geldi", "X'i kabul etti", "Ankara'ya geldi")."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.gathering import HOME  # where the papers are at home
from tutanak.mentions.model import Mention, Organisation, Person, Place, State, Unnamed
from tutanak.records.frames import Predicate, match_at
from tutanak.records.grammar import BETWEEN, BUT
from tutanak.records.meeting_between import is_encounter
from tutanak.records.meeting_delegates import PEERS
from tutanak.records.meeting_doers import aboard, doers_of
from tutanak.records.meeting_form import encounter
from tutanak.records.meeting_governor import errand
from tutanak.records.meeting_invites import by_invitation
from tutanak.records.meeting_partners import are_contacts, in_cases, met_by, objects
from tutanak.records.meeting_politicians import may_visit
from tutanak.records.meeting_scene import HELD, ONGOING, PLANNED, UNREAL, Encounter, Scene, Setting
from tutanak.records.meeting_status import status_of
from tutanak.records.parties import (
    Party,
    by_agent,
    conjuncts_before,
    grammatical_subject,
    is_nominalised,
    is_object_relative,
    next_verb,
    part,
    parties,
    state_of,
    stem,
    verb_words,
    words_at,
)
from tutanak.text.casing import fold

# "etmekte | olan"
LASTING: Final = ("mekte", "makta")
UNANSWERED_AFTER: Final = BUT | {","}
PRIVATE: Final = word_list("meetings", "private")
WHILES: Final = word_list("meetings", "whiles")


def by_verb(scene: Scene, setting: Setting) -> Encounter | None:
    """The encounter that a verb reports: its doer and the other party by the cases that the rule names."""
    p = setting.predicate
    status = verb_status(scene, setting)
    if p.frame.wants.get("calls"):
        return encounter(scene, setting, parties(called(scene, setting)), [], PLANNED, p.span(scene.layout)) if status != UNREAL else None
    if p.frame.wants.get("invites"):
        return by_invitation(scene, setting) if status in (HELD, PLANNED) else None
    if p.frame.wants.get("signing"):
        return by_signing(scene, setting, status) if status != UNREAL else None
    wants = p.frame.wants
    if wants.get("plural") and scene.layout.tokens[p.first].form.number != "pl":
        return None  # "değerlendirmesinde bulundu": he said
    others = (talked_with if wants.get("talked") else whom)(scene, setting) if status != UNREAL else None
    if others is None:
        return None
    doers = [] if wants.get("brings") else doers_of(scene, setting, others)
    if not doers and are_partners(scene, setting, others):
        return None
    if doers and (wants.get("to") or wants.get("tour")):
        doers = [*doers, *companions(scene, setting)]
    if wants.get("tour") and not doers and len(others) > 1 and all(isinstance(m.entity, State) for m in others):
        return None  # "Peru, Çad ve Mısır'ı ziyaret eden müşteriler"
    if wants.get("sends"):
        doers = [as_state(scene, q) for q in doers]
    if p.form.suffix == "mak" and "ins" in wants["with"] and meets_then(scene, setting):
        return None  # "sınırı görüşmek üzere … buluştu"
    journey = (wants.get("to") or wants.get("at")) and not are_contacts(scene, setting, others)
    if journey and (not others or not travels(scene, setting, doers, others)):
        return None
    found = encounter(scene, setting, doers, others, status, p.span(scene.layout))
    found.aimed = status == PLANNED and has_come(scene, setting)
    found.idle = bool(wants.get("there")) and not wants.get("yet") and not has_purpose(scene, setting)
    return found


def are_partners(scene: Scene, setting: Setting, others: list[Mention]) -> bool:
    """Are two told with whom somebody met who is not named ("X ve Y ile | görüştüklerini öğrendiğimiz yöneticiler")? They met not each other."""
    tokens, wants = scene.layout.tokens, setting.predicate.frame.wants
    two = len(others) == 2 and "ins" in wants["with"] and not wants.get("brings") and tokens[others[0].last].low == "ve"
    if not two or not all(isinstance(m.entity, Person) for m in others) or part(scene.layout, scene.mentions, others[1]) != "partner":
        return False
    return tokens[others[1].last].low not in BETWEEN


def has_come(scene: Scene, setting: Setting) -> bool:
    """ "X ile görüşmek üzere | geldi, gelen"."""
    verb = errand(scene, setting) if setting.predicate.form.suffix == "mak" else -1
    form = scene.layout.tokens[verb].form
    return verb >= 0 and (form.suffix == "an" or form.tense == "past")


def meets_then(scene: Scene, setting: Setting) -> bool:
    """Does a verb behind tell that they met, for what this one says?"""
    p = setting.predicate
    at = next_verb(scene.layout, scene.mentions, p.head, setting.high, 10)
    noun = match_at(scene.layout, scene.rules.frames, at - 1, p.last) if at > p.last else None
    if noun is not None and noun.frame.wants.get("noun"):
        return scene.layout.tokens[at].form.verb_form == "finite"  # "sorunu görüşmek üzere zirve yapacak"
    found = match_at(scene.layout, scene.rules.frames, at, p.last) if at >= 0 else None
    gathers = found is not None and bool(found.frame.wants.get("alone"))  # "sorunu görüşmek için toplandı, toplandıkları"
    return gathers or (found is not None and "ins" in found.frame.wants.get("with", ()) and found.finite)


def companions(scene: Scene, setting: Setting) -> list[Party]:
    """The people with whom somebody travels ("A ve B ile birlikte | Yemen'e gitti")."""
    layout, p = scene.layout, setting.predicate
    for mention in reversed(scene.mentions.within(setting.low, p.first)):
        behind = mention.last + (mention.last < p.first and layout.tokens[mention.last].low == "ile")
        joined = mention.case == "ins" or behind > mention.last
        if joined and isinstance(mention.entity, Person) and behind < p.first and layout.tokens[behind].low == "birlikte":
            return [q for q in parties(conjuncts_before(layout, scene.mentions, mention, setting.low)) if isinstance(q.actor, Person)]
    return []


def talked_with(scene: Scene, setting: Setting) -> list[Mention] | None:
    """With whom something is discussed: people, by name or office, beside whom no encounter is told ("X ile görüşmesinde | ele aldı")."""
    p = setting.predicate
    found = in_cases(scene, setting, ["ins"], setting.start) if not p.passive and p.form.verb_form != "verbal_noun" else []
    if not found or not all(isinstance(m.entity, Person | Unnamed) for m in found):
        return None
    told = any(is_encounter(scene, at, setting.low) for at in range(found[-1].last, p.first))
    return found if not told and not is_quoted_off(scene, p) else None


def is_quoted_off(scene: Scene, p: Predicate) -> bool:
    """Is it a noun by now ("değerlendirmede bulundu"), or has it no object ("birlikte değerlendirdi")?"""
    before = scene.layout.tokens[p.first - 1] if p.first else None
    return before is None or not any(f.case == "acc" for f in before.forms)


def by_signing(scene: Scene, setting: Setting, status: str) -> Encounter | None:
    """Those people of different states who sign something together ("A ile B anlaşmayı imzaladı", "A ve B tarafından imzalandı")."""
    layout, p = scene.layout, setting.predicate
    if p.passive:
        found = by_agent(layout, scene.mentions, setting.low, p.first)
    else:
        subject = grammatical_subject(layout, scene.mentions, p, setting.low, setting.high)
        partners = in_cases(scene, setting, ["ins"], setting.start)
        found = [*subject, *(m for m in partners if m not in subject)]
    people = {m.entity.id: m.entity.state for m in found if isinstance(m.entity, Person)}
    if len(people) == len(found) == 1 and p.frame.wants.get("one"):
        alone = encounter(scene, setting, parties(found), [], status, p.span(layout))
        alone.bare = isinstance(found[0].entity, Person) and found[0].entity.office is None
        return alone
    together = len(people) == len(found) > 1 and None not in people.values() and len(set(people.values())) > 1
    return encounter(scene, setting, parties(found), [], status, p.span(layout)) if together else None


def called(scene: Scene, setting: Setting) -> list[Mention]:
    """The body that is called to meet: the object, the subject of a passive, or whose members the object are ("AB, üyelerini … çağırdı")."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    whole = [m for m in mentions.within(setting.low, p.first) if m.case == "acc"][:1]
    states = conjuncts_before(layout, mentions, whole[0], setting.low) if whole and isinstance(whole[0].entity, State) else []
    if len(states) > 1 and all(isinstance(m.entity, State) for m in states):
        return [*grammatical_subject(layout, mentions, p, setting.low, setting.high), *states]  # "AB, İsveç ve Almanya'yı … çağırdı"
    found = whole or grammatical_subject(layout, mentions, p, setting.low, setting.high)
    members = p.passive or whole or any(t.form.case == "acc" and t.form.possessive.startswith("3") for t in layout.tokens[setting.start : p.first])
    return found if members and all(isinstance(m.entity, Organisation) for m in found) else []


def verb_status(scene: Scene, setting: Setting) -> str:
    """What the verb says of the encounter; UNREAL too where it is no verb of meeting here."""
    p = setting.predicate
    wants = p.frame.wants
    brought = "caus" in p.form.voice and bool(wants.get("to") or "ins" in wants["with"])  # "enflasyonu indirdi, sanatçıları buluşturdu"
    if brought or scene.is_dated(p.head) or not needed(scene, setting):
        return UNREAL
    if wants.get("yet") and not (p.form.tense == "fut" or p.form.suffix in ("acak", "ma")):
        return UNREAL
    if scene.layout.tokens[p.head].low == "olarak":
        return UNREAL  # "X'in konuğu olarak geldi": who invited him
    if wants.get("rings") and is_unanswered(scene, setting):
        return UNREAL
    if wants.get("sets_off") and p.finite and p.form.tense == "past":
        return ONGOING
    goes_on = p.form.lemma == "ol" and scene.layout.tokens[p.head - 1].low.endswith(LASTING)  # "etmekte olan"
    status = ONGOING if goes_on else status_of(scene, setting, p.head, p.form)
    if status == HELD and ((wants.get("at") and is_there_now(p) and not is_while(scene, p)) or wants.get("lasting")):
        return ONGOING
    return PLANNED if p.frame.wants.get("to") and status == ONGOING else status  # "yarın Ankara'ya geliyor"


def is_unanswered(scene: Scene, setting: Setting) -> bool:
    """ "X'i aradı | ancak ulaşamadı", "aradığını fakat cevap alamadığını söyledi": they did not speak."""
    p = setting.predicate
    goes_on = p.last < setting.high and scene.layout.tokens[p.last].low in UNANSWERED_AFTER
    verb = next_verb(scene.layout, scene.mentions, p.head, setting.high, 8) if goes_on else -1
    if verb < 0 or not scene.layout.tokens[verb].form.negative:
        return False
    return not {stem(scene.layout.tokens[verb].form), words_at(scene.layout, verb)}.isdisjoint(scene.rules.reaches)


def is_there_now(p: Predicate) -> bool:
    """ "Lima'da temaslarda bulunan X, resmi ziyaret için bulunduğu Lima'da"."""
    return p.form.suffix == "an" or (p.form.suffix == "dik" and is_object_relative(p) and p.form.case in ("nom", ""))


def is_while(scene: Scene, p: Predicate) -> bool:
    """ "Lima'da bulunduğu | sırada"."""
    return p.form.suffix == "dik" and p.last < len(scene.layout.tokens) and scene.layout.tokens[p.last].form.lemma in WHILES


def whom(scene: Scene, setting: Setting) -> list[Mention] | None:
    """The other parties; None where the rule wants one and none is told."""
    p = setting.predicate
    wants = p.frame.wants
    told = objects(scene, setting)
    if told:
        return told
    if ("acc" in wants["with"] or wants.get("person")) and is_object_relative(p) and p.form.case == "nom" and not p.passive:
        return met_by(scene, setting)  # "X'in ağırladığı, telefon ettiği Y"
    if "ins" not in wants["with"]:
        return [] if wants.get("alone") else None
    if p.passive:
        return None  # "konunun görüşüldüğü"
    return met_by(scene, setting) if is_object_relative(p) and p.form.case == "nom" else []


def needed(scene: Scene, setting: Setting) -> bool:
    """Does the word that the rule needs stand right before the verb ("telefonda konuştu")?"""
    needs = setting.predicate.frame.wants.get("needs")
    if not needs or (setting.predicate.frame.wants.get("person") and (is_greeting(scene, setting) or are_officers(scene, setting))):
        return True
    if setting.predicate.frame.wants.get("officers") and is_with_officer(scene, setting):
        return True
    before = scene.layout.tokens[max(setting.low, setting.predicate.first - 8) : setting.predicate.first]
    return any(t.form.lemma in needs or t.low.startswith(tuple(needs)) for t in before)


def is_with_officer(scene: Scene, setting: Setting) -> bool:
    """ "Bakan X ile | konuştu": right before the verb, and with an officer of a state, not with one who reports."""
    at = setting.predicate.first - 1
    at -= at > setting.low and scene.layout.tokens[at].low == "ile"
    found = scene.mentions.at(at)
    if found is None or part(scene.layout, scene.mentions, found) != "partner" or not isinstance(found.entity, Person):
        return False
    return found.entity.office is not None and found.entity.state is not None


def are_officers(scene: Scene, setting: Setting) -> bool:
    """ "Başbakan X, Cumhurbaşkanı Y'yi aradı, arayarak", "Y'yi arayan Başbakan X": officers of two states."""
    p = setting.predicate
    calls = p.form.suffix == "an"
    near = scene.mentions.within(setting.start if calls else setting.low, p.last + 8 if calls else p.first)
    reported = p.form.suffix == "dik" and not p.passive  # "X'in Y'yi aradığı öğrenildi"
    cases = ("nom", "acc", "gen") if p.converb or reported else ("nom", "acc")
    told = [m.entity for m in near if m.case in cases and isinstance(m.entity, Person)]
    states = {person.state for person in told[-2:] if person.office and person.state}
    return (calls or p.converb or reported or (p.finite and p.form.tense in ("past", "evid"))) and len(states) > 1


def is_greeting(scene: Scene, setting: Setting) -> bool:
    """ "arayarak tebrik etti": one who calls to say something."""
    p = setting.predicate
    above = next_verb(scene.layout, scene.mentions, behind_words(scene, setting), setting.high, 6) if p.converb else -1
    if above >= 0 and scene.layout.tokens[above].form.verb_form == "verbal_noun" and not says_to(scene, above):
        above = next_verb(scene.layout, scene.mentions, above, setting.high, 4)  # "arayarak, … üstlenmesi vesilesiyle | tebrik etti"
    return above >= 0 and says_to(scene, above)


def behind_words(scene: Scene, setting: Setting) -> int:
    """The predicate, or the last word of what is quoted right behind it ("arayarak, "…" | mesajını gönderdi")."""
    tokens, at = scene.layout.tokens, setting.predicate.head
    if tokens[at].quote >= 0:
        return at
    quoted = [t.index for t in tokens[at + 1 : setting.high] if t.quote >= 0]
    return quoted[-1] if quoted and quoted[0] <= at + 4 else at


def says_to(scene: Scene, at: int) -> bool:
    """Is it a verb of what one calls to say ("tebrik etti")?"""
    return not {verb_words(scene.layout, at), words_at(scene.layout, at), stem(scene.layout.tokens[at].form)}.isdisjoint(scene.rules.greets)


def heads_of(scene: Scene, predicate: Predicate) -> set[int]:
    """Where a name begins that the participle stands right before ("Türkiye'ye gelen turist sayısı" has none)."""
    mention = scene.mentions.at(predicate.last) or scene.mentions.at(min(predicate.last + 1, len(scene.layout.tokens) - 1))
    return {mention.span.start} if mention is not None else set()


def travels(scene: Scene, setting: Setting, doers: list[Party], to: list[Mention]) -> bool:
    """Is it a person of one state who goes to another, with a purpose among states?"""
    p = setting.predicate
    if p.participle and not is_nominalised(p) and not any(party.span.start in heads_of(scene, p) for party in doers):
        return False
    there = {state_of(e) for m in to for e in m.entities}
    if p.frame.wants.get("sends"):
        return bool(doers) and None not in there and all(state_of(q.actor) not in there for q in doers)
    if p.frame.wants.get("onward") and is_there(scene, setting, to):
        return False
    if p.frame.wants.get("there") and not p.frame.wants.get("yet") and not stays(scene, setting, doers):
        return False
    sent = [q for q in doers if is_delegation(scene, q)]
    if sent and None not in there and all(state_of(q.actor) not in there for q in sent):
        return True
    if aboard(scene, setting) and None not in there:
        return True
    unnamed = [q for q in doers if isinstance(q.actor, Unnamed) and q.actor.state is not None]
    if unnamed and p.form.suffix != "is" and None not in there and all(state_of(q.actor) not in there for q in doers):
        return True  # "Peru Devlet Başkanı, Lima'dan Roma'ya gitti"
    persons = [p for p in doers if isinstance(p.actor, Person) and "büyükelçi" not in fold(p.actor.office or "")]
    persons = [q for q in persons if there != {HOME} or is_foreign(scene, q)]
    if not persons or None in there or any(state_of(p.actor) in there for p in persons):
        return False
    if any(isinstance(p.actor, Person) and p.actor.office for p in persons) and not setting.predicate.frame.wants.get("sure"):
        return True
    if p.frame.wants.get("onward") and (passes_on(scene, setting, to) or all(goes_abroad(scene, q) for q in persons)):
        return True  # "Gürcistan'dan sonra Yunanistan'a geçti", "Bakan X, Yunanistan'a geçti"
    if p.frame.wants.get("there") and all(goes_abroad(scene, q) for q in persons) and is_in_office(scene, setting):
        return True  # "Yunanistan'da bulunan Bakan X"
    return any(t.form.lemma in scene.rules.purposes for t in scene.layout.tokens[setting.low : setting.high])


def passes_on(scene: Scene, setting: Setting, to: list[Mention]) -> bool:
    """ "Gürcistan'dan sonra | Yunanistan'a geçti"."""
    return any(m.case == "abl" for m in scene.mentions.within(setting.low, to[0].first) if isinstance(m.entity, State))


def goes_abroad(scene: Scene, party: Party) -> bool:
    return isinstance(party.actor, Person) and may_visit(scene, party.actor)


def is_foreign(scene: Scene, party: Party) -> bool:
    """Is it told from which state or body of states he is? Of whom that is not told is at home."""
    org = party.actor.org if isinstance(party.actor, Person) else None
    of_body = org is not None and any(o.name == org and o.state is None for o in scene.mentions.organisations)
    return state_of(party.actor) is not None or of_body


def as_state(scene: Scene, party: Party) -> Party:
    """Who sends a delegation does so for his state."""
    code = state_of(party.actor) if isinstance(party.actor, Person) else None
    return Party(scene.states.of(code), party.span, party.how) if code is not None else party


def is_there(scene: Scene, setting: Setting, to: list[Mention]) -> bool:
    """Is he told to be in that state already ("Çin'de bulunan X, Şanghay'a geçti")?"""
    before = scene.mentions.within(setting.low, to[0].first)
    return any(state_of(m.entity) == state_of(to[0].entity) for m in before if m.case == "loc" and isinstance(m.entity, Place | State))


def stays(scene: Scene, setting: Setting, doers: list[Party]) -> bool:
    """Is it one person who is told to be there on a visit ("resmi ziyaret için Türkiye'de bulunan"), or a politician, not for an event?"""
    if len(doers) != 1:
        return False
    if not has_purpose(scene, setting):
        return goes_abroad(scene, doers[0]) and is_in_office(scene, setting)
    return isinstance(doers[0].actor, Person | Unnamed) or is_delegation(scene, doers[0])


def has_purpose(scene: Scene, setting: Setting) -> bool:
    """ "resmi ziyaret için | bulunan"."""
    return any(t.form.lemma in scene.rules.sojourns for t in scene.layout.tokens[setting.low : setting.predicate.first])


def is_in_office(scene: Scene, setting: Setting) -> bool:
    """Is he there neither for himself nor for an event ("tatil için, zirve için Lima'da bulunan")?"""
    near = scene.layout.tokens[setting.low : min(setting.predicate.last + 3, setting.high)]
    return not any(t.form.lemma in PRIVATE or t.form.lemma in scene.rules.occasions or t.form.lemma in scene.rules.summits for t in near)


def is_delegation(scene: Scene, party: Party) -> bool:
    """Does its delegation stand for it ("Umman heyeti")?"""
    tokens, at = scene.layout.tokens, scene.layout.token_at(party.span.end)
    near = tokens[at : at + 5]
    return isinstance(party.actor, State | Organisation) and any(t.form.lemma in scene.rules.delegations or t.form.lemma in PEERS for t in near)
