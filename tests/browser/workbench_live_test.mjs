// Real complaints in the workbench, with the real stub: who may see what, what is written down before anything is shown,
// and that nothing of a customer or of a token stays in the browser.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import { assertAccessible, picture } from "../support/browser.mjs";
import { site } from "../support/places.mjs";
import { startWorkbenches } from "../support/workbench.mjs";
import { auditLog, office } from "../server-stub/office.mjs";
import { accepted, run } from "../server-stub/support.mjs";

const STORY = "The attic door hums at night.";
const REASON = "She called: “where is it?”";
const SIGN_IN = "Your token stays in the memory of this tab: signing out, going to another page or closing the tab forgets it, and every complaint that was open.";

let workbenches;
before(async () => { workbenches = await startWorkbenches(); });
after(() => workbenches?.stop());

/** A stub with colleagues and one complaint, and a workbench on it. */
async function begun(t, options = {}) {
  const there = await office(t, { PUTRIGHT_SITE: site });
  const mine = await accepted(there.stub, { what_happened: STORY });
  const bench = await workbenches.open({ face: "Page", address: there.stub.address, ...options });
  t.after(() => bench.page.context().close());
  await bench.pressFor("Live", SIGN_IN);
  return { ...there, mine, bench };
}

async function signIn({ bench, tokens }, who, words) {
  await bench.write("Your token", tokens[who]);
  await bench.pressFor("Sign in", words);
}

async function look({ bench, mine }, words) {
  await bench.pressFor(mine.reference, `Why do you want to see ${mine.reference}?`);
  await bench.write("Your reason", REASON);
  await bench.pressFor("Show it", words);
}

/** Everything that the browser keeps for this website, as one text. */
const kept = (page) => page.evaluate(async () => {
  const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href, history.length];
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of base.objectStoreNames) {
      const rows = await new Promise((resolve) => {
        const reading = base.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
      });
      found.push(name, store, JSON.stringify(rows));
    }
    base.close();
  }
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) found.push(request.url);
  }
  return found.join("\n");
});

/** What the page holds: its own elements, its unseen copy of the canvas and the customer's page. */
const held = (page) => page.evaluate(() =>
  document.documentElement.outerHTML + document.getElementById("page").contentDocument.documentElement.outerHTML + document.getElementById("typing").value);

test("live: who handles complaints signs in, looks for a reason, sees what the customer sees, and records an event", async (t) => {
  const there = await begun(t);
  const { bench, mine, data, stub, tokens } = there;
  const { page } = bench;
  await signIn(there, "h.one", "What is to do");
  assert.ok(!(await held(page)).includes(tokens["h.one"]));
  await assertAccessible(page, "the workbench's work list");
  await picture(page, "workbench-live-list");
  await look(there, "Why this date");
  const looked = auditLog(data).at(-1);
  assert.deepEqual([looked.who, looked.act, looked.reference, looked.reason], ["colleague:h.one", "complaint_viewed", mine.reference, REASON]);
  const frame = page.frameLocator("#page");
  await frame.getByRole("heading", { level: 1, name: `Your complaint ${mine.reference}` }).waitFor();
  await frame.getByText("What you sent", { exact: false }).first().click();
  await frame.getByText(STORY).waitFor();
  await frame.getByText("When our colleagues looked at it").first().waitFor();
  assert.ok(!(await held(page)).includes(mine.tracking_key), "the customer's key");
  await picture(page, "workbench-live-complaint");
  await bench.press("Record: What happened?");
  await bench.pressFor("Acknowledged", `Acknowledged: ${mine.reference}`);
  await bench.pressFor("Record it", "There is a problem");
  await bench.write("The complaint as we understand it", "You want the attic door quiet.");
  await picture(page, "workbench-live-form");
  await bench.pressFor("Record it", "Recorded: Acknowledged");
  const { record } = await (await stub.track(mine.reference, mine.tracking_key)).json();
  assert.deepEqual(record.events.map(({ type }) => type), ["submitted", "acknowledged"]);
  assert.equal(record.events[1].definition, "You want the attic door quiet.");
  await assertAccessible(page, "the workbench with a real complaint");
  for (const where of [await kept(page), new URL(page.url()).href]) {
    for (const own of [tokens["h.one"], mine.reference, STORY, "attic"]) assert.ok(!where.includes(own), own);
  }
  await bench.pressFor("Sign out", SIGN_IN);
  const after = await held(page);
  for (const own of [tokens["h.one"], mine.reference, STORY, "attic"]) assert.ok(!after.includes(own), `${own} after signing out`);
  assert.deepEqual(bench.said().filter((words) => !words.includes("401") && !words.includes("422")), []);
});

test("live: who may only look has no work list and nothing to record; who only reports is told so", async (t) => {
  const there = await begun(t);
  const { bench, mine, data } = there;
  await signIn(there, "r.one", "Ask whoever keeps the accounts for the role that this needs: preview, handle.");
  await signIn(there, "p.one", "Find a complaint");
  await bench.write("Find by reference", mine.reference.toLowerCase());
  await bench.pressFor("Find it", `Why do you want to see ${mine.reference}?`);
  await bench.write("Your reason", REASON);
  await bench.pressFor("Show it", "Why this date");
  assert.equal(await bench.control("Record: What happened?").count(), 0);
  assert.deepEqual(auditLog(data).map(({ who, act }) => `${who} ${act}`), ["customer complaint_received", "colleague:p.one complaint_viewed"]);
});

test("live: without a reason nothing is shown and nothing is written down", async (t) => {
  const there = await begun(t);
  const { bench, mine, data } = there;
  await signIn(there, "h.one", "What is to do");
  await bench.press(mine.reference);
  await bench.pressFor("Show it", "There is a problem");
  assert.ok(!(await held(bench.page)).includes(STORY));
  assert.ok(auditLog(data).every(({ act }) => act !== "complaint_viewed"));
});

test("live: a token that is no longer good ends it, and the complaint is forgotten", async (t) => {
  const there = await begun(t);
  const { bench, data, mine } = there;
  await signIn(there, "h.one", "What is to do");
  await look(there, "Why this date");
  await run(["colleagues", "renew", join(data, "colleagues.json"), "--id", "h.one"]);
  await bench.pressFor("Close it", SIGN_IN);
  await bench.shows("This token is not one we know, or its time is over. Check it, or ask whoever keeps the accounts");
  const after = await held(bench.page);
  for (const own of [STORY, mine.reference]) assert.ok(!after.includes(own), own);
});

test("live: when the stub is gone it is said, what was typed stays, and one press is kept once", async (t) => {
  const there = await begun(t);
  const { bench, mine, stub } = there;
  const { page } = bench;
  await signIn(there, "h.one", "What is to do");
  await look(there, "Why this date");
  await bench.press("Record: What happened?");
  await bench.press("Acknowledged");
  await bench.write("The complaint as we understand it", "A quiet door.");
  // The event arrives, its answer does not.
  await page.route("**/api/staff/**", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await bench.pressFor("Record it", "Nobody could be reached. What you typed is still here: try again. An event is kept once, however often you press.");
  await page.unroute("**/api/staff/**");
  await bench.pressFor("Record it", "Recorded: Acknowledged");
  const { record } = await (await stub.track(mine.reference, mine.tracking_key)).json();
  assert.equal(record.events.length, 2);
});

test("live: where no stub is behind the website the panel says so before a token is asked for", async () => {
  const noStub = (page) => page.route("**/api/**", (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }));
  const bench = await workbenches.open({ prepare: noStub });
  await bench.pressFor("Live", "No complaints are kept here");
  assert.equal(await bench.control("Your token").count(), 0);
  await picture(bench.page, "workbench-live-no-stub");
  await bench.page.context().close();
});

test("live: a page that is left keeps neither the colleague nor the complaint", async (t) => {
  const there = await begun(t);
  const { bench, tokens } = there;
  await signIn(there, "h.one", "What is to do");
  await look(there, "Why this date");
  await bench.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await bench.shows(SIGN_IN);
  const after = await held(bench.page);
  for (const own of [tokens["h.one"], STORY]) assert.ok(!after.includes(own), own);
});
