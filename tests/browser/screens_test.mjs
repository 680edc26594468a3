// Every screen of the catalogue and every error state, as the core makes it: valid, in order, in reach of a thumb, no
// rule of axe broken in any brand or look, nothing cut off on a small screen or with wide text, nothing moving.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { assertAccessible, assertLegible, launch, picture } from "../support/browser.mjs";
import { startCore } from "../support/core.mjs";
import { faultsOfLayout, faultsOfMotion, faultsOfStructure, faultsOfTargets } from "../support/in_page.mjs";
import { mount, openAll, openMount } from "../support/mount.mjs";
import { root } from "../support/places.mjs";
import { brands, screensOf } from "../support/screens.mjs";
import { faultsOfHtml } from "../support/valid_html.mjs";

/** 1280 x 1024 at 400 % zoom, which is also the narrowest screen of WCAG 2.2, 1.4.10. */
const ZOOMED = { width: 320, height: 256 };
const ROOMY = { width: 1280, height: 1024 };
/** The least height of what is pressed. */
const LEAST_TARGET_PX = 44;
/** WCAG 2.2, 1.4.12. */
const WIDE_TEXT = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

const core = await startCore();
const [firstBrand, ...otherBrands] = brands;
const screens = screensOf(core, firstBrand);

/** The start tags of a screen, each by what `keep` makes of it. */
const tagsOf = (html, keep) => (html.match(/<[a-z][^>]*>/g) ?? []).map(keep);
/** What the rules look at besides words: two screens of one shape break the same ones. */
const shapeOf = ({ html }) => [tagsOf(html, (tag) => tag.replace(/ (value|content|href|action|data-brand)="[^"]*"/g, "")).join("")];
/** What colours are given to: elements with their classes. */
const componentsOf = ({ html }) => tagsOf(html, (tag) => `${/^<\w+/.exec(tag)[0]} ${/ class="([^"]*)"/.exec(tag)?.[1] ?? ""}`);

/** The screens that show something that those before them do not. */
function freshOnes(all, partsOf) {
  const seen = new Set();
  return all.filter((screen) => {
    const fresh = partsOf(screen).filter((part) => !seen.has(part));
    for (const part of fresh) seen.add(part);
    return fresh.length > 0;
  });
}

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** Calls `look` on each screen; says all that is wrong at once, because the screens often share a fault. */
async function onEach(list, page, look) {
  const faults = [];
  for (const screen of list) {
    await mount(page, screen);
    await openAll(page);
    try {
      faults.push(...(await look(page, screen) ?? []).map((fault) => `${screen.name}: ${fault}`));
    } catch (error) {
      faults.push(`${screen.name}: ${error.message.slice(0, 1500)}`);
    }
  }
  await page.context().close();
  assert.deepEqual(faults, []);
}

test("the catalogue has every screen that the portal can make", () => {
  const folder = join(root, "portal", "screens");
  const sources = readdirSync(folder).filter((name) => name.endsWith(".cpp")).map((name) => readFileSync(join(folder, name), "utf8")).join("");
  const ids = [...sources.matchAll(/brand_screen\(\s*(?:context\.)?brand, "([a-z-]+)"/g)].map(([, id]) => id)
    .concat([...sources.matchAll(/screen\.id = "([a-z-]+)"/g)].map(([, id]) => id));
  const met = new Set(screens.map(({ id }) => id));
  assert.ok(ids.length > 5);
  assert.deepEqual(ids.filter((id) => ![...met].some((found) => found === id || (id.endsWith("-") && found.startsWith(id)))), []);
  const steps = [...readFileSync(join(root, "portal", "journey", "steps.hpp"), "utf8").matchAll(/\{Step::\w+, "([a-z-]+)"\}/g)].map(([, name]) => name);
  assert.deepEqual(steps.filter((step) => !met.has(`complaint-${step}`)), []);
  assert.equal(new Set(screens.map(({ name }) => name)).size, screens.length, "two screens share a name");
});

test("the catalogue has every problem that a customer can be told of", () => {
  const rows = readFileSync(join(root, "docs", "reference", "problems.md"), "utf8").matchAll(/^\| `(\w+)` \| (.*) \|$/gm);
  const told = [...screens, ...otherBrands.flatMap((brand) => screensOf(core, brand))].map(({ html }) => html.replaceAll("&quot;", '"')).join("\n");
  const isFor = (code) => !/^(json|text_not|field|not_an|brand|kind|edition|event|role|date|first|submitted|complaint_|stage|answer_without|action|extension|finding|viewing|attachments_malformed)/.test(code);
  const missing = [...rows].filter(([, code, words]) => isFor(code) && !words.split(/\{\w+\}/).every((part) => told.includes(part))).map(([, code]) => code);
  assert.deepEqual(missing, []);
});

test("every screen is valid HTML", async () => {
  const faults = [];
  for (const { name, html } of freshOnes(screens, shapeOf)) faults.push(...(await faultsOfHtml(html)).map((fault) => `${name}: ${fault}`));
  assert.deepEqual(faults, []);
});

test("every screen has its headings in order, its ids once, and each problem at its field", async () => {
  await onEach(screens, await openMount(browser), (page) => page.evaluate(faultsOfStructure));
});

test("at 400 % zoom every screen fits, with wide text too, nothing is cut off, moves or is too low to press", async () => {
  const page = await openMount(browser, { viewport: ZOOMED });
  await onEach(screens, page, async () => {
    const faults = [await page.evaluate(faultsOfLayout), await page.evaluate(faultsOfTargets, LEAST_TARGET_PX), await page.evaluate(faultsOfMotion)];
    const style = await page.addStyleTag({ content: WIDE_TEXT });
    faults.push((await page.evaluate(faultsOfLayout)).map((fault) => `with wide text, ${fault}`));
    await style.evaluate((element) => element.remove());
    return faults.flat();
  });
});

test("no rule of axe is broken on any screen, and no words are hard to read in the dark", async () => {
  const page = await openMount(browser, { viewport: ZOOMED });
  const looks = new Set(freshOnes(screens, componentsOf));
  await onEach(freshOnes(screens, shapeOf), page, async (_, screen) => {
    await assertAccessible(page, screen.name);
    if (!looks.has(screen)) return;
    await page.emulateMedia({ colorScheme: "dark" });
    await assertLegible(page, `${screen.name}, dark`);
    await page.emulateMedia({ colorScheme: "light" });
  });
});

test("on a roomy screen and in forced colours every component is as good", async () => {
  const page = await openMount(browser, { viewport: ROOMY });
  await onEach(freshOnes(screens, componentsOf), page, async (_, screen) => {
    await picture(page, `screens/${screen.name.replaceAll(/[ ,]+/g, "-")}`);
    await assertAccessible(page, screen.name);
    await page.emulateMedia({ forcedColors: "active" });
    await assertLegible(page, `${screen.name}, forced colours`);
    await page.emulateMedia({ forcedColors: "none" });
    return page.evaluate(faultsOfLayout);
  });
});

/** Shapes that an earlier brand has proved. */
const provedShapes = new Set(screens.flatMap(shapeOf));

for (const brand of otherBrands) {
  test(`no rule of axe is broken by what ${brand.name} has of its own, light or dark`, async () => {
    const own = screensOf(core, brand);
    const ofNewShape = new Set(freshOnes(own, shapeOf).filter((screen) => !provedShapes.has(shapeOf(screen)[0])));
    for (const screen of ofNewShape) provedShapes.add(shapeOf(screen)[0]);
    const looks = new Set(freshOnes(own, componentsOf));
    const page = await openMount(browser, { viewport: ZOOMED });
    await onEach(own.filter((screen) => looks.has(screen) || ofNewShape.has(screen)), page, async (_, screen) => {
      await (ofNewShape.has(screen) ? assertAccessible : assertLegible)(page, `${brand.id} ${screen.name}`);
      if (looks.has(screen)) {
        await page.emulateMedia({ colorScheme: "dark" });
        await assertLegible(page, `${brand.id} ${screen.name}, dark`);
        await page.emulateMedia({ colorScheme: "light" });
      }
      return page.evaluate(faultsOfLayout);
    });
  });
}
