"""The closed sets of names and heads, as tables that the scan asks once a word."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from mypy_extensions import mypyc_attr

from tutanak.languages import Pack, load
from tutanak.languages.variants import variants
from tutanak.mentions.endings import CASES, Ending, forms, harmonious, people_of
from tutanak.text import casing
from tutanak.text.layout import SIGNS, Token, place_for_notes

OFFICE, ORGAN, BODY, PLACE, LOOSE, PRESS, COMMON_BODY, COMMON_PLACE, UNNAMED = 1, 2, 4, 8, 16, 32, 64, 128, 256


_FRONT: Final = 4  # letters that most names do not share with any that takes endings
_SHORT_ORGAN: Final = 5  # letters: the case of a shorter one may be another word ("Dumanın")
_NO_CASE: Final = frozenset(["lar", "ler", "ları", "leri"])


@mypyc_attr(acyclic=True)
class Known:
    """A name of a closed set. kind: state nation capital place body; name: as listed; state: its code or None.

    words: lower case. full: the long form, where `name` is an acronym. flags: press platform seat.
    """

    __slots__ = ("bare", "flags", "key", "kind", "name", "state", "words")

    def __init__(self, words: tuple[str, ...], kind: str, name: str, state: str | None, key: str, flags: tuple[str, ...] = ()) -> None:
        self.words = words
        self.kind = kind
        self.name = name
        self.state = state
        self.key = key
        self.flags = flags
        self.bare = "bare" in flags


@mypyc_attr(acyclic=True)
class Alone:
    """What a word names by itself. rows: the names of closed sets that begin with it; people: whose people it is a case of ("Filistinlilerin")."""

    __slots__ = ("people", "rows")

    def __init__(self, rows: list[Known] | None, people: Known | None) -> None:
        self.rows = rows
        self.people = people


@mypyc_attr(acyclic=True)
class Head:
    """A form of a word that heads names: which kinds of name (bits), its stem and what its ending says."""

    __slots__ = ("bits", "ending", "rank", "stem")

    def __init__(self, stem: str, bits: int, ending: Ending, rank: str) -> None:
        self.stem = stem
        self.bits = bits
        self.ending = ending
        self.rank = rank


class Lexicon:
    """Everything the scan looks up."""

    __slots__ = (
        "abroad", "abroad_of", "adjectival", "adjectival_states", "adjectives", "after_da", "against", "among", "any_body", "armed", "arms",
        "articles", "bare_bodies", "bare_places", "before", "bodily", "bonds", "bound", "called", "callings", "capital_only", "capitals",
        "centred", "centres", "charters", "civil", "counterparts", "courtesies", "eastern", "envoys", "events", "favouring", "foreign_ends",
        "given", "going", "governments", "group_starts", "groups", "halls", "headed", "heads", "held_organs", "home_organs", "idle",
        "inflected", "inside", "kept", "kin", "kinds", "lines", "located", "lone_bodies", "lone_organs", "media", "missions", "motion",
        "nations", "near", "never", "no_towns", "of_towns", "of_unknown", "official", "one_of", "openers", "opening", "organs_in", "owned",
        "owned_only", "papers", "parted", "particles", "parts", "peoples", "personal", "place", "platforms", "portfolios", "possessed",
        "press", "quarters", "realms", "regions", "reporters", "rulers", "scholars", "seated", "sent", "services", "settled", "signed",
        "sites", "starts", "state_bodies", "states", "struck", "surname_ends", "swapped", "swapped_sign", "taken", "teams", "tellers",
        "ties", "titles", "towns", "triggers", "turkish", "units", "vague", "visited", "weekdays", "western", "within", "wordy",
    )  # fmt: skip

    def __init__(self, pack: Pack) -> None:
        self.starts: dict[str, list[Known]] = {}
        self.heads: dict[str, Head] = {}
        self.states: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        self.owned: dict[str, str] = {}
        self.within: dict[str, str] = {}  # words in a case inside a name, and the word behind: "Asya'da | İşbirliği …"
        self.place = place_for_notes()  # of what a word names by itself
        _enter_states(self, pack.section("states"), pack.section("offices")["styles"])
        _enter_places(self, pack.section("places"))
        _enter_bodies(self, pack.section("bodies"))
        for rows in self.starts.values():
            rows.sort(key=lambda known: -len(known.words))
        self.inflected: frozenset[str] = _fronts(self, ("nation", "origin", "body"))
        self.nations: frozenset[str] = _fronts(self, ("nation",))
        _enter_heads(self, pack)
        self.parts: dict[str, str] = {casing.fold(a): casing.fold(b) for a, b in pack.section("places")["parts"].items()}
        self.organs_in: dict[str, str] = pack.section("places")["organs"]
        self.towns: frozenset[str] = frozenset(pack.section("places")["towns"])
        self.regions: frozenset[str] = self.towns | frozenset(pack.section("places")["regions"])
        self.wordy: frozenset[str] = frozenset(casing.fold(name) for name in pack.section("places")["words"])
        self.signed: frozenset[str] = frozenset(pack.section("places")["signed"])
        self.centres: frozenset[str] = frozenset(pack.section("places")["heads"]["centres"])
        self.no_towns: frozenset[str] = frozenset(casing.fold(name) for name in pack.section("places")["heads"]["never"])
        self.lines: frozenset[str] = frozenset(pack.section("places")["lines"])
        self.near: frozenset[str] = frozenset(pack.section("places")["near"])
        self.centred: frozenset[str] = frozenset(pack.section("places")["centred"])
        self.going: frozenset[str] = frozenset(pack.section("places")["going"])
        self.taken: frozenset[str] = frozenset(pack.section("places")["taken"])
        self.bound: frozenset[str] = frozenset(pack.section("places")["bound"])
        self.kinds: frozenset[str] = frozenset(pack.section("places")["kinds"])
        self.settled: frozenset[str] = frozenset(pack.section("places")["settled"])
        self.quarters: frozenset[str] = frozenset(pack.section("places")["quarters"])
        self.located: frozenset[str] = frozenset(pack.section("places")["located"])
        self.among: frozenset[str] = frozenset(pack.section("places")["among"])
        self.called: frozenset[str] = frozenset(pack.section("places")["called"])
        self.bare_places: frozenset[str] = frozenset(pack.section("places")["heads"]["bare"])
        self.platforms: frozenset[str] = frozenset(pack.section("reporting")["platforms"])
        self._take_bodies(pack.section("bodies")["heads"])
        self._take_offices(pack.section("offices"))
        self._take_titles(pack.section("titles"))
        self._take_given(pack.section("given_names"))
        self._take_actors(pack.section("actors"))
        self.triggers: frozenset[str] = _triggers(self)
        self.headed = SIGNS.of_words((), self.heads)
        self.swapped: dict[str, Head] | None = None  # made for the first article
        self.swapped_sign = 0
        self.opening = SIGNS.of_words((), self.triggers | self.group_starts, lambda word: word.capital or word.text[0].isdigit())

    def _take_bodies(self, heads: dict[str, list[str]]) -> None:
        self.adjectival: frozenset[str] = frozenset(heads["adjectival"])
        self.bodily: frozenset[str] = frozenset(heads["before"])
        self.one_of: frozenset[str] = frozenset(heads["one_of"])
        self.never: frozenset[str] = frozenset(heads["never"])
        self.arms: frozenset[str] = frozenset(heads["arms"])
        self.armed: frozenset[str] = frozenset(heads["armed"])
        self.halls: frozenset[str] = frozenset(heads["halls"])
        self.sites: frozenset[str] = frozenset(heads["sites"])
        self.of_towns: frozenset[str] = frozenset(heads["of_towns"])
        self.bonds: frozenset[str] = frozenset(heads["bonds"])
        self.events: frozenset[str] = frozenset(heads["events"])
        self.against: frozenset[str] = frozenset(heads["with"])
        self.favouring: frozenset[str] = frozenset(heads["for"])
        self.civil: frozenset[str] = frozenset(heads["civil"])
        self.charters: frozenset[str] = frozenset(heads["charters"])
        self.services: frozenset[str] = frozenset(heads["services"])
        self.ties: frozenset[str] = frozenset(heads["ties"])
        self.units: frozenset[str] = frozenset(heads["units"])
        self.held_organs: frozenset[str] = frozenset(heads["held"])
        self.home_organs: frozenset[str] = frozenset(heads["home"])
        self.missions: frozenset[str] = frozenset(heads["missions"])
        self.lone_organs: frozenset[str] = frozenset(heads["alone"])
        self.bare_bodies: frozenset[str] = frozenset(heads["bare"])
        self.lone_bodies: frozenset[str] = frozenset(heads["lone"])
        self.state_bodies: frozenset[str] = frozenset(heads["of_state"])
        self.press: frozenset[str] = frozenset(heads["again"])
        self.any_body: frozenset[str] = frozenset(heads["any"])
        self.media: frozenset[str] = frozenset(heads["media"])
        self.papers: frozenset[str] = frozenset(heads["papers"])
        self.seated: frozenset[str] = frozenset(heads["seated"])
        self.official: frozenset[str] = frozenset(heads["owned"])
        self.governments: frozenset[str] = frozenset(heads["governments"])

    def _take_offices(self, offices: dict[str, Any]) -> None:
        self.inside: frozenset[str] = frozenset(offices["inside"])
        self.abroad: frozenset[str] = frozenset(offices["abroad"])
        self.abroad_of: tuple[str, ...] = tuple(offices["abroad_of"])
        self.portfolios: frozenset[str] = frozenset(offices["portfolios"])
        self.before: frozenset[str] = frozenset(offices["before"])
        self.of_unknown: frozenset[str] = frozenset(offices["of_unknown"])
        self.kept: frozenset[str] = frozenset(offices["kept"])
        self.counterparts: frozenset[str] = frozenset(row["says"] for row in offices["heads"] if row.get("counterpart"))
        self.envoys: frozenset[str] = frozenset(offices["envoys"])
        self.owned_only: frozenset[str] = frozenset(offices["owned_only"])
        self.rulers: frozenset[str] = frozenset(offices["rulers"])
        self.realms: frozenset[str] = frozenset(offices["realms"])
        self.teams: frozenset[str] = frozenset(offices["teams"])
        self.motion: frozenset[str] = frozenset(offices["motion"])
        self.reporters: frozenset[str] = frozenset(offices["reporters"])
        self.scholars: frozenset[str] = frozenset(offices["scholars"])
        self.possessed: frozenset[str] = frozenset(offices["possessed"])
        self.struck: frozenset[str] = frozenset(offices["struck"])
        self.visited: frozenset[str] = frozenset(offices["visited"])
        self.parted: frozenset[str] = frozenset(offices["parted"])
        self.sent: frozenset[str] = frozenset(offices["sent"])
        self.idle: frozenset[str] = frozenset(offices["idle"])
        self.capital_only: frozenset[str] = frozenset(row["says"] for row in offices["heads"] if row.get("capital"))

    def _take_titles(self, titles: dict[str, Any]) -> None:
        self.titles: frozenset[str] = frozenset(word for kind in ("courtesy", "learning", "rank", "religion") for word in titles[kind])
        self.courtesies: frozenset[str] = frozenset(titles["courtesy_after"])
        self.callings: frozenset[str] = _callings([word.split()[-1] for word in titles["calling"] + titles["human"]])
        self.kin: frozenset[str] = frozenset(titles["kin"])
        self.particles: frozenset[str] = frozenset(titles["particles"])
        self.articles: frozenset[str] = frozenset(titles["articles"])
        self.after_da: frozenset[str] = frozenset(titles["after_da"])
        self.peoples: frozenset[str] = frozenset(titles["peoples"])
        self.tellers: frozenset[str] = frozenset(titles["tellers"])
        self.personal: frozenset[str] = frozenset(titles["personal"])
        openers: list[str] = titles["openers"]
        self.weekdays: frozenset[str] = frozenset(openers[openers.index("pazartesi") : openers.index("pazar") + 1])
        self.openers: frozenset[str] = frozenset(openers) | _months(openers)

    def _take_given(self, names: dict[str, list[str]]) -> None:
        self.turkish: frozenset[str] = frozenset(casing.fold(name) for name in names["turkish"])
        self.foreign_ends: tuple[str, ...] = tuple(names["foreign_ends"])
        self.surname_ends: tuple[str, ...] = ("oğlu", *self.foreign_ends)
        self.eastern: frozenset[str] = frozenset(casing.fold(name) for name in names["eastern"])
        self.western: frozenset[str] = frozenset(casing.fold(name) for name in names["western"])
        self.given: frozenset[str] = self.turkish | self.eastern | self.western

    def _take_actors(self, actors: dict[str, Any]) -> None:
        self.vague: frozenset[str] = frozenset(actors["vague"])
        self.adjectives: frozenset[str] = frozenset(actors["adjectives"])
        self.groups: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]] = {}  # by the first three letters
        for row in actors["groups"]:
            self.groups.setdefault(row["says"].split()[0][:3], []).append((tuple(row["says"].split()), row))
        self.group_starts: frozenset[str] = _group_starts([words for rows in self.groups.values() for words, _ in rows])
        self.adjectival_states: dict[str, frozenset[str]] = {name: frozenset(nouns) for name, nouns in actors["adjectival_states"].items()}

    def meant_sign(self) -> int:
        """Of the words that stand for heads in a spun article."""
        if not self.swapped_sign:
            self.swapped_sign = SIGNS.of_words((), self.meant_heads())
        return self.swapped_sign

    def meant_heads(self) -> dict[str, Head]:
        """The forms of what machines put in the place of heads ("Nazırı" for "Bakanı"): heads in a spun article, elsewhere by their place alone."""
        if self.swapped is None:
            self.swapped = {}
            for variant in variants().all:
                meant = self.heads.get(variant.meant)
                if len(variant.says) == 1 and meant is not None:
                    for form, ending in forms(variant.says[0]).items():
                        self.swapped.setdefault(form, Head(meant.stem, meant.bits, ending, meant.rank))
        return self.swapped

    def is_adjective(self, tokens: list[Token], at: int) -> bool:
        """Is a state's name the adjective of what stands behind it in a title ("İktisadi ve Mali İşbirliği Anlaşması")?"""
        governed = self.adjectival_states.get(tokens[at].low)
        after = tokens[at + 1] if governed is not None and at + 1 < len(tokens) else None
        if governed is None or after is None or not any(form.lemma in governed for form in after.forms):
            return False
        return after.capital or (tokens[at].base_end == tokens[at].end and not after.form.possessive)  # "Mali yardım", not "Mali krizi"

    def people_with_endings(self, base: str) -> Known | None:
        """The people or state organ that `base` is a case of, without an apostrophe ("Filistinlilerin", "Senatoda"), or None."""
        if not begins(base, self.inflected):
            return None
        for size in range(1, min(10, len(base) - 3)):
            rows = self.starts.get(base[:-size])
            if rows is not None and base[-size:] in CASES and harmonious(base[:-size], base[-size:]):
                for row in rows:
                    if len(row.words) == 1 and (row.kind in ("nation", "origin") or bears_endings(row, base[-size:])):
                        return row
        return None


def bears_endings(row: Known, ending: str) -> bool:
    """Does this body's one word take endings without an apostrophe: a plural ("Husilerin"), an organ's longer name?"""
    if row.kind != "body":
        return False
    organ = "organ" in row.flags and len(row.words[0]) > _SHORT_ORGAN and ending not in _NO_CASE
    return organ or row.words[0].endswith(("ler", "lar"))


def _enter(lexicon: Lexicon, name: str, kind: str, listed: str, state: str | None, key: str, flags: tuple[str, ...] = ()) -> None:
    low = casing.fold(name)
    words = tuple(low.split())
    if "'" in low:
        words = _without_cases(lexicon, words)
    rows = lexicon.starts.setdefault(words[0], [])
    if all(row.words != words or row.kind != kind for row in rows):
        rows.append(Known(words, kind, listed, state, key, flags))


def _without_cases(lexicon: Lexicon, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name as a text's tokens have them, without their endings, which go on to the next word."""
    bases = []
    for word, following in zip(words, (*words[1:], ""), strict=True):
        base, mark, ending = word.partition("'")
        inner = mark and following and ending in CASES
        bases.append(base if inner else word)
        if inner:
            lexicon.within[word] = following
    return tuple(bases)


def _enter_states(lexicon: Lexicon, rows: list[dict[str, Any]], styles: list[str]) -> None:
    for row in rows:
        code, name = row["code"], row["name"]
        lexicon.states[code] = name
        for spelling in (name, *row.get("also", ())):
            for style in styles if " " not in spelling else ():
                _enter(lexicon, f"{spelling} {style}", "state", name, code, code)
            _enter(lexicon, spelling, "state", name, code, code)
            _enter(lexicon, people_of(casing.fold(spelling)), "nation", name, code, code)
        for people in row.get("people", ()):
            _enter(lexicon, people, "nation", name, code, code)
        flags = () if row.get("seat") is False else ("seat",)
        for town in (row.get("capital"), *row.get("towns", ())):
            if town:
                _enter(lexicon, town, "capital", town, code, town, flags)
                lexicon.capitals[casing.fold(town)] = code


def _enter_places(lexicon: Lexicon, section: dict[str, Any]) -> None:
    for name in (*section["wide"], *section["world"], *(n for names in section["by_state"].values() for n in names)):
        if " " not in name:
            _enter(lexicon, people_of(casing.fold(name)), "origin", name, None, name)
    for name in section["wide"]:
        _enter(lexicon, name, "place", name, None, name, ("wide",))
    for name in section["world"]:
        _enter(lexicon, name, "place", name, None, name)
    for code, names in section["by_state"].items():
        for name in names:
            _enter(lexicon, name, "place", name, code, name)


def _enter_bodies(lexicon: Lexicon, section: dict[str, Any]) -> None:
    fronts = {row["name"]: row["full"] for row in section["known"] if row["name"] in section["fronts"]}
    for row in section["known"]:
        if row.get("skip"):
            continue
        flags = tuple(flag for flag in ("press", "organ", "civil", "bare", "house") if row.get(flag))
        for spelling in (row["name"], row.get("full"), *row.get("also", ())):
            for way in _ways(spelling, fronts) if spelling else ():
                _enter(lexicon, way, "body", way, row.get("state"), row["name"], flags)


def _ways(spelling: str, fronts: dict[str, str]) -> tuple[str, ...]:
    """A name, and the one with its front spelt out: "BM Kalkınma Programı", "Birleşmiş Milletler Kalkınma Programı"."""
    front, _, rest = spelling.partition(" ")
    return (spelling, f"{fronts[front]} {rest}") if rest and front in fronts else (spelling,)


def _enter_head(lexicon: Lexicon, stem: str, bits: int, rank: str = "", **how: bool) -> None:
    for form, ending in forms(stem, **how).items():
        if ending.own == "3sg" and not ending.plural and ending.case == "nom" and len(form) == ending.base:
            lexicon.owned[stem] = form
        head = lexicon.heads.get(form)
        if head is None:
            lexicon.heads[form] = Head(stem, bits, ending, rank)
        elif head.stem == stem:
            head.bits |= bits


def _fronts(lexicon: Lexicon, kinds: tuple[str, ...]) -> frozenset[str]:
    """The first four letters of the names of one word of some kinds, which may take endings without an apostrophe."""
    rows = (row for rows in lexicon.starts.values() for row in rows if len(row.words) == 1)
    return frozenset(row.words[0][:_FRONT] for row in rows if row.kind in kinds)


def begins(word: str, fronts: frozenset[str]) -> bool:
    """May the folded word be a name with endings? Most are none of these, which is told at once; a name of three letters is a front itself."""
    return word[:_FRONT] in fronts or word[: _FRONT - 1] in fronts


def _enter_heads(lexicon: Lexicon, pack: Pack) -> None:
    fronted = ("general", "amiral", "santral", "kardinal", "cemaat")
    for row in pack.section("offices")["heads"]:
        if " " not in row["says"]:
            _enter_head(lexicon, row["says"], OFFICE, row.get("rank", ""), compound=row.get("compound", False), fronted=row["says"] in fronted)
    bodies, places, actors = pack.section("bodies")["heads"], pack.section("places"), pack.section("actors")
    kinds = [(bodies["organ"], ORGAN), (bodies["body"], BODY), (bodies["loose"], LOOSE), (bodies["press"], PRESS), (bodies["common"], COMMON_BODY)]
    kinds += [(places["heads"]["named"], PLACE), (places["heads"]["common"], COMMON_PLACE), (actors["unnamed"]["person"], UNNAMED)]
    for stems, bit in kinds:
        for stem in stems:
            if " " not in stem:
                _enter_head(lexicon, stem, bit, compound=stem == "cumhurbaşkanlığı", drops=stem in places["drops"], fronted=stem in fronted)


def _triggers(lexicon: Lexicon) -> frozenset[str]:
    """Lower-case words with which a phrase may begin."""
    heads = {form for form, head in lexicon.heads.items() if head.bits & (OFFICE | UNNAMED) or head.stem == "bakanlık" or head.stem in lexicon.press}
    heads |= {form for form, head in lexicon.heads.items() if head.bits & (ORGAN | BODY) and form == head.stem}
    return frozenset(heads) | lexicon.before | lexicon.titles | lexicon.callings | lexicon.kin | lexicon.inside


def _callings(stems: list[str]) -> frozenset[str]:
    """Callings bare and possessed: "uzman", "uzmanı"."""
    made = [(form, ending) for stem in stems for form, ending in forms(stem).items()]
    return frozenset(form for form, e in made if e.case == "nom" and not e.plural and e.own != "1pl" and len(form) == e.base)


def _months(openers: list[str]) -> frozenset[str]:
    """Months and weekdays in their cases: "18 Ekimde"."""
    first, last = openers.index("ocak"), openers.index("pazar")
    return frozenset(form for word in openers[first : last + 1] for form in forms(word))


def _group_starts(groups: list[tuple[str, ...]]) -> frozenset[str]:
    """The words a group may begin with; those of one word in all their cases."""
    starts: set[str] = set()
    for words in groups:
        starts.add(words[0])
        if len(words) == 1:
            stem = words[0].removesuffix("lar").removesuffix("ler")
            starts.update(forms(stem) if stem != words[0] else forms(words[0]))
    return frozenset(starts)


@cache
def turkish() -> Lexicon:
    """The tables of Turkish, made once."""
    return Lexicon(load("tr"))


@cache
def listed_bodies() -> frozenset[str]:
    """The names of the bodies of the closed set, folded."""
    return frozenset(casing.fold(known.name) for rows in turkish().starts.values() for known in rows if known.kind == "body")


@cache
def sides() -> frozenset[str]:
    """The names, folded, of the unions of states and the movements with which states treat as with another."""
    return _bodies_that("side")


@cache
def unarmed() -> frozenset[str]:
    """The names, folded, of firms and outlets, which strike nobody."""
    return _bodies_that("firm") | _bodies_that("press")


def _bodies_that(trait: str) -> frozenset[str]:
    """The names, folded, of the bodies of the closed set that have a trait."""
    keys = {row["name"] for row in load("tr").section("bodies")["known"] if row.get(trait)}
    return frozenset(casing.fold(known.name) for rows in turkish().starts.values() for known in rows if known.kind == "body" and known.key in keys)


def body_called(name: str) -> str | None:
    """The body of the closed set that goes by a name, by its key ("AB" and "Avrupa Birliği" are one)."""
    words = tuple(casing.fold(name).split())
    rows = turkish().starts.get(words[0], []) if words else []
    return next((row.key for row in rows if row.kind == "body" and tuple(row.words) == words), None)


def city_called(word: str) -> tuple[str, str] | None:
    """The known city that the one word names, and its state."""
    for row in turkish().starts.get(casing.fold(word), []):
        if len(row.words) == 1 and row.kind in ("place", "capital") and row.state is not None:
            return row.name, row.state
    return None
