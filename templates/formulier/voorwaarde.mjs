// Conditions of the plan: true, false, ["en", ...], ["of", ...], ["niet", c] or a comparison
// [hoe, pad, ...]. A comparison with something unknown is false. The twin of catalogue/voorwaarde.py.
import { leesDatum, schuif } from "./moment.mjs";
import { vergelijkDecimaal } from "./soorten.mjs";

const minuten = (t) => +t.slice(0, 2) * 60 + +t.slice(3, 5);

/** A date, partial date, or date and time as its first and last minute. */
function tijdvak(tekst) {
  const dagen = leesDatum(tekst.slice(0, 10));
  if (!dagen) return null;
  if (tekst.includes("T")) return [dagen[0] * 1440 + minuten(tekst.slice(11)), dagen[0] * 1440 + minuten(tekst.slice(11))];
  return [dagen[0] * 1440, dagen[1] * 1440 + 1439];
}

/** A bound is a literal, or [basis, aantal, eenheid, uitloop]. */
function grenswaarde(grens, van) {
  return Array.isArray(grens) ? van(grens[0]) : grens;
}

function vak(grens, van, feestdagen) {
  const basis = grenswaarde(grens, van);
  const uit = typeof basis === "string" ? tijdvak(basis) : null;
  if (!uit || !Array.isArray(grens) || !grens[1]) return uit;
  return uit.map((p) => schuif(Math.floor(p / 1440), grens[1], grens[2], grens[3], feestdagen) * 1440 + (((p % 1440) + 1440) % 1440));
}

const telbaar = (w) => String(Array.isArray(w) ? w.length : w);

/** Is a known value on this side of the bound? `als` is "d" (day), "t" (time) or "g" (number). */
export function houdt(als, waarde, hoe, grens, van, feestdagen) {
  let a, b;
  if (als === "d") [a, b] = [tijdvak(waarde), vak(grens, van, feestdagen)];
  else {
    const ander = grenswaarde(grens, van);
    if (ander === undefined || ander === null) return false;
    const v = als === "t" ? minuten(waarde) - minuten(ander) : vergelijkDecimaal(telbaar(waarde), telbaar(ander));
    [a, b] = [[v, v], [0, 0]];
  }
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
  return Array.isArray(grens) && grens[0] !== "vandaag" ? [pad, grens[0]] : [pad];
}

/** Does the condition hold? `van(pad)` gives the known value at a path, or undefined. */
export function waar(c, van, feestdagen) {
  if (c === undefined || typeof c === "boolean") return c ?? true;
  const [hoe, ...rest] = c;
  if (hoe === "en") return rest.every((d) => waar(d, van, feestdagen));
  if (hoe === "of") return rest.some((d) => waar(d, van, feestdagen));
  if (hoe === "niet") return !waar(rest[0], van, feestdagen);
  const [pad, wat, grens] = rest, waarde = van(pad);
  if (waarde === undefined || waarde === null) return false;
  if (hoe === "beantwoord") return true;
  if (hoe === "minimaal_tekens") return [...waarde].length >= wat;
  if (hoe === "is" || hoe === "is_niet") return [waarde].flat().some((w) => wat.includes(w)) === (hoe === "is");
  return houdt(wat, waarde, hoe, grens, van, feestdagen);
}
