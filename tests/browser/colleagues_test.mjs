// Every page of colleagues and the pages that customers get from their acts, at phone and desktop width: no rule of axe
// broken, and the page itself never scrolls sideways (a wide table may, inside it).
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { assertAccessible, assertLegible, assertReflows, coreReady, launch, openPage, picture } from "../support/browser.mjs";
import { arrivesAt, press } from "../support/journey.mjs";
import { site } from "../support/places.mjs";
import { office } from "../server-stub/office.mjs";
import { accepted } from "../server-stub/support.mjs";

const [PHONE, DESK] = [320, 1280];
const FIRST_PAGES = [["h.one", "What is to do"], ["p.one", "Find a complaint"], ["r.one", "Complaints, comments and compliments"]];

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

test("each role's first page is accessible and fits a phone and a desk", async (t) => {
  const { stub, tokens, record } = await office(t, { PUTRIGHT_SITE: site });
  for (const more of [{}, { brand: "care-plus", matter: "care" }]) {
    const { reference } = await accepted(stub, more);
    await record("h.one", reference, { type: "acknowledged", definition: "The roof leaks." });
  }
  for (const width of [PHONE, DESK]) {
    const page = await openPage(browser, { viewport: { width, height: 900 } });
    for (const [who, title] of FIRST_PAGES) {
      await page.context().addCookies([{ name: "putright_colleague", value: tokens[who], url: `${stub.address}/staff/` }]);
      await page.goto(`${stub.address}/staff/`);
      assert.equal(await page.locator("h1").innerText(), title);
      await assertReflows(page, `${title} at ${width} px`);
      await assertAccessible(page, `${title} at ${width} px`);
      await picture(page, `colleagues-${who}-${width}`);
    }
    await page.context().close();
  }
});

const REASON = "I handle it.";
/** Every form there is: which of them may be recorded now is another matter. */
const FORMS = [
  "acknowledged", "officer_assigned", "question_asked", "question_answered", "visit_arranged", "extended", "stage_1_responded",
  "stage_2_requested", "stage_2_acknowledged", "stage_2_responded", "action_recorded", "action_done", "closed", "withdrawn",
];
const LIFE = [
  { type: "acknowledged", definition: `The roof leaks. ${"Averyveryverylongwordthatnobodybreaks".repeat(3)}` },
  { type: "officer_assigned", officer: "h.one", officer_name: "Hannah One" },
  { type: "question_asked", question: "Which room?" },
  { type: "visit_arranged", visit_on: "2027-01-15", visit: "Sam comes between 9 and 12." },
  { type: "stage_1_responded", finding: "partly_upheld", response: "We were late." },
  { type: "action_recorded", action: "A new roof." },
];
const PEOPLE = [
  { brand: "homes-plus", reply_by: "letter", address: "1 Street\nTown", name: "Ada Example" },
  { brand: "care-plus", matter: "care", reply_by: "phone", phone: "01234 567890" },
];

/** axe and reflow at each width. Its markup is the same at both: all rules look at one, those of a look at the other. */
async function assertFits(page, what) {
  for (const [width, assertRules] of [[PHONE, assertAccessible], [DESK, assertLegible]]) {
    await page.setViewportSize({ width, height: 900 });
    await assertReflows(page, `${what} at ${width} px`);
    await assertRules(page, `${what} at ${width} px`);
  }
}

/** That, and a picture of each width for a person to look at. */
async function assertFitsInPictures(page, what) {
  await assertFits(page, what);
  for (const width of [PHONE, DESK]) {
    await page.setViewportSize({ width, height: 900 });
    await picture(page, `colleagues/${what}-${width}`);
  }
}

/** A desk of this colleague, and a way to one complaint's page. */
async function deskOf(stub, token) {
  const page = await openPage(browser);
  await page.context().addCookies([{ name: "putright_colleague", value: token, url: `${stub.address}/staff/` }]);
  const open = async (reference) => {
    await page.goto(`${stub.address}/staff/complaints/${reference}`);
    await page.getByLabel("Your reason").fill(REASON);
    await press(page, "Show it");
    await arrivesAt(page, reference);
  };
  return { page, open };
}

async function withLife(stub, record, more) {
  const mine = await accepted(stub, more);
  for (const event of LIFE) assert.equal((await record("h.one", mine.reference, event)).status, 200, event.type);
  return mine;
}

for (const person of PEOPLE) {
  test(`${person.brand}: the complaint, every event's form and its refusals, the papers and the customer's page fit and break no rule`, async (t) => {
    const { stub, tokens, record } = await office(t, { PUTRIGHT_SITE: site });
    const { reference, tracking_key } = await withLife(stub, record, person);
    const { page, open } = await deskOf(stub, tokens["h.one"]);
    await page.goto(`${stub.address}/staff/complaints/${reference}`);
    await assertFitsInPictures(page, `${person.brand}-reason`);
    await open(reference);
    await assertFitsInPictures(page, `${person.brand}-complaint`);
    for (const type of FORMS) {
      await page.locator("input[name=type]").first().evaluate((radio, chosen) => { radio.value = chosen; radio.checked = true; }, type);
      await press(page, "Go on");
      await page.locator(`input[name=type][value=${type}]`).waitFor({ state: "attached" });
      await assertFits(page, `${person.brand}-${type}`);
      await page.locator("#at").fill("nonsense");
      await press(page, "Record it");
      await page.locator("#at-error").waitFor();
      await assertFits(page, `${person.brand}-${type}-refused`);
      await press(page, "Back without recording");
      await arrivesAt(page, reference);
    }
    await press(page, "Case file to print");
    await arrivesAt(page, "Case file");
    await assertFitsInPictures(page, `${person.brand}-case-file`);
    await page.goto(`${stub.address}/staff/letters`);
    await assertFitsInPictures(page, `${person.brand}-letters`);
    const letters = await page.getByRole("button", { name: "Letter to print" }).count();
    assert.equal(letters, 5);
    for (let at = 0; at < letters; ++at) {
      await page.goto(`${stub.address}/staff/letters`);
      await page.getByRole("button", { name: "Letter to print" }).nth(at).click();
      await page.getByText("Before you send this letter").first().waitFor();
      await assertFitsInPictures(page, `${person.brand}-letter-${at}`);
    }
    const customer = await openPage(browser);
    await customer.goto(`${stub.address}/${person.brand}/track`);
    await coreReady(customer);
    await customer.getByLabel("Reference").fill(reference);
    await customer.getByLabel("Tracking key").fill(tracking_key);
    await press(customer, "Show it");
    await arrivesAt(customer, reference);
    await assertFitsInPictures(customer, `${person.brand}-tracked`);
    await customer.context().close();
    await page.context().close();
  });
}

test("what was changed: learnt, worded, published, read by customers, and its refusals, at every width; the report's words are legible on a phone", async (t) => {
  const { stub, tokens, record } = await office(t, { PUTRIGHT_SITE: site });
  const { reference } = await withLife(stub, record, {});
  await record("h.one", reference, { type: "closed", learning: "Order parts sooner." });
  const { page } = await deskOf(stub, tokens["r.one"]);
  await page.goto(`${stub.address}/staff/report`);
  await assertFitsInPictures(page, "report");
  await page.setViewportSize({ width: PHONE, height: 900 });
  const sizes = await page.locator(".putright-chart__words").evaluateAll((words) => words.map((one) => parseFloat(getComputedStyle(one).fontSize)));
  assert.ok(sizes.length > 0 && sizes.every((size) => size >= 14), sizes.join());
  await page.getByRole("link", { name: "Tell everybody what we changed" }).click();
  await page.getByText("Order parts sooner.").waitFor();
  await assertFitsInPictures(page, "changes");
  await press(page, "Publish it");
  await page.locator("#told-error").waitFor();
  await assertFitsInPictures(page, "changes-refused");
  await page.getByLabel("Homes Plus", { exact: true }).check();
  await page.getByLabel("What customers told us").fill("You told us that repairs take too long.");
  await page.getByLabel("What we changed", { exact: true }).fill("We order parts on the day you call.");
  await press(page, "Publish it");
  await page.getByText("Published. Customers read it now.").waitFor();
  await assertFitsInPictures(page, "changes-published");
  const customer = await openPage(browser, { javaScriptEnabled: false });
  await customer.goto(`${stub.address}/homes-plus/what-we-changed`);
  await customer.getByText("We order parts on the day you call.").waitFor();
  await customer.context().close();
  await page.context().close();
});
