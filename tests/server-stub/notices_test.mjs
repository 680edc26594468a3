// What customers are told by mail: through a real mail server, once each, whatever fails on the way.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { eventually, freePort, MailServer } from "../support/mail_server.mjs";
import { auditLog, office } from "./office.mjs";
import { accepted, complaint, newFolder, newKey, Process, run, startStub } from "./support.mjs";

const FROM = "complaints@example.org";
const ORIGIN = "https://complaints.example.org";
/** The settings of a stub that sends through the mail server at this address. */
const through = (url, more = {}) => ({ PUTRIGHT_SMTP_URL: url, PUTRIGHT_ORIGIN: ORIGIN, PUTRIGHT_MAIL_FROM: FROM, ...more });

/** A data folder that goes with the test. */
function folderOf(t) {
  const data = newFolder();
  t.after(() => rmSync(data, { recursive: true, force: true }));
  return data;
}

const ASK = `
import json, sqlite3, sys
store = sqlite3.connect(sys.argv[1], timeout=10)
store.row_factory = sqlite3.Row
with store: rows = store.execute(sys.argv[2]).fetchall()
print(json.dumps([dict(row) for row in rows]))
`;
const ask = (data, sql) => JSON.parse(execFileSync("python3", ["-c", ASK, join(data, "complaints.sqlite"), sql], { encoding: "utf8" }));
const notices = (data) => ask(data, "SELECT * FROM notices ORDER BY reference, position, kind");
/** As if the time until the next try, and of whoever had a lease, had passed. */
const letTimePass = (data) => ask(data, "UPDATE notices SET next_try_at = made_at, leased_until = '' WHERE state = 'waiting'");
/** Waits until every notice has one of these states, and gives them. */
const settled = (data, ...states) => eventually(() => {
  const all = notices(data);
  return all.length > 0 && all.every(({ state }) => states.includes(state)) ? all : undefined;
});
const metric = async (stub, name) => Number(new RegExp(`^putright_${name} (\\d+)$`, "m").exec(await (await stub.fetch("/metrics")).text())?.[1]);

/** What stands between a stub and the mail server; `hear` may do something about what either says. */
async function between(t, port, hear) {
  const sockets = new Set();
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => { near.destroy(); far.destroy(); });
    }
    const carry = (from, to, who) => from.on("data", async (bytes) => {
      if (await hear(who, bytes.toString("latin1")) !== "keep") to.write(bytes);
    });
    carry(near, far, "stub");
    carry(far, near, "mail server");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return `smtp://127.0.0.1:${server.address().port}`;
}

const TAKEN = "250 OK id=";
const RECEIPTS_SENT = 'notices_sent_total\\{kind="receipt"\\}';

test("a receipt arrives once, whole, and as somebody else's mail reader reads it", async (t) => {
  const mail = await MailServer.start(t);
  const stub = await startStub(t, through(mail.url));
  const mine = await accepted(stub, { name: "Ada Example", what_happened: "PRIVATE WORDS", address: "1 Street" });
  const [message] = await mail.arrived(1);
  assert.equal(message.to, "a.customer@example.org");
  assert.equal(message.from, `Homes Plus <${FROM}>`);
  assert.equal(message.subject, `We have received your complaint: ${mine.reference}`);
  assert.equal(message.id, `<${mine.reference}.0.receipt@example.org>`);
  assert.equal(message.headers["auto-submitted"], "auto-generated");
  assert.equal(message.headers["reply-to"], "feedback@housingplusgroup.co.uk");
  assert.deepEqual(message.defects, []);
  for (const text of [message.plain, message.html]) {
    assert.ok(text.includes(mine.reference) && text.includes(`${ORIGIN}/homes-plus/track`) && text.includes("not the acknowledgement"));
    assert.ok(!text.includes(mine.tracking_key), "the key is not sent");
  }
  for (const own of ["PRIVATE", "Ada", "1 Street"]) assert.ok(!message.raw.includes(own), own);
  await settled(stub.data, "sent");
  assert.equal(await metric(stub, RECEIPTS_SENT), 1);
  assert.equal(mail.messages().length, 1);
  assert.deepEqual(auditLog(stub.data).map(({ who, act, what }) => `${who} ${act} ${what ?? ""}`), ["customer complaint_received ", "stub notice_sent receipt"]);
});

test("each step of a complaint's life arrives in the mailbox with its dates, and repeats bring nothing more", async (t) => {
  const mail = await MailServer.start(t);
  const { stub, data, record } = await office(t, through(mail.url));
  const mine = await accepted(stub);
  const { deadlines } = mine.assessment;
  const response = deadlines.find(({ id }) => id === "stage_1_response");
  const later = new Date(Date.parse(`${response.due_on}T00:00:00Z`) + 24 * 3600 * 1000).toISOString().slice(0, 10);
  const life = [
    ["h.one", { type: "acknowledged", definition: "The roof leaks." }, "acknowledgement", "stage 1 response"],
    ["h.one", { type: "officer_assigned", officer: "h.one", officer_name: "Hannah One" }],
    ["h.one", { type: "question_asked", question: "Which room?" }, "question", "answer it on our website"],
    ["h.one", { type: "question_answered", answer: "The kitchen." }],
    ["h.one", { type: "visit_arranged", visit_on: later, visit: "Sam comes." }, "visit", String(new Date(later).getUTCFullYear())],
    ["h.one", { type: "extended", new_date: later, reason: "Snow." }, "extension", "We need longer"],
    ["h.one", { type: "stage_1_responded", finding: "upheld", response: "We are sorry." }, "stage_1_response", "ask for a review"],
    ["h.one", { type: "stage_2_requested" }],
    ["h.two", { type: "stage_2_acknowledged", definition: "It leaks again." }, "stage_2_acknowledgement", "stage 2 response"],
    ["h.two", { type: "stage_2_responded", finding: "upheld", response: "We mend it.", signed_off_by: "A Director" }, "stage_2_response", "Housing Ombudsman"],
    ["h.two", { type: "closed" }, "closing", "Housing Ombudsman"],
  ];
  for (const [who, event] of life) {
    const key = newKey();
    for (let time = 0; time < 2; ++time) assert.equal((await record(who, mine.reference, event, key)).status, 200, event.type);
  }
  const expected = [["receipt", ""], ...life.filter(([, , kind]) => kind).map(([, , kind, words]) => [kind, words])];
  const messages = await mail.arrived(expected.length);
  await settled(data, "sent");
  assert.equal(mail.messages().length, expected.length);
  for (const [kind, words] of expected) {
    const message = messages.find(({ id }) => id.includes(`.${kind}@`));
    assert.ok(message, kind);
    assert.ok(message.plain.replace(/\s+/g, " ").includes(words), `${kind}: ${words}`);
    for (const own of ["roof", "kitchen", "Which room", "Sam comes", "Snow", "We are sorry", "mend"]) assert.ok(!message.raw.includes(own), `${kind}: ${own}`);
  }
});

test("with the mail server down a notice waits and says why; when it is back, it goes once", async (t) => {
  const mail = await MailServer.make(t);
  const data = folderOf(t);
  let stub = await Process.start(data, through(mail.url));
  t.after(() => stub.end("SIGKILL"));
  await accepted(stub);
  const [waits] = await eventually(() => {
    const rows = notices(data);
    return rows[0].tries > 0 ? rows : undefined;
  });
  assert.deepEqual([waits.state, waits.tries, waits.last_failure], ["waiting", 1, "the mail server cannot be reached"]);
  assert.ok(waits.next_try_at > waits.made_at);
  assert.equal(await metric(stub, "notices_waiting"), 1);
  assert.equal(await metric(stub, "notices_failed_total"), 1);
  await stub.says(/"event":"notice_not_sent".*"why":"the mail server cannot be reached"/);
  assert.ok(!stub.log.includes("a.customer"));
  await stub.end();
  await mail.start();
  letTimePass(data);
  stub = await Process.start(data, through(mail.url));
  const [sent] = await settled(data, "sent");
  assert.equal(sent.tries, 2);
  assert.equal(mail.messages().length, 1);
  assert.equal(await metric(stub, "notices_waiting"), 0);
});

test("without a mail server notices wait, and go when there is one", async (t) => {
  const data = folderOf(t);
  const silent = await Process.start(data);
  await accepted(silent);
  await accepted(silent);
  assert.equal(await metric(silent, "notices_waiting"), 2);
  await silent.end();
  assert.deepEqual(notices(data).map(({ tries }) => tries), [0, 0]);
  const mail = await MailServer.start(t);
  const stub = await Process.start(data, through(mail.url));
  t.after(() => stub.end("SIGKILL"));
  await settled(data, "sent");
  assert.equal(mail.messages().length, 2);
});

test("a notice of up to 14 days still goes; an older one is given up", async (t) => {
  const data = folderOf(t);
  const silent = await Process.start(data);
  const [young, old] = [await accepted(silent), await accepted(silent)];
  await silent.end();
  const made = (answer, seconds) => {
    const at = `${new Date(Date.parse(answer.received_at) - seconds * 1000).toISOString().slice(0, 19)}Z`;
    ask(data, `UPDATE notices SET made_at = '${at}', next_try_at = '${at}' WHERE reference = '${answer.reference}'`);
  };
  made(young, 14 * 24 * 3600 - 600);
  made(old, 14 * 24 * 3600);
  const mail = await MailServer.start(t);
  const stub = await Process.start(data, through(mail.url));
  t.after(() => stub.end("SIGKILL"));
  const rows = await settled(data, "sent", "given_up");
  const stateOf = ({ reference }) => rows.find((row) => row.reference === reference);
  assert.equal(stateOf(young).state, "sent");
  assert.deepEqual([stateOf(old).state, stateOf(old).last_failure], ["given_up", "it waited too long to be of use"]);
  assert.equal(mail.messages().length, 1);
});

test("an address that the mail server refuses is given up and shown; one that it puts off is tried again", async (t) => {
  const mail = await MailServer.start(t);
  const stub = await startStub(t, through(mail.url));
  const refused = await accepted(stub, { email: "refused@example.org" });
  const later = await accepted(stub, { email: "later@example.org" });
  const impossible = await accepted(stub, { email: "ü(x)@example.org" });
  const good = await accepted(stub);
  await mail.arrived(1);
  const rows = await eventually(() => {
    const all = notices(stub.data);
    return all.every(({ tries }) => tries > 0) ? Object.fromEntries(all.map((row) => [row.reference, row])) : undefined;
  });
  const seen = (answer) => [rows[answer.reference].state, rows[answer.reference].last_failure];
  assert.deepEqual(seen(refused), ["given_up", "the mail server refused the address (550)"]);
  assert.deepEqual(seen(later), ["waiting", "the mail server refused the address (451)"]);
  assert.deepEqual(seen(impossible), ["given_up", "the address is not one that mail can be sent to"]);
  assert.deepEqual(seen(good), ["sent", ""]);
  assert.equal(await metric(stub, "notices_given_up"), 2);
  await stub.says(/"event":"notice_given_up","reference":"HP-/);
  assert.ok(!stub.log.includes("example.org"), "no address in the log");
  assert.equal(mail.messages().length, 1);
});

test("the way of replying that was asked for is followed: letters and calls are never mailed, and wait for a colleague", async (t) => {
  const mail = await MailServer.start(t);
  const stub = await startStub(t, through(mail.url));
  const both = { email: "a.customer@example.org", address: "1 Street", phone: "01234 567890" };
  await accepted(stub, { ...both, reply_by: "letter" });
  await accepted(stub, { ...both, reply_by: "phone" });
  await accepted(stub, { ...both, reply_by: "email", on_behalf_of_name: "Grace", on_behalf_of_consent: "She asked me." });
  const [message] = await mail.arrived(1);
  assert.equal(message.to, "a.customer@example.org", "whoever acts for somebody is told themselves");
  await eventually(() => (notices(stub.data).filter(({ state }) => state === "sent").length === 1 ? true : undefined));
  assert.equal(mail.messages().length, 1);
  assert.equal(await metric(stub, "notices_by_hand"), 2);
  assert.deepEqual(notices(stub.data).map(({ way, state }) => `${way} ${state}`).sort(), ["email sent", "letter waiting", "phone waiting"]);
});

test("killed before the mail server has taken it: it is sent once, after the lease has run out", async (t) => {
  const mail = await MailServer.start(t);
  const data = folderOf(t);
  let stub;
  const url = await between(t, mail.port, (who, words) => {
    if (who !== "stub" || !words.includes("DATA\r\n") || stub.killed) return undefined;
    stub.killed = true;
    stub.child.kill("SIGKILL");
    return "keep";
  });
  stub = await Process.start(data, through(url));
  await accepted(stub);
  await stub.ended;
  assert.deepEqual([notices(data)[0].state, mail.messages().length], ["waiting", 0]);
  assert.ok(notices(data)[0].leased_until > notices(data)[0].made_at, "nobody else sends it meanwhile");
  letTimePass(data);
  const next = await Process.start(data, through(mail.url));
  t.after(() => next.end("SIGKILL"));
  await settled(data, "sent");
  assert.equal(mail.messages().length, 1);
});

test("killed between the mail server's answer and our writing: it is sent again with the same Message-ID, then never", async (t) => {
  const mail = await MailServer.start(t);
  const data = folderOf(t);
  let stub;
  const url = await between(t, mail.port, (who, words) => {
    if (who !== "mail server" || !words.includes(TAKEN)) return undefined;
    stub.child.kill("SIGKILL");
    return "keep";
  });
  stub = await Process.start(data, through(url));
  await accepted(stub);
  await stub.ended;
  await mail.arrived(1);
  letTimePass(data);
  stub = await Process.start(data, through(mail.url));
  await settled(data, "sent");
  await stub.end();
  const [first, second, ...more] = mail.messages();
  assert.deepEqual(more, []);
  assert.equal(first.id, second.id);
  assert.deepEqual([first.plain, first.html, first.headers.date], [second.plain, second.html, second.headers.date]);
  stub = await Process.start(data, through(mail.url));
  t.after(() => stub.end("SIGKILL"));
  await accepted(stub);
  assert.equal((await mail.arrived(3)).length, 3, "nothing but the new one");
});

test("told to stop while one is being sent, the stub lets it finish and writes that down", async (t) => {
  const mail = await MailServer.start(t);
  const data = folderOf(t);
  let stub;
  const url = await between(t, mail.port, async (who, words) => {
    if (who !== "mail server" || !words.includes(TAKEN)) return;
    stub.child.kill("SIGTERM");
    await eventually(() => (stub.log.includes('"event":"stopped"') ? true : undefined));
  });
  stub = await Process.start(data, through(url));
  await accepted(stub);
  assert.deepEqual([(await stub.ended)[0], notices(data)[0].state], [0, "sent"]);
  assert.equal(mail.messages().length, 1);
});

test("two stubs on one data folder send each notice once", async (t) => {
  const COMPLAINTS = 40;
  const mail = await MailServer.start(t);
  const data = folderOf(t);
  const silent = await Process.start(data);
  for (let count = 0; count < COMPLAINTS; ++count) await accepted(silent, { email: `customer.${count}@example.org` });
  await silent.end();
  const stubs = await Promise.all([1, 2].map(() => Process.start(data, through(mail.url))));
  t.after(() => Promise.all(stubs.map((stub) => stub.end("SIGKILL"))));
  await settled(data, "sent");
  const messages = await mail.arrived(COMPLAINTS);
  assert.equal(new Set(messages.map(({ to }) => to)).size, COMPLAINTS);
  assert.equal(messages.length, COMPLAINTS);
  const sent = await Promise.all(stubs.map((stub) => metric(stub, RECEIPTS_SENT)));
  t.diagnostic(`one sent ${sent[0]}, the other ${sent[1]}`);
});

test("over TLS with an account: sent when the certificate and the password are right, and otherwise nothing goes", async (t) => {
  const mail = await MailServer.start(t, { secure: true });
  const secret = join(mail.folder, "password");
  writeFileSync(secret, "a-secret\n");
  const certificate = join(mail.folder, "certificate.pem");
  const good = through(mail.url, { PUTRIGHT_SMTP_TLS: "required", PUTRIGHT_SMTP_CA: certificate, PUTRIGHT_SMTP_USER: "putright", PUTRIGHT_SMTP_PASSWORD_FILE: secret });
  const data = folderOf(t);
  const wrong = join(mail.folder, "wrong");
  writeFileSync(wrong, "not it\n");
  for (const [more, why] of [
    [{ PUTRIGHT_SMTP_CA: "/etc/ssl/certs/ca-certificates.crt" }, "there is no safe connection to the mail server"],
    [{ PUTRIGHT_SMTP_PASSWORD_FILE: wrong }, "the mail server refused our login"],
    [{ PUTRIGHT_SMTP_TLS: "off" }, "the mail server refused our sender (550)"],
  ]) {
    const stub = await Process.start(data, { ...good, ...more });
    if (notices(data).length === 0) await accepted(stub);
    letTimePass(data);
    await eventually(() => (notices(data)[0].last_failure === why ? true : undefined));
    await stub.end();
    assert.equal(notices(data)[0].state, "waiting");
  }
  letTimePass(data);
  const stub = await Process.start(data, good);
  t.after(() => stub.end("SIGKILL"));
  await settled(data, "sent");
  assert.equal(mail.messages().length, 1);
  assert.match(mail.log(), /P=esmtpsa X=TLS1\.[23]\S* CV=no A=plain /);
});

test("settings for mail that do not go together end the start with one line", async (t) => {
  const data = folderOf(t);
  const url = `smtp://127.0.0.1:${await freePort()}`;
  for (const [env, why] of [
    [{ PUTRIGHT_SMTP_URL: url, PUTRIGHT_MAIL_FROM: FROM }, /^putright serve: PUTRIGHT_SMTP_URL needs PUTRIGHT_ORIGIN.*$/m],
    [{ PUTRIGHT_SMTP_URL: url, PUTRIGHT_ORIGIN: ORIGIN }, /^putright serve: PUTRIGHT_SMTP_URL needs PUTRIGHT_MAIL_FROM.*$/m],
    [through(url, { PUTRIGHT_SMTP_USER: "putright" }), /^putright serve: PUTRIGHT_SMTP_PASSWORD_FILE: .*$/m],
  ]) {
    const { code, err } = await run(["serve"], { PUTRIGHT_DATA: data, PORT: "0", ...env });
    assert.equal(code, 1);
    assert.match(err, why);
  }
});

test("words that would begin a header or a line of SMTP arrive as nothing but words", async (t) => {
  const mail = await MailServer.start(t);
  const stub = await startStub(t, through(mail.url));
  const sly = complaint({ name: "Eve\r\nBcc: eve@example.com", what_happened: "\r\n.\r\nMAIL FROM:<eve@example.com>" });
  assert.equal((await stub.submit(sly, newKey())).status, 201);
  const [message] = await mail.arrived(1);
  assert.equal(message.headers.bcc, undefined);
  assert.ok(!message.raw.toLowerCase().includes("eve@"));
  assert.deepEqual(message.defects, []);
});
