// What the stub does when the world goes wrong: killed, disk full, slow callers, a taken port.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { complaint, newFolder, newKey, Process, run, startStub } from "./support.mjs";

const HEAD_SECONDS = 10;
const BODY_SECONDS = 30;
const LATER_SECONDS = 2;

test("killed in the middle of many requests, each one that was answered is there once", async (t) => {
  const data = newFolder();
  let stub = await Process.start(data);
  const answered = new Map();
  let sent = 0;
  let killed;
  // Whoever has an answer sends the next: at the end there are always some on their way.
  const sendOn = async () => {
    while (!killed && sent < 4000) {
      const at = sent++;
      const key = newKey();
      const answer = await stub.submit(complaint({ what_happened: `Number ${at}` }), key).catch(() => undefined);
      const body = await answer?.text().catch(() => undefined);
      if (answer?.status === 201 && body) answered.set(key, { at, body });
      if (answered.size >= 40) killed ??= stub.end("SIGKILL");
    }
  };
  try {
    await Promise.all(Array.from({ length: 16 }, sendOn));
    await killed;
    assert.ok(answered.size >= 40);
    t.diagnostic(`${answered.size} of ${sent} were answered before the end`);
    stub = await Process.start(data);
    for (const [key, { at, body }] of answered) {
      const again = await stub.submit(complaint({ what_happened: `Number ${at}` }), key);
      assert.equal(again.headers.get("idempotency-replayed"), "true", `${key} was answered and is not there`);
      assert.equal(await again.text(), body);
    }
    const { reference, tracking_key } = JSON.parse([...answered.values()][0].body);
    assert.equal((await stub.track(reference, tracking_key)).status, 200);
  } finally {
    await stub.end("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  }
});

// The kernel refuses to let the files grow: the same error path in SQLite as a full disk.
test("when the disk takes no more, it says that nothing was kept, goes on, and keeps again later", async (t) => {
  const stub = await startStub(t);
  const limit = (soft) => execFileSync("prlimit", ["--pid", String(stub.child.pid), `--fsize=${soft}:`]);
  const early = { key: newKey(), body: "" };
  early.body = await (await stub.submit(complaint(), early.key)).text();
  const refusedKey = newKey();
  limit(statSync(join(stub.data, "complaints.sqlite-wal")).size);
  for (let round = 0; round < 3; ++round) {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) =>
      stub.submit(complaint({ what_happened: `Round ${round}, ${at}` }), at === 0 ? refusedKey : newKey())));
    for (const answer of answers) {
      const body = await answer.json();
      assert.deepEqual([answer.status, body.code], [503, "store_unavailable"]);
      assert.match(body.detail, /Nothing was kept/);
      assert.equal(answer.headers.get("retry-after"), "60");
    }
  }
  const repeat = await stub.submit(complaint(), early.key);
  assert.equal(await repeat.text(), early.body, "what was kept before can still be told");
  assert.equal((await stub.fetch("/healthz")).status, 200);
  const { reference, tracking_key } = JSON.parse(early.body);
  assert.equal((await stub.track(reference, tracking_key)).status, 200);
  assert.match(await (await stub.fetch("/metrics")).text(), /putright_store_failures_total [1-9]/);
  limit("unlimited");
  const kept = await stub.submit(complaint({ what_happened: "Round 0, 0" }), refusedKey);
  assert.deepEqual([kept.status, kept.headers.get("idempotency-replayed")], [201, null], "nothing was half kept");
  await stub.says(/"event":"store_write_failed"/);
});

function dripping(port, first) {
  const drip = { began: Date.now(), back: "" };
  const socket = connect(port, "127.0.0.1", () => socket.write(first));
  const timer = setInterval(() => socket.write("x"), 500);
  socket.on("data", (part) => { drip.back += part; });
  socket.on("error", () => {});
  drip.ended = new Promise((resolve) => socket.on("close", () => {
    clearInterval(timer);
    resolve((Date.now() - drip.began) / 1000);
  }));
  return drip;
}

test("slow callers are cut at their deadline, and nobody else waits for them", async (t) => {
  const stub = await startStub(t);
  const head = "POST /api/complaints HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n" +
    `Idempotency-Key: ${newKey()}\r\nContent-Length: 100000\r\n\r\n`;
  const heads = Array.from({ length: 64 }, () => dripping(stub.port, "GET /healthz HTTP/1.1\r\nX-Slow: "));
  const silent = dripping(stub.port, "");
  const file = dripping(stub.port, "POST /api/attachments HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n");
  const bodies = Array.from({ length: 64 }, () => dripping(stub.port, head));
  for (let round = 0; round < 20; ++round) {
    assert.equal((await stub.submit(complaint({ what_happened: `Round ${round}` }), newKey())).status, 201);
  }
  const between = (seconds, least, name) =>
    assert.ok(seconds > least - 1 && seconds < least + LATER_SECONDS, `${name}: cut after ${seconds} s`);
  for (const drip of heads) between(await drip.ended, HEAD_SECONDS, "head");
  between(await silent.ended, HEAD_SECONDS, "silent");
  for (const drip of bodies) between(await drip.ended, BODY_SECONDS, "body");
  between(await file.ended, BODY_SECONDS, "file");
  assert.deepEqual(readdirSync(join(stub.data, "attachments", "partial")), [], "nothing is left of a file that was cut");
  const metrics = await (await stub.fetch("/metrics")).text();
  assert.match(metrics, /putright_cut_total\{what="body"\} 65\n/);
  assert.match(metrics, /putright_cut_total\{what="head"\} 6[45]\n/);
});

test("a taken port is one clear line, and exit 1", async (t) => {
  const stub = await startStub(t);
  const data = newFolder();
  const port = await run(["serve"], { PORT: String(stub.port), PUTRIGHT_DATA: data });
  assert.equal(port.code, 1);
  assert.match(port.err, new RegExp(`^putright serve: cannot listen on 127.0.0.1 port ${stub.port}: .+\n$`, "m"));
  rmSync(data, { recursive: true, force: true });
});

test("wrong settings and wrong words are refused with the name of what is wrong", async () => {
  const setting = await run(["serve"], { PORT: "eighty" });
  assert.deepEqual([setting.code, setting.err], [1, "putright serve: PORT must be a number from 0 to 65535\n"]);
  assert.equal((await run(["serve", "--nonsense"])).code, 2);
  assert.equal((await run(["nonsense"])).code, 2);
  assert.equal((await run([])).code, 2);
  const help = await run(["--help"]);
  for (const word of ["serve", "verify", "assess", "check", "render"]) assert.ok(help.out.includes(`  ${word} `), word);
});

test("SIGTERM: what is in hand is finished, nothing new is taken, and the exit code is 0", async (t) => {
  const stub = await startStub(t);
  const idle = connect(stub.port, "127.0.0.1");
  const closed = new Promise((resolve) => idle.on("close", resolve));
  const text = JSON.stringify(complaint());
  const socket = connect(stub.port, "127.0.0.1");
  let back = "";
  socket.on("data", (part) => { back += part; });
  const done = new Promise((resolve) => socket.on("close", resolve));
  socket.write("POST /api/complaints HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n" +
    `Idempotency-Key: ${newKey()}\r\nContent-Length: ${text.length}\r\n\r\n${text.slice(0, 10)}`);
  await pause(300);
  stub.child.kill("SIGTERM");
  await closed;
  await assert.rejects(stub.fetch("/healthz"));
  socket.write(text.slice(10));
  await done;
  assert.match(back, /^HTTP\/1\.1 201 /);
  assert.match(back, /\r\nConnection: close\r\n/);
  const [code] = await stub.ended;
  assert.equal(code, 0);
});
