"""What is done by saying it: a charge (an ACCUSE of who does what the speaker calls a wrong) a demand ("X çekilmeli", a REQUEST)
and a refusal ("X ile müzakere etmeyeceğiz", a REJECT)."""

from __future__ import annotations

from typing import Any, Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Mentions, Organisation, State
from tutanak.records.act_doers import belonging, forces
from tutanak.records.act_layer import begins, is_feared, would_be
from tutanak.records.act_meant import demanded_of, only_attacker, stands_bare
from tutanak.records.act_scene import (
    CHARGED,
    DONE,
    HOSTILE,
    Deed,
    Scene,
    actors,
    akin,
    as_actors,
    has_word,
    hurt,
    is_outlet,
    is_parties,
    must_be_passive,
    public,
)
from tutanak.records.frames import CALLED, Predicate, is_governed
from tutanak.records.grammar import IF, NOT
from tutanak.records.model import Statement
from tutanak.records.parties import (
    DELEGATES,
    Party,
    around,
    by_agent,
    conjuncts_before,
    follows,
    genitive,
    genitives,
    grammatical_subject,
    is_duty,
    is_nominalised,
    key,
    nominative,
    part,
    speaker,
    stem,
)
from tutanak.spans import Span
from tutanak.text.layout import SIGNS, Form, Layout, Sentence, Token

NO_WILL: Final = frozenset(("değil", "değildir", "zorunda", "zorundadır", "mecburiyetinde", "mecburiyetindedir"))
WILLING: Final = SIGNS.of_readings(lambda form: form.tense in ("nec", "imp") or form.negative, (), NO_WILL)
IN_CASE: Final = IF | {"hal", "durum"}
TRYING: Final = word_list("acts", "trying")
TOWARDS: Final = frozenset(("yönünde", "yönündeki"))
BIDDING: Final = word_list("acts", "bidding")
SHUNNING: Final = word_list("acts", "shunning")
UNLESS: Final = frozenset(("halinde", "durumunda"))
AS_LONG: Final = frozenset(("sürece", "takdirde", "müddetçe"))
CONSEQUENCE: Final = 16  # words behind a condition within which it is told what follows
TOLD_NEAR: Final = 60  # words before a verdict within which its thing is told of with its owner
BOUND: Final = word_list("acts", "bound")
NEAR_SAID: Final = 60  # characters between two reports of one speaker in a sentence


def by_charge(scene: Scene, p: Predicate) -> Deed | None:
    """An ACCUSE of the speaker against the doer of what he calls a wrong, or a THREATEN ("bedelini ödeyecek")."""
    statement = scene.statements.at(scene.layout.tokens[p.head].start)
    if statement is None or not statement.speakers or not charges(scene, p) or is_only_told(scene, p):
        return None
    sentence = around(scene.layout, scene.layout.tokens[p.head])
    low = scene.layout.token_at(statement.span.start)
    low = low if statement.mode == "indirect" else max(sentence.first, low)
    accused = actors(scene, charged(scene, p, low, sentence, statement))
    if not accused and p.form.verb_form and not p.passive:
        accused = forces(scene, p, sentence, "gen" if is_nominalised(p) else "nom")
        if not accused and is_nominalised(p) and not scene.rules.charges[p.frame.rule].get("neutral"):
            accused = actors(scene, [m for m in belonging(scene, p, sentence) if m.first >= low])
    source = sayers(scene, statement)
    if p.form.verb_form and accused and any(akin(accused[0], s) for s in source):
        accused = actors(scene, first_told(scene, p, low, statement))  # "X'in yalnızca bizim değil, herkesin güvenliğini tehdit ettiğini"
    if not accused and p.form.possessive == "3sg":
        accused = told_before(scene, p, low, sentence, statement)
    accused = [a for a in accused if all(not akin(a, s) for s in source)]
    if not accused and scene.rules.charges[p.frame.rule].get("left"):
        accused = last_attacker(scene, source)
    kind = str(scene.rules.charges[p.frame.rule]["type"])
    if not accused and kind == "ACCUSE" and names_the_blow(scene, p, low):
        accused = only_attacker(scene, source)
    if not accused and kind in ("ACCUSE", "REJECT") and is_verdict(scene.layout, p):
        accused = [a for a in whose_that(scene, p, low) if all(not akin(a, s) for s in source)]
    deed = done_by_saying(kind, statement, source, accused, p.span(scene.layout), p.frame.rule, CHARGED)
    if deed is not None and not all(public(scene, s.actor) for s in source):
        deed.doubt(0.6, "an actor of no known state or body")
    return deed


def sayers(scene: Scene, statement: Statement) -> list[Party]:
    """Who does what is done by saying it: the speakers, no outlet among them."""
    return [t for t in as_actors(scene, speaker(statement)) if not is_outlet(scene, t)]


def done_by_saying(kind: str, statement: Statement, source: list[Party], target: list[Party], evidence: Span, rule: str, why: str) -> Deed | None:
    """The deed that a statement does by its words, where they tell by whom and to whom."""
    if not source or not target:
        return None
    deed = Deed(kind, source, target, evidence, DONE, rule)
    deed.within = statement
    deed.doubt(0.75, why)
    return deed


def tries(layout: Layout, p: Predicate) -> Form | None:
    """The verb that tells that it is tried ("ateşkesi bozmaya | çalıştığını"), if one does."""
    if p.form.suffix != "ma" or p.form.case != "dat" or p.form.possessive or p.form.negative or p.last >= len(layout.tokens):
        return None
    after = layout.tokens[p.last].form
    return after if after.lemma in TRYING and after.verb_form and not after.negative else None


def is_only_told(scene: Scene, p: Predicate) -> bool:
    """Is it no charge: a blow told in passing ("saldırılar düzenleyen uçakların"), or one that is only feared or would be?"""
    if not p.form.verb_form:
        return False
    passing = p.form.suffix == "an" and bool(scene.rules.charges[p.frame.rule].get("neutral"))
    if passing or p.form.verb_form != "verbal_noun":
        return passing
    sentence = around(scene.layout, scene.layout.tokens[p.head])
    return is_feared(scene, p, sentence) or would_be(scene, p, sentence)


def last_attacker(scene: Scene, source: list[Party]) -> list[Party]:
    """Who did the last hostile deed told of that struck this side ("bu eylem cevapsız kalmayacak")."""
    for deed in reversed(scene.deeds):
        if deed.type in HOSTILE and any(akin(t, s) for t in deed.target for s in source):
            return [Party(d.actor, d.span, "inferred") for d in deed.source]
    return []


def told_before(scene: Scene, p: Predicate, low: int, sentence: Sentence, statement: Statement) -> list[Party]:
    """Of whom the same speaker told before in the sentence, where this clause has no subject ("X'in … reddettiğini savunan Z, … tehdit ettiğini")."""
    layout, mentions = scene.layout, scene.mentions
    if statement.mode != "indirect" or p.form.suffix != "dik" or p.passive:
        return []
    if genitives(layout, mentions, low, p.first, strict=True)[0]:
        return []
    opener = mentions.at(sentence.first)
    before = scene.statements.at(layout.tokens[sentence.first].start)
    if opener is None or opener.last >= low or part(layout, mentions, opener) != "gen" or before is None or before is statement:
        return []
    same = before.mode == "indirect" and [key(s.actor) for s in speaker(before)] == [key(s.actor) for s in speaker(statement)]
    return actors(scene, [opener]) if same and statement.span.start - before.span.end < NEAR_SAID else []


def names_the_blow(scene: Scene, p: Predicate, low: int) -> bool:
    """Is it a blow known from before that is called so ("saldırıyı … ihlali olarak", "saldırıların … tehdit oluşturduğunu")?"""
    for at in range(p.first - 1, low - 1, -1):
        token = scene.layout.tokens[at]
        if token.form.lemma in scene.rules.blows and token.form.case in ("acc", "gen") and not token.capital:
            bare = not token.form.possessive or token.form.number == "pl"
            return bare and (at == low or stands_bare(scene, scene.layout.tokens[at - 1]))
    return False


def whose_that(scene: Scene, p: Predicate, low: int) -> list[Party]:
    """Whose thing is judged that was told of as his right before ("X'in kararına ilişkin, “Bu karar kabul edilemez” dedi")."""
    at = judged(scene, p, low)
    if at < 0:
        return []
    tokens, lemma = scene.layout.tokens, scene.layout.tokens[at].form.lemma
    for before in range(low - 1, max(low - TOLD_NEAR, 0), -1):
        form = tokens[before].form
        if form.lemma == lemma and form.possessive.startswith("3") and not form.verb_form:
            sentence = scene.layout.sentences[tokens[before].sentence]
            owners = genitive(scene.layout, scene.mentions, sentence.first, before, strict=True)
            return [Party(t.actor, t.span, "inferred") for t in actors(scene, owners) if public(scene, t.actor)]
    return []


def judged(scene: Scene, p: Predicate, low: int) -> int:
    """The bare noun that opens the words of a verdict as its subject ("bu karar", "kararın"); -1 where none does."""
    for token in scene.layout.tokens[low : min(low + 4, p.first)]:
        form = token.form
        if form.lemma in scene.rules.made or form.lemma in scene.rules.blows:
            bare = not form.possessive and form.case in ("nom", "gen") and not token.capital
            return token.index if bare and (token.index == low or stands_bare(scene, scene.layout.tokens[token.index - 1])) else -1
    return -1


def charges(scene: Scene, p: Predicate) -> bool:
    """Do the words charge somebody here, as their rule asks?"""
    wants = scene.rules.charges[p.frame.rule]
    if wants.get("verdict") and not is_verdict(scene.layout, p) and not named_as(scene.layout, scene.mentions, p):
        return False
    if "duty" in wants and is_duty(scene.layout, p.first):
        return False
    if wants.get("future"):
        return is_announced(p) and p.reach == p.head and p.form.negative == bool(wants.get("left"))
    if attributive(scene.layout, p, wants) or not is_real(scene.layout, p, wants):
        return False
    return "of" not in wants or has_word(scene.layout, wants["of"], p.first - 4, p.head)


def is_announced(p: Predicate) -> bool:
    """Is it told as what is sure to come ("ödeyecek", "öder")?"""
    form = p.form
    return form.tense == "fut" or form.suffix == "acak" or (form.tense == "aor" and form.verb_form == "finite" and form.person.startswith("3"))


def is_real(layout: Layout, p: Predicate, wants: dict[str, Any]) -> bool:
    """Is the wrong told as done, or (lacking) what should be done as not done?"""
    if wants.get("lacking"):
        return p.form.negative and not impossible(p.form) and not is_to_be(p.form) and not follows(layout, p.last, IN_CASE)
    return bool(wants.get("impossible")) == impossible(p.form) and not unreal(layout, p)


def attributive(layout: Layout, p: Predicate, wants: dict[str, Any]) -> bool:
    """Does it only qualify a noun ("işgal ettiği topraklar", "sorumlu politika")?"""
    if p.last >= len(layout.tokens) or layout.tokens[p.last].form.pos not in ("NOUN", "ADJ") or layout.tokens[p.last].form.verb_form:
        return False
    if p.reach > p.head and wants.get("crime"):
        return False  # "işlediği suçların"
    if wants.get("verdict"):
        return not p.form.copula and not p.form.possessive
    broken = bool(wants.get("breaks")) and p.form.suffix == "dik"  # "ihlal ettiği hususlar": they are broken all the same
    return p.participle and p.form.case == "nom" and not broken


def unreal(layout: Layout, p: Predicate) -> bool:
    """Is the wrong denied, wished away or yet to come ("ihlal etmemesi", "ihlal ederse", "ihlal değil")?"""
    form = p.form
    if impossible(form):
        return False
    if form.suffix == "ma" and is_only_wished(layout, p):
        return True
    if form.verb_form in ("", "verbal_noun") and follows(layout, p.last, IN_CASE):
        return True  # "saldırması halinde"
    return form.negative or is_to_be(form) or form.suffix == "madan" or follows(layout, p.last, NOT)


def is_only_wished(layout: Layout, p: Predicate) -> bool:
    """Is it what somebody asks of another, or aims at ("vurmasını | söyledi", "engelleme | yönündeki hedefini")?"""
    if p.last >= len(layout.tokens):
        return False
    after = layout.tokens[p.last]
    return after.low in TOWARDS or (p.form.case == "acc" and after.form.lemma in BIDDING)


def is_to_be(form: Form) -> bool:
    """Is it only to come, or a condition?"""
    return form.suffix == "acak" or form.tense in ("cond", "fut", "nec") or form.copula == "cond"


def impossible(form: Form) -> bool:
    """ "kabul edilemez"."""
    return form.negative and form.passive


def charged(scene: Scene, p: Predicate, low: int, sentence: Sentence, statement: Statement) -> list[Mention]:
    """Whose deed it is: subject of the verb, owner of the noun, else the first of whom something is said; never whose rights are hurt."""
    layout, mentions = scene.layout, scene.mentions
    if named := named_as(layout, mentions, p):
        return named
    if is_called(layout, p):
        return called_so(layout, mentions, p, low, statement)
    if (begun := begins(layout, p) or tries(layout, p)) is not None and begun.suffix == "dik":
        return genitive(layout, mentions, low, p.last, strict=True)  # "X'in (Y'nin planını) ihlal etmeye | başladığını"
    if begun is not None and begun.verb_form == "finite":
        return grammatical_subject(layout, mentions, p, low, sentence.last)  # "X ateşkesi bozmaya | çalışıyor"
    if p.form.verb_form and not p.passive and not is_nominalised(p):
        return grammatical_subject(layout, mentions, p, low, sentence.last) or whose_thing(layout, mentions, p, low)
    if p.passive and not impossible(p.form):
        return by_agent(layout, mentions, low, p.first)
    if statement.mode == "indirect" and p.form.possessive == "3pl" and p.form.verb_form and not has_doer(layout, mentions, p, low):
        return []  # "(X'in gemisini) vurduklarını": the speaker's own
    if is_mere_attribute(layout, p):
        return beside_noun(layout, mentions, p)
    if deed := of_deed(layout, mentions, p, low):
        return deed
    found = genitive(layout, mentions, low, p.first, strict=not p.form.verb_form)
    found = found or by_agent(layout, mentions, low, p.first) or of_relative(layout, mentions, p, low)
    found = of_settled(layout, mentions, p, found) or done_between(layout, mentions, p, low)
    found = found or beside_noun(layout, mentions, p)
    if not found and p.form.copula and not p.form.verb_form:
        found = nominative(layout, mentions, low, p.first)
    broken = breaks(scene, p) or (bool(found) and isinstance(found[0].entity, Organisation))  # a body's decision is no doing of its
    if found and not hurt(scene, found[0], broken, bool(p.form.verb_form)):
        return found
    return first_told(scene, p, low, statement) if is_verdict(layout, p) else []


def is_mere_attribute(layout: Layout, p: Predicate) -> bool:
    """Does it qualify a thing that nobody has ("yasa dışı geçişlerin")?"""
    if p.form.verb_form or (p.form.possessive.startswith("3") and p.form.case not in ("nom", "")) or p.form.copula or p.last >= len(layout.tokens):
        return False
    noun = layout.tokens[p.last].form
    return (noun.suffix == "is" or (noun.pos == "NOUN" and not noun.verb_form)) and not noun.possessive and noun.case not in ("nom", "")


def named_as(layout: Layout, mentions: Mentions, p: Predicate) -> list[Mention]:
    """Who is named as what the noun says: "(saldırının) sorumlusunun X olduğunu", "(saldırının) arkasında X'in olduğunu"."""
    mention = mentions.at(p.last) if p.last < len(layout.tokens) and not p.form.verb_form and p.form.possessive else None
    if mention is None or mention.first != p.last or mention.last >= len(layout.tokens):
        return []
    if p.form.case == "nom":  # "(saldırının) tek sorumlusu | X'tir"
        return [mention] if layout.tokens[mention.last - 1].form.copula or layout.tokens[mention.last].text in (".", "!") else []
    if p.form.case not in ("gen", "loc"):
        return []
    wanted = "nom" if p.form.case == "gen" else "gen"
    return [mention] if part(layout, mentions, mention) == wanted and layout.tokens[mention.last].form.lemma in ("ol", "bulun") else []


def is_called(layout: Layout, p: Predicate) -> bool:
    """Is it what somebody is called: a noun before "olarak" with no owner before it, but one in the accusative or left out?"""
    return not p.form.verb_form and p.last < len(layout.tokens) and any(t.low in CALLED for t in layout.tokens[p.last : p.last + 2])


def called_so(layout: Layout, mentions: Mentions, p: Predicate, low: int, statement: Statement) -> list[Mention]:
    """Who is called what the noun says ("X'i gerilimin kaynağı olarak nitelendirdi"), by the speaker himself: his cue follows."""
    cue = layout.token_at(statement.cue.start) if statement.cue is not None else -1
    if not p.last < cue <= p.last + 1 + (layout.tokens[p.last].kind == "punct"):
        return []
    return next(([m] for m in reversed(mentions.within(low, p.first)) if m.actor and part(layout, mentions, m) in ("acc", "gen", "modifier")), [])


def whose_thing(layout: Layout, mentions: Mentions, p: Predicate, low: int) -> list[Mention]:
    """Whose thing is the subject of a finite verb that has an object of its own ("X'in iddiaları | gerçeği yansıtmıyor")."""
    first = next(iter(mentions.within(low, p.first)), None)
    if first is None or first.first > low + 1 or part(layout, mentions, first) != "gen" or not p.finite:
        return []
    for at in range(first.last, min(first.last + 4, p.head)):
        form = layout.tokens[at].form
        if form.verb_form or layout.tokens[at].kind != "word":
            return []
        if any(f.possessive.startswith("3") and f.case == "nom" for f in layout.tokens[at].forms):
            has_object = any(f.case in ("acc", "dat") and not f.verb_form for t in layout.tokens[at + 1 : p.head] for f in t.forms)
            return [first] if has_object else []
    return []


def has_doer(layout: Layout, mentions: Mentions, p: Predicate, low: int) -> bool:
    """Is the doer of a "-dıkları" told by a genitive of many, no single state that owns the object ("X'in gemisini | vurduklarını")?"""
    found = genitive(layout, mentions, low, p.first, strict=True)
    many = any(t.form.number == "pl" and t.form.case == "gen" for t in layout.tokens[low : p.first])
    return bool(found) and (many or len(found) > 1 or not isinstance(found[0].entity, State))


def of_deed(layout: Layout, mentions: Mentions, p: Predicate, low: int) -> list[Mention]:
    """The doer of the deed that a verdict is passed on ("X'in … atamasının kabul edilemez olduğunu")."""
    for at in range(p.first - 1, max(low, p.first - 3), -1):
        form = layout.tokens[at].form
        if form.suffix == "ma" and form.case == "gen" and form.possessive.startswith("3") and not form.passive:
            return genitive(layout, mentions, low, at, strict=True)
    return []


def done_between(layout: Layout, mentions: Mentions, p: Predicate, low: int) -> list[Mention]:
    """Those between whom the thing is done that is called so ("X ile Y arasında yapılacak | tatbikatın “savaş provası” olduğunu")."""
    for mention in reversed(mentions.within(low, p.first)):
        if mention.last < p.first and layout.tokens[mention.last].low in ("arasında", "arasındaki"):
            joined = not any(t.form.verb_form in ("finite", "converb") for t in layout.tokens[mention.last : p.first])
            return conjuncts_before(layout, mentions, mention, low - 1) if joined else []
    return []


def of_settled(layout: Layout, mentions: Mentions, p: Predicate, found: list[Mention]) -> list[Mention]:
    """Whose thing a verdict is told of, where its owner stands right before it ("Y'nin, | X yerleşimlerinin yasa dışı olduğunu")."""
    at = p.first - 1
    if p.form.verb_form or not found or at <= found[-1].last or layout.tokens[found[-1].last].text != ",":
        return found
    owner = mentions.at(at - 1) if layout.tokens[at].form.case == "gen" and layout.tokens[at].form.possessive else None
    return [owner] if owner is not None and owner.last == at else found


def of_relative(layout: Layout, mentions: Mentions, p: Predicate, low: int) -> list[Mention]:
    """The one subject of a verb and of what its object is told by ("X'in verdiği | sözleri tutmadığını")."""
    at = p.first - 1
    if at <= low or not p.form.verb_form or layout.tokens[at].form.suffix != "dik" or not layout.tokens[at].form.possessive.startswith("3"):
        return []
    return genitive(layout, mentions, low, at, strict=True)


def breaks(scene: Scene, p: Predicate) -> bool:
    """Does the wrong break something, whose owner is no doer?"""
    return bool(scene.rules.charges[p.frame.rule].get("breaks"))


def beside_noun(layout: Layout, mentions: Mentions, p: Predicate) -> list[Mention]:
    """ "İsrail saldırganlığı": the name right before the noun."""
    mention = mentions.at(p.first - 1) if p.first and not p.form.verb_form else None
    return [mention] if mention is not None and mention.last == p.first and part(layout, mentions, mention) == "modifier" else []


def is_verdict(layout: Layout, p: Predicate) -> bool:
    """Is something called that: "kabul edilemez", "aykırıdır", "ihlal olduğu", "“barbarlık” olarak"?"""
    if impossible(p.form) or p.form.copula:
        return True
    after = [t.form.lemma for t in layout.tokens[p.last : p.last + 3] if t.kind == "word"][:1]
    ends = p.last < len(layout.tokens) and layout.tokens[p.last].text in (".", "!", "…")
    such = p.last < len(layout.tokens) and layout.tokens[p.last].low == "bir"  # "tehlikeli | bir tırmanış olarak"
    called = p.last < len(layout.tokens) and any(t.low in CALLED for t in layout.tokens[p.last : p.last + 2 + such])
    return not p.form.verb_form and (ends or called or after == ["ol"] or is_joined_verdict(layout, p.last))


def is_joined_verdict(layout: Layout, at: int) -> bool:
    """Does another verdict follow with the copula of both ("haksız | ve asılsızdır")?"""
    return at + 1 < len(layout.tokens) and layout.tokens[at].low == "ve" and bool(layout.tokens[at + 1].form.copula)


def first_told(scene: Scene, p: Predicate, low: int, statement: Statement) -> list[Mention]:
    """The first of whom, or of whose deed, something is said; words in marks inside a reported clause belong to it."""
    layout, mentions = scene.layout, scene.mentions
    quote = layout.tokens[p.head].speech
    for mention in mentions.within(low, p.first):
        told = statement.mode == "indirect" or layout.tokens[mention.first].speech == quote
        told = told and not is_governed(layout, mentions, mention)
        if told and part(layout, mentions, mention) in ("gen", "modifier") and not hurt(scene, mention, breaks(scene, p), bool(p.form.verb_form)):
            return [mention]
    return []


# DEMANDS AND REFUSALS


def words_of_will(scene: Scene) -> list[Deed]:
    """The demands and refusals among all that is said."""
    found: list[Deed | None] = []
    for at in scene.layout.bearing(WILLING):
        token = scene.layout.tokens[at]
        form = token.form
        if form.tense == "nec" or is_bidding(scene.layout, token) or is_bound(scene.layout, token):
            found.append(by_demand(scene, token))
        elif form.negative and is_condition(scene.layout, token):
            found.append(by_condition(scene, token))
        elif is_no_will(scene.layout, token):
            found.append(by_refusal(scene, scene.layout.tokens[at - 2]))
        elif form.negative and is_to_come(form):
            found.append(by_refusal(scene, token))
    return [deed for deed in found if deed is not None]


def is_condition(layout: Layout, token: Token) -> bool:
    """Is it on condition that somebody does not do it ("kabul etmezse", "etmemesi halinde", "değiştirmediği sürece")?"""
    form, after = token.form, layout.tokens[min(token.index + 1, len(layout.tokens) - 1)].low
    if form.suffix in ("ma", "dik") and form.possessive.startswith("3"):
        return after in (UNLESS if form.suffix == "ma" else AS_LONG)
    return form.verb_form == "finite" and (form.copula == "cond" or form.tense == "cond") and (form.person or "3sg").startswith("3")


def by_condition(scene: Scene, token: Token) -> Deed | None:
    """A THREATEN of the speaker to who does not do what he wants ("X kabul etmezse karşılık vereceğiz", "X'in … etmemesi halinde açılmayacak")."""
    statement = scene.statements.at(token.start)
    if statement is None or not statement.speakers or token.form.passive or not follows_from_it(scene, token, statement):
        return None
    low = max(around(scene.layout, token).first, scene.layout.token_at(statement.span.start))
    told = genitive(scene.layout, scene.mentions, low, token.index, strict=True) if token.form.suffix == "ma" else []
    told = told or nominative(scene.layout, scene.mentions, low, token.index) or leading_state(scene, low, token.index)
    source = sayers(scene, statement)
    target = [t for t in actors(scene, told) if public(scene, t.actor) and all(not akin(t, s) for s in source) and not is_parties(scene, t)]
    span = Span(token.start, token.end)
    return done_by_saying("THREATEN", statement, source, target, span, scene.rules.refusal, "what follows if another does not do something")


def follows_from_it(scene: Scene, token: Token, statement: Statement) -> bool:
    """Is what the speaker's side will do then, or what will be done, told behind the condition?"""
    for after in scene.layout.tokens[token.index + 1 : token.index + CONSEQUENCE]:
        form = after.form
        if after.start >= statement.span.end:
            return False
        if form.tense == "fut" or form.suffix == "acak":
            own = form.person == "1pl" or form.possessive == "3pl"
            return own or (form.passive and form.negative)
        if form.verb_form == "finite":
            return False
    return False


def is_no_will(layout: Layout, token: Token) -> bool:
    """Is what the word two before tells said to be out of the question ("kabul etmemiz mümkün | değil", "kabul etmelerinin mümkün | olmadığını")?"""
    if token.index < 2 or layout.tokens[token.index - 1].low not in ("mümkün", "imkansız"):
        return False
    verb = layout.tokens[token.index - 2].form
    return (token.low in NO_WILL or token.form.negative) and verb.suffix == "ma" and not verb.negative and verb.possessive in ("1pl", "3pl")


def is_bidding(layout: Layout, token: Token) -> bool:
    """Does a speaker bid another do it, where the clause ends ("… saldırılarına son versin.", not "ister … olsun")?"""
    form, after = token.form, layout.tokens[min(token.index + 1, len(layout.tokens) - 1)]
    if form.tense != "imp" or form.person != "3sg" or form.verb_form != "finite" or token.speech < 0:
        return False
    return form.lemma not in ("ol", "bil") and after.kind == "punct"


def is_bound(layout: Layout, token: Token) -> bool:
    """Must somebody do it ("saldırılarını durdurmak | zorundadır", "durdurmak | zorunda olduğunu")?"""
    if token.low not in BOUND or token.index == 0 or layout.tokens[token.index - 1].form.suffix != "mak":
        return False
    after = layout.tokens[token.index + 1] if token.index + 1 < len(layout.tokens) else token
    return token.low.endswith(("dır", "dir")) or after.kind == "punct" or (after.form.lemma == "ol" and after.form.suffix == "dik")


def by_demand(scene: Scene, token: Token) -> Deed | None:
    """A REQUEST of the speaker to whom he names as the one who must do something ("İsrail saldırılarını durdurmalı")."""
    statement = scene.statements.at(token.start)
    if statement is None or not statement.speakers or not token.form.person.startswith("3") or must_be_passive(token) or is_attribute(scene, token):
        return None
    sentence = around(scene.layout, token)
    low = max(sentence.first, scene.layout.token_at(statement.span.start))
    told = nominative(scene.layout, scene.mentions, low, token.index) or leading_state(scene, low, token.index)
    if not told and token.low in BOUND:
        told = genitive(scene.layout, scene.mentions, low, token.index, strict=True)
    asked = [t for t in actors(scene, told) if public(scene, t.actor)] or demanded_of(scene, low, token.index)
    asked = asked or spoken_to(scene, statement, low, token.index)
    source = sayers(scene, statement)
    asked = [t for t in asked if all(not akin(t, s) for s in source) and not is_parties(scene, t)]
    return done_by_saying("REQUEST", statement, source, asked, Span(token.start, token.end), scene.rules.demand, "a demand by what is said")


def spoken_to(scene: Scene, statement: Statement, low: int, high: int) -> list[Party]:
    """To whom it is said that his side must do it ("“Hükümetiniz gerekeni yapmalı” dedi"): the addressee."""
    near = scene.layout.tokens[low : min(low + 3, high)]
    yours = any(t.form.possessive == "2pl" and t.form.case == "nom" and t.form.lemma in DELEGATES | {"ülke"} for t in near)
    return as_actors(scene, [Party(statement.addressee, statement.span, "inferred")]) if yours and statement.addressee is not None else []


def is_attribute(scene: Scene, token: Token) -> bool:
    """Is it an adjective before its noun ("tartışmalı başlığın")?"""
    after = scene.layout.tokens[token.index + 1] if token.index + 1 < len(scene.layout.tokens) else token
    return after.index > token.index and after.form.pos in ("NOUN", "ADJ") and after.speech == token.speech


def leading_state(scene: Scene, low: int, high: int) -> list[Mention]:
    """The state that opens a demand before its own object ("Liberya askerlerini çekmelidir")."""
    mention = scene.mentions.at(low)
    if mention is None or not isinstance(mention.entity, State) or mention.case != "nom" or mention.last >= high:
        return []
    after = scene.layout.tokens[mention.last]
    may_be = any(f.case == "acc" for f in after.forms) and after.form.lemma not in DELEGATES | {"halk"}
    return [mention] if after.form.case == "acc" or may_be else []


def is_to_come(form: Form) -> bool:
    return form.tense in ("fut", "prog", "aor") or form.suffix == "acak"


def by_refusal(scene: Scene, token: Token) -> Deed | None:
    """A REJECT of the speaker: what he says his side will not do with or for another ("X ile müzakere etmeyeceğiz")."""
    statement = scene.statements.at(token.start)
    if statement is None or not statement.speakers or not is_own(scene, statement, token) or not is_refused(scene, token):
        return None
    source = sayers(scene, statement)
    target = refused_ones(scene, token, statement, source)
    return done_by_saying("REJECT", statement, source, target, Span(token.start, token.end), scene.rules.refusal, "a refusal by what is said")


def is_own(scene: Scene, statement: Statement, token: Token) -> bool:
    """Does the speaker tell what he himself will not do: first person, or in a reported clause "-meyeceklerini", "-meyeceğini" of no other?"""
    form = token.form
    if statement.mode == "direct":
        return form.person == "1pl" or form.possessive == "1pl"
    if form.possessive == "3sg" and form.suffix == "acak" and refusal(scene, token) & SHUNNING:
        low = scene.layout.token_at(statement.span.start)
        return not any(t.form.case == "gen" for t in scene.layout.tokens[low : token.index])
    return form.possessive in ("3pl", "1pl")


def is_refused(scene: Scene, token: Token) -> bool:
    return any(words in scene.rules.refused for words in refusal(scene, token))


def refusal(scene: Scene, token: Token) -> set[str]:
    """The verb, alone and with the word before it."""
    before, lemma = scene.layout.tokens[token.index - 1].form.lemma if token.index else "", stem(token.form)
    return {lemma, f"{before} {lemma}"}


def refused_ones(scene: Scene, token: Token, statement: Statement, source: list[Party]) -> list[Party]:
    """Whom it is refused: the nearest other actor before the verb, in any role but the subject's."""
    low = max(scene.layout.token_at(statement.span.start), token.index - 20)
    for mention in reversed(scene.mentions.within(low, token.index)):
        stands = part(scene.layout, scene.mentions, mention)
        if stands != "nom" and not (stands == "loc" and token.form.lemma in ("ver", "et")):  # "Gazze'de … izin vermeyeceğiz"
            found = [t for t in actors(scene, [mention]) if public(scene, t.actor) and all(not akin(t, s) for s in source)]
            if found:
                return found
    return []
