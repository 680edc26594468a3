// What browsers get without any script: pages, files, plain form posts; and what is refused at the door.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { formOf, newFolder, run, startStub } from "./support.mjs";

const get = (path, more = "") => `GET ${path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n${more}\r\n`;
const status = (back) => Number(back.slice(9, 12));

function site(t) {
  const folder = mkdtempSync(join(tmpdir(), "putright-site-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "assets"));
  mkdirSync(join(folder, "workbench"));
  const script = "export {};\n".repeat(50);
  writeFileSync(join(folder, "assets", "portal.js"), script);
  writeFileSync(join(folder, "assets", "portal.js.br"), brotliCompressSync(script));
  writeFileSync(join(folder, "assets", "core.wasm"), "\0asm");
  writeFileSync(join(folder, "workbench", "index.html"), "<!doctype html><title>Workbench</title>");
  writeFileSync(join(folder, "secret.txt"), "not linked, not listed");
  return { folder, script };
}

test("files: media types, entity tags, 304, HEAD and compressed forms", async (t) => {
  const { folder, script } = site(t);
  const stub = await startStub(t, { PUTRIGHT_SITE: folder });
  const plain = await stub.raw(get("/assets/portal.js"));
  assert.match(plain, /\r\nContent-Type: text\/javascript; charset=utf-8\r\n/);
  assert.match(plain, /\r\nCache-Control: no-cache\r\n/);
  assert.ok(plain.endsWith(`\r\n\r\n${script}`));
  const etag = /\r\nETag: ("[0-9a-f]{32}")\r\n/.exec(plain)[1];
  const same = await stub.raw(get("/assets/portal.js", `If-None-Match: "other", ${etag}\r\n`));
  assert.equal(status(same), 304);
  assert.ok(same.endsWith("\r\n\r\n"));
  const brotli = await stub.raw(get("/assets/portal.js", "Accept-Encoding: gzip, br\r\n"));
  assert.match(brotli, /\r\nContent-Encoding: br\r\n/);
  assert.match(brotli, /\r\nETag: "[0-9a-f]{32}-br"\r\n/);
  const refused = await stub.raw(get("/assets/portal.js", "Accept-Encoding: br;q=0\r\n"));
  assert.ok(!refused.includes("Content-Encoding"));
  const head = await stub.raw(get("/assets/portal.js").replace("GET", "HEAD"));
  assert.match(head, new RegExp(`\r\nContent-Length: ${script.length}\r\n`));
  assert.ok(head.endsWith("\r\n\r\n"));
  assert.equal((await stub.fetch("/assets/core.wasm")).headers.get("content-type"), "application/wasm");
  assert.equal((await stub.fetch("/workbench/")).headers.get("content-type"), "text/html; charset=utf-8");
});

test("the policy book that is served is the one the stub decides by", async (t) => {
  const { folder } = site(t);
  mkdirSync(join(folder, "policy"));
  writeFileSync(join(folder, "policy", "book.json"), "{}");
  const stub = await startStub(t, { PUTRIGHT_SITE: folder });
  const book = await (await stub.fetch("/policy/book.json")).json();
  assert.ok(book["brands.json"] && book["editions.json"], Object.keys(book).join());
});

test("no path leads out of the site folder", async (t) => {
  const { folder } = site(t);
  const stub = await startStub(t, { PUTRIGHT_SITE: folder });
  for (const path of ["/../etc/passwd", "/assets/../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd",
    "/assets/..%2f..%2fetc/passwd", "/assets/%5c..%5c..", "/assets/portal.js%00.css", "/assets//portal.js",
    "/assets/./portal.js", "/assets/%zz", "/%ff", "assets/portal.js", "http://h/assets/portal.js", "*",
    `/${"x".repeat(2048)}`]) {
    const back = await stub.raw(get(path));
    assert.equal(status(back), 400, `${path}: ${back.slice(0, 40)}`);
    assert.ok(!back.includes("root:"));
  }
  assert.equal(status(await stub.raw(get("/secret.txt"))), 404);
  assert.equal(status(await stub.raw(get("/assets/"))), 404);
});

test("a link in the site folder that leads out of it stops the start", async (t) => {
  const { folder } = site(t);
  symlinkSync("/etc/passwd", join(folder, "assets", "passwd.txt"));
  const data = newFolder();
  const ended = await run(["serve"], { PUTRIGHT_SITE: folder, PUTRIGHT_DATA: data, PORT: "0" });
  rmSync(data, { recursive: true, force: true });
  assert.equal(ended.code, 1);
  assert.match(ended.err, /a link that leads out of it/);
});

test("broken and oversized requests are refused and the connection is closed", async (t) => {
  const stub = await startStub(t);
  const rows = [
    ["nonsense\r\n\r\n", 400],
    ["GET /healthz HTTP/1.1\r\n\r\n", 400],
    ["GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400],
    ["GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n", 400],
    [`GET /healthz HTTP/1.1\r\nHost: h\r\nX: ${"y".repeat(20_000)}\r\n\r\n`, 431],
    ["POST /api/complaints HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n", 413],
    ["POST /api/complaints HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400],
    [`POST /api/complaints HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n40001\r\n${"z".repeat(0x40001)}\r\n0\r\n\r\n`, 413],
  ];
  for (const [bytes, expected] of rows) {
    const back = await stub.raw(bytes);
    assert.equal(status(back), expected, `${bytes.slice(0, 60)}: ${back.slice(0, 60)}`);
    assert.match(back, /\r\nConnection: close\r\n/);
    assert.match(back, /application\/problem\+json/);
  }
});

test("two requests on one connection, sent together, get two answers in order", async (t) => {
  const stub = await startStub(t);
  const back = await stub.raw(get("/healthz").replace("Connection: close\r\n", "") + get("/readyz"));
  assert.match(back, /200 OK[^]*\r\n\r\nok\nHTTP\/1\.1 200 OK[^]*\r\n\r\nready\n$/);
});

test("a caller that waits to be told to go on is told", async (t) => {
  const stub = await startStub(t);
  const text = '{"receipt":"x"}';
  const back = await stub.raw("POST /api/verify HTTP/1.1\r\nHost: h\r\nConnection: close\r\nExpect: 100-continue\r\n" +
    `Content-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`);
  assert.match(back, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
});

test("every answer has the security headers, refusals too", async (t) => {
  const stub = await startStub(t);
  for (const path of ["/", "/homes-plus/", "/api/nothing", "/nothing-here", "/workbench/", "/healthz"]) {
    const { headers } = await stub.fetch(path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(headers.get("referrer-policy"), "no-referrer", path);
    assert.equal(headers.get("cross-origin-opener-policy"), "same-origin", path);
    const csp = headers.get("content-security-policy");
    assert.match(csp, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/, path);
    assert.equal(csp.includes("frame-src 'self'"), path === "/workbench/", path);
    assert.ok(!csp.includes("unsafe-inline"));
  }
});

const form = (fields) => new URLSearchParams(fields).toString();
const post = (stub, path, body, headers = {}) => stub.fetch(path, {
  method: "POST", body, headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
});

test("forms from other websites are refused, our own are not", async (t) => {
  const stub = await startStub(t);
  const path = "/homes-plus/complaint/about";
  const send = (headers) => post(stub, path, form({ go: "continue" }), headers);
  for (const headers of [{ "Sec-Fetch-Site": "cross-site" }, { "Sec-Fetch-Site": "same-site" },
    { Origin: "https://elsewhere.example" }, { Origin: "nonsense" }]) {
    const answer = await send(headers);
    assert.deepEqual([answer.status, (await answer.json()).code], [403, "cross_site_post"], JSON.stringify(headers));
  }
  for (const headers of [{}, { "Sec-Fetch-Site": "same-origin" }, { Origin: stub.address }, { Origin: "null" }]) {
    assert.match((await send(headers)).headers.get("content-type"), /^text\/html/, JSON.stringify(headers));
  }
});

test("other kinds of form are refused", async (t) => {
  const stub = await startStub(t);
  for (const type of ["text/plain", "application/json", "multipart/form-data", "multipart/mixed; boundary=x"]) {
    const answer = await post(stub, "/homes-plus/complaint/about", "--x--", { "Content-Type": type });
    assert.deepEqual([answer.status, (await answer.json()).code], [415, "media_type_not_supported"], type);
  }
  const many = await post(stub, "/homes-plus/complaint/about", form(Array.from({ length: 65 }, (_, at) => [`f${at}`, ""])));
  assert.deepEqual([many.status, (await many.json()).code], [400, "form_too_many_fields"]);
});

test("the whole journey without a script: page after page of HTML, then a receipt", async (t) => {
  const stub = await startStub(t);
  let html = await (await stub.fetch("/homes-plus/complaint/about")).text();
  const words = "Y to – “roof” 😀\nsecond line";
  const answers = {
    "complaint-about": { matter: "repairs" },
    "complaint-what-happened": { what_happened: words.replace("\n", "\r\n") },
    "complaint-your-details": { name: "Siân", reply_by: "email", email: "sian@example.org" },
  };
  const seen = [];
  for (let page = 0; page < 10; ++page) {
    const screen = /data-screen="([^"]+)"/.exec(html)[1];
    seen.push(screen);
    if (html.includes("HP-")) break;
    const { path, fields } = formOf(html);
    for (const [name, value] of Object.entries(answers[screen] ?? {})) fields.set(name, value);
    const answer = await post(stub, path, fields.toString(), { Origin: stub.address });
    assert.equal(answer.status, 200, `${screen}: ${await answer.clone().text()}`);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    html = await answer.text();
  }
  const reference = /HP-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(html)?.[0];
  const key = /(?:[A-Z0-9]{4}-){4}[A-Z0-9]{4}/.exec(html)?.[0];
  assert.ok(reference && key, `${seen}: ${html.slice(html.indexOf("<main"), html.indexOf("<main") + 2000)}`);
  const kept = await (await stub.track(reference, key)).json();
  assert.equal(kept.submission.what_happened, words);
  assert.equal(kept.submission.name, "Siân");
});

test("problems come back as the page with status 422", async (t) => {
  const stub = await startStub(t);
  const page = formOf(await (await stub.fetch("/homes-plus/complaint/what-happened")).text());
  page.fields.set("what_happened", "");
  const answer = await post(stub, page.path, page.fields.toString());
  const html = await answer.text();
  assert.equal(answer.status, 422);
  assert.match(html, /<title>Error: /);
});

test("bytes that are not UTF-8 in a form become U+FFFD", async (t) => {
  const stub = await startStub(t);
  const { path, fields } = formOf(await (await stub.fetch("/homes-plus/complaint/what-happened")).text());
  const answer = await post(stub, path, `${fields}&what_happened=a%FFb`);
  const html = await answer.text();
  assert.equal(answer.status, 200, html.slice(0, 300));
  assert.ok(html.includes("a\uFFFDb"));
});

test("render refuses a manifest of assets that it cannot read, and serve one that names what is not there", async (t) => {
  const { folder } = site(t);
  const manifest = join(folder, "assets", "manifest.json");
  writeFileSync(manifest, '{"portal.css":"portal.css"}');
  const refused = await run(["render", "--to", folder]);
  assert.equal(refused.code, 3);
  assert.match(refused.err, /^putright render: the site folder's assets\/manifest\.json gives portal\.css a name that is not its own with a digest\n$/);
  writeFileSync(manifest, '{"portal.css":"portal.0123456789.css"}');
  assert.equal((await run(["render", "--to", folder])).code, 0);
  assert.match(readFileSync(join(folder, "index.html"), "utf8"), /href="\/assets\/portal\.0123456789\.css"/);
  const data = newFolder();
  t.after(() => rmSync(data, { recursive: true, force: true }));
  const started = await run(["serve"], { PORT: "0", PUTRIGHT_DATA: data, PUTRIGHT_SITE: folder });
  assert.equal(started.code, 1);
  assert.match(started.err, /the site folder has no assets\/portal\.0123456789\.css, which its assets\/manifest\.json names/);
});

test("a page is the file that putright render writes", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "putright-pages-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  assert.equal((await run(["render", "--to", folder])).code, 0);
  const stub = await startStub(t, { PUTRIGHT_SITE: folder });
  for (const path of ["/", "/homes-plus/", "/care-plus/", "/homes-plus/complaint/about", "/county-town-homes/"]) {
    const answer = await stub.fetch(path);
    assert.equal(answer.status, 200, path);
    assert.equal(await answer.text(), readFileSync(join(folder, path, "index.html"), "utf8"), path);
  }
  const none = await stub.fetch("/nothing-here");
  assert.deepEqual([none.status, none.headers.get("content-type")], [404, "text/html; charset=utf-8"]);
});
