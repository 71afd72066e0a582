// Sending: one multipart request with the answers as JSON and the files beside it, to the same
// address as the plain form post; the receipt when it was kept, the faults when it was not.
import { $, alinea, knop, maak, vul } from "./dom.mjs";

const bestanden = new WeakMap();

/** A File as the contract describes it; the same file keeps its id. sha256 comes when it is sent. */
export function omschrijf(bestand) {
  if (!bestanden.has(bestand)) {
    bestanden.set(bestand, { id: crypto.randomUUID(), naam: bestand.name, mediatype: bestand.type || "application/octet-stream", grootte: bestand.size, sha256: "0".repeat(64) });
  }
  return bestanden.get(bestand);
}

const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, "0")).join("");

async function pak(form, antwoorden) {
  const lading = new FormData(), gezien = new Set(JSON.stringify(antwoorden).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)), per = new Map();
  const mee = [...form.querySelectorAll("input[type=file]")].flatMap((el) => [...el.files]).filter((f) => gezien.has(omschrijf(f).id));
  for (const f of mee) per.set(omschrijf(f).id, { ...omschrijf(f), sha256: hex(await crypto.subtle.digest("SHA-256", await f.arrayBuffer())) });
  // The answers may hold copies of what describes a file, so its sum is put in as they are written.
  lading.append("antwoorden", new Blob([JSON.stringify(antwoorden, (_, w) => per.get(w?.id) ?? w)], { type: "application/json" }), "antwoorden.json");
  for (const f of mee) lading.append(omschrijf(f).id, f, f.name);
  return lading;
}

/** The same number for a second try of the same submission, so that the receiver keeps it once. */
function nummer(sleutel) {
  let n = null;
  try { n = sessionStorage.getItem(`${sleutel}:nummer`); } catch { /* then a new one each time */ }
  n ??= crypto.randomUUID();
  try { sessionStorage.setItem(`${sleutel}:nummer`, n); } catch { /* as above */ }
  return n;
}

/** {ontvangen} when kept, {fouten} when refused, {uitleg} when it could not be sent. */
export async function verstuur(form, plan, antwoorden, sleutel) {
  if (!globalThis.isSecureContext) { form.submit(); return new Promise(() => {}); }
  try {
    const antwoord = await fetch(form.action, {
      method: "POST",
      body: await pak(form, antwoorden),
      headers: { Accept: "application/json, application/problem+json", "Accept-Language": plan.talen[0], "Idempotency-Key": nummer(sleutel) },
    });
    const inhoud = await antwoord.json().catch(() => ({}));
    if (antwoord.ok && inhoud.kenmerk) {
      sessionStorage.removeItem(`${sleutel}:nummer`);
      return { ontvangen: inhoud };
    }
    return { fouten: inhoud.fouten };
  } catch {
    return {};
  }
}

/** Puts the receipt in the place of the form; gives the heading that takes the focus. */
export function ontvangst(plan, teksten, { kenmerk, ontvangenOp }, delen) {
  const kop = maak("h1", { class: "utrecht-heading-1", tabindex: -1 }, teksten.ontvangen);
  const tijd = new Intl.DateTimeFormat(plan.talen[0] === "nl" ? "nl-NL" : "en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Amsterdam" });
  const wanneer = tijd.format(ontvangenOp ? new Date(ontvangenOp) : new Date());
  $("inhoud").replaceChildren(kop,
    maak("div", { class: "utrecht-alert utrecht-alert--ok" }, maak("div", { class: "utrecht-alert__message" },
      alinea(`${plan.naam}. ${vul(teksten.ontvangen_op, { tijd: wanneer })}`), alinea(teksten.kenmerk, " ", maak("strong", { id: "kenmerk" }, kenmerk)))),
    ...plan.ontvangen.map((t) => alinea(t)), alinea(teksten.bewaar),
    maak("p", { class: "knoppen" }, knop(teksten.afdrukken, () => print(), "secondary-action")),
    maak("h2", { class: "utrecht-heading-2" }, teksten.kopie), ...delen);
  return kop;
}
