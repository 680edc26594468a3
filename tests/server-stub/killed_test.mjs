// Killed at random moments under load, and started again on the same data. PUTRIGHT_KILLS says how often,
// PUTRIGHT_SEED which moments.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { checkAll, counted, onLanes, randomness, seed, sendUntilGone } from "./load.mjs";
import { newFolder, Process } from "./support.mjs";

const KILLS = Number(process.env.PUTRIGHT_KILLS ?? 12);
const SEED = seed();
const LONGEST_LIFE_MS = 600;

async function oneLife(data, milliseconds, answered) {
  const stub = await Process.start(data);
  const load = onLanes((lane) => sendUntilGone(stub, lane, answered));
  await pause(milliseconds);
  await stub.end("SIGKILL");
  await load;
}

test(`killed ${KILLS} times under load: each complaint that was answered is there once, and its receipt verifies`, async (t) => {
  t.diagnostic(`PUTRIGHT_SEED=${SEED}`);
  const random = randomness(SEED);
  const data = newFolder();
  t.after(() => rmSync(data, { recursive: true, force: true }));
  const answered = [];
  for (let kill = 0; kill < KILLS; ++kill) await oneLife(data, random() * LONGEST_LIFE_MS, answered);
  assert.ok(answered.length > KILLS, `only ${answered.length} were answered`);
  const stub = await Process.start(data);
  t.after(() => stub.end("SIGKILL"));
  await checkAll(stub, answered);
  assert.equal(await counted(stub, "putright_complaints_kept_total"), 0, "nothing was kept a second time");
  t.diagnostic(`${answered.length} were answered, none lost`);
});
