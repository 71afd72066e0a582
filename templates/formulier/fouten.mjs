// Faults in the page: at their question, and in a list above the form that takes the focus.
import { $, bedien, label, maak, naar, vul } from "./dom.mjs";

/** Takes every fault out of the page. */
export function wis(form) {
  $("fouten")?.remove();
  for (const el of form.querySelectorAll(".utrecht-form-field-error-message")) el.remove();
  for (const el of form.querySelectorAll(".utrecht-form-field--invalid")) el.classList.remove("utrecht-form-field--invalid");
  for (const el of form.querySelectorAll("[aria-invalid]")) el.removeAttribute("aria-invalid");
  for (const el of form.querySelectorAll("[aria-describedby*='f-']")) {
    const rest = el.getAttribute("aria-describedby").split(" ").filter((id) => !id.startsWith("f-"));
    if (rest.length) el.setAttribute("aria-describedby", rest.join(" "));
    else el.removeAttribute("aria-describedby");
  }
}

/** The wrapper of what a fault is about: its own, or the nearest around it. */
function houder(id) {
  for (; id; id = id.slice(0, Math.max(id.lastIndexOf("-"), 0))) if ($(`v-${id}`)) return $(`v-${id}`);
  return null;
}

function bijVraag(el, tekst) {
  const id = el.id.slice(2), drager = el.querySelector(`:scope>fieldset,:scope>[id='${id}'],:scope>label>input`);
  if (!el.matches(".veld") || !drager || $(`f-${id}`)) return;
  const fout = maak("p", { class: "utrecht-form-field-error-message", id: `f-${id}` }, tekst);
  el.classList.add("utrecht-form-field--invalid");
  const na = $(`t-${id}`) ?? label(el);
  if (na.matches(".optie")) el.prepend(fout);
  else na.after(fout);
  drager.setAttribute("aria-describedby", [drager.getAttribute("aria-describedby"), fout.id].filter(Boolean).join(" "));
  const kinderen = drager.matches("fieldset:not([role]),.herhaling");
  for (const doel of !kinderen ? [drager] : drager.querySelector(".veld") ? [] : bedien(drager)) doel.setAttribute("aria-invalid", "true");
}

/** Where the link of a fault goes: the chosen or first control of a question, or the text itself. */
function doelIn(el) {
  const doel = el.matches(".veld") && (el.querySelector("input:checked:not([type=hidden])") ?? bedien(el)[0]);
  if (!doel) el.tabIndex = -1;
  return doel || el;
}

/** Shows faults [{pad, melding}]; `plek(pad)` gives the id in the page. */
export function toonFouten(form, fouten, plek, { talen: [taal], teksten: T }) {
  wis(form);
  const regels = fouten.map(({ pad, melding }) => {
    const el = houder(plek(pad)), tekst = melding?.[taal] ?? melding?.nl ?? (melding || (el?.matches(".utrecht-alert") && el.lastElementChild.lastElementChild.textContent) || T.klopt_niet);
    if (!el) return maak("li", {}, tekst);
    bijVraag(el, `${T.fout}: ${tekst}`);
    const doel = doelIn(el);
    return maak("li", {}, maak("a", { class: "utrecht-link utrecht-link--html-a", href: `#${doel.id}`, doe: (e) => { e.preventDefault(); naar(doel, el); } }, tekst));
  });
  bericht(form, fouten.length === 1 ? T.een_fout : vul(T.fouten, { n: fouten.length }), maak("ul", {}, regels));
  document.title = `${T.fout}: ${document.title}`;
}

/** Something that went wrong, above the form; it takes the focus. */
export function bericht(form, kop, ...inhoud) {
  $("fouten")?.remove();
  const el = maak("div", { id: "fouten", class: "utrecht-alert utrecht-alert--error", role: "group", tabindex: -1, "aria-labelledby": "l-fouten" },
    maak("div", { class: "utrecht-alert__message" }, maak("h2", { class: "utrecht-heading-2", id: "l-fouten" }, kop), ...inhoud));
  form.before(el);
  naar(el);
}
