"""`typen/python/`: a package with the models of every role, the plan, and the judge (`catalogue/oordeel`) that works on it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from catalogue import oordeel
from catalogue.dienst import Toegang
from catalogue.formulier import Formulier
from catalogue.plan import maak_plan
from generator.target import Artifact, Kader, json_bytes
from generator.targets.typen.bestanden import gelezen, mee, pakket, sjablonen, woorden
from generator.targets.typen.boom import boom
from generator.targets.typen.modellen import modellen
from generator.targets.typen.vormen import vormen
from generator.vectoren import wijziging

MAP = "typen/python"
OORDEEL = Path(str(oordeel.__file__)).parent


def bouw(formulier: Formulier, _: Kader) -> Iterable[Artifact]:
    """The folder."""
    eigen = f"{MAP}/{pakket(formulier)}"
    bron = sjablonen("python")
    for rol in formulier.rollen:
        yield Artifact(f"{eigen}/{_module(rol)}.py", modellen(boom(formulier, rol)).encode())
    yield Artifact(f"{eigen}/__init__.py", _init(formulier).encode())
    yield Artifact(f"{eigen}/plan.json", json_bytes(maak_plan(formulier)))
    yield Artifact(f"{eigen}/py.typed", b"")
    yield Artifact(f"{eigen}/vormen.py", vormen(formulier, bron / "vormen.py").encode())
    yield from mee(f"{eigen}/oordeel", *sorted(OORDEEL.glob("*.py")))
    yield from mee(eigen, wijziging, bron / "__main__.py", bron / "valideer.py")
    over = {**woorden(formulier), "indiener": inloggen(formulier.toegang[0]), "rollen": ", ".join(f"`{rol}` (`{_klasse(rol)}`)" for rol in formulier.rollen)}
    yield Artifact(f"{MAP}/README.md", gelezen(bron / "README.md", **over))
    yield Artifact(f"{MAP}/pyproject.toml", gelezen(bron / "pyproject.toml.sjabloon", **over))


def inloggen(t: Toegang) -> str:
    """The first way in, as arguments."""
    return ", ".join(f'"{deel}"' for deel in (t.soort, t.middel, t.niveau) if deel)


def _module(rol: str) -> str:
    return "antwoorden" if rol == "indiener" else f"antwoorden_{rol}"


def _klasse(rol: str) -> str:
    return "Antwoorden" if rol == "indiener" else f"Antwoorden{rol[:1].upper()}{rol[1:]}"


def _init(formulier: Formulier) -> str:
    w = woorden(formulier)
    invoer = [f"from .{_module(rol)} import Antwoorden{'' if rol == 'indiener' else f' as {_klasse(rol)}'}" for rol in formulier.rollen]
    alles = sorted(["DIENST", "VERSIE", "Fout", "Indiener", "Oordeel", "beoordeel", "valideer", *(_klasse(rol) for rol in formulier.rollen)])
    return "\n".join(
        [
            f'"""De antwoorden bij {formulier.dienst} ({w["wat"]}): typen, en een controle die alle fouten in één keer geeft.',
            "",
            'SPDX-License-Identifier: EUPL-1.2\n"""',
            "",
            *invoer,
            "from .oordeel import Oordeel",
            "from .valideer import Fout, Indiener, beoordeel, valideer",
            "",
            f'DIENST = "{formulier.dienst}"',
            f'VERSIE = "{formulier.versie}"',
            f"__all__ = {json.dumps(alles)}",
            "",
        ]
    )
