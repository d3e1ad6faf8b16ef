"""Who does it: agent of a passive, subject, owner of a noun, speaker, or who is left out; and the sides of what is done together."""

from __future__ import annotations

from tutanak.mentions.model import Mention, Mentions
from tutanak.records.act_scene import Scene, actors, akin, as_actors, once
from tutanak.records.frames import Predicate
from tutanak.records.parties import (
    ENDS,
    Party,
    by_agent,
    clause_start,
    clause_subject,
    genitive,
    grammatical_subject,
    is_nominalised,
    left_out,
    nominative,
    part,
    parties,
    speaker,
)
from tutanak.text.layout import Layout, Sentence


def doers(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The source: agent of a passive, subject, owner of a noun, speaker of a first person or of the statement it announces, or left out."""
    layout, mentions = scene.layout, scene.mentions
    token = layout.tokens[p.head]
    if p.frame.wants.get("said"):
        return as_actors(scene, speaker(scene.statements.at(token.start)))
    announced = scene.cues.get(token.end)
    if announced is not None and announced.speakers:
        return as_actors(scene, speaker(announced))
    if p.passive:
        return actors(scene, by_agent(layout, mentions, sentence.first, p.first))
    if not p.form.verb_form:
        owner = genitive(layout, mentions, max(sentence.first, p.first - 15), p.first)
        if not owner and p.form.possessive in ("3sg", "3pl"):
            owner = nominative(layout, mentions, sentence.first, p.first)
        return actors(scene, owner)
    if is_nominalised(p):
        said = scene.statements.at(token.start)
        if said is not None and p.form.possessive.startswith("1"):
            return as_actors(scene, speaker(said))
        return as_actors(scene, clause_subject(layout, mentions, p, sentence.first, said))
    found = grammatical_subject(layout, mentions, p, sentence.first, sentence.last)
    if found:
        return actors(scene, found)
    if (p.form.person or p.form.possessive).startswith("1"):
        return as_actors(scene, speaker(scene.statements.at(token.start)))
    if token.quote >= 0 or p.participle:
        return []
    return as_actors(scene, parties(left_out(layout, mentions, sentence), "inferred"))


def sides(scene: Scene, p: Predicate, sentence: Sentence, doing: list[Party]) -> tuple[list[Party], list[Party]]:
    """Those who do it together: subjects and partners ("A, B ile anlaştı", "A ile B arasında anlaşma sağlandı"); the first faces the rest."""
    layout, mentions = scene.layout, scene.mentions
    quote = layout.tokens[p.head].quote
    told = list(doing)
    low = sentence.first if p.passive else clause_start(layout, mentions, p, sentence.first, ENDS)
    for mention in mentions.within(low, p.first):
        if layout.tokens[mention.first].quote == quote and part(layout, mentions, mention) == "partner":
            told.extend(actors(scene, [mention, *beside(layout, mentions, mention)]))
    return told[:1], once([t for t in told[1:] if not akin(t, told[0])])


def beside(layout: Layout, mentions: Mentions, mention: Mention) -> list[Mention]:
    """The name right after "X ile" ("Katar ile Mısır ilişkilerini geliştirdi")."""
    if mention.last + 1 >= len(layout.tokens) or layout.tokens[mention.last].low != "ile":
        return []
    after = mentions.at(mention.last + 1)
    return [after] if after is not None and after.case == "nom" else []


def counterpart(scene: Scene, p: Predicate, source: list[Party]) -> list[Party]:
    """Whom "we" agreed with: the other side of the meeting that the speaker reports ("mutabık kaldık")."""
    if not source or not (p.form.person or p.form.possessive).endswith("pl"):
        return []
    for meeting in scene.meetings:
        told = [Party(a, meeting.evidence, "inferred") for a in meeting.participants]
        if any(akin(t, source[0]) for t in told):
            return as_actors(scene, [t for t in told if not akin(t, source[0])])
    return []
