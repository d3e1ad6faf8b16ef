"""Cues that no pack knows: what stands where a verb of saying stands.

"… sürdüğünü dermeyan etti", "… sürdüğü serdediliyor". A dictionary has more words for saying than any list; but few verbs take a
fact as their object, right before them, and those that see it, find it or know it are few (reporting.yaml: noticed). Of 456 reports
as they came none has another that tells nothing, so the place tells in any article, whatever dictionary its words were put through.
In one that is known as spun, so do what stands behind "diye" and the words of a cue whose verb was swapped: "“…” diye lakırdı etti",
"… sürdüğüne dikkat celbetti", "… sürdüğü öne atıldı".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tutanak.languages import word_list
from tutanak.records.frames import MARKS, Frame, Predicate, stood_for
from tutanak.text.layout import SIGNS, Form, Layout, Token
from tutanak.text.swaps import SPUN

RULE: Final = "tr/reporting:by its place"
EMPTY: Final = word_list("reporting", "empty")
NOTICED: Final = word_list("reporting", "noticed")
AND_SO: Final = frozenset(("da", "de"))  # "sürdüğünü de dercetti"
CONVERBS: Final = frozenset(("arak", "ip"))
TENSES: Final = frozenset(("past", "evid", "prog"))
_SAID: Final = Frame({"says": "et", "takes": ["acc"], "quote": "yes", "strong": False, "guess": False}, RULE)


def with_unheard(layout: Layout, known: Sequence[Predicate], first: int, last: int, quote: int, worded: Mapping[str, Frame]) -> Sequence[Predicate]:
    """The predicates of a sentence with those that only their place tells, in order; worded: frames by the word before their verb.

    A verb that takes no clause by itself may be one of those ("sürdüğünü dedi").
    """
    found: list[Predicate] = []
    for at in layout.bearing_among(TELLING, first + 1, last):
        token = layout.tokens[at]
        tells = token.quote == quote and _tells(token.form)
        if tells and not any(p.head == token.index and p.frame.wants["takes"] for p in known):
            said = _said(layout, token, first, worded)
            if said is not None:
                found.append(said)
    if not found:
        return known
    heads = {p.head for p in found}
    return sorted([*(p for p in known if p.head not in heads), *found], key=lambda p: p.head)


def _tells(form: Form) -> bool:
    """May the form tell of speech that took place?"""
    if form.negative:
        return False
    if form.verb_form == "finite":
        return form.tense in TENSES and form.person.startswith("3")
    if form.verb_form == "converb":
        return form.suffix in CONVERBS
    return form.verb_form == "participle" and form.suffix == "an" and form.case == "nom" and not form.possessive


TELLING: Final = SIGNS.of_readings(_tells)


def _said(layout: Layout, verb: Token, low: int, worded: Mapping[str, Frame]) -> Predicate | None:
    """The predicate that begins right behind a fact, or behind the marks of a quotation, and ends with this verb."""
    at = verb.index - stood_for(verb.form)
    if verb.form.lemma in EMPTY and verb.index > low and _is_bare(layout.tokens[verb.index - 1]):
        at = verb.index - 1
    frame = _worded(layout.tokens[at - 1], worded) if layout.spin >= SPUN and at - 2 >= low else None
    if frame is not None and _is_fact(layout.tokens[at - 2], frame.wants["takes"], "pass" in verb.form.voice):
        return Predicate(frame, at - 1, verb.index, verb.form)
    if verb.form.lemma in NOTICED or at <= low or (at < verb.index and layout.tokens[at].low in NOTICED):
        return None
    if not _follows(layout, at, low, "pass" in verb.form.voice):
        return None
    return Predicate(_SAID, at, verb.index, verb.form)


def _worded(word: Token, frames: Mapping[str, Frame]) -> Frame | None:
    """The frame of a cue that has this word before its verb, as it stands ("dile") or as one's own ("altını", of "altını çizdi")."""
    return frames.get(word.low) or (frames.get(word.form.lemma) if word.form.possessive else None)


def _is_bare(noun: Token) -> bool:
    """A word without an ending, that makes a verb of an empty one: of no known meaning, and none that sees or knows."""
    form = noun.form
    return noun.kind == "word" and form.case in ("", "nom") and not form.possessive and not form.verb_form and noun.low not in NOTICED


def _follows(layout: Layout, at: int, low: int, passive: bool) -> bool:
    """Does what is told stand right before token `at`, or before whom it is told to: a fact in the case that the voice asks for, or a quotation?"""
    tokens = layout.tokens
    told_to = tokens[at - 1].form.case == "dat" and not tokens[at - 1].form.verb_form
    if at - 2 >= low and (told_to or tokens[at - 1].low in AND_SO):
        at -= 1
    before = tokens[at - 1]
    if _is_fact(before, ("acc",), passive):
        return True
    if layout.spin < SPUN or at - 2 < low:
        return False
    if before.low == "diye":
        return tokens[at - 2].text in MARKS
    return before.text in MARKS and _ends_as_said(tokens, at - 2, low)


def _ends_as_said(tokens: list[Token], at: int, low: int) -> bool:
    """Do words in marks, of which the last is token `at`, end as a sentence does ("“Barış istiyoruz” | buyuran X"), and not as a name?"""
    while at > low and tokens[at].kind == "punct":
        at -= 1
    return tokens[at].form.verb_form == "finite" and not tokens[at].capital


def _is_fact(told: Token, takes: Sequence[str], passive: bool) -> bool:
    """Is the token the end of a clause that states a fact, in one of these cases? What is an object is the subject of a passive."""
    cases = ["nom" if passive and case == "acc" else case for case in takes]
    facts = (f for f in told.forms if f.verb_form == "participle" and f.suffix in ("dik", "acak"))
    return told.quote < 0 and any(f.case in cases and f.possessive.startswith("3") for f in facts)
