// De antwoorden van de indiener bij verhuizing-doorgeven (werk). Gegenereerd: wijzig hier niets.
// Wat een type zegt, geldt altijd. Wat van andere antwoorden, de dag of het inloggen afhangt, zegt `valideer`.
// SPDX-License-Identifier: EUPL-1.2

/** Een adres in Nederland. Straat en plaats volgen uit postcode en huisnummer. */
export type Adres = { readonly postcode: Postcode; readonly huisnummer: string; readonly huisletter?: string; readonly toevoeging?: string; readonly straat?: string; readonly plaats?: string };

/** Een bestand dat wordt meegestuurd; de bytes gaan naast de antwoorden mee. `grootte` is in bytes. */
export type Bestand<Mediatype extends string = string> = { readonly id: string; readonly naam: string; readonly mediatype: Mediatype; readonly grootte: number; readonly sha256: string };

/** Een burgerservicenummer: negen cijfers, met de 11-proef. */
export type Bsn = string;

/** Een dag: `JJJJ-MM-DD`. */
export type Datum = string;

/** Een dag, of alleen de maand of het jaar: `JJJJ-MM-DD`, `JJJJ-MM` of `JJJJ`. */
export type DatumOnvolledig = string;

/** Een e-mailadres. */
export type Email = string;

/** Een postcode zonder spatie: `2514JS`. */
export type Postcode = string;

/** Een telefoonnummer: alleen cijfers, met of zonder een + ervoor. */
export type Telefoon = string;

/** Kunt u dit online doorgeven? */
export interface Check {
  /**
   * Om welke verhuizing gaat het?
   *
   * - `zelfdeGemeente`: Een verhuizing binnen deze gemeente
   * - `vanAndereGemeente`: Een verhuizing vanuit een andere gemeente naar deze gemeente
   * - `naarAndereGemeente`: Een verhuizing vanuit deze gemeente naar een andere gemeente
   * - `uitBuitenland`: Een verhuizing vanuit het buitenland naar Nederland
   * - `naarBuitenland`: Een verhuizing van Nederland naar het buitenland
   */
  readonly situatie: "zelfdeGemeente" | "vanAndereGemeente" | "naarAndereGemeente" | "uitBuitenland" | "naarBuitenland";
  /**
   * Wat voor adres is het nieuwe adres?
   *
   * - `woonadres`: Een adres om te wonen
   * - `briefadres`: Alleen een adres voor de post (briefadres)
   */
  readonly adressoort: "woonadres" | "briefadres";
  /**
   * Voor wie geeft u de verhuizing door?
   *
   * - `zelf`: Voor mijzelf, met of zonder gezin. Ik ben 16 jaar of ouder
   * - `gezin`: Alleen voor iemand uit mijn gezin. Ik verhuis zelf niet
   * - `gemachtigde`: Voor iemand die mij daarvoor toestemming geeft (machtiging)
   * - `jonger`: Voor mijzelf. Ik ben jonger dan 16 jaar
   * - `onderCuratele`: Voor mijzelf. Ik sta onder curatele
   * - `curator`: Voor iemand van wie ik curator ben
   * - `instelling`: Voor een bewoner van de instelling waarvan ik hoofd ben
   */
  readonly wie: "zelf" | "gezin" | "gemachtigde" | "jonger" | "onderCuratele" | "curator" | "instelling";
}

/** Wie heeft u gemachtigd? */
export interface Machtiging {
  /** Wat zijn de voornamen? */
  readonly voornamen: string;
  /** Wat staat er vóór de achternaam? */
  readonly voorvoegsel?: string;
  /** Wat is de achternaam? */
  readonly geslachtsnaam: string;
  /** Wat is de geboortedatum? */
  readonly geboortedatum: DatumOnvolledig;
  /** Wat is het burgerservicenummer (BSN)? */
  readonly bsn: Bsn;
  /** Op welk adres woont deze persoon nu? */
  readonly huidigAdres: Adres;
  /** Stuur de ondertekende machtiging mee, en een kopie van het identiteitsbewijs van deze persoon */
  readonly machtigingsformulier: readonly Bestand<"application/pdf" | "image/jpeg" | "image/png">[];
}

/** De verhuizing */
export interface Verhuizing {
  /** Op welke datum is de verhuizing? */
  readonly verhuisdatum: Datum;
  /** Op welk adres staat u nu ingeschreven? */
  readonly vorigAdres?: Adres;
  /** Komen deze gezinsleden wonen op het adres waar u zelf woont? */
  readonly bijUzelf?: boolean;
  /** Wat is het nieuwe adres? */
  readonly adres: Adres;
}

/** Wie is de hoofdbewoner? */
export interface WoningBewoner {
  /** Wat zijn de voornamen? */
  readonly voornamen: string;
  /** Wat staat er vóór de achternaam? */
  readonly voorvoegsel?: string;
  /** Wat is de achternaam? */
  readonly geslachtsnaam: string;
  /** Wat is het e-mailadres van de hoofdbewoner? */
  readonly email?: Email;
}

/** De nieuwe woning */
export type Woning = {
  /** Is dit inwonen bij iemand anders? */
  readonly inwoning?: boolean;
  /** Hoeveel mensen wonen er na de verhuizing op het nieuwe adres? */
  readonly aantalBewoners: number;
} & (
  | {
      readonly inwoning: true;
      /** Kan de hoofdbewoner zelf inloggen met DigiD om toestemming te geven? */
      readonly hoofdbewonerLogtIn?: boolean;
      readonly bewoner: WoningBewoner;
      readonly vorigeBewoners?: never;
    }
  | {
      readonly inwoning: false;
      readonly hoofdbewonerLogtIn?: never;
      readonly bewoner?: never;
      /**
       * Wonen er nu nog andere mensen op het nieuwe adres?
       *
       * - `niemand`: Nee, er woont niemand meer
       * - `vertrekken`: Ja, maar zij verhuizen
       * - `blijven`: Ja, en zij blijven er wonen
       * - `onbekend`: Dat weet ik niet
       */
      readonly vorigeBewoners?: "niemand" | "vertrekken" | "blijven" | "onbekend";
    }
  | {
      readonly inwoning?: never;
      readonly hoofdbewonerLogtIn?: never;
      readonly bewoner?: never;
      readonly vorigeBewoners?: never;
    }
) & (
  | {
      readonly vorigeBewoners: "niemand" | "blijven" | "onbekend";
      readonly bestemmingBewoners?: never;
    }
  | {
      readonly vorigeBewoners: "vertrekken";
      /** Weet u waar de bewoners naartoe verhuizen? */
      readonly bestemmingBewoners?: string;
    }
  | {
      readonly vorigeBewoners?: never;
      readonly bestemmingBewoners?: never;
    }
);

/** Welke gezinsleden verhuizen? */
export type GezinGezinsledenItem = {
  /**
   * Wie is deze persoon?
   *
   * - `P`: Mijn echtgenoot of geregistreerd partner
   * - `G`: Mijn kind jonger dan 18 jaar, of een kind van wie ik voogd of verzorger ben
   * - `O`: Mijn kind van 18 jaar of ouder
   * - `K`: Mijn ouder
   */
  readonly relatie: "P" | "G" | "O" | "K";
  /** Wat zijn de voornamen? */
  readonly voornamen: string;
  /** Wat staat er vóór de achternaam? */
  readonly voorvoegsel?: string;
  /** Wat is de achternaam? */
  readonly geslachtsnaam: string;
  /** Wat is de geboortedatum? */
  readonly geboortedatum: DatumOnvolledig;
  /** Wat is het burgerservicenummer (BSN)? */
  readonly bsn?: Bsn;
  /** Woont deze persoon nu op hetzelfde adres als u? */
  readonly woontBijU: boolean;
} & (
  | {
      readonly woontBijU: true;
      readonly vorigAdres?: never;
    }
  | {
      readonly woontBijU: false;
      /** Op welk adres woont deze persoon nu? */
      readonly vorigAdres: Adres;
    }
);

/** Uw gezin */
export interface Gezin {
  /** Verhuizen er gezinsleden mee? */
  readonly gezinsledenMee?: boolean;
  readonly gezinsleden?: readonly GezinGezinsledenItem[];
}

/** Uw contactgegevens */
export interface Contact {
  /** Wat is uw e-mailadres? */
  readonly email?: Email;
  /** Wat is uw telefoonnummer? */
  readonly telefoon?: Telefoon;
}

/** Documenten */
export interface Bewijsstukken {
  /** Stuur het huurcontract of koopcontract mee */
  readonly contract?: readonly Bestand<"application/pdf" | "image/jpeg" | "image/png">[];
  /** Stuur de verklaring van de hoofdbewoner mee, en een kopie van zijn of haar identiteitsbewijs */
  readonly toestemmingsverklaring?: readonly Bestand<"application/pdf" | "image/jpeg" | "image/png">[];
}

/** Verklaring */
export interface Afronden {
  /** Ik heb alle vragen eerlijk en volledig beantwoord. */
  readonly naarWaarheid: true;
}

/** Antwoorden: Verhuizing doorgeven */
export interface Antwoorden {
  readonly check: Check;
  readonly machtiging?: Machtiging;
  readonly verhuizing: Verhuizing;
  readonly woning: Woning;
  readonly gezin?: Gezin;
  readonly contact: Contact;
  readonly bewijsstukken?: Bewijsstukken;
  readonly afronden: Afronden;
  /** Vragen van een gemeente zelf; deze landelijke typen lezen ze niet. */
  readonly lokaal?: unknown;
}
