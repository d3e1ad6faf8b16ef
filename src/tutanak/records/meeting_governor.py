"""The light verb of an encounter's noun ("görüşme yaptı", "yaptığı görüşmede"), and the verb above it."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.records.frames import Predicate
from tutanak.records.grammar import BECAUSE_OF
from tutanak.records.meeting_form import is_done, speaks
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.parties import NO_CUTS, follows, next_verb, stem, verb_words
from tutanak.text.layout import Form, Token

# How far a list of those who came may reach, in words.
FAR: Final = 120
REASONS: Final = BECAUSE_OF | {"üzerine"}
FOUND: Final = "kur"
CLAIMED: Final = word_list("meetings", "claimed")


def governor(scene: Scene, setting: Setting) -> tuple[int, bool]:
    """The light verb of the noun: a participle to its left ("yaptığı ikili görüşmede"), else the verb it is an argument of; -1 if none."""
    layout, rules = scene.layout, scene.rules
    left = light_participle(scene, setting)
    right = setting.above = verb_above(scene, setting)
    goes_on = left >= 0 and verb_words(layout, left) in rules.ongoing and not (right >= 0 and tells_length(scene, left))
    if left >= 0 and (is_owned(layout.tokens[left].form) or goes_on):
        return left, True
    light = right >= 0 and (stem(layout.tokens[right].form) in rules.does or is_attended(scene, right))
    if left >= 0 and (not light or is_in_vain(scene, left, right)):
        return left, True
    return right, False


def tells_length(scene: Scene, at: int) -> bool:
    """ "bir saat | süren"."""
    return at > 0 and scene.layout.tokens[at].form.lemma == "sür" and scene.layout.tokens[at - 1].form.lemma in scene.rules.spells


def is_owned(form: Form) -> bool:
    """Does the participle tell who does it ("yaptığı, yapacağı, yapması")?"""
    return form.suffix in ("dik", "ma") or (form.suffix == "acak" and bool(form.possessive))


def is_in_vain(scene: Scene, left: int, right: int) -> bool:
    """ "gerçekleştirilen görüşmeler sonuç vermedi": they took place, whatever came of them."""
    tokens = scene.layout.tokens
    return tokens[left].form.passive and tokens[right].form.negative


def verb_above(scene: Scene, setting: Setting) -> int:
    """The verb that the noun, or a part of the encounter ("görüşmelerin ikinci turu"), is an argument of, or -1."""
    layout, p = scene.layout, setting.predicate
    if follows(layout, p.last, scene.rules.after) or follows(layout, p.last, scene.rules.before) or is_anniversary(scene, setting):
        return -1
    stage = p.head
    if p.form.case == "gen":
        stage = next((t.index for t in layout.tokens[p.last : min(p.last + 4, setting.high)] if t.form.lemma in scene.rules.stages), stage)
    if stage > p.head and (follows(layout, stage + 1, scene.rules.after) or follows(layout, stage + 1, scene.rules.before)):
        return -1  # "müzakerelerin 3. turunun ardından"
    if p.form.case == "dat" and p.frame.wants.get("named"):
        attended = attended_far(scene, setting)
        if attended >= 0:
            return attended
    if p.form.case in ("nom", "") and p.frame.wants.get("named"):
        held = held_far(scene, setting)
        if held >= 0:
            return held
    far = p.form.case in ("nom", "gen") or stage > p.head or layout.tokens[p.first].kind == "punct"
    reach = 40 if p.form.case == "dat" else 20 if far else 7
    right = next_verb(layout, scene.mentions, stage, setting.high, reach)
    while 0 <= right < setting.high - 1 and layout.tokens[right].form.suffix == "arak" and layout.tokens[right + 1].form.verb_form:
        right += 1  # "ilerleyerek | sürdüğünü"
    while p.form.case == "gen" and right >= 0 and is_complement(layout.tokens[right].form):
        right = next_verb(layout, scene.mentions, right, setting.high, 6)  # "görüşmelerin onu saldırıyı durdurmaya | sevk ettiğini"
    while right >= 0 and layout.tokens[right].form.suffix == "ma" and follows(layout, right + 1, REASONS):
        right = next_verb(layout, scene.mentions, right, setting.high, 12)  # "ziyaretinin, … uyuşmaması nedeniyle | ertelendiği"
    if right - stage > 7 and p.form.case != "dat" and not tells_of_events(scene, right):
        return -1
    return right if right >= 0 and (stage > p.head or governs(scene, setting, right)) else -1


def is_anniversary(scene: Scene, setting: Setting) -> bool:
    """ "ziyaretin | 20. yılı, yıl dönümünde"."""
    p, tokens = setting.predicate, scene.layout.tokens
    behind = tokens[p.last : min(p.last + 3, setting.high)] if p.form.case == "gen" else []
    return any(f.lemma in scene.rules.anniversaries and f.possessive == "3sg" for t in behind for f in t.forms)


def is_complement(form: Form) -> bool:
    """ "durdurmaya, durdurmayı": an infinitive that the verb behind it wants, and that has no subject of its own."""
    return form.verb_form == "verbal_noun" and not form.possessive and form.case in ("dat", "acc")


def tells_of_events(scene: Scene, at: int) -> bool:
    """Is it a verb of what takes place ("devam ediyor", "yapılacak", "planlanıyor")?"""
    rules, form = scene.rules, scene.layout.tokens[at].form
    if form.verb_form != "finite" and not form.possessive:
        return False  # "gerçekleştirilen" is another noun's
    words = {verb_words(scene.layout, at), stem(form)}
    return not words.isdisjoint(rules.happens | rules.begun | rules.ongoing | rules.planned | rules.cancelled | rules.does)


def attended_far(scene: Scene, setting: Setting) -> int:
    """The verb of attending behind a list with clauses of its own ("konferansa, … içinde bulunduğu çok sayıda siyasetçi katılıyor"), or -1."""
    layout, at = scene.layout, setting.predicate.head
    if at + 1 >= len(layout.tokens) or layout.tokens[at + 1].form.pos == "ADP":
        return -1  # "programına ilişkin"
    for _ in range(6):
        at = next_verb(layout, scene.mentions, at, setting.high, FAR)
        if at < 0 or is_attended(scene, at):
            return at
        if layout.tokens[at].form.verb_form == "finite":
            return -1
    return -1


def held_far(scene: Scene, setting: Setting) -> int:
    """The verb behind those in whose attendance an event is held ("… Toplantısı, A ile B'nin | katılımıyla | gerçekleştiriliyor"), or -1."""
    tokens, first = scene.layout.tokens, setting.predicate.last
    came = (t.index for t in tokens[first : min(first + FAR, setting.high)] if t.form.lemma in scene.rules.attendance and t.form.case == "ins")
    at = next(came, -1)
    verb = next_verb(scene.layout, scene.mentions, at, setting.high, 3) if at >= 0 else -1
    return verb if verb >= 0 and next_verb(scene.layout, scene.mentions, setting.predicate.head, at, FAR) < 0 and tells_of_events(scene, verb) else -1


def governs(scene: Scene, setting: Setting, at: int) -> bool:
    """Is the noun an argument of the verb: its case fits, and no postposition takes it away ("görüşmelere ilişkin")?"""
    layout, rules, p = scene.layout, scene.rules, setting.predicate
    form, case = layout.tokens[at].form, p.form.case
    after = layout.tokens[p.last]
    if case == "dat" and after.form.pos == "NOUN" and follows(layout, p.last + 1, rules.after):
        return False  # "müzakerelere hazırlık kapsamında"
    if case in ("", "nom", "acc"):
        return True
    if case == "gen":
        goes_on = verb_words(layout, at) in rules.ongoing | rules.happens
        return form.passive or bool(form.verb_form != "finite" and (goes_on or stem(form) not in rules.does))
    if case == "dat":
        if verb_words(layout, at) in rules.ongoing:
            return True
        return after.form.pos != "ADP" and (stem(form) not in rules.does or verb_words(layout, at) in rules.attends or is_attended(scene, at))
    return case == "loc" and (form.lemma == "bulun" or (speaks(scene, at) and bool(p.frame.wants.get("named"))))


def is_attended(scene: Scene, at: int) -> bool:
    form = scene.layout.tokens[at].form
    if stem(form) in scene.rules.attends and stem(form) not in scene.rules.speaks:
        return True
    words = f"{scene.layout.tokens[at - 1].form.lemma} {stem(form)}" if at else ""
    return words in scene.rules.attends


def light_participle(scene: Scene, setting: Setting) -> int:
    """A light verb's participle at most five words before the noun ("yaptığı", "yapılması planlanan"), or -1."""
    layout, head = scene.layout, setting.predicate.first
    for at in range(head - 1, max(setting.low, head - 6) - 1, -1):
        form = layout.tokens[at].form
        if form.lemma == "ol" and form.suffix == "an" and layout.tokens[at - 1].form.suffix == "acak":
            continue  # "yapılacak olan"
        if layout.tokens[at].low in NO_CUTS:
            continue  # "geçtiğimiz aralık ayındaki ziyareti"
        if is_alleged(scene, at) or (layout.tokens[at].low in CLAIMED and is_alleged(scene, at + 1)):
            continue  # "yürüttüğü belirtilen, geçtiği iddia edilen"
        if form.case == "acc" and form.pos == "NOUN" and not form.verb_form and scene.mentions.at(at) is None:
            return -1  # "tutuklu bulunan gazetecilerin durumunu X ile görüşmesinde"
        if form.passive and form.lemma == FOUND:
            continue  # "Lima'da kurulacak elçiliğin açılış töreninde"
        if form.verb_form == "participle" and not scene.is_dated(at):
            if form.passive and stem(form) in scene.rules.planned:
                return at - 1 if is_light(scene, layout.tokens[at - 1].form) else at
            return at if is_light(scene, form) or is_intended(scene, at) else -1
    return -1


def is_intended(scene: Scene, at: int) -> bool:
    """ "yapmayı planladığı": what somebody means to do."""
    form, before = scene.layout.tokens[at].form, scene.layout.tokens[at - 1].form if at else None
    means = form.suffix == "dik" and stem(form) in scene.rules.planned
    return means and before is not None and before.suffix in ("ma", "mak") and before.case == "acc"


def is_alleged(scene: Scene, at: int) -> bool:
    """Does the participle only tell that others report it ("belirtilen, iddia edilen, öne sürülen")?"""
    form = scene.layout.tokens[at].form
    if form.suffix != "an" or not form.passive:
        return False
    told = 2 if scene.layout.tokens[at - 1].low in CLAIMED else 1 if form.lemma in scene.rules.reports else 0
    return told > 0 and scene.layout.tokens[at - told].form.suffix in ("dik", "acak")


def is_light(scene: Scene, form: Form) -> bool:
    return bool(form.verb_form) and (stem(form) in scene.rules.does or stem(form) in scene.rules.happens)


def errand(scene: Scene, setting: Setting) -> int:
    """The verb of going or staying for the encounter's sake ("katılmak üzere Bakü'de bulunan"), or -1."""
    layout, last = scene.layout, max(setting.predicate.head, setting.governor)
    if not follows(layout, last + 1, scene.rules.errands):
        return -1
    verb = next_verb(layout, scene.mentions, last, setting.high, 10)
    return verb if verb >= 0 and layout.tokens[verb].form.lemma in scene.rules.motions else -1


def is_done_or_planned(scene: Scene, form: Form) -> bool:
    planned = stem(form) in scene.rules.planned and (not form.passive or form.lemma == "hazırla")
    return planned or is_done(scene, form) or stem(form) in scene.rules.speaks


def at_form(predicate: Predicate, token: Token, at: int) -> Predicate:
    return Predicate(predicate.frame, at, at, token.form)
