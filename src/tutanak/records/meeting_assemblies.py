"""Cabinets and assemblies that meet with their own state's officers ("Bakanlar Kurulu toplantısında bilgi verdi")."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Mention, Organisation, Person, Unnamed
from tutanak.records.meeting_governor import is_attended
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.parties import follows, next_verb, part, state_of
from tutanak.spans import Span
from tutanak.text.casing import fold

# "toplantısının açılışında".
OPENING: Final = frozenset(("açılışında", "başında", "sonunda"))


def own_assembly(scene: Scene, setting: Setting) -> list[Mention]:
    """The cabinet or assembly of the speaker's own state in whose meeting he speaks or presides, behind him."""
    p = setting.predicate
    if p.frame.wants["says"] not in ("toplantı", "oturum"):
        return []
    body = scene.mentions.at(p.first - 1) or owner(scene, p.first) or cabinet(scene, p.first)
    if body is None or not is_assembly(scene, body) or not (is_held(scene, setting) or is_told(scene, setting)):
        return []
    before = [m for m in scene.mentions.within(setting.low, body.first) if isinstance(m.entity, Person)]
    his = next((m for m in reversed(before) if part(scene.layout, scene.mentions, m) == "nom" or holds(scene, setting, m)), None)
    return [his, of_state(body, his)] if his is not None else []


def of_state(body: Mention, his: Mention) -> Mention:
    """An unnamed cabinet is that of its leader's state."""
    cabinet = body.entity
    if not isinstance(cabinet, Unnamed) or cabinet.state is not None:
        return body
    return Mention(body.span, body.first, body.last, (Unnamed(cabinet.text, cabinet.span, state_of(his.entity)),), body.kind, body.case)


def holds(scene: Scene, setting: Setting, mention: Mention) -> bool:
    """ "X'in düzenlediği kabine toplantısında"."""
    return is_held(scene, setting) and mention.case == "gen"


def is_held(scene: Scene, setting: Setting) -> bool:
    """Is it told right before the noun who held it ("düzenlediği")?"""
    return 0 <= setting.governor < setting.predicate.first and scene.layout.tokens[setting.governor].form.suffix == "dik"


def cabinet(scene: Scene, first: int) -> Mention | None:
    """The cabinet, which is told by no name ("haftalık kabine toplantısında"): as the article names it elsewhere, or by its words."""
    tokens = scene.layout.tokens
    words = next((n for n in scene.rules.cabinets if tuple(t.low for t in tokens[max(0, first - len(n)) : first]) == n), None)
    if words is None:
        return None
    low = first - len(words)
    span = Span(tokens[low].start, tokens[first - 1].end)
    body = next((o for o in scene.mentions.organisations if fold(o.name).split()[-1].startswith(words[0])), None)
    return Mention(span, low, first, (body or Unnamed(span.of(scene.layout.text), span),), "description", "nom")


def owner(scene: Scene, first: int) -> Mention | None:
    """The body in the genitive before an attribute of its meeting ("Meclis'in olağanüstü toplantısında")."""
    if scene.layout.tokens[first - 1].form.pos != "ADJ":
        return None
    found = scene.mentions.at(first - 2)
    return found if found is not None and found.case == "gen" else None


def is_assembly(scene: Scene, body: Mention) -> bool:
    """Does a word of the list end its name ("Bakanlar Kurulu", "Cumhuriyet Meclisi")?"""
    words = body.span.of(scene.layout.low).split()
    return isinstance(body.entity, Organisation | Unnamed) and bool(words) and words[-1].startswith(scene.rules.assemblies)


def is_told(scene: Scene, setting: Setting) -> bool:
    """Is what he does there the next verb ("bilgi verdi", "yaptığı açıklamada"), not what others did ("toplantısında alınan kararları")?"""
    tokens, at, case = scene.layout.tokens, setting.predicate.head, setting.predicate.form.case
    if case == "dat":
        return setting.governor >= 0 and is_attended(scene, setting.governor)
    verb = next_verb(scene.layout, scene.mentions, at, setting.high, 14) if case == "loc" or follows(scene.layout, at + 1, OPENING) else -1
    set_off = at + 1 < setting.high and tokens[at + 1].low == ","
    while verb >= 0 and (tokens[verb].form.verb_form == "verbal_noun" or (set_off and tokens[verb].form.verb_form == "participle")):
        verb = next_verb(scene.layout, scene.mentions, verb, setting.high, 14)
    form = tokens[verb].form
    his = form.verb_form in ("finite", "converb") or (form.lemma == "yap" and form.suffix == "dik")
    return verb >= 0 and his and not form.passive
