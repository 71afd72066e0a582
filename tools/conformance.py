"""`make conformance`: every engine on every tiny form of the language, kept in tests/taal/uitkomst.json for the site.

    python tools/conformance.py

Prints what engines say otherwise than the reference, form by form. Exit 1 when there is any that no list names.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from generator.site.conformiteit import TELLING, UITKOMST  # noqa: E402
from tests.hulp import taal  # noqa: E402
from tests.overeenkomst.bekend import NIET_GEDRAAID, NOG_FOUT  # noqa: E402
from tests.overeenkomst.gevallen import Geval, uit_taal  # noqa: E402
from tests.overeenkomst.motoren import MOTOREN, Stapel, Uitspraak, verschillen  # noqa: E402

DOEL = ROOT / "tests" / "taal" / UITKOMST


def telling(motor: str, stapel: Stapel, uitspraken: list[Uitspraak]) -> list[int]:
    """How often an engine agreed, left something by a listed rule, disagreed, or gave no verdict."""
    anders = Counter(soort for _, soort, _ in verschillen(motor, stapel.slug, stapel.gevallen, uitspraken))
    anders["geen"] = sum(u.geldig is None and u.stuk is None for u in uitspraken)
    anders["eens"] = len(stapel.gevallen) - sum(anders.values())
    return [anders[naam] for naam in TELLING]


def uitkomst(vormen: list[str]) -> dict[str, Any]:
    """What every engine made of the written cases of these forms."""
    gevallen: dict[str, list[Geval]] = {vorm: list(uit_taal(vorm)) for vorm in vormen}
    per: dict[str, dict[str, Any]] = {vorm: {"gevallen": len(rij), "motoren": {}} for vorm, rij in gevallen.items()}
    for motor, doe in MOTOREN.items():
        op = [vorm for vorm in vormen if motor not in NIET_GEDRAAID or vorm in NIET_GEDRAAID[motor][0]]
        stapels = [Stapel(vorm, gevallen[vorm]) for vorm in op]
        print(f"{motor}: {len(stapels)} vormen", file=sys.stderr, flush=True)
        for stapel, uitspraken in zip(stapels, doe(stapels), strict=True):
            per[stapel.slug]["motoren"][motor] = telling(motor, stapel, uitspraken)
    return {"motoren": list(MOTOREN), "vormen": {vorm.removeprefix("taal/"): rij for vorm, rij in per.items()}}


def main() -> int:
    uit = uitkomst([vorm for vorm in taal.vormen() if vorm.startswith("taal/")])
    regels = ",\n".join(f" {json.dumps(vorm)}: {json.dumps(rij)}" for vorm, rij in uit["vormen"].items())
    DOEL.write_text(f'{{"motoren": {json.dumps(uit["motoren"])}, "vormen": {{\n{regels}\n}}}}\n', "utf-8")
    nieuw = [
        (motor, vorm, dict(zip(TELLING, tel, strict=True)))
        for vorm, rij in uit["vormen"].items()
        for motor, tel in rij["motoren"].items()
        if tel[TELLING.index("oneens")] and f"taal/{vorm}" not in NOG_FOUT.get(motor, {})
    ]
    for motor, vorm, tel in nieuw:
        print(f"{motor} is het oneens over taal/{vorm}: {tel}")
    return 1 if nieuw else 0


if __name__ == "__main__":
    sys.exit(main())
