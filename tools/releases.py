"""`make releases`: every release frozen anew from its own frozen text and building blocks, with the kinds and the language of now.

It exists until the language is fixed: a mend of a kind must reach the releases that were never published. For each it prints which
verdicts moved, of its examples and of vectors made for the old and the new form, and what in the plan moved them.

    python tools/releases.py [DIENST...]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from catalogue.algemeen import ALGEMEEN  # noqa: E402
from catalogue.catalogus import Catalogus  # noqa: E402
from catalogue.dienst import Blok, Dienst, LijstOptie  # noqa: E402
from catalogue.oordeel import Plan, beoordeel  # noqa: E402
from catalogue.soorten import SOORTEN  # noqa: E402
from catalogue.source import lees  # noqa: E402
from catalogue.uitgave import maak_uitgave, open_uitgave, versies  # noqa: E402
from catalogue.uitwerken import Bouwstenen  # noqa: E402
from catalogue.voorbeelden import omstandigheden_uit, uit_data  # noqa: E402
from generator.vectoren.document import document, gevallen  # noqa: E402

DAG = date(2026, 11, 24)
SOMMEN = ROOT / "tests" / "uitgaven.sha256"
"""What every release is, to the byte, as `sha256sum -c` reads it: a test holds the releases against it."""


def main() -> int:
    lezer = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lezer.add_argument("diensten", nargs="*")
    keus = lezer.parse_args()
    catalogus = Catalogus(ROOT / "specs")
    bewogen = 0
    for slug in keus.diensten or catalogus.slugs:
        for versie in versies(catalogus.map_van(slug)):
            bewogen += vernieuw(catalogus.map_van(slug), versie)
    if not keus.diensten:
        SOMMEN.write_text("".join(f"{som}  {naam}\n" for naam, som in sommen(ROOT)), "utf-8")
    print(f"\n{bewogen} oordelen veranderd.")
    return 0


def sommen(root: Path) -> Iterator[tuple[str, str]]:
    """Every frozen file with its sum."""
    for pad in sorted(root.glob("specs/diensten/*/uitgaven/*")):
        yield pad.relative_to(root).as_posix(), hashlib.sha256(pad.read_bytes()).hexdigest()


def vernieuw(map: Path, versie: str) -> int:
    """Freeze one release anew; gives how many verdicts moved."""
    oud = json.loads((map / "uitgaven" / f"{versie}.json").read_text("utf-8"))
    tekst = (map / "uitgaven" / f"{versie}.yaml").read_text("utf-8")
    dienst = Dienst.model_validate(lees(tekst.encode(), f"{versie}.yaml").data)
    verhalen = [uit_data(v) for v in oud["voorbeelden"]]
    geldig_van = date.fromisoformat(oud["geldig_van"])
    maak_uitgave(map, versie, dienst, _bouwstenen(oud["bouwstenen"]), tekst, geldig_van, verhalen, opnieuw=True)
    formulier = open_uitgave(map, versie)
    nieuw = Plan(formulier._plan or {})
    regels = list(_verhalen(verhalen, formulier, nieuw))
    if oud["plan"] != formulier._plan:
        regels += _verschillen(oud["plan"], formulier)
    print(f"{map.name} {versie}: {len(regels)} veranderd", flush=True)
    for regel in regels[:20]:
        print(f"  {regel}")
    return len(regels)


def _bouwstenen(b: dict[str, Any]) -> Bouwstenen:
    return Bouwstenen(
        {slug: Blok.model_validate(blok) for slug, blok in b["blokken"].items()},
        {naam: tuple(LijstOptie.model_validate(o) for o in opties) for naam, opties in b["lijsten"].items()},
        b["tarieven"],
        SOORTEN,
        ALGEMEEN,
    )


def _verhalen(verhalen: list[Any], formulier: Any, plan: Plan) -> Iterator[str]:
    for v in verhalen:
        oordeel = beoordeel(plan, v.antwoorden, omstandigheden_uit(v.omstandigheden, formulier, DAG))
        nu = tuple((f.pad, f.code) for f in oordeel.fouten)
        if nu != v.fouten:
            yield f"verhaal {v.naam}: was {v.fouten}, is {nu}"


def _verschillen(oud: dict[str, Any], formulier: Any) -> Iterator[str]:
    """The vectors that the old plan and the new one judge otherwise, and where the plans differ."""
    oude, nieuwe = Plan(oud), Plan(formulier._plan)
    waar = ", ".join(list(_plekken(oud, formulier._plan, ""))[:6])
    for g in gevallen(document(formulier)):
        o = omstandigheden_uit(g.omstandigheden, formulier, DAG)
        toen, nu = (sorted((f.pad, f.code) for f in beoordeel(p, g.antwoorden, o).fouten) for p in (oude, nieuwe))
        if toen != nu:
            yield f"vector {g.id} ({g.waarom}): was {toen}, is {nu}, door {waar}"


def _plekken(a: Any, b: Any, pad: str) -> Iterator[str]:
    """Where two plans differ."""
    if isinstance(a, dict) and isinstance(b, dict):
        for naam in sorted({*a, *b}):
            yield from _plekken(a.get(naam), b.get(naam), f"{pad}.{naam}" if pad else naam)
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for nummer, (x, y) in enumerate(zip(a, b, strict=True)):
            yield from _plekken(x, y, f"{pad}[{nummer}]")
    elif a != b:
        yield pad


if __name__ == "__main__":
    sys.exit(main())
