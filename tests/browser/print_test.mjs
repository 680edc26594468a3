// What is kept on paper: a receipt is one A4 page of words, without what only a screen can do.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { coreReady, launch, openPage, picture } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";
import { answerUpToCheck, plainAnswers, readReceipt, send } from "../support/journey.mjs";

/** What a customer writes who has much to tell; none of it stands on the receipt, the dates and addresses do. */
const LONG_ANSWERS = { ...plainAnswers, what_happened: "The boiler broke and nobody came. ".repeat(40) };
const ONLY_ON_SCREEN = ["nav", ".govuk-button", ".govuk-skip-link", ".putright-download", "main details", "main input:not([type=hidden])"];

let stub, browser, page, receipt;
before(async () => {
  stub = await startStub();
  browser = await launch();
  page = await openPage(browser);
  await page.goto(`${stub.address}/homes-plus/`);
  await coreReady(page);
  await answerUpToCheck(page, LONG_ANSWERS);
  await send(page);
  receipt = await readReceipt(page);
});
after(async () => { await browser?.close(); await stub?.remove(); });

const pagesOf = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;

test("the receipt prints on one A4 page", async () => {
  assert.equal(pagesOf(await page.pdf({ format: "A4" })), 1);
});

test("an explanation that is open is printed too", async () => {
  const open = (wanted) => page.locator("main .putright-timeline details").evaluateAll(
    (parts, state) => { for (const part of parts) part.open = state; }, wanted);
  await open(true);
  assert.ok(pagesOf(await page.pdf({ format: "A4" })) >= 2);
  await open(false);
});

test("paper has the reference and the key, and nothing to press", async () => {
  await page.emulateMedia({ media: "print" });
  await picture(page, "print/receipt");
  for (const code of [receipt.reference, receipt.trackingKey]) assert.ok(await page.locator("main").getByText(code).first().isVisible(), code);
  for (const selector of ONLY_ON_SCREEN) {
    const seen = await page.locator(selector).evaluateAll((parts) => parts.filter((part) => part.getClientRects().length > 0).length);
    assert.equal(seen, 0, `${selector} is on paper`);
  }
  await page.emulateMedia({ media: null });
});

test("paper is black on white when the screen is dark", async () => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const [text, ground] = await page.locator("main p").first().evaluate((part) => [getComputedStyle(part).color, getComputedStyle(document.body).backgroundColor]);
  assert.equal(text, "rgb(0, 0, 0)");
  assert.equal(ground, "rgb(255, 255, 255)");
  await page.emulateMedia({ media: null, colorScheme: null });
});
