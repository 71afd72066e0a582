// Small helpers for the page. Nothing here or elsewhere makes markup from text (Trusted Types).

export const $ = (id) => document.getElementById(id);

export function maak(naam, eigenschappen = {}, ...kinderen) {
  const el = document.createElement(naam);
  for (const [k, w] of Object.entries(eigenschappen)) {
    if (k === "doe") el.addEventListener("click", w);
    else if (w !== undefined && w !== false) el.setAttribute(k, w === true ? "" : w);
  }
  el.append(...kinderen.flat().filter((k) => k !== null && k !== undefined && k !== ""));
  return el;
}

export const knop = (tekst, doe, soort = "subtle", extra = {}) =>
  maak("button", { type: "button", class: `utrecht-button utrecht-button--html-button utrecht-button--${soort}`, doe, ...extra }, tekst);

export const alinea = (...tekst) => maak("p", { class: "utrecht-paragraph" }, ...tekst);

/** "{n} van {m}" with its places filled. */
export const vul = (tekst, waarden) => tekst.replace(/\{(\w+)\}/g, (heel, k) => waarden[k] ?? heel);

export const bedien = (el) => el.querySelectorAll("input:not([type=hidden]),select,textarea");

/** What names a question: its label, legend or heading. */
export const label = (el) => el.querySelector("h3,legend,label");

/** Moves there in one jump: the whole of it in view, and the focus on it. */
export function naar(el, zicht = el) {
  el.focus({ preventScroll: true });
  zicht.scrollIntoView();
}

/** The words of a label or legend without "(niet verplicht)" and the like; with `kort` what an answer in it is called. */
export function kaleTekst(el, kort = false) {
  const kopie = el.cloneNode(true);
  for (const plek of kort ? kopie.querySelectorAll("[data-kort]") : []) plek.textContent = plek.dataset.kort;
  for (const weg of kopie.querySelectorAll(".optioneel,.als,.uitleg,.teller")) weg.remove();
  return kopie.textContent.trim();
}
