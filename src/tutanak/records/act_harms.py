"""What does no good to the one it is told of: against whom it is promised, upon whom the measures lie that are backed, whose loss is welcomed."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.records.act_scene import Scene
from tutanak.records.frames import Predicate
from tutanak.records.parties import Party
from tutanak.text.layout import Token

GOOD: Final = frozenset(("AGREE", "SUPPORT", "AID"))  # types that do the target good
PUNISHMENTS: Final = word_list("acts", "punishments")
LOSSES: Final = word_list("acts", "losses")
UNDOING: Final = word_list("acts", "undoing")
NEAR: Final = 5  # words behind a name in which what it has or does stands before "karşı"


def is_harm(scene: Scene, p: Predicate, target: list[Party]) -> bool:
    """Would what is told do its target harm, though its type does good ("Y'ye karşı önlem sözü verdi", "Y'ye uygulanan yaptırımları destekledi")?"""
    if p.frame.wants["type"] not in GOOD or p.form.negative:
        return False
    return (p.frame.wants["type"] == "SUPPORT" and is_loss(scene.layout.tokens, p)) or all(is_against(scene, p, t) for t in target)


def is_loss(tokens: list[Token], p: Predicate) -> bool:
    """Is it a loss of his that is welcomed ("Y'nin istifasını memnuniyetle karşıladı", "Y'nin görevden alınmasını …")?"""
    thing = tokens[p.first - 1].form if p.first > 1 else None
    if thing is None or thing.case != "acc":
        return False
    removed = thing.lemma == "al" and thing.passive and tokens[p.first - 2].form.lemma == "görev"
    return removed or thing.lemma in LOSSES or (thing.suffix == "ma" and thing.passive and thing.lemma in UNDOING)


def is_against(scene: Scene, p: Predicate, target: Party) -> bool:
    """Is it he against whom, or against whose deeds, it is done, or upon whom what is backed was laid?"""
    mention, tokens = scene.mentions.at(scene.layout.token_at(target.span.start)), scene.layout.tokens
    if mention is None or mention.last >= p.first:
        return False
    if mention.case == "dat" and (tokens[mention.last].low == "karşı" or tokens[p.first - 1].form.lemma in PUNISHMENTS):
        return True
    if mention.case not in ("gen", "abl"):
        return False
    behind = [t for t in tokens[mention.last : min(mention.last + NEAR, p.first)] if t.low == "karşı"]
    deed = tokens[behind[0].index - 1].form if behind else None
    return deed is not None and deed.case == "dat" and (mention.case == "abl" or deed.possessive.startswith("3"))
