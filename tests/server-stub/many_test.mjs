// Many stubs on one data folder at once (docs/operating/many.md).
import assert from "node:assert/strict";
import { cpSync, existsSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { checkAll, CONNECTIONS, counted, onLanes, randomness, seed, sendUntilGone } from "./load.mjs";
import { accepted, complaint, newFolder, newKey, problem, Process, run } from "./support.mjs";

const PAIRS = 400;
const ACTS = 60;
const KILLS = 12;
const LONGEST_LIFE_MS = 400;
const EIGHT_DAYS_S = 8 * 24 * 3600;

/** Stubs on one new folder, started at the same moment; all gone after the test. */
async function startTogether(t, count) {
  const data = newFolder();
  const stubs = await Promise.all(Array.from({ length: count }, () => Process.start(data)));
  t.after(async () => {
    await Promise.all(stubs.map((stub) => stub.end("SIGKILL")));
    rmSync(data, { recursive: true, force: true });
  });
  return { data, stubs };
}

const text = async (answer) => ({ status: answer.status, body: await answer.text(), again: answer.headers.get("idempotency-replayed") });
/** The same request to both at the same time. */
const race = async (stubs, send) => Promise.all(stubs.map(async (stub) => text(await send(stub))));

test("six that start at the same moment on an empty folder make the keys and the store once, and all serve", async (t) => {
  const { data, stubs } = await startTogether(t, 6);
  assert.equal(readdirSync(join(data, "keys", "receipts")).length, 1);
  const published = await Promise.all(stubs.map(async (stub) => (await stub.fetch("/.well-known/jwks.json")).text()));
  assert.deepEqual(published, published.map(() => published[0]));
  const answers = await Promise.all(stubs.map((stub) => accepted(stub)));
  for (const answer of answers) {
    for (const stub of stubs) assert.equal((await stub.track(answer.reference, answer.tracking_key)).status, 200);
  }
});

test(`${PAIRS} complaints, each sent to two stubs at the same time: both give the same bytes, and it is kept once`, async (t) => {
  const { stubs } = await startTogether(t, 2);
  let left = PAIRS;
  await onLanes(async (lane) => {
    while (left-- > 0) {
      const key = newKey();
      const words = complaint({ what_happened: `Lane ${lane}, ${left} left` });
      const [one, other] = await race(stubs, (stub) => stub.submit(words, key));
      assert.deepEqual([one.status, other.status], [201, 201]);
      assert.equal(one.body, other.body);
      assert.deepEqual([one.again, other.again].sort(), ["true", null].sort(), "one of them is the repeat");
    }
  });
  const kept = await Promise.all(stubs.map((stub) => counted(stub, "putright_complaints_kept_total")));
  assert.equal(kept[0] + kept[1], PAIRS);
  t.diagnostic(`first at one ${kept[0]}, first at the other ${kept[1]}`);
});

test("the same key with other words, sent to two stubs at the same time: one is kept, the other refused", async (t) => {
  const { stubs } = await startTogether(t, 2);
  for (let at = 0; at < ACTS; ++at) {
    const key = newKey();
    const answers = await Promise.all(stubs.map((stub, number) => stub.submit(complaint({ what_happened: `Words ${number}` }), key)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
    await problem(answers.find(({ status }) => status === 409), 409, "idempotency_key_reused");
  }
});

test("an act sent to two stubs at the same time is kept once, and both tell of it with the same bytes", async (t) => {
  const { stubs } = await startTogether(t, 2);
  for (let at = 0; at < ACTS; ++at) {
    const answer = await accepted(stubs[at % 2]);
    const key = newKey();
    const [one, other] = await race(stubs, (stub) => stub.act(answer, "withdrawal", {}, key));
    assert.deepEqual([one.status, other.status], [200, 200], one.body + other.body);
    assert.equal(one.body, other.body);
    const withdrawn = JSON.parse(one.body).record.events.filter(({ type }) => type === "withdrawn");
    assert.equal(withdrawn.length, 1);
  }
});

test("two acts of which only one is possible, sent to two stubs at the same time: one is kept, the other overtaken and refused by the rules", async (t) => {
  const { stubs } = await startTogether(t, 2);
  for (let at = 0; at < ACTS; ++at) {
    const answer = await accepted(stubs[at % 2]);
    const answers = await Promise.all(stubs.map((stub) => stub.act(answer, "withdrawal", {}, newKey())));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    await problem(answers.find(({ status }) => status === 409), 409, "event_not_possible_now");
  }
});

test(`one of two is killed ${KILLS} times under load and started again: the other serves on, and nothing that either answered is lost`, async (t) => {
  const SEED = seed();
  t.diagnostic(`PUTRIGHT_SEED=${SEED}`);
  const random = randomness(SEED);
  const { data, stubs: [staying] } = await startTogether(t, 1);
  const answered = [];
  const byTheOne = [];
  let over = false;
  const steady = onLanes((lane) => sendUntilGone(staying, lane, byTheOne, () => over));
  for (let kill = 0; kill < KILLS; ++kill) {
    const other = await Process.start(data);
    const before = byTheOne.length;
    const load = onLanes((lane) => sendUntilGone(other, lane + CONNECTIONS, answered));
    await pause(random() * LONGEST_LIFE_MS);
    await other.end("SIGKILL");
    await load;
    while (byTheOne.length <= before + CONNECTIONS) await pause(1);
  }
  over = true;
  await steady;
  assert.equal(await counted(staying, "putright_store_failures_total"), 0);
  assert.equal(await counted(staying, "putright_complaints_kept_total"), byTheOne.length);
  t.diagnostic(`${byTheOne.length} by the one that stayed, ${answered.length} by those that were killed`);
  assert.ok(answered.length > KILLS, `only ${answered.length} were answered by those that were killed`);
  await checkAll(staying, [...answered, ...byTheOne]);
});

test("both of two under load keep complaints: neither is starved of its turn", async (t) => {
  const { stubs } = await startTogether(t, 2);
  const answered = [[], []];
  let over = false;
  const load = Promise.all(stubs.map((stub, at) => onLanes((lane) => sendUntilGone(stub, lane, answered[at], () => over))));
  while (Math.min(...answered.map(({ length }) => length)) < 500) await pause(5);
  over = true;
  await load;
  for (const stub of stubs) assert.equal(await counted(stub, "putright_store_failures_total"), 0);
  t.diagnostic(`${answered[0].length} and ${answered[1].length}`);
});

test("a copy made while two stubs write is whole, and serves what both had answered", async (t) => {
  const { data, stubs } = await startTogether(t, 2);
  const before = (await Promise.all(stubs.map(async (stub) => {
    const answered = [];
    await onLanes((lane) => { let left = 4; return sendUntilGone(stub, lane, answered, () => left-- === 0); });
    return answered;
  }))).flat();
  let over = false;
  const load = Promise.all(stubs.map((stub) => onLanes((lane) => sendUntilGone(stub, lane, [], () => over))));
  const copy = join(newFolder(), "complaints.sqlite");
  t.after(() => rmSync(join(copy, ".."), { recursive: true, force: true }));
  const copied = await run(["backup", copy], { PUTRIGHT_DATA: data });
  over = true;
  await load;
  assert.equal(copied.code, 0, copied.err);
  cpSync(join(data, "keys"), join(copy, "..", "keys"), { recursive: true });
  const restored = await Process.start(join(copy, ".."));
  t.after(() => restored.end("SIGKILL"));
  await checkAll(restored, before);
});

const post = (stub, body) => stub.fetch("/api/attachments", { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body, duplex: "half" });

/** A file of which half comes at once, and half when told to. */
function inHalves() {
  let go = () => {};
  const more = new Promise((resolve) => { go = resolve; });
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue(Buffer.from("the first half, "));
      await more;
      controller.enqueue(Buffer.from("the second half"));
      controller.close();
    },
  });
  return { body, go };
}

test("a stub that starts beside another leaves the files that are on their way in there, and removes what a dead one left", async (t) => {
  const { data, stubs: [stub] } = await startTogether(t, 1);
  const partial = () => readdirSync(join(data, "attachments", "partial"));
  const { body, go } = inHalves();
  const upload = post(stub, body);
  while (partial().length < 1) await pause(5);
  const dead = await Process.start(data);
  const lost = post(dead, inHalves().body).catch(() => undefined);
  while (partial().length < 2) await pause(5);
  await dead.end("SIGKILL");
  await lost;
  const next = await Process.start(data);
  t.after(() => next.end("SIGKILL"));
  assert.equal(partial().length, 1, "the one that a living stub writes to");
  go();
  const answer = await upload;
  assert.equal(answer.status, 201);
  assert.deepEqual(partial(), []);
  const { sha256 } = await answer.json();
  await accepted(next, { attachments: `${sha256} roof.txt` });
});

test("an old file that a complaint names while other stubs start and sweep: it is kept and stays, or the complaint is told that it is gone", async (t) => {
  const { data, stubs: [stub] } = await startTogether(t, 1);
  const found = { kept: 0, gone: 0 };
  for (let at = 0; at < 24; ++at) {
    const { sha256 } = await (await post(stub, `file ${at}`)).json();
    const file = join(data, "attachments", sha256);
    const old = Date.now() / 1000 - EIGHT_DAYS_S;
    utimesSync(file, old, old);
    const starting = Process.start(data);
    await pause(at / 3);
    const answer = await stub.submit(complaint({ attachments: `${sha256} roof.txt` }), newKey());
    await (await starting).end("SIGKILL");
    found[answer.status === 201 ? "kept" : "gone"]++;
    assert.equal(existsSync(file), answer.status === 201);
    if (answer.status !== 201) await problem(answer, 422, "body_not_accepted");
  }
  t.diagnostic(JSON.stringify(found));
});
