// What the core shows of this device: unfinished drafts on a brand's home, the way to clear them, the screen of a
// complaint that waits, and the outbox.
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assertReflows, coreReady, launch, openPage, picture } from "../support/browser.mjs";
import { keptOnDevice, untilKept, workerReady } from "../support/device.mjs";
import { site } from "../support/places.mjs";
import { startStub } from "../support/stub.mjs";
import {
  answerAbout, answerUpToCheck, answerWhoFor, arrivesAt, heading, keptBy, main, plainAnswers, press, problems,
  readReceipt, send, untilIdle,
} from "../support/journey.mjs";

const WAITING = "Your complaint has not been sent yet";

let stub, browser, page;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });
beforeEach(async () => {
  stub = await startStub();
  page = await openPage(browser, { serviceWorkers: "allow" });
  await visit("/homes-plus/");
});
afterEach(async () => {
  await page.context().close();
  await stub.remove();
});

async function visit(path, tab = page) {
  await tab.goto(stub.address + path);
  await coreReady(tab);
  await workerReady(tab);
}

async function openAgain(path = "/homes-plus/") {
  const context = page.context();
  await page.close();
  page = await context.newPage();
  await visit(path);
}

async function typeHalfASentence() {
  await main(page).getByRole("link", { name: "Make a complaint" }).click();
  await answerWhoFor(page, plainAnswers);
  await answerAbout(page, plainAnswers);
  await arrivesAt(page, "What happened?");
  await page.locator("#what_happened").fill("Half a sen");
  await untilKept(page, ({ drafts }) => JSON.stringify(drafts).includes("Half a sen"), "kept");
}

async function sendInVain() {
  await stub.stop();
  await answerUpToCheck(page);
  await send(page);
  await arrivesAt(page, WAITING);
}

const networkIsBack = (tab = page) => tab.evaluate(() => dispatchEvent(new Event("online")));
const notice = (words) => main(page).getByText(words);

test("a step says that answers are kept here, and one press clears them", async () => {
  await typeHalfASentence();
  await notice("Your answers are kept on this device").waitFor();
  await press(page, "Clear my answers");
  await arrivesAt(page, "Complaints, comments and compliments");
  assert.equal(await page.getByRole("button", { name: "Go on with it" }).count(), 0);
  assert.doesNotMatch(JSON.stringify(await keptOnDevice(page)), /Half a sen/);
  await page.goBack();
  await page.waitForFunction(() => location.pathname !== "/homes-plus/");
  assert.doesNotMatch(await page.content(), /Half a sen/);
});

test("a step that the network brought says so too, as soon as the core is there, and takes nothing from the fields", async () => {
  await visit("/homes-plus/comment/what-happened");
  await page.locator("#what_happened").pressSequentially("Thank");
  await notice("Your answers are kept on this device").waitFor();
  assert.equal(await page.locator("#what_happened").inputValue(), "Thank");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "what_happened");
});

test("another visit offers what was not finished, and goes on with it", async () => {
  await typeHalfASentence();
  await openAgain();
  await notice("You have not finished your complaint").waitFor();
  await press(page, "Go on with it");
  await arrivesAt(page, "What happened?");
  await page.waitForFunction(() => document.querySelector("#what_happened").value === "Half a sen");
  assert.equal((await keptOnDevice(page)).drafts.length, 1);
});

test("another visit offers what was not finished, and deletes it", async () => {
  await typeHalfASentence();
  await openAgain();
  await press(page, "Delete these answers");
  await page.waitForFunction(() => !document.querySelector("main").innerText.includes("You have not finished"));
  assert.deepEqual((await keptOnDevice(page)).drafts, []);
});

test("home offers what is unfinished as soon as one comes back to it", async () => {
  await typeHalfASentence();
  await page.locator("header").getByRole("link").first().click();
  await arrivesAt(page, "Complaints, comments and compliments");
  await notice("You have not finished your complaint").waitFor();
});

test("a complaint that waits says so, and becomes its receipt when the network is back", async () => {
  await sendInVain();
  await assertReflows(page, "waiting");
  await picture(page, "waiting");
  await page.reload();
  await coreReady(page);
  await arrivesAt(page, WAITING);
  await stub.start();
  await networkIsBack();
  const { reference } = await readReceipt(page);
  assert.equal(await keptBy(stub), 1);
  await visit("/homes-plus/outbox");
  await notice(reference).waitFor();
});

test("Try again now says that it still waits, and sends it when it can", async () => {
  await sendInVain();
  await press(page, "Try again now");
  await untilIdle(page);
  await arrivesAt(page, WAITING);
  await stub.start();
  await press(page, "Try again now");
  await readReceipt(page);
  assert.equal(await keptBy(stub), 1);
});

test("the outbox is spoken of on every screen of the brand, shows its receipt, and is emptied", async () => {
  await sendInVain();
  await visit("/homes-plus/track");
  await notice("Something you wrote has not been sent yet").waitFor();
  await main(page).getByRole("link", { name: "See what waits on this device" }).click();
  await arrivesAt(page, "What waits on this device");
  await stub.start();
  await press(page, "Try again now");
  const shown = main(page).getByRole("button", { name: "Show the receipt" });
  await shown.click();
  await readReceipt(page);
  await page.goBack();
  await arrivesAt(page, "What waits on this device");
  await press(page, "Take it off this list");
  await page.waitForFunction(() => !document.querySelector("main").innerText.includes("Show the receipt"));
  assert.deepEqual((await keptOnDevice(page)).outbox, []);
});

test("what waits is deleted only after a question, and then never sent", async () => {
  await sendInVain();
  await visit("/homes-plus/outbox");
  await press(page, "Delete it");
  await arrivesAt(page, "Delete what you wrote?");
  assert.equal((await keptOnDevice(page)).outbox.length, 1);
  await press(page, "Delete it");
  await arrivesAt(page, "What waits on this device");
  await stub.start();
  await networkIsBack();
  assert.deepEqual((await keptOnDevice(page)).outbox, []);
  assert.equal(await keptBy(stub), 0);
});

test("what the stub refuses later needs another look, and the look says why", async () => {
  await sendInVain();
  // The stub has taken this key for other words before.
  await stub.start();
  const { outbox: [{ id, effect }] } = await keptOnDevice(page);
  const headers = { "Content-Type": "application/json", "Idempotency-Key": id };
  const body = JSON.stringify({ ...JSON.parse(effect.body), what_happened: "Other words." });
  assert.equal((await fetch(`${stub.address}/api/complaints`, { method: "POST", headers, body })).status, 201);
  await networkIsBack();
  await untilKept(page, ({ outbox }) => outbox[0].state === "refused", "refused");
  await visit("/homes-plus/outbox");
  await press(page, "See why");
  await problems(page).first().waitFor();
  assert.match((await problems(page).allInnerTexts()).join(), /sent this before/);
});

test("a tab in which something is being filled hears of it without losing a word or its focus", async () => {
  await sendInVain();
  const other = await page.context().newPage();
  await visit("/homes-plus/comment/what-happened", other);
  await other.locator("#what_happened").fill("Half a sen");
  await other.locator("#what_happened").focus();
  await stub.start();
  await networkIsBack();
  await other.getByText("Something that waited has now been sent").waitFor();
  assert.equal(await other.locator("#what_happened").inputValue(), "Half a sen");
  assert.equal(await other.evaluate(() => document.activeElement?.id), "what_happened");
  assert.match(await heading(other).innerText(), /./);
});

test("a receipt is checked without a network: a good one and a changed one", async () => {
  const body = readFileSync(join(site, "schemas", "examples", "submission.json"));
  const headers = { "Content-Type": "application/json", "Idempotency-Key": "a".repeat(32) };
  const { receipt, reference } = await (await fetch(`${stub.address}/api/complaints`, { method: "POST", headers, body })).json();
  await untilKept(page, ({ keys }) => keys.length === 1, "the keys");
  await stub.stop();
  await visit("/homes-plus/verify");
  await page.locator("#receipt").fill(receipt);
  await main(page).getByRole("button").first().click();
  await page.waitForFunction(() => document.querySelector("main").dataset.screen === "verified");
  assert.match(await main(page).innerText(), new RegExp(reference));
  await page.goBack();
  await page.locator("#receipt").fill(`${receipt.slice(0, 200)}A${receipt.slice(201)}`);
  await main(page).getByRole("button").first().click();
  await page.waitForFunction(() => document.querySelector("main").dataset.screen === "verified");
  assert.doesNotMatch(await main(page).innerText(), new RegExp(reference));
});

test("with storage refused no screen says that answers are kept", async () => {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); }; });
  await tab.goto(`${stub.address}/homes-plus/comment/what-happened`);
  await coreReady(tab);
  await tab.locator("#what_happened").fill("Half a sen");
  await tab.waitForTimeout(1000);
  assert.doesNotMatch(await main(tab).innerText(), /kept on this device/);
  await context.close();
});
