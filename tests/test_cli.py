"""The command line as its users meet it: what goes where, which status, and one clear line for each bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tutanak import cli
from tutanak.exports import FORMATS

REPORT = "Dışişleri Bakanı Ali Veli, Roma’da İtalya Dışişleri Bakanı Mario Rossi ile bir araya geldi. Veli, “İlişkilerimiz gelişiyor.” dedi.\n"
OTHER = "Bakan Ayşe Kaya, iki ülke arasındaki ticaretin geçen yıl yüzde 14 büyüdüğünü söyledi. Görüşmede enerji ve ulaştırma da ele alındı.\n"


class Ran:
    """A finished run: status, data and messages."""

    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.status = done.returncode
        self.data = done.stdout
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")


def tutanak(*arguments: str | Path, given: bytes = b"", **environment: str) -> Ran:
    """Run the command in a process of its own."""
    env = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
    return Ran(subprocess.run([sys.executable, "-m", "tutanak.cli", *map(str, arguments)], input=given, capture_output=True, env=env))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def lines_file(tmp_path: Path, *rows: object) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n" for row in rows), encoding="utf-8")
    return path


# what is read, and how it is told


def test_the_formats_are_those_of_the_exports() -> None:
    assert cli.FORMATS == FORMATS


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_writes_data_alone(report: Path, form: str) -> None:
    ran = tutanak("read", report, "--format", form)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("\n")
    assert "Ali Veli" in ran.out


def test_standard_input_and_the_file_give_the_same(report: Path) -> None:
    assert tutanak("read", "-", "--format", "jsonl", given=REPORT.encode()).data == tutanak("read", report, "--format", "jsonl").data


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1254"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode(encoding))
    ran = tutanak("read", path, "--format", "json")
    assert json.loads(ran.data)["doc"]["text"] == REPORT


def test_line_ends_are_left_as_they_came(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.replace("\n", "\r\n").encode())
    assert json.loads(tutanak("read", path, "--format", "json").data)["doc"]["text"].endswith("\r\n")


def test_lines_of_json(tmp_path: Path) -> None:
    row = {"id": "a", "text": REPORT, "title": "Başlık", "published": "2022-10-13", "url": "https://example.org/a"}
    path = lines_file(tmp_path, row, {"id": "b", "text": OTHER})
    ran = tutanak("read", path, "--format", "jsonl")
    first, second = map(json.loads, ran.out.splitlines())
    assert {k: first["doc"][k] for k in row} == row
    assert second["doc"]["id"] == "b"
    assert ran.err == "tutanak: read 2 = kept 2 + skipped 0 + failed 0\n"


def test_one_json_is_an_object_and_a_series_is_a_list(tmp_path: Path, report: Path) -> None:
    assert isinstance(json.loads(tutanak("read", report, "--format", "json").data), dict)
    assert isinstance(json.loads(tutanak("read", lines_file(tmp_path, {"id": "a", "text": REPORT}), "--format", "json").data), list)


def test_the_labels_follow_the_locale_and_the_option(report: Path) -> None:
    assert "People" in tutanak("read", report).out
    assert "Kişiler" in tutanak("read", report, LC_ALL="tr_TR.UTF-8").out
    assert "Kişiler" in tutanak("read", report, "--lang", "tr").out


def test_no_colour_outside_a_terminal(report: Path) -> None:
    assert "\x1b" not in tutanak("read", report).out


def test_output_appears_whole(tmp_path: Path, report: Path) -> None:
    target = tmp_path / "minutes.jsonl"
    target.write_text("old")
    ran = tutanak("read", report, "--format", "jsonl", "-o", target)
    assert ran.data == b""
    assert json.loads(target.read_bytes())["schema"] == "tutanak/1"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["minutes.jsonl", "report.txt"]


def test_output_into_no_folder_is_wrong_usage(tmp_path: Path, report: Path) -> None:
    ran = tutanak("read", report, "-o", tmp_path / "none" / "minutes.txt")
    assert ran.status == 2
    assert "No such file or directory" in ran.err


def test_a_closed_pipe_ends_it_quietly(tmp_path: Path) -> None:
    path = lines_file(tmp_path, *({"id": str(i), "text": f"{OTHER} {i}."} for i in range(400)))
    run = subprocess.Popen([sys.executable, "-m", "tutanak.cli", "read", path, "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout
    assert run.stderr
    run.stdout.read(10)
    run.stdout.close()
    assert b"Traceback" not in run.stderr.read()
    run.stderr.close()
    assert run.wait() == 0


# bad input: one clear line, the right status


BAD = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "binary": (bytes(range(256)), "not text: a NUL at byte 0"),
    "pdf": (b"%PDF-1.4 \xe2\xe3", "looks like a PDF"),
    "nul": ((REPORT + "\0").encode(), "NUL"),
    "utf-16 without a mark": (REPORT.encode("utf-16-le"), "UTF-16 without a byte order mark"),
    "cut utf-16": (REPORT.encode("utf-16")[:-1], "begins as utf-16"),
    "controls": (("\x93" + REPORT + "\x94").encode(), "wrongly decoded"),
    "another encoding": ("Встреча министров прошла в Риме".encode("cp1251"), "unknown encoding"),
    "English": (b"The ministers of the two countries met in Rome and said that the trade of the last year was not enough for them.", "not Turkish"),
    "Azerbaijani": ("Azərbaycan Prezidenti və Rusiya Prezidenti görüşüb, ikitərəfli əlaqələr müzakirə edilib.".encode(), "not Turkish"),
    "Russian": ("Министры двух стран встретились в Риме и обсудили торговлю.".encode(), "not Turkish"),
    "too long": (b"a " * 5_000_001, "too long"),
}


@pytest.mark.parametrize(("raw", "told"), BAD.values(), ids=BAD)
def test_bad_text(tmp_path: Path, raw: bytes, told: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(raw)
    ran = tutanak("read", path)
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.startswith(f"tutanak: {path}: ")
    assert told in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("name", ["none.txt", "."])
def test_no_file(tmp_path: Path, name: str) -> None:
    ran = tutanak("read", tmp_path / name)
    assert (ran.status, ran.out, ran.err.count("\n")) == (3, "", 1)


def test_another_language_is_read_when_it_must_be(tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text("The ministers of the two countries met in Rome and said that the trade of the year was not enough for them.")
    assert tutanak("read", path, "--language", "tr", "--format", "jsonl").status == 0


WRONG_LINES = {
    "not json": ('{"id": ', "not a line of JSON"),
    "a list": ([1], "not an article"),
    "no text": ({"id": "x"}, 'no words under "text"'),
    "text of another kind": ({"id": "x", "text": 5}, 'no words under "text"'),
    "a title of another kind": ({"id": "x", "text": REPORT, "title": 5}, '"title" is a int'),
    "empty": ({"id": "x", "text": " "}, "empty"),
    "lone surrogate": ('{"id": "x", "text": "\\ud83d dedi"}', "surrogate"),
    "duplicate id": ({"id": "good", "text": OTHER + "Başka."}, "duplicate id"),
}


@pytest.mark.parametrize(("row", "told"), WRONG_LINES.values(), ids=WRONG_LINES)
def test_a_wrong_line_is_named_and_the_others_are_read(tmp_path: Path, row: object, told: str) -> None:
    path = lines_file(tmp_path, {"id": "good", "text": REPORT}, row, {"id": "last", "text": OTHER})
    ran = tutanak("read", path, "--format", "jsonl")
    assert ran.status == 3
    assert [json.loads(line)["doc"]["id"] for line in ran.out.splitlines()] == ["good", "last"]
    assert f"{path}:2: " in ran.err
    assert told in ran.err
    assert "read 3 = kept 2 + skipped 0 + failed 1 (" in ran.err


def test_the_same_article_again_is_skipped(tmp_path: Path) -> None:
    path = lines_file(tmp_path, {"id": "a", "text": REPORT}, {"id": "a", "text": REPORT})
    ran = tutanak("read", path, "--format", "jsonl")
    assert ran.status == 0
    assert "read 2 = kept 1 + skipped 1 (the same article again: 1) + failed 0" in ran.err


WRONG = [("read",), ("read", "-", "--format", "xml"), ("read", "-", "--published", "dün"), ("nothing",), ("rules", "nothing")]


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    ran = tutanak(*arguments, given=REPORT.encode())
    assert (ran.status, ran.out) == (2, "")


# the other commands


def test_why_shows_what_was_seen(report: Path) -> None:
    ran = tutanak("why", report, "Veli, “")
    assert ran.status == 0
    assert "^ character" in ran.out
    assert "mention “Veli”" in ran.out


def test_why_names_the_rule_and_its_example(report: Path) -> None:
    ran = tutanak("why", report, str(REPORT.index("dedi")))
    assert "statement s" in ran.out
    assert "languages/tr/reporting.yaml" in ran.out
    assert "example: " in ran.out


@pytest.mark.parametrize("offset", ["100000", "-1", "hiç geçmeyen sözler"])
def test_why_refuses_what_is_not_there(report: Path, offset: str) -> None:
    assert tutanak("why", "--", report, offset).status == 2


def test_rules_are_counted_and_listed() -> None:
    assert "reporting" in tutanak("rules").out
    assert "tr/reporting:" in tutanak("rules", "reporting").out


def test_what_was_read_verifies(report: Path) -> None:
    made = tutanak("read", report, "--format", "jsonl")
    ran = tutanak("verify", "-", given=made.data)
    assert (ran.status, ran.out) == (0, "")
    assert "0 failed" in ran.err


def test_what_is_no_minutes_cannot_be_verified(tmp_path: Path) -> None:
    ran = tutanak("verify", lines_file(tmp_path, {"id": "a", "text": REPORT}))
    assert ran.status == 1
    assert "no minutes" in ran.err


def test_the_package_runs_as_the_command_does(report: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "tutanak", "read", str(report), "--format", "jsonl"], capture_output=True)
    assert (done.returncode, done.stdout) == (0, tutanak("read", report, "--format", "jsonl").data)
