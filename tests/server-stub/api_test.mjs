// The API as outside programs use it: accept, repeat, refuse, track, verify.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { compactVerify, createLocalJWKSet, importJWK, SignJWT } from "jose";
import { accepted, complaint, newFolder, newKey, problem, Process, run, startStub } from "./support.mjs";

test("a complaint is accepted with its reference, receipt, tracking key and dates", async (t) => {
  const stub = await startStub(t);
  const before = Math.floor(Date.now() / 1000) * 1000;
  const answer = await accepted(stub);
  assert.match(answer.reference, /^HP-[B-Y0-9]{4}-[B-Y0-9]{4}$/);
  assert.match(answer.tracking_key, /^([B-Y0-9]{4}-){4}[B-Y0-9]{4}$/);
  assert.ok(Date.parse(answer.received_at) >= before);
  const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
  assert.equal(answer.received_on, london.format(new Date(answer.received_at)));
  assert.deepEqual(answer.assessment.deadlines.map((deadline) => deadline.id),
    ["stage_1_acknowledgement", "stage_1_response"]);
});

test("jose verifies the receipt with the published keys, and its digest is that of the kept submission", async (t) => {
  const stub = await startStub(t);
  const answer = await accepted(stub);
  const jwks = await (await stub.fetch("/.well-known/jwks.json")).json();
  const { payload, protectedHeader } = await compactVerify(answer.receipt, createLocalJWKSet(jwks));
  assert.deepEqual([protectedHeader.alg, protectedHeader.typ], ["EdDSA", "putright-receipt+jwt"]);
  assert.equal(protectedHeader.kid, jwks.keys[0].kid);
  const receipt = JSON.parse(new TextDecoder().decode(payload));
  assert.equal(receipt.reference, answer.reference);
  assert.equal(receipt.received_at, answer.received_at);
  const kept = await (await stub.track(answer.reference, answer.tracking_key)).json();
  const sorted = JSON.stringify(Object.fromEntries(Object.entries(kept.submission).sort()));
  assert.equal(receipt.submission_sha256, createHash("sha256").update(sorted).digest("base64url"));
  const book = await (await stub.fetch("/policy/book.json")).text();
  assert.equal(receipt.policy_sha256, createHash("sha256").update(book).digest("base64url"));
});

test("a repeat gives the same bytes, also after a restart, and keeps one complaint", async () => {
  const data = newFolder();
  const key = newKey();
  let stub = await Process.start(data);
  try {
    const first = await stub.submit(complaint(), key);
    const bytes = await first.text();
    assert.equal(first.headers.get("idempotency-replayed"), null);
    const again = await stub.submit(complaint({ what_happened: " The roof leaks.  " }), key);
    assert.equal(again.headers.get("idempotency-replayed"), "true");
    assert.equal(await again.text(), bytes, "tidied, it is the same content");
    assert.equal(await stub.end(), 0);
    stub = await Process.start(data);
    const later = await stub.submit(complaint(), key);
    assert.deepEqual([later.status, await later.text()], [201, bytes]);
    assert.match(await (await stub.fetch("/metrics")).text(), /putright_complaints_kept_total 0\n/);
  } finally {
    await stub.end("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  }
});

test("many repeats at once keep one complaint", async (t) => {
  const stub = await startStub(t);
  const key = newKey();
  const answers = await Promise.all(Array.from({ length: 32 }, () => stub.submit(complaint(), key)));
  const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
  assert.equal(bodies.size, 1);
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([201]));
  const metrics = await (await stub.fetch("/metrics")).text();
  assert.match(metrics, /putright_complaints_kept_total 1\n/);
  assert.match(metrics, /putright_complaints_repeated_total 31\n/);
});

test("other content under the same key is refused with 409", async (t) => {
  const stub = await startStub(t);
  const key = newKey();
  assert.equal((await stub.submit(complaint(), key)).status, 201);
  await problem(await stub.submit(complaint({ what_happened: "The door sticks." }), key), 409, "idempotency_key_reused");
});

test("what cannot be read is refused with its code", async (t) => {
  const stub = await startStub(t);
  const deep = "[".repeat(10_000) + "]".repeat(10_000);
  const huge = JSON.stringify(complaint({ what_happened: "x".repeat(300_000) }));
  const rows = [
    ["{", 400, "body_malformed", "json_malformed"],
    ["", 400, "body_malformed", "json_malformed"],
    ['{"brand":"\xff"}', 422, "body_not_accepted", "brand_unknown"],
    [deep, 400, "body_malformed", "json_too_deep"],
    ['{"brand":"homes-plus","brand":"care-plus"}', 400, "body_malformed", "json_repeated_key"],
    ["[]", 400, "body_malformed", "not_an_object"],
    [JSON.stringify(complaint({ nonsense: "1" })), 422, "body_not_accepted", "field_unknown"],
    [JSON.stringify(complaint({ email: 1 })), 422, "body_not_accepted", "field_wrong_type"],
    [JSON.stringify(complaint({ brand: "other" })), 422, "body_not_accepted", "brand_unknown"],
    [JSON.stringify(complaint({ what_happened: "x".repeat(30_001) })), 422, "body_not_accepted", "text_too_long"],
  ];
  for (const [body, status, code, first] of rows) {
    const refused = await problem(await stub.submit(body, newKey()), status, code);
    assert.ok(refused.problems.some((each) => each.code === first), `${first} in ${JSON.stringify(refused)}`);
    assert.ok(refused.problems.every((each) => each.words.length > 0 && typeof each.pointer === "string"));
  }
  await problem(await stub.submit(huge, newKey()), 413, "body_too_large");
  const bytes = await stub.fetch("/api/complaints", {
    method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": newKey() },
    body: Buffer.concat([Buffer.from('{"brand":"'), Buffer.from([0xff]), Buffer.from('"}')]),
  });
  await problem(bytes, 400, "body_malformed");
  assert.match(await (await stub.fetch("/metrics")).text(), /putright_complaints_kept_total 0\n/);
});

test("the longest body that is read is 256 KiB, to the byte", async (t) => {
  const stub = await startStub(t);
  const shortest = JSON.stringify(complaint());
  const padded = (bytes) => shortest.slice(0, -1) + " ".repeat(bytes - shortest.length) + "}";
  assert.equal((await stub.submit(padded(262_144), newKey())).status, 201);
  await problem(await stub.submit(padded(262_145), newKey()), 413, "body_too_large");
});

test("the idempotency key and the content type are required as they are described", async (t) => {
  const stub = await startStub(t);
  const post = (headers) => stub.fetch("/api/complaints", { method: "POST", headers, body: JSON.stringify(complaint()) });
  const json = { "Content-Type": "application/json; charset=utf-8" };
  await problem(await post(json), 400, "idempotency_key_missing");
  for (const key of ["short", "x".repeat(15), "x".repeat(65), "has a space in it yes"]) {
    await problem(await post({ ...json, "Idempotency-Key": key }), 400, "idempotency_key_malformed");
  }
  for (const key of [`${newKey().slice(0, 8)}abcdefgh`, `${newKey()}${"x".repeat(64)}`.slice(0, 64)]) {
    assert.equal((await post({ ...json, "Idempotency-Key": key })).status, 201);
  }
  await problem(await post({ "Content-Type": "text/plain", "Idempotency-Key": newKey() }), 415, "media_type_not_supported");
});

test("tracking: the right key shows the record, and assess reads it", async (t) => {
  const stub = await startStub(t);
  const answer = await accepted(stub);
  const shown = await stub.track(answer.reference.toLowerCase(), answer.tracking_key.toLowerCase().replaceAll("-", ""));
  assert.equal(shown.status, 200);
  assert.equal(shown.headers.get("cache-control"), "no-store");
  const body = await shown.json();
  assert.deepEqual([body.reference, body.brand, body.kind, body.matter, body.receipt],
    [answer.reference, "homes-plus", "complaint", "repairs", answer.receipt]);
  assert.equal(body.submission.what_happened, "The roof leaks.");
  assert.deepEqual(body.record.events, [{ type: "submitted", at: answer.received_at }]);
  const file = join(stub.data, "record.json");
  writeFileSync(file, JSON.stringify(body.record));
  const assessed = await run(["assess", file, "--as-of", answer.received_at]);
  assert.equal(assessed.code, 0, assessed.err);
  const due = (assessment) => assessment.deadlines.map((deadline) => [deadline.id, deadline.due_on]);
  assert.deepEqual(due(JSON.parse(assessed.out)), due(answer.assessment));
});

test("tracking: a wrong key, an unknown reference and nonsense answer alike", async (t) => {
  const stub = await startStub(t);
  const mine = await accepted(stub);
  const other = await accepted(stub, { what_happened: "The door sticks." });
  const last = mine.reference.slice(-1) === "B" ? "C" : "B";
  const seen = new Set();
  const everything = async (answer) =>
    JSON.stringify([answer.status, [...answer.headers].filter(([name]) => name !== "date"), await answer.text()]);
  for (const [reference, key] of [
    [mine.reference, other.tracking_key],
    ["HP-7777-7777", mine.tracking_key],
    [mine.reference.slice(0, -1) + last, mine.tracking_key],
    [mine.reference, "nonsense"],
    ["nonsense", "nonsense"],
  ]) {
    const answer = await stub.track(reference, key);
    seen.add(await everything(answer));
  }
  seen.add(await everything(await stub.fetch(`/api/complaints/${mine.reference}`)));
  assert.equal(seen.size, 1);
  assert.match([...seen][0], /^\[404,.*complaint_not_found/);
});

test("no tracking key and no secret lies in the store's file in clear, or in the log", async (t) => {
  const stub = await startStub(t);
  const answer = await accepted(stub, { what_happened: "Words that nobody else may log." });
  await stub.track(answer.reference, answer.tracking_key);
  await stub.fetch(`/homes-plus/track?key=${answer.tracking_key}`);
  const files = readdirSync(stub.data).filter((name) => name.startsWith("complaints"));
  assert.ok(files.length >= 2);
  for (const name of files) assert.ok(!readFileSync(join(stub.data, name)).includes(answer.tracking_key), name);
  await stub.end();
  for (const word of ["Words", "example.org", answer.tracking_key, answer.reference, "key="]) {
    assert.ok(!stub.log.includes(word), `${word} is in the log`);
  }
  await stub.says(/"event":"request","route":"complaint","status":200/);
});

test("verify: good, changed, re-signed, renamed and nonsense receipts", async (t) => {
  const stub = await startStub(t);
  const { receipt } = await accepted(stub);
  const verify = async (text) => {
    const answer = await stub.fetch("/api/verify", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ receipt: text }),
    });
    assert.equal(answer.status, 200);
    return answer.json();
  };
  const good = await verify(receipt);
  assert.equal(good.valid, true);
  assert.equal(good.payload.kind, "complaint");
  const [header, payload, signature] = receipt.split(".");
  const later = JSON.parse(Buffer.from(payload, "base64url"));
  later.received_on = "2020-01-01";
  const changed = [header, Buffer.from(JSON.stringify(later)).toString("base64url"), signature].join(".");
  assert.equal((await verify(changed)).why.code, "wrong_signature");
  const none = Buffer.from('{"alg":"none","typ":"putright-receipt+jwt"}').toString("base64url");
  assert.equal((await verify([none, payload, signature].join("."))).why.code, "other_algorithm");
  const { kid } = JSON.parse(Buffer.from(header, "base64url"));
  const hmac = await new SignJWT(later).setProtectedHeader({ alg: "HS256", kid, typ: "putright-receipt+jwt" })
    .sign(new TextEncoder().encode("0123456789abcdef0123456789abcdef"));
  assert.equal((await verify(hmac)).why.code, "other_algorithm");
  const retyped = Buffer.from(JSON.stringify({ alg: "EdDSA", kid, typ: "jwt" })).toString("base64url");
  assert.equal((await verify([retyped, payload, signature].join("."))).why.code, "other_type");
  const unknown = Buffer.from(JSON.stringify({ alg: "EdDSA", kid: "x", typ: "putright-receipt+jwt" })).toString("base64url");
  assert.equal((await verify([unknown, payload, signature].join("."))).why.code, "unknown_key");
  for (const text of ["", "a.b", "!.b.c", `${receipt}=`, `${receipt}.`, receipt.slice(0, receipt.lastIndexOf("."))]) {
    assert.equal((await verify(text)).why.code, "malformed", text);
  }
  const wrong = await stub.fetch("/api/verify", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: "{}",
  });
  await problem(wrong, 422, "body_not_accepted");
});

test("putright verify checks offline, with the data folder's keys or a JWKS file", async (t) => {
  const stub = await startStub(t);
  const answer = await accepted(stub);
  const files = { receipt: join(stub.data, "r.jws"), answer: join(stub.data, "a.json"), keys: join(stub.data, "k.json"), bad: join(stub.data, "b.jws") };
  writeFileSync(files.receipt, `${answer.receipt}\n`);
  writeFileSync(files.answer, JSON.stringify(answer));
  writeFileSync(files.bad, answer.receipt.replace(/.{6}$/, "AAAAAA"));
  writeFileSync(files.keys, await (await stub.fetch("/.well-known/jwks.json")).text());
  await stub.end();
  const own = await run(["verify", files.answer], { PUTRIGHT_DATA: stub.data });
  assert.deepEqual([own.code, JSON.parse(own.out).payload.reference], [0, answer.reference]);
  const jwks = await run(["verify", files.receipt, "--keys", files.keys], { PUTRIGHT_DATA: "/nonexistent" });
  assert.deepEqual([jwks.code, JSON.parse(jwks.out).valid], [0, true]);
  const bad = await run(["verify", files.bad, "--keys", files.keys]);
  assert.equal(bad.code, 1);
  assert.equal(JSON.parse(bad.out).valid, false);
  assert.equal((await run(["verify"])).code, 2);
  const missing = await run(["verify", "/nonexistent"]);
  assert.deepEqual([missing.code, JSON.parse(missing.err).problems[0].code], [3, "input_unreadable"]);
});

test("the private key file is a JWK that jose signs with, and is refused when others may read it", async (t) => {
  const stub = await startStub(t);
  const folder = join(stub.data, "keys", "receipts");
  const file = join(folder, readdirSync(folder)[0]);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  const jwk = JSON.parse(readFileSync(file, "utf8"));
  const { kid } = (await (await stub.fetch("/.well-known/jwks.json")).json()).keys[0];
  const token = await new SignJWT({ reference: "HP" })
    .setProtectedHeader({ alg: "EdDSA", kid, typ: "putright-receipt+jwt" }).sign(await importJWK(jwk, "EdDSA"));
  const answer = await stub.fetch("/api/verify", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ receipt: token }),
  });
  assert.equal((await answer.json()).valid, true);
  await stub.end();
  chmodSync(file, 0o640);
  const refused = await run(["serve"], { PUTRIGHT_DATA: stub.data, PORT: "0" });
  assert.equal(refused.code, 1);
  assert.match(refused.err, /may be read by others/);
  assert.ok(!refused.err.includes(jwk.d));
});

test("addresses and methods that are not there are refused as such", async (t) => {
  const stub = await startStub(t);
  const wrong = await stub.fetch("/api/complaints", { method: "DELETE" });
  assert.equal(wrong.headers.get("allow"), "POST");
  await problem(wrong, 405, "method_not_allowed");
  await problem(await stub.fetch("/api/nothing"), 404, "not_found");
  await problem(await stub.fetch("/api/complaints/HP-7777-7777/nothing", { method: "POST" }), 404, "not_found");
  for (const path of ["/healthz", "/readyz"]) assert.equal((await stub.fetch(path)).status, 200);
  assert.match(await (await stub.fetch("/metrics")).text(), /putright_requests_total\{route="healthz",status="200"\} 1\n/);
});
