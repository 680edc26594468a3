// A bank holiday that was not known: overviews are made again at the next start, promises stay, and what is touched is listed.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { test } from "node:test";
import { accepted, newFolder, Process, run } from "./support.mjs";
import { withHolidays } from "./holidays.mjs";
import { atTheStore } from "./office.mjs";

const deadlines = (data) => JSON.parse(atTheStore(data, `print(json.dumps(store.execute("SELECT reference, promised_on, due_on FROM deadlines WHERE id = 'stage_1_acknowledgement' ORDER BY reference").fetchall()))`));

test("after a new bank holiday a start makes the overviews again: today's date moves, the promised one does not, and touched lists both", async (t) => {
  const data = newFolder();
  t.after(() => rmSync(data, { recursive: true, force: true }));
  const first = await Process.start(data);
  const mine = [];
  for (let at = 0; at < 70; ++at) mine.push((await accepted(first)).reference);
  await first.end();
  const before = deadlines(data);
  assert.equal(before.length, mine.length);
  assert.ok(before.every(([, promised, due]) => promised === due));
  assert.equal((await run(["calendar", "touched"], { PUTRIGHT_DATA: data })).out, "");

  const policy = withHolidays(data);
  const again = await Process.start(data, { PUTRIGHT_POLICY: policy });
  t.after(() => again.end("SIGKILL"));
  await again.says(/"overviews_renewed".*"renewed":70/);
  const after = deadlines(data);
  assert.deepEqual(after.map(([reference, promised]) => [reference, promised]), before.map(([reference, promised]) => [reference, promised]), "what was promised stands");
  assert.ok(after.every(([, promised, due]) => due > promised));
  const touched = await run(["calendar", "touched", "--policy", policy], { PUTRIGHT_DATA: data });
  const listed = touched.out.trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual([...new Set(listed.map(({ reference }) => reference))].sort(), [...mine].sort());
  const [one] = listed;
  assert.deepEqual([one.deadline, one.promised_on], ["stage_1_acknowledgement", before[0][1]]);
  assert.ok(one.due_on_now > one.promised_on);
});

test("calendar touched: without a store it says so", async () => {
  const { code, err } = await run(["calendar", "touched"], { PUTRIGHT_DATA: "/nowhere" });
  assert.equal(code, 1);
  assert.match(err, /^putright calendar touched: there is no store at /);
});
