"""Questions with answers to choose from, yes/no and the declaration that is ticked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from catalogue.tekst import Tekst
from catalogue.velden.basis import Bronnen, Conditie, Gebrek, Id, Model, Slug, Teksten, VeldBasis

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=60)]


class Namelijk(Model):
    """The text field that belongs to an option such as "Anders"."""

    veld: Id = Field(description="Het tekstvak bij een optie als Anders. Hier staat de naam van dat antwoord in de gegevens.")
    vraag: Tekst | None = Field(None, description="De vraag bij het tekstvak; anders: Namelijk.")
    maximum: int = Field(200, ge=1, le=10000, description="Het grootste aantal tekens.")
    bron: Bronnen


class Optie(Model):
    """One answer to choose. The code is the contract; the name is what one reads."""

    code: Code = Field(description="De code in de gegevens; die verandert nooit.")
    naam: Tekst | None = Field(None, description="Wat men leest.")
    hulp: Teksten = Field((), description="Uitleg onder de optie; een lijst mag.")
    toon_als: Conditie | None = Field(None, description="De optie alleen aanbieden als deze voorwaarde klopt.")
    namelijk: Namelijk | None = Field(None, description="Een tekstvak dat bij deze optie hoort.")
    bron: Bronnen
    in_bron: str | None = Field(None, description="Hoe dit antwoord in de bron gedrukt staat, als dat anders is.")


class Optielijst(Model):
    """Options from elsewhere: a list of this catalogue or a register, a parameter of the municipality, or known only at run time."""

    lijst: Slug | None = Field(None, description="Een waardelijst of een landelijke tabel, bijvoorbeeld landen.")
    zonder: tuple[str, ...] = Field((), description="Codes die niet meedoen.")
    parameter: Id | None = Field(None, description="Een lijst die de gemeente invult.")
    bron: Id | None = Field(None, description="Pas bekend als het formulier wordt ingevuld.")


def _opties(waarde: Any) -> Any:
    if isinstance(waarde, list | tuple):
        return [{"code": o} if isinstance(o, str) else o for o in waarde]
    return waarde


Opties = Annotated[tuple[Optie, ...] | Optielijst, BeforeValidator(_opties)]


class JaNeeVeld(VeldBasis):
    """Yes or no, as a boolean."""

    soort: Literal["ja-nee"] = Field(description="Ja of nee. Is er een derde antwoord, kies dan keuze.")

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if not isinstance(waarde, bool):
            yield "", "soort"


class AkkoordVeld(VeldBasis):
    """A declaration to tick. Not ticked is not answered; only `true` is an answer."""

    soort: Literal["akkoord"] = Field(description="Een verklaring om aan te vinken. Niet aangevinkt is niet beantwoord.")

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if waarde is not True:
            yield "", "soort"


class KeuzeVeld(VeldBasis):
    """One of the options, by its code. Whether the code may be chosen is judged with the form (options have conditions)."""

    soort: Literal["keuze"] = Field(description="Eén antwoord uit een lijst.")
    opties: Opties = Field((), description="De antwoorden: een lijst met code en naam, of {lijst: landen} voor een vaste lijst.")

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if not isinstance(waarde, str):
            yield "", "soort"


class MeerkeuzeVeld(VeldBasis):
    """Some of the options, each once, as a list of codes."""

    soort: Literal["meerkeuze"] = Field(description="Een of meer antwoorden uit een lijst.")
    opties: Opties = Field((), description="De antwoorden: een lijst met code en naam, of {lijst: landen} voor een vaste lijst.")
    minimum: int = Field(1, ge=1, description="Hoeveel er minstens gekozen worden.")
    maximum: int | None = Field(None, ge=1, description="Hoeveel er hooguit gekozen mogen worden.")

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if not isinstance(waarde, list) or not all(isinstance(code, str) for code in waarde):
            yield "", "soort"
            return
        if len(set(waarde)) != len(waarde):
            yield "", "dubbel"
        if len(waarde) < self.minimum or (self.maximum is not None and len(waarde) > self.maximum):
            yield "", "aantal"
