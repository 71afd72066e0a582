// What a set of answers means: the rules of site/docs/plan.md, "Hoe het oordeel gaat" (§ is their number).
// One walk in written order; a shown and valid answer becomes known, and conditions see only what is known.
import { melding } from "./meldingen.mjs";
import { vanuit } from "./voorwaarde.mjs";
import { gebreken, haal, isObject } from "./waarde.mjs";
import { Weten } from "./weten.mjs";

const INLOGGEN = { soort: "inloggen" };

/** Does anything in these parts have an answer? */
export function vraagtIets(velden) {
  return velden.some((v) => v.soort !== "info" && (v.soort !== "groep" || vraagtIets(v.velden)));
}

/** A question with the measures of its kind. */
export const maten = (plan, v) => ({ ...haal(plan.soorten, v.soort), ...v });

const nietsIn = (w) => typeof w === "object" && Object.values(w ?? {}).every(nietsIn);

const opNaam = ([a], [b]) => (a < b ? -1 : 1);

/** The same text for equal answers: whatever the order of their members, and however a number in text was written. */
function inVorm(waarde, vorm) {
  if (vorm === "decimaal") return waarde.includes(".") ? waarde.replace(/\.?0+$/, "") : waarde;
  return JSON.stringify(waarde, (_, w) => (isObject(w) ? Object.entries(w).sort(opNaam) : w));
}

class Gang {
  constructor(plan, om, snoei) {
    Object.assign(this, { plan, om, snoei, rol: om.rol ?? "indiener", stil: false, weet: new Weten(plan, om) });
    this.uit = {
      fouten: [], waarschuwingen: [], zichtbaar: [], verplicht: [], getoond: new Set(), opties: [],
    };
  }

  betwijfel(pad) { if (!this.stil) this.weet.twijfels.add(pad); }

  meld(lijst, pad, code, tekst) { if (!this.stil) lijst.push({ pad, code, melding: tekst }); }

  fout(pad, code, v = {}) {
    this.meld(this.uit.fouten, pad, code, melding(this.plan, this.maten(v), code, this.keuzen(v)?.length));
  }

  toon(pad) {
    this.uit.getoond.add(pad);
    if (!this.stil) this.uit.zichtbaar.push(pad);
  }

  maten(v) { return maten(this.plan, v); }

  keuzen(v) { return v.opties ?? haal(this.plan.lijsten, v.lijst); }

  // ---- steps and what holds questions ---------------------------------------------------------
  ga(antwoorden) {
    const { indiener } = this.om, toegang = haal(this.plan.toegang, this.rol) ?? [];
    const past = ([soort, middel, niveaus]) => soort === indiener.soort && middel === indiener.middel
      && (!niveaus || niveaus.includes(indiener.niveau));
    if (indiener && !toegang.some(past)) this.fout("indiener", "keuze", INLOGGEN);
    if (!isObject(antwoorden)) { this.fout("", "soort", { naam: this.plan.naam }); return; }
    for (const s of this.plan.stappen) this.stap(s, antwoorden);
    const lokaal = this.plan.gemeente ? [] : [{ id: "lokaal" }];
    this.onbekend(antwoorden, [...this.plan.stappen, ...lokaal], "");
  }

  stap(s, rond) {
    if ((s.door ?? "indiener") !== this.rol) { this.nietGetoond(s, s.id, rond); return; }
    this.houder(s, s.id, rond, (inhoud) => {
      this.inhoud(s.velden, inhoud, s.id);
      this.regels(s.regels, s.id);
      for (const stop of s.stop ?? []) this.stop(stop, `${s.id}.${stop.id}`);
    });
  }

  /** §9. */
  stop(stop, pad) {
    if (this.weet.open(stop.als) || !this.weet.waar(stop.als)) return;
    this.uit.getoond.add(pad);
    if (!this.weet.twijfel(stop.als)) this.meld(this.uit.fouten, pad, "stop", stop.m);
  }

  /** §3. Is this part shown? An answer to what is not is refused, or left out before sending. */
  getoond(v, pad, rond) {
    if (this.weet.open(v.als) || this.weet.waar(v.als)) this.toon(pad);
    else this.nietGetoond(v, pad, rond);
    return this.uit.getoond.has(pad);
  }

  nietGetoond(v, pad, rond) {
    const twijfel = this.weet.twijfel(v.als);
    if (twijfel) this.betwijfel(pad);
    if (twijfel || !Object.hasOwn(rond, v.id)) return;
    if (this.snoei) delete rond[v.id];
    else this.fout(pad, "verborgen", v);
  }

  /** §4. A step or group; `binnen` looks at what is in it. */
  houder(v, pad, rond, binnen) {
    if (this.getoond(v, pad, rond)) this.misschien(v, rond, () => this.inhoudVan(v, pad, rond, binnen));
  }

  inhoudVan(v, pad, rond, binnen) {
    const inhoud = haal(rond, v.id);
    if (!vraagtIets(v.velden)) {
      if (inhoud !== undefined) this.fout(pad, "onbekend");
      if (inhoud !== undefined || !this.weet.open(v.als)) binnen({});
    } else if (inhoud === undefined) this.ontbreekt(v, pad, binnen);
    else if (isObject(inhoud)) binnen(inhoud);
    else this.verkeerd(v, pad);
  }

  verkeerd(v, pad) {
    this.fout(pad, "soort", v);
    this.betwijfel(pad);
  }

  ontbreekt(v, pad, binnen) {
    if (this.weet.open(v.als)) return;
    if (this.weet.twijfel(v.als)) { this.betwijfel(pad); return; }
    this.fout(pad, "verplicht", v);
    binnen({});
  }

  /** §11, before sending: what may be absent is left out when nothing is filled in; a page shows what is in it. */
  misschien(v, rond, kijk) {
    const eerst = this.stil;
    this.stil ||= this.snoei && this.weet.open(v.als) && nietsIn(rond[v.id]);
    kijk();
    if (this.stil) delete rond[v.id];
    this.stil = eerst;
  }

  onbekend(antwoorden, velden, pad) {
    for (const id of Object.keys(antwoorden)) {
      if (!velden.some((v) => v.id === id && v.soort !== "info")) this.fout(pad ? `${pad}.${id}` : id, "onbekend");
    }
  }

  inhoud(velden, antwoorden, pad) {
    for (const v of velden) {
      const eigen = `${pad}.${v.id}`;
      if (v.soort === "info") { if (this.weet.waar(v.als)) this.toon(eigen); }
      else if (v.soort === "groep") this.houder(v, eigen, antwoorden, (onder) => this.inhoud(v.velden, onder, eigen));
      else if (!this.getoond(v, eigen, antwoorden)) continue;
      else if (v.soort === "herhaling") {
        this.misschien(v, antwoorden, () => this.herhaling(v, eigen, antwoorden, `${pad}.${v.per}`));
      } else this.vraag(v, eigen, antwoorden);
    }
    this.onbekend(antwoorden, velden, pad);
  }

  // ---- repeats --------------------------------------------------------------------------------
  herhaling(v, pad, rond, per) {
    const lijst = haal(rond, v.id);
    if (lijst === undefined) this.ontbreekt(v, pad, () => this.betwijfel(pad));
    else if (Array.isArray(lijst)) this.rijen(v, pad, lijst, v.per && this.weet.bekend.get(per));
    else this.verkeerd(v, pad);
  }

  /** §7. `gekozen`: the codes that there is a row for, where that is so. */
  rijen(v, pad, lijst, gekozen) {
    if (!this.stil) this.weet.bekend.set(pad, lijst);
    const { minimum, maximum } = v, n = lijst.length;
    if (gekozen ? n !== gekozen.length : n < minimum || n > maximum) this.fout(pad, "aantal", v);
    lijst.slice(0, maximum).forEach((rij, i) => {
      const eigen = `${pad}[${i}]`;
      if (!isObject(rij)) { this.fout(eigen, "soort", v); return; }
      this.uit.getoond.add(eigen);
      this.weet.rij.push(i);
      this.inhoud(v.velden, rij, eigen);
      this.weet.rij.pop();
    });
    const eenmaal = [...(v.uniek ?? []), ...(v.per ? ["voor"] : [])];
    for (const vraag of eenmaal) this.dubbel(v, pad, Math.min(n, maximum), vraag, gekozen);
  }

  dubbel(v, pad, n, vraag, gekozen) {
    const gezien = new Set(), m = this.maten(v.velden.find((deel) => deel.id === vraag) ?? {});
    for (let i = 0; i < n; i++) {
      const plek = `${pad}[${i}].${vraag}`, waarde = this.weet.bekend.get(plek);
      if (waarde === undefined) continue;
      const vorm = inVorm(waarde, m.vorm);
      if (gezien.has(vorm)) this.fout(plek, "dubbel", v);
      else if (vraag === "voor" && gekozen && !gekozen.includes(waarde)) this.fout(plek, "keuze", v);
      gezien.add(vorm);
    }
  }

  // ---- questions ------------------------------------------------------------------------------
  vraag(v, pad, antwoorden) {
    const mag = this.opties(v, pad), waarde = haal(antwoorden, v.id);
    const moet = !this.weet.open(v.verplicht) && this.weet.waar(v.verplicht), ontbreekt = waarde === undefined;
    if (ontbreekt && this.weet.open(v.als)) return;
    if (moet && !this.stil) this.uit.verplicht.push(pad);
    if (ontbreekt) { this.onbeantwoord(v, pad, moet); return; }
    const fouten = this.gebreken(v, waarde, mag);
    for (const [onder, code] of fouten) this.fout(pad + onder, code, v);
    if (fouten.length) { this.betwijfel(pad); return; }
    this.weet.bekend.set(pad, waarde);
    const delen = isObject(waarde) ? Object.entries(waarde) : [];
    for (const [deel, tekst] of delen) this.weet.bekend.set(`${pad}.${deel}`, tekst);
    this.regels(v.regels, pad);
  }

  onbeantwoord(v, pad, moet) {
    const twijfel = this.weet.twijfel(v.als, v.verplicht);
    if (moet || twijfel) this.betwijfel(pad);
    if (moet && !twijfel) this.fout(pad, "verplicht", v);
  }

  gebreken(v, waarde, mag) {
    const uit = gebreken(this.maten(v), waarde, this.plan.tekens, mag);
    if (uit.length) return uit;
    for (const [hoe, maat, grens] of v.grenzen ?? []) {
      const ander = vanuit(grens);
      if (ander && this.weet.lees(ander) === undefined) continue;
      if (!this.weet.houdt(maat, waarde, hoe, grens)) return [["", ander ? "vergelijking" : "datum"]];
    }
    return [];
  }

  /** May this code be chosen now? Tells the page which options there are. */
  opties(v, pad) {
    const aan = new Set();
    for (const { code, als } of this.keuzen(v) ?? []) {
      const mag = this.weet.open(als) || this.weet.waar(als);
      if (mag || this.weet.twijfel(als)) aan.add(code);
      if (als !== undefined) this.uit.opties.push([[pad, code], mag]);
    }
    const aangeboden = haal(this.om.aangeboden, pad);
    if (aangeboden) return (code) => aangeboden.includes(code);
    return v.open ? (code) => new RegExp(`^(?:${this.maten(v).patroon})$`).test(code) : (code) => aan.has(code);
  }

  /** §8. */
  regels(regels, pad) {
    (regels ?? []).forEach((r, i) => {
      const telt = r.namen.every((naam) => this.weet.lees(naam) !== undefined) && !this.weet.open(r.als, r.eis);
      if (!telt || !this.weet.waar(r.als) || this.weet.waar(r.eis) || this.weet.twijfel(r.als, r.eis)) return;
      const seintje = r.ernst === "waarschuwing";
      this.meld(seintje ? this.uit.waarschuwingen : this.uit.fouten, this.weet.hier(r.pad), "vergelijking", r.m);
      if (seintje) this.uit.getoond.add(`${pad}.w${i}`);
    });
  }
}

/** {geldig, fouten: [{pad, code, melding}], waarschuwingen, zichtbaar, verplicht, getoond, opties, antwoorden}.
 *  With `snoei` an answer to what is not shown is left out instead of refused, as a page does before it sends. */
export function beoordeel(plan, antwoorden, omstandigheden, { snoei = false } = {}) {
  const eigen = snoei ? structuredClone(antwoorden) : antwoorden, gang = new Gang(plan, omstandigheden, snoei);
  gang.ga(eigen);
  return { geldig: gang.uit.fouten.length === 0, ...gang.uit, antwoorden: eigen };
}
