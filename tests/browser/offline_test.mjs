// No network: after the first visit every page opens and every journey can be finished, and what was sent meanwhile
// goes out once, when the network is back.
import { after, afterEach, before, beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { coreReady, launch, openPage } from "../support/browser.mjs";
import { keptOnDevice, pressPlain, untilKept, untilPageKept, untilTrue, wakeWorker, workerReady } from "../support/device.mjs";
import { assets, root, site } from "../support/places.mjs";
import { startStub } from "../support/stub.mjs";
import {
  answerUpToCheck, arrivesAt, checkedAnswer, heading, keptBy, main, plainAnswers, send,
} from "../support/journey.mjs";

let stub, browser, page;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });
beforeEach(async () => {
  stub = await startStub();
  page = await openPage(browser, { serviceWorkers: "allow" });
});
afterEach(async () => {
  await page.context().close();
  await stub.remove();
});

async function visit(path = "/homes-plus/") {
  await page.goto(stub.address + path);
  await coreReady(page);
  await workerReady(page);
}

const NEWER = "f".repeat(32);
const waits = ({ outbox }) => outbox.length === 1 && outbox[0].state === "waiting";
const isSent = ({ outbox }) => outbox.length === 1 && outbox[0].state === "sent";
const networkIsBack = (tab) => tab.evaluate(() => dispatchEvent(new Event("online")));

async function sendInVain() {
  await answerUpToCheck(page);
  await send(page);
  await page.waitForFunction(() => history.state?.request?.answer?.kept);
  await untilKept(page, waits, "one waits");
}

/** The addresses of the pages made ahead of time under a folder of the site. */
function pagesUnder(folder) {
  return readdirSync(join(site, folder), { recursive: true }).filter((name) => /(^|\/)index\.html$/.test(name))
    .map((name) => `/${folder}/${name.replace(/\/?index\.html$/, "")}`);
}

async function opensOffline(path) {
  const answer = await page.goto(stub.address + path);
  assert.deepEqual([answer.status(), answer.fromServiceWorker()], [200, true], path);
  assert.ok(await heading(page).innerText(), path);
}

test("after the first visit every page of the portal opens with no network", async () => {
  await visit();
  const { brands } = JSON.parse(readFileSync(join(root, "public", "policy", "brands.json")));
  const pages = pagesUnder("homes-plus");
  assert.ok(pages.length > 20);
  await untilPageKept(page, "/homes-plus/what-we-changed");
  await stub.stop();
  for (const path of ["/", ...pages]) await opensOffline(path);
  for (const { id } of brands) for (const path of ["", "track", "complaint/who-for"]) await opensOffline(`/${id}/${path}`);
  assert.equal(await page.locator(".govuk-button").first().evaluate((button) => getComputedStyle(button).display), "inline-block");
});

test("a page made on the device goes out under the stub's security headers", async () => {
  await visit();
  const online = (await (await fetch(`${stub.address}/homes-plus/`)).headers);
  await stub.stop();
  const offline = (await page.goto(`${stub.address}/homes-plus/`)).headers();
  for (const name of ["content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy",
    "cross-origin-opener-policy", "cross-origin-resource-policy"]) {
    assert.ok(offline[name], name);
    assert.equal(offline[name], online.get(name), name);
  }
});

test("a complaint made without a network is kept, and sent once when the network is back", async () => {
  await visit();
  await stub.stop();
  await page.goto(`${stub.address}/homes-plus/`);
  await coreReady(page);
  await sendInVain();
  assert.deepEqual((await keptOnDevice(page)).drafts, [], "it is sent, so it is not unfinished");
  await stub.start();
  await networkIsBack(page);
  const { outbox: [item] } = await untilKept(page, isSent, "it is sent");
  assert.match(item.reference, /^HP-/);
  await networkIsBack(page);
  assert.equal(await keptBy(stub), 1);
});

test("what waits is sent after a reload, by two tabs that try at once, as one complaint", async () => {
  await visit();
  await stub.stop();
  await sendInVain();
  await page.reload();
  await coreReady(page);
  const other = await page.context().newPage();
  await other.goto(`${stub.address}/homes-plus/`);
  await coreReady(other);
  await stub.start();
  await Promise.all([networkIsBack(page), networkIsBack(other)]);
  await untilKept(page, isSent, "it is sent");
  assert.equal(await keptBy(stub), 1);
});

test("what waits is sent when the page is opened again another day", async () => {
  await visit();
  await stub.stop();
  await sendInVain();
  await page.close();
  await stub.start();
  page = await page.context().newPage();
  await page.goto(`${stub.address}/care-plus/`);
  await untilKept(page, isSent, "it is sent");
  assert.equal(await keptBy(stub), 1);
});

test("a stub that was killed after it kept the complaint is told it again, and has one", async () => {
  // Without the worker, since the test stands between page and stub here.
  await page.context().close();
  page = await openPage(browser);
  await page.goto(`${stub.address}/homes-plus/`);
  await coreReady(page);
  await page.route("**/api/complaints", async (route) => {
    await route.fetch();
    await stub.stop("SIGKILL");
    await route.abort();
  });
  await sendInVain();
  await page.unroute("**/api/complaints");
  await stub.start();
  await networkIsBack(page);
  await untilKept(page, isSent, "it is sent");
  assert.equal(await keptBy(stub), 0, "kept before the restart, not again after it");
});

test("plain forms are answered on the device too, up to the outbox", async () => {
  await visit();
  await stub.stop();
  await page.goto(`${stub.address}/homes-plus/complaint/who-for`);
  await page.locator('input[value="self"]').check();
  await pressPlain(page, "Continue");
  await arrivesAt(page, "about?");
  await page.locator('input[value="repairs"]').check();
  await pressPlain(page, "Continue");
  await arrivesAt(page, "What happened?");
  await pressPlain(page, "Continue");
  assert.match(await page.title(), /^Error: /);
  await page.locator("#what_happened").fill(plainAnswers.what_happened);
  await pressPlain(page, "Continue");
  await arrivesAt(page, "When did it happen");
  await pressPlain(page, "Continue");
  await arrivesAt(page, "What would put it right?");
  await page.locator("#what_would_put_it_right").fill(plainAnswers.what_would_put_it_right);
  await pressPlain(page, "Continue");
  await arrivesAt(page, "Add photos or documents");
  await pressPlain(page, "Continue");
  await arrivesAt(page, "Your name");
  await page.locator("#name").fill(plainAnswers.name);
  await page.locator('input[name="reply_by"][value="email"]').check();
  await page.locator("#email").fill(plainAnswers.email);
  await page.locator("#address").fill(plainAnswers.address);
  await pressPlain(page, "Continue");
  await arrivesAt(page, "Making it easier for you");
  await pressPlain(page, "Continue");
  await arrivesAt(page, "Check your complaint");
  assert.equal(await checkedAnswer(page, "Address"), plainAnswers.address);
  await pressPlain(page, "Send complaint");
  await untilKept(page, waits, "one waits");
  await stub.start();
  await networkIsBack(page);
  await untilKept(page, isSent, "it is sent");
  assert.equal(await keptBy(stub), 1);
});

test("with a network the stub answers, and the worker passes on what it says", async () => {
  await visit();
  const none = await page.goto(`${stub.address}/nothing-here`);
  assert.equal(none.status(), 404);
  await page.goto(`${stub.address}/homes-plus/complaint/what-happened`);
  await pressPlain(page, "Continue");
  assert.match(await page.title(), /^Error: /);
  await stub.stop();
  await assert.rejects(page.goto(`${stub.address}/nothing-here`), /ERR_FAILED|ERR_CONNECTION/);
});

test("a receipt is checked on the device, with the keys of the last visit", async () => {
  await visit();
  const body = readFileSync(join(site, "schemas", "examples", "submission.json"));
  const headers = { "Content-Type": "application/json", "Idempotency-Key": "a".repeat(32) };
  const { receipt } = await (await fetch(`${stub.address}/api/complaints`, { method: "POST", headers, body })).json();
  await untilKept(page, ({ keys }) => keys.length === 1, "the keys");
  await stub.stop();
  const [jwks] = (await keptOnDevice(page)).keys;
  const verdict = await page.evaluate(async ([script, asked, keys]) => {
    const { verdictHere } = await import(script);
    return verdictHere(asked, keys);
  }, [assets.address("verify.js"), JSON.stringify({ receipt }), jwks]);
  assert.equal(JSON.parse(verdict.body).valid, true);
});

test("what waits is sent by the worker alone when the browser wakes it", async () => {
  await visit();
  await stub.stop();
  await sendInVain();
  const context = page.context();
  await page.goto("about:blank");
  await stub.start();
  await wakeWorker(context, page, stub.address);
  for (let tries = 0; tries < 100 && await keptBy(stub) === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(await keptBy(stub), 1);
});

test("the worker's own script is asked for anew each time and runs under the portal's rules", async () => {
  const { headers } = await fetch(`${stub.address}/service-worker.js`);
  assert.match(headers.get("content-type"), /^text\/javascript/);
  assert.equal(headers.get("cache-control"), "no-cache");
  assert.match(headers.get("content-security-policy"), /script-src 'self' 'wasm-unsafe-eval';/);
});

test("neither the API, the keys, the figures nor the workbench are kept or answered", async () => {
  await visit();
  const asked = ["/api/complaints/HP-BCDF-GHJK", "/.well-known/jwks.json", "/metrics", "/healthz", "/readyz", "/workbench/"];
  await page.evaluate((paths) => Promise.all(paths.map((path) => fetch(path))), asked);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat();
  });
  assert.ok(kept.includes(assets.address("core.wasm")) && kept.includes("/policy/book.json"));
  assert.deepEqual(kept.filter((path) => asked.includes(path)), []);
  await stub.stop();
  for (const path of asked) {
    assert.equal(await page.evaluate((asking) => fetch(asking).then(() => "answered", () => "failed"), path), "failed", path);
  }
});

test("another website's form is refused as it is without the worker", async () => {
  await visit();
  const elsewhere = createServer((_request, reply) => {
    reply.setHeader("Content-Type", "text/html");
    reply.end(`<form method="post" action="${stub.address}/homes-plus/complaint/about"><button name="go" value="next">x</button></form>`);
  });
  await new Promise((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  try {
    await page.goto(`http://localhost:${elsewhere.address().port}/`);
    const [answer] = await Promise.all([page.waitForNavigation(), page.locator("button").click()]);
    assert.equal(answer.status(), 403);
  } finally {
    elsewhere.closeAllConnections();
    elsewhere.close();
  }
});

test("a new version takes over: the old caches go, and the page that is being filled stays as it is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "putright-site-"));
  cpSync(site, folder, { recursive: true });
  const served = await startStub(folder);
  try {
    await page.goto(`${served.address}/homes-plus/complaint/what-happened`);
    await coreReady(page);
    await workerReady(page);
    await page.locator("#what_happened").fill("Half a sen");
    await page.evaluate(() => fetch("/homes-plus/").then(() => { window.isStillHere = true; }));
    const worker = readFileSync(join(folder, "service-worker.js"), "utf8");
    const [, version] = /putright-pages-[^;]*?"(\w{32})"/.exec(worker);
    writeFileSync(join(folder, "service-worker.js"), worker.replaceAll(version, NEWER));
    // As the build does it: compressed forms never outlive their file.
    for (const form of ["br", "gz"]) rmSync(join(folder, `service-worker.js.${form}`), { force: true });
    await served.stop();
    await served.start();
    await page.evaluate(async () => {
      const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
      await (await navigator.serviceWorker.ready).update();
      await changed;
    });
    assert.equal(await page.locator("#what_happened").inputValue(), "Half a sen");
    assert.ok(await page.evaluate(() => window.isStillHere), "not reloaded");
    await page.goto(`${served.address}/homes-plus/`);
    await untilTrue(page, async () => (await caches.keys()).filter((name) => name.startsWith("putright-pages-"))
      .every((name) => name.endsWith("f")), "the old caches are gone");
    await served.stop();
    await page.goto(`${served.address}/homes-plus/`);
    assert.match(await heading(page).innerText(), /Complaints/);
  } finally {
    await served.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
