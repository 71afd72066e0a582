// Calculates with the modules of the form's own script: {gelijk, taken: [[verb, ...arguments]]} from standard input.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , map] = process.argv;
const { leesDatum, schuif, uitersteDag } = await import(pathToFileURL(`${map}/moment.mjs`));
const { gebreken } = await import(pathToFileURL(`${map}/waarde.mjs`));
const { gelijk, taken, soorten, tekens } = JSON.parse(readFileSync(0, "utf8"));

const dagen = (tekst) => leesDatum(tekst);
const iso = (n) => new Date(n * 864e5).toISOString().slice(0, 10);
const DOE = {
  schuif: (dag, aantal, eenheid, uitloop) => iso(schuif(dagen(dag)[0], aantal, eenheid, uitloop, gelijk)),
  uiterste: (dag, aantal, eenheid) => iso(uitersteDag(dagen(dag)[0], aantal, eenheid, gelijk)),
  datum: (tekst) => dagen(tekst)?.map(iso) ?? null,
  gebreken: (soort, waarde) => gebreken(soorten[soort], waarde, tekens).map(([, code]) => code),
};

process.stdout.write(JSON.stringify(taken.map(([doe, ...argumenten]) => DOE[doe](...argumenten))));
