"""Whose office is told beside the name: "X (Almanya Başbakanı)", "Almanya Başbakanı olan X", "Başbakanı ve ABC Genel Başkanı X"."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.lexicon import Lexicon
from tutanak.mentions.phrase import Phrase
from tutanak.mentions.tables import bare
from tutanak.text.layout import Layout, Token
from tutanak.text.morphology import MARKS

SEATED: Final = frozenset(("büyükelçi", "başkonsolos", "konsolos", "maslahatgüzar"))  # who are told with where they sit
SENT: Final = word_list("actors", "sent")
_BETWEEN: Final = 8  # words from one office to the next of the same bearer
_SPELT: Final = 3  # letters from which an acronym surely spells a body
_FORMER: Final = "eski"
_SMALL: Final = ("ve", "ile", "için")  # words that an acronym passes over
_APPOINTED: Final = 3  # words from "olarak" to the name, or to the verb
_BECOMING: Final = word_list("offices", "becoming")
_APPOINTING: Final = word_list("offices", "appointing")


def unite(phrases: list[Phrase], layout: Layout, lexicon: Lexicon) -> list[Phrase]:
    """The phrases of an article, in order, those that tell one bearer's office or offices made one; two surnames in a row parted."""
    made: list[Phrase] = []
    surnames = _surnames(phrases)
    for phrase in phrases:
        made.append(phrase)
        _take_told_after(made, layout)
        _take_told_before(made, layout, lexicon)
        _take_appointed(made, layout)
        _take_first_office(made, layout)
        _part_surnames(made, surnames, layout, lexicon)
        _join_family(made, surnames)
    return made


def know_acronyms(phrases: list[Phrase], layout: Layout) -> dict[str, str]:
    """Let an acronym that stands in brackets behind a body be that body wherever it stands: "… Koalisyonunun (ABC)", "ABC, …".

    Those that spell a body without standing behind it are told with its words: "Oslo Ticaret Birliği … OTB".
    """
    tokens, known = layout.tokens, set()
    for phrase in phrases:
        k = phrase.last
        if phrase.kind == "body" and k + 2 < len(tokens) and (tokens[k].text, tokens[k + 2].text) == ("(", ")") and tokens[k + 1].text.isupper():
            known.add(tokens[k + 1].low)
    for phrase in phrases:
        if phrase.kind == "unknown" and len(phrase.words) == 1 and phrase.words[0] in known:
            phrase.kind = "body"
    return _spelt(phrases, layout)


def _spelt(phrases: list[Phrase], layout: Layout) -> dict[str, str]:
    """The acronyms that nobody knows by the words of the one body of the article that they spell."""
    bearers: list[Phrase] = []
    for p in phrases:
        bearers.append(p)
        if p.org is not None:
            bearers.append(p.org)
    short = {p.words[0] for p in bearers if p.kind in ("unknown", "body") and _is_acronym(p, layout)}
    meant: dict[str, set[tuple[str, ...]]] = {}
    for body in bearers if short else ():
        if body.kind != "body" or body.known is not None or len(body.words) < _SPELT:
            continue
        if (acronym := "".join(word[0] for word in body.words if word and word not in _SMALL)) in short:
            meant.setdefault(acronym, set()).add(body.words)
    told = {acronym: " ".join(next(iter(words))) for acronym, words in meant.items() if len(words) == 1}
    for phrase in phrases if told else ():
        if phrase.kind == "unknown" and len(phrase.words) == 1 and phrase.words[0] in told and _is_acronym(phrase, layout):
            phrase.kind = "body"
    return told


def _is_acronym(phrase: Phrase, layout: Layout) -> bool:
    """Is it one word of three letters and more, all capitals, that no list has?"""
    token = layout.tokens[phrase.first]
    return len(phrase.words) == 1 and phrase.known is None and token.word.upper and token.word.base >= _SPELT


def _bear(name: Phrase, office: Phrase) -> None:
    """Let the name bear the office."""
    name.kind, name.cue = "person", "office"
    name.office, name.office_start, name.office_end = office.office, office.office_start, office.office_end
    name.stem, name.rank, name.org, name.owner = office.stem, office.rank, office.org, office.owner
    name.code, name.codes = office.code, office.codes
    name.inner = [*office.inner, *name.inner]


def _take_told_after(made: list[Phrase], layout: Layout) -> None:
    """ "X (Almanya Başbakanı)", "X, Almanya Başbakanı, …" at a sentence's start."""
    name, office = made[-2] if len(made) > 1 else None, made[-1]
    if name is None or name.kind != "unknown" or len(name.words) < 2 or not _is_lone(office) or office.first != name.last + 1:
        return
    mark = layout.tokens[name.last].text
    closing = layout.tokens[office.last].text if office.last < len(layout.tokens) else ""
    if (mark, closing) == ("(", ")") or ((mark, closing) == (",", ",") and name.opens):
        _bear(name, office)
        name.last = office.last + (closing == ")")
        made.pop()


def _is_lone(office: Phrase) -> bool:
    """An office of one, without its bearer, that says whose it is."""
    return office.kind == "office" and office.case == "nom" and not office.plural and bool(office.code or office.org)


def _take_told_before(made: list[Phrase], layout: Layout, lexicon: Lexicon) -> None:
    """ "Almanya Başbakanı olan X", "Almanya Başbakanı olarak atanan X", "danışmanı ve damadı X"."""
    office, name = made[-2] if len(made) > 1 else None, made[-1]
    if office is None or office.kind != "office" or office.case != "nom" or office.plural or name.kind != "unknown":
        return
    between = layout.tokens[office.last : name.first]
    related = len(between) == 2 and between[0].low == "ve" and between[1].low in lexicon.kin
    if [t.low for t in between] == ["olan"] or related or (len(between) == 1 and _appoints(between[0])):
        _bear(name, office)
        name.first = office.first
        made.pop(-2)
    elif between and between[0].low == "olarak" and len(between) <= _APPOINTED and between[-1].form.verb_form == "participle":
        _bear(name, office)
        made.pop(-2)


def _take_appointed(made: list[Phrase], layout: Layout) -> None:
    """ "X'in (de) Almanya Başbakanı olarak atandığı", "X'i büyükelçi olarak atadı"."""
    name, office = made[-2] if len(made) > 1 else None, made[-1]
    if name is None or name.kind != "unknown" or len(name.words) < 2 or name.case not in ("gen", "acc"):
        return
    too = office.first == name.last + 1 and layout.tokens[name.last].low in ("de", "da")
    if not too and office.first != name.last:
        return
    behind = layout.tokens[office.last : office.last + _APPOINTED]
    if office.kind != "office" or office.case != "nom" or office.plural or not behind:
        return
    comes = behind[0].form
    becomes = name.case == "gen" and comes.lemma in _BECOMING and comes.possessive == "3sg"  # "X'in meclis başkanı olmasıyla"
    if becomes or (behind[0].low == "olarak" and any(_appoints(token) for token in behind[1:])):
        _bear(name, office)
        name.owner = None
        made.pop()


def _appoints(token: Token) -> bool:
    """Is this a verb, or the noun of one, by which somebody comes into an office?"""
    return token.form.lemma in _APPOINTING and token.form.verb_form != "converb"


def _take_first_office(made: list[Phrase], layout: Layout) -> None:
    """Of two offices of one bearer the first counts: "Başbakanı ve ABC Partisi (ABCP) Genel Başkanı X"."""
    person = made[-1]
    if person.kind != "person" or person.cue != "office":
        return
    for k in range(len(made) - 2, max(-1, len(made) - 7), -1):
        office = made[k]
        if not _is_first_of_two(office, person, layout):
            continue
        between = [p for p in made[k + 1 : -1] if p.kind in ("body", "state", "nation")]
        inner, first = [*between, *person.inner], office.first
        joined = layout.tokens[office.last].low == "ve"
        whole = joined and not between and person.org is None and office.org is None and person.first == office.last + 1
        end = person.office_end
        person.inner = inner
        _bear(person, office)
        if whole:
            person.office, person.office_end = f"{office.office} {layout.text[office.office_end : end].lstrip()}", end
        person.first = first
        del made[k:-1]
        return


def _is_first_of_two(office: Phrase, person: Phrase, layout: Layout) -> bool:
    """Has the bearer of an office the one before "ve" too? Not where the second is another state's, or both are of bodies."""
    if office.kind != "office" or office.case != "nom" or office.plural:
        return False
    if _is_envoy_twice(office, person, layout):
        return True
    if layout.tokens[office.last].low != "ve":
        return False
    between = layout.tokens[office.last + 1 : person.first]
    if len(between) > _BETWEEN or layout.tokens[office.first].sentence != layout.tokens[person.first].sentence:
        return False
    if person.codes or (person.code and person.code != office.code) or (office.org is not None and person.org is not None):
        return False
    was = _FORMER in {t.low for t in layout.tokens[office.first : office.first + 2]}  # nobody is called by what he was alone
    return all(t.capital or t.low in ("ile", "(", ")") or (was and _is_of_name(t)) for t in between)


def _is_envoy_twice(office: Phrase, person: Phrase, layout: Layout) -> bool:
    """Is one envoy told by two posts, a comma between, whose sender stands before the first ("ABD'nin Oslo Büyükelçisi, Suriye Özel Temsilcisi X")?

    Not where the second is the partner of the first ("…, İran Özel Temsilcisi X ile").
    """
    if office.stem not in SEATED or office.owner is None or office.owner.kind != "state" or person.first != office.last + 1:
        return False
    behind = layout.tokens[person.last].low if person.last < len(layout.tokens) else ""
    apart = layout.tokens[office.last].text == "," and person.stem in SENT and person.case == "nom" and behind != "ile"
    return apart and person.owner is None and person.org is None and not person.codes


def _is_of_name(token: Token) -> bool:
    """May it stand in the name of what somebody leads ("ana muhalefet partisi “Yeni Yol” | lideri")?"""
    return token.text in MARKS or (token.kind == "word" and token.form.case == "nom" and not token.form.verb_form)


def _surnames(phrases: list[Phrase]) -> dict[str, set[tuple[str, ...]]]:
    """The names of two words and more by their last word."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        if phrase.kind in ("person", "unknown") and len(phrase.words) > 1:
            found.setdefault(bare(phrase.words[-1]), set()).add(phrase.words)
    return found


def _part_surnames(made: list[Phrase], surnames: dict[str, set[tuple[str, ...]]], layout: Layout, lexicon: Lexicon) -> None:
    """ "ABD Başkanı Obama Putin'le görüştü": two people whom the article calls by longer names, no name and surname."""
    phrase = made[-1]
    if phrase.kind not in ("person", "unknown") or len(phrase.words) != 2 or phrase.words[0] in lexicon.given:
        return
    if any(surnames.get(bare(word), set()) <= {phrase.words} for word in phrase.words):
        return
    at = phrase.last - 1
    second = Phrase("unknown", at, phrase.last, layout.tokens[at].start, phrase.end, phrase.case)
    second.words = phrase.words[1:]
    phrase.words, phrase.last, phrase.end, phrase.case = phrase.words[:1], at, layout.tokens[at - 1].base_end, "nom"
    made.append(second)


def _join_family(made: list[Phrase], surnames: dict[str, set[tuple[str, ...]]]) -> None:
    """ "Henrik Berg" and "Nil Berg": before a surname that the article has with another name, what also names a place is a given name."""
    place, name = made[-2] if len(made) > 1 else None, made[-1]
    if place is None or place.kind != "place" or place.case != "nom" or len(place.words) != 1 or place.last != name.first:
        return
    if name.kind == "unknown" and len(name.words) == 1 and bare(name.words[0]) in surnames:
        name.words, name.first, name.start, name.opens = place.words + name.words, place.first, place.start, place.opens
        name.kind = "person"
        made.pop(-2)
