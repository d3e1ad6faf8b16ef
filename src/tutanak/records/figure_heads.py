"""What a number counts: the head of the noun phrase behind it ("2 [yangın söndürme uçağı]", "30 bin Kuzey Koreli [asker]").

A noun phrase runs from its attributes to its head, which carries the endings. `counted` walks it word by word: a word that
qualifies the next is passed, the first that does not is the head, or begins the compound that the head ends.
"""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions import people_word, state_called
from tutanak.records.figure_words import Noun, Words, bare, is_noun, lemma_in, own_end, possessed
from tutanak.text.layout import Layout, Meant, Token
from tutanak.text.nouns import LI, LIK

REACH: Final = 7  # words of a counted noun phrase
OUTER: Final = ("dışı", "içi", "arası", "üstü", "altı", "karşıtı", "yanlısı", "yapımı", "üretimi", "tipi", "türü", "modeli", "sınıfı")
_PLACED: Final = ("daki", "deki", "taki", "teki")  # "480 bin Nijerli ülkedeki kıtlık yüzünden": another phrase begins
POSSIBLE: Final = ("ebilir", "abilir")
DATIVES: Final = ("karşılık", "karşı", "kadar", "göre", "yönelik", "ait", "rağmen", "ilişkin", "dair", "doğru")
VOTES: Final = ("kabul", "ret", "red")
DONE_TO: Final = word_list("figures", "done_to")
THERE_IS: Final = word_list("figures", "there_is")
_PASS: Final = -1
_NONE: Final = -2


def counted(layout: Layout, words: Words, first: int, plural: bool = False, whole: bool = False) -> Noun | None:
    """The head of what is counted by a number just before token `first` ("16 [güvenlik görevlisi]nin"); a plural one where allowed.

    whole: with what is done with it ("tahıl sevkiyatı").
    """
    tokens = layout.tokens
    last = min(first + REACH, len(tokens))
    if first < last and (attribute := _attribute(layout, words, first, whole)):
        return Noun(first, first, attribute) if attribute != "-" else None
    if first < last and tokens[first].sentence != tokens[first - 1].sentence:
        return None
    if first + 1 < last and tokens[first].low == "halka" and tokens[first + 1].form.lemma == "arz":
        return Noun(first, first + 1, "halka arz")
    at = first
    while at < last and tokens[at].kind == "word" and tokens[at].sentence == tokens[first].sentence:
        if _is_model(tokens, at, last):
            at += 2
            continue
        head = _head(layout, words, at, last)
        if head >= 0 and _is_origin(tokens, words, head, last):
            at = head + 1
            continue
        if head == _NONE:
            return _people_passed(layout, words, first, at)
        if head >= 0 and not whole and _is_cargo(tokens, words, head):
            at = head + 2
            continue
        if head >= 0 and not (head + 1 < last and (_belongs(layout, words, head) or _is_clause(tokens, words, head))):
            if plural:
                return Noun(first, head, _unit(tokens[head]))
            return _singular_head(layout, words, first, head if whole else _dealt(layout, words, first, head))
        at = max(at, head) + (2 if head >= 0 and _is_clause(tokens, words, head) else _step(tokens, at, last))
    return None


def _is_origin(tokens: list[Token], words: Words, head: int, last: int) -> bool:
    """ "22 [Hindistan vatandaşı] denizci", "3 [Birleşmiş Milletler] aracı": whose people or whose things they are."""
    token, following = tokens[head], tokens[head + 1] if head + 1 < last else tokens[head]
    if following is token or following.kind != "word" or following.capital:
        return False
    if token.capital and _is_plural(token) and token.base_end == token.end:
        return is_noun(following) and possessed(following)
    if token.form.lemma != "vatandaş" or token.form.possessive != "3sg" or token.form.case not in ("", "nom"):
        return False
    return following.form.lemma in words.people or following.form.lemma.endswith(("ci", "cı", "cu", "cü", "çi", "çı", "çu", "çü", "mürettebat"))


def _is_model(tokens: list[Token], at: int, last: int) -> bool:
    """ "18 [Leopard 2] tankını": a type with its number before what is counted."""
    if at + 2 >= last or not tokens[at].capital or tokens[at].base_end < tokens[at].end:
        return False
    return tokens[at + 1].kind == "number" and tokens[at + 2].kind == "word" and is_noun(tokens[at + 2]) and not tokens[at + 2].capital


def _people_passed(layout: Layout, words: Words, first: int, at: int) -> Noun | None:
    """ "35 Rus [esir] karşılıklı serbest bırakıldı": the last who may stand for people, where no noun came after them."""
    people = [j for j in range(first, at) if _person(layout.tokens[j], words) and bare(layout.tokens[j].form)]
    return Noun(first, people[-1], _unit(layout.tokens[people[-1]])) if people else None


def _step(tokens: list[Token], at: int, last: int) -> int:
    """ "10 [teknik ve] siyasi toplantı": a joined adjective takes the joint with it."""
    if at + 2 >= last or tokens[at + 1].text not in (",", "ve", "veya"):
        return 1
    if adjective(tokens[at]) and adjective(tokens[at + 2]):
        return 2
    if tokens[at + 1].text == "," or people_word(tokens[at + 2]) is None:
        return 1
    peoples = people_word(tokens[at]) is not None and state_called(tokens[at + 2].word.bare) is None
    return 2 if peoples and tokens[at + 2].base_end == tokens[at + 2].end and _nominal(tokens[at + 3 if at + 3 < last else at + 1]) else 1


def _singular_head(layout: Layout, words: Words, first: int, head: int) -> Noun | None:
    """Behind a number the head stands in the singular: "2 bin [hasta] güvenli bölgelere taşındı".

    No "Üç Büyükler", a name, though people say "4-5 büyük ülkeler".
    """
    tokens = layout.tokens
    if not _is_plural(tokens[head]):
        return Noun(first, head, _as_elsewhere(layout, tokens[head], _unit(tokens[head])))
    person = next((at for at in range(first, head) if _person(tokens[at], words) or tokens[at].form.lemma in words.people), None)
    if person is not None:
        return Noun(first, person, _unit(tokens[person]))
    named = tokens[head].capital or adjective(tokens[head]) or head == first
    return None if named else Noun(first, head, _unit(tokens[head]))


def _dealt(layout: Layout, words: Words, first: int, head: int) -> int:
    """ "102 [uçak] satışı", "250 [adet] almayı": what is sold or taken is counted."""
    tokens = layout.tokens
    if head > first and _is_doing_to(tokens[head], words) and bare(tokens[head - 1].form) and tokens[head - 1].low != "satın":
        return head - 1
    own = head > first and tokens[head].form.lemma in words.deals and possessed(tokens[head])
    if not own or not is_noun(tokens[head - 1]):
        return head
    if tokens[head - 1].form.suffix == "ma" and head - first > 1 and bare(tokens[head - 1].form):
        head -= 1  # "3 bin [gömlek] dikme kapasitesi"
    within = bare(tokens[head - 1].form) or (head - first > 1 and possessed(tokens[head - 1]) and tokens[head - 1].form.case in ("", "nom", "acc"))
    return head - 1 if within else head  # "15 bin mutfak [seti] yardımı"


def _is_doing_to(token: Token, words: Words) -> bool:
    """Is it what is done to the counted before it, by a verb that never is the counted itself?"""
    form = token.form
    return form.verb_form == "verbal_noun" and form.suffix == "ma" and not bare(form) and (form.lemma in words.clausal or form.lemma in words.taking)


def _as_elsewhere(layout: Layout, token: Token, unit: str) -> str:
    """Of two nouns that one form may be of ("4 adayla": ada, aday) the one that the article counts in its bare form ("4 ada")."""
    following = layout.tokens[token.index + 1].low if token.index + 1 < len(layout.tokens) else ""
    if unit == token.low and token.form.case == "dat" and following in DATIVES:
        return token.form.lemma  # "33 [esire] karşılık"
    others = [f.lemma for f in token.forms if f.pos == "NOUN" and f.lemma != unit and f.lemma != token.low and f.case == token.form.case]
    counting = token.index > 0 and layout.tokens[token.index - 1].form.pos == "NUM"  # no "250 hava aracıyla"
    before = layout.tokens[token.index - 1].low if others and counting else ""
    return next((lemma for lemma in others if before and f" {before} {lemma} " in layout.low), unit)


def _is_plural(token: Token) -> bool:
    return token.form.number == "pl" and all(form.number == "pl" for form in token.forms if form.pos == "NOUN")


def _head(layout: Layout, words: Words, at: int, last: int) -> int:
    """Where the phrase that goes on at `at` has its head; _PASS where `at` only qualifies what follows."""
    token = layout.tokens[at]
    if at + 1 < last and qualifies(layout, words, at):
        return _PASS
    if token.low in ("evet", "hayır") and at + 1 < last:
        return _PASS  # "13 evet oyu"
    if _step(layout.tokens, at, last) == 2 and (people_word(token) is not None or not _person(token, words)):
        return _PASS
    if not (is_noun(token) or _person(token, words) or doer(token) or _inflected(token)):
        if _stands_alone(layout.tokens, words, at):
            return at
        return _PASS if token.form.pos in ("DET", "NUM") or token.low == "yeni" else _NONE
    if token.form.pos == "VERB" and token.form.suffix == "mak":
        return _NONE  # "Konya'da 3 olmak üzere 7 okul", "24'e kadar düşürmek zorunda"
    return _compound(layout, words, at, last)


def _stands_alone(tokens: list[Token], words: Words, at: int) -> bool:
    """ "12 bin [ampute] var", "300 [prefabrik] kuruldu": a word that dictionaries hold for an adjective, with nothing behind it but the verb."""
    token, verb = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if verb is None or token.low in words.comparisons or token.low in words.qualities or token.low in words.degrees:
        return False
    if not bare(token.form) or any(form.pos not in ("ADJ", "PROPN") for form in token.forms):
        return False
    there = verb.low in THERE_IS
    return there or (verb.form.pos == "VERB" and verb.form.verb_form == "finite" and verb.form.lemma not in words.light)


# WHAT QUALIFIES THE NEXT WORD


def qualifies(layout: Layout, words: Words, at: int) -> bool:
    """Is the word at `at` but an attribute of the noun behind it?"""
    tokens = layout.tokens
    token, following = tokens[at], tokens[at + 1]
    if following.form.pos == "VERB" and (following.form.lemma == "ol" or following.form.suffix == "mak"):
        return False  # "600 bin adet olması", "3 çocuk yapmakla"
    if following.capital and _closes_heading(tokens, at + 1):
        return False  # "5 Kişi Öldü"
    if at + 2 < len(tokens) and len(following.low) > 2 and tokens[at + 2].low.startswith(following.low):
        return False  # "3 batık yan yana duruyor"
    if following.kind != "word" or token.end == following.start or not _nominal(following) or following.low.endswith(_PLACED):
        return False
    if following.low == "tarafından":
        return False  # "20 kullanıcı tarafından"
    if following.capital and following.base_end < following.end and not token.capital and following.form.case in ("loc", "abl", "dat"):
        return False  # "iki ortak Tekirdağ'da çiftlik kuruyor"
    if token.form.lemma in words.people and following.form.case in ("abl", "dat", "loc") and _are_theirs(following):
        return False  # "1500 göçmen ülkelerine gönderildi"
    group = following.form.lemma in words.groups and not possessed(following)
    owned = possessed(following) or (following.form.case != "acc" and not group)  # "3 Filistinli aileyi"
    if lemma_in(following, words.possessions) and not bare(following.form) and owned:
        return False  # "5 sivil hayatını kaybetti"
    if (token.base_end < token.end and token.low.endswith(LI)) or token.low in words.adjectival:
        return True  # "3 PKK'lı terörist", "900 fiziki engelden"
    if token.form.case in ("loc", "abl") and token.form.lemma in words.sorts:
        return True  # "6 farklı türde mayın", "40 bu türden saldırı"
    if not bare(token.form) or token.base_end < token.end:
        return _belongs(layout, words, at)
    if following.low in words.laden and at + 2 < len(tokens) and tokens[at + 2].kind == "word" and _nominal(tokens[at + 2]):
        return True  # "2 bomba yüklü araç"
    if token.low in words.degrees or token.low in ("adet", "tane") or (token.form.lemma in words.attributes and not possessed(following)):
        return _stands_before(layout, words, at)
    if _is_light(tokens, words, at + 1):
        if at and _inflected(token) and (people_word(tokens[at - 1]) is not None or not is_noun(following)):
            return False  # "3 bin Türk askeri görev yapıyor", "150 askeri serbest bıraktı"
        return token.form.pos in ("ADJ", "ADV") and adjective(token) and not _person(token, words)
    if _inflected(token) and not possessed(following) and _says_where(tokens, words, at + 1):
        return False  # "300 bin yedek askeri silah altına aldı"
    if token.text.isupper() and _says_where(tokens, words, at + 1):
        return False  # "28 İHA bölge üzerinde vuruldu"
    if token.capital and not _is_known_noun(token):
        return _of_a_people(layout, words, at)
    return _describes(layout, words, at)


def _stands_before(layout: Layout, words: Words, at: int) -> bool:
    """Does the attribute at `at` qualify a noun, no "50 bin [çocuk] akut yetersiz beslenme çekiyor", "7 [üye] karşı çıktı"?"""
    token, following = layout.tokens[at], layout.tokens[at + 1]
    if following.low == "karşı" or (lemma_in(following, words.circumstances) and not bare(following.form)):
        return False
    if _is_light(layout.tokens, words, at + 1) and (not is_noun(following) or following.form.lemma in words.possessions or _acts(layout, words, at)):
        return False  # "300 katılımcı yer alacak", "500 pilot eğitim alacak"
    if token.form.lemma in words.people and not following.form.possessive and _owned_by_plural(layout.tokens, at + 2):
        return False  # "iki çocuk şiddet olayları nedeniyle öldü"
    if token.form.lemma in words.people and not following.form.possessive:
        away = ("abl",) if token.form.lemma == "sivil" else ("abl", "dat", "loc")
        if following.form.case in away:
            return False  # "90 bin sivil kentten kaçtı", "20 göçmen adaya ulaştı"
    if token.form.lemma in words.attending and not following.form.possessive and following.form.case in ("abl", "dat", "loc"):
        return following.form.lemma in words.doers  # "600 katılımcı konferansa geldi", but "9 aday ülkeye"
    return token.form.lemma not in words.people or is_noun(following)


def _are_theirs(token: Token) -> bool:
    """May it be what several have: "ülkelerine"?"""
    return any(form.possessive == "3pl" or (form.possessive == "3sg" and form.number == "pl") for form in token.forms)


def _acts(layout: Layout, words: Words, at: int) -> bool:
    """Are those at `at` people, who do or undergo what the noun and the light verb behind them say, no "9 aday ülke oldu"?"""
    person, verb = layout.tokens[at].form.lemma, layout.tokens[at + 2].form.lemma
    if person in words.staff:
        return verb not in ("ol", "çık")
    return person in words.people and verb in DONE_TO  # "25 bin sivil tahliye edildi", no "5 sivil araç kullanıldı"


def _owned_by_plural(tokens: list[Token], at: int) -> bool:
    """Does a plural compound end here, whose first noun stands before it? The counted are in the singular."""
    form = tokens[at].form if at < len(tokens) else None
    return form is not None and form.number == "pl" and form.possessive.startswith("3") and form.pos == "NOUN"


def _belongs(layout: Layout, words: Words, at: int) -> bool:
    """ "yasa [dışı] yerleşim", "AB [üyesi] ülke": a possessed noun that is an attribute itself."""
    token, following = layout.tokens[at], layout.tokens[at + 1]
    if token.form.case not in ("", "nom") or token.base_end < token.end or not is_noun(following) or token.sentence != following.sentence:
        return False
    if following.form.pos == "VERB" and following.form.lemma == "ol":
        return False  # "5 bin bitki türü olmasına"
    if token.form.lemma in words.attributes and at > 0 and layout.tokens[at - 1].form.pos == "NUM":
        return False  # "kurulun 4 üyesi Holding'den"
    if token.form.lemma in words.people:
        return False  # "30 Hırvat erkeği ıssız bir tarlada öldürdüler"
    return token.low in OUTER or (token.form.lemma in words.attributes and token.form.possessive.startswith("3"))


def _is_clause(tokens: list[Token], words: Words, at: int) -> bool:
    """The object or subject of a relative clause about the counted, or what they belong to: no head of theirs."""
    return _is_object(tokens, at) or _is_subject(tokens, at) or _is_related(tokens, words, at) or has_quality(tokens, words, at)


def has_quality(tokens: list[Token], words: Words, at: int) -> bool:
    """ "40 [menzili] uzun füze": what an adjective right behind it says of the noun that follows."""
    if at + 2 >= len(tokens) or not any(f.possessive == "3sg" and f.case == "nom" for f in tokens[at].forms):
        return False
    quality = tokens[at + 1]
    return quality.form.pos in ("ADJ", "ADV") and bare(quality.form) and quality.low in words.qualities and is_noun(tokens[at + 2])


def _is_related(tokens: list[Token], words: Words, at: int) -> bool:
    """ "4 [Panama'ya] ait yük gemisi", "7 [göçmenlere] yönelik saldırı": a name or a plural is not counted, what relates to it is."""
    form = tokens[at].form
    if form.case != "dat" or at + 2 >= len(tokens) or tokens[at + 1].low not in words.relating:
        return False
    uncounted = form.number == "pl" or form.pos == "PROPN" or (form.pos == "VERB" and form.suffix in ("ma", "is"))
    return uncounted and _nominal(tokens[at + 2])


def _is_subject(tokens: list[Token], at: int) -> bool:
    """ "201 [türü belirtilmemiş] tanker"."""
    form = tokens[at].form
    if not form.possessive.startswith("3") or form.case not in ("", "nom") or at + 2 >= len(tokens):
        return False
    clause = tokens[at + 1].form
    return clause.verb_form == "participle" and clause.suffix == "mis" and clause.passive and is_noun(tokens[at + 2])


def _is_object(tokens: list[Token], at: int) -> bool:
    """ "4 bin 248 Filistin [topraklarını] gasbeden İsrailli": a plural that a relative clause holds, for the counted are in the singular."""
    form = tokens[at].form
    if form.number != "pl" or form.case in ("", "nom", "gen") or at + 2 >= len(tokens):
        return False
    return tokens[at + 1].form.verb_form == "participle" and tokens[at + 1].form.suffix in ("an", "mis") and _nominal(tokens[at + 2])


def _is_cargo(tokens: list[Token], words: Words, at: int) -> bool:
    """ "40 insani [yardım] taşıyan kamyon": goods that are counted by no number."""
    if tokens[at].form.lemma not in words.goods or not bare(tokens[at].form) or at + 2 >= len(tokens):
        return False
    form = tokens[at + 1].form
    return form.verb_form == "participle" and form.suffix == "an" and not form.passive and _nominal(tokens[at + 2])


def _of_a_people(layout: Layout, words: Words, at: int) -> bool:
    """ "11 [Türk] vatandaşı", "6 [İsrailli] esir", "30 bin [Kuzey Koreli] asker", but "3 Filistinli gözaltına alındı"."""
    tokens = layout.tokens
    following = tokens[at + 1]
    short = following.text[:2].isupper() and following.form.possessive.startswith("3")
    if short and people_word(tokens[at]) is not None and state_called(following.word.bare) is None:
        return True  # "150 [Rus] İHA'sından"
    if following.capital and following.base_end < following.end and not (_of_faith(tokens[at], words) and people_word(following) is not None):
        return False  # "90 bin Suriyeli Türkiye'de", but "640 Hristiyan Arnavut'un"
    if state_called(following.word.bare) is not None:
        return False  # "12 bin Koreli Japonya sınırında": a state's name begins another phrase
    if following.form.case in ("", "nom", "gen", "acc") or following.form.possessive.startswith("3"):
        return people_word(tokens[at]) is not None or following.capital or tokens[at].low.endswith((*LI, "i", "î")) or possessed(following) is False
    people = people_word(tokens[at]) is not None or _of_faith(tokens[at], words)
    return people and not lemma_in(following, words.circumstances)


def _of_faith(token: Token, words: Words) -> bool:
    """ "4 [Arap] gence", "640 [Hristiyan] Arnavut": people by a word that belongs to no state."""
    return any(form.lemma.lower() in words.peoples for form in token.forms)


def _closes_heading(tokens: list[Token], at: int) -> bool:
    """ "Kavşakta 5 Kişi [Öldü]": a verb in capitals that ends a heading."""
    last = at + 1 >= len(tokens) or tokens[at + 1].kind == "punct" or tokens[at + 1].sentence != tokens[at].sentence
    return last and any(form.verb_form == "finite" for form in tokens[at].forms)


def _describes(layout: Layout, words: Words, at: int) -> bool:
    """ "40 [balistik] füze", "9 [aday] ülke", "5 [kanıtlanmış] rezerv": an adjective, an attributive noun, a participle."""
    tokens = layout.tokens
    token, following = tokens[at], tokens[at + 1]
    form = token.form
    oblique = following.form.case not in ("", "nom", "gen", "acc") and not following.form.possessive.startswith("3")
    if token.low == "askeri" and lemma_in(following, words.military):
        return True  # "3 askeri araçla", but "5 askeri hastaneye kaldırdı"
    if _person(token, words):
        another = following.capital or following.low in ("son", "çok", "daha", "en")  # "3 hasta son derece kötü durumda"
        return not another and not oblique and not following.form.possessive.startswith(("1", "2"))
    if form.verb_form == "participle":
        return (form.suffix in ("an", "mis", "acak", "dik") and form.case in ("", "nom")) or is_possible(token)
    if form.pos in ("ADJ", "ADV", "DET"):
        return (adjective(token) or form.pos == "DET") and not (oblique and _inflected(token))
    return adjective(token) and not oblique and not following.form.possessive.startswith(("1", "2"))


def is_possible(token: Token) -> bool:
    """ "[yenilenebilir] enerji"."""
    return token.form.verb_form == "participle" and token.low.endswith(POSSIBLE)


def _nominal(token: Token) -> bool:
    """May it stand in a noun phrase behind an attribute?"""
    form = token.form
    if token.low in ("var", "yok", "değil", "mevcut", "demek", "demekti", "demektir") or form.verb_form == "finite":
        return False
    return is_noun(token) or adjective(token) or (form.verb_form == "participle" and form.suffix in ("an", "mis"))


def adjective(token: Token) -> bool:
    """Has it a reading as an adjective ("yeni", first read as an adverb)?"""
    return any(form.pos == "ADJ" for form in token.forms)


def _person(token: Token, words: Words) -> bool:
    """An adjective that stands for people: "85 yaralı", "5 yetkili", "iki Filistinli"."""
    return lemma_in(token, words.persons) or (token.capital and any(form.lemma.endswith(LI) for form in token.forms))


def _inflected(token: Token) -> bool:
    """May the adjective be a noun with an ending ("500 bin askeri harekete geçirdi")?"""
    return any(form.pos == "NOUN" and (form.possessive.startswith("3") or form.case == "acc") for form in token.forms) and token.low != "yeni"


def doer(token: Token) -> bool:
    """A participle used as a noun: "2 çalışanının", "15 çalışan var"."""
    return token.form.verb_form == "participle" and token.form.suffix == "an"


def _says_where(tokens: list[Token], words: Words, at: int) -> bool:
    """Does the bare noun only say where, with "üzerinde", "yakınında" behind it?"""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return bare(tokens[at].form) and after is not None and lemma_in(after, words.possessions) and possessed(after) and not bare(after.form)


def _is_known_noun(token: Token) -> bool:
    return token.form.pos == "NOUN" and not any(form.pos == "PROPN" for form in token.forms)


def _is_light(tokens: list[Token], words: Words, at: int) -> bool:
    """Is the bare noun at `at` half of a verb ("ikamet ediyor", "şehit oldu", "ateşkes ilan etti")?"""
    if not bare(tokens[at].form) or at + 1 >= len(tokens):
        return False
    verb = tokens[at + 1].form
    meant = isinstance(verb, Meant) and verb.back > 0  # "200 sivil [vefat] etti" for "öldü"
    return meant or (lemma_in(tokens[at + 1], words.light) and verb.pos in ("VERB", "AUX"))


def _attribute(layout: Layout, words: Words, first: int, whole: bool) -> str:
    """ "12 [kişi]lik komite": the noun inside; "iki devletli çözüm": "-" (an attribute counts nothing); no "3 milyar dolar motorlu araç"."""
    tokens = layout.tokens
    token, low = tokens[first], tokens[first].low.replace("'", "")
    following = tokens[first + 1] if first + 1 < len(tokens) else None
    if len(low) > 4 and low.endswith(LIK) and (low[:-3] == "kişi" or low[:-3] == token.form.lemma):
        return low[:-3]
    if len(low) > 5 and low.endswith(LIK) and low not in words.abstract and following is not None and _stands_in(following):
        return low[:-3]
    if low in words.portioned and following is not None and following.kind == "word" and (is_noun(following) or adjective(following)):
        return low  # "50 [kalem] tıbbi malzeme"
    if low in VOTES and following is not None and (following.text in (",", "ve") or following.form.lemma == "oy"):
        return "oy"  # "120 kabul, 12 ret oyu"
    if low in ("evet", "hayır") and following is not None and following.kind == "word" and following.low != "ve":
        return ""  # "13 evet oyu", "iki hayır kurumu"
    return words.partitioned.get(low, "") if not whole else ""


def _stands_in(following: Token) -> bool:
    """May the word behind "konutluk" belong to the phrase it qualifies?"""
    if following.kind != "word":
        return following.text in ('"', "“", "‘", "'")  # "199 sayfalık “rapor”"
    return adjective(following) or (is_noun(following) and not possessed(following)) or following.low == "bir"


# COMPOUNDS


def _compound(layout: Layout, words: Words, at: int, last: int) -> int:
    """The head of the compound that begins with the noun `at`."""
    tokens = layout.tokens
    if tokens[at].form.possessive.startswith("3") and tokens[at].base_end == tokens[at].end:
        return _chain(layout, words, at)
    thine = tokens[at].form.possessive == "2sg" and at + 1 < last and possessed(tokens[at + 1])  # "3 havan mermisi": "havan", not "hava"
    if not (bare(tokens[at].form) or thine) or tokens[at].base_end < tokens[at].end:
        return at
    joined = _joined(layout, words, at, last)
    rights = at + 1 < last and tokens[at + 1].form.lemma == "hak" and tokens[at + 1].form.number == "pl"  # "108 insan hakları eylemcisi"
    if joined > at or (tokens[at].form.lemma in words.whole and not rights):
        return joined
    at += rights
    j = _past_acronym(tokens, at + 1)
    while j < last and tokens[j].kind == "word" and _continues(tokens[j], _next(tokens, j), words) and tokens[j].sentence == tokens[at].sentence:
        if tokens[j].low in ("dışı", "içi") and j + 1 < len(tokens) and lemma_in(tokens[j + 1], words.light):
            break  # "200 aktivist sınır dışı edildi"
        if (tokens[j].capital and not tokens[at].capital) or tokens[j].low == "dolusu":
            break  # "13 isim SHP listesinden", "14 uçak dolusu yardım"
        if people_word(tokens[at]) is not None and state_called(tokens[j].word.bare) is not None:
            break  # "80 bin Filistinli İsrail ablukasında"
        if tokens[j].form.case == "dat" and j + 1 < len(tokens) and tokens[j + 1].low == "kadar":
            break  # "200 okul haftasonuna kadar"
        if possessed(tokens[j]) and not tokens[j].capital:
            return _compound_end(layout, words, at, j)
        if tokens[j].form.possessive == "1pl" and tokens[j].form.pos == "NOUN" and _may_head(tokens[j], tokens[j - 1], words):
            return j  # "3 savaş [gemimiz]"
        if not bare(tokens[j].form) or tokens[j].form.lemma in words.possessions or _is_light(tokens, words, j):
            break
        j += 1
    return at


def _past_acronym(tokens: list[Token], at: int) -> int:
    """ "3 bilgisayarlı tomografi [(BT)] cihazı"."""
    closed = at + 3 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")" and tokens[at + 1].text.isupper()
    return at + 3 if closed and possessed(tokens[at + 3]) else at


def _may_head(token: Token, before: Token, words: Words) -> bool:
    """No "1200 koltuk [kapasitemiz]", "5 asker [hayatımız]", but "6 gümrük [kapımız]"."""
    if token.form.lemma in words.sites and before.form.lemma in words.uses:
        return True
    return token.form.lemma not in words.possessions and token.form.lemma not in words.carriers


def _joined(layout: Layout, words: Words, at: int, last: int) -> int:
    """ "iki [eğitim ve kültür] merkezi": fields of work and doings are not counted, what they are for is; else `at`."""
    tokens = layout.tokens
    if at + 3 >= len(tokens) or tokens[at + 1].low != "ve":
        return at
    field = tokens[at].form.lemma in words.fields or _is_doing(tokens[at])
    for j in range(at + 3, min(last + 1, len(tokens))):
        inside = _continues(tokens[j - 1], tokens[j], words) or (j == at + 3 and adjective(tokens[j - 1]))  # "tekstil ve [hazır] giyim şirketi"
        if not inside or not bare(tokens[j - 1].form):
            break
        if possessed(tokens[j]) and _heads(tokens[j], words, tokens[j - 1]):
            return _chain(layout, words, j) if field or _is_doing(tokens[j - 1]) else at
    single = field and bare(tokens[at + 2].form) and is_noun(tokens[at + 3]) and not possessed(tokens[at + 3])
    return at + 3 if single else at  # "80 sağlık ve idari [personel]"


def _is_doing(token: Token) -> bool:
    """ "kamyon ve vagon [tarama] cihazı"."""
    return bare(token.form) and token.form.pos == "VERB" and token.form.suffix in ("ma", "is")


def _next(tokens: list[Token], at: int) -> Token | None:
    return tokens[at + 1] if at + 1 < len(tokens) else None


def _continues(token: Token, following: Token | None, words: Words) -> bool:
    """May the token stand in a compound behind its first noun? No infinitive ("iki düzenleme yapmak zorunda")."""
    if token.form.pos == "VERB" and token.form.suffix == "mak":
        return False
    if token.form.lemma in words.weekdays and following is not None and following.form.lemma in ("gün", "gece", "akşam", "sabah"):
        return False  # "3 asker [salı günü] öldü"
    return is_noun(token) or (doer(token) and not bare(token.form)) or (possessed(token) and token.form.pos == "ADJ" and token.low != "yeni")


def _compound_end(layout: Layout, words: Words, at: int, j: int) -> int:
    """The possessed noun `j` heads the compound, unless it is what the counted have, or what is done with them."""
    token = layout.tokens[j]
    if not _heads(token, words, layout.tokens[at] if j == at + 1 else None) or token.form.number == "pl":
        return at
    return _chain(layout, words, j)


def _heads(token: Token, words: Words, before: Token | None) -> bool:
    """May the possessed `token` head a compound, with the noun `before` it? No "5 asker [hayatını] kaybetti", "30 saldırı [düzenlenmesi]"."""
    form = token.form
    if form.pos == "VERB" and form.verb_form == "verbal_noun":
        done = form.passive or form.lemma == "ol" or form.lemma in words.light or form.suffix not in ("ma", "is")
        done = done or (form.suffix == "ma" and form.lemma in words.clausal)  # "iki anlaşma imzalaması"
        return not done and form.case in ("", "nom", "gen", "acc") and form.possessive.startswith("3")
    if not lemma_in(token, words.possessions):
        return True
    if before is None:
        return False
    return form.case == "gen" or (form.lemma in words.sites and (form.case in ("", "nom") or before.form.lemma in words.uses))


def _chain(layout: Layout, words: Words, j: int) -> int:
    """ "boru hattı projesi": the last of the possessed nouns in a row."""
    tokens = layout.tokens
    last = min(j + REACH, len(tokens) - 1)
    while j < last and goes_on(tokens[j], tokens[j + 1]) and _heads(tokens[j + 1], words, None) and tokens[j + 1].form.number != "pl":
        if _is_taken(tokens, words, j + 1):
            break  # "11 birlik ülkesi [reformu] kabul etti"
        j += 1  # "5 gıda şirketi temsilcilerinin": five companies
    return j


def _is_taken(tokens: list[Token], words: Words, at: int) -> bool:
    """May it be the object of the light verb right behind it?"""
    objective = any(form.pos == "NOUN" and form.case == "acc" for form in tokens[at].forms)
    return objective and at + 2 < len(tokens) and _is_light(tokens, words, at + 1) and not tokens[at + 2].form.passive


def goes_on(token: Token, following: Token) -> bool:
    """May the possessed noun `token` be inside the compound that `following` heads?"""
    if token.form.case not in ("", "nom") and not any(form.case in ("", "nom") and form.possessive == "3sg" for form in token.forms):
        return False
    if token.base_end < token.end or following.kind != "word" or token.sentence != following.sentence:
        return False
    return is_noun(following) and possessed(following) and (not following.capital or token.capital)


# THE UNIT WORD


def term(layout: Layout, noun: Noun) -> str:
    """The unit of what is counted: its head, or the whole term where its short form follows ("insansız hava aracı (İHA)")."""
    tokens, at = layout.tokens, noun.head + 1
    if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 2].text != ")" or not tokens[at + 1].text.isupper():
        return noun.lemma
    first = noun.head + 1 - len(tokens[at + 1].text)
    letters = "".join(token.text[:1] for token in tokens[max(first, 0) : noun.head + 1]).lower()
    if first < noun.first or first == noun.head or letters.replace("i̇", "i") != tokens[at + 1].low:
        return noun.lemma
    return layout.low[tokens[first].start : own_end(tokens[noun.head])]


def _unit(token: Token) -> str:
    """The unit word of a head: "Gazzelinin" → "Gazzeli"; "merkezi" is of "merkez", whatever adjective it may be elsewhere."""
    if token.capital and people_word(token) is None and (place := _of_a_place(token)):
        return place
    if token.form.pos == "ADJ":
        return next((f.lemma for f in token.forms if f.pos == "NOUN" and (f.possessive.startswith("3") or f.case == "acc")), singular(token))
    return singular(token)


ODD: Final = 2.0
"""Bits from which a counted noun is no writer's: "20 mensup" are told of in ordinary news as well, and are no "üye"."""


def singular(token: Token) -> str:
    """The noun in the singular, as the text has it; in a spun article, of a word that few writers choose ("şahıs"), the one that was meant."""
    if isinstance(token.form, Meant) and token.form.weight >= ODD:
        return token.form.lemma
    if token.capital and (people := people_word(token)) is not None:
        return people
    if token.form.pos == "VERB":
        return _deverbal(token)
    if token.form.lemma != token.low and token.form.case == "dat" and any(form.lemma == token.low and form.pos == "NOUN" for form in token.forms):
        return token.low  # "4 ada": behind a number a noun stands in the nominative
    for form in token.forms:
        if form.lemma and _begins(token.low, form.lemma):
            return form.lemma
    return _stripped(token.low) if token.form.lemma == token.low and not token.capital else token.form.lemma


def _begins(low: str, lemma: str) -> bool:
    """Has the form the noun's stem, its last letter softened or its last vowel lost ("şahsın": şahıs)?"""
    return low.startswith(lemma[: max(len(lemma) - 1, 1)]) or (len(lemma) > 4 and low.startswith(lemma[:-2] + lemma[-1]))


def _of_a_place(token: Token) -> str:
    """ "Gazzelinin" → "Gazzeli", the capital kept."""
    return next((token.text[: len(form.lemma)] for form in token.forms if form.lemma.endswith(LI)), "")


_ENDINGS: Final = ("nın", "nin", "nun", "nün", "yı", "yi", "yu", "yü", "ya", "ye", "yla", "yle")


def _stripped(low: str) -> str:
    """An unknown form without the ending that its vowel before it shows: "hastanın" → "hasta"."""
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 2 and low[-len(ending) - 1] in "aeıioöuü":
            return low[: -len(ending)]
    return low


def _deverbal(token: Token) -> str:
    """The noun made of a verb, without its endings: "atışının" → "atış", "görüşmesi" → "görüşme", "çalışanının" → "çalışan"."""
    low, root = token.low, len(token.form.lemma)
    for at in range(root, len(low)):
        if low[at] == "ş" or low[at : at + 2] in ("ma", "me"):
            return low[: at + (1 if low[at] == "ş" else 2)]
        if token.form.suffix == "an" and low[at : at + 2] in ("an", "en"):
            return low[: at + 2]
    return low
