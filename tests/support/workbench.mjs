// The workbench in a real browser, driven by the names of what is on its canvas.
import assert from "node:assert/strict";
import { complaintsOf, launch } from "./browser.mjs";
import { startStub } from "./stub.mjs";

const WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
/** Software drawing on a busy machine is slow; a test that hangs still ends. */
export const SETTLES_WITHIN_MS = 60_000;
const VIEWPORT = { width: 1440, height: 932 };

const exactly = (words) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);

class WorkbenchPage {
  constructor(page) {
    this.page = page;
    this.console = complaintsOf(page);
  }

  /** What the browser complained of; software drawing remarks on the pictures that the test itself takes. */
  said() {
    return this.console.filter((words) => !words.includes("GPU stall due to ReadPixels"));
  }

  /** Waits until nothing more will be drawn of what was done so far. */
  settled() {
    return this.page.waitForFunction(() => document.getElementById("canvas").dataset.state === "at rest", undefined,
      { polling: 50, timeout: SETTLES_WITHIN_MS });
  }

  /** The canvas's control with this name, as assistive technology finds it. */
  control(name) {
    return this.page.locator("#mirror button").filter({ hasText: exactly(name) }).first();
  }

  shows(words) {
    return this.page.locator("#mirror").getByText(words, { exact: true }).first().waitFor({ state: "attached", timeout: SETTLES_WITHIN_MS });
  }

  /** Waits until the choice with this name is the chosen one. */
  chosen(name) {
    return this.page.locator("#mirror button[aria-pressed=true]").filter({ hasText: exactly(name) }).first()
      .waitFor({ state: "attached", timeout: SETTLES_WITHIN_MS });
  }

  /** Clicks in the middle of a control, on the canvas itself. */
  async press(name) {
    const box = (await this.control(name).getAttribute("data-box")) ?? "";
    assert.notEqual(box, "", `${name} is out of sight`);
    const [left, top, right, bottom] = box.split(" ").map(Number);
    const canvas = await this.page.locator("#canvas").boundingBox();
    await this.page.mouse.click(canvas.x + (left + right) / 2, canvas.y + (top + bottom) / 2);
    await this.settled();
  }

  frames() {
    return this.page.evaluate(() => Number(document.getElementById("canvas").dataset.frames ?? 0));
  }
}

/** A stub and a browser for several workbenches. */
export async function startWorkbenches() {
  const stub = await startStub();
  const browser = await launch(...WEBGL);
  return {
    address: stub.address,
    /** The customer's screen is drawn on the canvas unless the real page is asked for. */
    async open({ face = "Drawn", ...options } = {}) {
      const context = await browser.newContext({ viewport: VIEWPORT, screen: VIEWPORT, ...options });
      const bench = new WorkbenchPage(await context.newPage());
      await bench.page.goto(`${stub.address}/workbench/`);
      await bench.page.waitForSelector("html[data-workbench=ready]", { timeout: SETTLES_WITHIN_MS });
      await bench.settled();
      if (face !== "Page") {
        await bench.control(face).dispatchEvent("click");
        await bench.settled();
      }
      return bench;
    },
    async stop() {
      await browser.close();
      await stub.remove();
    },
  };
}
