// A bank holiday that was not known changes dates that customers were told: each of them hears of it once, by the way they
// asked for, whatever becomes of the command that tells them; who was promised a date keeps it and hears nothing.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { eventually, MailServer } from "../support/mail_server.mjs";
import { binary, built } from "../support/places.mjs";
import { withHolidays } from "./holidays.mjs";
import { atTheStore, auditLog, office } from "./office.mjs";
import { accepted, Process, run } from "./support.mjs";
import { randomness, seed } from "./load.mjs";

const MAIL = { PUTRIGHT_ORIGIN: "https://complaints.example.org", PUTRIGHT_MAIL_FROM: "complaints@example.org" };
const SEED = seed();

const notices = (data) => JSON.parse(atTheStore(data, `
print(json.dumps([dict(zip(("reference", "way", "state", "calendar", "changes"), row)) for row in store.execute(
  "SELECT reference, way, state, calendar, changes FROM notices WHERE kind = 'date_changed' ORDER BY reference")]))`));

const tell = (data, policy, ...more) => run(["calendar", "tell", "--policy", policy, ...more], { PUTRIGHT_DATA: data });
const day = (text) => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(text));
const listed = ({ out }) => out.trim().split("\n").filter(Boolean).map((line) => JSON.parse(line));

/** The same store served anew, with more bank holidays; resolves when its overviews are made again. */
async function startAgain(t, stub, data, env) {
  await stub.end();
  const policy = withHolidays(data);
  const again = await Process.start(data, { ...env, PUTRIGHT_POLICY: policy, PUTRIGHT_COLLEAGUES: join(data, "colleagues.json") });
  t.after(() => again.end("SIGKILL"));
  await eventually(() => (again.log.includes("overviews_renewed") ? true : undefined));
  return { again, policy };
}

test("a new bank holiday is told once to each customer whose date reads otherwise, by the way they asked for", async (t) => {
  const mail = await MailServer.start(t);
  const { stub, data, record, as } = await office(t, { ...MAIL, PUTRIGHT_SMTP_URL: mail.url });
  const byMail = await accepted(stub);
  const byLetter = await accepted(stub, { reply_by: "letter", address: "1 Street" });
  const byPhone = await accepted(stub, { reply_by: "phone", phone: "01234 567890" });
  const promised = await accepted(stub);
  assert.equal((await record("h.one", promised.reference, { type: "acknowledged", definition: "The roof." })).status, 200);
  const over = await accepted(stub);
  assert.equal((await record("h.one", over.reference, { type: "closed" })).status, 200);
  await mail.arrived(5);
  const mine = [byMail, byLetter, byPhone].map(({ reference }) => reference).sort();

  const early = withHolidays(data);
  const tooEarly = await tell(data, early, "--write");
  assert.equal(tooEarly.code, 1, "the stub has not started with this calendar");
  assert.match(tooEarly.err, /3 customers to tell, 0 told\n.*overviews_renewed/);
  assert.deepEqual(notices(data), []);

  const { again, policy } = await startAgain(t, stub, data, { ...MAIL, PUTRIGHT_SMTP_URL: mail.url });
  const look = await tell(data, policy);
  assert.equal(look.code, 0);
  assert.deepEqual(listed(look).map(({ reference }) => reference).sort(), mine);
  assert.deepEqual(notices(data), [], "without --write nothing is told");

  const told = await tell(data, policy, "--write");
  assert.deepEqual([told.code, listed(told).length], [0, 3]);
  const [change] = listed(told).find(({ reference }) => reference === byMail.reference).dates;
  const before = byMail.assessment.deadlines.find(({ id }) => id === change.id);
  assert.deepEqual([change.id, change.was, before.state], ["stage_1_response", before.promised_on, "projected"]);
  assert.ok(change.now > change.was);
  const page = await again.fetch("/homes-plus/track", {
    method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ reference: byMail.reference, tracking_key: byMail.tracking_key, go: "track" }).toString(),
  });
  const shown = await page.text();
  assert.ok(shown.includes(day(change.now)) && !shown.includes(day(change.was)), "the page says what the notice says");

  const once_ = await tell(data, policy, "--write");
  assert.deepEqual([once_.code, once_.out], [0, ""]);
  assert.deepEqual(notices(data).map(({ reference }) => reference), mine);
  assert.equal(new Set(notices(data).map(({ calendar }) => calendar)).size, 1);
  const message = (await mail.arrived(6)).at(-1);
  assert.match(message.subject, /^A new date for your complaint: /);
  assert.equal(message.to, "a.customer@example.org");
  for (const text of [message.plain, message.html]) assert.ok(text.includes(day(change.was)) && text.includes(day(change.now)), text);
  await pause(1500);
  assert.equal(mail.messages().length, 6, "nobody is told twice");
  const told_ = auditLog(data).filter(({ act }) => act === "dates_changed");
  assert.deepEqual(told_.map(({ who, reference }) => [who, reference]).sort(), mine.map((reference) => ["operator", reference]));

  const letters = await (await again.fetch("/api/staff/letters", { headers: as("h.one") })).json();
  const changed = letters.letters.filter(({ kind }) => kind === "date_changed");
  assert.deepEqual(changed.map(({ reference, way }) => [reference, way]).sort(), [[byLetter.reference, "letter"], [byPhone.reference, "phone"]].sort());
});

test("killed in the middle and run again, the command tells each customer once", async (t) => {
  t.diagnostic(`PUTRIGHT_SEED=${SEED}`);
  const random = randomness(SEED);
  const { stub, data } = await office(t);
  const many = 300;
  const mine = [];
  for (let at = 0; at < many; at += 10) mine.push(...await Promise.all(Array.from({ length: 10 }, () => accepted(stub))));
  const { again, policy } = await startAgain(t, stub, data, {});
  await again.end();
  const parts = [];
  for (let kill = 0; kill < 8; ++kill) {
    const child = spawn(built(binary), ["calendar", "tell", "--write", "--policy", policy], { env: { ...process.env, PUTRIGHT_DATA: data }, stdio: ["ignore", "pipe", "ignore"] });
    const ended = once(child, "close");
    await Promise.race([once(child.stdout, "data"), ended]);
    await pause(random() * 8 * (kill + 1));
    child.kill("SIGKILL");
    await ended;
    parts.push(notices(data).length);
  }
  t.diagnostic(`told after each kill: ${parts.join(", ")}`);
  assert.equal((await tell(data, policy, "--write")).code, 0);
  assert.deepEqual(notices(data).map(({ reference }) => reference), mine.map(({ reference }) => reference).sort());
  assert.equal(auditLog(data).filter(({ act }) => act === "dates_changed").length, many);
  assert.equal((await tell(data, policy)).out, "");
});

test("calendar tell: without a store it says so", async () => {
  const { code, err } = await run(["calendar", "tell"], { PUTRIGHT_DATA: "/nowhere" });
  assert.equal(code, 1);
  assert.match(err, /^putright calendar tell: there is no store at /);
});
