"""How many bits each swap of variants.yaml speaks for spinning, counted in ordinary news.

usage: python tools/weigh_variants.py ARTICLES.jsonl.gz...      writes src/tutanak/languages/tr/variant_weights.yaml

A word that stands in place of another is told from an ordinary use of it by how often each occurs: if news say
"görüşme" 900 times and "mülakat" 3 times, a swapped text holds the second some SWAPPED * 900 times as well. The
weight is log2 of what a swapped text would hold over what an ordinary one does, at most MOST.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from math import log2
from pathlib import Path

import orjson

from tutanak.languages.variants import Variant, Variants, variants
from tutanak.text import as_it_stands
from tutanak.text.layout import Layout
from tutanak.text.swaps import swaps

TARGET = Path(__file__).resolve().parent.parent / "src" / "tutanak" / "languages" / "tr" / "variant_weights.yaml"
SWAPPED = 0.25  # the share of a word's uses that a swapped text puts otherwise, in any one way
FEW = 0.5  # added to counts: what was not seen may still occur
MOST = 7.0


def layouts(paths: list[str]) -> Iterator[Layout]:
    """The articles of gzipped JSONL files, laid out without rereading swaps."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield as_it_stands(orjson.loads(line)["text"])


def counts(paths: list[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each swap (by rule) and each usual word or phrase occurs."""
    shown: Counter[str] = Counter()
    usual: Counter[str] = Counter()
    known = Variants(variants().all, least=0.0)
    phrases = {v.meant for v in known.all}
    longest = max(len(p.split()) for p in phrases)
    for layout in layouts(paths):
        shown.update(v.rule for s in swaps(layout, known) for v in (s.variant, *s.others))
        usual.update(p for p in _runs(layout, longest) if p in phrases)
    return shown, usual


def _runs(layout: Layout, longest: int) -> Iterator[str]:
    """Runs of lemmas, the last word also as it stands ("devlet başkan", "nedeniyle")."""
    lemmas = [t.forms[0].lemma for t in layout.tokens]
    lows = [t.low for t in layout.tokens]
    for end in range(1, len(lemmas) + 1):
        for start in range(max(0, end - longest), end):
            yield from {" ".join(lemmas[start:end]), " ".join(lows[start:end]), " ".join([*lows[start : end - 1], lemmas[end - 1]])}


def weight(variant: Variant, shown: Counter[str], usual: Counter[str]) -> float:
    """Bits, from 0 to MOST."""
    there = shown[variant.rule] + FEW
    return min(MOST, max(0.0, log2((there + SWAPPED * usual[variant.meant]) / there)))


def main(paths: list[str]) -> None:
    shown, usual = counts(paths)
    rows = sorted((v.rule.partition("variants:")[2], weight(v, shown, usual)) for v in variants().all)
    head = "# Written by tools/weigh_variants.py: bits that each swap of variants.yaml speaks for spinning.\n"
    TARGET.write_text(head + "".join(f'"{pair}": {bits:.1f}\n' for pair, bits in rows), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:]) if len(sys.argv) > 1 else sys.exit(__doc__)
