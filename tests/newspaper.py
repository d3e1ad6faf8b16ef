"""An invented newspaper for the tests of ingest: its pages, its web archive, and a server on loopback that may misbehave."""

from __future__ import annotations

import gzip

REPORT = (
    "Dışişleri Bakanı Ali Veli, Roma’da İtalya Dışişleri Bakanı Mario Rossi ile bir araya geldi.",
    "Veli, “İki ülke arasındaki ilişkiler gelişiyor.” dedi. Görüşmede enerji ve ulaştırma da ele alındı.",
    "Rossi ise ticaretin geçen yıl yüzde 14 arttığını söyledi ve yeni bir ‘ortaklık’ çağrısında bulundu.",
)
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "Örnek"},
{"@type": "NewsArticle", "headline": "Bakanlar Roma&#39;da görüştü", "datePublished": "2024-03-05T21:30:00Z", "author": [{"name": "Ayşe Kaya"}],
"publisher": {"name": "Örnek Gazete"}}]}</script>"""


def page(*paragraphs: str, head: str = "", heading: str = "Bakanlar Roma'da görüştü", top: str = "", charset: str = "") -> str:
    """A page as newspapers write them: menus, an article, a foot."""
    meta = f'<meta charset="{charset}">' if charset else ""
    words = "".join(f"<p>{p}</p>" for p in paragraphs or REPORT)
    return (
        f"<!DOCTYPE html><html lang='tr'><head>{meta}<title>{heading} - Örnek Gazete</title>{head}</head><body>"
        f"<nav><ul><li><a href='/'>Ana sayfa</a></li><li><a href='/spor'>Spor</a></li></ul></nav>"
        f"<article><h1>{heading}</h1>{top}{words}</article><footer><p>Her hakkı saklıdır</p></footer></body></html>"
    )


def record(url: str, body: bytes, *, media: str = "text/html; charset=utf-8", head: bytes = b"", status: bytes = b"200 OK") -> bytes:
    """A record of a web archive that holds an answer."""
    answer = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + media.encode() + b"\r\n" + head + b"\r\n" + body
    lines = (
        "WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: {url}", "WARC-Date: 2024-03-06T10:00:00Z",
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>", "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(answer)}",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Records as .warc.gz has them, one gzip member each."""
    return b"".join(gzip.compress(r, mtime=0) for r in records)
