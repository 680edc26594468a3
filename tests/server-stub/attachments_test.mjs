// Files sent to /api/attachments: kept by their digest, judged by what is in them, never given back.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { notTaken, taken } from "../support/files.mjs";
import { heicFromAPhone, heicKept, jpegFromAPhone, jpegKept, PLACE, png, pngFromAPhone } from "../support/pictures.mjs";
import { accepted, complaint, newFolder, newKey, problem, Process, startStub } from "./support.mjs";

const MEGABYTE = 1 << 20;
const MOST = 10 * MEGABYTE;
const UPLOADS_AT_ONCE = 64;
const EIGHT_DAYS_S = 8 * 24 * 3600;

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
const upload = (stub, bytes, headers = {}) => stub.fetch("/api/attachments", {
  method: "POST", headers: { "Content-Type": "application/octet-stream", ...headers }, body: bytes, ...(bytes instanceof ReadableStream ? { duplex: "half" } : {}),
});
const kept = (data) => readdirSync(join(data, "attachments")).filter((name) => name !== "partial");
const partial = (data) => readdirSync(join(data, "attachments", "partial"));
const text = (bytes, first = "x") => Buffer.alloc(bytes, `${first}\n`);

async function uploaded(stub, bytes) {
  const answer = await upload(stub, bytes);
  assert.equal(answer.status, 201);
  return (await answer.json()).sha256;
}

test("each kind of file is taken by what is in it, and kept under its digest for its owner alone", async (t) => {
  const stub = await startStub(t);
  const files = taken();
  for (const [name, media_type, bytes] of files) {
    const answer = await upload(stub, bytes, { "Content-Type": "text/html" });
    assert.equal(answer.status, 201, name);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    assert.deepEqual(await answer.json(), { sha256: digest(bytes), bytes: bytes.length, media_type }, name);
    const file = join(stub.data, "attachments", digest(bytes));
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(readFileSync(file).equals(bytes));
  }
  assert.equal(kept(stub.data).length, files.length);
  assert.deepEqual(partial(stub.data), []);
  assert.match(await (await stub.fetch("/metrics")).text(), new RegExp(`putright_attachments_kept_total ${files.length}\n`));
});

test("a picture is kept without its place, previews and films, beside the digest of what was sent", async (t) => {
  const stub = await startStub(t);
  for (const [name, sent, wanted] of [["jpeg", jpegFromAPhone(), jpegKept()], ["png", pngFromAPhone(), png()], ["heic", heicFromAPhone(), heicKept()]]) {
    assert.ok(sent.includes(PLACE), name);
    const answer = await (await upload(stub, sent)).json();
    assert.deepEqual([answer.sha256, answer.bytes], [digest(sent), sent.length], "the answer is about the file that the customer has");
    const file = join(stub.data, "attachments", digest(sent));
    const bytes = readFileSync(file);
    assert.ok(!bytes.includes(PLACE), name);
    assert.equal(bytes.toString("hex"), wanted.toString("hex"), name);
    assert.equal(readFileSync(`${file}.kept`, "utf8"), `${digest(wanted)}\n`);
    assert.equal((await upload(stub, sent)).status, 201, "again");
    assert.deepEqual(kept(stub.data).filter((entry) => entry.startsWith(digest(sent))).sort(), [digest(sent), `${digest(sent)}.kept`]);
    const again = await uploaded(stub, wanted);
    assert.ok(readFileSync(join(stub.data, "attachments", again)).equals(wanted), "what is clean stays as it is");
    assert.ok(!existsSync(join(stub.data, "attachments", `${again}.kept`)));
  }
  const reference = await accepted(stub, { attachments: `${digest(jpegFromAPhone())} roof.jpg` });
  assert.ok(reference.reference, "the complaint names what was sent");
  assert.deepEqual(partial(stub.data), []);
});

test("other kinds of file are refused with 415, whatever they are called, and nothing is kept", async (t) => {
  const stub = await startStub(t);
  for (const [name, bytes] of notTaken()) {
    const answer = await upload(stub, bytes, { "Content-Type": "image/jpeg" });
    assert.equal(answer.status, 415, name);
    assert.match((await problem(answer, 415, "attachment_type_not_allowed")).detail, /JPEG, PNG or HEIC/);
  }
  await problem(await upload(stub, "x", { "Content-Type": "multipart/form-data; boundary=x" }), 415, "media_type_not_supported");
  await problem(await upload(stub, ""), 422, "attachment_empty");
  assert.deepEqual([kept(stub.data), partial(stub.data)], [[], []]);
});

test("the largest file is 10 MiB, to the byte, also when its length is not announced", async (t) => {
  const stub = await startStub(t);
  const streamed = (bytes) => new ReadableStream({ start(to) { to.enqueue(bytes); to.close(); } });
  assert.equal((await upload(stub, text(MOST))).status, 201);
  assert.equal((await upload(stub, streamed(text(MOST, "y")))).status, 201);
  await problem(await upload(stub, text(MOST + 1)), 413, "attachment_too_large");
  await problem(await upload(stub, streamed(text(MOST + 1))), 413, "attachment_too_large");
  assert.equal(kept(stub.data).length, 2);
  assert.deepEqual(partial(stub.data), []);
});

test("sent again, a file is answered alike and kept once", async (t) => {
  const stub = await startStub(t);
  const bytes = taken()[0][2];
  const answers = await Promise.all(Array.from({ length: 16 }, () => upload(stub, bytes)));
  assert.equal(new Set(await Promise.all(answers.map((answer) => answer.text()))).size, 1);
  assert.deepEqual(kept(stub.data), [digest(bytes)]);
});

test("no address gives a file back", async (t) => {
  const stub = await startStub(t);
  const sha256 = await uploaded(stub, text(10));
  for (const path of ["/api/attachments/", "/attachments/", "/data/attachments/", "/"]) {
    assert.equal((await stub.fetch(path + sha256)).status, 404, path);
  }
  assert.equal((await stub.fetch("/api/attachments")).status, 405);
});

test("a complaint has the files that it names, and is refused when one is not here", async (t) => {
  const stub = await startStub(t);
  const sha256 = await uploaded(stub, text(10));
  const answer = await accepted(stub, { attachments: `${sha256} a photo.jpg\n${sha256} again.jpg` });
  const shown = await (await stub.track(answer.reference, answer.tracking_key)).json();
  assert.equal(shown.submission.attachments, `${sha256} a photo.jpg\n${sha256} again.jpg`);
  const missing = "0".repeat(64);
  for (const line of [`${missing} roof.jpg`, `${"../".repeat(21)}x roof.jpg`, `${sha256.toUpperCase()} roof.jpg`, "partial roof.jpg", sha256]) {
    const refused = await problem(await stub.submit(complaint({ attachments: `${sha256} a.jpg\n${line}` }), newKey()), 422, "body_not_accepted");
    assert.deepEqual(refused.problems.map((each) => [each.code, each.pointer]), [[line.startsWith("0") ? "attachment_not_kept" : "attachments_malformed", "/attachments"]], line);
  }
  const named = await problem(await stub.submit(complaint({ attachments: `${missing} roof.jpg` }), newKey()), 422, "body_not_accepted");
  assert.match(named.problems[0].words, /“roof\.jpg”/);
});

test("a complaint has ten files and 50 MiB of them at most", async (t) => {
  const stub = await startStub(t);
  const small = await Promise.all(Array.from({ length: 11 }, (_, at) => uploaded(stub, text(10, `small ${at}`))));
  const large = [];
  for (let at = 0; at < 5; ++at) large.push(await uploaded(stub, text(MOST, `large ${at}`)));
  const send = (digests) => stub.submit(complaint({ attachments: digests.map((sha256, at) => `${sha256} ${at}.txt`).join("\n") }), newKey());
  assert.equal((await send(small.slice(0, 10))).status, 201);
  assert.equal((await send(large)).status, 201);
  for (const [digests, code] of [[small, "attachments_too_many"], [[...large, small[0]], "attachments_too_large"]]) {
    const refused = await problem(await send(digests), 422, "body_not_accepted");
    assert.deepEqual(refused.problems.map((each) => [each.code, each.pointer]), [[code, "/attachments"]]);
    assert.match(refused.problems[0].words, /\b10 files\b/);
  }
});

test("at the start, files are swept that no complaint has and that are older than seven days", async () => {
  const data = newFolder();
  let stub = await Process.start(data);
  try {
    const [named, loose, young] = await Promise.all(["named", "loose", "young"].map((word) => uploaded(stub, Buffer.from(word))));
    const again = await uploaded(stub, Buffer.from("again"));
    await accepted(stub, { attachments: `${named} named.txt` });
    const old = Date.now() / 1000 - EIGHT_DAYS_S;
    for (const sha256 of [named, loose, again]) utimesSync(join(data, "attachments", sha256), old, old);
    await uploaded(stub, Buffer.from("again"));
    await stub.end("SIGKILL");
    writeFileSync(join(data, "attachments", "partial", "left"), "x");
    stub = await Process.start(data);
    assert.deepEqual(kept(data).sort(), [named, young, again].sort());
    assert.deepEqual(partial(data), []);
    await stub.says(/"event":"attachments_swept","files":1/);
    await problem(await stub.submit(complaint({ attachments: `${loose} loose.txt` }), newKey()), 422, "body_not_accepted");
  } finally {
    await stub.end("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  }
});

test("uploads that break off leave nothing; past the limit of uploads at once the next is told to wait", async (t) => {
  const stub = await startStub(t);
  const head = "POST /api/attachments HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\nbegun";
  const sockets = Array.from({ length: UPLOADS_AT_ONCE }, () => connect(stub.port, "127.0.0.1"));
  await Promise.all(sockets.map((socket) => new Promise((done) => socket.write(head, done))));
  while (partial(stub.data).length < UPLOADS_AT_ONCE) await pause(10);
  await problem(await upload(stub, text(10)), 503, "too_busy");
  assert.equal((await stub.submit(complaint(), newKey())).status, 201, "complaints are not kept waiting");
  sockets.forEach((socket) => socket.destroy());
  while (partial(stub.data).length > 0) await pause(10);
  assert.equal((await upload(stub, text(10))).status, 201);
});

test("when the file cannot be kept, nothing is half kept, and it works again afterwards", async (t) => {
  const stub = await startStub(t);
  const folder = join(stub.data, "attachments", "partial");
  rmSync(folder, { recursive: true });
  await problem(await upload(stub, text(10)), 503, "store_unavailable");
  await stub.says(/"event":"attachment_not_stored"/);
  await stub.end();
  const again = await Process.start(stub.data);
  t.after(() => again.end("SIGKILL"));
  assert.ok(existsSync(folder));
  assert.equal((await upload(again, text(10))).status, 201);
});
