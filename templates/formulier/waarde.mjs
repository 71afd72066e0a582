// What is wrong with one answer by itself. An answer has one of a few shapes; what a kind of question makes of a shape
// (its lengths, patterns, parts) stands in the plan: site/docs/plan.md, "De vormen".
import { vergelijk } from "./getal.mjs";
import { leesDatum } from "./moment.mjs";

/** The own member of an object: an answer or a question may be named `constructor`. */
export const haal = (o, sleutel) => (o && typeof o === "object" && Object.hasOwn(o, sleutel) ? o[sleutel] : undefined);

export const isObject = (w) => w !== null && typeof w === "object" && !Array.isArray(w);

const gemaakt = new Map();

/** The same expression is made once. The plan holds the inside of classes and whole patterns. */
function regex(bron, vlag = "u") {
  const sleutel = vlag + bron;
  if (!gemaakt.has(sleutel)) gemaakt.set(sleutel, new RegExp(bron, vlag));
  return gemaakt.get(sleutel);
}

const past = (patroon, t) => regex(`^(?:${patroon})$`).test(t);
const lengte = (t) => [...t].length;
const binnen = (n, { minimum = 0, maximum = Infinity }) => n >= minimum && n <= maximum;

/** Nothing to see. */
export const isLeeg = (t, tekens) => regex(`^[${tekens.leeg}]*$`).test(t);

/** Blanks: taken off both ends of a text, or out of it; and what parts lines, as spaces. */
export const leegte = {
  rand: (t, { leeg }) => t.replace(regex(`^[${leeg}]+`), "").replace(regex(`[${leeg}]+$`), ""),
  weg: (t, { leeg }) => t.replace(regex(`[${leeg}]`, "gu"), ""),
  regels: (t, { regel }) => t.replace(regex(`[${regel}]`, "gu"), " "),
};

/** Half a pair (a lone surrogate) is no character, whatever the plan says. */
const heeftVerboden = (t, tekens, regels) => regex(`[${tekens.besturing}${regels ? "" : tekens.regel}\\p{Cs}]`).test(t);

function elfproef(t) {
  return +t > 0 && [...t].reduce((som, c, i) => som + c * (i < 8 ? 9 - i : -1), 0) % 11 === 0;
}

const rest97 = (cijfers) => [...cijfers].reduce((rest, c) => (rest * 10 + +c) % 97, 0);

/** How long an account number is in the countries of SEPA; elsewhere it may have any length. */
const LANDEN = "AD24AT20BE16BG22CH21CY28CZ24DE22DK18EE20ES24FI18FR27GB22GI23GR27HR21HU28IE22IS26IT27LI21LT20LU20LV21MC27MT31NL18NO15PL28PT25RO24SE24SI19SK24SM27VA22";

function proef97(t) {
  const land = LANDEN.indexOf(t.slice(0, 2)), controle = +t.slice(2, 4);
  if (land >= 0 && t.length !== +LANDEN.slice(land + 2, land + 4)) return false;
  return controle > 1 && controle < 99 && rest97([...t.slice(4) + t.slice(0, 4)].map((c) => parseInt(c, 36)).join("")) === 1;
}

const PROEF = { "11-proef": elfproef, "97-proef": proef97 };

function tekst(t, m, tekens) {
  if (typeof t !== "string") return "soort";
  if (isLeeg(t, tekens) || !binnen(lengte(t), m)) return "lengte";
  if (heeftVerboden(t, tekens, m.regels) || t !== t.normalize("NFC") || (m.patroon && !past(m.patroon, t))) return "patroon";
  return m.proef && !PROEF[m.proef](t) ? "proef" : "";
}

function grenzen(t, { minimum, maximum }) {
  if (minimum !== undefined && vergelijk(t, minimum) < 0) return "minimum";
  return maximum !== undefined && vergelijk(t, maximum) > 0 ? "maximum" : "";
}

const getal = (t, m) => (Number.isInteger(t) ? grenzen(t, m) : "soort");

function decimaal(t, m) {
  if (typeof t !== "string") return "soort";
  const [, teken, achter = ""] = /^(-?)(?:0|[1-9]\d{0,8})(?:\.(\d+))?$/.exec(t) ?? [];
  const goed = teken !== undefined && binnen(achter.length, { minimum: m.decimalen_minstens, maximum: m.decimalen ?? 0 });
  return goed && !/^-[0.]+$/.test(t) ? grenzen(t, m) : "patroon";
}

const isTijd = (t) => t.slice(0, 2) < "24" && t.slice(3) < "60";
const DEEL = {
  dag: [/^\d{4}-\d\d-\d\d$/, leesDatum],
  tijd: [/^\d\d:\d\d$/, isTijd],
  dagtijd: [/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, (t) => leesDatum(t.slice(0, 10)) && isTijd(t.slice(11))],
};

function moment(t, { deel, onvolledig }) {
  if (typeof t !== "string") return "soort";
  const [vorm, bestaat] = DEEL[deel];
  if (!(onvolledig ? /^\d{4}(-\d\d){0,2}$/ : vorm).test(t)) return "patroon";
  return bestaat(t) ? "" : "datum";
}

function keuze(t, m, tekens, mag) {
  if (typeof t !== "string") return "soort";
  return mag(t) ? "" : "keuze";
}

const dubbel = (rij) => (new Set(rij).size < rij.length ? ["dubbel"] : []);
const aantal = (rij, m) => (binnen(rij.length, m) ? [] : ["aantal"]);

function keuzes(t, m, tekens, mag) {
  if (!Array.isArray(t) || t.some((code) => typeof code !== "string")) return "soort";
  return [...dubbel(t), ...aantal(t, m), ...(t.every(mag) ? [] : ["keuze"])];
}

function delen(t, m, tekens) {
  if (!isObject(t)) return "soort";
  const per = m.delen.map((d) => [`.${d.id}`, Object.hasOwn(t, d.id) ? tekst(t[d.id], d, tekens) : d.verplicht && "verplicht"]);
  const vreemd = Object.keys(t).filter((id) => !m.delen.some((d) => d.id === id));
  return [...per, ...vreemd.map((id) => [`.${id}`, "onbekend"])];
}

const BESTAND = ["id", "naam", "mediatype", "sha256"];

function bestand(b, m, tekens) {
  const eigen = isObject(b) && Object.keys(b).length === 5 && Number.isInteger(haal(b, "grootte"));
  if (!eigen || BESTAND.some((naam) => typeof haal(b, naam) !== "string")) return "soort";
  const goed = Object.entries(m.vormen).every(([naam, patroon]) => past(patroon, b[naam]))
    && !isLeeg(b.naam, tekens) && !heeftVerboden(b.naam, tekens) && lengte(b.naam) <= m.naamlengte
    && (!m.typen || m.typen.includes(b.mediatype)) && binnen(b.grootte, { minimum: 1, maximum: m.grootte * m.mb || Infinity });
  return goed ? "" : "bestand";
}

function bestanden(t, m, tekens) {
  if (!Array.isArray(t)) return "soort";
  const ids = t.map((b) => haal(b, "id")).filter((id) => typeof id === "string");
  return [...aantal(t, m), ...t.map((b, i) => [`[${i}]`, bestand(b, m, tekens)]), ...dubbel(ids)];
}

const VORM = { tekst, getal, decimaal, moment, keuze, keuzes, delen, bestanden, waar: (t, m) => (m.waarden.includes(t) ? "" : "soort") };

/** [[what comes behind the path of the question, code], ...]; empty when nothing is wrong. `m`: the question with the measures
 *  of its kind; `mag(code)`: may this code be chosen now? */
export function gebreken(m, waarde, tekens, mag) {
  return [VORM[m.vorm](waarde, m, tekens, mag)].flat().map((een) => (Array.isArray(een) ? een : ["", een])).filter(([, code]) => code);
}
