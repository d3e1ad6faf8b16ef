"""Stories over an archive: what the index finds one after the other, by any engine, with the same bytes, whatever happened on the way."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not here: pip install 'tutanak[archive]'")
pytest.importorskip("rensa", reason="rensa is not here: pip install 'tutanak[stories]'")
import pyarrow.parquet as pq

from tutanak.batch import gathering, shuffle
from tutanak.batch.cluster import Dask
from tutanak.batch.engines import Engine, Here
from tutanak.batch.gathering import Archived
from tutanak.batch.local import Local
from tutanak.batch.model import Settings
from tutanak.errors import ExportError, LedgerError
from tutanak.stories import Gathering

from test_archive import command, lines, read, tree  # isort: skip

PLACES = ("Lima", "Quito", "Bogota", "Caracas", "Asuncion", "Montevideo", "Santiago", "Havana", "Managua", "Panama")
WORDS = """ticaret liman enerji yatırım ulaştırma tarım gümrük turizm eğitim savunma madencilik balıkçılık demiryolu havacılık bankacılık
sigorta sağlık haberleşme orman su elektrik doğalgaz petrol tekstil gemi uçak otomobil makine kimya ilaç"""
TOLD = "Görüşmede {} ile {} alanında {} milyon dolarlık {} projesinin {} yakınında başlayacağı belirtildi."


def report(n: int) -> str:
    """A report of its own: other names, numbers and words than all others."""
    chosen = random.Random(n)
    told = [f"Şili Devlet Başkanı Pedro Alarcon, {chosen.choice(PLACES)} kentinde {chosen.randint(2, 900)} kişilik bir heyetle görüştü."]
    for _ in range(6):
        a, b, c = chosen.sample(WORDS.split(), 3)
        told.append(TOLD.format(a, b, chosen.randint(10, 9999), c, chosen.choice(PLACES)))
    return " ".join(told)


def told(count: int) -> list[str]:
    """Reports, among them copies, updates and spun copies of earlier ones, some many reports later."""
    made = [report(n) for n in range(count)]
    for n in range(7, count, 5):
        first = made[n - random.Random(n).randint(1, n)]
        made[n] = (first, first + " Heyet akşam ülkesine döndü.", first.replace("belirtildi", "vurgulandı").replace("yakınında", "civarında"))[n % 3]
    return made


@pytest.fixture(scope="module")
def small() -> Iterator[None]:
    """Groups and parts so small that a few reports need several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gathering, "GROUP", 8)
        patch.setattr(gathering, "DEALT", 20)
        yield


@pytest.fixture(scope="module")
def archived(small: None, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001
    folder = tmp_path_factory.mktemp("archived")
    read(folder / "out", lines(folder / "news.jsonl", told(60)), how=Settings(language="tr", stretch=6000))
    return folder / "out"


def copied(archived: Path, tmp_path: Path) -> Path:
    import shutil

    return Path(shutil.copytree(archived, tmp_path / "out"))


def gathered(out: Path, engine: Engine | None = None) -> Archived:
    run = Archived(out)
    run.run(engine or Here())
    return run


@pytest.fixture(scope="module")
def whole(archived: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What an undisturbed run in this process gives."""
    out = copied(archived, tmp_path_factory.mktemp("whole"))
    gathered(out)
    return tree(out)


def rows(out: Path) -> list[dict[str, Any]]:
    """What is said of each article, in the order of the inputs."""
    names = [where["shard"] for where in json.loads((out / "manifest.json").read_bytes())["shards"]]
    return [row for name in names for row in pq.read_table(out / "stories" / f"{name}.parquet").to_pylist()]


def test_the_stories_are_those_that_the_index_finds(archived: Path, tmp_path: Path) -> None:
    out = copied(archived, tmp_path)
    run = gathered(out)
    assert run.plan.groups > 3
    assert run.plan.parts > 1
    index, shas = Gathering(), []
    places = [index.add(text) for text in told(60)]
    shas = [row["document"] for row in rows(out)]
    assert len(shas) == 60
    for place, row in zip(places, rows(out), strict=True):
        assert (row["story"], row["relation"]) == (shas[place.story], place.relation)
        assert row["to"] == (None if place.to is None else shas[place.to])
        assert row["background"] == [shas[n] for n in place.background]
        assert row["certainty"] == pytest.approx(place.certainty)
    assert run.relations["first"] == len({place.story for place in places}) < 55
    assert len({row["relation"] for row in rows(out)}) > 2


def test_any_engine_gives_the_same_bytes(archived: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    out = copied(archived, tmp_path)
    gathered(out, Local(2))
    assert tree(out) == whole


def test_a_cluster_gives_the_same_bytes(archived: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="distributed is not here: pip install 'tutanak[dask]'")
    out = copied(archived, tmp_path)
    gathered(out, Dask(2))
    assert tree(out) == whole


def test_cut_after_any_number_of_tasks(archived: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    out = copied(archived, tmp_path)
    for after in (1, 4, 9, 2):

        class Cut(Here):
            def run(self, rounds: Any, work: Any, left: list[int] = [after]) -> Iterator[Any]:  # noqa: B006
                for one in super().run(rounds, work):
                    yield one
                    left[0] -= 1
                    if not left[0]:
                        raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            gathered(out, Cut())
    steps: list[int] = []
    Archived(out).run(Here(), steps.append)
    assert max(steps) > 1, "what was done is not done again"
    assert tree(out) == whole


def test_killed_and_run_again(archived: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    out = copied(archived, tmp_path)
    code = (
        "import sys; from pathlib import Path; from tutanak.batch import gathering as g; from tutanak.batch.engines import Here; "
        "g.GROUP, g.DEALT = 8, 20; g.Archived(Path(sys.argv[1])).run(Here())"
    )
    for reached in ("keys", "likely", "tied"):
        with subprocess.Popen([sys.executable, "-c", code, str(out)]) as process:
            while process.poll() is None and not list(out.glob(f".parts/stories-*/{reached}/*.arrow")):
                time.sleep(0.001)
            process.send_signal(signal.SIGKILL)
    gathered(out)
    assert tree(out) == whole


def test_a_run_again_changes_nothing_and_a_grown_archive_is_gathered_anew(archived: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    out = copied(archived, tmp_path)
    gathered(out)
    again = gathered(out)
    assert (again.known, tree(out)) == (True, whole)
    read(out, lines(tmp_path / "news.jsonl", told(66)), how=Settings(language="tr", stretch=6000))
    grown = gathered(out)
    assert (grown.known, grown.articles) == (False, 66)
    assert len(list((out / "stories").iterdir())) == len(grown.plan.shards)


def test_two_texts_of_one_address_are_of_one_story(tmp_path: Path) -> None:
    given = [json.dumps({"text": text, "url": "https://ornek.example/1"}, ensure_ascii=False) for text in (report(1), report(2))]
    (tmp_path / "news.jsonl").write_text("\n".join(given), encoding="utf-8")
    read(tmp_path / "out", tmp_path / "news.jsonl")
    gathered(tmp_path / "out")
    assert [row["relation"] for row in rows(tmp_path / "out")] == [None, "revision"]


def test_the_command_says_what_was_gathered(archived: Path, tmp_path: Path) -> None:
    out = copied(archived, tmp_path)
    ran = command("gather", out, "--workers", "2")
    assert ran.exit_code == 0, ran.output
    assert ran.stderr.startswith("tutanak: 60 articles: 4")
    assert "joined one" in ran.stderr
    assert "60 articles gathered before" in command("gather", out).stderr


def test_what_is_no_archive_or_not_whole(archived: Path, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no manifest"):
        Archived(tmp_path)
    out = copied(archived, tmp_path)
    next((out / "shards").iterdir()).unlink()
    with pytest.raises(ExportError, match="run `tutanak archive` again"):
        Archived(out)


def test_an_archive_without_articles(tmp_path: Path) -> None:
    english = "The ministers met in Rome and said that this was not enough."
    read(tmp_path / "out", lines(tmp_path / "news.jsonl", [english]), how=Settings(stretch=500))
    assert gathered(tmp_path / "out").articles == 0


def test_a_batch_is_read_alone(tmp_path: Path) -> None:
    schema = shuffle.pa.schema([("n", shuffle.pa.int64()), ("word", shuffle.pa.string())])
    for name in ("a", "b"):
        shuffle.write(tmp_path / name, schema, shuffle.dealt([(n, f"{name}{n}") for n in range(7)], lambda row: row[0] % 3, 4))
    files = [tmp_path / "a", tmp_path / "b"]
    assert list(shuffle.rows(shuffle.read(files, 1))) == [(1, "a1"), (4, "a4"), (1, "b1"), (4, "b4")]
    assert list(shuffle.rows(shuffle.read(files, 3))) == []
