// Makes templates/formulier/gebouwd/: the style sheet (the rules of the NL Design System components
// that our templates use, with ours over them), the house style (the design tokens of the basic level
// that those rules come down to) and the script (our modules as one small file). The result is committed, so that
// building a form needs no npm. Run: npm ci && npm run build
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";
import { basis, totBasis } from "./tokens.mjs";

const hier = dirname(fileURLToPath(import.meta.url));
const bron = join(hier, "../../templates/formulier"), doel = join(bron, "gebouwd");
const require = createRequire(import.meta.url);
const BROWSERS = ["chrome111", "firefox121", "safari16.4"];

// The order in which the components are laid over each other; ours (eigen.css) comes after them.
const COMPONENTEN = [
  "root", "document", "heading-1", "heading-2", "heading-3", "paragraph", "link",
  "form-label", "form-field", "form-field-description", "form-field-error-message", "form-fieldset",
  "textbox", "textarea", "select", "checkbox", "radio-button", "alert", "button", "button-group",
];
// Classes that the templates and the script put together from parts.
const SAMENGESTELD = [
  "utrecht-checkbox--html-input", "utrecht-radio-button--html-input", "utrecht-form-label--radio", "utrecht-form-label--checkbox",
  "utrecht-alert--warning", "utrecht-alert--info", "utrecht-alert--ok", "utrecht-alert--error",
  "utrecht-button--primary-action", "utrecht-button--secondary-action", "utrecht-button--subtle",
];
// What our pages never are: no disabled or read-only controls, no placeholders, no colour from :invalid
// before we have said what is wrong, no right-to-left languages yet.
const NOOIT = /(?<!:not\([^)]*):(disabled|read-only|placeholder|user-invalid|invalid|fullscreen)|:lang\(|\[type=["']?(?:number|password)|:where\(body\)$/;
// What a browser does by itself, or may do as it likes.
const VANZELF = /^-(moz|ms|webkit)-|^(view-transition-name|container-|user-select|scale|font-smoothing|text-rendering|text-size-adjust|text-decoration-skip|print-color-adjust|order|grid-area|z-index)/;

const lees = (naam) => readFileSync(require.resolve(naam), "utf8");
const bronnen = readdirSync(bron).filter((f) => /\.(j2|mjs|css)$/.test(f)).sort();
const som = createHash("sha256");
for (const f of bronnen) som.update(readFileSync(join(bron, f)));
const KOP = (wat) => `/*! SPDX-License-Identifier: EUPL-1.2\n${wat}\nMade by tools/css/bouw.mjs; readable in templates/formulier. bron:${som.copy().digest("hex").slice(0, 16)} */\n`;
const NLDS = "Components: Copyright (c) 2020-2024 Frameless B.V., Copyright (c) 2021-2024 Gemeente Utrecht (NL Design System).";

/** Only the rules whose classes stand in a template or in the script. */
async function componenten() {
  const [gezuiverd] = await new PurgeCSS().purge({
    content: bronnen.filter((f) => !f.endsWith(".css")).map((f) => join(bron, f)),
    css: [{ raw: COMPONENTEN.map((c) => lees(`@utrecht/${c}-css/dist/index.css`)).join("\n") }],
    safelist: { standard: ["html", "body", ":root", ...SAMENGESTELD] },
    defaultExtractor: (tekst) => tekst.match(/[A-Za-z0-9_-]+/g) ?? [],
  });
  const boom = postcss.parse(gezuiverd.css);
  boom.walkComments((c) => c.remove());
  boom.walkAtRules("charset", (c) => c.remove());
  boom.walkAtRules("media", (m) => { if (/ms-high-contrast/.test(m.params)) m.params = "(forced-colors: active)"; });
  boom.walkDecls((d) => {
    if (/url\(\s*["']?data:/.test(d.value) || VANZELF.test(d.prop) || /focus-ring|space-around/.test(d.prop + d.value)) d.remove();
  });
  boom.walkRules((r) => {
    const over = r.selectors.filter((s) => !NOOIT.test(s));
    if (!over.length || r.nodes.every((n) => n.type !== "decl")) return r.remove();
    r.selectors = over.map((s) => s.replaceAll(/:not\([^)]*:disabled[^)]*\)/g, ""));
    return undefined;
  });
  return boom.toString();
}

/** What the house style sets, by name. */
function tokens() {
  const waarden = new Map();
  postcss.parse(lees("@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css")).walkDecls((d) => {
    if (d.prop.startsWith("--") && !/url\(/.test(d.value)) waarden.set(d.prop, d.value);
  });
  return waarden;
}

/** Two sides that are the same as one, and nothing that only says what holds anyway. */
function korter(css) {
  const boom = postcss.parse(css);
  boom.walkDecls((d) => { if ((d.value === "revert" && !/^(all|display)$/.test(d.prop)) || (d.value === "inherit" && /^(font-|line-height)/.test(d.prop))) d.remove(); });
  boom.walkRules((r) => {
    const op = new Map(r.nodes.map((d) => [d.prop, d]));
    for (const [naam, d] of op) {
      const ander = naam.endsWith("-end") && op.get(naam.replace(/-end$/, "-start"));
      if (!ander || ander.value !== d.value || !/^(margin|padding)-/.test(naam)) continue;
      d.prop = naam.slice(0, -4);
      ander.remove();
    }
    if (!r.nodes.length) r.remove();
  });
  return boom.toString();
}

const klein = async (css) => (await transform(css, { loader: "css", minify: true, target: BROWSERS, legalComments: "none" })).code;
const huis = tokens();
const stijl = korter(totBasis((await componenten()) + readFileSync(join(bron, "eigen.css"), "utf8"), huis));
const { outputFiles: [script] } = await build({
  entryPoints: [join(bron, "formulier.mjs")], bundle: true, minify: true, format: "esm", target: BROWSERS, charset: "utf8", legalComments: "none", write: false,
});
rmSync(doel, { recursive: true, force: true });
mkdirSync(doel);
writeFileSync(join(doel, "formulier.css"), KOP(NLDS) + (await klein(stijl)));
writeFileSync(join(doel, "huisstijl.css"), KOP(`${NLDS} Tokens: voorbeeld-design-tokens.`) + (await klein(`.voorbeeld-theme{${basis(stijl, huis)}}`)));
writeFileSync(join(doel, "formulier.mjs"), KOP("The script of the form.") + script.text);
