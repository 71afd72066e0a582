"""What a municipality fills in, and how that only narrows a service.

The national text declares what may be filled in or switched off; a filling (`specs/adopties/<code>-<naam>.yaml`) holds
the values. Answers that are right for the municipality are right nationally, but for what stands under `lokaal`.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from catalogue.dienst import LijstOptie, TeControleren, Toegang, VeldRegel
from catalogue.velden.basis import Id, JaNee, Model, Slug

Gemeentecode = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]


class DienstInvulling(Model):
    """The values for one service. Paths are `stap.veld`, without numbers in a repeat."""

    uitgave: str | None = Field(None, description="De uitgave die deze gemeente gebruikt; anders de nieuwste.")
    parameters: dict[Id, str] = Field(default_factory=dict)
    lijsten: dict[Id, tuple[LijstOptie, ...]] = Field(default_factory=dict)
    uit: tuple[str, ...] = Field((), description="Vragen en teksten met keuze_gemeente die hier wegblijven.")
    verplicht: tuple[str, ...] = Field((), description="Niet verplichte vragen die hier verplicht zijn.")
    toegang: tuple[Toegang, ...] = Field((), description="Strengere eisen aan het inloggen.")
    lokaal: tuple[VeldRegel, ...] = Field((), description="Eigen vragen; ze komen in de stap lokaal.")
    te_controleren: tuple[TeControleren, ...] = ()


class Invulling(Model):
    """One municipality and its values per service."""

    gemeente: Gemeentecode
    naam: str
    contact: dict[str, str] = Field(default_factory=dict)
    huisstijl: str | None = Field(None, description="Een bestand met tokens van de gemeente, naast dit bestand.")
    voorzieningen: dict[Id, JaNee] = Field(default_factory=dict)
    diensten: dict[Slug, DienstInvulling] = Field(default_factory=dict)
    te_controleren: tuple[TeControleren, ...] = ()


LEEG = DienstInvulling()
Waarden = dict[str, Any]
