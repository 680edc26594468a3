// The first page of each role, at phone and desktop width: no rule of axe broken, and the page itself never scrolls
// sideways (a wide table may, inside it).
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { assertAccessible, assertReflows, launch, openPage, picture } from "../support/browser.mjs";
import { site } from "../support/places.mjs";
import { office } from "../server-stub/office.mjs";
import { accepted } from "../server-stub/support.mjs";

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
  for (const width of [320, 1280]) {
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
