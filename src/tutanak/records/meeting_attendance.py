"""Those in whose attendance an event takes place, before or behind its noun."""

from __future__ import annotations

from tutanak.mentions.model import Mention, Organisation, Person, Place, Unnamed
from tutanak.records.frames import match_at
from tutanak.records.meeting_delegates import delegates_before, named_mention
from tutanak.records.meeting_governor import at_form, is_attended
from tutanak.records.meeting_names import hyphened_people
from tutanak.records.meeting_partners import BESIDE
from tutanak.records.meeting_scene import Scene, Setting
from tutanak.records.parties import Party, conjuncts_before, follows, genitive, grammatical_subject, next_verb, nominative, part, parties, stem
from tutanak.text.layout import Layout


def attendees(scene: Scene, setting: Setting) -> list[Party]:
    """Those in whose attendance an event takes place ("A ve B'nin katılımıyla", "A, B ve C'den bakanların katıldığı"), if several."""
    for token in scene.layout.tokens[setting.low : max(setting.predicate.first, setting.governor)]:
        if token.form.lemma in scene.rules.attendance and token.form.case == "ins":
            found = parties(genitive(scene.layout, scene.mentions, setting.low, token.index))
            if len(found) < 2 or all(isinstance(q.actor, Unnamed) for q in found):
                found = listed_before(scene, setting.low if token.index < setting.predicate.first else setting.predicate.last, token.index)
        elif token.form.lemma == "katıl" and token.form.suffix == "dik" and token.index < setting.predicate.first:
            found = listed_before(scene, setting.low, token.index)
        else:
            continue
        if len(found) > 1:
            return found
    return []


def listed_before(scene: Scene, low: int, at: int) -> list[Party]:
    """All actors named before "katıldığı", in whatever case lists them ("Mısır'dan yetkililer ile Arap Birliği'nin")."""
    named = [m for m in scene.mentions.within(low, at) if part(scene.layout, scene.mentions, m) in ("nom", "gen", "abl", "partner", "modifier")]
    return [p for p in parties([m for m in named if not owns_object(scene.layout, m)]) if not isinstance(p.actor, Unnamed)]


def owns_object(layout: Layout, mention: Mention) -> bool:
    """Does a genitive belong to an object right behind it ("X'in sözlerini | katıldığı toplantıda")? Nobody says that X came."""
    form = layout.tokens[mention.last].form
    return mention.case == "gen" and form.case == "acc" and form.possessive.startswith("3") and not form.verb_form


def besides(scene: Scene, setting: Setting) -> list[Party]:
    """People of whom a sentence tells that they were there too ("Görüşmede X ile Y de hazır bulundu", "Kabule X de katıldı")."""
    layout, p = scene.layout, setting.predicate
    also = who_came_too(scene, setting)
    if also:
        return also
    if p.form.case not in ("loc", "dat") or (p.form.case == "dat" and p.frame.wants.get("named") and opens(scene, setting)):
        return []
    if not opens(scene, setting):
        return were_too(scene, setting)
    verb = next_verb(layout, scene.mentions, p.head, setting.high, 60)
    while verb >= 0 and layout.tokens[verb].form.verb_form != "finite":
        verb = next_verb(layout, scene.mentions, verb, setting.high, 60)
    if verb < 0 or not was_there(scene, verb):
        return []
    there = [m for m in scene.mentions.within(p.last, verb) if isinstance(m.entity, Person)]
    among = next((m for m in there if is_among(scene, m)), None)
    listed = conjuncts_before(layout, scene.mentions, among, p.last) if among is not None else []
    came = [m for m in there if part(layout, scene.mentions, m) in ("nom", "partner") or m in listed or is_beside(layout, m)]
    return parties([*hyphened_people(scene, p.first - 1), *came]) if came else []


def opens(scene: Scene, setting: Setting) -> bool:
    """Does the encounter, told before, open the sentence ("Görüşmede …", "X-Y görüşmesine …")?"""
    p = setting.predicate
    if p.first == setting.low:
        return not p.form.possessive
    if scene.layout.tokens[p.first - 1].form.suffix == "ki" and not p.form.possessive:
        there = scene.mentions.at(p.first - 1)
        return there is not None and there.first == setting.low and not isinstance(there.entity, Person)  # "Roma'daki görüşmede"
    guest = scene.mentions.at(p.first - 1) or scene.mentions.at(p.first - 2)
    given = layout_case(scene, p.first - 1) == "dat" or layout_case(scene, p.first - 2) == "dat"
    if guest is not None and guest.first == setting.low and given and isinstance(guest.entity, Person) and p.form.case == "loc":
        return not p.form.possessive  # "X'e görüşmede Y de eşlik etti"
    begin = next((t.index + 2 for t in scene.layout.tokens[setting.low : p.first] if t.low == "göre"), setting.low)
    return p.first == begin + 1 and bool(hyphened_people(scene, p.first - 1))


def who_came_too(scene: Scene, setting: Setting) -> list[Party]:
    """Of whom the participle before tells that they were there too, at the head of the sentence ("X'in de katıldığı | görüşmede")."""
    layout, p = scene.layout, setting.predicate
    form = layout.tokens[p.first - 1].form if p.first - 3 > setting.low else None
    if form is None or form.suffix != "dik" or not was_there(scene, p.first - 1):
        return []
    at = p.first - 2 if layout.tokens[p.first - 2].low in ("da", "de") else p.first - 3
    if layout.tokens[at].low not in ("da", "de"):
        return []
    if p.form.possessive or p.form.case in ("dat", "acc") or tells_of_encounter(scene, setting):
        return []
    last = scene.mentions.at(at - 1)
    listed = conjuncts_before(layout, scene.mentions, last, setting.low) if last is not None and last.case == "gen" else []
    return parties(listed) if listed and listed[0].first == setting.low and all(isinstance(m.entity, Person) for m in listed) else []


def tells_of_encounter(scene: Scene, setting: Setting) -> bool:
    """Do others meet by the verb behind ("X'in de katıldığı toplantıda A ile B bir araya geldi")?"""
    p = setting.predicate
    verb = next_verb(scene.layout, scene.mentions, p.head, setting.high, 60)
    found = match_at(scene.layout, scene.rules.frames, verb, p.last) if verb >= 0 else None
    return found is not None and not found.passive


def layout_case(scene: Scene, at: int) -> str:
    return scene.layout.tokens[at].form.case


def were_too(scene: Scene, setting: Setting) -> list[Party]:
    """Those who open the sentence, and were there too ("X ile Y de | toplantıda hazır bulundu")."""
    layout, p = scene.layout, setting.predicate
    too = p.first > setting.low and layout.tokens[p.first - 1].low in ("da", "de") and not p.form.possessive
    verb = next_verb(layout, scene.mentions, p.head, setting.high, 3) if too else -1
    if verb < 0 or layout.tokens[verb].form.verb_form != "finite" or not was_there(scene, verb):
        return []
    return [q for q in parties(nominative(layout, scene.mentions, setting.low, p.first)) if isinstance(q.actor, Person)]


def was_there(scene: Scene, at: int) -> bool:
    """Is it a verb of those who are there ("hazır bulundu", "eşlik etti")?"""
    verb = stem(scene.layout.tokens[at].form)
    return not {verb, f"{scene.layout.tokens[at - 1].form.lemma} {verb}", f"{scene.layout.tokens[at - 1].low} {verb}"}.isdisjoint(scene.rules.besides)


def is_among(scene: Scene, mention: Mention) -> bool:
    """ "X'in de aralarında bulunduğu"."""
    return mention.case == "gen" and any(t.low in scene.rules.among for t in scene.layout.tokens[mention.last : mention.last + 3])


def is_beside(layout: Layout, mention: Mention) -> bool:
    """ "X'in yanı sıra"."""
    return mention.case == "gen" and follows(layout, mention.last, BESIDE)


def is_of_next(scene: Scene, mention: Mention) -> bool:
    """Does the body only tell whose officer the next one is ("Türk Devletleri Teşkilatı (TDT) Genel Sekreteri X")?"""
    if not isinstance(mention.entity, Organisation) or mention.case != "nom":
        return False
    bearer = next((m for m in scene.mentions.within(mention.last, mention.last + 8) if isinstance(m.entity, Person)), None)
    between = scene.layout.tokens[mention.last : bearer.first] if bearer is not None else []
    return bearer is not None and not any(t.low in (",", "ve", "ile") or t.form.verb_form for t in between)


def attending(scene: Scene, setting: Setting) -> list[Mention]:
    """Those named between "toplantıya" and "katıldı", and whom they came beside ("Yılmaz'ın yanı sıra")."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    before = not p.frame.wants.get("named") and not p.form.possessive and layout.tokens[setting.governor - 1].low in ("da", "de")
    if p.form.case != "dat" or before:
        return []  # "görüşmeye Büyükelçi de katıldı": one told before
    sent = delegates_before(scene, p.last, setting.governor)
    if sent is not None and sent.enough and sent.stands == "nom":
        return [named_mention(scene, actor, span) for actor, span in sent.actors]
    whole = [named_mention(scene, actor, span) for actor, span in sent.actors] if sent is not None and sent.stands == "partner" else []
    people = [m for m in mentions.within(sent.head, setting.governor) if isinstance(m.entity, Person)] if sent is not None else []
    if whole and people:
        return [*whole, *people]  # "Fransa ve Almanya liderleri ile X katıldı"
    found = nominative(layout, mentions, p.last, setting.governor)
    if len(found) > 1 or any(isinstance(m.entity, Person) for m in found):
        named = [m for m in mentions.within(p.last, setting.governor) if not isinstance(m.entity, Place) and not is_of_next(scene, m)]
        found = [m for m in named if part(layout, mentions, m) in ("nom", "partner")]
    for mention in mentions.within(p.last, setting.governor):
        if is_among(scene, mention):
            named = [m for m in mentions.within(p.last, mention.first) if isinstance(m.entity, Person) and m.case == "nom"]
            return [*named, mention] if named else conjuncts_before(layout, mentions, mention, p.last)  # "A, B ve C'nin de aralarında bulunduğu"
    beside = [m for m in mentions.within(p.last, setting.governor) if is_beside(layout, m)]
    if found and all(part(layout, mentions, m) == "partner" for m in found):
        found = [*nominative(layout, mentions, setting.low, p.first), *found]  # "X, törene eşi Y ile katıldı"
    if not found and (partners := people_with(scene, p.last, setting.governor)) and is_attended(scene, setting.governor):
        doing = at_form(p, layout.tokens[setting.governor], setting.governor)
        found = [*grammatical_subject(layout, mentions, doing, setting.low, setting.high), *partners]
    found = found if any(isinstance(m.entity, Person) for m in found) else people_listed(scene, p.last, setting.governor) or found
    return [*beside, *found] if found else []


def people_with(scene: Scene, low: int, high: int) -> list[Mention]:
    """The people with whom somebody comes ("X, törene | Y ile birlikte | katıldı")."""
    return [m for m in scene.mentions.within(low, high) if isinstance(m.entity, Person) and part(scene.layout, scene.mentions, m) == "partner"]


def people_listed(scene: Scene, low: int, high: int) -> list[Mention]:
    """The people of a list that ends in others without a name ("A, B, çok sayıda öğretmen ve öğrenci katıldı"), if several."""
    if any(t.form.verb_form in ("finite", "converb") for t in scene.layout.tokens[low:high]):
        return []
    found = [m for m in scene.mentions.within(low, high) if isinstance(m.entity, Person) and m.case == "nom"]
    return found if len(found) > 1 else []
