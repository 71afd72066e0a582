// What a vendor writes against the types of verhuizing-doorgeven: tests/test_typen.py has it checked by tsc. A line under
// `@ts-expect-error` must be refused: tsc fails when it is not.
import { isGeldig, valideer, type Antwoorden, type Fout, type Omstandigheden, type Woning, type hoofdbewoner } from "verhuizing-doorgeven";

const omstandigheden: Omstandigheden = { vandaag: "2026-12-01", indiener: { soort: "burger", middel: "digid", niveau: "midden" } };
// @ts-expect-error nothing is judged without today
valideer({}, { indiener: null });
// @ts-expect-error a role that this service does not have
valideer({}, { vandaag: "2026-12-01", rol: "buurman" });

/** Unknown data gets its type from the validator. */
export function lees(data: unknown): Antwoorden | readonly Fout[] {
  // @ts-expect-error nobody has looked at it yet
  data.check;
  return isGeldig(data, omstandigheden) ? data : valideer(data, omstandigheden);
}

export function toestemming(data: unknown): hoofdbewoner.Antwoorden | undefined {
  return isGeldig(data, { vandaag: "2026-12-01", rol: "hoofdbewoner" }) ? data : undefined;
}

/** An answer that decides narrows what hangs on it. */
export function wieWoontEr(woning: Woning): string {
  // @ts-expect-error nobody lives in until that was answered with yes
  woning.bewoner.geslachtsnaam;
  if (woning.inwoning === true) return woning.bewoner.geslachtsnaam;
  return woning.vorigeBewoners === "vertrekken" ? (woning.bestemmingBewoners ?? "") : "";
}

// @ts-expect-error who lives in with somebody says with whom
export const zonderBewoner: Woning = { inwoning: true, aantalBewoners: 2 };
export const goed: Woning = { inwoning: false, aantalBewoners: 2 };
// @ts-expect-error answers do not change
goed.aantalBewoners = 3;

/** Every code, or tsc says which was forgotten. */
export function ernst(code: Fout["code"]): "typefout" | "inhoud" {
  switch (code) {
    case "soort": case "onbekend": case "patroon": case "lengte": return "typefout";
    case "verplicht": case "verborgen": case "minimum": case "maximum": case "keuze": case "aantal": case "dubbel": return "inhoud";
    case "proef": case "vergelijking": case "datum": case "bestand": case "stop": return "inhoud";
    default: { const over: never = code; return over; }
  }
}
