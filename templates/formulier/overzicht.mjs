// The answers of one step as a list to read: for checking before sending, and for the receipt.
import { bedien, kaleTekst, knop, label, maak } from "./dom.mjs";

const optie = (el) => kaleTekst(el.closest("label"));

function datum(delen, taal) {
  const [d, m, j] = delen;
  if (!d && !m) return j;
  const opties = { year: "numeric", month: "long", timeZone: "UTC", ...(d && { day: "numeric" }) };
  const dag = new Date(Date.UTC(+j, +m - 1, +(d || 1)));
  return Number.isNaN(+dag) ? delen.join("-") : new Intl.DateTimeFormat(taal === "nl" ? "nl-NL" : "en-GB", opties).format(dag);
}

/** What somebody filled in at one question, in words; "" when nothing. `el` is its wrapper or its control. */
export function waardeVan(el, taal = document.documentElement.lang) {
  if (!el) return "";
  const velden = el.matches("input,select,textarea") ? [el] : [...bedien(el)];
  const [eerste] = velden;
  if (!eerste) return "";
  if (eerste.type === "file") return [...eerste.files].map((f) => f.name).join("\n");
  if (/radio|checkbox/.test(eerste.type)) return velden.filter((v) => v.checked && !v.closest("label").hidden).map(optie).join("\n");
  if (eerste.tagName === "SELECT") return eerste.value && eerste.selectedOptions[0].text;
  const waarden = velden.map((v) => v.value.trim());
  if (!waarden.some(Boolean)) return "";
  if (eerste.name.endsWith(".dag")) return [datum(waarden.slice(0, 3), taal), waarden[3]].filter(Boolean).join(", ");
  return waarden.join(" ").replace(/ +/g, " ").trim();
}

const isBlad = (el) => !el.querySelector(".veld");

/** `wijzig` is called by the button beside the title; without it there is no button. */
export function overzicht(sectie, titel, teksten, wijzig) {
  const uit = maak("div", {}, maak("div", { class: "kopregel" }, maak("h3", { class: "utrecht-heading-3" }, titel),
    wijzig && knop(teksten.wijzig, wijzig, "subtle", { "aria-label": `${teksten.wijzig}: ${titel}` })));
  let waarin = null, lijst = null;
  for (const el of sectie.querySelectorAll(".veld")) {
    if (!isBlad(el) || el.closest("[hidden]:not(.stap)")) continue;
    const deel = el.parentNode.closest(".rij,.groep,section");
    if (deel !== waarin || !lijst) {
      const kop = deel.matches("section") ? null : kaleTekst(deel.querySelector("legend"));
      if (kop) uit.append(maak("h4", {}, kop));
      lijst = uit.appendChild(maak("dl", { class: "overzicht" }));
      waarin = deel;
    }
    lijst.append(maak("div", {}, maak("dt", {}, kaleTekst(label(el))), maak("dd", {}, waardeVan(el) || teksten.leeg)));
  }
  if (!lijst) uit.append(maak("p", { class: "utrecht-paragraph" }, teksten.geen_vragen));
  return uit;
}
