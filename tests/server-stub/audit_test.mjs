// The audit log as a file: written while the stub serves, checked line by line, each way of changing it named.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { accepted, newFolder, run } from "./support.mjs";
import { atTheStore, office } from "./office.mjs";

const audit = (data, file) => run(["audit", file], { PUTRIGHT_DATA: data });
const verify = async (data, file) => {
  const { code, out, err } = await run(["verify", file], { PUTRIGHT_DATA: data });
  return { code, ...JSON.parse(out || err) };
};

async function exported(t, looks = 3) {
  const { stub, data, look } = await office(t);
  const mine = await accepted(stub);
  for (let at = 0; at < looks; ++at) assert.equal((await look("p.one", mine.reference, `Look ${at}`)).status, 200);
  const file = join(data, "log.jsonl");
  const written = await audit(data, file);
  assert.deepEqual([written.code, written.out], [0, `putright audit: ${file} is whole: ${looks + 1} entries\n`], written.err);
  return { stub, data, file, mine, lines: readFileSync(file, "utf8").trimEnd().split("\n") };
}

test("audit writes the log while the stub serves, and verify accepts it; a file that is there is never replaced", async (t) => {
  const { stub, data, file, lines } = await exported(t);
  assert.deepEqual(lines.slice(0, -1).map((line) => JSON.parse(line).entry.act), ["complaint_received", "complaint_viewed", "complaint_viewed", "complaint_viewed"]);
  const verdict = await verify(data, file);
  assert.deepEqual([verdict.code, verdict.valid, verdict.what, verdict.payload.entries], [0, true, "audit", 4]);
  const again = await audit(data, file);
  assert.deepEqual([again.code, again.err], [1, `putright audit: ${file} is there already: name a new file\n`]);
  assert.ok(!existsSync(`${file}.partial`));
  const keys = join(data, "jwks.json");
  writeFileSync(keys, await (await stub.fetch("/.well-known/jwks.json")).text());
  assert.equal((await run(["verify", file, "--keys", keys], { PUTRIGHT_DATA: "/nowhere" })).code, 0, "anybody with the public keys can check it");
});

test("verify names the first line at fault: changed, left out, put in, cut off, another's end", async (t) => {
  const { data, file, lines } = await exported(t);
  const fault = async (change) => {
    const copy = [...lines];
    const text = change(copy) ?? copy;
    writeFileSync(file, `${text.join("\n")}\n`);
    const { code, valid, why } = await verify(data, file);
    assert.deepEqual([code, valid], [1, false]);
    return [why.code, why.line];
  };
  assert.deepEqual(await fault((copy) => { copy[2] = copy[2].replace("Look 1", "Look 9"); }), ["entry_changed", 3]);
  assert.deepEqual(await fault((copy) => { copy.splice(1, 1); }), ["chain_broken", 2]);
  assert.deepEqual(await fault((copy) => { copy.splice(1, 0, copy[2]); }), ["chain_broken", 2]);
  assert.deepEqual(await fault((copy) => { copy.splice(3, 1); }), ["head_differs", 4]);
  assert.deepEqual(await fault((copy) => { copy.pop(); }), ["head_missing", 5]);
  assert.deepEqual(await fault((copy) => { copy[1] = "nonsense"; }), ["line_malformed", 2]);
  assert.deepEqual(await fault((copy) => { copy.push(copy[0]); }), ["line_malformed", 6]);
  assert.deepEqual(await fault((copy) => { copy[1] = copy[1].padEnd((64 << 10) + 1); }), ["line_malformed", 2]);
  assert.deepEqual(await fault((copy) => { copy[4] = copy[4].replace(/.{4}"}$/, 'AAAA"}'); }), ["wrong_signature", undefined]);
});

test("an entry that somebody changed in the store itself is found in its export", async (t) => {
  const { data, file } = await exported(t);
  atTheStore(data, `
store.execute("DROP TRIGGER audit_is_not_changed")
store.execute("UPDATE audit SET entry = replace(entry, 'p.one', 'h.one') WHERE position = 3")`);
  const other = join(data, "other.jsonl");
  assert.equal((await audit(data, other)).code, 0);
  const { valid, why } = await verify(data, other);
  assert.deepEqual([valid, why.code, why.line], [false, "entry_changed", 3]);
  assert.equal((await verify(data, file)).valid, true, "the export of before still stands");
});

test("audit: without a store or its keys there is no file", async (t) => {
  const empty = newFolder();
  const refused = await audit(empty, join(empty, "log"));
  assert.equal(refused.code, 1);
  assert.match(refused.err, /^putright audit: .+\n$/);
  assert.ok(!existsSync(join(empty, "log")));
  const { data } = await office(t);
  const nowhere = await audit(data, join(data, "missing", "log"));
  assert.match(nowhere.err, /^putright audit: cannot write .+: No such file or directory\n$/);
});
