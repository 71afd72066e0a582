// De antwoorden van de rol hoofdbewoner bij verhuizing-doorgeven (werk). Gegenereerd: wijzig hier niets.
// Wat een type zegt, geldt altijd. Wat van andere antwoorden, de dag of het inloggen afhangt, zegt `valideer`.
// SPDX-License-Identifier: EUPL-1.2

/** Een dag, of alleen de maand of het jaar: `JJJJ-MM-DD`, `JJJJ-MM` of `JJJJ`. */
export type DatumOnvolledig = string;

/** Wie mogen er bij u komen wonen? */
export interface ToestemmingInwonersItem {
  /** Wat zijn de voornamen? */
  readonly voornamen: string;
  /** Wat staat er vóór de achternaam? */
  readonly voorvoegsel?: string;
  /** Wat is de achternaam? */
  readonly geslachtsnaam: string;
  /** Wat is de geboortedatum? */
  readonly geboortedatum: DatumOnvolledig;
}

/** Toestemming van de hoofdbewoner */
export type Toestemming = {
  /** Geeft u toestemming om op uw adres te komen wonen? */
  readonly geeftToestemming: boolean;
  /** Ik heb alle vragen eerlijk en volledig beantwoord. */
  readonly eerlijkIngevuld: true;
} & (
  | {
      readonly geeftToestemming: true;
      readonly inwoners: readonly ToestemmingInwonersItem[];
      readonly reden?: never;
    }
  | {
      readonly geeftToestemming: false;
      readonly inwoners?: never;
      /** Wilt u uitleggen waarom u geen toestemming geeft? */
      readonly reden?: string;
    }
);

/** Antwoorden: Verhuizing doorgeven */
export interface Antwoorden {
  readonly toestemming: Toestemming;
  /** Vragen van een gemeente zelf; deze landelijke typen lezen ze niet. */
  readonly lokaal?: unknown;
}
