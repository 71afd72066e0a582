// Judges cases from standard input ({plan, gevallen: [{antwoorden, omstandigheden, snoei}]}, a line each) as the form does, or
// reads what was typed (gevallen: [{items}]).
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , map] = process.argv;
const { beoordeel } = await import(pathToFileURL(`${map}/oordeel.mjs`));
const { lees } = await import(pathToFileURL(`${map}/lezen.mjs`));

for (const regel of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { plan, gevallen } = JSON.parse(regel);
  const uit = gevallen.map(({ antwoorden, omstandigheden, items, snoei }) => {
    if (items) return lees(plan, new Map(items)).antwoorden;
    const oordeel = beoordeel(plan, antwoorden, omstandigheden, { snoei });
    const { geldig, fouten, waarschuwingen, zichtbaar, verplicht } = oordeel;
    return { geldig, fouten, waarschuwingen, zichtbaar, verplicht, ...(snoei && { antwoorden: oordeel.antwoorden }) };
  });
  console.log(JSON.stringify(uit));
}
