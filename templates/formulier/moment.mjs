// Days as numbers (1970-01-01 is 0), dates as periods of days, and moments such as "28 days after
// today": site/docs/plan.md, "Voorwaarden". Nothing reads a clock.

const EERSTE = dagnummer(1, 1, 1), LAATSTE = dagnummer(9999, 12, 31);

function dagnummer(jaar, maand, dag) {
  return new Date(0).setUTCFullYear(jaar, maand - 1, dag) / 864e5;
}

const delen = (n) => {
  const d = new Date(n * 864e5);
  return [d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()];
};

const binnen = (n) => Math.min(Math.max(n, EERSTE), LAATSTE);

/** "2026", "2026-03" or "2026-03-01" as [first day, last day]; null for what does not exist. */
export function leesDatum(tekst) {
  const [, j, m, d] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(tekst) ?? [];
  if (!j || j === "0000") return null;
  const eerste = dagnummer(+j, +(m ?? 1), +(d ?? 1));
  const [, maand, dag] = delen(eerste);
  if (maand !== +(m ?? 1) || dag !== +(d ?? 1)) return null;
  return [eerste, d ? eerste : m ? dagnummer(+j, +m + 1, 0) : dagnummer(+j, 12, 31)];
}

function feestdagen(jaar, gelijkgesteld) {
  const a = jaar % 19, b = Math.floor(jaar / 100), c = jaar % 100;
  const h = (19 * a + b - (b >> 2) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * (c >> 2) - h - (c % 4)) % 7;
  const k = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  const pasen = dagnummer(jaar, Math.floor(k / 31), (k % 31) + 1);
  const koning = dagnummer(jaar, 4, 27);
  const vast = [[1, 1], [5, 5], [12, 25], [12, 26]].map(([m, d]) => dagnummer(jaar, m, d));
  const met = [-2, 1, 39, 50].map((n) => pasen + n);
  return new Set([...vast, ...met, weekdag(koning) ? koning : koning - 1, ...gelijkgesteld.map((t) => leesDatum(t)[0])]);
}

const weekdag = (n) => (((n + 4) % 7) + 7) % 7; // 0 is Sunday

const isWerkdag = (n, gelijk) => weekdag(n) % 6 > 0 && !feestdagen(delen(n)[0], gelijk).has(n);

function plusMaanden(n, aantal) {
  const [j, m, d] = delen(n);
  const maanden = j * 12 + m - 1 + aantal, jaar = Math.floor(maanden / 12), maand = maanden - jaar * 12 + 1;
  if (jaar < 1) return EERSTE;
  if (jaar > 9999) return LAATSTE;
  return dagnummer(jaar, maand, Math.min(d, delen(dagnummer(jaar, maand + 1, 0))[2]));
}

function plus(n, aantal, eenheid, gelijk) {
  if (eenheid === "maanden") return plusMaanden(n, aantal);
  if (eenheid === "jaren") return plusMaanden(n, aantal * 12);
  if (eenheid !== "werkdagen") return binnen(n + aantal * (eenheid === "weken" ? 7 : 1));
  const stap = Math.sign(aantal);
  for (let nog = Math.abs(aantal); nog && n !== (stap > 0 ? LAATSTE : EERSTE);) {
    n += stap;
    if (isWerkdag(n, gelijk)) nog--;
  }
  return n;
}

const LANGST = { dagen: 90, werkdagen: 90, weken: 12, maanden: 3, jaren: 0 };

/** The last day of a legal term that starts after this day (Algemene termijnenwet, art. 1, 2 and 4). */
export function uitersteDag(n, aantal, eenheid, gelijk) {
  let einde = plus(n, aantal, eenheid, gelijk);
  if (aantal > LANGST[eenheid]) return einde;
  while (!isWerkdag(einde, gelijk) && einde < LAATSTE) einde++;
  const lang = aantal >= 3 || (aantal && (eenheid === "weken" || eenheid === "maanden"));
  return lang ? Math.max(einde, plus(n, 2, "werkdagen", gelijk)) : einde;
}

/** The earliest day whose legal term has not ended on `n`. */
function vroegsteDag(n, aantal, eenheid, gelijk) {
  let dag = plus(n, -aantal, eenheid, gelijk);
  while (uitersteDag(dag, aantal, eenheid, gelijk) < n) dag++;
  while (dag > EERSTE && uitersteDag(dag - 1, aantal, eenheid, gelijk) >= n) dag--;
  return dag;
}

/** The day `aantal` units on (back when negative); with `uitloop`, which only looks back, as a legal term. */
export function schuif(n, aantal, eenheid, uitloop, gelijk = []) {
  return uitloop ? vroegsteDag(n, -aantal, eenheid, gelijk) : plus(n, aantal, eenheid, gelijk);
}
