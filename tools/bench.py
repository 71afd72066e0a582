"""`make bench`: how fast samenloket is, as one table of ratios.

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
from pathlib import Path
from statistics import median
from timeit import Timer
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from catalogue.antwoorden import beoordeel  # noqa: E402
from tests.hulp.schema import catalogus, gevallen  # noqa: E402
from tests.hulp.typen import geladen, schrijf  # noqa: E402
from tests.overeenkomst.typen import model, omstandigheden  # noqa: E402

SLUG = "verhuizing-doorgeven"
LEEG = "een lege Python"
Meting = Callable[[], float]
Rij = tuple[str, float, str]
"""What was measured, how many times it took what, and that."""


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


def om_beurten(keer: int, *metingen: Meting) -> list[float]:
    """The median of each, taken in turns; a first turn, which may still write bytecode, does not count."""
    beurten = [[meet() for meet in metingen] for _ in range(keer + 1)][1:]
    return [median(kolom) for kolom in zip(*beurten, strict=True)]


def nakijken() -> Iterator[Rij]:
    aantal = len(catalogus().slugs)
    metingen = kaal, samenloket("--help"), samenloket("check", SLUG), samenloket("check"), samenloket("check")
    leeg, hulp, een, alle, weer = om_beurten(5, *metingen)
    yield "samenloket --help", hulp / leeg, LEEG
    yield "check van 1 dienst", een / leeg, LEEG
    yield f"check van alle {aantal} diensten", alle / leeg, LEEG
    yield f"check van alle {aantal} diensten", alle / een, "check van 1 dienst"
    yield "dezelfde check nog eens", weer / alle, "de eerste keer"


def bouwen(map: Path) -> Iterator[Rij]:
    verhaal = min((ROOT / "specs" / "diensten" / SLUG / "voorbeelden" / "werk" / "goed").glob("*.json"))
    bouw = samenloket("build", SLUG, "--out", map / "uit")

    def opnieuw() -> float:
        shutil.rmtree(map / "uit", ignore_errors=True)
        return bouw()

    eerste, tweede, oordeel, leeg = om_beurten(3, opnieuw, bouw, samenloket("validate", SLUG, verhaal), kaal)
    yield "build van 1 dienst met haar uitgaven", eerste / oordeel, "validate van 1 verhaal"
    yield "dezelfde build nog eens", tweede / eerste, "de eerste keer"
    yield "dezelfde build nog eens", tweede / leeg, LEEG


def keuren(map: Path) -> Iterator[Rij]:
    """One right submission, judged with what is ready for it; the schema judges all of the message, the others the answers in it."""
    formulier = catalogus().formulier(SLUG)
    goed = [g for g in gevallen(SLUG) if g[0].goed and g[2].rol == "indiener"]
    verhaal, maat, o = max(goed, key=lambda g: len(json.dumps(g[0].antwoorden)))
    bericht, antwoorden = maat.stuk("inzending", verhaal.antwoorden, o), verhaal.antwoorden
    pakket = geladen(schrijf(formulier, map / "typen"))
    klasse, keus, tekst = model(pakket, o.rol), omstandigheden(o), json.dumps(bericht)
    manieren: dict[str, Callable[[], Any]] = {
        "lezen met json.loads": lambda: json.loads(tekst),
        "keuren met jsonschema-rs": lambda: maat.houdt["inzending"].is_valid(bericht),
        "keuren met de referentie": lambda: beoordeel(formulier, antwoorden, o).geldig,
        "keuren met pydantic, alleen de vorm": lambda: klasse.model_validate(antwoorden),
        "keuren met het pakket erbij, alles": lambda: not pakket.valideer(antwoorden, **keus),
    }
    if not all(doe() for doe in manieren.values()):
        raise SystemExit(f"Het verhaal {verhaal.naam} is niet overal goed.")
    metingen = (lambda doe=doe: Timer(doe, timer=time.process_time).timeit(100) for doe in manieren.values())
    duur = dict(zip(manieren, om_beurten(7, *metingen), strict=True))
    maatstaf = duur.pop("keuren met jsonschema-rs")
    yield "keuren met jsonschema-rs", maatstaf / duur.pop("lezen met json.loads"), "lezen met json.loads"
    for naam, een in duur.items():
        yield naam, een / maatstaf, "keuren met jsonschema-rs"


def getal(x: float) -> str:
    """A ratio with the digits that mean something, as it is written in Dutch."""
    return f"{x:.0f}" if x >= 20 else f"{x:.1f}".replace(".", ",") if x >= 0.2 else f"{x:.3f}".replace(".", ",")


def main() -> None:
    os.environ.update(PYTHONUTF8="1", PYTHONPATH=str(ROOT))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as map:
        print(f"{'':42}{'keer':>7}  zo lang als", flush=True)
        for deel in (nakijken, lambda: bouwen(Path(map)), lambda: keuren(Path(map))):
            for wat, keer, maat in deel():
                print(f"{wat:42}{getal(keer):>7}  {maat}", flush=True)


if __name__ == "__main__":
    main()
