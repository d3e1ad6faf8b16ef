"""What is seen in the text itself: headings that drift, quotations left open, characters that no keyboard puts there."""

from __future__ import annotations

import pytest

import tutanak

BODY = (
    "Azerbaycan Cumhurbaşkanı Elçin Nazarov, Bakü’de gazetecilere konuştu.\n“{}”\n"
    "Nazarov, “Komşularımızla ilişkilerimiz gelişiyor. Bölgemizde uzun vadeli barışı hedefliyoruz.” dedi.\n"
)
HEADINGS = {
    "Bölgemizde uzun vadeli barışı hedefliyoruz": None,
    "Uzun vadeli barışı hedefliyoruz": None,
    "Bölgemizde kalıcı barışı hedefliyoruz": "kalıcı → uzun vadeli",
    "Bölgemizde barışı hedefliyoruz": "∅ → uzun vadeli",
    "Sınır kapıları yarın sabah kapanacak": None,
}


def findings(text: str) -> list[tuple[str, str, str | None]]:
    return [(f.kind, f.span.of(text), f.meant) for f in tutanak.read(text, language="tr").findings]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_that_puts_the_body_s_words_otherwise(heading: str) -> None:
    meant = HEADINGS[heading]
    assert findings(BODY.format(heading)) == ([("heading_drift", heading, meant)] if meant else [])


def test_a_quotation_left_open() -> None:
    text = "Nazarov konuştu.\n“Bölgemizde barışı hedefliyoruz, dedi.\nToplantı sona erdi.\n"
    assert [kind for kind, _, _ in findings(text)] == ["unclosed_quote"]
    assert findings(text.replace("hedefliyoruz,", "hedefliyoruz”,")) == []


@pytest.mark.parametrize(
    ("text", "kind", "meant"),
    [
        ("Baþkan dün Bakü’ye gitti.", "wrong_decoding", "ş"),
        ("Nazarov\u200b dün Bakü’ye gitti.", "odd_character", None),
        ("N\u0430zarov dün Bakü’ye gitti.", "mixed_script", None),
    ],
)
def test_odd_characters(text: str, kind: str, meant: str | None) -> None:
    assert [(k, m) for k, _, m in findings(text)] == [(kind, meant)]
