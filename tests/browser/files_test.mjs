// Photos and documents with the core in the page: chosen, kept on the device, sent ahead, taken away again, refused by
// name, and waiting with the complaint while there is no network.
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { coreReady, launch, openPage, picture } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";
import {
  answerAdjustments, answerDetails, answerUpToFiles, arrivesAt, checkedAnswer, keptBy, main, plainAnswers, press, problems, readReceipt, send,
} from "../support/journey.mjs";

const PHOTO = { name: "C:\\roof\u202e “leaks”.jpg", mimeType: "image/jpeg", buffer: Buffer.from("ffd8ffe000104a46494600010100000100010000ffda0002ffd9", "hex") };
const NOTES = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("It leaks.\n") };
const TOOL = { name: "tool.exe", mimeType: "image/jpeg", buffer: Buffer.from("4d5a90000300000004000000ffff0000", "hex") };

let stub, browser, page;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });
beforeEach(async () => {
  stub = await startStub();
  page = await openPage(browser);
  await page.goto(`${stub.address}/homes-plus/`);
  await coreReady(page);
  await answerUpToFiles(page);
});
afterEach(async () => {
  await page.context().close();
  await stub.remove();
});

const choose = (...files) => page.locator("#attachments").setInputFiles(files);
const added = () => main(page).locator(".govuk-summary-list__value").allInnerTexts();
const kept = () => page.evaluate(() => new Promise((resolve) => {
  const opening = indexedDB.open("putright");
  opening.onsuccess = () => {
    const asking = opening.result.transaction("files").objectStore("files").getAll();
    asking.onsuccess = () => { opening.result.close(); resolve(asking.result.map(({ is_sent }) => is_sent)); };
  };
}));

async function finish() {
  await press(page, "Continue");
  await answerDetails(page, plainAnswers);
  await answerAdjustments(page);
  await arrivesAt(page, "Check your complaint");
}

async function tracked({ reference, trackingKey }) {
  const headers = { Authorization: `Bearer ${trackingKey}` };
  return (await fetch(`${stub.address}/api/complaints/${reference}`, { headers })).json();
}

test("files are added, one is taken away, and the complaint goes with the other", async () => {
  let documents = 0;
  page.on("request", (request) => { if (request.isNavigationRequest()) documents += 1; });
  await choose(PHOTO, NOTES);
  await press(page, "Add these files");
  await main(page).getByText("Files you have added").waitFor();
  assert.deepEqual(await added(), ["roof “leaks”.jpg", "notes.txt"]);
  await picture(page, "files-added");
  await main(page).getByRole("button", { name: "Remove File 1" }).click();
  await page.waitForFunction(() => document.querySelectorAll("main .govuk-summary-list__value").length === 1);
  assert.deepEqual(await added(), ["notes.txt"]);
  await finish();
  assert.equal(await checkedAnswer(page, "Photos and documents"), "notes.txt");
  await send(page);
  const { submission } = await tracked(await readReceipt(page));
  assert.match(submission.attachments, /^[0-9a-f]{64} notes\.txt$/);
  assert.equal(documents, 0, "no page was loaded from the network");
});

test("a file that is not what it says is refused by its name, and the others are added", async () => {
  await choose(TOOL, NOTES);
  await press(page, "Add these files");
  await problems(page).first().waitFor();
  assert.match((await problems(page).allInnerTexts()).join(), /“tool\.exe”/);
  assert.match(await page.locator("#attachments-error").innerText(), /“tool\.exe”/);
  assert.deepEqual(await added(), ["notes.txt"]);
});

test("Continue adds what was chosen and goes on", async () => {
  await choose(NOTES);
  await finish();
  assert.equal(await checkedAnswer(page, "Photos and documents"), "notes.txt");
});

test("with nobody there the files wait on the device with the complaint, and go before it", async () => {
  await stub.stop();
  await choose(PHOTO, NOTES);
  await press(page, "Add these files");
  await main(page).getByText("Files you have added").waitFor();
  assert.deepEqual(await kept(), [false, false]);
  await finish();
  await send(page);
  await arrivesAt(page, "Your complaint has not been sent yet");
  await stub.start();
  await press(page, "Try again now");
  const receipt = await readReceipt(page);
  const { submission } = await tracked(receipt);
  assert.equal(submission.attachments.split("\n").length, 2);
  assert.equal(await keptBy(stub), 1);
  assert.deepEqual(await kept(), [], "nothing stays on the device");
});
