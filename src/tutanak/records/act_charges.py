"""Charges: an ACCUSE of the speaker against the doer of what he calls a wrong."""

from __future__ import annotations

from tutanak.mentions.model import Mention
from tutanak.records.act_scene import DONE, Deed, Scene, actors, akin, as_actors, hurt, public
from tutanak.records.frames import Predicate
from tutanak.records.parties import around, by_agent, genitive, grammatical_subject, is_nominalised, part, speaker
from tutanak.text.layout import Form, Layout, Sentence


def by_charge(scene: Scene, p: Predicate) -> Deed | None:
    """An ACCUSE of the speaker against the doer of what he calls a wrong."""
    statement = scene.statements.at(scene.layout.tokens[p.head].start)
    if statement is None or not statement.speakers or attributive(scene.layout, p) or scene.rules.charges[p.frame.rule] != impossible(p.form):
        return None
    sentence = around(scene.layout, scene.layout.tokens[p.head])
    low = max(sentence.first, scene.layout.token_at(statement.span.start))
    accused = actors(scene, charged(scene, p, low, sentence))
    source = as_actors(scene, speaker(statement))
    accused = [a for a in accused if all(not akin(a, s) for s in source)]
    if not accused:
        return None
    deed = Deed("ACCUSE", source, accused[:1], p.span(scene.layout), DONE, p.frame.rule)
    deed.within = statement
    deed.doubt(0.75, "a charge by what is said")
    if not all(public(scene, s.actor) for s in source):
        deed.doubt(0.6, "an actor of no known state or body")
    return deed


def attributive(layout: Layout, p: Predicate) -> bool:
    """Does it only qualify a noun ("işgal ettiği topraklar")?"""
    return p.participle and p.last < len(layout.tokens) and layout.tokens[p.last].form.pos in ("NOUN", "ADJ") and p.form.case == "nom"


def impossible(form: Form) -> bool:
    """"kabul edilemez"."""
    return form.negative and form.passive


def charged(scene: Scene, p: Predicate, low: int, sentence: Sentence) -> list[Mention]:
    """Whose deed it is: subject of the verb, owner of the noun, else the first of whom something is said; never whose rights are hurt."""
    layout, mentions = scene.layout, scene.mentions
    if p.form.verb_form and not p.passive and not is_nominalised(p):
        return grammatical_subject(layout, mentions, p, low, sentence.last)
    found = genitive(layout, mentions, low, p.first, strict=True) or by_agent(layout, mentions, low, p.first)
    if found and not hurt(scene, found[0]):
        return found
    for mention in mentions.within(low, p.first):
        told = layout.tokens[mention.first].quote == layout.tokens[p.head].quote and part(layout, mentions, mention) in ("gen", "modifier")
        if told and not hurt(scene, mention):
            return [mention]
    return []
