// What a customer takes away from the receipt: a code for a phone's camera, dates for a calendar, and a file that
// proves it; each read by somebody else's program.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import ICAL from "ical.js";
import { coreReady, launch, openPage } from "../support/browser.mjs";
import { answerUpToCheck, arrivesAt, main, readReceipt, send } from "../support/journey.mjs";
import { startStub } from "../support/stub.mjs";
import { run } from "../server-stub/support.mjs";

const READER_OF_CODES = createRequire(import.meta.url).resolve("jsqr/dist/jsQR.js");

let stub, browser, page, receipt;
before(async () => {
  stub = await startStub();
  browser = await launch();
  page = await openPage(browser);
  await page.goto(`${stub.address}/care-plus/`);
  await coreReady(page);
  await answerUpToCheck(page);
  await send(page);
  receipt = await readReceipt(page);
});
after(async () => { await browser?.close(); await stub?.remove(); });

/** The words in the QR code of a picture, as jsQR reads them. */
async function codeIn(picture) {
  const reader = await openPage(browser);
  await reader.addScriptTag({ path: READER_OF_CODES });
  const words = await reader.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
    const sheet = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d");
    sheet.drawImage(image, 0, 0);
    return window.jsQR(sheet.getImageData(0, 0, image.width, image.height).data, image.width, image.height)?.data;
  }, [...picture]);
  await reader.context().close();
  return words;
}

async function saved(name) {
  const [download] = await Promise.all([page.waitForEvent("download"), main(page).getByRole("link", { name }).click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

for (const colorScheme of ["light", "dark"]) test(`a phone's camera reads the code on a ${colorScheme} screen, and its address shows the complaint`, async () => {
  await page.emulateMedia({ colorScheme });
  const address = await codeIn(await page.locator(".putright-qr").screenshot());
  await page.emulateMedia({ colorScheme: null });
  assert.equal(address, `${stub.address}/care-plus/track#${receipt.reference}.${receipt.trackingKey}`);
  const phone = await openPage(browser, { viewport: { width: 360, height: 740 } });
  await phone.goto(address);
  await coreReady(phone);
  await main(phone).getByRole("button").first().click();
  await arrivesAt(phone, receipt.reference);
  await phone.context().close();
});

test("a calendar takes the dates: whole days, each of which stands on the page", async () => {
  const { name, path } = await saved(/calendar/i);
  assert.equal(name, `dates-${receipt.reference}.ics`);
  const events = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8"))).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
  assert.ok(events.length > 0, "the calendar is empty");
  const words = await main(page).innerText();
  for (const event of events) {
    assert.ok(event.startDate.isDate, event.summary);
    assert.ok(event.summary.includes(receipt.reference), event.summary);
    const day = new Date(`${event.startDate}T12:00:00Z`).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");
    assert.ok(words.includes(day), `${event.summary}: ${day} is not on the page`);
  }
});

test("the receipt that is saved verifies with the keys that the stub publishes", async () => {
  const { name, path } = await saved(/receipt/i);
  assert.equal(name, `receipt-${receipt.reference}.jws`);
  const keys = `${path}.keys`;
  writeFileSync(keys, await (await fetch(`${stub.address}/.well-known/jwks.json`)).text());
  const verdict = await run(["verify", path, "--keys", keys], { PUTRIGHT_DATA: "/nonexistent" });
  assert.equal(verdict.code, 0, verdict.err);
  assert.ok(verdict.out.includes(receipt.reference), verdict.out);
});
