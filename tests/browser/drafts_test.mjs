// What is typed is kept on the device: through a killed browser, in two tabs at once, until a person clears it.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { coreReady, launch, launchPersistent, openPage } from "../support/browser.mjs";
import { keptOnDevice, pressForm, untilKept } from "../support/device.mjs";
import { startStub } from "../support/stub.mjs";
import {
  addNoFiles, answerAbout, answerAdjustments, answerDetails, answerPutRight, answerUpToCheck, answerWhenAndWho,
  answerWhoFor, arrivesAt, checkedAnswer, keptBy, main, plainAnswers, press, readReceipt, send,
} from "../support/journey.mjs";

let stub, browser;
before(async () => { stub = await startStub(); browser = await launch(); });
after(async () => { await browser?.close(); await stub?.remove(); });

async function openHome(context) {
  const page = await (context ? context.newPage() : openPage(browser));
  await page.goto(`${stub.address}/homes-plus/`);
  await coreReady(page);
  return page;
}

async function typeWhatHappened(page, words, answers = plainAnswers) {
  await main(page).getByRole("link", { name: "Make a complaint" }).click();
  await answerWhoFor(page, answers);
  await answerAbout(page, answers);
  await arrivesAt(page, "What happened?");
  await page.locator("#what_happened").fill(words);
  return untilKept(page, ({ drafts }) => drafts.some((draft) => JSON.stringify(draft.typed).includes(words)), words);
}

/** Every process of a browser by its profile's folder, ended without a chance to say goodbye. */
function killBrowser(profile) {
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${id}/cmdline`, "utf8").includes(profile)) process.kill(Number(id), "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }
}

test("half a sentence survives a browser that is killed, and comes back when the draft is continued", async () => {
  const profile = mkdtempSync(join(tmpdir(), "putright-profile-"));
  try {
    const killed = await launchPersistent(profile);
    await typeWhatHappened(await openHome(killed), "Half a sen");
    killBrowser(profile);
    await killed.close().catch(() => undefined);
    const again = await launchPersistent(profile);
    const page = await openHome(again);
    const { drafts } = await keptOnDevice(page);
    assert.deepEqual(drafts.map(({ path }) => path), ["/homes-plus/complaint/what-happened"]);
    await pressForm(page, drafts[0].path, { draft: drafts[0].draft, go: "resume" });
    await arrivesAt(page, "What happened?");
    await page.waitForFunction(() => document.querySelector("#what_happened").value === "Half a sen");
    await press(page, "Continue");
    await arrivesAt(page, "When did it happen");
    await press(page, "Back");
    await arrivesAt(page, "What happened?");
    await press(page, "Back");
    await arrivesAt(page, "about?");
    assert.ok(await page.locator('input[value="repairs"]').isChecked());
    await again.close();
  } finally {
    killBrowser(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test("a first screen without an id is kept, continued and moved to its id", async () => {
  const page = await openHome();
  await page.goto(`${stub.address}/homes-plus/complaint/who-for`);
  await coreReady(page);
  await page.locator('input[name="who_for"][value="self"]').check();
  const { drafts: [first] } = await untilKept(page, ({ drafts }) => drafts.length === 1, "the first screen");
  assert.match(first.key, /^new:homes-plus\/complaint/);
  const tab = await openHome(page.context());
  await pressForm(tab, first.path, { draft: first.draft, go: "resume" });
  await arrivesAt(tab, "Who are you doing this for?");
  await tab.waitForFunction(() => document.querySelector('input[value="self"]').checked);
  const { drafts } = await untilKept(tab, (kept) => kept.drafts.every(({ key }) => !key.startsWith("new:")), "moved");
  assert.equal(drafts.length, 1);
  await page.context().close();
});

test("nothing is kept of a screen that nobody has touched, and an emptied first screen is forgotten", async () => {
  const page = await openHome();
  await page.goto(`${stub.address}/homes-plus/comment/what-happened`);
  await coreReady(page);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  assert.deepEqual((await keptOnDevice(page)).drafts, []);
  await page.locator("#what_happened").fill("x");
  await untilKept(page, ({ drafts }) => drafts.length === 1, "typed");
  await page.locator("#what_happened").fill("");
  await untilKept(page, ({ drafts }) => drafts.length === 0, "emptied");
  await page.context().close();
});

test("two tabs fill two complaints, and each keeps its own words", async () => {
  const page = await openHome();
  const other = await openHome(page.context());
  await typeWhatHappened(page, "The boiler");
  await typeWhatHappened(other, "The lift", { matter: "estate_and_communal" });
  const { drafts } = await keptOnDevice(page);
  assert.deepEqual(drafts.map(({ typed }) => typed.fields.find(([name]) => name === "what_happened")[1]).sort(),
    ["The boiler", "The lift"]);
  await press(page, "Continue");
  await answerWhenAndWho(page, plainAnswers);
  await answerPutRight(page, plainAnswers);
  await addNoFiles(page);
  await answerDetails(page, plainAnswers);
  await answerAdjustments(page, plainAnswers);
  await arrivesAt(page, "Check your complaint");
  assert.equal(await checkedAnswer(page, "What happened?"), "The boiler");
  await send(page);
  await readReceipt(page);
  const left = await untilKept(page, (kept) => kept.drafts.length === 1, "the other's draft alone");
  assert.match(JSON.stringify(left), /The lift/);
  assert.doesNotMatch(JSON.stringify(left), /The boiler/);
  await page.context().close();
});

test("one press clears: no answer is left on the device, and back brings none", async () => {
  const page = await openHome();
  await answerUpToCheck(page);
  await untilKept(page, ({ drafts }) => JSON.stringify(drafts).includes("boiler"), "kept");
  await pressForm(page, "/device/clear", { brand: "homes-plus", kind: "" });
  await arrivesAt(page, "Complaints, comments and compliments");
  const kept = await keptOnDevice(page);
  assert.deepEqual([kept.drafts, kept.outbox], [[], []]);
  assert.doesNotMatch(JSON.stringify(kept), /boiler|Alex|example\.org/);
  for (let step = 0; step < 3; step += 1) {
    await page.goBack();
    await page.waitForFunction(() => location.pathname !== "/homes-plus/");
    assert.doesNotMatch(await page.content(), /boiler|Alex|example\.org/);
    assert.doesNotMatch(await page.evaluate(() => JSON.stringify(history.state)), /boiler|Alex|example\.org/);
  }
  assert.deepEqual((await keptOnDevice(page)).drafts, []);
  await page.context().close();
});

test("typed words that wait to be kept are not kept after clearing", async () => {
  const page = await openHome();
  await typeWhatHappened(page, "The boiler");
  await page.locator("#what_happened").fill("The boiler and the lift");
  await pressForm(page, "/device/clear", { brand: "", kind: "" });
  await page.waitForFunction(() => location.pathname === "/");
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.doesNotMatch(JSON.stringify(await keptOnDevice(page)), /boiler/);
  await page.context().close();
});

describe("with storage refused", () => {
  for (const [how, refuse] of [
    ["at once", () => { IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); }; }],
    ["for want of room", () => { IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }; }],
    ["and session storage too", () => {
      IDBFactory.prototype.open = () => { throw new DOMException("refused", "SecurityError"); };
      Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
    }],
  ]) {
    test(`${how}: a complaint is made and sent all the same`, async () => {
      const page = await openPage(browser);
      await page.addInitScript(refuse);
      await page.goto(`${stub.address}/homes-plus/`);
      await coreReady(page);
      const before = await keptBy(stub);
      await answerUpToCheck(page);
      await send(page);
      await readReceipt(page);
      assert.equal(await keptBy(stub), before + 1);
      await page.context().close();
    });
  }
});
