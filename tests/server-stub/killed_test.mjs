// Killed at random moments under load, and started again on the same data. PUTRIGHT_KILLS says how often,
// PUTRIGHT_SEED which moments.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { compactVerify, createLocalJWKSet } from "jose";
import { complaint, newFolder, newKey, Process } from "./support.mjs";

const KILLS = Number(process.env.PUTRIGHT_KILLS ?? 12);
const SEED = Number(process.env.PUTRIGHT_SEED ?? Math.floor(Math.random() * 2 ** 32));
const CONNECTIONS = 32;
const LONGEST_LIFE_MS = 600;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomness(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Sends one complaint after another until the stub is gone; what was answered with 201 goes into `answered`. */
async function sendUntilGone(stub, lane, answered) {
  for (let at = 0; ; ++at) {
    const sent = { key: newKey(), text: complaint({ what_happened: `Lane ${lane}, number ${at}` }) };
    const answer = await stub.submit(sent.text, sent.key).catch(() => undefined);
    const body = await answer?.text().catch(() => undefined);
    if (answer === undefined || body === undefined) return;
    assert.equal(answer.status, 201, body);
    answered.push({ ...sent, body });
  }
}

async function oneLife(data, milliseconds, answered) {
  const stub = await Process.start(data);
  const load = Array.from({ length: CONNECTIONS }, (_, lane) => sendUntilGone(stub, lane, answered));
  await pause(milliseconds);
  await stub.end("SIGKILL");
  await Promise.all(load);
}

/** Holds that what was answered is there: the repeat gives the same bytes, and the receipt is ours. */
async function check(stub, { key, text, body }, published) {
  const again = await stub.submit(text, key);
  assert.equal(again.headers.get("idempotency-replayed"), "true", `${key} was answered and is not there`);
  assert.equal(await again.text(), body);
  await compactVerify(JSON.parse(body).receipt, published);
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
  const published = createLocalJWKSet(await (await stub.fetch("/.well-known/jwks.json")).json());
  const waiting = [...answered];
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) await check(stub, one, published);
  }));
  assert.equal(new Set(answered.map(({ body }) => JSON.parse(body).reference)).size, answered.length, "each has its own reference");
  assert.match(await (await stub.fetch("/metrics")).text(), /putright_complaints_kept_total 0\n/, "nothing was kept a second time");
  t.diagnostic(`${answered.length} were answered, none lost`);
});
