// Both builds of the core, fed the same bytes, answer the same bytes. The seed is printed; give it back with
// PUTRIGHT_PARITY_SEED, and how many records with PUTRIGHT_PARITY_RECORDS.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startCore } from "../support/core.mjs";
import { built, root, site } from "../support/places.mjs";
import { journey, numbers, record, submission } from "./generate.mjs";

const seed = Number(process.env.PUTRIGHT_PARITY_SEED ?? Date.now() % 1e9);
const records = Number(process.env.PUTRIGHT_PARITY_RECORDS ?? 100000);
const program = process.env.PUTRIGHT_TEST_BOUNDARY ?? join(root, "build", "native", "tests", "parity", "putright_boundary");

/** The native build behind lines. */
async function startNative() {
  const child = spawn(built(program), { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();
  const send = (call, input) => child.stdin.write(`${call} ${input}\n`);
  send("open", JSON.stringify(JSON.parse(readFileSync(built(join(site, "policy", "book.json")), "utf8"))));
  await lines.next();
  return { send, next: async () => (await lines.next()).value, stop: async () => { child.stdin.end(); await once(child, "exit"); } };
}

const oneLine = (text) => text.replaceAll("\n", " ");

async function compare(call, exported, count, make) {
  const [core, native] = [await startCore(), await startNative()];
  const random = numbers(seed);
  let bytes = 0;
  let refused = 0;
  for (let done = 0; done < count;) {
    const batch = Array.from({ length: Math.min(200, count - done) }, () => JSON.stringify(make(random)));
    for (const input of batch) native.send(call, input);
    for (const input of batch) {
      const ours = oneLine(core.call(exported, input));
      const theirs = await native.next();
      if (ours !== theirs) assert.fail(`seed ${seed}: the builds differ\n input  ${input}\n wasm   ${ours}\n native ${theirs}`);
      bytes += ours.length;
      refused += ours.startsWith('{"problems":[{') ? 1 : 0;
    }
    done += batch.length;
  }
  await native.stop();
  return { bytes, refused };
}

test(`records: ${records} made up from seed ${seed} are assessed alike`, async (context) => {
  const { bytes, refused } = await compare("assess", "putright_assess", records, record);
  context.diagnostic(`${bytes} characters equal, ${refused} of ${records} records refused`);
  assert.ok(refused > records / 100 && refused < records * 0.9, `${refused} refused: the records are too good or too bad to prove much`);
});

test("submissions: 5,000 made up are checked alike", async () => {
  const { refused } = await compare("check", "putright_check", 5000, submission);
  assert.ok(refused > 500 && refused < 5000);
});

test("journeys: 300 of nine presses each give the same pages", async () => {
  const [core, native] = [await startCore(), await startNative()];
  const random = numbers(seed);
  for (let count = 0; count < 300; ++count) {
    const presses = journey(random);
    let step = presses.next();
    while (!step.done) {
      native.send("answer", step.value);
      const ours = core.call("putright_answer", step.value);
      assert.equal(oneLine(ours), await native.next(), `seed ${seed}: ${step.value.slice(0, 2000)}`);
      step = presses.next(ours);
    }
  }
  await native.stop();
});

test("hostile bytes: what is no request is refused alike", async () => {
  const [core, native] = [await startCore(), await startNative()];
  for (const input of ["", "{", "[]", "null", '{"method":"POST"}', '{"now":"x"}', "[".repeat(1000), '{"now":"2026-03-26T09:00:00Z","path":"/\\u0000"}']) {
    for (const [call, exported] of [["answer", "putright_answer"], ["assess", "putright_assess"], ["check", "putright_check"]]) {
      native.send(call, input);
      assert.equal(oneLine(core.call(exported, input)), await native.next(), `${call} ${input}`);
    }
  }
  await native.stop();
});
