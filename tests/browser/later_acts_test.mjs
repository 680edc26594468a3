// What customers do after sending (answers, stage 2 requests, withdrawals), by keyboard alone, in Chromium and Firefox
// ESR, with the core in the page and without JavaScript; and with nobody there to take it.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { coreReady, launch, launchFirefox, openPage } from "../support/browser.mjs";
import { goThrough } from "../support/keyboard.mjs";
import { ACTS, complaintBefore, eventsOf, openAct } from "../support/later_journeys.mjs";
import { startStub } from "../support/stub.mjs";

const WAYS = [
  { name: "Chromium with the core in the page", start: () => launch(), hasScript: true },
  { name: "Chromium without JavaScript", start: () => launch(), options: { javaScriptEnabled: false }, hasScript: false },
  { name: "Firefox with the core in the page", start: () => launchFirefox(), hasScript: true },
  { name: "Firefox without JavaScript", start: () => launchFirefox({ "javascript.enabled": false }), hasScript: false },
];

for (const { name, start, options, hasScript } of WAYS) {
  describe(name, () => {
    let stub, browser;
    before(async () => { stub = await startStub(); browser = await start(); });
    after(async () => { await browser?.close(); await stub?.remove(); });

    async function openTracking() {
      const page = await openPage(browser, options);
      await page.goto(`${stub.address}/homes-plus/track`);
      if (hasScript) await coreReady(page);
      return page;
    }

    for (const [what, act] of Object.entries(ACTS)) {
      test(`${what} is sent by keyboard and stands in the record once`, async () => {
        const known = await complaintBefore(stub, act);
        const page = await openTracking();
        await openAct(page, known, act);
        await goThrough(page, { at: act.at, press: act.send });
        await page.getByText(act.done).waitFor();
        const events = await eventsOf(stub, known);
        assert.equal(events.length, act.before.length + 2);
        const { at, ...last } = events.at(-1);
        assert.deepEqual(last, act.event);
        await page.context().close();
      });
    }

    if (!hasScript) return;
    test("with nobody there it says that it has not been sent and keeps the words; with somebody there it goes, once", async () => {
      const act = ACTS["a stage 2 request"];
      const known = await complaintBefore(stub, act);
      const page = await openTracking();
      await openAct(page, known, act);
      await stub.stop();
      await goThrough(page, { at: act.at, press: act.send, shows: "It has not been sent" });
      assert.match(await page.title(), /^Error: /);
      for (const [label, words] of Object.entries(act.fields)) assert.equal(await page.getByRole("textbox", { name: label }).inputValue(), words);
      await stub.start();
      await goThrough(page, { at: act.at, press: act.send });
      await page.getByText(act.done).waitFor();
      assert.equal((await eventsOf(stub, known)).filter(({ type }) => type === act.event.type).length, 1);
      await page.context().close();
    });
  });
}
