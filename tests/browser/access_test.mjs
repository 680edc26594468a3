// What of accessibility needs a running portal: that the checks of screens_test.mjs notice a fault at all, and
// forced colours.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { assertAccessible, coreReady, launch, openPage, picture } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";

let stub, browser;
before(async () => { stub = await startStub(); browser = await launch(); });
after(async () => { await browser?.close(); await stub?.remove(); });

test("a seeded fault is noticed", async () => {
  const page = await openPage(browser);
  await page.goto(`${stub.address}/homes-plus/track`);
  await coreReady(page);
  await assertAccessible(page, "as it is");
  await page.evaluate(() => document.querySelector("main label").remove());
  await assert.rejects(assertAccessible(page, "without a label"), /label/);
  await page.context().close();
});

test("with forced colours the state of each step and the fields can still be told", async () => {
  const page = await openPage(browser, { forcedColors: "active", viewport: { width: 768, height: 900 } });
  await page.goto(`${stub.address}/care-plus/complaint/your-details`);
  await coreReady(page);
  await picture(page, "screens/forced-colours-details");
  const widths = await page.locator("input.govuk-input").evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).borderTopWidth)));
  assert.ok(widths.length > 0 && widths.every((width) => width >= 2));
  await assertAccessible(page, "forced colours");
  await page.context().close();
});
