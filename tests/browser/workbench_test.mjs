// The colleagues' workbench in a real browser: it draws, it answers, it sleeps, nobody is trapped in it.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { assertAccessible, complaintsOf, launch, picture } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";

const WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
/** Software drawing on a busy machine is slow; a test that hangs still ends. */
const SETTLES_WITHIN_MS = 20_000;
const IDLE_MS = 1_500;
const VIEWPORT = { width: 1440, height: 932 };

let stub;
let browser;

before(async () => {
  stub = await startStub();
  browser = await launch(...WEBGL);
});

after(async () => {
  await browser?.close();
  await stub?.remove();
});

async function openWorkbench(options = {}) {
  const context = await browser.newContext({ viewport: VIEWPORT, screen: VIEWPORT, ...options });
  const page = await context.newPage();
  const console = complaintsOf(page);
  // Software drawing remarks on the pictures that the test itself takes.
  const said = () => console.filter((words) => !words.includes("GPU stall due to ReadPixels"));
  await page.goto(`${stub.address}/workbench/`);
  await page.waitForSelector("html[data-workbench=ready]", { timeout: SETTLES_WITHIN_MS });
  await settled(page);
  return { page, said };
}

const frames = (page) => page.evaluate(() => Number(document.getElementById("canvas").dataset.frames ?? 0));

/** Waits until nothing more will be drawn of what was done so far. */
async function settled(page) {
  await page.waitForFunction(() => document.getElementById("canvas").dataset.state === "at rest", undefined,
    { polling: 50, timeout: SETTLES_WITHIN_MS });
}

const exactly = (words) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
/** The canvas's control with this name, as assistive technology finds it. */
const control = (page, name) => page.locator("#mirror button").filter({ hasText: exactly(name) }).first();
const shows = (page, words) => page.locator("#mirror").getByText(words, { exact: true }).first().waitFor({ state: "attached", timeout: SETTLES_WITHIN_MS });

/** Clicks in the middle of a control, on the canvas itself. */
async function press(page, name) {
  const box = (await control(page, name).getAttribute("data-box")) ?? "";
  assert.notEqual(box, "", `${name} is out of sight`);
  const [left, top, right, bottom] = box.split(" ").map(Number);
  const canvas = await page.locator("#canvas").boundingBox();
  await page.mouse.click(canvas.x + (left + right) / 2, canvas.y + (top + bottom) / 2);
  await settled(page);
}

/** The picture's colours, decoded by the browser: how many there are, and which. */
async function coloursOf(page) {
  const png = await page.locator("#canvas").screenshot();
  const colours = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const sheet = new OffscreenCanvas(image.width, image.height).getContext("2d");
    sheet.drawImage(image, 0, 0);
    const { data } = sheet.getImageData(0, 0, image.width, image.height);
    const counts = {};
    for (let at = 0; at < data.length; at += 4) {
      const colour = [data[at], data[at + 1], data[at + 2]].map((part) => part.toString(16).padStart(2, "0")).join("");
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return counts;
  }, png.toString("base64"));
  return { png, colours };
}

test("workbench: it draws the scenario, the customer's screen and the deadlines, in the brand's colour", async () => {
  const { page, said } = await openWorkbench();
  const { colours } = await coloursOf(page);
  assert.ok(Object.keys(colours).length > 200, "a blank canvas");
  assert.ok((colours["5b2a86"] ?? 0) > 10_000, "the brand's bar is not there");
  await shows(page, "Who are you doing this for?");
  await picture(page, "workbench-form");
  assert.deepEqual(said(), []);
  await page.context().close();
});

test("workbench: another brand and another day change the picture and what is read out", async () => {
  const { page, said } = await openWorkbench();
  const first = await coloursOf(page);
  await press(page, "Care Plus");
  const second = await coloursOf(page);
  assert.equal(second.colours["5b2a86"] > 10_000, false, "the first brand's colour is still there");
  assert.ok(second.colours["00707a"] > 10_000, "the second brand's colour is not there");
  await press(page, "Track");
  await page.locator("#mirror").getByText(/^Your complaint CP-/).first().waitFor({ state: "attached", timeout: SETTLES_WITHIN_MS });
  await picture(page, "workbench-track");
  const spoken = await page.locator("#spoken").textContent();
  await press(page, "Events");
  await press(page, "Submitted, Thu 26 Mar, 9:00");
  await press(page, "Day: later");
  await page.mouse.move(2, 2);
  await settled(page);
  const third = await coloursOf(page);
  assert.notDeepEqual(first.png, second.png);
  assert.notDeepEqual(second.png, third.png);
  assert.notEqual(await page.locator("#spoken").textContent(), spoken);
  assert.deepEqual(said(), []);
  await page.context().close();
});

test("workbench: without a cause it draws no frame, even while a field is typed in", async () => {
  const { page } = await openWorkbench();
  for (let screen = 0; screen < 3; screen += 1) await press(page, "Screen: next");
  await press(page, "Tell us in your own words");
  const earlier = await frames(page);
  let asked = 0;
  await page.exposeFunction("countFrame", () => { asked += 1; });
  await page.evaluate(() => {
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = (work) => { window.countFrame(); return original(work); };
  });
  await page.waitForTimeout(IDLE_MS);
  assert.equal(asked, 0);
  assert.equal(await frames(page), earlier);
  await page.context().close();
});

test("workbench: typed, inserted and pasted words arrive; the journey goes on", async () => {
  const tall = { width: 1440, height: 1700 };
  const { page, said } = await openWorkbench({ viewport: tall, screen: tall });
  for (let screen = 0; screen < 4; screen += 1) await press(page, "Screen: next");
  await press(page, "When did it happen? (optional)");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Ers mis Ionawr, tŷ gwlyb £40 漢字 😀");
  await settled(page);
  await page.keyboard.type("!");
  await settled(page);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", " a phob gaeaf");
    document.getElementById("typing").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await settled(page);
  for (let screen = 0; screen < 5; screen += 1) await press(page, "Continue");
  await shows(page, "Ers mis Ionawr, tŷ gwlyb £40 漢字 😀! a phob gaeaf");
  assert.deepEqual(said(), []);
  await page.context().close();
});

test("workbench: the keyboard gets in, works, and gets out by F6 and by Escape then Tab", async () => {
  const { page } = await openWorkbench();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "typing");
  for (let times = 0; times < 2; times += 1) {
    await page.keyboard.press("Tab");
    await settled(page);
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "typing", "Tab belongs to the canvas");
  const before = (await coloursOf(page)).colours;
  await page.keyboard.press(" ");
  await settled(page);
  assert.notDeepEqual((await coloursOf(page)).colours, before, "Space pressed nothing");
  await page.keyboard.press("F6");
  assert.equal(await page.evaluate(() => document.activeElement.id), "way-out");
  await page.locator("#typing").focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "way-out");
  await page.context().close();
});

test("workbench: assistive technology finds every control by name and can press it", async () => {
  const { page } = await openWorkbench();
  for (const name of ["Homes Plus", "Complaint", "Events", "Today: later", "Today's line", "Continue"]) {
    await control(page, name).waitFor({ state: "attached" });
  }
  assert.equal(await control(page, "Homes Plus").getAttribute("aria-pressed"), "true");
  await control(page, "Property Plus").dispatchEvent("click");
  await page.locator("#mirror button[aria-pressed=true]").filter({ hasText: /^Property Plus$/ }).waitFor({ state: "attached" });
  await assertAccessible(page, "the workbench");
  await page.context().close();
});

test("workbench: a lost graphics context comes back with the same picture", async () => {
  const { page } = await openWorkbench();
  const before = await coloursOf(page);
  const earlier = await frames(page);
  await page.evaluate(async () => {
    const lose = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
    lose.loseContext();
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    lose.restoreContext();
  });
  await page.waitForFunction((was) => Number(document.getElementById("canvas").dataset.frames) > was, earlier, { timeout: SETTLES_WITHIN_MS });
  await settled(page);
  assert.deepEqual((await coloursOf(page)).colours, before.colours);
  await page.context().close();
});

test("workbench: on a narrow screen and at twice the pixels it is sharp and nothing is cut off", async () => {
  const { page } = await openWorkbench({ viewport: { width: 420, height: 900 }, screen: { width: 420, height: 900 }, deviceScaleFactor: 2 });
  assert.deepEqual(await page.evaluate(() => [document.getElementById("canvas").width, innerWidth, document.documentElement.scrollWidth]), [840, 420, 420]);
  await press(page, "Deadlines");
  await shows(page, "Why this date");
  await picture(page, "workbench-narrow");
  await page.context().close();
});

test("workbench: without WebGL2 the page says so and points to the same screens", async () => {
  const plain = await launch("--disable-3d-apis");
  const page = await plain.newPage();
  await page.goto(`${stub.address}/workbench/`);
  await page.getByRole("alert").filter({ hasText: "WebGL2" }).waitFor();
  await page.getByRole("link", { name: "go to the portal" }).waitFor();
  await plain.close();
});
