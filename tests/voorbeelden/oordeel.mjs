// Judges cases from standard input ({plan, gevallen: [{antwoorden, omstandigheden}]}, a line each) as the form does.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , map] = process.argv;
const { beoordeel } = await import(pathToFileURL(`${map}/oordeel.mjs`));
const { lees } = await import(pathToFileURL(`${map}/lezen.mjs`));

for (const regel of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { plan, gevallen } = JSON.parse(regel);
  const uit = gevallen.map(({ antwoorden, omstandigheden, items }) => {
    if (items) return lees(plan, new Map(items)).antwoorden;
    const { geldig, fouten, waarschuwingen, zichtbaar, verplicht } = beoordeel(plan, antwoorden, omstandigheden);
    return { geldig, fouten, waarschuwingen, zichtbaar, verplicht };
  });
  console.log(JSON.stringify(uit));
}
