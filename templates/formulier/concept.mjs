// A draft for as long as the window is open: in sessionStorage, without BSNs and without files.
// Never localStorage: the next person at the library would find it.
import { $, alinea, knop, maak } from "./dom.mjs";
import { items } from "./stand.mjs";

export class Concept {
  constructor(form, plan) {
    this.form = form;
    this.sleutel = `${plan.dienst}:${plan.versie}:${plan.rol}`;
    this.geheim = new Set(plan.geheim);
    this.aan = true;
  }

  bewaar(nu) {
    if (!this.aan) return;
    const mag = ([naam]) => !this.geheim.has(naam.replace(/\.\d+(?=\.)/g, ""));
    const waarden = [...items(this.form)].filter(mag).map(([naam, w]) => [naam, w.filter((x) => typeof x === "string")]);
    try { sessionStorage.setItem(this.sleutel, JSON.stringify({ waarden, nu })); } catch { /* no room or not allowed: no draft */ }
  }

  lees() {
    try { return JSON.parse(sessionStorage.getItem(this.sleutel)); } catch { return null; }
  }

  wis() {
    try { sessionStorage.removeItem(this.sleutel); } catch { /* then there is none */ }
  }

  /** Puts the values of a draft in the page; the rows are already there. */
  zet(waarden) {
    const per = new Map(waarden);
    for (const el of this.form.elements) {
      const w = /file|hidden/.test(el.type) ? null : per.get(el.name);
      if (w && /radio|checkbox/.test(el.type)) el.checked = w.includes(el.value);
      else if (w) el.value = w[0] ?? "";
    }
  }
}

/** Offers a draft; until the choice is made nothing is kept. */
export function biedAan(form, T, verder, opnieuw) {
  const kies = (doe) => () => { $("concept").remove(); doe(); };
  form.before(maak("div", { id: "concept", class: "utrecht-alert utrecht-alert--info" }, maak("div", { class: "utrecht-alert__message" },
    maak("h2", { class: "utrecht-heading-2" }, T.concept), alinea(T.concept_uitleg),
    maak("div", { class: "utrecht-button-group" }, knop(T.ga_verder, kies(verder), "primary-action"), knop(T.opnieuw, kies(opnieuw), "secondary-action")))));
}
