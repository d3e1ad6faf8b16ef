"""Durations that are the fact ("10 günlük ateşkes", "görüşme 2 saat sürdü"), apart from those that only place it in time."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Quantity
from tutanak.records.figure_changes import Change
from tutanak.records.figure_counts import under
from tutanak.records.figure_exclusions import goes_on
from tutanak.records.figure_heads import singular
from tutanak.records.figure_nouns import behind, measured_before, measured_behind
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, bare, lemma_in
from tutanak.records.voices import CALLED
from tutanak.text.layout import Token

ENOUGH: Final = word_list("figures", "enough")
STAYING: Final = word_list("figures", "staying")
NEAR: Final = 5  # words between a duration and its verb of staying
FAR = 25  # tokens behind a duration in which its verb is looked for


class Lasting:
    """A duration that is a fact: the amount, what lasts, what made it longer or shorter."""

    __slots__ = ("change", "confidence", "noun", "quantity")

    def __init__(self, quantity: Quantity, noun: Noun | None, confidence: float, change: Change | None = None) -> None:
        self.quantity = quantity
        self.noun = noun
        self.confidence = confidence
        self.change = change


def lasting(scene: Scene, quantity: Quantity, change: Change | None) -> Lasting | None:
    """What the duration says, or None where it only tells when."""
    if quantity.lik:
        one = quantity.value == 1 and not scene.layout.text[quantity.core.start].isdigit()  # "bir günlüğüne"
        term = quantity.case == "dat" and quantity.own and not one  # "5 yıllığına atandı"
        return Lasting(quantity, None, 0.6) if term else _attribute(scene, quantity)
    if quantity.case == "nom" and goes_on(scene, quantity):
        return None
    if quantity.first > 0 and scene.layout.tokens[quantity.first - 1].form.lemma == "yaş":
        return None  # "122 yaş 164 günlükken"
    told = _level(scene, quantity, change) or _sentence(scene, quantity) or _limited(scene, quantity)
    return told or _lasted(scene, quantity) or _talked(scene, quantity) or _stayed(scene, quantity)


def _attribute(scene: Scene, quantity: Quantity) -> Lasting | None:
    """ "10 günlük [ateşkes]", "5 yıllık [anlaşma]", but "24 yıllık tarihi", "11 aylık bebek", "7 aylık ihracat"."""
    noun = measured_behind(scene.layout, scene.words, _lik_behind(scene, quantity)) if quantity.case == "nom" else None
    if noun is None or _tells_when(scene, noun) or (quantity.unit in ("yıl", "sene") and not _is_term(scene, noun)):
        return None
    return Lasting(quantity, noun, 0.7)


def _lik_behind(scene: Scene, quantity: Quantity) -> Quantity:
    """ "10 yıllık [2 milyar dolarlık] anlaşma": the last of two amounts that stand before the same noun."""
    return next((q for q in scene.quantities if q.first == quantity.last and q.lik), quantity)


def _is_term(scene: Scene, noun: Noun) -> bool:
    """Years count where they were agreed or sentenced ("10 yıllık anlaşma"), not as an attribute ("24 yıllık tarihi")."""
    return any(lemma_in(scene.layout.tokens[at], scene.words.terms) for at in range(noun.first, noun.head + 1))


def _tells_when(scene: Scene, noun: Noun) -> bool:
    """Is it somebody's age or the time something was counted in?"""
    called = next((token.index + 1 for token in scene.layout.tokens[noun.first : noun.head + 2] if token.low in CALLED), None)
    if called is not None and any(lemma_in(token, scene.words.periodic) for token in scene.layout.tokens[called : called + 2]):
        return True  # "8 aylık Ayşe adlı bebek"
    first, head = scene.layout.tokens[noun.first], scene.layout.tokens[noun.head]
    if head.low.endswith("süresince") or (head.form.lemma == "ara" and head.form.case == "abl"):
        return True  # "27 yıllık işgal süresince", "6 günlük aradan sonra"
    if head.form.lemma in scene.words.spells and head.form.case == "loc" and noun.first == noun.head:
        return True  # "9 aylık dönemde kâr arttı", but "3 yıllık geçiş döneminde"
    return lemma_in(head, scene.words.periodic) or lemma_in(head, scene.words.nouns) or lemma_in(first, scene.words.periodic)


def _level(scene: Scene, quantity: Quantity, change: Change | None) -> Lasting | None:
    """ "askerlik süresi 6 aydan 12 aya çıkarıldı"."""
    if change is None or not change.level or quantity.case not in ("dat", "abl"):
        return None
    noun = measured_before(scene, quantity.first)
    return Lasting(quantity, noun, 0.7, change) if noun is not None else None


def _sentence(scene: Scene, quantity: Quantity) -> Lasting | None:
    """ "15 yıla kadar hapis"."""
    tokens, at = scene.layout.tokens, quantity.last
    if quantity.case != "dat" or at + 2 >= len(tokens) or tokens[at].low != "kadar":
        return None
    if tokens[at + 1].low in ("vadeli", "süreli"):  # "18 aya kadar vadeli kredi"
        return Lasting(under(scene.layout, quantity), behind(scene.layout, scene.words, at + 2), 0.7)
    if not lemma_in(tokens[at + 1], ("hapis", "ceza")):
        return None
    return Lasting(under(scene.layout, quantity), Noun(at + 1, at + 1, singular(tokens[at + 1])), 0.7)


def _limited(scene: Scene, quantity: Quantity) -> Lasting | None:
    """ "geçiş dönemi 5 yılla sınırlı", "90 güne kadar vizesiz kalabilecek", "kredi 20 yıl vadeli olacak"."""
    tokens, at = scene.layout.tokens, quantity.last
    if at + 1 >= len(tokens):
        return None
    if quantity.case == "dat" and tokens[at].low == "kadar" and _holds(scene, at + 1):
        return Lasting(under(scene.layout, quantity), measured_before(scene, quantity.first), 0.65)
    limited = quantity.case == "ins" and tokens[at].form.lemma in ("sınırlı", "sınırla", "sınırlan")
    ends = tokens[at + 1].form.pos == "VERB" or tokens[at + 1].low in ("ve", "olarak")
    term = quantity.case == "nom" and tokens[at].low in ("vadeli", "süreli") and ends
    return Lasting(quantity, measured_before(scene, quantity.first), 0.65) if limited or term else None


def _lasted(scene: Scene, quantity: Quantity) -> Lasting | None:
    """ "görüşme 2 saat sürdü", "12 saat süre tanıdı", "ateşkes 3 hafta daha uzatıldı", "50 yıl süreli anlaşma"."""
    tokens, at = scene.layout.tokens, quantity.last
    if at + 1 < len(tokens) and tokens[at].low == "daha":
        at += 1
    told = quantity.case == "nom" or quantity.bound != "exact"
    if not told or at >= len(tokens) or _goes_round(scene, quantity):
        return None
    if tokens[at].form.lemma == "geç" and tokens[at].form.verb_form == "finite" and tokens[quantity.first - 1].low == "üzerinden":
        return Lasting(quantity, None, 0.65)  # "anlaşmanın üzerinden 60 gün geçti"
    if _holds(scene, at):
        return Lasting(quantity, measured_before(scene, quantity.first), 0.65)
    if lemma_in(tokens[at], scene.words.declared) and bare(tokens[at].form):
        return Lasting(quantity, Noun(at, at, singular(tokens[at])), 0.7)  # "3 gün yas ilan edildi"
    if tokens[at].low == "boyunca" and _will_run(scene, at):
        return Lasting(quantity, None, 0.6)
    if tokens[at].low == "vadeli":
        noun = _what_lasts(scene, quantity, tokens[at])
        return Lasting(quantity, noun, 0.65) if noun is not None and quantity.value > 1 and _is_term(scene, noun) else None  # "5 yıl vadeli kredi"
    if not lemma_in(tokens[at], scene.words.lasting):
        return _is_length(scene, quantity) or _is_told_of(scene, quantity)
    if tokens[at].form.lemma == "süre" and tokens[at].form.case == "ins" and not tokens[at].form.possessive:
        return Lasting(quantity, None, 0.7)  # "3 ay süreyle"
    if tokens[at].low == "süre" and at + 1 < len(tokens) and tokens[at + 1].low in ("boyunca", "içinde", "sonra", "önce"):
        return None  # "bir yılı aşkın süre boyunca görüşüldü"
    noun = _what_lasts(scene, quantity, tokens[at])
    return Lasting(quantity, noun, 0.7) if noun is not None or tokens[at].form.lemma in ENOUGH else None


def _is_length(scene: Scene, quantity: Quantity) -> Lasting | None:
    """ "anlaşmanın süresi 20 yıl"."""
    tokens, before = scene.layout.tokens, quantity.first - 1
    if before < 0 or tokens[before].form.lemma not in ("süre", "vade") or not tokens[before].form.possessive.startswith("3"):
        return None
    told = quantity.last >= len(tokens) or tokens[quantity.last].kind == "punct" or tokens[quantity.last].form.lemma == "ol"
    return Lasting(quantity, measured_before(scene, quantity.first), 0.7) if told else None


def _is_told_of(scene: Scene, quantity: Quantity) -> Lasting | None:
    """ "bayram tatilinin [9 gün] olması", "ateşkes [3 gün] olacak": the length of what is agreed or declared, right before it."""
    tokens, head, at = scene.layout.tokens, quantity.first - 1, quantity.last
    if head < 0 or quantity.case != "nom" or tokens[at].form.lemma != "ol" or tokens[at].form.pos != "VERB":
        return None
    form = tokens[head].form
    agreed = form.lemma in scene.words.terms or form.lemma in scene.words.declared
    return Lasting(quantity, measured_before(scene, quantity.first), 0.65) if agreed and form.case in ("", "nom", "gen") else None


def _will_run(scene: Scene, at: int) -> bool:
    """ "6 ay boyunca [yönetecek]", "45 gün boyunca ücret [alınmayacağı]": a term that is agreed, not one that is over."""
    for token in scene.layout.tokens[at : at + FAR]:
        if scene.places[token.index] != scene.places[at]:
            return False
        if token.form.pos == "VERB" and token.form.verb_form:
            return token.form.suffix == "acak" or token.low.endswith(("acak", "ecek"))
    return False


def _holds(scene: Scene, at: int) -> bool:
    """ "2 hafta [devam etti]", "30 gün [geçerli olacak]", "10 yıl [yürürlükte kalacak]"."""
    tokens = scene.layout.tokens
    verb = tokens[at + 1].form if at + 1 < len(tokens) else None
    return verb is not None and verb.pos in ("VERB", "AUX") and (tokens[at].form.lemma, verb.lemma) in scene.words.holding


def _goes_round(scene: Scene, quantity: Quantity) -> bool:
    """ "7 gün 24 saat"."""
    tokens, first = scene.layout.tokens, quantity.first
    return quantity.unit == "saat" and quantity.value == 24 and first > 0 and tokens[first - 1].low == "gün"


def _what_lasts(scene: Scene, quantity: Quantity, following: Token) -> Noun | None:
    attribute = following.form.verb_form == "participle" and not following.form.possessive
    if following.low.startswith(("süreli", "vadeli")) or attribute:
        at = following.index + 1
        while at < len(scene.layout.tokens) and scene.taken[at]:
            at += 1
        return behind(scene.layout, scene.words, at)
    if following.form.pos == "VERB":
        noun = measured_before(scene, quantity.first)
        return None if noun is None or (noun.lemma in scene.words.anaphors and noun.first == noun.head) else noun
    direct = following.form.case in ("", "nom", "dat", "acc") and not following.low.endswith("dir")
    return Noun(following.index, following.index, singular(following)) if direct else None


def _talked(scene: Scene, quantity: Quantity) -> Lasting | None:
    """ "90 dakika telefonda konuştu": how long they talked, by the next verb of the sentence."""
    tokens, at = scene.layout.tokens, quantity.last
    before = tokens[quantity.first - 1].low if quantity.first > 0 else ""
    if before in ("haftada", "günde", "ayda"):
        return None  # "haftada 30 dakika konuşanlar"
    if quantity.unit not in ("dakika", "saat") or quantity.case != "nom" or at >= len(tokens) or lemma_in(tokens[at], scene.words.placing):
        return None
    for token in tokens[at : at + FAR]:
        if scene.places[token.index] != scene.places[quantity.first] or token.text in (";", ":"):
            return None
        if any(f.pos == "VERB" and f.verb_form == "verbal_noun" and f.lemma in scene.words.talking for f in token.forms):
            return Lasting(quantity, None, 0.6)  # "20 dakika görüşme fırsatı"
        if token.form.pos == "VERB" and token.form.verb_form:
            return Lasting(quantity, None, 0.6) if token.form.lemma in scene.words.talking else None
    return None


def _stayed(scene: Scene, quantity: Quantity) -> Lasting | None:
    """ "19 gün kampta kaldı", "havalimanında 8 saat bekletilen", "iki yıl rehin tutuldu", but "seçimlere 2 ay kaldı": how long they were kept."""
    tokens, at, where = scene.layout.tokens, quantity.last, quantity.first > 0 and scene.layout.tokens[quantity.first - 1].form.case == "loc"
    if quantity.case != "nom" and quantity.bound == "exact":
        return None
    for token in tokens[at : at + NEAR]:
        form = token.form
        if scene.places[token.index] != scene.places[quantity.first] or token.kind != "word":
            return None
        if form.pos == "VERB" and form.verb_form:
            return Lasting(quantity, None, 0.6) if form.lemma in STAYING and (where or form.lemma != "kal") else None
        where = form.case == "loc"
        if not where and (form.possessive or form.pos != "NOUN" or form.case not in ("", "nom")):
            return None
    return None
