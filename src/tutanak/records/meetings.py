"""Meetings: encounters between actors, each once, from verbs ("bir araya geldi") and nouns ("görüşmesinin ardından").

The words of each place that reports one are read (meeting_verbs, meeting_nouns), its circumstances added
(meeting_circumstances), and the reports of one encounter joined (meeting_merge).
"""

from __future__ import annotations

from tutanak.mentions.model import Mentions, State, proven
from tutanak.records.frames import Predicate, match_at
from tutanak.records.grammar import CLOSING, CUTTING
from tutanak.records.meeting_circumstances import apart, finish, port_calls
from tutanak.records.meeting_merge import merge
from tutanak.records.meeting_names import hyphened_people, unmarked
from tutanak.records.meeting_nouns import by_noun
from tutanak.records.meeting_presence import presence
from tutanak.records.meeting_scene import PLANNED, Encounter, Scene, Setting
from tutanak.records.meeting_verbs import LASTING, by_verb
from tutanak.records.model import Meeting, Statement
from tutanak.records.parties import around, clause_start, everywhere
from tutanak.text.layout import Form, Layout


def take(layout: Layout, mentions: Mentions, statements: list[Statement]) -> list[Meeting]:
    """The meetings of an article, each once, in text order of their first report."""
    scene = Scene(layout, mentions, statements)
    told: list[Encounter] = []
    read = 0
    for predicate in everywhere(layout, scene.rules.frames):
        told.extend(present(scene, read, layout.tokens[predicate.head].sentence))
        read = max(read, layout.tokens[predicate.head].sentence)
        told.extend(encounters(scene, predicate))
    told.extend(present(scene, read, len(layout.sentences)))
    return [meeting(encounter) for encounter in merge(told)]


def present(scene: Scene, first: int, last: int) -> list[Encounter]:
    """The visits of whom the sentences [first, last) say no more than where he is."""
    found = (presence(scene, sentence) for sentence in scene.layout.sentences[first:last])
    return [visit for visit in found if visit is not None]


def encounters(scene: Scene, predicate: Predicate) -> list[Encounter]:
    """What a predicate reports, or the event that it gives ("verdiği | resepsiyona Y katıldı")."""
    told = told_by(scene, predicate)
    event = given(scene, predicate) if not told else None
    return told_by(scene, event) if event is not None else told


def given(scene: Scene, predicate: Predicate) -> Predicate | None:
    """The event behind the participle of a verb that wants its guests in the dative ("verdiği | resepsiyona")."""
    behind = predicate.reach > predicate.head and predicate.participle and predicate.frame.wants.get("with") == ["dat"]
    found = match_at(scene.layout, scene.rules.frames, predicate.reach, predicate.reach) if behind else None
    return found if found is not None and found.frame.wants.get("named") else None


def told_by(scene: Scene, predicate: Predicate) -> list[Encounter]:
    """What a predicate reports: none, one encounter, or one for each partner ("ikili görüşmeler", "ayrı ayrı")."""
    noun = bool(predicate.frame.wants.get("noun")) or pair_met(scene, predicate)
    predicate = staged(scene, unmarked(scene.layout, predicate)) if noun else lasting(scene.layout, attributive(scene.layout, middle(predicate)))
    sentence = around(scene.layout, scene.layout.tokens[predicate.head])
    start = clause_start(scene.layout, scene.mentions, predicate, sentence.first, CLOSING if noun else CUTTING)
    setting = Setting(predicate, sentence, start, scene.layout.tokens[predicate.head].sentence)
    found = by_noun(scene, setting) if noun else by_verb(scene, setting)
    if found is None:
        return []
    finish(scene, setting, found)
    next_round = found.kind == "talks" and found.status == PLANNED and found.date is not None
    if found.bare and found.place is None and not found.vague and not next_round:
        return []
    return [*port_calls(scene, setting, found), *(apart(scene, setting, found) if len(found.parties) > 2 else [found])]


def pair_met(scene: Scene, predicate: Predicate) -> bool:
    """Is it a verb's noun behind two people's names ("Trump-Netanyahu buluşması")?"""
    form = predicate.form
    return form.verb_form == "verbal_noun" and form.possessive == "3sg" and bool(hyphened_people(scene, predicate.first - 1))


def staged(scene: Scene, predicate: Predicate) -> Predicate:
    """ "müzakere turu, görüşme turunun": a part of an encounter told as one compound is read as the encounter."""
    after = scene.layout.tokens[predicate.last] if predicate.last < len(scene.layout.tokens) else None
    form = predicate.form
    if after is None or form.case not in ("nom", "") or form.possessive or form.number == "pl" or after.form.lemma not in scene.rules.stages:
        return predicate
    own = after.form
    if not own.possessive.startswith("3") or own.verb_form:
        return predicate
    return Predicate(predicate.frame, predicate.first, after.index, Form(form.lemma, "NOUN", "pl", own.case, own.possessive))


def middle(predicate: Predicate) -> Predicate:
    """ "toplanacağını": read as the passive of "topla", it is still who gathers that is told."""
    form = predicate.form
    if "middle" not in predicate.frame.wants or not form.passive:
        return predicate
    own = Form(
        str(predicate.frame.wants["middle"]) + "n", form.pos, form.number, form.case, form.possessive, form.person, form.verb_form,
        form.suffix, form.tense, form.copula, "", form.negative,
    )  # fmt: skip
    return Predicate(predicate.frame, predicate.first, predicate.head, own)


def attributive(layout: Layout, predicate: Predicate) -> Predicate:
    """ "Türkiye'ye gelecek Başbakan": a future before a noun is its attribute, whatever the likelier reading."""
    after = layout.tokens[predicate.last] if predicate.last < len(layout.tokens) else None
    if predicate.form.tense != "fut" or after is None or after.kind != "word" or after.form.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
        return predicate
    form = next((f for f in layout.tokens[predicate.head].forms if f.suffix == "acak" and not f.possessive), None)
    return Predicate(predicate.frame, predicate.first, predicate.head, form) if form is not None else predicate


def lasting(layout: Layout, predicate: Predicate) -> Predicate:
    """ "ziyaret etmekte olan X": an attribute of whom stands behind it, in two words."""
    after = layout.tokens[predicate.last] if predicate.last < len(layout.tokens) else None
    if after is None or after.form.lemma != "ol" or after.form.suffix != "an" or not layout.tokens[predicate.head].low.endswith(LASTING):
        return predicate
    return Predicate(predicate.frame, predicate.first, after.index, after.form)


def meeting(found: Encounter) -> Meeting:
    """The record, each field with its proof."""
    record = Meeting(
        kind=found.kind, participants=tuple(p.actor for p in found.parties), status=found.status, evidence=found.evidence,
        place=found.place, occasion=found.occasion,
        date=found.date.span if found.date else None, frequency=found.frequency, rule=found.rule, confidence=round(found.confidence, 2),
        reasons=tuple(found.reasons), within=found.within, when=found.date, at_home=is_at_home(found), idle=found.idle,
    )  # fmt: skip
    prove(record, found)
    return record


def is_at_home(found: Encounter) -> bool:
    """Does one state's officer preside over its own body, or speak in it?"""
    return found.chaired and len({p.actor.state for p in found.parties if not isinstance(p.actor, State)} - {None}) < 2


def prove(record: Meeting, found: Encounter) -> None:
    rule = found.rule
    record.proof["evidence"] = proven((found.evidence,), "quoted", rule)
    record.proof["kind"] = record.proof["status"] = proven((found.evidence,), "derived", rule)
    inferred = any(p.how == "inferred" for p in found.parties)
    record.proof["participants"] = proven(tuple(p.span for p in found.parties), "inferred" if inferred else "derived", rule)
    if found.place_span is not None:
        record.proof["place"] = proven((found.place_span,), "inferred" if found.lodged else "derived", rule)
    for name, span in (("occasion", found.occasion), ("date", record.date), ("frequency", found.frequency)):
        if span is not None:
            record.proof[name] = proven((span,), "quoted", rule)
