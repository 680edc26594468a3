// The colleagues' workbench in a real browser: it draws, it answers, it sleeps, nobody is trapped in it.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { assertAccessible, launch, picture } from "../support/browser.mjs";
import { SETTLES_WITHIN_MS, startWorkbenches } from "../support/workbench.mjs";

const IDLE_MS = 1_500;

let workbenches;

before(async () => {
  workbenches = await startWorkbenches();
});

after(() => workbenches?.stop());

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
  const bench = await workbenches.open();
  const { page } = bench;
  const { colours } = await coloursOf(page);
  assert.ok(Object.keys(colours).length > 200, "a blank canvas");
  assert.ok((colours["5b2a86"] ?? 0) > 10_000, "the brand's bar is not there");
  await bench.shows("Who are you doing this for?");
  await picture(page, "workbench-form");
  assert.deepEqual(bench.said(), []);
  await page.context().close();
});

test("workbench: another brand and another day change the picture and what is read out", async () => {
  const bench = await workbenches.open();
  const { page } = bench;
  const first = await coloursOf(page);
  await bench.press("Care Plus");
  const second = await coloursOf(page);
  assert.equal(second.colours["5b2a86"] > 10_000, false, "the first brand's colour is still there");
  assert.ok(second.colours["00707a"] > 10_000, "the second brand's colour is not there");
  await bench.press("Track");
  await page.locator("#mirror").getByText(/^Your complaint CP-/).first().waitFor({ state: "attached", timeout: SETTLES_WITHIN_MS });
  await picture(page, "workbench-track");
  const spoken = await page.locator("#spoken").textContent();
  await bench.press("Events");
  await bench.press("Submitted, Thu 26 Mar, 9:00");
  await bench.press("Day: later");
  await page.mouse.move(2, 2);
  await bench.settled();
  const third = await coloursOf(page);
  assert.notDeepEqual(first.png, second.png);
  assert.notDeepEqual(second.png, third.png);
  assert.notEqual(await page.locator("#spoken").textContent(), spoken);
  assert.deepEqual(bench.said(), []);
  await page.context().close();
});

test("workbench: without a cause it draws no frame, even while a field is typed in", async () => {
  const bench = await workbenches.open();
  const { page } = bench;
  for (let screen = 0; screen < 3; screen += 1) await bench.press("Screen: next");
  await bench.press("Tell us in your own words");
  const earlier = await bench.frames();
  let asked = 0;
  await page.exposeFunction("countFrame", () => { asked += 1; });
  await page.evaluate(() => {
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = (work) => { window.countFrame(); return original(work); };
  });
  await page.waitForTimeout(IDLE_MS);
  assert.equal(asked, 0);
  assert.equal(await bench.frames(), earlier);
  await page.context().close();
});

test("workbench: typed, inserted and pasted words arrive; the journey goes on", async () => {
  const tall = { width: 1240, height: 1500 };
  const bench = await workbenches.open({ viewport: tall, screen: tall });
  const { page } = bench;
  for (let screen = 0; screen < 4; screen += 1) await bench.press("Screen: next");
  await bench.press("When did it happen? (optional)");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Ers mis Ionawr, tŷ gwlyb £40 漢字 😀");
  await bench.settled();
  await page.keyboard.type("!");
  await bench.settled();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", " a phob gaeaf");
    document.getElementById("typing").dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await bench.settled();
  for (let screen = 0; screen < 5; screen += 1) await bench.press("Continue");
  await bench.shows("Ers mis Ionawr, tŷ gwlyb £40 漢字 😀! a phob gaeaf");
  assert.deepEqual(bench.said(), []);
  await page.context().close();
});

test("workbench: the keyboard gets in, works, and gets out by F6 and by Escape then Tab", async () => {
  const bench = await workbenches.open();
  const { page } = bench;
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "typing");
  for (let times = 0; times < 3; times += 1) {
    await page.keyboard.press("Tab");
    await bench.settled();
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "typing", "Tab belongs to the canvas");
  const before = (await coloursOf(page)).colours;
  await page.keyboard.press(" ");
  await bench.settled();
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
  const bench = await workbenches.open();
  const { page } = bench;
  for (const name of ["Homes Plus", "Complaint", "Events", "Today: later", "Today's line", "Continue"]) {
    await bench.control(name).waitFor({ state: "attached" });
  }
  assert.equal(await bench.control("Homes Plus").getAttribute("aria-checked"), "true");
  await bench.control("Property Plus").dispatchEvent("click");
  await bench.chosen("Property Plus");
  await assertAccessible(page, "the workbench");
  await page.context().close();
});

test("workbench: the accessibility tree has each control with its role, name, state and value, and each can be used", async () => {
  const bench = await workbenches.open();
  const { page } = bench;
  const copy = page.locator("#mirror");
  const views = copy.getByRole("tablist", { name: "Views" });
  assert.deepEqual(await views.getByRole("tab").allInnerTexts(), ["Screen", "Compare", "Many screens", "Policy book", "Live"]);
  await views.getByRole("tab", { name: "Screen", selected: true }).waitFor({ state: "attached" });
  await copy.getByRole("radiogroup", { name: "Brand" }).getByRole("radio", { name: "Homes Plus", checked: true }).waitFor({ state: "attached" });
  await copy.getByRole("checkbox", { name: "Show problems", checked: false }).dispatchEvent("click");
  await copy.getByRole("checkbox", { name: "Show problems", checked: true }).waitFor({ state: "attached" });
  await copy.getByRole("button", { name: "About: Repairs", expanded: false }).waitFor({ state: "attached" });
  const slider = copy.getByRole("slider", { name: "Today slider" });
  assert.deepEqual(await slider.evaluate((element) => [element.min, element.max, element.value, element.getAttribute("aria-valuetext")]), ["0", "120", "13", "Wednesday 8 April 2026"]);
  await slider.evaluate((element) => {
    element.value = "14";
    element.dispatchEvent(new Event("input"));
  });
  await bench.shows("Thursday 9 April 2026");
  assert.equal(await slider.getAttribute("aria-valuetext"), "Thursday 9 April 2026");
  await copy.getByRole("checkbox", { name: "Show problems" }).dispatchEvent("click");
  for (let screen = 0; screen < 3; screen += 1) await bench.press("Screen: next");
  const field = copy.getByRole("textbox", { name: "Tell us in your own words" });
  assert.match(await field.textContent(), /^The boiler/);
  await field.dispatchEvent("click");
  assert.equal(await page.evaluate(() => `${document.activeElement.id}: ${document.activeElement.getAttribute("aria-label")}`), "typing: Tell us in your own words");
  await page.keyboard.insertText("Typed by dictation.");
  await bench.settled();
  assert.match(await field.textContent(), /Typed by dictation\./);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const roles = new Set(nodes.map(({ role }) => role?.value));
  for (const role of ["tab", "tablist", "radio", "radiogroup", "checkbox", "slider", "textbox", "button", "heading"]) assert.ok(roles.has(role), role);
  const day = nodes.find(({ role, name }) => role?.value === "slider" && name?.value === "Today slider");
  const property = (name) => day.properties.find((one) => one.name === name)?.value.value;
  assert.deepEqual([day.value.value, property("valuemin"), property("valuemax")], [14, 0, 120]);
  await page.context().close();
});

test("workbench: a lost graphics context comes back with the same picture", async () => {
  const bench = await workbenches.open();
  const { page } = bench;
  const before = await coloursOf(page);
  const earlier = await bench.frames();
  await page.evaluate(async () => {
    const lose = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
    lose.loseContext();
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    lose.restoreContext();
  });
  await page.waitForFunction((was) => Number(document.getElementById("canvas").dataset.frames) > was, earlier, { timeout: SETTLES_WITHIN_MS });
  await bench.settled();
  assert.deepEqual((await coloursOf(page)).colours, before.colours);
  await page.context().close();
});

test("workbench: on a narrow screen and at twice the pixels it is sharp and nothing is cut off", async () => {
  const bench = await workbenches.open({ face: "Page", viewport: { width: 420, height: 900 }, screen: { width: 420, height: 900 }, deviceScaleFactor: 2 });
  const { page } = bench;
  assert.deepEqual(await page.evaluate(() => [document.getElementById("canvas").width, innerWidth, document.documentElement.scrollWidth]), [840, 420, 420]);
  await bench.press("Deadlines");
  await bench.shows("Why this date");
  await picture(page, "workbench-narrow");
  await page.context().close();
});

test("workbench: without WebGL2 the page says so and points to the same screens", async () => {
  const plain = await launch("--disable-3d-apis");
  const page = await plain.newPage();
  await page.goto(`${workbenches.address}/workbench/`);
  await page.getByRole("alert").filter({ hasText: "WebGL2" }).waitFor();
  await page.getByRole("link", { name: "go to the portal" }).waitFor();
  await plain.close();
});
