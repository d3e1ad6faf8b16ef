"""Pages of the web made articles: decoded without loss, their words taken out, their facts with how each was found."""

from __future__ import annotations

import gzip
import random
from contextlib import suppress
from datetime import datetime

import pytest

import newspaper
from tutanak.errors import InputError, NotText
from tutanak.ingest import Given, Source, dates, decoding, feeds, html
from tutanak.ingest.limits import unpacked
from tutanak.ingest.web import Answer

SEEN = datetime(2026, 1, 1)
URL = "https://www.ornek.example/haber/1"


def given(words: str | bytes, header: str | None = None, url: str | None = URL) -> Given:
    raw = words.encode() if isinstance(words, str) else words
    return html.given(raw, Source("html", "page"), url=url, header=header)


# decoding


TURKISH = "“Türkiye’nin” ışığı: ‘şölen’ – ağaç… ĞÜŞİÖÇ €5"


@pytest.mark.parametrize(
    ("encoding", "header", "meta", "how"),
    [
        ("utf-8", None, "", "strict utf-8"),
        ("utf-8", "iso-8859-9", "", "strict utf-8"),
        ("utf-8-sig", "windows-1254", "", "byte order mark"),
        ("utf-16", None, "", "byte order mark"),
        ("cp1254", "ISO-8859-9", "", "header"),
        ("cp1254", "latin5", "", "header"),
        ("cp1254", "iso-8859-1", "", "header"),
        ("cp1254", "windows-1254", "utf-8", "header"),
        ("cp1254", "utf-8", "iso-8859-9", "meta"),
        ("cp1254", None, "windows-1254", "meta"),
        ("cp1254", "no-such-charset", "iso-8859-9", "meta"),
        ("cp1254", "rot13", "unicode_escape", "the letters of Turkish"),
        ("cp1254", None, "", "the letters of Turkish"),
    ],
)
def test_no_mark_is_lost_in_decoding(encoding: str, header: str | None, meta: str, how: str) -> None:
    words = newspaper.page(TURKISH * 5, charset=meta)
    told = decoding.page(words.encode(encoding), header)
    assert (told.text, told.how) == (words, how)


@pytest.mark.parametrize("words", ["Bakan, “görüşme” dedi.", "Şırnak’ta toplantı", "İĞÜŞÖÇ", "ağır “yaralı”", "Çin’in açıklaması", "CEO’su"])
def test_short_texts_are_not_taken_for_another_language(words: str) -> None:
    raw = f"<p>{words}</p>".encode("cp1254")
    assert decoding.page(raw).text == f"<p>{words}</p>"


def test_windows_1254_served_as_iso_8859_9_keeps_its_marks() -> None:
    made = given(newspaper.page().encode("cp1254"), "ISO-8859-9")
    assert made.article.text == "\n".join(newspaper.REPORT)
    assert made.source
    assert (made.source.encoding, made.source.decoded) == ("windows-1254", "header")


def test_other_encodings_are_read_as_the_page_says() -> None:
    words = f"<html><p>{'Встреча министров прошла в Риме. ' * 5}</p></html>"
    assert decoding.page(words.encode("cp1251"), "windows-1251").text == words


def test_controls_after_decoding_are_an_error() -> None:
    twice = newspaper.page().encode("cp1254").decode("iso-8859-9").encode("utf-8")
    with pytest.raises(NotText, match=r"wrongly decoded: a control character \(U\+009[0-9A-F]\)"):
        given(twice)


def test_numbers_of_controls_mean_what_browsers_take_them_for() -> None:
    told = "Bakan, &#147;İlişkiler&#148; ve &#x93;ticaret&#x94; dedi; AB&#146;nin &#8364;5&#133; payı, &#1240; ve &#12;"
    text = given(newspaper.page(told, *newspaper.REPORT)).article.text
    assert text.startswith("Bakan, “İlişkiler” ve “ticaret” dedi; AB’nin €5… payı, Ә ve")


def test_a_broken_byte_outside_the_article_does_no_harm() -> None:
    raw = newspaper.page(*newspaper.REPORT * 5, charset="utf-8").encode().replace("Her hakkı".encode(), b"Her hakk\xc4")
    made = given(raw, "utf-8")
    assert made.article.text.startswith(newspaper.REPORT[0])
    assert made.source
    assert made.source.decoded == "utf-8, damaged"


def test_a_broken_byte_within_the_article_is_told() -> None:
    raw = newspaper.page(*newspaper.REPORT * 5, charset="utf-8").encode().replace("“İki".encode(), b"\xe2\x80\xc4\xb0ki", 1)
    with pytest.raises(NotText, match="bytes within its article do not fit"):
        given(raw, "utf-8")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"), (b"  \n", "empty"), (b"\x89PNG\r\n", "an image"), (b"%PDF-1.7", "a PDF"), (b"<p>a\0b</p>", "NUL"),
        (b"<html><body></body></html>", "no article"), (b"<html", "not a page"), (b"<!-- nur Kommentar -->", "no article|not a page"),
        (b"<div>" * 100_000, "no article"), (b"<" * 100_000, "no article|not a page"), (b"<a href='" * 10_000, "no article|not a page"),
        (b"<script>" + b"x" * 1_000_000, "no article|not a page"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_told_in_one_line(raw: bytes, why: str) -> None:
    with pytest.raises(NotText, match=why) as told:
        given(raw)
    assert "\n" not in str(told.value)


def test_broken_html_is_read_as_far_as_it_goes() -> None:
    words = newspaper.page().replace("</p>", "").replace("</h1>", "").replace("</article>", "</b></i></td>")[:-40] + "<p <b"
    text = given(words).article.text
    assert all(line in text for line in newspaper.REPORT)


def test_an_xml_declaration_is_no_stumbling_block() -> None:
    words = '<?xml version="1.0" encoding="windows-1254"?>\n' + newspaper.page()
    assert given(words.encode("cp1254")).article.text == "\n".join(newspaper.REPORT)


# facts


def test_structured_data_comes_first() -> None:
    other = "<meta name='author' content='Başka Biri'><meta property='og:title' content='Başka'>"
    made = given(newspaper.page(head=newspaper.JSON_LD + other))
    article, source = made.article, made.source
    assert (article.title, article.published, article.outlet) == ("Bakanlar Roma'da görüştü", "2024-03-06T00:30+03:00", "Örnek Gazete")
    assert source
    assert source.author == "Ayşe Kaya"
    assert source.found == {
        "title": "json-ld headline", "published": "json-ld datePublished", "outlet": "json-ld publisher", "author": "json-ld author",
        "url": "asked for",
    }  # fmt: skip


def test_without_it_the_meta_elements() -> None:
    head = """<meta property="og:title" content="Bakanlar görüştü | Örnek"><meta property="og:site_name" content="Örnek">
    <meta property="article:published_time" content="2024-03-05T10:30:00+03:00"><meta name="author" content="Ayşe  Kaya">
    <meta property="article:author" content="https://social.example/x"><link rel="canonical" href="/haber/1-bakanlar">"""
    made = given(newspaper.page(head=head), url="https://m.ornek.example/haber/1?utm_source=x")
    assert (made.article.title, made.article.published, made.article.outlet) == ("Bakanlar görüştü", "2024-03-05T10:30+03:00", "Örnek")
    assert made.article.url == "https://m.ornek.example/haber/1-bakanlar"
    assert made.source
    assert made.source.author == "Ayşe Kaya"
    assert made.source.found["published"] == "meta article:published_time"
    assert made.source.found["url"] == "link canonical"


SHOWN = {
    "time element": "<time datetime='2024-03-05T10:30'>bugün</time>",
    "time element ": "<time>5 Mart 2024 Salı 10:30</time>",
    "words on the page": "<div>Yayınlanma: 05.03.2024 - 10:30</div>",
    "words on the page ": "<div><b>GİRİŞ TARİHİ:</b> <i>5 MART 2024, 10.30</i></div>",
    "words on the page  ": "<span>YAYINLANMA TARİHİ 5 Mart 2024 10:30</span>",
    "element of class date": "<span class='news-date'>Salı, 5 Mart 2024, 10:30</span>",
}


@pytest.mark.parametrize(("how", "top"), SHOWN.items(), ids=SHOWN)
def test_a_date_that_is_shown(how: str, top: str) -> None:
    made = given(newspaper.page(top=top))
    assert made.source
    assert (made.article.published, made.source.found["published"]) == ("2024-03-05T10:30", how.strip())


def test_the_date_of_the_day_above_the_heading_is_not_the_article_s() -> None:
    words = newspaper.page().replace("<nav>", "<div class='date'>29 Kasım 2024</div><time>29 Kasım 2024</time><nav>")
    assert given(words).article.published is None


def test_the_address_may_hold_the_date() -> None:
    made = given(newspaper.page(), url="https://ornek.example/2024/03/05/bakanlar")
    assert made.source
    assert (made.article.published, made.source.found["published"]) == ("2024-03-05", "address")


def test_what_the_page_does_not_say_the_feed_may() -> None:
    hints = {"title": ("Öteki", "feed"), "published": ("2024-03-05", "feed")}
    made = html.given(newspaper.page().encode(), Source("feed", "page"), url=URL, hints=hints)
    assert made.source
    assert (made.article.title, made.article.published) == ("Bakanlar Roma'da görüştü", "2024-03-05")
    assert (made.source.found["title"], made.source.found["published"]) == ("h1 element", "feed")


NO_DATA = ("{", "[]", "[[[[[[[[1]]]]]]]]", '{"@type": "NewsArticle", "headline": 5, "author": [null, 3], "datePublished": ["x"]}', "[" * 5000, "null")


@pytest.mark.parametrize("data", NO_DATA)
def test_broken_structured_data_is_passed_over(data: str) -> None:
    made = given(newspaper.page(head=f"<script type='application/ld+json'>{data}</script>"))
    assert made.source
    assert made.source.found["title"] == "h1 element"


@pytest.mark.parametrize("wrap", ["//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/", "\n\t{};\n"])
def test_wrapped_structured_data_is_read(wrap: str) -> None:
    data = wrap.format('{"@type": ["NewsArticle"], "headline": "Başlık",\t"datePublished": "05.03.2024 10:30"}')
    made = given(newspaper.page(head=f"<script type='application/ld+json'>{data}</script>"))
    assert (made.article.title, made.article.published) == ("Başlık", "2024-03-05T10:30")


def test_a_canonical_address_of_another_site_is_not_taken() -> None:
    assert given(newspaper.page(head="<link rel='canonical' href='https://other.example/x'>")).article.url == URL


# dates

DATES = {
    "5 Mart 2024 Salı 10:30": "2024-03-05T10:30",
    "05.03.2024 - 10:30": "2024-03-05T10:30",
    "05/03/2024 saat 10.30": "2024-03-05T10:30",
    "3 KASIM 2022": "2022-11-03",
    "12 ŞUBAT 2024": "2024-02-12",
    "20 Eylul 2023": "2023-09-20",
    "1 Ağu 2023": "2023-08-01",
    "Pazartesi, 12 Ağustos 2024, 08:15": "2024-08-12T08:15",
    "Çar, 06 Kas 2024 09:05:00 +0300": "2024-11-06T09:05+03:00",
    "Tue, 05 Mar 2024 22:30:00 GMT": "2024-03-06T01:30+03:00",
    "Tue, 5 Mar 2024 10:30:00 +0300": "2024-03-05T10:30+03:00",
    "Nov 5, 2024 10:00": "2024-11-05T10:00",
    "2024-03-05": "2024-03-05",
    "2024-03-05T10:30:15.123456789+03:00": "2024-03-05T10:30:15+03:00",
    "2024-03-05 10:30:00 +0300": "2024-03-05T10:30+03:00",
    "2024-03-05T21:30:00Z": "2024-03-06T00:30+03:00",
    "2012-07-05T22:30:00Z": "2012-07-06T01:30+03:00",
    "2012-01-05T22:30:00Z": "2012-01-06T00:30+02:00",
    "2024/03/05": "2024-03-05",
}
NO_DATES = ("", "yok", "5 Foo 2024", "31.02.2024", "32 Mart 2024", "2099-01-01", "0001-01-01", "1.5.24", "5 mart", "12345678", "3.2.1", "1" * 300)


@pytest.mark.parametrize(("words", "told"), DATES.items())
def test_dates(words: str, told: str) -> None:
    assert dates.iso(words, SEEN) == told


@pytest.mark.parametrize("words", NO_DATES)
def test_what_is_no_date(words: str) -> None:
    assert dates.iso(words, SEEN) is None


def test_the_months_are_twelve_in_each_language() -> None:
    assert sorted(set(dates.months().values())) == list(range(1, 13))
    assert len(dates.months()) == 22  # mar and may are in both


def test_pages_do_not_disturb_each_other() -> None:
    first, again = given(newspaper.page()), given(newspaper.page())
    assert (first.article, first.source) == (again.article, again.source)


# whatever comes


FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Ö</title><item><title>a</title><link>/1</link>
<pubDate>Tue, 05 Mar 2024 22:30:00 GMT</pubDate></item></channel></rss>""".encode()
SHOWN_PAGE = newspaper.page(head=newspaper.JSON_LD, top="<div>Yayınlanma: 05.03.2024</div><time datetime='2024-03-05'>x</time>").encode()
STUFF = (b"<", b">", b"&#x", b"</p>", b"<![CDATA[", b"\x93", b"\xff", b"<svg>", b"<table><tr><td>", b"&#99999999;", b"{", b'"', b"http://[::1")
LABELS = (None, "utf-8", "iso-8859-9", "utf-16", "x", "cp037", "hex")
URLS = (URL, "https://o.example/2024/99/99", "http://[::1", None)


def broken(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with some of them changed, lost, repeated, or with markup in between."""
    told = bytearray(raw)
    for _ in range(chance.choice((1, 3, 10, 60))):
        at, how = chance.randrange(len(told) + 1), chance.randrange(4)
        if how == 0 and at < len(told):
            told[at] = chance.randrange(256)
        elif how == 1:
            del told[at : at + chance.randrange(60)]
        elif how == 2:
            told[at:at] = chance.choice(STUFF)
        else:
            other = chance.randrange(len(told) + 1)
            told[at:at] = told[other : other + chance.randrange(200)]
    return bytes(told)


def read_broken(seed: int) -> None:
    """What is broken is refused in one line or read; it is never a fault."""
    chance = random.Random(seed)
    page, feed, packed = broken(SHOWN_PAGE, chance), broken(FEED, chance), broken(gzip.compress(SHOWN_PAGE, mtime=0), chance)
    answer = Answer(URL, 200, {"content-type": "text/xml"}, feed, "2024-01-01T00:00:00Z")
    for attempt in (
        lambda: html.given(page, Source("html", "x"), url=chance.choice(URLS), header=chance.choice(LABELS)),
        lambda: list(feeds.named(answer, feeds.Feed("x"))),
        lambda: decoding.plain(page),
        lambda: dates.iso(page[chance.randrange(2000) :].decode("utf-8", "replace"), SEEN),
        lambda: unpacked([packed], chance.choice(("gzip", "deflate", "br", "")), 50_000),
    ):
        with suppress(InputError):
            attempt()


@pytest.mark.parametrize("portion", range(4))
def test_nothing_broken_is_a_fault(portion: int) -> None:
    for seed in range(portion * 60, portion * 60 + 60):
        read_broken(seed)


@pytest.mark.soak
def test_nothing_broken_is_a_fault_in_the_long_run() -> None:
    for seed in range(1000, 21_000):
        read_broken(seed)
