"""Parties that stand in the compound of an encounter's noun ("Türkiye ziyareti", "ABD-İran müzakereleri")."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Organisation, State
from tutanak.records.meeting_delegates import delegates_before, named_mention
from tutanak.records.meeting_names import hyphened_people, named_states
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.parties import DELEGATES, MEMBERS, conjuncts_before
from tutanak.text.layout import Token

REGULAR: Final = word_list("meetings", "regular")
CANDIDATE: Final = "aday"  # "aday ülkeler"


def compounds(scene: Scene, setting: Setting) -> list[Mention]:
    """Names that stand as the first part of the noun's compound ("Türkiye ziyareti", "ABD-İran müzakereleri")."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    if p.form.possessive not in ("3sg", "3pl") and not (p.form.possessive and p.frame.wants.get("tour")):
        return []
    marked = layout.tokens[p.first].kind == "punct"  # a name in marks holds its parties itself
    sent = delegates_before(scene, setting.low, p.first)
    if sent is not None and sent.enough and sent.head == p.first - 1:
        return [named_mention(scene, actor, span) for actor, span in sent.actors]  # "NATO liderleri zirvesi"
    pair = hyphened_people(scene, p.first - 1) or named_states(scene, setting.low, p.last - 1 if marked else p.first) or joint_body(scene, setting)
    if pair:
        return pair
    named = bool(p.frame.wants.get("named")) or layout.tokens[p.head].capital
    body = scene.mentions.at(p.head) if p.frame.wants.get("itself") else None
    if body is not None:
        return [body] if isinstance(body.entity, Organisation) else []
    mention = first_part(scene, setting, p.last - 2 if marked else p.first - 1, named)
    if mention is None or mention.case != "nom" or mention.first < setting.low:
        return []
    found = conjuncts_before(layout, mentions, mention, setting.low - 1)
    states = len(found) > 1 and all(isinstance(m.entity, State) for m in found)
    return found if states or not named or (isinstance(mention.entity, Organisation) and is_its_own(scene, mention, p.first)) else []


def joint_body(scene: Scene, setting: Setting) -> list[Mention]:
    """The states whose joint body has a meeting ("Türkiye-Irak Planlama Grubu'nun üçüncü | toplantısı")."""
    tokens, at = scene.layout.tokens, setting.predicate.first - 1
    while at > setting.low and not tokens[at].capital and tokens[at].form.pos in ("ADJ", "NUM"):
        at -= 1
    owner = tokens[at]
    owns = owner.capital and owner.form.case == "gen" and owner.form.possessive.startswith("3")
    return named_states(scene, setting.low, at) if owns and setting.predicate.frame.wants.get("named") else []


def is_its_own(scene: Scene, mention: Mention, first: int) -> bool:
    """Does the body itself meet ("NATO savunma bakanları, Dünya Bankası Yıllık toplantısı"), not others about it ("NATO Hazırlık Toplantısı")?"""
    words = scene.layout.tokens[mention.last : first]
    own = any(t.form.lemma in DELEGATES or t.form.lemma in MEMBERS for t in words)
    return own or all(t.form.lemma in REGULAR or t.kind == "number" or t.low == "." for t in words)


def first_part(scene: Scene, setting: Setting, at: int, named: bool) -> Mention | None:
    """The name at token `at`, or before it behind the words of a compound."""
    last = at
    while at > setting.low and at >= last - (7 if named else 2) and scene.mentions.at(at) is None and inside_name(scene.layout.tokens[at], named):
        at -= 1
    return scene.mentions.at(at)


def is_rank(token: Token) -> bool:
    """ "AB | üye ve aday ülkeler | toplantısı, NATO | liderler | zirvesi": those of a body who meet."""
    lemma = token.form.lemma
    return token.form.case == "nom" and not token.form.possessive and (lemma in DELEGATES or lemma in MEMBERS or lemma == CANDIDATE)


def inside_name(token: Token, named: bool) -> bool:
    """May the word stand between the first part of a compound and its head?"""
    if named:
        return token.capital or token.low in ("ve", ".") or token.kind == "number" or is_rank(token)
    return token.form.pos in ("ADJ", "NOUN", "NUM") and token.form.suffix != "ki"  # not "BM | gözetimindeki görüşmesi"
