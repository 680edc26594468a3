// Each journey by keyboard alone, by roles and labels, with the core in the page and without JavaScript; and every stop
// on the way can be seen.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { coreReady, launch, openPage } from "../support/browser.mjs";
import { workerReady } from "../support/device.mjs";
import { arrivesAt, keptBy, untilIdle } from "../support/journey.mjs";
import { followLink, goThrough, goToReceipt } from "../support/keyboard.mjs";
import { JOURNEYS } from "../support/keyboard_journeys.mjs";
import { startCore } from "../support/core.mjs";
import { openMount, mount } from "../support/mount.mjs";
import { brands, screensOf } from "../support/screens.mjs";
import { startStub } from "../support/stub.mjs";

let stub, browser;
before(async () => { stub = await startStub(); browser = await launch(); });
after(async () => { await browser?.close(); await stub?.remove(); });

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? "with the core in the page" : "without JavaScript", () => {
    async function open(path) {
      const page = await openPage(browser, { javaScriptEnabled });
      await page.goto(stub.address + path);
      if (javaScriptEnabled) await coreReady(page);
      return page;
    }

    for (const [name, journey] of Object.entries(JOURNEYS)) {
      test(`${name} is sent, tracked, withdrawn and its receipt checked`, async () => {
        const page = await open("/homes-plus/");
        const { reference, trackingKey, receipt } = await goToReceipt(page, journey);
        await followLink(page, journey.sent, "Track");
        await goThrough(page, { at: "Track what you sent", type: { Reference: reference, "Tracking key": trackingKey }, press: "Show it" });
        if (name.startsWith("a complaint")) {
          await goThrough(page, { at: `Your complaint ${reference}`, press: "Withdraw it" });
          await goThrough(page, { at: "Withdraw what you sent", press: "Withdraw it" });
          await page.getByText("It has been withdrawn").waitFor();
        }
        await arrivesAt(page, reference);
        await followLink(page, reference, "Check a receipt");
        await goThrough(page, { at: "Check a receipt", type: { "The receipt as text": receipt }, press: "Check it" });
        await arrivesAt(page, "This receipt is ours");
        await page.context().close();
      });
    }
  });
}

for (const [name, { home, link, screens, sent }] of Object.entries(JOURNEYS)) test(`with no network ${name} is made by keyboard, waits in sight, goes when the network is back, and its receipt is shown`, async () => {
  const waits = /has not been sent yet/;
  const page = await openPage(browser, { serviceWorkers: "allow" });
  const own = await startStub();
  await page.goto(`${own.address}/homes-plus/`);
  await coreReady(page);
  await workerReady(page);
  await own.stop();
  await followLink(page, home, link);
  for (const screen of screens) await goThrough(page, screen);
  await goThrough(page, { at: waits, press: "Try again now" });
  await arrivesAt(page, waits);
  await untilIdle(page);
  await own.start();
  await goThrough(page, { at: waits, press: "Try again now" });
  await arrivesAt(page, sent);
  assert.equal(await keptBy(own), 1);
  await page.context().close();
  await own.remove();
});

test("every stop of the Tab key on every kind of screen looks different while it has the focus", async () => {
  const page = await openMount(browser);
  const seen = new Set();
  const faults = [];
  for (const screen of screensOf(await startCore(), brands[0])) {
    const kinds = new Set(screen.html.match(/<(?:a|button|input|textarea|summary)[^>]* class="[^"]*"/g).map((tag) => tag.replace(/(id|name|value|href|for|aria-\w+|data-\w+)="[^"]*" ?/g, "")));
    if ([...kinds].every((kind) => seen.has(kind))) continue;
    for (const kind of kinds) seen.add(kind);
    await mount(page, screen);
    faults.push(...(await page.evaluate(unseenStops)).map((what) => `${screen.name}: ${what}`));
  }
  assert.deepEqual(faults, []);
  await page.context().close();
});

/** Runs in the page: what looks the same with the focus as without. */
function unseenStops() {
  const parts = (element) => [[element], [...(element.labels ?? [])].map((label) => label), [element.closest(".putright-signpost") ?? element]].flat();
  const look = (element) => parts(element).flatMap((part) => [undefined, "::before"].map((pseudo) => {
    const { outlineWidth, outlineStyle, outlineColor, boxShadow, backgroundColor, borderColor, left } = getComputedStyle(part, pseudo);
    return [outlineWidth, outlineStyle, outlineColor, boxShadow, backgroundColor, borderColor, left].join();
  })).join();
  return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), textarea, summary")]
    .filter((element) => element.checkVisibility())
    .filter((element) => {
      const rest = look(element);
      element.focus({ focusVisible: true });
      const seen = look(element);
      element.blur();
      return seen === rest;
    })
    .map((element) => element.outerHTML.slice(0, 90));
}
