"""Which type a deed is: the rule's own, or another by what it is done with, to or for."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.records.act_scene import Scene, has_word
from tutanak.records.frames import Predicate
from tutanak.text.layout import Sentence

DEMANDS: Final = word_list("acts", "demands")


def kind_of(scene: Scene, p: Predicate, sentence: Sentence) -> str:
    """The type: another where the verb is negated, or where it is done with arms ("hedef aldı")."""
    wants = p.frame.wants
    if "armed" in wants and has_word(scene.layout, scene.rules.arms, sentence.first, min(sentence.last, p.last + 4)):
        return str(wants["armed"])
    if "material" in wants and not p.form.negative and is_material(scene, p, sentence):
        return str(wants["material"])
    if "relief" in wants and has_word(scene.layout, scene.rules.relief, max(sentence.first, p.first - 8), p.reach + 1):
        return str(wants["relief"])
    for key, words in (("summoned", scene.rules.envoys), ("moved", scene.rules.moves)):
        if key in wants and has_word(scene.layout, words, max(sentence.first, p.first - 2), p.first):
            return str(wants[key])
    if "yielded" in wants and not p.form.negative and has_word(scene.layout, DEMANDS, max(sentence.first, p.first - 3), p.first):
        return str(wants["yielded"])
    return str(wants.get("negated", wants["type"]) if p.form.negative else wants["type"])


def is_material(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Is what is given a thing ("mali destek")? A capital is a name's ("Mali")."""
    near = scene.layout.tokens[max(sentence.first, p.first - 4) : p.reach]
    return any(not token.capital and any(form.lemma in scene.rules.material for form in token.forms) for token in near)
