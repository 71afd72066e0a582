// Judges values by a schema with ajv in strict mode. Reads {schema, waarden: [...]} or a list of those from standard
// input and prints, for each, a list of booleans; a schema that strict mode refuses ends it with the reason.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const taken = JSON.parse(readFileSync(0, "utf8"));
const uit = [taken].flat().map(({ schema, waarden, formaten = true }) => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, ownProperties: true, validateFormats: formaten });
  addFormats(ajv);
  const houdt = ajv.compile(schema);
  return waarden.map((waarde) => houdt(waarde));
});
process.stdout.write(JSON.stringify(uit));
