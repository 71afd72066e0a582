// A form in JSON Forms with its vanilla renderers, as a page: `toon(taak)` draws it, `gezien()` names what one can see.
// Each renderer stands in an element that says what it draws. The steps stand one below the other: the tabs of vanilla 3.8 count
// hidden steps wrong.
import { composeWithUi, isVisible, rankWith, uiTypeIs } from "@jsonforms/core";
import { JsonForms, JsonFormsDispatch, useJsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import addFormats from "ajv-formats";
import Ajv2020 from "ajv/dist/2020";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { opschonen } from "../../templates/jsonforms/opschonen.mjs";

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false, addUsedSchema: false });
addFormats(ajv);

const metNaam = (Onderdeel) => (props) => (
  <div data-sleutel={props.uischema.i18n} data-item={props.path}>
    <Onderdeel {...props} />
  </div>
);

function Stappen({ uischema, schema, path }) {
  const { core } = useJsonForms();
  return uischema.elements.filter((stap) => isVisible(stap, core.data, path, core.ajv)).map((stap) => (
    <section key={stap.i18n} data-sleutel={stap.i18n}>
      <h2>{stap.label}</h2>
      {stap.elements.map((element, nummer) => <JsonFormsDispatch key={nummer} uischema={element} schema={schema} path={path} />)}
    </section>
  ));
}

const renderers = [
  ...vanillaRenderers.map(({ tester, renderer }) => ({ tester, renderer: metNaam(renderer) })),
  { tester: rankWith(10, uiTypeIs("Categorization")), renderer: Stappen },
];
const root = createRoot(document.getElementById("root"));
let nummer = 0;
let stand = {};

window.toon = ({ schema, uischema, teksten, data, plan, omstandigheden }) => {
  stand = { plan, omstandigheden, data, errors: [] };
  const i18n = { locale: "nl", translate: (sleutel, anders) => teksten[sleutel] ?? anders };
  const bij = ({ data, errors }) => Object.assign(stand, { data, errors });
  flushSync(() => root.render(
    <JsonForms key={nummer++} schema={schema} uischema={uischema} data={data} ajv={ajv} i18n={i18n} renderers={renderers} cells={vanillaCells} onChange={bij} />,
  ));
};

window.gezien = () => [...document.querySelectorAll("[data-sleutel]")]
  .filter((om) => om.tagName === "SECTION" || om.firstElementChild?.checkVisibility())
  .map((om) => naam(om.dataset.sleutel, om.dataset.item ?? ""));

window.schoon = () => ({ antwoorden: opschonen(stand.plan, stand.data, stand.omstandigheden), fouten: stand.errors.length });

// The key of an element with the number of the item that it stands in: "a.rij.veld" in "a.rij.0" is "a.rij[0].veld".
function naam(sleutel, item) {
  const rond = item.split(".").filter((stuk) => !/^\d+$/.test(stuk)).join(".");
  return item.replace(/\.(\d+)/g, "[$1]") + sleutel.slice(rond.length);
}
