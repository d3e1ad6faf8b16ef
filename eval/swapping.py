"""A machine that swaps words for synonyms, as those do that spin articles: word by word, inflected by rule, wrong senses left in.

The dictionary (eval/synonyms.tsv: lemma, synonym; verbs end in "-") was written by somebody who had seen neither the variants of the pack nor the
suite's copies: it stands for the dictionaries that nobody here has seen. Its words are no reason to add to the pack.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from tutanak.text.casing import lower, upper
from tutanak.text.layout import Form
from tutanak.text.morphology import turkish

DICTIONARY = Path(__file__).parent / "synonyms.tsv"
VOWELS = "aeıioöuü"
BACK, ROUND, HARD = "aıou", "oöuü", "fstkçşhp"
NOMINAL = ("NOUN", "ADJ", "ADV", "CCONJ", "ADP", "DET", "NUM")


def synonyms() -> dict[str, str]:
    return dict(row.split("\t") for row in DICTIONARY.read_text(encoding="utf-8").splitlines())


def reworded(text: str, known: dict[str, str], share: float, draw: Random, *, names: bool = True) -> str:
    """The text with this share of the lemmas that the dictionary knows swapped, each wherever it stands. names: words with a capital as well."""
    chosen = {lemma: synonym for lemma, synonym in known.items() if draw.random() < share}
    return "\n".join(" ".join(_swapped(word, chosen) if names or _plain(word) else word for word in line.split(" ")) for line in text.split("\n"))


def _plain(word: str) -> bool:
    return word == lower(word)


def _swapped(word: str, chosen: dict[str, str]) -> str:
    core = word.strip(".,;:!?“”\"'‘’()")
    if not core.isalpha() or not (core.islower() or core[1:].islower()):
        return word
    found = _inflected(lower(core), chosen)
    if found is None:
        return word
    return word.replace(core, upper(found[0]) + found[1:] if core[0].isupper() else found)


def _inflected(low: str, chosen: dict[str, str]) -> str | None:
    """The synonym with the endings of the word, or None where there is none."""
    form = turkish().readings_known(low)[:1]
    if not form:
        return None
    key = form[0].lemma + "-" if form[0].pos == "VERB" else form[0].lemma
    verb = form[0].pos == "VERB"
    if key not in chosen or "caus" in form[0].voice or not (verb or form[0].pos in NOMINAL):
        return None
    stem, ending = chosen[key].rstrip("-"), low[_stem_length(low, form[0]) :]
    if verb and ending[:1] == "n" and stem[-1] not in VOWELS:
        ending = "il" + ending[1:]  # the passive
    elif stem[-1] in VOWELS and len(ending) == 1 and form[0].possessive.startswith("3"):
        ending = "s" + ending
    return _with_ending(stem, ending, verb)


def _stem_length(low: str, form: Form) -> int:
    """How many letters of the word are its lemma's, a softened last letter among them."""
    length = 0
    while length < min(len(low), len(form.lemma)) and low[length] == form.lemma[length]:
        length += 1
    softened = length == len(form.lemma) - 1 and length < len(low) and low[length] in "bcdğg"
    return length + softened


def _with_ending(stem: str, ending: str, verb: bool) -> str:
    """The ending behind another stem: buffers as its last letter asks, vowels in harmony, d and c hardened."""
    if not ending:
        return stem
    open_end = stem[-1] in VOWELS
    if open_end and ending[0] in VOWELS:
        ending = ("y" if len(ending) == 1 or ending[0] in "ae" else "") + (ending if ending[0] in "ae" or len(ending) == 1 else ending[1:])
    elif not open_end and ending[0] in "ysn" and len(ending) > 1 and ending[1] in VOWELS:
        ending = ending[1:]
    if verb and stem.endswith("et"):
        stem = stem[:-1] + "d" if ending[0] in VOWELS else stem
    elif ending[0] in VOWELS and len(stem) > 3 and stem[-1] in "kç":
        stem = stem[:-1] + {"k": "ğ", "ç": "c"}[stem[-1]]
    return stem + _harmonised(stem, ending)


def _harmonised(stem: str, ending: str) -> str:
    last, told, before = next((c for c in reversed(stem) if c in VOWELS), "e"), "", stem[-1]
    for letter in ending:
        if letter in "ae":
            letter = "a" if last in BACK else "e"
        elif letter in "ıiuü":
            letter = ("u" if last in BACK else "ü") if last in ROUND else ("ı" if last in BACK else "i")
        elif letter in "dt" and before == stem[-1] and not told:
            letter = "t" if before in HARD else "d"
        last, before = letter if letter in VOWELS else last, letter
        told += letter
    return told
