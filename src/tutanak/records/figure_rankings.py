"""Rankings: what is measured stands in the clause about the winner, "1,5 milyar dolarla en fazla ihracat yapılan ülke"."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Quantity
from tutanak.records.figure_heads import singular
from tutanak.records.figure_nouns import noun_phrase
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, is_noun, lemma_in

FAR: Final = 40  # tokens around an amount in which its ranking is told
MOST: Final = word_list("figures", "most")
PLACES: Final = word_list("figures", "places")


def ranked(scene: Scene, quantity: Quantity) -> Noun | None:
    """What an amount in "-la" ranks somebody by."""
    if not _ranks(scene, quantity):
        return None
    return _by_most(scene, quantity) or _by_place(scene, quantity) or _told_before(scene, quantity)


def _ranks(scene: Scene, quantity: Quantity) -> bool:
    """ "1,5 milyar dolarla", "yüzde 87 ile"."""
    tokens, at = scene.layout.tokens, quantity.last
    return quantity.case == "ins" or (at < len(tokens) and tokens[at].low == "ile")


def _by_most(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "en fazla [ihracat] yapılan ülke", "en çok [ihracatın] yapıldığı ülkeler"."""
    tokens = scene.layout.tokens
    for at in range(quantity.last, min(quantity.last + FAR, len(tokens) - 3)):
        if scene.places[at] != scene.places[quantity.first] or tokens[at].form.verb_form == "finite":
            return None
        if tokens[at].low == "en" and tokens[at + 1].low in MOST and is_noun(tokens[at + 2]) and tokens[at + 3].form.verb_form == "participle":
            return Noun(at + 2, at + 2, singular(tokens[at + 2]))
    return None


def _by_place(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "[İthalatta] ilk sırayı"."""
    tokens = scene.layout.tokens
    for at in range(quantity.first - 2, max(quantity.first - FAR, -1), -1):
        if scene.places[at] != scene.places[quantity.first] or tokens[at].form.verb_form in ("finite", "converb"):
            return None
        loc = is_noun(tokens[at]) and tokens[at].form.case == "loc" and not lemma_in(tokens[at], scene.words.possessions)
        if loc and not scene.taken[at] and lemma_in(tokens[at + 1], PLACES):
            return Noun(at, at, singular(tokens[at]))
    return None


def _told_before(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "En fazla [ihracat] yapan ülkeler, 48 milyar avroyla Çin, …", "[ticaret dengesi] en yüksek olan ülke 30 milyar avro ile Çin"."""
    tokens = scene.layout.tokens
    for at in range(quantity.first - 4, max(quantity.first - FAR, -1), -1):
        if scene.places[at] != scene.places[quantity.first] or tokens[at].form.verb_form in ("finite", "converb"):
            return None
        if tokens[at].low != "en" or tokens[at + 1].low not in MOST:
            continue
        if is_noun(tokens[at + 2]) and tokens[at + 3].form.verb_form == "participle":
            return Noun(at + 2, at + 2, singular(tokens[at + 2]))
        if tokens[at + 2].low == "olan" and at > 0 and is_noun(tokens[at - 1]) and tokens[at - 1].form.possessive.startswith("3"):
            return noun_phrase(scene.layout, scene.taken, at - 1)
    return None


def goes_on_ranking(scene: Scene, quantity: Quantity, earlier: int) -> bool:
    """ "48 milyar avro ile Çin, [31 milyar avro ile] ABD": the next of a ranking in one sentence, each with who it is."""
    tokens = scene.layout.tokens
    if not _ranks(scene, quantity) or scene.places[earlier] != scene.places[quantity.first]:
        return False
    between = tokens[earlier + 1 : quantity.first]
    ranked_so = any(token.low == "ile" or token.form.case == "ins" for token in between)
    return ranked_so and tokens[quantity.first - 1].text in (",", "ve") and all(t.form.verb_form not in ("finite", "converb") for t in between)


def follows(scene: Scene, quantity: Quantity, earlier: int) -> bool:
    """ "Bunu 1,4 milyar dolarla Azerbaycan izledi": the same measure as the amount at token `earlier`, here or in the sentence before."""
    tokens = scene.layout.tokens
    if not _ranks(scene, quantity) or tokens[quantity.first].sentence - tokens[earlier].sentence not in (0, 1):
        return False
    last = min(quantity.last + FAR, len(tokens))
    verbs = (t for t in tokens[quantity.last : last] if t.form.verb_form == "finite" or lemma_in(t, scene.words.followers))
    verb = next(verbs, None)
    return verb is not None and verb.sentence == tokens[quantity.first].sentence and lemma_in(verb, scene.words.followers)
