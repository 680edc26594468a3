// The browser's picture against the native one: the same frame, drawn by WebGL2 in the browser and by our own
// rasteriser natively. Each draws edges and letters with its own arithmetic, so the likeness has a tolerance.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built, root } from "../support/places.mjs";
import { startWorkbenches } from "../support/workbench.mjs";

/** As imgui_pictures_test.cpp draws it. */
const SIZE = { width: 1280, height: 800 };
const FOOTER_HEIGHT = 100;
const WINDOW = { width: SIZE.width, height: SIZE.height + FOOTER_HEIGHT };
/** Of 255, over all channels (seen: 0.6; another brand: 7): letters are blended with other rounding, a few steps at their edges. */
const MOST_MEAN_DIFFERENCE = 1;
/** A pixel (seen: 0.6 per mille; another brand: 61) whose channel is off by more is not rounding: an edge that lies on the other side of a pixel's middle. */
const FAR_OFF = 64;
const MOST_FAR_OFF_PER_MILLE = 2;

let workbenches;
let folder;

before(async () => {
  workbenches = await startWorkbenches();
  folder = mkdtempSync(join(tmpdir(), "putright-likeness-"));
  const drawn = spawnSync(built(join(root, "build", "native", "tests", "putright_workbench_tests")), ["-tc=pictures*"],
    { cwd: root, env: { ...process.env, PUTRIGHT_PICTURES: folder }, encoding: "utf8" });
  assert.equal(drawn.status, 0, drawn.stdout + drawn.stderr);
});

after(async () => {
  await workbenches?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

/** How far the canvas is from a native picture. */
async function distance(page, name) {
  const png = await page.locator("#canvas").screenshot();
  const native = readFileSync(join(folder, `${name}.ppm`));
  const header = `P6\n${SIZE.width} ${SIZE.height}\n255\n`;
  assert.equal(native.subarray(0, header.length).toString("latin1"), header);
  return page.evaluate(async ({ png, native, farOff }) => {
    const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytesOf(png)], { type: "image/png" }));
    const sheet = new OffscreenCanvas(image.width, image.height).getContext("2d");
    sheet.drawImage(image, 0, 0);
    const { data } = sheet.getImageData(0, 0, image.width, image.height);
    const other = bytesOf(native);
    let sum = 0;
    let far = 0;
    for (let pixel = 0; pixel < data.length / 4; pixel += 1) {
      let most = 0;
      for (let channel = 0; channel < 3; channel += 1) {
        const off = Math.abs(data[pixel * 4 + channel] - other[pixel * 3 + channel]);
        sum += off;
        most = Math.max(most, off);
      }
      if (most > farOff) far += 1;
    }
    const pixels = data.length / 4;
    return { pixels, mean: sum / pixels / 3, farPerMille: far / pixels * 1000 };
  }, { png: png.toString("base64"), native: native.subarray(header.length).toString("base64"), farOff: FAR_OFF });
}

const isAlike = ({ mean, farPerMille }) => mean <= MOST_MEAN_DIFFERENCE && farPerMille <= MOST_FAR_OFF_PER_MILLE;

test("likeness: the browser's first picture is the native one within the tolerance, and no other", async (t) => {
  // The native workbench has no examples to choose from.
  const prepare = (page) => page.route("**/workbench/examples.json", (route) => route.abort());
  const bench = await workbenches.open({ viewport: WINDOW, screen: WINDOW, prepare });
  const { page } = bench;
  t.after(() => page.context().close());
  // Its own height is no whole number of pixels.
  await page.locator("footer").evaluate((footer, height) => Object.assign(footer.style, { boxSizing: "border-box", height: `${height}px` }), FOOTER_HEIGHT);
  await page.waitForFunction((height) => document.getElementById("canvas").height === height, SIZE.height);
  await bench.settled();
  const same = await distance(page, "form");
  t.diagnostic(JSON.stringify(same));
  assert.equal(same.pixels, SIZE.width * SIZE.height);
  assert.ok(isAlike(same), JSON.stringify(same));
  const otherScreen = await distance(page, "track");
  assert.ok(!isAlike(otherScreen), `another screen and brand: ${JSON.stringify(otherScreen)}`);
  await bench.control("Care Plus").dispatchEvent("click");
  await bench.chosen("Care Plus");
  await bench.settled();
  const otherBrand = await distance(page, "form");
  assert.ok(!isAlike(otherBrand), `another brand: ${JSON.stringify(otherBrand)}`);
  t.diagnostic(JSON.stringify({ otherScreen, otherBrand }));
});
