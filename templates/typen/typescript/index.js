// Every fault in a set of answers, with its path and code, in one round. The evaluator in oordeel/ is that of the form.
// SPDX-License-Identifier: EUPL-1.2
import { beoordeel as oordeel } from "./oordeel/beoordeel.mjs";
import { plannen } from "./oordeel/plannen.js";

/** A text in every language: the judgement is the same in each, only what is said differs. */
const samen = (per, soort) => per[0][1][soort].map(({ pad, code }, i) => ({
  pad, code, melding: Object.fromEntries(per.map(([taal, uit]) => [taal, uit[soort][i].melding])),
}));

export function beoordeel(antwoorden, omstandigheden) {
  const { rol = "indiener" } = omstandigheden;
  if (!Object.hasOwn(plannen, rol)) throw new RangeError(`rol: ${rol} is geen van ${Object.keys(plannen).join(", ")}`);
  const [[taal, plan], ...andere] = Object.entries(plannen[rol]);
  const eerste = oordeel(plan, antwoorden, omstandigheden);
  const stil = !eerste.fouten.length && !eerste.waarschuwingen.length;
  const per = [[taal, eerste], ...(stil ? [] : andere.map(([t, p]) => [t, oordeel(p, antwoorden, omstandigheden)]))];
  const { geldig, zichtbaar, verplicht } = eerste;
  return { geldig, fouten: samen(per, "fouten"), waarschuwingen: samen(per, "waarschuwingen"), zichtbaar, verplicht };
}

export const valideer = (antwoorden, omstandigheden) => beoordeel(antwoorden, omstandigheden).fouten;

export const isGeldig = (antwoorden, omstandigheden) => beoordeel(antwoorden, omstandigheden).geldig;
