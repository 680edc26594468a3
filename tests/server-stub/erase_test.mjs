// Keeping and forgetting: what goes, what stays, and that everything still verifies afterwards.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { decodeJwt } from "jose";
import { accepted, newFolder, problem, run } from "./support.mjs";
import { atTheStore, office } from "./office.mjs";

const SECRET = "My neighbour Rumpelstiltskin heard it";
const erase = (data, ...words) => run(["erase", ...words], { PUTRIGHT_DATA: data });

/** A closed complaint with words of its own and a file. */
async function closed(t) {
  const made = await office(t);
  const { stub, record } = made;
  const upload = await stub.fetch("/api/attachments", { method: "POST", headers: { "Content-Type": "text/plain" }, body: "A note of mine." });
  const { sha256 } = await upload.json();
  const mine = await accepted(stub, { what_happened: SECRET, attachments: `${sha256} note.txt` });
  for (const event of [
    { type: "acknowledged", definition: SECRET, note: SECRET },
    { type: "stage_1_responded", finding: "upheld", response: SECRET, learning: SECRET },
    { type: "closed" },
  ]) assert.equal((await record("h.one", mine.reference, event)).status, 200);
  return { ...made, mine, file: join(made.data, "attachments", sha256) };
}

async function caseFileOf({ caseFile, data }, reference) {
  const jws = await (await caseFile("h.one", reference, "For the ombudsman")).text();
  const paper = join(data, "paper");
  writeFileSync(paper, jws);
  const { code, out } = await run(["verify", paper], { PUTRIGHT_DATA: data });
  assert.equal(code, 0, out);
  return decodeJwt(jws);
}

test("erase: dry by default; then the words and files are gone from the store, and case file and audit log still verify", async (t) => {
  const made = await closed(t);
  const { stub, data, mine, file, look, record } = made;
  const before = await caseFileOf(made, mine.reference);
  const dry = await erase(data, "--reference", mine.reference, "--reason", "asked for");
  assert.deepEqual([dry.code, JSON.parse(dry.out).erased], [0, false]);
  assert.equal((await stub.track(mine.reference, mine.tracking_key)).status, 200);
  assert.ok(existsSync(file));

  const done = await erase(data, "--reference", mine.reference, "--reason", "asked for", "--write");
  assert.deepEqual([done.code, JSON.parse(done.out).erased], [0, true], done.err);
  assert.ok(!existsSync(file), "its file is gone");
  for (const name of ["complaints.sqlite", "complaints.sqlite-wal"]) {
    const path = join(data, name);
    if (existsSync(path)) assert.ok(!readFileSync(path).includes("Rumpelstiltskin"), `${name} has none of its words`);
  }
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/London" });
  const gone = await problem(await stub.track(mine.reference, mine.tracking_key), 410, "complaint_erased");
  assert.equal(gone.erased_on, today);
  await problem(await stub.track(mine.reference, "wrong"), 404, "complaint_not_found");
  await problem(await look("p.one", mine.reference, "x"), 410, "complaint_erased");
  await problem(await record("h.one", mine.reference, { type: "action_recorded", action: "x" }), 410, "complaint_erased");

  const after = await caseFileOf(made, mine.reference);
  assert.deepEqual([after.erased_on, after.submission], [today, null]);
  assert.ok(!JSON.stringify(after).includes("Rumpelstiltskin"));
  assert.deepEqual(after.events.map(({ digest }) => digest), before.events.map(({ digest }) => digest), "the chain is the one of before");
  assert.deepEqual([after.head, after.submission_sha256, after.receipt], [before.head, before.submission_sha256, before.receipt]);
  assert.equal(after.events[2].event.finding, "upheld");
  assert.deepEqual(after.attachments, []);
  const log = join(data, "log.jsonl");
  assert.equal((await run(["audit", log], { PUTRIGHT_DATA: data })).code, 0);
  assert.equal((await run(["verify", log], { PUTRIGHT_DATA: data })).code, 0);
  const entries = readFileSync(log, "utf8").trimEnd().split("\n").slice(0, -1).map((line) => JSON.parse(line).entry);
  const [entry] = entries.filter(({ act }) => act === "erased");
  assert.deepEqual([entry.who, entry.reference, entry.reason], ["operator", mine.reference, "asked for"]);
  assert.equal(entry.content_sha256, entries[0].content_sha256, "the digest of what was sent is the one of its arrival");
  const again = await erase(data, "--reference", mine.reference, "--reason", "x", "--write");
  assert.deepEqual([again.code, again.err], [1, `putright erase: ${mine.reference} was erased on ${today}\n`]);
});

test("erase: a file that another complaint has stays", async (t) => {
  const made = await closed(t);
  const sha256 = made.file.split("/").pop();
  await accepted(made.stub, { attachments: `${sha256} same.txt` });
  assert.equal((await erase(made.data, "--reference", made.mine.reference, "--reason", "x", "--write")).code, 0);
  assert.ok(existsSync(made.file));
});

test("erase --due: what ended longer ago than its kind is kept, on the very day and not one before, and nothing that is open", async (t) => {
  const made = await closed(t);
  const { data, stub, mine } = made;
  const open = await accepted(stub);
  const due = async () => (await erase(data, "--due")).out.split("\n").filter(Boolean).map((line) => JSON.parse(line).reference);
  const ended = (years, days) => {
    const day = new Date();
    day.setUTCFullYear(day.getUTCFullYear() - years);
    day.setUTCDate(day.getUTCDate() + days);
    return `${day.toISOString().slice(0, 10)}T12:00:00Z`;
  };
  // As if all of it had been so long ago.
  const date = (at) => atTheStore(data, `
store.execute("UPDATE events SET at = ? WHERE reference = ?", ("${at}", "${mine.reference}"))
store.execute("UPDATE complaints SET received_at = ? WHERE reference = ?", ("${at}", "${mine.reference}"))`);
  assert.deepEqual(await due(), []);
  date(ended(6, 1));
  assert.deepEqual(await due(), []);
  date(ended(6, 0));
  assert.deepEqual(await due(), [mine.reference]);
  assert.equal((await erase(data, "--due", "--write")).code, 0);
  assert.deepEqual(await due(), []);
  assert.equal((await stub.track(open.reference, open.tracking_key)).status, 200);
});

test("erase: wrong usage, and no store", async (t) => {
  for (const words of [[], ["--due", "--reference", "x", "--reason", "y"], ["--reference", "x"], ["--write"], ["file", "--due"]]) {
    assert.equal((await erase("/nowhere", ...words)).code, 2, words.join(" "));
  }
  const empty = newFolder();
  assert.match((await erase(empty, "--due")).err, /^putright erase: there is no store at /);
  const { data } = await office(t);
  assert.match((await erase(data, "--reference", "HP-2222-2222", "--reason", "x")).err, /^putright erase: there is no complaint /);
});
