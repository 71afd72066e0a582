"""What every question has, whatever its kind."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from catalogue.tekst import Tekst

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-zA-Z0-9]*$", max_length=50)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]

_JA_NEE = {"ja": True, "nee": False, "true": True, "false": False}


def _ja_nee(waarde: Any) -> Any:
    return _JA_NEE.get(waarde, waarde) if isinstance(waarde, str) else waarde


def _als_lijst(waarde: Any) -> Any:
    return waarde if isinstance(waarde, list | tuple) else [waarde]


JaNee = Annotated[bool, BeforeValidator(_ja_nee), Field(strict=True)]
Conditie = Annotated[dict[str, Any], Field(description="Een voorwaarde: een vraag met de waarde die telt, of een_van, alle_van, niet.")]
Teksten = Annotated[tuple[Tekst, ...], BeforeValidator(_als_lijst)]
Bronrij = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9-]* )?[0-9]+[a-z]?(/[0-9]+)?$")]
"""A row of a source form as `blok/rij`, or a block without rows as `blok`; of another form with its slug before it."""
Bronrijen = Annotated[tuple[Bronrij, ...], BeforeValidator(_als_lijst)]
Bronnen = Annotated[
    dict[str, Bronrijen] | None,
    BeforeValidator(lambda waarde: waarde if waarde is None or isinstance(waarde, dict) else {"_": waarde}),
    Field(None, description="De rij of rijen van de bron waar dit vandaan komt, als blok/rij. Bij een adres mag het per onderdeel: {postcode: 2/3}."),
]
"""The rows by the part of the answer that they ask for; "_" is the answer itself."""
Parameternaam = Annotated[str, StringConstraints(pattern=r"^<[a-z][a-zA-Z0-9]*>$")]
Grensgetal = int | Parameternaam


Aanwijzing = Annotated[str | None, Field(None, description="Een aanwijzing voor de gemeente of voor wie het formulier bouwt. Een inwoner ziet haar niet.")]


MATEN = ("minimum", "maximum", "patroon", "decimalen", "onvolledig", "typen", "grootte", "voorbeeld")
"""The measures that a question may have, whatever its kind; what they measure depends on its shape."""


class Model(BaseModel):
    """A frozen part of the language that knows exactly its own keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Grondslag(Model):
    """The law that something rests on."""

    wet: str = Field(min_length=2, description="De officiële naam van de wet of regeling.")
    artikel: str | None = Field(None, description="Het artikel, met lid als dat nodig is.")
    url: Annotated[str, StringConstraints(pattern=r"^https://")] | None = Field(None, description="Waar de wet te lezen is.")
    toelichting: Tekst | None = Field(None, description="Wat deze wet regelt voor deze dienst.")


class Regel(Model):
    """Something that must hold between answers, or a warning."""

    eis: Conditie = Field(description="Wat er moet kloppen, als alle vragen erin beantwoord zijn.")
    als: Conditie | None = Field(None, description="Alleen nakijken als deze voorwaarde klopt.")
    ernst: Literal["fout", "waarschuwing"] = Field("fout", description="Een fout houdt het versturen tegen; een waarschuwing is alleen een seintje.")
    melding: Tekst = Field(description="Wat er niet klopt, en wat men eraan doet.")
    bij: str | None = Field(None, description="Bij welke vraag de melding staat; anders bij de laatste vraag in de eis.")


class VeldBasis(Model):
    """A question. Required when shown, unless it says `verplicht: nee`."""

    veld: Id = Field(description="De naam van het antwoord in de gegevens: één woord, begint klein.")
    vraag: Tekst = Field(description="De vraag zoals de inwoner die leest.")
    kort: Tekst | None = Field(None, description="Een korte naam voor in een overzicht of een andere tekst.")
    hulp: Teksten = Field((), description="Uitleg onder de vraag; een lijst mag.")
    verplicht: JaNee = Field(True, description="Moet de vraag beantwoord worden als hij getoond wordt? Standaard ja.")
    verplicht_als: Conditie | None = Field(None, description="Alleen verplicht als deze voorwaarde klopt.")
    toon_als: Conditie | None = Field(None, description="Alleen tonen als deze voorwaarde klopt.")
    doel: Tekst | None = Field(None, description="Waarom dit gevraagd wordt.")
    grondslag: tuple[Grondslag, ...] = Field((), description="De wet waarop deze vraag rust, als die anders is dan die van de stap.")
    toelichting: Aanwijzing
    bron: Bronnen
    gegeven: str | None = Field(None, description="Welk geregistreerd gegeven dit is, bijvoorbeeld brp/naam.voornamen.")
    van: str = Field("indiener", description="Van wie dat gegeven is: indiener, of een ander die de dienst noemt.")
    prefill: Literal["niet", "vraag", "alleen_lezen"] = Field("niet", description="Vult een register het antwoord vooraf in?")
    keuze_gemeente: JaNee = Field(False, description="Mag een gemeente deze vraag uitzetten?")
    eigenschap: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=20)] | None = Field(
        None, description="Korte naam als zaakeigenschap, hooguit 20 tekens."
    )
    meldingen: dict[str, Tekst] = Field(default_factory=dict, description="Eigen tekst bij een foutcode.")
    regels: tuple[Regel, ...] = Field((), description="Wat tussen dit antwoord en andere moet kloppen, en waarschuwingen.")
