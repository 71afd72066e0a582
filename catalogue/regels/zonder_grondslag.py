"""Een verplichte vraag rust op een wet.

Wat: Een vraag die verplicht is, heeft een grondslag: zelf, of via haar stap, haar blok of de dienst.

Waarom: De overheid vraagt alleen wat een wet of taak nodig maakt (artikel 6 AVG).

Voorbeeld:

    grondslag ontbreekt bij de vraag, de stap en de dienst

In plaats daarvan:

    grondslag: [{wet: Wet basisregistratie personen, artikel: "2.39"}]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp
from catalogue.voorwaarde import NOOIT

CODE, ERNST = "SL305", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for vraag in o.vragen():
        if vraag.verplicht != NOOIT and not vraag.grondslag and vraag.id != "voor":
            yield o.meld(REGEL, f"‘{vraag.pad}’ is verplicht en heeft geen grondslag", "Schrijf grondslag: bij de vraag, de stap of de dienst.", o.plaats(vraag.pad))
