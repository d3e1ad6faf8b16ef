"""Kind, place, date, occasion and frequency of an encounter, and what makes it doubtful."""

from __future__ import annotations

from bisect import bisect_left

from tutanak.mentions.model import Mention, Organisation, Place, State, Unnamed, When
from tutanak.records.meeting_form import as_place, is_done
from tutanak.records.meeting_scene import HELD, MENTIONED, ONGOING, PLANNED, Encounter, Scene, Setting
from tutanak.records.parties import Party, follows, key, next_verb, state_of, stem, verb_words
from tutanak.spans import Span
from tutanak.text.layout import Layout


def finish(scene: Scene, setting: Setting, found: Encounter) -> None:
    """Kind by its medium, place, date, occasion, frequency, the statement it stands in, and what makes it doubtful."""
    p, layout = setting.predicate, scene.layout
    found.told_by_noun = bool(p.frame.wants.get("noun")) and not (setting.governor >= 0 and is_done(scene, layout.tokens[setting.governor].form))
    found.vague = bool(p.frame.wants.get("vague"))
    found.finite = p.finite or (setting.governor >= 0 and layout.tokens[setting.governor].form.verb_form == "finite")
    medium(scene, setting, found)
    if found.place is None and found.kind != "call":
        where(scene, setting, found)
    found.date = date_of(scene, setting)
    if found.status == ONGOING and found.date is not None and found.date.span.of(layout.text).split()[0].lower() in scene.rules.coming:
        found.status = PLANNED
    found.within = scene.statements.at(layout.tokens[p.head].start)
    beside(scene, setting, found)
    recalled(found, p.finite or setting.sentence.index <= 2)
    weigh(scene, setting, found)


def recalled(found: Encounter, reported: bool) -> None:
    """One that a speaker recalls, and of which he does not report as a participant, is mentioned in passing, unless the article itself reports it."""
    said = found.within
    if found.status != HELD or said is None:
        return
    if said.mode == "indirect" and reported:
        return
    taking_part = any(key(p.actor) == key(s) for p in found.parties for s in said.speakers)
    if said.mode == "direct" or not taking_part or found.told_by_noun:
        found.status = MENTIONED


def medium(scene: Scene, setting: Setting, found: Encounter) -> None:
    """"telefonda" makes it a call, "heyetler arası" talks."""
    if found.kind not in ("meeting", "talks"):
        return
    for token in scene.layout.tokens[max(setting.low, setting.predicate.first - 8) : setting.predicate.last]:
        kind = scene.rules.media.get(token.form.lemma)
        if kind:
            found.kind = kind
            return
    if found.vague and found.parties and all(isinstance(p.actor, State) for p in found.parties):
        found.kind = "talks"


def where(scene: Scene, setting: Setting, found: Encounter) -> None:
    """The nearest place that belongs to the encounter's own verb: "Ankara'da", "Ankara'ya gelerek", or the one "burada" recalls."""
    layout, p = scene.layout, setting.predicate
    high = max(p.first, setting.governor)
    for mention in reversed(scene.mentions.within(setting.low, high)):
        if layout.tokens[mention.first].quote == layout.tokens[p.head].quote and own_place(scene, setting, mention):
            settle(scene, found, mention)
            if found.place is not None:
                return
    if any(t.low == "burada" for t in layout.tokens[setting.low : p.first]) and setting.sentence.index > 0:
        before = layout.sentences[layout.tokens[p.head].sentence - 1]
        for mention in reversed(scene.mentions.within(before.first, before.last)):
            if found.place is None and mention.case in ("dat", "loc", "acc"):
                settle(scene, found, mention)


def settle(scene: Scene, found: Encounter, mention: Mention) -> None:
    """The place is what the mention names, if that can be one."""
    for entity in mention.entities:
        if isinstance(entity, Place | State | Organisation):
            found.place = as_place(scene, entity, mention)
            found.place_span = mention.span
            return


def own_place(scene: Scene, setting: Setting, mention: Mention) -> bool:
    """Is the first verb after the place the encounter's own, a light verb, or one of coming and visiting?"""
    p, rules = setting.predicate, scene.rules
    if mention.case not in ("loc", "dat", "acc"):
        return False
    above = next_verb(scene.layout, scene.mentions, mention.last - 1, setting.high, 40)
    verb = stem(scene.layout.tokens[above].form) if above >= 0 else ""
    if mention.case == "dat":
        return above == mention.last and verb in rules.motions
    if mention.case == "acc":
        return above == mention.last + 1 and verb_words(scene.layout, above) == "ziyaret et"
    return above < 0 or above >= p.first or verb in rules.does or verb in rules.happens or verb in rules.motions or is_verbal_noun(scene, above)


def is_verbal_noun(scene: Scene, at: int) -> bool:
    return scene.layout.tokens[at].form.verb_form == "verbal_noun"


def date_of(scene: Scene, setting: Setting) -> When | None:
    """The last date before the predicate, or before the verb above it, in its sentence."""
    whens = scene.mentions.whens
    i = bisect_left(whens, max(setting.predicate.head, setting.governor), key=lambda w: w.first) - 1
    while i >= 0 and whens[i].first >= setting.low:
        if whens[i].kind == "date":
            return whens[i]
        i -= 1
    return None


def beside(scene: Scene, setting: Setting, found: Encounter) -> None:
    """The occasion and how often, from the words of the clause."""
    layout, rules = scene.layout, scene.rules
    for at in range(setting.low, setting.predicate.first):
        token = layout.tokens[at]
        if found.frequency is None and token.low in rules.frequencies:
            last = at + 1 if follows(layout, at + 1, frozenset(("olarak",))) else at
            found.frequency = Span(token.start, layout.tokens[last].end)
        if token.form.lemma in rules.occasions and token.quote == layout.tokens[setting.predicate.head].quote:
            found.occasion = occasion(layout, at, setting.low) or found.occasion


def occasion(layout: Layout, at: int, low: int) -> Span | None:
    """The name of the event that ends at token `at`: its capitalised words and numbers."""
    first = at
    while first > low and named(layout, first - 1):
        first -= 1
    if first == at and not layout.tokens[at].capital:
        return None
    return Span(layout.tokens[first].start, layout.tokens[at].start + len(layout.tokens[at].base))


def named(layout: Layout, at: int) -> bool:
    token = layout.tokens[at]
    if token.kind == "punct":
        return token.low in ("-", "–", "(", ")") or (token.low == "." and layout.tokens[at - 1].kind == "number")
    return token.kind == "number" or (token.capital and token.form.case in ("nom", "")) or token.low == "ve"


def weigh(scene: Scene, setting: Setting, found: Encounter) -> None:
    """Lower the confidence where something is inferred or said in passing."""
    if any(party.how == "inferred" for party in found.parties):
        found.doubt(0.8, "a participant from the sentence before")
    if setting.predicate.frame.wants.get("noun"):
        found.doubt(0.85, "told by a noun")
    if found.kind == "visit" and len({state_of(p.actor) or key(p.actor) for p in found.parties}) < 2:
        found.doubt(0.6, "a visit at home")
    if scene.layout.tokens[setting.predicate.head].quote >= 0:
        found.doubt(0.75, "in a quotation")
    if any(isinstance(party.actor, Unnamed) for party in found.parties):
        found.doubt(0.8, "an unnamed participant")


def apart(scene: Scene, setting: Setting, found: Encounter) -> list[Encounter]:
    """"ikili görüşmeler", "ayrı ayrı": one encounter for each partner."""
    words = scene.layout.tokens[max(setting.low, setting.predicate.first - 3) : setting.predicate.head + 2]
    if not any(t.low in scene.rules.apart for t in words):
        return [found]
    first, *rest = found.parties
    return [one_of(found, [first, other]) for other in rest]


def one_of(found: Encounter, told: list[Party]) -> Encounter:
    single = Encounter(found.kind, told, found.status, found.evidence, found.rule, found.sentence)
    for name in ("confidence", "reasons", "date", "finite", "frequency", "occasion", "place", "place_span", "within"):
        setattr(single, name, getattr(found, name))
    return single
