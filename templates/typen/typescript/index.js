// Every fault in a set of answers, with its path and code, in one round. The judge in oordeel/ is that of the form.
// SPDX-License-Identifier: EUPL-1.2
import { beoordeel as oordeel } from "./oordeel/oordeel.mjs";
import { plan } from "./oordeel/plan.js";

export function beoordeel(antwoorden, omstandigheden) {
  const { rol = "indiener" } = omstandigheden;
  if (!Object.hasOwn(plan.toegang, rol)) throw new RangeError(`rol: ${rol} is geen van ${Object.keys(plan.toegang).join(", ")}`);
  const { geldig, fouten, waarschuwingen, zichtbaar, verplicht } = oordeel(plan, antwoorden, omstandigheden);
  return { geldig, fouten, waarschuwingen, zichtbaar, verplicht };
}

export const valideer = (antwoorden, omstandigheden) => beoordeel(antwoorden, omstandigheden).fouten;

export const isGeldig = (antwoorden, omstandigheden) => beoordeel(antwoorden, omstandigheden).geldig;
