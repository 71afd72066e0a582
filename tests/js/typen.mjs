// Judges cases with the module of typen/typescript: node typen.mjs FOLDER, and a list of [answers, circumstances] from
// standard input. Prints for each the faults as [path, code, text per language].
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { isGeldig, valideer } = await import(pathToFileURL(`${process.argv[2]}/index.js`));
const uit = JSON.parse(readFileSync(0, "utf8")).map(([antwoorden, omstandigheden]) => {
  const fouten = valideer(antwoorden, omstandigheden);
  if (isGeldig(antwoorden, omstandigheden) !== (fouten.length === 0)) throw new Error("isGeldig differs from valideer");
  return fouten.map(({ pad, code, melding }) => [pad, code, melding]);
});
process.stdout.write(JSON.stringify(uit));
