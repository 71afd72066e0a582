"""Bij een gedeeld blok staat van wie de gegevens zijn.

Wat: Een regel met blok: zegt met van: wiens gegevens het blok vraagt, als die van een ander dan de indiener zijn.

Waarom: Een blok wordt voor meer mensen gebruikt. Zonder naam lijken zij één mens, en kan niets vooraf ingevuld of samengevoegd worden.

Voorbeeld:

    - groep: moeder
      velden: [{blok: persoonsgegevens}]

In plaats daarvan:

    - groep: moeder
      velden: [{blok: persoonsgegevens, van: moeder}]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.formulier import Vraag
from catalogue.regels.onderwerp import Onderwerp
from catalogue.source import Pad

CODE, ERNST = "SL335", "waarschuwing"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for (bestand, yp), vragen in _naamloos(o).items():
        namen = ", ".join(f"‘{v.id}’" for v in vragen[:4]) + (" ..." if len(vragen) > 4 else "")
        plaats = o.plaats_in(bestand, (*yp, "blok"))
        yield o.meld(REGEL, f"hier staat niet van wie de gegevens van dit blok zijn: {namen}", f"Schrijf van: bij het blok, met wie het is. {_bekend(o)}", plaats)
    for pad, _ in o.bron_waarden("van"):
        regel = o.waarde_op(pad[:-1])
        if "stap" in regel and "blok" not in regel:
            yield o.meld(REGEL, "‘van’ bij een stap doet niets zonder blok", "Schrijf van: bij elke vraag met gegeven:, of bij de regel met blok:.", o.bron.plaats(pad))


def _naamloos(o: Onderwerp) -> dict[tuple[str, Pad], list[Vraag]]:
    """The questions about somebody whom nobody names, by the line that put their block there."""
    uit: dict[tuple[str, Pad], list[Vraag]] = {}
    for vraag in o.vragen():
        if vraag.persoon is None and vraag.veld.gegeven:
            uit.setdefault(o.blokplaatsen[vraag.pad], []).append(vraag)
    return uit


def _bekend(o: Onderwerp) -> str:
    """Whom this service names already: the same word is the same person."""
    eigen = [v.persoon for v in o.vragen() if v.veld.gegeven]
    namen = dict.fromkeys(["indiener", *(p.persoon for p in o.formulier.personen), *filter(None, eigen)])
    return f"Deze dienst kent al: {', '.join(namen)}."
