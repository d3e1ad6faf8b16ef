"""A page of the web made an article: decoded by our rule, its text taken out by trafilatura, its facts from what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from tutanak.article import Article, article
from tutanak.errors import NotText
from tutanak.ingest.decoding import Decoded, page
from tutanak.ingest.facts import Facts, Found, facts
from tutanak.ingest.source import Given, Source

_REFERENCE = re.compile(r"&#(?:x0*([0-9a-f]{1,2})|0*(\d{1,3}))(?:;|(?![0-9a-f]))", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|article|div|p|meta|\?xml)\b", re.IGNORECASE)


def is_page(raw: bytes) -> bool:
    """Do these bytes begin as HTML does?"""
    return bool(_MARKUP.match(raw[:2048].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").lstrip()))


def given(raw: bytes, source: Source, *, url: str | None = None, header: str | None = None, hints: Mapping[str, Found] | None = None) -> Given:
    """The article of a page, with its source's facts filled in. `header`: the charset that came with it. Raises NotText."""
    decoded = page(raw, header)
    tree = parsed(decoded.text)
    known = facts(tree, url, hints)
    found = _article(_text(tree, known.values.get("title")), decoded, known)
    told = replace(source, author=known.values.get("author"), found=known.found, raw=sha256(raw).hexdigest())
    return Given(source.where, found, len(raw), replace(told, encoding=decoded.encoding, decoded=decoded.how))


def parsed(text: str) -> Any:
    """The tree of a page. Raises NotText where there is none."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    plain = _CONTROL.sub(" ", _REFERENCE.sub(_character, _DECLARATION.sub("", text)))
    try:
        tree = document_fromstring(plain.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    except (LxmlError, ValueError) as problem:
        raise NotText(f"not a page: {str(problem).splitlines()[0]}") from None
    return tree


def _character(found: re.Match[str]) -> str:
    """&#147; means “, as browsers have it: the numbers of the controls stand for windows-1252."""
    number = int(found.group(1), 16) if found.group(1) else int(found.group(2))
    if number < 32 and number not in (9, 10, 13):
        return " "
    return bytes([number]).decode("cp1252", "ignore") if 128 <= number <= 159 else found.group()


def _text(tree: Any, title: str | None) -> str:
    """The words of the article, without its title, which stands apart."""
    from trafilatura import bare_extraction

    try:
        taken = bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=False)
    except RecursionError:
        taken = None
    lines = (getattr(taken, "text", None) or "").splitlines()
    if lines and title and _letters(lines[0]) == _letters(title):
        del lines[0]
    if not any(_letters(line) for line in lines):
        raise NotText("no article: the page has no running text")
    return "\n".join(lines)


def _letters(words: str) -> str:
    return "".join(c for c in words if c.isalnum())


def _article(text: str, decoded: Decoded, known: Facts) -> Article:
    if "\ufffd" in text:
        raise NotText(f"wrongly encoded: the page says {decoded.encoding}, but bytes within its article do not fit")
    names = ("title", "published", "url", "outlet")
    return article(text, **{name: known.values.get(name) for name in names})
