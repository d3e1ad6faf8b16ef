"""When and whether: an act is done, planned, demanded or denied, by its own form and by the verb above it."""

from __future__ import annotations

from tutanak.records.act_scene import DEMANDED, DENIED, DONE, PLANNED, Scene
from tutanak.records.frames import Predicate
from tutanak.records.parties import follows, next_verb, verb_words
from tutanak.text.layout import Form, Sentence

NOT = frozenset(("değil",))


def layer(scene: Scene, p: Predicate, sentence: Sentence) -> str:
    """done, planned, demanded or denied, by tense, mood, polarity and the verb above."""
    form = p.form
    if (form.negative and not p.frame.wants.get("negated")) or follows(scene.layout, p.last, NOT):
        return DENIED
    if form.verb_form == "finite":
        return finite_layer(form)
    if form.suffix == "acak" or form.suffix == "madan":
        return PLANNED
    if form.verb_form == "converb":
        return converb_layer(scene, p, sentence)
    return above_layer(scene, p, sentence)


def converb_layer(scene: Scene, p: Predicate, sentence: Sentence) -> str:
    """A converb takes its layer from the verb above it."""
    above = next_verb(scene.layout, scene.mentions, p.head, sentence.last, 30)
    if above < 0 or p.form.suffix not in ("ip", "arak"):
        return DONE
    form = scene.layout.tokens[above].form
    if form.verb_form == "finite":
        return finite_layer(form)
    return PLANNED if form.suffix in ("acak", "mak", "ma") else DONE


def finite_layer(form: Form) -> str:
    if form.tense in ("nec", "imp", "opt"):
        return DEMANDED
    return PLANNED if form.tense in ("fut", "cond") or form.copula == "cond" else DONE


def above_layer(scene: Scene, p: Predicate, sentence: Sentence) -> str:
    """What the words after a nominalised act say of it ("saldırması halinde", "saldırmasını istedi", "suçladığını yalanladı")."""
    layout, rules = scene.layout, scene.rules
    verbal = p.form.verb_form == "verbal_noun"
    if verbal and (p.form.suffix == "mak" or follows(layout, p.last, rules.if_words)):
        return PLANNED
    if verbal and p.frame.wants["type"] in scene.rules.hoped and not follows(layout, p.last, scene.rules.after):
        return PLANNED
    for at in range(p.last, min(sentence.last, p.last + 30)):
        words, token = verb_words(layout, at), layout.tokens[at]
        if words in rules.denied or token.form.lemma in rules.denied:
            return DENIED
        if verbal and (words in rules.wished or token.form.lemma in rules.wished):
            return DEMANDED
        if token.form.verb_form == "finite" or (token.form.verb_form and not verbal):
            break
    return DONE
