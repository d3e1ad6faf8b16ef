"""Acts: who did what to whom, on the PLOVER types, each type between the same actors once.

Acts come from predicates of the pack (act_doers, act_targets, act_layer), from what a speaker says of another's deeds
(act_charges), and from meetings, which are CONSULT (act_merge joins them).
"""

from __future__ import annotations

from tutanak.mentions.model import Mentions, Proof
from tutanak.records.act_charges import by_charge
from tutanak.records.act_doers import counterpart, doers, sides
from tutanak.records.act_layer import layer
from tutanak.records.act_merge import merge
from tutanak.records.act_scene import DONE, PLANNED, Deed, Scene, akin, as_actors, public
from tutanak.records.act_targets import meant, of_clause, targets
from tutanak.records.frames import Predicate
from tutanak.records.model import Act, Meeting, Statement
from tutanak.records.parties import Party, around, everywhere
from tutanak.text.layout import Layout


def take(layout: Layout, mentions: Mentions, statements: list[Statement], meetings: list[Meeting]) -> list[Act]:
    """The main political acts of an article, each once, in text order of their first report."""
    scene = Scene(layout, mentions, statements, meetings)
    deeds = [by_meeting(scene, m) for m in meetings]
    met = {m.evidence.end for m in meetings}
    for predicate in everywhere(layout, scene.rules.frames):
        deed = by_predicate(scene, predicate) if not predicate.frame.wants.get("alone") else None
        if deed is not None and deed.evidence.end not in met:
            deeds.append(deed)
            scene.deeds.append(deed)
        charge = by_charge(scene, predicate) if predicate.frame.rule in scene.rules.charges else None
        if charge is not None:
            deeds.append(charge)
    return [act(deed) for deed in merge(deeds)]


def by_predicate(scene: Scene, p: Predicate) -> Deed | None:
    """The act that a predicate reports, if its voice, polarity and parties allow one."""
    wants = p.frame.wants
    sentence = around(scene.layout, scene.layout.tokens[p.head])
    source = doers(scene, p, sentence)
    if wants.get("joint"):
        source, target = sides(scene, p, sentence, source)
        target = target or counterpart(scene, p, source)
    else:
        target = targets(scene, p, sentence, source) or of_clause(scene, p, sentence, source) or meant(scene, p, sentence, source)
    if not source or not target:
        return None
    kind = str(wants.get("negated", wants["type"]) if p.form.negative else wants["type"])
    deed = Deed(kind, source, target, p.span(scene.layout), layer(scene, p, sentence), p.frame.rule)
    weigh(scene, p, deed)
    return deed


def weigh(scene: Scene, p: Predicate, deed: Deed) -> None:
    """Lower the confidence where something is inferred, told in passing, or no actor among states."""
    token = scene.layout.tokens[p.head]
    deed.within = scene.statements.at(token.start)
    if any(s.how == "inferred" for s in deed.source) and token.end not in scene.cues and deed.within is None:
        deed.doubt(0.6, "the doer is left out")
    if any(t.how == "inferred" for t in deed.target):
        deed.doubt(0.75 if p.form.verb_form else 0.6, "a target from other words")
    if token.quote >= 0:
        deed.doubt(0.75, "said in a quotation")
    if not p.form.verb_form:
        deed.doubt(0.85, "told by a noun")
    if not all(public(scene, s.actor) for s in deed.source) or not all(public(scene, t.actor) for t in deed.target):
        deed.doubt(0.6, "an actor of no known state or body")


def by_meeting(scene: Scene, meeting: Meeting) -> Deed:
    """A meeting is a CONSULT between the states of its participants."""
    told = as_actors(scene, [Party(a, meeting.evidence) for a in meeting.participants])
    first = [t for t in told if akin(t, told[0])]
    rest = [t for t in told if not akin(t, told[0])]
    layer = DONE if meeting.status in ("held", "ongoing", "mentioned") else PLANNED
    deed = Deed("CONSULT", first, rest, meeting.evidence, layer, "tr/acts:" + meeting.kind)
    deed.confidence = min(deed.confidence, meeting.confidence) if rest else 0.2
    deed.reasons.extend(meeting.reasons)
    deed.within = meeting.within
    if not all(public(scene, t.actor) for t in told):
        deed.doubt(0.6, "an actor of no known state or body")
    return deed


def act(deed: Deed) -> Act:
    """The record, each field with its proof."""
    source, target = tuple(p.actor for p in deed.source), tuple(p.actor for p in deed.target)
    record = Act(
        type=deed.type, source=source, target=target, evidence=deed.evidence, layer=deed.layer,
        rule=deed.rule, confidence=round(deed.confidence, 2), reasons=tuple(deed.reasons), within=deed.within,
    )  # fmt: skip
    record.proof["evidence"] = Proof((deed.evidence,), "quoted", deed.rule)
    record.proof["type"] = record.proof["layer"] = Proof((deed.evidence,), "derived", deed.rule)
    for name, told in (("source", deed.source), ("target", deed.target)):
        if told:
            how = "inferred" if any(p.how == "inferred" for p in told) else "derived"
            record.proof[name] = Proof(tuple(p.span for p in told), how, deed.rule)  # type: ignore[arg-type]
    return record
