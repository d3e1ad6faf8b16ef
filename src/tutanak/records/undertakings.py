"""Undertakings: agreements, projects, plans, bodies, aid and sanctions that states make or discuss.

A noun-phrase grammar: the head of a name (from the pack), what stands before it as its modifiers, and the
predicate after it that tells what became of it. One that is named again is the same undertaking.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tutanak.mentions.lexicon import listed_bodies
from tutanak.mentions.model import Mentions, Organisation, Place, Proof, Proofs, State
from tutanak.records.frames import GAP, MARKS, Frame, match_at
from tutanak.records.model import Statement, Undertaking
from tutanak.records.parties import stem
from tutanak.records.reporting import reporting
from tutanak.records.undertaking_fates import ENDING, MADE, WORKS, Told, by_default, status_of
from tutanak.records.undertaking_parties import Parties, around, named
from tutanak.records.undertaking_parties import Place as Standing
from tutanak.records.undertaking_words import SECTION, Grammar, Name, grammar
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Form, Layout, Token
from tutanak.text.nouns import own_end

LATER: Final = {  # what a later sentence may tell
    "agreement": ("signed", "suspended", "rejected"), "plan": ("agreed", "in_force", "suspended", "rejected"),
}  # fmt: skip
SHOWN: Final = 0.5
LONGEST: Final = 7  # words before the head
FIELDS: Final = frozenset(("hususunda", "ilişkin", "dair", "yönelik", "konusunda", "konusundaki", "alanında"))  # before a name, what it is about
CALLING: Final = frozenset(("adlı", "isimli"))
JOINING: Final = frozenset(("ile", "ve", "için", "dair", "ilişkin"))  # small words of a title
MORE: Final = 3  # words that a title has more than the name of what it is about
WHOLE: Final = 24  # words before the head of a name that stands alone in marks
TOWARDS: Final = ("yönelik", "karşı")  # behind those at whom a sanction is aimed
RAISED: Final = ("agreement", "sanction")  # kinds that are what they are told to be later, where they are first named
STAYING: Final = ("sanction", "body", "aid")  # kinds of which a participle before them tells that they are there ("kurulan komisyon")
SENT: Final = frozenset(("ekip",))  # who are sent are the aid themselves ("yardım ekipleri")
MEASURES: Final = ("lık", "lik", "luk", "lük")  # "15 maddelik"


# NAMES


def modifies(known: Grammar, mentions: Mentions, tokens: list[Token], at: int, proper: bool) -> bool:
    """May token `at` stand inside a name, before its head?"""
    token = tokens[at]
    if at and tokens[at - 1].text in MARKS and tokens[at - 1].end == token.start and token.low in GAP:
        return False  # "“Kurul”nun | tarihi bir anlaşma"
    if token.kind == "number":
        return token.base_end == token.end
    if token.kind != "word" or token.low in known.outside or token.low.endswith(("ki", "daki", "deki")):
        return False
    if token.base_end < token.end:
        return False
    form = nominative(token) if proper else of_compound(tokens, at) or attributive(token)
    if form.pos in ("VERB", "AUX", "ADV", "PRON", "DET", "ADP", "CCONJ") and token.low != "bir":
        return form.verb_form == "verbal_noun" and form.case in ("", "nom")
    if form.case not in ("", "nom") or form.person.startswith(("1", "2")) or form.possessive[:1] in ("1", "2"):
        return False
    if form.lemma in known.outside:
        return False
    mention = mentions.at(at)
    return proper or mention is None or "-" in token.text or isinstance(mention.entity, Organisation | Place)


def of_compound(tokens: list[Token], at: int) -> Form | None:
    """The reading as the first part of a compound that a possessed noun ends ("hava | taşımacılığı | anlaşması"), if it may be one."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].form.case != "acc" or after is None or not any(f.possessive.startswith("3") for f in after.forms) or after.form.verb_form:
        return None
    return next((f for f in tokens[at].forms if f.case == "nom" and f.possessive == "3sg" and f.pos == "NOUN" and not f.verb_form), None)


def attributive(token: Token) -> Form:
    """The reading as an adjective of what may be an adverb as well ("serbest", "yeni")."""
    if token.form.pos != "ADV":
        return token.form
    return next((form for form in token.forms if form.pos == "ADJ"), token.form)


def nominative(token: Token) -> Form:
    """The reading as a nominative where there is one ("Yolu" of "Kalkınma Yolu Projesi")."""
    for form in token.forms:
        if form.case == "nom" and not form.verb_form:
            return form
    return token.form


def leftmost(known: Grammar, layout: Layout, mentions: Mentions, first: int, proper: bool) -> int:
    """Where the name that has its head's first word at `first` begins."""
    tokens = layout.tokens
    low = max(first - LONGEST, layout.sentences[tokens[first].sentence].first)
    quote = tokens[first].quote
    at = whole_in_marks(layout, first) if tokens[first].quote >= 0 else in_marks(tokens, first)
    if at < first:
        return at
    while at > low and tokens[at - 1].quote == quote:
        if proper and at - 2 > low and tokens[at - 1].capital and tokens[at - 1].low in FIELDS and tokens[at - 2].capital:
            at -= 2  # "… Sınırlandırılmasına İlişkin | Mutabakat Muhtırası"
            while at > low - LONGEST and at > 0 and is_title_word(layout, mentions, at - 1, quote):
                at -= 1
            break
        if proper and tokens[at - 1].low == ")" and at - 3 > low and tokens[at - 3].low == "(":
            at -= 3
        elif tokens[at - 1].low == "ve" and proper and at - 1 > low and tokens[at - 2].capital and tokens[at - 2].form.case in ("", "nom"):
            at -= 2
        elif proper and opens(layout, at - 1):
            break
        elif at > 1 and (tokens[at - 1].low == tokens[at - 2].low or (tokens[at].low == "bir" and is_doer(tokens[at - 1]))):
            break  # "yavaş yavaş | reform", "taraflar | bir anlaşma"
        elif modifies(known, mentions, tokens, at - 1, proper) and (not proper or tokens[at - 1].capital or tokens[at - 1].kind == "number"):
            at -= 1
        else:
            break
    return praised_before(tokens, called_before(tokens, at))


def praised_before(tokens: list[Token], at: int) -> int:
    """Where one word in marks begins that qualifies what begins at token `at` ("“tarihi” bir | anlaşma"), else `at`."""
    one = at - 1 if tokens[at].low != "bir" else at
    if one < 3 or tokens[one].low != "bir" or tokens[one - 1].text not in MARKS or tokens[one - 3].text not in MARKS:
        return at
    return one - 3 if attributive(tokens[one - 2]).pos == "ADJ" else at


def is_doer(token: Token) -> bool:
    """Is it a noun in the plural, which tells of no thing behind it?"""
    return token.form.pos == "NOUN" and token.form.number == "pl"


def called_before(tokens: list[Token], at: int) -> int:
    """Where a name in marks begins by which the thing is called whose words begin at token `at` ("“Nehir Yolu” | adlı proje"), else `at`."""
    if at < 3 or tokens[at].low not in CALLING or tokens[at - 1].text not in MARKS or tokens[at - 2].quote < 0:
        return at
    begins = at - 2
    while begins > 0 and tokens[begins - 1].quote == tokens[at - 2].quote and tokens[begins - 1].text not in MARKS:
        begins -= 1
    return begins if tokens[begins].capital and at - begins < WHOLE else at


def is_title_word(layout: Layout, mentions: Mentions, at: int, quote: int) -> bool:
    """May token `at` stand in a title before its "İlişkin": a capital, behind those between whom it is, opening no sentence?"""
    token, mention = layout.tokens[at], mentions.at(at)
    owner = mention is not None and mention.last == at + 1 and token.base_end < token.end
    within = token.capital and token.kind == "word" and token.quote == quote and token.low != "arasında"
    return within and not owner and at != layout.sentences[token.sentence].first


def opens(layout: Layout, at: int) -> bool:
    """Does token `at` open the sentence with a word that is no part of a name ("Burada | Orta Koridor")?"""
    return at == layout.sentences[layout.tokens[at].sentence].first and attributive(layout.tokens[at]).pos in ("ADV", "CCONJ", "PRON", "ADP")


def in_marks(tokens: list[Token], first: int) -> int:
    """Where a name in marks of its own right before token `first` begins ("“Hicaz Demir Yolu” | projesi"); else `first`."""
    inside = tokens[first - 2].quote if first > 2 and tokens[first - 1].kind == "punct" else -1
    if inside < 0 or inside == tokens[first].quote:
        return first
    at = first - 2
    while at > 0 and tokens[at - 1].quote == inside and tokens[at - 1].kind != "punct":
        at -= 1
    titled = first - at < WHOLE and all(t.capital or t.low in JOINING for t in tokens[at : first - 1])
    short = (first - at <= LONGEST or titled) and tokens[at].capital and tokens[at - 1].kind == "punct"
    return at if short and not tokens[first - 2].form.verb_form else first


def whole_in_marks(layout: Layout, first: int) -> int:
    """Where the marks open that hold nothing but the name, its head's first word at `first` ("“X ile Y Arasında … | Anlaşması”nı"); else `first`."""
    tokens, inside = layout.tokens, layout.tokens[first].quote
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].quote == inside and last < first + 2:
        last += 1
    if tokens[last].text in MARKS:
        last -= 1
    if (last + 1 < len(tokens) and tokens[last + 1].quote == inside and tokens[last + 1].text not in MARKS) or not tokens[last].capital:
        return first
    at = first
    while at > 0 and tokens[at - 1].quote == inside and tokens[at - 1].text not in MARKS and first - at < WHOLE:
        at -= 1
    held = tokens[at:first]
    told = any(t.form.verb_form in ("finite", "converb") or (t.kind == "punct" and t.text not in ("-", "–", ",")) for t in held)
    return at if len(held) > 1 and held[0].capital and not told and first - at < WHOLE else first


def trimmed(tokens: list[Token], first: int, head: int) -> int:
    """Without the determiner at the front, nor a possessive that has lost its possessor."""
    while first < head and tokens[first].low in ("bir", "birinci", "ikinci"):
        first += 1
    return first


def name_at(known: Grammar, layout: Layout, mentions: Mentions, at: int) -> Name | None:
    """The name whose head is token `at`, if it is one."""
    found = match_at(layout, known.heads, at, layout.sentences[layout.tokens[at].sentence].first if layout.tokens[at].sentence >= 0 else 0)
    if found is None:
        return None
    tokens, wants = layout.tokens, found.frame.wants
    proper = tokens[at].capital and tokens[found.first].capital
    marked = wants.get("capital") != "head" and in_marks(tokens, found.first) != found.first
    if wants.get("capital") and not marked and not (proper and follows_title(tokens, at)):
        return None
    if (wants.get("one") and tokens[at].form.number == "pl") or is_union(mentions, at, str(wants["kind"])):
        return None
    if tokens[at].text.isupper() or is_light(tokens, at) or (at > 0 and tokens[at - 1].low in wants.get("never", ())):
        return None
    first = trimmed(tokens, leftmost(known, layout, mentions, found.first, proper), found.first)
    if not proper and not is_possessed(tokens[at]):
        first = behind_body(mentions, first, found.first)
    wide = widened(known, layout, mentions, first, found.frame)
    key = frozenset(called(mentions, tokens, n) for n in range(wide, at + 1) if tells_apart(known, tokens, n))
    fresh = any(token.low == "bir" for token in tokens[max(first - 1, 0) : found.first])
    return Name(found.frame, wide, at + 1, modifiers(known, tokens, wide, found.first), key, wide < first, fresh)


def behind_body(mentions: Mentions, first: int, head: int) -> int:
    """Behind a body that stands before it, for its compound would be possessed ("Kenya Partisi | anlaşmaları eleştirdi")."""
    mention = mentions.at(first)
    return mention.last if mention is not None and mention.last <= head and isinstance(mention.entity, Organisation) else first


def follows_title(tokens: list[Token], at: int) -> bool:
    """Does a word of a name stand before token `at`, an acronym in brackets between them or not ("Latin Amerika (LA) | Stratejisi")?"""
    before = at - 4 if at > 3 and tokens[at - 1].text == ")" and tokens[at - 3].text == "(" else at - 1
    return before >= 0 and tokens[before].capital


def tells_apart(known: Grammar, tokens: list[Token], at: int) -> bool:
    """Is it one of the words that tell a name from others: no filler, of numbers only a measure ("15 | maddelik plan")?"""
    if tokens[at].kind == "word":
        return tokens[at].low not in known.empty
    return tokens[at].kind == "number" and tokens[at + 1].low.endswith(MEASURES)


def called(mentions: Mentions, tokens: list[Token], at: int) -> str:
    """The word by which it is known: a state's by its code ("Tahran'a" is "İran'a")."""
    mention = mentions.at(at)
    return mention.entity.id if mention is not None and isinstance(mention.entity, State) else tokens[at].form.lemma


def is_union(mentions: Mentions, at: int, kind: str) -> bool:
    """Is it a body of the closed set ("Körfez İşbirliği Konseyi"), which no two states make?"""
    mention = mentions.at(at)
    return kind == "body" and mention is not None and isinstance(mention.entity, Organisation) and fold(mention.entity.name) in listed_bodies()


def is_light(tokens: list[Token], at: int) -> bool:
    """Is it half of a light verb ("boykot edilmesi")?"""
    return at + 1 < len(tokens) and tokens[at + 1].form.lemma in ("et", "eyle")


def widened(known: Grammar, layout: Layout, mentions: Mentions, first: int, frame: Frame) -> int:
    """With its field ("turizm alanında …", "sevkiyata ilişkin …") or, of a sanction, its target ("İran'a yönelik ambargo")."""
    tokens, kind = layout.tokens, str(frame.wants["kind"])
    if kind == "agreement" and first > 3 and tokens[first - 1].low == "bir" and tokens[first - 2].low in FIELDS:
        wide = widened(known, layout, mentions, first - 1, frame)  # "açılmasına ilişkin | bir anlaşma"
        return wide if wide < first - 1 else first
    if first < 2:
        return first
    word, before = tokens[first - 1], tokens[first - 2]
    if kind == "sanction" and word.form.pos == "DET" and first > 2 and before.low in TOWARDS:
        return widened(known, layout, mentions, first - 1, frame)  # "Kenya'ya yönelik bazı | yaptırımlar"
    if frame.wants.get("owned"):
        return with_owner(mentions, tokens, first)
    if frame.wants.get("given"):
        return with_taker(mentions, tokens, first, bool(frame.wants.get("aimed")))
    if tokens[first].form.lemma in known.offers:
        return with_maker(tokens, first)
    if frame.head in known.offers:
        wanted = next((t for t in tokens[first : first + 3] if t.form.suffix == "ma" and t.form.possessive), None)
        return deed_start(layout, mentions, wanted.index) if wanted is not None else first  # "tepelerin geri | verilmesi önerisi"
    if kind == "sanction" and word.capital and word.form.case in ("nom", "dat") and is_state(mentions, first - 1):
        return first - 1  # "İran'a yaptırımlar", "ABD yaptırımları"
    if word.low == "alanında" or (word.low == "konusundaki" and kind == "agreement"):
        return leftmost(known, layout, mentions, first - 1, False)
    if kind == "agreement" and word.low == "ilgili" and before.low == "ile" and first > 3 and tokens[first - 3].form.verb_form == "verbal_noun":
        return deed_start(layout, mentions, first - 3)  # "üs kurulması ile ilgili | anlaşma"
    if word.low in ("konusunda", "hususunda") and kind == "agreement" and before.form.verb_form == "verbal_noun":
        return deed_start(layout, mentions, first - 2)
    aimed = kind == "sanction" and before.capital and word.low in TOWARDS
    deed = kind == "agreement" and before.form.verb_form == "verbal_noun" and word.low == "yönelik"
    if before.form.case != "dat" or not (aimed or deed or word.low in ("ilişkin", "dair")):
        return first
    if before.form.verb_form:
        return first if frame.wants.get("bare") else deed_start(layout, mentions, first - 2)
    return whole(layout, leftmost(known, layout, mentions, first - 2, False), first)


def with_owner(mentions: Mentions, tokens: list[Token], first: int) -> int:
    """Where the place stands before it whose it is ("Güney Kenya'nın | yeniden imarı"), else `first`."""
    mention = mentions.at(first - 1)
    owner = mention is not None and isinstance(mention.entity, State | Place) and tokens[first - 1].form.case == "gen"
    return mention.first if mention is not None and owner else first


def with_taker(mentions: Mentions, tokens: list[Token], first: int, aimed: bool) -> int:
    """Where whom an aid is given to stands before it ("Kenya'ya gönderilen | yardımlar", "Kenya'ya | desteği"), else `first`."""
    word = tokens[first - 1]
    given = (aimed and word.low == "yönelik") or (word.form.verb_form == "participle" and stem(word.form) in grammar().giving)
    whom = first - 2 if given else first - 1
    return whom if (given or aimed) and tokens[whom].form.case == "dat" and is_in_place(mentions, whom) else first


def is_in_place(mentions: Mentions, at: int) -> bool:
    """Does token `at` name a state or a place?"""
    mention = mentions.at(at)
    return mention is not None and isinstance(mention.entity, State | Place)


def with_maker(tokens: list[Token], first: int) -> int:
    """Where who has made an offer stands before it ("arabulucuların sunduğu | öneriler"), else `first`."""
    made = tokens[first - 1].form.suffix == "dik" and tokens[first - 1].form.lemma in grammar().before
    maker = tokens[first - 2]
    return first - 2 if made and maker.form.case == "gen" and not maker.capital else first


def is_state(mentions: Mentions, at: int) -> bool:
    mention = mentions.at(at)
    return mention is not None and isinstance(mention.entity, State)


def whole(layout: Layout, wide: int, first: int) -> int:
    """Where the field begins, if it is all there: not what belongs to an owner before it ("ateşkesin | ikinci aşamasına ilişkin plan")."""
    return first if wide > 0 and layout.tokens[wide - 1].form.case == "gen" else wide


def deed_start(layout: Layout, mentions: Mentions, at: int) -> int:
    """Where the clause of the verbal noun at token `at` begins ("uçakların satın alınması | konusunda anlaşma"), its subject included."""
    for n in range(at - 1, max(at - 8, 0), -1):
        token = layout.tokens[n]
        if in_brackets(layout.tokens, n):
            continue  # "Komitesinin (JETCO) kurulması"
        if token.form.case == "gen":
            before, mention = layout.tokens[n - 1].form, mentions.at(n)
            if mention is not None and mention.first < n:
                return mention.first
            return n - 1 if n and before.case in ("nom", "") and before.pos in ("NOUN", "ADJ", "PROPN") and not before.verb_form else n
        if token.kind == "punct" or token.low == "için" or token.form.verb_form in ("finite", "converb", "participle"):
            break
    while at > 1 and "pass" in layout.tokens[at].form.voice and is_bare(layout, mentions, at - 1):
        at -= 1  # "askeri üs | kurulması"
    return at


def is_bare(layout: Layout, mentions: Mentions, at: int) -> bool:
    """Is token `at` a common noun or adjective without an ending?"""
    token, form = layout.tokens[at], attributive(layout.tokens[at])
    common = token.kind == "word" and not token.capital and mentions.at(at) is None and form.pos in ("NOUN", "ADJ")
    return common and form.case in ("", "nom") and not form.verb_form


def in_brackets(tokens: list[Token], at: int) -> bool:
    """Is it an acronym in brackets, or one of them?"""
    near = [t.text for t in tokens[max(at - 2, 0) : at + 3]]
    return tokens[at].text in ("(", ")") or ("(" in near and ")" in near and tokens[at].text.isupper())


def modifiers(known: Grammar, tokens: list[Token], first: int, head: int) -> int:
    """How many words make the name more than its head; numbers and words like "bir" and "yeni" do not tell which."""
    return sum(t.kind == "word" and t.low not in known.empty for t in tokens[first:head])


def is_compound(tokens: list[Token], name: Name) -> bool:
    """Is what reads as an accusative the head of a compound ("demir yolu hattı")?"""
    head, before = tokens[name.last - 1], tokens[name.last - 2] if name.last - 2 >= name.first else None
    if before is None or before.form.pos != "NOUN" or head.form.case != "acc" or head.form.possessive:
        return False
    return any(f.possessive.startswith("3") and f.case == "nom" for f in head.forms)


# RECORDS


def known_as(name: Name, keys: list[frozenset[str]]) -> int:
    """Which of those before it is named again, by the same words or some of them; the last of them, else -1."""
    for at in range(len(keys) - 1, -1, -1):
        if name.key <= keys[at] or (keys[at] <= name.key and (len(keys[at]) > 1 or name.widened or not name.modifiers)):
            return at
    return -1


def is_loose(name: Name) -> bool:
    """Are they sanctions told by what one thinks of them alone ("haksız yaptırımlar")? They are those that the text has named."""
    return name.kind == "sanction" and not name.widened and name.modifiers > 0 and bool(name.frame.wants.get("active"))


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
    proof: Proofs = {**new.proof, "status": before.proof["status"]}
    return replace(new, status=before.status, evidence=before.evidence, proof=proof, reasons=("name", "status"))


def raised(known: Undertaking, later: Undertaking) -> Undertaking:
    """One that is not shown as it is first named, with what is told of it later, if that makes it sure."""
    if later.confidence < SHOWN:
        return known
    return replace(known, confidence=later.confidence, status=later.status, evidence=later.evidence, parties=later.parties, reasons=later.reasons,
                   proof={**later.proof, "name": known.proof["name"], "kind": known.proof["kind"]})


def told_later(layout: Layout, known: Undertaking, told: Told) -> Undertaking:
    """An undertaking of which only a later sentence tells what became of it."""
    evidence = Span(layout.tokens[told.first].start, layout.tokens[told.last - 1].end)
    proof: Proofs = {**known.proof, "status": Proof((evidence,), "derived", told.rule)}
    return replace(known, status=told.status, evidence=evidence, proof=proof, reasons=("name", "status"))


def confidence_of(tokens: list[Token], name: Name, told: Told | None, proper: bool) -> float:
    """How sure: proper names and names with a status most, plurals of any kind ("stratejik projeler") least."""
    wants = name.frame.wants
    if is_reached(tokens, name, told) or is_made(tokens, name, told):
        return 0.6 if name.modifiers else 0.5
    if told is not None and ((told.last <= name.first and name.kind not in STAYING) or (told.predicate is None and told.status == "proposed")):
        told = None  # what stands before a name, or is only talked of, makes it no surer
    if not wants.get("bare") and name.modifiers == 0 and not name.widened:
        return 0.5 if (told is not None and is_said(tokens, name, told)) or is_described(tokens, name) else 0.3
    if lacks(tokens, name, told, proper) or is_rare(tokens, name, told, proper):
        return 0.4
    idle = wants.get("active") and told is None and not proper and name.modifiers < 2
    if idle and not is_called(tokens, name) and not is_joint(tokens, name, proper):
        return 0.35
    return 0.75 if proper or told is not None else 0.6


def lacks(tokens: list[Token], name: Name, told: Told | None, proper: bool) -> bool:
    """Does it lack what its row wants of it: that it is reached, owned, aimed at someone, or no place and no word on another thing?"""
    wants, head = name.frame.wants, tokens[name.last - 1]
    if name.kind == "aid" and not (told is not None and told.first == name.last) and is_first_of_compound(tokens, name):
        return True
    if wants.get("reached"):
        return not proper and not (told is not None and told.first <= name.last) and not is_owned(tokens, name)
    if wants.get("owned") is True:
        return not (name.widened and is_possessed(head))
    if wants.get("aimed"):
        someones = is_possessed(head) or (told is not None and head.form.case in ("acc", "gen"))  # "Kenya'ya desteği", "desteğin süreceği"
        return not (name.widened and someones and name.modifiers < 3)
    return (bool(wants.get("place")) and head.form.case == "loc") or (not wants.get("bare") and is_said_of(tokens, name))


def is_first_of_compound(tokens: list[Token], name: Name) -> bool:
    """Is it but the first part of another thing's name ("yardım | gemileri")?"""
    head, after = tokens[name.last - 1], tokens[name.last].form if name.last < len(tokens) else None
    bare = head.form.case in ("", "nom") and not head.form.possessive and head.form.number != "pl"
    return bare and after is not None and after.possessive.startswith("3") and not after.verb_form and after.pos == "NOUN"


def is_rare(tokens: list[Token], name: Name, told: Told | None, proper: bool) -> bool:
    """Is it mostly a thing of its own, and no verb beside it makes it an undertaking; or a plural that does not tell which?"""
    near = told is not None and told.first <= name.last + 1 and not told.hoped
    beside = near or (told is not None and name.kind == "body" and told.first <= name.last + 1)
    wished = name.kind == "aid" and told is not None and told.status in ("planned", "proposed")
    wished = wished and told is not None and told.predicate is not None and told.predicate.form.verb_form == "verbal_noun"
    if name.frame.wants.get("rare") and (not beside or wished) and not is_joint(tokens, name, proper):
        return True
    plain = (near and name.kind in ("sanction", "agreement")) or (told is not None and told.rule == WORKS)
    return is_vague(tokens, name, proper) and not plain


def is_reached(tokens: list[Token], name: Name, told: Told | None) -> bool:
    """Does a participle right before an agreement say that it is made ("varılan mutabakat", "imzalanan anlaşma")?"""
    made = told is not None and told.made and name.kind == "agreement" and not name.frame.wants.get("rare")
    return made and (tokens[name.last - 1].form.number != "pl" or tokens[name.first - 1].form.suffix == "dik")


def is_described(tokens: list[Token], name: Name) -> bool:
    """Is it an agreement of which a participle right before it tells what stands in it ("çekilmeyi öngören | anlaşma")?"""
    word = tokens[name.first - 1].form if name.first > 0 else None
    described = word is not None and word.suffix == "an" and word.lemma in grammar().holding
    return described and name.kind == "agreement" and tokens[name.last - 1].form.number != "pl"


def is_made(tokens: list[Token], name: Name, told: Told | None) -> bool:
    """Does a participle right before an offer tell of it ("üzerinde uzlaşılan öneriler", "masaya sunulan teklif")?"""
    return told is not None and told.last == name.first and tokens[name.last - 1].form.lemma in grammar().offers


def is_owned(tokens: list[Token], name: Name) -> bool:
    """Is it a compound with the noun before its head ("ateşkes mutabakatı")?"""
    return tokens[name.last - 1].form.possessive.startswith("3") and tokens[name.last - 2].form.pos in ("NOUN", "PROPN")


def is_said(tokens: list[Token], name: Name, told: Told) -> bool:
    """Do the words right behind a head that stands alone tell what becomes of it ("anlaşmaya varıldı", not "anlaşmaya varılan şartlar")?"""
    wants, head = name.frame.wants, tokens[name.last - 1].form
    if told.first > name.last + 1 or name.kind == "aid":
        return False
    if head.lemma in grammar().offers:
        return told.predicate is not None and name.first > 0 and tokens[name.first - 1].low == "yönündeki"
    if wants.get("reached"):
        return told.status == "in_force" or (has_partner(tokens, name.first) and not tells_of_another(tokens, told))
    if name.kind != "agreement" or wants.get("rare") or head.number == "pl":
        return not told.hoped and told.status in ("signed", "in_force", "proposed")
    if told.status in ENDING or (head.case == "dat" and tells_of_another(tokens, told)):
        return False
    found = told.predicate
    open_yet = told.hoped and found is not None and found.form.verb_form == "verbal_noun" and found.form.case == "gen"
    return not open_yet or has_partner(tokens, name.first)


def has_partner(tokens: list[Token], first: int) -> bool:
    """Is it said right before token `first` with whom ("Uganda ile bir | anlaşmaya varılmasının önemi")?"""
    at = first - 2 if first > 1 and tokens[first - 1].low in ("bir", "de", "da") else first - 1
    return at >= 0 and (tokens[at].low == "ile" or tokens[at].form.case == "ins")


def tells_of_another(tokens: list[Token], told: Told) -> bool:
    """Is the predicate the participle of a noun behind it ("anlaşmaya | varılan şartlar", "varamadıkları konular")?"""
    found = told.predicate
    if found is None or not found.participle or found.form.case not in ("", "nom") or found.last >= len(tokens):
        return False
    last = found.last + 1 if tokens[found.last].text in MARKS and found.last + 1 < len(tokens) else found.last
    after = tokens[last].form
    return after.pos in ("NOUN", "PROPN", "ADJ") and not after.verb_form


def is_joint(tokens: list[Token], name: Name, proper: bool) -> bool:
    """Is it a body of several sides without a name of its own ("ortak ekonomik komisyon", not "Uluslararası Olimpiyat Komitesi")?"""
    return name.kind == "body" and not proper and any(t.low in grammar().joint for t in tokens[name.first : name.last - 1])


def is_said_of(tokens: list[Token], name: Name) -> bool:
    """Does it only say what another thing is ("bunun bir birlik projesi | olması")?"""
    after = tokens[name.last].form if name.last < len(tokens) else None
    head = tokens[name.last - 1]
    return after is not None and after.lemma == "ol" and after.suffix in ("ma", "dik") and head.form.case in ("", "nom") and not head.capital


def is_called(tokens: list[Token], name: Name) -> bool:
    """Do the places it joins begin it ("Kisumu-Jinja petrol hattı"), or those it is laid upon ("Uganda'ya yaptırımlar"); or is it someone's?"""
    first = tokens[name.first]
    if name.frame.wants.get("going"):
        return first.capital or (name.first > 0 and tokens[name.first - 1].capital and tokens[name.first - 1].low.endswith("ki"))
    if name.kind == "sanction":
        several = bool(name.modifiers) and tokens[name.last - 1].form.number == "pl"  # "ağır yaptırımlar"
        laid = first.capital and (first.form.case == "dat" or is_owned_by(tokens, name, name.first))
        owned = name.first > 0 and tokens[name.first - 1].form.case == "gen" and is_owned_by(tokens, name, name.first - 1)
        return several or laid or owned
    return first.capital and "-" in first.text


def is_owned_by(tokens: list[Token], name: Name, at: int) -> bool:
    """Does a proper name own it at token `at` ("ABD yaptırımları", "Kenya'nın yeni yaptırımları")?"""
    owns = at >= 0 and tokens[at].capital and tokens[at].form.case in ("nom", "gen")
    return owns and is_possessed(tokens[name.last - 1])


def is_possessed(token: Token) -> bool:
    """May the word be someone's?"""
    return any(form.possessive.startswith("3") for form in token.forms)


def is_vague(tokens: list[Token], name: Name, proper: bool) -> bool:
    """A plural without a noun of its own before it."""
    head = tokens[name.last - 1].form
    if name.kind == "sanction" and (name.modifiers or is_called(tokens, name)):
        return False  # "Kenya'ya yönelik yaptırımlar", "ağır yaptırımlar"
    if name.widened and name.kind == "plan":
        return False  # "arabulucuların sunduğu öneriler"
    return head.number == "pl" and not proper and (name.last - name.first < 2 or tokens[name.last - 2].form.pos not in ("NOUN", "PROPN"))


def end_of(tokens: list[Token], name: Name, told: Told | None) -> int:
    """Where its name ends: without its case ending, a common work with the noun that tells that it is to be built ("barajların inşası")."""
    head = tokens[name.last - 1]
    if told is not None and told.rule == WORKS and name.frame.wants.get("rare"):
        return own_end(tokens[told.first])
    return head.end if is_compound(tokens, name) else own_end(head)


def record(layout: Layout, mentions: Mentions, name: Name, told: Told | None, parties: Parties) -> Undertaking:
    """Write one undertaking down."""
    tokens = layout.tokens
    head = tokens[name.last - 1]
    span = Span(tokens[name.first].start, end_of(tokens, name, told))
    sentence = layout.sentences[head.sentence]
    kind = str(name.frame.wants["kind"])
    standing = Standing(layout, mentions, sentence, name.first, name.last, kind, told.predicate if told is not None else None)
    inside = parties.within_name(span.of(layout.text))
    found, spans = (inside, (span,)) if len(inside) > 1 else parties.of(named(standing) or around(standing, sentence))
    rule = name.frame.rule
    proof: Proofs = {"name": Proof((span,), "quoted", rule), "kind": Proof((head.span,), "derived", rule)}
    if found:
        proof["parties"] = Proof(spans, "derived", f"tr/{SECTION}:parties")
    elif parties.pair:
        proof["parties"] = Proof(parties.pair_spans, "inferred", "the pair of the article")
    evidence = None if told is None else Span(tokens[told.first].start, tokens[told.last - 1].end)
    status = told.status if told is not None else by_default(tokens, name)
    if told is not None and evidence is not None:
        proof["status"] = Proof((evidence,), "derived", told.rule)
    else:
        proof["status"] = Proof((), "default", f"tr/{SECTION}:defaults")
    return Undertaking(
        rule=rule, confidence=confidence_of(tokens, name, told, head.capital), reasons=("name",) if told is None else ("name", "status"), proof=proof,
        span=span, kind=kind, parties=found or parties.pair, status=status, evidence=evidence,
    )  # fmt: skip


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
        if found and found[-1].span.end > layout.tokens[name.first].start and not stands_alone(layout, found[-1], name):
            found.pop()
            keys.pop()
        again = named_again(name, keys, found)
        new = again >= 0 and is_new(name, keys[again])
        settled = again >= 0 and is_settled(found[again])
        told = status_of(known, layout, name, layout.sentences[layout.tokens[at].sentence].last) if new or not settled else None
        if again < 0 or (new and told is not None and told.status in MADE):
            keys.append(name.key)
            found.append(joined(layout, found, name, told, record(layout, mentions, name, told, parties)))
        elif told is not None and not settled:
            found[again] = learnt(layout, found[again], name, told, record(layout, mentions, name, told, parties))
    stand_in(found, statements)
    return found


def joined(layout: Layout, found: list[Undertaking], name: Name, told: Told | None, new: Undertaking) -> Undertaking:
    """A new undertaking with what is told of the one that it is joined to, where nothing else is told of it."""
    return as_joined(new, found[-1]) if told is None and found and is_joined(layout, found[-1], name) else new


def named_again(name: Name, keys: list[frozenset[str]], found: list[Undertaking]) -> int:
    """Which of those found is named again, else -1."""
    again = known_as(name, keys)
    if again < 0 and is_loose(name):
        return max((n for n, u in enumerate(found) if u.rule == name.frame.rule and u.confidence >= SHOWN), default=-1)
    if again >= 0 and found[again].confidence < SHOWN and (found[again].rule != name.frame.rule or len(name.key) > len(keys[again])):
        return -1  # a thing that is not shown takes up none of another kind, nor one told in more words
    if again >= 0 and found[again].kind != name.kind and len(name.key) > len(keys[again]) + MORE:
        return -1  # a long title is no name of what it is about
    return again


def is_new(name: Name, key: frozenset[str]) -> bool:
    """Is it an agreement told as a new one ("bir anlaşmaya"), where one before has a name ("ateşkes anlaşması")?"""
    return name.fresh and name.kind == "agreement" and len(name.key) == 1 < len(key)


def learnt(layout: Layout, known: Undertaking, name: Name, told: Told, new: Undertaking) -> Undertaking:
    """An undertaking that is named again as `new`, with what is told of it there."""
    if known.confidence < SHOWN and name.kind in RAISED and not name.frame.wants.get("rare"):
        return raised(known, new)
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
    return form.case in ("", "nom") and after.kind == "word" and match_at(layout, known.heads, at + 1, at) is not None


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
    if (mention is not None and mention.last > at + 1) or (head.form.pos == "ADJ" and after.form.pos == "NOUN" and not after.form.verb_form):
        return True  # "merkezi | yönetim"
    bare = head.form.case in ("", "nom") and head.base_end == head.end
    if not bare or not after.form.possessive.startswith("3") or after.form.lemma in ("taraf", "kapsam", "çerçeve"):
        return False
    return (head.capital and after.capital) or (after.form.lemma in reporting().speakers and after.form.lemma not in SENT)


def stand_in(found: list[Undertaking], statements: list[Statement]) -> None:
    """Tie each to the statement whose words it stands in; both are in text order."""
    ordered = sorted((s for s in statements if not s.heading), key=lambda s: s.span)
    at = 0
    for undertaking in found:
        while at < len(ordered) and ordered[at].span.end <= undertaking.span.start:
            at += 1
        if at < len(ordered) and ordered[at].span.holds(undertaking.span):
            undertaking.within = ordered[at]
