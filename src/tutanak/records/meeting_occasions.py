"""What an encounter was part of: the forum, summit or journey told in its clause, or the event that it is itself."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Person, Place, State
from tutanak.records.meeting_attachment import is_told_above
from tutanak.records.meeting_governor import is_attended
from tutanak.records.meeting_places import is_for_another
from tutanak.records.meeting_scene import Encounter, Scene, Setting
from tutanak.records.parties import follows, next_verb
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token

HYPHENS: Final = frozenset(("-", "–", "(", ")"))
# How long the endings of the cases are behind a possessive ("toplantısı|nda").
CASE_ENDINGS: Final = {"acc": 2, "dat": 2, "loc": 3, "gen": 3, "abl": 4}
# What may stand before the head of a compound without a capital ("temel atma töreni", "dışişleri bakanları toplantısı").
PARTS: Final = frozenset(("NOUN", "ADJ", "PROPN"))


def occasion_at(scene: Scene, setting: Setting, found: Encounter, at: int) -> Span | None:
    """The name of the event that ends at token `at`, if the encounter was part of it."""
    p = setting.predicate
    if p.first <= at < p.last:
        return own_name(scene, setting, found, at)
    if found.kind == "visit" and scene.layout.tokens[at].form.lemma in scene.rules.visits:
        return None  # a journey is no occasion of itself
    span = name(scene, setting, at) if is_within(scene, setting, at) else None
    first = scene.layout.token_at(span.start) if span is not None else at
    return None if span is None or is_of_another(scene, setting, at) or is_told_above(scene, setting, first, at + 1) else span


def own_name(scene: Scene, setting: Setting, found: Encounter, at: int) -> Span | None:
    """The event's own name; that of a journey ("Türkiye ziyareti") tells no more than where it leads."""
    return None if found.kind == "visit" else name(scene, setting, at)


def is_within(scene: Scene, setting: Setting, at: int) -> bool:
    """Is it told as that at, within or for which they met ("zirvede, zirve kapsamında, zirveye katılmak üzere"), not as what they spoke of?"""
    layout, form = scene.layout, scene.layout.tokens[at].form
    if form.case == "loc" or follows(layout, at + 1, scene.rules.within):
        return True
    if form.case == "dat":
        verb = next_verb(layout, scene.mentions, at, setting.high, 4)
        return verb >= 0 and is_attended(scene, verb)
    if form.case == "gen" and at + 1 == setting.predicate.first:
        return setting.predicate.form.verb_form != "finite"  # "Dörtlü Konsey'in | toplantısı"
    if form.case == "gen":
        return layout.tokens[at + 1].form.case == "loc" or follows(layout, at + 2, scene.rules.within)
    return form.case in ("nom", "") and follows(layout, at + 1, scene.rules.errands)


def is_of_another(scene: Scene, setting: Setting, at: int) -> bool:
    """Does a participle between give it to a noun that is no occasion ("zirvede yaptığı | konuşmada, Y ile görüştüğünü açıkladı")?"""
    p = setting.predicate
    verb = next_verb(scene.layout, scene.mentions, at, p.first, 12)
    if not 0 <= verb < p.first or verb == setting.governor:
        return False
    return is_for_another(scene, verb, p.first) or is_for_speech(scene, verb)


def is_for_speech(scene: Scene, verb: int) -> bool:
    """Does a participle give what stands before it to another action ("zirvede yaptığı | konuşmada")?"""
    form, behind = scene.layout.tokens[verb].form, scene.layout.tokens[verb + 1]
    action = behind.form.suffix == "ma" and behind.form.case == "loc"
    spoken = behind.form.lemma in scene.rules.speaks or not scene.rules.frames.may_head(behind)
    return form.verb_form == "participle" and action and spoken


def name(scene: Scene, setting: Setting, at: int) -> Span | None:
    """The name of the event that ends at token `at`: its capitalised words and numbers, and the nouns between them."""
    layout, tokens = scene.layout, scene.layout.tokens
    first = journeys_land(scene, at) if tokens[at].form.lemma in scene.rules.visits else named_from(scene, at, setting.low)
    own = setting.predicate.first <= at < setting.predicate.last and tokens[at].form.case in ("loc", "dat")
    if not is_name(layout, first, at, setting.low) and not (own and first < at and tokens[at].form.possessive == "3sg"):
        return None
    if at > 0 and tokens[at - 1].form.lemma in scene.rules.not_encounters:
        return None  # "basın toplantısında"
    return Span(tokens[first].start, tokens[at].start + bare_length(tokens[at]))


def bare_length(token: Token) -> int:
    """How long the word is without its case ("toplantısı|nda, Zirvesi|'nde")."""
    ending = CASE_ENDINGS.get(token.form.case, 0) if token.form.possessive == "3sg" and token.base == token.text else 0
    return len(token.base) - ending


def is_name(layout: Layout, first: int, at: int, low: int) -> bool:
    """Has it a capital that not only the sentence gives it?"""
    return any(t.capital and t.index > low for t in layout.tokens[first : at + 1]) or (first == low and first < at)


def journeys_land(scene: Scene, at: int) -> int:
    """Where a journey leads ("Türkiye | ziyareti"), else the word itself."""
    land = scene.mentions.at(at - 1) if at > 0 else None
    led = land is not None and land.last == at and land.case == "nom" and isinstance(land.entity, State | Place)
    return land.first if land is not None and led else at


def named_from(scene: Scene, at: int, low: int) -> int:
    """The first word of the name, without the lower-case words before its first capital."""
    tokens, first = scene.layout.tokens, at
    compound = tokens[at].form.possessive == "3sg"
    while first > low and (is_named(scene, first - 1) or (compound and is_part(scene, tokens[first - 1]))) and not ends_person(scene, first):
        first -= 1
    return next((i for i in range(first, at) if tokens[i].capital or tokens[i].kind == "number"), first)


def is_named(scene: Scene, at: int) -> bool:
    layout, token = scene.layout, scene.layout.tokens[at]
    if scene.is_dated(at) or (token.form.suffix == "an" and token.form.verb_form == "participle"):
        return False  # "Düzenlenen | törende"
    if token.kind == "punct":
        return token.low in HYPHENS or (token.low == "." and layout.tokens[at - 1].kind == "number")
    return token.kind == "number" or (token.capital and token.form.case in ("nom", "")) or token.low == "ve"


def is_part(scene: Scene, token: Token) -> bool:
    """Is it a noun or an adjective without a case, or an action ("atma"), in front of another noun?"""
    form = token.form
    bare = not form.verb_form or (form.suffix == "ma" and not form.possessive)
    dated = scene.is_dated(token.index) or scene.is_dated(token.index - 1)  # "1 Şubat tarihli | toplantısı"
    return form.pos in PARTS and form.case in ("nom", "") and bare and token.kind == "word" and not dated


def ends_person(scene: Scene, at: int) -> bool:
    """Does somebody's name end before token `at` ("Trump | İngiltere ziyaretinde")?"""
    before = scene.mentions.at(at - 1)
    named = before is not None and before.last == at and isinstance(before.entity, Person)
    return named and before is not None and scene.layout.tokens[at - 1].text in before.entity.name  # not "Bakanlar | Kurulu"
