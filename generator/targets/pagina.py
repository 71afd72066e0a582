"""What the catalogue tells about one service: the data table, the flow as a picture, and a README for the download.

`gegevens.csv` and `gegevens.json` hold a row per question; `stroom.svg` the steps; `voorbeelden.json` the stories with the
verdict they must get; `LEESMIJ.md` what is in the folder.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from catalogue.formulier import Formulier, Vraag, elementen
from catalogue.tekst import in_taal
from catalogue.voorwaarde import ALTIJD, NOOIT
from catalogue.weergave import vul_in
from generator.dialect.nederlands import zin
from generator.sjabloon import sjabloon
from generator.stroom import stroom_svg
from generator.target import Artifact, Deel, Kader, Uitvoer, json_bytes
from generator.targets import uitvoer, vanzelf
from generator.targets.formulier.pagina import teksten
from generator.targets.formulier.wijzer import Wijzer

LEESMIJ = "LEESMIJ.md"
UITVOER = Uitvoer(
    naam="pagina",
    titel="Beschrijving",
    voor="iedereen",
    wat="Elke vraag met doel en wet, de stappen als plaatje, de voorbeelden, en een LEESMIJ.",
    delen=(
        Deel(
            ("voorbeelden.json",),
            titel="Voorbeelden",
            voor="leverancier en tester",
            wat="Gevallen uit het leven, met antwoorden en de fouten die erbij horen.",
        ),
        Deel(
            ("gegevens.csv", "gegevens.json"),
            titel="Gegevens",
            voor="specificeerder en functionaris gegevensbescherming",
            wat="Elke vraag met het doel en de wet, voor een rekenblad en als JSON.",
        ),
        Deel(("stroom.svg",), titel="Plaatje van de stappen", wat="De stappen van boven naar beneden."),
        Deel((LEESMIJ,), titel="Leesmij", wat="Wat er in de download zit, en hoe u het probeert."),
    ),
)


def bouw(formulier: Formulier, kader: Kader) -> Iterator[Artifact]:
    """The files that go with a service beside its outputs."""
    rijen = gegevens(formulier)
    yield Artifact("gegevens.json", json_bytes(rijen))
    yield Artifact("gegevens.csv", _csv(rijen))
    yield Artifact("stroom.svg", stroom_svg(formulier).encode())
    yield Artifact("voorbeelden.json", json_bytes([_voorbeeld(v) for v in kader.voorbeelden]))
    leesmij = sjabloon("site/LEESMIJ.md.j2").render(f=formulier, naam=in_taal(formulier.naam, "nl"), vandaag=kader.vandaag, delen=_delen(formulier))
    yield Artifact(LEESMIJ, leesmij.encode())


def _delen(formulier: Formulier) -> list[Deel]:
    """What a build of everything puts beside this file."""
    alle = (deel for naam in vanzelf(formulier.versie, formulier.gemeente) for deel in uitvoer(naam).delen)
    return [deel for deel in alle if deel.paden != (LEESMIJ,)]


def gegevens(formulier: Formulier, taal: str = "nl") -> list[dict[str, Any]]:
    """A row per question, in written order: where, what, when, why and by which law. All values are texts."""
    wijzer = Wijzer(formulier, taal, teksten(taal))

    def woorden(tekst: Any) -> str:
        return vul_in(formulier, tekst, lambda _: None, taal) if tekst else ""

    uit = []
    for stap in formulier.stappen:
        for e in elementen(stap.inhoud):
            if not isinstance(e, Vraag):
                continue
            uit.append(
                {
                    "stap": woorden(stap.titel),
                    "pad": e.pad,
                    "vraag": woorden(e.veld.vraag),
                    "soort": e.soort,
                    "verplicht": {ALTIJD: "ja", NOOIT: "nee"}.get(e.verplicht) or zin(e.verplicht, wijzer.noem, taal),
                    "toonAls": "" if e.toon_als == ALTIJD else zin(e.toon_als, wijzer.noem, taal),
                    "opties": "; ".join(f"{k.code}: {woorden(k.naam)}" for k in e.opties) if len(e.opties) <= 40 else f"{len(e.opties)} uit de lijst {e.lijst}",
                    "doel": woorden(e.doel),
                    "doelUit": e.doel_uit or "",
                    "grondslag": "; ".join(grondslag_tekst(g) for g in e.grondslag),
                    "grondslagUit": e.grondslag_uit or "",
                    "gegeven": e.veld.gegeven or "",
                    "van": (e.persoon or "onbekend") if e.veld.gegeven else "",
                    "prefill": e.veld.prefill,
                    "toelichting": e.veld.toelichting or "",
                    "keuzeGemeente": "ja" if e.keuze_gemeente else "nee",
                }
            )
    return uit


def grondslag_tekst(g: Any) -> str:
    """A legal basis in a line: "art. 2.39 Wet basisregistratie personen"."""
    return f"art. {g.artikel} {g.wet}" if g.artikel else g.wet


def _voorbeeld(v: Any) -> dict[str, Any]:
    """A story as software tests itself against it."""
    fouten = [{"pad": pad, "code": code} for pad, code in v.fouten]
    return {"naam": v.naam, "goed": v.goed, "verhaal": v.verhaal, "omstandigheden": v.omstandigheden, "antwoorden": v.antwoorden, "fouten": fouten}


def _csv(rijen: list[dict[str, Any]]) -> bytes:
    """The rows as a spreadsheet opens them; a text that a spreadsheet would read as a formula gets a quote in front."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(rijen[0] if rijen else ())
    for rij in rijen:
        schrijver.writerow(f"'{w}" if str(w).startswith(("=", "+", "-", "@")) else w for w in rij.values())
    return ("\ufeff" + uit.getvalue()).encode()
