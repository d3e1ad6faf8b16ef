"""Who brings two sides together ("A ile B arasında X'in arabuluculuğunda yürütülen müzakereler"): a CONSULT of X with both."""

from __future__ import annotations

from functools import cache
from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Organisation, State
from tutanak.records.act_merge import TOGETHER
from tutanak.records.act_scene import DONE, Deed, Scene, actors, akin, is_outlet, public
from tutanak.records.parties import Party, around, conjuncts_before
from tutanak.spans import Span
from tutanak.text.layout import SIGNS, Sentence, Token

MEDIATION: Final = word_list("acts", "mediation")


@cache
def sign() -> int:
    return SIGNS.of_words(MEDIATION)


def mediated(scene: Scene) -> list[Deed]:
    """What mediators named in a sentence that tells of two sides do: each with both."""
    found = [mediation(scene, scene.layout.tokens[at]) for at in scene.layout.bearing(sign())]
    return [deed for deed in found if deed is not None]


def mediation(scene: Scene, token: Token) -> Deed | None:
    """The CONSULT of those in whose mediation, told by the noun at a token, others met or agreed."""
    named = mediator(scene, token)
    if named is None:
        return None
    sentence = around(scene.layout, token)
    between = [t for t in sides_of(scene, sentence) if not any(akin(t, m) for m in actors(scene, [named]))]
    row = actors(scene, conjuncts_before(scene.layout, scene.mentions, named, sentence.first - 1))
    told = [m for m in row if not any(akin(m, t) for t in between)]  # "X ile | Y aracılığında"
    if len(between) < 2 or not told or not all(may_mediate(scene, m) for m in told) or not all(public(scene, t.actor) for t in between):
        return None
    return Deed("CONSULT", told, between, Span(named.span.start, token.end), DONE, scene.rules.mediation)


def may_mediate(scene: Scene, party: Party) -> bool:
    """Is it a state or a body of states, no outlet?"""
    return isinstance(party.actor, State | Organisation) and public(scene, party.actor) and not is_outlet(scene, party)


def mediator(scene: Scene, token: Token) -> Mention | None:
    """Who is named right before the noun, if it tells whose mediation it was in."""
    if not any(f.lemma in MEDIATION and f.possessive == "3sg" and f.case in ("loc", "ins") for f in token.forms):
        return None
    named = scene.mentions.at(token.index - 1) if token.index else None
    return named if named is not None and named.last == token.index and named.case in ("nom", "gen") else None


def sides_of(scene: Scene, sentence: Sentence) -> list[Party]:
    """Those of whom the sentence tells that they met, talked or agreed."""
    for deed in scene.deeds:
        if deed.type in TOGETHER and deed.layer == DONE and sentence.start <= deed.evidence.start < sentence.end:
            return [*deed.source, *deed.target]
    return []
