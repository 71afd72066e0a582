"""What paper knows: nobody is logged in there, questions have numbers, and a condition is a sentence with those."""

from __future__ import annotations

from typing import Any

from catalogue.dienst import Toegang
from catalogue.formulier import Formulier, vragen
from catalogue.tekst import Tekst
from catalogue.voorwaarde import ALTIJD, NOOIT, Vergelijk, niet, vervang
from generator.dialect import nederlands
from generator.dialect.nederlands import Naam
from generator.targets.formulier.pagina import teksten as formulierteksten
from generator.targets.formulier.wijzer import Wijzer

SOORT = {"digid": "burger", "eidas": "burger", "eherkenning": "bedrijf"}
"""Who logs in by which means: on paper that is what is left of it."""


class Papier:
    """The questions of a form on paper, in one language."""

    def __init__(self, formulier: Formulier, taal: str) -> None:
        self.formulier, self.taal = formulier, taal
        self._wijzer = Wijzer(formulier, taal, formulierteksten(taal))
        wie = [formulier.toegang, *(p.toegang for p in formulier.personen)]
        self._toegang = dict(zip(formulier.rollen, wie, strict=True))
        gevraagd = [v.pad for v in vragen(formulier) if v.id != "voor" or not v.pad.endswith("[].voor")]
        self.nummers = {pad: nummer for nummer, pad in enumerate(gevraagd, 1)}

    def toegang(self, rol: str) -> tuple[Toegang, ...]:
        return self._toegang[rol]

    def inloggen(self, rol: str) -> bool:
        """Does the login tell who somebody is? Then paper has to ask for it."""
        return all(weg.middel != "geen" for weg in self._toegang[rol])

    def soorten(self, rol: str) -> list[str]:
        """As what one may fill this in: burger, bedrijf, or both."""
        return list(dict.fromkeys(weg.soort for weg in self._toegang[rol]))

    def geldt(self, v: Any, rol: str) -> Any:
        """A condition as it is on paper: what the login tells is fixed there, or a choice of person or company."""
        return vervang(v, lambda een: self._login(een, rol) if een.pad.startswith("indiener.") else een)

    def _login(self, v: Vergelijk, rol: str) -> Any:
        soorten = self.soorten(rol)
        if v.pad == "indiener.soort":
            goed = [soort for soort in soorten if soort in v.waarden]
        elif v.pad == "indiener.middel" and self.inloggen(rol):
            goed = [soort for soort in soorten if soort in {SOORT.get(str(middel)) for middel in v.waarden}]
        else:
            ja = v.pad == "indiener.middel" and "geen" in v.waarden
            goed = soorten if ja else []
        als: Any = Vergelijk(pad="indiener.soort", soort="keuze", hoe="is", waarden=tuple(goed)) if goed else NOOIT
        als = ALTIJD if goed == soorten else als
        return niet(als) if v.hoe == "is_niet" else als

    def zin(self, tekst: Tekst | None) -> str:
        """A text, with a place that is filled in later as its short name between brackets."""
        return self._wijzer.zin(tekst)

    def als(self, v: Any) -> str:
        """A condition in words, after "als"; a question is named with its number."""
        return nederlands.zin(v, self._noem, self.taal)

    def _noem(self, pad: str) -> Naam | None:
        naam = self._wijzer.noem(pad)
        nummer = self.nummers.get(pad)
        return naam._replace(vraag=f"{nummer}. {naam.vraag}") if naam and nummer else naam

    def zoek(self, pad: str) -> Any:
        """The element at a path."""
        return self._wijzer.zoek(pad)
