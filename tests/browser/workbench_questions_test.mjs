// A colleague's three questions (docs/reference/workbench.md), each answered in a real browser by mouse, and by real
// keys alone. What is counted is presses, not seconds: a person can do this many in a minute.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { picture } from "../support/browser.mjs";
import { SETTLES_WITHIN_MS, startWorkbenches } from "../support/workbench.mjs";

const MOST_PRESSES = 40;
/** A key that leads nowhere is no answer, however often it is pressed. */
const MOST_STEPS = 12;

const WHY = "10 working days after Tuesday 31 March 2026. Not counted: 4 weekend days, Good Friday (Friday 3 April), "
  + "Easter Monday (Monday 6 April). “Complaints service standards”, promise.2.";
const REASON = "Mae angen adroddiad ar y wal.";
/** Acknowledged on 3 June, so that the ten working days go over 15 June; looked at on the 10th. */
const JUNE = {
  brand: "homes-plus", kind: "complaint", matter: "repairs", relationship: "tenant",
  events: [{ type: "submitted", at: "2026-06-01T09:00:00Z", role: "customer" }, { type: "acknowledged", at: "2026-06-03T10:00:00Z", by: "colleague-1" }],
  workbench: { today: "2026-06-10" },
};
const MOVES = "Stage 1 response: Wed 17 Jun becomes Thu 18 Jun";

let workbenches;
let folder;
let june;

before(async () => {
  workbenches = await startWorkbenches();
  folder = mkdtempSync(join(tmpdir(), "putright-questions-"));
  june = join(folder, "june.json");
  writeFileSync(june, JSON.stringify(JUNE));
});

after(async () => {
  await workbenches?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

/** A workbench as it opens, and its end. */
async function opened(t) {
  const bench = await workbenches.open({ face: "Page" });
  t.after(() => bench.page.context().close());
  return bench;
}

/** Somebody with a mouse: presses are clicks. */
class Mouse {
  presses = 0;

  constructor(bench) { this.bench = bench; }

  async press(...names) {
    for (const name of names) {
      await this.bench.press(name);
      this.presses += 1;
    }
  }
}

/** Somebody with a keyboard: real keys, and for finding the way only what a screen reader is told. */
class Keyboard {
  presses = 0;

  constructor(bench) { this.bench = bench; }

  async key(key, times = 1) {
    for (let time = 0; time < times; time += 1) {
      await this.bench.page.keyboard.press(key);
      await this.bench.settled();
      this.presses += 1;
    }
  }

  standing() {
    return this.bench.page.locator("#standing").textContent();
  }

  /** Presses a key until the keyboard stands on what begins so. */
  async until(key, name) {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      await this.key(key);
      if ((await this.standing()).startsWith(name)) return;
    }
    assert.fail(`${key} does not lead to ${name}, but to ${await this.standing()}`);
  }

  /** From the opened page to the first panel, or one of its tabs. */
  async intoScenario() {
    await this.key("Tab", 2);
    await this.until("ArrowDown", "Screen: previous");
    await this.until("ArrowLeft", "Undo");
  }
}

function within(t, hands) {
  t.diagnostic(`${hands.presses} presses`);
  assert.ok(hands.presses <= MOST_PRESSES, `${hands.presses} presses`);
}

async function readsWhy(bench) {
  await bench.shows(WHY);
  await bench.shows("Monday 6 April: Easter Monday, not counted");
  await bench.shows("Thursday 16 April: By the end of this day");
}

async function readsExtension(bench) {
  const { page } = bench;
  await page.frameLocator("#page").getByText("By Friday 24 April 2026").first().waitFor();
  assert.match(await page.frameLocator("#page").locator("main").innerText(), new RegExp(REASON));
  assert.match(await page.locator("#spoken").textContent(), /Stage 1 response by Friday 24 April 2026\./);
}

async function readsHoliday(bench) {
  await bench.shows(MOVES);
  assert.equal(await bench.page.locator("#mirror").getByText(/becomes/).count(), 1);
  assert.match(await bench.page.locator("#spoken").textContent(), /Stage 1 response by Thursday 18 June 2026\./);
  await bench.shows("Monday 15 June: Invented bank holiday, not counted");
}

/** Gives the file to what asks for one while `work` is done. */
async function withJune(bench, work) {
  const asked = bench.page.waitForEvent("filechooser");
  await work();
  await (await asked).setFiles(june);
  await bench.page.locator("#spoken").filter({ hasText: "The scenario was opened." }).waitFor({ state: "attached", timeout: SETTLES_WITHIN_MS });
  await bench.settled();
}

test("why is this due on that day: by mouse, the sentence, its days and its clause", async (t) => {
  const bench = await opened(t);
  const mouse = new Mouse(bench);
  await mouse.press("Acknowledge, by Thu 2 Apr", "Stage 1 response, by Thu 16 Apr");
  await readsWhy(bench);
  within(t, mouse);
});

test("why is this due on that day: by keyboard, and each day of the strip is read out", async (t) => {
  const bench = await opened(t);
  const keys = new Keyboard(bench);
  await keys.key("Tab", 2);
  await keys.until("Shift+Tab", "Stage 1 response, tab");
  await keys.key("Enter");
  await readsWhy(bench);
  await keys.until("Shift+Tab", "Days, slider, Wednesday 8 April 2026. Stage 1 response: day 4.");
  await keys.key("ArrowLeft", 2);
  assert.equal(await keys.standing(), "Days, slider, Monday 6 April 2026. Easter Monday. Stage 1 response: not counted.");
  await keys.key("ArrowRight", 10);
  assert.equal(await keys.standing(), "Days, slider, Thursday 16 April 2026. Stage 1 response: due by the end of this day.");
  assert.equal(await bench.control("Days").getAttribute("aria-valuetext"), "Thursday 16 April 2026. Stage 1 response: due by the end of this day.");
  within(t, keys);
  await picture(bench.page, "workbench-question-why");
});

test("what will she see if we extend: by mouse, the new date and the reason on her own page, and as drawn", async (t) => {
  const bench = await opened(t);
  const mouse = new Mouse(bench);
  await mouse.press("Events", "Add: Choose what happened", "Extended", "New date: later", "Reason");
  await bench.page.keyboard.press("Control+a");
  await bench.page.keyboard.insertText(REASON);
  await mouse.press("Track");
  await readsExtension(bench);
  within(t, mouse);
  await mouse.press("Drawn");
  await bench.page.locator("#mirror").getByText(/Friday 24 April 2026/).first().waitFor({ state: "attached" });
  await bench.page.locator("#mirror").getByText(new RegExp(REASON)).first().waitFor({ state: "attached" });
});

test("what will she see if we extend: by keyboard", async (t) => {
  const bench = await opened(t);
  const keys = new Keyboard(bench);
  await keys.intoScenario();
  await keys.until("ArrowDown", "Events");
  await keys.key("Enter");
  await keys.until("ArrowDown", "Add: Choose what happened");
  await keys.key("Enter");
  await keys.until("ArrowDown", "Extended");
  await keys.key("Enter");
  await keys.until("ArrowUp", "Reason");
  await keys.key("Enter");
  await keys.key("Control+a");
  await bench.page.keyboard.type(REASON);
  await keys.key("Enter");
  await keys.until("ArrowUp", "New date: earlier");
  await keys.until("ArrowRight", "New date: later");
  await keys.key("Enter");
  await keys.until("ArrowRight", "Track");
  await keys.key("Enter");
  await readsExtension(bench);
  within(t, keys);
  await picture(bench.page, "workbench-question-extend");
});

test("what will she see if we extend: after Escape, Tab goes on into her own page", async (t) => {
  const bench = await opened(t);
  await bench.press("Track");
  await bench.page.keyboard.press("Escape");
  await bench.page.keyboard.press("Tab");
  assert.equal(await bench.page.evaluate(() => document.activeElement.id), "page");
  await bench.page.keyboard.press("F6");
  assert.equal(await bench.page.evaluate(() => document.activeElement.id), "way-out");
});

test("what changes if 15 June becomes a holiday: by mouse, one date moves and by how much", async (t) => {
  const bench = await opened(t);
  const mouse = new Mouse(bench);
  await withJune(bench, () => mouse.press("Open"));
  await mouse.press("What if", "Add a bank holiday", "Bank holiday 1: pick a day", "Monday 15 June 2026");
  await readsHoliday(bench);
  within(t, mouse);
});

test("what changes if 15 June becomes a holiday: by keyboard", async (t) => {
  const bench = await opened(t);
  const keys = new Keyboard(bench);
  await keys.intoScenario();
  await keys.key("ArrowDown");
  await keys.until("ArrowLeft", "Open");
  await withJune(bench, () => keys.key("Enter"));
  await keys.key("ArrowDown");
  await keys.until("ArrowRight", "What if");
  await keys.key("Enter");
  await keys.until("ArrowDown", "Add a bank holiday");
  await keys.key("Enter");
  await keys.until("ArrowUp", "Bank holiday 1: earlier");
  await keys.until("ArrowRight", "Bank holiday 1: pick a day");
  await keys.key("Enter");
  await keys.until("ArrowDown", "Monday 15 June 2026");
  await keys.key("Enter");
  assert.match(await keys.standing(), /^Bank holiday 1: pick a day/);
  await readsHoliday(bench);
  within(t, keys);
  await picture(bench.page, "workbench-question-holiday");
});
