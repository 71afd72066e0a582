// Brings the style sheet down to the tokens that a house style sets: those of the basic level
// (`--basis-...`). A component reads them through a chain of its own tokens; here that chain is
// followed to its end, so that one changed `--basis-` token still changes all that follows from it.
import postcss from "postcss";

const BASIS = /^--basis-/;

/** "1px var(--a, 2px) x" as ["1px ", ["--a", "2px"], " x"]. */
function ontleed(waarde) {
  const i = waarde.indexOf("var(");
  if (i < 0) return [waarde];
  let diep = 1, j = i + 4;
  for (; diep; j++) diep += { "(": 1, ")": -1 }[waarde[j]] ?? 0;
  const binnen = waarde.slice(i + 4, j - 1), komma = binnen.indexOf(",");
  const [naam, anders] = komma < 0 ? [binnen, undefined] : [binnen.slice(0, komma), binnen.slice(komma + 1).trim()];
  return [waarde.slice(0, i), [naam.trim(), anders], ...ontleed(waarde.slice(j))];
}

/** The value with only tokens of the basic level and `eigen` ones in it; null when nothing gives it a value. */
function volg(waarde, tokens, eigen) {
  let uit = "";
  for (const stuk of ontleed(waarde)) {
    let deel = stuk;
    if (typeof stuk !== "string") {
      const [naam, anders] = stuk, rest = tokens.get(naam) ?? anders;
      if (BASIS.test(naam) && tokens.has(naam)) deel = `var(${naam})`;
      else deel = rest === undefined ? null : volg(rest, tokens, eigen);
      if (eigen.has(naam)) deel = `var(${naam}${deel === null ? "" : `,${deel}`})`;
    }
    if (deel === null) return null;
    uit += deel;
  }
  return uit;
}

/** Follows every chain; `tokens` are those of the house style. What comes out without a value goes. */
export function totBasis(css, tokens) {
  const boom = postcss.parse(css);
  for (let voor = ""; voor !== boom.toString();) {
    voor = boom.toString();
    const gelezen = new Set([...voor.matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1])), eigen = new Set();
    boom.walkDecls(/^--/, (d) => { if (!gelezen.has(d.prop)) d.remove(); else if (d.value !== "initial") eigen.add(d.prop); });
    boom.walkDecls((d) => {
      const waarde = volg(d.value, tokens, eigen);
      if (waarde !== null && (eigen.has(d.prop) || !d.prop.startsWith("--"))) d.value = waarde;
      else if (eigen.has(d.prop)) d.value = "initial";
      else d.remove();
    });
  }
  zelfGezegd(boom);
  return boom.toString();
}

const vul = (waarde, met) => ontleed(waarde).map((s) => (typeof s === "string" ? s : met.get(s[0]) ?? `var(${s[0]}${s[1] === undefined ? "" : `,${vul(s[1], met)}`})`)).join("");

/** A variable of ours that is only read in the rules that set it: its value in its place. The others get a short name. */
function zelfGezegd(boom) {
  const gezet = new Map(), gelezen = new Map(), nog = (kaart, naam, regel) => kaart.set(naam, (kaart.get(naam) ?? new Set()).add(regel));
  boom.walkDecls((d) => {
    if (d.prop.startsWith("--_")) nog(gezet, d.prop, d.parent);
    for (const [naam] of d.value.matchAll(/--_[\w-]+/g)) nog(gelezen, naam, d.parent);
  });
  const binnen = (naam) => {
    const waar = gezet.get(naam), lezers = gelezen.get(naam) ?? new Set();
    return [...lezers].every((r) => waar.has(r)) && (waar.size === 1 || [...waar].every((r) => lezers.has(r)));
  };
  boom.walkRules((r) => {
    const eigen = new Map();
    r.each((d) => {
      if (d.type !== "decl") return;
      d.value = vul(d.value, eigen);
      if (!d.prop.startsWith("--_") || !binnen(d.prop)) return;
      eigen.set(d.prop, d.value);
      d.remove();
    });
  });
  const kort = new Map();
  boom.walkDecls(/^--_/, (d) => { if (!kort.has(d.prop)) kort.set(d.prop, `--_${kort.size.toString(36)}`); });
  boom.walkDecls((d) => {
    d.prop = kort.get(d.prop) ?? d.prop;
    d.value = d.value.replace(/--_[\w-]+/g, (naam) => kort.get(naam) ?? naam);
  });
}

/** The tokens of the basic level that the style sheet reads, and those that these follow. */
export function basis(css, tokens) {
  const nodig = new Map();
  const neem = (tekst) => {
    for (const [, naam] of tekst.matchAll(/var\((--basis-[\w-]+)/g)) {
      if (nodig.has(naam)) continue;
      nodig.set(naam, volg(tokens.get(naam), tokens, new Set()));
      neem(nodig.get(naam));
    }
  };
  neem(css);
  return [...nodig].sort(([a], [b]) => (a < b ? -1 : 1)).map(([naam, waarde]) => `${naam}:${waarde};`).join("\n");
}
