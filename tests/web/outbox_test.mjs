// The outbox and the drafts, on an IndexedDB in memory and with a network that a test makes up.
import { beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { webModules } from "../support/web.mjs";

const KEY = "a".repeat(32);
const press = {
  method: "POST", path: "/homes-plus/complaint/check", form: [["draft", `{"id":"${KEY}"}`], ["go", "send"]],
  now: "2026-03-26T09:00:00Z", entropy: "b".repeat(32),
};
const effect = { method: "POST", path: "/api/complaints", idempotency_key: KEY, bearer: "", body: "{}" };
const receipt = { status: 201, body: '{"reference":"HP-BCDF-GHJK"}' };

/** One lock a name, as the browser's. */
class Locks {
  #held = new Map();
  async request(name, { ifAvailable }, work) {
    if (ifAvailable && this.#held.has(name)) return work(null);
    while (this.#held.has(name)) await this.#held.get(name);
    const done = work({ name });
    this.#held.set(name, done);
    try { return await done; } finally { this.#held.delete(name); }
  }
}

let web, sent, answers;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  Object.defineProperty(globalThis, "navigator", { value: { locks: new Locks() }, configurable: true });
  web = await webModules("outbox", "drafts", "storage");
  sent = [];
  answers = [];
  globalThis.fetch = async (_path, { headers }) => {
    sent.push(headers.get("Idempotency-Key"));
    const answer = answers.shift();
    if (!answer) throw new TypeError("Failed to fetch");
    return new Response(answer.body, { status: answer.status });
  };
});

const states = async () => (await web.itemsKept()).map(({ state, reference }) => [state, reference]);

const draft = (key, saved_at = new Date().toISOString(), kind = "complaint") => ({
  key, brand: "homes-plus", kind, path: `/homes-plus/${kind}/about`, draft: `{"id":"${key}"}`,
  typed: { screen: "about", fields: [] }, saved_at,
});

test("a complaint that is taken leaves neither an item nor a draft", async () => {
  await web.keepDraft(draft(KEY));
  answers = [receipt];
  assert.deepEqual(await web.send(press, effect), receipt);
  assert.deepEqual(await states(), []);
  assert.deepEqual(await web.draftsKept(), []);
});

for (const answer of [undefined, { status: 503, body: "" }, { status: 404, body: "" }, { status: 405, body: "" }, { status: 408, body: "" },
  { status: 429, body: "" }, { status: 200, body: "<html>log in to this network</html>" }, { status: 201, body: "{}" }]) {
  test(`${answer ? `${answer.status} ${answer.body}` : "nobody there"}: the complaint waits`, async () => {
    answers = [answer];
    assert.deepEqual(await web.send(press, effect), { status: 0, body: "", kept: true });
    assert.deepEqual(await states(), [["waiting", ""]]);
  });
}

for (const status of [400, 409, 413, 422]) {
  test(`${status}: nothing waits, the draft stays, and the answer is shown`, async () => {
    await web.keepDraft(draft(KEY));
    answers = [{ status, body: "{}" }];
    assert.deepEqual(await web.send(press, effect), { status, body: "{}" });
    assert.deepEqual(await states(), []);
    assert.equal((await web.draftsKept()).length, 1);
  });
}

test("it is on the device before it is sent", async () => {
  let before;
  globalThis.fetch = async () => { before = await states(); throw new TypeError("gone"); };
  await web.send(press, effect);
  assert.deepEqual(before, [["waiting", ""]]);
});

test("what is kept holds neither an earlier answer nor the device's other drafts", async () => {
  await web.send({ ...press, answer: { status: 0, body: "" }, device: { keeps: true, drafts: [], outbox: [] } }, effect);
  assert.deepEqual((await web.itemsKept())[0].request, press);
});

test("with storage refused it is sent as ever, and nothing says that it waits", async () => {
  globalThis.indexedDB = { open() { throw new DOMException("refused", "SecurityError"); } };
  answers = [receipt];
  assert.deepEqual(await web.send(press, effect), receipt);
  assert.deepEqual(await web.send(press, effect), { status: 0, body: "" });
  assert.ok(web.storageIsRefused());
});

test("later it is sent with the same key, and the outbox holds its receipt", async () => {
  await web.send(press, effect);
  answers = [receipt];
  assert.equal(await web.flush(), true);
  assert.deepEqual(await states(), [["sent", "HP-BCDF-GHJK"]]);
  assert.deepEqual((await web.itemsKept())[0].answer, receipt);
  assert.deepEqual(sent, [KEY, KEY]);
  assert.equal(await web.flush(), false, "a sent one is not sent again");
  assert.equal(sent.length, 2);
});

test("later refused: the outbox holds the refusal", async () => {
  await web.send(press, effect);
  answers = [{ status: 422, body: "{}" }];
  assert.equal(await web.flush(), true);
  assert.deepEqual(await states(), [["refused", ""]]);
});

test("while one still has to wait, those behind it are not tried", async () => {
  for (const id of ["1", "2"]) await web.queue({ ...press, now: `2026-03-26T09:00:0${id}Z` }, { ...effect, idempotency_key: id });
  assert.equal(await web.flush(), false);
  assert.deepEqual(sent, ["1"]);
});

test("tried by two at once it is sent once", async () => {
  await web.queue(press, effect);
  answers = [receipt, receipt];
  await Promise.all([web.flush(), web.flush()]);
  assert.deepEqual(sent, [KEY]);
});

/** A network whose answers wait: each call of what comes back gives the next one. */
function slowNetwork() {
  const waiting = [];
  globalThis.fetch = (_path, { body }) => {
    sent.push(body);
    return new Promise((resolve) => waiting.push(({ status, body: said }) => resolve(new Response(said, { status }))));
  };
  return async (answer) => {
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    waiting.shift()(answer);
  };
}

test("removed while it is sent, it does not come back", async () => {
  await web.queue(press, effect);
  const answerWith = slowNetwork();
  const flushed = web.flush();
  while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await web.removeItem(KEY);
  await answerWith(receipt);
  await flushed;
  assert.deepEqual(await states(), []);
});

test("pressed again with other words while it is sent, the words of the press are what is answered", async () => {
  await web.queue(press, effect);
  const answerWith = slowNetwork();
  const flushed = web.flush();
  while (sent.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const pressed = web.send({ ...press, entropy: "d".repeat(32) }, { ...effect, body: '{"other":"words"}' });
  await answerWith(receipt);
  await flushed;
  await answerWith({ status: 409, body: "{}" });
  assert.equal((await pressed).status, 409);
  assert.deepEqual(sent, ["{}", '{"other":"words"}']);
  assert.deepEqual(await states(), []);
});

test("clearing forgets what is finished and keeps what waits", async () => {
  await web.queue(press, effect);
  answers = [receipt];
  await web.flush();
  await web.queue({ ...press, now: "2026-03-26T10:00:00Z" }, { ...effect, idempotency_key: "c".repeat(32) });
  await web.removeFinished();
  assert.deepEqual(await states(), [["waiting", ""]]);
});

test("at most 20 drafts are kept, for 90 days, newest first", async () => {
  const day = (ago) => new Date(Date.now() - ago * 24 * 60 * 60 * 1000).toISOString();
  await web.keepDraft(draft("too old", day(91)));
  for (let ago = 25; ago > 0; ago -= 1) await web.keepDraft(draft(`${ago} days`, day(ago)));
  const kept = (await web.draftsKept()).map(({ key }) => key);
  assert.deepEqual([kept.length, kept[0], kept.at(-1)], [20, "1 days", "20 days"]);
});

test("a draft that gets its id takes the place of the one without", async () => {
  await web.keepDraft(draft("new:homes-plus/complaint:1"));
  await web.keepDraft(draft(KEY), "new:homes-plus/complaint:1");
  assert.deepEqual((await web.draftsKept()).map(({ key }) => key), [KEY]);
});

test("clearing forgets the drafts of one kind, one draft, or all", async () => {
  for (const [key, kind] of [["1", "complaint"], ["2", "complaint"], ["3", "comment"]]) await web.keepDraft(draft(key, undefined, kind));
  const keys = async () => (await web.draftsKept()).map(({ key }) => key).sort();
  await web.forgetDrafts({ brand: "homes-plus", kind: "complaint", draft: '{"id":"2"}' });
  assert.deepEqual(await keys(), ["1", "3"]);
  await web.forgetDrafts({ brand: "homes-plus", kind: "complaint" });
  assert.deepEqual(await keys(), ["3"]);
  await web.forgetDrafts({ brand: "", kind: "" });
  assert.deepEqual(await keys(), []);
});
