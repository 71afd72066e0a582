"""`make bench`: how fast samenloket is, as one table of ratios, with what is asked of some.

A time says something about a machine, a ratio about the program. Everything is measured in processor time, so what else the
machine does hardly counts, and what is compared is measured in turns. The commands are run as a user runs them.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from timeit import Timer
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from catalogue.beoordelen import beoordeel  # noqa: E402
from catalogue.catalogus import Catalogus  # noqa: E402
from catalogue.formulier import WERK  # noqa: E402
from generator.target import Kader  # noqa: E402
from generator.targets import target, vanzelf  # noqa: E402
from tests.hulp.schema import catalogus, gevallen  # noqa: E402
from tests.hulp.typen import geladen, schrijf  # noqa: E402
from tests.overeenkomst import koppeling  # noqa: E402
from tests.overeenkomst.typen import model, omstandigheden  # noqa: E402

SLUG = "verhuizing-doorgeven"
GROOT = "kwijtschelding-aanvragen"
"""The service whose largest story has more than sixty answers."""
LEEG, YAML, JSON = "een lege Python", "yaml.compose van haar tekst", "json.loads van het bericht"
Meting = Callable[[], float]
Rij = tuple[str, float, float | None, str]
"""What was measured, how many times it took what, how many times it may take at most, and that."""


def opdracht(*woorden: Any) -> float:
    """The processor time of one run of Python with these words."""
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    gedaan = subprocess.run([sys.executable, *map(str, woorden)], cwd=ROOT, capture_output=True, encoding="utf-8")
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    if gedaan.returncode:
        raise SystemExit(f"Dit lukt niet: {' '.join(map(str, woorden))}\n{(gedaan.stdout + gedaan.stderr)[-1000:]}")
    return na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime


def samenloket(*woorden: Any) -> Meting:
    return lambda: opdracht("-m", "generator", *woorden)


def kaal() -> float:
    return opdracht("-c", "pass")


def duur(doe: Callable[[], Any], keer: int = 1) -> Meting:
    """The processor time of doing something here, so many times."""
    return lambda: Timer(doe, timer=time.process_time).timeit(keer)


def om_beurten(keer: int, *metingen: Meting) -> list[float]:
    """The median of each, taken in turns; a first turn, which may still write bytecode, does not count."""
    beurten = [[meet() for meet in metingen] for _ in range(keer + 1)][1:]
    return [median(kolom) for kolom in zip(*beurten, strict=True)]


def lezen() -> None:
    """What `check` must read at the least."""
    for pad in catalogus().map.glob("diensten/*/dienst.yaml"):
        yaml.compose(pad.read_bytes(), Loader=yaml.CSafeLoader)


def nakijken() -> Iterator[Rij]:
    aantal = len(catalogus().slugs)
    metingen = kaal, samenloket("--help"), samenloket("check", SLUG), samenloket("check"), duur(lezen)
    leeg, hulp, een, alle, gelezen = om_beurten(5, *metingen)
    yield "samenloket --help", hulp / leeg, 3, LEEG
    yield "check van 1 dienst", een / leeg, 30, LEEG
    yield f"check van alle {aantal} diensten", alle / leeg, None, LEEG
    yield "check, elke dienst erbij", (alle - een) / (aantal - 1) / (gelezen / aantal), 4, YAML


def uitvoer() -> Iterator[Rij]:
    """All outputs of all services, but the two that search or set type; a first time, which reads the templates, does not count."""
    c, gewoon = Catalogus(ROOT / "specs"), vanzelf(WERK)
    diensten = [(c.formulier(slug), tuple(c.voorbeelden(slug))) for slug in c.slugs]

    def maak() -> None:
        for formulier, verhalen in diensten:
            kader = Kader(date(2026, 1, 1), verhalen, "0" * 64, ())
            for naam in gewoon:
                kader.van(target(naam), formulier)

    gelezen, gemaakt = om_beurten(2, duur(lezen), duur(maak))
    yield "build zonder pdf en vectoren, elke dienst", gemaakt / gelezen, 8, YAML


def bouwen(map: Path) -> Iterator[Rij]:
    verhaal = min((ROOT / "specs" / "diensten" / SLUG / "voorbeelden" / "werk" / "goed").glob("*.json"))
    bouw = samenloket("build", SLUG, "--out", map / "uit")

    def opnieuw() -> float:
        shutil.rmtree(map / "uit", ignore_errors=True)
        return bouw()

    eerste, tweede, oordeel, leeg = om_beurten(2, opnieuw, bouw, samenloket("validate", SLUG, verhaal), kaal)
    yield "build van 1 dienst met haar uitgaven", eerste / oordeel, None, "validate van 1 verhaal"
    yield "dezelfde build nog eens", tweede / leeg, 3, LEEG


def keuren(map: Path) -> Iterator[Rij]:
    """One right submission, judged with what is ready for it; the schema judges all of the message, the others the answers in it."""
    formulier = catalogus().formulier(GROOT)
    goed = [g for g in gevallen(GROOT) if g[0].goed and g[2].rol == "indiener"]
    verhaal, maat, o = max(goed, key=lambda g: len(json.dumps(g[0].antwoorden)))
    bericht, antwoorden = maat.stuk("inzending", verhaal.antwoorden, o), verhaal.antwoorden
    pakket = geladen(schrijf(formulier, map / "typen"))
    klasse, keus, tekst = model(pakket, o.rol), omstandigheden(o), json.dumps(bericht)
    stub, om = koppeling.rechter(koppeling.plan(GROOT)), koppeling.omstandigheden(o)
    manieren: dict[str, Callable[[], Any]] = {
        "jsonschema-rs": lambda: maat.houdt["inzending"].is_valid(bericht),
        "de stub, alles": lambda: not stub(antwoorden, om).fouten,
        "pydantic, alleen de vorm": lambda: klasse.model_validate(antwoorden),
        "het pakket erbij, alles": lambda: not pakket.valideer(antwoorden, **keus),
        "de referentie, alles": lambda: beoordeel(formulier, antwoorden, o).geldig,
    }
    if not all(doe() for doe in manieren.values()):
        raise SystemExit(f"Het verhaal {verhaal.naam} is niet overal goed.")
    gelezen, *rest = om_beurten(7, duur(lambda: json.loads(tekst), 100), *(duur(doe, 100) for doe in manieren.values()))
    for naam, een in zip(manieren, rest, strict=True):
        yield f"keuren door {naam}", een / gelezen, 5 if "stub" in naam else None, JSON


def getal(x: float) -> str:
    """A ratio with the digits that mean something, as it is written in Dutch."""
    return f"{x:.0f}" if x >= 20 else f"{x:.1f}".replace(".", ",")


def main() -> None:
    os.environ.update(PYTHONUTF8="1", PYTHONPATH=str(ROOT))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as map:
        print(f"{'':42}{'keer':>7}{'gevraagd':>10}  zo lang als", flush=True)
        for deel in (nakijken, uitvoer, lambda: bouwen(Path(map)), lambda: keuren(Path(map))):
            for wat, keer, hoogstens, maat in deel():
                print(f"{wat:42}{getal(keer):>7}{hoogstens or '':>10}  {maat}", flush=True)


if __name__ == "__main__":
    main()
