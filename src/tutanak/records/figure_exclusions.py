"""Numbers that count nothing: those of names, ages, laws, clocks, years and figures of speech."""

from __future__ import annotations

import re
from typing import Final

from tutanak.mentions import people_word
from tutanak.mentions.model import Quantity
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import bare, is_noun, lemma_in, possessed
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token
from tutanak.text.nouns import LI, LIK

COUNTED: Final = ("number", "count")
FAR: Final = 14  # tokens between two halves of one whole
_SMALL: Final = ("bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on")
_CODE: Final = re.compile(r"[A-ZÇĞİÖŞÜ]{1,5}[-–]\d{1,4}")
_ERA: Final = re.compile(r"\d+['’]l[ıiuü]")
_VERSION: Final = re.compile(r"\d{1,2}\.\d|\d+'l[ıiuü]")


def names(scene: Scene, quantity: Quantity) -> bool:
    """Does the number belong to a name, an age, a law, a clock: "497 sayılı karar", "saat 14.30", "5+1"?"""
    tokens = scene.layout.tokens
    before, after = quantity.first - 1, quantity.core_last
    if quantity.kind != "percent" and _numbers(scene, after):
        return True
    if after + 1 < len(tokens) and (tokens[after].low.replace("'", "") == "nolu" or tokens[after + 1].low == "sayılı"):
        return True  # "2 No'lu kurul", "412 sefer sayılı uçak"
    unit = tokens[after - 1]
    told = quantity.kind in ("measure", "money") and quantity.lender is None
    if told and quantity.case != "nom" and unit.form.lemma == unit.low and unit.base_end == unit.end:
        return True  # "bir hata", "bir leke": a noun that only looks like a unit with an ending
    if tokens[quantity.first].low.startswith("binbir") or (before >= 0 and tokens[before].low in ("birkaç", "kaç", "nice", "+")):
        return True
    if quantity.kind in COUNTED and before > 0 and _is_listed_code(scene, before):
        return True  # "TRG-122, 230 ve 300"
    if _is_vague(scene, quantity) or _is_idiom(scene, quantity) or (quantity.kind in COUNTED and _is_code(scene, quantity)):
        return True
    half = quantity.kind == "share" and tokens[quantity.first].low.startswith("yarı")
    if half and not (_is_owned(scene, before) or _is_other_half(scene, quantity)):
        return True  # "yarısı" of nothing named
    if after < len(tokens) and quantity.case == "nom" and tokens[after].low.startswith("üzerinden") and quantity.kind in COUNTED:
        return True  # "5 üzerinden 4"
    if quantity.kind == "duration" and _ERA.fullmatch(tokens[quantity.first].low):
        return True  # "1800'lü yıllar"
    if after < len(tokens) and tokens[after].low == "başına":
        return True  # "bin metreküp başına"
    if after < len(tokens) and tokens[after].low == "kala" and quantity.kind == "measure":
        return True  # "sınıra 20 kilometre kala"
    if quantity.bound == "range" and before > 0 and tokens[before].text == ":" and (after >= len(tokens) or tokens[after].text in ",.;/"):
        return True  # "Ay Spor - Gün Spor: 2-3, …"
    if is_clock(scene.layout.text, quantity.core) or (after < len(tokens) and tokens[after].low == "artı"):
        return True
    if before > 0 and tokens[before].text == "." and _is_glued(tokens, before):
        return True  # "RTL.2 kanalı"
    if before > 0 and tokens[before].text == ":":
        before -= 1  # "No: 14"
    if before >= 0 and quantity.kind in COUNTED and bare(tokens[before].form) and lemma_in(tokens[before], scene.words.none_behind):
        return True
    if before >= 0 and quantity.kind in COUNTED and tokens[before].low in ("yaşları", "yaşlarının"):
        return True  # "yaşları 12 ile 15 arasında değişen çocuklar"
    if before >= 0 and quantity.own and tokens[before].form.lemma == "saat" and tokens[before].form.number == "pl":
        return True  # "saatler 17'yi gösterdiğinde"
    if quantity.kind == "money" and after < len(tokens) and tokens[after].text == "Bölgesi":
        return True  # "19 Euro Bölgesi ülkesi"
    return _joined(scene, before, quantity.core.start, False) or _joined(scene, after, quantity.core.end, True)


def _is_glued(tokens: list[Token], at: int) -> bool:
    """Does the mark at the token tie a number to a name without a space on either side?"""
    name, mark, number = tokens[at - 1], tokens[at], tokens[at + 1]
    return name.capital and name.end == mark.start and mark.end == number.start


def _is_owned(scene: Scene, before: int) -> bool:
    """Does a genitive stand at the token, or before what only stresses the amount ("sevkiyatın ancak yarısı")?"""
    tokens = scene.layout.tokens
    before -= before > 0 and tokens[before].low in scene.words.only
    return before >= 0 and tokens[before].form.case == "gen"


def _is_other_half(scene: Scene, quantity: Quantity) -> bool:
    """ "yolcuların yarısı kuzeyde, [yarısı] güneyde", "…, diğer [yarısı]": is a half told before in the sentence, with a comma between?"""
    tokens = scene.layout.tokens
    for at in range(quantity.first - 1, max(quantity.first - FAR, -1), -1):
        if scene.places[at] != scene.places[quantity.first]:
            return False
        if tokens[at].low.startswith("yarısı"):
            return scene.taken[at] and any(token.text in (",", ";", "ve") for token in tokens[at + 1 : quantity.first])
    return False


def _numbers(scene: Scene, at: int) -> bool:
    """Does the number before token `at` number or date the noun there, alone or with a second: "5 numaralı", "16 ve 20 yaşındaki"?"""
    tokens = scene.layout.tokens
    if at + 2 < len(tokens) and tokens[at].low in ("ve", "ile", "veya", "ila") and tokens[at + 1].kind == "number":
        at += 2
    return at < len(tokens) and tokens[at].kind == "word" and lemma_in(tokens[at], scene.words.none_before)


def _is_listed_code(scene: Scene, at: int) -> bool:
    """Does a comma or "ve" join the number to a type with a number of its own, or to another such number?"""
    tokens = scene.layout.tokens
    counted = tokens[at + 2] if at + 2 < len(tokens) else None
    if counted is not None and counted.kind == "word" and not counted.capital and counted.form.pos == "NOUN" and tokens[at].low == "ve":
        return False  # "40 adet F-16 ve 79 modernizasyon kiti"
    for _ in range(3):
        if at < 1 or tokens[at].text not in (",", "ve"):
            return False
        if _CODE.fullmatch(tokens[at - 1].text):
            return True
        if tokens[at - 1].kind != "number":
            return at > 2 and bool(_CODE.fullmatch(scene.layout.text[tokens[at - 3].start : tokens[at - 1].end]))
        if tokens[at - 2].text in ("-", "–") and tokens[at - 3].text.isupper():
            return True
        at -= 2
    return False


def _is_idiom(scene: Scene, quantity: Quantity) -> bool:
    """ "yer altı", "dört bir yanda", "altı çizilen", "bir dönüm noktası": words that only look like numbers."""
    tokens, first = scene.layout.tokens, quantity.first
    pairs, idiomatic = scene.words.idioms, scene.words.idiomatic
    if tokens[first].low == "altı" and first > 0 and _is_thing(tokens[first - 1], scene) and tokens[first - 1].sentence == tokens[first].sentence:
        return True  # "diz altı protezi", "yastık altı altınlar"
    for at in range(max(quantity.first - 1, 0), min(quantity.core_last, len(tokens) - 1)):
        if tokens[at].low not in idiomatic:
            continue
        following = tokens[at + 1]
        if (tokens[at].low, following.low) in pairs or (tokens[at].low, following.form.lemma) in pairs:
            return True
    return False


def _is_thing(token: Token, scene: Scene) -> bool:
    """A bare common noun that says no time or manner: behind it "altı" is a place under it, no six."""
    plain = token.form.pos == "NOUN" and token.form.lemma == token.low and bare(token.form) and not token.capital
    return plain and token.form.lemma not in scene.words.adverbial


def _is_vague(scene: Scene, quantity: Quantity) -> bool:
    """ "bir iki kişi", "üç beş kuruş": small numbers in words side by side name none."""
    tokens, first, last = scene.layout.tokens, scene.layout.token_at(quantity.core.start), quantity.core_last
    if first >= len(tokens):  # digits within a word that ends the text ("0A0")
        return False
    if quantity.value > 10 or quantity.value_to is not None or not tokens[first].low.isalpha() or last - first > 2:
        return False
    sides = [at for at in (first - 1, first + 1) if 0 <= at < len(tokens) and tokens[at].sentence == tokens[first].sentence]
    return any(tokens[at].low in _SMALL for at in sides)


def _is_code(scene: Scene, quantity: Quantity) -> bool:
    """ "0312 555 10 20", "34 AB 123", "2.0", "4'lü": digits that stand for a telephone, a plate, a version, a team."""
    layout = scene.layout
    digits = layout.low[quantity.core.start : quantity.core.end]
    if not digits.isdigit():
        return _VERSION.fullmatch(digits) is not None
    if layout.text[quantity.core.end : quantity.core.end + 1] in ("-", "–") and layout.text[quantity.core.end + 1 : quantity.core.end + 2].isalpha():
        return True  # "3-Ticaret": the third of a list, or a code
    return (len(digits) > 1 and digits[0] == "0") or _is_group(layout, quantity.first, -1) or _is_group(layout, quantity.core_last - 1, 1)


def _is_group(layout: Layout, at: int, step: int) -> bool:
    """Are there digits right beside token `at`, or beyond a letter or three in capitals?"""
    tokens = layout.tokens
    beside = at + step
    if step > 0 and tokens[at].base_end < tokens[at].end:
        return False  # "bunların 739'u 18 yaşın altında"
    if 0 <= beside + step < len(tokens) and tokens[beside].text.isupper() and tokens[beside].text.isalpha() and len(tokens[beside].text) <= 3:
        beside += step
    if not 0 <= beside < len(tokens) or not tokens[beside].text.isdigit() or tokens[beside].sentence != tokens[at].sentence:
        return False
    left, right = (beside, at) if step < 0 else (at, beside)
    return "," not in layout.text[tokens[left].end : tokens[right].start] and len(tokens[beside].text) < 4


def in_name(scene: Scene, quantity: Quantity) -> bool:
    """ "Faysal bin Ferhan", "Kanal 13", "57357 Çocuk Kanser Hastanesi": a number within a name."""
    tokens, first = scene.layout.tokens, quantity.first
    if quantity.kind not in COUNTED:
        return False
    if tokens[first].start < quantity.span.start and tokens[first].text[: quantity.span.start - tokens[first].start][-1].isalpha():
        return True  # "4x4"
    if tokens[first].start < quantity.span.start and tokens[first].text[0].isalpha():
        return True  # "TRLG-230"
    mention = scene.mentions.at(first)
    if mention is not None and mention.kind != "description" and mention.first < quantity.last < mention.last:
        return True
    following = tokens[quantity.last] if quantity.last < len(tokens) else None
    named = scene.mentions.at(quantity.last)
    if (
        named is not None
        and named.kind in ("name", "place")
        and named.first == quantity.last
        and named.last - named.first > 1
        and quantity.value > 1000
        and not (quantity.scale > 1 and (quantity.own or _is_owner(tokens, named.last)))  # no "5 bin Avrupa Birliği vatandaşı"
    ):
        return True
    word = scene.layout.low[quantity.core.start : quantity.core.end]
    if following is not None and following.capital and people_word(following) is None and _is_titled(scene, quantity):
        return True  # "Bu yıl [Altı] Ulus turnuvası"
    if word == "yüz" and following is not None and (possessed(following) or (following.form.pos == "VERB" and following.form.suffix == "ma")):
        return True  # "yüz nakli", "yüz temizleme maskesi"
    if word in ("bin", "yüz") and following is not None and (following.capital or following.form.possessive):
        return True  # "Faysal bin Ferhan"
    before = tokens[first - 1] if first > 0 else None
    if before is not None and _is_brand(scene, before, following) and _digits_only(word):
        return True  # "iPhone 5", "BIST 100 endeksi"
    if before is not None and before.low == "formula" and before.capital:
        return True  # "Formula 1 Şampiyonu"
    if before is None or not before.capital or people_word(before) is not None:
        return False  # "2'si Alman 5 turist"
    if before.kind != "word" or before.end != before.base_end or not _digits_only(word):
        return False
    place = scene.mentions.at(first - 1)
    held = place is not None and place.kind == "place" and scene.places[first - 1] == scene.places[first]
    if held and following is not None and possessed(following):
        return True  # "Cenevre 2 toplantısı"
    started = first < 2 or scene.places[first - 2] != scene.places[first - 1] or tokens[first - 2].kind == "punct"
    return not started and before.form.case in ("", "nom") and not scene.taken[first - 1] and scene.mentions.at(first - 1) is None


def _is_titled(scene: Scene, quantity: Quantity) -> bool:
    """Is it one word of a number in a capital letter of its own, within a sentence that is no heading; or an English "on"?"""
    tokens, first = scene.layout.tokens, quantity.first
    if quantity.last - first > 1 or not tokens[first].text.isalpha() or first == 0 or scene.places[first - 1] != scene.places[first]:
        return False
    before = tokens[first - 1]
    if tokens[first].text == "on":
        named = scene.mentions.at(first - 1)
        return before.capital and before.base_end == before.end and (named is None or named.kind == "name")  # "The Mail on Sunday"
    running = before.text == "," or (before.kind == "word" and (not before.capital or before.base_end < before.end))
    return running and tokens[first].capital and not tokens[first].text.isupper()


def _is_owner(tokens: list[Token], last: int) -> bool:
    """Does a common noun of the name's stand behind it?"""
    return last < len(tokens) and not tokens[last].capital and tokens[last].kind == "word" and possessed(tokens[last])


def _is_brand(scene: Scene, before: Token, following: Token | None) -> bool:
    """Is the word a name that takes a number, by a capital inside or as the owner of what stands behind the number?"""
    named = scene.mentions.at(before.index)
    if before.kind != "word" or before.end != before.base_end or (named is not None and named.kind != "name"):
        return False
    if not before.capital:
        return before.text != before.text.lower()
    if following is None or not lemma_in(following, scene.words.serials):
        return False
    beyond = scene.layout.tokens[following.index + 1] if following.index + 1 < len(scene.layout.tokens) else None
    return possessed(following) or (beyond is not None and possessed(beyond))


def is_magnitude(scene: Scene, quantity: Quantity) -> bool:
    """ "7,2 büyüklüğünde deprem"."""
    tokens, at = scene.layout.tokens, quantity.last
    strength = at < len(tokens) and quantity.case == "nom" and quantity.value < 10 and tokens[at].form.lemma in ("büyüklük", "şiddet")
    return strength and tokens[at].form.possessive.startswith("3") and tokens[at].form.case not in ("", "nom")


def _joined(scene: Scene, at: int, edge: int, behind: bool) -> bool:
    """A sign that touches the number makes it part of something else."""
    tokens = scene.layout.tokens
    if not 0 <= at < len(tokens) or tokens[at].kind != "punct" or tokens[at].text not in "+/:-–_#@&*=":
        return False
    return tokens[at].start == edge if behind else tokens[at].end == edge


def looks_like_year(scene: Scene, quantity: Quantity) -> bool:
    words_ = scene.layout.text[quantity.core.start : quantity.core.end]
    if len(words_) != 4 or not words_.isdigit() or _is_number_of(scene, quantity.first - 1) or _is_many(scene, quantity):
        return False
    return 1900 <= quantity.value <= 2100 or (1000 <= quantity.value < 1900 and _names_event(scene, quantity.last))


def _is_many(scene: Scene, quantity: Quantity) -> bool:
    """ "yaklaşık [1900] füze", "[2000]'e yakın kişi", "[1950] asker": a bound, or people right behind it, count; no "yaklaşık 1950'de"."""
    tokens, at = scene.layout.tokens, quantity.last
    if at >= len(tokens) or tokens[at].kind != "word" or tokens[at].capital != tokens[at].text.isupper():
        return False
    if quantity.span != quantity.core and quantity.bound != "range":
        return quantity.case in ("nom", "abl", "dat", "acc") and is_noun(tokens[at]) and not lemma_in(tokens[at], scene.words.adverbial)
    people = quantity.case == "nom" and tokens[at].form.lemma in scene.words.people and bare(tokens[at].form) and not tokens[at].capital
    return people and (at + 1 >= len(tokens) or not possessed(tokens[at + 1]))  # "2023 kadın şampiyonası"


def _is_number_of(scene: Scene, at: int) -> bool:
    """ "ölenlerin [sayısı] ise 1950'ye"."""
    tokens = scene.layout.tokens
    at -= at > 0 and tokens[at].low in ("ise", "de", "da")
    return at >= 0 and tokens[at].form.lemma in scene.words.counted_in and bool(tokens[at].form.possessive)


def _names_event(scene: Scene, at: int) -> bool:
    """ "1648 [Vestfalya Barışı]": does a name stand behind the number, no people ("1500 Alman askeri")?"""
    tokens = scene.layout.tokens
    if at + 1 >= len(tokens) or not tokens[at].capital or not tokens[at + 1].capital:
        return False
    return people_word(tokens[at]) is None and possessed(tokens[at + 1])


def clock(scene: Scene, quantity: Quantity) -> bool:
    """ "14.30'da"."""
    digits = scene.layout.text[quantity.core.start : quantity.core.end]
    return len(digits) in (4, 5) and digits[-3] == "." and digits.replace(".", "").isdigit() and quantity.case in ("loc", "dat", "nom", "abl")


_EACH: Final = re.compile("ş?[ae]r")
_COPULA: Final = re.compile("y?[dt][ıiuü]r?|y?m[ıiuü]ş|y?ken")


def goes_on(scene: Scene, quantity: Quantity) -> bool:
    """ "ikişer ikişer", "73 yıldır": a word of a number that goes on behind it, no "ikişer temsilci"."""
    end = quantity.core.end
    if quantity.span.end != end or not scene.layout.text[end : end + 1].isalpha():
        return False
    if quantity.kind not in COUNTED:
        return True  # "73 yıldır"
    if 1 < quantity.value <= 10 and _EACH.fullmatch(scene.layout.low[end : scene.layout.tokens[quantity.last - 1].end]):
        return not _gives_each(scene.layout.tokens, quantity)
    return _COPULA.fullmatch(scene.layout.low[end : scene.layout.tokens[quantity.last - 1].end]) is None  # "60 milyondur"


def _gives_each(tokens: list[Token], quantity: Quantity) -> bool:
    """ "ikişer temsilci", no "ikişer ikişer", "ikişer üçer", no "üçer kişilik gruplar", "ikişer katlı"; no Beşer, a name."""
    at = quantity.last - 1
    if tokens[at].capital or at + 1 >= len(tokens) or tokens[at + 1].kind != "word" or tokens[at + 1].capital:
        return False
    doubled = any(tokens[j].form.pos == "NUM" or tokens[j].low == tokens[at].low for j in (max(at - 1, 0), at + 1) if j != at)
    return not doubled and not tokens[at + 1].low.endswith(LIK) and not tokens[at + 1].low.endswith(LI)


def figurative(scene: Scene, quantity: Quantity) -> bool:
    """ "toprağımızın bir santimetresi", "bir kilometre taşı", "bir kuruşluk iş": one of a measure or a coin, in words."""
    one = quantity.value == 1 and quantity.bound == "exact" and quantity.kind in ("measure", "multiple") and not quantity.lik
    coin = quantity.kind == "money" and quantity.value < 1 and quantity.last - quantity.first == 2
    return (one or coin) and scene.layout.low.startswith("bir", quantity.core.start)


def _digits_only(word: str) -> bool:
    """ "13", "3-18", "4.0"."""
    return word.replace("-", "").replace(".", "").isdigit()


def is_clock(text: str, core: Span) -> bool:
    """Is the number one side of a clock time ("21:13", "11:15’de")?"""
    before, after = text[max(0, core.start - 2) : core.start], text[core.end : core.end + 2]
    return (before[-1:] == ":" and before[:1].isdecimal()) or (after[:1] == ":" and after[1:].isdecimal())
