// What JSON Forms shows of forms, by its own core: reads a list of {uischema, plan, gevallen: [antwoorden], ruis: [[data,
// circumstances]]} from standard input and prints for each {zichtbaar: [[plek]], schoon: [antwoorden]}, or {fout} where it
// breaks. A place is the i18n key of an element, with the number of the item in it.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isVisible, toDataPath } from "@jsonforms/core";

const [, , opschoner] = process.argv;
const { opschonen } = await import(pathToFileURL(opschoner));
const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, addUsedSchema: false });
addFormats(ajv);

function* zichtbaar(element, data, pad, naam) {
  if (!isVisible(element, data, pad, ajv)) return;
  if (element.i18n) yield naam(element.i18n);
  for (const onder of element.elements ?? []) yield* zichtbaar(onder, data, pad, naam);
  if (!element.options?.detail) return;
  const lijst = (pad ? `${pad}.` : "") + toDataPath(element.scope);
  const waarde = lijst.split(".").reduce((om, stuk) => om?.[stuk], data);
  for (const nummer of (waarde ?? []).keys()) {
    const binnen = (sleutel) => `${naam(element.i18n)}[${nummer}]${sleutel.slice(element.i18n.length)}`;
    yield* zichtbaar(element.options.detail, data, `${lijst}.${nummer}`, binnen);
  }
}

function beeld({ uischema, plan, gevallen = [], ruis = [] }) {
  try {
    return {
      zichtbaar: gevallen.map((data) => [...zichtbaar(uischema, data, "", (sleutel) => sleutel)]),
      schoon: ruis.map(([data, om]) => opschonen(plan, data, om)),
    };
  } catch (fout) {
    return { fout: String(fout) };
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(beeld)));
