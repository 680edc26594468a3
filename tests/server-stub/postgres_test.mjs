// The store in PostgreSQL, shared by stubs that have their own data folders and the same keys (docs/operating/many.md).
import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Postgres } from "../support/postgres.mjs";
import { checkAll, counted, onLanes, randomness, seed, sendUntilGone } from "./load.mjs";
import { accepted, complaint, newFolder, newKey, problem, Process, run } from "./support.mjs";

const KILLS = Number(process.env.PUTRIGHT_KILLS ?? 12);
const LONGEST_LIFE_MS = 600;
const PAIRS = 200;

let postgres;
before(() => { postgres = Postgres.start(); });
after(() => postgres.end());

/** A data folder, gone after the test; with the keys of another, if that is given. */
function folder(t, keysOf) {
  const data = newFolder();
  t.after(() => rmSync(data, { recursive: true, force: true }));
  if (keysOf) cpSync(join(keysOf, "keys"), join(data, "keys"), { recursive: true });
  return data;
}

async function start(t, data, address) {
  const stub = await Process.start(data, { PUTRIGHT_STORE: address });
  t.after(() => stub.end("SIGKILL"));
  return stub;
}

/** Two stubs as on two machines. */
async function startTwo(t) {
  const { address, schema } = postgres.newStore();
  const data = folder(t);
  const one = await start(t, data, address);
  return { stubs: [one, await start(t, folder(t, data), address)], schema };
}

const rows = (table, schema) => Number(postgres.ask(`SELECT count(*) FROM ${table}`, schema));

test(`${PAIRS} complaints, each sent to two stubs with folders of their own at the same time: both give the same bytes, and it is kept once`, async (t) => {
  const { stubs, schema } = await startTwo(t);
  let left = PAIRS;
  await onLanes(async () => {
    while (left-- > 0) {
      const key = newKey();
      const words = complaint({ what_happened: `${left} left` });
      const answers = await Promise.all(stubs.map((stub) => stub.submit(words, key)));
      const [one, other] = await Promise.all(answers.map((answer) => answer.text()));
      assert.deepEqual(answers.map(({ status }) => status), [201, 201], one + other);
      assert.equal(one, other);
    }
  });
  assert.equal(rows("complaints", schema), PAIRS);
  assert.equal(rows("events", schema), PAIRS);
});

test("two withdrawals sent to two stubs at the same time: the same one is told twice with the same bytes, another is refused by the rules", async (t) => {
  const { stubs } = await startTwo(t);
  for (let at = 0; at < 30; ++at) {
    const answer = await accepted(stubs[at % 2]);
    const key = newKey();
    const same = await Promise.all(stubs.map((stub) => stub.act(answer, "withdrawal", {}, key)));
    assert.deepEqual(same.map(({ status }) => status), [200, 200]);
    assert.equal(await same[0].text(), await same[1].text());
    await problem(await stubs[at % 2].act(answer, "withdrawal", {}, newKey()), 409, "event_not_possible_now");
  }
});

test(`killed ${KILLS} times under load: each complaint that was answered is in the database once, and its receipt verifies`, async (t) => {
  const SEED = seed();
  t.diagnostic(`PUTRIGHT_SEED=${SEED}`);
  const random = randomness(SEED);
  const data = folder(t);
  const { address } = postgres.newStore();
  const answered = [];
  for (let kill = 0; kill < KILLS; ++kill) {
    const stub = await start(t, data, address);
    const load = onLanes((lane) => sendUntilGone(stub, lane, answered));
    await pause(random() * LONGEST_LIFE_MS);
    await stub.end("SIGKILL");
    await load;
  }
  const stub = await start(t, data, address);
  await checkAll(stub, answered);
  assert.ok(answered.length > KILLS, `only ${answered.length} were answered`);
  assert.equal(await counted(stub, "putright_complaints_kept_total"), 0, "nothing was kept a second time");
  t.diagnostic(`${answered.length} were answered, none lost`);
});

test("the database goes as if its power failed, under load: 503 while it is away, and nothing that was answered is lost", async (t) => {
  const { address } = postgres.newStore();
  const stub = await start(t, folder(t), address);
  const answered = [];
  const refused = [];
  let over = false;
  const load = onLanes(async (lane) => {
    for (let at = 0; !over; ++at) {
      const sent = { key: newKey(), text: complaint({ what_happened: `Lane ${lane}, number ${at}` }) };
      const answer = await stub.submit(sent.text, sent.key);
      if (answer.status === 201) answered.push({ ...sent, body: await answer.text() });
      else refused.push(await problem(answer, 503, "store_unavailable"));
      if (answer.status !== 201) await pause(5);
    }
  });
  while (answered.length < 100) await pause(5);
  postgres.stop("immediate");
  while (refused.length < 100) await pause(5);
  assert.equal((await stub.fetch("/readyz")).status, 503);
  assert.equal((await stub.fetch("/healthz")).status, 200);
  postgres.begin();
  const before = answered.length;
  while (answered.length < before + 100) await pause(5);
  over = true;
  await load;
  assert.equal((await stub.fetch("/readyz")).status, 200);
  await checkAll(stub, answered);
});

test("a stub without the keys of the store is refused, whoever made it", async (t) => {
  const { address } = postgres.newStore();
  await start(t, folder(t), address);
  const data = folder(t);
  const { code, err } = await run(["serve"], { PORT: "0", PUTRIGHT_DATA: data, PUTRIGHT_STORE: address });
  assert.equal(code, 1);
  assert.match(err, /^putright serve: there are complaints, and .*\/keys lacks the keys of their receipts: put the keys back/);
});

test("an address that is wrong, or that nobody is at, is refused without its password", async (t) => {
  const data = folder(t);
  for (const [address, words] of [
    ["mysql://me:secret@host/x", /^putright serve: PUTRIGHT_STORE must be like postgresql:\/\/account@host\/database, as libpq reads it\n$/],
    ["postgresql://me:secret@127.0.0.1:1/x", /^putright serve: the store in PUTRIGHT_STORE cannot be used: .*refused\n$/],
  ]) {
    const { code, err } = await run(["serve"], { PORT: "0", PUTRIGHT_DATA: data, PUTRIGHT_STORE: address });
    assert.equal(code, 1);
    assert.match(err, words);
    assert.doesNotMatch(err, /secret/);
  }
});

test("putright backup leaves PostgreSQL to its own programs, and says so", async (t) => {
  const { code, err } = await run(["backup", join(folder(t), "copy")], { PUTRIGHT_STORE: "postgresql:///x" });
  assert.deepEqual([code, err], [1, "putright backup: PUTRIGHT_STORE is a PostgreSQL database: copy it with pg_dump (docs/operating/backup.md)\n"]);
});
