"""The checks on what a municipality filled in: it exists, it is of the right kind, and it only narrows. Codes SL4xx."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from catalogue import register
from catalogue.catalogus import Catalogus
from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.dienst import NIVEAUS, Parameter
from catalogue.formulier import elementen
from catalogue.invulling import DienstInvulling, Invulling
from catalogue.load import Gelezen
from catalogue.soorten import SOORTEN
from catalogue.source import Pad
from catalogue.uitwerken import INVULLING
from catalogue.veld.basis import VeldBasis

VERZONNEN = "99"
_GESCHREVEN = {
    "waar": ("ja|nee", "Schrijf ja of nee."),
    "getal": ("-?[0-9]{1,100}", "Schrijf een heel getal."),
    "decimaal": (r"[0-9]*\.[0-9]{2}", 'Schrijf een bedrag als "12.50".'),
    "url": ("https://.*", "Begin met https://."),
}
"""How a value is written, by the shape of an answer of its kind, and what to do when it is not."""


def check_invulling(catalogus: Catalogus, gelezen: Gelezen[Invulling]) -> Iterator[Diagnostic]:
    """Everything that is wrong with one filling."""
    invulling = gelezen.model
    if invulling is None:
        return

    def meld(code: str, melding: str, hulp: str, pad: Pad) -> Diagnostic:
        return Diagnostic(code, melding, hulp, gelezen.bron.plaats(pad))

    bekend = register.gemeenten().get(invulling.gemeente)
    if bekend is None and not invulling.gemeente.startswith(VERZONNEN):
        yield meld("SL401", f"er is geen gemeente met code {invulling.gemeente}", "Zoek de CBS-code op; een verzonnen gemeente heeft een code die met 99 begint.", ("gemeente",))
    elif bekend is not None and bekend.naam != invulling.naam:
        yield meld("SL401", f"gemeente {invulling.gemeente} heet {bekend.naam}, niet {invulling.naam}", "Verander de code of de naam.", ("naam",))
    for slug, vul in invulling.diensten.items():
        basis: Pad = ("diensten", slug)
        if slug not in catalogus.slugs:
            yield meld("SL402", f"er is geen dienst ‘{slug}’", bedoelde(slug, list(catalogus.slugs)), basis)
            continue
        for code, melding, hulp, pad in _dienst(catalogus, slug, vul, invulling.gemeente):
            yield meld(code, melding, hulp, pad if pad[:1] == ("diensten",) else (*basis, *pad))


Vondst = tuple[str, str, str, Pad]


def _dienst(catalogus: Catalogus, slug: str, vul: DienstInvulling, gemeente: str) -> Iterator[Vondst]:
    landelijk, eigen = catalogus.uitwerking(slug), catalogus.uitwerking(slug, gemeente)
    if landelijk is None or eigen is None:
        return
    parameters = {p.parameter: p for p in landelijk.formulier.parameters}
    for naam, waarde in vul.parameters.items():
        if naam not in parameters or parameters[naam].soort == "lijst":
            yield "SL403", f"‘{naam}’ is geen parameter van {slug}", bedoelde(naam, list(parameters)), ("parameters", naam)
        else:
            yield from _waarde(parameters[naam], waarde, ("parameters", naam))
    for naam, opties in vul.lijsten.items():
        if naam not in parameters or parameters[naam].soort != "lijst":
            yield "SL403", f"‘{naam}’ is geen lijst van {slug}", bedoelde(naam, [p for p in parameters if parameters[p].soort == "lijst"]), ("lijsten", naam)
        elif parameters[naam].uit:
            codes = [o.code for o in catalogus.bouwstenen.lijsten[parameters[naam].uit or ""]]
            for i, optie in enumerate(opties):
                if optie.code not in codes:
                    yield "SL403", f"‘{optie.code}’ staat niet in de landelijke lijst {parameters[naam].uit}", bedoelde(optie.code, codes), ("lijsten", naam, i)
    per_pad = {e.pad.replace("[]", ""): e for stap in landelijk.formulier.stappen for e in elementen(stap.inhoud)}
    keuzes = [pad for pad, e in per_pad.items() if e.keuze_gemeente]
    for i, pad in enumerate(vul.uit):
        if pad not in keuzes:
            yield "SL404", f"‘{pad}’ kan een gemeente niet uitzetten", bedoelde(pad, keuzes), ("uit", i)
    for i, pad in enumerate(vul.verplicht):
        if pad not in per_pad or per_pad[pad].aard != "vraag":
            yield "SL405", f"‘{pad}’ is geen vraag van {slug}", bedoelde(pad, list(per_pad)), ("verplicht", i)
    for i, weg in enumerate(vul.toegang):
        if not any((w.soort, w.middel) == (weg.soort, weg.middel) and _niveau(weg) >= _niveau(w) for w in landelijk.formulier.toegang):
            yield "SL406", "zo inloggen is ruimer dan landelijk", "Een gemeente kan alleen een hoger niveau vragen, of een manier van inloggen weglaten.", ("toegang", i)
    for i, regel in enumerate(vul.lokaal):
        if isinstance(regel, VeldBasis) and not (regel.doel and regel.grondslag):
            yield "SL407", f"de eigen vraag ‘{regel.veld}’ heeft geen doel of geen grondslag", "Schrijf doel: en grondslag: erbij; een verordening mag.", ("lokaal", i)
    landelijke = {(p.code, p.waar) for p in landelijk.problemen}
    for p in eigen.problemen:
        if p.waar[0] == INVULLING:
            yield p.code, p.melding, p.hulp, p.waar[1]
        elif (p.code, p.waar) not in landelijke:
            yield "SL403", f"de dienst kan hier niet mee verder: {p.melding}", "De dienst kijkt naar deze waarde. Neem haar op in wat u invult.", ("lijsten",) if vul.lijsten else ()


def _niveau(weg: Any) -> int:
    niveaus = NIVEAUS[weg.middel]
    return niveaus.index(weg.niveau) if weg.niveau in niveaus else -1


def _getal(tekst: str | None) -> Decimal | None:
    """A text as a number; None when it is none."""
    return Decimal(tekst) if tekst and re.fullmatch(r"-?([0-9]+(\.[0-9]+)?|\.[0-9]+)", tekst) else None


def _waarde(p: Parameter, waarde: str, pad: Pad) -> Iterator[Vondst]:
    """A value of the right kind and within the bounds that the service sets."""
    vorm = SOORTEN[p.soort].vorm if p.soort in SOORTEN else p.soort
    patroon, hulp = _GESCHREVEN.get(vorm, (".*", ""))
    if not re.fullmatch(patroon, waarde, re.DOTALL):
        yield "SL403", f"‘{waarde}’ is geen {p.soort}", hulp, pad
        return
    getal, laag, hoog = (_getal(tekst) for tekst in (waarde, p.minimum, p.maximum))
    if getal is None:
        return
    if (laag is not None and getal < laag) or (hoog is not None and getal > hoog):
        yield "SL403", f"{waarde} valt buiten de grenzen van ‘{p.parameter}’", f"Kies een waarde van {p.minimum or 'niets'} tot en met {p.maximum or 'onbeperkt'}.", pad
