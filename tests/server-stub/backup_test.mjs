// A copy of the store made while the stub works, and a stub that starts again from it.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { binary, root } from "../support/places.mjs";
import { complaint, newFolder, newKey, Process, run, startStub } from "./support.mjs";

const backup = (data, file) => run(["backup", file], { PUTRIGHT_DATA: data });
const folder = (t) => {
  const made = newFolder();
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

// The steps of docs/operating/backup.md.
function restore(from, copy, to) {
  cpSync(copy, join(to, "complaints.sqlite"));
  for (const part of ["keys", "attachments"]) cpSync(join(from, part), join(to, part), { recursive: true });
}

test("backup and restore: from a copy made under load, what was answered before it is there, byte for byte", async (t) => {
  const stub = await startStub(t);
  const before = [];
  for (let at = 0; at < 20; ++at) {
    const key = newKey();
    const text = complaint({ what_happened: `Before, ${at}` });
    before.push({ key, text, answer: await (await stub.submit(text, key)).text() });
  }
  const file = await stub.fetch("/api/attachments", { method: "POST", headers: { "Content-Type": "text/plain" }, body: "A note." });
  const attachment = await file.json();
  const elsewhere = folder(t);
  const copy = join(elsewhere, "copy.sqlite");
  let going = true;
  const load = Array.from({ length: 8 }, async (_, lane) => {
    for (let at = 0; going; ++at) {
      assert.equal((await stub.submit(complaint({ what_happened: `During, ${lane}, ${at}` }), newKey())).status, 201);
    }
  });
  const made = await backup(stub.data, copy);
  going = false;
  await Promise.all(load);
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /^putright backup: .+ is whole: (2\d|[3-9]\d|\d{3,}) complaints, \d+ bytes\n$/);
  assert.deepEqual(readdirSync(elsewhere), ["copy.sqlite"], "one file and nothing beside it");
  assert.equal(statSync(copy).mode & 0o777, 0o600);

  const restored = folder(t);
  restore(stub.data, copy, restored);
  await stub.end("SIGKILL");
  const again = await Process.start(restored);
  t.after(() => again.end("SIGKILL"));
  for (const { key, text, answer } of before) {
    const repeat = await again.submit(text, key);
    assert.equal(repeat.headers.get("idempotency-replayed"), "true");
    assert.equal(await repeat.text(), answer, "the receipt and the tracking key are the same bytes");
    const { reference, tracking_key, receipt } = JSON.parse(answer);
    assert.equal((await again.track(reference, tracking_key)).status, 200);
    const verdict = await again.fetch("/api/verify", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ receipt }),
    });
    assert.equal((await verdict.json()).valid, true);
  }
  assert.ok(existsSync(join(restored, "attachments", attachment.sha256)));
});

test("backup: a file that is there is never replaced, and nothing is left where there is no store", async (t) => {
  const stub = await startStub(t);
  const elsewhere = folder(t);
  const copy = join(elsewhere, "copy.sqlite");
  writeFileSync(copy, "mine");
  const refused = await backup(stub.data, copy);
  assert.deepEqual([refused.code, refused.err], [1, `putright backup: ${copy} is there already: name a new file\n`]);
  assert.equal(statSync(copy).size, 4);
  const empty = folder(t);
  const none = await backup(empty, join(elsewhere, "none.sqlite"));
  assert.deepEqual([none.code, none.err], [1, `putright backup: there is no store at ${join(empty, "complaints.sqlite")}\n`]);
  const nowhere = await backup(stub.data, join(elsewhere, "no", "folder"));
  assert.equal(nowhere.code, 1);
  assert.match(nowhere.err, /^putright backup: cannot write .+: No such file or directory\n$/);
  assert.deepEqual(readdirSync(elsewhere), ["copy.sqlite"]);
  assert.equal((await run(["backup"])).code, 2);
});

test("restore without the keys: the stub refuses to start, and says what to put back", async (t) => {
  const stub = await startStub(t);
  const copy = join(folder(t), "copy.sqlite");
  assert.equal((await backup(stub.data, copy)).code, 0);
  const restored = folder(t);
  cpSync(copy, join(restored, "complaints.sqlite"));
  const start = () => run(["serve"], { PORT: "0", PUTRIGHT_DATA: restored });
  const words = `putright serve: there are complaints, and ${join(restored, "keys")} lacks the keys of their receipts: ` +
    "put the keys back from where you keep their copy, or, if they are lost, make new ones with putright keys rotate\n";
  assert.deepEqual(await start().then(({ code, err }) => [code, err]), [1, words]);
  cpSync(join(stub.data, "keys"), join(restored, "keys"), { recursive: true });
  rmSync(join(restored, "keys", "tracking", "secret.key"));
  assert.deepEqual(await start().then(({ code, err }) => [code, err]), [1, words]);
  rmSync(join(restored, "keys"), { recursive: true });
  assert.equal((await run(["keys", "rotate"], { PUTRIGHT_DATA: restored })).code, 0);
  const again = await Process.start(restored);
  assert.equal(await again.end(), 0);
});

test("backup.sh: the store and the attachments, again and again, and only the newest copies stay", async (t) => {
  const stub = await startStub(t);
  const elsewhere = folder(t);
  const file = await stub.fetch("/api/attachments", { method: "POST", headers: { "Content-Type": "text/plain" }, body: "A note." });
  const { sha256 } = await file.json();
  for (let at = 0; at < 80; ++at) writeFileSync(join(elsewhere, `complaints-2020-01-01T0000${String(at).padStart(2, "0")}Z.sqlite`), "");
  for (const again of ["first", "second"]) {
    const made = spawnSync(join(root, "server-stub/packaging/backup.sh"), [elsewhere], {
      env: { ...process.env, PUTRIGHT_DATA: stub.data, PATH: `${dirname(binary)}:${process.env.PATH}` }, encoding: "utf8",
    });
    assert.equal(made.status, 0, `${again}: ${made.stderr}`);
    if (again === "first") await pause(1_100); // names of copies count seconds
  }
  assert.deepEqual(readdirSync(join(elsewhere, "attachments")), [sha256]);
  const copies = readdirSync(elsewhere).filter((name) => name.startsWith("complaints-")).sort();
  assert.equal(copies.length, 72);
  assert.equal(copies.filter((name) => name > "complaints-2025").length, 2);
});

test("a copy of a damaged store is refused, and the copies made before stay", async (t) => {
  const data = folder(t);
  const elsewhere = folder(t);
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, "complaints.sqlite"), Buffer.alloc(8192, "x"));
  const refused = await backup(data, join(elsewhere, "copy.sqlite"));
  assert.equal(refused.code, 1);
  assert.match(refused.err, /^putright backup: the store .+ cannot be copied to .+: file is not a database\n$/);
  assert.deepEqual(readdirSync(elsewhere), []);
});
