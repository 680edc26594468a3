// Large files on a line that breaks: what has gone is not sent again, and the complaint goes with the whole file.
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { coreReady, launch, openPage } from "../support/browser.mjs";
import { keptOnDevice, untilKept, wakeWorker, workerReady } from "../support/device.mjs";
import {
  answerAdjustments, answerDetails, answerUpToFiles, arrivesAt, keptBy, main, plainAnswers, press, readReceipt, send,
  untilIdle,
} from "../support/journey.mjs";
import { Line } from "../support/line.mjs";
import { jpeg } from "../support/pictures.mjs";
import { startStub } from "../support/stub.mjs";

/** A photograph of 5 MB: one that cleaning leaves as it is. */
const PHOTO = Buffer.concat([jpeg().subarray(0, -2), Buffer.alloc(5_000_000, 0x3f), Buffer.from("ffd9", "hex")]);
const DIGEST = createHash("sha256").update(PHOTO).digest("hex");
const CHOSEN = { name: "roof.jpg", mimeType: "image/jpeg", buffer: PHOTO };

let stub, line, browser, page;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });
beforeEach(async () => {
  stub = await startStub();
  line = await new Line().open(Number(new URL(stub.address).port));
});
afterEach(async () => {
  await page?.context().close();
  await line.close();
  await stub.remove();
});

async function upToFiles(options = {}) {
  page = await openPage(browser, options);
  await page.goto(`${line.address}/homes-plus/`);
  if (options.javaScriptEnabled !== false) await coreReady(page);
  await answerUpToFiles(page);
}

async function add(file = CHOSEN) {
  await page.locator("#attachments").setInputFiles([file]);
  await press(page, "Add these files");
  await main(page).getByText("Files you have added").waitFor();
}

async function upToSending() {
  await press(page, "Continue");
  await answerDetails(page, plainAnswers);
  await answerAdjustments(page);
  await arrivesAt(page, "Check your complaint");
  await send(page);
}

/** What a status says from now on, change by change. */
async function watchStatus() {
  await page.evaluate(() => {
    window.said = [];
    const look = () => {
      const words = document.querySelector("[role=status].putright-waiting")?.textContent;
      if (words && words !== window.said.at(-1)) window.said.push(words);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  return async () => (await page.evaluate(() => window.said)).filter((words) => words.includes("%")).map((words) => Number(/(\d+)%/.exec(words)[1]));
}

async function holdsWhole() {
  const { reference, trackingKey } = await readReceipt(page);
  const headers = { Authorization: `Bearer ${trackingKey}` };
  const { submission } = await (await fetch(`${stub.address}/api/complaints/${reference}`, { headers })).json();
  assert.equal(submission.attachments, `${DIGEST} roof.jpg`);
  assert.ok(readFileSync(join(stub.data, "attachments", DIGEST)).equals(PHOTO));
  assert.equal(await keptBy(stub), 1);
  assert.deepEqual((await keptOnDevice(page)).files, [], "nothing stays on the device");
}

test("a photograph arrives whole over a line that breaks five times, well below twice its bytes are sent, and progress never goes back", async (t) => {
  await upToFiles();
  const said = await watchStatus();
  const before = line.sent;
  line.breakAfter(300_000, 900_000, 1_234_567, 5, 1_500_000);
  await add();
  const share = (line.sent - before) / PHOTO.length;
  t.diagnostic(`${share.toFixed(2)} times its bytes were sent`);
  assert.equal(line.breaks, 5);
  assert.ok(share < 1.6, `${share} times its bytes were sent`);
  const steps = await said();
  assert.ok(steps.length >= 4 && steps.length <= 11, `few enough to listen to: ${steps}`);
  assert.deepEqual(steps, [...steps].sort((one, other) => one - other));
  assert.deepEqual((await keptOnDevice(page)).files.map(({ is_sent }) => is_sent), [true]);
  await upToSending();
  await holdsWhole();
});

test("when the line is gone for good the file waits with the complaint, and afterwards only the rest of it goes", async (t) => {
  await upToFiles();
  const before = line.sent;
  line.breakForGoodAfter(2_000_000);
  await add();
  assert.equal(line.breaks, 1);
  await upToSending();
  await arrivesAt(page, "Your complaint has not been sent yet");
  line.mend();
  await press(page, "Try again now");
  await holdsWhole();
  const share = (line.sent - before) / PHOTO.length;
  t.diagnostic(`${share.toFixed(2)} times its bytes were sent`);
  assert.ok(share < 1.3, `${share} times its bytes were sent`);
});

test("Stop ends it: nothing is added or stays on the device, the file is still chosen, and can go after all", async () => {
  await upToFiles();
  line.breakForGoodAfter(2_000_000);
  await page.locator("#attachments").setInputFiles([CHOSEN]);
  await press(page, "Add these files");
  while (line.breaks === 0) await page.waitForTimeout(20);
  await press(page, "Stop");
  await untilIdle(page);
  assert.equal(await main(page).getByText("Files you have added").count(), 0);
  assert.equal(await main(page).getByRole("button", { name: "Stop" }).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "Add these files");
  assert.equal(await page.locator("#attachments").evaluate(({ files }) => files.length), 1);
  assert.deepEqual((await keptOnDevice(page)).files, []);
  line.mend();
  await press(page, "Add these files");
  await main(page).getByText("Files you have added").waitFor();
  await upToSending();
  await holdsWhole();
});

test("after a reload in the middle, the same file chosen again goes on from where it was", async (t) => {
  await upToFiles();
  const before = line.sent;
  line.breakForGoodAfter(3_000_000);
  await page.locator("#attachments").setInputFiles([CHOSEN]);
  await press(page, "Add these files");
  await page.waitForFunction(() => /[3-9]0%/.test(document.querySelector("[role=status].putright-waiting")?.textContent ?? ""));
  while (line.breaks === 0) await page.waitForTimeout(20);
  line.mend();
  await page.reload();
  // The core shows the answers again; the plain page has none.
  await page.waitForFunction(() => document.querySelector("main input[name=draft]")?.value.includes("boiler"));
  await add();
  const share = (line.sent - before) / PHOTO.length;
  t.diagnostic(`${share.toFixed(2)} times its bytes were sent`);
  assert.ok(share < 1.4, `${share} times its bytes were sent`);
  await upToSending();
  await holdsWhole();
});

test("the worker alone sends the rest of the file and then the complaint, when the browser wakes it", async () => {
  await upToFiles({ serviceWorkers: "allow" });
  await workerReady(page);
  line.breakForGoodAfter(2_000_000);
  await add();
  await upToSending();
  await arrivesAt(page, "Your complaint has not been sent yet");
  const context = page.context();
  await page.goto("about:blank");
  const before = line.sent;
  line.mend();
  await wakeWorker(context, page, line.address);
  for (let tries = 0; tries < 200 && await keptBy(stub) === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(await keptBy(stub), 1);
  assert.ok(readFileSync(join(stub.data, "attachments", DIGEST)).equals(PHOTO));
  assert.ok(line.sent - before < PHOTO.length, "only the rest went");
});

test("what sends files is loaded with the screen that asks for them, and is there without a network", async () => {
  const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /\/assets\/sending\.\w+\.js$/.test(name)).length);
  page = await openPage(browser);
  await page.goto(`${line.address}/homes-plus/`);
  await coreReady(page);
  await page.waitForLoadState("networkidle");
  assert.equal(await loaded(), 0);
  await answerUpToFiles(page);
  await page.waitForLoadState("networkidle");
  assert.equal(await loaded(), 1);
  await stub.stop();
  await add();
  await untilKept(page, ({ files }) => files.length === 1 && !files[0].is_sent, "it waits on the device");
  await stub.start();
});

test("after the first visit a file can be added with no network from the first page on", async () => {
  page = await openPage(browser, { serviceWorkers: "allow" });
  await page.goto(`${line.address}/homes-plus/`);
  await coreReady(page);
  await workerReady(page);
  await stub.stop();
  await answerUpToFiles(page);
  await add();
  await untilKept(page, ({ files }) => files.length === 1 && !files[0].is_sent, "it waits on the device");
  await stub.start();
});

test("without JavaScript a file goes with its form, in one", async () => {
  await upToFiles({ javaScriptEnabled: false });
  await add();
  assert.ok(readdirSync(join(stub.data, "attachments")).includes(DIGEST));
  assert.deepEqual(readdirSync(join(stub.data, "attachments", "partial")), []);
});
