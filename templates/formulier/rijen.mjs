// Rows of a repeat: the first row that came with the page is the template for more.
import { $, bedien, kaleTekst, knop, maak, naar, vul } from "./dom.mjs";

/** Gives everything in a row its place: ids "stap-rij-2-veld", names "stap.rij.2.veld". */
function nummer(rij, basis, nr) {
  const [van, naar] = [rij.id.slice(2), `${basis}-${nr}`];
  const id = new RegExp(`(^|[ #]|[a-z]-)${van}(?=-|$| )`, "g");
  const punten = [van, naar].map((t) => `${t.replaceAll("-", ".")}.`);
  for (const el of [rij, ...rij.querySelectorAll("*")]) {
    for (const naam of ["id", "for", "aria-labelledby", "aria-describedby"]) {
      if (el.hasAttribute(naam)) el.setAttribute(naam, el.getAttribute(naam).replace(id, `$1${naar}`));
    }
    for (const naam of ["name", "data-waarde"]) {
      const oud = el.getAttribute(naam);
      if (oud?.startsWith(punten[0])) el.setAttribute(naam, punten[1] + oud.slice(punten[0].length));
    }
  }
  rij.querySelector(".nr").textContent = nr + 1;
}

function leeg(rij) {
  for (const fout of rij.querySelectorAll(".utrecht-form-field-error-message")) fout.remove();
  for (const el of bedien(rij)) {
    if (/radio|checkbox/.test(el.type)) el.checked = false;
    else el.value = "";
  }
  return rij;
}

const gevuld = (rij) => [...bedien(rij)].some((el) => (/radio|checkbox/.test(el.type) ? el.checked : el.value));
const naamVan = (rij) => kaleTekst(rij.querySelector("legend"));

/** Makes one repeat live. `v` is its plan; `na()` is called when the rows have changed. */
function begin(houder, v, teksten, na) {
  const alle = [...houder.querySelectorAll(".rij")].filter((r) => r.parentNode.closest(".herhaling") === houder);
  const voorbeeld = leeg(alle[0].cloneNode(true));
  const plaats = maak("div"), status = maak("p", { role: "status", class: "alleen-voorlezen" });
  const rijen = () => [...plaats.children];
  const meer = knop(v.nogEen, () => { voegToe(); na(); naar(rijen().at(-1)); }, "secondary-action");
  plaats.append(...alle.filter((r, i) => i < v.minimum || gevuld(r)));
  for (const el of [...houder.children]) if (el.matches(".rij,details,.nog-meer")) el.remove();
  houder.append(plaats, maak("p", { class: "rijknop" }, meer), status);

  function voegToe() {
    const rij = voorbeeld.cloneNode(true);
    nummer(rij, houder.id, rijen().length);
    plaats.append(rij);
    activeer(v.velden, rij.id.slice(2), teksten, na);
    hernummer();
  }

  function weg(rij) {
    const i = rijen().indexOf(rij);
    status.textContent = vul(teksten.verwijderd, { wat: naamVan(rij) });
    rij.remove();
    hernummer();
    na();
    naar(rijen()[Math.max(i - 1, 0)] ?? meer);
  }

  function hernummer() {
    rijen().forEach((rij, i) => {
      nummer(rij, houder.id, i);
      rij.tabIndex = -1;
      [...rij.children].find((el) => el.matches(".rijknop.weg"))?.remove();
      if (rijen().length > v.minimum) rij.append(maak("p", { class: "rijknop weg" }, knop(vul(teksten.verwijder, { wat: naamVan(rij) }), () => weg(rij))));
    });
    meer.hidden = rijen().length >= v.maximum;
  }

  hernummer();
  for (const rij of rijen()) activeer(v.velden, rij.id.slice(2), teksten, na);
  houder.voegToe = voegToe;
  houder.aantal = () => rijen().length;
}

/** Makes the repeats among these questions live; `basis` is the id that they stand under. */
export function activeer(velden, basis, teksten, na) {
  for (const v of velden) {
    if (v.soort === "groep") activeer(v.velden, `${basis}-${v.id}`, teksten, na);
    if (v.soort === "herhaling" && !v.per) begin($(`${basis}-${v.id}`), v, teksten, na);
  }
}

/** Enough rows for these names ("stap.rij.3.veld") to have a place; used when a draft is put back. */
export function maakPlaats(namen) {
  for (const naam of namen) {
    for (const stuk of naam.matchAll(/\.(\d{1,3})(?=\.)/g)) {
      const houder = $(naam.slice(0, stuk.index).replaceAll(".", "-"));
      for (let n = houder?.aantal?.() ?? Infinity; n <= +stuk[1]; n++) houder.voegToe();
    }
  }
}
