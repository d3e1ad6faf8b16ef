"""Stories of a ledger: gathered once, counted once, told with their sources; quotations, versions, what was not heard of. On both stores."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("rensa")
import tutanak
from tutanak.cli import cli
from tutanak.cli_stories import COMMANDS
from tutanak.errors import LedgerError
from tutanak.ledger import Ledger, demo
from tutanak.stories import pages, quoting, telling
from tutanak.stories.shelving import Gathered, gather
from tutanak.stories.versions import versions
from tutanak.stories.wording import differences, put_in

URL = "https://example.org/ornek-ajans/bakude-gorusme"
REPORT = (
    "Azerbaycan Cumhurbaşkanı Elçin Nazarov ile Rusya Devlet Başkanı Viktor Sokolov, Bakü’de bir araya geldi.\n"
    "Sokolov, “İkili ticaret hacmi geçen yıl yüzde 12 büyüdü, Hazar hattı için de 3 milyar dolar ayırdık.” dedi.\n"
    "Nazarov, Karabağ yolunun 2032 yılının haziran ayında açılacağını söyledi.\n"
)


@pytest.fixture(scope="module")
def kept(store: Callable[[], str]) -> Iterator[Ledger]:
    with Ledger(store()) as ledger:
        demo.fill(ledger)
        gather(ledger)
        yield ledger


def first(ledger: Ledger) -> telling.Story:
    with ledger.store.reading() as connection:
        listed = telling.listed(connection)
        return telling.story(connection, listed[0].members[0].source.sha256[:12])


def test_a_copy_and_a_revision_are_of_one_story(kept: Ledger) -> None:
    told = [(member.source.outlet, member.relation) for member in first(kept).members]
    assert told == [("Örnek Ajans", None), ("Hayali Haber", "spun"), ("Örnek Ajans", "revision")]


def test_what_is_gathered_is_not_gathered_again(kept: Ledger) -> None:
    assert gather(kept) == Gathered()


def test_a_story_counts_once(store: Callable[[], str]) -> None:
    with Ledger(store()) as ledger:
        demo.fill(ledger)
        before = ledger.pair("AZ", "RU").total
        gather(ledger)
        after, timeline = ledger.pair("AZ", "RU").total, ledger.pair("AZ", "RU").timeline
        assert after["meetings"] == before["meetings"] - 1
        assert after["undertakings"] == before["undertakings"] - 1
        assert {told.again for told in timeline} == {0, 1}
        assert not ledger.audit()


def test_the_original_counts_and_the_spun_copy_is_its_source(kept: Ledger) -> None:
    said = [(one.source.outlet, [a.source.outlet for a in again]) for one, again in first(kept).records if again]
    assert said
    assert all(pair == ("Örnek Ajans", ["Hayali Haber"]) for pair in said)


def test_swaps_are_told_word_by_word(kept: Ledger) -> None:
    (swaps,) = first(kept).swaps.values()
    assert {(s.old, s.new) for s in swaps} >= {("araya", "ortaya"), ("Başkanı", "Lideri"), ("öneriyi", "teklifi")}


def test_figures_of_a_story_that_disagree(kept: Ledger) -> None:
    (measure,) = first(kept).measures
    assert {figure.body["value"] for figure in measure.figures} == {12, 13}


def test_the_versions_of_an_address(kept: Ledger) -> None:
    with kept.store.reading() as connection:
        old, new = versions(connection, URL)
    assert (old.withdrawn, old.added, old.changed) == ((), (), ())
    assert {(was.kind, now.kind) for was, now in new.changed} == {("statements", "statements"), ("figures", "figures")}
    assert {(was.body["value"], now.body["value"]) for was, now in new.changed if was.kind == "figures"} == {(12, 13)}
    assert not new.withdrawn
    with kept.store.reading() as connection, pytest.raises(LedgerError, match="no article"):
        versions(connection, "https://example.org/nowhere")


def test_the_wordings_of_a_quotation(kept: Ledger) -> None:
    with kept.store.reading() as connection:
        quotation = next(q for q in quoting.several(connection) if "stratejik" in q.variants[0].told.words)
        whole = quoting.variants(connection, kept.store.dialect, quotation.variants[0].told.id[:10])
    assert {v.told.source.outlet for v in whole.variants} == {"Örnek Ajans", "Hayali Haber"}
    changed = {(d.old, d.new) for v in whole.variants for d in v.differences}
    assert any("ilişkilerim" in old + new and "bağlantılarım" in old + new for old, new in changed)


def test_only_a_statement_has_wordings(kept: Ledger) -> None:
    meeting = next(kept.records("meetings"))
    with kept.store.reading() as connection, pytest.raises(LedgerError, match="not a statement"):
        quoting.variants(connection, kept.store.dialect, meeting.id)


def test_what_was_promised_and_not_heard_of_since(kept: Ledger) -> None:
    silent = {fate.words for fate in kept.undertakings(silent="2031-12-01")}
    assert "Batum Elektrik Hattı Projesi" in silent
    assert "Ege Dostluk Anlaşması" not in silent
    assert not kept.undertakings(silent="2000-01-01")


def test_a_text_read_anew_keeps_its_story_and_loses_no_source(store: Callable[[], str]) -> None:
    with Ledger(store()) as ledger:
        for n in range(3):
            ledger.add(tutanak.read(REPORT + f"Haber {n}. kez yayımlandı.\n", published=f"2031-03-0{n + 1}", outlet=f"Gazete {n}", language="tr"))
        done = gather(ledger)
        assert (done.articles, done.joined) == (3, 2)
        total = ledger.pair("AZ", "RU").total
        ledger.version = ("another", "pack")
        assert len(list(ledger.reread())) == 3
        gather(ledger)
        assert ledger.pair("AZ", "RU").total == total
        assert {member.relation for member in first(ledger).members} == {None, "republished"}


SHARED = (
    "Toplantı, Reykjavik'teki Harpa Kültür Merkezi'nde iki gün boyunca basına kapalı olarak yapıldı.\n"
    "Oslo ile Reykjavik arasındaki feribot seferleri fırtına yüzünden 14 Kasım'dan beri yapılamıyordu.\n"
    "Danimarka, Faroe Adaları'ndaki deniz fenerlerinin bakımını üstlenmişti.\n"
)
SWAPPED = (
    "İzlanda Ulaştırma Bakanlığı sözcüsü, bir gazetecinin sorusu üzerine Reykjavik limanının yeniden açıldığını söyledi.\n"
    "Norveç Savunma Bakanlığı, bölgeye 46 gemi gönderildiğini bildirdi.\n"
    "Norveç Başbakanı Erik Dahl, Kuzey Kablosu Projesi'nin yakında tamamlanacağını, bunun için 300 milyon dolar ayrıldığını açıkladı.\n" + SHARED,
    "İzlanda Ulaştırma Bakanlığı konuşmacısı, bir muhabirin suali üzerine Reykjavik limanının tekrar açıldığını söyledi.\n"
    "Norveç Müdafaa Bakanlığı, mıntıkaya 46 tekne gönderildiğini bildirdi.\n"
    "Norveç Başbakanı Erik Dahl, Kuzey Hattı Projesi'nin çok geçmeden bitirileceğini, bunun uğruna 300 milyon dolar ayrıldığını açıkladı.\n" + SHARED,
)
"""A report, and a copy in which who speaks, what is counted and what is planned are called by other words."""


def told_once(store: str, *texts: str) -> tuple[int, list[tuple[str, str]]]:
    """Of a ledger of these articles: how many records are told of their story, and what is not said by all of them, by kind and words."""
    with Ledger(store) as ledger:
        for text in texts:
            ledger.add(tutanak.read(text, language="tr"))
        gather(ledger)
        story = first(ledger)
        return len(story.records), [(one.kind, one.words) for one, again in story.records if len(again) < len(texts) - 1]


def test_a_record_of_a_spun_copy_is_known_by_its_place(store: Callable[[], str]) -> None:
    told, once = told_once(store(), *SWAPPED)
    assert told >= 6
    assert not once


def test_the_original_that_comes_later_is_told_first(store: Callable[[], str]) -> None:
    told, once = told_once(store(), *reversed(SWAPPED))
    assert told >= 6
    assert not once


@pytest.mark.parametrize(("word", "other"), [("46 tekne", "64 tekne"), ("Erik Dahl", "Nils Berg")])
def test_no_swap_makes_a_number_or_a_person_another(store: Callable[[], str], word: str, other: str) -> None:
    original, copy = SWAPPED
    _, once = told_once(store(), original, copy.replace(word, other))
    assert once


def test_who_is_forgotten_leaves_no_repeats(store: Callable[[], str]) -> None:
    with Ledger(store()) as ledger:
        demo.fill(ledger)
        gather(ledger)
        ledger.forget("Elçin Nazarov", "test")
        gather(ledger)
        assert not ledger.audit()
        assert "Nazarov" not in json.dumps(first(ledger).to_dict(), ensure_ascii=False)


def test_differences_are_spans_of_both_texts() -> None:
    one, other = "Anlaşma, “iki ülkenin” yararınadır.", "Anlaşma iki milletin de yararınadır!"
    found = list(differences(one, other))
    assert [(d.kind, d.old, d.new) for d in found] == [("changed", "ülkenin", "milletin de")]
    assert all(d.old_span.of(one) == d.old and d.new_span.of(other) == d.new for d in found)
    assert [(d.kind, d.old) for d in differences("dün Bakü’ye geldi", "Bakü’ye geldi")] == [("dropped", "dün")]
    assert [(s.old, s.new) for s in put_in("Heyet dün kente geldi.", "Heyet dün şehre geldi.")] == [("kente", "şehre")]


# THE COMMANDS


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stories") / "minutes.db"
    with Ledger(path) as ledger:
        demo.fill(ledger)
    ran(path, "stories")
    return path


def ran(minutes: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [arguments[0], "--ledger", str(minutes), *arguments[1:]], env={"LC_ALL": "C.UTF-8"})


def story_of(minutes: Path) -> str:
    return str(json.loads(ran(minutes, "stories", "--format", "json").stdout)[0]["story"])


def test_stories_are_gathered_and_listed(tmp_path: Path) -> None:
    with Ledger(tmp_path / "m.db") as ledger:
        demo.fill(ledger)
    told = ran(tmp_path / "m.db", "stories")
    assert (told.exit_code, "2 joined one" in told.stderr) == (0, True)
    assert "spun copy" in told.stdout
    assert ran(tmp_path / "m.db", "stories").stderr == ""
    assert "Stories (0)" not in ran(tmp_path / "m.db", "stories", "--relation", "spun").stdout
    assert json.loads(ran(tmp_path / "m.db", "stories", "--relation", "update", "--format", "json").stdout) == []


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_every_answer_has_a_page(minutes: Path, lang: str) -> None:
    for arguments in (("stories",), ("story", story_of(minutes)[:10]), ("quotes",), ("versions", URL), ("undertakings", "--silent", "2032-01-01")):
        told = ran(minutes, *arguments, "--lang", lang)
        assert (told.exit_code, told.stderr) == (0, ""), arguments
        assert len(told.stdout) > 100, arguments
        for form in ("md", "json"):
            assert ran(minutes, *arguments, "--lang", lang, "--format", form).exit_code == 0


def test_wordings_by_id(minutes: Path) -> None:
    ident = json.loads(ran(minutes, "quotes", "--format", "json").stdout)[0]["earliest"]
    told = ran(minutes, "quotes", "--variants", ident[:10])
    assert "most complete" in told.stdout


def test_faults_are_told(minutes: Path) -> None:
    assert "no article has" in str(ran(minutes, "story", "zz").exception)
    assert "no article of this ledger" in str(ran(minutes, "versions", "https://example.org/x").exception)


def test_an_article_in_no_story_yet(tmp_path: Path) -> None:
    with Ledger(tmp_path / "m.db") as ledger:
        sha = ledger.add(tutanak.read(REPORT, language="tr")).sha256
    assert "`tutanak stories`" in str(ran(tmp_path / "m.db", "story", sha[:8]).exception)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_each_command_has_examples(command: object) -> None:
    assert "Examples:" in (getattr(command, "help", "") or "")


def test_pages_mark_what_differs(kept: Ledger) -> None:
    with kept.store.reading() as connection:
        page = pages.quotations_page(quoting.several(connection), "tr")
    assert any(run.style == "mark" for section in page.sections for line in section.lines for run in line.runs)


def test_what_is_added_is_put_into_stories(tmp_path: Path) -> None:
    for name, more in (("a", ""), ("b", "Görüşme iki saat sürdü.\n")):
        (tmp_path / f"{name}.txt").write_text(REPORT + more, encoding="utf-8")
        assert ran(tmp_path / "m.db", "add", str(tmp_path / f"{name}.txt")).exit_code == 0
    told = ran(tmp_path / "m.db", "stories", "--format", "json")
    assert told.stderr == ""
    assert len(json.loads(told.stdout)[0]["articles"]) == 2


# HEADINGS

BODY = (
    "Azerbaycan Cumhurbaşkanı Elçin Nazarov, Bakü’de konuştu. Nazarov, “Bölgemizde uzun vadeli barışı hedefliyoruz. Yollar açılacak.” dedi.\n"
    "Nazarov, Karabağ yolunun 2032 yılının haziran ayında açılacağını söyledi.\n"
)
TITLES = {
    "Nazarov: “Bölgemizde kalıcı barışı hedefliyoruz”": [("uzun vadeli", "kalıcı")],
    "Nazarov: Bölgemizde kalıcı barışı istiyoruz": [("uzun vadeli", "kalıcı"), ("hedefliyoruz", "istiyoruz")],
    "“Bölgemizde barışı hedefliyoruz”": [("uzun vadeli", "")],
    "Nazarov ‘uzun vadeli barışı hedefliyoruz’ dedi": [],
    "NAZAROV: “UZUN VADELİ BARIŞI HEDEFLİYORUZ”": [],
    "“Barış” sözü": [],
    "Nazarov: “Sınır kapısı gelecek yıl kapanacak”": [],
    "Nazarov Bakü’de uzun uzun konuştu": [],
}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_that_quotes_in_other_words(title: str, tmp_path: Path) -> None:
    with Ledger(tmp_path / "m.db") as ledger:
        ledger.add(tutanak.read(BODY, title=title, published="2031-03-04", language="tr"))
        gather(ledger)
        with ledger.store.reading() as connection:
            found = telling.story(connection, telling.listed(connection, least=1)[0].members[0].source.sha256)
    assert [(d.old, d.new) for drift in found.drifts for d in drift.differences] == TITLES[title]
    for drift in found.drifts:
        assert all(d.old_span.of(drift.body) == d.old and d.new_span.of(drift.words) == d.new for d in drift.differences)


def test_a_sub_heading_that_drifts_is_told_on_its_page(tmp_path: Path) -> None:
    told = BODY.replace("\n", "\n“Bölgemizde kalıcı barışı hedefliyoruz”\n", 1)
    (tmp_path / "a.txt").write_text(told, encoding="utf-8")
    ran(tmp_path / "m.db", "add", str(tmp_path / "a.txt"))
    with Ledger(tmp_path / "m.db") as ledger:
        sha = next(iter(ledger.records("statements"))).source.sha256
    assert [d["heading"] for d in json.loads(ran(tmp_path / "m.db", "story", sha, "--format", "json").stdout)["drifts"]] == [
        "Bölgemizde kalıcı barışı hedefliyoruz"
    ]
    page = ran(tmp_path / "m.db", "story", sha, "--format", "md", "--lang", "en").stdout
    assert "heading differs" in page
    assert "uzun vadeli" in page
