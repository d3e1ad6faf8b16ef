"""What is told of neither is denied: "ne … ne de …" makes no act, encounter, statement or signature."""

from __future__ import annotations

import pytest

import tutanak

DENIED = [
    "Kenya, ne Uganda'ya saldırdı ne de Peru'yu tehdit etti.",
    "Kenya ne Uganda'ya ne de Peru'ya saldırdı.",
    "Ne Kenya ne de Uganda anlaşmayı imzaladı.",
    "Kenya Cumhurbaşkanı Peter Odinga, ne Uganda Cumhurbaşkanı Paul Okello ile görüştü ne de onu aradı.",
    "Ne Norveç Başbakanı Lars Holten ne de Kenya Cumhurbaşkanı Peter Odinga köprünün kapanacağını söyledi.",
    "Kenya ile Uganda arasında ne bir görüşme yapıldı ne de bir anlaşma imzalandı.",
    "Norveç Başbakanı Lars Holten, ne Kenya'nın ne de Uganda'nın Peru'ya saldırdığını biliyor.",
]
TOLD = [
    ("Norveç, ne Kenya'ya ne de Uganda'ya saldırdı. Peru, Çad'a saldırdı.", 1),  # the next sentence stands
    ("Kenya, Uganda'ya saldırdı; ne zaman duracağı ne de olsa bilinmiyor.", 1),  # a question, and "after all"
    ("Kenya, Uganda'ya saldırdı, ne de olsa komşusuydu.", 1),
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_told_of_neither_is_denied(text: str) -> None:
    minutes = tutanak.read(text, language="tr").to_dict(all=True)
    assert [a["evidence"] for a in minutes["acts"] if a["layer"] == "done"] == []
    assert [m["status"] for m in minutes["meetings"] if m["status"] in ("held", "ongoing")] == []
    assert minutes["statements"] == []
    assert [u["status"] for u in minutes["undertakings"] if u["status"] in ("signed", "agreed", "in_force")] == []


@pytest.mark.parametrize(("text", "acts"), TOLD)
def test_what_stands_beside_it_is_told(text: str, acts: int) -> None:
    assert len([a for a in tutanak.read(text, language="tr").to_dict()["acts"] if a["layer"] == "done"]) == acts


def test_what_neither_is_said_to_do_is_what_is_said() -> None:
    """The negation is inside the reported clause, which is told whole."""
    said = tutanak.read("Norveç Başbakanı Lars Holten, ne Kenya'nın ne de Uganda'nın köprüye saldırdığını söyledi.", language="tr").to_dict()[
        "statements"
    ]
    assert len(said) == 1
