"""Undertakings: agreements, projects, plans, bodies, aid and sanctions that states make or discuss.

A noun-phrase grammar: the head of a name (from the pack), what stands before it as its modifiers, and the
predicate after it that tells what became of it. One that is named again is the same undertaking.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tutanak.mentions.model import Mentions, Proofs, proven
from tutanak.records.frames import MARKS, match_at
from tutanak.records.model import Statement, Undertaking
from tutanak.records.parties import sentence_beyond
from tutanak.records.reporting import reporting
from tutanak.records.sphere import BRIEF, DOMESTIC, among_states, sides_of
from tutanak.records.undertaking_doubts import confidence_of
from tutanak.records.undertaking_fates import DESPITE, MADE, WORKS, Told, by_default, status_of
from tutanak.records.undertaking_names import JOINING, WHOLE, is_compound, is_light, is_possessed, name_at, whole_in_marks
from tutanak.records.undertaking_parties import Parties, Whose, are_named, by_neighbours, by_words, completed, is_of_others, with_speaker
from tutanak.records.undertaking_parties import Place as Standing
from tutanak.records.undertaking_words import SECTION, Grammar, Name, grammar
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Token
from tutanak.text.nouns import own_end

LATER: Final = {  # what a later sentence may tell
    "agreement": ("signed", "suspended", "rejected"), "plan": ("agreed", "in_force", "suspended", "rejected"),
}  # fmt: skip
GIVEN: Final = ("aid", "sanction")  # kinds of which articles tell in the plural
SHOWN: Final = 0.5
MORE: Final = 3  # words that a title has more than the name of what it is about
RAISED: Final = ("agreement", "sanction")  # kinds that are what they are told to be later, where they are first named
SAME: Final = frozenset(("ekip", "belge", "metin", "halk"))  # they are the thing itself ("yardım ekipleri"), or an object ("… halkı sevindirdi")


def known_as(name: Name, keys: list[frozenset[str]]) -> int:
    """Which of those before it is named again, by the same words or some of them; the last of them, else -1."""
    return next((at for at in range(len(keys) - 1, -1, -1) if is_known_by(name, keys[at])), -1)


def is_known_by(name: Name, key: frozenset[str]) -> bool:
    """Is it named by the same words as one before it, or some of them?"""
    fuller = key <= name.key and (len(key) > 1 or name.widened or not name.modifiers)
    return name.key <= key or fuller or is_shorter(key, name) or is_as_hoped(key, name)


def of_same_sides(name: Name, keys: list[frozenset[str]], found: list[Undertaking], whose: Whose) -> int:
    """The last of those so named that is not proven to be of others ("A ile B arasındaki anlaşma", after one of A and C), else -1."""
    return next((at for at in range(len(keys) - 1, -1, -1) if is_known_by(name, keys[at]) and not is_of_others(found[at], whose)), -1)


def is_shorter(key: frozenset[str], name: Name) -> bool:
    """Is it called by the words of the name but its head ("ateşkes": "ateşkes anlaşması")?"""
    return len(key) == 1 and len(name.key) == 2 and key == name.key - {name.frame.head}


def is_as_hoped(key: frozenset[str], name: Name) -> bool:
    """Are both agreements that nothing tells apart but what they are wished to be ("bir anlaşma": "nihai bir anlaşma")?"""
    wished = grammar().wished
    return name.kind == "agreement" and name.key - wished == key - wished == {name.frame.head}


def is_same_measure(name: Name, known: Undertaking, key: frozenset[str]) -> bool:
    """Are they sanctions that the article has named in other words ("ağır yaptırımlar", after "ABD yaptırımları"), upon no one else?"""
    told = known.kind == name.kind == "sanction" and known.confidence >= SHOWN and name.frame.head in grammar().measures
    upon = {word for word in name.key if is_code(word)}
    return told and main_word(name.frame.head) in key and (not upon or upon <= key or not any(is_code(word) for word in key))


def is_code(word: str) -> bool:
    """Is it a state's code among the words by which a name is known?"""
    return len(word) == 2 and word.isupper()


def main_word(head: str) -> str:
    """The word that heads of one meaning are known by ("vergi": "tarife")."""
    return grammar().alike.get(head, head)


def refers_back(name: Name, told: Told | None, found: list[Undertaking]) -> bool:
    """Is it the plan named last that is called an agreement now ("planı …; anlaşmanın uygulanmasını")?"""
    bare = name.kind == "agreement" and name.modifiers == 0 and not name.fresh and not name.widened and bool(name.frame.wants.get("refers"))
    if bare and told is not None and told.first > name.last + 1 and told.status == "signed":
        return any(u.kind == "agreement" and u.confidence >= SHOWN for u in found)
    there = told is not None and told.status == "in_force" and not told.made
    return bare and there and any(u.kind == "plan" and u.confidence >= SHOWN and u.rule.split(":")[-1] not in grammar().offers for u in found)


def is_settled(known: Undertaking) -> bool:
    """Is it told already what became of it: not only that it was proposed?"""
    return known.evidence is not None and known.confidence >= SHOWN and known.status != "proposed"


def tells_later(layout: Layout, name: Name, told: Told) -> bool:
    """Is it of the one named before that a later sentence tells it: an agreement or a plan in the singular, what came of it for good?"""
    one = layout.tokens[name.last - 1].form.number != "pl"
    return one and (told.predicate is not None or told.made) and told.status in LATER.get(name.kind, ())


def is_joined(layout: Layout, before: Undertaking, name: Name) -> bool:
    """Is it joined to one of its kind right before it, of which a participle before both tells ("imzalanan A ile | B")?"""
    told = before.kind == name.kind and before.evidence is not None and before.evidence.end <= before.span.start
    if not told or name.first < 2 or layout.tokens[name.first - 1].low not in ("ile", "ve", ","):
        return False
    token = layout.tokens[name.first - 2]
    return token.start < before.span.end <= token.end


def as_joined(new: Undertaking, before: Undertaking) -> Undertaking:
    """An undertaking with what is told of the one that it is joined to."""
    proof: Proofs = {**new.proof, "status": before.proof["status"]}  # as `is_joined` has it, something is told of it
    return replace(new, status=before.status, evidence=before.evidence, proof=proof, reasons=("name", "status"))


def raised(known: Undertaking, later: Undertaking) -> Undertaking:
    """One that is not shown as it is first named, with what is told of it later, if that makes it sure."""
    if later.confidence < SHOWN:
        return known
    return replace(
        known,
        confidence=later.confidence,
        status=later.status,
        evidence=later.evidence,
        parties=later.parties,
        reasons=later.reasons,
        proof={**later.proof, "name": known.proof["name"], "kind": known.proof["kind"]},
    )


def told_later(layout: Layout, known: Undertaking, told: Told) -> Undertaking:
    """An undertaking of which only a later sentence tells what became of it."""
    evidence = Span(layout.tokens[told.first].start, layout.tokens[told.last - 1].end)
    proof: Proofs = {**known.proof, "status": proven((evidence,), "derived", told.rule)}
    return replace(known, status=told.status, evidence=evidence, proof=proof, reasons=("name", "status"))


def end_of(tokens: list[Token], name: Name, told: Told | None) -> int:
    """Where its name ends: without its case ending, a common work with the noun that tells that it is to be built ("barajların inşası")."""
    head = tokens[name.last - 1]
    if told is not None and told.rule == WORKS and name.frame.wants.get("rare"):
        return own_end(tokens[told.first])
    return head.end if is_compound(tokens, name) else own_end(head, bool(name.frame.wants.get("verbal")))


def record(layout: Layout, mentions: Mentions, name: Name, told: Told | None, parties: Parties) -> Undertaking:
    """Write one undertaking down."""
    tokens = layout.tokens
    head = tokens[name.last - 1]
    span = Span(tokens[name.first].start, end_of(tokens, name, told))
    kind = name.kind
    standing = standing_of(layout, mentions, name, told)
    whose = by_words(standing, parties, span)
    sentence = sentence_beyond(layout, head, name.last)
    if not whose.actors and not is_invoked(name, head):
        whose = by_neighbours(standing, sentence, parties)
    found = whose.actors
    pair = () if is_invoked(name, head) else parties.pair
    rule = name.frame.rule
    proof: Proofs = {"name": proven((span,), "quoted", rule), "kind": proven((head.span,), "derived", rule)}
    if found:
        proof["parties"] = proven(whose.spans, "derived", whose.rule)
    elif pair:
        proof["parties"] = proven(parties.pair_spans, "inferred", "the pair of the article")
    evidence = None if told is None else Span(tokens[told.first].start, tokens[told.last - 1].end)
    status = told.status if told is not None else by_default(tokens, name)
    if told is not None and evidence is not None:
        proof["status"] = proven((evidence,), "derived", told.rule)
    elif status is not None:
        proof["status"] = proven((), "default", f"tr/{SECTION}:defaults")
    sure = confidence_of(tokens, name, told, head.capital)
    if (
        not head.capital
        and len(layout.text) >= BRIEF
        and is_nobodys(name, told, head.form, len(found) or int(are_named(standing, sentence)), len(parties.states))
    ):
        sure = min(sure, DOMESTIC)
    return Undertaking(
        rule=rule, confidence=sure, reasons=("name",) if told is None else ("name", "status"), proof=proof,
        span=span, kind=kind, parties=found or pair, status=status, evidence=evidence,
    )  # fmt: skip


def standing_of(layout: Layout, mentions: Mentions, name: Name, told: Told | None) -> Standing:
    """Where a name stands, with what is told of it."""
    sentence = sentence_beyond(layout, layout.tokens[name.last - 1], name.last)
    return Standing(layout, mentions, sentence, name.first, name.last, name.kind, told.predicate if told is not None else None)


def whose_again(layout: Layout, mentions: Mentions, name: Name, told: Told | None, parties: Parties) -> Whose:
    """Whose it is as the words prove it where it is named again."""
    span = Span(layout.tokens[name.first].start, end_of(layout.tokens, name, told))
    return by_words(standing_of(layout, mentions, name, told), parties, span)


def is_invoked(name: Name, head: Token) -> bool:
    """Is it a charter, a statute or a convention, which those named beside it only invoke ("BM Şartı", "Cenevre Sözleşmesi")?"""
    return head.capital and name.frame.head in grammar().charters


def is_nobodys(name: Name, told: Told | None, head: Form, whose: int, states: int) -> bool:
    """Does nothing tell that it is one of states: a contract of which not two are named whose it is, or one of nobody named,
    in an article of one state, or several things of which nothing else is told ("konut projeleri")?"""
    if name.frame.wants.get("contract"):
        return whose == 0 or (whose == 1 and (told is None or not told.made))  # "imzalanan sözleşme kapsamında"
    several = head.number == "pl" or head.possessive == "3pl"
    return whose == 0 and (states == 1 or (told is None and several and name.kind not in GIVEN))


def take(layout: Layout, mentions: Mentions, statements: list[Statement]) -> list[Undertaking]:
    """The undertakings of an article, each once, in text order."""
    known = grammar()
    parties = Parties(mentions)
    keys: list[frozenset[str]] = []
    found: list[Undertaking] = []
    for at in layout.bearing(known.heads.sign):
        name = name_at(known, layout, mentions, at) if layout.tokens[at].kind == "word" else None
        if name is None or (at + 1 < len(layout.tokens) and (continues(known, layout, at) or names_more(layout, mentions, at))):
            continue
        if is_class_of_next(known, layout, mentions, at):
            continue
        if found and found[-1].span.end > layout.tokens[name.first].start and not stands_alone(layout, found[-1], name):
            found.pop()
            keys.pop()
        again = named_again(layout, name, keys, found)
        if again >= 0 and is_shorter(keys[again], name):
            if "status" in found[again].proof and found[again].proof["status"].rule == DESPITE:
                del found[again], keys[again]  # "ateşkese rağmen … | ateşkes anlaşması": it stands under its whole name
                again = -1
            else:
                keys[again] = name.key
        if again >= 0:
            whose = whose_again(layout, mentions, name, None, parties)
            if is_of_others(found[again], whose):
                again = of_same_sides(name, keys, found, whose)
        new = again >= 0 and is_new(name, keys[again])
        settled = again >= 0 and is_settled(found[again])
        told = status_of(known, layout, name, sentence_beyond(layout, layout.tokens[at], name.last).last) if new or not settled else None
        if again < 0 and refers_back(name, told, found):
            continue
        if again < 0 or (new and told is not None and told.status in MADE):
            keys.append(name.key)
            found.append(joined(layout, found, name, told, record(layout, mentions, name, told, parties)))
        elif told is not None and not settled:
            found[again] = learnt(layout, found[again], name, told, record(layout, mentions, name, told, parties))
        if again >= 0 and not (new and told is not None and told.status in MADE):
            found[again] = completed(found[again], whose_again(layout, mentions, name, told, parties), name.key < keys[again])
    found = among_states(layout, mentions, found, is_told_of_two)
    stand_in(found, statements)
    return [with_speaker(layout, u, parties) for u in found]


def is_told_of_two(known: Undertaking) -> bool:
    """Do the words beside it tell that it is of two states, or of a state and a union?"""
    told = "parties" in known.proof and known.proof["parties"].how == "derived"
    return told and len(sides_of(known.parties)) > 1


def is_class_of_next(known: Grammar, layout: Layout, mentions: Mentions, at: int) -> bool:
    """Does the head only tell what the one is that is named right behind it ("kurucu anlaşması olan | Roma Sözleşmesi")?"""
    if at + 2 >= len(layout.tokens) or layout.tokens[at + 1].low != "olan":
        return False
    for token in layout.tokens[at + 2 : at + 8]:
        if not token.capital:
            return False
        if name_at(known, layout, mentions, token.index) is not None:
            return True
    return False


def joined(layout: Layout, found: list[Undertaking], name: Name, told: Told | None, new: Undertaking) -> Undertaking:
    """A new undertaking with what is told of the one that it is joined to, where nothing else is told of it."""
    return as_joined(new, found[-1]) if told is None and found and is_joined(layout, found[-1], name) else new


def acronym(tokens: list[Token], at: int) -> str:
    """The acronym in brackets at token `at` ("(UNIFIL)"), else ""."""
    bracketed = at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")" and tokens[at + 1].text.isupper()
    return tokens[at + 1].text if bracketed else ""


def by_acronym(layout: Layout, name: Name, found: list[Undertaking]) -> int:
    """Which of those found has the acronym that stands behind the name, else -1."""
    called = acronym(layout.tokens, name.last)
    return next((n for n, u in enumerate(found) if called and acronym(layout.tokens, layout.token_at(u.span.end)) == called), -1)


def named_again(layout: Layout, name: Name, keys: list[frozenset[str]], found: list[Undertaking]) -> int:
    """Which of those found is named again, else -1."""
    again = known_as(name, keys)
    if again < 0:
        again = by_acronym(layout, name, found)
    if again < 0:
        again = max((n for n, u in enumerate(found) if is_same_measure(name, u, keys[n])), default=-1)
    if again >= 0 and found[again].confidence < SHOWN and (found[again].rule != name.frame.rule or len(name.key) > len(keys[again])):
        return -1  # a thing that is not shown takes up none of another kind, nor one told in more words
    if again >= 0 and (are_others(layout, name, found[again]) or is_another_new(layout, name, found[again])) and is_told_anew(layout, name):
        return -1
    if again >= 0 and found[again].status in MADE and "yeni" in words_before(layout, name) and (name.fresh or found[again].confidence < SHOWN):
        return -1  # "bir anlaşma imzalanmıştı; yeni bir anlaşmanın sağlanması bekleniyor"
    if again >= 0 and found[again].kind != name.kind and len(name.key) > len(keys[again]) + MORE:
        return -1  # a long title is no name of what it is about
    return again


def words_before(layout: Layout, name: Name) -> tuple[str, ...]:
    """The words right before its head, those before which its name begins too ("yeni bir | anlaşma")."""
    return tuple(token.low for token in layout.tokens[max(name.first - 2, 0) : name.last - 1])


def is_new(name: Name, key: frozenset[str]) -> bool:
    """Is it an agreement told as a new one ("bir anlaşmaya"), where one before has a name ("ateşkes anlaşması")?"""
    return name.fresh and name.kind == "agreement" and len(name.key) == 1 < len(key) and not name.frame.wants.get("made")


def is_told_anew(layout: Layout, name: Name) -> bool:
    """Does a predicate behind it tell of an agreement what tells of none that is there ("anlaşmaların | imzalandığını")?"""
    told = status_of(grammar(), layout, name, sentence_beyond(layout, layout.tokens[name.last - 1], name.last).last)
    return told is not None and told.predicate is not None and told.status in ("signed", "planned", "proposed")


def is_another_new(layout: Layout, name: Name, known: Undertaking) -> bool:
    """Is it a new agreement in the place of one that is there or was ("yeni boru hattı anlaşması", after "Boru Hattı Anlaşması")?"""
    there = known.status in MADE or known.status in ("in_force", "suspended", "rejected")
    new = name.kind == "agreement" and name.modifiers > 0 and "yeni" in words_before(layout, name)
    return new and there and "yeni" not in known.span.of(layout.text).split()


def are_others(layout: Layout, name: Name, known: Undertaking) -> bool:
    """Are they several agreements without a name, where the one before is one ("önemli anlaşmalar", after "savunma anlaşması")?"""
    head, before = layout.tokens[name.last - 1], layout.tokens[layout.token_at(known.span.end - 1)]
    bare = name.kind == known.kind == "agreement" and name.modifiers == 0 and not name.widened
    return bare and head.form.number == "pl" and before.form.number != "pl" and known.confidence >= SHOWN


def learnt(layout: Layout, known: Undertaking, name: Name, told: Told, new: Undertaking) -> Undertaking:
    """An undertaking that is named again as `new`, with what is told of it there."""
    if known.confidence < SHOWN and name.kind in RAISED and not name.frame.wants.get("rare"):
        return raised(known, new)
    if known.status is None and known.kind == "project" and told.predicate is not None and told.status != "proposed":
        return told_later(layout, known, told)
    open_yet = known.evidence is None or (name.kind == "plan" and told.status in MADE)
    return told_later(layout, known, told) if open_yet and tells_later(layout, name, told) else known


def stands_alone(layout: Layout, inner: Undertaking, name: Name) -> bool:
    """Is what a longer name holds a thing with a name of its own, not of its kind ("Orta Koridor'a ilişkin demir yolu anlaşması")?"""
    proper = layout.tokens[layout.token_at(inner.span.start)].capital
    return proper and inner.kind != name.kind and inner.span.end < layout.tokens[name.last - 1].start


def continues(known: Grammar, layout: Layout, at: int) -> bool:
    """Is the head itself a modifier of a further head ("ateşkes anlaşması": the agreement)?"""
    form, after = layout.tokens[at].form, layout.tokens[at + 1]
    if is_light(layout.tokens, at + 1):
        return False
    if is_within_title(known, layout, at):
        return True
    if after.text in MARKS and at + 2 < len(layout.tokens) and layout.tokens[at + 2].quote != layout.tokens[at].quote:
        after = layout.tokens[at + 2]  # "“Lamu Mekanizması” | belgesi"
        return form.case in ("", "nom") and after.form.possessive.startswith("3") and after.form.lemma in known.heads.by_head
    if form.possessive and after.kind == "word" and not is_possessed(after) and not after.capital:
        return False  # "yardım malzemeleri | limandan yola çıktı"
    found = match_at(layout, known.heads, at + 1, at) if form.case in ("", "nom") and after.kind == "word" else None
    return found is not None and (after.capital or not found.frame.wants.get("capital"))


def is_within_title(known: Grammar, layout: Layout, at: int) -> bool:
    """Does the head stand inside a title in marks that ends with another head ("“X ile Y Arasında … Anlaşması | Kapsamında … Belgesi”")?"""
    tokens, inside = layout.tokens, layout.tokens[at].quote
    if inside < 0 or not tokens[at].capital:
        return False
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].quote == inside and tokens[last + 1].text not in MARKS and last - at < WHOLE:
        last += 1
    words = [t for t in tokens[at : last + 1] if t.kind == "word"]
    ends = last > at and tokens[last].capital and tokens[last].form.lemma in known.heads.by_head
    return ends and all(t.capital or t.low in JOINING for t in words) and whole_in_marks(layout, last) < at


def names_more(layout: Layout, mentions: Mentions, at: int) -> bool:
    """Is the head only a part of the name of a body or an office ("Boru Hattı | Konsorsiyumu", "kredi | kurumu", "Proje | Görevlisi")?"""
    head, after = layout.tokens[at], layout.tokens[at + 1]
    mention = mentions.at(at)
    if mention is not None and mention.last > at + 1 and not (after.low == "ve" and head.form.possessive):
        return True
    if head.form.pos == "ADJ" and after.form.pos == "NOUN" and not after.form.verb_form:
        return True  # "merkezi | yönetim"
    bare = head.form.case in ("", "nom") and head.base_end == head.end
    if not bare or not after.form.possessive.startswith("3") or after.form.lemma in ("taraf", "kapsam", "çerçeve"):
        return False
    if layout.tokens[at].capital and after.form.number == "pl" and after.form.lemma in grammar().troops:
        return True  # "Uluslararası Koalisyon | güçleri"
    return (head.capital and after.capital) or (after.form.lemma in reporting().speakers and after.form.lemma not in SAME)


def stand_in(found: list[Undertaking], statements: list[Statement]) -> None:
    """Tie each to the statement whose words it stands in; both are in text order."""
    ordered = sorted((s for s in statements if not s.heading), key=lambda s: s.span)
    at = 0
    for undertaking in found:
        while at < len(ordered) and ordered[at].span.end <= undertaking.span.start:
            at += 1
        if at < len(ordered) and ordered[at].span.holds(undertaking.span):
            undertaking.within = ordered[at]
