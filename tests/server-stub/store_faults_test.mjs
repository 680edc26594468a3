// A disk, a file or a clock that went wrong, as docs/operating/faults.md tells it.
import assert from "node:assert/strict";
import { chmodSync, chownSync, closeSync, copyFileSync, existsSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { complaint, newFolder, newKey, Process, run } from "./support.mjs";
import { binary, built } from "../support/places.mjs";

const PAGE_BYTES = 4096;
/** Anybody but root, whom no permission stops. */
const NOBODY = 65534;
const somebody = process.getuid() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const damaged = "it is damaged: restore a backup (docs/operating/backup.md)";

const folder = (t) => {
  const made = newFolder();
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
};
const start = (data) => run(["serve"], { PORT: "0", PUTRIGHT_DATA: data });

// The tree may lie where only root looks: the program goes where everybody can start it.
function startAsSomebody(t, data) {
  const open = folder(t);
  chmodSync(open, 0o755);
  const program = join(open, "putright");
  copyFileSync(built(binary), program);
  chmodSync(program, 0o755);
  const { status, stderr } = spawnSync(program, ["serve"],
    { env: { ...process.env, PORT: "0", PUTRIGHT_DATA: data }, cwd: "/", encoding: "utf8", ...somebody });
  return [status, stderr];
}

/** A data folder with many complaints in it, and no stub. */
async function keptComplaints(data) {
  const stub = await Process.start(data);
  for (let at = 0; at < 40; ++at) {
    assert.equal((await stub.submit(complaint({ what_happened: "The roof leaks. ".repeat(60) + at }), newKey())).status, 201);
  }
  assert.equal(await stub.end(), 0);
  return join(data, "complaints.sqlite");
}

function overwrite(file, from, bytes) {
  const open = openSync(file, "r+");
  writeSync(open, Buffer.alloc(bytes, 0xa5), 0, bytes, from);
  closeSync(open);
}

test("a damaged page or a damaged head of the store: no start, no backup, and words that say what to do", async (t) => {
  const data = folder(t);
  const store = await keptComplaints(data);
  const whole = readFileSync(store);
  assert.ok(whole.length > 8 * PAGE_BYTES, "the store has pages in its middle");
  for (const [from, bytes] of [[PAGE_BYTES * Math.floor(whole.length / PAGE_BYTES / 2), PAGE_BYTES], [0, 100]]) {
    overwrite(store, from, bytes);
    const refused = await start(data);
    assert.deepEqual([refused.code, refused.err], [1, `putright serve: the store ${store} cannot be used: ${damaged}\n`]);
    const copy = join(data, "copy.sqlite");
    assert.equal((await run(["backup", copy], { PUTRIGHT_DATA: data })).code, 1);
    assert.ok(!existsSync(copy));
    const open = openSync(store, "r+");
    writeSync(open, whole, 0, whole.length, 0);
    closeSync(open);
  }
  const stub = await Process.start(data);
  assert.equal(await stub.end(), 0);
});

test("a data folder that cannot be written to is one clear line and exit 1", async (t) => {
  const data = folder(t);
  chmodSync(data, 0o500);
  if (somebody.uid) chownSync(data, NOBODY, NOBODY);
  assert.deepEqual(startAsSomebody(t, data), [1, `putright serve: cannot write to the data folder ${data}\n`]);
  const beneath = join(data, "deeper");
  assert.deepEqual(startAsSomebody(t, beneath), [1, `putright serve: cannot make the folder ${beneath}: Permission denied\n`]);
});

test("a store or a key that its owner may not read is one line that names the file, and exit 1", async (t) => {
  if (process.getuid() !== 0) return t.skip("only root can give files to somebody else");
  const data = folder(t);
  const store = await keptComplaints(data);
  const keys = join(data, "keys");
  const own = spawnSync("chown", ["-R", `${NOBODY}:${NOBODY}`, data]);
  assert.equal(own.status, 0);
  chownSync(store, 0, 0);
  assert.deepEqual(startAsSomebody(t, data), [1, `putright serve: the store ${store} cannot be used: unable to open database file\n`]);
  chownSync(store, NOBODY, NOBODY);
  const secret = join(keys, "tracking", "secret.key");
  chownSync(secret, 0, 0);
  assert.deepEqual(startAsSomebody(t, data), [1, `putright serve: cannot read ${secret}: Permission denied\n`]);
});

test("a disk that is full at the first start: one line, exit 1, and a good start once there is room", async (t) => {
  const data = folder(t);
  const full = spawnSync("prlimit", ["--fsize=0", built(binary), "serve"],
    { env: { ...process.env, PORT: "0", PUTRIGHT_DATA: data }, encoding: "utf8" });
  assert.equal(full.status, 1);
  assert.match(full.stderr, /^putright serve: cannot write .+: File too large\n$/);
  const stub = await Process.start(data);
  assert.equal((await stub.submit(complaint(), newKey())).status, 201);
  assert.equal(await stub.end(), 0);
});

test("a clock that steps back: what was kept is told as before, and a later act is not dated before its cause", async (t) => {
  const found = spawnSync("find", ["/usr/lib", "-name", "libfaketime.so.1"], { encoding: "utf8" }).stdout.trim();
  assert.ok(found, "libfaketime is not installed: scripts/set-up test");
  const data = folder(t);
  const ahead = { LD_PRELOAD: found, FAKETIME: "+2d", FAKETIME_DONT_FAKE_MONOTONIC: "1" };
  let stub = await Process.start(data, ahead);
  const key = newKey();
  const text = await (await stub.submit(complaint(), key)).text();
  assert.equal(await stub.end(), 0);
  stub = await Process.start(data);
  t.after(() => stub.end("SIGKILL"));
  const answer = JSON.parse(text);
  assert.ok(Date.parse(answer.received_at) > Date.now());
  assert.equal(await (await stub.submit(complaint(), key)).text(), text, "the repeat is the same bytes");
  assert.equal((await stub.track(answer.reference, answer.tracking_key)).status, 200);
  const { record } = await (await stub.act(answer, "withdrawal", {}, newKey())).json();
  assert.deepEqual(record.events.map(({ type, at }) => [type, at]),
    [["submitted", answer.received_at], ["withdrawn", answer.received_at]]);
  const now = await (await stub.submit(complaint(), newKey())).json();
  assert.ok(Math.abs(Date.parse(now.received_at) - Date.now()) < 60_000, "new complaints have the clock's own time");
});
