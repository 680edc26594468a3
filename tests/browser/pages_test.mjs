// The pages made ahead of time, as files: valid HTML, nothing inline, light enough for one congestion window.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { assets, built, site } from "../support/places.mjs";
import { faultsOfHtml } from "../support/valid_html.mjs";

/** One initial congestion window of ten segments, less the headers. */
const FIRST_PAGE_LIMIT_BYTES = 14 * 1024;
/** All WebAssembly and script that a customer's page loads, after it can be read. */
const CODE_LIMIT_BYTES = 90 * 1024;
/** Scripts that a page loads only when they are needed (web/src/scripts.ts). */
const LATER_LIMITS_BYTES = { "sending.js": 2048, "verify.js": 1024 };
const STYLES_LIMIT_BYTES = 9 * 1024;

const pages = readdirSync(built(site), { recursive: true })
  .filter((name) => name.endsWith("index.html") && !name.startsWith("workbench")).sort();
const brotli = (path) => brotliCompressSync(readFileSync(path)).length;

test("there are pages made ahead of time, for every brand", () => {
  const { brands } = JSON.parse(readFileSync(new URL("../../public/policy/brands.json", import.meta.url)));
  for (const { id } of brands) assert.ok(pages.includes(join(id, "index.html")), id);
});

for (const name of pages) {
  test(`/${name} is valid HTML`, async () => {
    assert.deepEqual(await faultsOfHtml(readFileSync(join(site, name), "utf8")), []);
  });

  test(`/${name} holds no script, style or handler of its own`, () => {
    const html = readFileSync(join(site, name), "utf8");
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
  });

  test(`/${name} and its styles fit into ${FIRST_PAGE_LIMIT_BYTES} bytes`, () => {
    const size = brotli(join(site, name)) + brotli(assets.file("portal.css"));
    assert.ok(size <= FIRST_PAGE_LIMIT_BYTES, `${size} bytes in brotli`);
  });
}

test("the core and the script together, and the styles, are within their budgets", () => {
  const code = brotli(assets.file("core.wasm")) + brotli(assets.file("portal.js"));
  assert.ok(code <= CODE_LIMIT_BYTES, `${code} bytes in brotli`);
  assert.ok(brotli(assets.file("portal.css")) <= STYLES_LIMIT_BYTES, `${brotli(assets.file("portal.css"))} bytes in brotli`);
});

test("the scripts that are loaded only when they are needed are within theirs, and no page names them", () => {
  for (const [name, limit] of Object.entries(LATER_LIMITS_BYTES)) {
    const size = brotli(assets.file(name));
    assert.ok(size <= limit, `${name}: ${size} bytes in brotli`);
    for (const page of pages) assert.ok(!readFileSync(join(site, page), "utf8").includes(assets.address(name)), page);
  }
});

test("three requests make a form that can be used: the page, its styles and its script", () => {
  const html = readFileSync(join(site, "homes-plus", "complaint", "who-for", "index.html"), "utf8");
  const links = [...html.matchAll(/<(?:link|script|img)[^>]* (?:href|src)="([^"]+)"/g)].map(([, path]) => path);
  assert.deepEqual(links.filter((path) => path !== "/favicon.svg"), ["portal.css", "portal.js"].map((asset) => assets.address(asset)));
  assert.doesNotMatch(readFileSync(assets.file("portal.css"), "utf8"), /@import|url\((?!["']?(?:data:|\/marks?[./]))/, "only the marks, which nobody needs to read, come as files");
});

test("every page says what it is about, for those who find it by searching", () => {
  for (const name of pages) {
    const html = readFileSync(join(site, name), "utf8");
    assert.match(html, /<meta name="description" content="[^"]{20,}/, name);
    assert.match(html, /<html lang="en-GB"/, name);
  }
  assert.match(readFileSync(join(site, "robots.txt"), "utf8"), /^User-agent: \*$/m);
});

test("no rule of a component that the pages use was cut from the styles", () => {
  const whole = readFileSync(createRequire(import.meta.url).resolve("govuk-frontend/dist/govuk/govuk-frontend.min.css"), "utf8");
  const ours = readFileSync(assets.file("portal.css"), "utf8");
  const used = new Set(pages.flatMap((name) => readFileSync(join(site, name), "utf8").match(/govuk-[\w-]+/g)));
  const styles = (css, name) => new RegExp(`\\.${name}(?![\\w-])`).test(css);
  assert.ok(used.has("govuk-radios__label"));
  assert.deepEqual([...used].filter((name) => styles(whole, name) && !styles(ours, name)), []);
});

test("no GOV.UK font, crown or blue is in the styles", () => {
  const css = readFileSync(assets.file("portal.css"), "utf8");
  assert.doesNotMatch(css, /GDS Transport|@font-face|crown|#1d70b8|#1a65a6/i);
});
