"""What a question with answers to choose from is made with."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints

from catalogue.tekst import Tekst
from catalogue.veld.basis import Bronnen, Conditie, Id, Model, Slug, Teksten

CODE = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}"
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=60)]


class Namelijk(Model):
    """The text field that belongs to an option such as "Anders"."""

    veld: Id = Field(
        description="Het tekstvak bij een optie als Anders. Hier staat de naam van dat antwoord in de gegevens."
    )
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
OPTIES = Field(
    (), description="De antwoorden: een lijst met code en naam, of {lijst: landen} voor een vaste lijst."
)
