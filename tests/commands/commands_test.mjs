// The program's commands from outside: what they print, and the exit code for each kind of answer.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binary, built, root } from "../support/places.mjs";

const run = (words, input = "") => {
  const { status, stdout, stderr } = spawnSync(built(binary), words, { input, encoding: "utf8", cwd: tmpdir() });
  return { status, stdout, stderr };
};
const RECORD = { brand: "homes-plus", kind: "complaint", matter: "repairs", events: [{ type: "submitted", at: "2026-03-26T09:00:00Z" }, { type: "acknowledged", at: "2026-03-31T14:00:00Z" }] };
const folder = (context) => {
  const made = mkdtempSync(join(tmpdir(), "putright-"));
  context.after(() => rmSync(made, { recursive: true }));
  return made;
};

test("help and version: every command has help, and an unknown one is wrong usage", () => {
  assert.match(run(["--version"]).stdout, /^putright \d+\.\d+\.\d+\n$/);
  const help = run(["--help"]);
  assert.equal(help.status, 0);
  for (const name of ["serve", "verify", "assess", "check", "render", "calendar", "policy", "keys", "colleagues", "backup", "audit", "report", "erase"]) {
    assert.match(help.stdout, new RegExp(`^  ${name} `, "m"));
    assert.equal(run([name, "--help"]).status, 0, name);
    assert.equal(run([name, "--no-such-option"]).status, 2, name);
  }
  assert.equal(run(["nonsense"]).status, 2);
  assert.equal(run([]).status, 2);
});

test("assess: from any folder, the dates with their whole why", () => {
  const { status, stdout } = run(["assess", "--as-of", "2026-04-08"], JSON.stringify(RECORD));
  assert.equal(status, 0);
  const answer = JSON.parse(stdout);
  assert.equal(answer.as_of, "2026-04-08");
  const [, response] = answer.deadlines;
  assert.equal(response.due_on, "2026-04-16");
  assert.equal(response.words, "10 working days after Tuesday 31 March 2026. Not counted: 4 weekend days, Good Friday (Friday 3 April), Easter Monday (Monday 6 April).");
  assert.ok(response.otherwise.some((other) => other.edition === "homes-plus-key-facts"));
});

test("assess: --receipt overrides the rule; a record of the future is asked about as of its last event", () => {
  const evening = { ...RECORD, events: [{ type: "submitted", at: "2027-12-24T18:00:00Z" }] };
  const due = (words) => JSON.parse(run(["assess", ...words], JSON.stringify(evening)).stdout).deadlines[0].due_on;
  assert.equal(due([]), "2028-01-05");
  assert.equal(due(["--receipt", "rolled"]), "2028-01-06");
  assert.equal(run(["assess", "--receipt", "sometimes"], JSON.stringify(evening)).status, 2);
  assert.equal(run(["assess", "--as-of", "yesterday"], JSON.stringify(evening)).status, 2);
});

test("assess --as-of a date: what happened that day counts, and a date due that day is not late", () => {
  const state = (day) => JSON.parse(run(["assess", "--as-of", day], JSON.stringify(RECORD)).stdout).deadlines.map((deadline) => deadline.state);
  assert.deepEqual(state("2026-03-31"), ["met", "pending"]);
  assert.deepEqual(state("2026-04-16"), ["met", "pending"]);
  assert.deepEqual(state("2026-04-17"), ["met", "late"]);
});

test("assess: problems are JSON on standard error, with exit code 3", () => {
  for (const [input, code] of [["{", "json_malformed"], ["[]", "not_an_object"], [JSON.stringify({ ...RECORD, brand: "x" }), "brand_unknown"],
    [JSON.stringify({ ...RECORD, events: [{ type: "submitted", at: "2011-01-01" }], edition: "group-v2-mar24" }), "date_before_calendar"],
    [JSON.stringify({ ...RECORD, events: [] }), "events_missing"], ["[".repeat(100000), "json_too_deep"], [`"${"x".repeat(5 << 20)}"`, "json_too_large"]]) {
    const { status, stdout, stderr } = run(["assess"], input);
    assert.equal(status, 3, code);
    assert.equal(stdout, "");
    assert.equal(JSON.parse(stderr).problems[0].code, code);
  }
});

test("assess --lines: one answer a line, and the worst exit code", () => {
  const { status, stdout, stderr } = run(["assess", "--lines"], `${JSON.stringify(RECORD)}\n{}\n${JSON.stringify(RECORD)}\n`);
  assert.equal(status, 3);
  assert.equal(stdout.trim().split("\n").length, 2);
  assert.equal(stderr.trim().split("\n").length, 1);
});

test("check: 0 when there is nothing to put right, 1 when there is, 3 when it is no submission", () => {
  const good = readFileSync(join(root, "public", "schemas", "examples", "submission.json"), "utf8");
  assert.deepEqual(run(["check"], good), { status: 0, stdout: '{"problems":[]}\n', stderr: "" });
  const { status, stdout } = run(["check"], '{"brand":"homes-plus"}');
  assert.equal(status, 1);
  assert.deepEqual(JSON.parse(stdout).problems.map((problem) => problem.code), ["kind_missing", "what_happened_missing", "reply_missing"]);
  assert.equal(run(["check"], '{"colour":"blue"}').status, 3);
});

test("policy check: a whole folder, and one with a fault at its place", (context) => {
  const copy = folder(context);
  cpSync(join(root, "public", "policy"), copy, { recursive: true });
  const good = run(["policy", "check", copy]);
  assert.match(good.stdout, /4 brands, 3 editions, 2 ombudsman schemes, 13 matters, 140 bank holidays from 2012-01-01 to 2028-12-31/);
  const editions = join(copy, "editions.json");
  writeFileSync(editions, readFileSync(editions, "utf8").replace('"count": 10', '"count": "ten"'));
  const bad = run(["policy", "check", copy]);
  assert.equal(bad.status, 3);
  assert.match(bad.stderr, /editions\.json:32:35: expected a whole number from 1 to 400\n.*"ten".*\n\s+\^/);
});

test("a changed period in a copy of the policy changes the date, with nothing compiled", (context) => {
  const copy = folder(context);
  cpSync(join(root, "public", "policy"), copy, { recursive: true });
  const editions = join(copy, "editions.json");
  writeFileSync(editions, readFileSync(editions, "utf8").replace('"count": 10', '"count": 12'));
  const answer = JSON.parse(run(["assess", "--policy", copy], JSON.stringify(RECORD)).stdout);
  assert.equal(answer.deadlines[1].due_on, "2026-04-20");
  const site = join(copy, "site");
  assert.equal(run(["render", "--policy", copy, "--to", site]).status, 0);
  assert.match(readFileSync(join(site, "homes-plus", "index.html"), "utf8"), /We respond within 12 working days after that/);
});

test("calendar merge: says what is new and which open complaints it touches, and writes only when told", (context) => {
  const made = folder(context);
  const known = join(made, "known.json");
  const published = join(made, "published.json");
  const records = join(made, "records");
  cpSync(join(root, "public", "policy", "bank-holidays.json"), known);
  const events = JSON.parse(readFileSync(known, "utf8"))["england-and-wales"].events.filter((event) => event.date >= "2028");
  events.splice(3, 0, { title: "Proclaimed", date: "2028-05-15", notes: "", bunting: true });
  events.sort((one, other) => (one.date < other.date ? -1 : 1));
  writeFileSync(published, JSON.stringify({ "england-and-wales": { division: "england-and-wales", events } }));
  const open = { ...RECORD, events: [{ type: "submitted", at: "2028-05-11T09:00:00Z" }] };
  const elsewhere = { ...RECORD, events: [{ type: "submitted", at: "2028-07-11T09:00:00Z" }] };
  writeFileSync(records, `${JSON.stringify({ ...open })}\n${JSON.stringify(elsewhere)}\n`);
  const merge = (words) => run(["calendar", "merge", published, "--into", known, ...words]);
  const answer = JSON.parse(merge(["--records", records]).stdout);
  assert.deepEqual(answer.changes, [{ change: "added", on: "2028-05-15", title: "Proclaimed" }]);
  assert.equal(answer.covered_to, "2028-12-31");
  assert.deepEqual(answer.touched.map((row) => [row.line, row.deadline]), [[1, "stage_1_acknowledgement"], [1, "stage_1_response"]]);
  assert.equal(answer.records_refused, 0);
  assert.doesNotMatch(readFileSync(known, "utf8"), /Proclaimed/);
  assert.equal(merge(["--write"]).status, 0);
  assert.match(readFileSync(known, "utf8"), /Proclaimed/);
  assert.deepEqual(JSON.parse(merge([]).stdout).changes, []);
});
