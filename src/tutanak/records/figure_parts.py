"""Parts of a sum and stakes: "ihracatın 3 milyar doları", "sahaya yüzde 15 ortak oldu"."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Quantity
from tutanak.records.figure_counts import part_by_bound
from tutanak.records.figure_exclusions import figurative
from tutanak.records.figure_heads import singular
from tutanak.records.figure_nouns import noun_phrase
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, is_noun, lemma_in

NEAR: Final = 9  # tokens before a stake in which what it is in is named


def is_part(scene: Scene, quantity: Quantity) -> bool:
    """ "107 bin varil[i]": an amount with a possessive of its own, no accusative that a verb reaches ("3 milyar doları aştı")."""
    tokens, at = scene.layout.tokens, quantity.last
    whole = quantity.bound == "exact" or quantity.span.end == quantity.core.end or part_by_bound(scene.layout, quantity)
    own = quantity.own and quantity.kind in ("money", "measure") and whole
    return own and not figurative(scene, quantity) and not (at < len(tokens) and _is_reached(scene, at))


def _is_reached(scene: Scene, at: int) -> bool:
    """Does the verb reach the amount, or is it somebody's ("3 milyar doları [buldu]", "100 milyon doları [var]")?"""
    reached = lemma_in(scene.layout.tokens[at], scene.words.reaching) and not scene.taken[at]  # but "1 milyar dolarını [geçen yıl] ödedi"
    return reached or scene.layout.tokens[at].low in ("var", "yok", "vardı", "yoktu", "olan")


def whole_of(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "[ihracatın] 3 milyar doları": the genitive before a part, but "bakanın 100 milyon doları" is his."""
    before = quantity.first - 1
    if before < 0 or not is_part(scene, quantity):
        return None
    token, named = scene.layout.tokens[before], scene.mentions.at(before)
    if token.form.case != "gen" or scene.taken[before] or (named is not None and named.kind != "description"):
        return None
    return Noun(before, before, token.low) if token.form.pos == "PRON" else noun_phrase(scene.layout, scene.taken, before)


def stake_in(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "[sahaya] yüzde 15 ortak oldu": what the stake is in."""
    tokens, at = scene.layout.tokens, quantity.last
    if quantity.kind != "percent" or at >= len(tokens) or tokens[at].form.lemma != "ortak":
        return None
    for before in range(quantity.first - 1, max(quantity.first - NEAR, -1), -1):
        if tokens[before].form.case in ("dat", "loc") and is_noun(tokens[before]) and not scene.taken[before]:
            return Noun(before, before, singular(tokens[before]))
    return None
