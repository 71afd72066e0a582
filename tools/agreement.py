"""`make agreement`: at least 10,000 answers per service and engine, judged and compared with the reference; then random forms.

    python tools/agreement.py [--aantal N] [--vormen N] [--uit MAP] [DIENST...]

It says beforehand how long it will take, shows progress, uses every core, and goes on where it stopped: what was done for the
same specification and program is kept in MAP. A disagreement is made as small as it can be and saved there; one on a random form
as a folder that can go into tests/taal. Exit 1 when there is one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from catalogue.catalogus import Catalogus  # noqa: E402
from generator.build import programma  # noqa: E402
from generator.targets import stemmen  # noqa: E402
from tests.overeenkomst import willekeurig  # noqa: E402
from tests.overeenkomst.gevallen import PROEVEN, Geval, formulier, gegenereerd, uit_vectoren  # noqa: E402
from tests.overeenkomst.kleiner import kleinste  # noqa: E402
from tests.overeenkomst.kleinste_vorm import VECTORMAKER, bewaar, breekt_op, verklein  # noqa: E402
from tests.overeenkomst.motoren import MOTOREN, Stapel, Uitspraak, oordeel, verschillen  # noqa: E402

DEEL = 2500
"""So many answers at a time: what is done of a service is kept in parts of this size."""
PER_SECONDE = 80
"""Answers that one core makes and has judged by all engines in a second, as measured; only to say how long it takes."""
HOOP, PER_VORM, VERKLEIND = 20, 60, 2
"""So many random forms at a time, so many generated answers of each, and so many disagreements of one engine made small in a heap."""
SECONDEN_PER_VORM = 3
LOS = tuple(naam for naam in MOTOREN if naam != "stub-http")
"""The engines for random forms: no stub is started for each."""


def doe(slug: str, deel: int, aantal: int, uit: str) -> dict[str, Any]:
    """One part of one service through every engine; kept as a file, and read back when it is there."""
    som = hashlib.sha256(f"{formulier(slug).model_dump_json()}{programma()}{deel}/{aantal}{sorted(MOTOREN)}".encode()).hexdigest()[:16]
    pad = Path(uit) / f"{slug}-{deel}-{som}.json"
    if pad.exists():
        return json.loads(pad.read_text("utf-8"))
    gevallen = list(uit_vectoren(slug)) if deel == 0 else gegenereerd(slug, aantal, zaad=deel)
    stand: dict[str, Any] = {"dienst": slug, "aantal": len(gevallen), "motoren": {}, "oneens": []}
    for naam in MOTOREN:
        uitspraken = oordeel(naam, slug, gevallen)
        telling = {"regel": 0, "oneens": 0, "geen": sum(u.geldig is None for u in uitspraken)}
        for g, soort, wat in verschillen(naam, slug, gevallen, uitspraken):
            telling[soort] += 1
            if soort == "oneens" and telling[soort] <= 5:
                stand["oneens"].append({"motor": naam, "wat": wat, **kleinste(naam, slug, g)})
        stand["motoren"][naam] = telling
    pad.write_text(json.dumps(stand, ensure_ascii=False, indent=1), "utf-8")
    return stand


def doe_vormen(nummer: int, aantal: int, uit: str) -> dict[str, Any]:
    """One heap of random forms through every engine, many forms in one run; kept as a file, and read back when it is there."""
    slugs = [f"willekeurig/{n}" for n in range(nummer, nummer + aantal)]
    teksten = json.dumps([willekeurig.geschreven(slug) for slug in slugs])
    som = hashlib.sha256(f"{teksten}{programma()}{sorted(LOS)}".encode()).hexdigest()[:16]
    pad = Path(uit) / f"willekeurig-{nummer}-{som}.json"
    if pad.exists():
        return json.loads(pad.read_text("utf-8"))
    stand: dict[str, Any] = {"dienst": "willekeurig", "aantal": 0, "motoren": {naam: {"regel": 0, "oneens": 0, "geen": 0} for naam in MOTOREN}, "oneens": []}
    stapels = [stapel for slug in slugs if (stapel := _stapel(slug, stand, uit))]
    stand["aantal"] = sum(len(s.gevallen) for s in stapels)
    stand["motoren"]["stub-http"]["geen"] = stand["aantal"]
    for naam in LOS:
        _tel_vormen(naam, stapels, MOTOREN[naam](stapels), stand, uit)
    pad.write_text(json.dumps(stand, ensure_ascii=False, indent=1), "utf-8")
    uit_vectoren.cache_clear()
    PROEVEN.clear()
    return stand


def _stapel(slug: str, stand: dict[str, Any], uit: str) -> Stapel | None:
    """The answers to judge of a random form; none, and reported, when the maker of vectors or the reference breaks on it."""
    if hoe := breekt_op(slug):
        stand["oneens"].append(_klein(VECTORMAKER, slug, None, hoe, uit))
        return None
    try:
        return Stapel(slug, [*uit_vectoren(slug), *gegenereerd(slug, PER_VORM)])
    except Exception as fout:
        stand["oneens"].append({"motor": "referentie", "wat": f"{type(fout).__name__}: {fout}"[:300], "dienst": slug})
        return None


def _tel_vormen(naam: str, stapels: list[Stapel], uitspraken: list[list[Uitspraak]], stand: dict[str, Any], uit: str) -> None:
    telling, gezien = stand["motoren"][naam], set()
    for stapel, rij in zip(stapels, uitspraken, strict=True):
        telling["geen"] += sum(u.geldig is None and u.stuk is None for u in rij)
        for g, soort, wat in verschillen(naam, stapel.slug, stapel.gevallen, rij):
            telling[soort] += 1
            if soort == "oneens" and stapel.slug not in gezien:
                gezien.add(stapel.slug)
                stand["oneens"].append(
                    _klein(naam, stapel.slug, g, wat, uit) if len(gezien) <= VERKLEIND else {"motor": naam, "wat": wat[:300], "dienst": stapel.slug}
                )


def _klein(motor: str, slug: str, geval: Geval | None, wat: str, uit: str) -> dict[str, Any]:
    """What an engine said, and the folder with the smallest form on which it still says something else."""
    map = bewaar(motor, verklein(motor, slug, geval), Path(uit) / "taal")
    return {"motor": motor, "wat": wat[:300], "dienst": slug, "map": str(map)}


def tabel(standen: list[dict[str, Any]]) -> str:
    """Service by engine: agreed, touched by a listed rule, disagreed. What an engine gave no verdict on is not in it."""
    breed = max(len(s["dienst"]) for s in standen)
    regels = [" " * breed + "".join(f"  {naam:>22}" for naam in MOTOREN)]
    for slug in sorted({s["dienst"] for s in standen}):
        eigen = [s for s in standen if s["dienst"] == slug]
        totaal = sum(s["aantal"] for s in eigen)
        cellen = []
        for naam in MOTOREN:
            regel, oneens, geen = (sum(s["motoren"][naam][soort] for s in eigen) for soort in ("regel", "oneens", "geen"))
            cellen.append(f"  {totaal - regel - oneens - geen:>9} {regel:>6} {oneens:>5}")
        regels.append(f"{slug:{breed}}" + "".join(cellen))
    return "\n".join(regels)


def taken(keus: argparse.Namespace) -> list[tuple[Callable[..., dict[str, Any]], tuple[Any, ...]]]:
    """What there is to do: the services in parts, and when none is named the random forms in heaps."""
    uit: list[tuple[Callable[..., dict[str, Any]], tuple[Any, ...]]] = []
    for slug in keus.diensten or alle_diensten():
        uit += [(doe, (slug, deel, DEEL, keus.uit)) for deel in range(-(-keus.aantal // DEEL) + 1)]
    if not keus.diensten:
        uit += [(doe_vormen, (n, min(HOOP, keus.vormen - n), keus.uit)) for n in range(0, keus.vormen, HOOP)]
    return uit


def alle_diensten() -> list[str]:
    """Every service, and its releases that the working text has left behind."""
    catalogus = Catalogus(ROOT / "specs")
    eerder = [f"{slug}@{versie}" for slug in catalogus.slugs for versie in catalogus.uitgaven(slug)[:-1]]
    return [*catalogus.slugs, *eerder]


def vooraf(keus: argparse.Namespace, kernen: int) -> str:
    diensten, vormen = len(keus.diensten or alle_diensten()), 0 if keus.diensten else keus.vormen
    minuten = (diensten * keus.aantal / PER_SECONDE + vormen * SECONDEN_PER_VORM) / kernen / 60
    return (
        f"{diensten} diensten, minstens {keus.aantal} antwoorden elk, en {vormen} willekeurige formulieren; "
        f"{len(MOTOREN)} motoren met samen {len(set(stemmen().values()))} stemmen: "
        f"ongeveer {minuten:.0f} minuten op {kernen} kernen. Een verschil verkleinen komt daar nog bij."
    )


def main() -> int:
    lezer = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lezer.add_argument("diensten", nargs="*")
    lezer.add_argument("--aantal", type=int, default=10_000)
    lezer.add_argument("--vormen", type=int, default=500, help="zoveel willekeurige formulieren; 0 slaat ze over")
    lezer.add_argument("--uit", default=str(ROOT / "build" / "overeenkomst"))
    keus = lezer.parse_args()
    Path(keus.uit).mkdir(parents=True, exist_ok=True)
    delen, kernen = taken(keus), os.cpu_count() or 1
    print(vooraf(keus, kernen), flush=True)
    begin, standen = time.monotonic(), []
    with ProcessPoolExecutor(kernen) as werk:
        for nummer, klaar in enumerate(as_completed([werk.submit(wat, *met) for wat, met in delen]), 1):
            standen.append(klaar.result())
            if sys.stderr.isatty() or nummer % 10 == 0 or nummer == len(delen):
                print(f"{nummer}/{len(delen)} {standen[-1]['dienst']} na {time.monotonic() - begin:.0f} s", file=sys.stderr, flush=True)
    print("\nPer motor: eens, geraakt door een genoemde regel, oneens\n\n" + tabel(standen))
    oneens = [fout for stand in standen for fout in stand["oneens"]]
    for fout in oneens:
        print(json.dumps(fout, ensure_ascii=False))
    return 1 if oneens else 0


if __name__ == "__main__":
    sys.exit(main())
