// Conditions of the plan: true, false, ["en", ...], ["of", ...], ["niet", c] or a comparison [hoe, pad, ...]. A comparison
// with something unknown is false: site/docs/plan.md, "Voorwaarden". `van(pad)` gives what is known at a path, or undefined.
import { vergelijk } from "./getal.mjs";
import { leesDatum, schuif } from "./moment.mjs";

const DAG = 1440;
const minuten = (t) => +t.slice(0, 2) * 60 + +t.slice(3);

/** A date, partial date, or date and time as its first and last minute; null for what is none. */
function tijdvak(tekst) {
  const [dag, tijd] = String(tekst).split("T"), dagen = leesDatum(dag);
  if (!dagen) return null;
  const [eerste, laatste] = dagen.map((n) => n * DAG);
  return tijd ? [eerste + minuten(tijd), eerste + minuten(tijd)] : [eerste, laatste + DAG - 1];
}

/** The path that a bound goes out from, where it is [basis, aantal, eenheid, uitloop] with such a basis. */
export const vanuit = (grens) => (Array.isArray(grens) && !/^(\d|vandaag$)/.test(grens[0]) ? grens[0] : undefined);

function basis(grens, van) {
  if (!Array.isArray(grens)) return grens;
  return /^\d/.test(grens[0]) ? grens[0] : van(grens[0]);
}

function schuifVak(vak, [, aantal, eenheid, uitloop], feestdagen) {
  return vak?.map((minuut) => {
    const dag = Math.floor(minuut / DAG);
    return schuif(dag, aantal, eenheid, uitloop, feestdagen) * DAG + minuut - dag * DAG;
  });
}

const telbaar = (w) => (Array.isArray(w) ? w.length : w);

/** A value and its bound as two periods; what has no length is a period of one. */
function naastElkaar(maat, waarde, grens, van, feestdagen) {
  const ander = basis(grens, van);
  if (maat === "d") return [tijdvak(waarde), Array.isArray(grens) && grens[1] ? schuifVak(tijdvak(ander), grens, feestdagen) : tijdvak(ander)];
  const verschil = maat === "t" ? minuten(String(waarde)) - minuten(String(ander)) : vergelijk(telbaar(waarde), telbaar(ander));
  return Number.isNaN(verschil) ? [] : [[verschil, verschil], [0, 0]];
}

/** Is a known value on this side of the bound? False when the bound is unknown. */
export function houdt(maat, waarde, hoe, grens, van, feestdagen) {
  const [a, b] = naastElkaar(maat, waarde, grens, van, feestdagen);
  if (!a || !b) return false;
  if (hoe === "na" || hoe === "meer_dan") return a[0] > b[1];
  if (hoe === "voor" || hoe === "minder_dan") return a[1] < b[0];
  return hoe === "vanaf" ? a[1] >= b[0] : a[0] <= b[1];
}

/** The paths that a condition looks at. */
export function namen(c) {
  if (!Array.isArray(c)) return [];
  const [hoe, pad, , grens] = c;
  if (hoe === "en" || hoe === "of" || hoe === "niet") return c.slice(1).flatMap(namen);
  return [pad, vanuit(grens)].filter(Boolean);
}

function gelijk(waarde, waarden, alsGetal) {
  const een = alsGetal ? (a, b) => vergelijk(a, b) === 0 : (a, b) => a === b;
  return [waarde].flat().some((w) => waarden.some((ander) => een(w, ander)));
}

/** Does the condition hold? */
export function waar(c, van, feestdagen) {
  if (!Array.isArray(c)) return c ?? true;
  const [hoe, pad, wat, grens] = c;
  if (hoe === "en") return c.slice(1).every((deel) => waar(deel, van, feestdagen));
  if (hoe === "of") return c.slice(1).some((deel) => waar(deel, van, feestdagen));
  if (hoe === "niet") return !waar(pad, van, feestdagen);
  const waarde = van(pad);
  if (waarde === undefined) return false;
  if (hoe === "beantwoord") return !Array.isArray(waarde) || waarde.length > 0;
  if (hoe === "minimaal_tekens") return [...waarde].length >= wat;
  if (hoe === "is" || hoe === "is_niet") return gelijk(waarde, wat, grens === "g") === (hoe === "is");
  return houdt(wat, waarde, hoe, grens, van, feestdagen);
}
