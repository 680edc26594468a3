// Case files: signed, checked by our own command and by an independent JOSE library, and refused by name when changed.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader } from "jose";
import { accepted, problem, run } from "./support.mjs";
import { office } from "./office.mjs";

const TYPE = "putright-case-file+jwt";
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const sha256 = (text) => createHash("sha256").update(text).digest("base64url");

/** A complaint that went as far as its stage 1 response, with words of every kind on the way. */
async function answered(t) {
  const made = await office(t);
  const { stub, record, look } = made;
  const mine = await accepted(stub, { what_would_put_it_right: "Mend it." });
  for (const event of [
    { type: "acknowledged", definition: "The roof leaks.", note: "call back first" },
    { type: "officer_assigned", officer: "h.one", officer_name: "Hannah One" },
    { type: "stage_1_responded", finding: "upheld", response: "We are sorry.", learning: "Look at roofs in October." },
  ]) assert.equal((await record("h.one", mine.reference, event)).status, 200, event.type);
  await look("p.one", mine.reference, "She called");
  return { ...made, mine, own: () => stub.fetch(`/api/complaints/${mine.reference}/case-file`, { headers: { Authorization: `Bearer ${mine.tracking_key}` } }) };
}

async function verified(data, text) {
  const file = join(data, "paper");
  writeFileSync(file, text);
  const { code, out } = await run(["verify", file], { PUTRIGHT_DATA: data });
  return { code, ...JSON.parse(out) };
}

test("a colleague takes the case file for a reason: the whole record, signed, accepted by our command and by another library", async (t) => {
  const { stub, data, caseFile, mine } = await answered(t);
  await problem(await caseFile("p.one", mine.reference, "x"), 403, "role_missing");
  await problem(await caseFile("h.one", mine.reference), 422, "body_not_accepted");
  await problem(await caseFile("h.one", "HP-2222-2222", "x"), 404, "complaint_not_found");
  const answer = await caseFile("h.one", mine.reference, "The ombudsman asks for it");
  assert.deepEqual([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")], [200, "application/jose", "no-store"]);
  assert.equal(answer.headers.get("content-disposition"), `attachment; filename="${mine.reference}-case-file.jws"`);
  const jws = await answer.text();
  const keys = createLocalJWKSet(await (await stub.fetch("/.well-known/jwks.json")).json());
  const { payload, protectedHeader } = await compactVerify(jws, keys, { algorithms: ["EdDSA"] });
  assert.equal(protectedHeader.typ, TYPE);
  const file = JSON.parse(Buffer.from(payload).toString());
  assert.deepEqual(file.events.map(({ event }) => event.type), ["submitted", "acknowledged", "officer_assigned", "stage_1_responded"]);
  assert.equal(file.submission.what_happened, "The roof leaks.");
  assert.equal(file.submission_sha256, decodeJwt(file.receipt).submission_sha256);
  let previous = file.submission_sha256;
  for (const { event, event_sha256: own, digest, previous: before } of file.events) {
    assert.equal(own, sha256(JSON.stringify(event)), "canonical JSON keeps its order when read and written");
    assert.deepEqual([before, digest], [previous, sha256(`${previous}.${own}`)]);
    previous = digest;
  }
  assert.equal(file.head, previous);
  assert.equal(file.events[1].event.note, "call back first");
  assert.deepEqual(file.assessment.deadlines.map(({ id, state }) => [id, state]).slice(0, 2), [["stage_1_acknowledgement", "met"], ["stage_1_response", "met"]]);
  assert.ok(file.assessment.deadlines.every(({ words, counted, otherwise }) => words && counted.length > 0 && otherwise.length > 0), "each date has its whole why");
  assert.ok(file.chronology.some(({ words }) => words === "The stage 1 response was sent. Finding: upheld"));
  assert.ok(file.chronology.some(({ words }) => words.startsWith("The customer was promised: Stage 1 response by ")));
  assert.deepEqual(file.viewings.map(({ who, reason }) => [who, reason]), [["colleague:p.one", "She called"], ["colleague:h.one", "The ombudsman asks for it"]]);
  const own = await verified(data, jws);
  assert.deepEqual([own.code, own.valid, own.what, own.payload.reference], [0, true, "case_file", mine.reference]);
});

test("the customer takes their own: without notes, ids and learning of colleagues, and without who looked", async (t) => {
  const { stub, data, mine, own } = await answered(t);
  const jws = await (await own()).text();
  const file = decodeJwt(jws);
  assert.equal(file.made_for, "customer");
  const text = JSON.stringify(file);
  for (const theirs of ["call back first", "h.one", "p.one", "Look at roofs"]) assert.ok(!text.includes(theirs), theirs);
  assert.ok(text.includes("Hannah One") && text.includes("She called") && text.includes("We are sorry."));
  assert.equal((await verified(data, jws)).valid, true);
  await problem(await stub.fetch(`/api/complaints/${mine.reference}/case-file`, { headers: { Authorization: "Bearer wrong" } }), 404, "complaint_not_found");
});

test("verify refuses by name: a changed, left out or added event, other words, a forged head, another key", async (t) => {
  const { stub, data, mine, own } = await answered(t);
  const jws = await (await own()).text();
  const [header, , signature] = jws.split(".");
  const changed = async (change) => {
    const file = decodeJwt(jws);
    change(file);
    const { code, valid, what, why } = await verified(data, `${header}.${base64url(file)}.${signature}`);
    assert.deepEqual([code, valid, what], [1, false, "case_file"]);
    return [why.code, why.event];
  };
  assert.deepEqual(await changed(({ events }) => { events[3].event.finding = "not_upheld"; }), ["event_changed", 4]);
  assert.deepEqual(await changed(({ events }) => { events.splice(1, 1); }), ["chain_broken", 2]);
  assert.deepEqual(await changed(({ events }) => { events.splice(1, 0, events[0]); }), ["chain_broken", 2]);
  assert.deepEqual(await changed(({ events }) => { events.pop(); }), ["head_differs", undefined]);
  assert.deepEqual(await changed(({ submission }) => { submission.what_happened = "Nothing."; }), ["submission_changed", undefined]);
  assert.deepEqual(await changed((file) => { file.chronology[0].words = "Nothing happened"; }), ["wrong_signature", undefined]);
  assert.deepEqual(await changed((file) => { delete file.events; }), ["wrong_signature", undefined]);
  const stranger = { ...decodeProtectedHeader(jws), kid: "stranger" };
  const forged = await verified(data, jws.replace(header, base64url(stranger)));
  assert.deepEqual([forged.valid, forged.why.code], [false, "unknown_key"]);
  const receipt = await verified(data, mine.receipt);
  assert.deepEqual([receipt.valid, receipt.what], [true, "receipt"]);
  const asReceipt = await stub.fetch("/api/verify", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ receipt: jws.slice(0, 30_000) }) });
  assert.equal((await asReceipt.json()).valid, false, "a case file is no receipt");
});

test("the schema of case files has every member that one has, and no other", async (t) => {
  const { own } = await answered(t);
  const schema = JSON.parse(readFileSync(new URL("../../public/schemas/case-file.schema.json", import.meta.url)));
  const file = decodeJwt(await (await own()).text());
  const optional = new Set(Object.keys(schema.properties).filter((name) => !schema.required.includes(name)));
  assert.deepEqual(Object.keys(schema.properties).filter((name) => !optional.has(name)).sort(), Object.keys(file).sort());
  assert.deepEqual([...optional], ["erased_on"]);
});
