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
from catalogue.veld.patroon import DEEL
from catalogue.voorwaarde import ALTIJD

Waarde = Any
DAG, MINUUT = timedelta(days=1), timedelta(minutes=1)
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
    yield from _GOED.get(vraag.vorm, _vaste)(vraag, list(genoemd), list(randen))


def _vaste(vraag: Vraag, *_: Any) -> Iterator[Waarde]:
    yield from vraag.feiten.goed


def _keuze(vraag: Vraag, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    yield from _codes(vraag, genoemd)


def _codes(vraag: Vraag, genoemd: list[Any]) -> list[str]:
    """The codes that may be chosen: of a list that is not known yet some, and those that a condition names."""
    return list(dict.fromkeys([*OPEN, *genoemd])) if vraag.open_lijst else [keus.code for keus in vraag.opties]


def _keuzes(vraag: Vraag, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    m = vraag.alle_maten
    codes = _codes(vraag, genoemd)
    minst, meest = m["minimum"], min(m.get("maximum", len(codes)), len(codes))
    for aantal in dict.fromkeys((minst, meest)):
        yield from ([*codes[i:], *codes[:i]][:aantal] for i in range(len(codes)))
    if minst <= 2 <= meest and len(codes) <= 6:
        yield from ([a, b] for a in codes for b in codes if a != b)


OPEN = ("eerste", "tweede", "derde")
"""Codes for a list that is only known when the form runs."""


def _tekst(vraag: Vraag, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    if vraag.feiten.goed:
        yield from vraag.feiten.goed
        return
    m = vraag.alle_maten
    kort, lang = m["minimum"], m["maximum"]
    lengtes = dict.fromkeys((max(kort, min(8, lang)), kort, lang, *(n + d for n in genoemd if isinstance(n, int) for d in (0, -1))))
    if "patroon" in m:
        yield from dict.fromkeys((volgens(m["patroon"], False), volgens(m["patroon"], True)))
    else:
        yield from (tekst_van(n) for n in lengtes if kort <= n <= lang)
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
    laag, hoog = grenzen_van(vraag)
    stap = stap_van(vraag)
    rond = [Decimal(str(w)) for w in genoemd if re.fullmatch(r"-?\d+(\.\d+)?", str(w))]
    waarden = [*([laag + stap] if laag is not None else []), *(w + d * stap for w in rond for d in (0, -1, 1)), *(w for w in (laag, hoog) if w is not None)]
    for w in dict.fromkeys(waarden):
        if (laag is None or w >= laag) and (hoog is None or w <= hoog):
            yield getal_als(vraag, w)


def grenzen_van(vraag: Vraag) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and highest number; None for one that a parameter has yet to say."""
    maten = vraag.alle_maten
    laag, hoog = (None if str(m).startswith("<") else Decimal(str(m)) for m in (maten["minimum"], maten["maximum"]))
    return laag, hoog


def stap_van(vraag: Vraag) -> Decimal:
    """The smallest difference between two of its numbers."""
    return Decimal(1) / 10 ** vraag.alle_maten.get("decimalen", 0)


def getal_als(vraag: Vraag, waarde: Decimal) -> Waarde:
    """A number as the answer writes it."""
    if vraag.vorm == "getal":
        return int(waarde)
    minstens = vraag.alle_maten.get("decimalen_minstens")
    return f"{waarde:.{minstens}f}" if minstens else str(waarde)


def _moment(vraag: Vraag, _: Any, randen: list[datetime]) -> Iterator[Waarde]:
    punten = [p + d * e for p in randen for e in (DAG if vraag.alle_maten["deel"] == "dag" else MINUUT,) for d in (0, 1, -1)]
    yield from dict.fromkeys(moment_als(vraag, p) for p in punten)
    if vraag.alle_maten.get("onvolledig"):
        yield from dict.fromkeys(t for p in randen for t in (f"{p.year:04}", f"{p.year:04}-{p.month:02}"))


def moment_als(vraag: Vraag, punt: datetime) -> str:
    """A day, a time, or both, as the answer writes it."""
    heel = punt.isoformat(timespec="minutes")
    return heel[_DEEL[vraag.alle_maten["deel"]]]


_DEEL = {"dag": slice(10), "tijd": slice(11, None), "dagtijd": slice(None)}
"""Which part of a day with a time the answer is."""


def _bestanden(vraag: Vraag, *_: Any) -> Iterator[Waarde]:
    m = vraag.alle_maten
    typen = list(m.get("typen", ())) or ["application/pdf"]
    for aantal in dict.fromkeys((m["minimum"], m["maximum"])):
        yield [bestand(i, typen[0]) for i in range(aantal)]
    yield from ([bestand(i, soort) for i in range(m["minimum"])] for soort in typen[1:])
    yield [bestand(0, typen[0], m.get("grootte", 1) * m["mb"]), *(bestand(i, typen[0]) for i in range(1, m["minimum"]))]


_GOED = {
    "tekst": _tekst, "getal": _getal, "decimaal": _getal, "moment": _moment, "keuze": _keuze, "keuzes": _keuzes, "bestanden": _bestanden,
}  # fmt: skip
LEEG: tuple[tuple[str, Waarde], ...] = (("null", None), ("leeg", ""), ("blanco", "  "), ("lijst", []), ("geheel", {}))


def foute(vraag: Vraag, nu: Waarde) -> Iterator[tuple[str, Waarde]]:
    """Wrong values just beside the present one, by what is wrong. Not all of them need be wrong everywhere."""
    yield from LEEG
    yield from vraag.feiten.fout
    yield from _FOUT.get(vraag.vorm, _geen)(vraag, nu)
    if vraag.vorm in ("tekst", "decimaal", "moment", "keuze"):
        yield "getal", 5
    yield "verpakt", [nu] if not isinstance(nu, list) else nu[0]


def _geen(*_: Any) -> Iterator[tuple[str, Waarde]]:
    yield from ()


def _foute_tekst(vraag: Vraag, _: Any) -> Iterator[tuple[str, Waarde]]:
    m = vraag.alle_maten
    patroon = vraag.maten.get("patroon")
    yield "teLang", (volgens(patroon, True) + "1") if patroon else tekst_van(m["maximum"] + 1)
    if m["minimum"] > 1:
        yield "teKort", tekst_van(m["minimum"] - 1)
    if patroon:
        yield from (("patroon", "?" * max(m["minimum"], 1)), ("patroonKort", volgens(patroon, False)[:-1]), ("nieuweRegel", volgens(patroon, False) + "\n"))


def _foute_keuze(vraag: Vraag, nu: Any) -> Iterator[tuple[str, Waarde]]:
    yield from (("onbekend", "bestaatNiet!"), ("andereCode", "bestaatNiet"), ("hoofdletter", str(nu).swapcase()))
    yield from ((f"optie {keus.code}", keus.code) for keus in vraag.opties if keus.toon_als != ALTIJD)


def _foute_keuzes(vraag: Vraag, nu: Any) -> Iterator[tuple[str, Waarde]]:
    m = vraag.alle_maten
    codes = [keus.code for keus in vraag.opties] or list(OPEN)
    yield from (("onbekend", [*nu, "bestaatNiet!"]), ("andereCode", [*nu, "bestaatNiet"]), ("dubbel", [*nu, *nu[:1]]), ("eenCode", nu[0] if nu else "x"))
    yield from ((f"optie {code}", [*nu, code]) for code in codes[:12] if code not in nu)
    if m["minimum"] > 1:
        yield "teWeinig", nu[: m["minimum"] - 1]
    if "maximum" in m:
        yield "teVeel", codes[: m["maximum"] + 1]


def _buiten(vraag: Vraag) -> Iterator[tuple[str, Waarde]]:
    """Numbers just outside its bounds."""
    for naam, grens, d in zip(("onder", "boven"), grenzen_van(vraag), (-1, 1), strict=True):
        if grens is not None:
            yield naam, getal_als(vraag, grens + d * stap_van(vraag))


def _foute_getal(vraag: Vraag, nu: Any) -> Iterator[tuple[str, Waarde]]:
    yield from _buiten(vraag)
    yield from (("breuk", 1.5), ("tekst", "1"), ("ja", True), ("metPunt", float(nu)))


def _foute_decimaal(vraag: Vraag, _: Any) -> Iterator[tuple[str, Waarde]]:
    m = vraag.alle_maten
    yield from _buiten(vraag)
    yield from (("komma", "2,50"), ("teFijn", "2." + "1" * (m["decimalen"] + 1)), ("nul", "02.50"), ("kaal", 2.5))
    if m.get("decimalen_minstens"):
        yield "zonderCenten", "2.5"


def _foute_moment(vraag: Vraag, _: Any) -> Iterator[tuple[str, Waarde]]:
    m = vraag.alle_maten
    if m.get("onvolledig"):
        yield "maandNul", "2026-00"
    elif m["deel"] == "dag":
        yield from (("alleenJaar", "2026"), ("alleenMaand", "2026-11"))


def _foute_bestanden(vraag: Vraag, nu: Any) -> Iterator[tuple[str, Waarde]]:
    m = vraag.alle_maten
    een = nu[0] if nu else bestand(0)
    rest = nu[1:] if nu else []
    yield "teGroot", [{**een, "grootte": m.get("grootte", 0) * m["mb"] + 1}, *rest]
    yield "type", [{**een, "mediatype": "application/x-msdownload"}, *rest]
    yield "leegBestand", [{**een, "grootte": 0}, *rest]
    yield "metPunt", [{**een, "grootte": float(een["grootte"])}, *rest]
    yield "naam", [{**een, "naam": " "}, *rest]
    yield "langeNaam", [{**een, "naam": "a" * (m["naamlengte"] + 1)}, *rest]
    yield "som", [{**een, "sha256": "x"}, *rest]
    yield "onbekend", [{**een, "inhoud": "x"}, *rest]
    yield "geenBestand", ["x", *rest]
    yield "zonderNaam", [{k: w for k, w in een.items() if k != "naam"}, *rest]
    yield "teVeel", [bestand(i, een["mediatype"]) for i in range(m["maximum"] + 1)]
    if m["maximum"] > 1:
        yield "dubbel", [een, een]
    if m["minimum"] > 1:
        yield "teWeinig", nu[: m["minimum"] - 1]


_FOUT = {
    "tekst": _foute_tekst, "getal": _foute_getal, "decimaal": _foute_decimaal, "moment": _foute_moment, "keuze": _foute_keuze,
    "keuzes": _foute_keuzes, "bestanden": _foute_bestanden,
}  # fmt: skip


def als_punt(tekst: str) -> datetime:
    """A day, a partial day, a time or both as a moment, to reckon with; the first there is."""
    if re.fullmatch(r"\d\d:\d\d", tekst):
        return datetime.combine(date(2026, 1, 1), datetime.strptime(tekst, "%H:%M").time())
    dag, _, tijd = tekst.partition("T")
    delen = [int(d) for d in dag.split("-")] + [1, 1]
    uur, minuut = (int(d) for d in tijd.split(":")) if tijd else (0, 0)
    return datetime(delen[0], delen[1], delen[2], uur, minuut)
