// What to say about a fault: the own text of a question, or the text for its kind with its name and measures filled in:
// site/docs/plan.md, "De teksten". A text is a string, or one per language; then so is what comes out.
import { haal } from "./waarde.mjs";

const BIJVOORBEELD = { nl: "bijvoorbeeld", en: "for example" };
const GELIJK = /\{minimum\} (?:tot|to) (?=\{maximum\})/;

const inTaal = (tekst, taal) => (typeof tekst === "string" ? tekst : haal(tekst, taal) ?? haal(tekst, "nl") ?? "");

function woorden(m, code, taal, aantal) {
  const { minimum = 1, maximum = aantal || "", grootte = "", typen = [], voorbeeld } = m;
  return {
    naam: inTaal((code !== "verborgen" && m.kort) || m.naam, taal).replace(/[ ?.:]+$/, ""), minimum, maximum, grootte,
    typen: typen.map((t) => t.replace(/^[^/]*\//, "").toUpperCase()).join(", "),
    voorbeeld: voorbeeld ? `, ${haal(BIJVOORBEELD, taal) ?? BIJVOORBEELD.nl} ${voorbeeld}` : "",
  };
}

/** `m`: what the fault is at, with the measures of its kind; `aantal`: how many options it has. */
export function melding({ meldingen, talen }, m, code, aantal) {
  const eigen = haal(m.m, code);
  if (eigen !== undefined) return eigen;
  const tekst = haal(meldingen, `${code}/${m.soort ?? "stap"}`) ?? haal(meldingen, code) ?? "";
  const vul = (zin, taal) => {
    const per = woorden(m, code, taal, aantal);
    const kort = per.minimum === per.maximum ? zin.replace(GELIJK, "") : zin;
    return kort.replace(/\{(\w+)\}/g, (_, woord) => haal(per, woord) ?? "");
  };
  return typeof tekst === "string" ? vul(tekst, talen[0]) : Object.fromEntries(Object.entries(tekst).map(([taal, zin]) => [taal, vul(zin, taal)]));
}
