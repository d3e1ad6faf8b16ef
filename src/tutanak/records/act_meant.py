"""Whom the clause does not name as its object: who did what "this" recalls, who is asked, where the blow falls, the other side of the article."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.find import people_state
from tutanak.mentions.model import Mention, Place, State, Unnamed
from tutanak.records.act_kinds import kind_of
from tutanak.records.act_scene import CHARGED, DONE, HOSTILE, Scene, actors, akin, as_actors, has_word, home, must_be_passive, public
from tutanak.records.frames import Predicate
from tutanak.records.grammar import ABOUT, BUT, CLOSING, CUTTING, JOINING
from tutanak.records.parties import (
    LIGHT_LEMMAS,
    Party,
    clause_start,
    conjuncts_before,
    follows,
    genitive,
    is_object_relative,
    key,
    nominative,
    owned,
    part,
    speaker,
    state_of,
)
from tutanak.records.reporting import REPLIES
from tutanak.records.subjects import main_subject
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Sentence, Token

FOR: Final = 14  # words before the reason within which he is told for whose sake
HEAD: Final = 6  # words behind a relative clause within which its head is named
MANNER_WORDS: Final = 3  # words of manner behind "ve"
TURNS: Final = BUT | {"ve"}
STRUCK: Final = word_list("acts", "struck")
ENDING: Final = word_list("acts", "ending")
AGAINST: Final = frozenset(("karşı", "yönelik"))
PHRASE: Final = 5  # words of one who is asked in a row
STRIKES: Final = frozenset(("ASSAULT", "COERCE"))
CLAIMING: Final = frozenset(("REQUEST", "ACCUSE", "THREATEN"))
# Before what is nobody's in particular ("her türlü kararı reddetti").
ANY: Final = frozenset(("her", "hiçbir", "herhangi"))
# Deeds known again by their noun are looked for so far back; those done together are nobody's wrong.
RECALLED: Final = 8
NEAR: Final = 3  # sentences back in which what is answered was made
TALKS: Final = frozenset(("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID"))
CHARGING: Final = word_list("acts", "charging")
ANSWERS: Final = frozenset(("AGREE", "CONCEDE", "REJECT"))  # to what is offered or asked
PUNISHMENTS: Final = word_list("acts", "punishments")
TALK: Final = frozenset(("görüşme", "buluşma", "konuşma"))
GREETINGS: Final = word_list("acts", "greetings")
PROPOSED: Final = word_list("acts", "offers") | word_list("acts", "demands") | {"çağrı"}
TALKED: Final = word_list("acts", "talked")
STREETS: Final = word_list("acts", "streets")
MANNERS: Final = frozenset(("sert", "şekilde", "biçimde", "dille", "şiddetle", "sözlerle"))
# Behind a blow: what came of it.
RESULT: Final = frozenset(("sonuç", "neden", "sonucu", "sonucunda", "nedeniyle"))


def meant(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """A target that the clause does not name: who did what "this" recalls, whose deed is asked for, or where the blow falls."""
    kind = p.frame.wants.get("negated", p.frame.wants["type"]) if p.form.negative else p.frame.wants["type"]
    if "armed" in p.frame.wants or "moved" in p.frame.wants:
        kind = kind_of(scene, p, sentence)
    found = shared_with(scene, p) or himself(scene, p) or this_country(scene, p, sentence, source)
    found = found or answered_by(scene, p, sentence, source) or qualified(scene, p, sentence)
    if p.frame.wants.get("plain") or found:
        return [t for t in found if all(not akin(t, s) for s in source)]
    if kind == "REJECT":
        found = accuser(scene, p, sentence, source) or recalled(scene, p, sentence, source) or who_made_that(scene, p, sentence)
        found = found or proposer(scene, p, sentence, source) or who_says_so(scene, p) or who_imposed_it(scene, p)
    elif kind == "PROTEST":
        found = who_did_that(scene, p, sentence, source)
    elif kind == "ACCUSE":
        found = own_country(scene, p, sentence) if "armed" in p.frame.wants else []
        found = found or recalled(scene, p, sentence, source) or asked_crowd(scene, p, sentence) or spoken_of(scene, p, source)
        found = found or who_made_that(scene, p, sentence)
    elif kind == "THREATEN":
        found = spoken_of(scene, p, source) or provoker(scene, p, sentence) or (attacker(scene, source) if answers(p) else [])
    elif kind == "AID":
        found = where_it_goes(scene, p, sentence) or for_own_country(scene, p, sentence)
    elif kind == "SANCTION":
        found = for_whose_sake(scene, p, sentence)
    elif kind == "SUPPORT":
        found = shared_object(scene, p, sentence) or thanked_for(scene, p, sentence) or backed(scene, p, sentence, source)
        found = found or for_own_country(scene, p, sentence) or who_made_that(scene, p, sentence)
        found = found or (asked_in_talks(scene, p, sentence, source) if str(p.frame.wants["says"]).split()[0] in GREETINGS else [])
    elif kind in ("AGREE", "CONCEDE"):
        found = proposer(scene, p, sentence, source) or who_made_that(scene, p, sentence)
    elif kind == "REQUEST":
        crowd_asked = [] if is_nobodys(scene, p) else asked_crowd(scene, p, sentence)
        doing = asked(scene, p, sentence) if p.form.verb_form else []
        found = [t for t in doing if all(not akin(t, s) for s in source)] or crowd_asked or spoken_of(scene, p, source)
        found = found or asked_in_talks(scene, p, sentence, source) or who_tells_it(scene, p, source) or whose_affair(scene, p, sentence, source)
    elif kind in ("ASSAULT", "COERCE") and not any(t.low == "kendi" for t in scene.layout.tokens[max(p.first - 6, 0) : p.first]):
        found = own_country(scene, p, sentence) or struck(scene, p, sentence, source)
        found = found or hit(scene, p, sentence) or struck_before(scene, p, sentence, source) or same_victim(scene, p, source)
    found = found or called_off(scene, p, source)
    found = found or shared_by_converb(scene, p, sentence, source) or done_again(scene, p, sentence, source)
    found = [t for t in found if all(not akin(t, s) for s in source)]
    return found or (facing(scene, p, sentence, source) if is_faced(scene, p) else [])


def done_again(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """To whom another did the same right before, where a particle says that this one did too ("X, Y'yi kınadı. Z de | kınadı")."""
    last = scene.deeds[-1] if scene.deeds else None
    if last is None or last.rule != p.frame.rule or last.layer != DONE or not source or scene.mentions.within(sentence.first, p.first) == []:
        return []
    tokens, told = scene.layout.tokens, scene.layout.tokens[scene.layout.token_at(last.evidence.start)]
    named = scene.mentions.at(scene.layout.token_at(source[-1].span.start))
    if named is None or named.last >= p.first or tokens[named.last].low not in ("da", "de") or sentence.index - told.sentence > 1:
        return []
    if any(f.case in p.frame.wants["to"] and f.pos == "NOUN" and not f.verb_form for t in tokens[named.last : p.first] for f in t.forms[:1]):
        return []
    return [Party(t.actor, t.span, "inferred") for t in last.target]


def called_off(scene: Scene, p: Predicate, source: list[Party]) -> list[Party]:
    """With whom the encounter was to be that is called off, told before ("X, Y ile görüşmeye başladı. X, görüşmeleri | askıya aldı")."""
    if p.frame.wants["type"] not in ("REJECT", "SANCTION") or str(p.frame.wants["says"]).split()[0] not in TALKED or not source:
        return []
    before = scene.layout.tokens[p.first].start
    for meeting in sorted(scene.meetings, key=lambda m: m.evidence.start, reverse=True):
        if meeting.evidence.start < before:
            told = as_actors(scene, [Party(a, meeting.evidence, "inferred") for a in meeting.participants])
            others = [t for t in told if not akin(t, source[0])]
            return others if others and len(others) < len(told) else []
    return []


def for_whose_sake(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """For whose sake those of no state are punished ("X'e silah sattıkları | gerekçesiyle iki şirketi", "X'le bağlantılı iki kişiyi")."""
    tokens, said = scene.layout.tokens, scene.statements.at(scene.layout.tokens[p.head].start)
    own = as_actors(scene, speaker(said))
    for at in range(p.first - 1, sentence.first, -1):
        if tokens[at].low == "bağlantılı" or (tokens[at].form.lemma in scene.rules.reasons and tokens[at].form.case == "ins"):
            told = [t for m in scene.mentions.within(max(sentence.first, at - FOR), at) for t in actors(scene, [m])]
            return [t for t in told if not any(akin(t, o) for o in own)][-1:]
    return []


def where_it_goes(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Where the thing sent goes, told behind it ("X'in gönderdiği yardım uçağı | Y'ye indi")."""
    if p.reach == p.head:
        return []
    for mention in scene.mentions.within(p.reach + 1, min(p.reach + 5, sentence.last)):
        if mention.case == "dat" and isinstance(mention.entity, Place | State):
            return actors(scene, [mention])
    return []


def shared_with(scene: Scene, p: Predicate) -> list[Party]:
    """The object of the verb before, which both have ("kararı kınadı ve | reddetti", "teklifi X kabul etti, Y | reddetti")."""
    tokens, at = scene.layout.tokens, p.first
    other = scene.mentions.at(at - 1) if at else None
    if other is not None and other.actor and other.last == at and other.case == "nom" and other.first and tokens[other.first - 1].text == ",":
        at = other.first
        if not scene.deeds or p.frame.wants["type"] not in ANSWERS or scene.deeds[-1].type not in ANSWERS:
            return []
        last = scene.deeds[-1]
        return [Party(t.actor, t.span, "inferred") for t in last.target] if last.evidence.end == tokens[at - 2].end else []
    while at > 2 and p.first - at < MANNER_WORDS and tokens[at - 1].form.pos in ("ADJ", "ADV"):
        at -= 1  # "nota verdi ve | sert (uyarıda bulundu)"
    if not p.form.verb_form or at < 2 or tokens[at - 1].low != "ve" or not tokens[at - 2].form.verb_form or not scene.deeds:
        return []
    last = scene.deeds[-1]
    if CHARGED in last.reasons:
        return []  # "Y'yi tehdit ettiğini ve | tutukladığını": who is charged is no object
    return [Party(t.actor, t.span, "inferred") for t in last.target] if last.evidence.end == tokens[at - 2].end else []


def shared_by_converb(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """To whom the same doer did what a converb tells before ("X'i kınayarak | tepki gösterdi"), nobody named between."""
    last = scene.deeds[-1] if scene.deeds else None
    if (
        last is None
        or not source
        or CHARGED in last.reasons
        or p.frame.wants.get("said")
        or last.evidence.start < scene.layout.tokens[sentence.first].start
    ):
        return []
    at = scene.layout.token_at(last.evidence.end) - 1
    told, form = scene.layout.tokens[at], scene.layout.tokens[at].form
    if at >= p.first or form.suffix not in ("arak", "ip") or told.speech != scene.layout.tokens[p.head].speech or p.form.verb_form not in CUTTING:
        return []
    between = scene.layout.tokens[at + 1 : p.first]
    if between and between[-1].form.suffix in ("dik", "acak"):
        return []  # "hedef alarak yıktığını | kabul etti"
    if any(f.case in p.frame.wants["to"] and f.pos == "NOUN" and not f.verb_form for t in between for f in t.forms[:1]):
        return []  # "X'i ziyaret ederek hükümeti | eleştirdi"
    if scene.mentions.within(at + 1, p.first) or not any(akin(a, b) for a in last.source for b in source):
        return []
    if last.type in HOSTILE and p.frame.wants["type"] in HOSTILE:
        return []  # "sınır dışı ederek girişlerini yasakladı": one blow
    return [Party(t.actor, t.span, "inferred") for t in last.target if t.how != "inferred"]


def answered_by(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Who answers what another said or asked: the subject ("X'in çağrısı üzerine Y, …", "Y, X'in eleştirilerine yanıt verdi")."""
    tokens, wants = scene.layout.tokens, p.frame.wants
    if (p.form.verb_form and p.form.suffix not in ("ma", "an")) or wants["type"] not in CLAIMING or not source or p.last + 1 >= len(tokens):
        return []
    after, verb = tokens[p.reach + 1] if p.reach + 1 < len(tokens) else tokens[p.last], tokens[p.last + 1].form
    if p.participle and p.frame.wants.get("from") and p.reach > p.head:
        return who_gets_it(scene, p, sentence, source)
    if not (after.low == "üzerine" and p.form.case == "nom") and not (p.form.case == "dat" and after.low in REPLIES and verb.lemma == "ver"):
        return []
    if after.low == "üzerine" and (own := own_side(scene, p, sentence)):
        return [t for t in own if not any(akin(t, s) for s in source)]
    found = nominative(scene.layout, scene.mentions, p.last, sentence.last - 1) if after.low == "üzerine" else []
    opener = nominative(scene.layout, scene.mentions, sentence.first, p.first)
    owner = scene.mentions.at(scene.layout.token_at(source[0].span.start))
    outer = owner is not None and any(
        m.case == "gen" and m.actor and scene.layout.tokens[m.last].text == "," for m in scene.mentions.within(sentence.first, owner.first)
    )
    found = found or ([] if outer else opener)  # "X, Y'nin, Z'nin talebi üzerine … gönderdiğini söyledi": Y did
    return [t for t in actors(scene, found) if not any(akin(t, s) for s in source)]


def own_side(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Who speaks, where his side does what is asked ("X'in talebi üzerine … görüşmeleri | yürütüyoruz")."""
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    verb = next((t.form for t in scene.layout.tokens[p.last : sentence.last] if t.form.verb_form == "finite"), None)
    if said is None or said.mode != "direct" or verb is None or not verb.person.startswith("1"):
        return []
    return as_actors(scene, speaker(said))


def qualified(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whom an object relative qualifies ("X'in yaptırım uyguladığı | Y", "X'in desteklediği | silahlı örgüt Y")."""
    if not is_object_relative(p) or p.form.suffix != "dik" or p.form.case != "nom" or p.reach > p.head or p.frame.wants.get("joint"):
        return []
    for token in scene.layout.tokens[p.last : min(p.last + HEAD, sentence.last)]:
        mention = scene.mentions.at(token.index)
        if mention is not None:
            alone = isinstance(mention.entity, State | Place) and any(t.form.pos == "NOUN" for t in scene.layout.tokens[p.last : token.index])
            stands = part(scene.layout, scene.mentions, mention)
            behind = scene.layout.tokens[mention.last : mention.last + 4]
            if stands == "gen" and any(t.form.suffix in ("dik", "acak") and t.form.possessive for t in behind):
                return []  # "X'in desteklediği Y'nin silah bırakacağı | anlaşma"
            return actors(scene, [mention]) if mention.actor and not alone and stands not in ("modifier", "loc") else []
        if token.kind != "word" or token.form.verb_form or token.form.pos not in ("ADJ", "NOUN", "NUM") or token.form.case not in ("nom", ""):
            return []
    return []


def who_gets_it(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """To whom it came: the subject of what is done with it ("Y, X'ten gelen | talebi kabul etti", "Y'nin X'ten gelen teklife yanıt vermesi")."""
    layout, mentions = scene.layout, scene.mentions
    found = nominative(layout, mentions, sentence.first, p.first) or genitive(layout, mentions, sentence.first, p.first, strict=True)
    found = found or nominative(layout, mentions, p.reach + 1, sentence.last - 1)
    return [t for t in actors(scene, found) if not any(akin(t, s) for s in source)]


def who_imposed_it(scene: Scene, p: Predicate) -> list[Party]:
    """Who did the last punishment told of, where one is refused without its owner ("yaptırımları | onaylamadığını")."""
    noun = scene.layout.tokens[p.first - 1].form if p.first else p.form
    if noun.lemma not in PUNISHMENTS or noun.case != "acc":
        return []
    for deed in reversed(scene.deeds):
        if deed.type == "SANCTION" and deed.layer == DONE:
            return [Party(t.actor, t.span, "inferred") for t in deed.source]
    return []


def who_says_so(scene: Scene, p: Predicate) -> list[Party]:
    """The state whose officer says that another refuses to do something, no object named ("Y'nin anlaşmayı imzalamayı reddettiğini söyledi")."""
    said, form = scene.statements.at(scene.layout.tokens[p.head].start), scene.layout.tokens[p.first - 1].form if p.first else p.form
    if said is None or said.mode != "indirect" or p.form.suffix != "dik" or form.suffix != "ma" or form.case != "acc" or form.possessive:
        return []
    return [Party(t.actor, t.span, "inferred") for t in as_actors(scene, speaker(said)) if state_of(t.actor) is not None]


def this_country(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """The state named last, where the object is "bu ülke" ("X'in bu ülkeye gönderdiği silahlar", "bu ülkeyi kınadı")."""
    tokens = scene.layout.tokens
    for at in range(p.first - 1, max(sentence.first, p.first - RECALLED), -1):
        if tokens[at].form.lemma == "ülke" and tokens[at - 1].low == "bu" and tokens[at].form.number == "sg":
            case = tokens[at].form.case
            if p.frame.wants.get("said") or (case != "gen" and case not in p.frame.wants["to"]):
                return []
            before = scene.layout.sentences[max(0, tokens[at].sentence - 1)].first  # a quotation numbers its own sentences apart
            told = [m for m in scene.mentions.within(before, at) if isinstance(m.entity, State)]
            told = [m for m in told if m.case == case] or told
            named = [t for m in reversed(told) for t in actors(scene, [m]) if not any(akin(t, s) for s in source)]
            return [Party(t.actor, t.span, "inferred") for t in named[:1]]
    return []


def himself(scene: Scene, p: Predicate) -> list[Party]:
    """The speaker, where his report says that it is done to him ("X'in kendilerini hedef aldığını savunan Y")."""
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    if said is None or said.mode != "indirect":
        return []
    near = scene.layout.tokens[max(p.first - 4, 0) : p.first]
    own = any(t.low.startswith(("kendisin", "kendilerin")) and any(f.case in p.frame.wants["to"] for f in t.forms) for t in near)
    return as_actors(scene, speaker(said)) if own else []


def is_nobodys(scene: Scene, p: Predicate) -> bool:
    """Must it be done by nobody named ("X'e baskı | yapılması gerektiğini")?"""
    before = scene.layout.tokens[p.first - 1] if p.first else None
    return bool(p.frame.wants.get("said")) and before is not None and before.form.suffix == "ma" and must_be_passive(before)


def is_faced(scene: Scene, p: Predicate) -> bool:
    """May the other side of the article be meant where the clause does not say who?"""
    if p.frame.wants.get("faced") == "passive":
        return asks_for_it(scene, p)
    if ("negated" in p.frame.wants and not p.form.negative) or qualifies(scene, p):
        return False
    return bool(p.frame.wants.get("faced")) or p.frame.wants["type"] == "ASSAULT"


def asks_for_it(scene: Scene, p: Predicate) -> bool:
    """Is something asked for that nobody named is to do, no measure against others ("grup | kurulmasını istedi")?"""
    before = scene.layout.tokens[p.first - 1].form if p.first else p.form
    attribute = p.form.suffix == "dik" and p.form.case == "nom"
    measure = before.lemma in ("uygula", "uygulan")
    return before.suffix == "ma" and before.passive and before.case == "acc" and not p.form.negative and not attribute and not measure


def qualifies(scene: Scene, p: Predicate) -> bool:
    """Does it qualify its own object ("X'in desteklediği(,) | işadamı")?"""
    if not is_object_relative(p) or p.form.case != "nom" or p.form.possessive != "3sg":
        return False
    if p.reach > p.head and p.frame.wants.get("faced"):
        return False  # "X'in uyguladığı | deniz ablukası": its own noun
    after = [t for t in scene.layout.tokens[p.last : p.last + 3] if t.kind == "word"]
    if len(after) > 1 and after[1].form.lemma in LIGHT_LEMMAS:
        return False  # "takdir ettiği | ifade edilen"
    noun = after[0].form if after else None
    return noun is not None and not noun.verb_form and noun.suffix != "ki" and noun.pos in ("NOUN", "ADJ", "NUM", "DET", "PROPN")


def facing(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """The other side of the article, where the clause names nobody as an object: the state that its statements are about most, if it stands out."""
    low = clause_start(scene.layout, scene.mentions, p, sentence.first, CLOSING)
    if not source or isinstance(source[0].actor, Unnamed):
        return []
    if any(part(scene.layout, scene.mentions, m) in p.frame.wants["to"] for m in scene.mentions.within(low, p.first)):
        return []
    if has_object_of_its_own(scene, p) or any(t.low == "ülkenin" for t in scene.layout.tokens[low : p.first]):
        return []
    ranked = [party for party in scene.sides() if all(not akin(party, s) for s in source)]
    return ranked[:1] if stands_out(scene, ranked) else []


def has_object_of_its_own(scene: Scene, p: Predicate) -> bool:
    """Does the clause name what it is about: a name known to nobody, a claim of others ("iddiaları reddetti"), an own deed
    ("açıklamayı reddetti"), the own side ("X hükümetine destek verdi") or what is struck ("gemileri vurdu")?"""
    tokens, cases = scene.layout.tokens, [*p.frame.wants["to"], *(["gen"] if p.passive else [])]
    near = [t.low for t in tokens[max(p.first - 4, 0) : p.first + 1]]
    if any(word in ANY and near[i + 1] != "zaman" for i, word in enumerate(near[:-1])) or ("başka" in near and "bir" in near):
        return True
    for token in tokens[max(p.first - 4, 0) : p.first]:
        if not any(f.case in cases for f in token.forms[:3]):
            continue
        unknown = token.capital and token.base_end < token.end and scene.mentions.at(token.index) is None
        own_deed = token.form.suffix == "ma" and not token.form.possessive and token.index == p.first - 1
        owner = scene.mentions.at(token.index - 1) if token.form.possessive == "3sg" else None
        thing = token.index == p.first - 1 and token.form.case == "acc" and not p.frame.wants.get("faced")
        struck_thing = thing and p.frame.wants["type"] in HOSTILE
        if unknown or own_deed or struck_thing or owner is not None or token.form.lemma in scene.rules.claims:
            return True
    return False


def stands_out(scene: Scene, ranked: list[Party]) -> bool:
    """Are at least two statements about the first, and half as many again as about the next?"""
    counts = [scene.concern[key(party.actor)] for party in ranked[:2]]
    return bool(counts) and counts[0] >= 2 and (len(counts) < 2 or 2 * counts[0] >= 3 * counts[1])


def spoken_of(scene: Scene, p: Predicate, source: list[Party]) -> list[Party]:
    """The one other state that the announced words are about ("“…” uyarısında bulundu")."""
    said = scene.cues.get(scene.layout.tokens[p.head].end)
    if said is None or not source or said.cue is None or (said.mode == "indirect" and p.frame.wants["type"] != "ACCUSE"):
        return []
    told = [Party(a, said.span, "inferred") for a in said.about]
    others = [t for t in told if not akin(t, source[0])]
    return others if len(others) == 1 else []


def recalled(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Where "söz konusu" or "bu" recalls a deed: whom the last charge named, or who did another's last hostile deed."""
    before = scene.layout.tokens[max(sentence.first, p.first - 4) : p.first]
    if not any(t.low in scene.rules.recalls for t in before) and (doers := who_did_that(scene, p, sentence, source)):
        return doers
    if not any(t.low in scene.rules.recalls for t in before):
        return only_attacker(scene, source) if p.frame.wants["type"] == "ACCUSE" and is_the_blow(scene, p, sentence) else []
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    if p.frame.wants["type"] == "REJECT" and any(t.low in ("buna", "bunu") for t in before):
        told = as_actors(scene, speaker(said)) if wish_before(scene, p, sentence) >= 0 else []
        told = told or (who_told_that(scene, p, sentence) if said is None or not said.speakers else [])
        if said is not None and any(akin(t, s) for t in told for s in source):
            told = who_wished_it(scene, p, sentence)
        if said is not None or told:
            return told  # "vurmak istediklerini ancak X'in buna izin vermediğini"
    for deed in reversed(scene.deeds):
        doers = deed.target if deed.type == "ACCUSE" else deed.source
        if (deed.type == "ACCUSE" or deed.type in HOSTILE) and not any(akin(t, s) for t in doers for s in source):
            return [Party(t.actor, t.span, "inferred") for t in doers]
    return []


def who_wished_it(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whose deed or wish "this" recalls within a report: the subject of its clause before ("Y'nin … istediğini ancak buna | izin vermediklerini")."""
    at = wish_before(scene, p, sentence)
    return actors(scene, genitive(scene.layout, scene.mentions, sentence.first, at, strict=True)) if at >= 0 else []


def wish_before(scene: Scene, p: Predicate, sentence: Sentence) -> int:
    """The verb of the reported clause before, against which this one is set ("… | istediğini ancak buna izin vermediklerini"); else -1."""
    tokens = scene.layout.tokens
    for at in range(p.first - 1, sentence.first, -1):
        if tokens[at].form.suffix in ("dik", "acak") and tokens[at].form.possessive and tokens[at + 1].low in TURNS:
            return at
    return -1


def who_told_that(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whose deed or wish "this" recalls: the subject of the clause before ("X, … önerdi ancak Y | bunu reddetti")."""
    low = clause_start(scene.layout, scene.mentions, p, sentence.first, CLOSING)
    if low <= sentence.first:
        return []
    return [Party(t.actor, t.span, "inferred") for t in actors(scene, nominative(scene.layout, scene.mentions, sentence.first, low - 1))]


def accuser(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Who charged this side last, where it denies "the charges" ("X, Y'yi suçladı. Y, (bu) iddiaları reddetti")."""
    tokens = scene.layout.tokens[max(sentence.first, p.first - 3) : p.first]
    if not any(t.form.lemma in CHARGING and t.form.case in ("acc", "nom", "gen") and not t.form.possessive.startswith("2") for t in tokens):
        return []
    for deed in reversed(scene.deeds[-RECALLED:]):
        if deed.type == "ACCUSE" and any(akin(t, s) for t in deed.target for s in source):
            return [Party(t.actor, t.span, "inferred") for t in deed.source]
    return []


def proposer(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Who asked or offered last what this side answers ("X, Y'ye ateşkes önerdi. Y, öneriyi reddetti")."""
    at = bare_object(scene, p, sentence, ("acc", "dat"))
    if at < 0 or scene.layout.tokens[at].form.lemma not in PROPOSED:
        return []
    for deed in reversed(scene.deeds[-RECALLED:]):
        if deed.type == "REQUEST" and any(akin(t, s) for t in deed.target for s in source):
            return [Party(t.actor, t.span, "inferred") for t in deed.source]
    return []


def who_did_that(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Who did the deed that the object names again by the same noun ("X tatbikat başlattı. Y, tatbikatı kınadı")."""
    at = bare_object(scene, p, sentence)
    if at < 0:
        return []
    lemma = scene.layout.tokens[at].form.lemma
    for deed in reversed(scene.deeds[-RECALLED:]):
        if deed.type not in TALKS and any(t.form.lemma == lemma for t in told_by(scene.layout, deed.evidence)):
            return [Party(t.actor, t.span, "inferred") for t in deed.source] if all(not akin(t, s) for t in deed.source for s in source) else []
    return []


def who_made_that(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Who made or said what the object names again by its noun ("X bir harita hazırladı. Y, (söz konusu) haritaya karşı çıktı")."""
    at = bare_object(scene, p, sentence, ("acc", "dat"))
    if at < 0 or scene.layout.tokens[at].form.lemma not in scene.rules.made:
        return []
    lemma = scene.layout.tokens[at].form.lemma
    for before in reversed(scene.layout.sentences[max(0, sentence.index - NEAR) : sentence.index]):
        if has_word(scene.layout, frozenset((lemma,)), before.first, before.last):
            told = actors(scene, main_subject(scene.layout, scene.mentions, before.first, before.last, -1))
            return [Party(t.actor, t.span, "inferred") for t in told if public(scene, t.actor)]
    return []


def told_by(layout: Layout, span: Span) -> list[Token]:
    """The words of a span."""
    first = layout.token_at(span.start)
    return [t for t in layout.tokens[first : first + 6] if t.end <= span.end]


def bare_object(scene: Scene, p: Predicate, sentence: Sentence, cases: tuple[str, ...] = ("acc",)) -> int:
    """The noun right before the predicate that is its object and nobody's ("tatbikatı (sert şekilde) kınadı"); -1 where there is none."""
    tokens, at = scene.layout.tokens, p.first - 1
    while at > sentence.first and (tokens[at].form.pos == "ADV" or tokens[at].low in MANNERS):
        at -= 1
    if at < sentence.first:
        return -1
    cases = ("nom",) if p.passive else tuple(c for c in cases if c in p.frame.wants["to"])
    form = next((f for f in tokens[at].forms if f.case in cases and f.pos == "NOUN" and not f.verb_form), None)
    if form is None or tokens[at].capital or (form.possessive and form.number != "pl"):
        return -1
    if at == sentence.first or stands_bare(scene, tokens[at - 1]):
        return at
    before = scene.mentions.at(at - 1)  # "X | öneriyi": of X it would be "önerisini"
    return at if form.case == "acc" and not form.possessive and before is not None and before.case == "nom" and before.actor else -1


def is_the_blow(scene: Scene, p: Predicate, sentence: Sentence) -> bool:
    """Is the object a blow known from before, told by its bare noun ("saldırıyı (şiddetle) kınadı", "açıklamada saldırılar kınandı")?"""
    tokens, at = scene.layout.tokens, p.first - 1
    while at > sentence.first and (tokens[at].form.pos == "ADV" or tokens[at].low == "şiddetle"):
        at -= 1
    case = "nom" if p.passive else "acc"
    form = next((f for f in tokens[at].forms if f.lemma in scene.rules.blows and f.case == case), None)
    if form is None and at > sentence.first and tokens[at].form.passive and tokens[at].form.suffix == "ma":
        return tokens[at - 1].low == "hedef" and tokens[at].form.case in p.frame.wants["to"]  # "geminin hedef alınmasını kınadı"
    if form is None or at < sentence.first or (form.possessive and form.number != "pl"):
        return False
    return at == sentence.first or stands_bare(scene, tokens[at - 1])


def stands_bare(scene: Scene, before: Token) -> bool:
    """Does the word before a noun not belong to it: a mark, a particle, the subject, or the text in which it stands?"""
    form, mention = before.form, scene.mentions.at(before.index)
    if before.low in scene.rules.recalls:
        return True
    if mention is not None:
        return mention.case == "nom" and mention.kind != "place" and form.pos == "NOUN"
    if form.lemma in scene.rules.texts and form.case == "loc":
        return True
    return form.suffix != "ki" and form.verb_form != "participle" and form.pos not in ("NOUN", "ADJ", "PROPN", "DET", "NUM")


def only_attacker(scene: Scene, source: list[Party]) -> list[Party]:
    """Who did the hostile deeds told of so far, if it is one actor, and not this side."""
    doers = [t for deed in scene.deeds if deed.type == "ASSAULT" and deed.layer == DONE for t in deed.source]
    if not doers or any(not akin(t, doers[0]) for t in doers) or any(akin(doers[0], s) for s in source):
        return []
    return [Party(doers[0].actor, doers[0].span, "inferred")]


def asked(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whose deed is asked for: the subject of the first active -mA clause before ("X'in çekilmesi, Y'nin açılması çağrısı yapıldı")."""
    layout = scene.layout
    quote = layout.tokens[p.head].speech
    low = clause_start(layout, scene.mentions, p, sentence.first, CLOSING)
    for at in range(max(low, crowd(scene, p, ["dat", "abl", "acc", "gen"], low)), p.first):
        form, before = layout.tokens[at].form, layout.tokens[at - 1]
        if form.passive and before.form.case == "gen" and not before.capital:
            continue  # "adımların | atılması": nobody's
        if form.case == "dat" and layout.tokens[at + 1].low not in ABOUT:
            continue  # "Y'nin kapatmasına | tepki gösteren X, kararın geri alınmasını istedi"
        if layout.tokens[at].speech == quote and form.suffix == "ma" and form.possessive.startswith("3") and not must_be_passive(layout.tokens[at]):
            return actors(scene, genitive(layout, scene.mentions, low, at, strict=True) or of_forces(scene, low, at))
    return []


def of_forces(scene: Scene, low: int, at: int) -> list[Mention]:
    """Whose thing is to be done with: his who must do it ("X'in askerlerini geri | çekmesini istedi", "X'in saldırılarını durdurması")."""
    for mention in reversed(scene.mentions.within(max(low, at - 6), at)):
        if any(must_be_passive(t) for t in scene.layout.tokens[mention.last : at]):
            return []  # "X'in görev süresinin uzatılmasına destek | vermesini istedi"
        if mention.case == "gen" and scene.layout.tokens[mention.last].form.case == "acc":
            return [mention]
    return []


def asked_crowd(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """A crowd that is asked, in its base form ("uluslararası toplum", "tüm ülkeler")."""
    layout = scene.layout
    low = clause_start(layout, scene.mentions, p, sentence.first, CLOSING)
    cases = [*p.frame.wants["to"], *(["gen"] if p.frame.wants["type"] == "REQUEST" else [])]
    at = crowd(scene, p, cases, low)
    form = layout.tokens[at].form
    if form.lemma not in scene.rules.crowds or form.case not in cases or at == p.first or not is_crowd(scene, at):
        return []
    row = [*before_crowd(scene, low, at), *behind_crowd(scene, low, at)]
    named = [t for t in row if not isinstance(t.actor, Unnamed)]
    return [*(named or row), crowd_at(layout, low, at)]


def opening_crowd(scene: Scene, low: int, at: int) -> list[Party]:
    """The crowd whose noun is token `at`, if it is one."""
    return [crowd_at(scene.layout, low, at)] if scene.layout.tokens[at].form.lemma in scene.rules.crowds and is_crowd(scene, at) else []


def before_crowd(scene: Scene, low: int, at: int) -> list[Party]:
    """Who is asked in a row before the crowd whose noun is token `at` ("X yönetiminden, | arabuluculardan", "toplum ve | kuruluşlara")."""
    tokens, case, found = scene.layout.tokens, scene.layout.tokens[at].form.case, list[Party]()
    while (last := row_end(scene.layout, low, at)) > low:
        form, other = tokens[last].form, scene.mentions.at(last)
        alike = form.case == case or (form.case in ("nom", "") and not form.possessive and tokens[last + 1].low == "ve")
        if other is not None and other.actor and other.case == case:
            found = [*(actors(scene, [other]) if other.kind != "group" else ()), *found]  # "taraflara": whoever they are
            at = other.first
        elif other is None and alike and form.lemma in scene.rules.crowds and is_crowd(scene, last):
            found = [crowd_at(scene.layout, low, last), *found]
            at = last
        else:
            break
    return found


def row_end(layout: Layout, low: int, at: int) -> int:
    """The last word before the comma or "ve" that joins the phrase which token `at` ends to another; -1 where none does."""
    tokens = layout.tokens
    for join in range(at - 1, max(low, at - PHRASE), -1):
        if tokens[join].low in JOINING:
            return join - 1
        form = tokens[join].form
        if form.verb_form or form.case not in ("nom", "", "gen") or tokens[join].kind != "word":
            return -1
    return -1


def behind_crowd(scene: Scene, low: int, at: int) -> list[Party]:
    """Who is asked beside the crowd whose noun is token `at` ("uluslararası topluma ve (özellikle) | Birleşmiş Milletlere")."""
    tokens = scene.layout.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].low != "ve":
        return []
    for token in tokens[at + 2 : at + 2 + PHRASE]:
        other, form = scene.mentions.at(token.index), token.form
        if other is not None:
            return actors(scene, [other]) if other.actor and other.case == tokens[at].form.case else []
        if form.case == tokens[at].form.case and form.lemma in scene.rules.crowds:
            return [crowd_at(scene.layout, low, token.index)] if is_crowd(scene, token.index) else []
        if form.verb_form or form.case not in ("nom", ""):
            return []
    return []


def crowd_at(layout: Layout, low: int, at: int) -> Party:
    """The crowd whose noun is token `at`, in its base form."""
    form = layout.tokens[at].form
    placed = layout.tokens[at - 1].form.suffix == "ki" and layout.tokens[at - 1].capital  # "Ortadoğu'daki | yönetimler"
    first = at - 1 if at > low and (layout.tokens[at - 1].form.pos in ("ADJ", "DET") or placed) else at
    plural = ("lar" if "lar" in layout.tokens[at].low else "ler") if form.number == "pl" else ""
    as_written = is_west(layout.tokens[at]) or (layout.tokens[at].capital and at > first)
    head = layout.tokens[at].text[: len(form.lemma)] if as_written else form.lemma
    owned_by = ("ı" if plural == "lar" else "i") if plural and form.possessive.startswith("3") and form.case in ("dat", "abl") else ""
    words = " ".join([*(lowered(t, first == low) for t in layout.tokens[first:at]), head + plural + owned_by])
    span = Span(layout.tokens[first].start, layout.tokens[at].end)
    return Party(Unnamed(words, span), span)


def lowered(token: Token, opens: bool) -> str:
    """The word as it stands inside a sentence."""
    return token.low if opens else token.text


def is_west(token: Token) -> bool:
    return token.low.startswith(("batı'", "batı’"))


def demanded_of(scene: Scene, low: int, high: int) -> list[Party]:
    """The crowd that a demand names as its subject ("tüm ülkeler adım atmalı")."""
    for at in range(low, high):
        form = scene.layout.tokens[at].form
        if form.lemma in scene.rules.crowds and form.case == "nom" and not form.possessive and is_crowd(scene, at):
            return [crowd_at(scene.layout, low, at)]
    return []


def crowd(scene: Scene, p: Predicate, cases: list[str], low: int) -> int:
    """Where a request names a crowd as its target ("uluslararası topluma", "tüm ülkelere"): nobody before it is asked."""
    tokens = scene.layout.tokens
    for at in range(p.first - 1, low - 1, -1):
        form = tokens[at].form
        if form.verb_form == "finite":
            return low
        if form.lemma in scene.rules.crowds and form.case in cases and is_crowd(scene, at):
            return at
    return low


def is_crowd(scene: Scene, at: int) -> bool:
    """Is it many or all, and no named state's ("Libya'nın taraflarına")?"""
    tokens = scene.layout.tokens
    before = tokens[at - 1] if at else tokens[at]
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if tokens[at].form.case == "gen" and at + 1 < len(tokens) and owned(tokens[at + 1]) and tokens[at + 1].form.lemma != "üzer":
        return False  # "tüm tarafların | çıkarlarını gözeten"
    if after in ("karşı", "yönelik", "biri", "birinin", "birisi"):
        return False
    whole = is_west(tokens[at]) or before.low in scene.rules.all or (tokens[at].form.number == "pl" and before.low != "hangi")
    named = scene.mentions.at(at - 1)
    anywhere = named is None or (isinstance(named.entity, Place) and home(scene, named.entity) is None and before.form.suffix == "ki")
    return whole and tokens[at].low != "tarafından" and anywhere  # "Ortadoğu'daki | yönetimlere"


def shared_object(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The object of the converb right before, which the verb shares ("X'i arayarak | tebrik etti")."""
    tokens = scene.layout.tokens
    at = p.first - 1
    if at <= sentence.first or tokens[at].form.verb_form != "converb" or tokens[at].form.suffix not in ("arak", "ip"):
        return []
    mention = next((m for m in reversed(scene.mentions.within(sentence.first, at))), None)
    near = mention is not None and all(t.form.case == "ins" or t.form.pos == "ADV" for t in tokens[mention.last : at])
    return actors(scene, [mention]) if mention is not None and mention.case == "acc" and near else []


def backed(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Who does what he does with another's support ("X, Y'nin desteğiyle arabuluculuk yapıyor", "X'in Y'nin desteğiyle başlattığı")."""
    if p.form.verb_form or p.form.case != "ins" or not source:
        return []
    tokens, said = scene.layout.tokens, scene.statements.at(scene.layout.tokens[p.head].start)
    low = sentence.first if said is None else max(sentence.first, scene.layout.token_at(said.span.start))
    for mention in reversed(scene.mentions.within(low, p.first)):
        stands = part(scene.layout, scene.mentions, mention)
        if any(t.form.verb_form for t in tokens[mention.last : p.first]):
            return []  # "Y'nin dağılmasının ardından X, …"
        set_off = stands == "nom" and (mention.first == sentence.first or tokens[mention.last].low in (",", "ise", "da", "de"))
        if tokens[mention.first].speech != tokens[p.head].speech or not mention.actor or not (set_off or stands == "gen"):
            continue
        row = conjuncts_before(scene.layout, scene.mentions, mention, sentence.first - 1)
        found = [t for t in actors(scene, row) if all(not akin(t, s) for s in source)]
        if found:
            return found
    return []


def answers(p: Predicate) -> bool:
    """Is it an answer to what was done before ("karşılık vereceğiz", "karşılık verme hakkını saklı tutuyor")?"""
    return bool(p.frame.wants.get("future") or p.frame.wants.get("answers"))


def attacker(scene: Scene, source: list[Party]) -> list[Party]:
    """Who did the last hostile deed against this side, or was blamed by it last."""
    for deed in reversed(scene.deeds[-RECALLED:]):
        if deed.type in HOSTILE and any(akin(t, s) for t in deed.target for s in source):
            return [Party(t.actor, t.span, "inferred") for t in deed.source]
        if deed.type == "ACCUSE" and any(akin(t, s) for t in deed.source for s in source):
            return [Party(t.actor, t.span, "inferred") for t in deed.target]
    return []


def thanked_for(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whose help one is thankful for ("X'in desteği için teşekkür etti")."""
    tokens, at = scene.layout.tokens, p.first - 1
    if at - 1 <= sentence.first or tokens[at].low != "için" or not tokens[at - 1].form.possessive.startswith("3"):
        return []
    return actors(scene, genitive(scene.layout, scene.mentions, sentence.first, at - 1, strict=True))


def provoker(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whose deed would be answered ("X'in saldırması halinde karşılık vereceklerini söyledi")."""
    for at in range(p.first - 2, max(sentence.first, p.first - 8), -1):
        form = scene.layout.tokens[at].form
        if form.suffix == "ma" and form.possessive.startswith("3") and scene.layout.tokens[at + 1].low in ("halinde", "durumunda"):
            return actors(scene, genitive(scene.layout, scene.mentions, sentence.first, at, strict=True))
    return []


def struck_before(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Where a noun tells the blow and its sentence no place: the last place of the sentence before ("… Togo'da. X'in saldırıları sürdü")."""
    if sentence.index < 1 or p.form.verb_form not in ("", "verbal_noun") or scene.layout.tokens[p.head].speech >= 0:
        return []
    before = scene.layout.sentences[sentence.index - 1]
    for mention in reversed(scene.mentions.within(before.first, before.last)):
        if mention.case in (("loc", "dat", "gen") if isinstance(mention.entity, Place) else ("loc",)) and isinstance(mention.entity, Place | State):
            found = [Party(t.actor, t.span, "inferred") for t in actors(scene, [mention])]
            if found:
                return found if all(not akin(t, s) for t in found for s in source) else []
    return []


def same_victim(scene: Scene, p: Predicate, source: list[Party]) -> list[Party]:
    """Whom all blows of this doer told of so far struck, if it is one, where a verb names nobody ("(X, Y'yi vurdu.) X, yardımları engelliyor")."""
    if p.frame.wants.get("there") or not p.form.verb_form or scene.layout.tokens[p.head].speech >= 0:
        return []
    told = [d for d in scene.deeds if d.type in STRIKES and d.layer == DONE and any(akin(a, b) for a in d.source for b in source)]
    victims = [t for d in told for t in d.target]
    if len(told) < 2 or any(not akin(v, victims[0]) for v in victims) or state_of(victims[0].actor) is None:
        return []
    return [Party(victims[0].actor, victims[0].span, "inferred")]


def own_country(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The speaker's country, where he says "ülkemize", "ülkesine" or "ülkenin güneyine"."""
    said = scene.statements.at(scene.layout.tokens[p.head].start)
    near = scene.layout.tokens[max(sentence.first, p.first - 16) : p.first]
    if said is None or not any(t.form.lemma == "ülke" and (t.form.possessive or t.form.case == "gen") and t.form.number == "sg" for t in near):
        return []
    return as_actors(scene, speaker(said))


def asked_in_talks(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """With whom he talks who says something in those talks ("X ile görüşmesinde saldırıların durdurulmasını | istedi", "X'i arayarak … iletti")."""
    if p.frame.wants.get("said") or not source or not p.form.verb_form:
        return []
    outer = sentence.quote < 0 and sentence.index > 0  # a sentence within a quotation has a number of its own
    again = outer and any(is_talk(t.form) for t in scene.layout.tokens[sentence.first : p.first])
    opening = scene.layout.sentences[sentence.index - 1].first if again else sentence.first
    low, high = scene.layout.tokens[opening].start, scene.layout.tokens[p.first].start
    for meeting in sorted(scene.meetings, key=lambda m: m.evidence.start, reverse=True):
        if not low <= meeting.evidence.start < meeting.evidence.end <= high:
            continue
        at = scene.layout.token_at(meeting.evidence.end) - 1
        if at >= sentence.first and not is_scene_of_words(scene.layout.tokens[at]):
            return []
        told = as_actors(scene, [Party(a, meeting.evidence, "inferred") for a in meeting.participants])
        others = [t for t in told if not akin(t, source[0])]
        return others if len(others) == 1 and len(others) < len(told) else []
    return []


def is_talk(form: Form) -> bool:
    """ "görüşmede"."""
    return form.lemma in TALK and form.case == "loc" and form.number != "pl"


def is_scene_of_words(token: Token) -> bool:
    """Does the word tell an encounter as that in which something is said ("görüşmesinde", "görüşerek", "arayan")?"""
    form = token.form
    return form.case == "loc" or form.suffix in ("arak", "ip") or (form.suffix == "an" and form.case == "nom")


def whose_affair(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """The one state where, or with whose things, what is asked is to be done by nobody named, no blow told of ("X'te yasakların kaldırılmasını")."""
    tokens = scene.layout.tokens
    if p.frame.wants.get("said") or not p.form.verb_form or not p.first or not is_asked_of_nobody(tokens[p.first - 1]):
        return []
    low = clause_start(scene.layout, scene.mentions, p, sentence.first, CLOSING)
    if has_word(scene.layout, STRUCK, low, p.first) or any(t.low in AGAINST for t in tokens[low : p.first]):
        return []
    low = max((t.index + 1 for t in tokens[low : p.first] if t.low == "için"), default=low)
    told: list[Party] = []
    for mention in scene.mentions.within(low, p.first):
        if mention.actor and isinstance(mention.entity, Place | State) and is_where(scene, mention):
            told.extend(t for t in actors(scene, [mention]) if all(not akin(t, o) for o in (*told, *source)))
    return told if len(told) == 1 else []


def is_where(scene: Scene, mention: Mention) -> bool:
    """Does it tell where, or whose people or things ("X'te", "X'teki", "X halkının taleplerine"), not who is dealt with ("X'in tanınmasını")?"""
    stands = part(scene.layout, scene.mentions, mention)
    after = scene.layout.tokens[mention.last].form if mention.last < len(scene.layout.tokens) else None
    had = after is not None and after.possessive.startswith("3") and not after.verb_form
    people = stands == "modifier" and after is not None and after.case == "gen"
    return stands == "loc" or scene.layout.tokens[mention.last - 1].form.suffix == "ki" or (had and (stands == "gen" or people))


def is_asked_of_nobody(token: Token) -> bool:
    """Is it a clause without a doer that is asked for ("kaldırılmasını", "son bulması", "bir çözüm")?"""
    form = token.form
    return form.suffix == "ma" and form.possessive.startswith("3") and (must_be_passive(token) or form.lemma in ENDING)


def who_tells_it(scene: Scene, p: Predicate, source: list[Party]) -> list[Party]:
    """The state whose officer tells what another wants done by nobody named ("X, Y'nin üssün | vurulmasını istediğini söyledi")."""
    said, before = scene.statements.at(scene.layout.tokens[p.head].start), scene.layout.tokens[p.first - 1]
    if said is None or said.mode != "indirect" or p.form.suffix != "dik" or p.form.negative or p.frame.wants.get("said"):
        return []
    if not before.form.passive or before.form.suffix != "ma" or before.form.case != "acc":
        return []
    between = scene.layout.tokens[scene.layout.token_at(source[0].span.end) : p.first] if source else []
    if any(t.form.suffix in ("dik", "acak") and t.form.case == "acc" and t.form.possessive for t in between):
        return []  # "X'in yetkisinin buna bağlı olduğunu, … oluşturulmasını istediğini"
    return [Party(t.actor, t.span, "inferred") for t in as_actors(scene, speaker(said)) if state_of(t.actor) is not None]


def for_own_country(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The speaker's country, where it is helped or backed ("X'in ülkesine | yardım ettiğini söyledi")."""
    low = clause_start(scene.layout, scene.mentions, p, sentence.first, CLOSING)
    near = [t.form for t in scene.layout.tokens[low : p.first]]
    is_told = any(form.lemma == "ülke" and form.possessive and form.case in p.frame.wants["to"] and form.number == "sg" for form in near)
    return own_country(scene, p, sentence) if is_told else []


def hit(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whose people a blow hit, told behind it ("X'in saldırısında | iki Çadlı öldü", "X'in açtığı ateş sonucu | bir Çad askeri yaralandı")."""
    tokens, people = scene.layout.tokens, None
    if tokens[p.reach].form.case != "loc" and not follows(scene.layout, p.reach + 1, RESULT):
        return []
    for token in tokens[p.reach + 1 : min(p.reach + 12, sentence.last)]:
        code = people_state(token) if people is None and token.capital else None
        people = Party(scene.states.of(code), token.span) if code is not None else people
        if people is not None and any(form.lemma in scene.rules.hurting for form in token.forms):
            return [people]
        if token.form.verb_form == "finite":
            return []
    return []


def struck(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """The state of the nearest place around the words ("Çad'ın saldırısında Niamey'de yaralanan")."""
    before = scene.mentions.within(max(sentence.first, p.first - 12), p.first)
    after = scene.mentions.within(p.last, min(sentence.last, p.last + 5))
    for mention in (*reversed(before), *after):
        if any(t.form.lemma in STREETS for t in scene.layout.tokens[mention.first : mention.last + 1]):
            continue  # "Selahaddin Caddesi'nde": whatever it is called after
        within = mention.case == "gen" and mention.last < p.first and scene.layout.tokens[mention.last].form.suffix == "ki"
        within = within and scene.mentions.at(mention.last) is None  # "Çad'ın | doğusundaki (köyde)"
        if (within or mention.case in ("loc", "dat")) and isinstance(mention.entity, Place | State):
            found = [Party(t.actor, t.span, "inferred") for t in actors(scene, [mention])]
            if found and all(not akin(t, s) for t in found for s in source):
                return found
    return []
