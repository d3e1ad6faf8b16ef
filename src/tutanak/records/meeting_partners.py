"""The other parties of a verb's or noun's encounter, by the cases that the rule names."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Organisation, Person, Place, State, Unnamed
from tutanak.records.frames import match_at
from tutanak.records.grammar import ABOUT, CLOSING, OCCASION
from tutanak.records.meeting_delegates import company, delegates_before, envoys, home_of, leaders, named_among, named_mention, nationals, partners
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.parties import (
    behind_attribute,
    by_agent,
    conjuncts_before,
    follows,
    front,
    genitive,
    grammatical_subject,
    has_team,
    is_nominalised,
    is_object_relative,
    left_out,
    next_verb,
    nominative,
    part,
    state_of,
)
from tutanak.text.layout import Layout, Token

PASSING: Final = word_list("meetings", "passing")
BY: Final = "tarafından"
BESIDE: Final = frozenset(("yanı",))
# "yüz yüze", "baş başa"
FACE: Final = frozenset(("yüze", "başa"))
FOLLOWERS: Final = word_list("meetings", "followers")
SINCE: Final = frozenset(("beri", "itibaren"))
BOTH: Final = frozenset(("hem", "de", "da", "ile", ","))
REPRESENTATIVES: Final = frozenset(("temsilci", "yetkili", "yönetici"))
AWAY: Final = ABOUT | {"karşı", "göre", "rağmen", "doğru"}


# "önce A sonra B ile"
FIRST: Final = frozenset(("önce", "ilk", "olarak"))

# "A ve diğer liderlerle"
OTHERS: Final = frozenset(("diğer", "bazı"))


def objects(scene: Scene, setting: Setting) -> list[Mention]:
    """The other parties: partners before the verb in its own clause (else in the sentence), or objects in the rule's case."""
    p = setting.predicate
    wants = p.frame.wants
    if p.passive and "ins" not in wants["with"]:
        return patients(scene, setting)
    there = [m for m in scene.mentions.within(p.last, min(p.last + 4, setting.high)) if m.case == "loc"][:1]
    if there and wants.get("at") and p.form.suffix == "dik":
        return there  # "temaslarda bulunduğu Belgrad'da"
    led = visited_behind(scene, setting) if wants.get("to") or wants.get("tour") else []
    if led:
        return led
    if wants.get("there"):
        place = scene.mentions.at(p.first - 1)
        return [place] if place is not None and place.case == "loc" and isinstance(place.entity, Place | State) else []
    cases: list[str] = ["dat"] if wants.get("to") else list(wants["with"])
    contacts = in_cases(scene, setting, ["ins"], setting.start) if wants.get("at") else []
    if contacts:
        return contacts
    found = envoys(scene, setting.start, p.first, cases) or (nationals(scene, setting.start, p.first) if "ins" in cases else [])
    found = found or in_cases(scene, setting, cases, setting.start)
    if not found and "ins" in cases and not p.passive and not meets_others(scene, setting):
        found = in_cases(scene, setting, cases, setting.low)
    if not found and "ins" in cases:
        before = scene.layout.tokens[setting.start - 1].form
        passed = before.passive and before.suffix == "an"  # "partililerle gerçekleştirilen buluşmada"
        found = partners(scene, setting.low if passed else setting.start, setting.low, p.first)
    if wants.get("human"):
        return [m for m in found if is_human(m)] or ([m for m in delegation(scene, setting) if is_human(m)] if "acc" in cases else [])
    if not found and (wants.get("tour") or wants.get("to")):
        found = land_told(scene, setting, cases)
    if found and (wants.get("tour") or wants.get("to")):
        found = [*visited_before(scene, setting, found[0]), *found]
    if not found and "acc" in cases:
        sent = delegation(scene, setting)
        if sent:
            return sent
        found = in_cases(scene, setting, ["ins"], setting.start) if wants.get("tour") else []
        if not found and wants.get("person"):
            return sent_to(scene, setting) or [m for m in company(scene, setting.start, p.first, "acc") if stands_for_others(scene, m)]
    return [m for m in found if not wants.get("person") or is_actor(m) or is_sent(scene, m)]


def visited_behind(scene: Scene, setting: Setting) -> list[Mention]:
    """The place right behind "gittiği, ziyaret ettiği" ("birlikte gittiği Yemen'de", "geldiği Belçika'nın başkenti Brüksel'de")."""
    p = setting.predicate
    there = scene.mentions.at(p.last) if is_object_relative(p) and p.form.case in ("nom", "") and p.last < setting.high else None
    if there is None or there.first != p.last or not isinstance(there.entity, Place | State):
        return []
    city = scene.mentions.at(there.last + 1) if there.case == "gen" and there.last + 1 < setting.high else None
    return [city if city is not None and isinstance(city.entity, Place) and city.case in ("loc", "dat", "acc") else there]


def visited_before(scene: Scene, setting: Setting, last: Mention) -> list[Mention]:
    """States visited before the last one ("3 Mayıs'ta İran'ı, 8 Mayıs'ta ise Türkiye'yi ziyaret etti", "Peru'ya ve Çad'a gitti")."""
    told = scene.mentions.within(setting.start, last.first)
    apart = [m for m in told if m.case == last.case == "acc" and isinstance(m.entity, State) and scene.layout.tokens[m.last].low == ","]
    return apart or joined_before(scene, setting.start, last)


def joined_before(scene: Scene, low: int, last: Mention) -> list[Mention]:
    """Those of a list in which each has the ending of the last one ("Peru'ya, Çad'a | ve Mısır'a")."""
    found, at = list[Mention](), last.first - 1
    while at > low and scene.layout.tokens[at].low in ("ve", ","):
        before = scene.mentions.at(at - 1)
        if before is None or before.last != at or before.case != last.case or not isinstance(before.entity, State | Place):
            break
        found.insert(0, before)
        at = before.first - 1
    return found if isinstance(last.entity, State | Place) and last.case in ("dat", "acc") else []


def land_told(scene: Scene, setting: Setting, cases: list[str]) -> list[Mention]:
    """The state or town told before to which a foreigner goes by a common noun ("Libya'da seçim yapıldı. X dün | ülkeyi ziyaret etti")."""
    near = scene.layout.tokens[max(setting.low + 1, setting.predicate.first - 4) : setting.predicate.first]
    land = next((t.index for t in reversed(near) if is_land(scene, t, cases)), -1)
    if land < 0:
        return []
    first = scene.layout.sentences[max(0, setting.number - 2)].first
    before = (m for m in reversed(scene.mentions.within(first, land)) if isinstance(m.entity, State | Place) and m.kind != "group")
    found = next((m for m in before if state_of(m.entity) is not None), None)
    travellers = [m.entity for m in scene.mentions.within(setting.low, setting.high) if isinstance(m.entity, Person)]
    abroad = found is not None and any((q.state or q.org) and q.state != state_of(found.entity) for q in travellers)
    return [found] if found is not None and abroad else []


def is_land(scene: Scene, token: Token, cases: list[str]) -> bool:
    """Is it the land, or what one visits of it, without an attribute of its own ("bu ülkeyi, dün kenti", not "iki ülkeyi, komşu ülkeye")?"""
    words = scene.rules.lands | scene.rules.regions if "acc" in cases else scene.rules.lands
    if not any(f.lemma in words and f.case in cases and f.number == "sg" and not f.possessive for f in token.forms):
        return False
    before = scene.layout.tokens[token.index - 1]
    named = scene.mentions.at(before.index) is not None or scene.is_dated(before.index)
    return named or before.low == "bu" or before.form.pos not in ("ADJ", "NUM", "DET", "NOUN")


def are_contacts(scene: Scene, setting: Setting, others: list[Mention]) -> bool:
    """Are those with whom one had contacts told ("X ile temaslarda bulundu"), not where?"""
    return bool(setting.predicate.frame.wants.get("at")) and bool(others) and part(scene.layout, scene.mentions, others[-1]) == "partner"


def meets_others(scene: Scene, setting: Setting) -> bool:
    """Does the verb's own clause name whom one met, though nobody in particular ("çocuklarla")?"""
    tokens = scene.layout.tokens[setting.start : setting.predicate.first]
    others = (t for t in tokens if t.form.case == "ins" and "pl" in (t.form.number, t.form.possessive[1:]) and not t.capital)
    return setting.start > setting.low and next(others, None) is not None


def delegation(scene: Scene, setting: Setting) -> list[Mention]:
    """Who leads the delegation that is the object ("X başkanlığındaki heyeti", "X ile beraberindekilerden oluşan heyeti")."""
    layout, p = scene.layout, setting.predicate
    near = layout.tokens[max(setting.start, p.first - 8) : p.first]
    at = next((t.index for t in reversed(near) if t.form.lemma in scene.rules.delegations and any(f.case == "acc" for f in t.forms)), -1)
    if at < 0:
        return []
    among = named_among(scene, at)
    if among:
        return among
    for mention in reversed(scene.mentions.within(setting.low, at)):
        leads = follows(layout, mention.last, scene.rules.leads) or part(layout, scene.mentions, mention) == "partner"
        if leads and isinstance(mention.entity, Person):
            return [mention]
    return home_of(scene, setting.low, at)


def sent_to(scene: Scene, setting: Setting) -> list[Mention]:
    """The states whose people are received ("Kenya ve Uganda liderlerini ağırladı")."""
    found = delegates_before(scene, setting.start, setting.predicate.first)
    if found is None or found.stands != "acc" or not found.enough or setting.predicate.first - found.head > 2:
        return []
    return [named_mention(scene, actor, span) for actor, span in found.actors]


def stands_for_others(scene: Scene, mention: Mention) -> bool:
    """Are those received a state's people, or representatives ("iki sendikanın temsilcilerini kabul etti")?"""
    last = scene.layout.tokens[mention.last - 1]
    return isinstance(mention.entity, State) or (last.form.lemma in REPRESENTATIVES and last.low.endswith(("lerini", "larını")))


def is_sent(scene: Scene, mention: Mention) -> bool:
    """A state that its delegation stands for ("Katar heyetini, Katarlı bir heyeti kabul etti")."""
    if scene.layout.tokens[mention.last - 1].form.lemma in scene.rules.delegations:
        return True
    return isinstance(mention.entity, State | Organisation) and mention.case == "nom" and part(scene.layout, scene.mentions, mention) != "nom"


def patients(scene: Scene, setting: Setting) -> list[Mention]:
    """Who is received, in the passive: subject, genitive of a nominalised verb, or head of a participle."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    if is_nominalised(p):
        found = genitive(layout, mentions, setting.low, p.first, strict=True) or genitive(layout, mentions, setting.low, p.first)
        found = found or teller_received(scene, setting)
    else:
        hosts = agents(scene, setting) if p.finite else []
        found = nominative(layout, mentions, setting.low, hosts[0].first) if len(hosts) > 1 else []
        found = found or grammatical_subject(layout, mentions, p, setting.low, setting.high)
        if not found and p.finite and setting.start == setting.low:
            found = left_out(layout, mentions, setting.sentence)  # "… tarafından kabul edilecek"
    if p.frame.wants.get("human"):
        return [m for m in found if is_human(m)]
    kept = [m for m in found if not p.frame.wants.get("person") or is_actor(m)]
    return kept or (received(scene, setting) if p.frame.wants.get("person") else [])


def teller_received(scene: Scene, setting: Setting) -> list[Mention]:
    """Who tells by whom he was received ("X, Y tarafından kabul edildiğini söyledi"), where nothing else owns the verb ("önerinin")."""
    by = agents(scene, setting)
    if not by or any(t.form.case == "gen" for t in scene.layout.tokens[setting.low : by[0].first]):
        return []
    return nominative(scene.layout, scene.mentions, setting.low, by[0].first)


def received(scene: Scene, setting: Setting) -> list[Mention]:
    """Whose delegation is the subject of a passive ("ABD heyeti, X tarafından | kabul edildi")."""
    for token in scene.layout.tokens[setting.low : setting.predicate.first]:
        if token.form.lemma in scene.rules.delegations and token.form.case in ("nom", "gen"):
            return home_of(scene, setting.low, token.index)
    return []


def agents(scene: Scene, setting: Setting, at: int = -1) -> list[Mention]:
    """Those by whom it is done, in a list without "ve" too ("A, B, C tarafından"), or whose delegation ("Peru'dan bir heyet tarafından")."""
    at = at if at >= 0 else setting.predicate.first
    found = by_agent(scene.layout, scene.mentions, setting.low, at)
    return [*listed_too(scene, setting, found), *found] if found else delegation_by(scene, setting, at)


def delegation_by(scene: Scene, setting: Setting, high: int) -> list[Mention]:
    """Who leads or sent the delegation by whom it is done ("X başkanlığındaki heyet, Peru'dan bir heyet | tarafından")."""
    at = next((t.index - 1 for t in scene.layout.tokens[setting.low + 1 : high] if t.low == BY), -1)
    if at < 0 or scene.layout.tokens[at].form.lemma not in scene.rules.delegations:
        return []
    return leaders(scene, setting.low, at) or home_of(scene, setting.low, at)


def is_human(mention: Mention) -> bool:
    return any(isinstance(e, Person) or (isinstance(e, Unnamed) and e.state is not None) for e in mention.entities)


def is_actor(mention: Mention) -> bool:
    """Can it be received or called: a person, a body, someone described?"""
    return any(isinstance(e, Person | Organisation | Unnamed) for e in mention.entities)


def met_by(scene: Scene, setting: Setting) -> list[Mention] | None:
    """Whom "görüştüğü" stands before; none before a verb, a mark or a word for the encounter, its time or its claim; None before others."""
    p, layout = setting.predicate, scene.layout
    after = layout.tokens[p.last] if p.last < len(layout.tokens) else None
    if after is None or (after.form.pos not in ("NOUN", "ADJ", "PROPN") and scene.mentions.at(p.last) is None):
        return []
    if after.form.lemma in scene.rules.aside or match_at(layout, scene.rules.frames, p.last, p.last) is not None:
        return []
    return [m for m in scene.mentions.within(p.last, p.last + 3) if is_actor(m)][:1] or None


def in_cases(scene: Scene, setting: Setting, cases: list[str], low: int) -> list[Mention]:
    """Mentions in one of these cases before the predicate, with those that share their ending; partners all, others the nearest."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    quote = layout.tokens[p.head].speech
    found: list[Mention] = []
    for mention in reversed(mentions.within(low, p.first)):
        if mention.last > p.first or layout.tokens[mention.first].speech != quote or mention in found:
            continue
        if mention.first > 0 and layout.tokens[mention.first - 1].low == "beraberindeki":
            continue  # "X ve beraberindeki Taliban heyeti ile"
        if mention.kind == "group" and mention.last - mention.first == 1 and layout.tokens[mention.first].form.possessive.startswith("3"):
            continue  # "aday ülkelerin bakanlarına": not the ministers told before
        stands = stands_in(scene, mention)
        if is_elsewhere(scene, setting, mention, stands, not found) or (stands == "partner" and comes_along(scene, mention, setting.low)):
            continue
        if stands == "partner" and "ins" in cases:
            if not found or mention.last + 1 >= found[0].first or are_both(scene, mention, found[0]):
                found[:0] = [m for m in conjuncts_before(layout, mentions, mention, low) if m not in found]
                found[:0] = before_others(scene, mention, low) or (met_first(scene, mention, low) if len(found) == 1 else [])
        elif not found and stands != "ins" and (stands in cases or ("acc" in cases and is_vague_object(layout, mention, stands, p.first))):
            found.extend(m for m in conjuncts_before(layout, mentions, mention, low) if m is mention or not comes_along(scene, m, setting.low))
            joint = behind_attribute(layout, mentions, mention, setting.low) if len(found) == 1 else -1
            found[:0] = [m for m in (mentions.at(joint - 1),) if joint > 0 and m is not None]
    if not found or "ins" not in cases:
        return found
    return [*besides(scene, found[0], low), *listed_too(scene, setting, found), *found]


def comes_along(scene: Scene, mention: Mention, low: int) -> bool:
    """Is it only company that the subject has ("beraberinde X ve Y | ile Roma'ya gitti")?"""
    for token in reversed(scene.layout.tokens[low : mention.first]):
        if token.low in scene.rules.company or token.low == "ile" or token.form.case == "ins" or token.form.verb_form:
            return token.low in scene.rules.company
    return False


def besides(scene: Scene, first: Mention, low: int) -> list[Mention]:
    """ "A ve B'nin yanı sıra | C ile": whom one met besides."""
    for mention in reversed(scene.mentions.within(low, first.first)):
        if mention.case == "gen" and follows(scene.layout, mention.last, BESIDE) and not isinstance(mention.entity, Place | Unnamed):
            alike = isinstance(mention.entity, Person) == isinstance(first.entity, Person)
            return conjuncts_before(scene.layout, scene.mentions, mention, low) if alike else []
    return []


def listed_too(scene: Scene, setting: Setting, found: list[Mention]) -> list[Mention]:
    """Those before a comma in a list that "ile" closes, where another is the subject ("X ayrıca A, | B ile C'yle görüştü")."""
    layout, more = scene.layout, list[Mention]()
    at = front(layout, scene.mentions, found[0], setting.low) - 1
    while at > setting.low and layout.tokens[at].low == ",":
        before = scene.mentions.at(at - 1)
        if before is None or before.last != at or before.case != "nom" or not isinstance(before.entity, Person):
            break
        more.insert(0, before)
        at = front(layout, scene.mentions, before, setting.low) - 1
    low = next((t.index for t in reversed(layout.tokens[setting.low : more[0].first]) if t.form.verb_form in CLOSING), setting.low) if more else at
    before_them = [m for m in scene.mentions.within(low, more[0].first) if isinstance(m.entity, Person)] if more else []
    subject = [m for m in before_them if part(layout, scene.mentions, m) == "nom"]  # not "A ile | B, C ile görüştü"
    return more if subject or not more else more[1:]


def before_others(scene: Scene, mention: Mention, low: int) -> list[Mention]:
    """ "A, B | ve diğer liderlerle, ve diğer Avrupalı liderlerle"."""
    tokens = scene.layout.tokens
    at = next((t.index for t in tokens[max(low + 1, mention.first - 3) : mention.first - 1] if t.low == "ve"), -1)
    if mention.kind != "group" or at < 0 or tokens[at + 1].low not in OTHERS:
        return []
    before = scene.mentions.at(at - 1)
    return conjuncts_before(scene.layout, scene.mentions, before, low) if before is not None and isinstance(before.entity, Person) else []


def met_first(scene: Scene, mention: Mention, low: int) -> list[Mention]:
    """ "önce A | sonra B ile"."""
    at = front(scene.layout, scene.mentions, mention, low) - 1
    before = scene.mentions.at(at - 1) if at > low and scene.layout.tokens[at].low in scene.rules.turns else None
    if before is None or before.case != "nom" or not isinstance(before.entity, Person):
        return []
    first = front(scene.layout, scene.mentions, before, low) - 1
    return [before] if first >= low and scene.layout.tokens[first].low in FIRST else []


def are_both(scene: Scene, mention: Mention, after: Mention) -> bool:
    """ "hem X'le hem de Y ile"."""
    between = [t.low for t in scene.layout.tokens[mention.last : front(scene.layout, scene.mentions, after, mention.last)]]
    return "hem" in between and all(word in BOTH for word in between)


def stands_in(scene: Scene, mention: Mention) -> str:
    """The role of a mention, or that of what follows it ("X ve beraberindekileri", "X onuruna")."""
    if escorted(scene.layout, mention):
        return "acc"
    if follows(scene.layout, mention.last, scene.rules.honours):
        return "dat"
    return part(scene.layout, scene.mentions, mention)


def is_elsewhere(scene: Scene, setting: Setting, mention: Mention, stands: str, nearest: bool) -> bool:
    """Does the mention belong to another word than the predicate?"""
    layout, p = scene.layout, setting.predicate
    if p.frame.wants.get("noun") and nearest:
        reach = setting.governor if 0 <= setting.governor < p.first else p.first
        unfolded = signed(scene, setting, mention.last, reach)
        if mention.kind == "group" and unfolded < reach and any(t.form.case == "gen" for t in layout.tokens[unfolded:reach]):
            return True  # "iki ülke arasında varılan anlaşmanın imza töreni": of what is signed
        reach = unfolded if isinstance(mention.entity, Person) else reach
        if is_verb(setting) and stands == "partner":
            reach = own_object(layout, reach)
        if taken_away(layout, mention, reach):
            return True
    if stands == "acc" and p.frame.wants.get("noun") and p.frame.wants.get("tour") and mention.last < p.first:
        return True  # only "X'i ziyareti", nothing between
    if p.frame.wants.get("to") and next_verb(layout, scene.mentions, mention.last - 1, p.first, 40) >= 0:
        return True
    if stands == "partner" and not p.frame.wants.get("noun"):
        joint = mention.last < p.first and layout.tokens[mention.last].low in ("ile", "ve")
        other = scene.mentions.at(mention.last + 1) if joint else None
        last = other.last if other is not None and other.first == mention.last + 1 else mention.last
        if last < p.first and layout.tokens[last].low == "arasındaki":
            return True  # "A ile B arasındaki sınırda … görüştü"
    if stands == "partner":
        return follows(layout, mention.last + (mention.case != "ins"), scene.rules.concerning)
    return (stands == "dat" and follows(layout, mention.last, AWAY)) or (stands == "gen" and follows(layout, mention.last, BESIDE))


def is_verb(setting: Setting) -> bool:
    """Do noun and light verb take an object together ("anlaşmayı | müzakere ediyor")?"""
    p = setting.predicate
    return setting.governor == p.last and p.form.case == "nom" and not p.form.possessive and p.frame.wants["kind"] == "talks"


def own_object(layout: Layout, at: int) -> int:
    """Where the object before token `at` begins, with the words that make it up ("yeni bir | petrol anlaşmasını")."""
    if at == 0 or layout.tokens[at - 1].form.case != "acc":
        return at
    at -= 1
    while at > 0 and layout.tokens[at - 1].form.pos in ("NOUN", "ADJ", "DET") and layout.tokens[at - 1].form.case in ("nom", "gen", ""):
        at -= 1
    return at


def signed(scene: Scene, setting: Setting, low: int, at: int) -> int:
    """Where the words before "imza töreni" begin that tell what is signed ("X ile | nükleer işbirliği anlaşmasının imza töreninde"), else `at`."""
    tokens, p = scene.layout.tokens, setting.predicate
    if p.frame.wants["kind"] != "ceremony" or tokens[p.first - 1].form.lemma != "imza":
        return at
    return at if any(t.form.verb_form in ("finite", "converb") or t.low == "," for t in tokens[low:at]) else low


def escorted(layout: Layout, mention: Mention) -> bool:
    """ "X ve beraberindekileri, X ile beraberindeki heyeti": the object's ending stands on who came with X."""
    words = layout.tokens[mention.last : mention.last + 3]
    if mention.case != "nom" or len(words) < 3 or words[0].low not in ("ve", "ile") or not words[1].low.startswith("beraberinde"):
        return False
    if words[1].low != "beraberindeki":
        return words[1].low.endswith("kileri")
    led = next((t for t in layout.tokens[mention.last + 2 : mention.last + 6] if t.form.lemma in FOLLOWERS), None)
    return led is not None and any(f.case == "acc" for f in led.forms) and layout.tokens[led.index + 1].low != "ile"


def is_vague_object(layout: Layout, mention: Mention, stands: str, at: int) -> bool:
    """ "Amerikalı diplomatı" near the verb: its ending is the accusative's as well as the possessive's."""
    if stands not in ("nom", "modifier") or mention.kind != "description" or at - mention.last > 2:
        return False
    return any(f.case == "acc" or f.possessive == "3sg" for f in layout.tokens[mention.last - 1].forms)


def taken_away(layout: Layout, mention: Mention, at: int) -> bool:
    """Does a noun between belong to another phrase, so that the name is no party to the noun at `at` ("ABD ile savaş, olası müzakereler")?"""
    after = mention.last + (2 if has_team(layout, mention.last) else 0)
    first = behind_occasion(layout, after, at)
    among = after < at and layout.tokens[after].low in ("arasında", "arasındaki")
    for token in layout.tokens[first:at]:
        form = token.form
        if among and form.verb_form not in ("finite", "converb"):
            continue  # "A ile B arasında … konusunda yapılan görüşmeler"
        if token.low == "günü" and layout.tokens[token.index + 1].low == "birlik":
            continue  # "günü birlik bir ziyaret"
        if form.case == "abl" and layout.tokens[token.index + 1].low in SINCE:
            continue  # "8 aydan beri yürütülen"
        if token.low in FACE or (form.case == "dat" and follows(layout, token.index + 1, AWAY)):
            continue  # "yüz yüze"; a topic: "sınıra ilişkin"
        if token.low == "ve" and layout.tokens[token.index - 1].low in FACE | {"ikili"}:
            continue  # "baş başa, ikili ve heyetler arası görüşme"
        if token.low == "ve" and layout.tokens[token.index - 1].form.verb_form == "participle":
            continue  # "yürütülen ve üç haftadır süren görüşmeler"
        if form.verb_form == "participle" and not form.passive and form.lemma not in PASSING:
            return True
        if token.low in (",", "ve") or (form.pos == "NOUN" and not form.verb_form and form.case in ("acc", "dat", "gen", "abl")):
            return True
    return False


def behind_occasion(layout: Layout, first: int, at: int) -> int:
    """Past an occasion or topic told in several words between partner and noun ("X ile tesisin açılışı dolayısıyla | düzenlenen"), else `first`."""
    last = next((t.index for t in reversed(layout.tokens[first:at]) if t.low in OCCASION or is_topic(layout, t) or is_aim(layout, t, first)), -1)
    told = layout.tokens[first:last] if last > first else []
    if last > 0 and is_topic(layout, layout.tokens[last]) and any(t.form.verb_form and t.form.verb_form != "verbal_noun" for t in told):
        return first
    return last + 1 if any(t.form.case == "gen" or t.form.verb_form for t in told) else first


def is_aim(layout: Layout, token: Token, first: int) -> bool:
    """ "X ile | sorunu görüşmek | üzere zirve": what an encounter is for, with an object of its own."""
    if token.low != "üzere" or layout.tokens[token.index - 1].form.suffix != "mak":
        return False
    return any(t.form.case == "acc" for t in layout.tokens[first : token.index])


def is_topic(layout: Layout, token: Token) -> bool:
    """ "sınırın açılmasına | yönelik": what an encounter is about."""
    return token.low in AWAY and token.low not in ("karşı", "göre", "rağmen") and layout.tokens[token.index - 1].form.case == "dat"
