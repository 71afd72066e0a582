// SPDX-License-Identifier: EUPL-1.2
import type { Antwoorden } from "./[[dienst]].js";
[[rollen]]
export type * from "./[[dienst]].js";

export type Rol = [[rolnamen]];

/** Alles buiten de antwoorden dat meetelt. De controle kijkt zelf nooit op een klok. */
export interface Omstandigheden<R extends Rol = "indiener"> {
  /** De datum in Nederland: `JJJJ-MM-DD`. */
  readonly vandaag: string;
  /** Wie dit invulde; zonder `rol` de indiener. */
  readonly rol?: R;
  /** Hoe iemand inlogde. Zonder `indiener` wordt daar niet naar gekeken. */
  readonly indiener?: { readonly soort: "burger" | "bedrijf"; readonly middel: "digid" | "eherkenning" | "eidas" | "geen"; readonly niveau?: string | null } | null;
  /** Wat de gemeente heeft. */
  readonly voorzieningen?: Readonly<Record<string, boolean>>;
  /** Wat de gemeente heeft ingevuld. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** De codes die het formulier aanbood, per pad. */
  readonly aangeboden?: Readonly<Record<string, readonly string[]>>;
}

export type Foutcode =
[[codes]];

/** Een fout: waar (`stap.veld`, `stap.lijst[0].veld`), de code, en per taal wat er aan te doen is. */
export interface Fout {
  readonly pad: string;
  readonly code: Foutcode;
  readonly melding: { readonly nl: string; readonly [taal: string]: string };
}

export interface Oordeel {
  readonly geldig: boolean;
  readonly fouten: readonly Fout[];
  readonly waarschuwingen: readonly Fout[];
  /** De paden die getoond worden. */
  readonly zichtbaar: readonly string[];
  /** De paden die een antwoord moeten hebben. */
  readonly verplicht: readonly string[];
}

export interface AntwoordenPerRol {
[[perRol]]
}

/** Alle fouten in één keer; een lege lijst betekent dat alles klopt. Gooit een RangeError bij een onbekende rol. */
export function valideer(antwoorden: unknown, omstandigheden: Omstandigheden<Rol>): Fout[];

/** Kloppen de antwoorden? Dan zijn ze van het type van hun rol. */
export function isGeldig<R extends Rol = "indiener">(antwoorden: unknown, omstandigheden: Omstandigheden<R>): antwoorden is AntwoordenPerRol[R];

/** Fouten, waarschuwingen, en wat getoond en verplicht is. */
export function beoordeel(antwoorden: unknown, omstandigheden: Omstandigheden<Rol>): Oordeel;
