"""Undertakings on invented press sentences, and every head and status of the pack on its own example."""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import Marked, cases, read
from tutanak.languages import load
from tutanak.mentions.model import State
from tutanak.reading import read as whole
from tutanak.records import undertakings
from tutanak.records.model import Undertaking

CASES = cases("undertakings")
SECTION = load("tr").section("undertakings")


def taken(text: str) -> list[Undertaking]:
    layout, mentions = read(text)
    return undertakings.take(layout, mentions, [])


@pytest.mark.parametrize("marked", CASES, ids=lambda m: m.line[:60])
def test_cases(marked: Marked) -> None:
    found = [u for u in taken(marked.text) if u.confidence >= 0.5]
    told = [f"{u.kind}/{u.status or '-'} {u.span.of(marked.text)}" for u in found]
    wanted = [f"{label} {span.of(marked.text)}" for label, span in marked.labels]
    alike = [(label.split("/")[0] == u.kind and span.likeness(u.span) >= 0.5) for (label, span), u in zip(marked.labels, found, strict=False)]
    assert [len(found), all(alike)] == [len(marked.labels), True], f"\n{marked.line}\nwanted {wanted}\nfound  {told}"


@pytest.mark.parametrize("row", SECTION["heads"], ids=lambda r: r["says"])
def test_heads_match_their_examples(row: dict[str, str]) -> None:
    assert f"tr/undertakings:{row['says']}" in [u.rule for u in taken(row["example"])]
    if "not" in row:
        assert f"tr/undertakings:{row['says']}" not in [u.rule for u in taken(row["not"]) if u.confidence >= 0.5]


@pytest.mark.parametrize("row", SECTION["statuses"] + SECTION["settings"], ids=lambda r: r["says"])
def test_statuses_match_their_examples(row: dict[str, str]) -> None:
    told = [u.proof["status"].rule for u in taken(row["example"]) if "status" in u.proof]
    assert f"tr/undertakings:{row['says']}" in told


def read_lines(name: str) -> list[str]:
    return (Path(__file__).parent / "cases" / "tr" / name).read_text(encoding="utf-8").splitlines()


STATUSES = [line.split(" | ") for name in ("undertaking_statuses.txt", "undertaking_fates.txt") for line in read_lines(name) if " | " in line]


@pytest.mark.parametrize(("status", "text"), STATUSES, ids=lambda s: s[:60])
def test_status(status: str, text: str) -> None:
    assert [u.status or "-" for u in taken(text.replace("|", "\n"))][:1] == [status]


PARTIES = [line.split(" | ") for line in read_lines("undertaking_parties.txt") if " | " in line]


@pytest.mark.parametrize(("parties", "text"), PARTIES, ids=lambda s: s[:60])
def test_parties(parties: str, text: str) -> None:
    told = next(u for u in taken(text) if u.confidence >= 0.5)
    assert {p.id if isinstance(p, State) else p.name for p in told.parties} == set(parties.split()), told.proof["parties"]


SIDES = [line.split(" | ") for line in read_lines("undertaking_sides.txt") if " | " in line]


@pytest.mark.parametrize(("sides", "text"), SIDES, ids=lambda s: s[:60])
def test_sides(sides: str, text: str) -> None:
    """Of each undertaking that is shown, read with all that is known of who speaks."""
    told = [u for u in whole(text).undertakings if u.confidence >= 0.5]
    wanted = [set() if side == "-" else set(side.split()) for side in sides.split("; ")]
    assert [{p.id if isinstance(p, State) else p.name for p in u.parties} for u in told] == wanted


NAMES = [line.split(" | ") for line in read_lines("undertaking_names.txt") if " | " in line]


@pytest.mark.parametrize(("name", "text"), NAMES, ids=lambda s: s[:60])
def test_name(name: str, text: str) -> None:
    assert next(u for u in taken(text) if u.confidence >= 0.5).span.of(text) == name


ONE_STATE = "Kenya kıyılarında hava bu hafta boyunca açık geçti.\n" * 12
TWO_STATES = "Kenya ve Uganda kıyılarında hava bu hafta boyunca açık geçti.\n" * 12
NOBODYS = [
    (ONE_STATE, "Kentte yeni bir araştırma merkezi kurulacak."),
    (ONE_STATE, "Kulüp, oyuncuyla anlaşmaya vardı."),
    (TWO_STATES, "Gösteride yeni film projeleri tanıtıldı."),
    (TWO_STATES, "Kulüp, kaleciyle üç yıllık sözleşme imzaladı."),
    (TWO_STATES, "Kaleci, Uganda'ya gelerek üç yıllık bir sözleşmeye imza atacak."),
]


@pytest.mark.parametrize(("around", "text"), NOBODYS, ids=lambda s: s[:60])
def test_what_nobody_named_has_is_not_shown_in_a_long_article(around: str, text: str) -> None:
    assert [u.span.of(around + text) for u in taken(around + text) if u.confidence >= 0.5] == []


SOMEBODYS = [
    (TWO_STATES, "Taraflar gümrük anlaşması imzaladı."),
    (TWO_STATES, "Kenya ile Uganda üç yıllık doğal gaz sözleşmesi imzaladı."),
    (TWO_STATES, "Kenya, Uganda ile savunma projeleri yürütüyor."),
    (TWO_STATES, "Sınır Ötesi Sulama Projeleri anlatıldı."),
]


@pytest.mark.parametrize(("around", "text"), SOMEBODYS, ids=lambda s: s[:60])
def test_what_is_told_of_states_is_shown_in_a_long_article(around: str, text: str) -> None:
    assert len([u for u in taken(around + text) if u.confidence >= 0.5]) == 1


def test_a_name_does_not_begin_in_the_heading_above_it() -> None:
    text = "Norveç ile İsveç anlaştı.\n99 YILLIK ÖZEL ORTAKLIK\nBarış deklarasyonunun imzalanması bekleniyor.\nTİCARET ANLAŞMASI\nAnlaşma önemli."
    found = taken(text)
    assert found
    assert all("\n" not in u.span.of(text) for u in found)


def test_what_is_told_before_two_names_is_told_of_both() -> None:
    text = "Bakan, iki ülkenin imzaladığı Tarım Ortaklığı Belgesi ile Su Paylaşımı Belgesi'nin önemini anlattı."
    assert [u.status for u in taken(text)] == ["signed", "signed"]
    apart = "Bakan, iki ülkenin imzaladığı Tarım Ortaklığı Belgesi'ni ve komşusunun Su Paylaşımı Belgesi'ni anlattı."
    assert [u.status for u in taken(apart)] == ["signed", "in_force"]


@pytest.mark.parametrize(("parties", "shown"), [("Kulüp ile şirket", 0), ("Kenya ile Uganda", 1), ("Avrupa Birliği ile NATO", 1)])
def test_what_is_agreed_where_no_state_is_named_is_none_of_states(parties: str, shown: int) -> None:
    told = f"{parties} dün bina sponsorluğu anlaşması imzaladı. Törende {parties} adına iki yönetici konuştu. "
    text = told + "Yöneticiler, yeni dönemde ziyaretçilerin salonları dolduracağına inandıklarını belirtti. " * 5
    assert len([u for u in taken(text) if u.confidence >= 0.5]) == shown
