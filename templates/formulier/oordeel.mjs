// What a set of answers means: the rules of site/docs/plan.md, "Hoe het oordeel gaat", whose numbers stand behind § below.
// One walk in written order; a shown and valid answer becomes known, and conditions see only what is known.
import { melding } from "./meldingen.mjs";
import { vanuit, houdt, namen, waar } from "./voorwaarde.mjs";
import { gebreken, haal, isObject } from "./waarde.mjs";

const OMSTANDIGHEDEN = { indiener: "indiener", voorziening: "voorzieningen", parameter: "parameters" };
const GEMEENTE = /^(?:parameter|voorziening)\./;
const INLOGGEN = { soort: "inloggen" };

/** Does anything in these parts have an answer? */
export const vraagtIets = (velden) => velden.some((v) => v.soort !== "info" && (v.soort !== "groep" || vraagtIets(v.velden)));

/** A question with the measures of its kind. */
export const maten = (plan, v) => ({ ...haal(plan.soorten, v.soort), ...v });

const nietsIn = (w) => typeof w === "object" && Object.values(w ?? {}).every(nietsIn);

/** The same text for answers that are equal, whatever the order of their members. */
const inVorm = (waarde) => JSON.stringify(waarde, (_, w) => (isObject(w) ? Object.entries(w).sort(([a], [b]) => (a < b ? -1 : 1)) : w));

class Gang {
  constructor(plan, om, snoei) {
    Object.assign(this, { plan, om, snoei, rol: om.rol ?? "indiener", bekend: new Map(), twijfels: new Set(), rij: [], stil: false });
    this.uit = { fouten: [], waarschuwingen: [], zichtbaar: [], verplicht: [], getoond: new Set(), opties: [] };
    this.van = (pad) => this.lees(pad);
  }

  // ---- paths and conditions -----------------------------------------------------------------
  /** A path of the plan, in the rows that we are in. */
  hier(pad) {
    let i = 0;
    return pad.replace(/\[\]/g, (leeg) => (i < this.rij.length ? `[${this.rij[i++]}]` : leeg));
  }

  lees(pad) {
    if (pad === "vandaag") return this.om.vandaag;
    const [kop, rest] = pad.split(/\.(.*)/s), waar = haal(OMSTANDIGHEDEN, kop);
    if (!waar) return this.bekend.get(this.hier(pad));
    return (kop === "parameter" ? haal(this.plan.parameters, rest) : undefined) ?? haal(this.om[waar], rest) ?? undefined;
  }

  waar(c) { return waar(c, this.van, this.plan.feestdagen); }

  /** §10. Do these conditions look at an answer in doubt, or at what lies below one? */
  twijfel(...voorwaarden) {
    return this.twijfels.size > 0 && voorwaarden.flatMap(namen).some((naam) => {
      for (let p = this.hier(naam); p; p = p.slice(0, Math.max(p.lastIndexOf("."), p.lastIndexOf("["), 0))) if (this.twijfels.has(p)) return true;
      return false;
    });
  }

  betwijfel(pad) { if (!this.stil) this.twijfels.add(pad); }

  /** §11. Do these conditions look at what the municipality did not fill in? */
  open(...voorwaarden) {
    return voorwaarden.flatMap(namen).some((naam) => GEMEENTE.test(naam) && this.lees(naam) === undefined);
  }

  // ---- what comes out -----------------------------------------------------------------------
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
    const past = ([soort, middel, niveaus]) => soort === indiener.soort && middel === indiener.middel && (!niveaus || niveaus.includes(indiener.niveau));
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
    if (this.open(stop.als) || !this.waar(stop.als)) return;
    this.uit.getoond.add(pad);
    if (!this.twijfel(stop.als)) this.meld(this.uit.fouten, pad, "stop", stop.m);
  }

  /** §3. Is this part shown? An answer to what is not is refused, or left out before sending. */
  getoond(v, pad, rond) {
    if (this.open(v.als) || this.waar(v.als)) this.toon(pad);
    else this.nietGetoond(v, pad, rond);
    return this.uit.getoond.has(pad);
  }

  nietGetoond(v, pad, rond) {
    const twijfel = this.twijfel(v.als);
    if (twijfel) this.betwijfel(pad);
    if (twijfel || !Object.hasOwn(rond, v.id)) return;
    if (this.snoei) delete rond[v.id];
    else this.fout(pad, "verborgen", v);
  }

  /** §4. A step or group; `binnen` looks at what is in it. */
  houder(v, pad, rond, binnen) {
    if (!this.getoond(v, pad, rond)) return;
    const inhoud = haal(rond, v.id);
    if (!vraagtIets(v.velden)) {
      if (inhoud !== undefined) this.fout(pad, "onbekend");
      if (inhoud !== undefined || !this.open(v.als)) binnen({});
    } else if (inhoud === undefined) this.ontbreekt(v, pad, binnen);
    else if (isObject(inhoud)) this.misschien(v, rond, () => binnen(inhoud));
    else this.verkeerd(v, pad);
  }

  verkeerd(v, pad) {
    this.fout(pad, "soort", v);
    this.betwijfel(pad);
  }

  ontbreekt(v, pad, binnen) {
    if (this.open(v.als)) return;
    if (this.twijfel(v.als)) { this.betwijfel(pad); return; }
    this.fout(pad, "verplicht", v);
    binnen({});
  }

  /** §11, before sending: what may be there is left out when nothing was filled in, though a page shows what is in it. */
  misschien(v, rond, kijk) {
    const eerst = this.stil;
    this.stil ||= this.snoei && this.open(v.als) && nietsIn(rond[v.id]);
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
      if (v.soort === "info") { if (this.waar(v.als)) this.toon(eigen); }
      else if (v.soort === "groep") this.houder(v, eigen, antwoorden, (onder) => this.inhoud(v.velden, onder, eigen));
      else if (!this.getoond(v, eigen, antwoorden)) continue;
      else if (v.soort === "herhaling") this.herhaling(v, eigen, antwoorden, `${pad}.${v.per}`);
      else this.vraag(v, eigen, antwoorden);
    }
    this.onbekend(antwoorden, velden, pad);
  }

  // ---- repeats --------------------------------------------------------------------------------
  herhaling(v, pad, rond, per) {
    const lijst = haal(rond, v.id);
    if (lijst === undefined) this.ontbreekt(v, pad, () => this.betwijfel(pad));
    else if (Array.isArray(lijst)) this.misschien(v, rond, () => this.rijen(v, pad, lijst, v.per && this.bekend.get(per)));
    else this.verkeerd(v, pad);
  }

  /** §7. `gekozen`: the codes that there is a row for, where that is so. */
  rijen(v, pad, lijst, gekozen) {
    if (!this.stil) this.bekend.set(pad, lijst);
    const { minimum, maximum } = v, n = lijst.length;
    if (gekozen ? n !== gekozen.length : n < minimum || n > maximum) this.fout(pad, "aantal", v);
    lijst.slice(0, maximum).forEach((rij, i) => {
      const eigen = `${pad}[${i}]`;
      if (!isObject(rij)) { this.fout(eigen, "soort", v); return; }
      this.uit.getoond.add(eigen);
      this.rij.push(i);
      this.inhoud(v.velden, rij, eigen);
      this.rij.pop();
    });
    for (const vraag of [...(v.uniek ?? []), ...(v.per ? ["voor"] : [])]) this.dubbel(v, pad, Math.min(n, maximum), vraag, gekozen);
  }

  dubbel(v, pad, n, vraag, gekozen) {
    const gezien = new Set();
    for (let i = 0; i < n; i++) {
      const plek = `${pad}[${i}].${vraag}`, waarde = this.bekend.get(plek), vorm = inVorm(waarde);
      if (waarde === undefined) continue;
      if (gezien.has(vorm)) this.fout(plek, "dubbel", v);
      else if (vraag === "voor" && gekozen && !gekozen.includes(waarde)) this.fout(plek, "keuze", v);
      gezien.add(vorm);
    }
  }

  // ---- questions ------------------------------------------------------------------------------
  vraag(v, pad, antwoorden) {
    const mag = this.opties(v, pad), waarde = haal(antwoorden, v.id);
    const moet = !this.open(v.verplicht) && this.waar(v.verplicht), ontbreekt = waarde === undefined;
    if (ontbreekt && this.open(v.als)) return;
    if (moet && !this.stil) this.uit.verplicht.push(pad);
    if (ontbreekt) { this.onbeantwoord(v, pad, moet); return; }
    const fouten = this.gebreken(v, waarde, mag);
    for (const [onder, code] of fouten) this.fout(pad + onder, code, v);
    if (fouten.length) { this.betwijfel(pad); return; }
    this.bekend.set(pad, waarde);
    if (isObject(waarde)) for (const [deel, tekst] of Object.entries(waarde)) this.bekend.set(`${pad}.${deel}`, tekst);
    this.regels(v.regels, pad);
  }

  onbeantwoord(v, pad, moet) {
    const twijfel = this.twijfel(v.als, v.verplicht);
    if (moet || twijfel) this.betwijfel(pad);
    if (moet && !twijfel) this.fout(pad, "verplicht", v);
  }

  gebreken(v, waarde, mag) {
    const uit = gebreken(this.maten(v), waarde, this.plan.tekens, mag);
    if (uit.length) return uit;
    for (const [hoe, maat, grens] of v.grenzen ?? []) {
      const ander = vanuit(grens);
      if (ander && this.lees(ander) === undefined) continue;
      if (!houdt(maat, waarde, hoe, grens, this.van, this.plan.feestdagen)) return [["", ander ? "vergelijking" : "datum"]];
    }
    return [];
  }

  /** May this code be chosen now? Tells the page which options there are. */
  opties(v, pad) {
    const aan = new Set();
    for (const { code, als } of this.keuzen(v) ?? []) {
      const mag = this.open(als) || this.waar(als);
      if (mag) aan.add(code);
      if (als !== undefined) this.uit.opties.push([[pad, code], mag]);
    }
    const aangeboden = haal(this.om.aangeboden, pad);
    if (aangeboden) return (code) => aangeboden.includes(code);
    return v.open ? (code) => new RegExp(`^(?:${this.maten(v).patroon})$`).test(code) : (code) => aan.has(code);
  }

  /** §8. */
  regels(regels, pad) {
    (regels ?? []).forEach((r, i) => {
      const telt = r.namen.every((naam) => this.lees(naam) !== undefined) && !this.open(r.als, r.eis);
      if (!telt || !this.waar(r.als) || this.waar(r.eis)) return;
      const seintje = r.ernst === "waarschuwing";
      this.meld(seintje ? this.uit.waarschuwingen : this.uit.fouten, this.hier(r.pad), "vergelijking", r.m);
      if (seintje) this.uit.getoond.add(`${pad}.w${i}`);
    });
  }
}

/** {geldig, fouten: [{pad, code, melding}], waarschuwingen, zichtbaar, verplicht, getoond, opties, antwoorden}. With `snoei` an
 *  answer to what is not shown is left out instead of refused, as a page does before it sends. */
export function beoordeel(plan, antwoorden, omstandigheden, { snoei = false } = {}) {
  const eigen = snoei ? structuredClone(antwoorden) : antwoorden, gang = new Gang(plan, omstandigheden, snoei);
  gang.ga(eigen);
  return { geldig: gang.uit.fouten.length === 0, ...gang.uit, antwoorden: eigen };
}
