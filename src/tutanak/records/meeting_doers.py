"""Who meets: the subject in all its shapes, or who speaks of himself, or the subject left out."""

from __future__ import annotations

from typing import Final

from tutanak.mentions import nationality
from tutanak.mentions.model import Mention, Mentions, Organisation, Person, Place, State
from tutanak.records.frames import modified
from tutanak.records.grammar import WITH
from tutanak.records.meeting_assemblies import cabinet
from tutanak.records.meeting_chairs import is_chairmanship
from tutanak.records.meeting_delegates import PEERS, Delegates, delegates_after, delegates_before, home_of, leaders
from tutanak.records.meeting_governor import at_form, errand
from tutanak.records.meeting_partners import agents
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.meeting_ships import sailing
from tutanak.records.model import Statement
from tutanak.records.parties import (
    DELEGATES,
    Party,
    above,
    clause_subject,
    conjuncts_before,
    front,
    genitive,
    grammatical_subject,
    is_nominalised,
    left_out,
    next_verb,
    nominative,
    part,
    parties,
    speaker,
    state_of,
    stem,
)
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Token

# "İki bakan Davos'a gidiyor"
PLURAL: Final = ("leri", "ları", "ler", "lar")
COUNTS: Final = frozenset(("iki", "üç", "dört"))


def doers_of(scene: Scene, setting: Setting, others: list[Mention]) -> list[Party]:
    """Who does it: agent of a passive, subject, the speaker of a first person, or the subject left out."""
    layout, p = scene.layout, setting.predicate
    if p.passive and "ins" not in p.frame.wants["with"]:
        return parties(agents(scene, setting))
    on_way = errand(scene, setting) if p.form.suffix == "mak" else -1
    if on_way >= 0 and layout.tokens[on_way].form.suffix == "an":
        return parties(grammatical_subject(layout, scene.mentions, at_form(p, layout.tokens[on_way], on_way), setting.low, setting.high))
    if p.finite and p.form.person.startswith("1"):
        return absent(scene, setting, p.form, layout.tokens[p.head])
    expected = awaited(scene, p.head, setting.high)
    if expected:
        return parties(expected)
    carried = aboard(scene, setting) if p.frame.wants.get("to") else parties(sailing(scene, setting)) if p.frame.wants.get("tour") else []
    if carried:
        return carried
    found = (several_sent(scene, setting) or delegation_from(scene, setting) if is_nominalised(p) else None) or of_nominalised(scene, setting)
    if found is not None:
        return found
    above_it = of_clause_above(scene, setting) if p.converb else None
    if above_it is not None:
        return above_it
    subject = plain_subject(scene, setting, others)
    sent = senders(scene, setting, subject, bool(others))
    if sent is not None:
        return sent.parties()
    if not subject:
        found = delegation_from(scene, setting) or (peers_from(scene, setting) or behind_participle(scene, setting) if others else [])
        if found:
            return found
    if p.frame.wants.get("alone") and (not subject or is_chairmanship(layout.tokens[subject[-1].last])):
        return parties(gathered(scene, setting))
    if subject:
        return [] if p.frame.wants.get("alone") and has_members(layout, subject[-1]) else parties(subject)
    return (two_leaders(scene, setting) if not others else []) or absent(scene, setting, p.form, layout.tokens[p.head])


def awaited(scene: Scene, at: int, high: int) -> list[Mention]:
    """Of whom a participle tells what is expected or reported ("Y ile görüşmesi beklenen, görüşeceği belirtilen | X")."""
    form = scene.layout.tokens[at].form
    expects = form.suffix in ("ma", "acak", "dik", "") and form.possessive.startswith("3") and form.case in ("nom", "") and at + 2 < high
    after = scene.layout.tokens[at + 1].form if expects else form
    if not expects or after.suffix != "an" or not after.passive or not (stem(after) in scene.rules.planned or after.lemma in scene.rules.reports):
        return []
    found = modified(scene.layout, scene.mentions, at + 2, high)
    return found if found and found[0].first == at + 2 and isinstance(found[0].entity, Person) else []


def gathered(scene: Scene, setting: Setting) -> list[Mention]:
    """The cabinet that gathers, before the verb or as the head of its participle ("Bakanlar Kurulu … toplandı", "toplanan kabine")."""
    p = setting.predicate
    ahead = p.participle and not is_nominalised(p)
    span = range(p.last + 1, min(p.last + 3, setting.high + 1)) if ahead else range(setting.low + 1, p.first + 1)
    found = next((c for last in span if (c := cabinet(scene, last)) is not None), None)
    return [found] if found is not None else []


def several_sent(scene: Scene, setting: Setting) -> list[Party]:
    """Several whose people are the subject of a nominalised verb ("ABD ve Rus heyetlerinin … bir araya geleceğini")."""
    found = delegates_before(scene, setting.low, setting.predicate.first, past_partners=True)
    return found.parties() if found is not None and len(found.actors) > 1 and found.stands == "gen" else []


def of_nominalised(scene: Scene, setting: Setting) -> list[Party] | None:
    """The doer of a nominalised verb, a bare infinitive too ("Karzai'nin … ziyaret etmeyi planladığı"); None where it is none or has no owner."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    if p.form.verb_form == "verbal_noun" and not p.form.possessive:
        return parties(genitive(layout, mentions, setting.low, p.first, strict=True)) or None
    if not is_nominalised(p) or p.form.possessive.startswith("1"):
        return None
    said = scene.statements.at(layout.tokens[p.head].start)
    found = journeying(scene, setting) or clause_subject(layout, mentions, p, setting.low, said)
    if found and all(is_part(scene, f) for f in found):
        return parties(above(layout, mentions, p.head)) or parties(left_out(layout, mentions, setting.sentence), "inferred")
    return found if any(not isinstance(f.actor, Organisation) for f in found) else genitive_person(scene, setting) or found


def of_clause_above(scene: Scene, setting: Setting) -> list[Party] | None:
    """Whose reported clause it is that the converb belongs to ("X'in | Y'yi ziyaret ederek … görüştüğünü anlattı"); None where no person owns it."""
    layout, p = scene.layout, setting.predicate
    at = next_verb(layout, scene.mentions, p.head, setting.high, 12)
    at = at if at >= 0 else past_quotation(scene, setting)
    if at >= 0 and layout.tokens[at].form.verb_form == "verbal_noun" and p.frame.wants.get("needs"):
        at = next_verb(layout, scene.mentions, at, setting.high, 12)  # "arayarak, … üstlenmesi vesilesiyle | tebrik ettiğini"
    if at < 0 or layout.tokens[at].form.suffix not in ("dik", "acak") or layout.tokens[at].form.case not in ("acc", "nom"):
        return None
    if not any(m.case == "gen" and isinstance(m.entity, Person) for m in scene.mentions.within(setting.low, p.first)):
        return None
    his = genitive(layout, scene.mentions, setting.low, at, strict=True) or genitive(layout, scene.mentions, setting.low, p.first, strict=True)
    return [q for q in parties(his) if isinstance(q.actor, Person)]


def past_quotation(scene: Scene, setting: Setting) -> int:
    """The verb right behind what is quoted after the encounter ("Y ile bir araya gelerek, “…” | dediği"), or -1."""
    tokens, said = scene.layout.tokens, scene.layout.tokens[setting.predicate.head].speech
    behind = (t for t in tokens[setting.predicate.last : setting.high] if t.kind == "word" and t.speech == said)
    first = next(behind, None)
    return first.index if first is not None and first.form.verb_form and tokens[first.index - 1].kind == "punct" else -1


def is_part(scene: Scene, party: Party) -> bool:
    """Is the name but the first part of a compound ("ABD savunma şirketlerinin yöneticileri")?"""
    mention = scene.mentions.at(scene.layout.token_at(party.span.start))
    return mention is not None and mention.span == party.span and in_compound(scene.layout, mention)


def plain_subject(scene: Scene, setting: Setting, others: list[Mention]) -> list[Mention]:
    """The grammatical subject, if it is not the first part of a compound, an apposition or one of the others."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    along = next((t.index for t in layout.tokens[setting.low : p.first] if t.low in scene.rules.company), -1)
    if along >= 0 and (headed := nominative(layout, mentions, setting.low, along)):
        return headed
    subject = [m for m in grammatical_subject(layout, mentions, p, setting.low, setting.high) if not in_compound(layout, m)]
    if len(subject) == 1 and is_apposition(layout, mentions, subject[0]):
        subject = nominative(layout, mentions, setting.low, subject[0].first)
    if subject and any(subject[-1].span == o.span for o in others):
        subject = nominative(layout, mentions, setting.low, layout.token_at(min(o.span.start for o in others)))
    subject = [*set_off_before(scene, setting, subject[0]), *subject] if len(subject) == 1 else subject
    return subject if others or len(subject) != 1 else whole_list(scene, setting, subject)


def set_off_before(scene: Scene, setting: Setting, last: Mention) -> list[Mention]:
    """The officers of other states that head the sentence before the last, each set off by a comma ("Peru lideri X, | Çad lideri Y, gece")."""
    layout, found = scene.layout, list[Mention]()
    at = front(layout, scene.mentions, last, setting.low) - 1
    while last.last < setting.predicate.first and layout.tokens[last.last].low == "," and at > setting.low and layout.tokens[at].low == ",":
        before = scene.mentions.at(at - 1)
        if before is None or before.last != at or not are_peers(scene, before, last):
            break
        found.insert(0, before)
        at = front(layout, scene.mentions, before, setting.low) - 1
    return found if found and at < setting.low else []


def are_peers(scene: Scene, one: Mention, other: Mention) -> bool:
    """Are they officers of two states?"""
    if part(scene.layout, scene.mentions, one) != "nom" or not isinstance(one.entity, Person) or not isinstance(other.entity, Person):
        return False
    states = {one.entity.state, other.entity.state}
    return bool(one.entity.office and other.entity.office) and None not in states and len(states) > 1


def whole_list(scene: Scene, setting: Setting, subject: list[Mention]) -> list[Mention]:
    """The subject with all those listed behind it up to the verb, who met one another ("A, B ve C telefonda görüştü")."""
    p = setting.predicate
    return listed_people(scene, setting, subject[0]) if "ins" in p.frame.wants["with"] else subject


def listed_people(scene: Scene, setting: Setting, first: Mention) -> list[Mention]:
    """The subject with all the people listed behind it up to the predicate."""
    layout, mentions = scene.layout, scene.mentions
    told = mentions.within(setting.low, setting.predicate.first)
    near = [m for m in told if isinstance(m.entity, Person) and part(layout, mentions, m) == "nom"]
    chain = conjuncts_before(layout, mentions, near[-1], setting.low) if near else []
    return chain if len(chain) > 2 and chain[0] is first else [first]


def aboard(scene: Scene, setting: Setting) -> list[Party]:
    """Whom the plane brings that arrives ("X'i taşıyan uçak, Lima'ya indi")."""
    tokens = scene.layout.tokens
    for mention in scene.mentions.within(setting.low, setting.predicate.first):
        if mention.case == "acc" and isinstance(mention.entity, Person) and tokens[mention.last].form.suffix == "an":
            return parties([mention]) if tokens[mention.last].form.lemma == "taşı" else []
    return []


def journeying(scene: Scene, setting: Setting) -> list[Party]:
    """Of whom the clause says where he goes or is, and who does there what it tells ("X'in gideceği | Lima'da, Y ile görüşeceğini")."""
    tokens = scene.layout.tokens
    for mention in scene.mentions.within(setting.low + 1, setting.predicate.first):
        form = tokens[mention.first - 1].form
        goes = form.suffix in ("dik", "acak") and form.possessive.startswith("3") and form.lemma in scene.rules.motions
        if goes and mention.case == "loc" and isinstance(mention.entity, Place | State):
            if genitive(scene.layout, scene.mentions, mention.last, setting.predicate.first, strict=True):
                return []
            who = genitive(scene.layout, scene.mentions, setting.low, mention.first - 1, strict=True)
            return [q for q in parties(who) if isinstance(q.actor, Person)]
    return []


def genitive_person(scene: Scene, setting: Setting) -> list[Party]:
    """The last person in the genitive before, whom another clause of his took ("X'in yaptığı ziyarette Y ile görüştüğü")."""
    found = [m for m in scene.mentions.within(setting.low, setting.predicate.first) if m.case == "gen" and isinstance(m.entity, Person)]
    return parties(found[-1:])


def has_members(layout: Layout, mention: Mention) -> bool:
    """Are those who gather only of the body ("Platformu (ANFİDAP) üyeleri … önünde toplandı")?"""
    at = mention.last
    while at < len(layout.tokens) and (layout.tokens[at].low in ("(", ")") or layout.tokens[at - 1].low == "("):
        at += 1
    form = layout.tokens[at].form if at < len(layout.tokens) else None
    owned = form is not None and form.pos == "NOUN" and form.possessive in ("3sg", "3pl") and form.lemma not in DELEGATES
    return owned and layout.tokens[at].low != "ardından"


def is_apposition(layout: Layout, mentions: Mentions, mention: Mention) -> bool:
    """Is the office but one of several of the person behind it ("Kültür Bakanı, Parti Başkan Yardımcısı Zoltan Tarr")?"""
    if mention.kind != "description" or mention.last >= len(layout.tokens) or layout.tokens[mention.last].low != ",":
        return False
    after = next((m for m in mentions.within(mention.last + 1, mention.last + 12) if isinstance(m.entity, Person)), None)
    if after is None or front(layout, mentions, after, mention.last) != mention.last + 1:
        return False
    states = {state_of(mention.entity), state_of(after.entity)} - {None}
    return len(states) < 2  # "Ürdün Kralı, Cumhurbaşkanı X ile görüştü"


def in_compound(layout: Layout, mention: Mention) -> bool:
    """A state's name before a bare noun and a possessed one is no subject of a meeting ("ABD savunma şirketlerinin yöneticileri")."""
    if not isinstance(mention.entity, State) or mention.case != "nom":
        return False
    forms = [t.form for t in layout.tokens[mention.last : mention.last + 3]]
    if not forms or forms[0].pos != "NOUN" or forms[0].case != "nom" or forms[0].possessive or forms[0].verb_form:
        return False
    return any(form.possessive in ("3sg", "3pl") and not form.verb_form for form in forms[1:])


def delegation_from(scene: Scene, setting: Setting) -> list[Party]:
    """Whose delegation is the subject: "Umman'dan bir heyet", "X'in başkanlığındaki heyet", "Taliban, heyetinin … gideceğini"."""
    tokens, p = scene.layout.tokens, setting.predicate
    stands = "gen" if is_nominalised(p) else "nom"
    for token in reversed(tokens[setting.low : p.first]):
        if token.form.lemma in scene.rules.delegations and token.form.case == stands and tokens[token.index + 1].low not in WITH:
            whose = leaders(scene, setting.low, token.index) or home_of(scene, setting.low, token.index)
            return parties(whose) or (owner_before(scene, setting, token) if stands == "gen" else [])
    return []


def peers_from(scene: Scene, setting: Setting) -> list[Party]:
    """Of which state those are who travel, told by no name ("Norveçli milletvekilleri | Çad'ı ziyaret etti")."""
    tokens, stands = scene.layout.tokens, "gen" if is_nominalised(setting.predicate) else "nom"
    for token in reversed(tokens[setting.low + 1 : setting.predicate.first]):
        several = token.form.number == "pl" or token.low.endswith(PLURAL)
        if several and token.form.lemma in PEERS and any(f.case == stands for f in token.forms) and scene.mentions.at(token.index) is None:
            code = nationality(tokens[token.index - 1])
            span = Span(tokens[token.index - 1].start, tokens[token.index - 1].end)
            return [Party(scene.states.of(code), span)] if code is not None and tokens[token.index + 1].low not in WITH else []
    return []


def behind_participle(scene: Scene, setting: Setting) -> list[Party]:
    """Who leads or sent the delegation that the participle stands before ("Çad'ı ziyaret eden | X başkanlığındaki Peru heyeti")."""
    p = setting.predicate
    if p.form.suffix != "an" or p.passive:
        return []
    ahead = scene.layout.tokens[p.last : min(p.last + 14, setting.high)]
    at = next((t.index for t in ahead if t.form.lemma in scene.rules.delegations or t.form.verb_form or t.low == ","), -1)
    if at < 0 or scene.layout.tokens[at].form.lemma not in scene.rules.delegations:
        return []
    return parties(leaders(scene, p.last, at) or home_of(scene, p.last, at))


def owner_before(scene: Scene, setting: Setting, token: Token) -> list[Party]:
    """The subject of the sentence, if it is a state or a body and the delegation is its own."""
    found = nominative(scene.layout, scene.mentions, setting.low, token.index)
    own = token.form.possessive == "3sg" and len(found) == 1 and isinstance(found[0].entity, State | Organisation)
    return parties(found) if own else []


def senders(scene: Scene, setting: Setting, subject: list[Mention], met: bool) -> Delegates | None:
    """States or a body whose people are the subject ("Irak ve Fransa bakanları", "toplanacak NATO liderleri"), if no other is.

    met: are others met? Then one state is enough ("Türk heyeti, X ile").
    """
    p = setting.predicate
    if p.participle and not is_nominalised(p):
        return None if subject or met else delegates_after(scene, p.last, setting.high)
    found = delegates_before(scene, setting.low, p.first, past_partners=True)
    if met and (p.participle or (subject and not heads_list(found, subject))):
        return None
    if found is None or not (found.enough or met) or found.stands != ("gen" if is_nominalised(p) else "nom"):
        return None
    own = not subject or heads_list(found, subject) or any(subject[-1].span.start <= s.start < subject[-1].span.end for _, s in found.actors)
    return found if own else None


def heads_list(found: Delegates | None, subject: list[Mention]) -> bool:
    """Is the subject but the first of the states whose people are told ("Almanya, Fransa ve İtalya bakanları, X ile")?"""
    return found is not None and len(found.actors) > 1 and any(subject[0].span == span for _, span in found.actors)


def two_leaders(scene: Scene, setting: Setting) -> list[Party]:
    """ "Dünyanın iki büyük gücünün liderleri": the two persons of different states named last before, else first behind."""
    layout, p = scene.layout, setting.predicate
    lead = next((t.index for t in reversed(layout.tokens[setting.start : p.first]) if t.form.lemma in scene.rules.leaders and t.form.possessive), -1)
    if lead < 0 or not any(t.low in ("iki", "2") for t in layout.tokens[max(setting.low, lead - 5) : lead]):
        return []
    before = list(reversed(scene.mentions.within(0, p.first)))
    found: dict[str | None, Party] = {}
    for mention in [*before, *scene.mentions.within(p.last, len(layout.tokens))]:
        if isinstance(mention.entity, Person) and mention.entity.state is not None and len(found) < 2:
            found.setdefault(mention.entity.state, Party(mention.entity, mention.span, "inferred"))
    return list(found.values()) if len(found) == 2 else []


def absent(scene: Scene, setting: Setting, form: Form, token: Token) -> list[Party]:
    """The doer that no word of the clause names: the speaker ("görüştük"), or the last sentence's subject."""
    statement = scene.statements.at(token.start)
    if token.speech >= 0:
        return speaker(statement) if (form.person or form.possessive).startswith("1") else []
    told = statement is not None and statement.mode == "indirect"
    if is_according(scene, statement) or ((not told or form.verb_form == "finite") and has_own(scene, setting)):
        return []
    if told:
        return speaker(statement)
    return parties(sent_before(scene, setting) or left_out(scene.layout, scene.mentions, setting.sentence), "inferred")


def is_according(scene: Scene, statement: Statement | None) -> bool:
    """Are they the words of a report whose clauses have subjects of their own ("X'e | göre yetkililer, Y ile görüşerek …")?"""
    return statement is not None and statement.cue is not None and statement.cue.of(scene.layout.text) == "göre"


def sent_before(scene: Scene, setting: Setting) -> list[Mention]:
    """Who leads or sent the delegation told before that the sentence is about ("Heyet, X ile görüştü")."""
    layout = scene.layout
    if layout.tokens[setting.low].form.lemma not in scene.rules.delegations or setting.number == 0:
        return []
    for sentence in reversed(layout.sentences[max(0, setting.number - 3) : setting.number]):
        at = next((t.index for t in reversed(layout.tokens[sentence.first : sentence.last]) if t.form.lemma in scene.rules.delegations), -1)
        found = leaders(scene, sentence.first, at) or home_of(scene, sentence.first, at) if at >= 0 else []
        if found:
            return found
    return []


def has_own(scene: Scene, setting: Setting) -> bool:
    """Has the sentence a subject of its own that is no name ("Turistler Mısır'a gitti", "İki bakan Davos'a gidiyor", "Grup, Roma'ya gitti")?"""
    tokens = scene.layout.tokens
    if is_set_off(scene, setting.low):
        return True
    return any(is_crowd(scene, t) for t in tokens[setting.low : setting.predicate.first] if t.speech == tokens[setting.predicate.head].speech)


def is_set_off(scene: Scene, at: int) -> bool:
    """Is it a common noun for one that a comma sets off as the subject ("Grup, …"), and no delegation told before?"""
    token = scene.layout.tokens[at]
    form = token.form
    common = token.kind == "word" and form.pos == "NOUN" and form.case == "nom" and form.number == "sg" and not form.possessive and not form.verb_form
    if not common or scene.layout.tokens[at + 1].low != "," or scene.mentions.at(at) is not None or scene.is_dated(at):
        return False
    return form.lemma not in scene.rules.delegations


def is_crowd(scene: Scene, token: Token) -> bool:
    """Is it a noun for several, in the nominative, that belongs to no verb, noun or postposition right behind it?"""
    form, after = token.form, scene.layout.tokens[token.index + 1]
    if token.kind != "word" or form.pos != "NOUN" or form.case != "nom" or form.verb_form or scene.mentions.at(token.index) is not None:
        return False
    several = form.number == "pl" or form.possessive == "3pl"
    counted = not form.possessive and scene.layout.tokens[token.index - 1].low in COUNTS and form.lemma not in scene.rules.spells
    free = not after.form.verb_form and after.form.pos not in ("ADP", "CCONJ") and not after.form.possessive.startswith("3")
    return (several or counted) and free and not scene.is_dated(token.index)
