"""The endings a known stem may carry: "yılının" is yıl + possessive + genitive.

Stems of numbers, units and dates are closed sets, so their endings are read here by vowel harmony, without guessing.
"""

from __future__ import annotations

import re
from typing import Final

from mypy_extensions import mypyc_attr

_BACK: Final = "aıou"
_ROUND: Final = "ouöü"
_VOWELS: Final = "aeıioöuü"
_APOSTROPHES: Final = "'’‘´`ʼ′"

_H: Final = "[ıiuü]"
_A: Final = "[ae]"
_AFTER_CONSONANT: Final = rf"(?P<gen>{_H}n)|(?P<abl>[dt]{_A}n)|(?P<loc>[dt]{_A})|(?P<ins>l{_A})|(?P<equ>[cç]{_A})|(?P<acc>{_H})|(?P<dat>{_A})"
_AFTER_VOWEL: Final = rf"(?P<gen>n{_H}n)|(?P<abl>[dt]{_A}n)|(?P<loc>[dt]{_A})|(?P<ins>yl{_A})|(?P<equ>[cç]{_A})|(?P<acc>y{_H})|(?P<dat>y{_A})"
_POSSESSED: Final = rf"(?:(?P<pgen>n{_H}n)|(?P<pabl>nd{_A}n)|(?P<ploc>nd{_A})|(?P<pins>yl{_A})|(?P<pequ>nc{_A})|(?P<pacc>n{_H})|(?P<pdat>n{_A}))?"
_OURS: Final = (
    rf"(?P<ours>{{link}}m{_H}z|{{link}}m)(?:(?P<oacc>{_H})|(?P<odat>{_A})|(?P<oloc>d{_A})|(?P<oabl>d{_A}n)|(?P<ogen>{_H}n)|(?P<oins>l{_A}))?"
)
_PREFIX: Final = rf"(?P<ordinal>{_H}?nc{_H})?(?P<each>ş?{_A}r(?![{_VOWELS}]))?(?P<lik>l{_H}[kğ])?(?P<plural>l{_A}r)?"
_KI: Final = rf"(?P<ki>k[iü](?:l{_A}r)?(?:n{_H}n|nd{_A}n|nd{_A}|n{_H}|n{_A}|yl{_A})?)?"
_COPULA: Final = (
    rf"(?P<copula>y?[dt]{_H}r?(?:l{_A}r|ki|m|k)?|ym{_H}ş(?:t{_H}r?)?|m{_H}ş(?:t{_H}r?)?|ys{_A}|s{_A}|ken|yken|y{_H}m|{_H}m|y{_H}z|s{_H}n(?:{_H}z)?)?"
)


_OPENING: Final = frozenset("aeıiuücçdklmnsşty")  # what an ending may begin with,
_BEFORE_ANY: Final = frozenset("aeıiuümny")  # and what of it may have another letter behind it than a vowel


def _pattern(cases: str, own: str, link: str) -> re.Pattern[str]:
    tails = rf"(?:{cases}|(?P<own>{own}){_POSSESSED}|{_OURS.format(link=link)})?"
    return re.compile(rf"^{_PREFIX}{tails}{_KI}{_COPULA}$")


_CONSONANT_PATTERN: Final = _pattern(_AFTER_CONSONANT, _H, _H)
_VOWEL_PATTERN: Final = _pattern(_AFTER_VOWEL, f"s{_H}", "")


_AFTER_KI: Final = re.compile(
    rf"^{_PREFIX}(?:(?P<gen>n{_H}n)|(?P<abl>nd{_A}n)|(?P<loc>nd{_A})|(?P<ins>yl{_A})|(?P<acc>n{_H})|(?P<dat>n{_A}))?(?P<own>(?!))?(?P<ours>(?!))?(?P<ki>(?!))?{_COPULA}$"
)


@mypyc_attr(acyclic=True)
class Ending:
    """What stands after a stem.

    case: nom acc dat loc abl gen ins equ ("acc" may be a bare possessive too: then `own`). own: third person
    possessive possible; ours: first person. ordinal, each (distributive), lik, plural, ki, copula: was there such a suffix?
    case_at: where the case ending begins, counted from the end of the stem (a relational -ki and a copula fall with it).
    """

    __slots__ = ("case", "case_at", "copula", "each", "ki", "length", "lik", "ordinal", "ordinal_length", "ours", "own", "plural")

    def __init__(self) -> None:
        self.case = "nom"
        self.own = False
        self.ours = False
        self.ordinal = False
        self.ordinal_length = 0
        self.each = False
        self.lik = False
        self.plural = False
        self.ki = False
        self.copula = False
        self.length = 0
        self.case_at = 0


BARE: Final = Ending()
_BEHIND_CONSONANT: Final = 0
_BEHIND_VOWEL: Final = 1
_SET_OFF: Final = 2
_KI_BEHIND: Final = 3
_KNOWN: Final[list[dict[str, Ending | None]]] = [{}, {}, {}, {}]
_MOST: Final = 20_000  # strings behind stems that are remembered of each kind
_CASE_GROUPS: Final = ("gen", "abl", "loc", "ins", "equ", "acc", "dat")


def read(stem: str, rest: str, harmony: str = "", free: bool = False) -> Ending | None:
    """The ending `rest` of `stem`, or None where it is none. `free` asks for no harmony (after an apostrophe)."""
    if not rest:
        return BARE
    if len(stem) > 3 and stem.endswith("ki"):
        return _remembered(_KI_BEHIND, rest)
    if free:
        return _remembered(_SET_OFF, rest)
    last = harmony or _last_vowel(stem)
    if not last or not _harmonic(last, rest):
        return None
    return _remembered(_BEHIND_VOWEL if stem[-1] in _VOWELS else _BEHIND_CONSONANT, rest)


def _remembered(kind: int, rest: str) -> Ending | None:
    """What stands behind a stem of a kind, read once: endings are few, and most of what follows a known stem is none."""
    known = _KNOWN[kind]
    if rest in known:
        return known[rest]
    if len(known) == _MOST:
        known.clear()
    found = _matched(kind, rest)
    known[rest] = ending = _ending(found, rest) if found else None
    return ending


def _matched(kind: int, rest: str) -> re.Match[str] | None:
    if not _may_begin(rest):
        return None
    if kind == _KI_BEHIND:
        return _AFTER_KI.match(rest)
    if kind == _SET_OFF:
        return _CONSONANT_PATTERN.match(rest) or _VOWEL_PATTERN.match(rest)
    if kind == _BEHIND_VOWEL:
        return _VOWEL_PATTERN.match(rest) or _derived(_CONSONANT_PATTERN, rest)
    return _CONSONANT_PATTERN.match(rest) or _derived(_VOWEL_PATTERN, rest)


def _may_begin(rest: str) -> bool:
    """May an ending begin so? Much of what stands behind a stem by chance does not, which is told without a pattern."""
    return rest[0] in _OPENING and (rest[0] in _BEFORE_ANY or rest[1:2] in _VOWELS)


def _derived(pattern: re.Pattern[str], rest: str) -> re.Match[str] | None:
    """Behind -ncı, -lık and -lar the next ending follows their last letter, not the stem's."""
    if "l" not in rest and "nc" not in rest:
        return None
    found = pattern.match(rest)
    return found if found is not None and (found["ordinal"] or found["lik"] or found["plural"]) else None


def _last_vowel(stem: str) -> str:
    for letter in reversed(stem):
        if letter in _VOWELS:
            return letter
    return ""


def _harmonic(last: str, rest: str) -> bool:
    """Does the first vowel of the ending follow the stem's last one?"""
    if rest.startswith(("ki", "kü")):
        return True
    rest = rest.removesuffix("ken")  # the only one that follows no vowel ("dolarken")
    for letter in rest:
        if letter in _VOWELS:
            back = last in _BACK
            if letter in "ae":
                return (letter == "a") == back
            return letter == ("u" if back else "ü") if last in _ROUND else letter == ("ı" if back else "i")
    return True


def _ending(found: re.Match[str], rest: str) -> Ending:
    groups = found.groupdict()
    ending = Ending()
    ending.length = len(rest)
    ending.ordinal = bool(groups["ordinal"])
    ending.ordinal_length = len(groups["ordinal"] or "")
    ending.each = bool(groups["each"])
    ending.lik = bool(groups["lik"])
    ending.plural = bool(groups["plural"])
    ending.own = bool(groups["own"]) or bool(groups["acc"])
    ending.ours = bool(groups["ours"])
    ending.ki = bool(groups["ki"])
    ending.copula = bool(groups["copula"])
    _set_case(ending, found, groups)
    return ending


def _set_case(ending: Ending, found: re.Match[str], groups: dict[str, str | None]) -> None:
    for name in _CASE_GROUPS:
        for prefix in ("", "p", "o"):
            group = prefix + name
            if groups.get(group):
                ending.case, ending.case_at = name, found.start(group)
                return
    starts = [found.start(g) for g in ("ki", "copula") if groups[g]]
    ending.case_at = min(starts) if starts else ending.length


def is_apostrophe(letter: str) -> bool:
    """Is it one of the marks that set a suffix off?"""
    return letter in _APOSTROPHES
