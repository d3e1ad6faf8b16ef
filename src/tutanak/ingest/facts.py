"""What a page says of itself: title, date of publication, outlet, author, address; each with the place where it was found.

For each fact there is a list of ways, best first: structured data before meta elements, those before what is shown; the first answer wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin, urlsplit

import orjson

from tutanak.ingest import dates
from tutanak.text.casing import fold

Found = tuple[str, str]
"""A value, and how it was found."""

ARTICLES = ("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "Report", "WebPage")
TITLES = ("og:title", "twitter:title", "dc.title")
OUTLETS = ("og:site_name", "dc.publisher", "publisher", "application-name")
AUTHORS = ("author", "article:author", "dc.creator", "articleauthor")
PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "publishdate", "publish_date", "dc.date.issued", "dcterms.created", "dc.date",
    "pubdate", "publication_date", "sailthru.date", "parsely-pub-date", "date",
)  # fmt: skip
_SPOKEN = re.compile(r"(?:yayın\w*|giriş|eklenme|oluşturma|haber)\s*(?:(?:tarih|zaman)\w*\s*:?|:)\s*(?P<date>.{0,60})")
_SPACE = re.compile(r"\s+")
_WRAPPED = re.compile(r"^\s*(?:/\*|//)?\s*<!\[CDATA\[(?:\*/)?|(?:/\*|//)?\s*\]\]>(?:\*/)?\s*$")
_LONGEST = 500  # characters of a title, an author, an outlet


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found, and how; what was not is left out of both."""

    values: Mapping[str, str]
    found: Mapping[str, str]


class Page:
    """The parts of a parsed page that say something of it."""

    def __init__(self, tree: Any, url: str | None, hints: Mapping[str, Found]) -> None:
        self.tree = tree
        self.url = url
        self.hints = hints
        self.meta = _metas(tree)
        self.data = _best(list(_objects(tree)))

    def elements(self, path: str) -> Iterator[Any]:
        yield from self.tree.xpath(path)


def facts(tree: Any, url: str | None = None, hints: Mapping[str, Found] | None = None) -> Facts:
    """All that a page says of itself. `hints`: what is given by hand (taken first) or by a feed (where the page is silent)."""
    page, values, found = Page(tree, url, hints or {}), {}, {}
    for name, ways in _WAYS.items():
        told = _first(ways, page)
        if told:
            values[name], found[name] = told
    return Facts(values, found)


def _first(ways: Iterable[Callable[[Page], Iterator[Found]]], page: Page) -> Found | None:
    return next((told for way in ways for told in way(page) if told[0]), None)


def _hint(name: str, *, by_hand: bool = False) -> Callable[[Page], Iterator[Found]]:
    """What was given by hand, or what a feed says."""

    def way(page: Page) -> Iterator[Found]:
        value, how = page.hints.get(name, ("", ""))
        yield (value if by_hand == (how == "given") else ""), how

    return way


def neat(words: object) -> str:
    """Words on one line, with single spaces; nothing where they are none, or far too long."""
    told = _SPACE.sub(" ", words).strip() if isinstance(words, str) else ""
    return told if len(told) <= _LONGEST else ""


# structured data


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            told = orjson.loads(_SPACE.sub(" ", _WRAPPED.sub("", script.text or "")).strip().rstrip(";"))
        except (orjson.JSONDecodeError, RecursionError):
            continue
        yield from _flat(told)


def _flat(told: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(told, list) and depth < 4:
        for one in told:
            yield from _flat(one, depth + 1)
    elif isinstance(told, dict):
        yield told
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            if depth < 4:
                yield from _flat(told.get(name), depth + 1)


def _best(objects: list[dict[str, Any]]) -> dict[str, Any]:
    """The object of the article, or else of the page."""
    for kind in ARTICLES:
        for told in objects:
            if kind in _listed(told.get("@type")):
                return told
    return {}


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names(value: object) -> str:
    """The names of people or bodies, which stand as words, as objects or as lists of either."""
    told = [neat(unescape(v)) for v in (v.get("name") if isinstance(v, dict) else v for v in _listed(value)) if isinstance(v, str)]
    return ", ".join(dict.fromkeys(name for name in told if name and not name.startswith(("http:", "https:"))))


def _ld(name: str) -> Callable[[Page], Iterator[Found]]:
    def way(page: Page) -> Iterator[Found]:
        yield _names(page.data.get(name)), f"json-ld {name}"

    return way


def _ld_date(page: Page) -> Iterator[Found]:
    yield _date(page.data.get("datePublished")), "json-ld datePublished"


# meta elements


def _metas(tree: Any) -> dict[str, str]:
    """The first content of each meta element by its name, property or itemprop, in lower case."""
    metas: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        metas.setdefault(name.strip().lower(), element.get("content"))
    return metas


def _meta(names: Iterable[str], read: Callable[[object], str] = neat) -> Callable[[Page], Iterator[Found]]:
    def way(page: Page) -> Iterator[Found]:
        for name in names:
            yield read(page.meta.get(name)), f"meta {name}"

    return way


def _no_address(words: object) -> str:
    told = neat(words)
    return "" if told.startswith(("http:", "https:", "www.")) else told


# what is shown


def _shown(path: str, how: str) -> Callable[[Page], Iterator[Found]]:
    def way(page: Page) -> Iterator[Found]:
        for element in page.elements(path):
            yield neat(element.text_content()), how

    return way


def _meta_title(page: Page) -> Iterator[Found]:
    for told, how in _meta(TITLES)(page):
        yield _without_outlet(told, page), how


def _title_element(page: Page) -> Iterator[Found]:
    for element in page.elements("//head/title"):
        yield _without_outlet(neat(element.text_content()), page), "title element"


def _without_outlet(told: str, page: Page) -> str:
    """A title without the outlet's name at its end."""
    outlets = (neat(page.meta.get("og:site_name")), _names(page.data.get("publisher")), _host(page.url))
    for mark in (" - ", " | ", " – "):
        head, _, tail = told.rpartition(mark)
        if head and tail in outlets:
            return head
    return told


def _time_element(page: Page) -> Iterator[Found]:
    """Times of the article; those above its heading and in lists beside it are of other things."""
    for element in page.elements("//article//time | //main//time | //h1/following::time | //*[@itemprop='datePublished']"):
        yield _date(element.get("datetime") or element.get("content") or element.text_content()), "time element"


def _date_words(page: Page) -> Iterator[Found]:
    """A date after "Yayınlanma:" or "Giriş tarihi", in the same piece of text or the next one."""
    texts = [neat(str(text)) for text in page.elements("//body//text()[not(parent::script or parent::style)][normalize-space()]")]
    for told, after in pairwise([*texts, ""]):
        if found := _SPOKEN.match(fold(told[:120])):
            yield _date(found["date"] or after[:60]), "words on the page"


def _date_class(page: Page) -> Iterator[Found]:
    for element in page.elements("//h1/following::*[contains(@class, 'date') or contains(@class, 'tarih')]"):
        yield _date(neat(element.text_content())[:60]), "element of class date"


def _date(words: object) -> str:
    return dates.iso(words) or "" if isinstance(words, str) else ""


def _path_date(page: Page) -> Iterator[Found]:
    yield dates.in_path(page.url or "") or "", "address"


# addresses


def _canonical(page: Page) -> Iterator[Found]:
    """The page's own address where it says one, if it is one of the same site."""
    told = [e.get("href") for e in page.elements("//link[@rel='canonical'][@href]")], [page.meta.get("og:url") or ""]
    for how, addresses in zip(("link canonical", "meta og:url"), told, strict=True):
        for address in addresses:
            yield _same_site(page.url, address.strip()) if address.strip() else "", how


def _same_site(url: str | None, told: str) -> str:
    try:
        address = urljoin(url or "", told)
        parts = urlsplit(address)
        same = url is None or _bare(parts.hostname) == _bare(urlsplit(url).hostname)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname and same and len(address) < 2000 and parts.path not in ("", "/") else ""


def _bare(host: str | None) -> str:
    return (host or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def _host(url: str | None) -> str:
    try:
        return _bare(urlsplit(url).hostname) if url else ""
    except ValueError:
        return ""


def _given_url(page: Page) -> Iterator[Found]:
    yield page.url or "", "asked for"


def _host_name(page: Page) -> Iterator[Found]:
    yield _host(page.url), "host"


_WAYS: Mapping[str, tuple[Callable[[Page], Iterator[Found]], ...]] = {
    "title": (_hint("title", by_hand=True), _ld("headline"), _meta_title, _shown("//h1", "h1 element"), _hint("title"), _title_element),
    "published": (
        _hint("published", by_hand=True), _ld_date, _meta(PUBLISHED, _date), _time_element, _date_words, _hint("published"), _date_class, _path_date,
    ),
    "outlet": (_ld("publisher"), _meta(OUTLETS, _no_address), _hint("outlet"), _host_name),
    "author": (_ld("author"), _meta(AUTHORS, _no_address), _shown("//*[@itemprop='author' or @rel='author']", "author element"), _hint("author")),
    "url": (_canonical, _given_url),
}  # fmt: skip
