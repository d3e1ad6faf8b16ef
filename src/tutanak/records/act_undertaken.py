"""What is signed is agreed: an undertaking that two sides have signed is an AGREE of theirs, wherever its words stand."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.records.act_scene import DONE, Deed, Scene, akin, as_actors, once, public
from tutanak.records.model import Undertaking
from tutanak.records.parties import Party, conjuncts_before, key, part, state_of
from tutanak.spans import Span

SIGNED: Final = frozenset(("agreement", "plan"))
SPOKEN: Final = word_list("acts", "spoken")
STATES: Final = 2  # at least that many
SURE: Final = 0.6
SHOWN: Final = 0.5  # how sure an undertaking must be


def by_undertaking(scene: Scene, undertaking: Undertaking) -> Deed | None:
    """The AGREE of those who signed ("X ile 2010'da imzalanan | Y anlaşması", "X ile Y arasında anlaşma imzalandı")."""
    if undertaking.kind not in SIGNED or undertaking.status != "signed" or undertaking.confidence < SHOWN:
        return None
    if not undertaking.parties or undertaking.proof["parties"].how == "inferred" or is_spoken(scene, undertaking):
        return None
    words = undertaking.evidence or undertaking.span
    told = once(as_actors(scene, [Party(p, words, "inferred") for p in undertaking.parties]))
    told = [t for t in told if public(scene, t.actor)]
    if len({code for t in told if (code := state_of(t.actor)) is not None}) < STATES:
        return None  # "X ile Y şirketi"
    if is_one_side(scene, words, len(told)):
        return None
    rest = [t for t in told[1:] if not akin(t, told[0])]
    deed = Deed("AGREE", told[:1], rest, words, DONE, "tr/acts:signed")
    deed.confidence = SURE
    deed.within = undertaking.within
    return deed


def is_one_side(scene: Scene, words: Span, count: int) -> bool:
    """Are all those with whom another signed, who is not told ("X ve Y ile | imzalanan")?"""
    at = scene.layout.token_at(words.start) - 1
    partner = scene.mentions.at(at - (scene.layout.tokens[at].low == "ile")) if at > 0 else None
    if partner is None or part(scene.layout, scene.mentions, partner) != "partner":
        return False
    return len(conjuncts_before(scene.layout, scene.mentions, partner, scene.layout.sentences[scene.layout.tokens[at].sentence].first - 1)) >= count


def is_told(deeds: list[Deed], signed: Deed) -> bool:
    """Is it told already by the same words, or of all who signed it, maybe of more?"""
    ours = {code_of(t) for t in (*signed.source, *signed.target)}
    done = [d for d in deeds if d.type == "AGREE" and d.layer == DONE]
    return any(d.evidence.meets(signed.evidence) or ours <= {code_of(t) for t in (*d.source, *d.target)} for d in done)


def code_of(party: Party) -> str:
    return state_of(party.actor) or key(party.actor)


def is_spoken(scene: Scene, undertaking: Undertaking) -> bool:
    """Is it a text through which several speak ("ortak bildiri"): it is said, not agreed?"""
    last = scene.layout.tokens[scene.layout.token_at(undertaking.span.end) - 1]
    return any(form.lemma in SPOKEN for form in last.forms)
