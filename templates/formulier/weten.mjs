// What is known at a point of the walk, and what stays open there: in doubt, or up to the municipality.
// The numbers behind § are those of site/docs/plan.md, "Hoe het oordeel gaat".
import { houdt, namen, waar } from "./voorwaarde.mjs";
import { haal } from "./waarde.mjs";

const OMSTANDIGHEDEN = { indiener: "indiener", voorziening: "voorzieningen", parameter: "parameters" };
const GEMEENTE = /^(?:parameter|voorziening)\./;

/** A path without its last part: "a.b[0]" is "a.b", "a.b" is "a". */
const erboven = (pad) => pad.slice(0, Math.max(pad.lastIndexOf("."), pad.lastIndexOf("["), 0));

export class Weten {
  constructor(plan, om) {
    Object.assign(this, { plan, om, bekend: new Map(), twijfels: new Set(), rij: [] });
    this.van = (pad) => this.lees(pad);
  }

  /** A path of the plan, in the rows that we are in. */
  hier(pad) {
    let i = 0;
    return pad.replace(/\[\]/g, (leeg) => (i < this.rij.length ? `[${this.rij[i++]}]` : leeg));
  }

  /** What is known at a path; undefined when nothing is. */
  lees(pad) {
    if (pad === "vandaag") return this.om.vandaag;
    const [kop, rest] = pad.split(/\.(.*)/s), rond = haal(OMSTANDIGHEDEN, kop);
    if (!rond) return this.bekend.get(this.hier(pad));
    const ingevuld = kop === "parameter" ? haal(this.plan.parameters, rest) : undefined;
    return ingevuld ?? haal(this.om[rond], rest) ?? undefined;
  }

  waar(voorwaarde) {
    return waar(voorwaarde, this.van, this.plan.feestdagen);
  }

  houdt(maat, waarde, hoe, grens) {
    return houdt(maat, waarde, hoe, grens, this.van, this.plan.feestdagen);
  }

  /** §10. Do these conditions look at an answer in doubt, or at what lies below one? */
  twijfel(...voorwaarden) {
    return this.twijfels.size > 0 && voorwaarden.flatMap(namen).some((naam) => {
      for (let pad = this.hier(naam); pad; pad = erboven(pad)) if (this.twijfels.has(pad)) return true;
      return false;
    });
  }

  /** §11. Do these conditions look at what the municipality did not fill in? */
  open(...voorwaarden) {
    return voorwaarden.flatMap(namen).some((naam) => GEMEENTE.test(naam) && this.lees(naam) === undefined);
  }
}
