// What a screen reader has to say of every screen, kept as goldens to be read (tests/golden/screens): the accessibility
// tree of Chromium as lines. And nothing is seen that is not said.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { launch } from "../support/browser.mjs";
import { startCore } from "../support/core.mjs";
import { differsFromGolden } from "../support/golden.mjs";
import { mount, openAll, openMount } from "../support/mount.mjs";
import { brands, screensOf } from "../support/screens.mjs";
import { spokenLines } from "../support/spoken.mjs";

/** Screens on which the policy data of a brand shows. */
const SHOWN_BY_BRAND = new Set(["home", "complaint-about", "complaint-check", "complaint-sent", "tracked, submitted", "information-ombudsman"]);

/** Lines; a shorter end is shown again. */
const SHORTEST_SHARED_END = 4;

const core = await startCore();
const [firstBrand, ...otherBrands] = brands;
const screens = screensOf(core, firstBrand);
let browser, page, session;

before(async () => {
  browser = await launch();
  page = await openMount(browser);
  session = await page.context().newCDPSession(page);
});
after(() => browser?.close());

/** Every run of words that eyes can see in the main part. What stands in a field is its value, not words of the page. */
const seenWords = () => page.evaluate(() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (data.trim() && parentElement.checkVisibility() && !parentElement.closest("[aria-hidden=true], textarea")) words.push(data.replace(/\s+/g, " ").trim());
  }
  return words;
});

async function unsaid(lines) {
  const said = lines.map((line) => line.trim()).join(" ");
  return (await seenWords()).filter((words) => !said.includes(words)).map((words) => `"${words}" is seen and not said`);
}

/** A state of a screen without the end that it shares with the screen's first state: a golden is for reading. */
function withoutEndOf(lines, first) {
  if (first === undefined) return lines.join("\n");
  let same = 0;
  while (same < lines.length && lines.at(-1 - same) === first.lines.at(-1 - same)) same += 1;
  if (same < SHORTEST_SHARED_END) return lines.join("\n");
  return [...lines.slice(0, -same), `and on as in ${first.name}: ${lines.at(-same).trim()}`].join("\n");
}

async function spoken(screen) {
  await mount(page, screen);
  return spokenLines(session);
}

test("every screen is said as its golden says, and all that is seen is said", async () => {
  const goldens = new Map();
  const saidBefore = new Map();
  const faults = [];
  for (const screen of screens) {
    const lines = await spoken(screen);
    faults.push(...(await unsaid(lines)).map((fault) => `${screen.name}: ${fault}`));
    const text = lines.join("\n");
    const id = screen.id === "" || screen.id.startsWith("information") ? screen.name : screen.id;
    const { parts, first } = goldens.get(id) ?? { parts: [], first: undefined };
    parts.push(`== ${screen.name}\n${saidBefore.has(text) ? `the same as ${saidBefore.get(text)}` : withoutEndOf(lines, first)}\n`);
    goldens.set(id, { parts, first: first ?? { name: screen.name, lines } });
    saidBefore.set(text, saidBefore.get(text) ?? screen.name);
  }
  for (const [id, { parts }] of goldens) faults.push(...differsFromGolden(`screens/${id}.txt`, parts.join("\n")));
  assert.deepEqual(faults, []);
});

test("what is folded away is said too once it is opened", async () => {
  const faults = [];
  for (const screen of screens.filter(({ html }) => html.includes("<details"))) {
    await mount(page, screen);
    await openAll(page);
    faults.push(...(await unsaid(await spokenLines(session))).map((fault) => `${screen.name}: ${fault}`));
  }
  assert.deepEqual(faults, []);
});

test("a whole page is said from its skip link to its footer", async () => {
  await mount(page, screens.find(({ name }) => name === "home"));
  assert.deepEqual(differsFromGolden("screens/whole-page.txt", `${(await spokenLines(session, "RootWebArea")).join("\n")}\n`), []);
});

test("where another brand's policy says something else, its own golden says what", async () => {
  const faults = [];
  for (const brand of otherBrands) {
    const own = screensOf(core, brand).filter(({ name }) => SHOWN_BY_BRAND.has(name));
    for (const screen of own) {
      const text = (await spoken(screen)).join("\n");
      const first = (await spoken(screens.find(({ name }) => name === screen.name))).join("\n");
      const asFirst = text.replaceAll(brand.name, firstBrand.name).replaceAll(`${brand.reference_prefix}-`, `${firstBrand.reference_prefix}-`);
      if (asFirst !== first) faults.push(...differsFromGolden(`screens/${brand.id}/${screen.name.replaceAll(", ", "-")}.txt`, `${text}\n`));
    }
  }
  assert.deepEqual(faults, []);
});

test("words that only eyes can see are noticed", async () => {
  await mount(page, screens.find(({ name }) => name === "track"));
  await page.evaluate(() => { const words = document.querySelector(".putright-column > p"); words.setAttribute("role", "img"); words.setAttribute("aria-label", "x"); });
  assert.match((await unsaid(await spokenLines(session))).join(), /is seen and not said/);
});
