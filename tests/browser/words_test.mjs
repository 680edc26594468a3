// A long and messy complaint, as people write them, comes back unharmed: on the check screen, through the API to
// the tracking page, with our script and without.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { coreReady, launch, openPage } from "../support/browser.mjs";
import { startStub } from "../support/stub.mjs";
import { answerUpToCheck, arrivesAt, main, plainAnswers, press, readReceipt, send } from "../support/journey.mjs";

const MESSY = `\
Dear Sir/Madam — it’s “unacceptable”… we’ve had NO heating since Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch 😀🏳️‍🌈👩🏽‍🦽
Ŵyn a'r Ŷd: Siân ap Gwilym-Ŵyr, môr, tŷ, sŵn.  Two  spaces  stay.
میرا نام محمد اقبال ہے۔ گھر میں بہت سردی ہے۔
\tTabbed in Word: • first • second – £1,250.50 ½ © ™ <b>not bold</b> & "quoted" 'single' \\ \`
BFPO 5765, Pte O'Neill-Smith, 1 Ŵern, C/O "The Old Forge"
é (composed) and e\u0301 (with a mark), ﬁ, 𝔘𝔫𝔦𝔠𝔬𝔡𝔢, zero\u200bwidth, soft\u00adhyphen, no\u00a0break
`.trim();
const LONG = `${MESSY}\n\n${"It was cold again and again, every night. ".repeat(120)}\n\n${MESSY}`;
const messyAnswers = {
  ...plainAnswers,
  what_happened: LONG,
  what_would_put_it_right: MESSY,
  name: "Siân محمد O’Neill-Ŵyr 👩🏽‍🦽",
  address: "BFPO 5765\nBF1 2AA\n“The Old Forge”",
};
/** Maundy Thursday, in the evening: the weekend and two bank holidays follow. */
const EVENING_BEFORE_EASTER = new Date("2026-04-02T20:45:00Z");

let stub, browser;
before(async () => { stub = await startStub(); browser = await launch(); });
after(async () => { await browser?.close(); await stub?.remove(); });

/** The words of a part of the page as its text nodes and line breaks hold them: no rendering in between. */
const wordsOf = (locator) => locator.evaluate((element) => {
  const copy = element.cloneNode(true);
  for (const line of copy.querySelectorAll("br")) line.replaceWith("\n");
  return copy.textContent;
});
const wordsWithoutScript = (html) => html.replaceAll("<br>", "\n").replaceAll("&lt;", "<").replaceAll("&gt;", ">")
  .replaceAll("&nbsp;", "\u00a0").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

for (const javaScriptEnabled of [true, false]) {
  test(`every character comes back, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    const page = await openPage(browser, { javaScriptEnabled });
    const read = javaScriptEnabled ? wordsOf : async (locator) => wordsWithoutScript(await locator.innerHTML());
    await page.goto(`${stub.address}/homes-plus/`);
    if (javaScriptEnabled) await coreReady(page);
    await answerUpToCheck(page, messyAnswers);
    const values = main(page).locator(".govuk-summary-list__value");
    const checked = [];
    for (let row = 0; row < await values.count(); row += 1) checked.push(await read(values.nth(row)));
    for (const words of [LONG, MESSY, messyAnswers.name, messyAnswers.address]) {
      assert.ok(checked.includes(words), `not on the check screen: ${words.slice(0, 60)}`);
    }
    await send(page);
    const { reference, trackingKey } = await readReceipt(page);

    const kept = await (await fetch(`${stub.address}/api/complaints/${reference}`, { headers: { Authorization: `Bearer ${trackingKey}` } })).json();
    for (const name of ["what_happened", "what_would_put_it_right", "name", "address"]) {
      assert.equal(kept.submission[name], messyAnswers[name], name);
    }
    await main(page).getByRole("link", { name: "Track it now" }).click();
    await page.locator("#reference").fill(reference);
    await page.locator("#tracking_key").fill(trackingKey);
    await press(page, "Show it");
    await arrivesAt(page, `Your complaint ${reference}`);
    assert.equal(await read(main(page).locator(".putright-quotation").first()), LONG);
    assert.doesNotMatch(stub.log, /Siân|Forge|unacceptable|BFPO/, "a customer's words in the log");
    await page.context().close();
  });
}

test("on the evening before Easter the check screen counts from the Tuesday after it", async () => {
  const page = await openPage(browser, { timezoneId: "America/New_York" });
  await page.clock.setFixedTime(EVENING_BEFORE_EASTER);
  await page.goto(`${stub.address}/homes-plus/`);
  await coreReady(page);
  await answerUpToCheck(page);
  await page.evaluate(() => { for (const part of document.querySelectorAll("details")) part.open = true; });
  const days = await main(page).locator(".putright-days").first().locator("tbody tr").allInnerTexts();
  const lines = days.map((line) => line.replace(/\s+/g, " ").trim());
  assert.match(lines[0], /^Thursday 2 April.* Start/);
  assert.match(lines[1], /^Friday 3 April.* Good Friday/);
  assert.match(lines[2], /^Saturday 4 April.* Weekend/);
  assert.match(lines[4], /^Monday 6 April.* Easter Monday/);
  assert.match(lines[5], /^1 Tuesday 7 April/);
  assert.match(lines.at(-1), /^5 Monday 13 April/);
});
