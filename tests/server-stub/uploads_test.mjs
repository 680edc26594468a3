// Files that come in pieces (/api/uploads/{token}): what has come stays, whatever breaks, and no longer than it may.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { jpegFromAPhone, jpegKept } from "../support/pictures.mjs";
import { randomness, seed } from "./load.mjs";
import { accepted, newFolder, problem, Process, startStub } from "./support.mjs";

const MEGABYTE = 1 << 20;
const MOST = 10 * MEGABYTE;
const UPLOADS_AT_ONCE = 64;
const UNFINISHED_UPLOADS = 256;
const UNFINISHED_BYTES = 1 << 30;
const DAY_S = 24 * 3600;
const HOUR_S = 3600;
const MINUTE_S = 60;
const KILLS = 8;
const SEED = seed();

const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
const newToken = () => randomBytes(16).toString("hex");
/** Text that no other call gives. */
const text = (bytes) => Buffer.alloc(bytes, `${newToken()}\n`);
const kept = (data) => readdirSync(join(data, "attachments")).filter((name) => name !== "partial");
const onTheirWay = (data) => readdirSync(join(data, "attachments", "partial")).sort();
const partial = (data, name) => join(data, "attachments", "partial", name);
const olderBy = (path, seconds) => { const at = Date.now() / 1000 - seconds; utimesSync(path, at, at); };

const standsAt = (answer) => [answer.headers.get("upload-offset"), answer.headers.get("upload-complete")];
async function standing(stub, token) {
  const answer = await stub.fetch(`/api/uploads/${token}`, { method: "HEAD" });
  assert.deepEqual([answer.status, answer.headers.get("cache-control")], [204, "no-store"]);
  return standsAt(answer);
}
const send = (stub, token, at, body, complete = "?0", headers = {}) => stub.fetch(`/api/uploads/${token}`, {
  method: "POST", headers: { "Upload-Offset": String(at), "Upload-Complete": complete, ...headers }, body, ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
});
const streamed = (bytes) => new ReadableStream({ start(to) { to.enqueue(bytes); to.close(); } });

async function begun(stub, bytes, token = newToken()) {
  const answer = await send(stub, token, 0, bytes);
  assert.deepEqual([answer.status, ...standsAt(answer)], [204, String(bytes.length), "?0"]);
  return token;
}

async function holdsKept(stub, answer, bytes) {
  assert.equal(answer.status, 201, await answer.clone().text());
  assert.deepEqual((({ sha256, bytes: length }) => [sha256, length])(await answer.json()), [digest(bytes), bytes.length]);
  assert.ok(readFileSync(join(stub.data, "attachments", digest(bytes))).equals(bytes));
}

/** Sends a piece of which the line lets only so much through, and waits until that has come. */
async function broken(stub, token, at, whole, through) {
  const socket = connect(stub.port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(`POST /api/uploads/${token} HTTP/1.1\r\nHost: h\r\nUpload-Offset: ${at}\r\nUpload-Complete: ?0\r\nContent-Length: ${whole.length}\r\n\r\n`);
  socket.write(whole.subarray(0, through));
  while ((await standing(stub, token))[0] !== String(at + through)) await pause(5);
  return socket;
}

test("a file in pieces is kept as though it came in one: judged, cleaned, under the digest of what was sent", async (t) => {
  const stub = await startStub(t);
  const photo = jpegFromAPhone();
  const token = newToken();
  for (let at = 0; at < photo.length - 100; at += 100) assert.equal((await send(stub, token, at, photo.subarray(at, at + 100))).status, 204);
  const at = Number((await standing(stub, token))[0]);
  assert.ok(at > 0 && at < photo.length);
  const answer = await send(stub, token, at, photo.subarray(at), "?1", { "Repr-Digest": `sha-256=:${createHash("sha256").update(photo).digest("base64")}:` });
  assert.equal(answer.status, 201);
  assert.deepEqual(await answer.json(), { sha256: digest(photo), bytes: photo.length, media_type: "image/jpeg" });
  assert.ok(readFileSync(join(stub.data, "attachments", digest(photo))).equals(jpegKept()));
  assert.deepEqual(onTheirWay(stub.data), [`${token}.kept`], "no byte of what was cut out stays");
  assert.equal(statSync(partial(stub.data, `${token}.kept`)).mode & 0o777, 0o600);
  await accepted(stub, { attachments: `${digest(photo)} roof.jpg` });
});

test("a piece sent twice, out of order or beyond the end is refused with where the upload stands, and nothing of it is taken", async (t) => {
  const stub = await startStub(t);
  const bytes = text(300);
  const token = await begun(stub, bytes.subarray(0, 100));
  for (const at of [0, 99, 101, 200]) {
    const answer = await send(stub, token, at, bytes.subarray(at, at + 100));
    assert.deepEqual(standsAt(answer), ["100", "?0"], String(at));
    await problem(answer, 409, "upload_offset_wrong");
  }
  const fresh = await send(stub, newToken(), 100, bytes.subarray(100));
  assert.deepEqual(standsAt(fresh), ["0", "?0"], "what nobody began is begun at its beginning");
  await problem(fresh, 409, "upload_offset_wrong");
  await holdsKept(stub, await send(stub, token, 100, bytes.subarray(100), "?1"), bytes);
});

test("when the line breaks, what came is here, and the rest is enough", async (t) => {
  const stub = await startStub(t);
  const bytes = text(3 * MEGABYTE);
  const token = newToken();
  let at = 0;
  for (const through of [MEGABYTE + 7, 1, 99_999]) {
    (await broken(stub, token, at, bytes.subarray(at), through)).destroy();
    at += through;
  }
  assert.equal(statSync(partial(stub.data, `${token}.begun`)).mode & 0o777, 0o600);
  await holdsKept(stub, await send(stub, token, at, bytes.subarray(at), "?1"), bytes);
});

test("a new line goes on where the old one hangs, and what the old one still brings does no harm", async (t) => {
  const stub = await startStub(t);
  const bytes = text(MEGABYTE);
  const token = newToken();
  const hanging = await broken(stub, token, 0, bytes, 1000);
  assert.equal((await send(stub, token, 1000, bytes.subarray(1000, 5000))).status, 204);
  hanging.write(bytes.subarray(1000, 3000));
  const answer = await send(stub, token, 5000, bytes.subarray(5000), "?1");
  await holdsKept(stub, answer, bytes);
  hanging.write(Buffer.alloc(1000, "other words"));
  assert.deepEqual(await standing(stub, token), [String(MEGABYTE), "?1"]);
  assert.ok(readFileSync(join(stub.data, "attachments", digest(bytes))).equals(bytes));
  hanging.destroy();
});

test(`killed ${KILLS} times in the middle of a piece: the next stub has what came, and the file is whole in the end`, async (t) => {
  t.diagnostic(`PUTRIGHT_SEED=${SEED}`);
  const random = randomness(SEED);
  const data = newFolder();
  const bytes = text(4 * MEGABYTE);
  const token = newToken();
  let stub = await Process.start(data);
  try {
    let at = 0;
    for (let kill = 1; kill <= KILLS; ++kill) {
      const through = 1 + Math.floor(random() * 400_000);
      await broken(stub, token, at, bytes.subarray(at), through);
      await stub.end("SIGKILL");
      stub = await Process.start(data);
      at += through;
      assert.deepEqual(await standing(stub, token), [String(at), "?0"], `kill ${kill}`);
    }
    await holdsKept(Object.assign(stub, { data }), await send(stub, token, at, bytes.subarray(at), "?1"), bytes);
  } finally {
    await stub.end("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  }
});

test("who does not know the token learns nothing and changes nothing, not even whether a file is here", async (t) => {
  const stub = await startStub(t);
  const bytes = text(1000);
  const token = await begun(stub, bytes.subarray(0, 500));
  const other = newToken();
  assert.deepEqual(await standing(stub, other), ["0", "?0"]);
  await begun(stub, bytes.subarray(0, 300), other);
  assert.deepEqual(await standing(stub, token), ["500", "?0"]);
  await holdsKept(stub, await send(stub, token, 500, bytes.subarray(500), "?1"), bytes);
  assert.deepEqual(await standing(stub, other), ["300", "?0"], "a file that is kept is sent whole by the next one too");
  for (const wrong of [digest(bytes), token.slice(1), `${token}0`, token.toUpperCase(), `${token.slice(1)}g`, "%2e%2e%2fx"]) {
    assert.equal((await stub.fetch(`/api/uploads/${wrong}`)).status, wrong.includes("%") ? 400 : 404, wrong);
    if (!wrong.includes("%")) await problem(await send(stub, wrong, 0, "x"), 404, "not_found");
  }
  assert.ok(!stub.log.includes(token), "nor is it in the log");
});

test("the headers of a piece are asked for, and a form is no piece", async (t) => {
  const stub = await startStub(t);
  for (const [at, complete] of [["", "?1"], ["-1", "?1"], ["+1", "?1"], ["1.0", "?1"], ["0x1", "?1"], [String(MOST + 1), "?1"], ["9".repeat(30), "?1"], ["0", ""], ["0", "1"], ["0", "true"]]) {
    await problem(await send(stub, newToken(), at, "x", complete), 400, "upload_headers_malformed");
  }
  await problem(await send(stub, newToken(), 0, "x", "?1", { "Content-Type": "multipart/form-data; boundary=x" }), 415, "media_type_not_supported");
  assert.equal((await stub.fetch(`/api/uploads/${newToken()}`, { method: "PATCH" })).status, 405);
  assert.deepEqual(onTheirWay(stub.data), []);
});

test("the largest file is 10 MiB in pieces too, to the byte, also when a piece's length is not announced", async (t) => {
  const stub = await startStub(t);
  const bytes = text(MOST);
  const token = await begun(stub, bytes.subarray(0, MOST - 10));
  await problem(await send(stub, token, MOST - 10, Buffer.alloc(11, "x"), "?1"), 413, "attachment_too_large");
  assert.deepEqual(await standing(stub, token), [String(MOST - 10), "?0"]);
  await holdsKept(stub, await send(stub, token, MOST - 10, streamed(bytes.subarray(MOST - 10)), "?1"), bytes);
  const long = await begun(stub, text(MOST - 10));
  await problem(await send(stub, long, MOST - 10, streamed(Buffer.alloc(11, "x")), "?1"), 413, "attachment_too_large");
  assert.equal(kept(stub.data).length, 1);
});

test("pieces that make a file of a kind we do not take, an empty one or another than announced are forgotten", async (t) => {
  const stub = await startStub(t);
  const token = await begun(stub, Buffer.from("MZ\0"));
  await problem(await send(stub, token, 3, Buffer.alloc(10), "?1"), 415, "attachment_type_not_allowed");
  await problem(await send(stub, token, 0, "", "?1"), 422, "attachment_empty");
  await begun(stub, Buffer.from("It rained "), token);
  const answer = await send(stub, token, 10, "out.", "?1", { "Repr-Digest": `sha-256=:${createHash("sha256").update("It rained in.").digest("base64")}:` });
  assert.deepEqual(standsAt(answer), ["0", "?0"]);
  await problem(answer, 409, "upload_offset_wrong");
  assert.deepEqual([kept(stub.data), onTheirWay(stub.data)], [[], []]);
});

test("while the scanner cannot be asked the pieces stay, and the last one is enough afterwards", async (t) => {
  const stub = await startStub(t, { PUTRIGHT_CLAMD: "/nobody/is/here" });
  const bytes = text(1000);
  const token = await begun(stub, bytes.subarray(0, 600));
  await problem(await send(stub, token, 600, bytes.subarray(600), "?1"), 503, "attachment_not_scanned");
  assert.deepEqual([kept(stub.data), onTheirWay(stub.data)], [[], [`${token}.begun`]]);
  await stub.end();
  const next = await Process.start(stub.data);
  t.after(() => next.end("SIGKILL"));
  assert.deepEqual(await standing(next, token), ["1000", "?0"]);
  await holdsKept(stub, await send(next, token, 1000, "", "?1"), bytes);
});

test("an answer that was lost is given again for an hour, while the file is here", async (t) => {
  const stub = await startStub(t);
  const [bytes, lost] = [text(1000), text(500)];
  const token = await begun(stub, bytes);
  const first = await (await send(stub, token, 1000, "", "?1")).text();
  assert.equal(await (await send(stub, token, 1000, "", "?1")).text(), first);
  assert.deepEqual(await standing(stub, token), ["1000", "?1"]);
  await problem(await send(stub, token, 1000, "more", "?1"), 413, "attachment_too_large");
  const other = await begun(stub, lost);
  await holdsKept(stub, await send(stub, other, 500, "", "?1"), lost);
  rmSync(join(stub.data, "attachments", digest(lost)));
  assert.deepEqual(standsAt(await send(stub, other, 500, "", "?1")), ["0", "?0"], "swept since");
  olderBy(partial(stub.data, `${token}.kept`), HOUR_S - MINUTE_S);
  await begun(stub, text(1));
  assert.deepEqual(await standing(stub, token), ["1000", "?1"]);
  olderBy(partial(stub.data, `${token}.kept`), HOUR_S + MINUTE_S);
  await begun(stub, text(1));
  assert.deepEqual(await standing(stub, token), ["0", "?0"]);
});

test("what was begun is forgotten a day after its last byte, at the start and when the next one begins", async (t) => {
  const stub = await startStub(t);
  const [old, young] = [await begun(stub, text(10)), await begun(stub, text(10))];
  const age = () => { olderBy(partial(stub.data, `${old}.begun`), DAY_S + MINUTE_S); olderBy(partial(stub.data, `${young}.begun`), DAY_S - MINUTE_S); };
  age();
  const next = await begun(stub, text(10));
  assert.deepEqual(onTheirWay(stub.data), [young, next].map((token) => `${token}.begun`).sort());
  await begun(stub, text(10), old);
  age();
  await stub.end("SIGKILL");
  writeFileSync(partial(stub.data, "left"), "x");
  const again = await Process.start(stub.data);
  t.after(() => again.end("SIGKILL"));
  assert.deepEqual(onTheirWay(stub.data), [young, next].map((token) => `${token}.begun`).sort());
});

test("past 256 unfinished uploads no other begins, those go on, and a file in one request is still taken", async (t) => {
  const stub = await startStub(t);
  const bytes = text(20);
  const token = await begun(stub, bytes.subarray(0, 10));
  for (let number = 2; number < UNFINISHED_UPLOADS; ++number) writeFileSync(partial(stub.data, `${newToken()}.begun`), "x");
  await begun(stub, text(10));
  await problem(await send(stub, newToken(), 0, text(10)), 503, "too_busy");
  assert.equal((await stub.fetch("/api/attachments", { method: "POST", body: text(10) })).status, 201);
  await holdsKept(stub, await send(stub, token, 10, bytes.subarray(10), "?1"), bytes);
  await begun(stub, text(10));
});

test("unfinished uploads together have 1 GiB, to the byte; the end of one is always taken", async (t) => {
  const stub = await startStub(t);
  const bytes = text(1000);
  const token = await begun(stub, bytes);
  const filler = partial(stub.data, `${newToken()}.begun`);
  writeFileSync(filler, "");
  truncateSync(filler, UNFINISHED_BYTES - 1000 - 100);
  await problem(await send(stub, newToken(), 0, text(101)), 503, "too_busy");
  const last = await begun(stub, text(100));
  await problem(await send(stub, last, 100, "x"), 503, "too_busy");
  await problem(await send(stub, newToken(), 0, "x"), 503, "too_busy");
  await holdsKept(stub, await send(stub, token, 1000, "", "?1"), bytes);
});

test("past the limit of uploads at once a piece is told to wait, and the pieces before it are still there", async (t) => {
  const stub = await startStub(t);
  const token = await begun(stub, text(10));
  const head = () => `POST /api/uploads/${newToken()} HTTP/1.1\r\nHost: h\r\nUpload-Offset: 0\r\nUpload-Complete: ?1\r\nContent-Length: 1000\r\n\r\nbegun`;
  const sockets = Array.from({ length: UPLOADS_AT_ONCE }, () => connect(stub.port, "127.0.0.1"));
  await Promise.all(sockets.map((socket) => new Promise((done) => socket.write(head(), done))));
  while (onTheirWay(stub.data).length < UPLOADS_AT_ONCE + 1) await pause(10);
  await problem(await send(stub, token, 10, text(10)), 503, "too_busy");
  sockets.forEach((socket) => socket.destroy());
  let answer;
  do answer = await send(stub, token, 10, text(10)); while (answer.status === 503);
  assert.deepEqual([answer.status, ...standsAt(answer)], [204, "20", "?0"]);
});

test("stubs on one data folder share uploads: pieces to one and the other, the end to both at once, kept once", async (t) => {
  const stub = await startStub(t);
  const other = await Process.start(stub.data);
  t.after(() => other.end("SIGKILL"));
  const bytes = text(2 * MEGABYTE);
  const token = newToken();
  const size = 100_000;
  for (let at = 0; at < bytes.length; at += size) assert.equal((await send(at / size % 2 ? other : stub, token, at, bytes.subarray(at, at + size))).status, 204);
  const next = await Process.start(stub.data);
  t.after(() => next.end("SIGKILL"));
  assert.deepEqual(await standing(next, token), [String(bytes.length), "?0"], "a start leaves it alone");
  const ends = await Promise.all([stub, other, next].map((each) => send(each, token, bytes.length, "", "?1")));
  for (const end of ends) assert.ok([201, 503].includes(end.status), String(end.status));
  assert.ok(ends.some(({ status }) => status === 201));
  assert.deepEqual(await Promise.all([stub, other, next].map((each) => standing(each, token))), Array(3).fill([String(bytes.length), "?1"]));
  await holdsKept(stub, await send(other, token, bytes.length, "", "?1"), bytes);
  assert.deepEqual(kept(stub.data), [digest(bytes)]);
});
