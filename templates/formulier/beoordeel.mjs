// What a set of answers means: the twin of catalogue/antwoorden.py. One walk in written order; a
// shown and valid answer becomes known, everything else stays unknown; conditions see what is known.
// Faults that only follow from an earlier fault are not reported (`onzeker`, `twijfel`).
import { gebreken, maten } from "./soorten.mjs";
import { houdt, namen, waar } from "./voorwaarde.mjs";

const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/;
const isObject = (w) => w !== null && typeof w === "object" && !Array.isArray(w);
const vraagtIets = (velden) => velden.some((v) => v.soort !== "info" && (v.soort !== "groep" || vraagtIets(v.velden)));
const anderAntwoord = (grens) => Array.isArray(grens) && !/^(\d|vandaag$)/.test(grens[0]);

class Gang {
  constructor(plan, om, snoei) {
    Object.assign(this, { plan, om, snoei, bekend: new Map(), onzeker: new Set(), rij: [] });
    this.uit = { fouten: [], waarschuwingen: [], zichtbaar: [], verplicht: [], getoond: new Set(), opties: [] };
    this.van = (pad) => this.lees(pad);
  }

  // ---- paths and conditions -----------------------------------------------------------------
  hier(pad) {
    let i = 0;
    return pad.replace(/\[\]/g, (leeg) => (i < this.rij.length ? `[${this.rij[i++]}]` : leeg));
  }

  /** The known value at a path of the plan, for the rows we are in; or of the circumstances. */
  lees(pad) {
    if (pad === "vandaag") return this.om.vandaag;
    const [kop, rest] = pad.split(/\.(.*)/), waar = { indiener: "indiener", voorziening: "voorzieningen", parameter: "parameters" }[kop];
    return waar ? this.om[waar]?.[rest] : this.bekend.get(this.hier(pad));
  }

  waar(c) { return waar(c, this.van, this.plan.feestdagen); }

  /** Do these conditions look at an answer that is itself in doubt? */
  twijfel(...voorwaarden) {
    return this.onzeker.size > 0 && voorwaarden.some((c) => namen(c).some((naam) => {
      for (let p = this.hier(naam); p; p = p.slice(0, Math.max(p.lastIndexOf("."), p.lastIndexOf("["), 0))) if (this.onzeker.has(p)) return true;
      return false;
    }));
  }

  fout(pad, code, v) { this.uit.fouten.push({ pad, code, melding: melding(this.plan, v, code) }); }

  toon(pad) { this.uit.zichtbaar.push(pad); }

  // ---- containers ---------------------------------------------------------------------------
  ga(antwoorden) {
    const { indiener } = this.om;
    const past = ([soort, middel, niveaus]) => soort === indiener.soort && middel === indiener.middel && (!niveaus || niveaus.includes(indiener.niveau));
    if (indiener && !this.plan.toegang.some(past)) this.fout("indiener", "keuze", { soort: "inloggen" });
    if (!isObject(antwoorden)) { this.fout("", "soort"); return; }
    for (const s of this.plan.stappen) this.stap(s, antwoorden);
    this.onbekend(antwoorden, new Set([...this.plan.stappen.map((s) => s.id), ...(this.plan.lokaal ? ["lokaal"] : [])]), "");
  }

  stap(s, rond) {
    const inhoud = this.houder(s, s.id, this.waar(s.als), rond);
    if (!inhoud) return;
    this.inhoud(s.velden, inhoud, s.id);
    this.regels(s.regels, s.id);
    for (const stop of s.stop ?? []) {
      if (!this.waar(stop.als)) continue;
      this.uit.getoond.add(`${s.id}.${stop.id}`);
      if (!this.twijfel(stop.als)) this.fout(`${s.id}.${stop.id}`, "stop", stop);
    }
  }

  /** The answers inside a step or group; null when there is nothing to look at. */
  houder(v, pad, getoond, rond) {
    if (!getoond) return this.nietGetoond(v, pad, rond);
    this.toon(pad);
    const inhoud = Object.hasOwn(rond, v.id) ? rond[v.id] : undefined;
    if (!vraagtIets(v.velden)) { if (inhoud !== undefined) this.fout(pad, "onbekend"); return {}; }
    if (inhoud === undefined) { if (!this.twijfel(v.als)) this.fout(pad, "verplicht", v); return {}; }
    if (isObject(inhoud)) return inhoud;
    this.fout(pad, "soort", v);
    this.onzeker.add(pad);
    return null;
  }

  nietGetoond(v, pad, rond) {
    const twijfel = this.twijfel(v.als);
    if (twijfel) this.onzeker.add(pad);
    if (!Object.hasOwn(rond, v.id)) return null;
    if (this.snoei) delete rond[v.id];
    else if (!twijfel) this.fout(pad, "verborgen");
    return null;
  }

  onbekend(antwoorden, bekend, pad) {
    for (const id of Object.keys(antwoorden)) if (!bekend.has(id)) this.fout(pad ? `${pad}.${id}` : id, "onbekend");
  }

  inhoud(velden, antwoorden, pad) {
    const bekend = new Set();
    for (const v of velden) {
      const eigen = `${pad}.${v.id}`, getoond = this.waar(v.als);
      if (v.soort === "info") { if (getoond) this.toon(eigen); continue; }
      bekend.add(v.id);
      if (v.soort === "groep") {
        const onder = this.houder(v, eigen, getoond, antwoorden);
        if (onder) this.inhoud(v.velden, onder, eigen);
      } else if (!getoond) this.nietGetoond(v, eigen, antwoorden);
      else if (v.soort === "herhaling") this.herhaling(v, eigen, antwoorden, pad);
      else this.vraag(v, eigen, antwoorden);
    }
    this.onbekend(antwoorden, bekend, pad);
  }

  herhaling(v, pad, rond, houder) {
    this.toon(pad);
    const lijst = Object.hasOwn(rond, v.id) ? rond[v.id] : undefined;
    if (!Array.isArray(lijst)) {
      this.onzeker.add(pad);
      if (lijst !== undefined) this.fout(pad, "soort", v);
      else if (!this.twijfel(v.als)) this.fout(pad, "verplicht", v);
      return;
    }
    this.bekend.set(pad, lijst);
    const gekozen = v.per && this.bekend.get(`${houder}.${v.per}`);
    if (gekozen ? lijst.length !== gekozen.length : lijst.length < v.minimum || lijst.length > v.maximum) this.fout(pad, "aantal", v);
    lijst.slice(0, v.maximum).forEach((item, i) => {
      const eigen = `${pad}[${i}]`;
      if (!isObject(item)) { this.fout(eigen, "soort", v); return; }
      this.uit.getoond.add(eigen);
      this.rij.push(i);
      this.inhoud(v.velden, item, eigen);
      this.rij.pop();
    });
    for (const veld of [...(v.uniek ?? []), ...(v.per ? ["voor"] : [])]) this.dubbel(v, pad, Math.min(lijst.length, v.maximum), veld, gekozen);
  }

  dubbel(v, pad, aantal, veld, gekozen) {
    const gezien = new Set();
    for (let i = 0; i < aantal; i++) {
      const plek = `${pad}[${i}].${veld}`, waarde = this.bekend.get(plek), sleutel = JSON.stringify(waarde);
      if (waarde === undefined) continue;
      if (gezien.has(sleutel)) this.fout(plek, "dubbel", v);
      else if (veld === "voor" && gekozen && !gekozen.includes(waarde)) this.fout(plek, "keuze", v);
      gezien.add(sleutel);
    }
  }

  // ---- questions ----------------------------------------------------------------------------
  vraag(v, pad, antwoorden) {
    this.toon(pad);
    const moet = this.waar(v.verplicht), opties = this.opties(v, pad);
    if (moet) this.uit.verplicht.push(pad);
    if (!Object.hasOwn(antwoorden, v.id)) {
      const twijfel = this.twijfel(v.als, v.verplicht);
      if (moet || twijfel) this.onzeker.add(pad);
      if (moet && !twijfel) this.fout(pad, "verplicht", v);
      return;
    }
    const waarde = antwoorden[v.id], fouten = this.gebreken(v, waarde, opties);
    for (const [onder, code] of fouten) this.fout(pad + (onder.startsWith("[") || !onder ? onder : `.${onder}`), code, v);
    if (fouten.length) { this.onzeker.add(pad); return; }
    this.bekend.set(pad, waarde);
    if (v.soort === "adres") for (const [deel, tekst] of Object.entries(waarde)) this.bekend.set(`${pad}.${deel}`, tekst);
    this.regels(v.regels, pad);
  }

  gebreken(v, waarde, opties) {
    const uit = gebreken(v, waarde);
    if (opties) return uit.some(([, code]) => code === "soort") || [waarde].flat().every(opties) ? uit : [...uit, ["", "keuze"]];
    for (const [hoe, als, grens] of uit.length ? [] : v.grenzen ?? []) {
      const ander = anderAntwoord(grens);
      if (ander && (this.lees(grens[0]) ?? null) === null) continue;
      if (!houdt(als, waarde, hoe, grens, this.van, this.plan.feestdagen)) return [["", ander ? "vergelijking" : "datum"]];
    }
    return uit;
  }

  /** May this code be chosen now? undefined for a question without options. */
  opties(v, pad) {
    if (v.soort !== "keuze" && v.soort !== "meerkeuze") return undefined;
    const aangeboden = this.om.aangeboden?.[pad];
    if (aangeboden) return (code) => aangeboden.includes(code);
    if (v.open || !v.opties) return (code) => CODE.test(code);
    const open = new Set();
    for (const optie of v.opties) {
      const [code, als] = Array.isArray(optie) ? optie : [optie, true], aan = this.waar(als);
      if (aan) open.add(code);
      if (als !== true) this.uit.opties.push([[pad, code], aan]);
    }
    return (code) => open.has(code);
  }

  regels(regels, pad) {
    (regels ?? []).forEach((r, i) => {
      if (r.namen.some((n) => (this.lees(n) ?? null) === null) || !this.waar(r.als) || this.waar(r.eis)) return;
      (r.let_op ? this.uit.waarschuwingen : this.uit.fouten).push({ pad: this.hier(r.pad), code: "vergelijking", melding: r.m });
      if (r.let_op) this.uit.getoond.add(`${pad}.w${i}`);
    });
  }
}

/** What to say: the question's own text, or the text for its kind with its name and measures filled in. */
function melding(plan, v, code) {
  if (typeof v?.m === "string") return v.m;
  const tekst = v?.m?.[code] ?? plan.meldingen?.[`${code}/${v?.soort ?? "stap"}`] ?? plan.meldingen?.[code] ?? "";
  const woorden = { ...v, ...(v?.soort && maten(v)), typen: v?.typen?.map((t) => t.split("/")[1].toUpperCase()).join(", ") };
  return tekst.replace(/\{(\w+)\}/g, (_, k) => woorden[k] ?? "");
}

/** {geldig, fouten: [{pad, code, melding}], waarschuwingen, zichtbaar, verplicht, getoond, opties, antwoorden}.
 *  With `snoei` an answer to what is not shown is left out instead of refused (what a form does before it sends). */
export function beoordeel(plan, antwoorden, omstandigheden, { snoei = false } = {}) {
  const eigen = snoei ? structuredClone(antwoorden) : antwoorden, gang = new Gang(plan, omstandigheden, snoei);
  gang.ga(eigen);
  gang.uit.zichtbaar.forEach((pad) => gang.uit.getoond.add(pad));
  return { geldig: gang.uit.fouten.length === 0, ...gang.uit, antwoorden: eigen };
}
