// Small things beside the pages: the search on the home page, a filter above long tables, names and a tab stop for what
// scrolls, and what only works while `samenloket serve` runs. Without this script every page is whole.

const plat = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function zoeken() {
  const bron = document.getElementById("sl-index");
  const veld = document.getElementById("sl-q");
  if (!bron || !veld) return;
  const diensten = JSON.parse(bron.textContent).map((d) => ({ ...d, plat: plat(d.woorden.join(" ")) }));
  const lijst = document.getElementById("sl-treffers"), stand = document.getElementById("sl-geen");
  const toon = () => {
    const woorden = plat(veld.value).split(/\s+/).filter(Boolean);
    const treffers = woorden.length ? diensten.filter((d) => woorden.every((w) => d.plat.includes(w))) : [];
    lijst.replaceChildren(...treffers.slice(0, 8).map((d) => {
      const regel = document.createElement("li"), link = document.createElement("a");
      link.href = d.url;
      link.textContent = d.naam;
      regel.append(link);
      return regel;
    }));
    const niets = "Niets gevonden. Probeer een ander woord, of kijk bij A tot Z.";
    stand.textContent = !woorden.length ? "" : treffers.length ? `${treffers.length} gevonden` : niets;
    return treffers;
  };
  veld.addEventListener("input", toon);
  veld.form.addEventListener("submit", (gebeurtenis) => {
    const [eerste] = toon();
    if (!eerste) return;
    gebeurtenis.preventDefault();
    location.href = eerste.url;
  });
}

function filters() {
  for (const blok of document.querySelectorAll(".sl-filter")) {
    const rijen = [...blok.querySelectorAll("tbody tr:not(.sl-stap)")].map((rij) => [rij, plat(rij.textContent)]);
    const koppen = [...blok.querySelectorAll("tr.sl-stap")];
    const houder = document.createElement("div");
    houder.className = "sl-filterveld";
    const label = document.createElement("label"), veld = document.createElement("input"), stand = document.createElement("span");
    label.textContent = blok.dataset.filter;
    label.htmlFor = veld.id = "sl-filter-" + Math.random().toString(36).slice(2);
    veld.type = "search";
    stand.setAttribute("role", "status");
    veld.addEventListener("input", () => {
      const zoek = plat(veld.value);
      let over = 0;
      for (const [rij, tekst] of rijen) over += !(rij.hidden = !tekst.includes(zoek));
      for (const kop of koppen) kop.hidden = zoek !== "";
      stand.textContent = zoek ? `${over} van ${rijen.length}` : "";
    });
    houder.append(label, veld, stand);
    blok.before(houder);
  }
}

/** The theme's search box has no name, and its own scrolling code and tables no tab stop. */
function toegankelijk() {
  document.querySelector(".md-search")?.setAttribute("aria-label", "Zoeken in de catalogus");
  const blokken = document.querySelectorAll(".md-typeset pre, .md-typeset pre > code, .md-typeset__scrollwrap, .md-typeset__table");
  document.querySelectorAll(".md-code__nav").forEach((nav, i) => nav.setAttribute("aria-label", `Voorbeeld ${i + 1}`));
  for (const blok of blokken) {
    const schuift = blok.scrollWidth > blok.clientWidth && getComputedStyle(blok).overflowX !== "visible";
    if (!schuift) { blok.removeAttribute("tabindex"); continue; }
    blok.tabIndex = 0;
    if (blok.matches("pre")) continue;
    blok.setAttribute("role", "group");
    blok.setAttribute("aria-label", blok.matches("code") ? "Voorbeeld" : "Tabel");
  }
}

/** An address that ends in the name of a closed part opens it. */
function openen() {
  const doel = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (doel?.matches("details")) doel.open = true;
}

/** While `samenloket serve` runs: the form in the page is the trial, which can be sent, and a change loads the page anew; that of a
 * service as soon as the service is there, another one when all of the site is. */
async function volgen() {
  if (!["localhost", "127.0.0.1", "[::1]"].includes(location.hostname)) return;
  const wat = location.pathname.startsWith("/diensten/") ? "dienst" : "site";
  let vorige = null;
  for (;;) {
    let nu = null;
    try { nu = (await (await fetch("/__stand")).json())[wat]; } catch { return; }
    if (vorige === null) proef();
    else if (nu !== vorige) return location.reload();
    vorige = nu;
    await new Promise((klaar) => setTimeout(klaar, 500));
  }
}

function proef() {
  for (const deel of document.querySelectorAll(".sl-alleen-proef")) deel.hidden = false;
  for (const deel of document.querySelectorAll(".sl-zonder-proef")) deel.hidden = true;
  for (const telefoon of document.querySelectorAll("iframe[data-proef]")) telefoon.src = telefoon.dataset.proef;
}

zoeken();
filters();
toegankelijk();
openen();
addEventListener("hashchange", openen);
new MutationObserver(toegankelijk).observe(document.body, { childList: true, subtree: true });
addEventListener("load", toegankelijk);
addEventListener("resize", toegankelijk);
volgen();
