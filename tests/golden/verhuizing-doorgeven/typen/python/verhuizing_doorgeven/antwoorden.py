"""De antwoorden van de indiener bij verhuizing-doorgeven (werk). Gegenereerd: wijzig hier niets.

Wat een model zegt, geldt altijd. Wat van andere antwoorden of van de dag afhangt, zegt `valideer`.

SPDX-License-Identifier: EUPL-1.2
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from .vormen import Adres, Bestand, Bsn, Datum, DatumOnvolledig, Deel, Email, Geheel, Tekst, Telefoon


class Check(Deel):
    """Kunt u dit online doorgeven?"""

    situatie: Literal["zelfdeGemeente", "vanAndereGemeente", "naarAndereGemeente", "uitBuitenland", "naarBuitenland"]
    """Om welke verhuizing gaat het?

    - `zelfdeGemeente`: Een verhuizing binnen deze gemeente
    - `vanAndereGemeente`: Een verhuizing vanuit een andere gemeente naar deze gemeente
    - `naarAndereGemeente`: Een verhuizing vanuit deze gemeente naar een andere gemeente
    - `uitBuitenland`: Een verhuizing vanuit het buitenland naar Nederland
    - `naarBuitenland`: Een verhuizing van Nederland naar het buitenland
    """
    adressoort: Literal["woonadres", "briefadres"]
    """Wat voor adres is het nieuwe adres?

    - `woonadres`: Een adres om te wonen
    - `briefadres`: Alleen een adres voor de post (briefadres)
    """
    wie: Literal["zelf", "gezin", "gemachtigde", "jonger", "onderCuratele", "curator", "instelling"]
    """Voor wie geeft u de verhuizing door?

    - `zelf`: Voor mijzelf, met of zonder gezin. Ik ben 16 jaar of ouder
    - `gezin`: Alleen voor iemand uit mijn gezin. Ik verhuis zelf niet
    - `gemachtigde`: Voor iemand die mij daarvoor toestemming geeft (machtiging)
    - `jonger`: Voor mijzelf. Ik ben jonger dan 16 jaar
    - `onderCuratele`: Voor mijzelf. Ik sta onder curatele
    - `curator`: Voor iemand van wie ik curator ben
    - `instelling`: Voor een bewoner van de instelling waarvan ik hoofd ben
    """


class Machtiging(Deel):
    """Wie heeft u gemachtigd?"""

    voornamen: Annotated[Tekst, Field(max_length=200)]
    """Wat zijn de voornamen?"""
    voorvoegsel: Annotated[Tekst, Field(max_length=10)] | None = None
    """Wat staat er vóór de achternaam?"""
    geslachtsnaam: Annotated[Tekst, Field(max_length=200)]
    """Wat is de achternaam?"""
    geboortedatum: DatumOnvolledig
    """Wat is de geboortedatum?"""
    bsn: Bsn
    """Wat is het burgerservicenummer (BSN)?"""
    huidigAdres: Adres
    """Op welk adres woont deze persoon nu?"""
    machtigingsformulier: Annotated[list[Bestand[Literal["application/pdf", "image/jpeg", "image/png"]]], Field(min_length=1, max_length=4)]
    """Stuur de ondertekende machtiging mee, en een kopie van het identiteitsbewijs van deze persoon"""


class Verhuizing(Deel):
    """De verhuizing"""

    verhuisdatum: Datum
    """Op welke datum is de verhuizing?"""
    vorigAdres: Adres | None = None
    """Op welk adres staat u nu ingeschreven?"""
    bijUzelf: bool | None = None
    """Komen deze gezinsleden wonen op het adres waar u zelf woont?"""
    adres: Adres
    """Wat is het nieuwe adres?"""


class WoningBewoner(Deel):
    """Wie is de hoofdbewoner?"""

    voornamen: Annotated[Tekst, Field(max_length=200)]
    """Wat zijn de voornamen?"""
    voorvoegsel: Annotated[Tekst, Field(max_length=10)] | None = None
    """Wat staat er vóór de achternaam?"""
    geslachtsnaam: Annotated[Tekst, Field(max_length=200)]
    """Wat is de achternaam?"""
    email: Email | None = None
    """Wat is het e-mailadres van de hoofdbewoner?"""


class Woning(Deel):
    """De nieuwe woning"""

    inwoning: bool | None = None
    """Is dit inwonen bij iemand anders?"""
    hoofdbewonerLogtIn: bool | None = None
    """Kan de hoofdbewoner zelf inloggen met DigiD om toestemming te geven?"""
    bewoner: WoningBewoner | None = None
    vorigeBewoners: Literal["niemand", "vertrekken", "blijven", "onbekend"] | None = None
    """Wonen er nu nog andere mensen op het nieuwe adres?

    - `niemand`: Nee, er woont niemand meer
    - `vertrekken`: Ja, maar zij verhuizen
    - `blijven`: Ja, en zij blijven er wonen
    - `onbekend`: Dat weet ik niet
    """
    bestemmingBewoners: Annotated[Tekst, Field(max_length=200)] | None = None
    """Weet u waar de bewoners naartoe verhuizen?"""
    aantalBewoners: Annotated[Geheel, Field(ge=1, le=99)]
    """Hoeveel mensen wonen er na de verhuizing op het nieuwe adres?"""


class GezinGezinsledenItem(Deel):
    """Welke gezinsleden verhuizen?"""

    relatie: Literal["P", "G", "O", "K"]
    """Wie is deze persoon?

    - `P`: Mijn echtgenoot of geregistreerd partner
    - `G`: Mijn kind jonger dan 18 jaar, of een kind van wie ik voogd of verzorger ben
    - `O`: Mijn kind van 18 jaar of ouder
    - `K`: Mijn ouder
    """
    voornamen: Annotated[Tekst, Field(max_length=200)]
    """Wat zijn de voornamen?"""
    voorvoegsel: Annotated[Tekst, Field(max_length=10)] | None = None
    """Wat staat er vóór de achternaam?"""
    geslachtsnaam: Annotated[Tekst, Field(max_length=200)]
    """Wat is de achternaam?"""
    geboortedatum: DatumOnvolledig
    """Wat is de geboortedatum?"""
    bsn: Bsn | None = None
    """Wat is het burgerservicenummer (BSN)?"""
    woontBijU: bool
    """Woont deze persoon nu op hetzelfde adres als u?"""
    vorigAdres: Adres | None = None
    """Op welk adres woont deze persoon nu?"""


class Gezin(Deel):
    """Uw gezin"""

    gezinsledenMee: bool | None = None
    """Verhuizen er gezinsleden mee?"""
    gezinsleden: Annotated[list[GezinGezinsledenItem], Field(min_length=1, max_length=20)] | None = None


class Contact(Deel):
    """Uw contactgegevens"""

    email: Email | None = None
    """Wat is uw e-mailadres?"""
    telefoon: Telefoon | None = None
    """Wat is uw telefoonnummer?"""


class Bewijsstukken(Deel):
    """Documenten"""

    contract: Annotated[list[Bestand[Literal["application/pdf", "image/jpeg", "image/png"]]], Field(min_length=1, max_length=5)] | None = None
    """Stuur het huurcontract of koopcontract mee"""
    toestemmingsverklaring: Annotated[list[Bestand[Literal["application/pdf", "image/jpeg", "image/png"]]], Field(min_length=1, max_length=4)] | None = None
    """Stuur de verklaring van de hoofdbewoner mee, en een kopie van zijn of haar identiteitsbewijs"""


class Afronden(Deel):
    """Verklaring"""

    naarWaarheid: Literal[True]
    """Ik heb alle vragen eerlijk en volledig beantwoord."""


class Antwoorden(Deel):
    """Antwoorden: Verhuizing doorgeven"""

    check: Check
    machtiging: Machtiging | None = None
    verhuizing: Verhuizing
    woning: Woning
    gezin: Gezin | None = None
    contact: Contact
    bewijsstukken: Bewijsstukken | None = None
    afronden: Afronden
    lokaal: Any = None
    """Vragen van een gemeente zelf; deze landelijke modellen lezen ze niet."""
