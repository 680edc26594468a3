// Many complaints at once, and what must hold of each that was answered.
import assert from "node:assert/strict";
import { compactVerify, createLocalJWKSet } from "jose";
import { complaint, newKey } from "./support.mjs";

export const CONNECTIONS = 32;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomness(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Which moments: PUTRIGHT_SEED, or a new one. */
export const seed = () => Number(process.env.PUTRIGHT_SEED ?? Math.floor(Math.random() * 2 ** 32));

/** Runs `work(lane)` on as many lanes as there are connections, all at once. */
export const onLanes = (work) => Promise.all(Array.from({ length: CONNECTIONS }, (_, lane) => work(lane)));

/** Sends one complaint after another until the stub is gone or `over()`; each that was answered with 201 goes into `answered`. */
export async function sendUntilGone(stub, lane, answered, over = () => false) {
  for (let at = 0; !over(); ++at) {
    const sent = { key: newKey(), text: complaint({ what_happened: `Lane ${lane}, number ${at}` }) };
    const answer = await stub.submit(sent.text, sent.key).catch(() => undefined);
    const body = await answer?.text().catch(() => undefined);
    if (answer === undefined || body === undefined) return;
    assert.equal(answer.status, 201, body);
    answered.push({ ...sent, body });
  }
}

async function check(stub, { key, text, body }, published) {
  const again = await stub.submit(text, key);
  assert.equal(again.headers.get("idempotency-replayed"), "true", `${key} was answered and is not there`);
  assert.equal(await again.text(), body);
  await compactVerify(JSON.parse(body).receipt, published);
}

/** Holds that each that was answered is there, once: a repeat gives the same bytes, and its receipt is ours. */
export async function checkAll(stub, answered) {
  const published = createLocalJWKSet(await (await stub.fetch("/.well-known/jwks.json")).json());
  const waiting = [...answered];
  await onLanes(async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) await check(stub, one, published);
  });
  assert.equal(new Set(answered.map(({ body }) => JSON.parse(body).reference)).size, answered.length, "each has its own reference");
}

/** How often this stub did that, by its own account. */
export async function counted(stub, name) {
  return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(await (await stub.fetch("/metrics")).text())[1]);
}
