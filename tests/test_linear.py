"""Time grows with the text and no faster, also on texts that wear out a careless reader; nothing breaks on them."""

from __future__ import annotations

from time import process_time

import pytest

import tutanak

PIECES = {
    "one sentence without end": "ve bakan geldi ",
    "unclosed quotes": "“Bakan geldi ",
    "quotes that open each line": "“Bakan geldi\n",
    "quotes with a cue": "“Geldi” dedi ",
    "quotes with marks that match nothing": "'Bakan \"geldi “",
    "capitals": "Ankara ",
    "states joined": "Rusya ve ",
    "states in a row": "Rusya, ",
    "a person again and again": "Bakan Ali Veli, ",
    "offices": "Rusya Devlet Başkanı ",
    "numbers": "4,5 milyar ",
    "digits": "1.000.",
    "shares": "yüzde 5 arttı, ",
    "dates": "13 Ekim'de ",
    "apostrophes": "Ali’nin'",
    "one word": "a",
    "capital letters": "A",
    "reported clauses": "geldiğini söyleyen ",
    "indirect speech": "Rusya geldiğini söyledi, ",
    "meetings": "Rusya ile görüştü ",
    "undertakings": "anlaşma imzalandı ",
    "acts": "Rusya'yı suçladı ",
    "brackets open": "(",
    "brackets in brackets": "(Ankara ",
    "lines": "Bakan\n",
    "dots": "...",
    "dashes": "- ",
}
SIZES = 10_000, 40_000


def seconds(text: str) -> float:
    begin = process_time()
    tutanak.read(text, language="tr", published="2022-10-13").to_dict()
    return process_time() - begin


@pytest.mark.usefixtures("collector_at_rest")
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    """Four times the text: about four times the time; twice that is allowed for the noise of a busy machine."""
    short, long = (min(seconds(piece * (size // len(piece))) for _ in range(2)) for size in SIZES)
    assert long <= max(8 * short, 0.3), f"{short:.2f} s for {SIZES[0]:,} characters, {long:.2f} s for {SIZES[1]:,}"


@pytest.mark.parametrize("depth", [50, 5_000])
def test_nesting_of_any_depth_is_borne(depth: int) -> None:
    assert tutanak.read("(“" * depth + "Bakan geldi" + "”)" * depth, language="tr")


@pytest.mark.soak
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_ten_million_characters_are_read(piece: str) -> None:
    short, long = (seconds(piece * (size // len(piece))) for size in (2_400_000, 9_600_000))
    assert long <= 8 * short
