// Plain forms with files in them, as a browser without script sends them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { faultsOfHtml } from "../support/valid_html.mjs";
import { complaint, formOf, newKey, problem, startStub } from "./support.mjs";

const PATH = "/homes-plus/complaint/what-happened";
const MOST = 52 * (1 << 20);
const jpeg = (words) => new Blob([Buffer.from("ffd8ffda0002", "hex"), words, Buffer.from("ffd9", "hex")], { type: "image/jpeg" });
const digest = async (blob) => createHash("sha256").update(Buffer.from(await blob.arrayBuffer())).digest("hex");
const kept = (data) => readdirSync(join(data, "attachments")).filter((name) => name !== "partial");
const partial = (data) => readdirSync(join(data, "attachments", "partial"));

function formWith(fields, ...files) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, blob] of files) form.append("files", blob, name);
  return form;
}
const press = (stub, body, headers = {}) => stub.fetch(PATH, { method: "POST", body, headers });

test("a form with files gives the same page as the same form without, and its files are kept", async (t) => {
  const stub = await startStub(t);
  const fields = { what_happened: "The roof leaks.\nSiân said so.", go: "continue" };
  const plain = await stub.fetch(PATH, { method: "POST", body: new URLSearchParams(fields) });
  const picture = jpeg("roof");
  const answer = await press(stub, formWith(fields, ["roof.jpg", picture], ["../../../etc/passwd", jpeg("other")]));
  const withoutId = async (page) => (await page.text()).replace(/[0-9a-f]{32}/g, "");
  assert.deepEqual([answer.status, answer.headers.get("content-type")], [plain.status, "text/html; charset=utf-8"]);
  assert.equal(await withoutId(answer), await withoutId(plain));
  assert.deepEqual(kept(stub.data).sort(), [await digest(picture), await digest(jpeg("other"))].sort());
  const attachments = `${await digest(picture)} roof.jpg`;
  assert.equal((await stub.submit(complaint({ attachments }), newKey())).status, 201);
});

test("the whole journey without a script: files are added, refused by name, sent, and belong to the complaint", async (t) => {
  const stub = await startStub(t);
  const picture = jpeg("roof");
  let html = await (await stub.fetch("/homes-plus/complaint/files")).text();
  const send = async (files, more = {}) => {
    const { path, fields } = formOf(html);
    const answer = await stub.fetch(path, { method: "POST", body: formWith({ ...Object.fromEntries(fields), ...more }, ...files), headers: { Origin: stub.address } });
    html = await answer.text();
    return answer.status;
  };
  assert.equal(await send([['my "roof" <b>.jpg', picture], ["", new Blob([])], ["tool.exe", new Blob(["MZ\u0001"])]], { go: "add" }), 422);
  assert.match(html, /tool\.exe/);
  assert.ok(html.includes("my &quot;roof&quot; &lt;b&gt;.jpg"), "its name is told as text");
  const answers = { "complaint-what-happened": { what_happened: "The roof leaks." }, "complaint-your-details": { name: "Siân", reply_by: "email", email: "sian@example.org" } };
  for (let page = 0; page < 12 && !/(?:[A-Z0-9]{4}-){4}[A-Z0-9]{4}/.test(html); ++page) {
    await send([], answers[/data-screen="([^"]+)"/.exec(html)[1]]);
  }
  const reference = /HP-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(html)?.[0];
  const key = /(?:[A-Z0-9]{4}-){4}[A-Z0-9]{4}/.exec(html)?.[0];
  assert.ok(reference && key, html.slice(html.indexOf("<main"), html.indexOf("<main") + 1500));
  const { submission } = await (await stub.track(reference, key)).json();
  assert.equal(submission.attachments, `${await digest(picture)} my "roof" <b>.jpg`);
});

test("a file that is refused does not stop the form", async (t) => {
  const stub = await startStub(t);
  const answer = await press(stub, formWith({ what_happened: "The roof leaks.", go: "continue" },
    ["program.jpg", new Blob(["MZ\u0001"])], ["empty.jpg", new Blob([])], ["", new Blob([])], ["large.txt", new Blob(["x".repeat(10_485_761)])]));
  assert.equal(answer.status, 200);
  assert.deepEqual([kept(stub.data), partial(stub.data)], [[], []]);
  const metrics = await (await stub.fetch("/metrics")).text();
  for (const code of ["attachment_type_not_allowed", "attachment_empty", "attachment_too_large"]) {
    assert.match(metrics, new RegExp(`putright_refusals_total\\{code="${code}"\\} 1\n`));
  }
});

test("a form that is malformed is refused and keeps nothing", async (t) => {
  const stub = await startStub(t);
  const type = { "Content-Type": "multipart/form-data; boundary=b" };
  const part = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n\xff\xd8\xff\r\n';
  for (const body of ["", "--b", part, `${part}--b`, `x${part}--b--`, `--b\r\n\r\n${part}--b--`]) {
    await problem(await press(stub, Buffer.from(body, "latin1"), type), 400, "body_malformed");
  }
  await problem(await press(stub, `${'--b\r\nContent-Disposition: form-data; name="f"\r\n\r\n\r\n'.repeat(65)}--b--`, type), 400, "form_too_many_fields");
  assert.deepEqual([kept(stub.data), partial(stub.data)], [[], []]);
});

test("forms with files from other websites are refused before anything is kept", async (t) => {
  const stub = await startStub(t);
  const answer = await press(stub, formWith({ go: "continue" }, ["roof.jpg", jpeg("roof")]), { "Sec-Fetch-Site": "cross-site" });
  await problem(answer, 403, "cross_site_post");
  assert.deepEqual([kept(stub.data), partial(stub.data)], [[], []]);
});

test("the longest form with files is 52 MiB; other forms are no longer than before", async (t) => {
  const stub = await startStub(t);
  const raw = (type, bytes) => stub.raw(`POST ${PATH} HTTP/1.1\r\nHost: h\r\nContent-Type: ${type}\r\nContent-Length: ${bytes}\r\nExpect: 100-continue\r\n\r\n`);
  assert.match(await raw("multipart/form-data; boundary=b", MOST + 1), /^HTTP\/1\.1 413 /);
  assert.match(await raw("application/x-www-form-urlencoded", 1 << 20), /^HTTP\/1\.1 413 /);
  const fill = Array.from({ length: 5 }, (_, at) => [`${at}.txt`, new Blob([`${at}`.repeat(10 << 20)])]);
  assert.equal((await press(stub, formWith({ what_happened: "x", go: "continue" }, ...fill))).status, 200);
  assert.equal(kept(stub.data).length, 5);
});

test("a browser whose form is refused whole gets a page that says what to do; a program gets the code", async (t) => {
  const stub = await startStub(t);
  const browser = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
  const large = Buffer.alloc(MOST + 1, "x");
  const type = { "Content-Type": "multipart/form-data; boundary=b" };
  const refused = [
    [413, "That was too much to send at once", await press(stub, large, { ...browser, ...type })],
    [413, "That was too much to send at once", await press(stub, "x".repeat(1 << 20), { ...browser, "Content-Type": "application/x-www-form-urlencoded" })],
    [403, "That form came from another website", await press(stub, formWith({ go: "continue" }), { ...browser, "Sec-Fetch-Site": "cross-site" })],
    [400, "We could not read what was sent", await press(stub, "--b", { ...browser, ...type })],
    [415, "We could not read what was sent", await press(stub, "x", { ...browser, "Content-Type": "text/plain" })],
  ];
  for (const [status, title, answer] of refused) {
    assert.deepEqual([answer.status, answer.headers.get("content-type")], [status, "text/html; charset=utf-8"], title);
    const html = await answer.text();
    assert.match(html, new RegExp(`<h1[^>]*>${title}</h1>`));
    assert.match(html, /nothing was kept/);
    assert.match(html, /href="\/homes-plus\/"/);
    assert.deepEqual(await faultsOfHtml(html), [], title);
  }
  await problem(await press(stub, large, type), 413, "body_too_large");
});

test("a form that breaks off in the middle of a file leaves nothing", async (t) => {
  const stub = await startStub(t);
  const socket = connect(stub.port, "127.0.0.1");
  socket.write(`POST ${PATH} HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n` +
    '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nIt rained in, again and again, through the kitchen ceiling.');
  while (partial(stub.data).length === 0) await pause(5);
  socket.destroy();
  while (partial(stub.data).length > 0) await pause(5);
  assert.deepEqual(kept(stub.data), []);
});
