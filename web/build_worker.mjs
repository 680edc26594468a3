// Builds the service worker into build/site, last of all: it carries the digest of every file that a page needs, and
// the addresses of the pages that the core cannot make. Then the compressed forms of all files. Run it again whenever
// build/site has changed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { Assets } from "./assets.mjs";
import { removeCompressed, writeCompressed } from "./compress.mjs";
import { limits } from "./limits.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const site = join(root, "build", "site");
const assets = Assets.of(site);
const source = (name) => join(root, "web", "src", `${name}.ts`);

/** What pages load by themselves, not by a link that stands in them. */
const LOADED = ["core.wasm", "sending.js", "verify.js"].map((name) => assets.address(name)).concat("/policy/book.json");

const digest = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex").slice(0, 32);
const isFile = (path) => existsSync(join(site, path)) && statSync(join(site, path)).isFile();
const read = (path) => readFileSync(join(site, path));

/** Customers' pages: every index.html but the workbench's. */
function pages() {
  return readdirSync(site, { recursive: true }).map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /(^|\/)index\.html$/.test(name) && !name.startsWith("workbench/")).sort();
}

/** The files that pages and their styles name, and those that scripts load. */
function shell(html) {
  const named = html.flatMap((text) => [...text.matchAll(/(?:href|src)="(\/[^"#?]+)"/g)].map(([, path]) => path));
  const styles = named.filter((path) => path.endsWith(".css") && isFile(path)).map((path) => read(path).toString());
  const inStyles = styles.flatMap((css) => [...css.matchAll(/url\("?(\/[^")]+)"?\)/g)].map(([, path]) => path));
  const missing = LOADED.filter((path) => !isFile(path));
  if (missing.length > 0) throw new Error(`not built: ${missing.join(", ")}; the worker is built last, after putright render`);
  return [...new Set([...named, ...inStyles, ...LOADED])].filter(isFile).sort()
    .map((url) => ({ url, revision: assets.isForGood(url) ? null : digest(read(url)) }));
}

/** web/src/core.ts as it runs in Node too, so that the core itself says which pages it does not know. */
async function startCore() {
  const { outputFiles } = esbuild.buildSync({ entryPoints: [source("core")], bundle: true, format: "esm", write: false });
  const { instantiate } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return instantiate(read(assets.address("core.wasm")), new Uint8Array(read("/policy/book.json")));
}

/** The addresses of the pages that the core does not know, by brand; as links write them. */
async function pagesWithoutCore(files, html) {
  const core = await startCore();
  const { brands } = JSON.parse(readFileSync(join(root, "public", "policy", "brands.json")));
  const byBrand = {};
  for (const file of files) {
    const slashed = `/${file.slice(0, -"index.html".length)}`;
    const plain = slashed.replace(/(?<=.)\/$/, "");
    const path = html.some((text) => text.includes(`href="${slashed}"`)) ? slashed : plain;
    const request = { method: "GET", path, form: [], now: "2026-01-01T00:00:00Z", entropy: "0".repeat(32) };
    if (core.answer(request).status !== 404) continue;
    const [, first] = path.split("/");
    const brand = brands.some(({ id }) => id === first) ? first : "";
    (byBrand[brand] ??= []).push(path);
  }
  return byBrand;
}

const files = pages();
const html = files.map((name) => read(name).toString());
const kept = shell(html);
const byBrand = await pagesWithoutCore(files, html);
esbuild.buildSync({
  entryPoints: [source("service_worker")], outfile: join(site, "service-worker.js"), bundle: true, format: "iife",
  target: "es2020", minify: true, legalComments: "none", logLevel: "warning",
  define: {
    ...limits,
    ...assets.define,
    "process.env.NODE_ENV": '"production"',
    PUTRIGHT_SHELL: JSON.stringify(kept),
    PUTRIGHT_PAGES: JSON.stringify(byBrand),
    PUTRIGHT_VERSION: JSON.stringify(digest(JSON.stringify(kept), ...html)),
  },
});
console.log(`service-worker.js keeps ${kept.length} files and ${Object.values(byBrand).flat().length} pages that the core does not make`);
removeCompressed(site);
console.log(`${writeCompressed(site)} compressed forms lie beside their files`);
