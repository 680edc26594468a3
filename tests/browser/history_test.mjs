// Back, forward and reload with the core in the page: nothing that was typed is lost, sent or not.
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { complaintsOf, coreReady, launch, openPage } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";
import {
  addNoFiles, answerAbout, answerAdjustments, answerPutRight, answerUpToCheck, answerWhatHappened, answerWhenAndWho,
  answerWhoFor, arrivesAt, checkedAnswer, heading, keptBy, main, plainAnswers, press, problems, readReceipt, send,
} from "../support/journey.mjs";

let stub, browser, page, said;
before(async () => { stub = await startStub(); browser = await launch(); });
after(async () => { await browser?.close(); await stub?.remove(); });
beforeEach(async () => {
  page = await openPage(browser);
  said = complaintsOf(page);
  await page.goto(`${stub.address}/homes-plus/`);
  await coreReady(page);
});
afterEach(async () => {
  assert.deepEqual(said, []);
  await page.context().close();
});

const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 60));

test("each screen has its own title and address, and its heading has the focus", async () => {
  const seen = new Set();
  await main(page).getByRole("link", { name: "Make a complaint" }).click();
  await arrivesAt(page, "Who are you doing this for?");
  for (const next of ["about?", "What happened?", "When did it happen"]) {
    seen.add(`${await page.title()} ${page.url()}`);
    assert.match(await focused(), /^<h1/);
    assert.equal(await page.evaluate(() => scrollY), 0);
    if (next === "When did it happen") await page.locator("#what_happened").fill("Words");
    await press(page, "Continue");
    await arrivesAt(page, next);
  }
  seen.add(`${await page.title()} ${page.url()}`);
  assert.equal(seen.size, 4);
});

test("back and forward show each screen again with its answers", async () => {
  await answerUpToCheck(page);
  await page.goBack();
  await arrivesAt(page, "Making it easier");
  await page.goBack();
  await arrivesAt(page, "Your name");
  assert.equal(await page.locator("#name").inputValue(), plainAnswers.name);
  assert.equal(await page.locator("#address").inputValue(), plainAnswers.address);
  await page.goBack();
  await arrivesAt(page, "Add photos");
  await page.goBack();
  await arrivesAt(page, "What would put it right?");
  await page.goBack();
  await arrivesAt(page, "When did it happen");
  await page.goBack();
  await arrivesAt(page, "What happened?");
  assert.equal(await page.locator("#what_happened").inputValue(), plainAnswers.what_happened);
  for (let step = 0; step < 3; step += 1) await page.goBack();
  await arrivesAt(page, "Complaints, comments and compliments");
  for (let step = 0; step < 9; step += 1) await page.goForward();
  await arrivesAt(page, "Check your complaint");
  assert.equal(await checkedAnswer(page, "What happened?"), plainAnswers.what_happened);
});

test("a bookmarked step opens; what was not asked before it is asked before anything can be sent, and its answers are kept", async () => {
  await page.goto(`${stub.address}/homes-plus/complaint/your-details`);
  await coreReady(page);
  await page.locator('input[name="reply_by"][value="email"]').check();
  await page.locator("#email").fill(plainAnswers.email);
  await press(page, "Continue");
  await answerAdjustments(page);
  await answerWhoFor(page);
  await answerAbout(page, plainAnswers);
  await answerWhatHappened(page, plainAnswers);
  await answerWhenAndWho(page, plainAnswers);
  await answerPutRight(page, plainAnswers);
  await addNoFiles(page);
  await arrivesAt(page, "Your name");
  assert.equal(await page.locator("#email").inputValue(), plainAnswers.email);
  await press(page, "Continue");
  await answerAdjustments(page);
  await arrivesAt(page, "Check your complaint");
});

test("reload keeps what was answered and what was only typed", async () => {
  await main(page).getByRole("link", { name: "Make a complaint" }).click();
  await answerWhoFor(page);
  await answerAbout(page, plainAnswers);
  await arrivesAt(page, "What happened?");
  await page.locator("#what_happened").fill("Half a sen");
  await page.waitForFunction(() => history.state?.typed?.fields.some(([, value]) => value === "Half a sen"));
  await page.reload();
  await coreReady(page);
  assert.match(await heading(page).innerText(), /What happened\?/);
  assert.equal(await page.locator("#what_happened").inputValue(), "Half a sen");
  await page.goBack();
  await arrivesAt(page, "about?");
  assert.ok(await page.locator('input[value="repairs"]').isChecked());
});

test("a screen with problems is shown again with them after a reload", async () => {
  await main(page).getByRole("link", { name: "Make a complaint" }).click();
  await answerWhoFor(page);
  await answerAbout(page, plainAnswers);
  await arrivesAt(page, "What happened?");
  await press(page, "Continue");
  await problems(page).first().waitFor();
  assert.match(await focused(), /govuk-error-summary/);
  await page.reload();
  await coreReady(page);
  await problems(page).first().waitFor();
  await page.goBack();
  await arrivesAt(page, "about?");
});

test("the caret and an opened explanation stay where they are when the same screen comes with problems", async () => {
  await main(page).getByRole("link", { name: "Make a complaint" }).click();
  await page.goto(`${stub.address}/homes-plus/complaint/on-behalf`);
  await coreReady(page);
  await answerWhoFor(page, { who_for: "somebody_else" });
  await arrivesAt(page, "About the person");
  await page.locator("#on_behalf_of_name").fill("Ada");
  const before = await page.locator("#on_behalf_of_name").elementHandle();
  await press(page, "Continue");
  await problems(page).first().waitFor();
  assert.ok(await before.evaluate((element) => element.isConnected), "the field is the same element");
  assert.equal(await page.locator("#on_behalf_of_name").inputValue(), "Ada");
});

test("the receipt survives a reload, and back from it sends nothing", async () => {
  await answerUpToCheck(page);
  const keptBefore = await keptBy(stub);
  await send(page);
  const receipt = await readReceipt(page);
  await page.reload();
  await coreReady(page);
  assert.deepEqual(await readReceipt(page), receipt);
  // The address of a receipt is nobody's page but this person's: the stub has none there.
  assert.ok(said.splice(0).every((words) => /404/.test(words)));
  await page.goBack();
  await arrivesAt(page, "Check your complaint");
  await send(page);
  assert.deepEqual(await readReceipt(page), receipt);
  assert.equal(await keptBy(stub), keptBefore + 1);
});

test("a press with a modifier, a skip link and a page outside the portal are left to the browser", async () => {
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    main(page).getByRole("link", { name: "Make a complaint" }).click({ modifiers: ["Control"] }),
  ]);
  await arrivesAt(tab, "Who are you doing this for?");
  await tab.close();
  await page.keyboard.press("Tab");
  await page.locator(".govuk-skip-link").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#main");
  await main(page).getByRole("link", { name: "Make a complaint" }).click();
  await arrivesAt(page, "Who are you doing this for?");
  await page.goBack();
  await arrivesAt(page, "Complaints, comments and compliments");
});
