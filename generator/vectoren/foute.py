"""Wrong answers, by the shape of a question: each just beside the present one. Not all of them need be wrong everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from catalogue.formulier import Herhaling
from catalogue.voorwaarde import ALTIJD
from generator.vectoren.goede import OPEN
from generator.vectoren.waarden import Gemeten, Waarde, bestand, gerekt, tekst_van, volgens

Fout = tuple[str, Waarde]
LEEG: tuple[Fout, ...] = (("null", None), ("leeg", ""), ("blanco", "  "), ("lijst", []), ("geheel", {}))
VASTE_SPATIE, ONZICHTBAAR, BEL, LOS_ACCENT = "\u00a0", "\u200b", "\u0007", "e\u0301"
"""Blanks that no space bar gives, a control character, and a letter whose accent is a character of its own (not in NFC)."""


def foute(g: Gemeten, nu: Waarde) -> Iterator[Fout]:
    """Wrong values, by what is wrong."""
    yield from LEEG
    yield from g.vraag.feiten.fout
    yield from _FOUT[g.vorm](g, nu)
    if g.vorm in ("tekst", "decimaal", "moment", "keuze"):
        yield "getal", 5
    yield "verpakt", [nu] if not isinstance(nu, list) else nu[0]


def _geen(*_: Any) -> Iterator[Fout]:
    yield from ()


def _tekst(g: Gemeten, nu: str) -> Iterator[Fout]:
    kort, lang, patroon = g.m["minimum"], g.m["maximum"], g.m.get("patroon")
    yield "teLang", (gerekt(nu, patroon, lang + 1) if patroon else None) or nu.ljust(lang + 1, nu[-1])
    if kort > 1:
        yield "teKort", tekst_van(kort - 1)
    yield from (("vasteSpatie", VASTE_SPATIE * len(nu)), ("stuurteken", nu[:-1] + BEL))
    if patroon:
        yield "nieuweRegel", nu + "\n"
    else:
        yield from (("nietZichtbaar", ONZICHTBAAR * len(nu)), ("nietNfc", LOS_ACCENT.ljust(kort, "x")))
        if not g.m.get("regels"):
            yield from (("tweeRegels", nu[:-1] + "\n"), ("tab", nu[:-1] + "\t"))
    if g.vraag.maten.get("patroon"):
        kortst = volgens(g.m["patroon"], False)
        yield from (("patroon", "?" * max(kort, 1)), ("patroonKort", kortst[:-1]), ("patroonLang", volgens(g.m["patroon"], True) + "1"))


def _keuze(g: Gemeten, nu: Any) -> Iterator[Fout]:
    yield from (("onbekend", "bestaatNiet!"), ("andereCode", "bestaatNiet"), ("hoofdletter", str(nu).swapcase()))
    yield from ((f"optie {keus.code}", keus.code) for keus in g.vraag.opties if keus.toon_als != ALTIJD)


def _keuzes(g: Gemeten, nu: Any) -> Iterator[Fout]:
    codes = [keus.code for keus in g.vraag.opties] or list(OPEN)
    yield from (("onbekend", [*nu, "bestaatNiet!"]), ("andereCode", [*nu, "bestaatNiet"]))
    yield from (("dubbel", [*nu, *nu[:1]]), ("eenCode", nu[0] if nu else "x"))
    yield from ((f"optie {code}", [*nu, code]) for code in codes[:12] if code not in nu)
    if g.m["minimum"] > 1:
        yield "teWeinig", nu[: g.m["minimum"] - 1]
    if "maximum" in g.m:
        yield "teVeel", codes[: g.m["maximum"] + 1]


def _buiten(g: Gemeten) -> Iterator[Fout]:
    """Numbers just outside its bounds."""
    for naam, grens, d in zip(("onder", "boven"), g.grenzen, (-1, 1), strict=True):
        if grens is not None:
            yield naam, g.getal(grens + d * g.stap)


def _getal(g: Gemeten, nu: Any) -> Iterator[Fout]:
    yield from _buiten(g)
    yield from (("breuk", 1.5), ("tekst", "1"), ("ja", True), ("metPunt", float(nu)))


def _decimaal(g: Gemeten, _: Any) -> Iterator[Fout]:
    yield from _buiten(g)
    yield from (("komma", "2,50"), ("teFijn", "2." + "1" * (g.m["decimalen"] + 1)), ("nul", "02.50"), ("kaal", 2.5))
    if g.m.get("decimalen_minstens"):
        yield "zonderCenten", "2.5"


def _moment(g: Gemeten, _: Any) -> Iterator[Fout]:
    if g.m.get("onvolledig"):
        yield "maandNul", "2026-00"
    elif g.m["deel"] == "dag":
        yield from (("alleenJaar", "2026"), ("alleenMaand", "2026-11"))


def _delen(g: Gemeten, nu: dict[str, str]) -> Iterator[Fout]:
    """In each part that may hold anything: what cannot be seen, and what no text may hold."""
    for deel in g.vraag.feiten.delen:
        if deel.patroon is None:
            for naam, waarde in (("vasteSpatie", VASTE_SPATIE), ("stuurteken", f"a{BEL}b"), ("nietNfc", LOS_ACCENT)):
                yield f"{naam} in {deel.id}", {**nu, deel.id: waarde}


def _bestanden(g: Gemeten, nu: Any) -> Iterator[Fout]:
    een, rest = (nu[0], nu[1:]) if nu else (bestand(0), [])
    yield from ((naam, [{**een, **anders}, *rest]) for naam, anders in _anders(g, een))
    yield "geenBestand", ["x", *rest]
    yield "zonderNaam", [{k: w for k, w in een.items() if k != "naam"}, *rest]
    yield "teVeel", [bestand(i, een["mediatype"]) for i in range(g.m["maximum"] + 1)]
    if g.m["maximum"] > 1:
        yield "dubbel", [een, een]
    if g.m["minimum"] > 1:
        yield "teWeinig", nu[: g.m["minimum"] - 1]


def _anders(g: Gemeten, een: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What may be wrong in the description of one file."""
    yield "teGroot", {"grootte": g.m.get("grootte", 0) * g.m["mb"] + 1}
    yield "type", {"mediatype": "application/x-msdownload"}
    yield "leegBestand", {"grootte": 0}
    yield "metPunt", {"grootte": float(een["grootte"])}
    yield "naam", {"naam": " "}
    yield "nietZichtbareNaam", {"naam": ONZICHTBAAR}
    yield "stuurteken", {"naam": f"a{BEL}.pdf"}
    yield "langeNaam", {"naam": "a" * (g.m["naamlengte"] + 1)}
    yield "som", {"sha256": "x"}
    yield "onbekend", {"inhoud": "x"}


def foute_lijsten(h: Herhaling, lijst: list[Any]) -> Iterator[Fout]:
    """Wrong lists of rows, by what is wrong."""
    yield from LEEG
    yield "geenLijst", lijst[0] if lijst else "x"
    if not lijst:
        return
    if isinstance(lijst[0], dict):
        yield "lokaal", [{**lijst[0], "lokaal": {"wijk": "noord"}}, *lijst[1:]]
    yield from (("leegDeel", [{}, *lijst[1:]]), ("geenGeheel", ["x", *lijst[1:]]), ("dubbel", [*lijst, lijst[0]]), ("zonderEerste", lijst[1:]))
    yield "teVeel", [lijst[i % len(lijst)] for i in range(h.maximum + 1)]
    if h.minimum > 1:
        yield "teWeinig", lijst[: h.minimum - 1]


_FOUT: dict[str, Callable[[Gemeten, Any], Iterator[Fout]]] = {
    "tekst": _tekst,
    "getal": _getal,
    "decimaal": _decimaal,
    "moment": _moment,
    "waar": _geen,
    "keuze": _keuze,
    "keuzes": _keuzes,
    "bestanden": _bestanden,
    "delen": _delen,
}
