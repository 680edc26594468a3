// A customer's way through the portal, press by press, on any page that can be driven: with our script, with
// WebAssembly blocked, or with no JavaScript at all.
import assert from "node:assert/strict";

/** Answers of a plain complaint; a test changes what it is about. */
export const plainAnswers = {
  matter: "repairs",
  what_happened: "The boiler broke and nobody came.",
  when_it_happened: "since January",
  what_would_put_it_right: "Mend it and say when.",
  name: "Alex Jones",
  reply_by: "email",
  email: "alex@example.org",
  address: "1 High Street\nNewport\nTF10 7AN",
};

export const main = (page) => page.locator("main");
export const heading = (page) => main(page).locator("h1");
export const problems = (page) => main(page).locator(".govuk-error-summary li");
export const press = (page, name) => main(page).getByRole("button", { name, exact: true }).click();
/** Waits for the last press to end: one made while it is still trying does nothing. */
export const untilIdle = (page) => page.waitForFunction(() => document.querySelector("main [aria-disabled]") === null);
export const screen = (page) => page.locator("main").getAttribute("data-screen");

/** Waits for a screen by the words of its heading. */
export async function arrivesAt(page, words) {
  await heading(page).filter({ hasText: words }).waitFor();
}

export async function answerWhoFor(page, { who_for = "self", on_behalf } = {}) {
  await arrivesAt(page, "Who are you doing this for?");
  await page.locator(`input[name="who_for"][value="${who_for}"]`).check();
  await press(page, "Continue");
  if (!on_behalf) return;
  await arrivesAt(page, "About the person you are helping");
  for (const [field, words] of Object.entries(on_behalf)) await page.locator(`#on_behalf_of_${field}`).fill(words);
  await press(page, "Continue");
}

export async function answerAbout(page, { matter, relationship }) {
  await arrivesAt(page, /about\?/);
  if (matter) await page.locator(`input[name="matter"][value="${matter}"]`).check();
  if (relationship) await page.locator(`input[name="relationship"][value="${relationship}"]`).check();
  await press(page, "Continue");
}

export async function answerWhatHappened(page, { what_happened }) {
  await arrivesAt(page, "What happened?");
  await page.locator("#what_happened").fill(what_happened);
  await press(page, "Continue");
}

export async function answerWhenAndWho(page, { when_it_happened, who_was_affected, effect }) {
  await arrivesAt(page, "When did it happen");
  for (const [field, words] of Object.entries({ when_it_happened, who_was_affected, effect })) {
    if (words) await page.locator(`#${field}`).fill(words);
  }
  await press(page, "Continue");
}

/** Goes past the screen for photos and documents without adding any. */
export async function addNoFiles(page) {
  await arrivesAt(page, "Add photos or documents");
  await press(page, "Continue");
}

export async function answerAdjustments(page, { reply_format } = {}) {
  await arrivesAt(page, "Making it easier for you");
  if (reply_format) await page.locator(`input[name="reply_format"][value="${reply_format}"]`).check();
  await press(page, "Continue");
}

export async function answerPutRight(page, { what_would_put_it_right }) {
  await arrivesAt(page, "What would put it right?");
  await page.locator("#what_would_put_it_right").fill(what_would_put_it_right);
  await press(page, "Continue");
}

export async function answerDetails(page, { name, reply_by, email, address }) {
  await arrivesAt(page, "Your name and how we should reply");
  await page.locator("#name").fill(name);
  await page.locator(`input[name="reply_by"][value="${reply_by}"]`).check();
  await page.locator("#email").fill(email);
  await page.locator("#address").fill(address);
  await press(page, "Continue");
}

/** From a brand's home to the screen for photos and documents. */
export async function answerUpToFiles(page, answers = plainAnswers) {
  await main(page).getByRole("link", { name: "Make a complaint" }).click();
  await answerWhoFor(page, answers);
  await answerAbout(page, answers);
  await answerWhatHappened(page, answers);
  await answerWhenAndWho(page, answers);
  await answerPutRight(page, answers);
  await arrivesAt(page, "Add photos or documents");
}

/** From a brand's home to the screen where the answers are checked. */
export async function answerUpToCheck(page, answers = plainAnswers) {
  await answerUpToFiles(page, answers);
  await addNoFiles(page);
  await answerDetails(page, answers);
  await answerAdjustments(page, answers);
  await arrivesAt(page, "Check your complaint before you send it");
}

/** What stands beside a question on the check screen, with its line ends. */
export async function checkedAnswer(page, label) {
  const row = page.locator(".govuk-summary-list__row", { has: page.getByText(label, { exact: true }) });
  return (await row.locator("dd").first().innerText()).trim();
}

export const send = (page) => press(page, "Send complaint");

/** Waits for the receipt and reads what a customer would write down. */
export async function readReceipt(page) {
  await arrivesAt(page, "Complaint sent");
  const reference = (await page.locator(".govuk-panel strong").innerText()).trim();
  const trackingKey = (await page.locator(".putright-code__value").first().innerText()).trim();
  assert.match(reference, /^[A-Z]{2}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  return { reference, trackingKey };
}

/** How many complaints the stub says it has kept since it started. */
export async function keptBy(stub) {
  const text = await (await fetch(`${stub.address}/metrics`)).text();
  return Number(/^putright_complaints_kept_total (\d+)$/m.exec(text)?.[1]);
}
