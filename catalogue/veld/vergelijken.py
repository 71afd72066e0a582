"""What a condition, bound or rule may ask of an answer, by how the answer compares (`Soort.als`).

`rijen` is a repeat (how many rows), `groep` what only holds others.
"""

from __future__ import annotations

_TELT = ("meer_dan", "minder_dan", "vanaf", "tot_en_met")
_MOMENT = ("na", "voor", "vanaf", "tot_en_met")
ALTIJD = ("beantwoord",)
GELIJK = ("is", "niet")
VERGELIJKINGEN: dict[str, tuple[str, ...]] = {
    "tekst": (*ALTIJD, *GELIJK, "minimaal_tekens"),
    "code": (*ALTIJD, *GELIJK, "minimaal_tekens"),
    "waar": (*ALTIJD, *GELIJK),
    "getal": (*ALTIJD, *GELIJK, *_TELT),
    "decimaal": (*ALTIJD, *GELIJK, *_TELT),
    "dag": (*ALTIJD, *GELIJK, *_MOMENT),
    "tijd": (*ALTIJD, *GELIJK, *_MOMENT),
    "codes": (*ALTIJD, *GELIJK, *_TELT),
    "bestanden": (*ALTIJD, *_TELT),
    "rijen": (*ALTIJD, *_TELT),
    "delen": ALTIJD,
    "groep": ALTIJD,
}
MOMENTEN = ("dag", "tijd")
TELBAAR = ("codes", "bestanden", "rijen")
"""What is counted: its bound is a whole number."""
VERGELIJKERS = ("niet", "beantwoord", "meer_dan", "minder_dan", "vanaf", "tot_en_met", "na", "voor", "minimaal_tekens")
"""Every word that may stand below a question in a condition."""
