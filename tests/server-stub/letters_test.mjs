// Letters to post and calls to make, over all complaints: listed oldest first, done once, and written down.
import assert from "node:assert/strict";
import { test } from "node:test";
import { atTheStore, auditLog, office } from "./office.mjs";
import { accepted, formsOf, problem } from "./support.mjs";

const BY_LETTER = { reply_by: "letter", address: "1 Street\nTown" };
const BY_PHONE = { reply_by: "phone", phone: "01234 567890" };

/** What colleagues do about letters in an office. */
function letters({ stub, as, tokens }) {
  const cookie = (id) => ({ Cookie: `putright_colleague=${tokens[id]}`, "Sec-Fetch-Site": "same-origin" });
  return {
    list: (id, query = "") => stub.fetch(`/api/staff/letters${query}`, { headers: as(id) }),
    done: (id, reference, what, type = "application/json") => stub.fetch(`/api/staff/letters/${reference}`, {
      method: "POST", headers: as(id, { "Content-Type": type }), body: typeof what === "string" ? what : JSON.stringify(what),
    }),
    page: (id, query = "") => stub.fetch(`/staff/letters${query}`, { headers: cookie(id) }),
    press: (id, path, fields) => stub.fetch(path, {
      method: "POST", redirect: "manual", headers: { ...cookie(id), "Content-Type": "application/x-www-form-urlencoded" }, body: new URLSearchParams(fields).toString(),
    }),
  };
}

const sent = (data) => auditLog(data).filter(({ act }) => act === "notice_sent");

test("letters and calls of every brand are listed oldest first, with what each is and when it is due", async (t) => {
  const desk = await office(t);
  const { list } = letters(desk);
  const letter = await accepted(desk.stub, BY_LETTER);
  const call = await accepted(desk.stub, { ...BY_PHONE, brand: "care-plus", matter: "care" });
  await accepted(desk.stub);
  atTheStore(desk.data, `store.execute("UPDATE notices SET made_at = '2026-03-26T09:00:00Z' WHERE reference = ?", ("${call.reference}",))`);
  const all = await (await list("h.one")).json();
  assert.deepEqual(all.letters.map(({ reference, brand, kind, way, state }) => [reference, brand, kind, way, state]), [
    [call.reference, "care-plus", "receipt", "phone", "waiting"], [letter.reference, "homes-plus", "receipt", "letter", "waiting"],
  ]);
  assert.equal(all.letters[0].due_on, "2026-03-27");
  assert.equal(all.more, null);
  const after = await (await list("h.one", `?after=${encodeURIComponent(`2026-03-26T09:00:00Z,${call.reference},0,receipt,`)}`)).json();
  assert.deepEqual(after.letters.map(({ reference }) => reference), [letter.reference]);
  assert.deepEqual(auditLog(desk.data).filter(({ act }) => act === "letters_viewed").map(({ who }) => who), ["colleague:h.one", "colleague:h.one"]);
});

test("more letters than stand on one page go on where the page ends, each once", async (t) => {
  const desk = await office(t);
  const { list } = letters(desk);
  const rows = 50;
  const mine = [];
  for (let at = 0; at < rows + 3; ++at) mine.push((await accepted(desk.stub, BY_LETTER)).reference);
  const first = await (await list("h.one")).json();
  const second = await (await list("h.one", `?after=${encodeURIComponent(first.more)}`)).json();
  assert.deepEqual([first.letters.length, second.letters.length, second.more], [rows, 3, null]);
  assert.deepEqual([...first.letters, ...second.letters].map(({ reference }) => reference).sort(), mine.sort());
});

test("a letter is marked as posted once, by the way that was asked for, under the colleague's name", async (t) => {
  const desk = await office(t);
  const { list, done } = letters(desk);
  const { reference } = await accepted(desk.stub, BY_LETTER);
  const what = { position: 0, kind: "receipt", way: "letter" };
  await problem(await done("h.one", reference, { ...what, way: "phone" }), 409, "event_not_possible_now");
  await problem(await done("h.one", reference, { ...what, position: 1 }), 404, "complaint_not_found");
  await problem(await done("h.one", "HP-0000-0000", what), 404, "complaint_not_found");
  for (const body of ["{", "{}", '{"position":"0","way":"letter"}', '{"position":-1,"way":"letter"}', '{"position":0,"way":"owl"}']) {
    await problem(await done("h.one", reference, body), 400, "body_malformed");
  }
  await problem(await done("h.one", reference, what, "text/plain"), 415, "media_type_not_supported");
  assert.deepEqual(sent(desk.data), []);
  for (const again of [1, 2]) {
    const answer = await done("h.one", reference, what);
    assert.deepEqual([answer.status, (await answer.json()).state], [200, "sent"], `time ${again}`);
  }
  assert.deepEqual(sent(desk.data).map(({ who, what: kind }) => [who, kind]), [["colleague:h.one", "receipt"]]);
  assert.deepEqual((await (await list("h.one")).json()).letters, []);
});

test("only who handles complaints sees the letters, or says that one was posted", async (t) => {
  const desk = await office(t);
  const { list, done, page } = letters(desk);
  const { reference } = await accepted(desk.stub, BY_LETTER);
  for (const id of ["p.one", "r.one"]) {
    await problem(await list(id), 403, "role_missing");
    await problem(await done(id, reference, { position: 0, kind: "receipt", way: "letter" }), 403, "role_missing");
    assert.equal((await page(id)).status, 403);
  }
  await problem(await list("nobody"), 401, "not_signed_in");
  assert.equal(auditLog(desk.data).length, 1);
});

test("on the page: the letter to print, then the press that it was posted; twice is once", async (t) => {
  const desk = await office(t);
  const { page, press } = letters(desk);
  const { reference } = await accepted(desk.stub, BY_LETTER);
  const start = await desk.stub.fetch("/staff/", { headers: { Cookie: `putright_colleague=${desk.tokens["h.one"]}` } });
  assert.match(await start.text(), /href="\/staff\/letters"[^>]*>Letters to post and calls to make: 1</);
  const html = await (await page("h.one")).text();
  assert.ok(html.includes(`${reference}: Receipt`) && html.includes("Homes Plus") && !html.includes("1 Street") && !html.includes("<script"));
  const [letter, posted, ...others] = formsOf(html);
  assert.equal(others.length, 0);
  const paper = await press("h.one", letter.path, letter.fields);
  assert.ok((await paper.text()).includes("1 Street"));
  for (const again of [1, 2]) {
    const answer = await press("h.one", posted.path, posted.fields);
    assert.deepEqual([answer.status, answer.headers.get("location")], [303, "/staff/letters"], `time ${again}`);
  }
  assert.equal(sent(desk.data).length, 1);
  assert.match(await (await page("h.one")).text(), /Nothing waits to be posted/);
  const wrong = await press("h.one", "/staff/letters/nowhere", { reference });
  assert.equal(wrong.status, 404);
});
