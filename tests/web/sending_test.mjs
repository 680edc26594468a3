// Files on their way: large ones in pieces, and on from where the stub stands when the line breaks. The network is made up.
import { beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { File } from "node:buffer";
import { createHash } from "node:crypto";
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { webModules } from "../support/web.mjs";

const PIECE = 512 * 1024;
const SIZE = 3 * PIECE + 5;
const PHOTO = Buffer.alloc(SIZE, "a photo of the roof, ");
const DIGEST = createHash("sha256").update(PHOTO).digest("hex");
const WHOLE = "POST /api/attachments";

/** What the stub does with pieces. `breaks` holds, call by call, how many bytes come through before the line breaks. */
class Network {
  uploads = new Map();
  calls = [];
  bytes = 0;
  breaks = [];
  refuses = () => undefined;

  async fetch(address, { method, headers, body }) {
    const through = this.breaks.shift();
    const sent = body ? Buffer.from(await body.arrayBuffer()) : Buffer.alloc(0);
    const came = sent.subarray(0, through ?? sent.length);
    this.calls.push([method, address, ...(headers["Upload-Offset"] ? [headers["Upload-Offset"], headers["Upload-Complete"], sent.length] : [])].join(" "));
    this.bytes += came.length;
    const answer = this.refuses(method, address) ?? this.answer(address, method, headers, came, through !== undefined);
    if (through !== undefined) throw new TypeError("Failed to fetch");
    return answer;
  }

  answer(address, method, headers, came, isCut) {
    if (address === "/api/attachments") return new Response("{}", { status: 201 });
    const here = this.uploads.get(address) ?? Buffer.alloc(0);
    const standing = (status, bytes) => new Response(status === 204 ? null : "{}", { status, headers: { "Upload-Offset": String(bytes.length) } });
    if (method === "HEAD") return standing(204, here);
    if (Number(headers["Upload-Offset"]) !== here.length) return standing(409, here);
    const more = Buffer.concat([here, came]);
    this.uploads.set(address, more);
    if (headers["Upload-Complete"] === "?0" || isCut) return standing(204, more);
    assert.ok(more.equals(PHOTO), "the file is whole");
    assert.equal(headers["Repr-Digest"], `sha-256=:${createHash("sha256").update(more).digest("base64")}:`);
    return new Response("{}", { status: 201 });
  }
}

let web, network, pauses;
const realTimeout = globalThis.setTimeout;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
  web = await webModules("outbox", "scripts", "sending", "storage");
  web.haveScripts({ sending: web });
  network = new Network();
  pauses = [];
  globalThis.fetch = (...call) => network.fetch(...call);
  // Waiting takes no time here; what gives a call up never comes.
  globalThis.setTimeout = (work, milliseconds) => {
    if (milliseconds >= 60_000) return undefined;
    pauses.push(milliseconds);
    return realTimeout(work, 0);
  };
});

const file = (bytes, name = "roof.jpg") => new File([bytes], name);
const takeUntil = (stop, ...files) => web.takeFiles(files, () => undefined, web.withStorage, stop);
const take = (...files) => takeUntil(new AbortController().signal, ...files);
const kept = () => web.withStorage((storage) => storage.get("files", DIGEST));
const added = [["attachment", `${DIGEST} roof.jpg`]];
const submission = JSON.stringify({ attachments: `${DIGEST} roof.jpg` });
const posts = () => network.calls.map((call) => call.replace(/\/api\/uploads\/[0-9a-f]{32}/, "upload"));

test("a file of one piece goes in one request, and with one byte more the stub is asked for pieces", async () => {
  await take(file(Buffer.alloc(PIECE, "x")));
  assert.deepEqual(posts(), [WHOLE]);
  network = new Network();
  network.refuses = () => new Response("{}", { status: 415 });
  await take(file(Buffer.alloc(PIECE + 1, "x")));
  assert.deepEqual(posts(), ["HEAD upload"]);
});

test("a large file goes in pieces, each where the stub stands, the last one marked", async () => {
  assert.deepEqual(await take(file(PHOTO)), added);
  assert.deepEqual(posts(), ["HEAD upload", `POST upload 0 ?0 ${PIECE}`, `POST upload ${PIECE} ?0 ${PIECE}`, `POST upload ${2 * PIECE} ?0 ${PIECE}`, `POST upload ${3 * PIECE} ?1 5`]);
  assert.equal((await kept()).is_sent, true);
});

test("a line that breaks again and again costs only what was on it, and each time that something came the waits begin anew", async () => {
  network.breaks = [undefined, 300_000, undefined, 10, undefined, PIECE - 1, 0, undefined, 7];
  assert.deepEqual(await take(file(PHOTO)), added);
  assert.equal(network.bytes, SIZE, "no byte came twice");
  assert.deepEqual(pauses, [250, 250, 250, 500, 250]);
  assert.equal((await kept()).is_sent, true);
});

test("when only the answer was lost, nothing of the file goes again", async () => {
  network.breaks = [undefined, undefined, undefined, undefined, 5];
  assert.deepEqual(await take(file(PHOTO)), added);
  assert.equal(posts().at(-1), `POST upload ${SIZE} ?1 0`);
  assert.equal(network.bytes, SIZE);
});

test("with nobody there it waits on the device at once; later only the rest goes", async () => {
  network.breaks = [undefined, 300_000, 0, 0, 0, 0, 0];
  assert.deepEqual(await take(file(PHOTO)), added);
  assert.deepEqual(pauses, [250, 500, 1000, 2000, 4000], "then it is the outbox's");
  assert.equal((await kept()).is_sent, false);
  network.breaks = [0];
  const words = async () => ({ status: 201, body: "{}" });
  const [before, calls] = [pauses.length, network.calls.length];
  assert.deepEqual(await web.sendAfterFiles([DIGEST], words, web.withStorage), { status: 0, body: "" });
  assert.deepEqual([pauses.length, network.calls.length], [before, calls + 1]);
  assert.deepEqual(await web.sendAfterFiles([DIGEST], words, web.withStorage), { status: 201, body: "{}" });
  assert.equal(network.bytes, SIZE);
  assert.equal((await kept()).is_sent, true);
});

test("the outbox sends the rest of a file before the complaint that names it", async () => {
  network.breaks = [undefined, 300_000, 0, 0, 0, 0, 0];
  await take(file(PHOTO));
  const press = { method: "POST", path: "/homes-plus/complaint/check", form: [], now: "2026-03-26T09:00:00Z", entropy: "b".repeat(32) };
  const effect = { method: "POST", path: "/api/complaints", idempotency_key: "a".repeat(32), bearer: "", body: submission };
  const words = network.fetch.bind(network);
  globalThis.fetch = async (address, call) => address === "/api/complaints"
    ? new Response(JSON.stringify({ reference: network.bytes === SIZE ? "HP-BCDF-GHJK" : "" }), { status: 201 }) : words(address, call);
  assert.equal((await web.send(press, effect)).status, 201);
  assert.equal(await kept(), undefined, "nothing stays on the device");
});

test("chosen again after the line broke for good, it goes on from there", async () => {
  network.breaks = [undefined, 300_000, 0, 0, 0, 0, 0];
  await take(file(PHOTO));
  const { upload } = await kept();
  assert.match(upload, /^[0-9a-f]{32}$/);
  assert.deepEqual(await take(file(PHOTO)), added);
  assert.equal((await kept()).upload, upload);
  assert.equal(network.bytes, SIZE);
});

for (const [status, code] of [[404, "not_found"], [405, "method_not_allowed"], [503, "too_busy"]]) {
  test(`${status} ${code}: a stub that takes no pieces gets the file in one`, async () => {
    network.refuses = (_method, address) => address === "/api/attachments" ? undefined : new Response(JSON.stringify({ code }), { status });
    assert.deepEqual(await take(file(PHOTO)), added);
    assert.deepEqual(posts(), ["HEAD upload", WHOLE]);
  });
}

test("an upload that the stub has forgotten in the middle goes in one", async () => {
  network.breaks = [undefined, undefined, 0];
  const upload = network.answer.bind(network);
  network.answer = (address, method, ...more) => {
    if (method === "HEAD") network.uploads.clear();
    return upload(address, method, ...more);
  };
  assert.deepEqual(await take(file(PHOTO)), added);
  assert.equal(posts().at(-1), WHOLE);
});

test("a refusal is told by name and the file is forgotten; a scanner that is down leaves it on the device", async () => {
  const refuseWith = (status, code) => { network.refuses = (method) => method === "HEAD" ? undefined : new Response(JSON.stringify({ code }), { status }); };
  refuseWith(415, "attachment_type_not_allowed");
  assert.deepEqual(await take(file(PHOTO)), [["attachment_problem", "attachment_type_not_allowed roof.jpg"]]);
  assert.equal(await kept(), undefined);
  refuseWith(503, "attachment_not_scanned");
  assert.deepEqual(await take(file(PHOTO)), added);
  assert.equal((await kept()).is_sent, false);
  assert.deepEqual(pauses, []);
});

test("stopped: what has gone is told, what was to come is not asked for", async () => {
  const stop = new AbortController();
  network.refuses = () => { stop.abort(); };
  const fields = await takeUntil(stop.signal, file(Buffer.from("one")), file(Buffer.from("two")), file(PHOTO));
  assert.deepEqual(fields.map(([name]) => name), ["attachment"]);
  assert.deepEqual(posts(), [WHOLE]);
  assert.equal(await kept(), undefined);
});

test("stopped before the first byte: nothing is asked and nothing is kept", async () => {
  const stop = new AbortController();
  const taking = takeUntil(stop.signal, file(Buffer.from("one")));
  stop.abort();
  assert.deepEqual([await taking, posts()], [[], []]);
  assert.deepEqual(await web.withStorage((storage) => storage.getAll("files")), []);
});

test("stopped in the middle: a file that another complaint of the device names stays as it was", async () => {
  await take(file(PHOTO));
  const before = await kept();
  const stop = new AbortController();
  network.refuses = () => { stop.abort(); };
  assert.deepEqual(await takeUntil(stop.signal, file(PHOTO)), []);
  assert.deepEqual(await kept(), before);
});
