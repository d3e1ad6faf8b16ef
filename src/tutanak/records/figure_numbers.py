"""The number of something: what is counted stands before its amount ("asker sayısı 12 bin 500'e", "ölenler 300'ü aştı")."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import Quantity
from tutanak.records.figure_heads import adjective, counted, singular
from tutanak.records.figure_nouns import measured_before, tells_change
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, bare, is_noun, lemma_in
from tutanak.text.layout import Token

JOINTS: Final = (",", ";", "ve")
QUOTES: Final = ('"', "“", "”", "'", "‘")
CALLED_BY: Final = word_list("figures", "called_by")
HOLDINGS: Final = word_list("figures", "holdings")
VOTES: Final = word_list("figures", "votes")
LABEL: Final = 3  # words before the head of a label
NAMED: Final = 6  # words before the colon of a list, and of a name in it


def number_of(scene: Scene, quantity: Quantity, earlier: Noun | None) -> Noun | None:
    """ "asker sayısının 12 bin 500'e": what is counted stands in front, as the number of something.

    earlier: what the figure before counted, for "bu sayının 191'e ulaştığı".
    """
    tokens = scene.layout.tokens
    named = _named_behind(scene, quantity) or (earlier if _is_number_behind(scene, quantity) else None)
    if named is not None:
        return named
    owned = _owned_by_participle(scene, quantity)
    if owned is not None and owned.lemma not in scene.words.counted_in:
        return owned
    if owned is not None:
        whose = _whose(scene, owned.head)  # "[üye] sayısı 32 olan ittifak"
        if whose is not None and tokens[whose].form.pos == "NOUN":
            return Noun(whose, whose, singular(tokens[whose]))
        return _counted_after(scene, quantity)
    noun = measured_before(scene, quantity.first)
    if noun is None:
        return None
    if noun.head > 0 and tokens[noun.head].low.startswith("kayb") and tokens[noun.head - 1].low == "can":
        return Noun(noun.first, noun.head, "kişi")
    if noun.lemma in scene.words.masses and _stands_at(scene, noun.head, quantity.first) and not _counts_of_itself(scene, quantity):
        return noun  # "ülkenin nüfusu 85 milyon"
    if noun.lemma in scene.words.anaphors and noun.first == noun.head and tokens[noun.head - 1].low == "bu" and earlier is not None:
        return earlier if not _counts_of_itself(scene, quantity) else None  # "bu rakam 55 bine çıktı"
    if noun.lemma in HOLDINGS and noun.first < noun.head and _stands_at(scene, noun.head, quantity.first) and not _counts_of_itself(scene, quantity):
        return _held(scene, noun)
    if noun.lemma not in scene.words.counted_in or _counts_of_itself(scene, quantity):
        return None
    whose = _whose(scene, noun.head)
    if whose is None:
        return _counted_after(scene, quantity) or earlier  # "bu sayı"
    token = tokens[whose]
    unnamed = token.form.verb_form == "participle" and not (token.form.lemma == "çalış" and token.form.number == "sg")
    if unnamed and (named := _named_earlier(scene, quantity, earlier)) is not None:
        return named
    return Noun(min(noun.first, whose), whose, _people_by_deed(token) if unnamed else singular(token))  # "ölenlerin sayısı", "[çalışan] sayısı"


def _held(scene: Scene, noun: Noun) -> Noun | None:
    """ "[uçak] filosu 40'a çıktı", "[turist] hedefi 60 milyon": what there is or is aimed at so many of; no "üretim hedefi"."""
    token, at = scene.layout.tokens[noun.head - 1], noun.head - 1
    begins = at == 0 or scene.places[at - 1] != scene.places[at]
    things = token.form.pos == "NOUN" and bare(token.form) and (begins or not token.capital) and token.form.lemma not in scene.words.deals
    told = token.form.lemma in scene.words.adverbial or token.low in scene.words.totals
    return Noun(noun.first, noun.head - 1, singular(token)) if things and not told else None


def _people_by_deed(token: Token) -> str:
    """People, but those whom the deed has given a name: "ölenlerin" → "ölen"."""
    named = token.form.lemma in CALLED_BY and token.form.suffix == "an"
    return token.low[: token.low.index("en", len(token.form.lemma)) + 2] if named else "kişi"


def _named_earlier(scene: Scene, quantity: Quantity, earlier: Noun | None) -> Noun | None:
    """ "kuzeye giden [göçmenlerin] sayısı 40 bin, güneye gidenlerin sayısı 2 bin": of whom the number was just told in the sentence."""
    if earlier is None or earlier.head >= quantity.first or scene.places[earlier.head] != scene.places[quantity.first]:
        return None
    token, following = scene.layout.tokens[earlier.head], scene.layout.tokens[earlier.head + 1 : earlier.head + 3]
    numbered_too = token.form.case == "gen" and token.form.number == "pl" and any(lemma_in(t, scene.words.counted_in) for t in following)
    return earlier if numbered_too and token.form.pos == "NOUN" else None


def _stands_at(scene: Scene, head: int, first: int) -> bool:
    """Does the amount stand right behind the noun, but for "ise", "de" and a time?"""
    return all(scene.taken[at] or scene.layout.tokens[at].low in ("ise", "de", "da") for at in range(head + 1, first))


def _named_behind(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "90 olarak açıklanan [yaralı] sayısı", "12 olan [büyükelçilik] sayımız"."""
    tokens, at = scene.layout.tokens, quantity.last
    if at + 3 >= len(tokens) or tokens[at].low not in ("olarak", "olan"):
        return None
    first = at + 1 if tokens[at].low == "olan" else at + 2
    if tokens[first - 1].form.verb_form != "participle":
        return None
    head = next((j for j in range(first, min(first + 4, len(tokens))) if lemma_in(tokens[j], scene.words.counted_in)), None)
    whose = _whose(scene, head) if head is not None and head > first else None
    return Noun(whose, whose, singular(tokens[whose])) if whose is not None else None


def _is_number_behind(scene: Scene, quantity: Quantity) -> bool:
    """ "303 olan [sayının]": the number of what was counted before."""
    tokens, at = scene.layout.tokens, quantity.last
    return at + 1 < len(tokens) and tokens[at].low == "olan" and tokens[at + 1].form.lemma == "sayı" and not tokens[at + 1].form.possessive


def _owned_by_participle(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "[nüfusu] 300 bini aşan ada", "[sayıları] 16 bine çıkan askerler"."""
    tokens, before = scene.layout.tokens, quantity.first - 1
    if before < 0 or _told_by_participle(scene, quantity) is None:
        return None
    owned = any(form.pos == "NOUN" and form.possessive.startswith("3") and form.case in ("", "nom") for form in tokens[before].forms)
    return Noun(before, before, singular(tokens[before])) if owned else None


def _told_by_participle(scene: Scene, quantity: Quantity) -> int | None:
    """The token of the participle that tells the amount: the last of its bound ("aşan") or the one behind it ("bulan")."""
    tokens, at = scene.layout.tokens, quantity.last
    for place in (at - 1, at):
        if 0 < place < len(tokens) and tokens[place].form.verb_form == "participle" and tokens[place].form.suffix == "an":
            return place
    return None


def _whose(scene: Scene, head: int) -> int | None:
    """Whose number it is: "[asker] sayısı", "[yakalananların] sayısı", "[göçmenlerin] gerçek sayısı"; None for "bu sayı"."""
    tokens = scene.layout.tokens
    at = head - 1
    if at > 0 and bare(tokens[at].form) and tokens[at - 1].form.case == "gen" and (adjective(tokens[at]) or tokens[at].low in scene.words.totals):
        at -= 1
    if tokens[at].low in scene.words.totals and tokens[at].form.case != "gen":
        return None  # "gerçek sayının 100'ü aştığı"
    if at < 0 or tokens[at].kind != "word" or tokens[at].sentence != tokens[head].sentence or not _owns(tokens[at]):
        return None
    return at


def _owns(token: Token) -> bool:
    """May it be that whose number is told, no "bu sayı", "ve sayıları", "son dönemde sayıları"?"""
    return token.form.pos not in ("DET", "PRON", "CCONJ", "ADV") and token.form.case in ("", "nom", "gen")


def numbered(scene: Scene, quantity: Quantity, earlier: tuple[int, Noun] | None) -> Noun | None:
    """ "asker sayısı şöyle: [Litvanya] 23.000, [Letonya] (17.500)": what a list of names with their numbers counts.

    earlier: where the entry before ends, and what it counts.
    """
    tokens, last = scene.layout.tokens, quantity.first
    last -= last > 0 and tokens[last - 1].text in ("(", ":")
    first = _first_of_name(scene, last)
    if first < 1 or first == last or not _ends_entry(scene, quantity.last):
        return None
    if earlier is not None and tokens[first - 1].text in JOINTS and 0 <= first - 1 - earlier[0] <= 1:
        return earlier[1]
    colon = first - 1 - (tokens[first - 1].text in QUOTES)
    if tokens[colon].text != ":":
        return None
    head = next((at for at in range(colon - 1, max(colon - NAMED, 0), -1) if lemma_in(tokens[at], scene.words.counted_in)), 0)
    whose = _whose(scene, head) if head else None
    return Noun(whose, whose, singular(tokens[whose])) if whose is not None else None


def labelled(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "[Kayıtlı seçmen]: 141.479", "[Ölü sayısı]: 12": who or what is counted before a colon, with nothing else in the entry."""
    tokens, head = scene.layout.tokens, quantity.first - 2
    if head < 0 or tokens[head + 1].text != ":" or not _ends_entry(scene, quantity.last) or tokens[head].form.case not in ("", "nom"):
        return None
    first = head
    while first > 0 and scene.places[first - 1] == scene.places[head] and tokens[first - 1].kind == "word":
        first -= 1
    if head - first > LABEL or any(token.form.verb_form for token in tokens[first:head]):
        return None
    words, token = scene.words, tokens[head]
    if lemma_in(token, words.counted_in):
        whose = _whose(scene, head) if head > first else None
        return Noun(whose, whose, singular(tokens[whose])) if whose is not None else None
    people = token.form.lemma in words.people or token.form.lemma in words.persons or token.form.lemma in words.staff
    return Noun(first, head, singular(token)) if people or token.form.lemma in VOTES else None


def _first_of_name(scene: Scene, first: int) -> int:
    """Where the words in capitals right before a number begin."""
    tokens, at = scene.layout.tokens, first
    while at > 0 and first - at < NAMED and tokens[at - 1].kind == "word" and tokens[at - 1].capital and tokens[at - 1].form.case in ("", "nom"):
        at -= 1
    return at


def _ends_entry(scene: Scene, at: int) -> bool:
    return at >= len(scene.layout.tokens) or scene.layout.tokens[at].kind == "punct" or scene.layout.tokens[at].low == "ve"


def reached(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "ihlallerin 138'i bulduğu", "ölenlerin 300'ü aştığı", "yaralananların 40 olduğu": those that reach a number stand before it, in the
    genitive plural."""
    tokens, before = scene.layout.tokens, quantity.first - 1
    following = tokens[quantity.last] if quantity.last < len(tokens) else None
    if before < 0 or following is None:
        return None
    told = quantity.case == "nom" and not quantity.own and following.form.lemma == "ol" and following.form.verb_form != "finite"
    if not told and not (quantity.own and lemma_in(following, scene.words.reaching)):
        return None
    whose = tokens[before]
    if whose.form.case != "gen" or whose.form.number != "pl" or not (is_noun(whose) or whose.form.verb_form == "participle"):
        return None
    return Noun(before, before, _people_by_deed(whose) if whose.form.verb_form == "participle" else singular(whose))


def _counts_of_itself(scene: Scene, quantity: Quantity) -> bool:
    """Has the number a noun of its own behind it? No noun of change ("vaka sayısı 15 [artışla] 320'ye")."""
    following = scene.layout.tokens[quantity.last] if quantity.last < len(scene.layout.tokens) else None
    if quantity.case != "nom" or following is None or following.kind != "word":
        return False
    return is_noun(following) and not lemma_in(following, scene.words.carriers) and not tells_change(following, scene.words)


def _counted_after(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "sayıları 16 bine çıkan [askerler]": whose number it is stands behind the participle."""
    at = _told_by_participle(scene, quantity)
    if at is None or at + 1 >= len(scene.layout.tokens):
        return None
    return counted(scene.layout, scene.words, at + 1, plural=True)
