"""Encounters that a noun names ("görüşmesinin ardından", "yaptığı görüşmede", "Türkiye ziyareti")."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Mention, Organisation, Person, Place, State
from tutanak.records.frames import Predicate, match_at, modified
from tutanak.records.grammar import AND, CUTTING, IF
from tutanak.records.meeting_assemblies import own_assembly
from tutanak.records.meeting_attendance import attendees, besides
from tutanak.records.meeting_compounds import compounds
from tutanak.records.meeting_form import encounter, is_done, is_host
from tutanak.records.meeting_governor import at_form, errand, governor, is_anniversary, is_attended, tells_length
from tutanak.records.meeting_hosts import at_event, attended_event
from tutanak.records.meeting_owners import between, discusses, is_solemn, noun_parties
from tutanak.records.meeting_partners import in_cases
from tutanak.records.meeting_scene import CANCELLED, HELD, MENTIONED, ONGOING, PLANNED, UNREAL, Encounter, Scene, Setting
from tutanak.records.meeting_status import governed, is_before, is_cancelled, is_kept_from, looks_back, status_of, unsure_status
from tutanak.records.parties import (
    Party,
    clause_start,
    follows,
    genitive,
    grammatical_subject,
    is_unsure,
    next_verb,
    nominative,
    parties,
    stem,
    verb_words,
    words_at,
)
from tutanak.spans import Span
from tutanak.text.layout import Form, Token

# "grup toplantısı", not "Ortak Planlama Grubu toplantısı"
GROUP: Final = "grup"

RETURN: Final = "dönüş"
DATED: Final = ("tarih", "takvim")
AGENDA: Final = frozenset(("gündemde", "gündeminde"))
GATHERINGS: Final = word_list("meetings", "gatherings")
PLANS: Final = word_list("meetings", "plans")


def by_noun(scene: Scene, setting: Setting) -> Encounter | None:
    """The encounter that a noun names, with the verb above it ("görüşme yaptı") or beside it ("yaptığı görüşmede")."""
    p = setting.predicate
    if p.frame.wants.get("stop"):
        return stopover(scene, setting)
    if p.frame.wants.get("signs"):
        return witnessed(scene, setting)
    abroad = p.frame.wants.get("tour") and follows(scene.layout, p.last, scene.rules.errands)
    here = arrived(scene, setting) or departed(scene, setting) if abroad else None
    if here is not None:
        return here
    if p.frame.wants.get("verbal") and not (p.form.suffix in ("ma", "is") and p.form.possessive):
        return None
    if compounded(scene, p) or (p.frame.wants.get("departs") and not is_departure(scene, p)):
        return None
    if p.frame.wants.get("solo") and is_frame_of_other(scene, setting):
        return None
    head = scene.layout.tokens[p.head]
    after = scene.layout.tokens[p.last : p.last + 1]
    if p.form.case == "dat" and after and after[0].form.pos == "NOUN" and follows(scene.layout, p.last + 1, scene.rules.within):
        return None  # "müzakerelere hazırlık kapsamında"
    if p.frame.wants.get("solo") is True and p.form.case in ("nom", "") and errand(scene, setting) >= 0:
        return journeyed(scene, setting, errand(scene, setting))
    setting.governor, left = governor(scene, setting)
    if any(t.low.startswith("değil") for t in scene.layout.tokens[p.last : p.last + 3]):
        return None
    status = noun_tense(scene, setting, left) if not is_yet_open(scene, setting) else UNREAL
    if status == UNREAL or is_matter(scene, setting):
        return None
    if left:
        setting.start = clause_start(scene.layout, scene.mentions, at_token(p, setting.governor), setting.low, CUTTING)
    own = own_assembly(scene, setting)
    held = attended_event(scene, setting) if not own else None
    if held is not None:
        return at_event(scene, setting, held, status)
    if p.frame.wants.get("given") or (p.frame.wants.get("verbal") and opens_event(scene, p)):
        return None
    if p.frame.wants.get("joins") and not (setting.governor >= 0 and is_attended(scene, setting.governor)):
        return None  # a program that one supports, not one that others join
    there = besides(scene, setting) if p.frame.wants.get("vague") else []
    if there:
        return joining(scene, setting, there)
    doers, others = (parties(own[:1]), own[1:]) if own else noun_parties(scene, setting, left)
    if p.frame.wants.get("itself"):
        others = [of_body(scene, m) for m in others]
    if left and is_anothers(scene, setting, doers, others):
        doers = []
    if p.frame.wants.get("solo") is True and doers and len(others) < 2 and not joins_body(scene, setting, doers):
        others = [m for m in others if any(isinstance(e, Person) for e in m.entities)]
    if p.frame.wants.get("solo") is True:
        doers = [*doers, *hosts_of(scene, setting)]
        others = [m for m in others if setting.governor >= 0 or not is_met_before(scene, setting, m)]
    last = setting.governor if setting.governor > p.head and status != MENTIONED else p.head
    span = Span(scene.layout.tokens[p.first].start, max(head.end, scene.layout.tokens[last].end))
    found = encounter(scene, setting, doers, others, status, span)
    found.press = p.first > 0 and scene.layout.tokens[p.first - 1].form.lemma == "basın"
    found.chaired = found.chaired or bool(own)
    found.single = found.single and not between(scene.layout, others)
    found.attends = p.form.case == "dat" and setting.governor > p.head and is_attended(scene, setting.governor)
    found.over = status == HELD and setting.governor >= 0 and verb_words(scene.layout, setting.governor) in scene.rules.ended
    if is_occasion(scene, setting, found):
        return None
    return found if is_encounter_of(scene, setting, found) else None


def is_met_before(scene: Scene, setting: Setting, mention: Mention) -> bool:
    """Is it somebody with whom another verb's subject met ahead of the summit ("Y ile NATO Zirvesi öncesinde görüştü")?"""
    ahead = follows(scene.layout, setting.predicate.last, scene.rules.before)
    return ahead and mention.last <= setting.predicate.first and isinstance(mention.entity, Person)


def opens_event(scene: Scene, p: Predicate) -> bool:
    """ "kabine toplantısının | açılışında": not an opening of its own."""
    before = scene.layout.tokens[p.first - 1].form if p.first else None
    return before is not None and before.case == "gen" and before.lemma in GATHERINGS


def of_body(scene: Scene, mention: Mention) -> Mention:
    """Whose assembly it is that has no name of its own ("Tabipler Birliği'nin | Genel Kurulu"), else itself."""
    owner = scene.mentions.at(mention.first - 1) if mention.last - mention.first == 2 else None
    owns = owner is not None and owner.case == "gen" and owner.last == mention.first and isinstance(owner.entity, Organisation)
    return owner if owner is not None and owns else mention


def is_occasion(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """Is the meeting of a body only what somebody is there for ("NATO Savunma Bakanları Toplantısı çerçevesinde Brüksel'de bulunuyor")?"""
    p = setting.predicate
    if p.form.case not in ("nom", "") or not follows(scene.layout, p.last, scene.rules.within):
        return False
    alone = p.frame.wants.get("named") and all(isinstance(q.actor, Organisation) for q in found.parties)
    return bool(alone) or (is_of_body(scene, p) and (len(found.parties) > 2 or meets_behind(scene, setting)))


def meets_behind(scene: Scene, setting: Setting) -> bool:
    """Does a verb behind tell whom one met ("G20 görüşmeleri kapsamında X ile | bir araya geldi")?"""
    first, frames = setting.predicate.last, scene.rules.frames
    heads = (t.index for t in scene.layout.tokens[first : setting.high] if frames.may_head(t))
    found = (match_at(scene.layout, frames, at, first) for at in heads)
    return any(f is not None and "ins" in f.frame.wants.get("with", ()) for f in found)


def is_of_body(scene: Scene, p: Predicate) -> bool:
    """Are they the talks of one body, named right before ("BM Genel Kurulu | görüşmeleri")? Who meets meanwhile does not meet the body."""
    owner = scene.mentions.at(p.first - 1) if p.first and p.form.possessive.startswith("3") else None
    if owner is None or owner.first == 0 or not isinstance(owner.entity, Organisation) or p.frame.wants.get("solo"):
        return False
    before = scene.layout.tokens[owner.first - 1]
    return owner.entity.state is None and before.low not in AND and before.text != "-"


def is_encounter_of(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """An event that may be anybody's is an encounter only of several who are named among those who came ("açılış törenine A ve B katıldı")."""
    if setting.predicate.frame.wants.get("itself") and not any(isinstance(q.actor, Person) for q in found.parties):
        return False
    if not is_solemn(scene, setting) and not setting.predicate.frame.wants.get("crowd"):
        return True
    opening = setting.predicate.form.suffix != "ma"  # "açılış", not "açılması"
    if len(found.parties) == 1 and not found.bare and setting.predicate.frame.wants.get("one") and opening:
        return True
    came = setting.governor >= 0 and is_attended(scene, setting.governor)
    return (came or bool(attendees(scene, setting))) and len(found.parties) > 1 and sum(isinstance(q.actor, Person) for q in found.parties) > 1


def stopover(scene: Scene, setting: Setting) -> Encounter | None:
    """Where a journey takes somebody ("gezisinin ilk durağı olan Katar'da", "turun ikinci durağı Mısır oldu")."""
    layout, p = scene.layout, setting.predicate
    at = p.last + 1 if p.last < setting.high and layout.tokens[p.last].low == "olan" else p.last
    there = scene.mentions.at(at)
    tour = {t.form.lemma for t in layout.tokens[max(setting.low, p.first - 4) : p.first]}
    if p.form.possessive != "3sg" or there is None or not isinstance(there.entity, State | Place) or tour.isdisjoint(scene.rules.tours):
        return None
    found = nominative(layout, scene.mentions, setting.low, p.first) or genitive(layout, scene.mentions, setting.low, p.first)
    doers = [q for q in parties(found or behind(scene, setting, there.last)) if isinstance(q.actor, Person)]
    verb = next_verb(layout, scene.mentions, there.last - 1, setting.high, 3)
    now = ONGOING if there.case == "loc" else HELD  # "turunun ilk durağı Lima'da konuştu"
    status = status_of(scene, setting, verb, layout.tokens[verb].form) if verb >= 0 and layout.tokens[verb].form.lemma == "ol" else now
    return encounter(scene, setting, doers, [there], status, p.span(layout)) if doers and status != UNREAL else None


def arrived(scene: Scene, setting: Setting) -> Encounter | None:
    """Who is said to be somewhere by a sentence without a verb ("X, resmi ziyaret için bugün Ankara'da.")."""
    layout, p = scene.layout, setting.predicate
    there = next((m for m in scene.mentions.within(p.last, setting.high) if m.case == "loc" and isinstance(m.entity, Place | State)), None)
    if there is None or not all(t.kind == "punct" for t in layout.tokens[there.last : setting.high]):
        return None
    doers = [q for q in parties(nominative(layout, scene.mentions, setting.low, p.first)) if isinstance(q.actor, Person)]
    return encounter(scene, setting, doers, [there], HELD, p.span(layout)) if doers else None


def departed(scene: Scene, setting: Setting) -> Encounter | None:
    """Who has set out on a visit that is named by where it leads ("Pekin ziyareti için Roma'dan ayrıldı, yola çıktı")."""
    layout, p = scene.layout, setting.predicate
    verb = next_verb(layout, scene.mentions, p.head, setting.high, 10)
    words = {stem(layout.tokens[verb].form), words_at(layout, verb)} if verb >= 0 else set()
    to = compounds(scene, setting) or in_cases(scene, setting, ["dat"], setting.start) if not words.isdisjoint(scene.rules.departs) else []
    if not to:
        return None
    there = at_form(p, layout.tokens[verb], verb)
    setting.governor, status = verb, status_of(scene, setting, verb, there.form)
    doers = [q for q in parties(grammatical_subject(layout, scene.mentions, there, setting.low, setting.high)) if isinstance(q.actor, Person)]
    return encounter(scene, setting, doers, to, status, p.span(layout)) if doers and status != UNREAL else None


def witnessed(scene: Scene, setting: Setting) -> Encounter | None:
    """Those before whom something is signed ("A ile B'nin huzurunda imzalandı")."""
    p = setting.predicate
    verb = next_verb(scene.layout, scene.mentions, p.head, setting.high, 20)
    signed = verb >= 0 and not {stem(scene.layout.tokens[verb].form), verb_words(scene.layout, verb)}.isdisjoint(scene.rules.signs)
    found = genitive(scene.layout, scene.mentions, setting.low, p.first, strict=True) if p.form.case == "loc" and signed else []
    if len(found) < 2 or not all(isinstance(m.entity, Person) for m in found):
        return None
    return encounter(scene, setting, parties(found), [], status_of(scene, setting, verb, scene.layout.tokens[verb].form), p.span(scene.layout))


def behind(scene: Scene, setting: Setting, at: int) -> list[Mention]:
    """Of whom the participle behind says where he is ("… durağı Katar'da konuşan | X")."""
    verb = next_verb(scene.layout, scene.mentions, at, setting.high, 12)
    form = scene.layout.tokens[verb].form if verb >= 0 else None
    return modified(scene.layout, scene.mentions, verb + 1, setting.high) if form is not None and form.suffix == "an" and not form.passive else []


def journeyed(scene: Scene, setting: Setting, verb: int) -> Encounter:
    """The summit for which somebody came ("NATO zirvesi için gittiği, Brüksel'de bulunan X")."""
    there = at_form(setting.predicate, scene.layout.tokens[verb], verb)
    came = grammatical_subject(scene.layout, scene.mentions, there, setting.low, setting.high)
    status = PLANNED if sets_off(there.form) else status_of(scene, setting, verb, there.form)
    found = encounter(scene, setting, [q for q in parties(came) if isinstance(q.actor, Person)], [], status, setting.predicate.span(scene.layout))
    found.bare = not found.parties or status == UNREAL
    return found


def sets_off(form: Form) -> bool:
    """ "zirve için Brüksel'e gitti": it is yet to come."""
    return form.lemma == "git" and form.verb_form == "finite" and form.tense == "past"


def is_anothers(scene: Scene, setting: Setting, doers: list[Party], others: list[Mention]) -> bool:
    """Is the state in the genitive another clause's ("Peru'nun 9 Mayıs'ta yapılacak NATO Zirvesi'ne kadar kararını …")?"""
    held = setting.predicate.frame.wants.get("solo") is True and scene.layout.tokens[setting.governor].form.passive
    bodies = bool(others) and all(isinstance(m.entity, Organisation) for m in others)
    return held and bodies and all(isinstance(q.actor, State) for q in doers)


def is_hosted(scene: Scene, setting: Setting, doers: list[Party]) -> bool:
    """Is it a state at whose table the body sits ("Türkiye, NATO Zirvesi'ne ev sahipliği yapacak")?"""
    at = setting.governor
    host = at > setting.predicate.head and scene.layout.tokens[at - 1].form.lemma == "sahiplik"
    return host and all(isinstance(q.actor, State) for q in doers)


def joins_body(scene: Scene, setting: Setting, doers: list[Party]) -> bool:
    """Do those who hold, attend or host the summit meet the body whose it is ("X, NATO zirvesine katıldı"; not "NATO zirvesinden ayrılışı")?"""
    came = setting.governor >= 0 and is_attended(scene, setting.governor)
    return came or is_hosted(scene, setting, doers) or is_held_by(scene, setting)


def hosts_of(scene: Scene, setting: Setting) -> list[Party]:
    """At whose table the summit sits ("NATO zirvesi, X'in | ev sahipliğinde yapılacak")."""
    last = max(setting.predicate.first, setting.governor)
    told = [m for m in scene.mentions.within(setting.low, last) if m.case == "gen" and is_host(scene.layout, m.last)]
    return [q for q in parties(told) if isinstance(q.actor, Person)]


def is_held_by(scene: Scene, setting: Setting) -> bool:
    """Do those who hold it meet their partner there ("Katar, Mısır ile zirve yapacak")?"""
    at = setting.governor
    done = at > setting.predicate.head and is_done(scene, scene.layout.tokens[at].form) and not is_attended(scene, at)
    return done and setting.predicate.form.case in ("nom", "")


def joining(scene: Scene, setting: Setting, there: list[Party]) -> Encounter:
    """Those who were there too, at the encounter told before."""
    found = Encounter("meeting", there, HELD, setting.predicate.span(scene.layout), setting.predicate.frame.rule, setting.number)
    found.joins, found.bare = True, len(there) < 2 or setting.predicate.form.case != "dat"
    return found


def is_departure(scene: Scene, p: Predicate) -> bool:
    """ "Kosova'ya hareketinden önce"."""
    return p.form.case == "abl" and bool(p.form.possessive) and follows(scene.layout, p.last, scene.rules.before)


def is_yet_open(scene: Scene, setting: Setting) -> bool:
    """Is it told only of what would begin ("üyelik müzakerelerine başlama kararı, tarihi")?"""
    tokens, p = scene.layout.tokens, setting.predicate
    after = tokens[p.last].form if p.last < len(tokens) else None
    return p.form.case == "dat" and after is not None and after.lemma == "başla" and after.suffix == "ma" and not after.possessive


def is_matter(scene: Scene, setting: Setting) -> bool:
    """Is it only what others talk about ("müzakerelerin başlatılması konusunu görüşmek istedi")?"""
    tokens = scene.layout.tokens
    if setting.predicate.form.case not in ("nom", "gen"):
        return False
    for at in range(setting.predicate.last, min(setting.predicate.last + 6, setting.high)):
        if tokens[at].form.lemma == "konu" and tokens[at].form.case == "acc":
            verb = next_verb(scene.layout, scene.mentions, at, setting.high, 4)
            return verb >= 0 and discusses(scene, verb)
    return False


def is_frame_of_other(scene: Scene, setting: Setting) -> bool:
    """Is a summit only the occasion of an encounter that a verb of its own reports ("zirvesi kapsamında bir araya geldi")?"""
    p = setting.predicate
    if not follows(scene.layout, p.last, scene.rules.after):
        return False
    verb = next_verb(scene.layout, scene.mentions, p.head, setting.high, 14)
    found = match_at(scene.layout, scene.rules.frames, verb, p.last) if verb >= 0 else None
    return found is not None and {"noun", "needs", "to", "at"}.isdisjoint(found.frame.wants)  # not "ardından konuşan X, gelen karar"


def at_token(predicate: Predicate, at: int) -> Predicate:
    return Predicate(predicate.frame, at, at, predicate.form)


def compounded(scene: Scene, p: Predicate) -> bool:
    """Is the noun one that names no encounter between actors ("basın toplantısı", "kabir ziyareti")?"""
    tokens = scene.layout.tokens
    inside = scene.mentions.at(p.head)
    heads = p.form.case in ("nom", "") and follows(scene.layout, p.last, scene.rules.not_heads)
    bare = p.form.case in ("nom", "") and not p.form.possessive
    after = tokens[p.last] if p.last < len(tokens) else None
    if bare and after is not None and tokens[p.head].capital and after.capital and after.form.possessive == "3sg":
        return True  # "Yüksek İstişare | Konseyi": within a name
    itself = p.frame.wants.get("itself") and inside is not None and inside.last == p.last  # not "Genel Kurulu | Başkanlığı"
    of_body = inside is not None and isinstance(inside.entity, Organisation) and not itself
    if heads or (bare and follows(scene.layout, p.last, scene.rules.other_heads)) or of_body:
        return True  # "İslam Konferansı Örgütü": a body's name
    if p.frame.wants.get("joins") and any(t.form.lemma in scene.rules.outlets for t in tokens[max(0, p.first - 6) : p.first]):
        return True  # "televizyonunda katıldığı programda"
    peaks = scene.rules.peaks if p.frame.wants["says"] == "zirve" else frozenset()
    if p.first == 0 or is_joint_group(tokens[p.first - 1]):
        return False
    if not any(f.lemma in scene.rules.not_encounters or f.lemma in peaks for f in tokens[p.first - 1].forms):
        return False
    if tokens[p.first - 1].form.lemma != "basın":
        return True
    near = tokens[max(0, p.first - 5) : p.first - 1]  # those met who speak together
    return not (tokens[p.first - 2].low == "ortak" or any(t.low == "ile" or t.form.case == "ins" for t in near))


def is_joint_group(token: Token) -> bool:
    """ "Ortak Planlama Grubu | toplantısı", not "grup toplantısı"."""
    return token.form.lemma == GROUP and token.low != GROUP


def noun_tense(scene: Scene, setting: Setting, left: bool) -> str:
    """The time of a noun's encounter."""
    layout, at = scene.layout, setting.predicate.head
    if setting.predicate.form.possessive and is_kept_from(scene, at):
        return UNREAL
    if setting.predicate.form.possessive and setting.governor < 0 and is_unsure(layout, at + 1):
        return unsure_status(scene, at)
    if left:
        form = layout.tokens[setting.governor].form
        if is_cancelled(scene, setting.above):
            return CANCELLED
        if (form.suffix in ("acak", "ma") or stem(form) in scene.rules.planned) and failed(scene, setting.above):
            return CANCELLED
        if setting.above >= 0 and is_told_past(scene, setting.above) and layout.tokens[setting.above].form.tense == "evid":
            return MENTIONED  # "yürütülen müzakerelerin 7. turu … yapılmıştı"
        if form.suffix in ("acak", "ma") or stem(form) in scene.rules.planned:
            return PLANNED
        if setting.above >= 0 and stem(layout.tokens[setting.above].form) in scene.rules.reminds:
            return MENTIONED
        if follows(layout, at + 1, scene.rules.after) and looks_back(scene, setting):
            return MENTIONED  # "nisanda yaptığı ziyaretin ardından … girmişti"
        return ONGOING if goes_on(scene, setting) else background(scene, setting)
    if follows(layout, at + 1, scene.rules.after):
        first = comes_first(scene, setting) or is_yet_to_come(scene, setting)
        return MENTIONED if looks_back(scene, setting) else PLANNED if first else HELD
    denied = setting.governor >= 0 and layout.tokens[setting.governor].form.negative
    if follows(layout, at + 1, scene.rules.purposive) and follows(layout, at + 2, PLANS) and not denied:
        return PLANNED  # "ziyareti için hazırlıklar sürüyor"
    if setting.predicate.frame.wants.get("tour") and is_prepared(scene, setting):
        return PLANNED
    if setting.predicate.form.possessive and follows(layout, at + 1, scene.rules.purposive | IF):
        return UNREAL  # "görüşmesi amacıyla, halinde": what somebody wants, or what may be
    if follows(layout, at + 1, PLANS) and not denied and setting.predicate.form.case in ("nom", "") and not setting.predicate.form.possessive:
        return PLANNED
    stage = stage_of(scene, setting)
    if stage >= 0 and follows(layout, stage + 1, scene.rules.purposive):
        return UNREAL  # "görüşmelerin ikinci turu için buluşacak": what a verb tells
    if follows(layout, at + 1, scene.rules.processes):
        return ONGOING
    if follows(layout, at + 1, scene.rules.before):
        return PLANNED
    return governed(scene, setting, setting.governor) if setting.governor >= 0 else background(scene, setting)


def is_prepared(scene: Scene, setting: Setting) -> bool:
    """ "ziyareti için önlemler alındı, ziyaretinin tarihi, ziyaretinin gündemde olduğunu": what is yet to come."""
    p, tokens = setting.predicate, scene.layout.tokens
    if p.form.case == "gen":
        return p.last < setting.high and (tokens[p.last].low.startswith(DATED) or tokens[p.last].low in AGENDA)
    if not follows(scene.layout, p.last, scene.rules.purposive):
        return False
    verb = next_verb(scene.layout, scene.mentions, p.last, setting.high, 8)
    form = tokens[verb].form if verb >= 0 else None
    return form is not None and form.verb_form == "finite" and form.passive and not form.negative


def comes_first(scene: Scene, setting: Setting) -> bool:
    """ "görüşmelerin ardından basın toplantısı düzenleyecek": what comes first, on no day that is told, is to come too."""
    tokens = scene.layout.tokens
    last = next((t.form for t in reversed(tokens[setting.predicate.last : setting.high]) if t.form.verb_form == "finite"), None)
    dated = any(scene.is_dated(at) for at in range(setting.low, setting.predicate.first))
    return last is not None and last.tense == "fut" and not last.copula and not dated


def is_yet_to_come(scene: Scene, setting: Setting) -> bool:
    """ "ziyareti çerçevesinde ileteceğini, gezisi dönüşünde davet edeceği": so is the journey within or behind which it is."""
    p = setting.predicate
    inside = follows(scene.layout, p.last, scene.rules.within) or is_return(scene, p.last)
    if not p.frame.wants.get("tour") or scene.is_dated(p.first - 1) or not inside:
        return False
    verb = next_verb(scene.layout, scene.mentions, p.head, setting.high, 12)
    form = scene.layout.tokens[verb].form
    return verb >= 0 and form.suffix == "acak" and form.possessive.startswith("3")


def is_return(scene: Scene, at: int) -> bool:
    return at < len(scene.layout.tokens) and scene.layout.tokens[at].low.startswith(RETURN)


def failed(scene: Scene, at: int) -> bool:
    """ "planlanan görüşme yapılmadı, gerçekleşmemişti"."""
    form = scene.layout.tokens[at].form
    happens = at >= 0 and not {stem(form), verb_words(scene.layout, at)}.isdisjoint(scene.rules.does | scene.rules.happens)
    return happens and form.negative and form.verb_form == "finite" and form.tense in ("past", "evid")


def goes_on(scene: Scene, setting: Setting) -> bool:
    """ "süren, yürütülen müzakereler", or "yapılan toplantı sürüyor", unless what is above it says that it ended."""
    layout, rules, above = scene.layout, scene.rules, setting.above
    if setting.predicate.form.case == "gen" and stage_over(scene, setting):
        return False
    if above >= 0 and is_before(scene, above):
        return False
    if above >= 0 and is_told_past(scene, above):
        return verb_words(layout, above) in rules.begun
    if lasted(scene, setting):
        return False
    if above >= 0 and governed(scene, setting, above) == ONGOING:
        return True
    words, left = verb_words(layout, setting.governor), layout.tokens[setting.governor].form
    return words in rules.ongoing and left.suffix == "an" and not follows(layout, setting.predicate.last, rules.after)


def is_told_past(scene: Scene, at: int) -> bool:
    """ "sona erdi, yapılmıştı"."""
    form, rules = scene.layout.tokens[at].form, scene.rules
    happened = verb_words(scene.layout, at) in rules.happens or (form.passive and stem(form) in rules.does)
    return happened and form.verb_form == "finite" and form.tense in ("past", "evid")


def lasted(scene: Scene, setting: Setting) -> bool:
    """ "4 saat süren görüşme": how long it took."""
    return tells_length(scene, setting.governor)


def stage_over(scene: Scene, setting: Setting) -> bool:
    """ "müzakerelerin 3. turunun ardından"."""
    stage = stage_of(scene, setting)
    return stage >= 0 and (follows(scene.layout, stage + 1, scene.rules.after) or follows(scene.layout, stage + 2, scene.rules.after))


def stage_of(scene: Scene, setting: Setting) -> int:
    """The part of the encounter that is told behind its noun ("müzakerelerin 3. turu"), or -1."""
    p = setting.predicate
    if p.form.case != "gen":
        return -1
    return next((t.index for t in scene.layout.tokens[p.last : min(p.last + 4, setting.high)] if t.form.lemma in scene.rules.stages), -1)


def background(scene: Scene, setting: Setting) -> str:
    """A noun in a case of place whose sentence looks back ("toplantısında ele alınmıştı") tells of an earlier encounter."""
    if is_anniversary(scene, setting):
        return MENTIONED
    if setting.predicate.frame.wants["kind"] == "talks" and is_at_stage(scene, setting):
        return ONGOING
    if setting.predicate.form.suffix == "ki":  # "müzakerelerindeki son durum": of the talks, not of the sentence
        return ONGOING if setting.predicate.frame.wants["kind"] == "talks" else HELD
    last = scene.layout.tokens[setting.high - 2 if setting.high - 2 > setting.predicate.head else setting.predicate.head].form
    if setting.predicate.form.case == "loc" and (last.tense == "fut" or tells_ahead(scene, setting)):
        return PLANNED  # "ziyaretinde … eşlik edecek"
    return MENTIONED if setting.predicate.form.case == "loc" and last.tense == "evid" and last.copula == "past" else HELD


def is_at_stage(scene: Scene, setting: Setting) -> bool:
    """ "müzakerelerde son aşamada olduklarını"."""
    verb = next_verb(scene.layout, scene.mentions, setting.predicate.head, setting.high, 4) if setting.predicate.form.case == "loc" else -1
    return verb >= 0 and not scene.layout.tokens[verb].form.negative and words_at(scene.layout, verb) in scene.rules.phases


def tells_ahead(scene: Scene, setting: Setting) -> bool:
    """ "görüşmesinde bunu | gündeme getireceğini söyledi"."""
    verb = next_verb(scene.layout, scene.mentions, setting.predicate.head, setting.high, 10)
    form = scene.layout.tokens[verb].form
    if verb >= 0 and form.suffix == "acak" and form.passive and discusses(scene, verb):
        return True  # "ziyaretinde sorunların ele alınacağı belirtildi"
    if any(t.form.case == "gen" for t in scene.layout.tokens[setting.predicate.last : max(verb, 0)]):
        return False  # "ziyaretinde X'in desteğinin | süreceğini söyledi": what is to come is another's
    return verb >= 0 and form.suffix == "acak" and form.possessive.startswith("3") and form.case == "acc" and not form.passive
