"""The time an amount holds for: the nearest one in its sentence that places it."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import Final

from tutanak.mentions.endings import CASES
from tutanak.mentions.model import Quantity, When
from tutanak.records.figure_changes import Change
from tutanak.records.figure_nouns import all_of_a_time, noun_phrase
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import NTH, Noun, bare, is_noun, lemma_in, possessed
from tutanak.records.grammar import UNTIL
from tutanak.spans import Span
from tutanak.text.layout import Token
from tutanak.text.nouns import ORDINAL

TELLING: Final = 10  # tokens behind a time in which the clause it belongs to ends
PARTS: Final = 24  # tokens of a list of parts
BESIDE: Final = 4  # tokens between a time and the amount that it surely belongs to
PAST_BY: Final = {"gen": ("ardından", "akabinde"), "dat": ("rağmen", "karşın"), "abl": ("sonra",)}
OPEN: Final = ("yana", "beri", "itibarıyla", "itibariyle")  # a time with one of these behind it holds for the whole sentence
INSIDE: Final = ("içinde", "içerisinde", "zarfında")
THAT: Final = ("bu", "aynı", "konusu", "önümüzdeki", "son", "geçtiğimiz", "yakın")  # times of their own before "dönemde", "sürede"
AFTER: Final = 6  # tokens before an amount among which a later part of its time stands
BEFORE: Final = 6  # tokens before an event among which its own time stands
SPELLS: Final = ("yıllarda", "aylarda", "haftalarda", "günlerde")
RANGE: Final = 4  # tokens from one end of a stretch of time to the other
NAMED: Final = 8  # words of a plan's name
NEAR: Final = 120  # tokens around an amount in which its period is looked for


def period_of(scene: Scene, quantity: Quantity, change: Change | None, told_from: int = 0, noun: Noun | None = None) -> When | None:
    """The nearest time before the amount in its sentence and quotation, else one behind it before its verb.

    noun: who or what is counted; what happens to them may tell when behind them.
    told_from: offset where what is reported begins; a time before it says when it was reported.
    """
    tokens = scene.layout.tokens
    sentence, quote = scene.places[quantity.first], tokens[quantity.first].quote
    best: When | None = None
    within: When | None = None  # "15 gün içinde", where nothing else tells when
    for when in _times_of(scene, sentence, quantity.first):
        if not _adverbial(scene, when) and not (when.last == quantity.first and tokens[when.last - 1].low.endswith(("ki", "kü"))):
            continue  # "geçen yılki 80 milyon ton"
        if _is_bracketed(tokens, when) or _is_nowadays(scene, when):
            continue  # "Doğu Timor'un (2025) katılımıyla"
        if tokens[when.first].quote != quote or _compares(scene, when) or _is_of_telling(scene, when, quantity.first):
            continue
        if _is_of_part(scene, when, quantity.first):
            continue
        if _is_of_attribute(scene, when, quantity.first) or _is_of_doer(scene, when, quantity.first) or _is_of_deed(scene, when, quantity.first):
            continue
        if when.kind == "duration" and _is_inside(scene, when):
            within = when if when.span.start >= told_from and _is_clear(scene, when, quantity.first) else within
        elif when.span.end <= quantity.span.start:
            near = when.span.start >= told_from or quantity.first - when.last <= BESIDE
            best = when if near and _reaches(scene, when, quantity.first) else best
        elif quantity.case == "abl" and change is not None and change.level:
            continue  # "500 bin liradan [2013'te] 10 milyon liraya": the time of what was reached
        elif best is None and ((change is not None and when.last <= change.token) or (noun is not None and _is_of_counted(scene, noun, when))):
            return when
    best = best or within
    best = _whole_spell(scene, best, quantity.first) if best is not None else None
    later = _later_part(scene, best, quantity.first) if best is not None else None
    return (
        later
        or best
        or _part_of_day(scene, quantity)
        or _since_event(scene, quantity)
        or _cited_year(scene, quantity)
        or _that_time_behind(scene, quantity)
    )


def _whole_spell(scene: Scene, when: When, first: int) -> When:
    """ "[dün] geceden bu yana", "[bugün] sabahtan beri": a part of the day since which it has been; all of "dün 20.00'den [bugün] 08.00'e kadar"."""
    tokens, at = scene.layout.tokens, when.last
    if tokens[at - 1].low in SPELLS and when.first > 0 and tokens[when.first - 1].low in THAT:
        return _stretched(scene, when, when.first - 1, at)  # "son [yıllarda]"
    if when.kind == "duration" and _is_inside(scene, when):
        return _stretched(scene, when, when.first, at + 1)
    if (until := _until(scene, when, first)) > 0:
        return _joint(scene, when, until)
    since = next((j for j in range(at, min(at + BEFORE, len(tokens) - 2)) if _is_begun(scene, j, at)), -1)
    last = _past_since(tokens, since) if since >= 0 else -1
    return when._replace(span=Span(when.span.start, tokens[last - 1].end), last=last) if last > 0 else when


def _stretched(scene: Scene, when: When, first: int, last: int) -> When:
    """The time with more words around it: tokens [first, last)."""
    tokens = scene.layout.tokens
    return when._replace(span=Span(tokens[first].start, tokens[last - 1].end), first=first, last=last)


def _until(scene: Scene, when: When, first: int) -> int:
    """Past the word that ends a stretch of time from one hour or day to another ("[cuma] akşamından pazar sabahına kadar |"); -1 without one."""
    tokens = scene.layout.tokens
    for at in range(when.last, min(when.last + RANGE, first)):
        low = tokens[at].low
        if (low in UNTIL and _has_ended(tokens[at - 1], "dat")) or (low == "arasında" and _is_hour(scene, tokens[at - 1])):
            return at + 1 if _from(scene, when) is not when or _begins_at(scene, when.first, at - 1) else -1
        if scene.places[at] != scene.places[when.first] or tokens[at].kind == "punct" or tokens[at].form.pos == "VERB":
            return -1
    return -1


def _joint(scene: Scene, when: When, until: int) -> When:
    """A stretch of time up to token `until`: from a day to a day where both are known, else no day that a calendar has."""
    begin = _from(scene, when)
    whole = _stretched(scene, when, begin.first, until)
    days = begin.edtf is not None and when.edtf is not None and begin is not when and when.precision == begin.precision == "day"
    return whole._replace(
        kind="period", edtf=f"{begin.edtf}/{when.edtf}" if days else None, precision="day" if days else None, source=when.source if days else None,
        timex=None,
    )  # fmt: skip


def _from(scene: Scene, when: When) -> When:
    """With what a stretch begins of which this time tells the end: the time right before it ("[dün 20.00'den] bugün"), or itself."""
    places = scene.places
    before = [w for w in scene.mentions.whens if 0 <= when.first - w.last <= RANGE and _begins_at(scene, w.first, when.first)]
    return before[-1] if before and places[before[-1].first] == places[when.first] else when


def _begins_at(scene: Scene, first: int, last: int) -> bool:
    """Do these tokens tell from when it was: a word in the ablative, or one before "ile"?"""
    words = scene.layout.tokens[first:last]
    return any(t.low == "ile" or _has_ended(t, "abl") for t in words) and all(t.kind != "punct" and t.form.pos != "VERB" for t in words)


def _is_hour(scene: Scene, token: Token) -> bool:
    """ "08.00", "sabahı"."""
    return token.kind == "number" or token.form.lemma in scene.words.parts_of_day


def _has_ended(token: Token, case: str) -> bool:
    """Does the word stand in this case, by its reading or, of an hour, by the ending behind its apostrophe ("20.00'den")?"""
    return token.form.case == case or (token.base_end < token.end and CASES.get(token.low[token.base_end - token.start + 1 :]) == case)


def _that_time_behind(scene: Scene, quantity: Quantity) -> When | None:
    """ "1,5 milyar dolarla [bu dönemde] en çok alan ülke": the time right behind the amount."""
    at, tokens = quantity.last, scene.layout.tokens
    fits = at + 1 < len(tokens) and scene.places[at + 1] == scene.places[quantity.first] and tokens[at].low == "bu" and _is_that_time(scene, at)
    return When(Span(tokens[at].start, tokens[at + 1].end), at, at + 2, "period", None, None, None) if fits else None


def _is_begun(scene: Scene, at: int, first: int) -> bool:
    """A part of the day right behind its day, or a deed that the time tells of: "25 Ocak'ta olayların [başlamasından] bu yana"."""
    form = scene.layout.tokens[at].form
    if form.case != "abl":
        return False
    return (at == first and form.lemma in scene.words.parts_of_day) or (form.verb_form == "verbal_noun" and bool(form.possessive))


def _past_since(tokens: list[Token], at: int) -> int:
    """Past "bu yana" or "beri" behind the token; -1 where neither stands there."""
    if tokens[at + 1].low == "bu" and tokens[at + 2].low == "yana":
        return at + 3
    return at + 2 if tokens[at + 1].low in OPEN else -1


def is_open(tokens: list[Token], when: When) -> bool:
    """Does it hold for the whole sentence ("10 Ekim'den bu yana … 800 kişinin cenazesi çıkarıldı")?"""
    return tokens[when.last - 1].low in OPEN


def _later_part(scene: Scene, when: When, first: int) -> When | None:
    """ "2023'ün ilk çeyreğinde yüzde 4, [ikinci çeyreğinde] yüzde 3": the part of the same time that stands nearer to an amount."""
    tokens = scene.layout.tokens
    for at in range(first - 2, max(when.last, first - AFTER) - 1, -1):
        if is_part_of_year(tokens, at):
            return When(Span(tokens[at].start, tokens[at + 1].end), at, at + 2, "period", None, None, None)
    return None


def is_part_of_year(tokens: list[Token], at: int) -> bool:
    """ "ikinci çeyrekte", "ilk yarısında"."""
    form = tokens[at + 1].form if at + 1 < len(tokens) else None
    return form is not None and tokens[at].low in NTH and form.lemma in ("çeyrek", "yarı") and form.case == "loc"


def _is_bracketed(tokens: list[Token], when: When) -> bool:
    return when.first > 0 and tokens[when.first - 1].text == "(" and when.last < len(tokens) and tokens[when.last].text == ")"


def _is_nowadays(scene: Scene, when: When) -> bool:
    """ "\"[Bugün] kentin yüzde 40'ı susuz.\"": who speaks means these days, unless it is of something done."""
    tokens, first = scene.layout.tokens, when.first
    if tokens[first].low != "bugün" or when.last != first + 1 or tokens[first].quote < 0:
        return False
    for token in tokens[when.last : when.last + NEAR]:
        if scene.places[token.index] != scene.places[first]:
            return True
        if token.form.verb_form == "finite":
            return token.form.tense != "past"
    return True


def _is_of_counted(scene: Scene, noun: Noun, when: When) -> bool:
    """ "72 bin göçmenin [30 Temmuz'da] adaya geçmesi", "3 asker [salı günü] öldü": a time between those counted and their verb."""
    tokens, between = scene.layout.tokens, range(noun.head + 1, when.first)
    if when.first <= noun.head or len(between) > BESIDE or _is_inner(scene, noun):
        return False
    if any(scene.taken[at] or tokens[at].form.pos in ("VERB", "PUNCT") for at in between):
        return False
    for at in range(when.last, min(when.last + TELLING, len(tokens))):
        form = tokens[at].form
        if scene.places[at] != scene.places[noun.head] or scene.taken[at] or tokens[at].kind == "punct":
            return False
        if form.pos == "VERB" and form.verb_form:
            return form.verb_form != "participle" or (form.suffix in ("dik", "acak") and form.case not in ("", "nom"))
    return False


def _is_inner(scene: Scene, noun: Noun) -> bool:
    """ "[4 ada] üzerindeki iddiasından 8 Eylül'de vazgeçti": counted within what something else is told of."""
    tokens, at = scene.layout.tokens, noun.head + 1
    return at < len(tokens) and tokens[noun.head].form.case != "gen" and tokens[at].low.endswith(("ndeki", "ndaki"))


def _part_of_day(scene: Scene, quantity: Quantity) -> When | None:
    """ "[bu gece] düzenlediği saldırılarda 8 füze", "[bu süreçte] 40 köy": no calendar holds it, but it tells when."""
    tokens, sentence = scene.layout.tokens, scene.places[quantity.first]
    for at in range(quantity.first - 2, max(quantity.first - NEAR, -1), -1):
        if scene.places[at] != sentence:
            return None
        night = _is_by_night(scene, at)
        if night or _is_that_time(scene, at):
            first = at - (tokens[at].low == "konusu" and at > 0)  # "söz konusu dönemde"
            last = at + 1 + (not night or tokens[at + 1].low == "boyunca")
            when = When(Span(tokens[first].start, tokens[last - 1].end), first, last, "period", None, None, None)
            aside = _is_of_telling(scene, when, quantity.first) or _is_of_doer(scene, when, quantity.first)
            return None if aside or not _reaches(scene, when, quantity.first) else when
    return None


def _is_by_night(scene: Scene, at: int) -> bool:
    """ "açıklamada, [gece] ülkeye ait 50 İHA": when it was, right behind a comma or at the head; no "gece kulübünde", "gece yarısı"."""
    tokens = scene.layout.tokens
    if tokens[at].low != "gece" or scene.taken[at]:
        return False
    before = tokens[at - 1].low if at > 0 and scene.places[at - 1] == scene.places[at] else ","
    following = tokens[at + 1]
    return before in (",", "ise", "da", "de", "ve") and (following.low == "boyunca" or (following.kind == "word" and not possessed(following)))


def _since_event(scene: Scene, quantity: Quantity) -> When | None:
    """ "[görüşmelerden bu yana] 40 köy", "[8 Mart'ta başlattığı saldırılardan bu yana] 120 kişi": since something that no calendar holds."""
    tokens, sentence = scene.layout.tokens, scene.places[quantity.first]
    for at in range(quantity.first - 1, max(quantity.first - NEAR, 0), -1):
        if scene.places[at] != sentence:
            return None
        head = at - 2 if tokens[at].low == "yana" and tokens[at - 1].low == "bu" else at - 1 if tokens[at].low == "beri" else -1
        if head >= 0 and tokens[head].form.case == "abl" and is_noun(tokens[head]) and not scene.taken[head]:
            first = _first_of_event(scene, head)
            return When(Span(tokens[first].start, tokens[at].end), first, at + 1, "period", None, None, None)
    return None


def _first_of_event(scene: Scene, head: int) -> int:
    """Where the words of an event begin: with the time that its clause tells, or with its noun."""
    first = noun_phrase(scene.layout, scene.taken, head).first
    clause = scene.layout.tokens[first - 1].form.verb_form == "participle" if first > 0 else False
    told = next((w.first for w in scene.mentions.whens if head - BEFORE <= w.first and w.last <= head), first) if clause or first == head else first
    return min(told, first) if scene.places[told] == scene.places[head] else first


def _is_that_time(scene: Scene, at: int) -> bool:
    """ "bu gece", "bu sürede", "söz konusu dönemde"."""
    token, following = scene.layout.tokens[at], scene.layout.tokens[at + 1]
    if token.low not in THAT and token.low not in NTH and token.low != "her" and token.low not in scene.words.parts_of_day:
        return all_of_a_time(scene.layout.tokens, at + 1)  # most words
    if (token.low in ("bu", "her") and following.low in scene.words.parts_of_day) or all_of_a_time(scene.layout.tokens, at + 1):
        return True
    if token.low in scene.words.parts_of_day and following.low == "saatlerinde":
        return True
    if is_part_of_year(scene.layout.tokens, at):
        return True  # "ikinci çeyrekte"
    if token.low not in THAT or scene.taken[at] or following.form.lemma not in scene.words.spells or following.form.possessive:
        return False
    alone = token.low == "bu" and bare(following.form) and at + 2 < len(scene.taken) and scene.taken[at + 2]  # "bu dönem 58 bin ton"
    return following.form.case == "loc" or alone or _is_within(scene, at + 2)


def _is_within(scene: Scene, at: int) -> bool:
    """ "bu süre [içerisinde]"."""
    tokens = scene.layout.tokens
    return at < len(tokens) and tokens[at].low in ("içinde", "içerisinde", "çerçevesinde", "zarfında", "boyunca") and bare(tokens[at - 1].form)


def _cited_year(scene: Scene, quantity: Quantity) -> When | None:
    """ "[2024] verilerine göre": the year of the numbers that are cited."""
    tokens, sentence = scene.layout.tokens, scene.places[quantity.first]
    for at in range(quantity.first - 2, max(quantity.first - NEAR, -1), -1):
        if scene.places[at] != sentence:
            return None
        year, last = tokens[at].text, at + 1 + (tokens[at + 1].low == "yılı")
        if len(year) == 4 and year.isdigit() and year[:2] in ("19", "20") and lemma_in(tokens[last], scene.words.series):
            return When(Span(tokens[at].start, tokens[last - 1].end), at, last, "period", year, "year", "text")
    return None


def _adverbial(scene: Scene, when: When) -> bool:
    """No attribute of another noun ("bugüne kadarki", "geçen ayki"), no name of an event ("11 Eylül"), no "5 yıl sonra"."""
    last = scene.layout.tokens[when.last - 1]
    if last.low.endswith(("daki", "deki", "taki", "teki")):
        return _is_of_happening(scene, when)
    if last.low.endswith(("ki", "kü")) and last.end == last.base_end:
        return False
    following = scene.layout.tokens[when.last] if when.last < len(scene.layout.tokens) else last
    if following.form.lemma in scene.words.levels_of and following.form.possessive.startswith("3") and last.form.case in ("", "nom"):
        return False  # "Ekim 2023 düzeylerinin yüzde 14'ü"
    if following.capital and last.kind == "number" and last.end == last.base_end and when.precision == "year" and _is_of_plan(scene, when.last):
        return False
    if when.kind == "duration" or (
        when.timex is not None and when.timex.startswith("P") and when.edtf is None and when.precision is None and last.low.startswith("sonra")
    ):
        return when.kind == "duration"
    return not (
        when.precision == "day"
        and when.kind == "date"
        and last.form.lemma in scene.words.months
        and last.base_end == last.end
        and last.form.case in ("", "nom")
    )


def _is_of_plan(scene: Scene, at: int) -> bool:
    """ "2010-2014 [Kalkınma Planı]'nda": do these years begin the name of what was planned for them?"""
    tokens = scene.layout.tokens
    named = itertools.takewhile(lambda j: tokens[j].capital, range(at, min(at + NAMED, len(tokens))))
    return any(lemma_in(tokens[j], scene.words.planned_for) and possessed(tokens[j]) for j in named)


def _is_of_happening(scene: Scene, when: When) -> bool:
    """ "son iki [yıldaki saldırılarında] 35 füze": what happened then and there."""
    tokens, at = scene.layout.tokens, when.last
    return at < len(tokens) and tokens[at].form.case == "loc" and bool(tokens[at].form.possessive) and tokens[at].form.number == "pl"


def _times_of(scene: Scene, sentence: int, first: int) -> list[When]:
    """The times of a sentence near token `first`."""
    whens = scene.mentions.whens
    low, high = bisect_left(scene.firsts, first - NEAR), bisect_left(scene.firsts, first + NEAR)
    return [w for w in whens[low:high] if scene.places[w.first] == sentence and _is_period(scene, w)]


def _is_period(scene: Scene, when: When) -> bool:
    """Dates, periods, "yılda", "25 yılda", "15 gün içinde"; no "2 yıl" by itself."""
    last = scene.layout.tokens[when.last - 1]
    return when.kind in ("date", "period", "set") or (when.kind == "duration" and (last.form.case == "loc" or _is_inside(scene, when)))


def _is_inside(scene: Scene, when: When) -> bool:
    """ "15 gün [içinde]"."""
    tokens = scene.layout.tokens
    return when.last < len(tokens) and tokens[when.last].low in INSIDE and bare(tokens[when.last - 1].form)


def _compares(scene: Scene, when: When) -> bool:
    """ "geçen yılın aynı dönemine göre" is no period of the amount."""
    tokens, at = scene.layout.tokens, when.last
    at += 2 * (at + 2 < len(tokens) and tokens[at].low == "aynı" and tokens[at + 1].form.case == "dat")  # "geçen yıl aynı döneme göre"
    return at < len(tokens) and lemma_in(tokens[at], scene.words.compared)


def _is_of_telling(scene: Scene, when: When, until: int) -> bool:
    """ "15 Ağustos'ta yaptığı açıklamada", "dün düzenlenen basın toplantısında": when it was told, not when it was so."""
    tokens = scene.layout.tokens
    for at in range(when.last, min(until, when.last + TELLING)):
        form = tokens[at].form
        if form.verb_form in ("finite", "converb"):
            return False
        if form.verb_form == "participle" and form.suffix == "an" and form.lemma in scene.words.published:
            return True  # "çarşamba günü açıklanan enflasyon"
        if form.verb_form == "participle":
            nouns = (tokens[j] for j in range(at + 1, min(until, at + 5)) if tokens[j].form.case not in ("", "nom"))
            told = next(nouns, None)
            return told is not None and _is_aside(scene, told)
    return False


def _is_of_part(scene: Scene, when: When, until: int) -> bool:
    """ "biri 2018'de, biri [2019'da] Hanoi'de olmak üzere 2 kez": a time of the parts that are told, but "2023'te 5'i çocuk olmak üzere 12 kişi"."""
    tokens = scene.layout.tokens
    for at in range(when.last, min(when.last + PARTS, until - 1)):
        if tokens[at].low == "olmak" and tokens[at + 1].low == "üzere":
            return tokens[at - 1].form.case == "loc" or at == when.last
        if tokens[at].form.verb_form or (scene.taken[at] and any(q.first == at and q.value != 1 for q in scene.quantities)):
            return False
    return False


def _is_of_attribute(scene: Scene, when: When, until: int) -> bool:
    """ "[bugün] 3 milyar dolar olan ticareti 5 milyar dolara": a time that tells what another amount was, in an attribute."""
    tokens = scene.layout.tokens
    return any(tokens[at].low == "olan" and scene.taken[at - 1] for at in range(when.last + 1, min(when.last + TELLING, until)))


def _is_of_doer(scene: Scene, when: When, until: int) -> bool:
    """ "2 Mart'ta göreve gelen [başbakan], 40 büyükelçi atadı": a time in a clause that tells who somebody is, or what something is for."""
    at = _nominalised(scene, when, until, ("participle",))
    if at < 0:
        return False
    form = scene.layout.tokens[at].form
    if form.suffix == "dik" and _is_named_with(scene, at + 1):
        return True
    if scene.layout.tokens[when.last - 1].low in UNTIL and scene.layout.tokens[at + 1].low == "en":
        return True  # "bugüne kadar sağladığı [en] büyük kredi olan krediye 25 banka"
    if form.possessive or form.suffix not in ("an", "acak"):
        return False
    return _is_of_length(scene, at + 1, until) or _is_doer(scene, at + 1, until)


def _is_named_with(scene: Scene, at: int) -> bool:
    """ "geçen ay ziyaret ettiği [Peru'yla] ticareti": what was done to a name tells nothing of what is shared with it."""
    named = scene.mentions.at(at)
    return named is not None and named.first == at and named.kind in ("state", "name") and named.case == "ins"


def _is_of_length(scene: Scene, first: int, until: int) -> bool:
    """ "nisanda yürürlüğe giren [10 günlük] ateşkesin 3 hafta uzatıldığı": when the first began is no period of the second."""
    last = min(first + 3, until)
    return any(scene.taken[at] and scene.layout.tokens[at].low.endswith(("lık", "lik", "luk", "lük")) for at in range(first, last))


def _is_of_deed(scene: Scene, when: When, until: int) -> bool:
    """ "2014'te başlattığı çatışmalarda", "19 Temmuz'da saldırıya uğramasını gerekçe göstererek": when another thing began or was done."""
    if any(token.low in OPEN for token in scene.layout.tokens[when.last : when.last + 2]):
        return False
    at = _nominalised(scene, when, until, ("participle", "verbal_noun"))
    if at < 0:
        return False
    form = scene.layout.tokens[at].form
    if form.verb_form == "participle":
        return (form.suffix in ("dik", "an") and form.lemma in scene.words.starts) or _is_of_claim(scene.layout.tokens, at)
    return form.suffix == "ma" and (form.case == "acc" or _is_past_by(scene.layout.tokens, at))


def _is_past_by(tokens: list[Token], at: int) -> bool:
    """ "dün karar alınmasının [ardından]", "üyeliğin onaylanmasına [rağmen]": a deed that was over, or did not matter, by then."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.low in PAST_BY.get(tokens[at].form.case, ())


def _is_of_claim(tokens: list[Token], at: int) -> bool:
    """ "90 yıl önce sürüldüklerini [öne süren] ailelerin davasında": what somebody says who is named by it."""
    form = tokens[at].form
    if form.suffix not in ("dik", "acak") or form.case not in ("acc", "dat"):
        return False
    if form.case == "dat":
        return at + 1 < len(tokens) and tokens[at + 1].low == "yönelik"  # "gelecek ay [artıracağına yönelik] beklenti"
    return any(token.form.suffix == "an" and token.form.verb_form == "participle" for token in tokens[at + 1 : at + 3])


def _nominalised(scene: Scene, when: When, until: int, forms: tuple[str, ...]) -> int:
    """The first verb behind a time that another noun or verb takes (a verbal noun with its doer), where it is one of these forms; else -1."""
    tokens = scene.layout.tokens
    if tokens[when.last - 1].low in OPEN:
        return -1
    for at in range(when.last, min(until, when.last + TELLING)):
        form = tokens[at].form
        if (scene.taken[at] and not tokens[at].low.endswith(ORDINAL)) or form.verb_form in ("finite", "converb"):
            return -1  # but "2024 yılında ikinci sırada yer alan banka"
        if form.verb_form in forms and (form.verb_form == "participle" or form.possessive):
            return at
    return -1


def _is_doer(scene: Scene, first: int, until: int) -> bool:
    """Does the phrase from token `first` on name an owner ("şirketin"), an actor ("dernek, …"), or what it is "için"?"""
    tokens = scene.layout.tokens
    for at in range(first, until):
        form = tokens[at].form
        if tokens[at].kind != "word" or scene.taken[at] or form.case not in ("", "nom", "gen"):
            return False
        if form.case == "gen":
            following = tokens[at + 1]  # "ateşkesin ardından", "göçmenlerin saldırısında": when it was
            return following.form.case not in ("loc", "abl") or following.low.endswith("ki")
        if at + 1 < until and tokens[at + 1].text == ",":
            return True
        if at + 1 < until and tokens[at + 1].low == "için":
            return True
    return False


def _is_aside(scene: Scene, noun: Token) -> bool:
    """Is a clause about this noun no time of the amount: "açıklamada", "ankete göre", "anlaşma kapsamında"?"""
    following = scene.layout.tokens[noun.index + 1] if noun.index + 1 < len(scene.layout.tokens) else noun
    doing = noun.low[: len(noun.form.lemma) + 2] if noun.form.verb_form == "verbal_noun" else noun.form.lemma  # "konuşma|da"
    told = doing in scene.words.tellings or lemma_in(noun, scene.words.tellings) or (lemma_in(noun, scene.words.sources) and following.low == "göre")
    return told or (noun.form.lemma in scene.words.frames and bool(noun.form.possessive))


def _reaches(scene: Scene, when: When, until: int) -> bool:
    """Does the time hold beyond a finished clause? One at the head of the sentence does, and one of an event told in a clause of its own
    ("3 Mart'tan bu yana düzenlediği baskınlarda 40 kişi öldü, 120 kişi yaralandı"); one inside the first clause does not."""
    tokens = scene.layout.tokens
    done = next((at for at in range(when.last, until) if _is_done(tokens, at)), None)
    if done is None or _begins(scene, when) or any(token.low == "ise" for token in tokens[done:until]):
        return True  # "… yüzde 12 azaldı, ihracat ise yüzde 3 arttı"
    if any(when.last <= quantity.first < done and tokens[quantity.first].low != "bir" for quantity in scene.quantities):
        return True  # "şu ana kadar 40 kişi öldü, 120 kişi yaralandı"
    return any(tokens[at].form.verb_form == "participle" for at in range(when.last, min(done, when.last + TELLING)))


def _is_clear(scene: Scene, when: When, until: int) -> bool:
    """Does the time stand before the amount in its own clause: no verb between that is told of before ("2 hafta içinde [gideceğini] ve …")?"""
    tokens = scene.layout.tokens
    told = any(token.form.suffix in ("dik", "acak") and token.form.case == "acc" for token in tokens[when.last : until])
    return when.last <= until and not told and _reaches(scene, when, until)


def _begins(scene: Scene, when: When) -> bool:
    """Does the time stand at the head of its sentence, but for an "ancak" or the like?"""
    at = when.first - 1
    while at >= 0 and scene.layout.tokens[at].form.pos in ("CCONJ", "ADV") and scene.places[at] == scene.places[when.first]:
        at -= 1
    token = scene.layout.tokens[at]
    return at < 0 or scene.places[at] != scene.places[when.first] or (token.kind == "punct" and token.text != ",")


def _is_done(tokens: list[Token], at: int) -> bool:
    """Does a clause end here: a finite verb, or one in "-mış" before a comma or "ve"?"""
    form = tokens[at].form
    if form.pos != "VERB":
        return False
    joined = at + 1 < len(tokens) and tokens[at + 1].text in (",", "ve")
    return form.verb_form == "finite" or (form.verb_form == "participle" and form.suffix == "mis" and not form.possessive and joined)
