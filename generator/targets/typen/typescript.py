"""`typen/typescript/`: a package with the types of every role, the plan, and the judge that the form has too."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from catalogue.dienst import Toegang
from catalogue.formulier import Formulier
from catalogue.oordeel import CODES
from catalogue.plan import maak_plan
from generator.target import Artifact, Kader, json_bytes
from generator.targets.formulier.bestanden import oordeel
from generator.targets.typen.bestanden import gelezen, mee, sjablonen, woorden
from generator.targets.typen.boom import boom
from generator.targets.typen.interfaces import interfaces

MAP = "typen/typescript"


def bouw(formulier: Formulier, kader: Kader) -> Iterable[Artifact]:
    """The folder."""
    bron = sjablonen("typescript")
    for rol in formulier.rollen:
        yield Artifact(f"{MAP}/{_bestand(formulier, rol)}.ts", interfaces(boom(formulier, rol)).encode())
    for naam, inhoud in oordeel().items():
        yield Artifact(f"{MAP}/oordeel/{naam}", inhoud)
    yield Artifact(f"{MAP}/oordeel/plan.js", _plan(formulier).encode())
    yield from mee(MAP, bron / "index.js", bron / "vectoren.js")
    over = {**woorden(formulier), "indiener": _indiener(formulier.toegang[0])}
    yield Artifact(f"{MAP}/index.d.ts", gelezen(bron / "index.d.ts", **{**over, **_typen_per_rol(formulier)}))
    yield Artifact(f"{MAP}/README.md", gelezen(bron / "README.md", **over, rollen=", ".join(f'`{rol}` (`AntwoordenPerRol["{rol}"]`)' for rol in formulier.rollen)))
    yield Artifact(f"{MAP}/package.json", json_bytes(_pakket(formulier), indent=2))


def _bestand(formulier: Formulier, rol: str) -> str:
    return formulier.dienst if rol == "indiener" else f"{formulier.dienst}.{rol}"


def _indiener(t: Toegang) -> str:
    return "{ " + ", ".join(f'{naam}: "{waarde}"' for naam, waarde in (("soort", t.soort), ("middel", t.middel), ("niveau", t.niveau)) if waarde) + " }"


def _typen_per_rol(formulier: Formulier) -> dict[str, str]:
    anderen = [rol for rol in formulier.rollen if rol != "indiener"]
    invoer = [f'import type * as {rol} from "./{_bestand(formulier, rol)}.js";\nexport type * as {rol} from "./{_bestand(formulier, rol)}.js";' for rol in anderen]
    return {
        "rollen": "\n".join(invoer),
        "rolnamen": " | ".join(f'"{rol}"' for rol in formulier.rollen),
        "perRol": "\n".join(f"  readonly {rol}: {'' if rol == 'indiener' else f'{rol}.'}Antwoorden;" for rol in formulier.rollen),
        "codes": "\n".join(f'  | "{code}"' for code in CODES),
    }


def _pakket(formulier: Formulier) -> dict[str, Any]:
    w = woorden(formulier)
    return {
        "name": formulier.dienst,
        "version": w["versie"],
        "description": f"Typen en controle van de antwoorden bij {formulier.dienst} ({w['wat']})",
        "private": True,
        "license": "EUPL-1.2",
        "type": "module",
        "engines": {"node": ">=20"},
        "sideEffects": False,
        "exports": {".": {"types": "./index.d.ts", "default": "./index.js"}},
    }


def _plan(formulier: Formulier) -> str:
    """The plan of the form as a module."""
    return f"// The form as data. SPDX-License-Identifier: EUPL-1.2\nexport const plan = {_js(maak_plan(formulier))};\n"


def _js(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
