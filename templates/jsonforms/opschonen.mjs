// From the data of JSON Forms to the answers as they are sent. JSON Forms keeps the answer of what it hides, and knows no difference
// between empty and unanswered; the receiver does: what is not shown and what is empty is left out, and a step, a group or a list that
// is shown is there. One that is shown because JSON Forms cannot know whether it applies (`onzeker`) is there only with an answer in
// it. `ajv` is the one that JSON Forms was given (Ajv2020, strict off).
import { isVisible } from "@jsonforms/core";

export function opschonen(uischema, data, ajv) {
  const uit = {};
  const bij = (element, pad) => {
    if (!isVisible(element, data, pad, ajv)) return;
    const { houder, onzeker, detail, vinkje } = element.options ?? {};
    if (houder) zet(uit, plek(pad, houder), {});
    if (element.type !== "Control") {
      for (const onder of element.elements ?? []) bij(onder, pad);
      if (onzeker && nietsIn(lees(uit, plek(pad, houder)))) weg(uit, plek(pad, houder));
      return;
    }
    const hier = plek(pad, element.scope);
    const waarde = lees(data, hier);
    if (detail) {
      zet(uit, hier, []);
      (Array.isArray(waarde) ? waarde : []).forEach((_, nummer) => {
        const item = [...hier, nummer].join(".");
        zet(uit, item.split("."), {});
        bij(detail, item);
      });
    } else if (!leeg(waarde) && !(vinkje && waarde === false)) zet(uit, hier, waarde);
  };
  bij(uischema, "");
  return uit;
}

// A scope below a path of data, as the names on the way: "#/properties/a/properties/b" below "x.0" is x, 0, a, b.
const plek = (pad, scope) => [...(pad ? pad.split(".") : []), ...scope.split("/").filter((_, i) => i && i % 2 === 0)];

const lees = (data, hier) => hier.reduce((om, naam) => (om && Object.hasOwn(om, naam) ? om[naam] : undefined), data);

const leeg = (waarde) =>
  waarde === undefined || waarde === null || (typeof waarde === "string" && !waarde.trim()) || (Array.isArray(waarde) && !waarde.length);

const nietsIn = (waarde) => typeof waarde === "object" && Object.values(waarde).every(nietsIn);

const weg = (uit, hier) => delete lees(uit, hier.slice(0, -1))[hier.at(-1)];

function zet(uit, hier, waarde) {
  const laatste = hier.at(-1);
  const om = hier.slice(0, -1).reduce((houder, naam) => (houder[naam] ??= {}), uit);
  om[laatste] ??= waarde;
}
