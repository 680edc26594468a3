// A complaint from the first page to its tracking page, in a real browser: with the core in the page, with
// WebAssembly blocked, and with no JavaScript. The three must come to the same.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { launch, openPage, complaintsOf, coreReady, picture } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";
import {
  answerAbout, answerPutRight, answerUpToCheck, answerWhoFor, arrivesAt, checkedAnswer, keptBy, main,
  plainAnswers, press, problems, readReceipt, send,
} from "../support/journey.mjs";

const WAYS = [
  { name: "with the core in the page", flags: [], javaScriptEnabled: true, hasCore: true },
  { name: "with WebAssembly blocked", flags: ["--js-flags=--jitless"], javaScriptEnabled: true, hasCore: false },
  { name: "without JavaScript", flags: [], javaScriptEnabled: false, hasCore: false },
];

for (const { name, flags, javaScriptEnabled, hasCore } of WAYS) {
  describe(name, () => {
    let stub, browser, page, said;

    before(async () => { stub = await startStub(); browser = await launch(...flags); });
    after(async () => { await browser?.close(); await stub?.remove(); });

    async function open(path) {
      page = await openPage(browser, { javaScriptEnabled });
      said = complaintsOf(page);
      await page.goto(stub.address + path);
      if (hasCore) await coreReady(page);
    }

    test("a complaint is made, sent and tracked", async () => {
      await open("/homes-plus/");
      let documents = 0;
      page.on("request", (request) => { if (request.isNavigationRequest()) documents += 1; });
      await answerUpToCheck(page);
      assert.equal(await checkedAnswer(page, "What happened?"), plainAnswers.what_happened);
      assert.equal(await checkedAnswer(page, "Address"), plainAnswers.address);
      await send(page);
      const { reference, trackingKey } = await readReceipt(page);
      await picture(page, `receipt-${name.replaceAll(" ", "-")}`);
      assert.match(await main(page).innerText(), /How we worked out this date/);
      assert.match(reference, /^HP-/);
      if (hasCore) assert.equal(documents, 0, "no page was loaded from the network");

      await main(page).getByRole("link", { name: "Track it now" }).click();
      await arrivesAt(page, "Track what you sent");
      await page.locator("#reference").fill(reference.toLowerCase().replaceAll("-", " "));
      await page.locator("#tracking_key").fill(trackingKey.replaceAll("-", ""));
      await press(page, "Show it");
      await arrivesAt(page, `Your complaint ${reference}`);
      await main(page).locator("summary", { hasText: "What you sent" }).click();
      assert.match(await main(page).innerText(), /The boiler broke and nobody came\./);
      assert.deepEqual(said, []);
    });

    test("a missing answer is named in the title, the summary and at its field", async () => {
      await open("/homes-plus/");
      await main(page).getByRole("link", { name: "Make a complaint" }).click();
      await answerWhoFor(page);
      await answerAbout(page, plainAnswers);
      await arrivesAt(page, "What happened?");
      await press(page, "Continue");
      await problems(page).first().waitFor();
      assert.match(await page.title(), /^Error: /);
      assert.deepEqual(await problems(page).allInnerTexts(), ["Write what you want to tell us"]);
      assert.match(await page.locator("#what_happened-error").innerText(), /Write what you want to tell us/);
      await problems(page).getByRole("link").click();
      if (javaScriptEnabled) assert.equal(await page.evaluate(() => document.activeElement?.id), "what_happened");
      assert.deepEqual(said.filter((words) => !/422/.test(words)), []);
    });

    test("one answer is changed from the check screen and the others stay", async () => {
      await open("/homes-plus/");
      await answerUpToCheck(page);
      await main(page).getByRole("button", { name: /^Change What would put it right/ }).click();
      await arrivesAt(page, "What would put it right?");
      assert.equal(await page.locator("#what_would_put_it_right").inputValue(), plainAnswers.what_would_put_it_right);
      await answerPutRight(page, { what_would_put_it_right: "An apology." });
      await arrivesAt(page, "Check your complaint");
      assert.equal(await checkedAnswer(page, "What would put it right?"), "An apology.");
      assert.equal(await checkedAnswer(page, "What happened?"), plainAnswers.what_happened);
      assert.equal(await checkedAnswer(page, "Email address"), plainAnswers.email);
    });

    test("two presses of Send make one complaint", async () => {
      await open("/homes-plus/");
      await answerUpToCheck(page);
      const keptBefore = await keptBy(stub);
      await main(page).getByRole("button", { name: "Send complaint" }).dblclick();
      await readReceipt(page);
      assert.equal(await keptBy(stub), keptBefore + 1);
    });

    test("another complaint is another complaint, and its key does not show the first", async () => {
      const keptBefore = await keptBy(stub);
      const receipts = [];
      for (let time = 0; time < 2; time += 1) {
        await open("/homes-plus/");
        await answerUpToCheck(page);
        await send(page);
        receipts.push(await readReceipt(page));
      }
      assert.notEqual(receipts[0].reference, receipts[1].reference);
      assert.equal(await keptBy(stub), keptBefore + 2);
      await open("/homes-plus/track");
      await page.locator("#reference").fill(receipts[0].reference);
      await page.locator("#tracking_key").fill(receipts[1].trackingKey);
      await press(page, "Show it");
      await problems(page).first().waitFor();
      assert.match((await problems(page).allInnerTexts()).join(), /cannot find/);
      assert.doesNotMatch(await page.content(), /boiler/);
    });
  });
}

test("the private link fills the tracking form and leaves the address bar", async () => {
  const stub = await startStub();
  const browser = await launch();
  try {
    const page = await openPage(browser);
    await page.goto(`${stub.address}/homes-plus/track#HP-BCDF-GHJK.BCDF-GHJK-LMNP-RTVW-XY34`);
    await page.waitForFunction(() => location.hash === "");
    assert.equal(await page.locator("#reference").inputValue(), "HP-BCDF-GHJK");
    assert.equal(await page.locator("#tracking_key").inputValue(), "BCDF-GHJK-LMNP-RTVW-XY34");
    assert.doesNotMatch(stub.log, /BCDF/);
  } finally {
    await browser.close();
    await stub.remove();
  }
});

