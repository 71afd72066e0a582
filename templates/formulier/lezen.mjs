// From what stands in the form (name, value) to answers as the contract has them: names nested,
// dates joined, yes and no as booleans, numbers as numbers, what is empty left out, empty rows too.
// The twin of templates/stub/formpost.py; the same vectors test both.

const compact = (t) => t.replace(/[\s.-]/g, "");

const NETJES = {
  bsn: compact, kvk: compact,
  postcode: (t) => t.replace(/\s/g, "").toUpperCase(),
  iban: (t) => t.replace(/[\s.-]/g, "").toUpperCase(),
  kenteken: (t) => t.replace(/[\s-]/g, "").toUpperCase(),
  telefoon: (t) => t.replace(/\(0\)|[\s().-]/g, ""),
  tijd: (t) => t.replace(/^(\d):/, "0$1:").replace(/^(\d{1,2})[.u ](\d\d)$/, (_, u, m) => `${u.padStart(2, "0")}:${m}`),
  tekstvlak: (t) => t.replace(/\r\n?/g, "\n"),
  "ja-nee": (t) => ({ ja: true, nee: false })[t] ?? t,
  akkoord: (t) => t === "ja" || t,
  keuze: (t, v) => code(t, v),
  getal: (t, v) => (v.decimalen ? komma(t) : /^-?\d{1,15}$/.test(t) ? Number(t) : t),
  bedrag: (t) => {
    const kaal = komma(t.replace(/^€\s*/, "").replace(/,-$/, ""));
    return /^-?\d+(\.\d{1,2})?$/.test(kaal) ? kaal.replace(/^(-?)0+(?=\d)/, "$1").replace(/^([^.]+)$/, "$1.0").replace(/\.(\d)$/, ".$10") : t;
  },
};

/** "1.250,5" and "1250,5" and "1250.5" as "1250.5". */
function komma(t) {
  t = t.replace(/\s/g, "");
  if (t.includes(",")) return t.replace(/\./g, "").replace(",", ".");
  return /^-?\d{1,3}(\.\d{3})+$/.test(t) ? t.replace(/\./g, "") : t;
}

const plat = (t) => t.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ").trim().toLowerCase();

/** A name from a long list as its code; what is not in the list stays as it was typed. */
function code(t, v) {
  if (!v.lijst || !v.opties || v.opties.includes(t)) return t;
  v.zoek ??= new Map(v.labels.map((l, i) => [plat(l), v.opties[i]]));
  return v.zoek.get(plat(t)) ?? t;
}

const een = (items, naam) => (items.get(naam) ?? []).map((w) => (typeof w === "string" ? w.trim() : w)).find((w) => w !== "");

function datum(items, naam) {
  const [d, m, j] = ["dag", "maand", "jaar"].map((deel) => een(items, `${naam}.${deel}`) ?? "");
  if (!d && !m && !j) return undefined;
  const twee = (t) => (/^\d$/.test(t) ? `0${t}` : t);
  return [j, twee(m), twee(d)].join("-").replace(/-+$/, "");
}

const ADRES = ["postcode", "huisnummer", "huisletter", "toevoeging", "straat", "plaats"];

function waarde(v, naam, items) {
  if (v.soort === "datum") return datum(items, naam);
  if (v.soort === "datumtijd") {
    const dag = datum(items, naam), tijd = een(items, `${naam}.tijd`);
    return dag || tijd ? `${dag ?? ""}T${NETJES.tijd(tijd ?? "")}` : undefined;
  }
  if (v.soort === "adres") {
    const delen = ADRES.map((d) => [d, een(items, `${naam}.${d}`)]).filter(([, w]) => w !== undefined);
    return delen.length ? Object.fromEntries(delen.map(([d, w]) => [d, d === "postcode" ? NETJES.postcode(w) : w])) : undefined;
  }
  if (v.soort === "meerkeuze" || v.soort === "upload") {
    const gekozen = (items.get(naam) ?? []).filter((w) => w !== "");
    return gekozen.length ? gekozen : undefined;
  }
  const tekst = een(items, naam);
  return tekst === undefined ? undefined : (NETJES[v.soort] ?? ((t) => t))(tekst, v);
}

/** The rows of a repeat: those that hold something, or with `alleRijen` all that are there; with `per` those of what is chosen. */
function rijen(v, houder, naam, pad, dom, items, uit) {
  const nummers = new Map();
  for (const [sleutel, waarden] of items) {
    const nummer = sleutel.startsWith(`${naam}.`) && /^\d{1,3}(?=\.)/.exec(sleutel.slice(naam.length + 1));
    if (nummer) nummers.set(+nummer[0], nummers.get(+nummer[0]) || waarden.some((w) => w !== ""));
  }
  const gekozen = v.per && items.get(houder + v.per);
  const telt = ([n, gevuld]) => (v.per ? (gekozen ?? []).includes(een(items, `${naam}.${n}.voor`)) : uit.alleRijen || gevuld);
  const rij = [...nummers].filter(telt).map(([n]) => n).sort((a, b) => a - b);
  for (let n = 0; !v.per && rij.length < v.minimum; n++) if (!rij.includes(n)) rij.push(n);
  return rij.map((n, i) => {
    uit.plekken.set(`${pad}[${i}]`, `${dom}-${n}`);
    return groep(v.velden, `${naam}.${n}.`, `${pad}[${i}].`, `${dom}-${n}-`, items, uit);
  });
}

const vraagtIets = (velden) => velden.some((v) => v.soort !== "info" && (v.soort !== "groep" || vraagtIets(v.velden)));

function groep(velden, naam, pad, dom, items, uit) {
  const doel = {};
  for (const v of velden) {
    const [n, p, d] = [naam + v.id, pad + v.id, dom + v.id];
    uit.plekken.set(p, d);
    if (v.soort === "info" || (v.soort === "groep" && !vraagtIets(v.velden))) continue;
    const w = v.soort === "groep" ? groep(v.velden, `${n}.`, `${p}.`, `${d}-`, items, uit)
      : v.soort === "herhaling" ? rijen(v, naam, n, p, d, items, uit) : waarde(v, n, items);
    if (w !== undefined) doel[v.id] = w;
  }
  return doel;
}

/** {antwoorden, plekken}: all that was filled in, shown or not, and where in the page each path stands.
 *  `items` is a Map of name to values; with `alleRijen` a row that is there counts, also when empty. */
export function lees(plan, items, alleRijen = false) {
  const uit = { plekken: new Map(), alleRijen }, antwoorden = {};
  for (const stap of plan.stappen) {
    if (stap.velden && vraagtIets(stap.velden)) antwoorden[stap.id] = groep(stap.velden, `${stap.id}.`, `${stap.id}.`, `${stap.id}-`, items, uit);
  }
  return { antwoorden, plekken: uit.plekken };
}
