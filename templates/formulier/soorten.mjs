// What is wrong with one value by itself, per kind of question: the twin of catalogue/velden/.
import { leesDatum } from "./moment.mjs";

const past = (patroon, t) => new RegExp(`^(?:${patroon})$`).test(t);
const isTekst = (t) => /[^ \t\r\n]/.test(t);
const lengte = (t) => [...t].length;
const mag = (eerste, code) => (eerste ? [] : [["", code]]);

function bsn(t) {
  const som = [...t].reduce((s, c, i) => s + c * (i < 8 ? 9 - i : -1), 0);
  return +t > 0 && som % 11 === 0;
}

// Length of an IBAN by country in the SEPA area; elsewhere 15 to 34.
const IBAN = "AD24AT20BE16BG22CH21CY28CZ24DE22DK18EE20ES24FI18FR27GB22GI23GR27HR21HU28IE22IS26IT27LI21LT20LU20LV21MC27MT31NL18NO15PL28PT25RO24SE24SI19SK24SM27VA22";

function iban(t) {
  const plek = IBAN.search(t.slice(0, 2)), controle = +t.slice(2, 4);
  if (controle < 2 || controle > 98 || (plek >= 0 && t.length !== +IBAN.slice(plek + 2, plek + 4))) return false;
  const cijfers = [...(t.slice(4) + t.slice(0, 4))].map((c) => parseInt(c, 36)).join("");
  return [...cijfers].reduce((rest, c) => (rest * 10 + +c) % 97, 0) === 1;
}

const VORM = {
  bsn: ["[0-9]{9}", 9, bsn],
  postcode: ["[1-9][0-9]{3}[A-Z]{2}", 6],
  email: ["[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}", 254],
  telefoon: ["\\+?[0-9]{8,15}", 16],
  iban: ["[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", 34, iban],
  kenteken: ["[A-Z0-9]{6}", 6],
  kvk: ["[0-9]{8}", 8],
};
const ADRES = {
  postcode: [6, VORM.postcode[0], 1], huisnummer: [5, "[1-9][0-9]{0,4}", 1], huisletter: [1, "[A-Za-z]"],
  toevoeging: [4, "[A-Za-z0-9-]{1,4}"], straat: [80], plaats: [80],
};
const DAG = "[0-9]{4}-[0-9]{2}-[0-9]{2}", TIJD = "[0-9]{2}:[0-9]{2}";
const isTijd = (t) => t.slice(0, 2) < "24" && t.slice(3) < "60";

function vormveld([patroon, , proef], t, max) {
  if (typeof t !== "string") return [["", "soort"]];
  if (!isTekst(t) || lengte(t) > max) return [["", "lengte"]];
  if (!past(patroon, t)) return [["", "patroon"]];
  return mag(!proef || proef(t), "proef");
}

function tekst(v, t) {
  if (typeof t !== "string") return [["", "soort"]];
  const n = lengte(t), m = maten(v);
  if (!isTekst(t) || n < m.minimum || n > m.maximum) return [["", "lengte"]];
  return mag(!v.patroon || past(v.patroon, t), "patroon");
}

/** The measures that a kind has by itself. */
const STANDAARD = {
  tekst: [1, 200], tekstvlak: [1, 1000], meerkeuze: [1], upload: [1, 1], getal: [0, 999999999], bedrag: ["0.00", "999999999.99"],
};

/** Smallest and largest, as the question or its kind says. */
export function maten(v) {
  const [minimum, maximum] = STANDAARD[v.soort] ?? [1, VORM[v.soort]?.[1]];
  return { minimum: v.minimum ?? minimum, maximum: v.maximum ?? maximum };
}

/** Compares two decimal texts exactly; a binary fraction could not. */
export function vergelijkDecimaal(a, b) {
  const deel = (t) => { const [h, f = ""] = String(t).split("."); return BigInt(h + f.padEnd(4, "0")); };
  const x = deel(a), y = deel(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

function decimaal(v, t, patroon) {
  if (typeof t !== "string") return [["", "soort"]];
  if (!past(patroon, t) || /^-0(\.0+)?$/.test(t)) return [["", "patroon"]];
  return grenzen(v, t);
}

function grenzen(v, t) {
  const m = maten(v);
  if (vergelijkDecimaal(t, m.minimum) < 0) return [["", "minimum"]];
  return mag(vergelijkDecimaal(t, m.maximum) <= 0, "maximum");
}

function getal(v, t) {
  if (v.decimalen) return decimaal(v, t, `-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,${v.decimalen}})?`);
  return Number.isInteger(t) ? grenzen(v, BigInt(t)) : [["", "soort"]];
}

function moment(patroon, bestaat, t) {
  if (typeof t !== "string") return [["", "soort"]];
  if (!past(patroon, t)) return [["", "patroon"]];
  return mag(bestaat(t), "datum");
}

function adres(t) {
  if (!t || typeof t !== "object" || Array.isArray(t)) return [["", "soort"]];
  const uit = [];
  for (const [naam, [max, patroon, verplicht]] of Object.entries(ADRES)) {
    const w = t[naam];
    if (w === undefined) { if (verplicht) uit.push([naam, "verplicht"]); continue; }
    if (typeof w !== "string") uit.push([naam, "soort"]);
    else if (!isTekst(w) || lengte(w) > max) uit.push([naam, "lengte"]);
    else if (patroon && !past(patroon, w)) uit.push([naam, "patroon"]);
  }
  for (const naam of Object.keys(t)) if (!Object.hasOwn(ADRES, naam)) uit.push([naam, "onbekend"]);
  return uit;
}

function meerkeuze(v, t) {
  if (!Array.isArray(t) || !t.every((c) => typeof c === "string")) return [["", "soort"]];
  const uit = mag(new Set(t).size === t.length, "dubbel");
  const m = maten(v);
  if (t.length < m.minimum || t.length > (m.maximum ?? Infinity)) uit.push(["", "aantal"]);
  return uit;
}

function bestand(v, b) {
  const sleutels = ["grootte", "id", "mediatype", "naam", "sha256"];
  if (!b || typeof b !== "object" || Object.keys(b).sort().join() !== sleutels.join()) return "soort";
  if (!Number.isInteger(b.grootte) || sleutels.some((k) => k !== "grootte" && typeof b[k] !== "string")) return "soort";
  const goed = past("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", b.id) && past("[0-9a-f]{64}", b.sha256)
    && isTekst(b.naam) && lengte(b.naam) <= 200 && v.typen.includes(b.mediatype)
    && b.grootte >= 1 && b.grootte <= v.grootte * 1e6;
  return goed ? null : "bestand";
}

function upload(v, t) {
  if (!Array.isArray(t)) return [["", "soort"]];
  const m = maten(v), uit = mag(t.length >= m.minimum && t.length <= m.maximum, "aantal");
  t.forEach((b, i) => { const code = bestand(v, b); if (code) uit.push([`[${i}]`, code]); });
  const ids = t.map((b) => b?.id).filter((id) => typeof id === "string");
  if (new Set(ids).size !== ids.length) uit.push(["", "dubbel"]);
  return uit;
}

const KEUREN = {
  tekst, tekstvlak: tekst, getal, meerkeuze, upload,
  bedrag: (v, t) => decimaal(v, t, "-?(0|[1-9][0-9]{0,8})\\.[0-9]{2}"),
  "ja-nee": (v, t) => mag(typeof t === "boolean", "soort"),
  akkoord: (v, t) => mag(t === true, "soort"),
  keuze: (v, t) => mag(typeof t === "string", "soort"),
  datum: (v, t) => moment(v.onvolledig ? `${DAG}|[0-9]{4}(-[0-9]{2})?` : DAG, leesDatum, t),
  tijd: (v, t) => moment(TIJD, isTijd, t),
  datumtijd: (v, t) => moment(`${DAG}T${TIJD}`, (x) => leesDatum(x.slice(0, 10)) && isTijd(x.slice(11)), t),
  adres: (v, t) => adres(t),
};

/** [[path below the question, code], ...] for one value; empty when nothing is wrong with it. */
export function gebreken(v, waarde) {
  return VORM[v.soort] ? vormveld(VORM[v.soort], waarde, maten(v).maximum) : KEUREN[v.soort](v, waarde);
}
