// Debian's slowhttptest against the stub: slow heads (Slowloris), slow bodies (R-U-Dead-Yet) and slow readers, all at
// once. PUTRIGHT_SLOW_SECONDS makes it longer; from 75 it also waits until slow readers of a long answer are cut.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { assets, built, site } from "../support/places.mjs";
import { complaint, newKey, startStub } from "./support.mjs";

/** Longer than the deadlines of a head, a body and an idle connection (server-stub/limits.hpp). */
const ATTACK_SECONDS = Number(process.env.PUTRIGHT_SLOW_SECONDS ?? 34);
/** From here on the deadline of an answer has passed as well. */
const ANSWERS_ARE_CUT_SECONDS = 75;
/** Of each kind, at once. */
const CONNECTIONS = 150;
const BETWEEN_MS = 250;
const ALL_CUT = "No open connections left";

/** What it said: how it ended, and whether its own ordinary requests were answered meanwhile. */
async function attack(kind, url, more = []) {
  const words = [kind, "-u", url, "-c", CONNECTIONS, "-r", CONNECTIONS, "-l", ATTACK_SECONDS, "-i", "5", "-p", "5", "-v", "1", ...more];
  const child = spawn("slowhttptest", words.map(String), { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (text) => { out += text; });
  const [code] = await once(child, "close");
  assert.equal(code, 0, out);
  const plain = out.replace(/\u001b\[[\d;]*m/g, "");
  return {
    ended: /Exit status: (.+)/.exec(plain)?.[1].trim(),
    available: [...plain.matchAll(/service available: +(YES|NO)/g)].map(([, word]) => word),
  };
}

const figure = (text, name) => Number(new RegExp(`^putright_${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);

async function figures(stub) {
  const answer = await stub.fetch("/metrics");
  assert.equal(answer.status, 200);
  return answer.text();
}

/** Ordinary requests one after another until `until` is done; gives how many slow callers each of them met. */
async function askMeanwhile(stub, until) {
  const met = [];
  let isOver = false;
  void until.finally(() => { isOver = true; });
  while (!isOver) {
    assert.equal((await stub.submit(complaint({ what_happened: `Round ${met.length}` }), newKey())).status, 201);
    assert.equal((await stub.fetch("/homes-plus")).status, 200);
    met.push(figure(await figures(stub), "connections"));
    await pause(BETWEEN_MS);
  }
  return met;
}

test("slowhttptest: slow heads, bodies and readers are cut, and everybody else is answered meanwhile", async (t) => {
  const stub = await startStub(t, { PUTRIGHT_SITE: built(site) });
  const attacks = Promise.all([
    attack("-H", `${stub.address}/homes-plus`),
    attack("-B", `${stub.address}/api/complaints`, ["-s", "100000", "-f", "application/json"]),
    // Their windows are some bytes wide, and they read some bytes each five seconds.
    attack("-X", `${stub.address}${assets.address("core.wasm")}`, ["-w", "16", "-y", "32", "-n", "5", "-z", "16"]),
  ]);
  const met = await askMeanwhile(stub, attacks);
  const [heads, bodies, readers] = await attacks;
  t.diagnostic(JSON.stringify({ heads, bodies, readers, rounds: met.length, most: Math.max(...met) }));
  assert.ok(Math.max(...met) > 3 * CONNECTIONS, `at most ${Math.max(...met)} connections were open at once`);
  assert.deepEqual([heads.ended, bodies.ended], [ALL_CUT, ALL_CUT]);
  for (const { available } of [heads, bodies, readers]) assert.ok(available.length > 0 && !available.includes("NO"), available.join());
  const text = await figures(stub);
  assert.equal(figure(text, 'cut_total\\{what="head"\\}'), CONNECTIONS);
  assert.equal(figure(text, 'cut_total\\{what="body"\\}'), CONNECTIONS);
  if (ATTACK_SECONDS >= ANSWERS_ARE_CUT_SECONDS) assert.equal(figure(text, 'cut_total\\{what="write"\\}'), CONNECTIONS);
});
