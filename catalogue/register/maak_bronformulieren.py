"""Makes `data/bronformulieren/`: the source forms that services are traced to, as their publisher printed them.

    python -m catalogue.register.maak_bronformulieren COLLECTION FOLDER

FOLDER holds a JSON file per form of the collection (gemma-2016). Nothing is mended: a mistake of the source stays, and
the service that is made from it says in `afwijkingen` what it made of it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from catalogue.register.maak import schrijf

WIE = {"gemma-2016": "KING, e-formulierspecificaties (EUPL-1.2)"}


def formulier(verzameling: str, data: dict[str, Any]) -> None:
    """One form: its blocks, and then one row a line."""
    rijen = []
    for blok in data["blokken"]:
        for rij in blok.get("rijen", ()):
            logica = [": ".join(deel for deel in (r.get("label"), r["tekst"]) if deel) for r in rij.get("logica", ())]
            rest = {k: rij[k] for k in ("omschrijving", "voorbeeld", "type", "waarde", "verplicht", "opties") if k in rij}
            rijen.append({"rij": f"{blok['nummer']}/{rij['nr']}", **rest, **({"logica": logica} if logica else {})})
    kop = {
        "titel": data["titel"],
        "bron": WIE[verzameling],
        "stand": data["datum"],
        "tekst": data.get("formuliertekst", []),
        "blokken": [{k: blok[k] for k in ("nummer", "naam", "tekst", "preconditie") if k in blok} for blok in data["blokken"]],
    }
    schrijf(f"bronformulieren/{verzameling}/{data['slug']}", kop, rijen)


def main(verzameling: str, map: Path) -> None:
    """Make the file of every form in this folder."""
    for pad in sorted(map.glob("*.json")):
        formulier(verzameling, json.loads(pad.read_text(encoding="utf-8")))


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in WIE or not Path(sys.argv[2]).is_dir():
        raise SystemExit("Gebruik: python -m catalogue.register.maak_bronformulieren gemma-2016 MAP")
    main(sys.argv[1], Path(sys.argv[2]))
