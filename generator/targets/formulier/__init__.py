"""The accessible HTML form of a service: a page per language and role, whole without its script.

Files, below the folder of the service: `formulier/index.html` (Dutch), `formulier/<taal>/index.html`, the pages of other
persons under `formulier/<rol>/`, `formulier/voorwaarden.css` (what is shown when, for those without the script), the
shared files with a hash in their names, and `formulier/plan.<taal>.json`: the plan with every label, for a receiver.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.formulier import Formulier
from generator.target import Artifact, Deel, Kader, Motor, Uitvoer, json_bytes
from generator.targets.formulier.bestanden import gedeeld
from generator.targets.formulier.lijsten import lijsten
from generator.targets.formulier.pagina import CSP, render
from generator.targets.formulier.plan import plan
from generator.targets.formulier.voorwaarden import voorwaarden_css

__all__ = ["CSP", "UITVOER", "bouw", "render"]
UITVOER = Uitvoer(
    naam="formulier",
    titel="Formulier",
    voor="gemeente",
    wat="Gewone HTML voor uw eigen webserver. Werkt op een telefoon, zonder script en in uw huisstijl.",
    delen=(Deel(("formulier/",), eerst=("formulier/index.html",), rest=False),),
    motoren=(
        Motor(
            "script",
            "Formulier met script",
            "Houdt elke regel, en zegt het meteen bij de vraag.",
            stem="javascript",
            overeenkomst=("formulier",),
        ),
        Motor(
            "zonder_script",
            "Formulier zonder script",
            "De browser toont en verbergt met een stijlblad. Wie ontvangt, beoordeelt daarna alles.",
        ),
    ),
)
INDIENER = "indiener"


def bouw(formulier: Formulier, kader: Kader) -> Iterator[Artifact]:
    """Every file of the form."""
    for naam, inhoud in gedeeld().items():
        yield Artifact(f"formulier/{naam}", inhoud)
    lange = {naam: inhoud for taal in formulier.talen for naam, inhoud in lijsten(formulier, taal).items()}
    for naam, inhoud in sorted(lange.items()):
        yield Artifact(f"formulier/{naam}", inhoud)
    for rol in formulier.rollen:
        yield from _rol(formulier, rol)


def _rol(formulier: Formulier, rol: str) -> Iterator[Artifact]:
    eigen = "" if rol == INDIENER else f"{rol}/"
    css, _ = voorwaarden_css(formulier, rol)
    if css:
        yield Artifact(f"formulier/{eigen}voorwaarden.css", css.encode())
    for taal in formulier.talen:
        eerste = taal == formulier.talen[0]
        html = render(
            formulier, taal, rol=rol,
            map_op="../" * ((rol != INDIENER) + (not eerste)),
            voorwaarden=("" if eerste else "../") + "voorwaarden.css" if css else None,
            talen={ander: _naar(formulier, taal, ander) for ander in formulier.talen if ander != taal},
        )  # fmt: skip
        yield Artifact(f"formulier/{eigen}{'' if eerste else taal + '/'}index.html", html.encode())
        volledig = plan(formulier, taal, rol, volledig=True)
        yield Artifact(
            f"formulier/{eigen}plan.{taal}.json", json_bytes(volledig)
        )


def _naar(formulier: Formulier, van: str, naar: str) -> str:
    """From the page in one language to that in another; whole folder names, so that a web server needs no rules."""
    eerste = formulier.talen[0]
    return ("" if van == eerste else "../") + ("" if naar == eerste else f"{naar}/") + "index.html"
