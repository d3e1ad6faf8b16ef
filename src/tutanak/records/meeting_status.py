"""What the words say of an encounter: held, ongoing, planned, cancelled, recalled, or not real at all."""

from __future__ import annotations

from tutanak.records.meeting_scene import CANCELLED, HELD, MENTIONED, ONGOING, PLANNED, UNREAL, Scene, Setting
from tutanak.records.parties import follows, next_verb, stem, verb_words
from tutanak.text.layout import Form


def status_of(scene: Scene, setting: Setting, at: int, form: Form) -> str:
    """What the verb at token `at` says of the encounter: its time, or UNREAL (denied, wished, conditional)."""
    if (form.negative and form.suffix != "madan") or (form.tense == "aor" and is_possible(scene.layout.tokens[at].low)):
        return UNREAL
    if form.verb_form == "finite":
        return finite_status(form)
    if form.verb_form == "converb":
        return converb_status(scene, setting, at, form)
    if form.verb_form == "verbal_noun":
        return noun_status(scene, setting, at, form)
    return PLANNED if form.suffix == "acak" else HELD


def is_possible(word: str) -> bool:
    """"ziyaret edebilir": what may be has not happened."""
    return "abil" in word or "ebil" in word


def finite_status(form: Form) -> str:
    if form.tense in ("cond", "nec", "imp", "opt"):
        return UNREAL
    if form.tense == "fut":
        return PLANNED
    if form.copula == "past" and form.tense == "evid":
        return MENTIONED
    if form.tense == "prog" and not form.copula:
        return ONGOING
    return PLANNED if form.tense == "aor" and not form.copula else HELD


def converb_status(scene: Scene, setting: Setting, at: int, form: Form) -> str:
    """A converb takes its time from the verb above it; "-madan önce" has not happened yet."""
    if form.suffix == "madan":
        return PLANNED if follows(scene.layout, at + 1, scene.rules.before) else UNREAL
    above = next_verb(scene.layout, scene.mentions, at, setting.high, 40)
    if above == at + 1 and scene.layout.tokens[above].form.lemma == form.lemma:
        return UNREAL  # "görüşüp görüşmediği"
    while above >= 0 and scene.layout.tokens[above].form.verb_form in ("converb", "verbal_noun"):
        above = next_verb(scene.layout, scene.mentions, above, setting.high, 40)
    if above < 0:
        return HELD
    over = scene.layout.tokens[above].form
    return PLANNED if over.tense == "fut" or over.suffix == "acak" else HELD


def noun_status(scene: Scene, setting: Setting, at: int, form: Form) -> str:
    """A nominalised encounter: what is said of it ("bekleniyor", "ardından", "üzere", "reddetti") gives its time."""
    rules = scene.rules
    if follows(scene.layout, at + 1, rules.after):
        return HELD
    if (form.suffix == "mak" and form.case != "abl") or follows(scene.layout, at + 1, rules.before):
        return PLANNED
    above = next_verb(scene.layout, scene.mentions, at, setting.high, 6)
    if above < 0:
        return HELD
    return PLANNED if form.case == "abl" and scene.layout.tokens[above].form.suffix == "acak" else governed(scene, setting, above)


def governed(scene: Scene, setting: Setting, above: int) -> str:
    """What the verb above a nominal encounter says of it."""
    rules, words, form = scene.rules, verb_words(scene.layout, above), scene.layout.tokens[above].form
    if words in rules.cancelled:
        return CANCELLED
    if words in rules.unreal or stem(form) in rules.unreal or form.negative:
        return UNREAL
    if words in rules.planned or stem(form) in rules.planned:
        return PLANNED
    if (words in rules.ongoing and form.tense == "prog") or (words in rules.begun and form.tense == "past"):
        return ONGOING
    if words in rules.does or stem(form) in rules.does or words in rules.happens or stem(form) in rules.happens:
        return status_of(scene, setting, above, form) if form.verb_form != "verbal_noun" else PLANNED
    return PLANNED if form.tense == "fut" and form.lemma == "ol" else HELD
