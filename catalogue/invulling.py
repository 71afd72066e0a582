"""What a municipality fills in, and how that only narrows a service.

The national text declares what may be filled in or switched off; a filling (`specs/adopties/<code>-<naam>.yaml`) holds
the values. Answers that are right for the municipality are right nationally, but for what stands under `lokaal`.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from catalogue.dienst import LijstOptie, TeControleren, Toegang, VeldRegel
from catalogue.veld.basis import Id, JaNee, Model, Slug

Gemeentecode = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]


class DienstInvulling(Model, defer_build=True):
    """The values for one service. Paths are `stap.veld`, without numbers in a repeat."""

    uitgave: str | None = Field(None, description="De uitgave die deze gemeente gebruikt; anders de nieuwste.")
    parameters: dict[Id, str] = Field(default_factory=dict, description="De waarden die deze gemeente invult, met hun naam.")
    lijsten: dict[Id, tuple[LijstOptie, ...]] = Field(default_factory=dict, description="De lijsten die deze gemeente invult: elke optie met code en naam.")
    uit: tuple[str, ...] = Field((), description="Vragen en teksten met keuze_gemeente die hier wegblijven.")
    verplicht: tuple[str, ...] = Field((), description="Niet verplichte vragen die hier verplicht zijn.")
    toegang: tuple[Toegang, ...] = Field((), description="Strengere eisen aan het inloggen.")
    lokaal: tuple[VeldRegel, ...] = Field((), description="Eigen vragen; ze komen in de stap lokaal.")
    te_controleren: tuple[TeControleren, ...] = Field((), description="Wat nog niet vaststaat voor deze gemeente.")


class Invulling(Model, defer_build=True):
    """One municipality and its values per service."""

    gemeente: Gemeentecode = Field(description="De code van de gemeente bij het CBS: vier cijfers tussen aanhalingstekens.")
    naam: str = Field(description="De naam van de gemeente.")
    contact: dict[str, str] = Field(default_factory=dict, description="Hoe men de gemeente bereikt: telefoon, website, adres.")
    huisstijl: str | None = Field(None, description="Een bestand met tokens van de gemeente, naast dit bestand.")
    voorzieningen: dict[Id, JaNee] = Field(default_factory=dict, description="Wat deze gemeente heeft of niet: ja of nee per voorziening.")
    diensten: dict[Slug, DienstInvulling] = Field(default_factory=dict, description="Wat deze gemeente per dienst invult.")
    te_controleren: tuple[TeControleren, ...] = Field((), description="Wat nog niet vaststaat voor deze gemeente.")


LEEG = DienstInvulling.model_construct()
Waarden = dict[str, Any]
