"""A small service that receives the form: Python, FastAPI, SQLite; it stands alone and imports nothing of ours.

`stub/eigen.py` is theirs: written once, never touched again. All else is made again with every build: `stub/dienst/` (the
form as data, the judge, and the service round it), `stub/formulier/`
(the pages) and `stub/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from catalogue import oordeel
from catalogue.formulier import Formulier, Herhaling, Vraag
from catalogue.plan import maak_plan
from catalogue.tekst import in_taal
from generator.plekken import bron_map
from generator.target import Artifact, Deel, Kader, Motor, Uitvoer, json_bytes
from generator.targets import formulier as form
from generator.targets import openapi, schema
from generator.targets.openformulieren.herleiding import herleiding
from generator.targets.openformulieren.sleutels import Sleutels

UITVOER = Uitvoer(
    naam="stub",
    titel="Ontvangende dienst",
    voor="gemeente en leverancier",
    wat="Een kleine dienst die ontvangt, beoordeelt, bewaart en doorgeeft aan uw code. Start met één opdracht.",
    delen=(Deel(("stub/",), eerst=("stub/README.md", "stub/eigen.py"), rest=False, uitleg="stub/README.md"),),
    motoren=(
        Motor(
            "stub",
            "Ontvangende dienst (stub)",
            "Houdt elke regel. Wat zij weigert, weigert de catalogus ook.",
            stem="python",
            overeenkomst=("stub", "stub-http"),
        ),
    ),
)
MAP = bron_map("templates") / "stub"
OORDEEL = Path(str(oordeel.__file__)).parent
"""The judge, which travels along as it is: it needs the standard library only."""
MB = 1_000_000
MEESTE_MB = 200
"""The largest message, in MB, whatever the questions add up to."""


def bouw(formulier: Formulier, kader: Kader) -> Iterable[Artifact]:
    """The folder `stub/`."""
    for artifact in _bestanden(formulier, kader):
        yield Artifact(f"stub/{artifact.pad}", artifact.inhoud, artifact.van_hen)


def _bestanden(formulier: Formulier, kader: Kader) -> Iterator[Artifact]:
    yield Artifact("eigen.py", (MAP / "eigen.py").read_bytes(), van_hen=True)
    yield Artifact("requirements.txt", (MAP / "requirements.txt").read_bytes())
    yield Artifact("README.md", _leesmij(formulier).encode())
    for bestand in sorted((MAP / "dienst").glob("*.py")):
        yield Artifact(f"dienst/{bestand.name}", bestand.read_bytes())
    for naam in ("formpost.py", "invullen.py", "openformulieren.py"):
        yield Artifact(f"dienst/{naam}", (MAP / naam).read_bytes())
    for bestand in sorted(OORDEEL.glob("*.py")):
        yield Artifact(f"dienst/oordeel/{bestand.name}", bestand.read_bytes())
    yield Artifact("dienst/plan.json", json_bytes(maak_plan(formulier)))
    kop = {"sha256": kader.sha256, "csp": form.CSP, "grens": grens(formulier)}
    yield Artifact("dienst/ontvanger.json", json_bytes(kop))
    yield Artifact(
        "dienst/herleiding.json", json_bytes(herleiding(formulier, "indiener", Sleutels(formulier, "indiener")))
    )
    yield from kader.van(form, formulier)
    for artifact in kader.van(schema, formulier):
        if artifact.pad.startswith("schema/inzending"):
            yield Artifact(f"dienst/{artifact.pad}", artifact.inhoud)
    for artifact in kader.van(openapi, formulier):
        yield Artifact(f"dienst/contract/{artifact.pad}", artifact.inhoud)


def grens(formulier: Formulier) -> int:
    """How many bytes a message with files may have: all that the questions allow together, and room for the answers."""
    som = sum(_uploads(stap.inhoud) for stap in formulier.stappen)
    return min(som * MB, MEESTE_MB * MB) + 2 * MB


def _uploads(inhoud: tuple[object, ...]) -> int:
    som = 0
    for e in inhoud:
        if isinstance(e, Vraag):
            som += e.veld.maximum * (e.veld.grootte or 0) if e.veld.soort == "upload" else 0
        else:
            som += _uploads(getattr(e, "inhoud", ())) * (e.maximum if isinstance(e, Herhaling) else 1)
    return som


def _leesmij(formulier: Formulier) -> str:
    tekst = (MAP / "README.md").read_text("utf-8")
    parameters = "\n".join(f"- `{p.parameter}` ({p.soort}): {in_taal(p.omschrijving, 'nl')}" for p in formulier.parameters)
    voorzieningen = "\n".join(f"- `{v.voorziening}`: {in_taal(v.omschrijving, 'nl')}" for v in formulier.voorzieningen)
    vul = {
        "naam": in_taal(formulier.naam, "nl"),
        "dienst": formulier.dienst,
        "versie": formulier.versie,
        "wegen": ", ".join(dict.fromkeys(f"{t.soort} {t.middel}{' ' + t.niveau if t.niveau else ''}" for t in formulier.toegang)),
        "parameters": parameters or "- (geen / none)",
        "voorzieningen": voorzieningen or "- (geen / none)",
    }
    for naam, waarde in vul.items():
        tekst = tekst.replace(f"[[{naam}]]", waarde)
    return tekst
