"""Traceability: from each row of a source form to the question that answers for it, and from each question back.

`spoor` gives one object per row of the source, in its order, and then one per question without a source. Nothing of it
is stored: it is read off the worked-out Formulier each time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalogue import register
from catalogue.catalogus import Catalogus
from catalogue.dienst import Blok, Kosten, Persoon, Toegang, Vanzelf
from catalogue.formulier import WERK, Blokregel, Formulier, Groep, Herhaling, Info, Keus, Stap, Stop, Vraag
from catalogue.herleiding import Aanspraak, aanspraken, blok_als_formulier
from catalogue.tekst import in_taal
from catalogue.veld.feiten import Deel
from catalogue.veld.opties import Optielijst
from catalogue.voorwaarde import ALTIJD, NOOIT
from generator.dialect.nederlands import zin
from generator.targets.formulier.pagina import teksten
from generator.targets.formulier.wijzer import Wijzer

Spoor = dict[str, Any]
AFSPRAKEN = "afspraken"
"""The name of the run-time list with the moments that a municipality offers."""
_SOORT: dict[type, str] = {
    Info: "infotekst", Groep: "groep", Herhaling: "herhaling", Stop: "stop", Blokregel: "blok",
    Toegang: "inloggen", Persoon: "inloggen", Kosten: "betaling",
}  # fmt: skip
_VOORRANG = (Vraag, Herhaling, Stop, Keus)


def alles(catalogus: Catalogus, naam: str | None, versie: str) -> list[Spoor]:
    """The trace of one service or block, or of all that come from a source. Raises Onbekend, ValueError."""
    uit: list[Spoor] = []
    for slug in sorted(catalogus.blokken):
        blok = catalogus.blokken[slug].model
        if blok and blok.herkomst and blok.herkomst_heel and naam in (None, slug):
            uit += van_blok(catalogus, blok, versie)
    if naam is not None and uit:
        return uit
    for slug in (naam,) if naam else _met_bron(catalogus, versie):
        uit += van_dienst(catalogus.formulier(slug, versie))
    return uit


def _met_bron(catalogus: Catalogus, versie: str) -> Iterable[str]:
    """The services of which this release answers for a source form."""
    for slug in catalogus.slugs:
        formulier = catalogus.formulier(slug, versie) if versie == WERK or versie in catalogus.uitgaven(slug) else None
        if formulier and formulier.herkomst and formulier.herkomst_heel:
            yield slug


def van_dienst(formulier: Formulier) -> list[Spoor]:
    """The trace of a service."""
    return _spoor(formulier, formulier.dienst, formulier.versie, formulier, list(aanspraken(formulier)), "")


def van_blok(catalogus: Catalogus, blok: Blok, versie: str) -> list[Spoor]:
    """The trace of a fixed block; paths are within the block."""
    formulier = blok_als_formulier(blok, catalogus.bouwstenen).formulier
    return _spoor(formulier, blok.blok, versie, blok, list(aanspraken(formulier, blok.blok)), "blok.")


def _spoor(formulier: Formulier, slug: str, versie: str, kop: Any, gevonden: list[Aanspraak], voor: str) -> list[Spoor]:
    wijzer = Wijzer(formulier, "nl", teksten("nl"))
    redenen: dict[str, list[str]] = {}
    for afwijking in kop.afwijkingen:
        for rij in afwijking.bron:
            redenen.setdefault(rij, []).append(afwijking.reden)
    vorm = register.bronformulier(kop.herkomst) if kop.herkomst else None
    per_rij: dict[str, list[Aanspraak]] = {}
    for a in gevonden:
        per_rij.setdefault(a.rij or "", []).append(a)

    def een(rij: str | None, a: Aanspraak | None) -> Spoor:
        uit = {"dienst": slug, "versie": versie, "bron": kop.herkomst, "rij": rij, **_van(a, wijzer)}
        uit["pad"] = uit["pad"].removeprefix(voor) if uit["pad"] else None
        return {**uit, "afwijking": " ".join(redenen.get(rij or "", ())) or None}

    rijen = [een(rij, _eerste(per_rij.get(rij, []))) for rij in (vorm.rijen if vorm else ())]
    return rijen + [een(None, a) for a in per_rij.get("", [])]


def _eerste(kandidaten: list[Aanspraak]) -> Aanspraak | None:
    """Of several that claim a row the one that carries the answer; of a whole block the step that stands for it."""
    heel = [a for a in kandidaten if "/" not in (a.rij or "") and isinstance(a.ding, Stap) and a.ding.blok]
    return next(iter(heel or sorted(kandidaten, key=_rang)), None)


def _rang(a: Aanspraak) -> int:
    return next((i for i, soort in enumerate(_VOORRANG) if isinstance(a.ding, soort)), len(_VOORRANG))


def _van(a: Aanspraak | None, wijzer: Wijzer) -> Spoor:
    if a is None:
        return {"pad": None, "soort": None, "verplicht": None, "maximumLengte": None, "opties": None, "toonAls": None}
    ding = wijzer.vraag(a.pad) if isinstance(a.ding, Keus) else a.ding
    return {
        "pad": a.pad,
        "soort": _soort(ding, a.deel),
        "verplicht": _verplicht(ding, a.deel),
        "maximumLengte": _lengte(ding, a.deel),
        "opties": _opties(ding),
        "toonAls": None if a.als == ALTIJD else zin(a.als, wijzer.noem, "nl"),
    }


def _soort(ding: Any, deel: str) -> str:
    if isinstance(ding, Vanzelf):
        return ding.soort
    if isinstance(ding, Stap):
        return "groep" if ding.blok is None else "inloggen" if ding.blok.startswith("inloggen-") else "blok"
    if not isinstance(ding, Vraag):
        return _SOORT[next(s for s in _SOORT if isinstance(ding, s))]
    if deel != "_":
        return _deel(ding, deel).soort
    if isinstance(getattr(ding.veld, "opties", None), Optielijst) and ding.veld.opties.bron == AFSPRAKEN:
        return "afspraak"
    maten = ding.alle_maten
    if maten.get("onvolledig"):
        return "deeldatum"
    return "verklaring" if maten.get("waarden") == [True] else ding.soort


def _deel(vraag: Vraag, id: str) -> Deel:
    """A part of an answer that has parts."""
    return next(deel for deel in vraag.feiten.delen if deel.id == id)


def _verplicht(ding: Any, deel: str) -> bool | str:
    """Must there be an answer once the question is shown? One that a municipality may leave out: sometimes."""
    if isinstance(ding, Vraag):
        if deel != "_" and not _deel(ding, deel).verplicht:
            return False
        if ding.keuze_gemeente and ding.veld.verplicht:
            return "voorwaardelijk"
        return {ALTIJD: True, NOOIT: False}.get(ding.verplicht, "voorwaardelijk")
    if isinstance(ding, Herhaling):
        return ding.minimum > 0 or ding.per is not None
    if isinstance(ding, Vanzelf):
        return ding.soort in ("knop", "inloggen")
    return isinstance(ding, Stap | Toegang | Blokregel)


def _lengte(ding: Any, deel: str) -> int | None:
    if not isinstance(ding, Vraag):
        return None
    if deel != "_":
        return _deel(ding, deel).maximum
    maten = ding.alle_maten
    if ding.vorm == "tekst":
        return maten["maximum"]
    if ding.vorm in ("getal", "decimaal") and isinstance(maten["maximum"], int):
        return len(str(maten["maximum"])) + (1 + maten["decimalen"] if ding.vorm == "decimaal" else 0)
    return None


def _opties(ding: Any) -> list[Spoor] | None:
    if not isinstance(ding, Vraag) or not ding.opties:
        return None
    return [{"code": k.code, "label": in_taal(k.naam, "nl"), "bron": k.in_bron} for k in ding.opties]


def dekking(sporen: list[Spoor]) -> list[tuple[str, int, int, int, int, int]]:
    """Per service or block: rows, blocks without rows, those with an answer, those explained, and those that are missing."""
    uit = []
    for slug in dict.fromkeys(s["dienst"] for s in sporen):
        rijen = [s for s in sporen if s["dienst"] == slug and s["rij"]]
        uit.append(
            (
                slug,
                sum("/" in s["rij"] for s in rijen),
                sum("/" not in s["rij"] for s in rijen),
                sum(s["soort"] is not None for s in rijen),
                sum(s["afwijking"] is not None for s in rijen),
                sum(s["soort"] is None for s in rijen),
            )
        )
    return uit
