"""The JSON plan of a form: what the script and the form door need to know, and nothing that stands in the page already.

`{dienst, versie, taal, rol, naam, stappen, toegang, omstandigheden, meldingen, teksten, geheim, ontvangen}`. A node of
a step: `{id, soort, als?, verplicht?, ...measures, opties?, grenzen?, regels?, m?}`; `als` and `verplicht` are
conditions (dialect/javascript.py) and left out when always true. Absent means: always, unbounded, nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from catalogue.dienst import NIVEAUS, Toegang
from catalogue.formulier import Begrenzing, Eis, Formulier, Groep, Herhaling, Info, Keus, Stap, Vraag, elementen
from catalogue.meldingen import melding_bij, standaardmelding
from catalogue.oordeel.werkdagen import GELIJKGESTELD
from catalogue.tekst import in_taal
from catalogue.voorwaarde import ALTIJD, vergelijkingen
from generator.dialect.javascript import ALS, grens, voorwaarde
from generator.targets.formulier import tekst_html
from generator.targets.formulier.soorten import is_lang
from generator.targets.formulier.wijzer import Wijzer

GEHEIM = ("bsn",)
"""Kinds of which a draft keeps nothing."""
_STANDAARD = {
    ("tekst", "minimum"): 1, ("tekst", "maximum"): 200, ("tekstvlak", "minimum"): 1, ("tekstvlak", "maximum"): 1000, ("meerkeuze", "minimum"): 1,
    ("upload", "minimum"): 1, ("upload", "maximum"): 1, ("getal", "minimum"): 0, ("getal", "maximum"): 999_999_999,
    ("bedrag", "minimum"): "0.00", ("bedrag", "maximum"): "999999999.99", ("email", "maximum"): 254,
}  # fmt: skip
"""Measures that the script knows by itself (soorten.mjs)."""
_MATEN = ("minimum", "maximum", "patroon", "decimalen", "onvolledig", "typen", "grootte")

_VORM = ("verplicht", "lengte", "patroon", "proef")
_MOMENT = ("verplicht", "patroon", "datum", "vergelijking")
CODES_BIJ: dict[str, tuple[str, ...]] = {
    "tekst": ("verplicht", "lengte", "patroon"), "tekstvlak": ("verplicht", "lengte"), "getal": ("verplicht", "soort", "patroon", "minimum", "maximum"),
    "bedrag": ("verplicht", "patroon", "minimum", "maximum"), "ja-nee": ("verplicht",), "akkoord": ("verplicht",), "keuze": ("verplicht", "keuze"),
    "meerkeuze": ("verplicht", "aantal", "keuze"), "datum": _MOMENT, "tijd": _MOMENT, "datumtijd": _MOMENT, "bsn": _VORM, "postcode": _VORM,
    "email": _VORM, "telefoon": _VORM, "iban": _VORM, "kenteken": _VORM, "kvk": _VORM, "adres": ("verplicht", "lengte", "patroon"),
    "upload": ("verplicht", "aantal", "bestand"),
}  # fmt: skip
"""Which faults somebody can make by filling in a form; the plan has a text for each."""

Knoop = dict[str, Any]


def plan(
    formulier: Formulier, taal: str, teksten: dict[str, str], rol: str = "indiener", *, volledig: bool = False
) -> Knoop:
    """The plan for one language and role. `volledig` adds what the script reads from the page: options, names and texts."""
    bouw = _Bouw(formulier, taal, teksten, volledig)
    stappen = [
        bouw.stap(s) if (s.door or "indiener") == rol else {"id": s.pad, "als": False} for s in formulier.stappen
    ]
    uit: Knoop = {
        "dienst": formulier.dienst, "versie": formulier.versie, "taal": taal, "rol": rol, "naam": bouw.tekst(formulier.naam),
        "stappen": stappen, "geheim": list(bouw.geheim), "toegang": [_toegang(t) for t in _toegangen(formulier, rol)],
        "omstandigheden": omstandigheden(formulier, rol),
        "ontvangen": [bouw.tekst(t) for t in (formulier.teksten.get("ontvangen"),) if t],
    }  # fmt: skip
    uit["meldingen"] = bouw.standaard()
    if formulier.gemeente is None:
        uit["lokaal"] = 1
    if _telt_werkdagen(formulier):
        uit["feestdagen"] = sorted(dag.isoformat() for dag in GELIJKGESTELD)
    return uit


def omstandigheden(formulier: Formulier, rol: str = "indiener") -> Knoop:
    """The circumstances of somebody who comes in by the first way that the service (or the person's step) allows."""
    toegang = _toegangen(formulier, rol)[0]
    indiener = {"soort": toegang.soort, "middel": toegang.middel, "niveau": toegang.niveau}
    return {"rol": rol, "indiener": {k: w for k, w in indiener.items() if w}}


def _toegangen(formulier: Formulier, rol: str) -> tuple[Toegang, ...]:
    return next((p.toegang for p in formulier.personen if p.persoon == rol), formulier.toegang)


def _toegang(t: Toegang) -> list[Any]:
    """A way in, with the levels that are high enough."""
    niveaus = NIVEAUS[t.middel]
    return [t.soort, t.middel, *([list(niveaus[niveaus.index(t.niveau) :])] if t.niveau else [])]


def _telt_werkdagen(formulier: Formulier) -> bool:
    def grenzen() -> Iterator[Any]:
        for stap in formulier.stappen:
            for v in _voorwaarden(stap):
                yield from (w.grens for w in vergelijkingen(v) if w.grens)
            for e in elementen(stap.inhoud):
                yield from (b.grens for b in getattr(e, "grenzen", ()))

    return any(g.uitloop or g.eenheid == "werkdagen" for g in grenzen())


def _voorwaarden(stap: Stap) -> Iterator[Any]:
    yield stap.toon_als
    yield from (s.als for s in stap.stop)
    for houder in (stap, *elementen(stap.inhoud)):
        yield houder.toon_als
        yield getattr(houder, "verplicht", ALTIJD)
        yield from (o.toon_als for o in getattr(houder, "opties", ()))
        for regel in getattr(houder, "regels", ()):
            yield from (regel.eis, regel.als)


@cache
def _standaardtekst(code: str, soort: str, taal: str) -> str:
    """The standard text of a code at a kind, with places for name and measures."""
    maten = {k: f"{{{k}}}" for k in ("minimum", "maximum", "typen", "grootte")}
    return in_taal(standaardmelding(code, soort, {"nl": "{naam}"}, maten), taal)


class _Bouw:
    def __init__(self, formulier: Formulier, taal: str, teksten: dict[str, str], volledig: bool) -> None:
        self.taal, self.t, self.volledig = taal, teksten, volledig
        self.wijzer = Wijzer(formulier, taal, teksten)
        self.geheim: list[str] = []
        self._meldingen: dict[str, str] = {}

    def tekst(self, tekst: dict[str, str]) -> str:
        def plek(pad: str) -> tekst_html.Gat | None:
            element = self.wijzer.zoek(pad)
            return tekst_html.Gat("", self.wijzer.kort(element)) if element else None

        return tekst_html.kaal(tekst, self.taal, plek)

    def _vol(self, **teksten: dict[str, str] | None) -> Knoop:
        """Texts that stand in the page already."""
        return {k: self.tekst(t) for k, t in teksten.items() if t} if self.volledig else {}

    def stap(self, stap: Stap) -> Knoop:
        uit = {"id": stap.pad, **_als(stap.toon_als), "velden": [self.knoop(e) for e in stap.inhoud]}
        uit |= self._vol(titel=stap.titel)
        if stap.stop:
            uit["stop"] = [
                {"id": s.pad.rpartition(".")[2], "als": voorwaarde(s.als), **self._vol(m=s.melding)} for s in stap.stop
            ]
        if stap.regels:
            uit["regels"] = [self.regel(r) for r in stap.regels]
        return uit

    def knoop(self, element: Any) -> Knoop:
        uit: Knoop = {"id": element.id, **_als(element.toon_als)}
        if isinstance(element, Info):
            return {**uit, "soort": "info"}
        if isinstance(element, Vraag):
            return uit | self.vraag(element)
        uit |= {"soort": "groep" if isinstance(element, Groep) else "herhaling"}
        uit |= self._vol(label=element.vraag)
        if isinstance(element, Herhaling):
            uit |= self.herhaling(element)
        return {**uit, "velden": [self.knoop(e) for e in element.inhoud]}

    def herhaling(self, h: Herhaling) -> Knoop:
        uit: Knoop = {"minimum": h.minimum, "maximum": h.maximum, **self._vol(item=h.item or h.vraag)}
        if self.volledig:
            uit["naam"] = _zonder_slot(self.tekst(h.vraag))
        if h.uniek:
            uit["uniek"] = list(h.uniek)
        if h.per:
            return {**uit, "per": h.per.rpartition(".")[2]}
        if self.volledig:
            uit["nogEen"] = self.tekst(h.nog_een) if h.nog_een else self.t["nog_een"]
        return uit

    def vraag(self, v: Vraag) -> Knoop:
        veld: Any = v.veld
        if v.soort in GEHEIM:
            self.geheim.append(v.pad.replace("[]", ""))
        uit: Knoop = {"soort": v.soort}
        if v.verplicht != ALTIJD:
            uit["verplicht"] = voorwaarde(v.verplicht)
        for maat in _MATEN:
            waarde = getattr(veld, maat, None)
            if (
                waarde in (None, False)
                or (maat == "decimalen" and not waarde)
                or _STANDAARD.get((v.soort, maat)) == waarde
            ):
                continue
            uit[maat] = list(waarde) if isinstance(waarde, tuple) else waarde
        if v.grenzen:
            uit["grenzen"] = [self.grens(b, v.soort) for b in v.grenzen]
        if v.regels:
            uit["regels"] = [self.regel(r) for r in v.regels]
        if v.soort in ("keuze", "meerkeuze"):
            uit |= self.opties(v)
        uit |= self._vol(label=veld.vraag)
        return uit | self.meldingen(v)

    def meldingen(self, v: Vraag) -> Knoop:
        """The name that the texts of faults use, and the texts that differ from what the kind says."""
        bron = v.veld.kort or v.veld.vraag
        naam, in_referentie = (
            _zonder_slot(self.tekst(bron)),
            _zonder_slot(tekst_html.kaal(bron, self.taal, lambda _: None)),
        )
        eigen = {}
        for code in CODES_BIJ[v.soort]:
            tekst = self.tekst(melding_bij(v, code))
            sjabloon = self._sjabloon(code, v.soort)
            if _vul(sjabloon, {**_maten(v), "naam": in_referentie}) != tekst:
                eigen[code] = tekst
        zelf = self.volledig or v.veld.kort
        return {**({"naam": naam} if zelf else {}), **({"m": eigen} if eigen else {})}

    def _sjabloon(self, code: str, soort: str) -> str:
        """The standard text of a code at a kind, with places for name and measures; kept for the plan."""
        tekst, algemeen = _standaardtekst(code, soort, self.taal), _standaardtekst(code, "", self.taal)
        self._meldingen[code if tekst == algemeen else f"{code}/{soort}"] = tekst
        return tekst

    def standaard(self) -> dict[str, str]:
        """The standard texts that the questions of this form need, by code or code/kind."""
        for code, soort in (
            ("verplicht", "herhaling"),
            ("aantal", "herhaling"),
            ("dubbel", ""),
            ("verplicht", "stap"),
            ("keuze", "inloggen"),
        ):
            self._sjabloon(code, soort)
        return dict(sorted(self._meldingen.items()))

    def grens(self, b: Begrenzing, soort: str) -> list[Any]:
        return [b.hoe, ALS.get(soort, "g"), grens(b.grens)]

    def regel(self, r: Eis) -> Knoop:
        uit: Knoop = {
            "pad": r.pad,
            "eis": voorwaarde(r.eis),
            **_als(r.als),
            "namen": list(r.namen),
            "m": self.tekst(r.melding),
        }
        if r.ernst == "waarschuwing":
            uit["let_op"] = 1
        return uit

    def opties(self, v: Vraag) -> Knoop:
        """The codes; in the page only where some have a condition, the rest the script reads from the page."""
        if v.open_lijst:
            return {"open": 1}
        if self.volledig:
            lang = {"lijst": 1} if is_lang(v) else {}
            return {"opties": [_optie(o) for o in v.opties], "labels": [self.wijzer.optie(o) for o in v.opties], **lang}
        if is_lang(v):
            return {"lijst": 1}
        return (
            {"opties": [_optie(o) for o in v.opties]}
            if v.id == "voor" or any(o.toon_als != ALTIJD for o in v.opties)
            else {}
        )


def _optie(o: Keus) -> Any:
    return o.code if o.toon_als == ALTIJD else [o.code, voorwaarde(o.toon_als)]


def _als(v: Any) -> Knoop:
    return {} if v == ALTIJD else {"als": voorwaarde(v)}


def _maten(v: Vraag) -> dict[str, Any]:
    """The measures that a text may name, as the script finds them."""
    veld: Any = v.veld
    uit = {maat: getattr(veld, maat) for maat in ("minimum", "maximum") if getattr(veld, maat, None) is not None}
    if "maximum" not in uit and getattr(veld, "lengte", None):
        uit["maximum"] = veld.lengte
    if getattr(veld, "typen", None):
        uit |= {"typen": ", ".join(t.partition("/")[2].upper() for t in veld.typen), "grootte": veld.grootte}
    return uit


def _zonder_slot(naam: str) -> str:
    return naam.rstrip(" ?.:")


def _vul(sjabloon: str, waarden: dict[str, Any]) -> str:
    """What templates/formulier/beoordeel.mjs makes of a standard text."""
    return re.sub(r"\{(\w+)\}", lambda m: str(waarden.get(m[1], 1 if m[1] == "minimum" else "")), sjabloon)
