"""What became of an undertaking: the predicate after its name, the participle before it, the words beside it, else the default of its kind."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.records.frames import MARKS, Predicate, has_lemma, match_at
from tutanak.records.grammar import ASKING, IF, TRUE, UNREAL, UNTIL, is_able
from tutanak.records.parties import follows, stem, verb_words
from tutanak.records.undertaking_words import KINDS, SECTION, Grammar, Name, grammar
from tutanak.text.layout import Form, Layout, Token

LIGHT: Final = word_list("undertakings", "light")
REACH: Final = 14  # tokens after the head in which its status is told
FAR: Final = 40  # tokens in which another stands that is signed with it
EFFORT: Final = 6  # tokens after "için" in which an effort is told
ENDING: Final = frozenset(("suspended", "rejected"))  # statuses of what has been before
MADE: Final = ("signed", "agreed")  # statuses of an agreement that is made
THERE: Final = (*MADE, "in_force")
CLAIMS: Final = word_list("meetings", "claims")
REFUTING: Final = word_list("acts", "denied")
MADE_TRUE: Final = (*THERE, "ongoing")
CHAINED: Final = ("arak", "ip")  # converbs that leave their time to the verb above
STANDING: Final = {"sanction": "in_force", "aid": "ongoing"}  # what is there, for its end is asked for
BOUND: Final = ("finite", "participle", "converb")  # forms of a verb whose object stands right before it
YET_TO_DO: Final = frozenset(("için", "amacıyla", "yönünde", "yönelik", "üzere"))  # behind a verbal noun: it is not done yet
WRITTEN: Final = ("agreement", "plan")  # kinds that are signed
WORKED: Final = ("project", "plan")  # kinds that are yet to be carried out when that is decided
BRANDS: Final = ("an", "mis")  # endings of participles that tell of the noun behind them
WORKS: Final = f"tr/{SECTION}:works"  # the rule of what is to be built
DESPITE: Final = f"tr/{SECTION}:despite"  # the rule of what is there, for something is done against it
MEANS: Final = f"tr/{SECTION}:means"  # the rule of what is made by what is said through it
THREAT: Final = f"tr/{SECTION}:threat"  # the rule of what one is threatened with
REFUSED: Final = "rejected"
ABOUT_IT: Final = frozenset(("yönündeki", "ilişkin", "dair"))
UNTRUE: Final = frozenset(("asılsız", "asılsızdır", "yalan", "yalandır"))
WITH: Final = frozenset(("ile",))
DECISION: Final = frozenset(("karar",))
UNTOLD: Final = "untold"  # the verb above leaves it open


class Told:
    """A status, the tokens [first, last) that tell it, the rule, and the predicate where it is one after the name.

    made: does a participle right before the name say that it is made or in force ("varılan (mutabakat)"), whatever is told behind it?
    """

    __slots__ = ("first", "last", "made", "predicate", "rule", "status")

    def __init__(self, status: str, first: int, last: int, rule: str, predicate: Predicate | None = None) -> None:
        self.made = False
        self.predicate = predicate
        self.status = status
        self.first = first
        self.last = last
        self.rule = rule

    @property
    def hoped(self) -> bool:
        """Is it only wished for, or said to be possible?"""
        if self.status != "proposed" or self.predicate is None:
            return False
        wants = self.predicate.frame.wants
        return wants["status"] not in ("proposed", "signed") and not wants.get("beside")


def status_of(known: Grammar, layout: Layout, name: Name, end: int) -> Told | None:
    """What became of it: the nearest predicate after the name that tells it, else the participle right before it, else what is done for it."""
    after = told_by_case(known, layout, name, end) or told_after(known, layout, name, end)
    weak = after is not None and after.rule != DESPITE and not is_over_it(after)
    weak = weak and after is not None and (after.predicate is None or bool(after.predicate.frame.wants.get("stands")))
    before = told_before(known, layout, name)
    signed = before if weak and name.kind == "agreement" else None  # "imzalanan (anlaşmayı) ihlal etti", "… (anlaşma) uyarınca"
    told = signed or after or before or told_beside(known, layout, name, end) or told_jointly(known, layout, name, end)
    told = told or unlaid(known, layout, name, end)
    if told is not None:
        told.made = before is not None and before.status in THERE
    if told is not None and name.kind == "agreement" and told.status in ("planned", "rejected") and is_possible_one(known, layout, name):
        told.status = "proposed"
    if told is not None:
        told.status = known.turned.get(name.kind, {}).get(told.status, told.status)
    return told


def is_over_it(after: Told) -> bool:
    """Is it one that is but talked of, so that a participle tells of the talks ("yürütülen (anlaşma) | müzakereleri")?"""
    return after.predicate is None and after.status == "proposed" and after.rule != THREAT


def is_possible_one(known: Grammar, layout: Layout, name: Name) -> bool:
    """Is it one that may come ("olası bir anlaşma")?"""
    return any(token.low in known.hopes and token.low != "bir" for token in layout.tokens[max(name.first - 2, 0) : name.last])


# BEFORE THE NAME


def told_before(known: Grammar, layout: Layout, name: Name) -> Told | None:
    """ "2010'da imzalanan (anlaşma)", "ABD'nin sunduğu (plan)", "yapımı devam eden (proje)"."""
    at = name.first - 1
    if at > 0 and (layout.tokens[at].low == "bir" or opens_name(layout, name)):
        at -= 1
    at = before_denial(layout, before_being(layout, at))
    if layout.tokens[at].form.suffix == "an" and "pass" not in layout.tokens[at].form.voice and layout.tokens[at].form.lemma != "ol":
        at = joined_before(layout, at)
    form = layout.tokens[at].form if at >= 0 else None
    if form is None or form.verb_form != "participle" or form.negative:
        return None
    if form.lemma in known.lasting and name.kind in WRITTEN and is_of_talks(known, layout, at):
        return Told("proposed", at, at + 1, f"tr/{SECTION}:talks")
    if form.suffix == "an" and "pass" not in form.voice and not is_alone(known, layout, at):
        return None  # "gümrüklerin indirilmesini öngören anlaşma"
    if form.suffix == "acak" and form.lemma in known.expiring:
        return None
    ahead = "proposed" if layout.tokens[name.last - 1].form.lemma in known.offers else "planned"
    status = ahead if form.suffix == "acak" else by_participle(known, layout, name, at)
    return Told(status, at, at + 1, f"tr/{SECTION}:{form.lemma}") if status else None


def opens_name(layout: Layout, name: Name) -> bool:
    """Do marks open right before the name that close right behind it, or before its head ("imzalanan | “… Muhtırası”")?"""
    tokens = layout.tokens
    if tokens[name.first - 1].text not in MARKS:
        return False
    closed = name.last < len(tokens) and tokens[name.last].text in MARKS
    return closed or tokens[name.first].quote != tokens[name.last - 1].quote


def joined_before(layout: Layout, at: int) -> int:
    """The passive participle to which that at token `at` is joined ("imzalanan | ve … belirleyen (anlaşma)"), else `at`."""
    for n in range(at - 1, max(at - 11, 1), -1):
        token = layout.tokens[n]
        if token.low == "ve" and layout.tokens[n - 1].form.suffix == "an" and "pass" in layout.tokens[n - 1].form.voice:
            return n - 1
        if token.kind == "punct" or token.form.verb_form:
            break
    return at


def before_being(layout: Layout, at: int) -> int:
    """The participle before "olan", which adds nothing to it ("imzalanmış | olan (anlaşma)"), else `at`."""
    if at < 1 or layout.tokens[at].low != "olan":
        return at
    return at - 1 if layout.tokens[at - 1].form.suffix in ("mis", "acak") and layout.tokens[at - 1].form.verb_form == "participle" else at


def before_denial(layout: Layout, at: int) -> int:
    """The participle before one that denies, where a word sets them against each other ("varılan | ancak uygulanamayan (anlaşma)")."""
    tokens = layout.tokens
    if at < 3 or not tokens[at].form.negative or tokens[at].form.verb_form != "participle":
        return at
    for n in range(at - 1, max(at - 6, 0), -1):
        if tokens[n].low in ("ancak", "ama", "fakat"):
            return n - 1 if tokens[n - 1].kind == "word" else n - 2
    return at


def is_of_talks(known: Grammar, layout: Layout, at: int) -> bool:
    """Are talks over it what goes on by the participle at token `at` ("görüşmeleri uzun süredir devam | eden (anlaşma)")?"""
    for token in reversed(layout.tokens[max(at - 5, 0) : at]):
        if token.kind == "punct":
            return False
        if any(form.possessive.startswith("3") for form in token.forms) and any(has_lemma(token, word) for word in known.talks):
            return True
    return False


def is_alone(known: Grammar, layout: Layout, at: int) -> bool:
    """Is the participle at token `at` told of the name as its doer ("süren", "yürürlüğe giren")?"""
    found = match_at(layout, known.statuses, at, max(at - 3, 0))
    return found is not None and bool(found.frame.wants.get("alone") or found.frame.nominal)


def by_participle(known: Grammar, layout: Layout, name: Name, at: int) -> str:
    """The status that the participle at token `at` gives the name behind it, or ""."""
    words = verb_words(layout, at)
    if name.kind == "aid" and words in known.giving:
        return "ongoing"
    if name.kind == "agreement" and words in known.before_agreement:
        return known.before_agreement[words]
    if words in known.before:
        status = known.before[words]
        if name.kind == "plan" and status == "in_force" and words == "uygula":
            return "ongoing"
        return status if status != "signed" or name.kind in WRITTEN else ""
    found = match_at(layout, known.statuses, at, max(at - 3, 0))
    if found is None or not suits(found, name):
        return ""
    wants = found.frame.wants
    return str(wants.get("as", {}).get(name.kind, wants["status"]))


# AFTER THE NAME


def told_by_case(known: Grammar, layout: Layout, name: Name, end: int) -> Told | None:
    """What its own case tells with the word behind it ("ateşkese | rağmen", "ortak açıklamayla kınadı")."""
    head = layout.tokens[name.last - 1]
    if name.frame.wants.get("means") and head.form.case == "ins":
        verb = next((t.form for t in layout.tokens[name.last : end] if t.form.verb_form), head.form)
        return Told("planned" if yet_to_come(verb) else "signed", name.last - 1, name.last, MEANS)
    if name.kind == "sanction" and is_threat(layout, name, end):
        return Told("proposed", name.last - 1, name.last, THREAT)
    if name.frame.wants.get("made") or (name.modifiers and name.kind == "agreement" and told_before(known, layout, name) is not None):
        at = behind_joined(layout, name.last, end)
        if at < end and layout.tokens[at].low in known.despite:
            return Told("in_force", at, at + 1, DESPITE)
    return None


def is_threat(layout: Layout, name: Name, end: int) -> bool:
    """Is someone threatened with it ("yeni vergilerle | tehdit etti")?"""
    tokens, at = layout.tokens, name.last
    joined = tokens[at - 1].form.case == "ins" or (at < end and tokens[at].low == "ile")
    return joined and any(has_lemma(token, "tehdit") for token in tokens[at : min(at + 3, end)])


def behind_joined(layout: Layout, at: int, end: int) -> int:
    """Behind another noun in the dative that is joined at token `at` ("ateşkes | ve çerçeve anlaşmasına | rağmen"), else `at`."""
    if at >= end or layout.tokens[at].low not in ("ve", "ile"):
        return at
    for n in range(at + 1, min(at + 5, end)):
        if layout.tokens[n].form.case == "dat" or layout.tokens[n].kind == "punct":
            return n + 1
    return at


def told_after(known: Grammar, layout: Layout, name: Name, end: int) -> Told | None:
    """The nearest predicate after the name that tells what became of it."""
    tokens = layout.tokens
    if tokens[name.last - 1].form.case == "ins" or (name.last < end and tokens[name.last].low in known.away | known.naming_it):
        return None
    if is_work(known, layout, name) and follows(layout, name.last + 1, known.away):
        return None  # "barajların inşası için ihale açtı"
    if name.kind == "body" and follows(layout, name.last + (name.last < end and tokens[name.last].text in MARKS), known.gatherings):
        return None
    joined = name.last < end and tokens[name.last].low in ("ve", ",") and tokens[name.last - 1].form.case == "acc"
    for at in range(name.last, min(name.last + REACH, end)):
        token = tokens[at]
        if joined and token.form.verb_form == "participle" and at + 1 < end and tokens[at + 1].form.pos in ("NUM", "NOUN", "PROPN", "ADJ"):
            continue  # "paketini | ve X'e verilecek krediyi veto etti"
        if joined and token.form.suffix == "ma" and token.form.passive and at + 1 < end and tokens[at + 1].form.verb_form == "participle":
            continue  # "paketini | ve X'e verilmesi planlanan krediyi veto etti"
        if token.speech >= 0 > tokens[name.last - 1].speech:
            return None  # "yaptırımların yetersiz olduğunu belirterek, “…”": other words
        if token.kind != "word" or token.low in known.times:
            continue
        setting = set_by(known, layout, name, at) if at <= name.last + 1 else None
        if setting is not None:
            return setting
        found = match_at(layout, known.statuses, at, name.last)
        if found is not None and is_within_phrase(layout, found):
            continue
        if found is not None and name.kind in WRITTEN and are_talks(known, layout, found, name):
            return Told("proposed", found.first - 1, found.last, f"tr/{SECTION}:talks")
        if found is not None and fits(layout, found, name):
            return as_told(known, layout, found, name, end)
        if told_of_it(tokens, name, at, end):
            continue
        if closes(token.form) or (token.form.suffix == "mak" and at + 1 < end and tokens[at + 1].low in YET_TO_DO):
            return None
    return None


def are_talks(known: Grammar, layout: Layout, found: Predicate, name: Name) -> bool:
    """Are talks over it what goes on by the predicate ("… planı üzerindeki | görüşmelerin sürdüğünü")?"""
    own, doer = layout.tokens[name.last - 1].form, layout.tokens[found.first - 1]
    over = own.case in ("", "nom") and found.first - 1 > name.last and doer.form.case in ("", "nom", "gen", "acc")
    return over and bool(found.frame.wants["status"] == "ongoing") and any(has_lemma(doer, word) for word in known.talks)


def told_of_it(tokens: list[Token], name: Name, at: int, end: int) -> bool:
    """Is it a reason between a subject that is set off and its verb ("tasarı, | destek alamadığı için reddedildi")?"""
    if name.last >= end or tokens[name.last].text != "," or tokens[name.last - 1].form.case != "nom" or at + 1 >= end:
        return False
    return tokens[at].form.suffix == "dik" and tokens[at + 1].low in ("için", "gerekçesiyle")


def set_by(known: Grammar, layout: Layout, name: Name, at: int) -> Told | None:
    """The status that the word at token `at`, right behind the name, gives by itself ("… kapsamında", "… müzakereleri")."""
    token = layout.tokens[at]
    right_behind = at == name.last or layout.tokens[name.last].form.pos == "ADJ"  # "… hattının etkin kullanımı"
    beside = right_behind and any(form.possessive.startswith("3") for form in token.forms)
    framing = token.form.pos != "NOUN" or any(form.possessive.startswith("3") and form.case == "loc" for form in token.forms)  # "kapsamında"
    for setting in known.settings:
        if (beside if setting.near else framing) and name.kind in setting.kinds and has_lemma(token, setting.word):
            return Told(setting.status, at, at + 1, setting.rule)
    return None


def suits(found: Predicate, name: Name) -> bool:
    """Does the status go with this kind of undertaking?"""
    wants = found.frame.wants
    return name.kind in wants.get("kinds", KINDS) and wants["says"] not in name.frame.wants.get("unless", ())


def fits(layout: Layout, found: Predicate, name: Name) -> bool:
    """Does the status go with the kind, and do both it and the name stand in the cases it needs?"""
    wants, case = found.frame.wants, layout.tokens[name.last - 1].form.case
    phrase = found.form.verb_form == "finite" and found.first < found.head  # "yola | çıktı", no noun
    if layout.tokens[found.head].form.suffix == "ki" if found.frame.nominal else not phrase and is_noun(layout.tokens, found.head):
        return False  # "gündemdeki | yeri"
    if not stands_right(found, case) or (case == "gen" and does_it(found)):
        return False
    if case == "loc" and wants.get("alone") and name.frame.wants.get("rare"):
        return False  # "limanda | aksaklıkların sürdüğünü"
    named = layout.tokens[name.last - 1].capital or "default" in name.frame.wants
    if is_anothers(layout, found, name) or (wants.get("common") and named) or (wants.get("others") and found.form.suffix == "an"):
        return False
    return found.form.case == wants.get("case", found.form.case) and suits(found, name) and found.form.suffix != "asi"


def is_within_phrase(layout: Layout, found: Predicate) -> bool:
    """Is it but the noun of another predicate that the next word ends ("uygulamaya | geçecek")?"""
    if found.form.suffix != "ma" or found.form.case != "dat" or found.form.possessive or found.last >= len(layout.tokens):
        return False
    whole = match_at(layout, grammar().statuses, found.last, found.first)
    return whole is not None and whole.first <= found.head


def stands_right(found: Predicate, case: str) -> bool:
    """May the name stand in this case before the predicate ("anlaşmaya" imza at, "anlaşmadan" çekil)?"""
    wants = found.frame.wants
    if "only" in wants:
        return case == str(wants["only"])
    if case == "dat":
        return bool(wants.get("dat"))
    if case == "loc" and (wants["status"] in ENDING or wants["status"] == "proposed"):
        return False  # "yol haritasında, … sona erdirmesi", "tampon bölgede incelemede bulundu"
    if case == "gen" and wants.get("dat") is True:
        return False  # "gücün girişine onay verdi"
    return case != "abl" or "abl" in wants.get("cases", {})


def is_anothers(layout: Layout, found: Predicate, name: Name) -> bool:
    """Has the verb another object: a verb of its own ("katılmak | isteyen"), or, where the name must stand beside it, anything between?"""
    wants, before = found.frame.wants, layout.tokens[found.first - 1]
    if wants["status"] == "signed" and name.kind not in WRITTEN and is_another_name(layout, found, name):
        return True
    if is_led(layout, found, name) or has_object(layout, found, name):
        return True
    if found.first > name.last and (wants.get("beside") or (wants.get("object") and name.kind == "agreement" and is_doer_of(layout, found, name))):
        return True
    aside = layout.tokens[name.last - 1].form.case in ("gen", "loc")
    if aside and found.form.passive and found.form.suffix in BRANDS and is_before_noun(layout, found.last):
        return True  # "mutabakatın ilk aşamasında … dondurulmuş | varlıkları"
    wish = wants["status"] in ("proposed", "planned") and not found.form.passive and found.first > name.last
    return wish and before.form.verb_form == "verbal_noun" and layout.tokens[name.last - 1].form.case == "gen"


def is_led(layout: Layout, found: Predicate, name: Name) -> bool:
    """Does a noun in the dative make another verb of it ("anlaşma | öne çıktı")?"""
    before = layout.tokens[found.first - 1].form
    return bool(found.frame.wants.get("unled")) and found.first > name.last and before.case == "dat" and not before.verb_form


def has_object(layout: Layout, found: Predicate, name: Name) -> bool:
    """Is it the doer of a finite deed whose object stands right before it ("yarısını | bağış fonu oluşturuyor")?"""
    if found.form.verb_form != "finite" or found.form.passive or found.frame.wants.get("alone") or name.first < 1 or found.first > name.last:
        return False
    before, head = layout.tokens[name.first - 1].form, layout.tokens[name.last - 1].form
    return before.case == "acc" and before.pos == "NOUN" and not before.verb_form and head.possessive.startswith("3") and head.case == "nom"


def is_doer_of(layout: Layout, found: Predicate, name: Name) -> bool:
    """Is it the subject of a deed done to another thing ("anlaşma iki ülkeye yarar | sağlayacak")?"""
    return layout.tokens[name.last - 1].form.case == "nom" and not found.form.passive


def is_before_noun(layout: Layout, at: int) -> bool:
    """Does a noun stand at token `at`, not one that makes a predicate of the participle before it ("imzalanmış | durumda")?"""
    form = layout.tokens[at].form if at < len(layout.tokens) else None
    return form is not None and form.pos in ("NOUN", "PROPN", "ADJ") and not form.verb_form and form.lemma != "durum"


def is_another_name(layout: Layout, found: Predicate, name: Name) -> bool:
    """Is it an agreement on it that is signed ("hattın yenilenmesine ilişkin bir | anlaşma imzalandı")?"""
    heads = grammar().heads
    return any(heads.may_head(t) and t.form.lemma in heads.by_head for t in layout.tokens[name.last : found.first])


def does_it(found: Predicate) -> bool:
    """Is the name in the genitive the doer of the deed, not what it is done to ("anlaşmanın | sağladığı avantajlar")?"""
    told = bool(found.form.possessive) or found.form.suffix == "an"
    return told and not found.passive and not found.frame.nominal and not found.frame.wants.get("dat") and not found.frame.wants.get("alone")


def is_noun(tokens: list[Token], at: int) -> bool:
    """Is what reads as a verb the noun that is made of it ("tartışma", "anlaşma", not "kaldırma kararı", "varma arzusu")?"""
    form = tokens[at].form
    if not form.verb_form:
        return True
    bare = form.suffix == "ma" and form.case == "nom" and not form.possessive and "pass" not in form.voice
    return bare and (at + 1 == len(tokens) or tokens[at + 1].form.lemma not in grammar().aims)


def closes(form: Form) -> bool:
    """Does another verb end the reach of the name?"""
    if form.lemma in LIGHT or form.verb_form in ("", "converb"):
        return False
    return form.verb_form != "verbal_noun" or form.case != "nom" or form.possessive != ""


def as_told(known: Grammar, layout: Layout, found: Predicate, name: Name, end: int) -> Told | None:
    """The status of a predicate: by its polarity, its time, the verb above it, else as its rule has it."""
    status = changed(known, layout, found, name, end) if found.form.verb_form == "verbal_noun" else by_form(layout, found, name)
    if status in MADE_TRUE and found.form.suffix in CHAINED and not found.form.negative:
        status = carried_on(known, layout, found, name, end) or status
    return Told(status, found.first, found.last, found.frame.rule, found) if status else None


def carried_on(known: Grammar, layout: Layout, found: Predicate, name: Name, end: int) -> str:
    """What the verb above makes of a converb: its time is that verb's ("anlaşma | imzalayarak … açacak, açmayı planlıyor"); "" if it is done."""
    tokens, speech = layout.tokens, layout.tokens[found.head].speech
    others = False  # has the deed another doer ("imzalayarak X'in | çekilmesini istedi")?
    for token in tokens[found.last : end]:
        form = token.form
        if token.speech != speech:
            return ""
        others = others or form.case == "gen"
        if form.lemma == found.form.lemma and form.negative:
            return "" if name.kind in found.frame.wants.get("stands", ()) else "proposed"  # "sürüp sürmeyeceği", "imzalanıp imzalanmayacağı"
        if form.verb_form == "verbal_noun":
            status = above(known, layout, following_verb(tokens, token.index, end))
            return status if status == "planned" or (status == "proposed" and not others) else ""
        if form.verb_form in ("finite", "participle"):
            unreal = form.tense in UNREAL or (is_able(token.low) and form.tense != "past")
            return "proposed" if unreal else "planned" if yet_to_come(form) and not form.copula else ""
    return ""


def following_verb(tokens: list[Token], at: int, end: int) -> int:
    """The next verb form behind token `at`, or `at` itself where none follows."""
    return next((t.index for t in tokens[at + 1 : end] if t.form.verb_form), at)


def by_form(layout: Layout, found: Predicate, name: Name) -> str:
    """The status that its own form gives a predicate; "" for none."""
    form, wants = found.form, found.frame.wants
    own = own_status(layout, found, name)
    if is_denied(layout.tokens, found):
        if form.copula == "cond" and wants.get("answer"):
            return "proposed"  # "planı kabul etmezse": it lies before them
        return REFUSED if yet_to_come(form) and refuses(found, name) else str(wants.get("negated", ""))
    unreal = form.tense in UNREAL or form.copula == "cond" or is_able(layout.tokens[found.head].low)
    if unreal or is_awaited(layout.tokens, found) or is_asked(layout, found):
        if own in ENDING:
            return ""
        return own if name.kind in wants.get("stands", ()) else "proposed"  # "ambargoyu sürdürebilir": it is there
    if not yet_to_come(form):
        return own
    ahead = "proposed" if name.kind == "plan" and wants.get("answer") else own if own in ENDING else "planned"
    return str(wants.get("future", ahead))


def refuses(found: Predicate, name: Name) -> bool:
    """Is not doing it to refuse it ("anlaşmayı imzalamayacağını")?"""
    return not found.form.passive and name.kind in WRITTEN and found.frame.wants["status"] in ("signed", "in_force")


def own_status(layout: Layout, found: Predicate, name: Name) -> str:
    """As the rule has it for the kind and the case; what is done in part is under way ("yüzde 60'ı tamamlandı")."""
    wants, case = found.frame.wants, layout.tokens[name.last - 1].form.case
    if case in wants.get("cases", {}):
        return str(wants["cases"][case])
    if "means" in wants and name.frame.wants.get("means"):
        return str(wants["means"])
    if "now" in wants and found.form.tense == "prog" and name.kind in WORKED:
        return str(wants["now"])
    if "part" in wants and any(token.low in ("yüzde", "%") for token in layout.tokens[name.last : found.first]):
        return str(wants["part"])
    return str(wants.get("as", {}).get(name.kind, wants["status"]))


def is_denied(tokens: list[Token], found: Predicate) -> bool:
    """Does the predicate say no ("imzalanmadı", "imzalanmış değil")?"""
    return found.form.negative or (found.last < len(tokens) and tokens[found.last].low.startswith("değil"))


def is_awaited(tokens: list[Token], found: Predicate) -> bool:
    """Is it only said until when ("imzalanana | kadar")?"""
    return found.form.suffix == "an" and found.form.case == "dat" and found.last < len(tokens) and tokens[found.last].low in UNTIL


def is_asked(layout: Layout, found: Predicate) -> bool:
    """Is it only asked ("imzaladı | mı belli değil"), or said of a claim that is denied ("imzaladığı | iddiasını reddetti")?"""
    return found.last < len(layout.tokens) and (layout.tokens[found.last].low in ASKING or is_denied_claim(layout.tokens, found))


def is_denied_claim(tokens: list[Token], found: Predicate) -> bool:
    """Is it said of a claim that is denied ("imzaladığı | iddiasını reddetti", "sağlandığı | yönündeki iddiaların gerçeği yansıtmadığını")?"""
    at = found.last + (found.last < len(tokens) and tokens[found.last].low in ABOUT_IT)
    claim, behind = tokens[at : at + 1], tokens[at + 1 : at + 5]
    if found.form.suffix not in ("dik", "acak") or not claim or claim[0].form.lemma not in CLAIMS:
        return False
    refuted = any(token.form.verb_form and token.form.lemma in REFUTING for token in behind)
    untrue = any(t.low in UNTRUE or (t.form.lemma in TRUE and is_refused(tokens, t.index + 1, len(tokens))) for t in behind)
    return refuted or untrue


def yet_to_come(form: Form) -> bool:
    return form.tense == "fut" or form.suffix == "acak"


def unlaid(known: Grammar, layout: Layout, name: Name, end: int) -> Told | None:
    """A measure that nobody has taken yet: the bare object of a verb that says so ("yaptırım | uygulamaktan vazgeçti, getirmedi")."""
    if not is_new_measure(layout, name):
        return None
    for token in layout.tokens[name.last : min(name.last + 3, end)]:
        if token.form.verb_form and token.form.lemma in known.laying:
            no = token.form.negative or is_refused(layout.tokens, token.index + 1, end)
            if token.form.verb_form != "verbal_noun" and not no:
                return None
            return Told(REFUSED if no else "proposed", token.index, token.index + 1, f"tr/{SECTION}:laying")
    return None


def is_new_measure(layout: Layout, name: Name) -> bool:
    """Is it a measure of which nothing says that it is there ("yaptırım uygula-", not "yaptırımları, yaptırımını")?"""
    head, before = layout.tokens[name.last - 1].form, layout.tokens[name.last - 2].form
    compound = name.last - name.first > 1 and head.possessive == "3sg" and before.pos == "NOUN" and before.case in ("nom", "")  # "silah ambargosu"
    return name.kind == "sanction" and (compound or not head.possessive) and head.number != "pl" and head.case in ("nom", "")


# WHAT THE VERB ABOVE MAKES OF IT


def changed(known: Grammar, layout: Layout, found: Predicate, name: Name, end: int) -> str:
    """The status of a nominalised predicate: what the verb above makes of it ("kurulmasını önerdi", "sağlanması için")."""
    own, wants = own_status(layout, found, name), found.frame.wants
    if found.form.negative:
        return str(wants.get("negated", ""))
    if follows(layout, found.last, IF) and own not in ENDING and name.kind not in wants.get("stands", ()):
        return "proposed"  # "uygulaması | halinde"
    if is_done(known, layout, found, end) or (own in ENDING and follows(layout, found.last, DECISION)):
        return own
    above = governor(known, layout, found, end)
    if above is None:
        return wished(known, layout, found, name, own)
    status, denied = above
    if status in ENDING and status != REFUSED:
        return status if found.form.case == "acc" and layout.tokens[found.last].form.verb_form in BOUND else ""
    if denied:
        return str(wants.get("negated", ""))
    if status == "proposed" and found.form.suffix == "mak" and name.kind != "sanction" and name.kind not in WRITTEN:
        return hoped(found, name)  # "projeyi hayata geçirmek istiyor"
    if not status:
        return wished(known, layout, found, name, own)
    if own in ENDING and status == "proposed" and name.kind in STANDING:
        return STANDING[name.kind]  # "yaptırımların askıya alınmasını istedi": they are there
    if status == UNTOLD and name.kind == "sanction" and own not in ENDING:
        return "proposed"  # "yaptırım getirmekle tehdit etti"
    if status == "planned" and name.kind == "plan" and wants.get("answer"):
        return "proposed"  # "kabul etmeye hazır": it lies before them
    if status == "agreed" and name.kind in WORKED and own in ("ongoing", "in_force"):
        return "planned"  # "inşa edilmesine karar verdi"
    if own in ENDING or status == UNTOLD or wants.get("there") or name.kind in wants.get("stands", ()):
        return own if name.kind in wants.get("stands", ()) else ""
    return hoped(found, name) if status == "hoped" else status


def is_done(known: Grammar, layout: Layout, found: Predicate, end: int) -> bool:
    """Do the words behind a verbal noun show that it is done ("imzalanmasının ardından", "imzalanmasıyla", "imzalanmasını … karşıladı")?"""
    wants = found.frame.wants
    by_it = found.form.case == "ins" or (found.form.possessive == "3sg" and follows(layout, found.last, WITH))  # "imzalanmasıyla", "imzalanması ile"
    if by_it and found.form.suffix == "ma" and wants["status"] in ("signed", "agreed") and "as" not in wants:
        return True
    if found.last < end and layout.tokens[found.last].low in known.after:
        return True
    behind = layout.tokens[found.last : min(found.last + 8, end)]
    if found.form.case == "gen" and any(t.form.lemma in known.years and t.form.possessive for t in behind[:3]):
        return True
    answered = any(t.form.lemma in known.done and t.form.verb_form for t in behind[:3])
    return answered or any(t.form.lemma in known.naming and layout.tokens[t.index - 1].low == "olarak" for t in behind)


def wished(known: Grammar, layout: Layout, found: Predicate, name: Name, own: str) -> str:
    """The status of a verbal noun of which nothing above tells whether it is done."""
    if found.form.lemma in known.laying and is_new_measure(layout, name):
        no = any(t.form.negative or t.low.startswith("değil") for t in layout.tokens[found.last : found.last + 3])
        if no or not found.form.possessive:
            return "proposed"  # "yaptırım uygulamak üzereydi, uygulaması söz konusu değil"
    if not found.frame.wants.get("wish"):
        return own
    return STANDING.get(name.kind, "") if own in ENDING else hoped(found, name)  # "yaptırımların kaldırılması": they are there


def hoped(found: Predicate, name: Name) -> str:
    """The status of what is hoped or worked for: an agreement or a measure is proposed, a work planned."""
    if name.kind in ("agreement", "sanction") or (name.kind == "plan" and not found.frame.wants.get("wish")):
        return "proposed"
    return "planned"


def governor(known: Grammar, layout: Layout, found: Predicate, end: int) -> tuple[str, bool] | None:
    """What the verb above a nominalised status makes of it ("" where it says nothing), and whether it denies it; None without any."""
    tokens = layout.tokens
    if found.last < end and tokens[found.last].low in YET_TO_DO:
        return "planned" if tokens[found.last].low == "üzere" and found.form.suffix == "mak" else "hoped", False  # "imzalamak üzere geldi"
    joined = found.last < end and tokens[found.last].low in ("ve", ",", "veya")
    for at in range(found.last, min(found.last + (8 if joined else 4), end)):
        form = tokens[at].form
        if joined and form.verb_form == "verbal_noun":
            continue  # "son vermesi ve … değiştirmesi gerektiğini"
        if form.verb_form or form.lemma in known.above:
            status = above(known, layout, at)
            if not form.verb_form:
                return status, is_refused(tokens, at + 1, end)
            return status, status == "denied" or (status != "" and form.negative)
    return None


def is_refused(tokens: list[Token], at: int, end: int) -> bool:
    """Does token `at` say no of the word before it ("mümkün | olmadığını", "mümkün | değil")?"""
    return at < end and (tokens[at].form.negative or tokens[at].low.startswith("değil"))


def above(known: Grammar, layout: Layout, at: int) -> str:
    """What the pack says of a verb above ("talep et", "çağrı bulun", "öner")."""
    verb = stem(layout.tokens[at].form)
    return known.above.get(f"{layout.tokens[at - 1].form.lemma} {verb}", known.above.get(verb, ""))


# BESIDE THE NAME


def told_beside(known: Grammar, layout: Layout, name: Name, end: int) -> Told | None:
    """What is done for one that is not there yet ("… anlaşması için müzakerelere başladı", "barajın inşası")."""
    if name.last >= end or name.kind not in ("agreement", "project"):
        return None
    if name.kind == "project":
        return Told("planned", name.last, name.last + 1, WORKS) if is_work(known, layout, name) else None
    if layout.tokens[name.last].low in ("ilişkin", "yönelik", "dair"):
        offer = next((t for t in layout.tokens[name.last + 1 : min(name.last + 4, end)] if t.form.lemma in known.offers), None)
        return Told("proposed", offer.index, offer.index + 1, f"tr/{SECTION}:offers") if offer is not None else None
    if layout.tokens[name.last].low != "için":
        return None
    for token in layout.tokens[name.last + 1 : min(name.last + EFFORT, end)]:
        if any(has_lemma(token, word) for word in known.efforts) or token.form.lemma in known.efforts:
            return Told("proposed", token.index, token.index + 1, f"tr/{SECTION}:efforts")
    return None


def is_work(known: Grammar, layout: Layout, name: Name) -> bool:
    """Does the noun stand right behind it that tells that it is to be built ("barajın | inşası")?"""
    form = layout.tokens[name.last].form if name.last < len(layout.tokens) else None
    return form is not None and form.lemma in known.works and form.possessive.startswith("3")


def told_jointly(known: Grammar, layout: Layout, name: Name, end: int) -> Told | None:
    """What is told of two agreements whose names stand in marks of their own ("“A Muhtırası” ile … “B Muhtırası” imzalandı")."""
    tokens = layout.tokens
    if name.kind != "agreement" or name.last + 1 >= end or tokens[name.last].text not in MARKS or tokens[name.last + 1].low not in ("ile", "ve"):
        return None
    for at in range(name.last + 2, min(name.last + FAR, end)):
        if tokens[at].form.verb_form == "finite" and tokens[at].quote < 0:
            found = match_at(layout, known.statuses, at, name.last + 2)
            told = found is not None and found.frame.wants["status"] == "signed" and tokens[found.first - 1].text in MARKS
            return as_told(known, layout, found, name, end) if found is not None and told else None
    return None


def by_default(tokens: list[Token], name: Name) -> str | None:
    """The status of one of which nothing is told: what is named stands, what is only offered or possible is proposed.

    None of a work or a plan with a name of its own: it may be planned or long be there.
    """
    known = grammar()
    before = {token.low for token in tokens[max(0, name.first - 2) : name.last]}
    happened = name.last < len(tokens) and tokens[name.last].low in known.after  # "yeni yaptırımların ardından"
    owned = is_someones(tokens, name)  # "Kenya'nın yeni yaptırımları": they are there
    fresh = name.kind in known.fresh_kinds and not happened and not owned and before & known.fresh
    if tokens[name.last - 1].form.lemma in known.offers or before & known.hopes or fresh:
        return "proposed"
    if "default" in name.frame.wants:
        there = happened and name.frame.wants["default"] == "proposed"  # "vizelerin kaldırılmasından sonra"
        return "in_force" if there else str(name.frame.wants["default"])
    if name.kind == "project" and tokens[name.last - 1].capital:
        return None
    return known.defaults[name.kind] if name.kind != "plan" or not tokens[name.last - 1].capital else None


def is_someones(tokens: list[Token], name: Name) -> bool:
    """Is it possessed, or may it be, with its owner right before it ("Washington'ın | yeni tedbirlerini")?"""
    head = tokens[name.last - 1]
    owner = name.first > 0 and tokens[name.first - 1].form.case == "gen" and tokens[name.first - 1].capital
    return head.form.possessive.startswith("3") or (owner and any(form.possessive.startswith("3") for form in head.forms))
