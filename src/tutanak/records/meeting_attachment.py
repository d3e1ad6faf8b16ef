"""Whose a circumstance is: the encounter's own clause's, or that of the verb above in whose object the encounter stands.

"X, kabine toplantısında, Y ile görüştüğünü açıkladı" tells where it was told, not where they met.
"""

from __future__ import annotations

from typing import Final

from tutanak.languages import load, word_list
from tutanak.mentions.model import When
from tutanak.records.grammar import ABOUT
from tutanak.records.meeting_governor import is_attended
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.parties import follows, genitive, next_verb, nominative, part, stem, verb_words
from tutanak.text.layout import Form, Layout, Token

CONTENT: Final = frozenset(("dik", "acak", "ma"))
REGARDING: Final = frozenset(("hakkında",))
SINCE: Final = frozenset(("yana", "beri"))
KI: Final = ("ki", "kü")
ATTRIBUTIVE: Final = frozenset(("arasındaki", "tarihli"))
ERA: Final = frozenset(("dönem", "zaman"))
MONTHS: Final = frozenset(entry["says"] for entry in load("tr").section("dates")["months"])
TIMES: Final = word_list("dates", "time_nouns")
BESIDE: Final = word_list("meetings", "within") | word_list("meetings", "before") | word_list("meetings", "after")


def is_told_above(scene: Scene, setting: Setting, first: int, last: int) -> bool:
    """Do the words [first, last) tell when, where or on what occasion it was told, not of the encounter?"""
    own, at = own_verb(setting), setting.governor
    if not is_embedded(scene, setting):
        return False
    if first > setting.predicate.head:
        return not (last <= at and is_its_light_verb(scene, at))  # "görüşmeyi dün anlattı"
    if last > own or is_inside(scene, setting, first):
        return False
    if is_spoken_of(scene, setting, last):
        return True
    return is_set_off(scene, last) or has_subject_behind(scene, last, own)


def own_verb(setting: Setting) -> int:
    """Where the encounter's own clause ends: at its light verb ("yaptığı"), else at its own word."""
    return setting.governor if 0 <= setting.governor < setting.predicate.first else setting.predicate.first


def is_embedded(scene: Scene, setting: Setting) -> bool:
    """Does the encounter only stand in what the verb above is about ("görüştüğünü açıkladı, görüşmeyi anlattı")?"""
    p, at = setting.predicate, setting.governor
    if at > p.head and is_its_light_verb(scene, at):
        return is_content(scene.layout, at, scene.layout.tokens[at].form)
    if p.form.verb_form and not p.frame.wants.get("noun"):
        return is_content(scene.layout, p.head, p.form)
    return is_object(scene, setting)


def is_its_light_verb(scene: Scene, at: int) -> bool:
    """Does the verb tell that the encounter is done, happens or is planned ("görüşme yaptı, toplantıya katıldı, ziyareti planlanıyor")?"""
    rules, words = scene.rules, {stem(scene.layout.tokens[at].form), verb_words(scene.layout, at)}
    own = rules.does | rules.happens | rules.planned | rules.cancelled | rules.broken | rules.ongoing | rules.ended | rules.begun
    return not words.isdisjoint(own) or is_attended(scene, at)


def is_content(layout: Layout, at: int, form: Form) -> bool:
    """Is it the verb of a clause that somebody tells ("görüştüğünü, görüşeceğini, görüşmesini")?"""
    if form.suffix not in CONTENT or not form.possessive:
        return False
    after = layout.tokens[at + 1].form if at + 1 < len(layout.tokens) else None
    told = form.case in ("nom", "") and after is not None and after.verb_form == "finite" and after.passive  # "görüştüğü bildirildi"
    return form.case == "acc" or told or (form.case == "dat" and follows(layout, at + 1, ABOUT))


def is_object(scene: Scene, setting: Setting) -> bool:
    """Is the encounter's noun what the verb above deals with ("görüşmeyi anlattı, ziyaretine değindi, toplantı hakkında konuştu")?"""
    p, layout = setting.predicate, scene.layout
    if p.form.case == "acc":
        return True
    if p.form.case == "dat":
        above = setting.above if setting.above >= 0 else next_verb(layout, scene.mentions, p.head, setting.high, 3)
        alludes = above > p.head and stem(layout.tokens[above].form) in scene.rules.alludes
        return alludes or follows(layout, p.last, ABOUT)
    return p.form.case in ("nom", "") and follows(layout, p.last, REGARDING)


def is_inside(scene: Scene, setting: Setting, first: int) -> bool:
    """Does its own subject or partner stand before the words ("X'in, dün, …"; "Y ile dün görüştüğünü")?"""
    before = [m for m in scene.mentions.within(setting.low, first) if m.actor]
    if before and part(scene.layout, scene.mentions, before[-1]) in ("ins", "partner", "gen"):
        return True
    return bool(genitive(scene.layout, scene.mentions, setting.low, first, strict=True))


def is_set_off(scene: Scene, last: int) -> bool:
    """Does a comma part the words, with what else tells of time and place behind them, from the clause ("dün Ankara'da, Y ile …")?"""
    tokens = scene.layout.tokens
    at = last + 1 if tokens[last].low in BESIDE else last
    there = scene.mentions.at(at)
    if there is not None and there.case == "loc":
        at = there.last
    return tokens[at].low == ","


def has_subject_behind(scene: Scene, last: int, own: int) -> bool:
    """Is the subject of the verb above told between the words and the clause ("Dün X, | Y ile görüştüğünü açıkladı")?"""
    verb = next_verb(scene.layout, scene.mentions, last - 1, own, 20)
    if verb >= 0 and scene.layout.tokens[verb].form.lemma in scene.rules.motions:
        return False  # "dün Lima'ya gelen X, Y ile görüştüğünü açıkladı"
    found = nominative(scene.layout, scene.mentions, last, own)
    return bool(found) and scene.layout.tokens[found[-1].last].low == ","


def is_spoken_of(scene: Scene, setting: Setting, last: int) -> bool:
    """Does a journey's noun alone, without a verb of its own, leave the words to the verb above ("dün | Çad ziyaretini değerlendirdi")?"""
    p, layout = setting.predicate, scene.layout
    journey = p.frame.wants.get("tour") or p.frame.wants.get("solo")
    light = setting.governor >= 0 and (setting.governor < p.first or is_its_light_verb(scene, setting.governor))
    if not journey or not p.frame.wants.get("noun") or light or last >= p.first:
        return False
    if layout.tokens[last - 1].form.suffix == "ki":
        return False  # "dünkü Çad ziyaretini"
    return all(m.case in ("nom", "gen") for m in scene.mentions.within(last, p.first))


def is_of_noun(scene: Scene, setting: Setting, when: When) -> bool:
    """Is the date an attribute of a noun at which they did not meet ("3 Mart'taki saldırıyı, 3 Mart saldırısını, 2005'ten bu yana")?"""
    layout, p = scene.layout, setting.predicate
    if layout.tokens[when.last - 1].low in SINCE and not is_lasting(scene, setting):
        return True
    if when.last >= p.first or not is_attribute(layout, when.last):
        return False
    end = next((t for t in layout.tokens[when.last : p.first] if ends_noun(scene, t)), None)
    if end is None:
        return not p.frame.wants.get("noun")
    there = end.form.case == "loc" or follows(layout, end.index + 1, scene.rules.within)
    return not (there and (end.form.lemma in scene.rules.occasions | ERA or scene.rules.frames.may_head(end)))


def is_lasting(scene: Scene, setting: Setting) -> bool:
    """Does the verb tell of what goes on ("3 Şubat'tan bu yana ziyaret ediyor")?"""
    form = scene.layout.tokens[max(setting.predicate.head, setting.governor)].form
    return form.verb_form == "finite" and form.tense == "prog"


def is_attribute(layout: Layout, last: int) -> bool:
    """Does a date that ends before token `last` stand before a noun as its attribute ("dünkü, arasındaki, tarihli; 3 Mart | saldırısı")?"""
    own, after = layout.tokens[last - 1], layout.tokens[last]
    if own.form.suffix == "ki" or own.low.endswith(KI) or after.low in ATTRIBUTIVE:
        return True
    return own.low in MONTHS and after.form.pos == "NOUN" and after.form.possessive == "3sg" and after.form.lemma not in TIMES


def ends_noun(scene: Scene, token: Token) -> bool:
    """Is it the last word of a noun phrase, nobody's name?"""
    form = token.form
    return form.pos == "NOUN" and form.suffix != "ki" and form.case not in ("nom", "") and scene.mentions.at(token.index) is None
