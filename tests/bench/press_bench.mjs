// From a press to the next screen, in the document and then painted: with the core in the page, with the processor
// slowed to a quarter, and, as peer in the same run, the stub's own page without script. Run by hand, when build/site
// and the stub are built:
//   node tests/bench/press_bench.mjs [ROUNDS]
// Prints medians and slowest and the ratio to the peer; asserts nothing: machines are noisy.
import { launch, openPage, coreReady } from "../support/browser.mjs";
import { arrivesAt, main, plainAnswers } from "../support/journey.mjs";
import { startStub } from "../support/stub.mjs";

const ROUNDS = Number(process.argv[2] ?? 30);
const FROM = "What happened?";
const TO = "When did it happen";

/** In the page: from when a press began until the next screen is in the document and laid out, and until it is painted. */
function watch() {
  addEventListener("click", ({ timeStamp }) => { window.pressed = timeStamp; window.took = undefined; }, true);
  const since = () => performance.now() - window.pressed;
  const done = () => {
    document.body.getBoundingClientRect();
    const made = since();
    requestAnimationFrame(() => { setTimeout(() => { window.took = { made, painted: since() }; }); });
  };
  document.addEventListener("DOMContentLoaded", () => {
    let before = document.querySelector("main")?.dataset.screen;
    new MutationObserver(() => {
      const screen = document.querySelector("main")?.dataset.screen;
      if (screen !== before && window.pressed !== undefined) done();
      before = screen;
    }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-screen"] });
  });
}

function report(name, times, peer) {
  const sorted = [...times].sort((one, other) => one - other);
  const median = sorted[sorted.length >> 1];
  const ratio = peer === undefined ? "" : `, ${(median / peer).toFixed(2)} of the stub's page`;
  console.log(`${name}: median ${median.toFixed(1)} ms, slowest ${sorted.at(-1).toFixed(1)} ms${ratio}`);
  return median;
}

const press = (page) => main(page).getByRole("button", { name: "Continue" });

/** Presses that the core in the page answers. */
async function inPage(browser, address, rate) {
  const page = await openPage(browser);
  await page.addInitScript(watch);
  await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate });
  await page.goto(`${address}/homes-plus/complaint/what-happened`);
  await coreReady(page);
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await arrivesAt(page, FROM);
    await page.locator("#what_happened").fill(`${plainAnswers.what_happened} ${round}`);
    await press(page).click();
    await arrivesAt(page, TO);
    times.push(await (await page.waitForFunction(() => window.took)).jsonValue());
    await page.goBack();
  }
  await page.context().close();
  return times;
}

/** The same presses without script: what the browser itself says of its navigations. */
async function withoutScript(browser, address) {
  const page = await openPage(browser, { javaScriptEnabled: false });
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(`${address}/homes-plus/complaint/what-happened`);
    await page.locator("#what_happened").fill(`${plainAnswers.what_happened} ${round}`);
    const began = performance.now();
    await press(page).click();
    await arrivesAt(page, TO);
    times.push(performance.now() - began);
  }
  await page.context().close();
  return times;
}

const stub = await startStub();
const browser = await launch();
try {
  const peer = report("the stub's page, no script", await withoutScript(browser, stub.address));
  for (const [name, rate] of [["the core in the page", 1], ["the core in the page, processor at a quarter", 4]]) {
    const times = await inPage(browser, stub.address, rate);
    report(`${name}, in the document and laid out`, times.map(({ made }) => made), peer);
    report(`${name}, painted`, times.map(({ painted }) => painted), peer);
  }
} finally {
  await browser.close();
  await stub.remove();
}
