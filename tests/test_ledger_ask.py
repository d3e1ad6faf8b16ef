"""Questions to the ledger of invented reports: pairs, figures side by side, fates, people, one record, what is new. On both stores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

import tutanak
from tutanak.errors import LedgerError
from tutanak.ledger import Ledger, demo, pages
from tutanak.ledger.measures import agree, in_nominative, interval, stems
from tutanak.ledger.news import day
from tutanak.ledger.tabular import COLUMNS, lines


@pytest.fixture(scope="module")
def kept(store: Callable[[], str]) -> Iterator[Ledger]:
    with Ledger(store()) as ledger:
        demo.fill(ledger)
        yield ledger


def test_the_demo_is_filled_once(kept: Ledger) -> None:
    balance = demo.fill(kept)
    assert (balance.kept, balance.known) == (0, len(list(demo.reports())))


def test_a_pair_in_any_order_and_by_any_name(kept: Ledger) -> None:
    one = kept.pair("AZ", "RU").to_dict()
    assert one == kept.pair("Russia", "Azerbaycan").to_dict()
    assert one["pair"] == ["AZ", "RU"]
    assert one["total"]["meetings"] == 6


def test_a_timeline_begins_with_the_newest(kept: Ledger) -> None:
    days = [told.day for told in kept.pair("AZ", "RU").timeline]
    assert days == sorted(days, reverse=True)
    assert {told.source.outlet for told in kept.pair("AZ", "RU").timeline} == {"Örnek Ajans", "Hayali Haber", "Deneme Gazetesi"}


def test_pages_of_a_timeline(kept: Ledger) -> None:
    whole = [told.id for told in kept.pair("AZ", "RU", limit=200).timeline]
    assert [told.id for n in range(0, len(whole), 7) for told in kept.pair("AZ", "RU", limit=7, offset=n).timeline] == whole


@pytest.mark.parametrize(
    ("asked", "expected"),
    [({"since": "2032"}, {"2032-02-01", "2032-04-12", "2032-07-19"}), ({"until": "2031-03-04"}, {"2031-03-04"}),
     ({"since": "2031-05", "until": "2031-06"}, {"2031-05-10", "2031-06-18"}), 
     ({"kinds": ["undertakings"], "since": "2031-06-01"}, {"2031-06-18", "2031-11-20"}),
     ({"speaker": "huseynova"}, {"2031-06-18", "2031-09-02"}), ({"speaker": "Hüseynova", "kinds": ["figures"]}, {"2031-06-18", "2031-09-02"}),
     ({"speaker": "hiç kimse"}, set()), ({"topic": "nothing"}, set())],
)  # fmt: skip
def test_a_question_is_narrowed(kept: Ledger, asked: dict[str, object], expected: set[str]) -> None:
    assert {told.day for told in kept.pair("AZ", "RU", **asked).timeline} == expected  # type: ignore[arg-type]


def test_topics_are_those_of_articles(kept: Ledger) -> None:
    whole, trade = kept.pair("AZ", "RU", limit=500).timeline, kept.pair("AZ", "RU", topic="trade", limit=500).timeline
    assert 0 < len(trade) < len(whole)


def test_who_said_how_much(kept: Ledger) -> None:
    shares = {share.name: share for share in kept.pair("AZ", "RU").shares}
    assert (shares["Nigar Hüseynova"].state, shares["Nigar Hüseynova"].statements) == ("AZ", 2)
    assert shares["Viktor Sokolov"].words > 20


def test_figures_that_disagree_name_each_other(kept: Ledger) -> None:
    volume = next(m for m in kept.pair("AZ", "RU").measures if m.unit == "USD" and "ticaret" in m.words)
    values = {figure.id: figure.body["value"] for figure in volume.figures}
    assert {frozenset((values[a], values[b])) for a, b in volume.disagreements} == {frozenset((4_100_000_000, 4_600_000_000))}


def test_a_revision_withdraws_what_it_corrects(kept: Ledger) -> None:
    growth = next(m for m in kept.pair("AZ", "RU").measures if m.unit == "percent" and "ticaret" in m.words)
    told = {(figure.source.outlet, figure.body["value"]) for figure in growth.figures if figure.day < "2031-04"}
    assert told == {("Hayali Haber", 12), ("Örnek Ajans", 13)}, "the page's first figure is gone, the copy of it still stands"


def test_the_fate_of_a_project(kept: Ledger) -> None:
    fate = next(f for f in kept.undertakings("AZ", "RU") if "Hazar" in f.words)
    assert [step.body["status"] for step in fate.turns()] == ["proposed", "agreed", "signed", "suspended"]
    assert fate.open
    assert [f.words for f in kept.undertakings() if not f.open] == ["Dicle Su Anlaşması", "yaptırımlar"]  # in force
    assert "Dicle Su Anlaşması" not in [f.words for f in kept.undertakings(only_open=True)]


REPORTS = (  # invented; two agreements of one name with other parties, and one that is told of twice
    "Kenya ile Uganda serbest ticaret anlaşması imzaladı.",
    "Kenya ile Peru serbest ticaret anlaşması önerdi.",
    "Uganda ile Kenya arasındaki serbest ticaret anlaşması askıya alındı.",
    "Kenya, Nil barış planını önerdi.",
    "Uganda, Nil barış planını kabul etti.",
    "Peru ile Şili arasındaki ateşkes anlaşması imzalandı.",
    "Şili ile Peru arasındaki ateşkes yürürlüğe girdi.",
    "Şili ile Bolivya arasındaki ateşkes anlaşması imzalandı.",
)


def test_undertakings_of_one_name_are_one_only_with_their_parties(store: Callable[[], str]) -> None:
    with Ledger(store()) as ledger:
        for day, report in enumerate(REPORTS, 1):
            ledger.add(tutanak.read(report, published=f"2031-05-{day:02}", language="tr"))
        told = {(f.words, f.parties, tuple(step.body["status"] for step in f.steps)) for f in ledger.undertakings()}
    assert {(words, parties) for words, parties, _ in told} == {
        ("serbest ticaret anlaşması", ("KE", "UG")), ("serbest ticaret anlaşması", ("KE", "PE")), ("Nil barış planı", ("KE", "UG")),
        ("ateşkes anlaşması", ("PE", "CL")), ("ateşkes anlaşması", ("CL", "BO")),
    }  # fmt: skip
    fates = [("proposed",), ("proposed", "agreed"), ("signed",), ("signed", "in_force"), ("signed", "suspended")]
    assert sorted(steps for _, _, steps in told) == fates


def test_a_person_over_articles(kept: Ledger) -> None:
    portrait = kept.person("nazarov")
    assert (portrait.actor.name, portrait.actor.state) == ("Elçin Nazarov", "AZ")
    held = portrait.offices[0]
    assert (held.office, held.state, held.first, held.last) == ("Cumhurbaşkanı", "AZ", "2031-03-04", "2032-02-01")
    assert "2032-07-19" in {told.day for told in portrait.said}, "an office that stands alone is its holder"
    assert portrait.partners["RU"] > portrait.partners["TR"] > 0


def test_an_office_that_stands_alone_is_shown_with_its_holder(kept: Ledger) -> None:
    statement = next(t for t in kept.pair("AZ", "RU", kinds=["statements"]).timeline if t.day == "2032-07-19")
    assert "".join(run.words for run in statement.line("tr").head) == "Azerbaycan Cumhurbaşkanı (Elçin Nazarov)"


def test_nobody_of_that_name(kept: Ledger) -> None:
    with pytest.raises(LedgerError, match="nobody in the ledger"):
        kept.person("Bilinmeyen")


def test_one_record_in_full(kept: Ledger) -> None:
    figure = kept.pair("AZ", "RU", kinds=["figures"]).timeline[0]
    shown = kept.show(figure.id[:10])
    assert shown.told.id == figure.id
    assert shown.span.of(shown.text) in shown.context.of(shown.text)
    value = next(claim for claim in shown.claims if claim.field == "value")
    assert value.how == "derived"
    assert shown.readings[0][:2] == kept.version


@pytest.mark.parametrize(("ident", "told"), [("zzzz", "no record's id"), ("", "no record's id"), ("%", "no record's id")])
def test_an_unknown_record(kept: Ledger, ident: str, told: str) -> None:
    with pytest.raises(LedgerError, match=told):
        kept.show(ident)


def test_a_beginning_of_several(kept: Ledger) -> None:
    first = [told.id[0] for told in kept.pair("AZ", "RU", limit=100).timeline]
    with pytest.raises(LedgerError, match="give more of it"):
        kept.show(max(first, key=first.count))


def test_what_is_new(kept: Ledger) -> None:
    news = kept.digest("2031-09-01", "2031-09-30")
    assert news.articles == 2
    assert news.pairs[0][:2] == ("AZ", "RU")
    assert len(news.measures) == 1


def test_days() -> None:
    from datetime import UTC, datetime

    now = datetime(2031, 3, 10, tzinfo=UTC)
    assert [day(told, now) for told in ("7d", "2w", "1 h", "2031-03", "2031")] == ["2031-03-03", "2031-02-24", "2031-03-03", "2031-03", "2031"]
    with pytest.raises(LedgerError, match="is no day"):
        day("dün")


def test_tables(kept: Ledger) -> None:
    told = "".join(lines(kept.pair("AZ", "RU").timeline)).splitlines()
    assert told[0].split(",") == list(COLUMNS)
    frame = kept.to_pandas("figures")
    assert list(frame.columns) == list(COLUMNS)
    assert 4_100_000_000 in set(frame["value"])


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_every_answer_has_a_page(kept: Ledger, lang: str) -> None:
    sheet = kept.pair("AZ", "RU")
    told = [pages.sheet_page(sheet, lang), pages.fates_page(kept.undertakings(), lang), pages.portrait_page(kept.person("Sokolov"), lang),
            pages.news_page(kept.digest("2031"), lang), pages.shown_page(kept.show(sheet.timeline[0].id), lang),
            pages.hits_page("ticaret*", kept.search("ticaret*"), lang)]  # fmt: skip
    assert all(page.sections and page.title for page in told)


# figures, alone


def figure(value: float | str, **more: object) -> dict[str, object]:
    return {"value": value, "value_to": None, "bound": "exact", "direction": None, **more}


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [(figure(4_500_000_000), figure(4_520_000_000), True), (figure(4_500_000_000), figure(4_600_000_000), False), (figure(12), figure(13), False),
     (figure(7, bound="over"), figure("7.4"), True), (figure(7, bound="over"), figure(6), False), (figure(10, bound="under"), figure(12), False),
     (figure(100, bound="about"), figure(104), True), (figure(5, value_to=7), figure(6), True),
     (figure(3, direction="up"), figure(3, direction="down"), False)],
)  # fmt: skip
def test_which_figures_can_both_be_true(one: dict[str, object], other: dict[str, object], both: bool) -> None:
    assert agree(one, other) is both
    assert agree(other, one) is both


def test_a_figure_allows_what_rounds_to_it() -> None:
    assert interval(figure(4_500_000_000)) == (Decimal("4450000000"), Decimal("4550000000"))


def test_names_in_other_cases_are_the_same() -> None:
    assert stems("ikili ticaret hacminin") == stems("İkili ticaret hacmi")


TRADE = "{a} ile {b} arasındaki ticaret hacmi 2030 yılında {n} milyar dolar oldu.\n{a} ile {b}, Ticaret Anlaşması'nı {day} imzaladı.\n"


def test_figures_and_agreements_of_other_pairs_are_others(store: Callable[[], str]) -> None:
    with Ledger(store()) as ledger:
        for n, (a, b) in enumerate((("Türkiye", "Irak"), ("Rusya", "Azerbaycan"), ("Türkiye", "Irak"))):
            ledger.add(tutanak.read(TRADE.format(a=a, b=b, n=n + 4, day="dün"), published=f"2031-0{n + 1}-04", language="tr"))
        news = ledger.digest("2031")
        pairs = [{f.body["value"] for f in m.figures if f.id in sum(m.disagreements, ())} for m in news.measures]
        assert pairs == [{4_000_000_000, 6_000_000_000}]
        assert sorted(len(fate.steps) for fate in ledger.undertakings() if "Ticaret" in fate.words) == [1, 2]


@pytest.mark.parametrize(
    ("words", "heading"),
    [("ihracatın", "ihracat"), ("ticaret hacminin", "ticaret hacmi"), ("kapasiteyi", "kapasite"), ("kitabı", "kitap"), ("yardımların", "yardımlar"),
     ("TANAP’ın", "TANAP"), ("dış ticaret hacmimiz", "dış ticaret hacmimiz"), ("Kenya’nın ihracatında", "Kenya’nın ihracatı"), ("", "")],
)  # fmt: skip
def test_a_measure_stands_in_the_nominative(words: str, heading: str) -> None:
    assert in_nominative(words) == heading
