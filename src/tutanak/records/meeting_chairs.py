"""Who presides over a meeting ("X'in başkanlığında toplanan kurul")."""

from __future__ import annotations

from tutanak.mentions.model import Person, State
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.parties import Party, conjuncts_before, next_verb, parties
from tutanak.text.layout import Token


def chairs(scene: Scene, setting: Setting) -> list[Party]:
    """Those under whose chairmanship those who gather do so ("A başkanlığında toplandı", "B'nin başkanlığında yapılan toplantı")."""
    p = setting.predicate
    for token in scene.layout.tokens[setting.low : max(p.first, setting.governor)]:
        if is_chairmanship(token) and presides(scene, setting, token.index):
            chair = scene.mentions.at(token.index - 1)
            if chair is None and is_joint(scene, token.index - 1):
                chair = scene.mentions.at(token.index - 2)
            states = p.frame.wants["kind"] == "summit"
            if chair is not None and isinstance(chair.entity, Person | State if states else Person):
                return parties(conjuncts_before(scene.layout, scene.mentions, chair, setting.low))
    return []


def is_joint(scene: Scene, at: int) -> bool:
    """ "eş başkanlığında"."""
    return scene.layout.tokens[at].low == "eş"


def is_chairmanship(token: Token) -> bool:
    return token.form.lemma == "başkanlık" and token.form.case == "loc" and token.form.possessive.startswith("3") and token.form.suffix != "ki"


def presides(scene: Scene, setting: Setting, at: int) -> bool:
    """Is the encounter's own verb the first behind the word ("başkanlığında toplandı", "başkanlığında gerçekleştirilen toplantı")?"""
    verb = next_verb(scene.layout, scene.mentions, at, setting.high, 12)
    return verb >= 0 and verb in (setting.predicate.head, setting.governor)
