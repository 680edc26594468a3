// The world goes wrong while a complaint is sent: it is always clear whether it has been sent, nothing typed is
// lost, and trying again makes one complaint.
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { coreReady, launch, openPage, picture } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";
import {
  answerAbout, answerUpToCheck, answerWhoFor, arrivesAt, checkedAnswer, keptBy, main, plainAnswers, press, problems,
  readReceipt, send,
} from "../support/journey.mjs";

const NOT_SENT = /has not been sent yet/;

let stub, browser, page;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });
beforeEach(async () => {
  stub = await startStub();
  page = await openPage(browser);
  await page.goto(`${stub.address}/homes-plus/`);
  await coreReady(page);
  await answerUpToCheck(page);
});
afterEach(async () => {
  await page.context().close();
  await stub.remove();
});

test("with nobody there it says that it has not been sent, keeps everything, and is sent later once", async () => {
  await stub.stop();
  await send(page);
  await arrivesAt(page, NOT_SENT);
  assert.match(await page.evaluate(() => document.activeElement?.tagName), /H1/);
  assert.match(await main(page).innerText(), new RegExp(plainAnswers.what_happened));
  await picture(page, "not-sent");
  await stub.start();
  await page.goBack();
  await arrivesAt(page, "Check your complaint");
  await send(page);
  await readReceipt(page);
  assert.equal(await keptBy(stub), 1);
});

test("killed after the complaint was kept but before the answer came, the repeat gives one complaint", async () => {
  await page.route("**/api/complaints", async (route) => {
    await route.fetch();
    await stub.stop("SIGKILL");
    await route.abort();
  });
  await send(page);
  await arrivesAt(page, NOT_SENT);
  await page.unroute("**/api/complaints");
  await stub.start();
  await press(page, "Try again now");
  const { reference } = await readReceipt(page);
  assert.match(reference, /^HP-/);
  assert.equal(await keptBy(stub), 0, "kept before the restart, not again after it");
});

test("an answer that makes no sense is not taken for a receipt", async () => {
  for (const answer of [{ status: 503, body: "no" }, { status: 201, body: "<html>" }, { status: 200, body: "{}" }]) {
    await page.route("**/api/complaints", (route) => route.fulfill(answer));
    await send(page);
    await arrivesAt(page, NOT_SENT);
    await page.unroute("**/api/complaints");
    await page.goBack();
    await arrivesAt(page, "Check your complaint");
  }
  assert.equal(await keptBy(stub), 0);
});

test("while it is sent the button says so and further presses do nothing", async () => {
  let answerNow;
  let calls = 0;
  await page.route("**/api/complaints", async (route) => {
    calls += 1;
    await new Promise((resolve) => { answerNow = resolve; });
    await route.continue();
  });
  const button = main(page).getByRole("button", { name: "Send complaint" });
  await button.click();
  await page.getByRole("status").filter({ hasText: "Sending" }).waitFor();
  assert.equal(await button.getAttribute("aria-disabled"), "true");
  await button.dispatchEvent("click");
  await press(page, "Back");
  await arrivesAt(page, "Check your complaint");
  answerNow();
  await readReceipt(page);
  assert.equal(calls, 1);
  assert.equal(await keptBy(stub), 1);
});

test("words changed after they were sent are not sent in silence", async () => {
  await send(page);
  const first = await readReceipt(page);
  await page.goBack();
  await arrivesAt(page, "Check your complaint");
  await main(page).getByRole("button", { name: /^Change What would put it right/ }).click();
  await arrivesAt(page, "What would put it right?");
  await page.locator("#what_would_put_it_right").fill("Something else.");
  await press(page, "Continue");
  await arrivesAt(page, "Check your complaint");
  await send(page);
  await problems(page).first().waitFor();
  assert.match((await problems(page).allInnerTexts()).join(), /sent this before/);
  assert.equal(await keptBy(stub), 1);
  await press(page, "Send it as a new one");
  const second = await readReceipt(page);
  assert.notEqual(second.reference, first.reference);
  assert.equal(await keptBy(stub), 2);
});

test("a core that fails hands the press to the stub", async () => {
  await page.goBack();
  await arrivesAt(page, "Making it easier for you");
  await page.evaluate(() => {
    // From here on nothing can be handed to the core any more.
    JSON.stringify = () => { throw new WebAssembly.RuntimeError("unreachable"); };
  });
  const [request] = await Promise.all([
    page.waitForEvent("request", (made) => made.isNavigationRequest()), press(page, "Continue"),
  ]);
  assert.equal(request.method(), "POST");
  await arrivesAt(page, "Check your complaint");
  assert.equal(await checkedAnswer(page, "What happened?"), plainAnswers.what_happened);
});

test("a journey begun on plain pages goes on with the core when it comes", async () => {
  await page.route("**/core.*.wasm", (route) => route.abort());
  await page.goto(`${stub.address}/homes-plus/`);
  await main(page).getByRole("link", { name: "Make a complaint" }).click();
  await answerWhoFor(page);
  await answerAbout(page, plainAnswers);
  await arrivesAt(page, "What happened?");
  await page.unroute("**/core.*.wasm");
  await page.locator("#what_happened").fill(plainAnswers.what_happened);
  await press(page, "Continue");
  await arrivesAt(page, "When did it happen");
  await coreReady(page);
  await press(page, "Continue");
  await arrivesAt(page, "What would put it right?");
  await page.goBack();
  await arrivesAt(page, "When did it happen");
  await page.goForward();
  await arrivesAt(page, "What would put it right?");
});
