// Scenarios without canvas and without script: the three questions that a colleague must be able to answer by keyboard
// and labels alone, and every page looked at by axe, html-validate, at phone and desk width, and on paper.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { assertAccessible, assertReflows, launch, openPage, picture } from "../support/browser.mjs";
import { arrivesAt } from "../support/journey.mjs";
import { followLink, goThrough, tabTo } from "../support/keyboard.mjs";
import { site } from "../support/places.mjs";
import { faultsOfHtml } from "../support/valid_html.mjs";
import { office } from "../server-stub/office.mjs";

const START = "Try a scenario";
const SCENARIO = "Scenario: a complaint to Homes Plus";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** A colleague who may only look, on the first page. */
async function start(t, options = {}) {
  const { stub, tokens } = await office(t, { PUTRIGHT_SITE: site });
  const page = await openPage(browser, options);
  await page.context().addCookies([{ name: "putright_colleague", value: tokens["p.one"], url: `${stub.address}/staff/` }]);
  t.after(() => page.context().close());
  await page.goto(`${stub.address}/staff/`);
  await followLink(page, "Find a complaint", "Scenarios");
  await arrivesAt(page, START);
  return page;
}

const openExample = (page, name) => goThrough(page, { at: START, choose: [name], press: "Open it" });
const travel = (page, day) => goThrough(page, { at: SCENARIO, type: { "Today is": day }, press: "Go to this day" });

test("why is this due on that day: the table, the sentence, the clause, and every day with its holiday", async (t) => {
  const page = await start(t, { javaScriptEnabled: false });
  await openExample(page, "Christmas");
  await arrivesAt(page, SCENARIO);
  await page.getByRole("row", { name: "Stage 1 acknowledgement Monday 4 January 2027 Pending" }).waitFor();
  await page.getByRole("heading", { name: "Why Stage 1 acknowledgement is due by Monday 4 January 2027" }).waitFor();
  await page.getByText(/^5 working days after Wednesday 23 December 2026\. Not counted: 4 weekend days, Christmas Day/).waitFor();
  await page.getByText(/^Clause promise\.1 of “/).waitFor();
  const why = page.locator("summary").filter({ hasText: "How we worked out this date" }).first();
  for (let stop = 0; stop < 20 && !await why.and(page.locator(":focus")).count(); stop += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("row", { name: /Friday 25 December Christmas Day, not counted/ }).waitFor();
});

test("what will she see if we extend: the form, its refusal, her own page, and Back", async (t) => {
  const page = await start(t, { javaScriptEnabled: false });
  await openExample(page, "Late acknowledgement");
  await travel(page, "13 March 2026");
  await goThrough(page, { at: SCENARIO, choose: ["Extended"], press: "Go on" });
  await goThrough(page, {
    at: "Add: Extended", type: { "New date of our response": "31 December 2026" }, press: "Add it", shows: /beyond the limit/,
  });
  await goThrough(page, { at: "Add: Extended", type: { "New date of our response": "1 April 2026" }, press: "Add it" });
  await page.getByText("Added: Extended").waitFor();
  await goThrough(page, { at: SCENARIO, press: "Show the customer’s page" });
  await arrivesAt(page, "Your complaint HP-");
  await page.getByText("By Wednesday 1 April 2026").first().waitFor();
  await page.waitForLoadState("load");
  const skip = await page.locator(".govuk-skip-link").boundingBox();
  assert.ok(skip.width <= 1, "the customer's page has its styles");
  await page.goBack();
  await arrivesAt(page, SCENARIO);
});

test("what changes if 15 June becomes a holiday: both dates side by side, and why", async (t) => {
  const page = await start(t, { javaScriptEnabled: false });
  await openExample(page, "Extension");
  await travel(page, "5 June 2026");
  await goThrough(page, { at: SCENARIO, type: { "If this day became a bank holiday": "15 June 2026" }, press: "Show what changes" });
  await arrivesAt(page, "What changes");
  await page.getByRole("row", { name: /^Stage 1 response Wednesday 17 June 2026\. Pending Thursday 18 June 2026\. Pending 1 day later$/ }).waitFor();
  await page.getByText(/Invented bank holiday \(Monday 15 June\)/).waitFor();
  await tabTo(page, "button", "Keep this bank holiday in the scenario");
  await page.keyboard.press("Enter");
  await page.getByText("Now a bank holiday here: Monday 15 June 2026").waitFor();
});

/** Each screen, reached from the start, by the presses that lead there. */
const SCREENS = [
  ["start", []],
  ["start-problem", ["Open this scenario"]],
  ["main", [["Extension"], "Open it"]],
  ["main-refused", [["A refused event"], "Open it"]],
  ["main-problem", [["Extension"], "Open it", "Show what changes"]],
  ["settings", [["Extension"], "Open it", "Change the settings"]],
  ["event", [["Extension"], "Open it", ["Extended"], "Go on"]],
  ["event-problem", [["Extension"], "Open it", ["Question asked"], "Go on", "Add it"]],
  ["comparison", [["Sent on a Saturday night"], "Open it", ["Strict and rolled arrivals"], "Compare"]],
];

for (const [name, presses] of SCREENS) {
  test(`${name}: valid, accessible and without sideways scroll at 320 and 1280 px`, async (t) => {
    const page = await start(t);
    let answer = await page.reload();
    page.on("response", (given) => { if (given.request().isNavigationRequest()) answer = given; });
    for (const what of presses) {
      if (Array.isArray(what)) await page.getByRole("radio", { name: what[0], exact: true }).check();
      else await page.getByRole("button", { name: what, exact: true }).click();
    }
    assert.deepEqual(await faultsOfHtml(await answer.text()), []);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await assertReflows(page, `${name} at ${width} px`);
      await assertAccessible(page, `${name} at ${width} px`);
      await picture(page, `scenario-${name}-${width}`);
    }
  });
}

test("on paper: the dates and their why, and nothing to press", async (t) => {
  const page = await start(t);
  await openExample(page, "Extension");
  await arrivesAt(page, SCENARIO);
  await page.emulateMedia({ media: "print" });
  await picture(page, "print/scenario");
  assert.ok(await page.getByText(/^Clause promise\.2 of “/).isVisible());
  assert.ok(await page.getByRole("row", { name: /^Stage 1 response/ }).first().isVisible());
  assert.equal(await page.locator(".govuk-button:visible, .govuk-input:visible").count(), 0);
});
