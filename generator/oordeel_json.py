"""An Oordeel as the published JSON of the contract."""

from __future__ import annotations

from typing import Any

from catalogue.oordeel import Oordeel


def als_json(oordeel: Oordeel) -> dict[str, Any]:
    """`{"geldig", "fouten", "waarschuwingen", "zichtbaar", "verplicht", "teBetalen"}`, as architecture.md says it."""
    return {
        "geldig": oordeel.geldig,
        "fouten": [{"pad": f.pad, "code": f.code, "melding": f.melding} for f in oordeel.fouten],
        "waarschuwingen": [{"pad": f.pad, "code": f.code, "melding": f.melding} for f in oordeel.waarschuwingen],
        "zichtbaar": list(oordeel.zichtbaar),
        "verplicht": list(oordeel.verplicht),
        "teBetalen": [
            {"kosten": r.kosten, "omschrijving": r.omschrijving, "aantal": r.aantal, "bedrag": r.bedrag, "totaal": r.totaal}
            for r in oordeel.te_betalen
        ],
    }
