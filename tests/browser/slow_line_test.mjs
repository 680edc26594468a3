// A slow line: what is typed before the core has come is kept, the pages say that they wait, and nothing goes twice.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { coreReady, launch, openPage } from "../support/browser.mjs";
import { answerAbout, answerAdjustments, answerDetails, answerPutRight, answerWhatHappened, answerWhenAndWho, addNoFiles, arrivesAt, checkedAnswer, keptBy, main, plainAnswers, readReceipt } from "../support/journey.mjs";
import { startStub } from "../support/stub.mjs";

/** What Chromium's own tools call slow 3G, and a little worse. */
const SLOW = { offline: false, latency: 1_000, downloadThroughput: 40_000, uploadThroughput: 20_000 };

let stub, browser, page;
before(async () => {
  stub = await startStub();
  browser = await launch();
  page = await openPage(browser);
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", SLOW);
});
after(async () => { await browser?.close(); await stub?.remove(); });

/** Holds back what is asked of this address until the test lets it go: slow as it may be, it comes after. */
async function holdBack(address) {
  let letGo;
  const gone = new Promise((resolve) => { letGo = resolve; });
  await page.route(address, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

const hasCore = () => page.evaluate(() => history.scrollRestoration === "manual");

test("a form works before the core has come, and what was typed stays when it comes", async () => {
  const letGo = await holdBack(/\/assets\/core\.\w+\.wasm$/);
  await page.goto(`${stub.address}/homes-plus/complaint/what-happened`, { waitUntil: "commit" });
  await page.locator("#what_happened").fill("The boiler broke");
  assert.equal(await hasCore(), false);
  letGo();
  await coreReady(page);
  assert.equal(await page.locator("#what_happened").inputValue(), "The boiler broke");
});

test("a complaint over a slow line is sent once, says that it is being sent, and its answers are all there", async () => {
  await page.goto(`${stub.address}/homes-plus/complaint/who-for`);
  await coreReady(page);
  await page.locator("input[name=who_for][value=self]").check();
  await main(page).getByRole("button", { name: "Continue" }).click();
  await answerAbout(page, plainAnswers);
  await answerWhatHappened(page, plainAnswers);
  await answerWhenAndWho(page, plainAnswers);
  await answerPutRight(page, plainAnswers);
  await addNoFiles(page);
  await answerDetails(page, plainAnswers);
  await answerAdjustments(page, plainAnswers);
  await arrivesAt(page, "Check your complaint before you send it");
  assert.equal(await checkedAnswer(page, "What happened?"), plainAnswers.what_happened);
  const button = main(page).getByRole("button", { name: "Send complaint" });
  const letGo = await holdBack(/\/api\/complaints$/);
  await button.dblclick();
  await page.getByRole("status").filter({ hasText: "Sending" }).waitFor();
  assert.equal(await button.getAttribute("aria-disabled"), "true");
  letGo();
  await readReceipt(page);
  assert.equal(await keptBy(stub), 1);
});
