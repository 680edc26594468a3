// What was changed because customers told us: worded by a colleague, published, read by everybody, taken back; written down.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site } from "../support/places.mjs";
import { auditLog, office } from "./office.mjs";
import { accepted, formsOf } from "./support.mjs";

const SAID = { brand: "homes-plus", told: "You told us that <b>repairs</b> take too long.", changed: "We order parts on the day you call." };

/** What colleagues and customers do with changes in an office. */
function pages({ stub, tokens }) {
  const cookie = (id) => (id ? { Cookie: `putright_colleague=${tokens[id]}` } : {});
  const post = (id, path, fields, headers = {}) => stub.fetch(path, {
    method: "POST", redirect: "manual", headers: { ...cookie(id), "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(fields).toString(),
  });
  const page = (id) => stub.fetch("/staff/changes", { headers: cookie(id) });
  return {
    post, page,
    press: async (id) => formsOf(await (await page(id)).text())[0].fields.press,
    publish: (id, fields) => post(id, "/staff/changes/publish", { go: "publish", ...SAID, ...fields }),
    read: async (brand = "homes-plus") => (await stub.fetch(`/${brand}/what-we-changed`)).text(),
  };
}

const acts = (data, ...names) => auditLog(data).filter(({ act }) => names.includes(act));

test("what was learnt is shown without saying from which complaint, and nothing of it is published by itself", async (t) => {
  const desk = await office(t, { PUTRIGHT_SITE: site });
  const { page, read } = pages(desk);
  const { reference } = await accepted(desk.stub);
  const closed = await desk.record("h.one", reference, { type: "closed", learning: "Order parts <i>sooner</i>." });
  assert.equal(closed.status, 200);
  const html = await (await page("r.one")).text();
  assert.ok(html.includes("Order parts &lt;i&gt;sooner&lt;/i&gt;.") && !html.includes(reference) && !html.includes("<script"));
  assert.ok(!(await read()).includes("sooner"));
  assert.deepEqual(acts(desk.data, "report_viewed").map(({ who, what }) => [who, what]), [["colleague:r.one", "learning"]]);
});

test("a published change stands on its brand's page alone, with the brand's own, newest first, without JavaScript, until it is taken back", async (t) => {
  const desk = await office(t, { PUTRIGHT_SITE: site });
  const { page, post, press, publish, read } = pages(desk);
  const own = await read();
  assert.ok(!own.includes(SAID.changed));
  const key = await press("r.one");
  for (const again of [1, 2]) {
    const answer = await publish("r.one", { press: key });
    assert.ok((await answer.text()).includes("Published. Customers read it now."), `time ${again}`);
  }
  const now = await read();
  assert.equal(now.split(SAID.changed).length, 2, "once");
  assert.ok(now.includes("You told us that &lt;b&gt;repairs&lt;/b&gt; take too long."));
  const headings = [...now.matchAll(/<h3[^>]*>([^<]+)/g)].map(([, text]) => text);
  assert.ok(headings[0].startsWith("You told us that"), "the newest is first");
  assert.equal(headings.length, [...own.matchAll(/<h3/g)].length + 1);
  assert.ok(!(await read("care-plus")).includes(SAID.changed));
  const answer = await desk.stub.fetch("/homes-plus/what-we-changed");
  assert.equal(answer.headers.get("cache-control"), "no-cache");

  const [, back] = formsOf(await (await page("r.one")).text());
  for (const again of [1, 2]) assert.equal((await post("r.one", back.path, back.fields)).status, 200, `time ${again}`);
  assert.equal(await read(), own, "byte for byte as before");
  assert.deepEqual(acts(desk.data, "change_published", "change_taken_back").map(({ who, act, what }) => [who, act, what]), [
    ["colleague:r.one", "change_published", key], ["colleague:r.one", "change_taken_back", key],
  ]);
});

test("what is missing or too long is said at its field, what was typed stays, and nothing is published", async (t) => {
  const desk = await office(t, { PUTRIGHT_SITE: site });
  const { press, publish } = pages(desk);
  const key = await press("r.one");
  const limit = 600;
  for (const [fields, at] of [
    [{ brand: "" }, "brand"], [{ brand: "nobody" }, "brand"], [{ told: " " }, "told"], [{ changed: "" }, "changed"],
    [{ told: "x".repeat(limit + 1) }, "told"], [{ changed: "x".repeat(limit + 1) }, "changed"],
  ]) {
    const refused = await publish("r.one", { press: key, ...fields });
    const html = await refused.text();
    assert.equal(refused.status, 422, at);
    assert.ok(html.includes(`id="${at}-error"`) && /<title>Error:/.test(html), at);
    if (at !== "changed") assert.ok(html.includes(SAID.changed), "what was typed stays");
  }
  for (const lost of ["", "short"]) assert.ok(!(await (await publish("r.one", { press: lost })).text()).includes("Published."));
  assert.deepEqual(acts(desk.data, "change_published"), []);
  assert.ok((await (await publish("r.one", { press: key, told: "x".repeat(limit) })).text()).includes("Published."));
});

test("only the role report sees, publishes or takes back, and no form of another website does", async (t) => {
  const desk = await office(t, { PUTRIGHT_SITE: site });
  const { page, post, press, publish, read } = pages(desk);
  const key = await press("r.one");
  for (const id of ["h.one", "p.one"]) {
    assert.equal((await page(id)).status, 403);
    assert.equal((await publish(id, { press: key })).status, 403);
    assert.equal((await post(id, "/staff/changes/take-back", { id: key })).status, 403);
  }
  assert.equal((await page()).status, 401);
  assert.equal((await post("r.one", "/staff/changes/publish", { ...SAID, press: key }, { "Sec-Fetch-Site": "cross-site" })).status, 403);
  assert.equal((await post("r.one", "/staff/changes/nowhere", {})).status, 404);
  assert.ok(!(await read()).includes(SAID.changed));
});
