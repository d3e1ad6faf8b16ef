"""Whom a pronoun means to whom something is done: the speaker's own side ("bize saldırdı", "ülkemizi tehdit etti"), or the other one told of."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.records.act_scene import Scene, actors, akin, as_actors
from tutanak.records.frames import Predicate
from tutanak.records.grammar import CLOSING, WE
from tutanak.records.model import Statement
from tutanak.records.parties import Party, clause_start, part, speaker, state_of
from tutanak.text.layout import Sentence, Token

HIS: Final = frozenset(("o", "kendi"))
LANDS: Final = word_list("acts", "lands")
COUNTERPARTS: Final = word_list("acts", "counterparts")
BACK: Final = 2  # sentences before in which the other one stands


def by_pronoun(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Whom the nearest pronoun before the predicate means, if it stands in one of its cases and no name stands nearer."""
    cases = p.frame.wants["to"]
    if p.frame.wants["type"] == "REQUEST" and p.form.negative:
        return []  # "kendilerinden bir şey istemediler"
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    low = clause_start(scene.layout, scene.mentions, p, sentence.first, CLOSING)
    for at in range(p.first - 1, low - 1, -1):
        token, mention = scene.layout.tokens[at], scene.mentions.at(at)
        if is_counterpart(token, cases) and (found := other_one(scene, token, said, source)):
            return found
        if token.speech != scene.layout.tokens[p.head].speech or (mention is not None and part(scene.layout, scene.mentions, mention) in cases):
            return []
        if is_others_verb(p, token):
            return []
        if mention is None and (found := meant_by(scene, token, cases, said, source)):
            return [t for t in found if all(not akin(t, s) for s in source)]
    return []


def is_others_verb(p: Predicate, token: Token) -> bool:
    """Is it another verb, whose object a pronoun is ("kendisini desteklemeye | çağırdı"), not what is asked ("ondan vermesini | istedi")?"""
    form = token.form
    if not form.verb_form or token.low in ("geçen", "olarak"):
        return False
    return not (p.frame.wants["type"] == "REQUEST" and form.suffix == "ma" and bool(form.possessive) and form.case == "acc")


def meant_by(scene: Scene, token: Token, cases: list[str], said: Statement | None, source: list[Party]) -> list[Party]:
    """Whom the word means: who speaks, by "bize", "ülkemize", in a report by "kendisine", "ülkesine"; else who was told before, by "ona"."""
    if token.form.lemma not in LANDS and not any(f.pos == "PRON" and (f.lemma in HIS or f.lemma in WE) for f in token.forms):
        return []  # most words
    own = as_actors(scene, speaker(said))
    if said is not None and said.mode == "direct" and (is_pronoun(token, WE, cases) or is_own_land(token, cases, "1")):
        return own
    others = bool(own) and not any(akin(o, s) for o in own for s in source)
    if said is not None and said.mode == "indirect" and others and (is_pronoun(token, HIS, cases) or is_own_land(token, cases, "3")):
        return own
    if said is not None and said.mode == "indirect" and token.form.lemma == "kendi":
        return []  # his who reports, and he would have done it to himself
    return other_one(scene, token, said, source) if is_pronoun(token, HIS, cases) or is_counterpart(token, cases) else []


def is_counterpart(token: Token, cases: list[str]) -> bool:
    """Is it his opposite number ("mevkidaşını", "muhatabına")?"""
    return token.form.lemma in COUNTERPARTS and token.form.possessive == "3sg" and token.form.case in cases


def is_pronoun(token: Token, lemmas: frozenset[str], cases: list[str]) -> bool:
    """Is it a form of one of the pronouns in one of the cases?"""
    return any(f.pos == "PRON" and f.lemma in lemmas and f.case in cases for f in token.forms)


def is_own_land(token: Token, cases: list[str], person: str) -> bool:
    """Is it somebody's own country ("ülkemize", in a report "ülkesine"), or does that own what stands behind it ("ülkemizin")?"""
    form = token.form
    if form.lemma not in LANDS or form.number == "pl" or not form.possessive.startswith(person):
        return False
    return (person == "1" or form.lemma == "ülke") and (form.case in cases or (person == "1" and form.case == "gen"))


def other_one(scene: Scene, token: Token, said: Statement | None, source: list[Party]) -> list[Party]:
    """Who was told of last before, if he is of another side and the only one of that sentence."""
    if not source:
        return []
    at = scene.layout.token_at(said.span.start) if said is not None and said.mode == "direct" else token.index
    here = scene.layout.tokens[at].sentence
    for sentence in reversed(scene.layout.sentences[max(0, here - BACK) : here + 1]):
        told = actors(scene, [m for m in scene.mentions.within(sentence.first, min(sentence.last, at)) if m.actor])
        others = [t for t in told if not any(akin(t, s) for s in source)]
        if others:
            alone = state_of(others[0].actor) is not None and all(akin(o, others[0]) for o in others)
            return [Party(others[0].actor, others[0].span, "inferred")] if alone else []
    return []
