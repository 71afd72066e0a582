"""A condition as it is written -> a condition as it is meant.

The kind of the question that is named decides what a value means (language.md, b12). What cannot be meant becomes a
`Probleem`, and the comparison counts as never true, so that all problems are found in one round.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from catalogue.moment import Moment, lees_datumtijd, lees_moment, lees_tijd
from catalogue.namen import Naam, Namen, Onbekend
from catalogue.source import Pad
from catalogue.voorwaarde import ALTIJD, NOOIT, Grens, Vergelijk, en, niet, of

_TWEE = ("niet", "beantwoord", "meer_dan", "minder_dan", "vanaf", "tot_en_met", "na", "voor", "minimaal_tekens")
_MOMENTSOORTEN = ("datum", "tijd", "datumtijd")
_TELBAAR = ("herhaling", "meerkeuze", "upload")
_REKENBAAR = ("getal", "decimaal", "bedrag", *_TELBAAR)


@dataclass(frozen=True, slots=True)
class Probleem:
    """Something that cannot be meant: a code, the place in a file (`waar`: file key and YAML path), what, and the way out."""

    code: str
    waar: tuple[str, Pad]
    melding: str
    hulp: str = ""


Meld = Callable[[str, Pad, str, str], None]


def bedoelde(naam: str, bekend: list[str]) -> str:
    """"Bedoelde u ‘x’?" when a known name is close, and otherwise what is known."""
    dichtbij = difflib.get_close_matches(naam, bekend, n=1, cutoff=0.6) or difflib.get_close_matches(
        naam.rpartition(".")[2], bekend, n=1, cutoff=0.75
    )
    if dichtbij:
        return f"Bedoelde u ‘{dichtbij[0]}’?"
    rij = list(dict.fromkeys(bekend))
    return f"Bekend zijn hier: {', '.join(rij[:8])}{' ...' if len(rij) > 8 else ''}." if rij else ""


class Conditielezer:
    """Reads conditions and bounds with the names that are known at that place."""

    def __init__(self, namen: Namen, meld: Meld) -> None:
        self.namen, self.meld = namen, meld

    def lees(self, ruw: dict[str, Any] | None, yp: Pad) -> Any:
        """The tree of a written condition; nothing written is always true."""
        if ruw is None:
            return ALTIJD
        if not isinstance(ruw, dict) or not ruw:
            self.meld("SL204", yp, "hier hoort een voorwaarde", "Schrijf een vraag met de waarde die telt: {inwoning: ja}.")
            return NOOIT
        return en(*(self._deel(naam, waarde, (*yp, naam)) for naam, waarde in ruw.items()))

    def _deel(self, naam: str, waarde: Any, yp: Pad) -> Any:
        if naam in ("een_van", "alle_van"):
            if not isinstance(waarde, list) or not waarde:
                self.meld("SL204", yp, f"onder ‘{naam}’ hoort een lijst van voorwaarden", f"Schrijf {naam}: [{{a: ja}}, {{b: nee}}].")
                return NOOIT
            return (of if naam == "een_van" else en)(*(self.lees(deel, (*yp, i)) for i, deel in enumerate(waarde)))
        if naam == "niet":
            return niet(self.lees(waarde, yp))
        doel = self.zoek(naam, yp)
        if doel is None or doel.uit:
            return NOOIT
        return self._vergelijking(doel, waarde, yp)

    def zoek(self, naam: str, yp: Pad, in_herhaling: bool = False) -> Naam | None:
        """What a name means here; reports and gives None when it means nothing."""
        try:
            return self.namen.zoek(naam, in_herhaling)
        except Onbekend as fout:
            if fout.reden == "vooruit":
                self.meld("SL202", yp, f"‘{naam}’ komt pas later in het formulier", "Een voorwaarde kijkt alleen terug. Zet de vraag eerder, of draai de voorwaarde om.")
            elif fout.reden == "herhaling":
                self.meld("SL209", yp, f"‘{naam}’ staat in een herhaling: welke van de lijst wordt bedoeld?", f"Noem van buiten alleen de herhaling zelf: {{{fout.bekend[0]}: {{meer_dan: 1}}}}.")
            else:
                self.meld("SL201", yp, f"‘{naam}’ is geen vraag die hier bekend is", bedoelde(naam, fout.bekend))
            return None

    def _vergelijking(self, doel: Naam, waarde: Any, yp: Pad) -> Any:
        if not isinstance(waarde, dict):
            return self._is(doel, "is", waarde, yp)
        delen = []
        for hoe, ander in waarde.items():
            plek = (*yp, hoe)
            if hoe not in _TWEE:
                hulp = "Schrijf ‘voor’ (zonder die dag) of ‘tot_en_met’ (met die dag)." if hoe == "tot" else bedoelde(hoe, list(_TWEE))
                self.meld("SL204", plek, f"‘{hoe}’ is geen vergelijking", hulp)
            elif hoe == "niet":
                delen.append(self._is(doel, "is_niet", ander, plek))
            elif hoe == "beantwoord":
                delen.append(self._beantwoord(doel, ander, plek))
            else:
                delen.append(self._orde(doel, hoe, ander, plek))
        return en(*delen) if delen else NOOIT

    def _beantwoord(self, doel: Naam, waarde: Any, yp: Pad) -> Any:
        if waarde != "ja":
            self.meld("SL204", yp, "achter ‘beantwoord’ staat alleen ja", "Voor het omgekeerde: niet: {vraag: {beantwoord: ja}}.")
            return NOOIT
        if doel.waarde is not None:
            return ALTIJD
        return Vergelijk(pad=doel.pad, soort=doel.soort, hoe="beantwoord")

    def _is(self, doel: Naam, hoe: str, ruw: Any, yp: Pad) -> Any:
        waarden = []
        for nummer, een in enumerate(ruw if isinstance(ruw, list) else [ruw]):
            waarde = self._waarde(doel, een, (*yp, nummer) if isinstance(ruw, list) else yp)
            if waarde is not None:
                waarden.append(waarde)
        if not waarden:
            return NOOIT
        if doel.waarde is not None:
            return ALTIJD if (doel.waarde in waarden) == (hoe == "is") else NOOIT
        return Vergelijk(pad=doel.pad, soort=doel.soort, hoe=hoe, waarden=tuple(waarden))  # type: ignore[arg-type]

    def _waarde(self, doel: Naam, ruw: Any, yp: Pad) -> bool | int | str | None:
        fout = None
        if not isinstance(ruw, str):
            fout = "hier hoort een waarde"
        elif doel.soort in ("ja-nee", "akkoord"):
            if ruw in ("ja", "nee"):
                return ruw == "ja"
            fout = f"‘{doel.pad}’ is een ja-nee-vraag: alleen ja of nee telt"
        elif doel.soort == "getal":
            if re.fullmatch(r"-?[0-9]{1,12}", ruw):
                return int(ruw)
            fout = f"‘{doel.pad}’ is een getal"
        elif doel.soort in ("herhaling", "groep", "upload", "adres"):
            fout = f"‘{doel.pad}’ heeft geen waarde om mee te vergelijken"
        elif doel.codes is not None and ruw not in doel.codes:
            self.meld("SL203", yp, f"‘{ruw}’ is geen keuze bij ‘{doel.pad}’", bedoelde(ruw, sorted(doel.codes)))
            return None
        else:
            return _bedrag(ruw) if doel.soort == "bedrag" else ruw
        self.meld("SL204", yp, fout, "Kijk bij de vraag wat er als antwoord kan staan.")
        return None

    def _orde(self, doel: Naam, hoe: str, ruw: Any, yp: Pad) -> Any:
        soort = doel.soort
        goed = (
            hoe == "minimaal_tekens" and soort not in (*_REKENBAAR, *_MOMENTSOORTEN, "ja-nee", "akkoord", "adres", "groep")
            or hoe in ("na", "voor", "vanaf", "tot_en_met") and soort in _MOMENTSOORTEN
            or hoe in ("meer_dan", "minder_dan", "vanaf", "tot_en_met") and soort in _REKENBAAR
        )
        if not goed:
            self.meld("SL204", yp, f"‘{hoe}’ past niet bij ‘{doel.pad}’ (soort {soort})", "Datums hebben na, voor, vanaf en tot_en_met; getallen meer_dan, minder_dan, vanaf en tot_en_met.")
            return NOOIT
        grens = self.grens("getal" if hoe == "minimaal_tekens" or soort in _TELBAAR else soort, ruw, yp)
        if grens is None:
            return NOOIT
        return Vergelijk(pad=doel.pad, soort=soort, hoe=hoe, grens=grens)  # type: ignore[arg-type]

    def grens(self, soort: str, ruw: Any, yp: Pad) -> Grens | None:
        """A written bound; None (and reported) when it cannot be meant."""
        if not isinstance(ruw, str):
            self.meld("SL204", yp, "hier hoort een grens", "Bijvoorbeeld een getal, een datum, vandaag + 4 weken, of de naam van een eerdere vraag.")
            return None
        ruw = ruw.strip().removeprefix("<").removesuffix(">")
        if soort in _MOMENTSOORTEN:
            return self._moment(soort, ruw, yp)
        if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", ruw):
            return Grens(waarde=_bedrag(ruw) if soort == "bedrag" else int(Decimal(ruw)) if soort == "getal" else ruw)
        return self._andere(soort, ruw, yp)

    def _andere(self, soort: str, naam: str, yp: Pad) -> Grens | None:
        doel = self.zoek(f"parameter.{naam}" if f"parameter.{naam}" in self.namen.context else naam, yp)
        if doel is None or doel.uit:
            return None
        if doel.soort != soort and not (soort in ("datum", "datumtijd") and doel.soort in ("datum", "datumtijd")):
            self.meld("SL204", yp, f"‘{naam}’ is een {doel.soort}, geen {soort}", "Vergelijk alleen antwoorden van dezelfde soort.")
            return None
        return Grens(waarde=doel.waarde) if doel.waarde is not None else Grens(basis=doel.pad)

    def _moment(self, soort: str, ruw: str, yp: Pad) -> Grens | None:
        lezer = {"tijd": lees_tijd, "datumtijd": lees_datumtijd}.get(soort)
        if lezer and ruw[:1].isdigit() and (soort == "tijd" or "T" in ruw):
            try:
                lezer(ruw)
            except ValueError as fout:
                self.meld("SL205", yp, str(fout), "Bijvoorbeeld: vandaag + 4 weken.")
                return None
            return Grens(waarde=ruw)
        try:
            m: Moment = lees_moment(ruw)
        except ValueError as fout:
            self.meld("SL205", yp, str(fout), "Bijvoorbeeld: vandaag + 4 weken.")
            return None
        if m.naam is None:
            basis = {"basis": "vandaag"} if m.basis == "vandaag" else {"waarde": m.basis}
        else:
            ander = self._andere(soort, m.naam, yp)
            if ander is None:
                return None
            basis = {"waarde": ander.waarde, "basis": ander.basis}
        return Grens(**basis, aantal=m.aantal, eenheid=m.eenheid, uitloop=m.schuif_op)


def _bedrag(ruw: str) -> str:
    return f"{Decimal(ruw):.2f}" if re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,2})?", ruw) else ruw
