// The workbench around its canvas: the customer's real page in its frame, files, the other views, its size.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { assertAccessible, picture } from "../support/browser.mjs";
import { assets, root } from "../support/places.mjs";
import { startWorkbenches } from "../support/workbench.mjs";

/** QUALITY.md: module, script and fonts (they are in the module), compressed. */
const MOST_BROTLI_BYTES = 220 * 1024;

let workbenches;
let folder;

before(async () => {
  workbenches = await startWorkbenches();
  folder = mkdtempSync(join(tmpdir(), "putright-workbench-"));
});

after(async () => {
  await workbenches?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

async function openedFile(bench, button, text) {
  const path = join(folder, "opened.json");
  writeFileSync(path, text);
  const chosen = bench.page.waitForEvent("filechooser");
  await bench.press(button);
  await (await chosen).setFiles(path);
}

test("workbench: the customer's real page stands in a frame without scripts, and is filled in and gone on with", async () => {
  const bench = await workbenches.open({ face: "Page" });
  const { page } = bench;
  const frame = page.frameLocator("#page");
  assert.equal(await page.locator("#page").getAttribute("sandbox"), "allow-same-origin");
  assert.equal(await frame.locator("script").count(), 0);
  await frame.getByLabel("For myself").check();
  await frame.getByRole("button", { name: "Continue" }).click();
  await frame.getByRole("heading", { level: 1, name: "What is your complaint about?" }).waitFor();
  await frame.getByRole("button", { name: "Continue" }).click();
  await frame.getByLabel("Tell us in your own words").fill("");
  await frame.getByRole("button", { name: "Continue" }).click();
  await frame.getByRole("alert").getByRole("link", { name: "Write what you want to tell us" }).click();
  assert.equal(await frame.locator(":focus").getAttribute("name"), "what_happened");
  await page.keyboard.type("Ers mis Ionawr, tŷ gwlyb £40 漢字 😀");
  await frame.getByRole("button", { name: "Continue" }).click();
  await frame.getByRole("heading", { level: 1, name: "When did it happen" }).waitFor();
  await picture(page, "workbench-page");
  await page.keyboard.press("F6");
  assert.equal(await page.evaluate(() => document.activeElement.id), "way-out");
  assert.equal(new URL(page.url()).pathname, "/workbench/");
  assert.deepEqual(bench.said(), []);
  await page.context().close();
});

test("workbench: the real page believes to be as wide as the device that is chosen", async () => {
  const bench = await workbenches.open({ face: "Page" });
  for (const [name, width] of [["Phone", 390], ["Tablet", 768], ["Desktop", 1280]]) {
    await bench.press(name);
    assert.equal(await bench.page.evaluate(() => document.getElementById("page").contentWindow.innerWidth), width);
  }
  await bench.press("Compare");
  assert.equal(await bench.page.locator("#page").isHidden(), true);
  await bench.page.context().close();
});

test("workbench: larger text is larger on the real page too, which keeps its device's width", async () => {
  const bench = await workbenches.open({ face: "Page" });
  const headingBySize = (atLeast) => bench.page.waitForFunction((atLeast) => {
    const { contentWindow, contentDocument } = document.getElementById("page");
    const heading = contentDocument.querySelector("h1");
    const size = heading ? parseFloat(contentWindow.getComputedStyle(heading).fontSize) : 0;
    return contentWindow.innerWidth === 390 && size >= atLeast && size;
  }, atLeast).then((size) => size.jsonValue());
  await bench.press("Phone");
  const usual = await headingBySize(1);
  await bench.press("150%");
  // There is room for one column now.
  await bench.press("View");
  assert.equal(await headingBySize(usual + 1), usual * 1.5);
  await bench.page.context().close();
});

test("workbench: the deadlines are saved as a picture in pixels", async () => {
  const bench = await workbenches.open();
  const saved = bench.page.waitForEvent("download");
  await bench.press("Save PNG");
  const download = await saved;
  assert.equal(download.suggestedFilename(), "deadlines.png");
  const bytes = readFileSync(await download.path());
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  // The header: twice the drawing's own size.
  assert.equal(bytes.readUInt32BE(16), 1920);
  const colours = await bench.page.evaluate(async (base64) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
    const sheet = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    sheet.drawImage(picture, 0, 0);
    const { data } = sheet.getImageData(0, 0, picture.width, picture.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, bytes.toString("base64"));
  assert.ok(colours > 20, "an empty picture");
  assert.deepEqual(bench.said(), []);
  await bench.page.context().close();
});

test("workbench: what is changed in the scenario changes the real page, and its words are the drawn ones", async () => {
  const bench = await workbenches.open({ face: "Page" });
  await bench.press("Track");
  const frame = bench.page.frameLocator("#page");
  await frame.getByText("By Thursday 16 April 2026").first().waitFor();
  await bench.press("Care Plus");
  await frame.getByRole("heading", { level: 1, name: /^Your complaint CP-/ }).waitFor();
  assert.equal(await frame.locator("body").getAttribute("data-brand"), "care-plus");
  await bench.page.context().close();
});

test("workbench: a scenario is saved as a file, opened again, and pasted", async () => {
  const bench = await workbenches.open();
  const { page } = bench;
  await bench.press("Care Plus");
  const saved = page.waitForEvent("download");
  await bench.press("Save");
  const download = await saved;
  assert.equal(download.suggestedFilename(), "scenario.json");
  const text = readFileSync(await download.path(), "utf8");
  assert.equal(JSON.parse(text).brand, "care-plus");
  await bench.press("New");
  assert.equal(await bench.control("Care Plus").getAttribute("aria-checked"), "false");
  await openedFile(bench, "Open", text);
  await bench.chosen("Care Plus");
  await bench.press("New");
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", words);
    document.getElementById("typing").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await bench.chosen("Care Plus");
  assert.deepEqual(bench.said(), []);
  await page.context().close();
});

test("workbench: a draft of the editions that is wrong is refused at its line and column", async () => {
  const bench = await workbenches.open();
  await bench.press("Policy book");
  const editions = readFileSync(join(root, "public", "policy", "editions.json"), "utf8");
  await openedFile(bench, "Open draft editions", editions.replace('"receipt": "strict"', '"receipt": "sometimes"'));
  await bench.shows("Not loaded: editions.json, line 10, column 18: expected one of strict, rolled.");
  await openedFile(bench, "Open draft editions", editions.replace('"count": 10', '"count": 11'));
  await bench.shows("A draft is shown everywhere here. It is not published.");
  await bench.page.context().close();
});

test("workbench: every view is drawn, named and free of faults that axe finds", async () => {
  const bench = await workbenches.open();
  for (const [view, words] of [["Compare", "What differs"], ["Many screens", "Open: What happened?"], ["Policy book", "Complaints service standards, v2 Mar24"]]) {
    await bench.press(view);
    await bench.shows(words);
    await assertAccessible(bench.page, `the workbench's view ${view}`);
    await picture(bench.page, `workbench-${view.toLowerCase().replace(" ", "-")}`);
  }
  assert.deepEqual(bench.said(), []);
  await bench.page.context().close();
});

test("workbench: module, script and fonts stay within their budget", () => {
  const sizes = ["workbench.wasm", "workbench.js"].map((name) => brotliCompressSync(readFileSync(assets.file(name))).length);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(whole <= MOST_BROTLI_BYTES, `${whole} bytes: over ${MOST_BROTLI_BYTES}`);
});
