"""Runs test vectors: `python -m PAKKET vectoren.json`. Prints each verdict that differs; exit 1 when there is one.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from .valideer import Indiener, valideer
from .wijziging import pas_toe


def main(pad: str) -> int:
    """How many vectors get another verdict."""
    data = json.loads(Path(pad).read_text("utf-8"))
    heel: dict[str, Any] = {}
    anders = 0
    for v in data["vectoren"]:
        heel[v["id"]] = antwoorden = v["antwoorden"] if "antwoorden" in v else pas_toe(heel[v["basis"]], v["wijziging"])
        gekregen = [(f.pad, f.code) for f in valideer(antwoorden, **_omstandigheden(data["omstandigheden"][v["omstandigheden"]]))]
        if gekregen != [(f["pad"], f["code"]) for f in v["fouten"]]:
            anders += 1
            print(f"vector {v['id']} ({v['waarom']}): {gekregen}")
    print(f"{len(data['vectoren'])} vectoren, {anders} anders")
    return anders


def _omstandigheden(o: dict[str, Any]) -> dict[str, Any]:
    """Circumstances of a vector as `valideer` takes them."""
    wie = o.get("indiener")
    namen = ("rol", "voorzieningen", "parameters", "aangeboden")
    return {
        "vandaag": date.fromisoformat(o["vandaag"]),
        "indiener": Indiener(wie["soort"], wie["middel"], wie.get("niveau")) if wie else None,
        **{naam: o[naam] for naam in namen if naam in o},
    }


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Zeg welk bestand: python -m PAKKET vectoren.json")
    sys.exit(1 if main(sys.argv[1]) else 0)
