// A receipt is checked on the device as the stub checks it: the same JSON for good ones and for bad ones.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/places.mjs";
import { startStub } from "../support/stub.mjs";
import { webModules } from "../support/web.mjs";

globalThis.crypto ??= webcrypto;
const submission = readFileSync(join(root, "public", "schemas", "examples", "submission.json"), "utf8");
const encoded = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

let stub, verdictHere, jwks, receipt;
before(async () => {
  stub = await startStub();
  ({ verdictHere } = await webModules("verify"));
  jwks = await (await fetch(`${stub.address}/.well-known/jwks.json`)).text();
  const headers = { "Content-Type": "application/json", "Idempotency-Key": "a".repeat(32) };
  const { examples } = JSON.parse(submission);
  const body = JSON.stringify(Array.isArray(examples) ? examples[0] : JSON.parse(submission));
  ({ receipt } = await (await fetch(`${stub.address}/api/complaints`, { method: "POST", headers, body })).json());
  assert.match(receipt, /^[\w-]+\.[\w-]+\.[\w-]+$/);
});
after(() => stub.remove());

const headerOf = (jws) => JSON.parse(Buffer.from(jws.split(".")[0], "base64url"));
const withHeader = (change) => [encoded({ ...headerOf(receipt), ...change }), ...receipt.split(".").slice(1)].join(".");
const withPart = (at, part) => receipt.split(".").map((each, index) => (index === at ? part : each)).join(".");

const CASES = {
  "the receipt itself": () => receipt,
  "half of it": () => receipt.slice(0, receipt.length / 2),
  "nothing": () => "",
  "words": () => "This is no receipt.",
  "two parts": () => receipt.split(".").slice(0, 2).join("."),
  "four parts": () => `${receipt}.AAAA`,
  "a space behind it": () => `${receipt} `,
  "a signature with an unused bit set": () => receipt.slice(0, -1) + String.fromCharCode(receipt.charCodeAt(receipt.length - 1) + 1),
  "another payload": () => withPart(1, encoded({ reference: "HP-BCDF-GHJK" })),
  "no signature": () => withPart(2, ""),
  "a short signature": () => withPart(2, receipt.split(".")[2].slice(0, 40)),
  "another type": () => withHeader({ typ: "JWT" }),
  "no type": () => withHeader({ typ: undefined }),
  "algorithm none": () => withHeader({ alg: "none" }),
  "an extension that must be understood": () => withHeader({ crit: ["exp"] }),
  "a header that is a list": () => withPart(0, encoded("[]")),
  "a header that is no JSON": () => withPart(0, encoded("{")),
  "more than a receipt can be": () => `${receipt}${"A".repeat(40_000)}`,
};

for (const [name, make] of Object.entries(CASES)) {
  test(`${name}: the device says what the stub says`, async () => {
    const body = JSON.stringify({ receipt: make() });
    const headers = { "Content-Type": "application/json" };
    const said = await (await fetch(`${stub.address}/api/verify`, { method: "POST", headers, body })).text();
    assert.deepEqual(await verdictHere(body, jwks), { status: 200, body: said });
  });
}

test("a key that the device does not know is left to the stub", async () => {
  assert.equal(await verdictHere(JSON.stringify({ receipt }), '{"keys":[]}'), undefined);
  assert.equal(await verdictHere(JSON.stringify({ receipt: withHeader({ kid: "other" }) }), jwks), undefined);
});

test("without Ed25519, or with keys that cannot be read, the stub is left to answer", async () => {
  assert.equal(await verdictHere(JSON.stringify({ receipt }), "no keys"), undefined);
  const [key] = JSON.parse(jwks).keys;
  assert.equal(await verdictHere(JSON.stringify({ receipt }), JSON.stringify({ keys: [{ ...key, x: "AA" }] })), undefined);
});
