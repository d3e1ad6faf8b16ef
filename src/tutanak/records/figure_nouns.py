"""The nouns of a figure: what is counted behind a number, what is measured before it."""

from __future__ import annotations

from tutanak.mentions import nationality
from tutanak.mentions.model import Quantity
from tutanak.records.figure_words import Words, bare, is_noun, lemma_in, own_end, possessed
from tutanak.spans import Span
from tutanak.text.layout import Layout, Meant, Token

REACH = 6  # words of a counted noun phrase
BACK = 26  # tokens before a number in which what it measures is looked for


class Noun:
    """A noun phrase: tokens [first, head], its unit word in the singular."""

    __slots__ = ("first", "head", "lemma")

    def __init__(self, first: int, head: int, lemma: str) -> None:
        self.first = first
        self.head = head
        self.lemma = lemma


def span(layout: Layout, noun: Noun) -> Span:
    return Span(layout.tokens[noun.first].start, own_end(layout.tokens[noun.head]))


def counted(layout: Layout, words: Words, first: int) -> Noun | None:
    """The head of what is counted by a number just before token `first` ("16 [güvenlik görevlisi]nin")."""
    tokens = layout.tokens
    last = min(first + REACH, len(tokens))
    at = first
    while at < last:
        token = tokens[at]
        if token.kind != "word" or (at > first and token.sentence != tokens[first].sentence):
            return None
        form = token.form
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if at == first and (attribute := _attribute(token, following, words)):
            return Noun(at, at, attribute) if attribute != "-" else None
        if form.pos in ("NOUN", "PROPN") or (form.pos == "VERB" and form.verb_form == "verbal_noun"):
            if form.lemma in words.possessions and at > first:
                return None
            if form.lemma in ("adet", "tane") and at + 1 < last and is_noun(tokens[at + 1]):
                at += 1
                continue
            if _describes(layout, words, at, last) or _of_a_people(layout, words, at, last):
                at += 1
                continue
            head = _compound(layout, words, at, last)
            if head is not None and head > at and head + 1 < last and _outer(tokens[head], tokens[head + 1], words):
                at = head + 1  # "yasa dışı yerleşim", "AB üyesi ülke"
                continue
            if head is not None:
                return Noun(first, head, singular(tokens[head]))
        elif form.pos not in ("ADJ", "DET", "NUM") and not _adjective(token):
            return None
        at += 1
    return None


def _adjective(token: Token) -> bool:
    """Has it a reading as an adjective ("yeni", first read as an adverb)?"""
    return any(form.pos == "ADJ" for form in token.forms) or token.low == "yeni"


def _outer(token: Token, following: Token, words: Words) -> bool:
    """Is the compound that `token` heads an attribute of the noun behind it?"""
    if token.form.case not in ("", "nom") or not is_noun(following) or following.kind != "word":
        return False
    return token.low in ("dışı", "içi", "arası", "üstü", "altı", "karşıtı", "yanlısı") or token.form.lemma in words.attributes


def _of_a_people(layout: Layout, words: Words, at: int, last: int) -> bool:
    """ "11 [Türk] vatandaşı", "6 [İsrailli] esir"."""
    tokens = layout.tokens
    if at + 1 >= last or nationality(tokens[at]) is None or not bare(tokens[at].form):
        return False
    following = tokens[at + 1]
    if at + 2 < len(tokens) and bare(following.form) and _is_verb(tokens[at + 2]):
        return False  # "5 İsrailli ikamet ediyor"
    return (
        following.kind == "word"
        and following.form.pos != "VERB"
        and any(f.pos in ("NOUN", "ADJ") for f in following.forms)
        and not lemma_in(following, words.possessions)
    )


def _describes(layout: Layout, words: Words, at: int, last: int) -> bool:
    """ "40 [balistik] füze", "53 [ticari] geminin": a word that may be an adjective before the noun it belongs to."""
    tokens = layout.tokens
    if at + 1 >= last or not any(form.pos == "ADJ" for form in tokens[at].forms) or not bare(tokens[at].form):
        return False
    following = tokens[at + 1]
    if following.kind != "word" or not (is_noun(following) or _adjective(following)) or lemma_in(following, words.possessions):
        return False
    return following.form.case in ("", "nom", "gen", "acc") and not following.form.possessive.startswith(("1", "2"))


def _attribute(token: Token, following: Token | None, words: Words) -> str:
    """ "12 [kişi]lik komite": the noun inside; "iki devletli çözüm": "-" (an attribute counts nothing)."""
    low = token.low
    if len(low) > 4 and low.endswith(("lık", "lik", "luk", "lük")) and (low[:-3] == "kişi" or low[:-3] == token.form.lemma):
        return low[:-3]
    if (
        len(low) > 5
        and low.endswith(("lık", "lik", "luk", "lük"))
        and following is not None
        and is_noun(following)
        and not possessed(following)
        and low not in words.abstract
    ):
        return low[:-3]
    adjective = any(form.pos == "ADJ" for form in token.forms)
    return "-" if adjective and len(low) > 4 and low.endswith(("lı", "li", "lu", "lü")) and not token.capital else ""


def _compound(layout: Layout, words: Words, at: int, last: int) -> int | None:
    """The head of the compound that begins with the noun `at`; None where that is but an attribute ("Türk vatandaşı")."""
    tokens = layout.tokens
    if not bare(tokens[at].form) or tokens[at].base_end < tokens[at].end:
        return at
    j = at + 1
    if tokens[at].form.lemma in words.attributes and j < last and is_noun(tokens[j]) and not tokens[j].form.possessive:
        return None
    while j < last and tokens[j].kind == "word" and is_noun(tokens[j]):
        form = tokens[j].form
        if possessed(tokens[j]) and not tokens[j].capital:
            return _compound_end(layout, words, at, j)
        if not bare(form) or form.lemma in words.possessions:
            break
        j += 1
    if j == at + 2 and tokens[at].capital and is_noun(tokens[at + 1]) and tokens[at].form.pos == "PROPN":
        return None
    return at


def _compound_end(layout: Layout, words: Words, at: int, j: int) -> int:
    """The possessed noun `j` heads the compound, unless it is what the counted have: "5 asker hayatını kaybetti"."""
    tokens = layout.tokens
    if (lemma_in(tokens[j], words.possessions) and tokens[j].form.case != "gen") or tokens[at].form.lemma in ("kişi", "insan", "adet", "tane"):
        return at
    if tokens[j].form.number == "pl":
        return at
    last = min(at + REACH + 2, len(tokens) - 1)
    while j < last and _goes_on(tokens[j], tokens[j + 1]) and not lemma_in(tokens[j + 1], words.possessions):
        j += 1  # "boru hattı projesi"
    return j


def _goes_on(token: Token, following: Token) -> bool:
    """May the possessed noun `token` be inside the compound that `following` heads?"""
    if token.form.case not in ("", "nom") or token.base_end < token.end or following.kind != "word":
        return False
    return is_noun(following) and possessed(following) and not following.capital


def singular(token: Token) -> str:
    """The noun in the singular, as the text has it; of a swapped word in a spun article, the one that was meant."""
    if isinstance(token.form, Meant):
        return token.form.lemma
    if token.form.pos == "VERB":
        return _deverbal(token)
    if token.form.lemma != token.low and token.form.case == "dat" and any(form.lemma == token.low and form.pos == "NOUN" for form in token.forms):
        return token.low  # "4 ada": behind a number a noun stands in the nominative
    for form in token.forms:
        if form.lemma and token.low.startswith(form.lemma[: max(len(form.lemma) - 1, 1)]):
            return form.lemma
    return _stripped(token.low) if token.form.lemma == token.low and not token.capital else token.form.lemma


_ENDINGS = ("nın", "nin", "nun", "nün", "yı", "yi", "yu", "yü", "ya", "ye", "yla", "yle")


def _stripped(low: str) -> str:
    """An unknown form without the ending that its vowel before it shows: "hastanın" → "hasta"."""
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 2 and low[-len(ending) - 1] in "aeıioöuü":
            return low[: -len(ending)]
    return low


def _deverbal(token: Token) -> str:
    """The noun made of a verb, without its endings: "atışının" → "atış", "görüşmesi" → "görüşme"."""
    root = len(token.form.lemma)
    for at in range(root, len(token.low)):
        if token.low[at] == "ş" or token.low[at : at + 2] in ("ma", "me"):
            return token.low[: at + (1 if token.low[at] == "ş" else 2)]
    return token.low


def measured_behind(layout: Layout, words: Words, quantity: Quantity) -> Noun | None:
    """ "10 milyar dolarlık [ortak hedefi]", "10 milyar dolar değerinde 72 [projeyi]"."""
    tokens = layout.tokens
    at = quantity.core_last
    if not quantity.lik:
        if at < len(tokens) and lemma_in(tokens[at], words.carriers):
            at += 1
        elif quantity.kind in ("measure", "money", "percent") and _modifies_noun(tokens, words, quantity):
            return counted(layout, words, quantity.last) or Noun(at, at, tokens[at].low)
        else:
            return None
    while at < len(tokens) and (tokens[at].low in ("bir", "yeni", "toplam", "bu", "o") or tokens[at].kind == "number"):
        at += 1
    return behind(layout, words, at)


def behind(layout: Layout, words: Words, first: int) -> Noun | None:
    """The whole noun phrase from token `first` on: to its first word with an ending, or before its verb."""
    tokens = layout.tokens
    at, head = first, -1
    while at < min(first + REACH, len(tokens)) and tokens[at].kind == "word" and tokens[at].sentence == tokens[first].sentence:
        token = tokens[at]
        if not (is_noun(token) or _adjective(token) or token.low in ("fazla", "açık")) or (token.form.lemma in words.possessions and at > first):
            break
        if head >= 0 and is_noun(token) and bare(token.form) and at + 1 < len(tokens) and _is_verb(tokens[at + 1]):
            break  # "ateşkes [ilan etti]"
        if is_noun(token) or token.low in ("fazla", "açık"):
            head = at
        if is_noun(token) and not bare(token.form):
            return Noun(first, _possessed_on(layout, at), singular(token))
        at += 1
    return Noun(first, head, singular(tokens[head])) if head >= 0 else None


def _is_verb(token: Token) -> bool:
    return token.form.pos == "VERB" and token.form.verb_form != "verbal_noun"


def _possessed_on(layout: Layout, at: int) -> int:
    tokens = layout.tokens
    while at + 1 < len(tokens) and tokens[at].form.possessive == "3sg" and _goes_on(tokens[at], tokens[at + 1]):
        at += 1
    return at


def _modifies_noun(tokens: list[Token], words: Words, quantity: Quantity) -> bool:
    """ "117 bin hektardan fazla [alan]", "5 milyon ton [buğday]"."""
    at = quantity.last
    bound = quantity.span.end > quantity.core.end
    if at >= len(tokens) or (quantity.case != "nom" and not bound) or tokens[at].kind != "word":
        return False
    form = tokens[at].form
    if quantity.kind == "measure" and form.verb_form == "participle":
        form = next((f for f in tokens[at].forms if f.pos == "NOUN" and f.lemma == tokens[at].low), form)  # "alan"
    if form.pos != "NOUN" or form.number == "pl" or form.lemma in words.nouns or quantity.own or lemma_in(tokens[at], words.possessions):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    light = bare(form) and following is not None and following.form.pos == "VERB"
    return not light or quantity.kind == "money"  # "4,5 milyar dolar [yatırım] yaptı"


def measured_before(layout: Layout, words: Words, taken: list[bool], first: int) -> Noun | None:
    """What the amount that begins at token `first` measures: the nearest free noun before it in its clause."""
    tokens = layout.tokens
    at = first - 1
    low = max(first - BACK, 0)
    sentence, quote = tokens[first].sentence, tokens[first].quote
    while at >= low and tokens[at].sentence == sentence and tokens[at].quote == quote:
        token = tokens[at]
        if token.kind == "punct" and token.text[0] in ";:().!?…":
            return None
        if not taken[at] and token.kind == "word":
            if lemma_in(token, words.compared):
                at = _over_comparison(layout, at)
                continue
            if _may_be_measured(token, None if taken[at + 1] else tokens[at + 1], words) and token.low != "konusu":
                return noun_phrase(layout, taken, at)
            if token.form.verb_form in ("converb", "finite"):
                return None
            if token.form.verb_form == "participle":
                at = _over_clause(layout, taken, at)
                continue
            at = _over_phrase(layout, taken, at)
            continue
        at -= 1
    return None


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
    tokens, at = layout.tokens, first - 1
    if at < 0 or taken[at] or tokens[at].form.case != "gen":
        return None
    return noun_phrase(layout, taken, at)


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
    return noun_phrase(layout, taken, at).first - 1


def _over_comparison(layout: Layout, at: int) -> int:
    """Past "bir önceki yılın aynı dönemine göre": the dative before "göre" and its genitives."""
    tokens = layout.tokens
    at -= 1
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
    if form.pos not in ("NOUN",) and not (form.pos == "VERB" and form.verb_form == "verbal_noun"):
        return False
    if form.lemma in words.nouns or form.lemma in words.adverbial:
        return False
    if form.pos == "VERB" and form.possessive and following is not None and following.form.pos == "VERB":
        return False  # "olması planlanan"
    return form.case in ("", "nom", "gen", "acc")


def noun_phrase(layout: Layout, taken: list[bool], head: int) -> Noun:
    """The phrase whose head is `head`: its bare nouns, adjectives and genitives before it."""
    tokens = layout.tokens
    first = head
    while first > 0 and not taken[first - 1] and _modifies(tokens[first - 1], head - first):
        first -= 1
    if tokens[first].low.startswith("arasında") or (first < head and tokens[first + 1].low.startswith("arasında")):
        first = _both_sides(tokens, taken, first)
    return Noun(first, head, singular(tokens[head]))


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
    if form.case == "gen" and form.pos in ("NOUN", "PROPN", "PRON"):
        return True
    if token.low.endswith("ki") and form.pos in ("ADJ", "NOUN"):
        return True
    return form.pos in ("ADJ", "NOUN", "PROPN") and bare(form) and token.low != "bir"
