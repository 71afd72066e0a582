// Judges cases with the module of typen/typescript: node typen.mjs FOLDER, and a list of [answers, circumstances] from
// standard input. Prints for each the faults as [path, code, text per language]. Without a folder it reads many:
// a list of {map, gevallen}, and prints a list of such lists, or {fout} for a module that does not work.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

async function oordeel(map, gevallen) {
  const { isGeldig, valideer } = await import(pathToFileURL(`${map}/index.js`));
  return gevallen.map(([antwoorden, omstandigheden]) => {
    const fouten = valideer(antwoorden, omstandigheden);
    if (isGeldig(antwoorden, omstandigheden) !== (fouten.length === 0)) throw new Error("isGeldig differs from valideer");
    return fouten.map(({ pad, code, melding }) => [pad, code, melding]);
  });
}

const invoer = JSON.parse(readFileSync(0, "utf8"));
const veel = ({ map, gevallen }) => oordeel(map, gevallen).catch((fout) => ({ fout: String(fout) }));
const uit = process.argv[2] ? await oordeel(process.argv[2], invoer) : await Promise.all(invoer.map(veel));
process.stdout.write(JSON.stringify(uit));
