// The pages made ahead of time, as files: valid HTML, nothing inline, light enough for one congestion window.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { built, site } from "../support/places.mjs";

/** One initial congestion window of ten segments, less the headers. */
const FIRST_PAGE_LIMIT_BYTES = 14 * 1024;
/** All WebAssembly a customer's page loads, after it can be read. */
const CORE_LIMIT_BYTES = 90 * 1024;
/** Everything a page runs before a person asks for more: without what checks receipts, and without the worker. */
const SCRIPT_LIMIT_BYTES = 9 * 1024;

const pages = readdirSync(built(site), { recursive: true })
  .filter((name) => name.endsWith("index.html") && !name.startsWith("workbench")).sort();
const brotli = (...path) => brotliCompressSync(readFileSync(join(site, ...path))).length;

test("there are pages made ahead of time, for every brand", () => {
  const { brands } = JSON.parse(readFileSync(new URL("../../public/policy/brands.json", import.meta.url)));
  for (const { id } of brands) assert.ok(pages.includes(join(id, "index.html")), id);
});

for (const name of pages) {
  test(`/${name} is valid HTML`, async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      rules: { "long-title": "off", "no-trailing-whitespace": "off", "require-sri": "off" },
    });
    const { results } = await validator.validateString(readFileSync(join(site, name), "utf8"));
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${line}: ${ruleId}: ${message}`)), []);
  });

  test(`/${name} holds no script, style or handler of its own`, () => {
    const html = readFileSync(join(site, name), "utf8");
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
  });

  test(`/${name} and its styles fit into ${FIRST_PAGE_LIMIT_BYTES} bytes`, () => {
    const size = brotli(name) + brotli("assets", "portal.css");
    assert.ok(size <= FIRST_PAGE_LIMIT_BYTES, `${size} bytes in brotli`);
  });
}

test("the core and the script are within their budgets", () => {
  assert.ok(brotli("assets", "core.wasm") <= CORE_LIMIT_BYTES);
  assert.ok(brotli("assets", "portal.js") <= SCRIPT_LIMIT_BYTES);
});

test("no rule of a component that the pages use was cut from the styles", () => {
  const whole = readFileSync(createRequire(import.meta.url).resolve("govuk-frontend/dist/govuk/govuk-frontend.min.css"), "utf8");
  const ours = readFileSync(join(site, "assets", "portal.css"), "utf8");
  const used = new Set(pages.flatMap((name) => readFileSync(join(site, name), "utf8").match(/govuk-[\w-]+/g)));
  const styles = (css, name) => new RegExp(`\\.${name}(?![\\w-])`).test(css);
  assert.ok(used.has("govuk-radios__label"));
  assert.deepEqual([...used].filter((name) => styles(whole, name) && !styles(ours, name)), []);
});

test("no GOV.UK font, crown or blue is in the styles", () => {
  const css = readFileSync(join(site, "assets", "portal.css"), "utf8");
  assert.doesNotMatch(css, /GDS Transport|@font-face|crown|#1d70b8|#1a65a6/i);
});
