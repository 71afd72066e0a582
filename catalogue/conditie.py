"""A condition as it is written -> a condition as it is meant.

The kind of the question that is named decides what a value means (language.md, b12). What cannot be meant becomes a
`Probleem`, and the comparison counts as never true, so that all problems are found in one round.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from catalogue.moment import Moment, lees_datumtijd, lees_moment, lees_tijd
from catalogue.namen import Naam, Namen, Onbekend
from catalogue.oordeel import voorwaarde
from catalogue.source import Pad
from catalogue.veld.feiten import Soort
from catalogue.veld.vergelijken import GELIJK, MOMENTEN, TELBAAR, VERGELIJKERS, VERGELIJKINGEN
from catalogue.voorwaarde import ALTIJD, NOOIT, Grens, Vergelijk, en, niet, of

_ANDERSOM = {
    "na": "voor",
    "voor": "na",
    "meer_dan": "minder_dan",
    "minder_dan": "meer_dan",
    "vanaf": "tot_en_met",
    "tot_en_met": "vanaf",
}
_GETAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,4})?")


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

    def __init__(self, namen: Namen, meld: Meld, soorten: Mapping[str, Soort]) -> None:
        self.namen, self.meld, self.soorten = namen, meld, soorten

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
            if hoe not in VERGELIJKERS:
                hulp = "Schrijf ‘voor’ (zonder die dag) of ‘tot_en_met’ (met die dag)." if hoe == "tot" else bedoelde(hoe, list(VERGELIJKERS))
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
        """A written value as the kind of the question has it; None (and reported) when it is none."""
        als = doel.als
        if not set(GELIJK) <= set(VERGELIJKINGEN.get(als, ())):
            return self._geen(yp, f"‘{doel.pad}’ heeft geen waarde om mee te vergelijken")
        if not isinstance(ruw, str):
            return self._geen(yp, "hier hoort een waarde")
        if als == "waar":
            if ruw in ("ja", "nee"):
                return ruw == "ja"
            return self._geen(yp, f"‘{doel.pad}’ is een ja-nee-vraag: alleen ja of nee telt")
        if als in ("getal", "decimaal"):
            return self._getalwaarde(doel, ruw, yp)
        if doel.codes is not None and ruw not in doel.codes:
            self.meld("SL203", yp, f"‘{ruw}’ is geen keuze bij ‘{doel.pad}’", bedoelde(ruw, sorted(doel.codes)))
            return None
        return ruw

    def _getalwaarde(self, doel: Naam, ruw: str, yp: Pad) -> int | str | None:
        if not _GETAL.fullmatch(ruw) or (doel.als == "getal" and "." in ruw):
            wat = "een heel getal" if doel.als == "getal" else "een getal, met een punt en zonder komma"
            return self._geen(yp, f"‘{doel.pad}’ is {wat}")
        if doel.als == "getal":
            return int(ruw)
        return _bedrag(ruw) if doel.soort == "bedrag" else ruw

    def _geen(self, yp: Pad, melding: str) -> None:
        self.meld("SL204", yp, melding, "Kijk bij de vraag wat er als antwoord kan staan.")

    def _orde(self, doel: Naam, hoe: str, ruw: Any, yp: Pad) -> Any:
        if hoe not in VERGELIJKINGEN.get(doel.als, ()):
            hulp = "Datums hebben na, voor, vanaf en tot_en_met; getallen meer_dan, minder_dan, vanaf en tot_en_met."
            self.meld("SL204", yp, f"‘{hoe}’ past niet bij ‘{doel.pad}’ (soort {doel.soort})", hulp)
            return NOOIT
        telt = hoe == "minimaal_tekens" or doel.als in TELBAAR
        grens = self._grens("getal" if telt else doel.als, "getal" if telt else doel.soort, ruw, yp)
        if grens is None:
            return NOOIT
        if doel.waarde is not None:
            return self._ingevuld(doel, hoe, grens)
        return Vergelijk(pad=doel.pad, soort=doel.soort, hoe=hoe, grens=grens)  # type: ignore[arg-type]

    def _ingevuld(self, doel: Naam, hoe: str, grens: Grens) -> Any:
        """A comparison of what the municipality filled in: decided now, or turned round when the other side is an answer."""
        if hoe == "minimaal_tekens":
            return ALTIJD if len(str(doel.waarde)) >= int(grens.waarde or 0) else NOOIT
        if grens.basis is None and not grens.aantal:
            letter = {"dag": "d", "tijd": "t"}.get(doel.als, "g")
            return ALTIJD if voorwaarde.grens(hoe, letter, grens.waarde)(None, doel.waarde) else NOOIT
        if grens.basis not in (None, "vandaag") and not grens.aantal:
            eigen = Grens(waarde=doel.waarde)
            return Vergelijk(pad=grens.basis, soort=doel.soort, hoe=_ANDERSOM[hoe], grens=eigen)  # type: ignore[arg-type]
        return Vergelijk(pad=doel.pad, soort=doel.soort, hoe=hoe, grens=grens)  # type: ignore[arg-type]

    def grens(self, soort: str, ruw: Any, yp: Pad) -> Grens | None:
        """A written bound of a kind of question; None (and reported) when it cannot be meant."""
        return self._grens(self.soorten[soort].als, soort, ruw, yp)

    def _grens(self, als: str, soort: str, ruw: Any, yp: Pad) -> Grens | None:
        if not isinstance(ruw, str):
            hulp = "Bijvoorbeeld een getal, een datum, vandaag + 4 weken, of de naam van een eerdere vraag."
            self.meld("SL204", yp, "hier hoort een grens", hulp)
            return None
        ruw = ruw.strip().removeprefix("<").removesuffix(">")
        if als in MOMENTEN:
            return self._moment(soort, ruw, yp)
        if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", ruw):
            return self._andere(soort, ruw, yp)
        if als != "getal":
            return Grens(waarde=_bedrag(ruw) if soort == "bedrag" else ruw)
        if "." in ruw:
            onder = Decimal(ruw).to_integral_value(ROUND_FLOOR)
            self.meld("SL204", yp, f"‘{ruw}’ is geen heel getal", f"Hier telt een heel getal: schrijf {onder} of {onder + 1}.")
            return None
        return Grens(waarde=int(ruw))

    def _andere(self, soort: str, naam: str, yp: Pad) -> Grens | None:
        doel = self.zoek(f"parameter.{naam}" if f"parameter.{naam}" in self.namen.context else naam, yp)
        if doel is None or doel.uit:
            return None
        if doel.soort != soort and not (doel.als == "dag" and soort in self._dagen):
            self.meld("SL204", yp, f"‘{naam}’ is een {doel.soort}, geen {soort}", "Vergelijk alleen antwoorden van dezelfde soort.")
            return None
        return Grens(waarde=doel.waarde) if doel.waarde is not None else Grens(basis=doel.pad)

    @property
    def _dagen(self) -> set[str]:
        return {soort for soort, feiten in self.soorten.items() if feiten.als == "dag"}

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
