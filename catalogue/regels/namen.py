"""Een stap heet niet als een vraag, en niet als een vast woord.

Wat: De naam van een stap is niet de naam van een vraag, en geen woord dat ontvangers of de taal zelf gebruiken.

Waarom: In een voorwaarde zou niet te zien zijn wat bedoeld wordt, en sommige ontvangers overschrijven zo een naam.

Voorbeeld:

    - stap: auth

In plaats daarvan:

    - stap: inloggegevens
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL322", "fout"
REGEL = sys.modules[__name__]


GERESERVEERD = ("lokaal", "auth", "today", "now", "indiener", "voorziening", "parameter", "vandaag", "rol", "submission", "data", "antwoorden", "inzending")


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    vragen = {e.id: e.pad for e in o.elementen()}
    for stap in o.formulier.stappen:
        if stap.pad in GERESERVEERD:
            yield o.meld(REGEL, f"‘{stap.pad}’ is een vast woord en kan geen stap heten", "Kies een andere naam.", o.plaats(stap.pad, "stap"))
        elif stap.pad in vragen:
            yield o.meld(REGEL, f"‘{stap.pad}’ is ook de naam van een vraag ({vragen[stap.pad]})", "Geef de stap of de vraag een andere naam.", o.plaats(stap.pad, "stap"))
    for e in o.elementen():
        if e.id in ("een_van", "alle_van", "niet", "voor", "vandaag", "indiener", "voorziening", "parameter") and e.pad in o.plaatsen and not e.pad.endswith("[].voor"):
            yield o.meld(REGEL, f"‘{e.id}’ is een woord van de taal en kan geen vraag heten", "Kies een andere naam.", o.plaats(e.pad))
