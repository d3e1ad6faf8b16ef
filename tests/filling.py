"""A program of its own that fills a ledger and says how far it is: to be killed at any moment by a test.

usage: python filling.py WHERE FIRST LAST [BATCH]
"""

from __future__ import annotations

import sys

import tutanak
from tutanak.ledger import Ledger

REPORT = (
    "Azerbaycan Cumhurbaşkanı Elçin Nazarov ile Rusya Devlet Başkanı Viktor Sokolov, Bakü’de bir araya geldi.\n"
    "Sokolov, “İkili ticaret hacmi geçen yıl yüzde 12 büyüdü.” dedi. Nazarov, {n}. anlaşmanın imzalandığını söyledi.\n"
)


def main(where: str, first: int, last: int, batch: int) -> None:
    with Ledger(where) as ledger, ledger.begin(f"fill {first}", batch=batch) as run:
        print("begun", flush=True)
        for n in range(first, last):
            run.add(tutanak.read(REPORT.format(n=n), published="2031-03-04", url=f"https://example.org/{n}", language="tr"))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int((*sys.argv, "10")[4]))
