"""Sow mistakes into what is generated and count how many the vectors find: `python tools/ingezaaid.py [--aantal N] [DIENST...]`.

A line per service and artifact: real mistakes found, real mistakes missed, changes that no answers show. Exit 1 below 98 in 100.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from tests.overeenkomst.ingezaaid import ARTIFACTEN, Uitslag, zaai  # noqa: E402

GENOEG = 0.98


def een(taak: tuple[str, str, int]) -> Uitslag:
    slug, motor, aantal = taak
    return zaai(motor, slug, aantal)


def main() -> int:
    from catalogue.catalogus import Catalogus

    lezer = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lezer.add_argument("diensten", nargs="*")
    lezer.add_argument("--aantal", type=int, default=40)
    keus = lezer.parse_args()
    taken = [(slug, motor, keus.aantal) for slug in keus.diensten or Catalogus(ROOT / "specs").slugs for motor in ARTIFACTEN]
    gevonden = gemist = 0
    with ProcessPoolExecutor(os.cpu_count() or 1) as werk:
        for (slug, motor, _), uit in zip(taken, werk.map(een, taken), strict=True):
            print(f"{slug:45} {motor:18} {len(uit.gevonden):5} {len(uit.gemist):5} {uit.geen:5}", flush=True)
            for fout in uit.gemist:
                print(f"    gemist: {fout}", flush=True)
            gevonden, gemist = gevonden + len(uit.gevonden), gemist + len(uit.gemist)
    print(f"\n{gevonden} van {gevonden + gemist} fouten gevonden ({100 * gevonden / (gevonden + gemist):.1f}%).")
    return 0 if gevonden >= GENOEG * (gevonden + gemist) else 1


if __name__ == "__main__":
    sys.exit(main())
