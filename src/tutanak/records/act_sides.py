"""The sides of what is done together: subjects and partners, or those between whom it is done."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Mentions
from tutanak.records.act_scene import Scene, actors, akin, as_actors, has_word, is_outlet, once
from tutanak.records.frames import Predicate
from tutanak.records.grammar import CLOSING
from tutanak.records.model import Meeting
from tutanak.records.parties import Party, clause_start, conjuncts_before, part, speaker
from tutanak.text.layout import Layout, Sentence

MEDIATION: Final = word_list("acts", "mediation")
OPENING: Final = 5  # words of a sentence among which the noun of an encounter opens it
NEAR: Final = 14  # words before "imzalanan" within which those stand who signed


def sides(scene: Scene, p: Predicate, sentence: Sentence, doing: list[Party]) -> tuple[list[Party], list[Party]]:
    """Those who do it together: subjects and partners ("A, B ile anlaştı", "A ile B arasında anlaşma sağlandı"); the first faces the rest."""
    layout, mentions = scene.layout, scene.mentions
    quote = layout.tokens[p.head].speech
    told = list(doing)
    low = sentence.first if p.passive else clause_start(layout, mentions, p, sentence.first, CLOSING)
    low = max(low, p.first - NEAR) if p.passive and p.participle and p.form.suffix == "an" else low  # "…, üzerinde uzlaşılan çerçeve"
    partners = [m for m in mentions.within(low, p.first) if layout.tokens[m.first].speech == quote and part(layout, mentions, m) == "partner"]
    if p.frame.wants.get("only"):
        partners = [m for m in partners if not any(t.form.verb_form for t in layout.tokens[m.last : p.first])]  # "X ile anlaşılırsa … çalışmaya"
    if len(partners) > 1 and not is_between(layout, partners[-1]):  # "X ile Y arasındaki görüşmelerle Z'nin X ile yürüttüğü"
        partners = partners[max((i + 1 for i, m in enumerate(partners) if is_between(layout, m)), default=0) :]
    for mention in partners:
        told.extend(actors(scene, [*conjuncts_before(layout, mentions, mention, low - 1), *beside(layout, mentions, mention)]))
    if partners and is_between(layout, partners[-1]):
        told = told[len(doing) :]  # "X, Y ile Z arasındaki müzakereler sürerken konuştu"
        doing = []
    told = once(told)
    apart = not doing and bool(partners) and all(is_other_side(layout, mentions, m) for m in partners)
    if p.passive and (apart or len(told) < 2):
        first = who_told(scene, p, sentence, len(told) == 1)
        told = once([*first, *told]) if first or not apart else told[:1]
    return told[:1], [t for t in told[1:] if not akin(t, told[0])]


def is_between(layout: Layout, mention: Mention) -> bool:
    """Is it the last of those between whom it is done ("Y ile Z arasında")?"""
    return any(t.low in ("arasında", "arasındaki") for t in layout.tokens[mention.last : mention.last + 2])


def who_told(scene: Scene, p: Predicate, sentence: Sentence, alone: bool) -> list[Party]:
    """Who stands behind what was signed by nobody named: who announces it, or who met in the same sentence."""
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    if said is not None and (said.mode == "indirect" or (alone and p.participle)):
        return [t for t in as_actors(scene, speaker(said)) if not is_outlet(scene, t)]
    met = next((m for m in scene.meetings if sentence.start <= m.evidence.start < sentence.end), None) or met_before(scene, sentence)
    return as_actors(scene, [Party(a, met.evidence) for a in met.participants]) if met is not None else []


def met_before(scene: Scene, sentence: Sentence) -> Meeting | None:
    """The encounter told last before a sentence that opens with its noun ("Görüşme kapsamında protokol imzalandı")."""
    if not has_word(scene.layout, scene.rules.encounters, sentence.first, min(sentence.first + OPENING, sentence.last)):
        return None
    before = [m for m in scene.meetings if m.evidence.start < sentence.start and m.status in ("held", "ongoing")]
    return max(before, key=lambda m: m.evidence.start, default=None)


def is_other_side(layout: Layout, mentions: Mentions, mention: Mention) -> bool:
    """ "Y ve Z ile imzalanan": both are those with whom another signed."""
    link, after = (layout.tokens[at].low if at < len(layout.tokens) else "" for at in (mention.last, mention.last + 1))
    if mention.case == "ins" or link in ("ve", ","):
        return True
    return link == "ile" and not after.startswith("arasında") and mentions.at(mention.last + 1) is None


def beside(layout: Layout, mentions: Mentions, mention: Mention) -> list[Mention]:
    """The name right after "X ile" ("Katar ile Mısır ilişkilerini geliştirdi")."""
    if mention.last + 1 >= len(layout.tokens) or layout.tokens[mention.last].low != "ile":
        return []
    after = mentions.at(mention.last + 1)
    if after is not None and after.last < len(layout.tokens) and layout.tokens[after.last].form.lemma in MEDIATION:
        return []  # "X ile | Y arabuluculuğunda (imzaladı)"
    return [after] if after is not None and after.case == "nom" else []


def counterpart(scene: Scene, p: Predicate, source: list[Party]) -> list[Party]:
    """Whom "we" agreed with: the other side of the meeting that the speaker reports ("mutabık kaldık")."""
    person = p.form.person or p.form.possessive
    if p.form.suffix in ("ma", "mak") and not person:
        ours = [t.form.person for t in scene.layout.tokens[p.last : p.last + 4] if t.form.person.startswith("1")]
        person = ours[0] if ours else ""  # "güçlendirmeye devam edeceğiz"
    if not source or p.reach > p.head or not person.endswith("pl"):
        return []
    for meeting in scene.meetings:
        told = [Party(a, meeting.evidence, "inferred") for a in meeting.participants]
        if any(akin(t, source[0]) for t in told):
            return as_actors(scene, [t for t in told if not akin(t, source[0])])
    return []
