// Every screen and every error state, in every brand, light and dark: no rule of axe is broken, nothing scrolls
// sideways on a narrow screen, and the whole way can be gone by keyboard alone.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { assertAccessible, assertReflows, coreReady, launch, openPage, picture } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";
import {
  addNoFiles, answerAbout, answerAdjustments, answerPutRight, answerWhatHappened, answerWhenAndWho, arrivesAt, answerDetails, main, plainAnswers, press, problems,
  readReceipt, send,
} from "../support/journey.mjs";

const { brands } = JSON.parse(readFileSync(new URL("../../public/policy/brands.json", import.meta.url)));
const LOOKS = [
  { colorScheme: "light", width: 320 }, { colorScheme: "light", width: 768 }, { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 320 }, { colorScheme: "dark", width: 1440 },
];
/** The least height and width of what is pressed (WCAG 2.2, 2.5.8 asks for 24; ours is 44). */
const LEAST_TARGET_PX = 44;

let stub, browser;
before(async () => { stub = await startStub(); browser = await launch(); });
after(async () => { await browser?.close(); await stub?.remove(); });

/** Goes through a whole complaint and calls `look` on every screen and error state, with its name. */
async function everyScreen(page, brand, look) {
  await page.goto(stub.address);
  await coreReady(page);
  await look("choose-brand");
  await main(page).getByRole("link", { name: brand.name, exact: true }).click();
  await arrivesAt(page, "Complaints, comments and compliments");
  await look("home");
  await main(page).getByRole("link", { name: "Make a complaint" }).click();
  await arrivesAt(page, "Who are you doing this for?");
  await look("who-for");
  await page.locator('input[name="who_for"][value="somebody_else"]').check();
  await press(page, "Continue");
  await arrivesAt(page, "About the person you are helping");
  await look("on-behalf");
  await page.locator("#on_behalf_of_name").fill("Ada");
  await press(page, "Continue");
  await problems(page).first().waitFor();
  await look("on-behalf-problem");
  await page.locator("#on_behalf_of_consent").fill("She asked me to.");
  await press(page, "Continue");
  await arrivesAt(page, "about?");
  await look("about");
  await answerAbout(page, plainAnswers);
  await arrivesAt(page, "What happened?");
  await look("what-happened");
  await press(page, "Continue");
  await problems(page).first().waitFor();
  await look("what-happened-problem");
  await answerWhatHappened(page, plainAnswers);
  await arrivesAt(page, "When did it happen");
  await look("when-and-who");
  await answerWhenAndWho(page, plainAnswers);
  await arrivesAt(page, "What would put it right?");
  await look("put-right");
  await answerPutRight(page, plainAnswers);
  await arrivesAt(page, "Add photos or documents");
  await look("files");
  await addNoFiles(page);
  await arrivesAt(page, "Your name");
  await look("details");
  await press(page, "Continue");
  await problems(page).first().waitFor();
  await look("details-problem");
  await answerDetails(page, { ...plainAnswers, email: "alex at example" });
  await problems(page).first().waitFor();
  await look("details-email-problem");
  await answerDetails(page, plainAnswers);
  await arrivesAt(page, "Making it easier for you");
  await look("adjustments");
  await answerAdjustments(page);
  await arrivesAt(page, "Check your complaint");
  await openAll(page);
  await look("check");
  await send(page);
  const { reference, trackingKey } = await readReceipt(page);
  await openAll(page);
  await look("receipt");
  await page.goto(`${stub.address}/${brand.id}/track`);
  await coreReady(page);
  await look("track");
  await press(page, "Show it");
  await problems(page).first().waitFor();
  await look("track-problem");
  await page.locator("#reference").fill(reference);
  await page.locator("#tracking_key").fill(trackingKey);
  await press(page, "Show it");
  await arrivesAt(page, `Your complaint ${reference}`);
  await openAll(page);
  await look("tracked");
  await page.goto(`${stub.address}/${brand.id}/nothing-here`);
  await look("not-found");
}

const openAll = (page) => page.evaluate(() => { for (const part of document.querySelectorAll("details")) part.open = true; });

/** Targets in the way of a thumb: all but links inside sentences. */
async function smallTargets(page) {
  return page.evaluate((least) => [...document.querySelectorAll("a, button, summary, input:not([type=hidden]), textarea")]
    .filter((element) => element.getClientRects().length > 0 && !element.closest(".govuk-skip-link"))
    .filter((element) => !(element.matches("p a, li a") && getComputedStyle(element).display === "inline" && element.closest("p, li").textContent.trim() !== element.textContent.trim()))
    .map((element) => ({ what: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
    .filter(({ box }) => Math.round(box.height) < least)
    .map(({ what, box }) => `${Math.round(box.height)} px: ${what}`), LEAST_TARGET_PX);
}

test("a seeded fault is noticed", async () => {
  const page = await openPage(browser);
  await page.goto(`${stub.address}/homes-plus/track`);
  await assertAccessible(page, "as it is");
  await page.evaluate(() => document.querySelector("main label").remove());
  await assert.rejects(assertAccessible(page, "without a label"), /label/);
  await page.context().close();
});

for (const brand of brands) {
  describe(brand.name, () => {
    for (const { colorScheme, width } of LOOKS) {
      test(`every screen is accessible and fits, ${colorScheme} at ${width} px`, async () => {
        const page = await openPage(browser, { colorScheme, viewport: { width, height: 800 } });
        await everyScreen(page, brand, async (name) => {
          const what = `${brand.id} ${name}, ${colorScheme} at ${width} px`;
          await assertAccessible(page, what);
          await assertReflows(page, what);
          if (width === LOOKS[0].width) assert.deepEqual(await smallTargets(page), [], what);
          if (brand === brands[0]) await picture(page, `screens/${width}-${colorScheme}-${name}`);
        });
        await page.context().close();
      });
    }
  });
}

test("the whole way is gone by keyboard alone, and every stop can be seen", async () => {
  const page = await openPage(browser);
  await page.goto(`${stub.address}/homes-plus/`);
  await coreReady(page);

  /** Presses Tab until the wanted element has the focus; each stop must look different from before. */
  async function tabTo(selector) {
    for (let stop = 0; stop < 40; stop += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate((wanted) => {
        const element = document.activeElement;
        const look = (style) => style.outlineWidth + style.outlineColor + style.boxShadow + style.backgroundColor + style.borderColor;
        const seen = look(getComputedStyle(element)) + [...(element.labels ?? [])].map((label) => look(getComputedStyle(label, "::before"))).join() +
                     look(getComputedStyle(element.closest(".putright-signpost") ?? element));
        element.blur();
        const rest = look(getComputedStyle(element)) + [...(element.labels ?? [])].map((label) => look(getComputedStyle(label, "::before"))).join() +
                     look(getComputedStyle(element.closest(".putright-signpost") ?? element));
        element.focus();
        return { found: element.matches(wanted), changes: seen !== rest, what: element.outerHTML.slice(0, 90) };
      }, selector);
      assert.ok(at.changes, `focus cannot be seen on ${at.what}`);
      if (at.found) return;
    }
    assert.fail(`Tab never came to ${selector}`);
  }

  await tabTo(".govuk-skip-link");
  await page.keyboard.press("Enter");
  await tabTo('main a[href$="/complaint/who-for"]');
  await page.keyboard.press("Enter");
  await arrivesAt(page, "Who are you doing this for?");
  await tabTo('input[name="who_for"]');
  await page.keyboard.press("Space");
  await tabTo('button[value="continue"]');
  await page.keyboard.press("Enter");
  await arrivesAt(page, "about?");
  await tabTo('input[name="matter"]');
  await page.keyboard.press("Space");
  await tabTo('button[value="continue"]');
  await page.keyboard.press("Enter");
  await arrivesAt(page, "What happened?");
  await tabTo('button[value="continue"]');
  await page.keyboard.press("Enter");
  await problems(page).first().waitFor();
  await tabTo(".govuk-error-summary a");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Nobody came.");
  await tabTo('button[value="continue"]');
  await page.keyboard.press("Space");
  for (const next of ["When did it happen", "What would put it right?", "Add photos", "Your name"]) {
    await arrivesAt(page, next);
    if (next === "Your name") break;
    await tabTo('button[value="continue"]');
    await page.keyboard.press("Enter");
  }
  await tabTo('input[name="reply_by"]');
  await page.keyboard.press("Space");
  await tabTo("#email");
  await page.keyboard.type("alex@example.org");
  await page.keyboard.press("Enter");
  await arrivesAt(page, "Making it easier");
  await tabTo('button[value="continue"]');
  await page.keyboard.press("Enter");
  await arrivesAt(page, "Check your complaint");
  await tabTo('button[value="send"]');
  await page.keyboard.press("Enter");
  await readReceipt(page);
});

test("with forced colours the state of each step and the fields can still be told", async () => {
  const page = await openPage(browser, { forcedColors: "active", viewport: { width: 768, height: 900 } });
  await page.goto(`${stub.address}/care-plus/complaint/your-details`);
  await coreReady(page);
  await picture(page, "screens/forced-colours-details");
  const widths = await page.locator("input.govuk-input").evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).borderTopWidth)));
  assert.ok(widths.length > 0 && widths.every((width) => width >= 2));
  await assertAccessible(page, "forced colours");
  await page.context().close();
});
