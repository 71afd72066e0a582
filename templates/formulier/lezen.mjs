// From what stands in the form (name, value) to answers as the contract has them: names nested, dates joined, yes and no
// as booleans, numbers as numbers, typed text made clean, what is empty left out, empty rows too. How a kind is made clean
// stands in the plan, the rules at `Schoon` in catalogue/veld/feiten.py. templates/stub/formpost.py does the same.
import { maten, vraagtIets } from "./oordeel.mjs";
import { haal, leegte } from "./waarde.mjs";

/** A text as it is meant: composed, one kind of line end and only where lines may be, no blanks round it. */
function netjes(t, m, tekens) {
  const heel = t.replace(/\r\n?/g, "\n").normalize("NFC");
  return leegte.rand(m.meer_regels ? heel : leegte.regels(heel, tekens), tekens);
}

/** A text as a register writes it: what `schoon` names taken out. */
function schoon(t, m, tekens) {
  const kaal = netjes(t, m, tekens), { weg = "", weg_woord = [], hoofdletters } = m.schoon ?? {};
  if (!m.schoon) return kaal;
  const zonder = [...weg_woord, ...weg].reduce((uit, stuk) => uit.replaceAll(stuk, ""), leegte.weg(kaal, tekens));
  return hoofdletters ? zonder.toUpperCase() : zonder;
}

/** "1.250,5", "1250,5" and "1250.5" as "1250.5". */
function komma(t) {
  if (t.includes(",")) return t.replaceAll(".", "").replace(",", ".");
  return /^-?\d{1,3}(\.\d{3})+$/.test(t) ? t.replaceAll(".", "") : t;
}

function decimaal(t, m, tekens) {
  const zonder = leegte.weg(t, tekens), begin = m.teken && zonder.startsWith(m.teken) ? m.teken.length : 0;
  const kaal = komma(zonder.slice(begin).replace(/,-$/, ""));
  const [, teken, heel, achter = ""] = /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(kaal) ?? [];
  if (heel === undefined) return t;
  const cijfers = achter.padEnd(m.decimalen_minstens ?? 0, "0");
  return teken + heel + (cijfers && `.${cijfers}`);
}

const tijd = (t) => t.replace(/^(\d{1,2})[:.u ](\d\d)$/, (_, uur, minuut) => `${uur.padStart(2, "0")}:${minuut}`);

const plat = (t) => t.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ").trim().toLowerCase();

/** The name of an option as its code, the first that is called so; what is no name, or of a list that is not here yet, stays as typed. */
function code(t, v, { lijsten }) {
  const opties = v.opties ?? haal(lijsten, v.lijst) ?? [];
  if (!opties.length || opties.some((o) => o.code === t)) return t;
  v.zoek ??= new Map(opties.filter((o) => o.naam).map((o) => [plat(o.naam), o.code]).reverse());
  return v.zoek.get(plat(t)) ?? t;
}

const LIJST = { keuzes: "string", bestanden: "object" };
const WAAR = { ja: true, nee: false };
const NETJES = {
  tekst: schoon,
  getal: (t) => (/^-?\d{1,15}$/.test(t) ? Number(t) : t),
  decimaal,
  moment: tijd,
  waar: (t) => (Object.hasOwn(WAAR, t) ? WAAR[t] : t),
  keuze: (t, m, tekens, v, plan) => code(t, v, plan),
};

/** The first value of a name that is not empty. */
function een(items, naam, tekens, m = {}) {
  return (items.get(naam) ?? []).filter((w) => typeof w === "string").map((w) => netjes(w, m, tekens)).find(Boolean);
}

function datum(items, naam, tekens) {
  const [d, m, j] = ["dag", "maand", "jaar"].map((deel) => een(items, `${naam}.${deel}`, tekens) ?? "");
  if (!d && !m && !j) return undefined;
  const twee = (t) => (/^\d$/.test(t) ? `0${t}` : t);
  return [j, twee(m), twee(d)].join("-").replace(/-+$/, "");
}

function dagtijd(items, naam, tekens) {
  const dag = datum(items, naam, tekens), uur = een(items, `${naam}.tijd`, tekens);
  return dag || uur ? `${dag ?? ""}T${tijd(uur ?? "")}` : undefined;
}

function delen(items, naam, tekens, m) {
  const delen = m.delen.map((d) => [d, een(items, `${naam}.${d.id}`, tekens)]).filter(([, w]) => w !== undefined);
  return delen.length ? Object.fromEntries(delen.map(([d, w]) => [d.id, schoon(w, d, tekens)])) : undefined;
}

function waarde(v, naam, items, { plan, plan: { tekens } }) {
  const m = maten(plan, v);
  if (m.deel === "dag") return datum(items, naam, tekens);
  if (m.deel === "dagtijd") return dagtijd(items, naam, tekens);
  if (m.vorm === "delen") return delen(items, naam, tekens, m);
  if (Object.hasOwn(LIJST, m.vorm)) {
    const gekozen = (items.get(naam) ?? []).filter((w) => w && typeof w === LIJST[m.vorm]);
    return gekozen.length ? gekozen : undefined;
  }
  const tekst = een(items, naam, tekens, m);
  return tekst === undefined ? undefined : NETJES[m.vorm](tekst, m, tekens, v, plan);
}

/** The rows of a repeat: those that hold something, or with `alleRijen` all that are there; with `per` one per choice. */
function rijen(v, houder, naam, pad, dom, items, uit) {
  const nummers = new Map();
  for (const [sleutel, waarden] of items) {
    const nummer = sleutel.startsWith(`${naam}.`) && /^\d{1,3}(?=\.)/.exec(sleutel.slice(naam.length + 1));
    if (nummer) nummers.set(+nummer[0], nummers.get(+nummer[0]) || waarden.some((w) => w !== ""));
  }
  const gekozen = v.per && items.get(houder + v.per);
  const bij = (n) => items.get(`${naam}.${n}.voor`)?.[0];
  const telt = ([n, gevuld]) => (v.per ? (gekozen ?? []).includes(bij(n)) : uit.alleRijen || gevuld);
  const rij = [...nummers].filter(telt).map(([n]) => n).sort((a, b) => a - b);
  for (let n = 0; !v.per && rij.length < v.minimum; n++) if (!rij.includes(n)) rij.push(n);
  return rij.map((n, i) => {
    uit.plekken.set(`${pad}[${i}]`, `${dom}-${n}`);
    return groep(v.velden, `${naam}.${n}.`, `${pad}[${i}].`, `${dom}-${n}-`, items, uit);
  });
}

function deel(v, naam, pad, dom, houder, items, uit) {
  if (v.soort === "groep") return groep(v.velden, `${naam}.`, `${pad}.`, `${dom}-`, items, uit);
  return v.soort === "herhaling" ? rijen(v, houder, naam, pad, dom, items, uit) : waarde(v, naam, items, uit);
}

function groep(velden, naam, pad, dom, items, uit) {
  const doel = [];
  for (const v of velden) {
    const [n, p, d] = [naam + v.id, pad + v.id, dom + v.id];
    uit.plekken.set(p, d);
    const w = vraagtIets([v]) ? deel(v, n, p, d, naam, items, uit) : undefined;
    if (w !== undefined) doel.push([v.id, w]);
  }
  return Object.fromEntries(doel);
}

/** {antwoorden, plekken}: all that was filled in, shown or not, and where in the page each path stands.
 *  `items` is a Map of name to values; with `alleRijen` a row that is there counts, also when empty. */
export function lees(plan, items, alleRijen = false) {
  const uit = { plan, plekken: new Map(), alleRijen };
  const stappen = plan.stappen.filter((s) => s.velden && vraagtIets(s.velden));
  const antwoorden = stappen.map((s) => [s.id, groep(s.velden, `${s.id}.`, `${s.id}.`, `${s.id}-`, items, uit)]);
  return { antwoorden: Object.fromEntries(antwoorden), plekken: uit.plekken };
}
