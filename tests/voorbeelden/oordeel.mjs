// Judges cases from standard input ({plan, gevallen: [{antwoorden, omstandigheden, snoei}]}, a line each) as the form does, or
// reads what was typed (gevallen: [{items}]). With `los: true` a line on which the script breaks becomes {fout}, and the other
// lines go on.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , map] = process.argv;
const { beoordeel } = await import(pathToFileURL(`${map}/oordeel.mjs`));
const { lees } = await import(pathToFileURL(`${map}/lezen.mjs`));

function oordeel(plan, { antwoorden, omstandigheden, items, snoei }) {
  if (items) return lees(plan, new Map(items)).antwoorden;
  const uit = beoordeel(plan, antwoorden, omstandigheden, { snoei });
  const { geldig, fouten, waarschuwingen, zichtbaar, verplicht } = uit;
  return { geldig, fouten, waarschuwingen, zichtbaar, verplicht, ...(snoei && { antwoorden: uit.antwoorden }) };
}

for (const regel of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { plan, gevallen, los } = JSON.parse(regel);
  try {
    console.log(JSON.stringify(gevallen.map((geval) => oordeel(plan, geval))));
  } catch (fout) {
    if (!los) throw fout;
    console.log(JSON.stringify({ fout: String(fout) }));
  }
}
