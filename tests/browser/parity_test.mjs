// One core, two ways: the page that the stub makes for a plain form is, byte for byte, the page that the core
// makes in the browser for the same request; and the pages made ahead of time are those that the stub serves.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { startCore } from "../support/core.mjs";
import { assets, built, site } from "../support/places.mjs";
import { startStub } from "../support/stub.mjs";

let stub, core;
before(async () => { stub = await startStub(); core = await startCore(); });
after(() => stub?.remove());

const ENTROPY = "0123456789abcdef0123456789abcdef";
const now = () => new Date().toISOString().replace(/\.\d+Z$/, "Z");
const unescaped = (text) => text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const draftIn = (html) => unescaped(/name="draft" value="([^"]*)"/.exec(html)?.[1] ?? "");
/** The core's page as it is sent: with this build's names in it. */
const sent = ({ html }) => assets.namedIn(html);
const ask = (method, path, form = []) => core.answer({ method, path, form, now: now(), entropy: ENTROPY });

async function postPlain(path, form) {
  const response = await fetch(stub.address + path, {
    method: "POST", body: new URLSearchParams(form), headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  return { status: response.status, html: await response.text() };
}

test("every page made ahead of time is the page that the stub serves and the page that the core makes", async () => {
  const pages = readdirSync(built(site), { recursive: true })
    .filter((name) => name.endsWith("index.html") && !name.startsWith("workbench"));
  assert.ok(pages.length > 4);
  let information = 0;
  for (const name of pages) {
    const folder = dirname(name);
    const asked = folder === "." ? "/" : `/${folder}`;
    const own = ask("GET", asked);
    const served = await (await fetch(stub.address + (own.status === 404 ? asked : own.path))).text();
    assert.equal(served, readFileSync(join(site, name), "utf8"), `${asked}: stub and file`);
    // The browser's core carries no information pages: it leaves them to the network and the worker.
    if (own.status === 404) information += 1;
    else assert.equal(sent(own), served, `${asked}: core and stub`);
  }
  assert.equal(information, 40);
});

test("the plain form's answer is the core's answer, on every step and with every kind of mess", async () => {
  const steps = [
    ["/homes-plus/complaint/about", [["matter", "repairs"], ["go", "continue"]]],
    ["/homes-plus/complaint/what-happened", [["what_happened", ""], ["go", "continue"]]],
    ["/homes-plus/complaint/what-happened", [["what_happened", "“Cold” <b>😀</b>\r\nسرد & ŵyr\u0000'"], ["go", "continue"]]],
    ["/homes-plus/complaint/who-for", [["who_for", "somebody_else"], ["go", "continue"]]],
    ["/homes-plus/complaint/on-behalf", [["on_behalf_of_name", "Ada"], ["go", "continue"]]],
    ["/homes-plus/complaint/when-and-who", [["when_it_happened", "May"], ["effect", "Worry"], ["go", "continue"]]],
    ["/homes-plus/complaint/files", [["attachment", `${"a".repeat(64)} roof.jpg`], ["go", "add"]]],
    ["/homes-plus/complaint/files", [["attachment_problem", "type tool.exe"], ["go", "add"]]],
    ["/homes-plus/complaint/files", [["go", "remove-1"]]],
    ["/homes-plus/complaint/adjustments", [["reply_format", "braille"], ["go", "continue"]]],
    ["/homes-plus/complaint/put-right", [["what_would_put_it_right", "x".repeat(10_001)], ["go", "continue"]]],
    ["/homes-plus/complaint/put-right", [["what_would_put_it_right", "Mend it"], ["go", "back"]]],
    ["/homes-plus/complaint/your-details", [["reply_by", "email"], ["email", "no"], ["go", "continue"]]],
    ["/homes-plus/complaint/your-details", [["reply_by", "email"], ["email", "a@b.cd"], ["go", "continue"]]],
    ["/homes-plus/complaint/check", [["go", "change-about"]]],
    ["/homes-plus/complaint/check", [["go", "nonsense"]].slice(1)],
    ["/homes-plus/track", [["reference", "x"], ["tracking_key", ""], ["go", "track"]]],
    ["/homes-plus/track/stage-2-request", [["reference", "x"], ["tracking_key", ""], ["go", "ask"]]],
    ["/homes-plus/verify", [["receipt", ""], ["go", "verify"]]],
    ["/homes-plus/outbox", [["go", "remove-x"]]],
    ["/homes-plus/nowhere", [["go", "continue"]]],
  ];
  let draft = "";
  for (const [path, fields] of steps) {
    const form = [["draft", draft], ...fields];
    const plain = await postPlain(path, form);
    const id = /"id":"([0-9a-f]{32})"/.exec(draftIn(plain.html))?.[1] ?? ENTROPY;
    const own = core.answer({ method: "POST", path, form, now: now(), entropy: id });
    assert.equal(sent(own), plain.html, `${path} ${JSON.stringify(fields).slice(0, 80)}`);
    assert.equal(own.status, plain.status, path);
    draft = draftIn(plain.html) || draft;
  }
});

test("a draft that was tampered with is a draft like any other, never a fault", async () => {
  const drafts = ["", "{", "[]", '{"answers":{"name":1}}', `{"id":"${"g".repeat(32)}"}`, "[".repeat(10_000), '{"answers":{"brand":"<script>"}}', "\u0000"];
  for (const draft of drafts) {
    const form = [["draft", draft], ["go", "continue"]];
    const plain = await postPlain("/homes-plus/complaint/about", form);
    const id = /"id":"([0-9a-f]{32})"/.exec(draftIn(plain.html))?.[1] ?? ENTROPY;
    assert.equal(plain.status, 200, draft.slice(0, 40));
    const own = core.answer({ method: "POST", path: "/homes-plus/complaint/about", form, now: now(), entropy: id });
    assert.equal(sent(own), plain.html);
  }
});
