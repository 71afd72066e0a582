"""De antwoorden van de rol hoofdbewoner bij verhuizing-doorgeven (werk). Gegenereerd: wijzig hier niets.

Wat een model zegt, geldt altijd. Wat van andere antwoorden of van de dag afhangt, zegt `valideer`.

SPDX-License-Identifier: EUPL-1.2
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from .vormen import DatumOnvolledig, Deel, Tekst


class ToestemmingInwonersItem(Deel):
    """Wie mogen er bij u komen wonen?"""

    voornamen: Annotated[Tekst, Field(max_length=200)]
    """Wat zijn de voornamen?"""
    voorvoegsel: Annotated[Tekst, Field(max_length=10)] | None = None
    """Wat staat er vóór de achternaam?"""
    geslachtsnaam: Annotated[Tekst, Field(max_length=200)]
    """Wat is de achternaam?"""
    geboortedatum: DatumOnvolledig
    """Wat is de geboortedatum?"""


class Toestemming(Deel):
    """Toestemming van de hoofdbewoner"""

    geeftToestemming: bool
    """Geeft u toestemming om op uw adres te komen wonen?"""
    inwoners: Annotated[list[ToestemmingInwonersItem], Field(min_length=1, max_length=21)] | None = None
    reden: Annotated[Tekst, Field(max_length=1000)] | None = None
    """Wilt u uitleggen waarom u geen toestemming geeft?"""
    eerlijkIngevuld: Literal[True]
    """Ik heb alle vragen eerlijk en volledig beantwoord."""


class Antwoorden(Deel):
    """Antwoorden: Verhuizing doorgeven"""

    toestemming: Toestemming
    lokaal: Any = None
    """Vragen van een gemeente zelf; deze landelijke modellen lezen ze niet."""
