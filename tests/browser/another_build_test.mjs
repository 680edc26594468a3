// One build takes another's place while a page is open: what the page asks for by the other build's names is gone.
// It must not look broken, and must come on.
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { coreReady, launch, openPage } from "../support/browser.mjs";
import { arrivesAt, press } from "../support/journey.mjs";
import { assets } from "../support/places.mjs";
import { startStub } from "../support/stub.mjs";

/** No digest of ours. */
const OTHER = ".0000000000.";
const ofAnotherBuild = (address) => address.replace(/\.[0-9a-f]{10}\./, OTHER);

let stub, browser, page;
before(async () => {
  stub = await startStub();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await stub?.remove();
});
beforeEach(async () => { page = await openPage(browser); });
afterEach(() => page.context().close());

/** Answers the next page with another build's names of these assets in it. */
async function pageOfAnotherBuild(...names) {
  await page.route("**/what-happened", async (route) => {
    const answer = await route.fetch();
    let html = await answer.text();
    for (const name of names) html = html.replace(assets.address(name), ofAnotherBuild(assets.address(name)));
    await route.fulfill({ response: answer, body: html });
  }, { times: 1 });
  await page.goto(`${stub.address}/homes-plus/complaint/what-happened`);
}

test("its style sheet and script are this build's instead: the page looks as it should and has its core", async () => {
  const asked = [];
  page.on("response", (answer) => asked.push([new URL(answer.url()).pathname, answer.status()]));
  await pageOfAnotherBuild("portal.css", "portal.js");
  await coreReady(page);
  for (const name of ["portal.css", "portal.js"]) {
    assert.deepEqual(asked.find(([path]) => path === ofAnotherBuild(assets.address(name)))?.[1], 200, name);
  }
  const skipLink = await page.locator(".govuk-skip-link").evaluate((link) => getComputedStyle(link).position);
  assert.equal(skipLink, "absolute", "the styles are there");
});

test("its core is gone: the form goes to the stub, nothing typed is lost, and the next page is whole", async () => {
  const script = readFileSync(assets.file("portal.js"), "utf8")
    .replace(assets.address("core.wasm"), ofAnotherBuild(assets.address("core.wasm")));
  await page.route(`**${assets.address("portal.js")}`, (route) =>
    route.fulfill({ contentType: "text/javascript", body: script }), { times: 1 });
  const [gone] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith(ofAnotherBuild(assets.address("core.wasm")))),
    pageOfAnotherBuild(),
  ]);
  assert.equal(gone.status(), 404);
  await page.locator("#what_happened").fill("The boiler");
  const [sent] = await Promise.all([
    page.waitForEvent("request", (made) => made.isNavigationRequest()), press(page, "Continue"),
  ]);
  assert.equal(sent.method(), "POST");
  await arrivesAt(page, "When did it happen");
  await coreReady(page);
  await press(page, "Back");
  await arrivesAt(page, "What happened?");
  assert.equal(await page.locator("#what_happened").inputValue(), "The boiler");
});
