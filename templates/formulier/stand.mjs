// What is filled in now, what it means, and the page made to follow it.
import { $, kaleTekst, label } from "./dom.mjs";
import { lees } from "./lezen.mjs";
import { beoordeel, maten } from "./oordeel.mjs";
import { waardeVan } from "./overzicht.mjs";
import { omschrijf } from "./verzenden.mjs";

/** Everything in the form by name, in order, also what is not shown or empty. */
export function items(form) {
  const uit = new Map();
  for (const el of form.elements) {
    if (!el.name) continue;
    const waarden = uit.get(el.name) ?? [];
    if (el.type === "file") waarden.push(...[...el.files].map(omschrijf));
    else if (!/radio|checkbox/.test(el.type) || el.checked) waarden.push(el.value);
    uit.set(el.name, waarden);
  }
  return uit;
}

const CODES = ["keuze", "keuzes"];

/** Adds to the plan what already stands in the page: options, names, and the texts of stops. */
export function aanvullen(plan, velden, basis) {
  for (const v of velden ?? []) {
    const id = `${basis}-${v.id}`, el = $(`v-${id}`), lijst = $(id)?.getAttribute("list");
    if (lijst) v.lijst = lijst;
    else if (el && !v.open && CODES.includes(maten(plan, v).vorm)) {
      v.opties ??= [...el.querySelectorAll("input,option")].filter((o) => o.value).map((o) => ({ code: o.value }));
    }
    if (el && v.soort !== "info") v.naam ??= kaleTekst(label(el), true).replace(/[ ?.:]+$/, "");
    if (v.soort === "herhaling") v.nogEen = el.querySelector("summary")?.textContent;
    aanvullen(plan, v.velden, v.soort === "herhaling" ? `${id}-0` : id);
  }
}

/** Fetches the long lists, and gives their names to the questions and to the browser that offers them. */
export async function haalLijsten(velden, kast = new Map()) {
  for (const v of velden) {
    if (v.velden) await haalLijsten(v.velden, kast);
    if (!v.lijst) continue;
    if (!kast.has(v.lijst)) {
      const el = $(v.lijst), { codes, labels } = await (await fetch(el.dataset.bron)).json();
      el.replaceChildren(...labels.map((naam) => new Option(naam, naam)));
      kast.set(v.lijst, codes.map((code, i) => ({ code, naam: labels[i] })));
    }
    v.opties = kast.get(v.lijst);
  }
}

function zetVerplicht(el, moet) {
  const optioneel = label(el)?.querySelector(":scope>.optioneel,:scope>span>.optioneel");
  if (!optioneel || optioneel.hidden === moet) return;
  optioneel.hidden = moet;
  const drager = el.querySelector("[role=radiogroup]") ?? $(el.id.slice(2));
  if (moet) drager?.setAttribute("aria-required", "true");
  else drager?.removeAttribute("aria-required");
}

function zetOptie(el, code, aan) {
  const optie = el?.querySelector(`[value="${code}"]`);
  if (!optie) return;
  (optie.closest("label") ?? optie).hidden = !aan;
  if (optie.tagName === "OPTION") optie.disabled = !aan;
}

const vandaag = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format();

/** Judges what is filled in and shows what it asks for. Gives the verdict, with `plek(pad)`: the id in the page. */
export function bijwerken(form, plan) {
  const { antwoorden, plekken } = lees(plan, items(form), true);
  const stand = beoordeel(plan, antwoorden, { vandaag: vandaag(), ...plan.omstandigheden }, { snoei: true });
  stand.plek = (pad) => plekken.get(pad) ?? pad.replace(/[.[]/g, "-").replaceAll("]", "");
  stand.stappen = plan.stappen.map((s) => s.id).filter((id) => stand.getoond.has(id));
  const getoond = new Set([...stand.getoond].map(stand.plek)), moet = new Set(stand.verplicht.map(stand.plek));
  for (const el of form.querySelectorAll("[id^=v-]:not(.stap)")) {
    const id = el.id.slice(2), aan = getoond.has(id) || el.dataset.deel !== undefined;
    if (el.hidden === aan) el.hidden = !aan;
    if (el.matches(".veld")) zetVerplicht(el, moet.has(id));
  }
  for (const [[pad, code], aan] of stand.opties) zetOptie($(`v-${stand.plek(pad)}`), code, aan);
  for (const el of form.querySelectorAll("[data-waarde]")) {
    const id = el.dataset.waarde.replaceAll(".", "-");
    el.textContent = waardeVan($(`v-${id}`)) || el.dataset.kort;
  }
  return stand;
}
