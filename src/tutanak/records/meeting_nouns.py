"""Encounters that a noun names ("görüşmesinin ardından", "yaptığı görüşmede", "Türkiye ziyareti")."""

from __future__ import annotations

from tutanak.mentions.model import Mention, Person, State
from tutanak.records.frames import Predicate, match_at
from tutanak.records.meeting_form import encounter, is_done
from tutanak.records.meeting_scene import HELD, MENTIONED, PLANNED, UNREAL, Encounter, Scene, Setting
from tutanak.records.meeting_status import governed
from tutanak.records.meeting_verbs import delegates, in_cases
from tutanak.records.parties import (
    CUTS,
    Party,
    above,
    clause_start,
    conjuncts_before,
    follows,
    genitive,
    grammatical_subject,
    is_object_relative,
    key,
    left_out,
    next_verb,
    nominative,
    parties,
    stem,
    verb_words,
)
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token


def by_noun(scene: Scene, setting: Setting) -> Encounter | None:
    """The encounter that a noun names, with the verb above it ("görüşme yaptı") or beside it ("yaptığı görüşmede")."""
    p = setting.predicate
    if compounded(scene, p) or (p.frame.wants.get("solo") and is_frame_of_other(scene, setting)):
        return None
    head = scene.layout.tokens[p.head]
    setting.governor, left = governor(scene, setting)
    status = noun_tense(scene, setting, left)
    if status == UNREAL:
        return None
    if left:
        setting.start = clause_start(scene.layout, scene.mentions, at_token(p, setting.governor), setting.low, CUTS)
    doers, others = noun_parties(scene, setting, left)
    if p.frame.wants.get("solo") and doers:
        others = [m for m in others if any(isinstance(e, Person) for e in m.entities)]
    last = setting.governor if setting.governor > p.head and status != MENTIONED else p.head
    return encounter(scene, setting, doers, others, status, Span(scene.layout.tokens[p.first].start, max(head.end, scene.layout.tokens[last].end)))


def is_frame_of_other(scene: Scene, setting: Setting) -> bool:
    """Is a summit only the occasion of an encounter that a verb of its own reports ("zirvesi kapsamında bir araya geldi")?"""
    p = setting.predicate
    if not follows(scene.layout, p.last, scene.rules.after):
        return False
    verb = next_verb(scene.layout, scene.mentions, p.head, setting.high, 7)
    found = match_at(scene.layout, scene.rules.frames, verb, p.last) if verb >= 0 else None
    return found is not None and not found.frame.wants.get("noun")


def at_token(predicate: Predicate, at: int) -> Predicate:
    return Predicate(predicate.frame, at, at, predicate.form)


def compounded(scene: Scene, p: Predicate) -> bool:
    """Is the noun one that names no encounter between actors ("basın toplantısı", "kabir ziyareti")?"""
    return p.first > 0 and any(f.lemma in scene.rules.not_encounters for f in scene.layout.tokens[p.first - 1].forms)


def governor(scene: Scene, setting: Setting) -> tuple[int, bool]:
    """The light verb of the noun: a participle to its left ("yaptığı ikili görüşmede"), else the verb it is an argument of; -1 if none."""
    layout, rules = scene.layout, scene.rules
    left = light_participle(scene, setting)
    if left >= 0 and layout.tokens[left].form.suffix == "dik":
        return left, True
    right = next_verb(layout, scene.mentions, setting.predicate.head, setting.high, 7)
    if right >= 0 and not governs(scene, setting, right):
        right = -1
    if left >= 0 and (right < 0 or stem(layout.tokens[right].form) not in rules.does):
        return left, True
    return right, False


def governs(scene: Scene, setting: Setting, at: int) -> bool:
    """Is the noun an argument of the verb: its case fits, and no postposition takes it away ("görüşmelere ilişkin")?"""
    layout, rules, p = scene.layout, scene.rules, setting.predicate
    form, case = layout.tokens[at].form, p.form.case
    after = layout.tokens[p.last]
    if case in ("", "nom", "acc"):
        return True
    if case == "gen":
        return form.passive or bool(form.verb_form != "finite" and stem(form) not in rules.does)
    if case == "dat":
        if verb_words(layout, at) in rules.ongoing:
            return True
        return after.form.pos != "ADP" and (stem(form) not in rules.does or stem(form) in rules.attends)
    return case == "loc" and form.lemma == "bulun"


def light_participle(scene: Scene, setting: Setting) -> int:
    """A light verb's participle at most five words before the noun, or -1."""
    layout, rules, head = scene.layout, scene.rules, setting.predicate.first
    for at in range(head - 1, max(setting.low, head - 6) - 1, -1):
        form = layout.tokens[at].form
        if form.verb_form == "participle":
            return at if stem(form) in rules.does or stem(form) in rules.happens else -1
    return -1


def noun_tense(scene: Scene, setting: Setting, left: bool) -> str:
    """The time of a noun's encounter."""
    layout, at = scene.layout, setting.predicate.head
    if left:
        form = layout.tokens[setting.governor].form
        return PLANNED if form.suffix == "acak" else HELD
    if follows(layout, at + 1, scene.rules.after):
        return HELD
    if follows(layout, at + 1, scene.rules.before):
        return PLANNED
    return governed(scene, setting, setting.governor) if setting.governor >= 0 else HELD


def noun_parties(scene: Scene, setting: Setting, left: bool) -> tuple[list[Party], list[Mention]]:
    """Owners and doers of the encounter, and its other parties."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    others = in_cases(scene, setting, ["ins", *p.frame.wants.get("with", ())], setting.start) or delegates(scene, setting)
    names = compounds(scene, setting)
    if names and (not others or p.frame.wants.get("tour") or len(names) > 1):
        others = names
    if between(layout, others):
        return [], others
    owner = genitive(layout, mentions, setting.low if left else setting.start, setting.governor if left else p.first, strict=True)
    if owner:
        return parties(owner), others
    found = noun_doers(scene, setting, left, others)
    return parties(found or genitive(layout, mentions, setting.start, p.first)), others


def between(layout: Layout, others: list[Mention]) -> bool:
    """"A ile B arasında": all the parties are told."""
    return len(others) > 1 and others[-1].last < len(layout.tokens) and layout.tokens[others[-1].last].low in ("arasında", "arasındaki")


def noun_doers(scene: Scene, setting: Setting, left: bool, others: list[Mention]) -> list[Mention]:
    """Who does it where no genitive owns it: the subject of its light verb, or of the sentence ("görüşmesinin ardından")."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    owned = layout.tokens[p.head].form.possessive in ("3sg", "3pl")
    if left and not is_object_relative(at_form(p, layout.tokens[setting.governor], setting.governor)):
        return []
    if left:
        said = scene.statements.at(layout.tokens[p.head].start)
        found = nominative(layout, mentions, setting.low, setting.governor)
        if not found and said is not None and said.mode == "indirect":
            return []
        return found or above(layout, mentions, p.head) or genitive(layout, mentions, setting.low, setting.governor)
    does = setting.governor >= 0 and not left and is_done(scene, layout.tokens[setting.governor].form)
    if not (does or left or owned):
        return []
    if len({key(p.actor) for p in parties(others)}) > 1 and not does:
        return []
    if does:
        verb = at_form(p, layout.tokens[setting.governor], setting.governor)
        verb.first = p.first
        found = grammatical_subject(layout, mentions, verb, setting.low, setting.high)
    else:
        found = nominative(layout, mentions, setting.low, p.first) or above(layout, mentions, p.head)
    return found or (left_out(layout, mentions, setting.sentence) if others or does else [])


def at_form(predicate: Predicate, token: Token, at: int) -> Predicate:
    return Predicate(predicate.frame, at, at, token.form)


def compounds(scene: Scene, setting: Setting) -> list[Mention]:
    """Names that stand as the first part of the noun's compound ("Türkiye ziyareti", "ABD-İran müzakereleri")."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    if layout.tokens[p.head].form.possessive not in ("3sg", "3pl"):
        return []
    pair = hyphened(scene, p.first - 1)
    if pair:
        return pair
    named = bool(p.frame.wants.get("named"))
    at, most = p.first - 1, 8 if named else 3
    while at > setting.low and at >= p.first - most and mentions.at(at) is None and inside_name(layout.tokens[at], named):
        at -= 1
    mention = mentions.at(at)
    if mention is None or mention.case != "nom" or mention.first < setting.low:
        return []
    found = conjuncts_before(layout, mentions, mention, setting.low - 1)
    states = len(found) > 1 and all(isinstance(m.entity, State) for m in found)
    return found if states or not named else []


def hyphened(scene: Scene, at: int) -> list[Mention]:
    """Two people in one word ("Davutoğlu-Downer görüşmesi")."""
    token = scene.layout.tokens[at] if at >= 0 else None
    if token is None or not token.capital or "-" not in token.text or scene.mentions.at(at) is not None:
        return []
    found = [scene.surnames.get(word) for word in token.base.split("-")]
    return [Mention(token.span, at, at + 1, (person,), "name", "nom") for person in found if person is not None]


def inside_name(token: Token, named: bool) -> bool:
    """May the word stand between the first part of a compound and its head?"""
    return (token.capital or token.low == "ve") if named else token.form.pos in ("ADJ", "NOUN", "NUM")
