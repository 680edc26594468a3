// What a colleague publishes is read by a browser that has been here before: from the network first, and without one the
// page that it read last.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { launch, openPage } from "../support/browser.mjs";
import { untilPageKept, untilTrue, workerReady } from "../support/device.mjs";
import { site } from "../support/places.mjs";
import { office } from "../server-stub/office.mjs";
import { formsOf } from "../server-stub/support.mjs";

const PATH = "/homes-plus/what-we-changed";
const CHANGED = "We order parts on the day you call.";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

test("a published change is shown at the next visit, and still without a network", async (t) => {
  const { stub, tokens } = await office(t, { PUTRIGHT_SITE: site });
  const headers = { Cookie: `putright_colleague=${tokens["r.one"]}`, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" };
  const page = await openPage(browser, { serviceWorkers: "allow" });
  await page.goto(stub.address + PATH);
  await workerReady(page);
  await untilPageKept(page, PATH);
  assert.equal(await page.getByText(CHANGED).count(), 0);
  const [{ fields }] = formsOf(await (await stub.fetch("/staff/changes", { headers })).text());
  const said = new URLSearchParams({ ...fields, brand: "homes-plus", told: "You told us that repairs take too long.", changed: CHANGED });
  assert.equal((await stub.fetch("/staff/changes/publish", { method: "POST", headers, body: said.toString() })).status, 200);
  const online = await page.goto(stub.address + PATH);
  await page.getByText(CHANGED).waitFor();
  assert.ok(online.fromServiceWorker(), "the worker asked the network");
  await untilTrue(page, async ([path, words]) => (await (await caches.match(path)).text()).includes(words), "the new page is kept", [PATH, CHANGED]);
  await stub.end();
  const offline = await page.goto(stub.address + PATH);
  assert.deepEqual([offline.status(), offline.fromServiceWorker()], [200, true]);
  await page.getByText(CHANGED).waitFor();
  await page.context().close();
});
