// The journeys in Firefox ESR, over WebDriver BiDi: with the core, without JavaScript, and with WebAssembly blocked. By
// keyboard: a pointer waits for frames, which a page without JavaScript does not give. Chromium's tests ask more; this one asks whether another engine does the same.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { coreReady, launchFirefox, openPage } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";
import { answerUpToFiles, arrivesAt, heading, main, press, problems } from "../support/journey.mjs";
import { goThrough, goToReceipt, tabTo } from "../support/keyboard.mjs";
import { JOURNEYS } from "../support/keyboard_journeys.mjs";

const WAYS = [
  { name: "with the core in the page", preferences: {}, hasCore: true, hasScript: true },
  { name: "with WebAssembly blocked", preferences: { "javascript.options.wasm": false }, hasCore: false, hasScript: true },
  { name: "without JavaScript", preferences: { "javascript.enabled": false }, hasCore: false, hasScript: false },
];

for (const { name, preferences, hasCore, hasScript } of WAYS) {
  describe(`Firefox ${name}`, () => {
    let stub, browser, page;
    before(async () => { stub = await startStub(); browser = await launchFirefox(preferences); });
    after(async () => { await browser?.close(); await stub?.remove(); });

    async function open(path) {
      page = await openPage(browser);
      await page.goto(stub.address + path);
      if (hasCore) await coreReady(page);
    }

    test("a complaint is made, sent and tracked", async () => {
      await open("/homes-plus/");
      const { reference, trackingKey } = await goToReceipt(page, JOURNEYS["a complaint on behalf of somebody"]);
      await page.goto(`${stub.address}/homes-plus/track`);
      await goThrough(page, { at: "Track what you sent", type: { Reference: reference, "Tracking key": trackingKey }, press: "Show it" });
      await arrivesAt(page, `Your complaint ${reference}`);
    });

    test("a missing answer is named in the title, the summary and at its field, and back and forward keep the rest", async () => {
      await open("/homes-plus/complaint/about");
      await goThrough(page, { at: "about?", choose: ["Repairs"] });
      await goThrough(page, { at: "What happened?", shows: "Write what you want to tell us" });
      assert.match(await page.title(), /^Error: /);
      assert.match(await page.locator("#what_happened-error").innerText(), /Write what you want to tell us/);
      if (!hasScript) return;
      await tabTo(page, "link", "Write what you want to tell us");
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "what_happened");
      if (!hasCore) return;
      await page.goBack();
      await arrivesAt(page, "about?");
      assert.ok(await page.locator('input[value="repairs"]').isChecked());
      await page.goForward();
      await problems(page).first().waitFor();
      assert.match(await heading(page).innerText(), /What happened\?/);
    });
  });
}

test("Firefox: the page itself takes a file when the line was gone as its screen came, and has come back", async () => {
  const stub = await startStub();
  const browser = await launchFirefox();
  const page = await openPage(browser);
  await page.goto(`${stub.address}/homes-plus/`);
  await coreReady(page);
  await stub.stop();
  await answerUpToFiles(page);
  await page.locator("#attachments").setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("It leaks.\n") });
  await stub.start();
  await page.evaluate(() => { window.isSamePage = true; });
  await press(page, "Add these files");
  await main(page).getByText("Files you have added").waitFor();
  assert.ok(await page.evaluate(() => window.isSamePage), "the form was left to the browser");
  await browser.close();
  await stub.remove();
});
