// From the data of JSON Forms to the answers as they are sent. JSON Forms keeps the answer of what it hides, makes no group before
// something is filled in, and knows no difference between empty and unanswered. Here what is empty goes, every step, group and list is
// made, and the judge of the form leaves out what does not apply.
import { beoordeel, maten, vraagtIets } from "../formulier/oordeel.mjs";
import { haal, isLeeg, isObject } from "../formulier/waarde.mjs";

/** `plan` is plan.json; `omstandigheden` holds at least `vandaag` (JJJJ-MM-DD). Who is logged in stands in the data. */
export function opschonen(plan, data, omstandigheden) {
  const om = { indiener: haal(data, "indiener"), ...omstandigheden }, rol = om.rol ?? "indiener";
  const stappen = plan.stappen.filter((s) => (s.door ?? "indiener") === rol);
  return beoordeel(plan, inhoud(plan, stappen, data), om, { snoei: true }).antwoorden;
}

function inhoud(plan, velden, hier) {
  const paren = velden.filter((v) => v.velden ? vraagtIets(v.velden) : v.soort !== "info").map((v) => [v.id, deel(plan, v, haal(hier, v.id))]);
  return Object.fromEntries(paren.filter(([, waarde]) => waarde !== undefined));
}

function deel(plan, v, waarde) {
  if (v.soort === "herhaling") return (Array.isArray(waarde) ? waarde : []).map((rij) => inhoud(plan, v.velden, rij));
  return v.velden ? inhoud(plan, v.velden, waarde) : antwoord(maten(plan, v), waarde, plan.tekens);
}

/** undefined for what is no answer: nothing, blanks, an empty list, an object of nothing, a tick that is not set. */
function antwoord(m, waarde, tekens) {
  if (isObject(waarde)) {
    const delen = Object.entries(waarde).filter(([, w]) => antwoord({}, w, tekens) !== undefined);
    return delen.length ? Object.fromEntries(delen) : undefined;
  }
  const leeg = typeof waarde === "string" ? isLeeg(waarde, tekens) : Array.isArray(waarde) && !waarde.length;
  return leeg || waarde === null || (m.waarden && waarde === false && !m.waarden.includes(false)) ? undefined : waarde;
}
