"""Who does what to whom around a predicate of meetings and acts: doers, those done to, partners, and actors in general.

Voice and verb form decide where the doer stands: nominative before a finite verb or converb, genitive before a
nominalised one, after a participle, "tarafından" with a passive, or left out (then the last sentence's subject).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.languages import word_list
from tutanak.mentions.model import Actor, Entity, Mention, Mentions, Organisation, Person, Place, State, Unnamed
from tutanak.records.frames import (
    BRACKETED,
    TEAMS,
    Frames,
    Predicate,
    chain_end,
    conjunct,
    match_ahead,
    match_at,
    match_parted,
    modified,
    owner_of,
    role,
    root_of,
)
from tutanak.records.grammar import AGENDA, BETWEEN, BUT, CONCERNING, FEASIBLE, NONE, NOT, PREVENTED, UNSURE, WITH, is_able
from tutanak.records.model import Statement
from tutanak.records.possessors import only_tells_whose
from tutanak.records.subjects import main_subject
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Sentence, Token, first_from
from tutanak.text.nouns import is_bare

PARTS_OF_TIME: Final = frozenset(("sonu", "günü", "gecesi", "akşamı", "sabahı"))
TURNS: Final = BUT | {"oysa", "lakin", "halde", "rağmen", "karşın"}
NO_CUTS: Final = frozenset(("olarak", "geçtiğimiz"))  # "geçtiğimiz günlerde" is a time
DUTY: Final = 10  # words before "sorumlu" among which what it is of may stand
DUTIES: Final = word_list("positions", "duties")
LIGHT_LEMMAS: Final = frozenset(("et", "ol", "er"))
LIGHT_NOUNS: Final = frozenset(("askı", "raf"))  # "askıya aldı", "rafa kaldırdı"
CONJUNCTIONS: Final = frozenset(("ve", "ile", "veya", "-", "–"))
# Before the next name of a list: "hem A hem de B", "A, ardından B".
STEPS: Final = frozenset(("hem", "de", "da", "ardından", "sonra", "daha", "sonrasında"))
AMONG: Final = ("lardan", "lerden", "larından", "lerinden")
SOURCES: Final = word_list("reporting", "sources")
MANNERS: Final = frozenset(("takdirle", "memnuniyetle", "endişeyle", "kaygıyla", "şiddetle", "şaşkınlıkla", "üzüntüyle"))
INTENTS: Final = word_list("actors", "intents")
SOIL: Final = word_list("actors", "soil")
AIMED: Final = frozenset(("yönelik", "dönük", "karşı"))
DELEGATES: Final = word_list("actors", "delegates")
AUTHORITIES: Final = word_list("actors", "authorities")
TIMES: Final = word_list("dates", "time_nouns")
SOON: Final = word_list("dates", "soon")
KIN: Final = word_list("actors", "kin")

# Nouns of place and respect: the noun before them has them, no owner further off ("adalar üzerinde", "bu konuda güvenlik konusunda").
BEHIND_NOUN: Final = frozenset((
    "üzerinde", "üzerindeki", "üzerinden", "üzerine", "içinde", "içindeki", "altında", "altındaki", "konusunda", "konusundaki", "hususunda",
    "hakkında", "meselesinde", "meselesindeki", "yönünde", "yönündeki", "çerçevesinde", "kapsamında", "kapsamındaki", "nedeniyle", "sebebiyle",
    "amacıyla", "vesilesiyle",
))  # fmt: skip

# Words after the name of an event that places another in time ("NATO Zirvesi öncesinde").
BESIDE_EVENT: Final = frozenset(("öncesinde", "sonrasında", "sırasında", "esnasında", "marjında", "kapsamında", "çerçevesinde", "vesilesiyle"))
BEHIND_EVENT: Final = BESIDE_EVENT | {"sonrası", "öncesi", "sonucu", "sonucunda", "nedeniyle", "sebebiyle", "üzerine", "ardından"}

ORIGIN: Final = word_list("actors", "origin")
MEMBERS: Final = word_list("actors", "members")
LED: Final = TEAMS | word_list("actors", "governments")
MORE: Final = 20  # words within which another clause is asked for


@mypyc_attr(acyclic=True)
class Party:
    """An actor in a role, with the words that name it and how they prove it."""

    __slots__ = ("actor", "how", "span")

    def __init__(self, actor: Actor, span: Span, how: str = "derived") -> None:
        self.actor = actor
        self.span = span
        self.how = how


def everywhere(layout: Layout, frames: Frames) -> list[Predicate]:
    """All predicates of the article, in and outside quotations, in one pass, in text order."""
    found: list[Predicate] = []
    for at in layout.bearing(frames.sign):
        predicate = match_at(layout, frames, at, around(layout, layout.tokens[at]).first)
        if frames.ahead and (predicate is None or (predicate.participle and predicate.first == predicate.head)):
            predicate = match_ahead(layout, frames, at) or predicate
        if frames.parted and (predicate is None or (predicate.first == predicate.head and predicate.reach == predicate.head)):
            predicate = match_parted(layout, frames, at, around(layout, layout.tokens[at]).first) or predicate
        if predicate is not None:
            append(found, predicate)
    return found


def append(found: list[Predicate], predicate: Predicate) -> None:
    """Add a predicate; it swallows those among its words ("anlaşma" of "anlaşma imzaladı") unless its noun is another's ("imzalanan anlaşma")."""
    bare = predicate.first == predicate.head
    if bare and found and found[-1].head < predicate.head <= found[-1].reach:
        return  # "düzenlediği | karşı saldırılar" too
    while found and found[-1].reach >= predicate.begins and not is_another_deed(found[-1], predicate):
        found.pop()
    found.append(predicate)


def is_another_deed(told: Predicate, predicate: Predicate) -> bool:
    """Is the noun another deed's object, told with its doer ("X'in uyguladığı | ambargonun kaldırılmasını", "X'in | saldırılarını durdurmasını")?"""
    if predicate.frame.wants.get("ends"):
        return told.first == told.head == predicate.first
    return told.head < predicate.first and is_object_relative(told) and predicate.passive and is_nominalised(predicate)


def around(layout: Layout, token: Token) -> Sentence:
    """The smallest sentence that holds the token: of its quotation, else of the article."""
    return sentence_beyond(layout, token, token.index)


def sentence_beyond(layout: Layout, token: Token, at: int) -> Sentence:
    """The smallest sentence that holds the token and goes on behind token `at`: of its quotation or one around that, else of the article."""
    level = token.speech
    while level >= 0:
        sentence = next((s for s in layout.inner.get(level, ()) if token.index < s.last), None)
        if sentence is not None and at < sentence.last:
            return sentence
        level = layout.quotations[level].parent
    return layout.sentences[token.sentence]


def is_prevented(layout: Layout, at: int) -> bool:
    """Do the words from token `at` say of the nominalised deed before it that it is kept from happening, or cannot be ("saldırması | önlendi")?"""
    for token, after in pairwise(layout.tokens[at : at + 4]):
        if token.form.lemma in PREVENTED and token.form.verb_form:
            return not token.form.negative and not is_able(token.low)
        if token.form.lemma in FEASIBLE:
            return after.form.negative or after.low in NONE | NOT or after.low.startswith(("değil", "bulunma"))
        if token.form.verb_form:
            return False
    return False


def is_unsure(layout: Layout, at: int) -> bool:
    """Do the words from token `at` say of the nominalised deed before it that it is but possible, needed or thought of ("görüşmesi | gündemde")?"""
    words = [t.low for t in layout.tokens[at : at + 2]]
    return words == ["söz", "konusu"] or (bool(words) and words[0] in UNSURE | AGENDA)


def is_duty(layout: Layout, at: int) -> bool:
    """Do the words before token `at` tell of what somebody is in charge ("çalışmalardan X'in | sorumlu olduğunu")?"""
    for token in reversed(layout.tokens[max(at - DUTY, 0) : at]):
        if token.form.case == "abl":
            return any(form.lemma in DUTIES for form in token.forms)
        if token.kind == "punct" or token.form.verb_form == "finite":
            return False
    return False


def state_of(actor: Entity) -> str | None:
    """The code of the state that an actor or place belongs to."""
    return actor.id if isinstance(actor, State) else actor.state


def key(actor: Actor) -> str:
    """What makes two actors the same party: the object's id, or the words of an unnamed one."""
    return "~" + actor.text if isinstance(actor, Unnamed) else actor.id


class States:
    """States as actors by their code: those the article names, and those that its places and people stand for."""

    __slots__ = ("known",)

    def __init__(self, mentions: Mentions) -> None:
        self.known = {s.id: s for s in mentions.states}

    def of(self, code: str) -> State:
        found = self.known.get(code)
        if found is None:
            found = self.known[code] = State(code, code, ())
        return found

    def of_place(self, entity: Entity) -> State | None:
        code = state_of(entity)
        return self.of(code) if code is not None else None


def parties(found: list[Mention], how: str = "derived") -> list[Party]:
    """The actors that mentions name, each once."""
    told: list[Party] = []
    for mention in found:
        for entity in mention.entities:
            if not isinstance(entity, Place) and all(p.actor is not entity for p in told):
                told.append(Party(entity, mention.span, how))
    return told


def is_object_relative(predicate: Predicate) -> bool:
    """ "gördüğü, göreceği": the participle's possessive is its subject, which stands in the genitive."""
    return predicate.participle and (predicate.form.suffix == "dik" or bool(predicate.form.possessive))


def is_nominalised(predicate: Predicate) -> bool:
    """Has it a genitive subject: "görüşmesi", "görüştüğü", or a noun ("görüşmek" has the subject of the verb above)?"""
    form = predicate.form
    return (form.verb_form == "verbal_noun" and bool(form.possessive)) or is_object_relative(predicate) or not form.verb_form


def part(layout: Layout, mentions: Mentions, mention: Mention) -> str:
    """The role of a mention, or that of the people who stand for it ("Rusya ve Ukrayna heyetleri", "NATO liderleriyle")."""
    found = mentions.parts.get(mention)
    if found is None:
        found = mentions.parts[mention] = part_of(layout, mentions, mention)
    return found


def part_of(layout: Layout, mentions: Mentions, mention: Mention) -> str:
    team = team_form(layout, mention.last) if mention.case == "nom" else None
    if team is not None:
        return stands_as(layout, mention.last + 1, team)
    found = role(layout, mentions, mention)
    if found == "equ":
        return "agent"  # "Bakanlığınca"
    if mention.last < len(layout.tokens) and layout.tokens[mention.last].low in ORIGIN:
        return "modifier"
    if isinstance(mention.entity, Person) and found in ("modifier", "nom") and (rule := rule_of(layout, mention.last)) is not None:
        return stands_as(layout, mention.last, rule)
    if found not in ("modifier", "gen", "nom") or isinstance(mention.entity, Person):
        return found
    if found == "nom" and isinstance(mention.entity, Organisation) and layout.tokens[mention.last - 1].form.lemma in DELEGATES:
        return found  # "X ordusu | sağlık ekiplerini engelliyor"
    last = chain_end(layout, mentions, mention)
    for at in range(last.last, min(last.last + 3, len(layout.tokens))):
        form = layout.tokens[at].form
        if mentions.at(at) is not None or form.suffix == "ki" or (found == "nom" and not names_kind(layout.tokens[at])):
            return found
        if (form.lemma in DELEGATES or is_authority(form)) and form.possessive in ("3sg", "3pl"):
            return stands_as(layout, at, form)
    return found


def rule_of(layout: Layout, at: int) -> Form | None:
    """The government told by who leads it ("Cumhurbaşkanı X | yönetiminin")."""
    form = layout.tokens[at].form if at < len(layout.tokens) else None
    return form if form is not None and form.lemma in GOVERNMENTS and form.possessive == "3sg" else None


def is_authority(form: Form) -> bool:
    """Is it one of those who do deeds for a state?"""
    return form.lemma in AUTHORITIES and (form.lemma != "makam" or form.number == "pl")


def team_form(layout: Layout, at: int) -> Form | None:
    """ "X ve ekibinin": the leader with his own."""
    if at + 1 >= len(layout.tokens) or layout.tokens[at].low != "ve":
        return None
    return next((f for f in layout.tokens[at + 1].forms if f.lemma in LED and f.possessive == "3sg"), None)


def has_team(layout: Layout, at: int) -> bool:
    return team_form(layout, at) is not None


def names_kind(token: Token) -> bool:
    """May the word stand between a state and its delegates ("Çad savaş uçakları")?"""
    form = token.form
    return token.kind == "word" and not token.capital and form.pos in ("NOUN", "ADJ") and form.case in ("nom", "", "gen", "acc", "dat", "abl", "ins")


def stands_as(layout: Layout, at: int, form: Form) -> str:
    """The role of delegates by their own ending or the word after them."""
    if form.case == "ins" or (form.case == "nom" and at + 1 < len(layout.tokens) and layout.tokens[at + 1].low in WITH):
        return "partner"
    after = layout.tokens[at + 1].form.lemma if at + 1 < len(layout.tokens) else ""
    agent = form.case == "equ" or (form.case == "nom" and after in ("taraf", "tarafından"))
    return "agent" if agent else form.case


def genitive(layout: Layout, mentions: Mentions, low: int, at: int, strict: bool = False) -> list[Mention]:
    """The genitive subject of what stands at token `at`: the one still open there, else (unless `strict`) the last that a noun took."""
    start = max(low, at - 40)
    if not mentions.within(start, at):
        return []
    open_, taken = genitives(layout, mentions, start, at, strict)
    found = next((m for m in reversed(open_) if m is not None), None) or coordinate(layout, mentions, start, at)
    if found is None and not strict:
        found = taken
    return conjuncts_before(layout, mentions, found, low) if found is not None else []


def genitives(layout: Layout, mentions: Mentions, start: int, at: int, strict: bool) -> tuple[list[Mention | None], Mention | None]:
    """The genitives still open at token `at` (None for a word that is no name), and the last name that a noun took.

    Read from the left, every nominalised verb takes the last genitive before it, and so does a noun that is had, unless the
    verbs to come need it ("Trump’ın İsrail’in saldırılarını durdurmasını istediği": Trump is left for the last verb).
    """
    quote = layout.tokens[at].speech
    verbs = [i for i in range(start, at) if is_taker(layout.tokens[i]) and layout.tokens[i].speech == quote and not is_need(layout, i)]
    verbs = [i for n, i in enumerate(verbs) if n == 0 or not shares(layout, verbs[n - 1], i)]
    if has_taker_behind(layout, at):
        verbs.append(at)  # one more that is to come
    open_: list[Mention | None] = []
    taken: Mention | None = None
    at_home: list[Mention | None] = []
    had = -1
    i = start
    while i < at:
        mention = mentions.at(i)
        if mention is not None and mention.last <= at:
            if open_ and is_spent_on(layout, open_, mention):
                open_.pop()
            owns = layout.tokens[i].speech == quote and part(layout, mentions, mention) == "gen"
            if owns and conjunct(layout, mentions, mention) is None and not lends_account(layout, mention) and not is_listed(layout, mention):
                open_.append(mention)  # of "A ve B'nin" the last alone
            i = after_delegates(layout, mention) if owns and (mention.case != "gen" or has_delegates(layout, mentions, mention)) else mention.last
            continue
        token = layout.tokens[i]
        if token.speech == quote:
            if verbs and verbs[0] == i:
                verbs.pop(0)
                if open_ and not is_aside(layout, open_, i) and not is_asked(layout, mentions, open_, i):
                    open_.pop()
            elif open_ and (is_home(token, open_[-1]) or open_[-1] in at_home):
                at_home = open_[-1:]  # "Rus ordusunun ülkesine (her alanda) yönelik": his who speaks; the owner waits for its verb
            elif had >= 0 and is_had(layout, i) and both_had(layout, had, i):
                had = i  # "egemenliği ve toprak bütünlüğünü": one owner
            elif open_ and is_had(layout, i) and not is_bodys(layout, mentions, i) and takes(layout, open_, len(verbs), i, strict):
                taken = open_.pop() or taken
                had = i
            elif open_ and open_[-1] is None and token.form.lemma in TIMES and layout.tokens[i - 1].form.case == "gen":
                open_.pop()  # "savaşın başında"
            elif open_ and token.low in BETWEEN and joined_by_with(layout, open_[-1], i):
                open_.pop()
            if token.form.case == "gen" and token.kind == "word":
                open_.append(None)
            if token.low == "," and i - start > 3 and layout.tokens[i - 1].low == "olarak" and layout.tokens[i - 2].low == "ilgili":
                open_.clear()  # "X'in kararının uzatılması ile ilgili olarak, …"
        i += 1
    return open_, taken


def joined_by_with(layout: Layout, owner: Mention | None, at: int) -> bool:
    """Is it the second of two between whom something is ("X ile Y'nin üyeleri | arasındaki görüşme")?"""
    return owner is not None and owner.first > 0 and layout.tokens[owner.first - 1].low == "ile" and at - owner.last <= 8


def is_bodys(layout: Layout, mentions: Mentions, i: int) -> bool:
    """Is it a body's or state's in a compound of its own ("A'nın BM | gözetimindeki görüşmesi")?"""
    beside = mentions.at(i - 1)
    if is_struck(layout, i):
        return beside is not None and beside.last == i and beside.case != "gen" and isinstance(beside.entity, State)
    body = beside if layout.tokens[i].form.suffix == "ki" else None
    return body is not None and body.case == "nom" and isinstance(body.entity, State | Organisation)


def is_struck(layout: Layout, i: int) -> bool:
    """Is it part of a land at which something is aimed ("A'nın B | limanlarına yönelik saldırısı")?"""
    form = layout.tokens[i].form
    return form.case == "dat" and form.lemma in SOIL and i + 1 < len(layout.tokens) and layout.tokens[i + 1].low in AIMED


def takes(layout: Layout, open_: list[Mention | None], verbs: int, i: int, strict: bool) -> bool:
    """Does the noun that is had take the last genitive, or is that left for the verbs to come?"""
    owner = open_[-1]
    if is_set_off(layout, open_, i) or (owner is not None and layout.tokens[i].form.lemma in INTENTS and owner.last == i):
        return True
    if owner is not None and owner.last == i and layout.tokens[i].form.case == "gen":
        return True  # "X'in cesedinin teslim edilmesinin ardından": the verb has a subject of its own
    if owner is None:  # "saldırganların köy sakinlerine ateş açtığını": the compound has its noun, and the clause no other subject
        return len(open_) > verbs + 1 or not is_bare(layout.tokens[i - 1].form)
    return spare(layout, open_, verbs, i, strict) or beside_owner(layout, open_, i)


def is_set_off(layout: Layout, open_: list[Mention | None], i: int) -> bool:
    """Does a comma close the phrase of place that begins with the genitive ("Komisyonun günlük basın toplantısında, …")?"""
    owner = open_[-1]
    if owner is None or layout.tokens[i].form.case != "loc" or i + 1 >= len(layout.tokens) or layout.tokens[i + 1].low != ",":
        return False
    return i - owner.last <= 3 and not any(t.form.verb_form or t.low == "," for t in layout.tokens[owner.last : i])


def is_listed(layout: Layout, mention: Mention) -> bool:
    """Does "ve" join to a description another that is had by the same ("bölge ülkelerinin | ve dünya ekonomisinin")?"""
    if mention.kind != "description" or layout.tokens[mention.last].low != "ve":
        return False
    return any(t.form.case == "gen" and not t.capital for t in layout.tokens[mention.last + 1 : mention.last + 4])


def lends_account(layout: Layout, mention: Mention) -> bool:
    """Is it only where somebody writes ("X şirketinin | sosyal medya platformundaki hesabından")?"""
    words = [t.low for t in layout.tokens[mention.last : mention.last + 4]]
    return isinstance(mention.entity, Organisation) and "sosyal" in words and "medya" in words


def is_spent_on(layout: Layout, open_: list[Mention | None], mention: Mention) -> bool:
    """Does the last genitive tell no more than whose the person, the organ or the place behind it is?"""
    owner = open_[-1]
    if is_his_state(owner, mention) or is_his_own(layout, owner, mention) or is_his_place(open_, mention):
        return True
    if owner is None or not isinstance(owner.entity, Organisation) or not isinstance(mention.entity, Person):
        return False
    between = layout.tokens[owner.last : mention.last]  # "Komisyonun İçişleri ve Göçten Sorumlu Üyesi X"
    return len(between) <= 10 and any(t.low == "sorumlu" for t in between) and not any(t.form.verb_form or t.low == "," for t in between)


def has_taker_behind(layout: Layout, at: int) -> bool:
    """Does a relative clause follow that has a subject of its own ("Y'nin … reddetmesine ilişkin yaptıkları açıklama")?"""
    if at + 1 < len(layout.tokens) and layout.tokens[at].form.suffix == "ma" and layout.tokens[at].form.case in ("acc", "dat"):
        light = layout.tokens[at + 1].form.case == "ins" and layout.tokens[at + 1].low in MANNERS and at + 2 < len(layout.tokens)
        form = layout.tokens[at + 1 + light].form
        if form.suffix == "dik" and form.possessive == "3sg" and not form.passive:
            return True  # "X'in Y'nin … tanımasını | (takdirle) kınadığı"
    at = next((i for i in range(at, min(at + 3, len(layout.tokens))) if layout.tokens[i].form.verb_form == "verbal_noun"), len(layout.tokens))
    if at + 2 >= len(layout.tokens) or layout.tokens[at + 1].low not in CONCERNING:
        return False
    form = layout.tokens[at + 2].form
    return form.suffix == "dik" and form.possessive.startswith("3")


def is_need(layout: Layout, at: int) -> bool:
    """ "üstlenmesi gerektiği": what is needed is the clause before it, nobody's."""
    before = layout.tokens[at - 1].form if at else None
    return layout.tokens[at].form.lemma == "gerek" and before is not None and before.verb_form == "verbal_noun" and before.possessive != ""


def is_home(token: Token, owner: Mention | None) -> bool:
    """Is it a country that no state or body before it can have ("ülkesine")?"""
    return owner is not None and token.form.lemma == "ülke" and bool(token.form.possessive) and isinstance(owner.entity, State | Organisation)


def is_his_state(owner: Mention | None, mention: Mention) -> bool:
    """Does the genitive right before tell no more than whose officer or organ it is ("Küba'nın eski lideri X", "partinin lideri X")?"""
    if owner is None or owner.last != mention.first or not isinstance(mention.entity, Person | Organisation):
        return False
    if isinstance(owner.entity, Organisation):
        return isinstance(mention.entity, Person) and mention.entity.org == owner.entity.name
    return isinstance(owner.entity, State) and mention.entity.state == owner.entity.id


def set_against(layout: Layout, mentions: Mentions, low: int, at: int) -> list[Mention]:
    """The genitive set against another before token `at` ("X'in ise çabalarına destek verdiğini"): the subject, which no noun takes."""
    found = [m for m in mentions.within(low, at) if m.last < at and layout.tokens[m.last].low == "ise" and part(layout, mentions, m) == "gen"]
    return found[-1:]


def is_his_place(open_: list[Mention | None], mention: Mention) -> bool:
    """Does the genitive right before a place tell only where it lies, another being left ("Rusya'nın Ukrayna'nın Sumı kentine saldırısı")?"""
    owner = open_[-1]
    if owner is None or owner.last != mention.first or not isinstance(mention.entity, Place) or not isinstance(owner.entity, State):
        return False
    return mention.entity.state == owner.entity.id or (len(open_) > 1 and mention.entity.state is None)


def is_his_own(layout: Layout, owner: Mention | None, mention: Mention) -> bool:
    """Is the person told by whose he is ("Trump'ın damadı ve danışmanı X'in")?"""
    if owner is None or not isinstance(owner.entity, Person) or not isinstance(mention.entity, Person):
        return False
    between = layout.tokens[owner.last : mention.first]
    return 0 < len(between) <= 4 and all(t.low == "ve" or (t.form.possessive == "3sg" and t.form.case in ("nom", "")) for t in between)


def is_aside(layout: Layout, open_: list[Mention | None], i: int) -> bool:
    """Does the one subject do both ("X'in, Kudüs'e yaptığı ziyaret sırasında … görüştüğü")?"""
    if has_own_subject(layout, i):
        return True
    last = open_[-1]
    inside = last is not None and len(open_) == 1 and layout.tokens[i].form.suffix == "dik" and i + 2 < len(layout.tokens)
    if inside and layout.tokens[i + 1].form.case == "loc" and layout.tokens[i + 2].text == ",":
        return True  # "X'in gazetecilerle yaptığı sohbette, … eleştirdiği"
    return inside and layout.tokens[i + 2].low in BESIDE_EVENT


def is_asked(layout: Layout, mentions: Mentions, open_: list[Mention | None], i: int) -> bool:
    """Is it another's doing that the one open asks for ("X'in | Y'den durmasını istemesi", "X'in | kendisine durmasını söylediğini")?"""
    owner, form = open_[-1], layout.tokens[i].form
    if owner is None or form.case != "acc" or form.suffix != "ma" or form.passive or i + 1 >= len(layout.tokens):
        return False
    if layout.tokens[i + 1].form.lemma == "söyle":
        return any(t.form.case == "dat" and t.form.pos in ("PRON", "PROPN") for t in layout.tokens[owner.last : i])
    asking = layout.tokens[i + 1].form.verb_form or layout.tokens[i + 1].low == "talep" or asks_more(layout, i)
    return bool(asking) and any(m.actor and m.case == "abl" for m in mentions.within(owner.last, i))


def asks_more(layout: Layout, i: int) -> bool:
    """Is another clause asked for beside the one whose verb is token `i` ("durdurmasını, | … çekmesini ve … imzalamasını istediği")?"""
    if layout.tokens[i + 1].low not in (",", "ve"):
        return False
    for token in layout.tokens[i + 2 : i + MORE]:
        form = token.form
        if form.verb_form == "finite" or token.index + 1 >= len(layout.tokens):
            return False
        if form.suffix == "ma" and form.case == "acc" and layout.tokens[token.index + 1].form.verb_form:
            return True
    return False


def has_own_subject(layout: Layout, i: int) -> bool:
    """Is it a passive whose subject is the compound right before it ("kabul merkezi | kurulmasına yönelik"), so that it takes no genitive?"""
    form = layout.tokens[i].form
    if form.suffix != "ma" or not form.passive or form.lemma in LIGHT_LEMMAS or i + 1 >= len(layout.tokens):
        return False
    compound = any(f.pos == "NOUN" and f.possessive == "3sg" and f.case == "nom" for f in layout.tokens[i - 1].forms)
    return compound and layout.tokens[i + 1].low in ("yönelik", "ilişkin", "dair", "için", "amacıyla")


def coordinate(layout: Layout, mentions: Mentions, start: int, at: int) -> Mention | None:
    """The subject of the nominalised clauses before, to which that at token `at` is joined ("X'in geldiğini, … görüştüğünü ve … ayrıldığını")."""
    later = next((t.form for t in layout.tokens[at : at + 4] if is_taker(t)), None)
    if later is None:
        return None
    for i in range(at - 2, start, -1):
        form = layout.tokens[i].form
        if layout.tokens[i + 1].low in ("ve", ",") and is_taker(layout.tokens[i]):
            if (later.suffix, later.case) != (form.suffix, form.case):
                return None
            before = [m for m in mentions.within(start, i) if m.case == "gen"]
            open_, _ = genitives(layout, mentions, start, i, strict=True) if before else ([], None)
            if open_ or not before:
                return next((m for m in reversed(open_) if m is not None), None)
    return None


def both_had(layout: Layout, first: int, second: int) -> bool:
    """Are two things that are had joined ("egemenliği ve toprak bütünlüğü", "bütünlüğü, güvenliği ve istikrarını")?"""
    return second - first <= 4 and layout.tokens[first + 1].low in ("ve", ",") and no_genitive(layout, first, second)


def shares(layout: Layout, first: int, second: int) -> bool:
    """Have two nominalised verbs one subject ("müdahale etmesine ve orada bulunmasına")?"""
    one, other = layout.tokens[first].form, layout.tokens[second].form
    joint = layout.tokens[first + 1].low == "ve" and second - first < 8
    return joint and (one.suffix, one.case, one.possessive) == (other.suffix, other.case, other.possessive) and no_genitive(layout, first, second)


def no_genitive(layout: Layout, first: int, last: int) -> bool:
    return not any(t.form.case == "gen" for t in layout.tokens[first + 1 : last])


def after_delegates(layout: Layout, mention: Mention) -> int:
    """Where those who stand for the mention end ("İsrail savaş uçaklarının")."""
    for at in range(mention.last, min(mention.last + 3, len(layout.tokens))):
        if layout.tokens[at].form.lemma in DELEGATES:
            return at + 1
    return mention.last


def has_delegates(layout: Layout, mentions: Mentions, mention: Mention) -> bool:
    """Do the people of a state stand in the genitive too ("iki ülkenin dışişleri bakanlarının")?"""
    last = after_delegates(layout, mention) - 1
    if not isinstance(mention.entity, State) or last < mention.last or any(mentions.at(i) for i in range(mention.last, last + 1)):
        return False
    return layout.tokens[last].form.case == "gen"


def is_had(layout: Layout, i: int) -> bool:
    """Is the word something that another has ("önerisini", "güneyindeki"; not "söz konusu", "hafta sonu")?"""
    token = layout.tokens[i]
    before = layout.tokens[i - 1]
    if not (owned(token) or (token.form.suffix == "ki" and before.form.case == "gen" and token.kind != "number")):
        return False  # most words; not "X'in 2018'deki gezisi"
    if (token.low == "konusu" and before.low == "söz") or (token.low in PARTS_OF_TIME and before.form.case == "nom") or token.form.lemma in TIMES:
        return False
    if token.low in SOON:
        return False  # "X'in önümüzdeki hafta geleceğini"
    if token.form.lemma == "kendi" and token.form.case in ("acc", "dat", "abl", "ins"):
        return False  # "X'in kendilerine yardım ettiğini": the pronoun stands for the reporter
    if any(t.low == "kendi" for t in layout.tokens[max(i - 2, 0) : i]):
        return False  # "X'in kendi topraklarını savunması": by the same
    after = layout.tokens[i + 1].low if i + 1 < len(layout.tokens) else ""
    if (token.low in BEHIND_NOUN or (token.form.case == "ins" and after == "ilgili")) and before.form.case == "nom":
        return False  # "X'in adalar üzerinde Y egemenliğini tanıdığı"
    return not (after in BESIDE_EVENT and before.form.case == "nom")  # "Radev'in NATO Zirvesi öncesinde … geldiği"


def spare(layout: Layout, open_: list[Mention | None], verbs: int, i: int, strict: bool) -> bool:
    """Are there more genitives than verbs to come? The last one is spared for the predicate unless it stands beside the noun."""
    last = open_[-1]
    count = len(open_) - open_.count(None)
    if not strict or count > 1 or last is None:
        return count > verbs + 1
    object_ = may_be_object(layout.tokens[i]) and not layout.tokens[i + 1].capital and layout.tokens[i + 1].low not in BEHIND_EVENT
    return verbs == 0 and i - behind_brackets(layout, last.last) <= 1 and not object_  # "başkenti Lizbon", "ziyareti sonrası"


def behind_brackets(layout: Layout, at: int) -> int:
    """Behind an acronym in brackets at token `at`, else `at` ("Örgütünün (UNESCO) | listesi")."""
    if at < len(layout.tokens) and layout.tokens[at].text == "(":
        return next((i + 1 for i in range(at, min(at + 5, len(layout.tokens))) if layout.tokens[i].text == ")"), at)
    return at


def may_be_object(token: Token) -> bool:
    """May the ending be the accusative's ("seçimleri")?"""
    return token.form.case == "nom" and any(f.case == "acc" and not f.possessive for f in token.forms)


def beside_owner(layout: Layout, open_: list[Mention | None], i: int) -> bool:
    """Does a noun of place right behind its owner take it, others being left ("Lübnan'ın güneyinde"), or a source ("X'in haberine göre")?"""
    last = open_[-1]
    if last is None or i != last.last:
        return False
    after = layout.tokens[i + 1].low if i + 1 < len(layout.tokens) else ""
    return after == "göre" or (len(open_) > 1 and layout.tokens[i].form.case in ("loc", "abl", "gen"))


def is_taker(token: Token) -> bool:
    """A nominalised verb with a subject of its own ("durdurmasını", "istediği"; not "atışlarıyla")."""
    if (token.form.suffix == "is" and (token.form.number == "pl" or token.form.case == "ins")) or token.low in NO_CUTS:
        return False
    return token.form.verb_form in ("verbal_noun", "participle") and bool(token.form.possessive)


def owned(token: Token) -> bool:
    """Is the word something that another has ("Rusya'nın başkenti")?"""
    form = token.form
    if token.kind != "word" or form.possessive not in ("3sg", "3pl") or form.verb_form:
        return False
    return token.base_end == token.end or form.pos == "NOUN"  # "Gazze Planı'na"


def conjuncts_before(layout: Layout, mentions: Mentions, mention: Mention, low: int) -> list[Mention]:
    """The mention and those that share its ending ("A, B ve C'nin", "A ile B'nin"), in text order."""
    chain = [mention]
    listed = False  # "ve" has been read: commas before it list
    while len(chain) < 20:
        at = listed_end(layout, front(layout, mentions, chain[0], low) - 1, low, listed)
        before = listed_name(layout, mentions, team_begin(layout, at)) or next_met(layout, mentions, chain[0], at)
        if before is None or before.first < low:
            return chain
        mark = layout.tokens[at].low
        if mark == "," and isinstance(before.entity, State) != isinstance(chain[0].entity, State):
            return chain  # "kaynaklar, ABD ve İran arasındaki …"
        listed = listed or mark in ("ve", "veya", "hem")
        chain.insert(0, before)
    return chain


def next_met(layout: Layout, mentions: Mentions, mention: Mention, at: int) -> Mention | None:
    """Who is met before the mention, each with an ending of its own ("A ile, ardından da B ile")."""
    if at < 2 or layout.tokens[at + 1].low not in STEPS or role(layout, mentions, mention) != "partner":
        return None
    last = at - 1 if layout.tokens[at - 1].low == "ile" else at
    before = mentions.at(last - 1)
    alike = before is not None and before.last == last and isinstance(before.entity, Person) == isinstance(mention.entity, Person)
    return before if before is not None and alike and role(layout, mentions, before) == "partner" else None


def behind_attribute(layout: Layout, mentions: Mentions, mention: Mention, low: int) -> int:
    """Where "ve" joins a person told by what he does to another ("A | ve güven mektubunu sunacak olan B'yi"), or -1."""
    first = front(layout, mentions, mention, low)
    if not isinstance(mention.entity, Person) or first < low + 2 or layout.tokens[first - 1].form.suffix != "an":
        return -1
    for at in range(first - 2, max(low, first - 9), -1):
        token = layout.tokens[at]
        if token.low == "ve":
            before = mentions.at(at - 1)
            return at if before is not None and isinstance(before.entity, Person) and before.last == at else -1
        if token.kind == "punct" or token.form.verb_form == "finite":
            return -1
    return -1


def listed_name(layout: Layout, mentions: Mentions, last: int) -> Mention | None:
    """The name in a list that ends before token `last`, or the body whose members do ("BM Güvenlik Konseyi'nin 5 daimi üyesi ve Almanya")."""
    last = unbracketed(layout, mentions, last)  # "Almanya (5+1 ülkeleri) | ile"
    before = mentions.at(last - 1) if last > 0 else None
    if before is not None:
        return before if before.last == last and before.case == "nom" else None
    if last < 2 or layout.tokens[last - 1].form.lemma not in MEMBERS:
        return None
    last = unbracketed(layout, mentions, last - 1)  # "Körfez İşbirliği Konseyi (KİK) | ülkeleri"
    at = last - 1
    while at > max(0, last - 4) and mentions.at(at) is None and layout.tokens[at].form.pos in ("NUM", "ADJ", "DET"):
        at -= 1
    body = mentions.at(at)
    its = body is not None and isinstance(body.entity, Organisation) and (body.case == "gen" or body.last == last)
    return body if its else None


def unbracketed(layout: Layout, mentions: Mentions, last: int) -> int:
    """Where a name ends before token `last`, what stands in brackets behind it left out."""
    if last < 1 or mentions.at(last - 1) is not None or layout.tokens[last - 1].text != ")":
        return last
    return next((t.index for t in reversed(layout.tokens[max(0, last - BRACKETED) : last]) if t.text == "("), last)


def team_begin(layout: Layout, at: int) -> int:
    """Where "ve ekibi" begins that ends before token `at`, else `at` ("X ve ekibi ile Y")."""
    team = team_form(layout, at - 2) if at > 1 else None
    return at - 2 if team is not None and team.case == "nom" else at


def listed_end(layout: Layout, at: int, low: int, listed: bool) -> int:
    """Where the name before in a list ends: at the conjunction at token `at`, at a comma of a list, before "hem (de)" or ", ardından"; else -1."""
    first = at
    while first > low and layout.tokens[first].low in STEPS:
        first -= 1
    mark = layout.tokens[first].low if first > low else ""
    if mark in CONJUNCTIONS or (mark == "," and (listed if first == at else not listed)):
        return first
    return first + 1 if first < at and layout.tokens[first + 1].low == "hem" else -1


def front(layout: Layout, mentions: Mentions, mention: Mention, low: int) -> int:
    """Where the phrase of a person begins, with what the name's mention leaves out of a long office ("AB genişlemeden sorumlu üyesi X")."""
    at = mention.first
    if not isinstance(mention.entity, Person):
        return at
    owner = owner_of(layout, mentions, mention)
    if owner is not None and owner.first > low and layout.tokens[owner.first - 1].low in ("ve", ","):
        return owner.first  # "… ve Bakken'in özel temsilcisi X"
    at = one_of_several(layout, at, low)
    while at - 1 > low and mention.first - at < 8:
        at = unbracketed(layout, mentions, at)  # "Birleşmiş Milletler (BM) Genel Sekreteri X"
        before = mentions.at(at - 1)
        if before is not None and before.last == at and before.case == "gen" and isinstance(before.entity, State):
            at = before.first  # "ABD'nin Suriye Özel Temsilcisi X"
            break
        if before is not None and (before.last != at or before.case != "nom" or isinstance(before.entity, Person)):
            break
        if before is None and not is_office_word(layout, at - 1) and not (mention.first - at < 2 and is_told_by(layout, at - 1)):
            break
        at = before.first if before is not None else at - 1
    return at if at == mention.first or layout.tokens[at - 1].low in ("ve", ",", "ile") else mention.first


def one_of_several(layout: Layout, at: int, low: int) -> int:
    """Where the words begin that tell of whom the one at token `at` is one ("eski dışişleri bakanlarından | X"), else `at`."""
    if at - 1 <= low or not layout.tokens[at - 1].low.endswith(AMONG) or layout.tokens[at - 1].form.case != "abl":
        return at
    first = at - 1
    while first - 1 > low and layout.tokens[first - 1].form.pos in ("NOUN", "ADJ") and layout.tokens[first - 1].form.case == "nom":
        first -= 1
    return first


def is_told_by(layout: Layout, at: int) -> bool:
    """ "iş insanı | X", "ve eşi | Y"."""
    return is_calling(layout, at) or (layout.tokens[at].low in KIN and layout.tokens[at - 1].low in ("ve", "ile"))


def is_calling(layout: Layout, at: int) -> bool:
    """Is it a common noun that tells what somebody is ("iş insanı X, gazeteci Y")?"""
    token = layout.tokens[at]
    bare = token.form.case in ("nom", "") and token.form.number != "pl" and not token.form.verb_form
    return token.kind == "word" and not token.capital and token.form.pos == "NOUN" and bare


def is_office_word(layout: Layout, at: int) -> bool:
    """May the word stand in a long office: a capital, a bracket, "… sorumlu"?"""
    token = layout.tokens[at]
    return token.capital or token.low in ("(", ")", "sorumlu") or (at + 1 < len(layout.tokens) and layout.tokens[at + 1].low == "sorumlu")


def nominative(layout: Layout, mentions: Mentions, low: int, at: int) -> list[Mention]:
    """The subject of the clause that ends at token `at`: the nearest nominative that is set off, else the nearest."""
    quote = layout.tokens[at].speech
    nearest: Mention | None = None
    low = behind_account(layout, low, at)
    for mention in reversed(mentions.within(low, at)):
        if mention.last > at or not mention.actor or layout.tokens[mention.first].speech != quote:
            continue
        if part(layout, mentions, mention) != "nom" or layout.tokens[mention.last].low == "başta" or names_event(layout, mention):
            continue
        if nearest is not None and turns(layout, mention.last, nearest.first):
            break
        if layout.tokens[mention.last].low in (",", "ise", "da", "de") or mention.first == low or opens_clause(layout, mention.first, low):
            nearest = nearest if nearest is not None and is_listed_with(layout, mentions, mention, nearest, low) else mention
            break
        nearest = nearest or mention
    return coordinated(layout, mentions, nearest, low, at) if nearest else []


def row_before_object(layout: Layout, mentions: Mentions, p: Predicate, low: int) -> list[Mention]:
    """A row of states whose last stands right before a bare object ("X, Y ve Z | savaşı kınadı"): a compound would be "Z savaşını"."""
    at = p.first - 1
    if not p.finite or p.passive or at < low + 3 or layout.tokens[at - 2].low != "ve" or not may_be_object(layout.tokens[at]):
        return []
    last = mentions.at(at - 1)
    if last is None or not isinstance(last.entity, State) or last.last != at or last.kind != "state":
        return []
    row = conjuncts_before(layout, mentions, last, low)
    return row if len(row) > 1 and row[0].first == low else []


def is_listed_with(layout: Layout, mentions: Mentions, mention: Mention, last: Mention, low: int) -> bool:
    """Does it open a list of states that `last` ends ("X, Y ve | Z dün W'yi kınadı")?"""
    chain = conjuncts_before(layout, mentions, last, low)
    return mention in chain and all(isinstance(m.entity, State) for m in chain)


WHILE: Final = frozenset(("ken", "inca", "dikca"))


def opens_clause(layout: Layout, at: int, low: int) -> bool:
    """Does token `at` open a clause behind another that a comma ends ("yangınlar sürerken, | X askerleri …")?"""
    return at > low + 1 and layout.tokens[at - 1].text == "," and layout.tokens[at - 2].form.suffix in WHILE


def behind_account(layout: Layout, low: int, at: int) -> int:
    """Where the words begin behind those that tell whose account it is ("Lübnan resmi ajansı NNA'nın haberine göre, | X …"); else `low`."""
    for i in range(low + 1, min(low + 14, at)):
        token = layout.tokens[i]
        if token.low == "göre":
            comma = layout.tokens[i + 1].text == ","
            return i + 1 + comma if layout.tokens[i - 1].form.lemma in SOURCES else low
        if token.kind == "punct" or token.form.verb_form in ("finite", "converb"):
            return low
    return low


GOVERNMENTS: Final = word_list("actors", "governments")
GATHERINGS: Final = word_list("meetings", "gatherings")


def names_event(layout: Layout, mention: Mention) -> bool:
    """Is an event named after the body or the state ("NATO | Liderler Zirvesi'ne katılmak üzere")?"""
    return not isinstance(mention.entity, Person) and begins_event(layout, mention.last)


def begins_event(layout: Layout, at: int) -> bool:
    """Do capitals from token `at` on lead to the noun of an event ("NATO | Liderler Zirvesi")?"""
    for token in layout.tokens[at : at + 4]:
        if not token.capital:
            return False
        if token.form.lemma in GATHERINGS and token.form.possessive == "3sg":
            return True
    return False


def turns(layout: Layout, first: int, last: int) -> bool:
    """Does another clause begin between ("…, ancak Japonya bunu reddetti")?"""
    between = layout.tokens[first:last]
    if len(between) > 1 and between[-1].text == "," and between[-2].form.verb_form == "finite":
        return True  # "X, Y'ye saldırdı, | Z …"
    return any(t.low in TURNS or t.low in (":", ";") or (t.low.endswith("rken") and layout.tokens[t.index + 1].low == ",") for t in between)


def coordinated(layout: Layout, mentions: Mentions, mention: Mention, low: int, high: int) -> list[Mention]:
    """A subject and all those coordinated with it, before and after."""
    chain = conjuncts_before(layout, mentions, mention, low)
    after = conjunct(layout, mentions, mention)
    while after is not None and after.last <= high and len(chain) < 20:
        chain.append(after)
        after = conjunct(layout, mentions, after)
    whole = conjuncts_before(layout, mentions, chain[-1], low) if len(chain) > 1 else chain
    return whole if mention in whole and len(whole) > len(chain) else chain  # "A, B, | C, D ve E"


def by_agent(layout: Layout, mentions: Mentions, low: int, at: int) -> list[Mention]:
    """ "X tarafından" before token `at`."""
    quote = layout.tokens[at].speech
    for mention in reversed(mentions.within(low, at)):
        if layout.tokens[mention.first].speech == quote and part(layout, mentions, mention) == "agent":
            return conjuncts_before(layout, mentions, mention, low)
    return []


def grammatical_subject(layout: Layout, mentions: Mentions, predicate: Predicate, low: int, high: int) -> list[Mention]:
    """The subject as the verb form places it, whatever the voice."""
    if predicate.participle and not is_object_relative(predicate) and not compound_tense(layout, predicate):
        heads = modified(layout, mentions, predicate.last, high) or genitive_head(layout, mentions, predicate.last, high)
        return [] if heads and not predicate.passive and only_tells_whose(layout, heads[-1], high) else heads
    if is_nominalised(predicate) or nominalised_after(layout, predicate):
        found = genitive(layout, mentions, low, predicate.first)
        return found or nominative(layout, mentions, low, predicate.first)
    return nominative(layout, mentions, low, predicate.first)


def genitive_head(layout: Layout, mentions: Mentions, at: int, high: int) -> list[Mention]:
    """The head of a participle that is itself a genitive subject ("görüşen Caine'in, … söylediği")."""
    mention = mentions.at(at) if at < high else None
    if mention is None or mention.case != "gen" or not mention.actor:
        return []
    behind = layout.tokens[mention.last] if mention.last < high else None
    return [mention] if behind is None or not owned(behind) or behind.low == "ardından" else []  # "toplanan konseyin ardından"


def nominalised_after(layout: Layout, predicate: Predicate) -> bool:
    """ "imzalamış olmasından": the auxiliary has the genitive subject."""
    return compound_tense(layout, predicate) and is_taker(layout.tokens[predicate.last])


def compound_tense(layout: Layout, predicate: Predicate) -> bool:
    """ "imzalamış oldu": the participle is the verb of its clause ("gelecek olan" is an attribute)."""
    if predicate.form.suffix not in ("mis", "acak") or predicate.last >= len(layout.tokens):
        return False
    after = layout.tokens[predicate.last].form
    return after.lemma == "ol" and after.suffix != "an"


def clause_subject(layout: Layout, mentions: Mentions, predicate: Predicate, low: int, said: Statement | None) -> list[Party]:
    """The doer of a nominalised predicate: its own genitive, else who speaks of himself, else the sentence's subject or a looser genitive."""
    verbal = predicate.form.verb_form == "verbal_noun"
    found = genitive(layout, mentions, low, predicate.first, not verbal)
    if found:
        return parties(found)
    if nameless(layout, mentions, predicate, low):
        return []
    if said is not None and said.mode == "indirect" and said.speakers:
        return speaker(said)
    found = nominative(layout, mentions, low, predicate.first) or above(layout, mentions, predicate.head)
    return parties(found or genitive(layout, mentions, low, predicate.first))


def nameless(layout: Layout, mentions: Mentions, predicate: Predicate, low: int) -> bool:
    """Is the subject one without a name ("tarafların anlaştığını")?"""
    start = max(low, predicate.first - 40)
    open_, _ = genitives(layout, mentions, start, predicate.first, strict=True)
    if open_:
        return open_[-1] is None
    before = joined_before(layout, start, predicate)
    if before < 0:
        return False
    open_, _ = genitives(layout, mentions, start, before, strict=True)
    return bool(open_) and open_[-1] is None  # "saldırının … saydığını ve … tehdit ettiğini"


def joined_before(layout: Layout, low: int, predicate: Predicate) -> int:
    """Index of the nominalised verb that "ve" joins to the predicate, in the same form; else -1."""
    for i in range(predicate.first - 2, low, -1):
        form = layout.tokens[i].form
        if layout.tokens[i + 1].low == "ve" and is_taker(layout.tokens[i]):
            same = (form.suffix, form.case, form.possessive) == (predicate.form.suffix, predicate.form.case, predicate.form.possessive)
            return i if same else -1
    return -1


def above(layout: Layout, mentions: Mentions, at: int) -> list[Mention]:
    """The head of the participle that governs a nominalised clause: it is its subject too ("ziyaretini anımsatan Fidan")."""
    high = layout.sentences[layout.tokens[at].sentence].last
    verb = next_verb(layout, mentions, at, high, 6)
    while verb >= 0 and layout.tokens[verb].form.passive and layout.tokens[verb].form.suffix == "an":
        verb = next_verb(layout, mentions, verb, high, 6)  # "düzenlenen toplantıda konuşan Obama"
    if verb < 0 or layout.tokens[verb].form.suffix != "an" or layout.tokens[verb].form.passive:
        return []
    return modified(layout, mentions, verb + 1, high)


def left_out(layout: Layout, mentions: Mentions, sentence: Sentence) -> list[Mention]:
    """The subject that a sentence leaves out: that of the sentence before it, at most three back."""
    for before in reversed(layout.sentences[max(0, sentence.index - 3) : sentence.index]):
        found = main_subject(layout, mentions, before.first, before.last, -1)
        if found:
            return found
    return []


def next_verb(layout: Layout, mentions: Mentions, at: int, high: int, most: int) -> int:
    """The first verb form after token `at`, at most `most` words on and not past a mark, else -1."""
    quote = layout.tokens[at].speech
    for i in range(at + 1, min(high, at + most + 1)):
        token = layout.tokens[i]
        if token.speech != quote and is_title(layout, token, quote):
            continue
        if token.speech != quote or token.low in (";", ":", ".", "?", "!"):
            return -1
        if token.form.verb_form and token.form.suffix != "is" and token.low != "olarak" and not is_name(mentions, token):
            return i  # not "geçişine": a noun by now; not "devlet olarak"
    return -1


def is_title(layout: Layout, token: Token, quote: int) -> bool:
    """Does the word stand in a name in marks inside the quotation, or text, `quote`?"""
    marks = layout.quotations[token.quote] if token.quote >= 0 else None
    return marks is not None and marks.parent == quote and marks.last - marks.first <= 8


def is_name(mentions: Mentions, token: Token) -> bool:
    """Is the word part of a name, whatever verb it looks like ("Katar")?"""
    return token.capital and mentions.at(token.index) is not None


def clause_start(layout: Layout, mentions: Mentions, predicate: Predicate, low: int, forms: frozenset[str]) -> int:
    """Where the predicate's own clause begins: after the nearest verb before it in one of the forms, at most 40 words back."""
    quote = layout.tokens[predicate.head].speech
    for at in range(predicate.first - 1, max(low, predicate.first - 40) - 1, -1):
        token = layout.tokens[at]
        if not token.form.verb_form or (token.quote >= 0 and token.quote != layout.tokens[predicate.head].quote):
            continue  # "X'e “geri çekil” | çağrısı yaptı"
        if token.speech == quote and token.form.verb_form in forms and token.low not in NO_CUTS and not is_name(mentions, token):
            return at + 1
    return low


def verb_words(layout: Layout, at: int) -> str:
    """The lemma of the verb at a token, with the noun of a light verb ("iptal et")."""
    lemma, noun = stem(layout.tokens[at].form), layout.tokens[at - 1].form.lemma if at else ""
    return f"{noun} {lemma}" if noun and (lemma in LIGHT_LEMMAS or noun in LIGHT_NOUNS) else lemma


def words_at(layout: Layout, at: int) -> str:
    """The verb at a token with the word before it ("mutabık kal")."""
    return f"{layout.tokens[at - 1].form.lemma} {stem(layout.tokens[at].form)}"


def stems(verbs: Iterable[str]) -> frozenset[str]:
    """Verbs of the pack as `stem` tells them: a causative also by its root."""
    return frozenset(verbs) | {root_of(v) + "+caus" for v in verbs if root_of(v)}


def stem(form: Form) -> str:
    """The lemma of a verb, its causative kept apart ("gerçekleştirdi": gerçekleş+caus)."""
    return form.lemma + "+caus" if "caus" in form.voice else form.lemma


def follows(layout: Layout, at: int, words: frozenset[str]) -> bool:
    """Is the word at a token one of these, by lemma or as it stands?"""
    if at >= len(layout.tokens):
        return False
    token = layout.tokens[at]
    return token.low in words or token.form.lemma in words


def speaker(statement: Statement | None) -> list[Party]:
    """The speaker of a statement as a party to what the first person does in it."""
    if statement is None or statement.cue is None:
        return []
    return [Party(actor, statement.cue, "inferred") for actor in statement.speakers]


class Statements:
    """Finds the statement whose words hold a character. statements: in the order of `statements.take`."""

    __slots__ = ("ends", "rows", "starts")

    def __init__(self, statements: list[Statement]) -> None:
        self.rows = [s for s in statements if not s.heading]
        self.starts = [s.span.start for s in self.rows]
        self.ends = [s.span.end for s in self.rows]

    def at(self, offset: int) -> Statement | None:
        """The innermost statement around `offset` (looked for among the four that begin last before it)."""
        last = first_from(self.starts, offset + 1)
        for at in range(last - 1, max(0, last - 4) - 1, -1):
            if offset < self.ends[at]:
                return self.rows[at]
        return None

    def before(self, offset: int) -> Statement | None:
        """The statement that begins last before `offset`."""
        at = bisect_right(self.starts, offset)
        return self.rows[at - 1] if at else None
