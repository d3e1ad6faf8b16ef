"""Where a politician is by a sentence without a verb ("Bakan X geçen hafta Bakü'deydi", "X bugün Bakü'de.")."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Mention, Person, Place, State
from tutanak.records.frames import Frame, Predicate
from tutanak.records.meeting_circumstances import finish
from tutanak.records.meeting_form import encounter
from tutanak.records.meeting_scene import HELD, ONGOING, PLANNED, Encounter, Scene, Setting
from tutanak.records.meeting_verbs import PRIVATE, goes_abroad
from tutanak.records.parties import Party, nominative, parties, state_of
from tutanak.text.layout import Sentence, Token

# The verb that stands for the ending: "Bakü'de olacak".
BEING: Final = "ol"
TIDES: Final = frozenset(("", "gen", "past"))


def presence(scene: Scene, sentence: Sentence) -> Encounter | None:
    """The visit of whom a sentence says no more than that he is, or was, in another state."""
    at = last_word(scene, sentence)
    there = scene.mentions.at(at) if at > sentence.first and is_place_of(scene.layout.tokens[at]) else None
    frame = being(scene) if there is not None and is_bare(scene, sentence, at) else None
    if frame is None or there is None or not isinstance(there.entity, State | Place):
        return None
    who = visitor(scene, sentence, there)
    if who is None:
        return None
    setting = Setting(Predicate(frame, at, at, scene.layout.tokens[at].form), sentence, sentence.first, sentence.index)
    found = encounter(scene, setting, [who], [there], tense(scene, sentence, at), setting.predicate.span(scene.layout))
    found.idle = True
    finish(scene, setting, found)
    return found if not found.bare else None


def being(scene: Scene) -> Frame | None:
    return next((frame for frame in scene.rules.frames.by_head[BEING].bare if frame.wants.get("yet")), None)


def last_word(scene: Scene, sentence: Sentence) -> int:
    """The last word of a sentence, behind which only its mark stands, or -1."""
    last = next((t for t in reversed(scene.layout.tokens[sentence.first : sentence.last]) if t.kind != "punct"), None)
    closed = last is not None and scene.layout.tokens[sentence.last - 1].low in (".", "!") and last.index == sentence.last - 2
    return last.index if last is not None and closed else -1


def is_place_of(token: Token) -> bool:
    """ "Bakü'de, Bakü'deydi"; not "Bakü'deki, Bakü'deyken"."""
    form = token.form
    return token.capital and form.case == "loc" and not form.suffix and not form.verb_form and form.copula in TIDES and token.speech < 0


def is_bare(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Is no deed told, nor what he is there for besides?"""
    words = scene.layout.tokens[sentence.first : at]
    deeds = any(t.form.verb_form and not scene.is_dated(t.index) and scene.mentions.at(t.index) is None for t in words)
    aside = any(t.form.lemma in PRIVATE or t.form.lemma in scene.rules.occasions for t in words)
    return not deeds and not aside


def visitor(scene: Scene, sentence: Sentence, there: Mention) -> Party | None:
    """The one politician of another state who is the subject, with nothing but a time between."""
    found = nominative(scene.layout, scene.mentions, sentence.first, there.first)
    told = parties(found)
    alone = len(told) == 1 and isinstance(told[0].actor, Person) and goes_abroad(scene, told[0])
    abroad = alone and state_of(there.entity) not in (None, state_of(told[0].actor))
    between = scene.layout.tokens[found[-1].last : there.first] if abroad else []
    return told[0] if abroad and all(scene.is_dated(t.index) or t.low in (",", "ise", "de", "da") or t.form.pos == "ADV" for t in between) else None


def tense(scene: Scene, sentence: Sentence, at: int) -> str:
    """ "yarın Bakü'de", "dün Bakü'deydi"; with the present he is there now."""
    if scene.layout.tokens[at].form.copula == "past":
        return HELD
    coming = any(t.low in scene.rules.coming and scene.is_dated(t.index) for t in scene.layout.tokens[sentence.first : at])
    return PLANNED if coming else ONGOING
