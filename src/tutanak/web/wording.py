"""The phrases of the pages, in English and in Turkish; words that minutes also have stand in `exports/words.py`."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    # the frame of every page
    "skip": ("Skip to the content", "İçeriğe geç"),
    "tagline": ("The minutes of relations between states", "Devletler arası ilişkilerin tutanağı"),
    "start": ("Overview", "Genel bakış"),
    "search": ("Search", "Ara"),
    "search for": ("Search the articles", "Haberlerde ara"),
    "review": ("Review", "İnceleme"),
    "read here": ("Read here", "Burada oku"),
    "other language": ("Türkçe", "English"),
    "also as": ("This page also as", "Bu sayfanın diğer biçimleri"),
    "cite": ("Cite", "Kaynak göster"),
    "sections": ("Sections", "Bölümler"),
    "made by": (
        "Drawn from the articles' own words by tutanak {version}; every value leads to the words that prove it.",
        "tutanak {version} ile haberlerin kendi sözlerinden çıkarıldı; her değer, onu kanıtlayan sözlere götürür.",
    ),
    # the way in, where the pages are guarded
    "login": ("Log in", "Giriş yap"),
    "login word": ("Password or token", "Parola veya anahtar"),
    "login name": ("Your name (optional)", "Adınız (isteğe bağlı)"),
    "login name why": ("It is kept with what you decide in reviews.", "İncelemelerde verdiğiniz kararların yanında saklanır."),
    "login wrong": ("That is not the password; nothing was opened.", "Parola bu değil; giriş yapılmadı."),
    "logout": ("Log out", "Çıkış yap"),
    # numbers
    "million": ("million", "milyon"),
    "billion": ("billion", "milyar"),
    "trillion": ("trillion", "trilyon"),
    # what goes wrong
    "failed": ("Something went wrong", "Bir şey ters gitti"),
    "failed 403": ("This is not allowed", "Buna izin yok"),
    "failed 404": ("There is no such page", "Böyle bir sayfa yok"),
    "failed 405": ("This address does not answer that way", "Bu adres böyle yanıt vermez"),
    "failed 413": ("This is too long", "Bu çok uzun"),
    "failed 421": ("This server goes by another name", "Bu sunucunun adı bu değil"),
    "failed 422": ("This could not be understood", "Bu anlaşılamadı"),
    "failed 429": ("Too many requests; wait a little", "Çok fazla istek; biraz bekleyin"),
    "go on at the start": ("Go on at the overview", "Genel bakıştan devam et"),
}
