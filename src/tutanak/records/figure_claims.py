"""What a figure claims beside its value, and the proof of each: direction, role, owner, what is missing to check it."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Proof, Proofs, Quantity, proven
from tutanak.records.about import speaker_state
from tutanak.records.figure_changes import Change
from tutanak.records.figure_counts import part_by_bound
from tutanak.records.figure_exclusions import COUNTED
from tutanak.records.figure_nouns import span
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, lemma_in
from tutanak.records.model import Figure, Statement
from tutanak.records.reporting import reporting
from tutanak.text.layout import Layout, Token

REACH: Final = 30  # tokens before an amount in which its owner is looked for
PORTION: Final = "pay"
MARGINS: Final = ("yanılma", "hata")
_MEASURED: Final = ("percent", "money", "measure", "point", "multiple", "share")


def checks(scene: Scene, quantity: Quantity, figure: Figure) -> tuple[str, ...]:
    """What is missing to check it."""
    missing = []
    if figure.period is None:
        missing.append("no period")
    if quantity.kind in _MEASURED and figure.measure is None:
        missing.append("no measure")
    if quantity.kind in _MEASURED and not _source(scene, quantity):
        missing.append("no source series")
    if "currency" in quantity.assumed:
        missing.append("currency assumed")
    return tuple(missing)


def _source(scene: Scene, quantity: Quantity) -> bool:
    """Does the sentence name where the figure comes from ("TÜİK verilerine göre")?"""
    sentence = scene.layout.tokens[quantity.first].sentence
    if sentence < 0:
        return False
    whole = scene.layout.sentences[sentence]
    return any(lemma_in(scene.layout.tokens[at], scene.words.sources) for at in range(whole.first, min(whole.last, whole.first + 60)))


def owner(scene: Scene, quantity: Quantity, figure: Figure) -> tuple[str, Proof] | None:
    """ "İşletmelerimiz … 4,5 milyar dolar yatırım yaptı": whose it is by a first person possessor, the speaker's state."""
    state = speaker_state(figure.within) if figure.within is not None else None
    told = figure.within.proof.get("speaker") if figure.within is not None else None
    at = _ours(scene, quantity, figure)
    if state is None or at is None or told is None:
        return None
    return state, proven((scene.layout.tokens[at].span, *told.spans), "inferred", "a first person possessor")


def _ours(scene: Scene, quantity: Quantity, figure: Figure) -> int | None:
    """The token that says whose: in what is measured, or the nearest one before the amount in its clause."""
    tokens = scene.layout.tokens
    if figure.measure is not None:
        first = scene.layout.token_at(figure.measure.start)
        named = next((i for i in range(first, scene.layout.token_at(figure.measure.end)) if _is_ours(tokens[i])), None)
        if named is not None:
            return None if _is_joint(scene, first) else named
    at, low = quantity.first - 1, max(quantity.first - REACH, 0)
    while at >= low and tokens[at].quote == tokens[quantity.first].quote and scene.places[at] == scene.places[quantity.first]:
        if tokens[at].text in (";", ":") or tokens[at].form.verb_form in ("finite", "converb"):
            return None
        if _is_ours(tokens[at]) and tokens[at].form.case in ("", "nom", "gen"):
            return None if _is_joint(scene, at) else at
        at -= 1
    return None


def _is_ours(token: Token) -> bool:
    """ "işletmelerimiz", "bizim", but not what both sides share ("ülkelerimiz", "ilişkilerimiz")."""
    form = token.form
    if form.possessive == "1pl" and form.pos in ("NOUN", "PROPN"):
        return form.lemma not in reporting().shared or (form.lemma == "ülke" and form.number == "sg")
    return form.lemma == "biz" and form.case == "gen"


def _is_joint(scene: Scene, at: int) -> bool:
    """ "ikili ticaret hacmimiz", "aramızdaki ticaret": of both sides."""
    near = scene.layout.tokens[max(at - 2, 0) : at + 2]
    return any(token.form.lemma in ("ikili", "karşılıklı", "ortak") or token.low.startswith("aramızda") for token in near)


def direction(quantity: Quantity, change: Change | None) -> str | None:
    """Which way it goes; the level it came from ("yüzde 5'ten") goes nowhere."""
    return None if change is None or (quantity.case == "abl" and change.level) else change.direction


def role(scene: Scene, quantity: Quantity, change: Change | None, noun: Noun | None = None) -> str:
    if quantity.kind == "share":
        return "change" if change is not None and not change.level and not quantity.own else "share"  # "üçte bir oranında artacak"
    if quantity.kind == "percent" and noun is not None and noun.first >= quantity.last and noun.lemma in scene.words.stakes:
        return "share"  # "yüzde 51'lik hissesi"
    if change is not None:
        return "level" if change.level else "change"
    if noun is not None and _is_portion(scene, quantity, noun):
        return "share"
    if quantity.kind != "percent" or _is_reached(scene, quantity):
        return "level"
    part = part_by_bound(scene.layout, quantity) or (quantity.own and quantity.case not in ("ins", "equ"))
    return "share" if part else "level"


def _is_portion(scene: Scene, quantity: Quantity, noun: Noun) -> bool:
    """ "Türkiye'nin [payı] yüzde 16", no "yanılma payı yüzde 3"."""
    if quantity.kind != "percent" or quantity.case != "nom" or noun.lemma != PORTION or noun.head >= quantity.first:
        return False
    return noun.head == 0 or scene.layout.tokens[noun.head - 1].low not in MARGINS


def _is_reached(scene: Scene, quantity: Quantity) -> bool:
    """ "ağırlığı yüzde 30'u buluyor", "yüzde 60'ı aştı": an accusative, no part of anything."""
    tokens, at = scene.layout.tokens, quantity.core_last
    whose = tokens[quantity.first - 1].form.case == "gen" if quantity.first > 0 else False
    return quantity.case == "acc" and not whose and at < len(tokens) and lemma_in(tokens[at], scene.words.reaching)


def proofs(layout: Layout, quantity: Quantity, figure: Figure, change: Change | None, noun: Noun | None) -> Proofs:
    core = (quantity.core,) if quantity.lender is None else (quantity.core, quantity.lender)
    proof: Proofs = {
        "value": proven(core, "derived", figure.rule),
        "unit": proven((span(layout, noun),) if noun is not None and quantity.kind in COUNTED else core, "derived", figure.rule),
    }
    if figure.value_to is not None:
        proof["value_to"] = proven(core, "derived", figure.rule)
    told = (layout.tokens[change.token].span,) if change is not None else core
    if figure.direction is not None:
        proof["direction"] = proven(told, "derived", figure.rule)
    proof["role"] = proven(told, "derived", figure.rule)
    if figure.measure is not None:
        proof["measure"] = proven((figure.measure,), "quoted", figure.rule)
    if figure.period is not None:
        proof["period"] = proven((figure.period,), "quoted", figure.rule)
    if figure.within is not None and figure.claimed_by:
        proof["claimed_by"] = _owner_proof(figure.within, figure.rule)
    return proof


def _owner_proof(statement: Statement, rule: str) -> Proof:
    speaker = statement.proof.get("speaker")
    return proven(speaker.spans, "derived", rule) if speaker is not None else proven((statement.span,), "derived", rule)
