"""The text floor on cases written as the text itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textcases import escape, lines, pieces, symbols
from tutanak.text import lay_out


@pytest.mark.parametrize("line", lines("tr/sentences.txt"))
def test_sentences(line: str) -> None:
    text = "".join(pieces(line))
    assert [text[s.start : s.end] for s in lay_out(text).sentences] == [p for p in pieces(line) if p.strip()]


@pytest.mark.parametrize("line", lines("tr/tokens.txt"))
def test_tokens(line: str) -> None:
    text = "".join(pieces(line))
    assert [t.text for t in lay_out(text).tokens] == [word for piece in pieces(line) for word in piece.split()]


def drawn(line: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """A case of quotations: the text, and where its quotations stand and whether they are closed."""
    text, opened, found = "", [], []
    read = symbols(line)
    for place, (letter, escaped) in enumerate(read):
        if escaped or letter not in "{}~":
            text += letter
        elif letter == "{":
            opened.append(len(text))
        elif letter == "}":
            found.append((opened.pop(), len(text), read[place - 1] != ("~", False)))
    return text, sorted(found)


@pytest.mark.parametrize("line", lines("tr/quotations.txt"))
def test_quotations(line: str) -> None:
    text, expected = drawn(line)
    assert [(text[q.start : q.end], q.closed) for q in lay_out(text).quotations] == [(text[a:b], closed) for a, b, closed in expected]


@pytest.mark.parametrize("line", lines("tr/forms.txt"))
def test_forms(line: str) -> None:
    sentence, _, expected = line.partition(" -> ")
    start = sentence.index("[")
    text = sentence.replace("[", "").replace("]", "")
    token = next(t for t in lay_out(text).tokens if t.start == start)
    features = [part for part in expected.split(" ")[1:] if "=" in part]
    told = [token.form.lemma, *([token.form.pos] if "=" not in expected.split(" ")[1] else [])]
    told += [f"{name}={getattr(token.form, name)}" for name in (f.partition("=")[0] for f in features)]
    assert told == expected.split(" "), token.forms


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1))
def test_the_notation_reads_what_it_writes(stretches: list[str]) -> None:
    assert pieces("|".join(escape(stretch) for stretch in stretches)) == stretches
