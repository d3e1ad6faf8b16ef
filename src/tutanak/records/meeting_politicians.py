"""Who acts for a state, a body of states or a party, by his office."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Person
from tutanak.records.meeting_scene import Scene
from tutanak.text.casing import fold

POLITICIANS: Final = tuple(sorted(word_list("meetings", "politicians")))
RESIDENTS: Final = tuple(sorted(word_list("meetings", "residents")))
OFFICIALDOM: Final = ("bakanlık", "bakanlığ")
HEAD: Final = "başkanı"
HEADS: Final = ("başkan", "genel")


def is_politician(scene: Scene, person: Person) -> bool:
    """Does he hold an office of a state, of a known body or of a party (not of a club or a chamber)?"""
    words = fold(f"{person.office or ''} {person.org or ''}").split()
    if not person.office or any(word.startswith(POLITICIANS) and not word.startswith(OFFICIALDOM) for word in words):
        return bool(person.office)
    if person.org is None:
        return person.state is not None and words[0].startswith(HEAD)  # "ABD Başkanı", not "Başkan X"
    return person.org in scene.rules.bodies and words[0].startswith(HEADS)


def may_visit(scene: Scene, person: Person) -> bool:
    """Is he a politician in office, of a known state, who is at home there (not an envoy)?"""
    words = fold(person.office or "").split()
    return person.state is not None and is_politician(scene, person) and not any(word.startswith(RESIDENTS) for word in words)
