// Colleagues who sign in with an OpenID Connect issuer: tokens made by an independent library (jose), and an issuer that
// changes its keys, is down, or answers what it should not.
import assert from "node:assert/strict";
import { createHmac, createPrivateKey, createPublicKey, createSign } from "node:crypto";
import { once } from "node:events";
import { createServer as createSecureServer } from "node:https";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { exportSPKI } from "jose";
import { Asker, Issuer, newKey } from "./issuer.mjs";
import { newFolder, Process, run } from "./support.mjs";

const GOOD = "oidc:anna\tAnna Booth\thandle";
const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"];
/** limits::kIssuerLeastPause; each question is two requests. */
const LEAST_PAUSE_MS = 5000;
const base64url = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const payload = (token) => token.split(".")[1];

/** Asks until the answer is the one that is waited for: new keys are read some seconds later. */
async function askUntil(asker, token, wanted) {
  for (let tries = 0; tries < 60; ++tries) {
    const answer = await asker.ask(token);
    if (answer === wanted) return;
    await pause(500);
  }
  assert.fail(`never ${wanted}: ${asker.errors}`);
}

test("tokens of each algorithm that is taken are good, and each is refused when a letter of it changes", async (t) => {
  const keys = await Promise.all(ALGORITHMS.map((alg) => newKey(alg, `key-${alg}`)));
  const issuer = await Issuer.start(t, keys);
  const asker = new Asker(t, { PUTRIGHT_OIDC_ISSUER: issuer.url });
  for (const key of keys) {
    const token = await issuer.token(key);
    assert.equal(await asker.ask(token), GOOD, key.alg);
    const [header, , signature] = token.split(".");
    const other = payload(await issuer.token(key, { sub: "boss" }));
    assert.equal(await asker.ask(`${header}.${other}.${signature}`), "no: wrong_signature", key.alg);
    const flipped = signature[0] === "A" ? "B" : "A";
    assert.equal(await asker.ask(`${header}.${payload(token)}.${flipped}${signature.slice(1)}`), "no: wrong_signature", key.alg);
  }
  assert.equal(await asker.end(), 1);
});

test("a token for somebody else, from somebody else, too late or too early is refused", async (t) => {
  const [key, stranger] = [await newKey("ES256", "one"), await newKey("ES256", "one")];
  const issuer = await Issuer.start(t, [key]);
  const asker = new Asker(t, { PUTRIGHT_OIDC_ISSUER: issuer.url });
  const now = Math.floor(Date.now() / 1000);
  for (const [claims, verdict] of [
    [{}, GOOD], [{ aud: ["other", "putright"] }, GOOD], [{ roles: ["putright.report", "admin"] }, "oidc:anna\tAnna Booth\treport"],
    [{ aud: "other" }, "no: wrong_audience"], [{ iss: "https://login.example.org" }, "no: wrong_issuer"],
    [{ iat: now - 600, exp: now - 300 }, "no: expired"], [{ nbf: now + 300 }, "no: not_yet"], [{ iat: now + 300, exp: now + 600 }, "no: not_yet"],
    [{ exp: now + 90_000 }, "no: too_long"], [{ sub: "" }, "no: no_subject"], [{ roles: ["admin"] }, "no: no_role"],
  ]) assert.equal(await asker.ask(await issuer.token(key, claims)), verdict, JSON.stringify(claims));
  assert.equal(await asker.ask(await issuer.token(key, {}, { typ: "logout+jwt" })), "no: wrong_type");
  assert.equal(await asker.ask(await issuer.token(stranger)), "no: wrong_signature", "another key under the known name");
  for (const nothing of ["", "x", "a.b.c.d.e", "x".repeat(9000)]) assert.equal(await asker.ask(nothing), "no: malformed", nothing.slice(0, 10));
});

test("no token can choose how a key is used: none, a shared secret made of the public key, another kind of signature", async (t) => {
  const [rsa, pss, ec] = [await newKey("RS256", "rsa"), await newKey("PS256", "pss"), await newKey("ES256", "ec")];
  const { d, ...free } = rsa.jwk;
  const issuer = await Issuer.start(t, [rsa, pss, ec, { jwk: { ...free, kid: "any", alg: undefined } }]);
  const asker = new Asker(t, { PUTRIGHT_OIDC_ISSUER: issuer.url });
  const claims = payload(await issuer.token(rsa));
  const none = (alg) => `${base64url({ alg, kid: "rsa", typ: "JWT" })}.${claims}.`;
  for (const alg of ["none", "None", "NONE", ""]) assert.equal(await asker.ask(none(alg)), "no: wrong_algorithm", alg);

  const pem = await exportSPKI(rsa.publicKey);
  for (const secret of [pem, pem.trim(), createPublicKey(pem).export({ type: "spki", format: "der" }), rsa.jwk.n]) {
    const text = `${base64url({ alg: "HS256", kid: "rsa", typ: "JWT" })}.${claims}`;
    assert.equal(await asker.ask(`${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`), "no: wrong_algorithm");
  }

  const signed = (header, key, options = {}) => {
    const text = `${base64url(header)}.${claims}`;
    return `${text}.${createSign("sha256").update(text).sign({ key: createPrivateKey(key.privateKey.export({ type: "pkcs8", format: "pem" })), ...options }).toString("base64url")}`;
  };
  assert.equal(await asker.ask(signed({ alg: "RS256", kid: "rsa" }, rsa)), GOOD);
  assert.equal(await asker.ask(signed({ alg: "RS256", kid: "any" }, rsa)), GOOD, "a key that names no algorithm takes those of its kind");
  assert.equal(await asker.ask(signed({ alg: "RS256", kid: "pss" }, pss)), "no: wrong_signature", "a key for PS256 alone");
  assert.equal(await asker.ask(signed({ alg: "PS256", kid: "rsa" }, rsa)), "no: wrong_signature");
  assert.equal(await asker.ask(signed({ alg: "ES256", kid: "ec" }, ec)), "no: wrong_signature", "in DER, not as a JWS has it");
  assert.equal(await asker.ask(signed({ alg: "ES256", kid: "ec" }, ec, { dsaEncoding: "ieee-p1363" })), GOOD);
  assert.equal(await asker.ask(signed({ alg: "ES256", kid: "rsa" }, ec, { dsaEncoding: "ieee-p1363" })), "no: wrong_signature");
  assert.equal(await asker.ask(signed({ alg: "RS384", kid: "rsa" }, rsa)), "no: wrong_algorithm");
  assert.equal(await asker.ask(signed({ alg: "RS256", kid: "rsa", crit: ["exp"] }, rsa)), "no: wrong_algorithm");
  const stranger = await newKey("RS256", "rsa");
  assert.equal(await asker.ask(signed({ alg: "RS256", kid: "rsa", jwk: stranger.jwk, jku: `${issuer.url}/keys` }, stranger)), "no: wrong_signature", "a key that the token brings itself");
});

test("a key that is not known is asked for, rarely; the old key is forgotten with the issuer's", async (t) => {
  const [old, next] = [await newKey("ES256", "old"), await newKey("EdDSA", "next")];
  const issuer = await Issuer.start(t, [old]);
  const asker = new Asker(t, { PUTRIGHT_OIDC_ISSUER: issuer.url });
  assert.equal(await asker.ask(await issuer.token(old)), GOOD);
  issuer.keys = [next];
  const token = await issuer.token(next);
  assert.equal(await asker.ask(token), "no: unknown_key");
  const [before, began] = [issuer.asked, performance.now()];
  for (let count = 0; count < 50; ++count) await asker.ask(await issuer.token(next, {}, { kid: `made-up-${count}` }));
  const most = 2 * (1 + Math.floor((performance.now() - began) / LEAST_PAUSE_MS));
  assert.ok(issuer.asked - before <= most, `${issuer.asked - before} questions for 50 keys that nobody knows`);
  await askUntil(asker, token, GOOD);
  assert.equal(await asker.ask(await issuer.token(old)), "no: unknown_key");
});

test("an issuer that is down: known keys go on, and a start without it lets nobody in until it is back", async (t) => {
  const key = await newKey("ES256", "one");
  const issuer = await Issuer.start(t, [key]);
  const asker = new Asker(t, { PUTRIGHT_OIDC_ISSUER: issuer.url });
  const token = await issuer.token(key);
  assert.equal(await asker.ask(token), GOOD);
  await issuer.stop();
  assert.equal(await asker.ask(await issuer.token(key, {}, { kid: "other" })), "no: unknown_key");
  assert.equal(await asker.ask(token), GOOD);
  const late = new Asker(t, { PUTRIGHT_OIDC_ISSUER: issuer.url });
  assert.equal(await late.ask(token), "no: no_keys");
  assert.match(late.errors, /"event":"issuer_unreachable","why":"cannot read http:\/\/127\.0\.0\.1:\d+\/\.well-known\/openid-configuration: /);
  await issuer.listen(issuer.port);
  await askUntil(late, token, GOOD);
  assert.equal(await asker.ask(token), GOOD);
});

const ANSWERS = {
  "another issuer's document": { "/.well-known/openid-configuration": (r) => r.end('{"issuer":"http://127.0.0.1:1","jwks_uri":"http://127.0.0.1:1/keys"}') },
  "keys by http from elsewhere": { "/.well-known/openid-configuration": (r, url) => r.end(JSON.stringify({ issuer: url, jwks_uri: "http://example.org/keys" })) },
  "keys from a file": { "/.well-known/openid-configuration": (r, url) => r.end(JSON.stringify({ issuer: url, jwks_uri: "file:///etc/passwd" })) },
  "no JSON": { "/.well-known/openid-configuration": (r) => r.end("<html>") },
  "a redirect": { "/keys": (r, url) => r.writeHead(302, { Location: `${url}/other` }).end() },
  "an error": { "/keys": (r) => r.writeHead(500).end('{"keys":[]}') },
  "keys of 1 MiB": { "/keys": (r) => r.end(JSON.stringify({ keys: [], x: "x".repeat(1 << 20) })) },
  "too many keys": { "/keys": (r) => r.end(JSON.stringify({ keys: Array.from({ length: 65 }, (_, at) => ({ kty: "oct", kid: String(at), k: "AQAB" })) })) },
  "no key that we can use": { "/keys": (r) => r.end('{"keys":[{"kty":"oct","kid":"one","k":"AQAB"}]}') },
  "a line that is cut": { "/keys": (r) => { r.writeHead(200, { "Content-Length": "100" }); r.write("{"); r.socket.end(); } },
  "nothing, slowly": { "/keys": () => {} },
};

for (const [name, answers] of Object.entries(ANSWERS)) {
  test(`an issuer that answers with ${name} lets nobody in, and the log says why`, async (t) => {
    const key = await newKey("ES256", "one");
    const issuer = await Issuer.start(t, [key]);
    for (const [path, answer] of Object.entries(answers)) issuer.instead[path] = (response) => answer(response, issuer.url);
    const asker = new Asker(t, { PUTRIGHT_OIDC_ISSUER: issuer.url });
    assert.equal(await asker.ask(await issuer.token(key)), "no: no_keys");
    assert.match(asker.errors, /"event":"issuer_unreachable","why":"[^"]{10,}"/);
  });
}

test("a certificate that nobody trusts ends the question", async (t) => {
  const folder = newFolder();
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [key, cert] = [join(folder, "key"), join(folder, "cert")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=127.0.0.1",
    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert], { stdio: "ignore" });
  const signing = await newKey("ES256", "one");
  const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) });
  const issuer = await Issuer.start(t, [signing], server);
  const url = `https://127.0.0.1:${issuer.port}`;
  const asker = new Asker(t, { PUTRIGHT_OIDC_ISSUER: url });
  assert.equal(await asker.ask(await issuer.token(signing, { iss: url })), "no: no_keys");
  assert.match(asker.errors, /SSL certificate problem/);
  assert.equal(issuer.asked, 0);
});

test("a stub starts while its issuer is down or silent, and ends in order when it is told to", async (t) => {
  const issuer = await Issuer.start(t, []);
  const asked = once(issuer.server, "request");
  issuer.instead["/.well-known/openid-configuration"] = () => {};
  const data = newFolder();
  t.after(() => rmSync(data, { recursive: true, force: true }));
  const stub = await Process.start(data, { PUTRIGHT_OIDC_ISSUER: issuer.url, PUTRIGHT_OIDC_AUDIENCE: "putright" });
  t.after(() => stub.end("SIGKILL"));
  await asked;
  assert.equal((await stub.fetch("/readyz")).status, 200);
  assert.equal(await stub.end(), 0);
});

test("an issuer without an audience, or by http from elsewhere, ends the start", async () => {
  const without = await run(["serve"], { PUTRIGHT_OIDC_ISSUER: "https://login.example.org" });
  assert.deepEqual([without.code, without.err], [1, "putright serve: PUTRIGHT_OIDC_AUDIENCE must be set where PUTRIGHT_OIDC_ISSUER is\n"]);
  const plain = await run(["serve"], { PUTRIGHT_OIDC_ISSUER: "http://login.example.org", PUTRIGHT_OIDC_AUDIENCE: "putright" });
  assert.deepEqual([plain.code, plain.err], [1, "putright serve: PUTRIGHT_OIDC_ISSUER must be like https://login.example.org\n"]);
});
