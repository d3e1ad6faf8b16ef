"""How fast, how large, how linear: one core, process CPU time, the whole reading from text to JSON.

usage: python eval/bench.py [--long] [--articles N]

Reads ../shared/articles; without that folder only what needs none of it is measured. --long: all articles, texts up to ten million characters.
spaCy, zeyrek and the bare floor (read, parse, search) are timed on the same texts, as ratios; the first two where the `bench` extra is installed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT.parent / "shared" / "articles"
SEED = ROOT / "examples" / "astana.txt"
TIMES_AS_MANY = 10
TURNS = 3

Rows = list[dict[str, Any]]


def rows(name: str, most: int) -> Rows:
    """The first articles of a file of the shared folder."""
    found: Rows = []
    with gzip.open(ARTICLES / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            found.append(json.loads(line))
            if len(found) == most:
                break
    return found


def whole(articles: Rows) -> int:
    """Read each article to the bytes of its JSON; how many bytes."""
    from tutanak.errors import InputError
    from tutanak.exports.minutes import dumped
    from tutanak.reading import read
    from tutanak.terminal import spare_memory

    size = 0
    for number, row in enumerate(articles, 1):
        spare_memory(number)
        try:
            size += len(dumped(read(row["text"], id=row["id"], published=row.get("published"), language="tr").to_dict()))
        except InputError:
            continue
    return size


def floors(articles: Rows) -> dict[str, float]:
    """Seconds of process time that each floor takes."""
    from tutanak.article import Article
    from tutanak.exports.minutes import dumped
    from tutanak.mentions import find
    from tutanak.reading import entered
    from tutanak.records import take
    from tutanak.text import lay_out

    spent = dict.fromkeys(("text", "mentions", "records", "export"), 0.0)
    for row in articles:
        article, marks = Article(row["text"], row["id"], published=row.get("published")), [process_time()]
        layout = lay_out(article.text)
        marks.append(process_time())
        mentions = find(layout, article.published)
        marks.append(process_time())
        records = take(layout, mentions)
        marks.append(process_time())
        dumped(entered(article, mentions, records).to_dict())
        marks.append(process_time())
        for i, floor in enumerate(spent):
            spent[floor] += marks[i + 1] - marks[i]
    return spent


def counting(articles: Rows) -> float:
    """Seconds of process time that the grammars of quantities and dates take, each article laid out anew."""
    from tutanak.mentions import dates, quantities
    from tutanak.text import lay_out

    spent = 0.0
    for row in articles:
        layout = lay_out(row["text"])
        begin = process_time()
        quantities.find(layout)
        dates.find(layout, row.get("published"))
        spent += process_time() - begin
    return spent


def seconds(act: Callable[[], Any]) -> float:
    begin = process_time()
    act()
    return process_time() - begin


def megabytes() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def speed(name: str, most: int) -> None:
    """Articles and words a second, and what each floor takes."""
    articles = rows(name, most)
    words = sum(len(r["text"].split()) for r in articles)
    whole(articles[:20])
    took = min(seconds(lambda: whole(articles)) for _ in range(2))
    speed = f"{len(articles) / took:,.0f} articles/s, {words / took:,.0f} words/s"
    print(f"{name}: {len(articles)} articles of {words / len(articles):.0f} words: {speed}")
    some = articles[: max(len(articles) // 4, 50)]
    spent, counted = floors(some), counting(some)
    shares = [f"{floor} {100 * s / sum(spent.values()):.0f} %" for floor, s in spent.items()]
    print("  " + ", ".join(shares) + f"; of the mentions, quantities and dates {100 * counted / sum(spent.values()):.0f} %")


def child(*command: str) -> tuple[float, float, str]:
    """CPU and wall seconds of a process, the best of three, and what it prints."""
    best, out = (1e9, 1e9), ""
    for _ in range(3):
        before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
        out = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True).stdout
        after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter() - begin
        best = min(best, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall))
    return best[0], best[1], out


def starts() -> None:
    """What a start costs: the import, the help, the first article."""
    told = {"interpreter alone": ("-c", ""), "import tutanak": ("-c", "import tutanak"), "tutanak --help": ("-m", "tutanak.cli", "--help"),
            "first article, cold": ("-m", "tutanak.cli", "read", str(SEED), "--format", "jsonl")}  # fmt: skip
    for name, command in told.items():
        cpu, wall, _ = child(*command)
        print(f"{name}: {cpu:.3f} s CPU, {wall:.3f} s by the clock")


def hostile() -> dict[str, Callable[[int], str]]:
    """Texts of about n characters that wear out a careless reader."""
    seed = SEED.read_text(encoding="utf-8")
    return {
        "reports one after another": lambda n: seed * (n // len(seed) + 1),
        "one sentence without end": lambda n: "ve bakan geldi " * (n // 15),
        "unclosed quotes": lambda n: "“Bakan geldi " * (n // 13),
        "quotes that open each line": lambda n: "“Bakan geldi\n" * (n // 13),
        "capitals": lambda n: "Ankara " * (n // 7),
        "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
        "numbers": lambda n: "4,5 milyar " * (n // 11),
        "apostrophes": lambda n: "Ali’nin'" * (n // 8),
        "one word": lambda n: "a" * n,
        "reported clauses": lambda n: "geldiğini söyleyen " * (n // 19),
    }


def linear(sizes: tuple[int, ...]) -> None:
    """Seconds for each size; four times the text should take about four times as long."""
    for name, text in hostile().items():
        took = [seconds(lambda text=text, n=n: whole([{"id": "x", "text": text(n)}])) for n in sizes]  # type: ignore[misc]
        told = ", ".join(f"{n / 1e6:g} M: {s:.2f} s" for n, s in zip(sizes, took, strict=True))
        print(f"  {name}: {told}; the last step x{took[-1] / max(took[-2], 1e-3):.1f} for x{sizes[-1] / sizes[-2]:.0f}")


def many_rules(times: int) -> None:
    """Put invented rules beside each rule of the pack, so that there are so many times as many."""
    from tutanak.languages import load

    sections = load("tr").sections
    for name, section in sections.items():
        sections[name] = _grown(section, times)


def _grown(section: Any, times: int) -> Any:
    if isinstance(section, dict):
        return {key: _grown(value, times) for key, value in section.items()}
    if isinstance(section, list) and section and all(isinstance(r, dict) and isinstance(r.get("says"), str) and "example" in r for r in section):
        return section + [{**r, "says": _invented(r["says"], i)} for r in section for i in range(1, times)]
    return section


def _invented(says: str, number: int) -> str:
    """A rule that matches nothing: its words ended by letters that Turkish does not have."""
    return " ".join(f"{word}{'qxw'[number % 3] * (number // 3 + 1)}" for word in says.split())


def rules_cost(most: int) -> None:
    """The time with ten times as many rules, relative to now."""
    own, many = (float(child(__file__, "--rules", str(n), "--articles", str(most))[2]) for n in (1, TIMES_AS_MANY))
    print(f"{TIMES_AS_MANY} times as many rules: x{many / own:.2f} of the time")


def pages_cost(most: int) -> None:
    """The time of articles of news in large pages, relative to the same without them, in turns."""
    turns = [[float(child(__file__, "--pages", kind, "--articles", str(most))[2]) for kind in ("small", "large")] for _ in range(TURNS)]
    print(f"memory in large pages: {', '.join(f'x{large / small:.2f}' for small, large in turns)} of the time, in turns")


def reread(kind: str, most: int) -> None:
    """Print how long articles take, once the words before them are remembered."""
    from tutanak import hugepages

    if kind == "small":
        hugepages.gather = lambda: 0
    articles = rows("news", 2 * most)
    whole(articles[:most])
    print(seconds(lambda: whole(articles[most:])))


def compared(articles: Rows) -> Iterator[str]:
    """The same texts through other programs and through the least that any reader does, as ratios to the whole reading, all in this run."""
    ours = len(articles) / seconds(lambda: whole(articles))
    yield f"the same {len(articles)} articles, in this run (whole reading: {ours:,.0f} articles/s)"
    for name, act in {"read, orjson, Aho-Corasick of 18,000 words": scanning, "spaCy": tokenizing, "spaCy with a tagger": tagging}.items():
        try:
            read = act(articles)
        except ImportError as problem:
            yield f"  {name}: not installed ({problem.name}; pip install -e .[bench])"
            continue
        rate = len(articles) / min(seconds(read) for _ in range(2))
        yield f"  {name}: {rate:,.0f} articles/s, x{rate / ours:.2f}"
    words = sum(len(row["text"].split()) for row in articles) / len(articles)
    yield from (f"  {told}" for told in morphology(articles, ours * words))


def scanning(articles: Rows) -> Callable[[], Any]:
    """The bare floor: lines read from a file, parsed, searched once for many words."""
    import ahocorasick_rs
    import orjson

    many = sorted({word for row in articles for word in row["text"].split() if len(word) > 3})[:18_000]
    found = ahocorasick_rs.AhoCorasick(many)
    path = Path(tempfile.mkdtemp(prefix="tutanak-bench-")) / "articles.jsonl"
    path.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in articles))

    def read() -> int:
        with path.open("rb") as lines:
            return sum(len(found.find_matches_as_indexes(orjson.loads(line)["text"])) for line in lines)

    return read


def tokenizing(articles: Rows) -> Callable[[], Any]:
    """spaCy's blank Turkish tokenizer and its sentencizer."""
    import spacy

    nlp = spacy.blank("tr")
    nlp.add_pipe("sentencizer")
    texts = [row["text"] for row in articles]
    return lambda: sum(len(list(doc.sents)) for doc in nlp.pipe(texts))


def tagging(articles: Rows) -> Callable[[], Any]:
    """The same with a small tagger, trained on some sentences: enough to tell what it costs, not what it is worth."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    nlp = spacy.blank("tr")
    nlp.add_pipe("tagger")
    given = [Example(Doc(nlp.vocab, words), Doc(nlp.vocab, words, tags=tags)) for words, tags in tagged(articles)]
    nlp.initialize(lambda: given)
    for _ in range(2):
        nlp.update(given)
    nlp.add_pipe("sentencizer")
    texts = [row["text"] for row in articles]
    return lambda: sum(len(list(doc.sents)) for doc in nlp.pipe(texts))


def tagged(articles: Rows) -> Iterator[tuple[list[str], list[str]]]:
    """Sentences with tags: of the treebank beside the repository, else words by their first letter."""
    trees = sorted((ROOT.parent / "shared" / "suites" / "ud").rglob("*.conllu"))
    if not trees:
        yield from ((words, ["N" if w[0].isupper() else "O" for w in words]) for row in articles[:50] for words in [row["text"].split()[:40]])
        return
    for block in trees[0].read_text(encoding="utf-8").split("\n\n")[:200]:
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit() and line.split("\t")[0].isdigit()]
        if rows:
            yield [row[1] for row in rows], [row[3] for row in rows]


def morphology(articles: Rows, ours: float) -> Iterator[str]:
    """zeyrek, word by word, beside the words a second of the whole reading."""
    try:
        import zeyrek
    except ImportError:
        yield "zeyrek: not installed (pip install -e .[bench])"
        return
    logging.disable(logging.WARNING)  # it tells every analysis as a warning
    analyzer, words = zeyrek.MorphAnalyzer(), [w.strip(".,“”\"'’") for row in articles[:20] for w in row["text"].split()][:1000]
    took = seconds(lambda: [analyzer._parse(word) for word in words])  # by words: its own tokenizer wants a download
    yield f"zeyrek: {len(words) / took:,.0f} words/s, x{len(words) / took / ours:.3f} of the whole reading's {ours:,.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--articles", type=int, default=1500)
    parser.add_argument("--rules", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--pages", choices=["small", "large"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.pages:
        reread(options.pages, options.articles)
        return
    if options.rules:
        many_rules(options.rules)
        articles = rows("relations", options.articles)
        whole(articles[:20])
        print(seconds(lambda: whole(articles)))
        return
    bench(10**6 if options.long else options.articles, options.long)


def build() -> str:
    """Which build is measured, and where it lies."""
    from tutanak.text import tokens

    return f"{'pure Python' if tokens.__file__.endswith('.py') else 'compiled with mypyc'}: {tokens.__file__}"


def bench(most: int, long: bool) -> None:
    """All measures, printed."""
    print(f"Python {sys.version.split()[0]}, {build()}")
    starts()
    if ARTICLES.is_dir():
        speed("relations", most)
        speed("news", most)
        print(f"memory: {megabytes():.0f} MB at most")
        rules_cost(min(most, 200))
        pages_cost(min(most, 400))
        print("\n".join(compared(rows("news", min(most, 300)))))
    else:
        print("speed on articles: skipped, ../shared/articles is not here")
    print("growing and hostile texts (characters: seconds)")
    linear((2_500_000, 9_990_000) if long else (250_000, 1_000_000))


if __name__ == "__main__":
    main()
