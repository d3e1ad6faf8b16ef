"""Phrases of known words: "en az", "deniz mili", "ABD doları", "üzeri" in the locative.

In the pack a phrase is written in base forms; `word+case` asks for an ending ("üzeri+loc").
"""

from __future__ import annotations

from mypy_extensions import mypyc_attr

from tutanak.mentions.numeral_marks import Lexicon, Stream


@mypyc_attr(acyclic=True)
class Phrase:
    """Words in a row, the case each must have ("" for any), and what they mean."""

    __slots__ = ("cases", "meaning", "says", "words")

    def __init__(self, says: str, meaning: str) -> None:
        parts = [word.partition("+") for word in says.split()]
        self.words = [part[0] for part in parts]
        self.cases = [part[2] for part in parts]
        self.says = says
        self.meaning = meaning


class Phrases:
    """A set of phrases, found forwards by their first word or backwards by their last."""

    __slots__ = ("by_first", "by_last")

    def __init__(self) -> None:
        self.by_first: dict[str, list[Phrase]] = {}
        self.by_last: dict[str, list[Phrase]] = {}

    def add(self, lexicon: Lexicon, says: str, meaning: str, trigger: int = 0, harmony: str = "") -> None:
        """Enter a phrase; its words become known, the first one with the trigger."""
        phrase = Phrase(says, meaning)
        for place, word in enumerate(phrase.words):
            if word[0].isalnum():
                last = place == len(phrase.words) - 1
                lexicon.enter(word, trigger if place == 0 else 0, harmony if last else "")
        self.by_first.setdefault(phrase.words[0], []).append(phrase)
        self.by_last.setdefault(phrase.words[-1], []).append(phrase)
        self.by_first[phrase.words[0]].sort(key=_longest_first)
        self.by_last[phrase.words[-1]].sort(key=_longest_first)

    def match(self, s: Stream, i: int) -> Phrase | None:
        """The longest phrase that begins at piece `i`."""
        rows = self.by_first.get(s.at(i).stem)
        if rows is not None:  # of few words
            for phrase in rows:
                if self.fits(s, i, phrase):
                    return phrase
        return None

    def match_before(self, s: Stream, i: int) -> Phrase | None:
        """The longest phrase that ends just before piece `i`."""
        rows = self.by_last.get(s.at(i - 1).stem)
        if rows is not None:
            for phrase in rows:
                if self.fits(s, i - len(phrase.words), phrase):
                    return phrase
        return None

    def fits(self, s: Stream, i: int, phrase: Phrase) -> bool:
        """Does the phrase stand at piece `i`?"""
        last = len(phrase.words) - 1
        for place, word in enumerate(phrase.words):
            mark = s.at(i + place)
            if mark.stem != word:
                return False
            case = phrase.cases[place]
            if case:
                if mark.ending.case != case:
                    return False
            elif place < last and mark.ending.length and mark.kind == "word":
                return False
        return True


def _longest_first(phrase: Phrase) -> int:
    return -len(phrase.words)
