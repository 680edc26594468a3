// Colleagues' own pages: signing in, what is to do, one complaint, events, and the customer's page as they see it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accepted, formOf } from "./support.mjs";
import { office } from "./office.mjs";

const REASON = "She called and asked.";

/** A browser's part: the cookie, and forms as they are pressed. */
function desk(stub, token) {
  const cookie = token ? { Cookie: `putright_colleague=${token}` } : {};
  return {
    get: (path) => stub.fetch(path, { headers: cookie, redirect: "manual" }),
    post: (path, fields, headers = {}) => stub.fetch(path, {
      method: "POST", redirect: "manual",
      headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin", ...cookie, ...headers },
      body: new URLSearchParams(fields).toString(),
    }),
  };
}

const title = (html) => /<h1[^>]*>([^<]+)</.exec(html)?.[1].trim();

test("nobody gets in without a token of their own, and the cookie that carries it goes nowhere else", async (t) => {
  const { stub, tokens } = await office(t);
  const outside = desk(stub);
  const asked = await outside.get("/staff/");
  assert.equal(asked.status, 401);
  assert.equal(title(await asked.text()), "Sign in");
  const wrong = await outside.post("/staff/sign-in", { token: "prt_wrong" });
  assert.equal(wrong.status, 422);
  assert.ok(!wrong.headers.get("set-cookie"));
  assert.ok(!(await wrong.text()).includes("prt_wrong"), "a token is never shown again");
  const right = await outside.post("/staff/sign-in", { token: ` ${tokens["h.one"]} ` });
  assert.deepEqual([right.status, right.headers.get("location")], [303, "/staff/"]);
  assert.match(right.headers.get("set-cookie"), /^putright_colleague=prt_[^;]+; Path=\/staff; HttpOnly; SameSite=Strict; Max-Age=43200$/);
  assert.match((await desk(stub, tokens["h.one"]).post("/staff/sign-out", {})).headers.get("set-cookie"), /putright_colleague=;.*Max-Age=0/);
  assert.equal((await desk(stub, tokens["h.one"]).get("/api/staff/complaints")).status, 401, "the API takes no cookie");
});

test("a form of another website changes nothing", async (t) => {
  const { stub, tokens } = await office(t);
  const mine = await accepted(stub);
  const inside = desk(stub, tokens["h.one"]);
  const sent = await inside.post(`/staff/complaints/${mine.reference}/record`, { go: "record", type: "closed", press: "0123456789abcdef0123", viewing_reason: REASON }, { "Sec-Fetch-Site": "cross-site" });
  assert.equal(sent.status, 403);
  assert.equal((await (await stub.track(mine.reference, mine.tracking_key)).json()).record.events.length, 1);
});

test("a colleague finds a complaint, gives a reason, records an event with its form, and sees it recorded", async (t) => {
  const { stub, tokens } = await office(t);
  const mine = await accepted(stub);
  const inside = desk(stub, tokens["h.one"]);
  const list = await (await inside.get("/staff/")).text();
  assert.ok(list.includes(`href="/staff/complaints/${mine.reference}"`) && list.includes("Repairs") && !list.includes("The roof leaks."));
  assert.equal((await inside.post("/staff/find", { reference: mine.reference.toLowerCase() })).headers.get("location"), `/staff/complaints/${mine.reference}`);
  const asked = await (await inside.get(`/staff/complaints/${mine.reference}`)).text();
  assert.ok(asked.includes("Why do you want to see") && !asked.includes("The roof leaks."));
  const empty = await inside.post(`/staff/complaints/${mine.reference}`, { go: "show", viewing_reason: " " });
  assert.equal(empty.status, 422);
  const seen = await (await inside.post(`/staff/complaints/${mine.reference}`, { go: "show", viewing_reason: REASON })).text();
  assert.ok(seen.includes("The roof leaks.") && seen.includes("a.customer@example.org") && seen.includes("How we worked out this date"));
  assert.ok(!seen.includes("<script"), "colleagues' pages run no script");
  const form = await (await inside.post(`/staff/complaints/${mine.reference}/record`, { go: "ask", type: "acknowledged", viewing_reason: REASON })).text();
  const { path, fields } = formOf(form);
  assert.equal(fields.get("type"), "acknowledged");
  const missing = await inside.post(path, { ...Object.fromEntries(fields), go: "record" });
  assert.equal(missing.status, 422);
  const again = await missing.text();
  assert.match(again, /<title>Error:/);
  assert.match(again, /id="definition-error"/);
  const filled = { ...Object.fromEntries(fields), go: "record", definition: "The roof <b>leaks</b>.", at: "" };
  const recorded = await (await inside.post(path, filled)).text();
  assert.ok(recorded.includes("Recorded: Acknowledged") && recorded.includes("The roof &lt;b&gt;leaks&lt;/b&gt;."));
  const twice = await (await inside.post(path, filled)).text();
  assert.ok(twice.includes("Recorded: Acknowledged"), "a second press is the first again");
  assert.deepEqual((await (await stub.track(mine.reference, mine.tracking_key)).json()).record.events.map(({ type }) => type), ["submitted", "acknowledged"]);
});

test("dates may be typed in any sensible way, and what the rules refuse is said at its field", async (t) => {
  const { stub, tokens } = await office(t);
  const mine = await accepted(stub);
  const inside = desk(stub, tokens["h.one"]);
  const record = (more) => inside.post(`/staff/complaints/${mine.reference}/record`, { go: "record", press: `press-${Math.random()}`.replace(".", "").padEnd(20, "0"), viewing_reason: REASON, ...more });
  const far = await (await record({ type: "extended", new_date: "1st of Jan 2199", reason: "Snow" })).text();
  assert.match(far, /id="new_date-error"/);
  assert.ok(far.includes("1st of Jan 2199"), "what was typed stays");
  const visit = await (await record({ type: "visit_arranged", visit_on: "Tue 1/12/2026", visit: "Sam comes." })).text();
  assert.ok(visit.includes("Tuesday 1 December 2026"));
});

test("the preview is the customer's own page, byte for byte but for their key, and nothing in it works", async (t) => {
  const { stub, tokens } = await office(t);
  const mine = await accepted(stub);
  const inside = desk(stub, tokens["p.one"]);
  const preview = await inside.post(`/staff/complaints/${mine.reference}/preview`, { go: "preview", viewing_reason: REASON });
  assert.equal(preview.status, 200);
  assert.match(preview.headers.get("content-security-policy"), /; sandbox allow-same-origin$/);
  const own = await stub.fetch("/homes-plus/track", {
    method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ reference: mine.reference, tracking_key: mine.tracking_key, go: "track" }).toString(),
  });
  const theirs = await own.text();
  assert.ok(theirs.includes(REASON), "the customer reads that and why somebody looked");
  assert.equal(await preview.text(), theirs.replaceAll(`value="${mine.tracking_key}"`, 'value=""'));
});

test("who may only look is offered nothing to record, and refused when they try", async (t) => {
  const { stub, tokens } = await office(t);
  const mine = await accepted(stub);
  const inside = desk(stub, tokens["p.one"]);
  const seen = await (await inside.post(`/staff/complaints/${mine.reference}`, { go: "show", viewing_reason: REASON })).text();
  assert.ok(!seen.includes("Record what happened"));
  assert.equal((await inside.post(`/staff/complaints/${mine.reference}/record`, { go: "record", type: "closed", viewing_reason: REASON })).status, 403);
});

test("a form that lost its press is shown again and records nothing; an address that is none is not found", async (t) => {
  const { stub, tokens } = await office(t);
  const mine = await accepted(stub);
  const inside = desk(stub, tokens["h.one"]);
  for (const press of ["", "short", "not a key of any kind"]) {
    const again = await inside.post(`/staff/complaints/${mine.reference}/record`, { go: "record", press, type: "acknowledged", definition: "The roof.", viewing_reason: REASON });
    const html = await again.text();
    assert.ok(html.includes("The roof.") && !html.includes("Recorded:"), press);
    assert.match(formOf(html).fields.get("press"), /^[0-9a-f]{32}$/);
  }
  assert.equal((await (await stub.track(mine.reference, mine.tracking_key)).json()).record.events.length, 1);
  for (const path of ["/staff/nowhere", "/staff/complaints/not-a-reference/record"]) {
    assert.equal((await inside.post(path, { go: "show", viewing_reason: REASON })).status, 404, path);
  }
});

test("who may only look or only read reports gets somewhere after signing in", async (t) => {
  const { stub, tokens } = await office(t);
  const mine = await accepted(stub);
  const looking = desk(stub, tokens["p.one"]);
  const start = await looking.get("/staff/");
  assert.equal(start.status, 200);
  const html = await start.text();
  assert.ok(html.includes("Find by reference") && html.includes("Sign out") && !html.includes(mine.reference));
  assert.equal((await looking.post("/staff/find", { reference: mine.reference })).status, 303);
  const reporting = await desk(stub, tokens["r.one"]).get("/staff/");
  assert.deepEqual([reporting.status, reporting.headers.get("location")], [303, "/staff/report"]);
});
