"""The nouns of a figure: what is counted behind a number, what is measured before it."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions import people_word
from tutanak.mentions.model import Quantity
from tutanak.records.figure_counts import part_by_bound
from tutanak.records.figure_heads import OUTER, adjective, counted, goes_on, has_quality, is_possible, singular
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import DRAWN, DRAWS, Noun, Words, bare, is_noun, lemma_in, own_end, possessed, words
from tutanak.spans import Span, stretch
from tutanak.text.layout import Form, Layout, Token
from tutanak.text.nouns import LI

SHOWN: Final = word_list("figures", "shown")
REMOTE: Final = word_list("figures", "remote")
EVERY: Final = word_list("figures", "every")
EXTENTS: Final = word_list("figures", "extents")
CAUSES: Final = word_list("figures", "causing")
QUOTES: Final = ('"', "“", "”", "'", "‘")
BEHIND: Final = 9  # tokens behind a participle in which its noun is looked for
BRACKETED: Final = 8  # tokens from a bracket to the one that closes it
EXCEPTED: Final = ("hariç", "dahil")
BACK: Final = 26  # tokens before a number in which what it measures is looked for
AREAS: Final = frozenset(("m2", "km2", "ha", "dekar", "dönüm", "acre"))
AHEAD: Final = 6  # words of a noun phrase behind it


def span(layout: Layout, noun: Noun) -> Span:
    head = layout.tokens[noun.head]
    if head.low[:-2] == noun.lemma and head.low.endswith(LI):
        return stretch(layout.tokens[noun.first].start, head.end - 2)  # "[kapasite]li"
    return stretch(layout.tokens[noun.first].start, own_end(layout.tokens[noun.head]))


def measured_behind(layout: Layout, words: Words, quantity: Quantity) -> Noun | None:
    """ "10 milyar dolarlık [ortak hedefi]", "10 milyar dolar değerinde 72 [projeyi]", "5 milyon ton [buğday]"."""
    tokens = layout.tokens
    if (away := _away(tokens, quantity)) is not None:
        return away
    at = quantity.core_last
    if not quantity.lik:
        at = _past_brackets(layout, at) if at < len(tokens) and tokens[at].text == "(" else at
        if at < len(tokens) and quantity.kind == "measure" and lemma_in(tokens[at], words.distances):
            return None  # "2 kilometre mesafedeki bir köyde"
        if at + 1 < len(tokens) and tokens[at + 1].low.startswith(("fazlası", "açığı")):
            return _directly_behind(layout, words, quantity)  # "3 milyar lira [bütçe açığı]"
        extent = at < len(tokens) and tokens[at].form.lemma in EXTENTS and possessed(tokens[at])
        if at >= len(tokens) or not (extent or lemma_in(tokens[at], words.carriers) or _is_interval(tokens[at], quantity)):
            return _directly_behind(layout, words, quantity)
        if tokens[at].form.case == "gen" and quantity.last > at:
            return _directly_behind(layout, words, quantity)  # "90 dolar seviyesinin altında"
        if at + 1 < len(tokens) and tokens[at + 1].form.lemma == "sahip":
            return Noun(at, at, singular(tokens[at]))  # "130 milyon varil kapasiteye sahip"
        if tokens[at].form.case in ("dat", "acc", "abl"):
            return None  # "30 milyar dolar seviyesine"
        if tokens[at].form.lemma in EXTENTS and possessed(tokens[at]) and quantity.kind == "measure" and not _ends_clause(tokens, at):
            return Noun(at, at, singular(tokens[at]))  # "300 kilometre [uzunluğunda] bir hat"
        at += 1
        if at + 1 < len(tokens) and tokens[at].low == "değer" and lemma_in(tokens[at + 1], frozenset(words.gains)):
            return None  # "yüzde 2 oranında değer kazandı"
    else:
        at = _past_brackets(layout, at)
    while at < len(tokens) and (tokens[at].low in ("bir", "yeni", "toplam", "bu", "o", "bazı", "olan") or _is_number(tokens, at)):
        at += 1
    if at + 2 < len(tokens) and tokens[at + 1].low == "bir" and (adjective(tokens[at]) or tokens[at].low in words.adjectival):
        at += 2  # "365 kilometrekarelik dar bir [alanda]"
    at = _past_plan(layout, at)
    if not quantity.lik and quantity.bound == "about" and at < len(tokens) and tokens[at].form.suffix == "an":
        at += not _is_active(tokens[at], words, quantity.kind)  # "5 milyar dolar civarında değerlenen [pazar]"
    at += quantity.lik and at + 1 < len(tokens) and tokens[at].text in QUOTES  # "6 aylık "idari tutukluluk" kararı"
    noun = behind(layout, words, at) if at >= len(tokens) or not _is_done(tokens[at]) else None
    if noun is not None and noun.first == noun.head and noun.lemma in words.anaphors and tokens[noun.head].form.case == "ins":
        return None  # "yüzde 77'lik oranla ilk sırada"
    if noun is not None and not quantity.lik and _is_of_verb(tokens, words, quantity.core_last, noun):
        return None  # "3 milyar dolar seviyesinde kayıtlara geçti"
    if noun is not None and not quantity.lik and tokens[noun.first].form.case == "loc" and lemma_in(tokens[noun.first], words.carriers):
        return None  # "7 kilometre derinlikte 5,8 büyüklüğünde sarsıntı"
    if noun is not None and noun.head + 1 < len(tokens) and tokens[noun.head + 1].low == "gibi" and tokens[noun.first - 1].low == "bir":
        return None  # "50 dolar seviyesi bir mıknatıs gibi"
    if noun is not None and quantity.kind in ("money", "measure"):
        noun = _joint(layout, words, noun)
    return noun if noun is None or _is_of_something(tokens, words, noun) else None  # "yüzde 5 oranında artış", "yüzde 5'lik artış"


def _away(tokens: list[Token], quantity: Quantity) -> Noun | None:
    """ "2 kilometre [mesafedeki] köy", "600 kilometreden fazla [uzaklıkta] bir üs": how far away something is."""
    at = quantity.last
    if quantity.kind != "measure" or at >= len(tokens) or not lemma_in(tokens[at], REMOTE):
        return None
    return Noun(at, at, singular(tokens[at])) if not possessed(tokens[at]) else None


def _ends_clause(tokens: list[Token], at: int) -> bool:
    """ "Sınır 900 kilometre uzunluğunda.", "… uzunluğunda olacak": a predicate, which its subject has."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or following.kind == "punct" or following.form.pos == "VERB"


def _is_number(tokens: list[Token], at: int) -> bool:
    """ "12 milyar dolar değerinde [300'e yakın] proje": a number, or the bound behind it."""
    bound = tokens[at].low in ("yakın", "aşkın", "fazla", "kadar", "civarında") and tokens[at - 1].form.pos == "NUM"
    return bound or tokens[at].form.pos == "NUM"


def _is_of_verb(tokens: list[Token], words: Words, at: int, noun: Noun) -> bool:
    """Does the noun behind "seviyesinde" belong to the verb behind it ("[kayıtlara] geçti")?"""
    level = tokens[at].form.lemma in words.levels_of and tokens[at].form.case == "loc" and not tokens[at].low.endswith("ki")
    following = tokens[noun.head + 1] if noun.head + 1 < len(tokens) else None
    return level and following is not None and following.form.pos == "VERB" and tokens[noun.head].form.case in ("dat", "loc", "abl")


def _is_of_something(tokens: list[Token], words: Words, noun: Noun) -> bool:
    """Does it name a thing, if only as what goes up or down ("17 sentlik [vergi indirimi]")?"""
    if _is_drawn(tokens, noun):
        return False
    return not tells_change(tokens[noun.head], words) or _names_changed(tokens, words, noun)


def _names_changed(tokens: list[Token], words: Words, noun: Noun) -> bool:
    """ "[fiyat] artışı", "[sermaye] artırımı", no "yıllık artışı", "değer kaybı"."""
    before, head = tokens[noun.head - 1], tokens[noun.head]
    told = lemma_in(head, words.nouns) or (head.form.pos == "VERB" and head.form.suffix == "is")
    changed = told and noun.first < noun.head and head.form.possessive.startswith("3")
    return changed and before.form.pos == "NOUN" and before.form.lemma not in words.adverbial and before.form.lemma != "değer"


def _is_interval(token: Token, quantity: Quantity) -> bool:
    """ "yüzde 5-8 [aralığındaki] faizle"."""
    return quantity.value_to is not None and token.low.startswith(("aralığında", "arasındaki"))


def _is_drawn(tokens: list[Token], noun: Noun) -> bool:
    """ "fiyatları yüzde 4 [aşağı çekmesi]"."""
    return tokens[noun.head].form.lemma in DRAWN and tokens[noun.head - 1].low in DRAWS


def tells_change(token: Token, words: Words) -> bool:
    """Is it a noun of change ("artış", "yükselişle")?"""
    return lemma_in(token, words.nouns) or (token.form.pos == "VERB" and token.form.lemma in words.changes)


def _directly_behind(layout: Layout, words: Words, quantity: Quantity) -> Noun | None:
    """ "50 milyar lira [kamu yatırımı]", "3,4 milyar dolar [bizim satışımız]", "117 bin hektardan fazla [alan]"."""
    at = _past_brackets(layout, quantity.last)
    bound = quantity.span.end > quantity.core.end and not part_by_bound(layout, quantity)
    if at >= len(layout.tokens) or (not bound and (quantity.case != "nom" or quantity.own)):
        return None
    if quantity.kind not in ("measure", "money", "percent"):
        return None
    at += layout.tokens[at].low == "bir" and at + 1 < len(layout.tokens)
    token = layout.tokens[at]
    if token.low == "olan" and _is_owned(layout.tokens, quantity):
        return None  # "[ağırlığı] 3 ton olan uydu"
    if token.low == "olan":
        owner = layout.tokens[min(at + 1, len(layout.tokens) - 1)]  # "222 milyar dolar olan [dış borç]", "… olan Şili'nin [dış borcu]"
        return behind(layout, words, at + 1 + (owner.capital and owner.form.case == "gen"))
    if bound and layout.tokens[quantity.last - 1].form.suffix == "an":
        while at < len(layout.tokens) and _is_number(layout.tokens, at):
            at += 1  # "10 milyar doları aşan 500 [proje]"
        about = behind(layout, words, at) if not _is_owned(layout.tokens, quantity) else None  # "10 milyar doları aşan [anlaşmaları]"
        return about if about is None or not tells_change(layout.tokens[about.head], words) else None
    if token.low[:-2] in words.carriers and token.low.endswith(LI):
        return Noun(at, at, token.low[:-2])
    if token.low == "açık" and at + 1 < len(layout.tokens) and layout.tokens[at + 1].form.pos == "VERB":
        return Noun(at, at, token.low)  # "3 milyar lira [açık] verdi"
    if token.form.pos == "PRON" and token.form.case == "gen":
        following = layout.tokens[at + 1] if at + 1 < len(layout.tokens) else None
        return Noun(at, at + 1, singular(following)) if following is not None and is_noun(following) and following.form.possessive else None
    balance = _balance(layout, at) if quantity.kind == "money" else None
    if balance is not None:
        return balance
    noun = counted(layout, words, at, whole=True) if quantity.kind != "measure" or not _is_stuff(layout, at) else Noun(at, at, token.low)
    if noun is None or not _is_measured(layout, words, quantity, noun):
        return None
    joint = _joint(layout, words, noun) if quantity.kind in ("measure", "money") else noun
    apart = quantity.kind == "money" and not possessed(layout.tokens[joint.head])  # "5 milyon avro yardım ve çadır gönderdi"
    return noun if apart else joint


def _balance(layout: Layout, at: int) -> Noun | None:
    """ "12 milyar avro [dış ticaret fazlası]": what is left over or lacks, of nouns before it."""
    tokens = layout.tokens
    for head in range(at + 1, min(at + 4, len(tokens))):
        if tokens[head].low.startswith(("fazlası", "açığı")):
            return Noun(at, head, tokens[head].low[:5])
        if not bare(tokens[head - 1].form) or not is_noun(tokens[head - 1]):
            return None
    return None


def _is_owned(tokens: list[Token], quantity: Quantity) -> bool:
    """ "[bütçesi] 10 milyar doları aşan projeler", "[bölgenin] yüzde 30'unu aşan bir alan": does what is measured stand in front?"""
    before = tokens[max(quantity.first - 1, 0)]
    own = any(form.pos == "NOUN" and form.possessive.startswith("3") and form.case == "nom" for form in before.forms)
    return own or (before.form.case == "gen" and quantity.kind == "percent")


def _joint(layout: Layout, words: Words, noun: Noun) -> Noun:
    """ "petrol [ve doğal gaz üretimi]", "otel [ve turizm yatırımları]": the noun with the compound it shares."""
    tokens, second = layout.tokens, noun.head + 2
    if second >= len(tokens) or tokens[noun.head + 1].low != "ve" or not bare(tokens[noun.head].form) or tokens[second].kind != "word":
        return noun
    other = behind(layout, words, second)
    if other is None or lemma_in(tokens[other.head], words.nouns):
        return noun
    single = other.first == other.head and bare(tokens[other.head].form)
    return Noun(noun.first, other.head, other.lemma) if single or possessed(tokens[other.head]) else noun


def _past_plan(layout: Layout, at: int) -> int:
    """ "900 kilometre uzunluğunda olması planlanan [yol]"."""
    tokens = layout.tokens
    planned = at + 2 < len(tokens) and _is_done(tokens[at]) and tokens[at + 1].form.verb_form == "participle"
    return at + 2 if planned else at


def _past_brackets(layout: Layout, at: int) -> int:
    """ "20 milyon dolar (27 milyar lira) [tazminat]": both measure what stands behind the brackets."""
    tokens = layout.tokens
    if at < len(tokens) and tokens[at].text == "(":
        closed = next((j for j in range(at + 1, min(at + 8, len(tokens))) if tokens[j].text == ")"), None)
        told = any(token.kind == "number" for token in tokens[at + 1 : at + 3])  # "(27 milyar lira)", "(yaklaşık 27 milyar lira)"
        return closed + 1 if closed is not None and told else at
    return at + 1 if at < len(tokens) and tokens[at].text == ")" else at


def _is_stuff(layout: Layout, at: int) -> bool:
    """A noun that looks like a participle ("alan") or an adjective before a verb ("300 ton [patlayıcı] kullandı")."""
    token, following = layout.tokens[at], layout.tokens[at + 1] if at + 1 < len(layout.tokens) else None
    if token.form.verb_form == "participle":
        return any(f.pos == "NOUN" and f.lemma == token.low for f in token.forms)
    lone = following is None or following.form.pos == "VERB" or following.kind == "punct"
    return token.form.pos == "ADJ" and lone and not token.low.endswith(LI)


def _is_measured(layout: Layout, words: Words, quantity: Quantity, noun: Noun) -> bool:
    """Is it what the amount is of, and no noun of change, no place, no time, nothing that is done with it?"""
    token, first = layout.tokens[noun.head], layout.tokens[noun.first]
    form = token.form
    if not _is_of_something(layout.tokens, words, noun) or lemma_in(first, words.nouns) or form.number == "pl":
        return False
    if quantity.kind == "percent" and _is_apposed(layout.tokens, noun.head) and not (form.possessive and form.lemma in words.portions):
        return False
    if first.form.pos == "VERB" and first.form.suffix == "ma" and (first.form.lemma in words.growth or first.form.lemma in words.changes):
        return False  # "yüzde 4 büyüme göstermesi", "günde 400 bin varil artırma kararı"
    if form.lemma == "para" or form.lemma in words.adverbial or (form.lemma in words.carriers and (noun.first == noun.head or first.capital)):
        return False
    if form.pos == "VERB" and (form.lemma == "ol" or (form.suffix in ("mak", "ma") and not form.possessive and not _is_made(layout, words, noun))):
        return False  # "13 milyon varil olması", "37 milyon dolar eklemeyi başardı"
    if first.low in words.months or _is_active(first, words, quantity.kind) or (quantity.kind == "percent" and _is_changing(first, words)):
        return False  # "161 milyon avro Temmuz 2024'ten bu yana", "10 milyar dolar [harcayan] halk"
    if form.pos == "PROPN" or (first.capital and first.form.pos == "PROPN" and noun.first == noun.head):
        return False
    following = layout.tokens[noun.head + 1] if noun.head + 1 < len(layout.tokens) else None
    if lemma_in(first, words.possessions) and not (first.form.lemma in words.stakes and following is not None and following.low == "hakkına"):
        return False  # but "yüzde 17 [oy] hakkına sahip"
    if form.verb_form == "finite" and (following is None or following.kind == "punct"):
        return False  # "5 milyar dolar ayırdı"
    had = following is not None and following.form.lemma == "sahip"  # "3 milyon dolar servete sahip"
    spent = form.case == "ins" and quantity.kind == "money" and form.lemma in words.outlays  # "500 milyon dolar maliyetle"
    free = quantity.kind == "measure" or spent or form.possessive or had or form.lemma in words.stakes  # "yüzde 33 payla"
    if form.case == "loc" and quantity.unit in AREAS and form.lemma == "alan":
        return True  # "65 bin metrekare kapalı alanda"
    caused = form.case == "dat" and following is not None and following.low in CAUSES  # "2 milyar dolar zarara yol açtı"
    if form.case in ("loc", "abl") or (form.case in ("dat", "ins") and not free and not caused):
        return False
    return quantity.kind != "percent" or not form.possessive or noun.first < noun.head or form.lemma in words.portions


def _is_apposed(tokens: list[Token], head: int) -> bool:
    """ "yüzde 25 Norveçli enerji [şirketi] Equinor": what a name behind it is called, itself no part of anything."""
    name = tokens[head + 1] if head + 1 < len(tokens) else None
    return name is not None and name.capital and name.form.pos == "PROPN" and tokens[head].form.case in ("", "nom") and not tokens[head].capital


def _is_made(layout: Layout, words: Words, noun: Noun) -> bool:
    """ "10 milyar dolar [harcama] yaptı": a doing that is made is a thing."""
    form, following = layout.tokens[noun.head].form, layout.tokens[noun.head + 1] if noun.head + 1 < len(layout.tokens) else None
    return form.lemma in words.spending and bare(form) and following is not None and following.form.lemma in ("yap", "yapıl")


def _is_active(token: Token, words: Words, kind: str) -> bool:
    form = token.form
    spends = form.lemma in words.spending and (form.lemma != "al" or kind == "money")  # "5 milyon lira [alan] oyuncu", no "hektar alan"
    return form.verb_form == "participle" and form.suffix == "an" and spends


def _is_changing(token: Token, words: Words) -> bool:
    """ "yüzde 8 [büyüyen] sanayinin üretimi"."""
    form = token.form
    return form.verb_form == "participle" and form.suffix == "an" and form.lemma in words.changes and form.lemma not in words.levels


def behind(layout: Layout, words: Words, first: int) -> Noun | None:
    """The whole noun phrase from token `first` on: to its first word with an ending, or before its verb."""
    tokens = layout.tokens
    at, head = first, -1
    while at < min(first + AHEAD, len(tokens)) and tokens[at].kind == "word" and tokens[at].sentence == tokens[first].sentence:
        token = tokens[at]
        if head < 0 and ((token.form.verb_form == "participle" and token.form.suffix == "mis" and bare(token.form)) or is_possible(token)):
            at += 1  # "[yapılandırılmış] ürün", "[yenilenebilir] enerji"
            continue
        joined = head < 0 and at > first and token.low == "ve" and adjective(tokens[at - 1])
        if joined and at + 1 < len(tokens) and adjective(tokens[at + 1]):
            at += 1  # "8 milyar dolarlık özel [ve] kamusal yatırım"
            continue
        if at > first and _is_place(token):
            return Noun(first, at, token.low)  # "7 bin metrekarelik kapalı [alan]"
        emergency = at > first and tokens[at - 1].low == "olağanüstü"  # "olağanüstü hal"
        emergency = emergency or (token.low == "iş" and at + 1 < len(tokens) and tokens[at + 1].form.lemma == "birlik")
        if token.low in ("satın", "olmak", "meydana") or (head >= 0 and token.form.lemma in words.months):
            break  # "[satın] aldı", "[olmak] üzere", "enflasyon [ağustosta]"
        if not (is_noun(token) or adjective(token) or token.low in ("fazla", "açık")):
            break
        if token.form.lemma in words.possessions and at > first and not emergency:
            break
        if head >= 0 and is_noun(token) and bare(token.form) and at + 1 < len(tokens) and _is_half(tokens[at + 1], words):
            break  # "ateşkes [ilan etti]"
        if head >= 0 and tells_change(tokens[head], words) and _is_object(token):
            break  # "yüzde 10'luk artış [ülkelerin] gelirini", "… artış [ekonomiyi] vurdu"
        if head >= 0 and (_is_done(token) or token.form.lemma == "dikkat"):
            break  # "tarife [uygulanması] kararı"
        if head >= 0 and head == at - 1 and _is_apart(tokens, words, at):
            break  # "işgal [sona] erdi"
        if is_noun(token) or token.low in ("fazla", "açık"):
            head = at
        inner = _is_of_doing(tokens, at) or has_quality(tokens, words, at) or _is_friendly(tokens, words, at)
        if is_noun(token) and not bare(token.form) and not inner:
            return Noun(first, _possessed_on(layout, words, at), singular(token))
        at += 1
    return Noun(first, head, singular(tokens[head])) if head >= 0 else None


def _is_object(token: Token) -> bool:
    """Has the noun a case of its own, and nobody it belongs to?"""
    return token.form.case in ("gen", "acc", "dat") and not token.form.possessive and not (token.form.case == "acc" and possessed(token))


def _is_apart(tokens: list[Token], words: Words, at: int) -> bool:
    """Does a noun in a case of its own stand behind a bare one that is no attribute of it? Only a possessed noun makes a compound."""
    form, before = tokens[at].form, tokens[at - 1]
    cased = form.pos == "NOUN" and form.case in ("dat", "loc", "abl") and not form.possessive and not tokens[at].capital
    plain = before.form.pos == "NOUN" and bare(before.form) and not any(f.pos == "ADJ" for f in before.forms)
    verb = at + 1 < len(tokens) and tokens[at + 1].form.pos == "VERB"
    return cased and plain and verb and before.form.lemma not in words.attributes and not any(f.possessive.startswith("3") for f in tokens[at].forms)


def _is_place(token: Token) -> bool:
    """ "alan": a noun by itself, though first read as a participle."""
    return token.form.verb_form == "participle" and token.form.suffix == "an" and any(f.pos == "NOUN" and f.lemma == token.low for f in token.forms)


def _is_friendly(tokens: list[Token], words: Words, at: int) -> bool:
    """ "çevre [dostu] mobilya pazarı", "yurt [içi] üretim": a possessed noun that is an attribute itself."""
    attribute = tokens[at].low in OUTER or (tokens[at].form.lemma in words.attributes and tokens[at].form.possessive.startswith("3"))
    return attribute and at + 1 < len(tokens) and is_noun(tokens[at + 1])


def _is_of_doing(tokens: list[Token], at: int) -> bool:
    """ "[sokağa] çıkma yasağı": what the doing behind it is about."""
    doing = tokens[at + 1].form if at + 1 < len(tokens) else None
    return doing is not None and tokens[at].form.case in ("dat", "acc", "abl") and doing.pos == "VERB" and doing.suffix == "ma" and bare(doing)


def _is_done(token: Token) -> bool:
    """Is it what is done with the noun before ("uygulanması", "olması")?"""
    form = token.form
    light = form.passive or form.lemma in SHOWN or form.lemma in words().spending or form.lemma in words().light
    return form.pos == "VERB" and form.suffix == "ma" and form.possessive.startswith("3") and light


def _is_half(verb: Token, words: Words) -> bool:
    """Does the verb make one of the noun before it ("ilan etti"), no "dış satım [yaptı]"?"""
    return lemma_in(verb, words.light) and verb.form.lemma not in ("yap", "yapıl")


def _possessed_on(layout: Layout, words: Words, at: int) -> int:
    """The last of the possessed nouns in a row, before what only relates them ("arama ruhsatı [kapsamında]")."""
    tokens = layout.tokens
    while at + 1 < len(tokens) and _is_owned_noun(tokens[at]) and goes_on(tokens[at], tokens[at + 1]):
        if lemma_in(tokens[at + 1], words.possessions) or _is_done(tokens[at + 1]):
            break
        at += 1
    return at


def _is_owned_noun(token: Token) -> bool:
    """A possessed noun, or one that is a word by itself ("[ayçiçeği] yağı")."""
    return token.form.possessive == "3sg" or any(form.pos == "NOUN" and form.lemma == token.low and form.possessive == "3sg" for form in token.forms)


def measured_before(scene: Scene, first: int) -> Noun | None:
    """What the amount that begins at token `first` measures: the nearest free noun before it in its clause."""
    layout, words, taken = scene.layout, scene.words, scene.taken
    tokens = layout.tokens
    at = first - 1
    low = max(first - BACK, 0)
    sentence, quote = tokens[first].sentence, tokens[first].quote
    while at >= low and tokens[at].sentence == sentence and tokens[at].quote == quote:
        at = before_brackets(tokens, at)
        token = tokens[at]
        if token.kind == "punct" and token.text[0] in ";:().!?…":
            return None
        if not taken[at] and token.kind == "word":
            if all_of_a_time(tokens, at):
                at -= 2  # "yılın tamamını 5 milyar dolarla kapatmak"
                continue
            if token.low == "sıra" and at > low + 1 and tokens[at - 1].low == "yanı":
                at = noun_phrase(layout, taken, at - 2).first - 1  # "[kredinin yanı sıra] 5 milyon dolara el koydu"
                continue
            if token.low == "saat" and at + 1 < first and tokens[at + 1].kind == "number":
                at -= 1  # "fiyatı [saat 09.39 itibarıyla] 80 dolar"
                continue
            if token.low == "aksine" and at > low and tokens[at - 1].form.case == "gen":
                at = noun_phrase(layout, taken, at - 1).first - 1  # "stokları, [beklentilerin aksine], 2 milyon varil arttı"
                continue
            if token.low == "içinde" and at > low and tokens[at - 1].low in ("gün", "seans"):
                at -= 2  # "dolar [gün içinde] 3 liraya indi"
                continue
            if token.low in ("sonrası", "öncesi", "sonucu") and at > low and _is_deed(tokens[at - 1]) and not taken[at - 1]:
                at = noun_phrase(layout, taken, at - 1).first - 1  # "[açıklama sonrası] 2,68 liraya çıktı"
                continue
            if lemma_in(token, words.compared):
                at = _over_comparison(layout, taken, at)
                continue
            if scene.is_of_name(at) and (at < first - 1 or token.form.case not in ("", "nom")):
                at -= 1
                continue
            if at + 1 < first and not taken[at + 1] and _is_inside(token, tokens[at + 1]):
                at = noun_phrase(layout, taken, at).first - 1  # "[Kore savaşı] nedeniyle"
                continue
            if token.text[:3].isupper() and _is_index(scene, at, first):
                return Noun(at, at, token.low)
            if _may_be_measured(token, None if taken[at + 1] else tokens[at + 1], words) and token.low not in ("söz", "konusu"):
                return noun_phrase(layout, taken, at)
            if _is_of_same(tokens, words, at, first):
                at -= 1
                continue
            if token.form.verb_form == "finite" or (token.form.verb_form == "converb" and token.form.lemma not in words.changes):
                return None
            if token.low == "için" and at > low and tokens[at - 1].form.suffix == "mak":
                return None  # "ödemek için 5 milyon lira"
            if token.low == "için" and at > low and is_noun(tokens[at - 1]):
                at = noun_phrase(layout, taken, at - 1).first - 1  # "[onarım] için 5 milyon lira"
                continue
            if token.form.verb_form == "participle":
                at = _over_clause(layout, taken, at)
                continue
            at = _over_phrase(layout, taken, at)
            continue
        at -= 1
    return None


def _is_deed(token: Token) -> bool:
    return is_noun(token) or token.form.verb_form == "verbal_noun"


def all_of_a_time(tokens: list[Token], at: int) -> bool:
    """Is it "tamamı" behind a time ("yılın [tamamını]")?"""
    if tokens[at].form.lemma != "tamam" or not tokens[at].form.possessive or at == 0:
        return False
    return tokens[at - 1].form.case == "gen" and tokens[at - 1].form.lemma in ("yıl", "sene", "ay", "dönem", "çeyrek")


def foreseen(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "30 milyar lira olarak öngörülen [vergi gelirinin]": what an amount was foreseen or told as, behind the participle."""
    tokens, at = scene.layout.tokens, quantity.last
    if at >= len(tokens) or tokens[at].low != "olarak":
        return None
    clause = next((j for j in range(at + 1, min(at + 4, len(tokens))) if tokens[j].form.pos == "VERB" and tokens[j].form.verb_form), len(tokens))
    if clause == len(tokens) or tokens[clause].form.suffix not in ("an", "mis") or not tokens[clause].form.passive:
        return None
    for head in range(clause + 1, min(clause + BEHIND, len(tokens))):
        form = tokens[head].form
        if scene.taken[head] or form.verb_form in ("finite", "converb") or scene.places[head] != scene.places[at]:
            return None
        if is_noun(tokens[head]) and (form.case == "gen" or form.possessive.startswith("3")):
            first = noun_phrase(scene.layout, scene.taken, head).first
            return Noun(max(first, clause + 1), head, singular(tokens[head]))
    return None


def _is_index(scene: Scene, at: int, first: int) -> bool:
    """ "[GSYH] yüzde 5 arttı": an acronym right before an amount, or a time and an amount; no body or state, no heading in capitals."""
    token = scene.layout.tokens[at]
    between = all(scene.taken[j] or scene.layout.tokens[j].low == "ise" for j in range(at + 1, first))
    whole = 2 < token.base_end - token.start < 6 and token.form.case in ("", "nom", "gen") and between
    alone = at == 0 or not scene.layout.tokens[at - 1].text.isupper()
    word = any(form.lemma == token.low and form.pos != "PROPN" for form in token.forms)
    return whole and alone and not word and scene.mentions.at(at) is None


def _is_of_same(tokens: list[Token], words: Words, at: int, first: int) -> bool:
    """ "ticaretimiz [arttı], 3 milyar dolara yükseldi": a change told before, right beside, of the same thing."""
    return tokens[at].form.lemma in words.changes and tokens[at].form.pos == "VERB" and at + 2 == first and tokens[at + 1].text == ","


def told_behind(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "64 milyon dolar oldu [ihracat rakamı]": as people speak, the subject behind its verb ends the sentence."""
    tokens, at = scene.layout.tokens, quantity.last
    if quantity.case != "nom" or at + 1 >= len(tokens) or tokens[at].form.lemma != "ol" or tokens[at].form.verb_form != "finite":
        return None
    noun = behind(scene.layout, scene.words, at + 1)
    last = noun is not None and (noun.head + 1 >= len(tokens) or tokens[noun.head + 1].text in (".", "!", "…"))
    return noun if last else None


def part_of(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "[borcun] 850 milyon dolarlık kısmı", "[şirketin] yüzde 51'lik hissesini": the whole of a part that is called so."""
    tokens, at, before = scene.layout.tokens, quantity.last, quantity.first - 1
    if at >= len(tokens) or before < 0 or scene.taken[before] or tokens[before].form.case != "gen":
        return None
    part = lemma_in(tokens[at], scene.words.parts) if quantity.lik else False
    stake = quantity.kind == "percent" and tokens[at].form.lemma == "hisse" and tokens[at].form.case in ("acc", "dat", "gen")
    return noun_phrase(scene.layout, scene.taken, before) if (part or stake) and possessed(tokens[at]) else None


def changed_in(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "[ihracatta] yüzde 5 artış yaşandı", "[ölümlerde] ise yüzde 3 azalma": what a noun of change is about, in the locative right before."""
    tokens, at = scene.layout.tokens, quantity.first - 1
    while at > 0 and scene.places[at] == scene.places[quantity.first] and (scene.taken[at] or _is_light_between(tokens[at])):
        at -= 1
    if at < 0 or scene.places[at] != scene.places[quantity.first] or not is_noun(tokens[at]) or tokens[at].form.case != "loc":
        return None
    named = scene.mentions.at(at)
    if (named is not None and named.kind != "description") or tokens[at].base_end < tokens[at].end or _is_where(tokens[at], scene.words):
        return None
    return noun_phrase(scene.layout, scene.taken, at)


def _is_where(token: Token, words: Words) -> bool:
    """Does the locative tell where, when or how something changed, not what did?"""
    return len(token.low) < 5 or any(f.lemma in words.grounds or f.lemma in words.possessions or f.lemma in words.tellings for f in token.forms)


def _is_light_between(token: Token) -> bool:
    return token.form.pos in ("ADV", "CCONJ", "ADP") or token.low in ("ise", "de", "da", ",", "net", "toplam", "ortalama", "bu", "yana")


def is_argument(layout: Layout, words: Words, noun: Noun) -> bool:
    """Does something happen to what is counted? Not where it only belongs to something else ("6 esirin cesedine")
    or stands in a relative clause about something else ("iki gemiyi hedef alan saldırı")."""
    tokens = layout.tokens
    head = tokens[noun.head].form
    last = min(noun.head + 7, len(tokens))
    for at in range(noun.head + 1, last):
        token = tokens[at]
        form = token.form
        if token.kind == "punct":
            return True
        if token.low == "geçen" and at + 1 < len(tokens) and tokens[at + 1].form.lemma in words.adverbial:
            continue  # "10 sektörde geçen yıla göre arttı"
        if form.pos == "VERB" and form.verb_form:
            return not (form.verb_form == "participle" and form.suffix == "an" and head.case in ("acc", "dat", "loc", "abl"))
        if head.case == "gen" and at == noun.head + 1 and possessed(token) and not _happening(token, words):
            return False
    return True


def _happening(token: Token, words: Words) -> bool:
    """ "30 kişinin ölümü": a noun of what happened."""
    return lemma_in(token, words.happenings)


def share_of(layout: Layout, taken: list[bool], first: int) -> Noun | None:
    """ "[Gazze'nin] yaklaşık yüzde 70'i": the genitive just before a share."""
    tokens, at = layout.tokens, before_brackets(layout.tokens, first - 1)
    at -= at > 0 and tokens[at].low in ("ise", "da", "de")  # "ihracatının ise yüzde 58'ini"
    if at < 0 or taken[at] or tokens[at].form.case != "gen":
        return None
    return noun_phrase(layout, taken, at)


def before_brackets(tokens: list[Token], at: int) -> int:
    """The token before the brackets that end at `at`, which hold a short form ("hasılanın [(GSYH)] üçte ikisi") or what is left out
    ("ihracatı [(petrol hariç)] yüzde 4"); `at` where none do."""
    if at < 3 or tokens[at].text != ")":
        return at
    if tokens[at - 2].text == "(" and tokens[at - 1].text[:2].isupper():
        return at - 3
    opened = next((j for j in range(at - 1, max(at - BRACKETED, 0), -1) if tokens[j].text == "("), 0)
    return opened - 1 if opened and tokens[at - 1].low in EXCEPTED else at


def _over_clause(layout: Layout, taken: list[bool], at: int) -> int:
    """Past a relative clause: its participle, its complements, and of "-dığı" its subject ("fiyatların yükseldiği dönem")."""
    tokens, subject = layout.tokens, tokens_subject(layout.tokens[at])
    at -= 1
    while at >= 0 and (tokens[at].kind == "word" or taken[at]):
        form = tokens[at].form
        if form.verb_form in ("finite", "converb", "participle") or (
            not subject and not taken[at] and form.case in ("", "nom", "gen") and form.possessive
        ):
            return at
        at -= 1
        if subject and form.case == "gen" and not taken[at + 1]:
            return noun_phrase(layout, taken, at + 1).first - 1
    return at


def tokens_subject(token: Token) -> bool:
    """Does the participle have a subject of its own ("-dığı", "-acağı")?"""
    return token.form.suffix in ("dik", "acak") and bool(token.form.possessive)


def _over_phrase(layout: Layout, taken: list[bool], at: int) -> int:
    """Past a noun in another case and what belongs to it: "bölge ülkelerine"."""
    form = layout.tokens[at].form
    if form.case not in ("dat", "loc", "abl", "ins") or form.pos == "VERB":
        return at - 1
    first = noun_phrase(layout, taken, at).first if not _is_alone(layout.tokens[at]) else _first_adjective(layout, taken, at)
    if not form.possessive:  # "taşıma bedellerinin [boğazlardan] geçişe göre": no owner of its own
        first = next((j + 1 for j in range(at - 1, first - 1, -1) if layout.tokens[j].form.case == "gen"), first)
    joined = first > 1 and layout.tokens[first - 1].low == "ve" and bare(layout.tokens[first - 2].form) and not taken[first - 2]
    return noun_phrase(layout, taken, first - 2).first - 1 if joined and form.case == "loc" else first - 1  # "makine ve cihazlarda"


def _is_alone(token: Token) -> bool:
    """Is it no head of a compound, which would be possessed ("euro [güne] 47 liradan başladı")?"""
    return not any(form.possessive for form in token.forms) and token.form.pos == "NOUN" and not token.capital


def _first_adjective(layout: Layout, taken: list[bool], head: int) -> int:
    """Where the attributes of a noun without an owner begin: no noun behind which an adjective stands, or that begins the clause."""
    tokens, at = layout.tokens, head
    while at > 0 and not taken[at - 1] and tokens[at - 1].sentence == tokens[head].sentence and _is_only_adjective(tokens[at - 1]):
        at -= 1
    before = tokens[at - 1] if at > 0 else None
    if before is None or taken[at - 1] or before.sentence != tokens[head].sentence or before.kind != "word" or at < head:
        return at
    begins = at < 2 or tokens[at - 2].kind == "punct" or tokens[at - 2].sentence != before.sentence
    return at if begins else noun_phrase(layout, taken, head).first


def _is_only_adjective(token: Token) -> bool:
    if token.form.case == "gen" or token.low.endswith("ki"):
        return True
    return token.kind == "word" and adjective(token) and bare(token.form)


def _over_comparison(layout: Layout, taken: list[bool], at: int) -> int:
    """Past "bir önceki yılın aynı dönemine göre": the dative before "göre" and its genitives, or a time."""
    tokens = layout.tokens
    at -= 1
    if at >= 0 and taken[at]:
        while at >= 0 and taken[at]:
            at -= 1
        return at  # "vergi tahsilatının [bu yıla kıyasla]"
    if at >= 0 and tokens[at].form.case == "dat" and _is_alone(tokens[at]):
        return _first_adjective(layout, taken, at) - 1  # "işsizlik [son verilere göre]"
    if at >= 0 and tokens[at].form.case == "dat":
        at -= 1
        while at >= 0 and tokens[at].kind == "word" and (tokens[at].form.case == "gen" or bare(tokens[at].form)) and tokens[at].form.pos != "VERB":
            at -= 1
    return at


def _may_be_measured(token: Token, following: Token | None, words: Words) -> bool:
    form = token.form
    if (
        following is not None
        and bare(form)
        and following.form.pos == "VERB"
        and following.form.verb_form != "verbal_noun"
        and following.kind == "word"
    ):
        return False  # "ifade eden": half of a verb
    if token.low == "devam" and following is not None and following.form.lemma in ("et", "ettir"):
        return False  # "artmaya devam etmesiyle"
    if token.low == "açık" and following is None:
        return True  # "cari [açık] 3 milyar dolar oldu"
    if form.pos not in ("NOUN",) and not (form.pos == "VERB" and form.verb_form == "verbal_noun" and form.suffix != "mak"):
        return False
    if (lemma_in(token, words.nouns) and not _of_lives(token)) or (form.lemma in words.adverbial and not _is_length(form)):
        return False
    if form.pos == "VERB" and form.possessive and following is not None and following.form.pos == "VERB":
        return False  # "olması planlanan"
    return form.case in ("", "nom", "gen", "acc")


def _is_inside(token: Token, following: Token) -> bool:
    """Is it but the first part of the phrase that the possessed noun behind it heads, in a case of its own?"""
    form = following.form
    own = form.pos == "NOUN" and form.possessive == "3sg" and form.case in ("loc", "ins", "abl", "dat")
    return own and is_noun(token) and token.form.case in ("", "nom", "acc") and token.base_end == token.end


def _is_length(form: Form) -> bool:
    """ "görev [süresi]", "harcamaların [toplamı]", "50 günlük [sürenin]"."""
    return form.lemma in ("süre", "toplam") and (form.possessive.startswith("3") or (form.lemma == "süre" and form.case == "gen"))


def _of_lives(token: Token) -> bool:
    """May it be the "kaybı" of "can kaybı", a number of people?"""
    return token.low.startswith("kayb")


def noun_phrase(layout: Layout, taken: list[bool], head: int) -> Noun:
    """The phrase whose head is `head`: its bare nouns, adjectives and genitives before it."""
    tokens = layout.tokens
    first = head
    while first > 0 and not taken[first - 1] and tokens[first - 1].sentence == tokens[head].sentence:
        inner = _is_chained(tokens, first - 1) or (first == head and _is_plural_inside(tokens, first - 1))
        if not inner and not _modifies(tokens[first - 1], head - first):
            break
        if first > 1 and tokens[first - 2].low == "her" and tokens[first - 1].form.lemma in words().adverbial:
            break  # "her yıl [gelirinin] yüzde 5'ini"
        if first < head and _is_pure(tokens[first], "ADJ") and _is_pure(tokens[first - 1], "NOUN") and not _stays(tokens, first):
            break  # "dış borç [milli gelirin] yüzde 72'sine"
        if _stands_apart(tokens, first - 1, first, head):
            break  # "yüzde 10'luk artış [ülkelerin gelirini]", "harcamaların [gelirin yüzde 5'ine] çıkması"
        if first < head and tokens[first].low in EVERY and is_noun(tokens[first - 1]) and bare(tokens[first - 1].form):
            break  # "net kâr [yıllık bazda]"
        first -= 1
    if tokens[first].low.startswith("arasında") or (first < head and tokens[first + 1].low.startswith("arasında")):
        first = _both_sides(tokens, taken, first)
    if first > 0 and first < head and tokens[first - 1].low in ("iki", "üç"):
        first -= 1  # "[iki] ülke arasındaki ticaret"
    if tokens[head].form.lemma == "oran" and tokens[head].form.possessive.startswith("3"):
        first = _first_of_ratio(layout, taken, first)
    return Noun(first, head, singular(tokens[head]))


def _is_unowned(token: Token) -> bool:
    return token.form.case == "gen" and not token.form.possessive


def _stands_apart(tokens: list[Token], at: int, first: int, head: int) -> bool:
    """Is the token no part of the phrase, which has no owner: another genitive, a noun of change, who does something?"""
    form = tokens[at].form
    if _is_unowned(tokens[head]) and form.case == "gen":
        return True  # but "[Rusya'nın] ülkenin ihracatındaki payı"
    return _is_unowned(tokens[first]) and (tells_change(tokens[at], words()) or (form.lemma in words().doers and form.pos == "NOUN" and bare(form)))


def _first_of_ratio(layout: Layout, taken: list[bool], first: int) -> int:
    """ "[borç stokunun milli gelire] oranı", "[ithalatın ihracatı] karşılama oranı"."""
    tokens, at = layout.tokens, first - 1
    doing = tokens[first].form.pos == "VERB" and tokens[first].form.suffix == "ma"
    if at < 1 or taken[at] or not is_noun(tokens[at]) or not any(f.case == ("acc" if doing else "dat") for f in tokens[at].forms):
        return first
    whole = noun_phrase(layout, taken, at).first
    return whole if any(tokens[j].form.case == "gen" for j in range(whole, at)) else first


def _is_pure(token: Token, pos: str) -> bool:
    """Has the bare word no reading but as this part of speech?"""
    return bare(token.form) and all(form.pos in (pos, "PROPN") for form in token.forms) and token.form.pos == pos


def _stays(tokens: list[Token], first: int) -> bool:
    """ "[orta] vadeli", "[kakao] bazlı": a noun that belongs to the adjective behind it."""
    return _qualifies(tokens[first - 1]) or tokens[first].low in words().laden


def _qualifies(token: Token) -> bool:
    """ "[orta] vadeli", "[toplam] kamu borcu"."""
    return token.low in words().degrees or token.low in words().totals


def _both_sides(tokens: list[Token], taken: list[bool], first: int) -> int:
    """ "[Türkiye ile Azerbaycan] arasındaki": the two that stand before "arasındaki"."""
    at = first if not tokens[first].low.startswith("arasında") else first - 1
    if at < 2 or taken[at] or tokens[at - 1].low not in ("ile", "ve") or tokens[at].kind != "word" or tokens[at - 2].kind != "word":
        return first
    return at - 2


def _modifies(token: Token, length: int) -> bool:
    if token.kind != "word" or length > 6:
        return False
    form = token.form
    if token.capital and form.case == "nom" and token.low.endswith(("leri", "ları")) and people_word(token) is not None:
        return False  # "[Filistinlileri] bölgenin yüzde 30'una sıkıştırdı"
    if form.case == "gen" and (form.pos in ("NOUN", "PROPN", "PRON") or form.verb_form in ("verbal_noun", "participle")):
        return True
    if token.low.endswith("ki") and form.pos in ("ADJ", "NOUN"):
        return not (lemma_in(token, words().carriers) and possessed(token))  # "310 milyon avro [tutarındaki] giderinin"
    if form.pos == "VERB" and form.suffix in ("ma", "is"):
        return bare(form)  # "[taşıma] bedelleri", "[geçiş] maliyeti"
    if token.low in OUTER and form.pos == "NOUN":
        return True  # "gayri safi yurt [içi] hasıla"
    return (form.pos in ("ADJ", "NOUN", "PROPN") or token.low == "yeni") and bare(form) and token.low != "bir"


def _is_chained(tokens: list[Token], at: int) -> bool:
    """ "barış [gücü] operasyonları": a compound inside a compound."""
    token = tokens[at]
    if at < 1 or token.form.pos != "NOUN" or token.base_end < token.end or token.form.lemma in words().doers:
        return False
    if token.capital:  # "Tüketici [Fiyatları] Endeksi"
        index = tokens[at + 1].low.startswith(("endeks", "indeks")) and tokens[at - 1].capital
        return index and token.form.possessive.startswith("3") and bare(tokens[at - 1].form)
    if not any(f.possessive.startswith("3") and f.case == "nom" for f in token.forms):
        return False
    before, following = tokens[at - 1], tokens[at + 1]
    if before.low == "ve" and at > 1 and possessed(following):
        return tokens[at - 2].form.pos == "NOUN" and bare(tokens[at - 2].form) and not tokens[at - 2].capital  # "meyve ve [mamulleri] ihracatı"
    return before.form.pos == "NOUN" and bare(before.form) and following.form.possessive.startswith("3") and is_noun(following)


def _is_plural_inside(tokens: list[Token], at: int) -> bool:
    """ "cari [işlemler] açığı", "dış [işler] harcaması": a plural that an adjective qualifies, right before a possessed noun."""
    form = tokens[at].form
    plural = form.pos == "NOUN" and form.number == "pl" and form.case == "nom" and not form.possessive and not tokens[at].capital
    if not plural or at < 1 or tokens[at - 1].kind != "word" or not any(f.possessive == "3sg" for f in tokens[at + 1].forms):
        return False
    return tokens[at - 1].form.pos == "ADJ" or tokens[at - 1].low in ("dış", "iç") or tokens[at - 1].low in OUTER  # "demir dışı [metaller] ihracatı"
