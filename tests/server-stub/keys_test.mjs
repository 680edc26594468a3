// The keys that receipts are signed with: a new one, the old ones beside it, and files that went wrong.
import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from "jose";
import { accepted, newFolder, Process, run } from "./support.mjs";

/** Names of keys count seconds: the next one must have a later name. */
const NEXT_SECOND_MS = 1_100;

const keys = (data, word) => run(["keys", word], { PUTRIGHT_DATA: data });
const jwks = async (stub) => createLocalJWKSet(await (await stub.fetch("/.well-known/jwks.json")).json());
const rows = (out) => out.trim().split("\n").map((line) => line.split(/ +/));
const kid = (receipt) => decodeProtectedHeader(receipt).kid;

async function serving(t) {
  const data = newFolder();
  const stub = await Process.start(data);
  let last = stub;
  t.after(async () => {
    await last.end("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  });
  const restart = async () => {
    await last.end();
    last = await Process.start(data);
    return last;
  };
  return { data, stub, restart };
}

test("keys rotate: the new key signs from the next start on, the old one is still published and old receipts stay valid", async (t) => {
  const { data, stub, restart } = await serving(t);
  const early = await accepted(stub);
  assert.deepEqual(rows((await keys(data, "list")).out).map(([use, id]) => [use, id]), [["signs", kid(early.receipt)]]);
  await pause(NEXT_SECOND_MS);
  const rotated = await keys(data, "rotate");
  assert.equal(rotated.code, 0, rotated.err);
  const [, newer] = /^putright keys: (\S+) signs from the next start on; start the stub again\n$/.exec(rotated.out);
  assert.deepEqual(rows((await keys(data, "list")).out).map(([use, id]) => [use, id]),
    [["rests", kid(early.receipt)], ["signs", newer]]);
  assert.equal(kid((await accepted(stub)).receipt), kid(early.receipt), "a running stub goes on with its key");

  const again = await restart();
  const late = await accepted(again);
  assert.equal(kid(late.receipt), newer);
  const published = await jwks(again);
  for (const { receipt } of [early, late]) await compactVerify(receipt, published);
  const file = join(data, "receipt");
  for (const { receipt } of [early, late]) {
    writeFileSync(file, receipt);
    assert.equal((await run(["verify", file], { PUTRIGHT_DATA: data })).code, 0);
  }
  assert.equal((await again.track(early.reference, early.tracking_key)).status, 200, "tracking keys do not change");
});

test("a retired key, without its secret half, still checks what it signed", async (t) => {
  const { data, stub, restart } = await serving(t);
  const early = await accepted(stub);
  await pause(NEXT_SECOND_MS);
  assert.equal((await keys(data, "rotate")).code, 0);
  const [[, , file]] = rows((await keys(data, "list")).out);
  const { d, ...half } = JSON.parse(readFileSync(file, "utf8"));
  assert.equal(typeof d, "string");
  writeFileSync(file, JSON.stringify(half));
  assert.deepEqual(rows((await keys(data, "list")).out).map(([use]) => use), ["checks", "signs"]);
  await compactVerify(early.receipt, await jwks(await restart()));
});

test("keys that are missing, damaged or open to others are one line that names the file, and exit 1", async (t) => {
  const { data, stub } = await serving(t);
  await accepted(stub);
  assert.equal(await stub.end(), 0);
  const receipts = join(data, "keys", "receipts");
  const [name] = readdirSync(receipts);
  const file = join(receipts, name);
  const text = readFileSync(file, "utf8");
  const refusals = async () => {
    const [start, list] = [await run(["serve"], { PORT: "0", PUTRIGHT_DATA: data }), await keys(data, "list")];
    return [start.code, start.err, list.code, list.err];
  };
  const both = (why) => [1, `putright serve: ${why}\n`, 1, `putright keys: ${why}\n`];

  writeFileSync(file, text.slice(0, 40));
  assert.deepEqual(await refusals(), both(`${file} is not an Ed25519 JWK`));
  writeFileSync(file, text);
  chmodSync(file, 0o640);
  assert.deepEqual(await refusals(),
    both(`${file} holds secrets and may be read by others: chmod go-rwx it, and replace the keys if others can have read them`));
  chmodSync(file, 0o600);
  const { d, ...half } = JSON.parse(text);
  writeFileSync(file, JSON.stringify(half));
  const [code, start, , list] = await refusals();
  assert.deepEqual([code, start, list], [1, `putright serve: ${receipts} has no key that can sign: make one with putright keys rotate\n`, ""]);
  writeFileSync(file, text);
  const good = await Process.start(data);
  assert.equal(await good.end(), 0);
});

test("keys rotate: a clock that stands before the newest key makes no key", async (t) => {
  const { data, stub } = await serving(t);
  await accepted(stub);
  const receipts = join(data, "keys", "receipts");
  const text = readFileSync(join(receipts, readdirSync(receipts)[0]), "utf8");
  writeFileSync(join(receipts, "2999-01-01T000000Z-later.jwk"), text, { mode: 0o600 });
  const refused = await keys(data, "rotate");
  assert.equal(refused.code, 1);
  assert.match(refused.err, /^putright keys: the clock says .+, and the newest key is 2999-01-01T000000Z-later.jwk: a new key must be later; put the clock right, or try again\n$/);
  assert.equal(readdirSync(receipts).length, 2);
});

test("keys: words that it does not know are wrong usage, and a folder that is not there exit 1", async () => {
  for (const words of [["keys"], ["keys", "show"], ["keys", "list", "rotate"], ["keys", "--nonsense"]]) {
    assert.equal((await run(words)).code, 2, words.join(" "));
  }
  const none = await run(["keys", "list"], { PUTRIGHT_DATA: "/nonexistent" });
  assert.deepEqual([none.code, none.err], [1, "putright keys: cannot read /nonexistent/keys/receipts: No such file or directory\n"]);
});
