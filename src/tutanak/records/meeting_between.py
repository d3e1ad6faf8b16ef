"""Those between whom an encounter is told ("A ile B arasındaki"), where one of them has no name of its own ("Avrupa ülkeleri")."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Organisation, Person, State, Unnamed
from tutanak.records.frames import match_at
from tutanak.records.grammar import AND, BETWEEN
from tutanak.records.meeting_delegates import attributes
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.parties import MEMBERS
from tutanak.spans import Span
from tutanak.text.layout import Token

POWERS: Final = word_list("meetings", "powers")
# Words between that and the encounter's noun, at most.
REACH: Final = 24
REFERRING: Final = word_list("meetings", "referring")


def between_groups(scene: Scene, setting: Setting, found: list[Mention]) -> list[Mention]:
    """The two between whom it is, at least one of them with a name, if a group without one is the other; found: the party known."""
    at = between_at(scene, setting)
    nearer = any(m.first > at for m in found)
    last = one_before(scene, setting, at) if at > setting.low and not nearer else None
    joint = last.first - 1 if last is not None else -1
    if last is None or joint <= setting.low or scene.layout.tokens[joint].low not in AND:
        return []
    first = one_before(scene, setting, joint)
    if first is None or (isinstance(first.entity, Unnamed) and isinstance(last.entity, Unnamed)):
        return []
    return [first, last]


def between_at(scene: Scene, setting: Setting) -> int:
    """Where "arasında(ki)" stands before the noun, in its own clause, or -1."""
    tokens = scene.layout.tokens
    for at in range(setting.predicate.first - 1, max(setting.low, setting.predicate.first - REACH), -1):
        if tokens[at].form.verb_form in ("finite", "converb") or is_encounter(scene, at, setting.low):
            return -1
        if tokens[at].low in BETWEEN:
            return at
    return -1


def is_encounter(scene: Scene, at: int, low: int) -> bool:
    """Is it the noun of another encounter?"""
    found = match_at(scene.layout, scene.rules.frames, at, low) if scene.rules.frames.may_head(scene.layout.tokens[at]) else None
    return found is not None and bool(found.frame.wants.get("noun"))


def one_before(scene: Scene, setting: Setting, end: int) -> Mention | None:
    """Who is named or described right before token `end`, a bracket and the members of a body passed over ("5+1 ülkeleri (…)")."""
    at = before_bracket(scene, end - 1, setting.low)
    found = scene.mentions.at(at)
    token = scene.layout.tokens[at]
    if found is None and (token.form.lemma in MEMBERS or (token.form.lemma in POWERS and token.form.possessive == "3sg")) and at > setting.low:
        found = scene.mentions.at(at - 1)
    if found is not None:
        named = isinstance(found.entity, State | Organisation | Person) and found.case == "nom" and found.kind != "group"
        return found if named else None
    return group_at(scene, setting, at) if is_group(token) else None


def before_bracket(scene: Scene, at: int, low: int) -> int:
    tokens = scene.layout.tokens
    if tokens[at].low != ")":
        return at
    return next((i - 1 for i in range(at, low, -1) if tokens[i].low == "("), at)


def is_group(token: Token) -> bool:
    """Several of a kind: "isyancılar", "Körfez ülkeleri"."""
    form = token.form
    several = form.number == "pl" or form.possessive == "3pl"
    return token.kind == "word" and several and form.pos == "NOUN" and form.case == "nom" and not form.verb_form and form.lemma not in REFERRING


def group_at(scene: Scene, setting: Setting, at: int) -> Mention | None:
    """The group that ends with token `at`, with its attributes; none that would swallow a name."""
    tokens = scene.layout.tokens
    first = max(attributes(scene.layout, at, setting.low), at - 2)
    if any(scene.mentions.at(i) for i in range(first, at)) or tokens[first].low in ("iki", "her"):
        return None
    span = Span(tokens[first].start, tokens[at].base_end)
    return Mention(span, first, at + 1, (Unnamed(span.of(scene.layout.text), span),), "description", "nom")
