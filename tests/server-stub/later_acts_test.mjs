// What a customer does after sending: stage 2 requests, answers, withdrawals.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { test } from "node:test";
import { writeEvents } from "../support/events.mjs";
import { accepted, newFolder, newKey, problem, Process, startStub } from "./support.mjs";

const QUESTION = "Which room is it in?";

/** A complaint to which colleagues have added these events, all at the moment it was received. */
async function withEvents(stub, events, data = stub.data) {
  const answer = await accepted(stub);
  writeEvents(data, answer.reference, events.map((event) => ({ at: answer.received_at, role: "colleague", by: "c1", ...event })));
  return answer;
}
const responded = [{ type: "acknowledged" }, { type: "stage_1_responded" }];
const asked = [{ type: "question_asked", question: QUESTION }];
const types = (body) => body.record.events.map((event) => event.type);

test("a stage 2 request is answered with the complaint as tracking then shows it", async (t) => {
  const stub = await startStub(t);
  const mine = await withEvents(stub, responded);
  const answer = await stub.act(mine, "stage-2-request", { why_not_satisfied: "Nobody came.\r\n" }, newKey());
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.equal(answer.headers.get("idempotency-replayed"), null);
  const text = await answer.text();
  const body = JSON.parse(text);
  const { at, ...last } = body.record.events.at(-1);
  assert.deepEqual(last, { type: "stage_2_requested", role: "customer", why_not_satisfied: "Nobody came." });
  assert.ok(Date.parse(at) >= Date.parse(mine.received_at));
  assert.equal(await (await stub.track(mine.reference, mine.tracking_key)).text(), text);
  assert.match(await (await stub.fetch("/metrics")).text(), /putright_events_total\{type="stage_2_requested"\} 1\n/);
});

test("an answer goes with its question, and both texts are in the record", async (t) => {
  const stub = await startStub(t);
  const mine = await withEvents(stub, asked);
  const body = await (await stub.act(mine, "answers", { answer: "The kitchen “back” 😀" }, newKey())).json();
  assert.deepEqual(types(body), ["submitted", "question_asked", "question_answered"]);
  assert.equal(body.record.events[1].question, QUESTION);
  assert.equal(body.record.events[2].answer, "The kitchen “back” 😀");
});

test("a withdrawal needs no reason, and nothing may follow it", async (t) => {
  const stub = await startStub(t);
  const mine = await accepted(stub);
  assert.deepEqual(types(await (await stub.act(mine, "withdrawal", {}, newKey())).json()), ["submitted", "withdrawn"]);
  for (const [name, words] of [["withdrawal", {}], ["stage-2-request", {}], ["answers", { answer: "x" }]]) {
    const refused = await problem(await stub.act(mine, name, words, newKey()), 409, "event_not_possible_now");
    assert.deepEqual(refused.problems.map((each) => [each.code, each.pointer]), [["complaint_closed", ""]]);
  }
});

test("what the complaint's state forbids is refused by name, and nothing is kept", async (t) => {
  const stub = await startStub(t);
  const rows = [
    [[], "stage-2-request", {}, "stage_2_request_before_stage_1_response"],
    [[], "answers", { answer: "x" }, "answer_without_question"],
    [[...asked, { type: "question_answered" }], "answers", { answer: "x" }, "answer_without_question"],
    [[...responded, { type: "stage_2_requested" }], "stage-2-request", {}, "event_twice"],
    [[{ type: "closed" }], "withdrawal", {}, "complaint_closed"],
  ];
  for (const [events, name, words, code] of rows) {
    const mine = await withEvents(stub, events);
    const refused = await problem(await stub.act(mine, name, words, newKey()), 409, "event_not_possible_now");
    assert.deepEqual(refused.problems.map((each) => each.code), [code]);
    const kept = await (await stub.track(mine.reference, mine.tracking_key)).json();
    assert.equal(kept.record.events.length, events.length + 1);
  }
});

test("words at fault are refused by name", async (t) => {
  const stub = await startStub(t);
  const mine = await withEvents(stub, asked);
  const rows = [
    [{}, 422, "body_not_accepted", "answer_missing", "/answer"],
    [{ answer: " \n" }, 422, "body_not_accepted", "answer_missing", "/answer"],
    [{ answer: "x".repeat(10_001) }, 422, "body_not_accepted", "text_too_long", "/answer"],
    [{ answer: "x", role: "colleague" }, 422, "body_not_accepted", "field_unknown", "/role"],
    ["[]", 400, "body_malformed", "not_an_object", ""],
    ["{", 400, "body_malformed", "json_malformed", ""],
  ];
  for (const [words, status, code, first, pointer] of rows) {
    const refused = await problem(await stub.act(mine, "answers", words, newKey()), status, code);
    assert.deepEqual([refused.problems[0].code, refused.problems[0].pointer], [first, pointer]);
  }
  await problem(await stub.act(mine, "answers", "x".repeat(262_145), newKey()), 413, "body_too_large");
  await problem(await stub.act(mine, "answers", {}, newKey(), { "Content-Type": "text/plain" }), 415, "media_type_not_supported");
  await problem(await stub.act(mine, "answers", {}, ""), 400, "idempotency_key_missing");
  await problem(await stub.act(mine, "answers", {}, "short"), 400, "idempotency_key_malformed");
});

test("a repeat gives the same bytes, also after a restart and after later events; other content is refused", async () => {
  const data = newFolder();
  const key = newKey();
  let stub = await Process.start(data);
  try {
    const mine = await withEvents(stub, asked, data);
    const other = await withEvents(stub, asked, data);
    const first = await (await stub.act(mine, "answers", { answer: "The kitchen" }, key)).text();
    assert.equal((await stub.act(other, "answers", { answer: "A hall" }, key)).status, 200, "a key belongs to one complaint");
    await stub.act(mine, "withdrawal", {}, newKey());
    assert.equal(await stub.end(), 0);
    stub = await Process.start(data);
    const again = await stub.act(mine, "answers", { answer: " The kitchen " }, key);
    assert.deepEqual([again.status, again.headers.get("idempotency-replayed"), await again.text()], [200, "true", first]);
    await problem(await stub.act(mine, "answers", { answer: "The hall" }, key), 409, "idempotency_key_reused");
    await problem(await stub.act(mine, "withdrawal", {}, key), 409, "idempotency_key_reused");
    assert.equal((await (await stub.track(mine.reference, mine.tracking_key)).json()).record.events.length, 4);
  } finally {
    await stub.end("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  }
});

test("two tabs at once: one act is kept, the other is refused by name", async (t) => {
  const stub = await startStub(t);
  for (let round = 0; round < 5; ++round) {
    const mine = await withEvents(stub, responded);
    const answers = await Promise.all(["one", "two", "three"].map((words) =>
      stub.act(mine, "stage-2-request", { why_not_satisfied: words }, newKey())));
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409, 409]);
    for (const answer of answers.filter((each) => each.status === 409)) {
      assert.equal((await problem(answer, 409, "event_not_possible_now")).problems[0].code, "event_twice");
    }
    const kept = await (await stub.track(mine.reference, mine.tracking_key)).json();
    assert.equal(types(kept).filter((type) => type === "stage_2_requested").length, 1);
  }
});

test("the same act many times at once is kept once, and every answer is the same", async (t) => {
  const stub = await startStub(t);
  const mine = await withEvents(stub, asked);
  const key = newKey();
  const answers = await Promise.all(Array.from({ length: 24 }, () => stub.act(mine, "answers", { answer: "The kitchen" }, key)));
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]));
  assert.equal(new Set(await Promise.all(answers.map((answer) => answer.text()))).size, 1);
});

test("acts that do not stand in each other's way are all kept", async (t) => {
  const stub = await startStub(t);
  const mine = await withEvents(stub, [...responded, ...asked, ...asked]);
  const answers = await Promise.all([
    stub.act(mine, "answers", { answer: "one" }, newKey()), stub.act(mine, "answers", { answer: "two" }, newKey()),
    stub.act(mine, "stage-2-request", {}, newKey()),
  ]);
  assert.deepEqual(answers.map((answer) => answer.status), [200, 200, 200]);
  const kept = await (await stub.track(mine.reference, mine.tracking_key)).json();
  assert.equal(kept.record.events.length, 8);
});

test("without the tracking key, an act answers as for a complaint that is not there", async (t) => {
  const stub = await startStub(t);
  const mine = await withEvents(stub, asked);
  const seen = new Set();
  for (const [reference, tracking_key] of [[mine.reference, "nonsense"], ["HP-7777-7777", mine.tracking_key], ["nonsense", ""]]) {
    const answer = await stub.act({ reference, tracking_key }, "answers", { answer: "x" }, newKey());
    seen.add(JSON.stringify([answer.status, await answer.json()]));
  }
  assert.equal(seen.size, 1);
  assert.match([...seen][0], /^\[404,.*complaint_not_found/);
});
