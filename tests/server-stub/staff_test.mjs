// What colleagues do over the API: the work list, looking for a reason, recording events. The audit log has each of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { atTheStore, auditLog, office } from "./office.mjs";
import { accepted, newKey, problem } from "./support.mjs";

const DEFINITION = "The roof leaks in the kitchen. You want it mended.";
const RESPONSE = { type: "stage_1_responded", finding: "upheld", response: "You are right. We are sorry." };

const summary = ({ who, act, what, reason }) => [who, act, what, reason].filter((part) => part !== undefined).join(" ");

test("without a token, with a wrong one, and without the role nothing is told and nothing is written down", async (t) => {
  const { stub, data, work, look, record, tokens } = await office(t);
  const mine = await accepted(stub);
  for (const token of ["", "prt_wrong", `${tokens["h.one"]}x`, mine.tracking_key]) {
    const refused = await work(token);
    assert.equal(refused.headers.get("www-authenticate"), "Bearer");
    await problem(refused, 401, "not_signed_in");
    await problem(await look(token, mine.reference, "I look"), 401, "not_signed_in");
    await problem(await record(token, mine.reference, { type: "closed" }), 401, "not_signed_in");
  }
  await problem(await work("p.one"), 403, "role_missing");
  await problem(await record("p.one", mine.reference, { type: "closed" }), 403, "role_missing");
  await problem(await look("r.one", mine.reference, "I look"), 403, "role_missing");
  assert.deepEqual(auditLog(data).map(summary), ["customer complaint_received"]);
});

test("a look needs a reason; the reason is in the log before, and the customer sees that and why it was looked at", async (t) => {
  const { stub, data, look } = await office(t);
  const mine = await accepted(stub);
  const refused = await problem(await look("p.one", mine.reference), 422, "body_not_accepted");
  assert.deepEqual(refused.problems.map(({ code }) => code), ["viewing_reason_missing"]);
  assert.equal((await problem(await look("p.one", mine.reference, "x".repeat(501)), 422, "body_not_accepted")).problems[0].code, "text_too_long");
  await problem(await look("p.one", "HP-2222-2222", "I look"), 404, "complaint_not_found");
  const seen = await (await look("p.one", mine.reference, "She called: “where is it?”")).json();
  assert.equal(seen.reference, mine.reference);
  assert.equal(seen.submission.what_happened, "The roof leaks.");
  assert.ok(seen.may_record.includes("acknowledged") && !seen.may_record.includes("stage_2_responded"));
  assert.deepEqual(auditLog(data).map(summary), ["customer complaint_received", "colleague:p.one complaint_viewed She called: “where is it?”"]);
  const { viewings } = await (await stub.track(mine.reference, mine.tracking_key)).json();
  assert.deepEqual(viewings.map(({ reason }) => reason), ["She called: “where is it?”"]);
});

test("a complaint goes through its whole life, and each step is seen by its customer without what is colleagues' alone", async (t) => {
  const { stub, data, record } = await office(t);
  const mine = await accepted(stub);
  const life = [
    ["h.one", { type: "acknowledged", definition: DEFINITION, note: "call back first" }],
    ["h.one", { type: "officer_assigned", officer: "h.one", officer_name: "Hannah One" }],
    ["h.one", { type: "question_asked", question: "Which room?" }],
    ["h.one", { type: "visit_arranged", visit_on: "2026-12-01", visit: "Sam comes between 9 and 11." }],
    ["h.one", { ...RESPONSE, learning: "Check roofs in October." }],
    ["h.one", { type: "stage_2_requested", why_not_satisfied: "It still leaks." }],
    ["h.two", { type: "stage_2_acknowledged", definition: DEFINITION }],
    ["h.two", { type: "stage_2_responded", finding: "partly_upheld", response: "It was late.", signed_off_by: "A Director" }],
    ["h.two", { type: "action_recorded", action: "We mend the roof." }],
    ["h.two", { type: "closed", learning: "Answer sooner." }],
    ["h.two", { type: "action_done", action: "The roof is mended." }],
  ];
  for (const [who, event] of life) assert.equal((await record(who, mine.reference, event)).status, 200, event.type);
  const text = await (await stub.track(mine.reference, mine.tracking_key)).text();
  const { record: kept } = JSON.parse(text);
  assert.deepEqual(kept.events.map(({ type }) => type), ["submitted", ...life.map(([, { type }]) => type)]);
  assert.deepEqual(kept.promised.map(({ id }) => id), ["stage_1_acknowledgement", "stage_1_response", "stage_2_acknowledgement", "stage_2_response"]);
  for (const own of ["call back first", "Check roofs", "h.two", "Answer sooner"]) assert.ok(!text.includes(own), own);
  assert.ok(text.includes(DEFINITION) && text.includes("Hannah One") && text.includes("It was late."));
  assert.equal(auditLog(data).filter(({ act }) => act === "event_recorded").length, life.length);
});

test("who handled stage 1 may not handle stage 2, and each refusal has its name and place", async (t) => {
  const { stub, record } = await office(t);
  const mine = await accepted(stub);
  const refusals = [
    [{ type: "submitted" }, 422, "event_unknown", "/type"],
    [{ type: "acknowledged" }, 422, "event_words_missing", "/definition"],
    [{ type: "acknowledged", definition: "x", colour: "red" }, 422, "field_unknown", "/colour"],
    [{ ...RESPONSE, finding: "maybe" }, 422, "finding_unknown", "/finding"],
    [{ type: "extended", reason: "Snow", new_date: "2026-13-01" }, 422, "event_time_malformed", "/new_date"],
    [{ type: "extended", reason: "Snow", new_date: "2199-01-01" }, 409, "extension_beyond_limit", "/new_date"],
    [{ type: "acknowledged", definition: "x", at: "2199-01-01" }, 409, "event_in_the_future", "/at"],
    [{ type: "question_answered", answer: "x" }, 409, "answer_without_question", ""],
  ];
  for (const [event, status, code, pointer] of refusals) {
    const { problems } = await problem(await record("h.one", mine.reference, event), status, status === 409 ? "event_not_possible_now" : "body_not_accepted");
    assert.deepEqual(problems.map((each) => [each.code, each.pointer]), [[code, pointer]], JSON.stringify(event));
  }
  for (const event of [{ type: "acknowledged", definition: "x" }, RESPONSE, { type: "stage_2_requested" }]) {
    assert.equal((await record("h.one", mine.reference, event)).status, 200);
  }
  const same = await problem(await record("h.one", mine.reference, { type: "stage_2_acknowledged", definition: "x" }), 409, "event_not_possible_now");
  assert.deepEqual(same.problems.map((each) => each.code), ["stage_2_handled_by_stage_1_officer"]);
  assert.equal((await record("h.two", mine.reference, { type: "stage_2_acknowledged", definition: "x" })).status, 200);
});

test("the same event under the same key is kept once; another under it is refused; an event dated back says when it was recorded", async (t) => {
  const { stub, data, record } = await office(t);
  const mine = await accepted(stub);
  const key = newKey();
  const event = { type: "acknowledged", definition: DEFINITION, at: mine.received_on };
  const first = await (await record("h.one", mine.reference, event, key)).text();
  const again = await record("h.one", mine.reference, event, key);
  assert.equal(again.headers.get("idempotency-replayed"), "true");
  assert.equal(await again.text(), first);
  const looks = () => auditLog(data).filter(({ act }) => act === "complaint_viewed").map(({ who, what, reason }) => [who, what, reason]);
  const look = ["colleague:h.one", event.type, "Sent the same step again. It counts once."];
  assert.deepEqual(looks(), [look], "what answers a repeat is a look");
  await problem(await record("h.one", mine.reference, { ...event, definition: "other" }, key), 409, "idempotency_key_reused");
  const { at, recorded_at: recordedAt } = JSON.parse(first).record.events[1];
  assert.equal(at, mine.received_on);
  assert.ok(Date.parse(recordedAt) >= Date.parse(mine.received_at));
});

test("the work list has what is open, soonest promised day first, and each look at it is in the log", async (t) => {
  const { stub, data, work, record } = await office(t);
  const first = await accepted(stub);
  const second = await accepted(stub, { brand: "care-plus", matter: "care" });
  const third = await accepted(stub);
  await record("h.one", first.reference, { type: "acknowledged", definition: "x" });
  await record("h.one", third.reference, { type: "closed" });
  const list = await (await work("h.one")).json();
  assert.deepEqual(list.complaints.map(({ reference, next_event }) => [reference, next_event]), [[second.reference, "acknowledged"], [first.reference, "stage_1_responded"]]);
  assert.deepEqual([list.counts.open, list.counts.late, list.counts.waits_for_customer, list.more], [2, 0, 0, null]);
  assert.equal((await (await work("h.one", "?brand=care-plus")).json()).complaints.length, 1);
  assert.deepEqual(auditLog(data).filter(({ act }) => act === "work_list_viewed").map(({ who, what }) => [who, what]), [["colleague:h.one", undefined], ["colleague:h.one", "care-plus"]]);
});

test("when the log cannot be written, nothing is shown", async (t) => {
  const { stub, data, work, look } = await office(t);
  const mine = await accepted(stub);
  atTheStore(data, `store.execute("CREATE TRIGGER refuse BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'refused'); END")`);
  await problem(await look("p.one", mine.reference, "I look"), 503, "store_unavailable");
  await problem(await work("h.one"), 503, "store_unavailable");
  assert.equal((await stub.track(mine.reference, mine.tracking_key)).status, 200, "the customer still sees it");
});

test("a later date agreed before the acknowledgement still stands after it, and the record can be read", async (t) => {
  const { stub, record, look } = await office(t);
  const mine = await accepted(stub);
  const later = new Date(Date.parse(mine.received_at));
  later.setUTCDate(later.getUTCDate() + 30); // after the latest response, and within the limit, whatever holidays come
  const newDate = later.toISOString().slice(0, 10);
  assert.equal((await record("h.one", mine.reference, { type: "extended", new_date: newDate, reason: "Snow" })).status, 200);
  assert.equal((await record("h.one", mine.reference, { type: "acknowledged", definition: "x" })).status, 200);
  assert.equal((await record("h.one", mine.reference, RESPONSE)).status, 200);
  assert.ok((await (await look("h.one", mine.reference, "I handle it")).json()).may_record.includes("closed"));
});

test("what a colleague asks for in odd words is no fault in the audit log", async (t) => {
  const { data, work } = await office(t);
  for (const brand of ["é".repeat(99), "x".repeat(99) + "é", "\ufffd\u0000"]) {
    assert.deepEqual((await (await work("h.one", `?brand=${encodeURIComponent(brand)}`)).json()).complaints, []);
  }
  assert.deepEqual(auditLog(data).map(({ what }) => what), [undefined, undefined, undefined]);
});
