// What hands do to the workbench besides clicks and keys: words of an input method, letters of many parts, a finger.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { picture } from "../support/browser.mjs";
import { startWorkbenches } from "../support/workbench.mjs";

/** A combining circumflex, a letter of one piece, skin tone and hair joined to a face, a flag of two letters. */
const LETTERS = "w\u0302, ŵ, tŷ, 👩🏽‍🦱, 🏴󠁧󠁢󠁷󠁬󠁳󠁿, 🇬🇧";

let workbenches;
before(async () => { workbenches = await startWorkbenches(); });
after(() => workbenches?.stop());

/** A workbench with an extension whose reason is being written. */
async function atReason(t) {
  const bench = await workbenches.open({ face: "Page" });
  t.after(() => bench.page.context().close());
  for (const name of ["Events", "Add: Choose what happened", "Extended", "Reason"]) await bench.press(name);
  await bench.page.keyboard.press("Control+a");
  await bench.page.keyboard.press("Delete");
  await bench.settled();
  return bench;
}

test("words: what an input method composes is shown at the caret and arrives once, when it is settled", async (t) => {
  const bench = await atReason(t);
  const { page } = bench;
  const composing = () => page.evaluate(() => {
    const typing = document.getElementById("typing");
    const { opacity, width } = getComputedStyle(typing);
    return { words: typing.value, opacity, isWide: parseFloat(width) > 50 };
  });
  const session = await page.context().newCDPSession(page);
  for (const words of ["か", "かん", "かんじ"]) {
    await session.send("Input.imeSetComposition", { text: words, selectionStart: words.length, selectionEnd: words.length });
    await bench.settled();
    assert.deepEqual(await composing(), { words, opacity: "1", isWide: true });
    assert.equal(await bench.control("Reason").textContent(), "");
  }
  await picture(page, "workbench-composing");
  await session.send("Input.insertText", { text: "漢字" });
  await bench.settled();
  assert.equal(await bench.control("Reason").textContent(), "漢字");
  assert.deepEqual(await composing(), { words: "", opacity: "0", isWide: false });
  await page.keyboard.type("!");
  await bench.settled();
  assert.equal(await bench.control("Reason").textContent(), "漢字!");
});

test("words: joined emoji, flags and combining letters come through to the saved file as they were", async (t) => {
  const bench = await atReason(t);
  const { page } = bench;
  await page.keyboard.insertText(LETTERS);
  await bench.settled();
  assert.equal(await bench.control("Reason").textContent(), LETTERS);
  const saved = page.waitForEvent("download");
  await bench.press("Save");
  const { events } = JSON.parse(readFileSync(await (await saved).path(), "utf8"));
  assert.equal(events.at(-1).reason, LETTERS);
  assert.deepEqual(bench.said(), []);
});

test("mouse: a pointer that jumps and presses at once presses what lies under others", async (t) => {
  const bench = await workbenches.open({ face: "Page" });
  t.after(() => bench.page.context().close());
  await bench.press("Acknowledge, by Thu 2 Apr");
  await bench.chosen("Acknowledge, by Thu 2 Apr");
});

/** The middle of a control in the window. */
async function middleOf(bench, name) {
  const [left, top, right, bottom] = (await bench.control(name).getAttribute("data-box")).split(" ").map(Number);
  const canvas = await bench.page.locator("#canvas").boundingBox();
  return { x: canvas.x + (left + right) / 2, y: canvas.y + (top + bottom) / 2 };
}

/** A finger goes from one place to another in small steps. */
async function drag(bench, from, to) {
  const STEPS = 12;
  const session = await bench.page.context().newCDPSession(bench.page);
  const touch = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [from]);
  for (let step = 1; step <= STEPS; step += 1) {
    await touch("touchMove", [{ x: from.x + (to.x - from.x) * step / STEPS, y: from.y + (to.y - from.y) * step / STEPS }]);
  }
  await touch("touchEnd", []);
  await bench.settled();
}

test("finger: a tap presses, up and down scrolls the panel and not the page, sideways drags the day", async (t) => {
  const low = { width: 1240, height: 560 };
  const bench = await workbenches.open({ face: "Page", viewport: low, screen: low, hasTouch: true });
  const { page } = bench;
  t.after(() => page.context().close());
  const brand = await middleOf(bench, "Care Plus");
  await page.touchscreen.tap(brand.x, brand.y);
  await bench.chosen("Care Plus");
  const slider = await middleOf(bench, "Today slider");
  const day = () => bench.control("Today slider").evaluate((element) => Number(element.value));
  const before = await day();
  // The knob stands at 13 of 120 days.
  await drag(bench, { x: slider.x - 160, y: slider.y }, { x: slider.x, y: slider.y });
  assert.ok(Math.abs(await day() - 60) <= 2, `${before} became ${await day()}`);
  const there = await middleOf(bench, "Today slider");
  const chosen = await day();
  await drag(bench, { x: there.x, y: there.y + 250 }, { x: there.x, y: there.y + 50 });
  const moved = await bench.control("Next deadline").getAttribute("data-box");
  const [, , , bottom] = moved === "" ? [0, 0, 0, 0] : moved.split(" ").map(Number);
  assert.ok(bottom < there.y - 50, `the panel did not scroll: ${moved}`);
  assert.equal(await page.evaluate(() => scrollY + document.scrollingElement.scrollTop), 0);
  assert.equal(await day(), chosen, "scrolling changed the day");
});
