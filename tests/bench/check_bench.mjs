// Checking a 3 KB complaint: Node's JSON.parse with ajv on the same rules beside the core as WebAssembly, in one
// process; then the native benchmark in the same run. Figures are printed, never asserted.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { startCore } from "../support/core.mjs";
import { built, root } from "../support/places.mjs";

const ROUNDS = 15;
const ROUND_MS = 40;
let words = "";
while (words.length < 2800) words += "The roof leaks and nobody came, though we rang “every week”.\n";
const text = JSON.stringify({ brand: "homes-plus", kind: "complaint", what_happened: words.trim(), email: "grace@example.org" });
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(readFileSync(join(root, "public", "schemas", "submission.schema.json"), "utf8")));
const core = await startCore();

const rows = [
  { name: "node: JSON.parse and ajv, the same rules", work: () => validate(JSON.parse(text)), times: [] },
  { name: "core.wasm: putright_check, text in and out", work: () => core.call("putright_check", text), times: [] },
];
const round = (work) => {
  const start = process.hrtime.bigint();
  let calls = 0;
  let elapsed = 0;
  do { work(); ++calls; elapsed = Number(process.hrtime.bigint() - start); } while (elapsed < ROUND_MS * 1e6);
  return elapsed / calls;
};
for (const row of rows) for (let warm = 0; warm < 500; ++warm) row.work();
for (let count = 0; count < ROUNDS; ++count) for (const row of rows) row.times.push(round(row.work));
const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];
console.log(`Check a complaint of ${text.length} characters: medians of ${ROUNDS} interleaved rounds of ${ROUND_MS} ms`);
const first = median(rows[0].times);
for (const row of rows) console.log(`  ${row.name.padEnd(46)} ${median(row.times).toFixed(0).padStart(12)} ns  ${(median(row.times) / first).toFixed(2).padStart(8)} x`);
spawnSync(built(join(root, "build", "native", "tests", "bench", "putright_bench")), { stdio: "inherit", cwd: root });
