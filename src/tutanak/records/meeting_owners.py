"""Owners and doers of an encounter that a noun names, and its other parties."""

from __future__ import annotations

from tutanak.mentions.model import Mention, Organisation, Person, Place, State, Unnamed
from tutanak.records.frames import Predicate, modified
from tutanak.records.grammar import ABOUT, BETWEEN, WITH
from tutanak.records.meeting_attendance import attendees, attending
from tutanak.records.meeting_between import between_groups
from tutanak.records.meeting_compounds import compounds
from tutanak.records.meeting_delegates import delegates_before, home_of, named_mention, nationals, partners
from tutanak.records.meeting_doers import awaited, has_own, listed_people
from tutanak.records.meeting_form import is_attendance, is_host, is_speech, speaks
from tutanak.records.meeting_governor import at_form, errand, is_attended, is_done_or_planned
from tutanak.records.meeting_partners import BESIDE, agents, in_cases, joined_before, land_told
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.meeting_ships import sailing
from tutanak.records.parties import (
    Party,
    above,
    follows,
    genitive,
    grammatical_subject,
    has_team,
    is_nominalised,
    is_object_relative,
    key,
    left_out,
    next_verb,
    nominative,
    part,
    parties,
    speaker,
    state_of,
    stem,
    verb_words,
    words_at,
)
from tutanak.text.casing import fold
from tutanak.text.layout import Layout

AMONG = frozenset(("arasında",))
COMMA = frozenset((",",))
# "görüşmeye geçti": who passes on to it.
PASSES = frozenset(("geç",))


def noun_parties(scene: Scene, setting: Setting, left: bool) -> tuple[list[Party], list[Mention]]:
    """Owners and doers of the encounter, and its other parties."""
    p = setting.predicate
    others = nationals(scene, setting.low, p.first) or in_cases(scene, setting, ["ins", *p.frame.wants.get("with", ())], setting.start)
    others = others or partners(scene, setting.start, setting.low, p.first)
    others = others if len(others) > 1 else between_groups(scene, setting, others) or others
    others = others or led_to(scene, setting) or between_behind(scene, setting) or met_behind(scene, setting)
    names = compounds(scene, setting)
    if not others and not names and p.frame.wants.get("tour"):
        others = land_told(scene, setting, list(p.frame.wants["with"]))
    if len(others) == 1 and p.frame.wants.get("tour"):
        others = [*joined_before(scene, setting.low, others[0]), *others]
    if names and (not others or p.frame.wants.get("tour") or len(names) > 1):
        others = names
    if between(scene.layout, others) or (others is names and are_all(names) and not p.frame.wants.get("tour")):
        return [], others
    came = attendees(scene, setting) if p.frame.wants.get("named") or p.frame.wants.get("solo") else []
    if came:
        return [*parties(hosts(scene, setting, came)), *came], []
    his = owners(scene, setting, left, others)
    return his, others or receiver(scene, setting, his)


def led_to(scene: Scene, setting: Setting) -> list[Mention]:
    """Where a visit leads that is the object of its verb ("ilk ziyaretini | Paris'e yaptı")."""
    p, above = setting.predicate, setting.governor
    if not p.frame.wants.get("tour") or p.form.case not in ("acc", "nom") or above <= p.head:
        return []
    there = scene.mentions.at(above - 1)
    return [there] if there is not None and there.case == "dat" and there.first >= p.last and isinstance(there.entity, Place | State) else []


def met_behind(scene: Scene, setting: Setting) -> list[Mention]:
    """Whom "görüşme yaptığı" stands right before ("X, dün görüşme yaptığı | Y'ye teşekkür etti")."""
    p, at = setting.predicate, setting.governor
    named = p.form.possessive and scene.layout.tokens[p.first - 1].form.lemma not in scene.rules.media
    if at <= p.head or named or p.frame.wants.get("tour") or p.frame.wants.get("named") or p.frame.wants.get("solo"):
        return []
    form = scene.layout.tokens[at].form
    met = scene.mentions.at(at + 1) if form.suffix == "dik" and form.possessive == "3sg" and form.case in ("nom", "") else None
    return [met] if met is not None and met.first == at + 1 and isinstance(met.entity, Person) else []


def between_behind(scene: Scene, setting: Setting) -> list[Mention]:
    """Between whom the verb behind the noun tells it ("görüşmeler | Çad ile Sudan arasında yapıldı")."""
    p, at = setting.predicate, setting.governor
    if at <= p.last or p.form.case not in ("nom", "gen", "") or not takes_place(scene, setting):
        return []
    told = [m for m in scene.mentions.within(p.last, at) if part(scene.layout, scene.mentions, m) == "partner"]
    return told if len(told) > 1 and follows(scene.layout, told[-1].last, AMONG) else []


def receiver(scene: Scene, setting: Setting, guest: list[Party]) -> list[Mention]:
    """Who received a guest, by what he did while the visit lasted ("A'nın, B'nin ziyareti sırasında yaptığı açıklama")."""
    layout, p = scene.layout, setting.predicate
    if not p.frame.wants.get("tour") or len(guest) != 1 or not follows(layout, p.last, scene.rules.within):
        return []
    first = layout.token_at(guest[0].span.start)
    whole = scene.mentions.at(first)
    before = scene.mentions.at(whole.first - 1) or scene.mentions.at(whole.first - 2) if whole is not None and whole.first > setting.low else None
    if before is None or before.case not in ("gen", "nom") or not isinstance(before.entity, Person):
        return []
    return [before] if before.entity.state not in (None, state_of(guest[0].actor)) else []


def owners(scene: Scene, setting: Setting, left: bool, others: list[Mention]) -> list[Party]:
    """Whose encounter it is: "our", a genitive's, that of a body's people, or the doers'."""
    layout, p = scene.layout, setting.predicate
    if p.form.possessive.startswith("1") or (left and layout.tokens[setting.governor].form.possessive.startswith("1")):
        return ours(scene, setting)  # "görüşmemizde, yaptığım görüşmede"
    guest = accompanied(scene, setting) or parties(sailing(scene, setting)) if p.frame.wants.get("tour") else []
    if guest:
        return guest
    invited = guests_of(scene, setting) if left else []
    if invited:
        return invited
    done_by = doing_agents(scene, setting)
    if done_by:
        return done_by
    if setting.governor >= 0 and not left and p.form.case == "dat" and is_attended(scene, setting.governor):
        came, host = parties(noun_doers(scene, setting, left, others)) or absent(scene, setting, left, others), holder(scene, setting)
        if len(came) == 1 and [q.actor for q in came] == [q.actor for q in host] and is_inside(scene, host[0]):
            came = speaker(scene.statements.at(layout.tokens[p.head].start))  # "X'in ziyaretindeki görüşmeye katıldığını bildirdi"
        return [*came, *host] if len(came) == 1 and (not others or p.form.possessive == "3sg") else came
    there = speaking(scene, setting)
    if there:
        return parties(there)
    if left and layout.tokens[setting.governor].form.passive and not p.form.possessive:
        # "düzenlenen toplantı" has no owner
        his = alone(scene, setting, others) or teller(scene, setting, others) or reporter(scene, setting, others)
        return his or topic(scene, setting, others) or parties(together(scene, setting))
    if p.frame.wants.get("solo") is True and is_attendance(scene, setting):
        came_there = genitive(layout, scene.mentions, setting.start, p.first) or nominative(layout, scene.mentions, setting.low, p.first)
        return [q for q in parties(came_there) if isinstance(q.actor, Person)]
    owner = genitive(layout, scene.mentions, setting.low if left else setting.start, setting.governor if left else p.first, strict=True)
    owner = [m for m in owner if not follows(layout, m.last, BESIDE)]  # "A'nın | yanı sıra B ile görüşme yaptı"
    if left and len(owner) > 2 and is_subject_of_other(scene, setting, owner[0]):
        owner = owner[1:]
    if owner and p.frame.wants.get("solo") is True and follows(layout, p.last, scene.rules.after) and owner[-1].last < p.first - 1:
        return []  # "iki liderin … NATO Zirvesi sırasında görüştüğü"
    return parties(owner) or unowned(scene, setting, left, others)


def doing_agents(scene: Scene, setting: Setting) -> list[Party]:
    """By whom it is done in the passive ("X tarafından Lima'ya ziyaret gerçekleştirildi"); not who only holds an event."""
    wants, at = setting.predicate.frame.wants, setting.governor
    form = scene.layout.tokens[at].form
    if at < 0 or not form.passive:
        return []
    joins = is_attended(scene, at)
    if not joins and (stem(form) not in scene.rules.does or wants.get("named") or wants.get("solo")):
        return []
    return parties(agents(scene, setting, max(at, setting.predicate.first)))


def speaking(scene: Scene, setting: Setting) -> list[Mention]:
    """Who speaks at an event that others hold ("X, düzenlenen Forum'da konuştu, yaptığı konuşmada; konuşan X"), with its host."""
    layout, p = scene.layout, setting.predicate
    there = doers_there(scene, setting)
    hosts = genitive(layout, scene.mentions, setting.start, setting.governor, strict=True) if there and 0 <= setting.governor < p.first else []
    return [*there, *(m for m in hosts if isinstance(m.entity, Organisation))]


def doers_there(scene: Scene, setting: Setting) -> list[Mention]:
    """The people who speak, or do something, at an event."""
    layout, p = scene.layout, setting.predicate
    event = p.frame.wants.get("named") or p.frame.wants.get("solo")
    verb = next_verb(layout, scene.mentions, p.head, setting.high, 10) if event and p.form.case == "loc" else -1
    if verb < 0 or not (speaks(scene, verb) or is_speech(scene, verb) or is_his_deed(scene, setting, verb)):
        return []
    if layout.tokens[verb].form.verb_form == "verbal_noun" and layout.tokens[verb + 1].form.suffix == "an":
        verb += 1  # "konuşma | yapan"
    if layout.tokens[verb].form.suffix == "an":
        there = modified(layout, scene.mentions, verb + 1, setting.high)
    else:
        there = nominative(layout, scene.mentions, setting.low, p.first)
    if layout.tokens[verb].form.suffix in ("dik", "acak") and any(t.form.case == "gen" for t in layout.tokens[p.last : verb]):
        there = genitive(layout, scene.mentions, p.last, verb, strict=True)  # "toplantıda Y'nin | konuştuğunu söyledi"
        return [m for m in there if isinstance(m.entity, Person)]
    people = [m for m in there if isinstance(m.entity, Person)]
    return people or [m for m in nominative(layout, scene.mentions, p.last, verb) if isinstance(m.entity, Person)]  # "toplantıda | X konuştu"


def is_his_deed(scene: Scene, setting: Setting, at: int) -> bool:
    """Is it what he did there ("toplantısında yardım istedi"), not what was done ("toplantısında alınan kararları, alındığını")?"""
    form = scene.layout.tokens[at].form
    told = form.verb_form == "finite" and form.tense in ("past", "evid") and form.person in ("", "3sg")
    return told and not form.passive and not form.negative and setting.predicate.form.possessive.startswith("3")


def is_subject_of_other(scene: Scene, setting: Setting, mention: Mention) -> bool:
    """Is the first of a list rather who does something about the meeting ("X, A ve B'nin yapacağı görüşmeyi | memnuniyetle karşıladı")?"""
    p = setting.predicate
    verb = next_verb(scene.layout, scene.mentions, p.head, setting.high, 6) if p.form.case == "acc" and mention.first == setting.low else -1
    form = scene.layout.tokens[verb].form if verb >= 0 else None
    return form is not None and form.verb_form == "finite" and not form.passive and form.person in ("", "3sg")


def teller(scene: Scene, setting: Setting, others: list[Mention]) -> list[Party]:
    """Who speaks after a meeting held with others ("X, Y ile yapılan | görüşmenin ardından konuştu")."""
    people = [m for m in others if isinstance(m.entity, Person)]
    if not people or not follows(scene.layout, setting.predicate.last, scene.rules.after) or between(scene.layout, others):
        return []
    before = nominative(scene.layout, scene.mentions, setting.low, others[0].first)
    return [q for q in parties(before) if isinstance(q.actor, Person) and "sözcü" not in fold(q.actor.office or "")]


def guests_of(scene: Scene, setting: Setting) -> list[Party]:
    """Who attends what another holds, and he ("X, Y'nin düzenleyeceği toplantıya katılacak")."""
    above = setting.above
    if setting.predicate.form.case != "dat" or above < 0 or not is_attended(scene, above):
        return []
    form = scene.layout.tokens[above].form
    came = parties(nominative(scene.layout, scene.mentions, setting.low, setting.governor))
    host = parties(genitive(scene.layout, scene.mentions, setting.start, setting.governor, strict=True))
    told = form.verb_form != "verbal_noun" or form.possessive
    return [*came, *host] if came and host and told else []


def accompanied(scene: Scene, setting: Setting) -> list[Party]:
    """Whom others go with ("X'e New York ziyaretinde Y eşlik edecek")."""
    p = setting.predicate
    verb = next_verb(scene.layout, scene.mentions, p.head, setting.high, 40) if p.form.case == "loc" else -1
    if verb < 0 or verb_words(scene.layout, verb) not in scene.rules.escorts:
        return []
    return parties([m for m in scene.mentions.within(setting.low, p.first) if m.case == "dat" and isinstance(m.entity, Person)][:1])


def is_solemn(scene: Scene, setting: Setting) -> bool:
    """Is it a ceremony that only several make an encounter ("cenaze töreni")?"""
    first = setting.predicate.first
    return first > 0 and scene.layout.tokens[first - 1].form.lemma in scene.rules.solemnities


def is_inside(scene: Scene, party: Party) -> bool:
    """Does the genitive belong to a phrase before the noun ("X'in ziyaretindeki görüşmeye")?"""
    mention = scene.mentions.at(scene.layout.token_at(party.span.start))
    after = scene.layout.tokens[mention.last] if mention is not None and mention.last < len(scene.layout.tokens) else None
    return after is not None and after.form.suffix == "ki" and not after.capital  # not "X'in | Roma'daki"


def holder(scene: Scene, setting: Setting) -> list[Party]:
    """Whose meeting another attends ("X'in ziyaretindeki görüşmeye katıldı"); not whose funeral."""
    if is_solemn(scene, setting):
        return []
    found = genitive(scene.layout, scene.mentions, setting.start, setting.predicate.first)
    body = bool(setting.predicate.frame.wants.get("named")) and bool(setting.predicate.form.possessive)
    return [p for p in parties(found) if isinstance(p.actor, Person) or (body and isinstance(p.actor, Organisation))]


def unowned(scene: Scene, setting: Setting, left: bool, others: list[Mention]) -> list[Party]:
    """The doers where no genitive owns it."""
    p = setting.predicate
    if not left and setting.governor >= 0 and scene.layout.tokens[setting.governor].form.person.startswith("1"):
        return absent(scene, setting, left, others)  # "görüşme gerçekleştirdik"
    sent = delegates_before(scene, setting.start, p.first) if not others else None
    if sent is not None and sent.enough and (sent.stands == "gen" or (sent.stands == "nom" and is_done_by(scene, setting, left))):
        return sent.parties()
    sent_here = parties(delegation(scene, setting, ("gen", "nom"))) if p.frame.wants.get("tour") else []
    if sent_here:
        return sent_here
    if is_strangers(scene, setting):
        return []
    found = parties(head_of_clause(scene, setting, left, others) or beyond(scene, setting, noun_doers(scene, setting, left, others), others))
    found = found or own_report(scene, setting, left, others) or alone(scene, setting, others)
    found = found or parties(speaker_there(scene, setting, others)) or absent(scene, setting, left, others)
    if others and not found:
        return his_own(scene, setting, others) or joined_with(scene, setting, others)
    if found:
        return found
    owners = parties(genitive(scene.layout, scene.mentions, setting.start, p.first) or together(scene, setting))
    return [q for q in owners if not (isinstance(q.actor, State) and is_inside(scene, q))]  # "Umman'ın arabuluculuğundaki"


def his_own(scene: Scene, setting: Setting, others: list[Mention]) -> list[Party]:
    """Whose it is that another clause of his has taken ("X'in Ankara'ya gelerek, gelmesi ve Y ile görüşmesi")."""
    p = setting.predicate
    if len(others) != 1 or p.frame.wants["says"] != "görüşme" or not p.form.possessive.startswith("3"):
        return []
    found = genitive(scene.layout, scene.mentions, setting.low, p.first)
    owners = [m for m in scene.mentions.within(setting.low, p.first) if m.case == "gen"]
    found = found or (owners if len(owners) == 1 and owners[0].first == setting.low else [])
    return [q for q in parties(found) if isinstance(q.actor, Person) and q.actor is not others[0].entity]


def joined_with(scene: Scene, setting: Setting, others: list[Mention]) -> list[Party]:
    """The subject with the one whom "ile" joins to it ("A ile B | toplantıda X'i ele aldı")."""
    both = together(scene, setting) if len(others) == 1 and isinstance(others[0].entity, Person) else []
    return parties([m for m in both if m.span != others[0].span]) if any(m.span == others[0].span for m in both) else []


def beyond(scene: Scene, setting: Setting, found: list[Mention], others: list[Mention]) -> list[Mention]:
    """The doers; where they are the first of a list of partners, who stands before it ("X, Portekiz ve Almanya bakanlarıyla")."""
    spans = [o.span for o in others]
    if not found or found[-1].span not in spans:
        return found
    return nominative(scene.layout, scene.mentions, setting.low, scene.layout.token_at(min(spans).start))


def is_done_by(scene: Scene, setting: Setting, left: bool) -> bool:
    """Has the light verb behind the noun a subject ("toplantı yaptı", "müzakerelere başladı")?"""
    if left or setting.governor < 0:
        return False
    return is_done_or_planned(scene, scene.layout.tokens[setting.governor].form) or is_begun(scene, setting)


def own_report(scene: Scene, setting: Setting, left: bool, others: list[Mention]) -> list[Party]:
    """Who reports his own encounter without naming himself in the clause ("X ile yaptığı görüşmede … vurguladığını aktaran Y")."""
    p, tokens = setting.predicate, scene.layout.tokens
    said = scene.statements.at(tokens[p.head].start)
    if not others or said is None or said.mode != "indirect" or p.frame.wants.get("solo"):
        return []
    his = tokens[setting.governor].form.suffix == "dik" if left else p.form.possessive in ("3sg", "3pl")
    return speaker(said) if his else []


def absent(scene: Scene, setting: Setting, left: bool, others: list[Mention]) -> list[Party]:
    """The speaker of a first person ("görüşme yaptık"), or the subject of the sentence before, where it may be left out."""
    layout, governor = scene.layout, setting.governor
    form = layout.tokens[governor].form
    if not left and governor >= 0 and form.person.startswith("1") and stem(form) in scene.rules.does and layout.tokens[governor].speech >= 0:
        return speaker(scene.statements.at(layout.tokens[setting.predicate.head].start))
    if not may_leave_out(scene, setting, left, others) or has_own(scene, setting):
        return []
    return parties(left_out(scene.layout, scene.mentions, setting.sentence), "inferred" if left else "derived")


def head_of_clause(scene: Scene, setting: Setting, left: bool, others: list[Mention]) -> list[Mention]:
    """Whose deed a nominalised light verb is, at the head of the sentence ("X'in, Y ile görüşmesi öncesinde Z ile | görüşme yapması bekleniyor")."""
    if left or setting.governor < 0 or not others:
        return []
    form = scene.layout.tokens[setting.governor].form
    head = next((m for m in scene.mentions.within(setting.low, setting.predicate.first)), None)
    if form.suffix != "ma" or not form.possessive.startswith("3") or head is None or head.first != setting.low or head in others:
        return []
    return [head] if head.case == "gen" and isinstance(head.entity, Person) else []


def may_leave_out(scene: Scene, setting: Setting, left: bool, others: list[Mention]) -> bool:
    """May the subject be that of the sentence before: of a light verb ("görüşme yaptı"), or of "görüşmesinde" with a partner?"""
    body = setting.predicate.frame.wants.get("solo") and others and isinstance(others[-1].entity, Organisation)
    if left:
        his = is_object_relative(at_form(setting.predicate, scene.layout.tokens[setting.governor], setting.governor))
        return his and bool(setting.predicate.frame.wants.get("tour")) and bool(others)
    if body or (setting.predicate.frame.wants.get("solo") is True and follows(scene.layout, setting.predicate.last, scene.rules.after)):
        return False
    if setting.governor >= 0 and is_theirs(scene, setting):
        return True
    distinct = len({key(p.actor) for p in parties(others)})
    return distinct == 1 and setting.predicate.form.possessive in ("3sg", "3pl")


def reporter(scene: Scene, setting: Setting, others: list[Mention]) -> list[Party]:
    """Who speaks of an encounter held with people or states that are not his own ("X ve Y'yle yapılan görüşmelere | değindi")."""
    abroad = {state_of(e) for m in others for e in m.entities if isinstance(e, Person | State)}
    if not others or len(abroad - {None}) != len(abroad) or between(scene.layout, others) or setting.predicate.frame.wants.get("solo"):
        return []
    told = speaker(scene.statements.at(scene.layout.tokens[setting.predicate.head].start)) or parties(alluding(scene, setting, others))
    one = told[0].actor if len(told) == 1 else None
    if isinstance(one, Organisation) and one.state is None and one.name not in scene.rules.press:
        return told  # "Hamas, arabulucularla yapılan görüşmelerin … açıkladı"
    if not isinstance(one, Person) or one.state is None or one.state in abroad or "sözcü" in fold(one.office or ""):
        return []
    people = any(isinstance(m.entity, Person) for m in others)
    return told if people else [Party(scene.states.of(one.state), told[0].span, "inferred")]


def alluding(scene: Scene, setting: Setting, others: list[Mention]) -> list[Mention]:
    """The subject of a verb that comes back to the encounter ("X, Y ile yapılan görüşmelere | değindi")."""
    p, tokens = setting.predicate, scene.layout.tokens
    verb = next_verb(scene.layout, scene.mentions, p.head, setting.high, 3) if p.form.case == "dat" else -1
    if verb < 0 or {words_at(scene.layout, verb), stem(tokens[verb].form)}.isdisjoint(scene.rules.alludes):
        return []
    return nominative(scene.layout, scene.mentions, setting.low, others[0].first) or above(scene.layout, scene.mentions, p.head)


def together(scene: Scene, setting: Setting) -> list[Mention]:
    """The subject of a sentence, if several, who discuss something in a meeting ("A ile B, toplantıda X'i ele aldı")."""
    p, layout = setting.predicate, scene.layout
    over = follows(layout, p.last, scene.rules.after)
    if p.form.case != "loc" and not over:
        return []
    verb = setting.above if setting.above >= 0 else next_verb(layout, scene.mentions, p.head, setting.high, 40)
    while verb >= 0 and layout.tokens[verb].form.verb_form != "finite":
        verb = next_verb(layout, scene.mentions, verb, setting.high, 40)
    if verb < 0 or layout.tokens[verb].form.passive or not (is_joint(scene, p.last, verb) if over else discusses(scene, verb)):
        return []
    found = nominative(layout, scene.mentions, setting.low, p.first)
    sent = delegates_before(scene, setting.low, p.first) if len(found) < 2 else None
    if sent is not None and sent.enough and sent.stands == "nom":
        return [named_mention(scene, actor, span) for actor, span in sent.actors]  # "AB liderleri, zirvede X'i ele aldı"
    return found if len(found) > 1 else []


def is_joint(scene: Scene, first: int, verb: int) -> bool:
    """Do those who met do something together afterwards ("görüşme sonrası ortak açıklama yaptı")?"""
    return any(t.low in scene.rules.joint for t in scene.layout.tokens[first:verb])


def speaker_there(scene: Scene, setting: Setting, others: list[Mention]) -> list[Mention]:
    """Who speaks at a press conference or ceremony held with another ("A, B ile düzenlenen basın toplantısında konuştu")."""
    p, layout = setting.predicate, scene.layout
    joint = layout.tokens[p.first - 1].form.lemma == "basın" or p.frame.wants["kind"] == "ceremony"
    if len(others) != 1 or p.form.case != "loc" or not joint:
        return []
    found = nominative(layout, scene.mentions, setting.low, others[0].first)
    return found if all(isinstance(m.entity, Person) for m in found) else []


def discusses(scene: Scene, at: int) -> bool:
    """Is it a verb of those who talk ("ele aldı", "anlaşmaya vardı")?"""
    tokens, verb = scene.layout.tokens, stem(scene.layout.tokens[at].form)
    return not {verb, f"{tokens[at - 1].form.lemma} {verb}", f"{tokens[at - 1].low} {verb}"}.isdisjoint(scene.rules.discusses)


def alone(scene: Scene, setting: Setting, others: list[Mention]) -> list[Party]:
    """Who negotiates with the one state that is told, by its name or by its people ("Katar tarafıyla, Katarlı yetkililerle")."""
    partner = others[0].entity if len(others) == 1 else None
    if isinstance(partner, Unnamed | Organisation) and partner.state is not None:
        partner = scene.states.of(partner.state)
    if not isinstance(partner, State) or not (is_negotiation(setting.predicate) or setting.predicate.frame.wants.get("stay")):
        return []
    return negotiator(scene, setting, partner)


def topic(scene: Scene, setting: Setting, others: list[Mention]) -> list[Party]:
    """The state about whose doings others negotiate ("Çad'ın baraj projesiyle ilgili planlanan müzakereler")."""
    if others or setting.predicate.frame.wants["kind"] != "talks":
        return []
    owners = [m for m in scene.mentions.within(setting.low, setting.predicate.first) if m.case == "gen" and isinstance(m.entity, State)]
    return parties(owners[-1:])


def are_all(names: list[Mention]) -> bool:
    """ "ABD-İran müzakereleri", "Türkiye ile AB müzakereleri", "Davutoğlu-Downer görüşmesi": all the parties are told."""
    actors = [e for m in names for e in m.entities]
    if len(names) > 1 and all(isinstance(e, Person) for e in actors) and names[0].span == names[-1].span:
        return True
    return len(actors) > 1 and all(isinstance(e, State | Organisation) for e in actors) and any(isinstance(e, State) for e in actors)


def is_negotiation(p: Predicate) -> bool:
    """Talks between states: "müzakere", "istişare", or "görüşmeler"."""
    return p.frame.wants["kind"] == "talks" or (p.frame.wants["says"] == "görüşme" and p.form.number == "pl")


def negotiator(scene: Scene, setting: Setting, partner: State) -> list[Party]:
    """The state that speaks of its talks with another ("Umman ile görüşmelerin sürdüğünü belirten Erakçi"): the speaker's, else the subject's."""
    layout, p = scene.layout, setting.predicate
    said = scene.statements.at(layout.tokens[p.head].start)
    subject = parties(nominative(layout, scene.mentions, setting.low, p.first)) if layout.tokens[p.head].speech < 0 else []
    behind = parties(asked(scene, setting) if not subject else [])
    for party in [*speaker(said), *subject, *behind]:
        code = state_of(party.actor)
        if code is not None and code != partner.id:
            return [Party(scene.states.of(code), party.span, "derived" if party in behind else "inferred")]
        body = body_of(scene, party.actor) if isinstance(party.actor, Person) else []
        if body:
            return body
        if isinstance(party.actor, Organisation) and code is None and party.actor.name not in scene.rules.press:
            return [Party(party.actor, party.span)]
    sent = delegates_before(scene, setting.low, p.first, past_partners=True)  # "AB liderleri, Rusya ile …"
    if sent is not None and sent.stands == "gen":
        sent = delegates_before(scene, setting.low, sent.head, past_partners=True)  # "AB liderleri, Rus askerlerinin … üzerine Rusya ile …"
    others = sent is not None and sent.stands == "nom" and all(state_of(actor) != partner.id for actor, _ in sent.actors)
    return sent.parties() if sent is not None and others else []


def asked(scene: Scene, setting: Setting) -> list[Mention]:
    """Who speaks of his talks behind them ("Çad ile müzakerelere ilişkin soru üzerine | X", "Çad'la müzakerelere değinen | X")."""
    p, layout = setting.predicate, scene.layout
    if p.form.case != "dat" or layout.tokens[p.head].speech >= 0:
        return []
    if not follows(layout, p.last, ABOUT):
        return above(layout, scene.mentions, p.head)
    behind = [m for m in scene.mentions.within(p.last, setting.high) if isinstance(m.entity, Person) and part(layout, scene.mentions, m) == "nom"]
    return behind[:1]


def body_of(scene: Scene, person: Person) -> list[Party]:
    """The body for which somebody speaks, by the words that tell his office's."""
    found = next((o for o in scene.mentions.organisations if o.name == person.org), None)
    return [Party(found, person.proof["org"].spans[0])] if found is not None else []


def is_strangers(scene: Scene, setting: Setting) -> bool:
    """Do others own it, whom the words do not name ("İranlı politikacıların İsveç ziyareti")?"""
    if setting.predicate.frame.wants["kind"] == "ceremony":
        return False  # "anlaşmanın imza töreni" is nobody's
    opening = scene.layout.tokens[setting.start]
    delegates = opening.form.lemma in scene.rules.delegations  # those told before
    if opening.form.case == "gen" and opening.form.pos == "NOUN" and not delegates and scene.mentions.at(setting.start) is None:
        return follows(scene.layout, setting.start + 1, COMMA)  # "Heyetin, X ile görüşmesi"
    for at in range(setting.predicate.first - 1, max(setting.start, setting.predicate.first - 6) - 1, -1):
        token = scene.layout.tokens[at]
        if scene.mentions.at(at) is not None:
            continue
        if token.kind != "word" or token.form.verb_form or token.form.case == "acc":
            return False  # "gazetecilerin durumunu … görüşmesinde"
        if token.form.case == "gen":
            return token.form.pos == "NOUN" and not follows(scene.layout, at + 1, scene.rules.after)
    return False


def ours(scene: Scene, setting: Setting) -> list[Party]:
    """The speaker who says "our": he himself, or in talks of states his state."""
    told = speaker(scene.statements.at(scene.layout.tokens[setting.predicate.head].start))
    if setting.predicate.frame.wants["kind"] != "talks" and not setting.predicate.frame.wants.get("stay"):
        return told
    return [Party(scene.states.of(code), p.span, p.how) for p in told if (code := state_of(p.actor)) is not None]


def between(layout: Layout, others: list[Mention]) -> bool:
    """ "A ile B arasında": all the parties are told."""
    if len(others) < 2:
        return False
    return any(t.low in BETWEEN for t in layout.tokens[others[-1].last : others[-1].last + (3 if has_team(layout, others[-1].last) else 1)])


def noun_doers(scene: Scene, setting: Setting, left: bool, others: list[Mention]) -> list[Mention]:
    """Who does it where no genitive owns it: the subject of its light verb, or of the sentence ("görüşmesinin ardından")."""
    layout, p = scene.layout, setting.predicate
    wants = p.frame.wants
    if left and not is_lasting(scene, setting) and not is_dealt_with(scene, setting):
        return doers_before(scene, setting)
    if wants.get("solo") is True and follows(layout, p.last, scene.rules.after):
        return []  # "NATO Zirvesi sırasında": the occasion of something else
    if setting.governor >= 0 and is_theirs(scene, setting):
        return doers_above(scene, setting) or (reported_by(scene, setting) if others and all(isinstance(m.entity, Person) for m in others) else [])
    if wants.get("solo") and others and isinstance(others[-1].entity, Organisation) and (wants["solo"] == "body" or takes_place(scene, setting)):
        return []  # "MGK toplantısında saptanan": the body meets
    if len({key(p.actor) for p in parties(others)}) > 1 and not wants.get("tour"):
        return []
    alone_with = len(others) == 1 and isinstance(others[0].entity, Person) and follows(layout, p.last, scene.rules.after)
    if layout.tokens[p.head].form.possessive in ("3sg", "3pl") or is_mutual(scene, setting, others) or alone_with:
        return doers_around(scene, setting)
    if wants["kind"] != "talks" or not others:
        return []
    return [m for m in nominative(layout, scene.mentions, setting.low, p.first) if isinstance(m.entity, State | Organisation)]


def reported_by(scene: Scene, setting: Setting) -> list[Mention]:
    """Who tells of his own encounter by the participle above it ("Y ile görüşme yaptığını belirten | X")."""
    form = scene.layout.tokens[setting.governor].form
    told = form.suffix in ("dik", "acak") and form.case == "acc"
    return above(scene.layout, scene.mentions, setting.governor) if told else []


def is_mutual(scene: Scene, setting: Setting, others: list[Mention]) -> bool:
    """Do those who talked go on to something else ("A ile B, baş başa görüşmelerin ardından …")?"""
    p, tokens = setting.predicate, scene.layout.tokens
    if not follows(scene.layout, p.last, scene.rules.after) or p.first == 0 or tokens[p.first - 1].low not in scene.rules.mutual:
        return False
    return bool(others) or len(nominative(scene.layout, scene.mentions, setting.low, p.first)) > 1


def takes_place(scene: Scene, setting: Setting) -> bool:
    """ "yapılacağını söyledi": the event is told, not who holds it."""
    form = scene.layout.tokens[setting.governor].form if setting.governor >= 0 else None
    return form is not None and (form.passive or stem(form) in scene.rules.happens)


def is_lasting(scene: Scene, setting: Setting) -> bool:
    """ "iki saat süren görüşmesi": the participle says of the encounter itself how it went."""
    form = scene.layout.tokens[setting.governor].form
    return form.suffix == "an" and not form.voice and stem(form) in scene.rules.happens


def is_dealt_with(scene: Scene, setting: Setting) -> bool:
    """ "yapılması planlanan ziyaretini iptal etti": whose it is stands with the verb above."""
    above, p = setting.above, setting.predicate
    passive = scene.layout.tokens[setting.governor].form.passive and p.form.possessive.startswith("3")
    return passive and p.form.case == "acc" and above >= 0 and not scene.layout.tokens[above].form.passive


def is_theirs(scene: Scene, setting: Setting) -> bool:
    """Has the verb above those who talk as its subject ("görüşme yaptı", "müzakerelere başladı")?"""
    done = is_done_or_planned(scene, scene.layout.tokens[setting.governor].form) and not is_its_subject(scene, setting)
    joins = is_attended(scene, setting.governor) and not scene.layout.tokens[setting.governor].form.passive
    return done or joins or is_begun(scene, setting)


def is_its_subject(scene: Scene, setting: Setting) -> bool:
    """ "görüşmeler devam ediyor, müzakerelerin devam ettiğini": they go on, nobody does them."""
    words = verb_words(scene.layout, setting.governor)
    return setting.predicate.form.case in ("", "nom", "gen") and " " in words and words in scene.rules.ongoing | scene.rules.happens


def is_begun(scene: Scene, setting: Setting) -> bool:
    """ "müzakerelere başladı, devam ediyor": those who talk are its subject."""
    form = scene.layout.tokens[setting.governor].form
    words = verb_words(scene.layout, setting.governor)
    if setting.predicate.form.case != "dat" or form.voice:
        return False
    return form.lemma in PASSES or (words in scene.rules.begun or words in scene.rules.ongoing)


def doers_before(scene: Scene, setting: Setting) -> list[Mention]:
    """The doers of a light participle before the noun ("yaptığı görüşmede")."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    if not is_object_relative(at_form(p, layout.tokens[setting.governor], setting.governor)):
        return []
    said = scene.statements.at(layout.tokens[p.head].start)
    found = nominative(layout, mentions, setting.low, setting.governor)
    if not found and said is not None and said.mode == "indirect":
        return []
    return found or above(layout, mentions, p.head) or genitive(layout, mentions, setting.low, setting.governor) or subject_after(scene, setting)


def doers_above(scene: Scene, setting: Setting) -> list[Mention]:
    """The doers of a light verb behind the noun ("görüşme yaptı", "toplantıya katıldı")."""
    verb = at_form(setting.predicate, scene.layout.tokens[setting.governor], setting.governor)
    came = errand(scene, setting)
    if came >= 0 and scene.layout.tokens[came].form.suffix == "an":
        return modified(scene.layout, scene.mentions, came + 1, setting.high)  # "törenine katılmak üzere gelen X"
    if is_object_relative(verb) or is_expected(scene, setting):
        inner = genitive(scene.layout, scene.mentions, setting.predicate.last, setting.governor, strict=True)
        if inner:
            return inner  # "zirveye X'in de katılacağını söyledi"
    verb.first = setting.predicate.first
    there = attending(scene, setting)
    if there:
        return [*hosts(scene, setting, parties(there)), *there]
    told = grammatical_subject(scene.layout, scene.mentions, verb, setting.low, setting.high) or delegation(scene, setting)
    if len(told) == 1 and verb.finite and not setting.predicate.frame.wants.get("tour") and isinstance(told[0].entity, Person):
        return listed_people(scene, setting, told[0])
    return told or (awaited(scene, setting.governor, setting.high) if is_nominalised(verb) else [])


def hosts(scene: Scene, setting: Setting, came: list[Party]) -> list[Mention]:
    """The person at whose table others sit ("X'in | ev sahipliğinde düzenlenen zirveye A ve B katıldı")."""
    if sum(isinstance(q.actor, Person) for q in came) < 2:
        return []
    before = scene.mentions.within(setting.low, max(setting.predicate.first, setting.governor))
    told = [q.actor for q in came]
    return [m for m in before if m.case == "gen" and isinstance(m.entity, Person) and m.entity not in told and is_host(scene.layout, m.last)]


def is_expected(scene: Scene, setting: Setting) -> bool:
    """ "zirveye X'in | katılması bekleniyor"."""
    form = scene.layout.tokens[setting.governor].form
    return form.suffix == "ma" and form.possessive.startswith("3") and is_attended(scene, setting.governor)


def delegation(scene: Scene, setting: Setting, cases: tuple[str, ...] = ("nom",)) -> list[Mention]:
    """The state whose delegation is the subject ("Alman bir heyet, Mısır'a ziyaret gerçekleştirdi")."""
    for token in scene.layout.tokens[setting.low : setting.predicate.first]:
        if token.form.lemma in scene.rules.delegations and token.form.case in cases and not follows(scene.layout, token.index + 1, WITH):
            return home_of(scene, setting.low, token.index)
    return []


def doers_around(scene: Scene, setting: Setting) -> list[Mention]:
    """The doers of an owned noun without a light verb: the sentence's subject before or behind it, or the head of the participle above."""
    p = setting.predicate
    before = nominative(scene.layout, scene.mentions, setting.low, p.first)
    return before or above(scene.layout, scene.mentions, p.head) or awaited(scene, p.last - 1, setting.high) or subject_after(scene, setting)


def subject_after(scene: Scene, setting: Setting) -> list[Mention]:
    """The subject that stands behind "görüşmesinin ardından"."""
    p = setting.predicate
    if not follows(scene.layout, p.last, scene.rules.after) and p.form.case != "loc":
        return []
    found = next((m for m in scene.mentions.within(p.last, min(p.last + 12, setting.high)) if m.actor), None)
    return [found] if found is not None and isinstance(found.entity, Person) and found.case == "nom" else []
