"""How well and how fast texts and pages are brought in: the articles of news as bytes and as pages, and back.

usage: python eval/bench_ingest.py [--pages 200]
"""

from __future__ import annotations

import argparse
import gzip
import html as entities
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tutanak.errors import NotText
from tutanak.ingest import Source, decode, html

NEWS = Path(__file__).resolve().parent.parent.parent / "shared" / "articles" / "news.jsonl.gz"
LENGTHS = (60, 120, 250, 500, 1000, 2500, 5000)  # characters: a guess by what bytes occur is hardest on the shortest
MENU = "".join(f"<li><a href='/b/{n}'>Bölüm {n}</a></li>" for n in range(120))
SCRIPT = "<script>" + "window.q = (window.q || []).concat([1, 2, 3]);\n" * 400 + "</script>"


def articles() -> list[str]:
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def cuts(texts: list[str]) -> Iterator[str]:
    """What of the texts windows-1254 can hold, cut at each length that they have."""
    for text in texts:
        held = text.encode("cp1254", "ignore").decode("cp1254")
        yield from (held[:length] for length in LENGTHS if len(held) >= length)


def outcome(piece: str) -> str:
    """What becomes of the piece in windows-1254 without a word on its encoding: right, wrong or refused."""
    try:
        return "right" if decode(piece.encode("cp1254")) == piece else "wrong"
    except NotText:
        return "refused"


def page(text: str) -> bytes:
    words = "".join(f"<p>{entities.escape(line)}</p>" for line in text.splitlines() if line.strip())
    body = f"<nav><ul>{MENU}</ul></nav><article><h1>Haber</h1>{words}</article>{SCRIPT}<footer><p>Her hakkı saklıdır</p></footer>"
    return f"<!DOCTYPE html><html lang='tr'><head><meta charset='utf-8'><title>Haber</title></head><body>{body}</body></html>".encode()


def squeezed(text: str) -> str:
    return " ".join(text.split())


def taken(raw: bytes) -> str | None:
    """The words of the page's article; None where the page is refused."""
    try:
        return squeezed(html.given(raw, Source("html", "page")).article.text)
    except NotText:
        return None


def report(pages: list[tuple[str, bytes]]) -> None:
    start = time.process_time()
    found = [taken(raw) for _, raw in pages]
    took = time.process_time() - start
    pairs = zip(found, (squeezed(text) for text, _ in pages), strict=True)
    told = Counter("refused" if words is None else "right" if words == text else "other" for words, text in pairs)
    size = sum(len(raw) for _, raw in pages) / len(pages) / 1000
    print(f"articles of pages to the letter: {told['right']:,} of {len(pages):,}, refused {told['refused']:,}, other {told['other']:,}")
    print(f"{len(pages) / took:.0f} pages/s of {size:.0f} kB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    wanted = parser.parse_args().pages
    if not NEWS.exists():
        print(f"{NEWS} is not here: there is nothing to bring in", file=sys.stderr)
        return 1
    texts = articles()
    pieces = list(cuts(texts))
    told = Counter(map(outcome, pieces))
    print(f"decoded from windows-1254: right {told['right']:,} of {len(pieces):,}, refused {told['refused']:,}, wrong {told['wrong']:,}")
    report([(text, page(text)) for text in texts[:wanted]])
    return 0


if __name__ == "__main__":
    sys.exit(main())
