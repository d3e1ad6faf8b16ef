"""Encounters that a verb reports ("bir araya geldi", "X'i kabul etti", "Ankara'ya geldi")."""

from __future__ import annotations

from tutanak.mentions.model import Mention, Organisation, Person, State, Unnamed
from tutanak.records.meeting_form import encounter
from tutanak.records.meeting_scene import UNREAL, Encounter, Scene, Setting
from tutanak.records.meeting_status import status_of
from tutanak.records.parties import (
    Party,
    by_agent,
    clause_subject,
    conjuncts_before,
    follows,
    genitive,
    grammatical_subject,
    is_nominalised,
    left_out,
    named_delegates,
    next_verb,
    nominative,
    part,
    parties,
    speaker,
    state_of,
)
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Token

# Participles that only place in time or say that it goes on ("geçen hafta", "süren").
PASSING = frozenset(("geç", "gel", "sür", "et", "ol"))
AWAY = frozenset(("karşı", "göre", "yönelik", "ilişkin", "dair", "rağmen", "doğru"))


def by_verb(scene: Scene, setting: Setting) -> Encounter | None:
    """The encounter that a verb reports: its doer and the other party by the cases that the rule names."""
    p = setting.predicate
    status = status_of(scene, setting, p.head, p.form)
    if status == UNREAL or not needed(scene, setting):
        return None
    wants = p.frame.wants
    others = objects(scene, setting)
    if not others and "ins" not in wants["with"]:
        return None
    doers = [] if wants.get("brings") else doers_of(scene, setting, others)
    if wants.get("to") and (not others or not travels(scene, setting, doers, others)):
        return None
    return encounter(scene, setting, doers, others, status, p.span(scene.layout))


def needed(scene: Scene, setting: Setting) -> bool:
    """Does the word that the rule needs stand right before the verb ("telefonda konuştu")?"""
    needs = setting.predicate.frame.wants.get("needs")
    if not needs:
        return True
    before = scene.layout.tokens[max(setting.low, setting.predicate.first - 8) : setting.predicate.first]
    return any(t.form.lemma in needs or t.low.startswith(tuple(needs)) for t in before)


def objects(scene: Scene, setting: Setting) -> list[Mention]:
    """The other parties: partners before the verb in its own clause (else in the sentence), or objects in the rule's case."""
    p = setting.predicate
    wants = p.frame.wants
    if p.passive and "ins" not in wants["with"]:
        return patients(scene, setting)
    cases: list[str] = ["dat"] if wants.get("to") else list(wants["with"])
    found = in_cases(scene, setting, cases, setting.start)
    if not found and "ins" in cases:
        found = in_cases(scene, setting, cases, setting.low)
    if not found and "ins" in cases:
        found = delegates(scene, setting)
    return [m for m in found if not wants.get("person") or is_actor(m)]


def delegates(scene: Scene, setting: Setting) -> list[Mention]:
    """Partners named by their states alone ("Mısır ve Katar dışişleri bakanlarıyla")."""
    layout, p = scene.layout, setting.predicate
    found = named_delegates(layout, scene.mentions, setting.low, p.first)
    told = [state_mention(scene, code, span) for code, span, stands in found if stands == "partner"]
    return told if len(told) > 1 else company(scene, setting) or told


def company(scene: Scene, setting: Setting) -> list[Mention]:
    """A described group as partner, in its base form ("Türk iş dünyası temsilcileriyle")."""
    layout, p = scene.layout, setting.predicate
    for at in range(p.first - 1, max(setting.start, p.first - 6) - 1, -1):
        form = layout.tokens[at].form
        several = form.lemma in scene.rules.companies and "pl" in (form.number, form.possessive[1:])
        if several and with_whom(layout, at, form) and scene.mentions.at(at) is None:
            first = at
            while first > setting.start and is_attribute(layout.tokens[first - 1]):
                first -= 1
            span = Span(layout.tokens[first].start, layout.tokens[at].end)
            words = " ".join([*(t.text for t in layout.tokens[first:at]), plural(form)])
            return [Mention(span, first, at + 1, (Unnamed(words, span),), "description", "ins")]
    return []


def with_whom(layout: Layout, at: int, form: Form) -> bool:
    return form.case == "ins" or (form.case == "nom" and follows(layout, at + 1, frozenset(("ile",))))


def is_attribute(token: Token) -> bool:
    form = token.form
    return token.kind == "word" and form.pos in ("NOUN", "ADJ", "PROPN") and form.case in ("nom", "") and not form.verb_form


def plural(form: Form) -> str:
    """The plural of a noun without its case: "temsilciler", "temsilcileri"."""
    back = next((c in "aıou" for c in reversed(form.lemma) if c in "aıoueiöü"), False)
    ending = ("lar" if back else "ler") + (("ı" if back else "i") if form.possessive else "")
    return form.lemma + ending


def state_mention(scene: Scene, code: str, span: Span) -> Mention:
    at = scene.layout.token_at(span.start)
    return scene.mentions.at(at) or Mention(span, at, at + 1, (scene.states.of(code),), "state", "nom")


def patients(scene: Scene, setting: Setting) -> list[Mention]:
    """Who is received, in the passive: subject, genitive of a nominalised verb, or head of a participle."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    if is_nominalised(p):
        found = genitive(layout, mentions, setting.low, p.first, strict=True)
    else:
        found = grammatical_subject(layout, mentions, p, setting.low, setting.high)
    return [m for m in found if not p.frame.wants.get("person") or is_actor(m)]


def is_actor(mention: Mention) -> bool:
    """Can it be received or called: a person, a body, someone described?"""
    return any(isinstance(e, Person | Organisation | Unnamed) for e in mention.entities)


def in_cases(scene: Scene, setting: Setting, cases: list[str], low: int) -> list[Mention]:
    """Mentions in one of these cases before the predicate, with those that share their ending; partners all, others the nearest."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    quote = layout.tokens[p.head].quote
    reach = setting.governor if 0 <= setting.governor < p.first else p.first
    found: list[Mention] = []
    for mention in reversed(mentions.within(low, p.first)):
        if mention.last > p.first or layout.tokens[mention.first].quote != quote or mention in found:
            continue
        stands = part(layout, mentions, mention)
        if p.frame.wants.get("noun") and not found and taken_away(layout, mention, reach):
            continue
        if stands == "dat" and follows(layout, mention.last, AWAY):
            continue
        if p.frame.wants.get("to") and next_verb(layout, mentions, mention.last - 1, p.last, 40) != p.head:
            continue
        if stands == "partner" and "ins" in cases:
            if not found or mention.last + 1 >= found[0].first:
                found[:0] = [m for m in conjuncts_before(layout, mentions, mention, low) if m not in found]
        elif not found and stands != "ins" and (stands in cases or (stands == "nom" and "acc" in cases and is_vague_object(layout, mention))):
            found.extend(conjuncts_before(layout, mentions, mention, low))
    return found


def is_vague_object(layout: Layout, mention: Mention) -> bool:
    """"Amerikalı diplomatı": its ending is the accusative's as well as the possessive's."""
    return mention.kind == "description" and any(f.case == "acc" or f.possessive == "3sg" for f in layout.tokens[mention.last - 1].forms)


def taken_away(layout: Layout, mention: Mention, at: int) -> bool:
    """Does a noun between belong to another phrase, so that the name is no party to the noun at `at` ("ABD ile savaş, olası müzakereler")?"""
    for token in layout.tokens[mention.last : at]:
        form = token.form
        if form.verb_form == "participle" and not form.passive and form.lemma not in PASSING:
            return True
        if token.low in (",", "ve") or (form.pos == "NOUN" and not form.verb_form and form.case in ("acc", "dat", "gen", "abl")):
            return True
    return False


def doers_of(scene: Scene, setting: Setting, others: list[Mention]) -> list[Party]:
    """Who does it: agent of a passive, subject, the speaker of a first person, or the subject left out."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    if p.passive and "ins" not in p.frame.wants["with"]:
        return parties(by_agent(layout, mentions, setting.low, p.first))
    if is_nominalised(p) and not p.form.possessive.startswith("1"):
        return clause_subject(layout, mentions, p, setting.low, scene.statements.at(layout.tokens[p.head].start))
    subject = grammatical_subject(layout, mentions, p, setting.low, setting.high)
    if subject and any(subject[-1].span == o.span for o in others):
        subject = nominative(layout, mentions, setting.low, layout.token_at(min(o.span.start for o in others)))
    sent = named_delegates(layout, mentions, setting.low, p.first) if not others else []
    if len(sent) > 1 and sent[0][2] == "nom" and (not subject or subject[-1].span in [span for _, span, _ in sent]):
        return [Party(scene.states.of(code), span) for code, span, _ in sent]
    if subject:
        return parties(subject)
    return absent(scene, setting, p.form, layout.tokens[p.head])


def absent(scene: Scene, setting: Setting, form: Form, token: Token) -> list[Party]:
    """The doer that no word of the clause names: the speaker ("görüştük"), or the last sentence's subject."""
    statement = scene.statements.at(token.start)
    if token.quote >= 0:
        return speaker(statement) if (form.person or form.possessive).startswith("1") else []
    if statement is not None and statement.mode == "indirect":
        return speaker(statement)
    return parties(left_out(scene.layout, scene.mentions, setting.sentence), "inferred")


def travels(scene: Scene, setting: Setting, doers: list[Party], to: list[Mention]) -> bool:
    """Is it a person of one state who goes to another, with a purpose among states?"""
    there = {state_of(e) for m in to for e in m.entities}
    persons = [p for p in doers if isinstance(p.actor, Person)]
    if not persons or None in there or any(state_of(p.actor) in there for p in persons):
        return False
    sent = all(isinstance(e, State) for m in to for e in m.entities) and any(isinstance(p.actor, Person) and p.actor.office for p in persons)
    return sent or any(t.form.lemma in scene.rules.purposes for t in scene.layout.tokens[setting.low : setting.high])
