// What a customer does after sending, by keyboard alone (keyboard.mjs): a complaint that colleagues have brought to the
// point, the screens, and what the record says afterwards. One table for every browser.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { writeEvents } from "./events.mjs";
import { fillIn, goThrough } from "./keyboard.mjs";

const COMPLAINT = { brand: "homes-plus", kind: "complaint", matter: "repairs", what_happened: "The roof leaks.", reply_by: "email", email: "alex@example.org" };

/** `before` are colleagues' events, `fields` what is typed, `event` what the record then ends with. */
export const ACTS = {
  "an answer to a question": {
    before: [{ type: "acknowledged" }, { type: "question_asked", question: "Which room is it in?" }],
    opens: "Answer it", at: "Answer our question", send: "Send answer", done: "We have your answer",
    fields: { "Your answer": "The kitchen." },
    event: { type: "question_answered", role: "customer", answer: "The kitchen." },
  },
  "a stage 2 request": {
    before: [{ type: "acknowledged" }, { type: "stage_1_responded" }],
    opens: "Ask for a review", at: "Ask for a review (stage 2)", send: "Send request", done: "We have your request for a review",
    fields: { "Why are you not happy with our response? (optional)": "Nobody came.", "What would put it right? (optional)": "Come." },
    event: { type: "stage_2_requested", role: "customer", why_not_satisfied: "Nobody came.", what_would_put_it_right: "Come." },
  },
  "a withdrawal": {
    before: [{ type: "acknowledged" }],
    opens: "Withdraw it", at: "Withdraw what you sent", send: "Withdraw it", done: "It has been withdrawn",
    fields: { "Why are you withdrawing it? (optional)": "It is mended." },
    event: { type: "withdrawn", role: "customer", reason: "It is mended." },
  },
};

/** A complaint at the point where this can be done: its reference and tracking key. */
export async function complaintBefore(stub, { before }) {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": randomUUID() };
  const answer = await fetch(`${stub.address}/api/complaints`, { method: "POST", headers, body: JSON.stringify(COMPLAINT) });
  assert.equal(answer.status, 201);
  const { reference, tracking_key: trackingKey, received_at: at } = await answer.json();
  writeEvents(stub.data, reference, before.map((event) => ({ at, role: "colleague", by: "c1", ...event })));
  return { reference, trackingKey };
}

/** From the form for a reference to the form of the act, filled in but not sent. */
export async function openAct(page, known, { opens, at, fields }) {
  await goThrough(page, { at: "Track what you sent", type: { Reference: known.reference, "Tracking key": known.trackingKey }, press: "Show it" });
  await goThrough(page, { at: `Your complaint ${known.reference}`, press: opens });
  await fillIn(page, { at, type: fields });
}

/** The complaint's events, as tracking tells them to its customer. */
export async function eventsOf(stub, { reference, trackingKey }) {
  const answer = await fetch(`${stub.address}/api/complaints/${reference}`, { headers: { Authorization: `Bearer ${trackingKey}` } });
  return (await answer.json()).record.events;
}
