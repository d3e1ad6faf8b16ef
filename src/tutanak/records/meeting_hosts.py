"""Who attends an event that others hold or house ("X, Y tarafından düzenlenen seminere katıldı", "Y'de düzenlenen törende konuştu")."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Organisation, Person, State
from tutanak.records.frames import MARKS, match_at
from tutanak.records.meeting_compounds import compounds
from tutanak.records.meeting_doers import has_own
from tutanak.records.meeting_form import encounter, is_speech, speaks
from tutanak.records.meeting_governor import is_attended, is_light
from tutanak.records.meeting_owners import doers_above, doers_there
from tutanak.records.meeting_partners import agents
from tutanak.records.meeting_politicians import is_politician
from tutanak.records.meeting_scene import CANCELLED, MENTIONED, PLANNED, UNREAL, Encounter, Scene, Setting
from tutanak.records.meeting_status import governed, status_of
from tutanak.records.parties import Party, above, by_agent, conjuncts_before, genitive, left_out, next_verb, nominative, part, parties, speaker, stem
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Sentence, Token

JOINTLY: Final = word_list("meetings", "jointly")
HOMES: Final = word_list("meetings", "homes")
# How many words of its name may stand between "düzenlenen" and the event.
LONG: Final = 14
# And what it is about, where a comma sets off "düzenlenen, savaşta hasar gören altyapıya yönelik zaptın imza töreni".
FAR: Final = 26
# "organize ettiği", not "temsil ettiği"
DOES: Final = "et"
ORGANISES: Final = frozenset(("organize", "tertip", "sahiplik"))
TAKES_ON: Final = frozenset(("üstlen", "yap"))
HOSTING: Final = "sahiplik"
# "iş birliğinde, ev sahipliğinde"
PARTED: Final = {"birlik": "iş", "sahiplik": "ev"}
# Where the event is itself subject or object.
WHOLE: Final = frozenset(("", "nom", "acc"))
TAKEN: Final = WHOLE | {"dat"}  # of an event with its verb right behind: held, or gone to
PARTY: Final = "parti"
PRESS: Final = "basın"
SESSION: Final = "oturum"
OPENINGS: Final = frozenset(("açılış", "kapanış"))


class Attended:
    """Those who attend, those who hold the event, and the body at whose house it is."""

    __slots__ = ("guests", "home", "hosts")

    def __init__(self, guests: list[Party], hosts: list[Mention], home: Mention | None) -> None:
        self.guests = guests
        self.hosts = hosts
        self.home = home


def attended_event(scene: Scene, setting: Setting) -> Attended | None:
    """The event of others that people of office attend or speak at, if both are named."""
    if not may_be_held(scene, setting):
        return None
    held = held_at(scene, setting)
    home = house(scene, setting, held)
    hosts = holders(scene, setting, held) or ([home] if home is not None else [])
    hosts = [m for m in [*hosts, *owners_of(scene, setting), *inviters(scene, setting)] if not is_of_party(scene, m)]
    hosts = hosts or (active_hosts(scene, setting) if setting.predicate.form.case in WHOLE else hosts_before(scene, setting))
    guests = came(scene, setting, hosts) if hosts else []
    hosts = [m for m in hosts if is_host_of(m, guests)]
    return Attended(guests, hosts, home) if guests and hosts else None


def may_be_held(scene: Scene, setting: Setting) -> bool:
    """Is it an event that one attends or speaks at, not of the press, nor an assembly that is a body itself?"""
    p, wants = setting.predicate, setting.predicate.frame.wants
    event = wants.get("named") or wants.get("solo") is True
    if not event or wants.get("itself") or (p.form.case not in TAKEN and p.form.case != "loc") or p.form.suffix == "ki":
        return False
    if p.form.case in WHOLE and (attendance_at(scene, setting) < 0 or told_by(scene, setting) < 0):
        return False
    if any(isinstance(m.entity, State) for m in compounds(scene, setting)):
        return False  # "Türkiye-Arjantin İş Forumu": theirs
    return scene.layout.tokens[event_first(scene, setting) - 1].form.lemma != PRESS


def event_first(scene: Scene, setting: Setting) -> int:
    """Where the event's noun begins, of whose opening it may be told ("çalıştayın açılışında, açılış oturumunda")."""
    p, tokens = setting.predicate, scene.layout.tokens
    at = p.first - (p.frame.wants["says"] == SESSION and tokens[p.first - 1].low in OPENINGS)
    opens = p.frame.wants.get("verbal") or p.frame.wants["says"] == SESSION
    own = opens and tokens[at - 1].form.case == "gen" and scene.rules.frames.may_head(tokens[at - 1])
    return at - 1 if own and scene.mentions.at(at - 1) is None else p.first


def held_at(scene: Scene, setting: Setting) -> int:
    """The participle by which the event is held, before its name ("düzenlenen | “…” Ödül Töreni, verdiği | yemek"), or -1."""
    tokens, first = scene.layout.tokens, event_first(scene, setting)
    near = True
    for at in range(first - 1, max(setting.low, first - FAR) - 1, -1):
        if tokens[at].form.verb_form == "participle" and (near or tokens[at + 1].low == ","):
            planned = tokens[at].form.passive and stem(tokens[at].form) in scene.rules.planned and is_light(scene, tokens[at - 1].form)
            if planned or holds(scene, at):
                return at - planned  # "düzenlenmesi | planlanan"
        if tokens[at].form.verb_form == "finite":
            return -1
        near = near and at > first - LONG and (tokens[at].form.lemma == "ol" or is_of_name(tokens[at]))
    return -1


def holds(scene: Scene, at: int) -> bool:
    """Is the participle one of holding an event ("düzenlediği, organize ettiği, ev sahipliğini üstlendiği", not "temsil ettiği")?"""
    form, before = scene.layout.tokens[at].form, scene.layout.tokens[at - 1].form
    if form.lemma == DOES:
        return before.lemma in ORGANISES
    return is_light(scene, form) or (form.lemma in TAKES_ON and before.lemma == HOSTING)


def is_of_name(token: Token) -> bool:
    """May the word stand in an event's name ("“…” Teknik Destek Sözleşmeleri İmza")?"""
    if token.kind == "punct":
        return token.low in MARKS or token.low in ("(", ")", ".", "-")
    return not token.form.verb_form and (token.form.case in ("nom", "gen", "") or token.quote >= 0 or token.capital)


def holders(scene: Scene, setting: Setting, held: int) -> list[Mention]:
    """Who holds it: agents, those who do so together, or the genitive of "düzenlediği" or of the event itself."""
    if held < 0:
        return []
    form = scene.layout.tokens[held].form
    if not form.passive:
        owned = form.suffix == "dik" or (form.suffix == "acak" and form.possessive)
        lends = scene.layout.tokens[held - 1].form.lemma == HOSTING  # "ev sahipliğini | üstlendiği"
        found = actors(genitive(scene.layout, scene.mentions, setting.low, held, strict=not lends)) if owned else []
        return [m for m in found if is_of_clause(scene, m.last, held)]
    by = [m for m in actors(agents(scene, setting, held)) if is_of_clause(scene, m.last + 1, held)]
    return by or together(scene, setting, held)


def owners_of(scene: Scene, setting: Setting) -> list[Mention]:
    """The body whose event it is ("Afrika Birliği'nin Lima'daki | toplantısında", "Dünya Bankası Yıllık | Toplantısı'na")."""
    p, wants, first = setting.predicate, setting.predicate.frame.wants, event_first(scene, setting)
    own = first < p.first or not (wants.get("one") or wants.get("inside"))  # not who is opened, or whose funeral it is; a party's own congress
    if not own or not scene.layout.tokens[min(first, p.head)].form.possessive.startswith("3"):
        return []
    found = (compounds(scene, setting) if first == p.first else []) or genitive(scene.layout, scene.mentions, setting.start, first, strict=True)
    return [m for m in actors(found) if isinstance(m.entity, Organisation)]


def actors(found: list[Mention]) -> list[Mention]:
    """Those of a list who can hold an event; who only stands before a list of bodies is its guest ("X, A ve B tarafından")."""
    told = [m for m in found if isinstance(m.entity, Person | Organisation | State)]
    return told if not told or isinstance(told[-1].entity, Person) else [m for m in told if not isinstance(m.entity, Person)]


def is_of_clause(scene: Scene, first: int, held: int) -> bool:
    """Do no verbs of other deeds stand between those who hold it and the participle, but for what it is for ("… güçlendirmek amacıyla")?"""
    return all(t.form.verb_form in ("", "verbal_noun") or t.form.lemma == "ol" for t in scene.layout.tokens[first:held])


def inviters(scene: Scene, setting: Setting) -> list[Mention]:
    """The body at whose invitation one is there ("Dünya Bankasının | davetiyle, davetlisi olarak")."""
    for token in scene.layout.tokens[setting.low + 1 : setting.predicate.first]:
        asked = token.form.lemma in scene.rules.invites and token.form.possessive.startswith("3")
        before = scene.mentions.at(token.index - 1) if asked else None
        if before is not None and before.case == "gen" and isinstance(before.entity, Organisation):
            return [before]
    return []


def active_hosts(scene: Scene, setting: Setting) -> list[Mention]:
    """Who holds what the verb behind it tells ("Afrika Birliği, X'in katılımıyla bir seminer | düzenledi")."""
    verb = told_by(scene, setting)
    form = scene.layout.tokens[verb].form
    done = form.verb_form == "finite" and not form.passive and stem(form) in scene.rules.does
    return actors(nominative(scene.layout, scene.mentions, setting.low, setting.predicate.first)) if done else []


def hosts_before(scene: Scene, setting: Setting) -> list[Mention]:
    """Who gave the event that opens the sentence, as one of the two before tells ("X resepsiyon verdi. | Resepsiyona Y katıldı")."""
    p = setting.predicate
    if p.first != setting.low or p.form.possessive or not p.frame.wants.get("crowd") or scene.layout.tokens[p.first].speech >= 0:
        return []
    for sentence in reversed(scene.layout.sentences[max(0, setting.number - 2) : setting.number]):
        words = scene.layout.tokens[sentence.first : sentence.last]
        same = (t.index for t in words if t.form.lemma == p.frame.wants["says"] and t.form.case in WHOLE)
        at = next(same, -1)
        verb = next_verb(scene.layout, scene.mentions, at, sentence.last, 4) if at >= 0 else -1
        form = scene.layout.tokens[verb].form
        if verb >= 0 and form.verb_form == "finite" and not form.negative and form.tense == "past" and stem(form) in scene.rules.does:
            return given_by(scene, sentence, at, verb)
    return []


def given_by(scene: Scene, sentence: Sentence, at: int, verb: int) -> list[Mention]:
    """The subject of "verdi", the agents of "verildi", or the embassy where it was."""
    if not scene.layout.tokens[verb].form.passive:
        return actors(nominative(scene.layout, scene.mentions, sentence.first, at))
    by = actors(by_agent(scene.layout, scene.mentions, sentence.first, at))
    inside = [m for m in scene.mentions.within(sentence.first, at) if m.case == "loc" and isinstance(m.entity, Organisation)]
    return by or [m for m in inside if scene.layout.tokens[m.last - 1].form.lemma in HOMES]


def attendance_at(scene: Scene, setting: Setting) -> int:
    """Where it is told in whose attendance the event is held ("X'in | katılımıyla"), or -1."""
    tokens = scene.layout.tokens[setting.low : max(told_by(scene, setting), setting.predicate.first)]
    return next((t.index for t in tokens if t.form.lemma in scene.rules.attendance and t.form.case == "ins"), -1)


def together(scene: Scene, setting: Setting, held: int) -> list[Mention]:
    """Those by whose joint work it is held ("A ile B iş birliğinde, C'nin ev sahipliğinde | düzenlenen")."""
    found: list[Mention] = []
    for token in scene.layout.tokens[setting.low + 1 : held]:
        before = joint_end(scene, token) if is_of_clause(scene, token.index + 1, held) else -1
        last = scene.mentions.at(before) if before >= setting.low else None
        if last is not None and last.case in ("nom", "gen"):
            found.extend(m for m in actors(conjuncts_before(scene.layout, scene.mentions, last, setting.low)) if m not in found)
    return found


def joint_end(scene: Scene, token: Token) -> int:
    """Where the name before "iş birliğinde" ends, if the word is one of those, or -1."""
    form, tokens = token.form, scene.layout.tokens
    if form.lemma not in JOINTLY or form.case not in ("loc", "ins") or not form.possessive.startswith("3"):
        return -1
    parted = PARTED.get(form.lemma)
    at = token.index - (1 if parted is None else 2)
    if parted is not None and tokens[token.index - 1].low != parted:
        return -1
    while tokens[at].low == ")" or (at > 0 and tokens[at - 1].low == "("):
        at -= 1  # "(TÜRKSOY)"
    return at - (tokens[at].low == "(")


def house(scene: Scene, setting: Setting, held: int) -> Mention | None:
    """The ministry or embassy in which it is held ("Sağlık Bakanlığında | düzenlenen")."""
    if held < 0 or not scene.layout.tokens[held].form.passive:
        return None
    for mention in reversed(scene.mentions.within(setting.low, held)):
        last = scene.layout.tokens[mention.last - 1]
        here = mention.case == "loc" and isinstance(mention.entity, Organisation) and last.form.suffix != "ki"
        if here and last.form.lemma in HOMES and is_of_clause(scene, mention.last, held):
            return mention
    return None


def came(scene: Scene, setting: Setting, hosts: list[Mention]) -> list[Party]:
    """The people of office who attend it or speak there, not those who hold it."""
    attends = setting.above if setting.predicate.form.case == "dat" else -1
    if setting.predicate.form.case in WHOLE:
        found = genitive(scene.layout, scene.mentions, setting.low, attendance_at(scene, setting), strict=True)
    elif setting.predicate.form.case == "loc":
        found = doers_there(scene, setting) if is_what_one_does(scene, setting) else []
    elif attends < 0 or not is_attended(scene, attends):
        return []
    else:
        found = who_attends(scene, setting, attends, hosts)
    told = parties([m for m in [*found, *beside(scene, setting, found)] if m not in hosts])
    told = told or (who_tells(scene, setting, attends, hosts) if attends >= 0 else [])
    if not told and not found and attends >= 0 and is_plain(scene, attends) and not has_own(scene, setting):
        told = parties(left_out(scene.layout, scene.mentions, setting.sentence), "inferred")
    people = [q for q in told if isinstance(q.actor, Person)]
    return people if any(is_politician(scene, q.actor) for q in people if isinstance(q.actor, Person)) else []


def is_what_one_does(scene: Scene, setting: Setting) -> bool:
    """Is it no encounter with others that the verb tells, nor what leaders do at a summit ("zirvede X ile sohbet etti, zirvesinde yardım istedi")?"""
    verb = told_by(scene, setting)
    if verb < 0 or speaks(scene, verb) or is_speech(scene, verb):
        return verb >= 0
    return setting.predicate.frame.wants.get("solo") is not True and match_at(scene.layout, scene.rules.frames, verb, setting.predicate.last) is None


def beside(scene: Scene, setting: Setting, found: list[Mention]) -> list[Mention]:
    """With whom they came ("X, Y ile | … düzenlenen törene katıldı")."""
    if not found or found[-1].first > setting.predicate.first:
        return []
    near = scene.mentions.within(found[-1].last, setting.predicate.first)
    return [m for m in near if isinstance(m.entity, Person) and part(scene.layout, scene.mentions, m) == "partner"]


def who_attends(scene: Scene, setting: Setting, attends: int, hosts: list[Mention]) -> list[Mention]:
    """The subject of the verb of attending; where that is only who holds it, whose it is before him ("X'in, Y'nin düzenlediği … katıldığı")."""
    before, setting.governor = setting.governor, attends
    found = [m for m in doers_above(scene, setting) if m not in hosts]
    setting.governor = before
    if found or not hosts:
        return found
    return [m for m in genitive(scene.layout, scene.mentions, setting.low, hosts[0].first) if m not in hosts]


def who_tells(scene: Scene, setting: Setting, attends: int, hosts: list[Mention]) -> list[Party]:
    """Who says of himself that he was or will be there ("katılacağını söyledi, katıldığını belirten X, “… katıldık” dedi")."""
    token = scene.layout.tokens[attends]
    said = scene.statements.at(token.start)
    if token.form.verb_form == "finite":
        return speaker(said) if token.speech >= 0 and token.form.person.startswith("1") else []
    if token.form.suffix not in ("dik", "acak") or token.form.case != "acc":
        return []
    before = nominative(scene.layout, scene.mentions, setting.low, hosts[0].first)
    told = speaker(said) or parties(before or above(scene.layout, scene.mentions, attends))
    near = scene.mentions.within(setting.low, setting.predicate.first) if told else []
    return [*told, *parties([m for m in near if isinstance(m.entity, Person) and part(scene.layout, scene.mentions, m) == "partner"])]


def is_plain(scene: Scene, at: int) -> bool:
    return scene.layout.tokens[at].form.verb_form == "finite" and not scene.layout.tokens[at].form.person.startswith("1")


def is_of_party(scene: Scene, mention: Mention) -> bool:
    """ "partisinin | Osmangazi İlçe Başkanlığınca": his own."""
    before = scene.layout.tokens[mention.first - 1].form if mention.first else None
    return before is not None and before.lemma == PARTY and bool(before.possessive)


def is_host_of(mention: Mention, guests: list[Party]) -> bool:
    """Is the host another than the guests, their state and where they work ("Sağlık Bakanı … Sağlık Bakanlığında")?"""
    host = mention.entity
    people = [q.actor for q in guests if isinstance(q.actor, Person)]
    if not isinstance(host, Organisation):
        return host not in people and not (isinstance(host, State) and any(p.state == host.id for p in people))
    return not any(works_there(p, host) for p in people)


def works_there(person: Person, host: Organisation) -> bool:
    """Is the body his own, a part of it, or the ministry that he heads?"""
    name = fold(host.name)
    if person.org is not None and name.startswith(fold(person.org)):
        return True
    abroad = None not in (person.state, host.state) and person.state != host.state
    return not abroad and bool(person.office) and name.startswith(fold(person.office or "")[:-1])


def at_event(scene: Scene, setting: Setting, held: Attended, status: str) -> Encounter | None:
    """The encounter of those who attend an event with those who hold it; none if they were not there."""
    p, status = setting.predicate, tense(scene, setting, status)
    if status == UNREAL:
        return None
    last = told_by(scene, setting) if status != MENTIONED else p.head
    span = Span(scene.layout.tokens[p.first].start, scene.layout.tokens[max(last, p.head)].end)
    found = encounter(scene, setting, held.guests, held.hosts, status, span)
    found.joins = found.single = found.teamed = False
    found.attends = True
    if held.home is not None and isinstance(held.home.entity, Organisation):
        found.place, found.place_span = held.home.entity, held.home.span
    return found if not found.bare and len(found.parties) > 1 else None


def told_by(scene: Scene, setting: Setting) -> int:
    """The verb of attending or speaking, or -1."""
    p = setting.predicate
    return setting.above if p.form.case in TAKEN else next_verb(scene.layout, scene.mentions, p.head, setting.high, 10)


def tense(scene: Scene, setting: Setting, status: str) -> str:
    """What the verb of attending or speaking says of their being there, beside what is said of the event."""
    verb = told_by(scene, setting)
    if verb < 0:
        return status
    to = setting.predicate.form.case in TAKEN
    told = governed(scene, setting, verb) if to else status_of(scene, setting, verb, scene.layout.tokens[verb].form)
    return told if told in (UNREAL, PLANNED, CANCELLED, MENTIONED) else status
