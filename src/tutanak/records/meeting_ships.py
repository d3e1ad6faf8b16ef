"""Warships that visit a port, and the navy or state whose they are ("Peru Deniz Kuvvetlerine ait gemi Samsun'a liman ziyareti yaptı")."""

from __future__ import annotations

from typing import Final

from tutanak.languages import load, word_list
from tutanak.mentions.model import Mention, Organisation, Person, Place, State
from tutanak.records.grammar import WITH
from tutanak.records.meeting_delegates import home_of
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.parties import part
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Token

VESSELS: Final = word_list("meetings", "vessels")
WARSHIPS: Final = word_list("meetings", "warships")
ARMED: Final = word_list("meetings", "armed")
NAVIES: Final = tuple(sorted(word_list("meetings", "navies")))
# Before the names of a state's warships.
PREFIXES: Final[dict[str, str]] = load("tr").section("meetings")["prefixes"]
PORT: Final = "liman"
BY: Final = "tarafından"
# "Deniz Kuvvetlerine | ait, bağlı"
BELONGING: Final = frozenset(("ait", "bağlı"))
NEAR: Final = 8


def sailing(scene: Scene, setting: Setting) -> list[Mention]:
    """The navies, else the state, whose warships are the doers of a visit."""
    p = setting.predicate
    if p.form.suffix == "an" and not p.passive:
        return of_ship(scene, p.last, min(p.last + NEAR, setting.high), False)
    called, by = calls_at_port(scene, setting), agents_at(scene, setting)
    if by and called:
        return sent(scene, by[-2] + 1 if len(by) > 1 else setting.low, by[-1])
    if has_master(scene, setting.low, p.first):
        return []
    return (of_prefix(scene, setting.low, p.first) if called else []) or of_ship(scene, setting.low, p.first, called)


def calls_at_port(scene: Scene, setting: Setting) -> bool:
    return scene.layout.tokens[setting.predicate.first - 1].form.lemma == PORT


def agents_at(scene: Scene, setting: Setting) -> list[int]:
    return [t.index for t in scene.layout.tokens[setting.low : setting.predicate.first] if t.low == BY]


def sent(scene: Scene, low: int, high: int) -> list[Mention]:
    """Whose ships are told between two tokens."""
    return navies(scene, low, high) or of_prefix(scene, low, high) or of_ship(scene, low, high, True)


def calls_before(scene: Scene, setting: Setting) -> list[tuple[list[Mention], Mention]]:
    """Whose ships call where, of those told before the last ("A gemisi tarafından X'e, | B gemisi tarafından Y'ye liman ziyaretleri")."""
    by = agents_at(scene, setting) if setting.predicate.frame.wants.get("tour") and calls_at_port(scene, setting) else []
    found: list[tuple[list[Mention], Mention]] = []
    for low, at, high in zip([setting.low, *by], by, by[1:], strict=False):
        there = (m for m in scene.mentions.within(at, high) if m.case == "dat" and scene.layout.tokens[m.last].low == ",")
        port = next((m for m in there if isinstance(m.entity, State | Place)), None)
        whose = sent(scene, low, at) if port is not None else []
        found.extend([(whose, port)] if port is not None and whose else [])
    return found


def of_ship(scene: Scene, low: int, high: int, called: bool) -> list[Mention]:
    """Whose the ship between two tokens is, if it is a warship, or calls at a port."""
    at = vessel(scene, low, high)
    return flag(scene, low, at) if at >= 0 and (called or is_military(scene, low, at)) else []


def of_prefix(scene: Scene, low: int, high: int) -> list[Mention]:
    """The state whose warships are called so ("TCG Anadolu | tarafından")."""
    token = next((t for t in scene.layout.tokens[low:high] if t.text in PREFIXES and scene.layout.tokens[t.index + 1].capital), None)
    if token is None:
        return []
    state = scene.states.of(PREFIXES[token.text])
    return [Mention(Span(token.start, token.end), token.index, token.index + 1, (state,), "state", "nom")]


def vessel(scene: Scene, low: int, high: int) -> int:
    """The ship that is subject, owner or agent between two tokens, or -1."""
    tokens = scene.layout.tokens
    return next((t.index for t in reversed(tokens[low:high]) if is_vessel(t) and tokens[t.index + 1].low not in WITH), -1)


def is_vessel(token: Token) -> bool:
    return token.kind == "word" and token.form.lemma in VESSELS | WARSHIPS and token.form.case in ("nom", "gen")


def is_military(scene: Scene, low: int, at: int) -> bool:
    """ "savaş gemisi, fırkateyni, Deniz Kuvvetlerine ait gemi"."""
    tokens = scene.layout.tokens
    return tokens[at].form.lemma in WARSHIPS or tokens[at - 1].form.lemma in ARMED or navy(scene, low, at) is not None


def has_master(scene: Scene, low: int, high: int) -> bool:
    """Does a person do it, whatever ship he comes by?"""
    return any(isinstance(m.entity, Person) and part(scene.layout, scene.mentions, m) == "nom" for m in scene.mentions.within(low, high))


def navy(scene: Scene, low: int, at: int) -> Mention | None:
    """The navy to which the ship at token `at` belongs ("Peru Donanması'na ait Andes | fırkateyni, Peru Deniz Kuvvetleri | unsuru")."""
    found = navies(scene, max(low, at - NEAR), at)
    return found[-1] if found else None


def navies(scene: Scene, low: int, high: int) -> list[Mention]:
    """The navies whose ships are told ("Peru Deniz Kuvvetlerine ait Andes ve Çad Deniz Kuvvetleri unsuru Sahra")."""
    return [m for m in scene.mentions.within(low, high) if is_navy(m) and owns(scene, m)]


def is_navy(mention: Mention) -> bool:
    body = mention.entity
    return isinstance(body, Organisation) and body.state is not None and any(word.startswith(NAVIES) for word in fold(body.name).split())


def owns(scene: Scene, mention: Mention) -> bool:
    """Is a ship of it told behind it, not what else it does?"""
    if mention.case == "dat":
        return scene.layout.tokens[mention.last].low in BELONGING
    behind = scene.layout.tokens[mention.last : mention.last + 3]
    return mention.case in ("nom", "gen") and any(is_vessel(t) for t in behind)


def flag(scene: Scene, low: int, at: int) -> list[Mention]:
    """Whose ship it is: its navy, or its state by name or by nationality."""
    own = navy(scene, low, at)
    if own is not None:
        return [own]
    near = reversed(scene.mentions.within(max(low, at - NEAR), at))
    state = next((m for m in near if isinstance(m.entity, State) and m.case in ("nom", "gen")), None)
    return [state] if state is not None else home_of(scene, low, at)
