// What every answer says to browsers and caches, and the compressed forms of files and pages.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { assets, built, root, site as builtSite } from "../support/places.mjs";
import { complaint, newKey, run, startStub } from "./support.mjs";

/** An answer as it came, not decoded as `fetch` does. */
function ask(stub, path, headers = {}) {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port: stub.port, path, headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on("error", reject).end();
  });
}

const documented = () => new Map([...readFileSync(join(root, "docs/operating/headers.md"), "utf8")
  .matchAll(/^\| `([A-Z][\w-]+)` \| `([^`]+)` \| .+ \|$/gm)].map(([, name, value]) => [name.toLowerCase(), value]));

test("every answer has the security headers that docs/operating/headers.md lists, refusals too", async (t) => {
  const stub = await startStub(t, { PUTRIGHT_ORIGIN: "https://complaints.example.org" });
  const wanted = documented();
  assert.ok(wanted.size >= 7, [...wanted.keys()].join());
  const answers = [await ask(stub, "/"), await ask(stub, "/api/nothing"), await ask(stub, "/healthz"), await ask(stub, "/a/../b"),
    await ask(stub, "/assets/nothing.js"), await ask(stub, "/.well-known/jwks.json")];
  for (const { headers, status } of answers) {
    for (const [name, value] of wanted) assert.equal(headers[name], value, `${name} of an answer with ${status}`);
    assert.equal(headers["set-cookie"], undefined);
  }
  const posted = await stub.submit(complaint(), newKey());
  for (const [name, value] of wanted) assert.equal(posted.headers.get(name), value, name);
});

test("Strict-Transport-Security is said only when customers come by https", async (t) => {
  const plain = await startStub(t);
  assert.equal((await ask(plain, "/healthz")).headers["strict-transport-security"], undefined);
  const named = await startStub(t, { PUTRIGHT_ORIGIN: "http://complaints.example.org" });
  assert.equal((await ask(named, "/healthz")).headers["strict-transport-security"], undefined);
});

/** A site folder with a page and a style, both compressed beside themselves. */
async function site(t) {
  const folder = mkdtempSync(join(tmpdir(), "putright-site-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  assert.equal((await run(["render", "--to", folder])).code, 0);
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "a.css"), "b { color: black }".repeat(40));
  for (const name of ["index.html", "homes-plus/index.html", "policy/book.json", "assets/a.css"]) {
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes));
  }
  return folder;
}

test("pages, files and the policy book are answered compressed, each form with its own entity tag", async (t) => {
  const stub = await startStub(t, { PUTRIGHT_SITE: await site(t) });
  for (const path of ["/", "/homes-plus", "/policy/book.json", "/assets/a.css"]) {
    const plain = await ask(stub, path);
    const brotli = await ask(stub, path, { "Accept-Encoding": "gzip, deflate, br" });
    const gzip = await ask(stub, path, { "Accept-Encoding": "gzip, br;q=0" });
    assert.deepEqual([plain, brotli, gzip].map(({ headers }) => headers["content-encoding"]), [undefined, "br", "gzip"], path);
    assert.deepEqual(brotliDecompressSync(brotli.body), plain.body, path);
    assert.deepEqual(gunzipSync(gzip.body), plain.body, path);
    assert.equal(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size, 3, path);
    for (const { headers } of [plain, brotli, gzip]) {
      assert.deepEqual([headers.vary, headers["cache-control"]], ["Accept-Encoding", "no-cache"], path);
    }
    const known = await ask(stub, path, { "Accept-Encoding": "br", "If-None-Match": brotli.headers.etag });
    assert.deepEqual([known.status, known.body.length], [304, 0], path);
    assert.equal((await ask(stub, path, { "If-None-Match": brotli.headers.etag })).status, 200, "another form is not what it has");
  }
  assert.equal((await ask(stub, "/assets/a.css.br")).status, 404);
});

test("the built site: what a name's digest is of is kept for good; pages, the policy book and the worker are asked for again", async (t) => {
  const stub = await startStub(t, { PUTRIGHT_SITE: built(builtSite) });
  const names = Object.keys(JSON.parse(readFileSync(assets.file("manifest.json"), "utf8")));
  assert.deepEqual(["core.wasm", "portal.css", "portal.js", "sending.js", "verify.js"].filter((name) => !names.includes(name)), []);
  for (const name of names) {
    const { status, headers } = await ask(stub, assets.address(name));
    assert.deepEqual([status, headers["cache-control"]], [200, "public, max-age=31536000, immutable"], name);
  }
  for (const path of ["/", "/homes-plus", "/policy/book.json", "/service-worker.js", "/assets/manifest.json", "/workbench/"]) {
    const { status, headers } = await ask(stub, path);
    assert.deepEqual([status, headers["cache-control"]], [200, "no-cache"], path);
  }
});

test("every page names this build's assets: those that lie there, those made now, colleagues' and refusals", async (t) => {
  const stub = await startStub(t, { PUTRIGHT_SITE: built(builtSite) });
  const html = { Accept: "text/html", "Content-Type": "application/x-www-form-urlencoded" };
  const pages = [await ask(stub, "/homes-plus"), await ask(stub, "/homes-plus/complaint/check"), await ask(stub, "/nothing/here"),
    await ask(stub, "/staff/")].map(({ body }) => String(body));
  for (const headers of [html, { ...html, "Sec-Fetch-Site": "cross-site" }]) {
    pages.push(await (await stub.fetch("/homes-plus/complaint/about", { method: "POST", headers, body: "go=next" })).text());
  }
  pages.push(readFileSync(join(builtSite, "workbench", "index.html"), "utf8"));
  for (const page of pages) {
    const linked = [...page.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    assert.ok(linked.length > 0, page.slice(0, 200));
    for (const path of linked) assert.ok(assets.isForGood(path), path);
  }
});

test("putright render takes away the compressed forms of the pages that it makes anew", async (t) => {
  const folder = await site(t);
  writeFileSync(join(folder, "index.html.br"), "old");
  assert.equal((await run(["render", "--to", folder])).code, 0);
  const stub = await startStub(t, { PUTRIGHT_SITE: folder });
  assert.equal((await ask(stub, "/", { "Accept-Encoding": "br" })).headers["content-encoding"], undefined);
});
