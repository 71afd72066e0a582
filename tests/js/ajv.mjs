// Judges values by a schema with ajv in strict mode. Reads {schema, waarden: [...]} or a list of those from standard
// input and prints, for each, a list of booleans; a schema that strict mode refuses ends it with the reason. With
// `los: true` in a task that reason stands in the place of its booleans, as {fout}, and the other tasks go on.
// `ownProperties`: without it ajv finds a question called constructor in every object there is.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

function oordeel({ schema, waarden, formaten = true }) {
  const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: formaten, ownProperties: true });
  addFormats(ajv);
  const houdt = ajv.compile(schema);
  return waarden.map((waarde) => houdt(waarde));
}

const taken = JSON.parse(readFileSync(0, "utf8"));
const uit = [taken].flat().map((taak) => {
  try {
    return oordeel(taak);
  } catch (fout) {
    if (!taak.los) throw fout;
    return { fout: String(fout) };
  }
});
process.stdout.write(JSON.stringify(uit));
