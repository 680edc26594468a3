// The core beside its peers in one run: checking a 3 KB complaint (Node's JSON.parse with ajv on the same rules),
// adding 10 working days (moment, dayjs and luxon walking day by day past the same holidays), then the native
// benchmark with QuantLib and the bare table. Figures are printed, never asserted.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import dayjs from "dayjs";
import { DateTime } from "luxon";
import moment from "moment";
import { startCore } from "../support/core.mjs";
import { built, root } from "../support/places.mjs";

const ROUNDS = 15;
const ROUND_MS = 40;
let words = "";
while (words.length < 2800) words += "The roof leaks and nobody came, though we rang “every week”.\n";
const text = JSON.stringify({ brand: "homes-plus", kind: "complaint", what_happened: words.trim(), email: "grace@example.org" });
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(readFileSync(join(root, "public", "schemas", "submission.schema.json"), "utf8")));
const core = await startCore();

const holidays = new Set(JSON.parse(readFileSync(join(root, "public", "policy", "bank-holidays.json"), "utf8"))["england-and-wales"].events.map((event) => event.date));

/** The date 10 working days on, by a library's own dates. */
function walk(start, next, weekday, text) {
  let day = start;
  for (let left = 10; left > 0;) {
    day = next(day);
    if (weekday(day) % 7 !== 0 && weekday(day) % 7 !== 6 && !holidays.has(text(day))) --left;
  }
  return text(day);
}
const START = "2026-03-26";
const adding = [
  { name: "npm moment", work: () => walk(moment(START), (day) => day.clone().add(1, "day"), (day) => day.day(), (day) => day.format("YYYY-MM-DD")) },
  { name: "npm dayjs", work: () => walk(dayjs(START), (day) => day.add(1, "day"), (day) => day.day(), (day) => day.format("YYYY-MM-DD")) },
  { name: "npm luxon", work: () => walk(DateTime.fromISO(START), (day) => day.plus({ days: 1 }), (day) => day.weekday, (day) => day.toISODate()) },
];
const checking = [
  { name: "node: JSON.parse and ajv, the same rules", work: () => validate(JSON.parse(text)) },
  { name: "core.wasm: putright_check, text in and out", work: () => core.call("putright_check", text) },
];

function round(work) {
  const start = process.hrtime.bigint();
  let calls = 0;
  let elapsed = 0;
  do { work(); ++calls; elapsed = Number(process.hrtime.bigint() - start); } while (elapsed < ROUND_MS * 1e6);
  return elapsed / calls;
}
const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];

function compare(title, rows) {
  const times = rows.map(() => []);
  for (const row of rows) for (let warm = 0; warm < 500; ++warm) row.work();
  for (let count = 0; count < ROUNDS; ++count) rows.forEach((row, index) => times[index].push(round(row.work)));
  console.log(`\n${title}`);
  rows.forEach((row, index) => console.log(`  ${row.name.padEnd(46)} ${median(times[index]).toFixed(0).padStart(12)} ns  ${(median(times[index]) / median(times[0])).toFixed(2).padStart(8)} x`));
}

console.log(`Medians of ${ROUNDS} interleaved rounds of ${ROUND_MS} ms in Node; ratios to the first row of each table.`);
compare(`Check a complaint of ${text.length} characters`, checking);
compare(`Add 10 working days to ${START} (all say ${adding[0].work()})`, adding);
for (const row of adding) if (row.work() !== "2026-04-13") throw new Error(`${row.name} says ${row.work()}`);
spawnSync(built(join(root, "build", "native", "tests", "bench", "putright_bench")), { stdio: "inherit", cwd: root });
