"""What makes an encounter doubtful: each reason with the factor by which it lowers the confidence."""

from __future__ import annotations

from tutanak.languages import word_list
from tutanak.mentions.model import Actor, Organisation, Person, State, Unnamed
from tutanak.records.grammar import UNTIL
from tutanak.records.meeting_governor import tells_length
from tutanak.records.meeting_scene import CANCELLED, PLANNED, Encounter, Scene, Setting
from tutanak.records.meeting_ships import sailing
from tutanak.records.outlets import only_tells
from tutanak.records.parties import follows, key, next_verb, state_of, stem, verb_words, words_at

# "mevkidaşlarıyla"
PEER = "mevkidaşları"

# "yöneticilerle yaptığı görüşmede, toplantıda"
HELD_WITH = word_list("meetings", "held_with")

# Words between a noun and a verb that surely tells of it.
NEAR = 8


def weigh(scene: Scene, setting: Setting, found: Encounter) -> None:
    """Lower the confidence where something is inferred, unnamed or said in passing."""
    as_told(scene, setting, found)
    as_named(scene, setting, found)
    if found.kind == "visit":
        sent = any(t.form.lemma in scene.rules.delegations for t in scene.layout.tokens[setting.low : setting.predicate.first])
        sent = sent or bool(sailing(scene, setting))
        as_visit(found, sent)


def as_told(scene: Scene, setting: Setting, found: Encounter) -> None:
    """By the words that tell of it."""
    noun = bool(setting.predicate.frame.wants.get("noun"))
    if noun:
        found.doubt(0.85, "told by a noun")
    far = setting.predicate.form.case in ("nom", "") and setting.governor - setting.predicate.head > NEAR
    if noun and far and scene.layout.tokens[setting.governor - 1].form.lemma not in scene.rules.attendance:
        found.doubt(0.8, "a verb far from its noun")
    if noun and found.place is None and found.date is None:
        in_passing(scene, setting, found)
    if scene.layout.tokens[setting.predicate.head].speech >= 0:
        found.doubt(0.75, "in a quotation")
        if found.framing and not (found.date is not None and (found.status == PLANNED or told_by_others(scene, found))):
            found.doubt(0.8, "a journey told by a traveller")
    elif noun and told_by_others(scene, found):
        found.doubt(0.85 if setting.governor >= 0 else 0.68, "told by somebody else")


def in_passing(scene: Scene, setting: Setting, found: Encounter) -> None:
    """A noun that tells neither when nor where: of talks no more than that there are some."""
    over = scene.layout.tokens[setting.above].form.verb_form == "finite" if setting.above >= 0 else False
    asserted = found.finite or over or meanwhile(scene, setting) or is_reported(scene, setting) or is_decided(scene, setting, found)
    of_states = found.kind == "talks" and not any(isinstance(p.actor, Person) for p in found.parties)
    if of_states and not asserted:
        told = found.within is None and (is_conducted(scene, setting) or dealt_with(scene, setting))
        found.doubt(0.8 if told else 0.75 if go_on(scene, setting, found) else 0.7 if are_named(setting, found) else 0.65, "talks in passing")
    elif setting.governor < 0 and not found.chaired and not of_people(scene, setting, found):
        over = len(found.parties) == 1 and follows(scene.layout, setting.predicate.last, scene.rules.after)
        found.doubt(0.9 if over else 0.8, "in passing")


def go_on(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """Does one side say in passing that they are held ("X ile yapılan müzakerelerin yalnızca göçle ilgili olduğunu söyledi")?"""
    at = setting.governor
    before = 0 <= at < setting.predicate.first and scene.layout.tokens[at].form.suffix == "an"
    return before and is_conducted(scene, setting) and not told_by_others(scene, found)


def of_people(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """Is it told what people spoke of there ("X ile Y'nin görüşmesinde göç ele alındı")?"""
    return any(isinstance(p.actor, Person) for p in found.parties) and dealt_with(scene, setting)


def are_named(setting: Setting, found: Encounter) -> bool:
    """Does the narrator name both sides with the talks ("ABD-İran müzakereleri", "Hamas ile İsrail arasındaki görüşmeler")?"""
    sides = [p.actor for p in found.parties if p.how != "inferred" and isinstance(p.actor, State | Organisation)]
    told = found.within is None and not setting.predicate.frame.wants.get("pair")
    return told and len(sides) == len(found.parties) > 1 and any(isinstance(side, State) for side in sides)


def is_reported(scene: Scene, setting: Setting) -> bool:
    """Does somebody report that they go on, begin or end, or have not ended yet ("müzakerelerin sürdüğünü, tamamlanmadığını")?"""
    at, rules = max(setting.governor, setting.above), scene.rules
    form = scene.layout.tokens[at].form
    if at < setting.predicate.head or form.suffix not in ("dik", "acak"):
        return False
    words = {verb_words(scene.layout, at), stem(form), words_at(scene.layout, at)}
    if not words.isdisjoint(rules.outcomes) or (form.case == "acc" and not form.negative and not words.isdisjoint(rules.does)):
        return True  # "görüşmelerin yapılacağını, sonuç vermediğini", "müzakereler yürüttüklerini"
    return not words.isdisjoint(rules.ended if form.negative else rules.ongoing | rules.happens | rules.begun | rules.phases | rules.ended)


def is_decided(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """ "müzakerelerin askıya alınmasına | karar verdi", "ertelendiği bildirildi"."""
    at = max(setting.governor, setting.above)
    if found.status == CANCELLED and at >= 0 and scene.layout.tokens[at].form.suffix == "dik":
        return True
    verb = next_verb(scene.layout, scene.mentions, at, setting.high, 3) if found.status == CANCELLED and at >= 0 else -1
    return verb >= 0 and not scene.layout.tokens[verb].form.negative and words_at(scene.layout, verb) in scene.rules.agrees


def meanwhile(scene: Scene, setting: Setting) -> bool:
    """ "müzakereler devam ederken, sonuçlanıncaya kadar": a clause of its own says that they go on."""
    at = setting.governor
    form = scene.layout.tokens[at].form
    if at < setting.predicate.head:
        return False
    until = verb_words(scene.layout, at) in scene.rules.ended and follows(scene.layout, at + 1, UNTIL)
    return until or (form.suffix == "ken" and verb_words(scene.layout, at) in scene.rules.ongoing)


def dealt_with(scene: Scene, setting: Setting) -> bool:
    """Is it told what those there spoke of ("görüşmelerde göç konusu ele alındı")?"""
    layout, p = scene.layout, setting.predicate
    verb = next_verb(layout, scene.mentions, p.head, setting.high, 20) if p.form.case == "loc" else -1
    if verb < 0 or layout.tokens[verb].form.verb_form != "finite" or not layout.tokens[verb].form.passive:
        return False
    return not {verb_words(layout, verb), f"{layout.tokens[verb - 1].low} {stem(layout.tokens[verb].form)}"}.isdisjoint(scene.rules.discusses)


def is_conducted(scene: Scene, setting: Setting) -> bool:
    """Does a verb say that talks are held ("yürüttüğü müzakereler, müzakereler yürüten"), or does only a noun allude to them ("diyalog ihtiyacı")?"""
    p = setting.predicate
    if setting.governor < 0 or tells_length(scene, setting.governor):
        return False
    words = {verb_words(scene.layout, setting.governor), stem(scene.layout.tokens[setting.governor].form)}
    if p.frame.wants.get("pair"):
        return not words.isdisjoint(scene.rules.does) and not scene.layout.tokens[setting.governor].form.passive
    if p.form.number != "pl" or (setting.governor > p.head and scene.layout.tokens[setting.governor].form.suffix != "an"):
        return False
    return not words.isdisjoint(scene.rules.ongoing | scene.rules.does | scene.rules.happens)


def told_by_others(scene: Scene, found: Encounter) -> bool:
    """Does it stand in the words of one who takes no part in it, and is no outlet?"""
    said = found.within
    speakers = [s for s in said.speakers if not only_tells(scene.layout, s)] if said is not None else []
    return bool(speakers) and not any(speaks_for(s, p.actor) for p in found.parties for s in speakers)


def speaks_for(speaker: Actor, party: Actor) -> bool:
    """Is the speaker the party, one of the state that takes part, or a body or sender of his state that announces it?"""
    if key(speaker) == key(party) or (isinstance(speaker, Person) and isinstance(party, Organisation) and speaker.org == party.name):
        return True
    same = state_of(speaker) is not None and state_of(speaker) == state_of(party)
    return same and (isinstance(speaker, Organisation | State | Unnamed) or isinstance(party, State))


def as_named(scene: Scene, setting: Setting, found: Encounter) -> None:
    """By who is named, and where."""
    cue = found.within.cue if found.within is not None else None
    if any(party.how == "inferred" and party.span != cue for party in found.parties):
        found.doubt(0.8, "a participant from the sentence before")
    if len(found.parties) == 1 and not isinstance(found.parties[0].actor, Person):
        alone = found.parties[0].actor
        home = isinstance(alone, Organisation) and alone.state is not None and not found.attends
        found.doubt(0.6 if home else 0.85, "one participant")
    unnamed = [p.actor for p in found.parties if isinstance(p.actor, Unnamed)]
    if any(PEER in a.text and a.state is None for a in unnamed):
        found.doubt(0.6, "peers of nobody in particular")
    if unnamed:
        few = sum(isinstance(p.actor, Person) for p in found.parties) < 2
        alluded = few and setting.predicate.frame.wants.get("noun") and not found.chaired and not is_set(scene, setting, found)
        found.doubt(0.65 if alluded and unnamed[0].state is None else 0.8, "an unnamed participant")
    if unnamed and len(unnamed) == len(found.parties) and len({a.state for a in unnamed} - {None}) < 2:
        found.doubt(0.6, "nobody is named")  # "Pakistan Genelkurmay Başkanı, İran Cumhurbaşkanı ile" are two


def is_expected(scene: Scene, setting: Setting) -> bool:
    """ "X'in iş adamlarıyla görüşmesi | bekleniyor"."""
    form = scene.layout.tokens[setting.governor].form
    return setting.predicate.frame.wants["says"] == "görüşme" and form.verb_form == "finite" and stem(form) in scene.rules.planned


def is_set(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """Does a verb tell of talks of states or bodies with where or when, or that somebody held a "görüşme", or is expected to?"""
    if setting.governor < 0:
        return False
    expected = is_expected(scene, setting) and any(isinstance(p.actor, Person) for p in found.parties)
    if expected or (found.place is None and found.date is None):
        return expected
    if any(isinstance(p.actor, Person) for p in found.parties):
        return setting.predicate.frame.wants["says"] in HELD_WITH and not found.told_by_noun
    return found.kind == "talks"


def as_visit(found: Encounter, sent: bool) -> None:
    """sent: is it a delegation or a warship that travels?"""
    if len({state_of(p.actor) or key(p.actor) for p in found.parties}) < 2:
        found.doubt(0.6, "a visit at home")
    if not any(isinstance(p.actor, Person | Unnamed) for p in found.parties):
        found.doubt(0.8 if sent else 0.6, "a visit without a visitor")
