"""Archives: the same bytes whatever happened on the way, nothing lost silently, no article that stops a run."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow", reason="pyarrow is not here: pip install 'tutanak[archive]'")
import pyarrow.parquet as pq  # noqa: E402

import deadly  # noqa: E402
from tutanak import cli_archive  # noqa: E402
from tutanak.batch import archive, engines, shards  # noqa: E402
from tutanak.batch.archive import Archive  # noqa: E402
from tutanak.batch.cluster import Dask  # noqa: E402
from tutanak.batch.cutting import portions  # noqa: E402
from tutanak.batch.engines import Engine, Here  # noqa: E402
from tutanak.batch.local import Local  # noqa: E402
from tutanak.batch.model import Settings  # noqa: E402
from tutanak.cli import cli  # noqa: E402
from tutanak.errors import LedgerError, Unfinished  # noqa: E402

SMALL = Settings(language="tr", stretch=800)


def texts(n: int) -> list[str]:
    """Reports that differ."""
    told = "Şili Devlet Başkanı Pedro Alarcon, Lima'da “Ticaret {} milyon dolara ulaştı.” dedi. Alarcon, Peru ile görüşmelerin sürdüğünü belirtti."
    return [told.format(k + 10) for k in range(n)]


def lines(path: Path, of: Iterable[str]) -> Path:
    rows = (json.dumps({"id": f"a{k}", "text": t, "published": "2024-03-05"}, ensure_ascii=False) for k, t in enumerate(of))
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def read(
    out: Path, *paths: Path | str, how: Settings = SMALL, engine: Engine | None = None, share: tuple[int, int] = (1, 1)
) -> tuple[Archive, list[str]]:
    """A run in this process, or on an engine, and what it told."""
    told: list[str] = []
    run = Archive([str(p) for p in paths], out, how, share)
    run.run(engine or Here(), lambda where, why: told.append(f"{where}: {why}"), lambda _bytes, _articles: None)
    return run, told


def tree(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def rows(out: Path, kind: str) -> list[dict[str, Any]]:
    return [row for path in sorted((out / kind).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def command(*arguments: Path | str) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)))


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lines(tmp_path_factory.mktemp("news") / "news.jsonl", texts(24))


@pytest.fixture(scope="module")
def whole(news: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an undisturbed run gives."""
    out = tmp_path_factory.mktemp("whole")
    read(out, news)
    return out


def test_the_engines_of_the_command_are_those_there_are() -> None:
    assert set(cli_archive.ENGINES) == set(engines.ENGINES)


# the same bytes


def test_a_shard_holds_what_reading_gives(whole: Path) -> None:
    from tutanak import read as one

    assert len(list((whole / "shards").iterdir())) > 4
    assert {row["sha256"] for row in rows(whole, "documents")} == {one(t, language="tr").article.sha256 for t in texts(24)}
    minutes = {m["doc"]["text"]: m for row in rows(whole, "minutes") for m in [json.loads(row["minutes"])]}
    first = one(texts(1)[0], id="a0", published="2024-03-05", language="tr").to_dict(all=True)
    assert minutes[texts(1)[0]] == json.loads(json.dumps(first))
    assert {row["speaker"] for row in rows(whole, "statements")} == {"Pedro Alarcon"}
    manifest = json.loads((whole / "manifest.json").read_text())
    assert manifest["kept"] == sum(s["kept"] for s in manifest["shards"]) == 24
    assert [s["first"] for s in manifest["shards"]][:2] == [1, 1 + manifest["shards"][0]["read"]]


def test_a_run_again_reads_nothing_and_changes_nothing(news: Path, tmp_path: Path) -> None:
    run, _ = read(tmp_path / "out", news)
    before = tree(tmp_path / "out")
    again, _ = read(tmp_path / "out", news)
    assert (run.known, again.fresh, again.tally.kept) == (0, 0, 24)
    assert tree(tmp_path / "out") == before


def test_one_worker_and_two_give_the_same_bytes(news: Path, whole: Path, tmp_path: Path) -> None:
    ran = command("archive", news, tmp_path / "two", "--workers", "2", "--stretch", "800", "--language", "tr")
    assert ran.exit_code == 0, ran.stderr
    assert "read 24 = kept 24 + skipped 0 + failed 0" in ran.stderr
    assert tree(tmp_path / "two") == tree(whole)


def test_killed_anywhere_and_run_again_gives_the_same_bytes(news: Path, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = [sys.executable, "-m", "tutanak.cli", "archive", str(news), str(out), "--stretch", "800", "--language", "tr"]
    for reached in (1, 4):
        with subprocess.Popen(arguments, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and len(list((out / "shards").glob("*"))) < reached:
                time.sleep(0.002)
            process.send_signal(signal.SIGKILL)
    left = tree(out)
    assert "manifest.json" not in left
    run, _ = read(out, news)
    assert run.known >= 4
    assert run.fresh > 0
    assert tree(out) == tree(whole)


def test_cut_between_two_moves(news: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for after in (0, 1, 5, 11):
        left = [after]

        def placed(beside: Path, path: Path, left: list[int] = left, move: Any = shards._placed) -> None:
            if not left[0]:
                raise KeyboardInterrupt
            left[0] -= 1
            move(beside, path)

        with monkeypatch.context() as cut:
            cut.setattr(shards, "_placed", placed)
            with pytest.raises(KeyboardInterrupt):
                read(tmp_path / "out", news)
    read(tmp_path / "out", news)
    assert tree(tmp_path / "out") == tree(whole)


def test_the_shares_together_are_the_whole(news: Path, whole: Path, tmp_path: Path) -> None:
    for k in (1, 2, 3):
        run, _ = read(tmp_path / "out", news, share=(k, 3))
        assert run.fresh < 11
    parts = {name: held for name, held in tree(tmp_path / "out").items() if not name.startswith("manifest")}
    assert parts == {name: held for name, held in tree(whole).items() if name != "manifest.json"}


def test_what_is_added_at_the_end_is_all_that_is_read(news: Path, tmp_path: Path) -> None:
    grown = tmp_path / "news.jsonl"
    grown.write_bytes(news.read_bytes())
    first, _ = read(tmp_path / "out", grown)
    lines(grown, texts(25))
    second, _ = read(tmp_path / "out", grown)
    assert first.fresh > 4
    assert second.fresh == 1


def test_the_name_of_a_shard_changes_with_version_and_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    from tutanak.batch import model

    marks = [Settings().mark, Settings(all=True).mark, Settings(longest=5).mark]
    monkeypatch.setattr(model, "version", lambda: ("9", "x"))
    assert len({*marks, Settings().mark}) == 4
    assert Settings(stretch=5).mark == Settings().mark


# forms


def packed(form: str, folder: Path, held: bytes) -> Path:
    path = folder / f"news.jsonl.{form}"
    if form == "gz":
        path.write_bytes(gzip.compress(held, mtime=0))
    else:
        with pa.OSFile(str(path), "wb") as raw, pa.CompressedOutputStream(raw, "zstd") as stream:
            stream.write(held)
    return path


@pytest.mark.parametrize("form", ["gz", "zst"])
def test_a_packed_input_gives_the_same_shards(form: str, news: Path, whole: Path, tmp_path: Path) -> None:
    read(tmp_path / "out", packed(form, tmp_path, news.read_bytes()))
    assert {p.name for p in (tmp_path / "out" / "minutes").iterdir()} == {p.name for p in (whole / "minutes").iterdir()}


@pytest.mark.parametrize("form", ["gz", "zst"])
def test_a_packed_input_that_is_cut_gives_what_is_there(form: str, news: Path, tmp_path: Path) -> None:
    held = b"".join(news.read_bytes() + b" " * (os.urandom(1)[0] % 3) + b"\n" for _ in range(40)) + os.urandom(400_000).hex().encode()
    path = packed(form, tmp_path, held)
    path.write_bytes(path.read_bytes()[:-40_000])
    run, told = read(tmp_path / "out", path, how=Settings(language="tr", stretch=1 << 20, longest=10_000))
    assert run.tally.kept >= 24
    assert any(line.endswith("cut: the compressed file has no end") for line in told), told
    assert run.tally.read == run.tally.kept + run.tally.skipped.total() + run.tally.failed.total()


def table(path: Path, of: list[str], group: int) -> Path:
    import datetime

    columns = {"metin": of, "id": list(range(len(of))), "tarih": [datetime.date(2024, 3, 5)] * len(of), "other": [[1]] * len(of)}
    pq.write_table(pa.table(columns), path, row_group_size=group)
    return path


def test_parquet_is_split_by_rows(tmp_path: Path) -> None:
    run, told = read(tmp_path / "out", table(tmp_path / "news.parquet", [*texts(20), None], 8))  # type: ignore[list-item]
    assert (run.tally.kept, told) == (20, [f"{tmp_path / 'news.parquet'}:21: empty: there is no text to read"])
    assert run.fresh > 3
    kept = [json.loads(row["minutes"])["doc"] for row in rows(tmp_path / "out", "minutes")]
    assert {doc["id"] for doc in kept} == set(map(str, range(20)))
    assert {doc["published"] for doc in kept} == {"2024-03-05"}


def test_parquet_that_is_cut_or_has_no_texts(tmp_path: Path) -> None:
    whole = table(tmp_path / "whole.parquet", texts(3), 8).read_bytes()
    (tmp_path / "cut.parquet").write_bytes(whole[:-20])
    pq.write_table(pa.table({"x": [1]}), tmp_path / "none.parquet")
    run, told = read(tmp_path / "out", tmp_path / "cut.parquet", tmp_path / "none.parquet")
    assert run.tally.failed.total() == 2
    assert told[0].startswith(f"{tmp_path / 'cut.parquet'}: cut or damaged: ")
    assert "no column 'text'" in told[1]


def warc(path: Path, of: list[str]) -> Path:
    from fastwarc.warc import WarcRecord, WarcRecordType

    with path.open("wb") as out:
        for k, words in enumerate(of):
            page = f"<html><head><title>Başlık {k}</title></head><body><article><p>{words}</p><p>{words[::-1]}</p></article></body></html>".encode()
            record = WarcRecord()
            record.init_headers(record_type=WarcRecordType.response)
            record.record_id = f"urn:uuid:00000000-0000-0000-0000-{k:012}"
            record.headers["WARC-Date"] = "2024-03-05T10:00:00Z"
            record.headers["WARC-Target-URI"] = f"https://ornek.example/{k}"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page)
            one = io.BytesIO()
            record.write(one)
            out.write(gzip.compress(one.getvalue(), mtime=0))
    return path


def test_a_web_archive_is_split_by_records_and_a_cut_one_gives_what_is_there(tmp_path: Path) -> None:
    path = warc(tmp_path / "crawl.warc.gz", texts(6))
    run, _ = read(tmp_path / "out", path)
    assert run.tally.kept == 6
    assert run.fresh > 2
    path.write_bytes(path.read_bytes()[:-30])
    cut, told = read(tmp_path / "out", path)
    assert cut.tally.kept == 5
    assert cut.fresh == 1
    assert told[0].startswith(f"{path}@")


def test_folders_patterns_and_what_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    lines(tmp_path / "in" / "a.jsonl", texts(2))
    lines(tmp_path / "in" / "deep" / "b.jsonl", texts(3)[2:])
    (tmp_path / "in" / "note.txt").write_text("Not", encoding="utf-8")
    out = tmp_path / "in" / "out"
    run, _ = read(out, tmp_path / "in", f"{tmp_path}/in/*.jsonl")
    assert (run.tally.kept, dict(run.tally.skipped)) == (3, {"no archive's kind of file": 1})
    named = [tmp_path / "in" / "note.txt", tmp_path / "none", tmp_path / "in" / "a.jsonl"]
    ran = command("archive", *named, out, "--language", "tr", "--stretch", "800")
    assert ran.exit_code == 3
    assert "none: there is no such file" in ran.stderr
    assert "note.txt: no archive" in ran.stderr
    assert "1 others lie there too" in ran.stderr
    assert "read 4 = kept 2 + skipped 0 + failed 2 (no archive: 1, there is no such file: 1)" in ran.stderr


@settings(max_examples=200, deadline=None)
@given(st.lists(st.binary(max_size=30).map(lambda b: b.replace(b"\n", b"x")), max_size=20), st.integers(1, 40), st.booleans())
def test_portions_are_all_that_came_and_end_with_lines(told: list[bytes], size: int, ended: bool) -> None:
    held = b"\n".join(told) + b"\n" * ended
    found = list(portions(io.BufferedReader(io.BytesIO(held)), size, 100))  # type: ignore[arg-type]
    assert b"".join(found) == held
    assert all(portion.endswith(b"\n") for portion in found[:-1])
    assert all(portion.count(b"\n") == 1 for portion in found if len(portion) > size and portion.endswith(b"\n"))


def test_a_line_without_end_is_not_held() -> None:
    held = b"a\n" + b"x" * 500_000 + b"\nb\n"
    found = list(portions(io.BufferedReader(io.BytesIO(held)), 10, 1000))  # type: ignore[arg-type]
    assert [len(portion) for portion in found] == [2, 1010, 2]


def test_bytes_before_a_cut_come_first() -> None:
    class Cut(io.BytesIO):
        def read1(self, size: int | None = -1) -> bytes:
            if not (held := super().read1(size)):
                raise EOFError
            return held

    found = portions(Cut(b"a\nb\nc"), 2, 100)  # type: ignore[arg-type]
    assert [next(found), next(found), next(found)] == [b"a\n", b"b\n", b"c"]
    with pytest.raises(Unfinished, match="no end"):
        next(found)


# articles that do harm


def test_articles_that_do_harm_are_kept_apart_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "read_piece", deadly.read_piece)
    harmful = [f"Bir {word} metin." for word in (deadly.ENDS, deadly.LOOPS, deadly.IS_DEAF, deadly.FAULTY)]
    path = lines(tmp_path / "news.jsonl", [*texts(1), *harmful, "x" * 5000, *texts(3)])
    how = Settings(language="tr", seconds=0.3, longest=4000)
    run, told = read(tmp_path / "out", path, how=how, engine=Local(1))
    assert (run.tally.kept, run.tally.skipped.total()) == (4, 0)
    assert [line.removeprefix(f"{path}:").split(",")[0] for line in told] == [
        "2: killed the reader: twice the process ended in this article",
        "3: too slow: more than 0.3 seconds",
        "4: killed the reader: twice the process ended in this article",
        "5: a fault of tutanak's own: RuntimeError: a slip; please report it",
        "6: too large: 5",
    ]
    assert [row["record"] for row in rows(tmp_path / "out", "failures")] == [1, 2, 3, 4, 5]
    assert not (tmp_path / "out" / ".parts").exists()


# a cluster


def started(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", *arguments], stderr=subprocess.PIPE, text=True)


@pytest.fixture
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """The address of a scheduler, and two workers that have come to it."""
    distributed = pytest.importorskip("distributed", reason="distributed is not here: pip install 'tutanak[dask]'")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    here = ("--host", "127.0.0.1", "--no-dashboard")
    scheduler = started("distributed.cli.dask_scheduler", "--port", address.partition(":")[2], *here)
    workers = [started("distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1", *here) for _ in range(2)]
    try:
        with distributed.Client(address, timeout=60) as client:
            client.wait_for_workers(2, timeout=60)
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.communicate()


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[str]]]) -> None:
    address, workers = cluster
    path, left = lines(tmp_path / "news.jsonl", texts(4)), [workers[0]]

    def step(_bytes: int, articles: int) -> None:
        if articles and left:
            left.pop().kill()

    how = Settings(language="tr", stretch=400)
    run = Archive([str(path)], tmp_path / "out", how)
    run.run(Dask(2, address), lambda _where, _why: None, step)
    read(tmp_path / "here", path, how=how)
    assert (run.fresh, run.tally.kept, left) == (4, 4, [])
    assert tree(tmp_path / "out") == tree(tmp_path / "here")


# into the ledger


def test_shards_are_entered_once(news: Path, whole: Path, where: str) -> None:
    from tutanak.ledger import Ledger

    first = command("ledger", "load", whole, "--ledger", where)
    assert "read 24 = kept 24 + known 0" in first.stderr
    with Ledger(where) as book:
        facts = book.facts()
        sources = [m["sources"][0]["place"] for m in book.minutes()]
    assert set(sources) == {f"{news}:{n}" for n in range(1, 25)}
    again = command("ledger", "load", whole, "--ledger", where)
    assert "read 24 = kept 0 + known 24" in again.stderr
    with Ledger(where) as book:
        assert {**book.facts(), "runs": 0} == {**facts, "runs": 0}


def test_shards_of_another_version_are_not_entered(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tutanak.batch import loading

    monkeypatch.setattr(loading, "version", lambda: ("9", "x"))
    with pytest.raises(LedgerError, match="run `tutanak archive` again"):
        loading.shards(whole)
