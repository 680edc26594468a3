// Going through the portal by keyboard alone, by the roles and labels that assistive technology has. Needs no script in
// the page, so it drives every browser and every way of serving.
import assert from "node:assert/strict";
import { arrivesAt } from "./journey.mjs";

/** More stops than any screen has: Tab that never arrives ends here. */
const MOST_STOPS = 60;

const hasFocus = async (page, locator) => await locator.and(page.locator(":focus")).count() > 0;

/** Presses `key` until what is wanted has the focus. */
async function pressUntil(page, key, locator, what) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(page, locator)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} never came to ${what}`);
}

export const tabTo = (page, role, name) => pressUntil(page, "Tab", page.getByRole(role, { name, exact: true }).first(), `the ${role} "${name}"`);

async function choose(page, name) {
  const wanted = page.getByRole("radio", { name, exact: true });
  const group = await wanted.getAttribute("name");
  await pressUntil(page, "Tab", page.locator(`input[type="radio"][name="${group}"]`), `the question with "${name}"`);
  await page.keyboard.press("Space");
  await pressUntil(page, "ArrowDown", wanted, `the choice "${name}"`);
}

async function type(page, label, words) {
  await tabTo(page, "textbox", label);
  await page.keyboard.type(words);
}

/** Answers one screen and presses nothing. */
export async function fillIn(page, { at, choose: choices = [], type: typed = {} }) {
  await arrivesAt(page, at);
  for (const name of choices) await choose(page, name);
  for (const [label, words] of Object.entries(typed)) await type(page, label, words);
}

/** One screen: `{at, choose?, type?, press?, shows?}`. `press` is a button, Continue unless it says another; `shows` is the problem that it shows. */
export async function goThrough(page, { press = "Continue", shows, ...answers }) {
  await fillIn(page, answers);
  await tabTo(page, "button", press);
  await page.keyboard.press("Enter");
  if (shows) await page.getByRole("alert").getByText(shows).waitFor();
}

/** From a brand's home to the receipt of one journey (keyboard_journeys.mjs); gives back what a customer would write down. */
export async function goToReceipt(page, { home, link, screens, sent }) {
  await followLink(page, home, link);
  for (const screen of screens) await goThrough(page, screen);
  await arrivesAt(page, sent);
  const words = await page.locator("main").innerText();
  return {
    reference: /[A-Z]{2}-[A-Z0-9]{4}-[A-Z0-9]{4}(?!-)/.exec(words)[0],
    trackingKey: /(?:[A-Z0-9]{4}-){4}[A-Z0-9]{4}/.exec(words)[0],
    receipt: (await page.locator(".putright-code__value").last().textContent()).trim(),
  };
}

/** A link of the screen with this heading. */
export async function followLink(page, at, name) {
  await arrivesAt(page, at);
  await tabTo(page, "link", name);
  await page.keyboard.press("Enter");
}
