"""The labels of minutes, in English and in Turkish."""

from __future__ import annotations

from tutanak.languages import load

EN, TR = 0, 1

LABELS: dict[str, tuple[str, str]] = {
    # sections
    "minutes": ("Minutes", "Tutanak"),
    "relation": ("Relation", "İlişki"),
    "people": ("People", "Kişiler"),
    "organisations": ("Organisations", "Kuruluşlar"),
    "places": ("Places", "Yerler"),
    "meetings": ("Meetings", "Görüşmeler"),
    "statements": ("Statements", "Açıklamalar"),
    "figures": ("Figures", "Rakamlar"),
    "figure": ("figure", "rakam"),
    "undertakings": ("Undertakings", "Taahhütler"),
    "positions": ("Positions", "Tutumlar"),
    "acts": ("Acts", "Eylemler"),
    "topics": ("Topics", "Konular"),
    "findings": ("Findings", "Bulgular"),
    "text": ("Text", "Metin"),
    # the lead
    "met": ("met", "görüştü"),
    "no pair": ("no pair of states", "devlet çifti yok"),
    # marks
    "experimental": ("experimental", "deneysel"),
    "heading": ("heading", "ara başlık"),
    "unknown": ("unknown", "bilinmiyor"),
    "to": ("to", "muhatap"),
    "missing": ("to check it", "doğrulamak için"),
    "planned": ("planned", "planlanan"),
    "withheld": ("not shown, below the default confidence (--all shows them)", "gösterilmedi, güven eşiğinin altında (--all gösterir)"),
    "spun": (
        "the text looks put through a machine that swaps synonyms: words stand as they came, in brackets what was meant",
        "metin eş anlamlı sözcük koyan bir makineden geçmiş görünüyor: sözler geldiği gibi, ayraç içinde kastedilen",
    ),
    "spin": ("swapped words", "değiştirilmiş sözler"),
    "heading_drift": ("heading differs", "başlık farklı"),
    "unclosed_quote": ("unclosed quote", "kapanmamış tırnak"),
    "no period": ("no period", "dönem yok"),
    "no source series": ("no source series", "kaynak seri yok"),
    "currency assumed": ("currency assumed", "para birimi varsayıldı"),
    # meetings
    "meeting": ("meeting", "görüşme"),
    "call": ("call", "telefon görüşmesi"),
    "visit": ("visit", "ziyaret"),
    "summit": ("summit", "zirve"),
    "talks": ("talks", "müzakere"),
    "ceremony": ("ceremony", "tören"),
    "held": ("held", "yapıldı"),
    "ongoing": ("ongoing", "sürüyor"),
    "cancelled": ("cancelled", "iptal"),
    "mentioned": ("recalled", "anıldı"),
    # positions
    "level": ("level", "düzey"),
    "aim": ("aim", "hedef"),
    "intention": ("intention", "niyet"),
    "expectation": ("expectation", "beklenti"),
    "demand": ("demand", "talep"),
    "support": ("support", "destek"),
    "opposition": ("opposition", "karşı çıkış"),
    # undertakings
    "agreement": ("agreement", "anlaşma"),
    "project": ("project", "proje"),
    "plan": ("plan", "plan"),
    "body": ("body", "kurul"),
    "aid": ("aid", "yardım"),
    "sanction": ("sanction", "yaptırım"),
    "signed": ("signed", "imzalandı"),
    "agreed": ("agreed", "mutabık"),
    "in_force": ("in force", "yürürlükte"),
    "proposed": ("proposed", "önerildi"),
    "rejected": ("rejected", "reddedildi"),
    "suspended": ("suspended", "askıda"),
    # acts
    "AGREE": ("agree", "anlaştı"),
    "CONSULT": ("consult", "görüştü"),
    "SUPPORT": ("support", "destekledi"),
    "CONCEDE": ("concede", "taviz verdi"),
    "COOPERATE": ("cooperate", "iş birliği yaptı"),
    "AID": ("aid", "yardım etti"),
    "RETREAT": ("retreat", "çekildi"),
    "REQUEST": ("request", "istedi"),
    "ACCUSE": ("accuse", "suçladı"),
    "REJECT": ("reject", "reddetti"),
    "THREATEN": ("threaten", "tehdit etti"),
    "PROTEST": ("protest", "protesto etti"),
    "SANCTION": ("sanction", "yaptırım uyguladı"),
    "MOBILIZE": ("mobilize", "seferber etti"),
    "COERCE": ("coerce", "zorladı"),
    "ASSAULT": ("assault", "saldırdı"),
    "done": ("done", "oldu"),
    "demanded": ("demanded", "istendi"),
    "denied": ("denied", "yalanlandı"),
    # topics
    "trade": ("trade", "ticaret"),
    "investment": ("investment", "yatırım"),
    "energy": ("energy", "enerji"),
    "transport": ("transport", "ulaştırma"),
    "defence": ("defence", "savunma"),
    "security": ("security", "güvenlik"),
    "peace": ("peace", "barış"),
    "borders": ("borders", "sınırlar"),
    "migration": ("migration", "göç"),
    "humanitarian": ("humanitarian", "insani yardım"),
    "culture": ("culture", "kültür"),
    "education": ("education", "eğitim"),
    "health": ("health", "sağlık"),
    "environment": ("environment", "çevre"),
    "tourism": ("tourism", "turizm"),
    "technology": ("technology", "teknoloji"),
    "agriculture": ("agriculture", "tarım"),
    "law": ("law", "hukuk"),
    "elections": ("elections", "seçimler"),
    "sanctions": ("sanctions", "yaptırımlar"),
    "membership": ("membership", "üyelik"),
    "other": ("other", "diğer"),
    "topic people": ("people", "insani ilişkiler"),
}


def label(word: str, lang: str) -> str:
    """A label in this language; a word without one stands for itself."""
    known = LABELS.get(word)
    return known[TR if lang == "tr" else EN] if known else word.replace("_", " ")


def state_name(code: str, lang: str) -> str:
    """The usual name of a state; a code without one stands for itself."""
    sections = load("tr").sections
    if lang == "en":
        return str(sections.get("state_names", {}).get("en", {}).get(code, code))
    return next((str(row["name"]) for row in sections.get("states", ()) if row["code"] == code), code)
