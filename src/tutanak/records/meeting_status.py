"""What the words say of an encounter: held, ongoing, planned, cancelled, recalled, or not real at all."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tutanak.languages import word_list
from tutanak.records.grammar import AGENDA, ASKING, IF, IN_THE_MATTER, JOINING, LINKING, TRUE, UNTIL, is_able
from tutanak.records.meeting_scene import CANCELLED, HELD, MENTIONED, ONGOING, PLANNED, UNREAL, Scene, Setting
from tutanak.records.parties import follows, is_prevented, is_unsure, next_verb, stem, verb_words, words_at
from tutanak.text.layout import Form

TOO: Final = frozenset(("da", "de"))
UPON: Final = frozenset(("üzerinde",))

# "görüştüğü haberi | asılsız"
FALSE: Final = word_list("meetings", "untrue")

# "heyet gönderme kararı, gelme hazırlığında"
DECISION: Final = frozenset(("karar", "hazırlık", "plan"))


def status_of(scene: Scene, setting: Setting, at: int, form: Form) -> str:
    """What the verb at token `at` says of the encounter: its time, or UNREAL (denied, wished, conditional)."""
    if (form.negative and form.suffix != "madan") or is_possible(scene.layout.tokens[at].low, form) or is_asked(scene, at, form):
        return UNREAL
    if form.verb_form == "finite":
        return HELD if is_conceded(scene, at, form) else finite_status(scene, setting, form)
    if form.verb_form == "converb":
        return converb_status(scene, setting, at, form)
    if form.verb_form == "verbal_noun":
        return noun_status(scene, setting, at, form)
    if form.suffix in ("dik", "acak") and (is_denied(scene, setting, at) or follows(scene.layout, at + 1, IF)):
        return UNREAL
    if (form.suffix == "an" and looks_back(scene, setting)) or (form.suffix == "dik" and is_recalled(scene, setting, at)):
        return MENTIONED
    return PLANNED if form.suffix == "acak" or is_step(scene, setting, at) else HELD


def is_asked(scene: Scene, at: int, form: Form) -> bool:
    """ "görüştü | mü belli değil", "görüştü mü?"; not "niçin görüştü?", which takes for granted that he did."""
    return form.verb_form == "finite" and follows(scene.layout, at + 1, ASKING)


def is_conceded(scene: Scene, at: int, form: Form) -> bool:
    """ "görüşmeler yapsa | da": it has been, and came to nothing."""
    conditional = "cond" in (form.tense, form.copula) and at + 1 < len(scene.layout.tokens)
    return conditional and scene.layout.tokens[at + 1].low in TOO


def is_step(scene: Scene, setting: Setting, at: int) -> bool:
    """ "X ile görüştükten | sonra Ankara'ya geçecek": it comes first, and is to come too."""
    tokens = scene.layout.tokens
    if tokens[at].form.suffix != "dik" or tokens[at].form.case != "abl" or not any(t.low == "sonra" for t in tokens[at + 1 : at + 4]):
        return False
    last = next((t.form for t in reversed(tokens[at : setting.high]) if t.form.verb_form == "finite"), None)
    return last is not None and last.tense == "fut" and not last.copula


def is_recalled(scene: Scene, setting: Setting, at: int) -> bool:
    """ "görüştüğünü hatırlattı"."""
    above = next_verb(scene.layout, scene.mentions, at, setting.high, 3)
    if at + 1 < setting.high and scene.layout.tokens[at + 1].low in ("ve", ","):
        above = next((v for v in verbs_after(scene, setting, at) if scene.layout.tokens[v].form.suffix != "dik"), -1)  # "ettiğini ve … hatırlattı"
    fresh = any(t.low in scene.rules.fresh for t in scene.layout.tokens[setting.low : at])
    return not fresh and above >= 0 and stem(scene.layout.tokens[above].form) in scene.rules.reminds


def verbs_after(scene: Scene, setting: Setting, at: int) -> list[int]:
    """The verbs behind token `at`, four at most."""
    found: list[int] = []
    while len(found) < 4 and (at := next_verb(scene.layout, scene.mentions, at, setting.high, 20)) >= 0:
        found.append(at)
    return found


def is_denied(scene: Scene, setting: Setting, at: int) -> bool:
    """ "görüştüğü iddiasını yalanladı, görüştüğünü yalanladı, görüşeceği doğrulanmadı"."""
    claim = next((t.index for t in scene.layout.tokens[at + 1 : at + 4] if t.form.lemma in scene.rules.claims), -1)
    if claim >= 0 and is_untrue(scene, claim + 1):
        return True
    above = next_verb(scene.layout, scene.mentions, max(claim, at), setting.high, 4 if claim >= 0 else 2)
    if above < 0 or (claim < 0 and not scene.layout.tokens[at].form.possessive):
        return False
    form = scene.layout.tokens[above].form
    told = {f"{stem(form)}ma"} if form.negative else {verb_words(scene.layout, above), stem(form)}
    return not told.isdisjoint(scene.rules.denied)


def is_untrue(scene: Scene, at: int) -> bool:
    """Do the words from token `at` say that the claim before is false ("doğru değil, gerçeği yansıtmıyor, asılsız")?"""
    for token, after in pairwise(scene.layout.tokens[at : at + 4]):
        if token.form.lemma in FALSE:
            return True
        if token.form.lemma in TRUE:
            return after.form.negative or after.low.startswith(("değil", "dışı"))
        if token.form.verb_form:
            return False
    return False


def is_possible(word: str, form: Form) -> bool:
    """ "ziyaret edebilir, edebileceği": what may be has not happened."""
    return is_able(word) and (form.tense in ("aor", "fut") or form.suffix in ("acak", "ar"))


def looks_back(scene: Scene, setting: Setting) -> bool:
    """Does the sentence end in a past of the past ("görüşmüş, … konuşmuştu")?"""
    tokens = scene.layout.tokens[max(setting.low, setting.high - 4) : setting.high]
    return any(t.form.tense == "evid" and t.form.copula == "past" and t.form.verb_form == "finite" for t in tokens)


def finite_status(scene: Scene, setting: Setting, form: Form) -> str:
    if form.tense in ("cond", "nec", "imp", "opt") or form.copula == "cond":
        return UNREAL
    if form.tense == "fut":
        return CANCELLED if form.copula == "past" else PLANNED  # "görüşecekti"
    if form.tense == "evid" and (form.copula == "past" or looks_back(scene, setting)):
        return MENTIONED
    if form.tense == "prog" and form.copula in ("", "gen"):
        return ONGOING  # "görüşüyor, görüşmektedir"
    return PLANNED if form.tense == "aor" and not form.copula else HELD


def converb_status(scene: Scene, setting: Setting, at: int, form: Form) -> str:
    """A converb takes its time from the verb above it; "-madan önce" has not happened yet."""
    if form.suffix == "madan":
        if not follows(scene.layout, at + 1, scene.rules.before):
            return UNREAL
        return MENTIONED if looks_back(scene, setting) else PLANNED  # "ziyaret etmeden önce … söylemişti": by now it is over
    above = next_verb(scene.layout, scene.mentions, at, setting.high, 40)
    if above == at + 1 and scene.layout.tokens[above].form.lemma == form.lemma:
        return UNREAL  # "görüşüp görüşmediği"
    while above >= 0 and scene.layout.tokens[above].form.verb_form in ("converb", "verbal_noun"):
        above = next_verb(scene.layout, scene.mentions, above, setting.high, 40)
    if above < 0:
        return HELD
    over = scene.layout.tokens[above].form
    if over.tense == "evid" and over.copula == "past":
        return MENTIONED
    return PLANNED if over.tense == "fut" or over.suffix == "acak" else HELD


def noun_status(scene: Scene, setting: Setting, at: int, form: Form) -> str:
    """A nominalised encounter: what is said of it ("bekleniyor", "ardından", "üzere", "reddetti") gives its time."""
    rules = scene.rules
    if follows(scene.layout, at + 1, rules.after):
        return HELD
    if follows(scene.layout, at + 1, rules.not_heads | IF) or (form.possessive and is_kept_from(scene, at)):
        return UNREAL
    if form.possessive and follows(scene.layout, at + 1, rules.purposive):
        return PLANNED if follows(scene.layout, at + 2, DECISION) else UNREAL  # "bir araya gelmesi için | çalışmalar sürüyor"
    if follows(scene.layout, at + 1, DECISION) or is_agreed(scene, setting, at):
        return PLANNED
    if scene.layout.tokens[at + 1 : at + 2] and scene.layout.tokens[at + 1].low in ("yanı", "yanısıra"):
        last = scene.layout.tokens[verbs_after(scene, setting, at)[-1]].form if verbs_after(scene, setting, at) else form
        return PLANNED if last.tense == "fut" or last.suffix == "acak" else HELD  # "bir araya gelmesinin yanı sıra … yapacak"
    if form.suffix == "mak" and is_wanted(scene, setting, at):
        return UNREAL
    if is_bare_dative(form):
        return set_about(scene, setting, at)
    if (form.suffix == "mak" and form.case != "abl") or follows(scene.layout, at + 1, rules.before):
        return PLANNED
    joined = at + 1 < setting.high and scene.layout.tokens[at + 1].low in JOINING
    above = next_verb(scene.layout, scene.mentions, at, setting.high, 16 if joined else 6)
    while above >= 0 and is_coordinated(scene, at, above):
        above = next_verb(scene.layout, scene.mentions, above, setting.high, 6)
    if above < 0:
        return unsure_status(scene, at)
    return PLANNED if form.case == "abl" and scene.layout.tokens[above].form.suffix == "acak" else governed(scene, setting, above)


def is_kept_from(scene: Scene, at: int) -> bool:
    """ "bir araya gelmesi | önlendi, söz konusu değil, yönündeki çağrılar": nobody says that it has been."""
    return is_prevented(scene.layout, at + 1) or follows(scene.layout, at + 1, LINKING)


def is_wanted(scene: Scene, setting: Setting, at: int) -> bool:
    """ "görüşmek istediğini", "görüşmek üzere müzakerelere başlamak istediğini": what somebody wishes."""
    verb = next_verb(scene.layout, scene.mentions, at, setting.high, 2 + 3 * follows(scene.layout, at + 1, scene.rules.errands))
    if verb > at + 2 and scene.layout.tokens[verb].form.suffix == "mak":
        verb = next_verb(scene.layout, scene.mentions, verb, setting.high, 2)
    return verb >= 0 and stem(scene.layout.tokens[verb].form) in scene.rules.unreal


def is_bare_dative(form: Form) -> bool:
    """Is it an infinitive to which a word behind it moves somebody ("masaya oturmaya")?"""
    return form.suffix == "ma" and form.case == "dat" and not form.possessive


def set_about(scene: Scene, setting: Setting, at: int) -> str:
    """ "gelmeye | başladı, hazırlanıyor, davet edildi" tell when; of what one is ready for, tries or is moved to nobody says that it came to it."""
    rules, above = scene.rules, next_verb(scene.layout, scene.mentions, at, setting.high, 3)
    if above < 0:
        return UNREAL
    words = {verb_words(scene.layout, above), words_at(scene.layout, above), stem(scene.layout.tokens[above].form)}
    if not words.isdisjoint(rules.begun | rules.ongoing | rules.planned):
        return governed(scene, setting, above)
    moved = not words.isdisjoint(rules.agrees | rules.asks) or scene.layout.tokens[above].form.lemma in rules.motions
    return PLANNED if moved and not scene.layout.tokens[above].form.negative else UNREAL


def unsure_status(scene: Scene, at: int) -> str:
    """ "bir araya gelmesi | gündemde, mümkün": a nominalised encounter of which no verb tells."""
    if not is_unsure(scene.layout, at + 1):
        return HELD
    return PLANNED if follows(scene.layout, at + 1, AGENDA) else UNREAL


def is_agreed(scene: Scene, setting: Setting, at: int) -> bool:
    """ "bir araya gelme konusunda anlaştı, mutabık kaldı": they will."""
    if not follows(scene.layout, at + 1, IN_THE_MATTER):
        return False
    above = next_verb(scene.layout, scene.mentions, at + 1, setting.high, 3)
    return above >= 0 and not {verb_words(scene.layout, above), words_at(scene.layout, above)}.isdisjoint(scene.rules.agrees)


def is_process(setting: Setting) -> bool:
    """Are talks the subject ("müzakereler", "görüşmeler")?"""
    p = setting.predicate
    return not p.form.verb_form and p.form.case == "nom" and (p.frame.wants["kind"] == "talks" or p.form.number == "pl")


def is_before(scene: Scene, at: int) -> bool:
    """ "tamamlanmasının ardından", "tamamlanmasından birkaç gün sonra": it is over."""
    tokens = scene.layout.tokens
    if follows(scene.layout, at + 1, scene.rules.after):
        return True
    return tokens[at].form.case == "abl" and any(t.low == "sonra" for t in tokens[at + 1 : at + 5])


def wished(scene: Scene, setting: Setting, at: int) -> str:
    """ "görüşmelerin başlamasını istediği, çağrısı": a nominalised light verb is planned, or but wished or demanded."""
    above = next_verb(scene.layout, scene.mentions, at, setting.high, 3)
    wish = above >= 0 and not {verb_words(scene.layout, above), stem(scene.layout.tokens[above].form)}.isdisjoint(scene.rules.unreal)
    aimed = follows(scene.layout, at + 1, scene.rules.purposive) and not sets_out(scene, setting, at)
    unmet = aimed or follows(scene.layout, at + 1, scene.rules.not_heads)
    if is_bare_dative(scene.layout.tokens[at].form) and at <= setting.predicate.head + 2:
        return set_about(scene, setting, at)
    later = next_verb(scene.layout, scene.mentions, at, setting.high, 8)
    denied = later >= 0 and scene.layout.tokens[later].form.negative
    return UNREAL if wish or unmet or denied else PLANNED


def sets_out(scene: Scene, setting: Setting, at: int) -> bool:
    """ "katılmak için gittiği, Ankara'da bulunan": who is on the way, or there, does what he came for."""
    form, verb = scene.layout.tokens[at].form, next_verb(scene.layout, scene.mentions, at, setting.high, 6)
    if form.suffix != "mak" or stem(form) not in scene.rules.attends:
        return False
    return is_there(scene, setting, at) if verb < 0 else scene.layout.tokens[verb].form.lemma in scene.rules.motions


def is_there(scene: Scene, setting: Setting, at: int) -> bool:
    """Does a place end the sentence, without a verb ("toplantısına katılmak için | Lima'da.")?"""
    last = next((t for t in reversed(scene.layout.tokens[at : setting.high]) if t.kind == "word"), None)
    return last is not None and last.capital and last.form.case == "loc" and next_verb(scene.layout, scene.mentions, at, setting.high, 20) < 0


def is_attending(scene: Scene, setting: Setting, at: int) -> bool:
    """Is he there for the meeting of a body ("toplantısına katılmak üzere Lima'da | bulunan, bulunuyor; Lima'da.")? To summits leaders come early."""
    form = scene.layout.tokens[at].form
    meets = setting.predicate.frame.wants.get("solo") == "body" and form.suffix == "mak" and stem(form) in scene.rules.attends
    if not meets or not follows(scene.layout, at + 1, scene.rules.errands):
        return False
    verb = next_verb(scene.layout, scene.mentions, at, setting.high, 6)
    return is_there(scene, setting, at) if verb < 0 else scene.layout.tokens[verb].form.lemma == "bulun"


def is_over(scene: Scene, setting: Setting, at: int) -> bool:
    """ "başladı ve iki saat sürdü"."""
    later = next_verb(scene.layout, scene.mentions, at, setting.high, 8)
    if later < 0 or not any(t.low == "ve" for t in scene.layout.tokens[at + 1 : later]):
        return False
    return scene.layout.tokens[later].form.tense == "past" and verb_words(scene.layout, later) in scene.rules.happens


def is_coordinated(scene: Scene, at: int, above: int) -> bool:
    """Are both nominalised verbs in one case, joined ("oturmasının ve … yenilemesinin söz konusu olmayacağını", "gelmesi, ardından … gitmesi")?"""
    one, other = scene.layout.tokens[at].form, scene.layout.tokens[above].form
    joined = any(t.low in JOINING for t in scene.layout.tokens[at + 1 : above])
    return joined and other.verb_form == "verbal_noun" and (one.case, one.possessive) == (other.case, other.possessive)


def is_cancelled(scene: Scene, at: int) -> bool:
    return at >= 0 and verb_words(scene.layout, at) in scene.rules.cancelled


def are_broken_off(scene: Scene, setting: Setting, at: int) -> bool:
    """ "müzakereler durdu, kesildi", not "müzakereler üzerinde durdu"."""
    talks = setting.predicate.frame.wants["kind"] == "talks" or setting.predicate.form.number == "pl"
    return talks and verb_words(scene.layout, at) in scene.rules.broken and not follows(scene.layout, at - 1, UPON)


def governed(scene: Scene, setting: Setting, above: int) -> str:
    """What the verb above a nominal encounter says of it."""
    rules, words, form = scene.rules, verb_words(scene.layout, above), scene.layout.tokens[above].form
    if is_asked(scene, above, form) or (form.suffix == "dik" and is_denied(scene, setting, above)):
        return UNREAL
    if is_cancelled(scene, above) or are_broken_off(scene, setting, above):
        return CANCELLED
    if form.verb_form == "verbal_noun" and follows(scene.layout, above + 1, IF):
        return UNREAL
    if form.verb_form == "verbal_noun" and form.lemma in rules.motions:
        return noun_status(scene, setting, above, form)  # "ziyaret için Peru'ya gitmeye | hazır"
    if words in rules.ended and follows(scene.layout, above + 1, UNTIL):
        return ONGOING  # "müzakereler sonuçlanıncaya, tamamlanana kadar"
    after = scene.layout.tokens[above + 1].form if above + 1 < setting.high else form
    if form.suffix == "ip" and after.lemma == form.lemma and after.negative:
        return UNREAL  # "yapılıp yapılmadığı"
    if form.negative and words in rules.ended and form.tense not in ("fut", "cond", "imp") and form.suffix != "acak":
        return ONGOING  # "görüşmeler henüz tamamlanmadı"
    if words in rules.unreal or stem(form) in rules.unreal or (form.negative and form.suffix != "madan"):
        return UNREAL
    if words in rules.planned or stem(form) in rules.planned:
        return PLANNED
    if stem(form) in rules.reminds:
        return MENTIONED
    if words_at(scene.layout, above) in rules.phases or stem(form) in rules.phases:
        return ONGOING
    if words in rules.ongoing and (form.tense == "prog" or form.suffix in ("dik", "an", "ken")):
        return ONGOING
    if words in rules.begun and (form.tense == "past" or form.suffix == "dik"):
        return HELD if is_over(scene, setting, above) else ONGOING
    if form.verb_form == "verbal_noun" and is_before(scene, above):
        return HELD
    if is_process(setting) and form.tense == "prog" and form.verb_form == "finite" and not form.copula:
        return ONGOING  # "görüşmeler … odaklanıyor"
    if is_attending(scene, setting, above):
        return ONGOING
    if words in rules.does or stem(form) in rules.does or words in rules.happens or stem(form) in rules.happens:
        return status_of(scene, setting, above, form) if form.verb_form != "verbal_noun" else wished(scene, setting, above)
    return PLANNED if form.tense == "fut" or form.suffix == "acak" else HELD
