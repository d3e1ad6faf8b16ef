"""What is seen in the text itself: quotations left open, headings that drift from the words they repeat, odd characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from difflib import SequenceMatcher
from typing import Final

from tutanak.article import of_turkish_page
from tutanak.records.model import Finding, Statement
from tutanak.spans import Span
from tutanak.text.layout import Layout, Quotation, Sentence, Token

WRONG: Final = {
    "ð": "ğ", "Ð": "Ğ", "ý": "ı", "Ý": "İ", "þ": "ş", "Þ": "Ş", "Ã¼": "ü", "Ã¶": "ö", "Ã§": "ç", "Ã‡": "Ç", "Ã–": "Ö", "Ãœ": "Ü",
    "Ä±": "ı", "ÄŸ": "ğ", "Ä°": "İ", "Äž": "Ğ", "ÅŸ": "ş", "Åž": "Ş",
}  # fmt: skip
"""Turkish letters read with the wrong code page, and what they were."""

_ODD: Final = re.compile(
    r"(?P<wrong_decoding>" + "|".join(WRONG) + ")"
    r"|(?P<odd_character>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd\ufff9-\ufffc]+)"
    r"|(?P<mixed_script>(?<=[A-Za-zçğıöşüÇĞİÖŞÜ])[\u0370-\u03ff\u0400-\u04ff]+|[\u0370-\u03ff\u0400-\u04ff]+(?=[A-Za-zçğıöşüÇĞİÖŞÜ]))"
)
_SUSPECT: Final = ("\xad", "Ã", "Ä", "Å")  # in the Turkish code page, yet seldom in Turkish
_LONGEST: Final = 60  # words of a heading that is compared; headings are short


def find(layout: Layout, statements: list[Statement]) -> list[Finding]:
    """Findings but those of spinning, in text order.

    unclosed_quote: from the mark to where the quotation was taken to end. heading_drift: the heading; `meant` lists
    its words that differ and those of the body ("kalıcı → uzun vadeli"). wrong_decoding: letters read with the
    wrong code page, `meant` what they were. odd_character, mixed_script: characters that no keyboard puts there.
    """
    found = unclosed(layout)
    for statement in statements:
        if statement.heading and statement.repeats is not None:
            drift = heading_drift(layout, statement, statement.repeats)
            if drift is not None:
                found.append(drift)
    found.extend(odd_characters(layout.text))
    return sorted(found, key=lambda f: f.span)


# QUOTATIONS


def unclosed(layout: Layout) -> list[Finding]:
    """Quotations without a closing mark, but for those that the next paragraph takes up with a mark of its own."""
    opened = {q.open for q in layout.quotations}
    return [
        Finding(kind="unclosed_quote", span=Span(q.open, q.close), rule="text/quotations:unclosed")
        for q in layout.quotations
        if not q.closed and not _taken_up(layout, q, opened)
    ]


def _taken_up(layout: Layout, quotation: Quotation, opened: set[int]) -> bool:
    after = quotation.paragraph + 1
    return after < len(layout.paragraphs) and layout.paragraphs[after].start in opened


# HEADINGS


def heading_drift(layout: Layout, heading: Statement, body: Statement) -> Finding | None:
    """The heading's words that the body puts otherwise, or None where it has them as they stand."""
    mine = _words(layout, heading.span)[:_LONGEST]
    theirs = max((_words(layout, s) for s in _sentences(layout, body.span)), key=lambda words: _shared(mine, words), default=[])
    changes = _changes(mine, theirs)
    return Finding(kind="heading_drift", span=heading.span, meant="; ".join(changes), rule="records/findings:heading") if changes else None


def _words(layout: Layout, span: Span) -> list[Token]:
    first, last = layout.token_at(span.start), layout.token_at(span.end)
    return [t for t in layout.tokens[first:last] if t.kind != "punct"]


def _sentences(layout: Layout, span: Span) -> list[Span]:
    """The sentences within a statement's words."""
    within: list[Sentence] = []
    for at in range(bisect_left(layout.quotations, span.start, key=_start), len(layout.quotations)):
        quotation = layout.quotations[at]
        if quotation.start > span.end:
            break
        if quotation.end <= span.end:
            within.extend(layout.inner.get(quotation.index, ()))
    return [s.span for s in within] or [span]


def _start(quotation: Quotation) -> int:
    return quotation.start


def _shared(mine: list[Token], theirs: list[Token]) -> float:
    words = {t.low for t in theirs}
    return sum(t.low in words for t in mine) / (1 + len(words))


def _changes(mine: list[Token], theirs: list[Token]) -> list[str]:
    """ "heading → body" for each run of words that differs; what the heading merely leaves off at its ends is none."""
    steps = SequenceMatcher(None, [t.low for t in mine], [t.low for t in theirs], autojunk=False).get_opcodes()
    changes: list[str] = []
    for i, (kind, a, b, c, d) in enumerate(steps):
        if kind == "equal" or (kind == "insert" and i in (0, len(steps) - 1)):
            continue
        changes.append(f"{_text(mine[a:b])} → {_text(theirs[c:d])}")
    return changes


def _text(words: list[Token]) -> str:
    return " ".join(t.text for t in words) or "∅"


# CHARACTERS


def odd_characters(text: str) -> list[Finding]:
    """Characters that show a text was wrongly decoded, tampered with or carelessly copied."""
    if _plain(text):
        return []
    found: list[Finding] = []
    for match in _ODD.finditer(text):
        kind = str(match.lastgroup)
        found.append(Finding(kind=kind, span=Span(*match.span()), meant=WRONG.get(match.group()), rule=f"records/findings:{kind}"))
    return found


def _plain(text: str) -> bool:
    """Can no character be odd? Nearly all articles are told by that."""
    return of_turkish_page(text) and not any(c in text for c in _SUSPECT)
