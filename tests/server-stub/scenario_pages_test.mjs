// Colleagues' pages about scenarios as the stub serves them: who may use them, that nothing is kept or sent, files that
// are chosen, and every example's dates as `putright assess` gives them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { binary, root } from "../support/places.mjs";
import { auditLog, office } from "./office.mjs";

const PATH = "/staff/scenario";
const { examples } = JSON.parse(readFileSync(join(root, "public", "workbench", "examples.json"), "utf8"));

/** A colleague's browser on these pages. */
function desk(stub, token) {
  const headers = { "Sec-Fetch-Site": "same-origin", ...(token && { Cookie: `putright_colleague=${token}` }) };
  const post = (body, more = {}) => stub.fetch(PATH, { method: "POST", headers: { ...headers, ...more }, body });
  return {
    get: () => stub.fetch(PATH, { headers }),
    press: (fields, more) => post(new URLSearchParams(fields), more),
    open: (files, text = "") => {
      const form = new FormData();
      for (const file of files) form.append("file", new Blob([file]), "scenario.json");
      form.append("text", text);
      form.append("go", "open");
      return post(form);
    },
  };
}

/** The rows of the table with this caption, as words. */
function rowsOf(html, caption) {
  const from = html.indexOf(`>${caption}</caption>`);
  const table = from < 0 ? "" : html.slice(from, html.indexOf("</table>", from));
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].slice(1)
    .map(([, row]) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell.replace(/<[^>]+>/g, "")));
}

const inWords = (date) => {
  const day = new Date(`${date}T12:00:00Z`);
  const part = (options) => day.toLocaleDateString("en-GB", { timeZone: "UTC", ...options });
  return `${part({ weekday: "long" })} ${day.getUTCDate()} ${part({ month: "long" })} ${day.getUTCFullYear()}`;
};

/** What `putright assess` says of the complaint as it stands on the scenario's day. */
function assessed({ workbench, ...record }) {
  const events = record.events.filter(({ at }) => at.slice(0, 10) <= workbench.today);
  const words = ["assess", "--as-of", workbench.today, ...(workbench.receipt ? ["--receipt", workbench.receipt] : [])];
  const { stdout } = spawnSync(binary, words, { cwd: root, input: JSON.stringify({ ...record, events }), encoding: "utf8" });
  return stdout ? JSON.parse(stdout) : undefined;
}

test("every role may try a scenario, nobody else, and no other website's form", async (t) => {
  const { stub, tokens } = await office(t);
  for (const who of ["h.one", "p.one", "r.one"]) {
    assert.equal((await desk(stub, tokens[who]).get()).status, 200, who);
    assert.equal((await desk(stub, tokens[who]).press({ go: "new" })).status, 200, who);
  }
  assert.equal((await desk(stub).get()).status, 401);
  assert.equal((await desk(stub).press({ go: "new" })).status, 401);
  assert.equal((await desk(stub, tokens["p.one"]).press({ go: "new" }, { "Sec-Fetch-Site": "cross-site" })).status, 403);
});

test("the deadlines of every example are those of putright assess", async (t) => {
  const { stub, tokens } = await office(t);
  const mine = desk(stub, tokens["p.one"]);
  let dates = 0;
  for (const { name, record } of examples) {
    const html = await (await mine.press({ go: "example", example: name })).text();
    const found = assessed(record);
    const shown = rowsOf(html, "Deadlines").map(([, by]) => by);
    if (record.workbench.invented_holidays) continue; // assess knows the published calendar alone
    assert.deepEqual(shown, (found?.deadlines ?? []).map(({ promised_on }) => inWords(promised_on)), name);
    dates += shown.length;
  }
  assert.ok(dates > 10);
});

test("a chosen file opens, a spoilt one is said at line and column and can be mended where it stands", async (t) => {
  const { stub, tokens } = await office(t);
  const mine = desk(stub, tokens["p.one"]);
  const text = JSON.stringify(examples[0].record, null, 2);
  const opened = await mine.open([text]);
  assert.equal(opened.status, 200);
  assert.match(await opened.text(), /Scenario: a complaint to Homes Plus/);
  const spoilt = await mine.open([text.replace("2026-01-14T11:00:00Z", "yesterday")]);
  assert.equal(spoilt.status, 422);
  const html = await spoilt.text();
  const line = text.slice(0, text.indexOf("2026-01-14T11:00:00Z")).split("\n").length;
  assert.match(html, new RegExp(`Line ${line}, column \\d+: `));
  assert.match(html, /&quot;at&quot;: &quot;yesterday&quot;/);
  assert.match(await (await mine.open([], text)).text(), /Scenario: a complaint/);
  assert.match(await (await mine.open([text, text])).text(), /Choose one file/);
  assert.match(await (await mine.open([])).text(), /Choose a file, or paste/);
});

test("the customer's page can only be looked at", async (t) => {
  const { stub, tokens } = await office(t);
  const mine = desk(stub, tokens["p.one"]);
  const { record } = examples.find(({ name }) => name === "Extension");
  const page = await mine.press({ go: "customer", scenario: JSON.stringify(record) });
  assert.match(page.headers.get("content-security-policy"), /; sandbox allow-same-origin$/);
  const html = await page.text();
  assert.match(html, /data-screen="tracked"/);
  assert.match(html, /By Friday 26 June 2026/);
});

test("a scenario leaves nothing behind: no row, no entry in the audit log, no words in the log", async (t) => {
  const { stub, tokens, data } = await office(t);
  const mine = desk(stub, tokens["h.one"]);
  const files = () => readdirSync(data, { recursive: true }).sort().map((name) => [name, statSync(join(data, name)).size]);
  const before = files();
  const { record } = examples[0];
  record.events[1].definition = "A word that nobody else uses: quixotry.";
  const seen = await (await mine.press({ go: "show", scenario: JSON.stringify(record) })).text();
  assert.match(seen, /quixotry/);
  await mine.press({ go: "keep-event", scenario: JSON.stringify(record), type: "closed" });
  assert.deepEqual(files(), before);
  assert.deepEqual(auditLog(data), []);
  assert.doesNotMatch(stub.log, /quixotry/);
});
