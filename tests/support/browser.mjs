// Debian's Chromium and Firefox, driven by playwright-core, with what every browser test asks of a screen.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import assert from "node:assert/strict";
import { chromium, firefox } from "playwright-core";
import { artefacts } from "./places.mjs";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
/** A machine that also compiles is slow; a press that was lost stays lost however long one waits. */
const PATIENCE_MS = 30_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** GOV.UK keeps the back link outside the landmarks, and so do we (accessibility notes in docs/). */
const ACCEPTED = { region: [".govuk-back-link"] };

function browserPath(...names) {
  for (const name of names) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
    if (found) return found;
  }
  throw new Error(`none of ${names.join(", ")} is on PATH: apt-get install ${names[0]}`);
}

const chromiumPath = () => browserPath("chromium", "chromium-browser", "google-chrome");

/** A browser; `flags` are added to ours. */
export const launch = (...flags) => chromium.launch({ executablePath: chromiumPath(), args: [...FLAGS, ...flags] });

/** Debian's Firefox as it is, over WebDriver BiDi; playwright-core's own protocol wants a patched one. */
export const launchFirefox = (preferences = {}) =>
  firefox.launch({ channel: "moz-firefox", executablePath: browserPath("firefox-esr", "firefox"), firefoxUserPrefs: preferences });

/** A browser that keeps its profile in `folder`, as a person's does; with the service worker. `flags` are added to ours. */
export async function launchPersistent(folder, ...flags) {
  const options = { executablePath: chromiumPath(), args: [...FLAGS, ...flags], reducedMotion: "reduce" };
  const context = await chromium.launchPersistentContext(folder, options);
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** A page of its own; without the service worker unless a test asks for it, since it answers before `page.route`. */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/** Waits until the page's core answers presses, so that a test never runs against the plain page by chance. */
export async function coreReady(page) {
  await page.waitForFunction(() => history.scrollRestoration === "manual");
}

/** Every rule of WCAG up to 2.2 AA and best practice. axe leaves the one for targets out unless it is named. */
const ALL_RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { "target-size": { enabled: true } },
};
const COLOUR_RULES = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

/** What axe finds, without what is accepted; `options` are its own. */
async function violationsOf(page, options) {
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(AXE);
  const found = await page.evaluate(async (chosen) => {
    const { violations } = await window.axe.run(document, { ...chosen, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => ({ target: node.target.join(" "), html: node.html.slice(0, 160), why: node.failureSummary })) }));
  }, options);
  return found.map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !isAccepted(id, node)) }))
    .filter(({ nodes }) => nodes.length > 0);
}

/** axe with every rule; fails with what it found. */
export async function assertAccessible(page, what) {
  assert.deepEqual(await violationsOf(page, ALL_RULES), [], what);
}

/** axe with the rules that a look can break: for a screen whose markup another look has proved. */
export async function assertLegible(page, what) {
  assert.deepEqual(await violationsOf(page, COLOUR_RULES), [], what);
}

function isAccepted(id, node) {
  return (ACCEPTED[id] ?? []).some((selector) => node.html.includes(selector.slice(1)));
}

/** No sideways scroll at the width the page has now. */
export async function assertReflows(page, what) {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(widths[0] <= widths[1], `${what}: ${widths[0]} px of content in ${widths[1]} px`);
}

/** A picture for a person to look at; not compared with anything. */
export async function picture(page, name) {
  mkdirSync(artefacts, { recursive: true });
  await page.screenshot({ path: join(artefacts, `${name}.png`), fullPage: true });
}

/** What playwright-core says for us when it keeps the service worker out. */
const WORKER_KEPT_OUT = "Service Worker registration blocked by Playwright";

/** Everything the page says to the console and every fault in it: tests assert that it is empty. */
export function complaintsOf(page) {
  const said = [];
  page.on("console", (message) => {
    const isOurs = ["error", "warning"].includes(message.type()) && message.text() !== WORKER_KEPT_OUT;
    if (isOurs) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return said;
}
