"""Nouns as such: without their case endings, and bare ones."""

from __future__ import annotations

from typing import Final

from tutanak.text.layout import Form, Token

LI: Final = ("lı", "li", "lu", "lü")  # whoever or whatever has it, or is from there: "Kenyalı", "silahlı"
LIK: Final = ("lık", "lik", "luk", "lük")  # "bakanlık", "yataklık"
ORDINAL: Final = ("ncı", "nci", "ncu", "ncü")  # "2'nci"
_CASE_LENGTH: Final = {"acc": 1, "gen": 2, "dat": 1, "loc": 2, "abl": 3, "ins": 2, "equ": 2}


def own_end(token: Token, verbal: bool = False) -> int:
    """Where the word ends without its case ending ("anlaşmasının": after "anlaşması"); verbal: even if it is a verbal noun ("kısıtlamaların")."""
    if token.base_end < token.end:
        return token.base_end
    form, low = token.form, token.low
    cut = len(low) - _CASE_LENGTH.get(form.case, 0)
    if cut == len(low) or cut < 3 or (form.pos == "VERB" and not verbal):
        return token.end
    joined = low[cut - 1] == "n" if form.possessive.startswith("3") else low[cut - 1] in "ny" and low[:cut] != form.lemma
    return token.start + cut - (joined or (form.case == "ins" and low[cut - 1] == "y"))


def is_of_name(token: Token) -> bool:
    """Is it whoever is of what a name says, by the ending behind its apostrophe ("CHP'li", "PKK'lılar")?"""
    return token.base_end < token.end and token.low.startswith(LI, token.base_end - token.start + 1)


def is_bare(form: Form) -> bool:
    """Is it a noun without case and owner, such as begins a compound ("köy sakinleri")?"""
    return form.pos in ("NOUN", "PROPN") and form.case == "nom" and not form.possessive and not form.verb_form


def nominative(words: str, last: Token) -> str:
    """Words as they stand where nothing governs them; `last`: the last of them ("kapasiteyi": "kapasite", "kitabı": "kitap")."""
    form = last.form
    if form.case in ("", "nom") or form.verb_form:
        return words
    whole = last.base_end == last.end and form.number != "pl" and not form.possessive
    return words[: last.start] + form.lemma if whole and form.pos == "NOUN" else words[: own_end(last)]
