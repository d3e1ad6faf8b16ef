"""Files and folders brought in: every form, every encoding, and one clear line for each that cannot be read."""

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pytest

import newspaper
from tutanak.ingest import Columns, Entry, Failure, Given, Skipped, Wanted, entries

TEXT = "\n".join(newspaper.REPORT)
PAGE = newspaper.page(head=newspaper.JSON_LD)


def taken(*paths: Path, **wanted: object) -> list[Entry]:
    return list(entries([str(p) for p in paths], Wanted(**wanted)))  # type: ignore[arg-type]


def written(path: Path, raw: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return path


def only(found: list[Entry]) -> Given:
    assert len(found) == 1, found
    assert isinstance(found[0], Given), found
    return found[0]


def whys(found: list[Entry]) -> list[str]:
    return ["kept" if isinstance(e, Given) else e.why for e in found]


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a.txt.gz", "a", "a.dat"])
def test_a_plain_text(tmp_path: Path, name: str) -> None:
    raw = gzip.compress(TEXT.encode()) if name.endswith(".gz") else TEXT.encode()
    made = only(taken(written(tmp_path / name, raw), published="2024-03-05"))
    assert (made.article.text, made.article.published) == (TEXT, "2024-03-05")
    assert made.source
    assert made.source.to_dict() == {
        "kind": "text", "where": str(tmp_path / name), "found": {"published": "given"}, "encoding": "utf-8", "decoded": "strict utf-8",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["a.html", "a.htm.gz", "a", "a.HTML"])
def test_a_page(tmp_path: Path, name: str) -> None:
    raw = gzip.compress(PAGE.encode("cp1254")) if name.endswith(".gz") else PAGE.encode("cp1254")
    made = only(taken(written(tmp_path / name, raw)))
    assert made.article.text == TEXT
    assert made.article.published == "2024-03-06T00:30+03:00"
    assert made.source
    assert (made.source.kind, made.source.encoding) == ("html", "windows-1254")


def test_lines_of_json_under_other_names(tmp_path: Path) -> None:
    row = {"metin": TEXT, "baslik": "Başlık", "tarih": "5 Mart 2024", "yazar": "Ayşe Kaya"}
    path = written(tmp_path / "a.jsonl.gz", gzip.compress(json.dumps(row).encode()))
    made = only(taken(path, columns=Columns(text="metin", title="baslik", published="tarih", author="yazar")))
    assert (made.article.title, made.article.published) == ("Başlık", "2024-03-05")
    assert made.source
    assert made.source.author == "Ayşe Kaya"
    assert made.source.found["published"] == "field tarih ('5 Mart 2024')"


def test_a_date_that_is_none_is_told(tmp_path: Path) -> None:
    made = only(taken(written(tmp_path / "a.jsonl", json.dumps({"text": TEXT, "published": "geçen salı"}))))
    assert made.article.published is None
    assert made.source
    assert made.source.found["published"] == "field published (no date: 'geçen salı')"


# tables


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1254", "utf-16"])
def test_a_table(tmp_path: Path, mark: str, encoding: str) -> None:
    rows = [["Başlık", "METİN", "Tarih", "kaynak"], ["Bir", f'"{TEXT}"', "05.03.2024", "Örnek"], ["", f'"{TEXT} ""Son.""\nYeni satır."', "", ""]]
    path = written(tmp_path / "a.csv", "\r\n".join(mark.join(row) for row in rows).encode(encoding))
    first, second = taken(path)
    assert isinstance(first, Given)
    assert isinstance(second, Given)
    assert (first.article.text, first.article.title, first.article.published, first.article.outlet) == (TEXT, "Bir", "2024-03-05", "Örnek")
    assert (second.article.text, second.article.title) == (TEXT + ' "Son."\nYeni satır.', None)
    assert first.source
    assert first.source.found == {"title": "field Başlık", "published": "field Tarih ('05.03.2024')", "outlet": "field kaynak"}


def test_a_table_with_columns_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path / "a.tsv", f"no\tgövde\n7\t{TEXT.splitlines()[0]}\n")
    made = only(taken(path, columns=Columns(text="gövde", id="no")))
    assert (made.article.id, made.article.text) == ("7", newspaper.REPORT[0])


def test_a_packed_table(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv.gz", gzip.compress(f"text\n{newspaper.REPORT[0]}\n".encode("cp1254")))
    assert only(taken(path)).article.text == newspaper.REPORT[0]


def test_bad_rows_do_not_end_a_table(tmp_path: Path) -> None:
    good = newspaper.REPORT[0].replace(",", "")
    path = written(tmp_path / "a.csv", f"text,title\n{good},Bir\nbir,iki,üç\n,boş\nyalnız\n{good}\x93,Bir\n{good},İki\n")
    found = taken(path)
    assert whys(found)[0] == whys(found)[-1] == "kept"
    assert whys(found)[1] == "not a row: 3 cells where the header has 2"
    assert whys(found)[2].startswith("empty")
    assert [e.where.rsplit(":", 1)[1] for e in found] == ["2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"), (b"\n\n", "empty"), (b"a,b\n1,2\n", "no column 'text': the table has a, b"), (b"PK\x03\x04", "a zip"),
        ("text\nМинистры\n".encode("cp1251"), "unknown encoding"), (b"text\nabc\0def\n", "NUL"),
    ],
)  # fmt: skip
def test_what_is_no_table(tmp_path: Path, raw: bytes, why: str) -> None:
    (told,) = whys(taken(written(tmp_path / "a.csv", raw)))
    assert why in told


def test_a_column_that_is_not_there(tmp_path: Path) -> None:
    (told,) = whys(taken(written(tmp_path / "a.csv", "text,b\nx,y\n"), columns=Columns(title="c")))
    assert told == "no column 'c': the table has text, b; name it with --column title=NAME"


# folders


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    lines = json.dumps({"text": TEXT})
    for name, raw in {"b/2.txt": TEXT, "b/1.html": PAGE, "a.jsonl": lines, "x.png": "x", ".hidden/y.txt": "x", "b/.z.txt": "x"}.items():
        written(tmp_path / name, raw)
    found = taken(tmp_path)
    assert [os.path.relpath(e.where, tmp_path) for e in found] == ["a.jsonl:1", "x.png", "b/1.html", "b/2.txt"]
    assert [type(e) for e in found] == [Given, Skipped, Given, Given]


def test_an_empty_folder_and_a_loop(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    assert whys(taken(tmp_path)) == ["empty: there are no files in this folder"]


# packed and cut


def test_cut_and_broken_gzip(tmp_path: Path) -> None:
    whole = gzip.compress(os.urandom(3000).hex().encode())
    assert whys(taken(written(tmp_path / "a.txt.gz", whole[:-100]), written(tmp_path / "b.txt.gz", b"no gzip"))) == [
        "cut: the compressed file has no end", "Not a gzipped file (b'no')",
    ]  # fmt: skip


def test_a_gzip_bomb_takes_little_memory(tmp_path: Path) -> None:
    import resource

    packed = tmp_path / "bomb.txt.gz"
    with gzip.open(packed, "wb", compresslevel=6) as out:
        for _ in range(100):
            out.write(b"a" * 1_000_000)
    lines = tmp_path / "bomb.jsonl.gz"
    lines.write_bytes(packed.read_bytes() + gzip.compress(b"\n" + json.dumps({"text": TEXT}).encode()))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert [w.split(":")[0] for w in whys(taken(packed, lines))] == ["too long", "too long", "kept"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 700_000


# web archives

GOOD = newspaper.record("https://ornek.example/1", PAGE.encode())
TURNED = newspaper.page(*reversed(newspaper.REPORT)).encode("cp1254")
OTHER = newspaper.record("https://ornek.example/2", TURNED, media="text/html; charset=ISO-8859-9")
GZIP = b"Content-Encoding: gzip\r\n"


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive(tmp_path: Path, packed: bool) -> None:
    chunked = f"{len(PAGE.encode()):x}\r\n".encode() + PAGE.encode() + b"\r\n0\r\n\r\n"
    records = [
        GOOD, OTHER, newspaper.record("https://ornek.example/3", chunked, head=b"Transfer-Encoding: chunked\r\n"),
        newspaper.record("https://ornek.example/4", gzip.compress(PAGE.encode()), head=GZIP + b"ETag: \"x\"\r\n"),
        newspaper.record("https://ornek.example/5", b"\x89PNG", media="image/png"),
        newspaper.record("https://ornek.example/6", b"", status=b"404 Not Found"), newspaper.record("dns:ornek.example", b"x"),
        newspaper.record("https://ornek.example/7", gzip.compress(b"a" * 11_000_000), head=GZIP),
    ]  # fmt: skip
    path = written(tmp_path / ("a.warc.gz" if packed else "a.warc"), newspaper.packed(*records) if packed else b"".join(records))
    found = taken(path)
    assert whys(found) == ["kept"] * 4 + ["not a page", "answered 404", "not a page", "too large: more than 10,000,000 bytes when unpacked"]
    assert isinstance(found[1], Given)
    assert "“İki ülke" in found[1].article.text
    assert isinstance(found[3], Given)
    assert (found[3].article.url, found[3].source and found[3].source.etag) == ("https://ornek.example/4", '"x"')
    assert found[3].so_far > found[0].so_far - 1 if isinstance(found[0], Given) else False


CUT = {
    "at the end": GOOD + OTHER[:-200],
    "in its head": GOOD + OTHER[:80],
    "in the middle": GOOD[:-300] + OTHER,
    "between garbage": GOOD + b"garbage\r\n" * 50 + OTHER,
    "packed, at the end": newspaper.packed(GOOD, OTHER)[:-60],
    "packed, in the middle": newspaper.packed(GOOD)[:-300] + newspaper.packed(OTHER),
    "packed, overwritten": newspaper.packed(GOOD) + b"\0" * 500 + newspaper.packed(OTHER),
}


@pytest.mark.parametrize("raw", CUT.values(), ids=CUT)
def test_a_cut_record_is_told_and_the_rest_goes_on(tmp_path: Path, raw: bytes) -> None:
    name = "a.warc.gz" if raw[:2] == b"\x1f\x8b" else "a.warc"
    found = taken(written(tmp_path / name, raw))
    kinds = sorted(type(e).__name__ for e in found)
    between = b"garbage" in raw or b"\0" * 400 in raw
    assert kinds == (["Failure", "Given", "Given"] if between else ["Failure", "Given"]), found
    assert all(e.why.startswith("cut") for e in found if isinstance(e, Failure))


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_on_standard_input(packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = newspaper.packed(GOOD, OTHER) if packed else GOOD + OTHER[:-100]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(Unseekable(raw)))
    assert [type(e) for e in entries(["-"])] == [Given, Given if packed else Failure]


class Unseekable(io.BytesIO):
    """Bytes that come but once."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation("seek")


@pytest.mark.parametrize("raw", [b"", b"garbage\n" * 100, b"WARC/1.0\r\n\r\n"])
def test_what_is_no_web_archive(tmp_path: Path, raw: bytes) -> None:
    assert all(isinstance(e, Failure) for e in taken(written(tmp_path / "a.warc", raw)))
