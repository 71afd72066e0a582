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
VERGELIJKERS = {
    "niet": "Beantwoord, met iets anders dan deze waarde of waarden.",
    "beantwoord": "Schrijf ja: de vraag is beantwoord, met wat dan ook.",
    "meer_dan": "Een groter getal dan dit; bij een lijst meer antwoorden.",
    "minder_dan": "Een kleiner getal dan dit; bij een lijst minder antwoorden.",
    "vanaf": "Dit getal of meer; deze dag of tijd, of later.",
    "tot_en_met": "Dit getal of minder; deze dag of tijd, of eerder.",
    "na": "Later dan dit moment: een dag, een tijd, vandaag of een eerdere vraag.",
    "voor": "Eerder dan dit moment: een dag, een tijd, vandaag of een eerdere vraag.",
    "minimaal_tekens": "Een tekst van zoveel tekens of meer.",
}
"""Every word that may stand below a question in a condition, and what it asks."""
