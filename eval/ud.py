"""Measure tokens, sentences and lemmas on Universal Dependencies treebanks.

usage: python eval/ud.py [--folder ../shared/suites/ud] [--errors lemmas|tokens|sentences FILE]

Surface tokens: a multiword range (6-7) is one token; its lemma is that of its first part. Sentences: a treebank's
sentences joined by one space. Lemmas: on gold tokens that the tokenizer finds too, without punctuation; "folded"
compares without case. BOUN dev is for measuring alone; nothing is learned from it.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tutanak.text import casing, lay_out

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "suites" / "ud"
FILES = ("tr_boun-ud-dev.conllu", "tr_pud-ud-test.conllu")


class Surface(NamedTuple):
    """A gold token: its form, lemma ("" or "_" where the treebank has none) and part of speech."""

    form: str
    lemma: str
    pos: str


class Gold(NamedTuple):
    text: str
    tokens: list[Surface]


def read(path: Path) -> list[Gold]:
    """The sentences of a CoNLL-U file."""
    return [_sentence(block.split("\n")) for block in path.read_text(encoding="utf-8").strip().split("\n\n")]


def _sentence(lines: list[str]) -> Gold:
    text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    tokens: list[Surface] = []
    whole, inside = "", 0
    for line in lines:
        if line.startswith("#"):
            continue
        number, form, lemma, pos, *_ = line.split("\t")
        if "-" in number:
            first, last = map(int, number.split("-"))
            whole, inside = form, last - first + 1
        elif inside:
            if whole:
                tokens.append(Surface(whole, lemma, pos))
            whole, inside = "", inside - 1
        else:
            tokens.append(Surface(form, lemma, pos))
    return Gold(text, tokens)


def placed(sentence: Gold) -> dict[tuple[int, int], Surface]:
    """Gold tokens by their place in the sentence's text."""
    found: dict[tuple[int, int], Surface] = {}
    at = 0
    for token in sentence.tokens:
        at = sentence.text.index(token.form, at)
        found[at, at + len(token.form)] = token
        at += len(token.form)
    return found


class Tally:
    """Counts of what was right, guessed and true."""

    def __init__(self) -> None:
        self.right = self.guessed = self.true = 0

    def add(self, guessed: set[tuple[int, int]], true: set[tuple[int, int]]) -> None:
        self.right += len(guessed & true)
        self.guessed += len(guessed)
        self.true += len(true)

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.guessed + self.true)


def tokens_and_lemmas(golds: list[Gold]) -> tuple[Tally, Counter[str], Counter[tuple[str, str, str, str]]]:
    """Token tally; lemmas counted as exact, folded, asked; what was missed: (form, lemma, ours, pos)."""
    tally, lemmas = Tally(), Counter[str]()
    missed: Counter[tuple[str, str, str, str]] = Counter()
    for gold in golds:
        true, layout = placed(gold), lay_out(gold.text)
        ours = {(t.start, t.end): t for t in layout.tokens}
        tally.add(set(ours), set(true))
        for place, surface in true.items():
            if surface.pos == "PUNCT" or surface.lemma in ("", "_"):
                continue
            guess = ours[place].form.lemma if place in ours else ""
            lemmas.update(asked=1, exact=guess == surface.lemma, folded=casing.fold(guess) == casing.fold(surface.lemma))
            if casing.fold(guess) != casing.fold(surface.lemma):
                missed[surface.form, surface.lemma, guess, surface.pos] += 1
    return tally, lemmas, missed


def sentences(golds: list[Gold]) -> tuple[Tally, list[str]]:
    """Sentence tally over the treebank as one line of text; the sentences missed."""
    true: set[tuple[int, int]] = set()
    at = 0
    for gold in golds:
        true.add((at, at + len(gold.text)))
        at += len(gold.text) + 1
    text = " ".join(gold.text for gold in golds)
    guessed = {(s.start, s.end) for s in lay_out(text).sentences}
    tally = Tally()
    tally.add(guessed, true)
    return tally, [f"- {text[a:b]}" for a, b in sorted(true - guessed)] + [f"+ {text[a:b]}" for a, b in sorted(guessed - true)]


def main(arguments: list[str]) -> int:
    folder = Path(arguments[arguments.index("--folder") + 1]) if "--folder" in arguments else FOLDER
    if not folder.is_dir():
        print(f"skipped: no folder {folder}", file=sys.stderr)
        return 0
    if "--errors" in arguments:
        kind, name = arguments[arguments.index("--errors") + 1 :][:2]
        return _errors(kind, folder / name)
    whole = Tally()
    for name in FILES:
        golds = read(folder / name)
        tally, lemmas, _ = tokens_and_lemmas(golds)
        exact, folded = (100 * lemmas[k] / lemmas["asked"] for k in ("exact", "folded"))
        print(f"{name}: tokens {tally.f1:.2f}  sentences {sentences(golds)[0].f1:.2f}  lemmas {exact:.2f} exact, {folded:.2f} folded")
        whole.right, whole.guessed, whole.true = whole.right + tally.right, whole.guessed + tally.guessed, whole.true + tally.true
    print(f"both: tokens {whole.f1:.2f}")
    return 0


def _errors(kind: str, path: Path) -> int:
    golds = read(path)
    if kind == "sentences":
        print("\n".join(sentences(golds)[1]))
    elif kind == "lemmas":
        for (form, lemma, ours, pos), count in tokens_and_lemmas(golds)[2].most_common():
            print(count, form, f"gold={lemma}", f"ours={ours}", pos)
    else:
        for gold in golds:
            found = {(t.start, t.end) for t in lay_out(gold.text).tokens}
            true = set(placed(gold))
            if found != true:
                print([gold.text[a:b] for a, b in sorted(true - found)], [gold.text[a:b] for a, b in sorted(found - true)])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
