// The form, step by step. It only hides, names, checks and sends: every question is already in the
// page, and without this script the page is a whole form that the browser sends by itself.
import { $, alinea, knop, maak, naar, vul } from "./dom.mjs";
import { Concept, biedAan } from "./concept.mjs";
import { bericht, toonFouten, wis } from "./fouten.mjs";
import { overzicht } from "./overzicht.mjs";
import { activeer, maakPlaats } from "./rijen.mjs";
import { aanvullen, bijwerken, haalLijsten } from "./stand.mjs";
import { ontvangst, verstuur } from "./verzenden.mjs";

const EINDE = "controle";
const stapVan = (pad) => /^\w+/.exec(pad)[0];

class Formulier {
  constructor(form, plan) {
    Object.assign(this, { form, plan, T: plan.teksten, concept: new Concept(form, plan), verst: 0, naarEinde: false, bezig: false });
    this.verstuurknop = form.querySelector("button[type=submit]");
    this.vorigeknop = knop(this.T.vorige, () => this.toon(this.stappen[this.stappen.indexOf(this.nu) - 1]), "secondary-action");
    this.einde = maak("section", { class: "stap", id: `v-${EINDE}`, "aria-labelledby": `l-${EINDE}`, hidden: true });
    this.titels = new Map(plan.stappen.map((s) => [s.id, $(`l-${s.id}`)?.textContent]));
    for (const s of plan.stappen) aanvullen(plan, s.velden, s.id);
  }

  get stappen() { return [...this.stand.stappen, EINDE]; }

  werkBij() { this.stand = bijwerken(this.form, this.plan); }

  // ---- steps --------------------------------------------------------------------------------
  toon(id, { schrijf = true, focus = true } = {}) {
    const i = Math.max(this.stappen.indexOf(id), 0), n = this.stappen.length;
    this.nu = this.stappen[i];
    this.verst = Math.max(this.verst, i);
    if (this.nu === EINDE) this.vulEinde();
    for (const el of this.form.querySelectorAll(".stap")) el.hidden = el.id !== `v-${this.nu}`;
    const kop = $(`l-${this.nu}`), stap = vul(this.T.stap_van, { n: i + 1, m: n });
    kop.querySelector(".teller")?.remove();
    kop.prepend(maak("span", { class: "teller" }, `${stap} `));
    document.title = `${stap}: ${this.titels.get(this.nu) ?? this.T.controle} - ${this.plan.naam}`;
    this.verstuurknop.textContent = this.nu === EINDE ? this.T.verstuur : this.naarEinde ? this.T.naar_controle : this.T.volgende;
    this.vorigeknop.hidden = i === 0;
    $("inleiding").hidden = i > 0;
    if (schrijf) history.pushState({ stap: this.nu }, "", `#v-${this.nu}`);
    if (focus) naar(kop);
    this.bewaar();
  }

  vulEinde() {
    this.naarEinde = false;
    this.einde.replaceChildren(maak("h2", { class: "utrecht-heading-2", id: `l-${EINDE}`, tabindex: -1 }, this.T.controle), alinea(this.T.controle_uitleg),
      ...this.delen((id) => { this.naarEinde = true; this.toon(id); }));
  }

  /** The answers per step, to read. */
  delen(wijzig) {
    return this.stand.stappen.map((id) => overzicht($(`v-${id}`), this.titels.get(id), this.T, wijzig && (() => wijzig(id))));
  }

  terug({ state }) {
    const i = this.stappen.indexOf(state?.stap);
    if (i < 0) return;
    wis(this.form);
    this.toon(this.stappen[Math.min(i, this.verst)], { schrijf: false });
  }

  // ---- checking and sending -----------------------------------------------------------------
  async verder(e) {
    e.preventDefault();
    if (this.bezig) return;
    await this.lijsten;
    this.werkBij();
    const klaar = this.nu === EINDE, fouten = this.stand.fouten.filter((f) => klaar || stapVan(f.pad) === this.nu);
    if (fouten.length) { this.meld(fouten); return; }
    wis(this.form);
    if (klaar) { await this.verzend(); return; }
    this.toon(this.naarEinde ? this.naOpen() : this.stappen[this.stappen.indexOf(this.nu) + 1]);
  }

  /** After a change: back to the overview, unless the change opened a question that is still empty. */
  naOpen() {
    return this.stand.stappen.find((id) => this.stand.fouten.some((f) => stapVan(f.pad) === id)) ?? EINDE;
  }

  async verzend() {
    this.bezig = true;
    this.verstuurknop.textContent = this.T.bezig;
    const uit = await verstuur(this.form, this.plan, this.stand.antwoorden, this.concept.sleutel);
    this.bezig = false;
    this.verstuurknop.textContent = this.T.verstuur;
    if (uit.ontvangen) this.klaar(uit.ontvangen);
    else if (uit.fouten?.length) this.meld(uit.fouten);
    else bericht(this.form, this.T.niet_gelukt, alinea(this.T.niet_gelukt_uitleg), alinea(this.plan.hulplijn));
  }

  /** Shows faults, in the first step that has one. */
  meld(fouten) {
    const stap = this.stand.stappen.find((id) => fouten.some((f) => stapVan(f.pad) === id));
    if (stap && stap !== this.nu) {
      this.naarEinde = this.nu === EINDE;
      this.toon(stap, { focus: false });
    }
    const hier = fouten.filter((f) => !stap || stapVan(f.pad) === stap || !this.stand.stappen.includes(stapVan(f.pad)));
    toonFouten(this.form, hier, this.stand.plek, this.plan);
  }

  klaar(ontvangen) {
    this.concept.wis();
    this.concept.aan = false;
    history.replaceState(null, "", location.pathname + location.search);
    document.title = `${this.T.ontvangen} - ${this.plan.naam}`;
    naar(ontvangst(this.plan, this.T, ontvangen, this.delen()));
  }

  // ---- draft and start ----------------------------------------------------------------------
  bewaar() { if (!$("concept") && this.gewijzigd) this.concept.bewaar(this.nu); }

  herstel({ waarden, nu }) {
    maakPlaats(waarden.map(([naam]) => naam));
    this.concept.zet(waarden);
    this.werkBij();
    this.gewijzigd = true;
    const open = this.stappen.indexOf(this.naOpen());
    this.toon(this.stappen[Math.min(open, Math.max(this.stappen.indexOf(nu), 0))]);
  }

  leeg() {
    this.concept.wis();
    this.gewijzigd = false;
    this.form.reset();
    wis(this.form);
    this.werkBij();
    this.verst = 0;
    this.toon(this.stappen[0]);
  }

  begin() {
    const { form, T } = this, anders = () => { this.gewijzigd = true; this.werkBij(); this.bewaar(); };
    for (const s of this.plan.stappen) activeer(s.velden ?? [], s.id, T, anders);
    this.verstuurknop.parentNode.before(this.einde);
    this.verstuurknop.after(this.vorigeknop, knop(T.wis, () => { if (confirm(T.wis_zeker)) { $("concept")?.remove(); this.leeg(); } }));
    document.documentElement.dataset.js = "";
    if ($("voorwaarden")) $("voorwaarden").disabled = true;
    this.lijsten = haalLijsten(this.plan.stappen).then(() => this.werkBij(), () => {});
    const vanServer = $("fouten"), eerste = form.querySelector(".utrecht-form-field--invalid")?.closest(".stap").id.slice(2);
    this.werkBij();
    this.toon(eerste, { schrijf: false, focus: false });
    history.replaceState({ stap: this.nu }, "", location.pathname + location.search);
    const concept = this.concept.lees();
    if (vanServer) naar(vanServer);
    else if (concept?.waarden) biedAan(form, T, () => this.herstel(concept), () => this.leeg());
    form.addEventListener("submit", (e) => this.verder(e));
    form.addEventListener("change", anders);
    addEventListener("pagehide", () => this.bewaar());
    addEventListener("popstate", (e) => this.terug(e));
  }
}

if (globalThis.document && $("plan")) ($("f").plan = JSON.parse($("plan").textContent)) && new Formulier($("f"), $("f").plan).begin();
