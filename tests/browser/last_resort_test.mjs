// The last rung: no core, and nobody to send a form to. The page stays, keeps what is typed, and says what can be done.
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { launch, openPage } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";
import { arrivesAt, press } from "../support/journey.mjs";

let stub, browser, page, loaded;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });
beforeEach(async () => {
  stub = await startStub();
  page = await openPage(browser);
  await page.route("**/core.*.wasm", (route) => route.abort());
  await page.goto(`${stub.address}/homes-plus/complaint/what-happened`);
  await page.locator("#what_happened").fill("The boiler");
  loaded = 0;
  page.on("request", (request) => { if (request.isNavigationRequest()) loaded += 1; });
});
afterEach(async () => {
  await page.context().close();
  await stub.remove();
});

test("with nobody there the page stays, its words come to the top and have the focus, and nothing typed is lost", async () => {
  await stub.stop();
  await press(page, "Continue");
  await page.getByRole("alert").waitFor();
  assert.equal(await page.locator("main > :first-child").getAttribute("data-last-resort"), "");
  assert.ok(await page.evaluate(() => document.activeElement?.hasAttribute("data-last-resort")));
  assert.equal(await page.locator("#what_happened").inputValue(), "The boiler");
  assert.equal(loaded, 0);
  await stub.start();
  await press(page, "Continue");
  await arrivesAt(page, "When did it happen");
});

test("with somebody there the form goes with the pressed button", async () => {
  await press(page, "Continue");
  await arrivesAt(page, "When did it happen");
  await press(page, "Back");
  await arrivesAt(page, "What happened?");
  assert.equal(await page.locator("#what_happened").inputValue(), "The boiler");
  assert.equal(loaded, 2);
});

