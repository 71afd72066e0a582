"""Values for one question: right ones that differ in what matters, and wrong ones that are just beside them.

What matters is what the form looks at: the values and bounds that conditions name, and the bounds of the question itself.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from catalogue.formulier import Vraag
from catalogue.velden.patroon import DEEL
from catalogue.velden.upload import MB
from catalogue.voorwaarde import ALTIJD

Waarde = Any
DAG, MINUUT = timedelta(days=1), timedelta(minutes=1)
VAST: dict[str, tuple[Waarde, ...]] = {
    "ja-nee": (False, True),
    "akkoord": (True,),
    "bsn": ("999993653", "999990019", "999995571"),
    "postcode": ("2514JS", "1012AB"),
    "email": ("naam@voorbeeld.nl", "iemand.anders@voorbeeld.nl"),
    "telefoon": ("0612345678", "+31201234567", "06123456", "+123456789012345"),
    "iban": ("NL91ABNA0417164300", "BE71096123456769"),
    "kenteken": ("AB12CD", "12ABC3"),
    "kvk": ("12345678", "87654321"),
    "adres": (
        {"postcode": "2514JS", "huisnummer": "1"}, {"postcode": "1012AB", "huisnummer": "12", "huisletter": "a", "toevoeging": "bis", "straat": "Dam", "plaats": "Amsterdam"},
        {"postcode": "1000AA", "huisnummer": "99999", "huisletter": "Z", "toevoeging": "1", "straat": "A", "plaats": "Y"},
        {"postcode": "9999ZZ", "huisnummer": "1", "toevoeging": "12-b", "straat": "S" * 80, "plaats": "P" * 80},
    ),
}
"""Right values of the kinds that have no measures of their own."""
FOUT: dict[str, tuple[tuple[str, Waarde], ...]] = {
    "ja-nee": (("tekst", "ja"), ("getal", 1)),
    "akkoord": (("nee", False), ("tekst", "ja")),
    "bsn": (("proef", "999993654"), ("nullen", "000000000"), ("kort", "99999365"), ("letters", "99999365a"), ("getal", 999993653)),
    "postcode": (("spatie", "2514 JS"), ("nul", "0514JS"), ("klein", "2514js"), ("lang", "2514JSX")),
    "email": (("geenPunt", "naam@voorbeeld"), ("geenApenstaart", "naam.voorbeeld.nl"), ("spatie", "na am@voorbeeld.nl")),
    "telefoon": (("letters", "06123456ab"), ("kort", "0612345"), ("lang", "+3120123456789012"), ("streep", "06-12345678")),
    "iban": (("proef", "NL92ABNA0417164300"), ("lengte", "NL91ABNA041716430"), ("spaties", "NL91 ABNA 0417 1643 00"), ("klein", "nl91abna0417164300")),
    "kenteken": (("streep", "AB-12-CD"), ("kort", "AB12C"), ("klein", "ab12cd")),
    "kvk": (("kort", "1234567"), ("lang", "123456789"), ("letter", "1234567a")),
    "adres": (
        ("zonderPostcode", {"huisnummer": "1"}), ("zonderHuisnummer", {"postcode": "2514JS"}), ("postcode", {"postcode": "2514 JS", "huisnummer": "1"}),
        ("huisnummer", {"postcode": "2514JS", "huisnummer": "1a"}), ("getal", {"postcode": "2514JS", "huisnummer": 1}), ("huisletter", {"postcode": "2514JS", "huisnummer": "1", "huisletter": "aa"}),
        ("toevoeging", {"postcode": "2514JS", "huisnummer": "1", "toevoeging": "zwart"}), ("onbekend", {"postcode": "2514JS", "huisnummer": "1", "land": "NL"}), ("leeg", {}),
        ("langeStraat", {"postcode": "2514JS", "huisnummer": "1", "straat": "S" * 81}), ("langePlaats", {"postcode": "2514JS", "huisnummer": "1", "plaats": "P" * 81}),
        ("groot", {"postcode": "2514JS", "huisnummer": "100000"}), ("nul", {"postcode": "2514JS", "huisnummer": "0"}),
    ),
    "datum": (("bestaatNiet", "2026-02-30"), ("volgorde", "24-11-2026"), ("maand", "2026-13-01"), ("tijd", "2026-11-24T10:00")),
    "tijd": (("bestaatNiet", "24:00"), ("vorm", "9:30"), ("seconden", "09:30:00")),
    "datumtijd": (("bestaatNiet", "2026-11-24T25:00"), ("zonderTijd", "2026-11-24"), ("zone", "2026-11-24T10:00Z")),
}  # fmt: skip
"""Wrong values beside them, by what is wrong."""


def bestand(nummer: int = 0, mediatype: str = "application/pdf", grootte: int = 1000) -> dict[str, Any]:
    """The description of a file that is sent along."""
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"samenloket:vector:{nummer}")),
        "naam": f"bijlage-{nummer + 1}.pdf",
        "mediatype": mediatype,
        "grootte": grootte,
        "sha256": f"{nummer:064x}",
    }


def goede(vraag: Vraag, genoemd: Iterable[Any] = (), randen: Iterable[Any] = ()) -> Iterator[Waarde]:
    """Right values, the plainest first. `genoemd`: values that conditions name; `randen`: days and times at an edge.

    Whether a value is right also depends on bounds and rules of the form: the caller asks the reference.
    """
    yield from _GOED.get(vraag.soort, _vaste)(vraag, list(genoemd), list(randen))


def _vaste(vraag: Vraag, *_: Any) -> Iterator[Waarde]:
    yield from VAST[vraag.soort]


def _email(vraag: Vraag, *_: Any) -> Iterator[Waarde]:
    """The plain ones, and the longest that may be."""
    lengte: int = vraag.veld.lengte  # type: ignore[attr-defined]
    yield from (adres for adres in (*VAST["email"], email_van(lengte)) if len(adres) <= lengte)


def email_van(lengte: int) -> str:
    """An e-mail address of this many characters, at least 8, with no part longer than a part may be."""
    naam = min(64, lengte - 5)
    rest, domein = lengte - naam - 1, "nl"
    while len(domein) < rest:
        over = rest - len(domein) - 1
        deel = min(63, over if over <= 63 or over - 63 > 1 else over - 2)
        domein = f"{'a' * deel}.{domein}"
    return f"{'a' * naam}@{domein}"


def _keuze(vraag: Vraag, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    yield from _codes(vraag, genoemd)


def _codes(vraag: Vraag, genoemd: list[Any]) -> list[str]:
    """The codes that may be chosen: of a list that is not known yet some, and those that a condition names."""
    return list(dict.fromkeys([*OPEN, *genoemd])) if vraag.open_lijst else [keus.code for keus in vraag.opties]


def _meerkeuze(vraag: Vraag, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    veld: Any = vraag.veld
    codes = _codes(vraag, genoemd)
    meest = min(veld.maximum or len(codes), len(codes))
    for aantal in dict.fromkeys((veld.minimum, meest)):
        yield from ([*codes[i:], *codes[:i]][:aantal] for i in range(len(codes)))
    yield from ([a, b] for a in codes for b in codes if a != b and veld.minimum <= 2 <= meest and len(codes) <= 6)


OPEN = ("eerste", "tweede", "derde")
"""Codes for a list that is only known when the form runs."""


def _tekst(vraag: Vraag, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    veld: Any = vraag.veld
    patroon = getattr(veld, "patroon", None)
    lengtes = dict.fromkeys((max(veld.minimum, min(8, veld.maximum)), veld.minimum, veld.maximum, *(n + d for n in genoemd if isinstance(n, int) for d in (0, -1))))
    if patroon:
        yield from dict.fromkeys((volgens(patroon, False), volgens(patroon, True)))
    else:
        yield from (tekst_van(n) for n in lengtes if veld.minimum <= n <= veld.maximum)
        yield from (w for w in genoemd if isinstance(w, str))


def tekst_van(lengte: int) -> str:
    """A text of this many characters."""
    return ("Antwoord " * (lengte // 9 + 1))[:lengte].rstrip().ljust(lengte, "x")


def volgens(patroon: str, lang: bool) -> str:
    """A text that follows a pattern of the small kind: as short, or as long, as it may be."""
    uit, plek = "", 0
    while plek < len(patroon):
        deel = DEEL.match(patroon, plek)
        if deel is None:
            raise ValueError(patroon)
        plek = deel.end()
        vorm, aantal = re.fullmatch(r"(\[.+\]|\\.|.)(\{[\d,]+\}|\?)?", deel[0], re.S).groups()  # type: ignore[union-attr]
        teken = next(t for t in "aA1 _/.,'@&#-0Z" if re.fullmatch(vorm, t)) if vorm[0] == "[" and not _eerste(vorm) else _eerste(vorm) or vorm[-1]
        laag, hoog = (0, 1) if aantal == "?" else _aantal(aantal)
        uit += teken * (hoog if lang else laag)
    return uit


def _eerste(vorm: str) -> str:
    return next((t for t in "a1A" if vorm[0] == "[" and re.fullmatch(vorm, t)), "")


def _aantal(aantal: str | None) -> tuple[int, int]:
    grenzen = [int(n) for n in (aantal or "{1}").strip("{}").split(",")]
    return grenzen[0], grenzen[-1]


def _getal(vraag: Vraag, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    veld: Any = vraag.veld
    stap = Decimal(1) / 10**veld.decimalen if veld.soort == "getal" else Decimal("0.01")
    laag, hoog = (None if str(m).startswith("<") else Decimal(str(m)) for m in (veld.minimum, veld.maximum))
    rond = [Decimal(str(w)) for w in genoemd if re.fullmatch(r"-?\d+(\.\d+)?", str(w))]
    waarden = [*([laag + stap] if laag is not None else []), *(w + d * stap for w in rond for d in (0, -1, 1)), *(w for w in (laag, hoog) if w is not None)]
    for w in dict.fromkeys(waarden):
        if (laag is None or w >= laag) and (hoog is None or w <= hoog):
            yield getal_als(vraag, w)


def getal_als(vraag: Vraag, waarde: Decimal) -> Waarde:
    """A number as the answer writes it."""
    if vraag.soort == "bedrag":
        return f"{waarde:.2f}"
    return str(waarde) if vraag.veld.decimalen else int(waarde)  # type: ignore[attr-defined]


def _moment(vraag: Vraag, _: Any, randen: list[datetime]) -> Iterator[Waarde]:
    punten = [p + d * e for p in randen for e in (DAG if vraag.soort == "datum" else MINUUT,) for d in (0, 1, -1)]
    yield from dict.fromkeys(moment_als(vraag, p) for p in punten)
    if getattr(vraag.veld, "onvolledig", False):
        yield from dict.fromkeys(t for p in randen for t in (f"{p.year:04}", f"{p.year:04}-{p.month:02}"))


def moment_als(vraag: Vraag, punt: datetime) -> str:
    """A day, a time, or both, as the answer writes it."""
    vorm = {"datum": "%Y-%m-%d", "tijd": "%H:%M", "datumtijd": "%Y-%m-%dT%H:%M"}[vraag.soort]
    return f"{punt.year:04}{punt.strftime(vorm)[4:]}" if vraag.soort != "tijd" else punt.strftime(vorm)


def _upload(vraag: Vraag, *_: Any) -> Iterator[Waarde]:
    veld: Any = vraag.veld
    for aantal in dict.fromkeys((veld.minimum, veld.maximum)):
        yield [bestand(i, (veld.typen or ("application/pdf",))[0]) for i in range(aantal)]
    yield from ([bestand(i, soort) for i in range(veld.minimum)] for soort in veld.typen[1:])
    yield [bestand(0, veld.typen[0] if veld.typen else "application/pdf", (veld.grootte or 1) * MB), *(bestand(i, veld.typen[0]) for i in range(1, veld.minimum))]


_GOED = {
    "keuze": _keuze, "meerkeuze": _meerkeuze, "tekst": _tekst, "tekstvlak": _tekst, "getal": _getal, "bedrag": _getal,
    "datum": _moment, "tijd": _moment, "datumtijd": _moment, "upload": _upload, "email": _email,
}  # fmt: skip
LEEG: tuple[tuple[str, Waarde], ...] = (("null", None), ("leeg", ""), ("blanco", "  "), ("lijst", []), ("geheel", {}))


def foute(vraag: Vraag, nu: Waarde) -> Iterator[tuple[str, Waarde]]:
    """Wrong values just beside the present one, by what is wrong. Not all of them need be wrong everywhere."""
    yield from LEEG
    yield from FOUT.get(vraag.soort, ())
    yield from _FOUT.get(vraag.soort, _geen)(vraag, nu)
    yield from _te_lang(vraag)
    if vraag.soort in ("datum", "tijd", "datumtijd", "keuze", "tekst", "tekstvlak", "bedrag"):
        yield "getal", 5
    yield "verpakt", [nu] if not isinstance(nu, list) else nu[0]


def _te_lang(vraag: Vraag) -> Iterator[tuple[str, Waarde]]:
    """One character more than a kind of a fixed form may have, and right in all else where that can be."""
    lengte = getattr(vraag.veld, "lengte", None)
    if isinstance(lengte, int):
        gewoon = VAST[vraag.soort][0]
        yield "teLang", email_van(lengte + 1) if vraag.soort == "email" else gewoon.ljust(lengte + 1, gewoon[-1])


def _geen(*_: Any) -> Iterator[tuple[str, Waarde]]:
    yield from ()


def _foute_tekst(vraag: Vraag, _: Any) -> Iterator[tuple[str, Waarde]]:
    veld: Any = vraag.veld
    patroon = getattr(veld, "patroon", None)
    yield "teLang", (volgens(patroon, True) + "1") if patroon else tekst_van(veld.maximum + 1)
    if veld.minimum > 1:
        yield "teKort", tekst_van(veld.minimum - 1)
    if patroon:
        yield from (("patroon", "?" * max(veld.minimum, 1)), ("patroonKort", volgens(patroon, False)[:-1]), ("nieuweRegel", volgens(patroon, False) + "\n"))


def _foute_keuze(vraag: Vraag, nu: Any) -> Iterator[tuple[str, Waarde]]:
    yield from (("onbekend", "bestaatNiet!"), ("andereCode", "bestaatNiet"), ("hoofdletter", str(nu).swapcase()))
    yield from ((f"optie {keus.code}", keus.code) for keus in vraag.opties if keus.toon_als != ALTIJD)


def _foute_meerkeuze(vraag: Vraag, nu: Any) -> Iterator[tuple[str, Waarde]]:
    veld: Any = vraag.veld
    codes = [keus.code for keus in vraag.opties] or list(OPEN)
    yield from (("onbekend", [*nu, "bestaatNiet!"]), ("andereCode", [*nu, "bestaatNiet"]), ("dubbel", [*nu, *nu[:1]]), ("eenCode", nu[0] if nu else "x"))
    yield from ((f"optie {code}", [*nu, code]) for code in codes[:12] if code not in nu)
    if veld.minimum > 1:
        yield "teWeinig", nu[: veld.minimum - 1]
    if veld.maximum is not None:
        yield "teVeel", codes[: veld.maximum + 1]


def _foute_getal(vraag: Vraag, nu: Any) -> Iterator[tuple[str, Waarde]]:
    veld: Any = vraag.veld
    bedrag, decimalen = veld.soort == "bedrag", getattr(veld, "decimalen", 0)
    stap = Decimal("0.01") if bedrag else Decimal(1) / 10**decimalen
    for naam, maat, d in (("onder", veld.minimum, -1), ("boven", veld.maximum, 1)):
        if maat is not None and not str(maat).startswith("<"):
            yield naam, getal_als(vraag, Decimal(str(maat)) + d * stap)
    if bedrag or decimalen:
        yield from (("komma", "2,50"), ("teFijn", "2." + "1" * ((2 if bedrag else decimalen) + 1)), ("nul", "02.50"), ("kaal", 2.5))
        if bedrag:
            yield "zonderCenten", "2.5"
    else:
        yield from (("breuk", 1.5), ("tekst", "1"), ("ja", True), ("metPunt", float(nu)))


def _foute_datum(vraag: Vraag, _: Any) -> Iterator[tuple[str, Waarde]]:
    if not getattr(vraag.veld, "onvolledig", False):
        yield from (("alleenJaar", "2026"), ("alleenMaand", "2026-11"))
    else:
        yield "maandNul", "2026-00"


def _foute_upload(vraag: Vraag, nu: Any) -> Iterator[tuple[str, Waarde]]:
    veld: Any = vraag.veld
    een = nu[0] if nu else bestand(0)
    rest = nu[1:] if nu else []
    yield "teGroot", [{**een, "grootte": (veld.grootte or 0) * MB + 1}, *rest]
    yield "type", [{**een, "mediatype": "application/x-msdownload"}, *rest]
    yield "leegBestand", [{**een, "grootte": 0}, *rest]
    yield "metPunt", [{**een, "grootte": float(een["grootte"])}, *rest]
    yield "naam", [{**een, "naam": " "}, *rest]
    yield "langeNaam", [{**een, "naam": "a" * 201}, *rest]
    yield "som", [{**een, "sha256": "x"}, *rest]
    yield "onbekend", [{**een, "inhoud": "x"}, *rest]
    yield "geenBestand", ["x", *rest]
    yield "zonderNaam", [{k: w for k, w in een.items() if k != "naam"}, *rest]
    yield "teVeel", [bestand(i, een["mediatype"]) for i in range(veld.maximum + 1)]
    if veld.maximum > 1:
        yield "dubbel", [een, een]
    if veld.minimum > 1:
        yield "teWeinig", nu[: veld.minimum - 1]


_FOUT = {
    "tekst": _foute_tekst, "tekstvlak": _foute_tekst, "keuze": _foute_keuze, "meerkeuze": _foute_meerkeuze, "getal": _foute_getal,
    "bedrag": _foute_getal, "datum": _foute_datum, "upload": _foute_upload,
}  # fmt: skip


def als_punt(tekst: str) -> datetime:
    """A day, a partial day, a time or both as a moment, to reckon with; the first there is."""
    if re.fullmatch(r"\d\d:\d\d", tekst):
        return datetime.combine(date(2026, 1, 1), datetime.strptime(tekst, "%H:%M").time())
    dag, _, tijd = tekst.partition("T")
    delen = [int(d) for d in dag.split("-")] + [1, 1]
    uur, minuut = (int(d) for d in tijd.split(":")) if tijd else (0, 0)
    return datetime(delen[0], delen[1], delen[2], uur, minuut)
