// Runs test vectors: node vectoren.js vectoren.json. Prints each verdict that differs; exit 1 when there is one.
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { valideer } from "./index.js";

/** The answers after the operations of a JSON Patch (RFC 6902): remove, add and replace of a member. */
function pasToe(antwoorden, wijziging) {
  let uit = structuredClone(antwoorden);
  for (const { op, path, value } of wijziging) {
    const delen = path.split("/").slice(1).map((d) => d.replaceAll("~1", "/").replaceAll("~0", "~"));
    const naam = delen.pop();
    if (naam === undefined) { uit = structuredClone(value); continue; }
    const houder = delen.reduce((h, deel) => h[deel], uit);
    if (op !== "remove") houder[naam] = structuredClone(value);
    else if (Array.isArray(houder)) houder.splice(Number(naam), 1);
    else delete houder[naam];
  }
  return uit;
}

const data = JSON.parse(readFileSync(process.argv[2], "utf8")), heel = new Map();
let anders = 0;
for (const v of data.vectoren) {
  const antwoorden = "antwoorden" in v ? v.antwoorden : pasToe(heel.get(v.basis), v.wijziging);
  heel.set(v.id, antwoorden);
  const kort = (fouten) => JSON.stringify(fouten.map(({ pad, code }) => [pad, code]));
  const gekregen = kort(valideer(antwoorden, data.omstandigheden[v.omstandigheden]));
  if (gekregen === kort(v.fouten)) continue;
  anders++;
  console.log(`vector ${v.id} (${v.waarom}): ${gekregen}`);
}
console.log(`${data.vectoren.length} vectoren, ${anders} anders`);
process.exitCode = anders ? 1 : 0;
