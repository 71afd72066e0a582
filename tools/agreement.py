"""`make agreement`: at least 10,000 answers per service and engine, judged and compared with the reference.

    python tools/agreement.py [--aantal N] [--uit MAP] [DIENST...]

It says beforehand how long it will take, shows progress, uses every core, and goes on where it stopped: what was done for the
same specification and program is kept in MAP. A disagreement is made as small as it can be and saved there. Exit 1 when there is one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from generator.build import programma  # noqa: E402
from tests.overeenkomst.gevallen import formulier, gegenereerd, uit_vectoren  # noqa: E402
from tests.overeenkomst.kleiner import kleinste  # noqa: E402
from tests.overeenkomst.motoren import MOTOREN, oordeel, verschillen  # noqa: E402

DEEL = 2500
"""So many answers at a time: what is done of a service is kept in parts of this size."""
PER_SECONDE = 80
"""Answers that one core makes and has judged by all engines in a second, as measured; only to say how long it takes."""


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


def main() -> int:
    from catalogue.catalogus import Catalogus

    lezer = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lezer.add_argument("diensten", nargs="*")
    lezer.add_argument("--aantal", type=int, default=10_000)
    lezer.add_argument("--uit", default=str(ROOT / "build" / "overeenkomst"))
    keus = lezer.parse_args()
    catalogus = Catalogus(ROOT / "specs")
    eerder = [f"{slug}@{versie}" for slug in catalogus.slugs for versie in catalogus.uitgaven(slug)[:-1]]
    slugs = keus.diensten or [*catalogus.slugs, *eerder]
    Path(keus.uit).mkdir(parents=True, exist_ok=True)
    delen = [(slug, deel) for slug in slugs for deel in range(-(-keus.aantal // DEEL) + 1)]
    kernen = os.cpu_count() or 1
    print(f"{len(slugs)} diensten, minstens {keus.aantal} antwoorden elk, {len(MOTOREN)} motoren: ongeveer {len(slugs) * keus.aantal / PER_SECONDE / kernen / 60:.0f} minuten op {kernen} kernen.", flush=True)
    begin, standen = time.monotonic(), []
    with ProcessPoolExecutor(kernen) as werk:
        for nummer, klaar in enumerate(as_completed([werk.submit(doe, slug, deel, DEEL, keus.uit) for slug, deel in delen]), 1):
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
