// The API's description is whole, and the API answers as it says, by the judgement of an independent validator (ajv).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { writeEvents } from "../support/events.mjs";
import { taken } from "../support/files.mjs";
import { root } from "../support/places.mjs";
import { accepted, complaint, newKey, startStub } from "./support.mjs";

const text = (path) => readFileSync(join(root, path), "utf8");
const description = JSON.parse(text("public/openapi.json"));
const SITE = "http://putright.test";
const SCHEMAS = ["submission", "record", "assessment", "receipt", "stage-2-request", "answer", "withdrawal"];

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
for (const name of SCHEMAS) ajv.addSchema({ ...JSON.parse(text(`public/schemas/${name}.schema.json`)), $id: `${SITE}/schemas/${name}.schema.json` });
ajv.addSchema({ ...description, $id: `${SITE}/api/openapi.json` });

const escaped = (part) => part.replaceAll("~", "~0").replaceAll("/", "~1");
const pointerTo = (...parts) => parts.map(escaped).join("/");

/** Holds that this answer is one that the description has for this call. */
async function holds(answer, path, method) {
  const body = await answer.text();
  const told = description.paths[path][method].responses[answer.status];
  assert.ok(told, `${method} ${path} answered ${answer.status}: ${body.slice(0, 200)}`);
  const response = told.$ref ? told.$ref.split("/").pop() : undefined;
  const place = response ? `#/components/responses/${response}` : `#/${pointerTo("paths", path, method, "responses", String(answer.status))}`;
  const content = (response ? description.components.responses[response] : told).content;
  for (const name of Object.keys(told.headers ?? {})) assert.ok(answer.headers.has(name), `${path} ${answer.status} has ${name}`);
  if (!content) return assert.equal(body, "", `${path} ${answer.status}`), answer.status;
  const type = answer.headers.get("content-type").split(";")[0];
  assert.ok(content[type], `${path} answered ${type}`);
  const validate = ajv.getSchema(`${SITE}/api/openapi.json${place}/content/${escaped(type)}/schema`);
  assert.ok(validate, `${place} has a schema`);
  assert.ok(validate(type.endsWith("json") ? JSON.parse(body) : body), `${path} ${answer.status}: ${ajv.errorsText(validate.errors)}\n${body}`);
  return answer.status;
}

test("every address of the table is described, and nothing else", () => {
  const table = [...text("server-stub/routes/table.cpp").matchAll(/Verb::(get|post),\s+"(\/[^"*]+)"/g)]
    .map(([, verb, path]) => `${verb} ${path.replace("{}", path.startsWith("/api/uploads/") ? "{token}" : "{reference}")}`);
  const described = Object.entries(description.paths).flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => `${verb} ${path}`));
  assert.deepEqual(described.sort(), table.sort());
});

test("the codes of refusals are those of the code, and the version is that of the program", () => {
  const codes = /enum class Refusal \{([^}]*)\}/.exec(text("server-stub/http/refusal.hpp"))[1].split(",").map((code) => code.trim()).filter(Boolean);
  assert.deepEqual(description.components.schemas.Problem.properties.code.enum, codes);
  assert.equal(description.info.version, JSON.parse(text("package.json")).version);
});

test("every reference of the description leads somewhere", () => {
  const found = [];
  const walk = (value) => {
    if (value === null || typeof value !== "object") return;
    if (typeof value.$ref === "string") found.push(value.$ref);
    Object.values(value).forEach(walk);
  };
  walk(description);
  for (const target of found.filter((each) => each.startsWith("#/"))) {
    assert.ok(target.slice(2).split("/").reduce((value, part) => value?.[part], description), target);
  }
  const outside = found.filter((each) => !each.startsWith("#/")).map((each) => /^\.\.\/schemas\/([\w-]+)\.schema\.json$/.exec(each)?.[1]);
  assert.deepEqual([...new Set(outside)].sort(), [...SCHEMAS].sort());
});

test("the description that is served is the one in the tree", async (t) => {
  const stub = await startStub(t);
  const answer = await stub.fetch("/api/openapi.json");
  assert.deepEqual([answer.status, answer.headers.get("content-type")], [200, "application/json"]);
  assert.deepEqual(await answer.json(), description);
});

test("real answers, good ones and refusals, are as described", async (t) => {
  const stub = await startStub(t);
  const [file, notFile] = [taken()[0][2], Buffer.from([0])];
  const upload = (body) => stub.fetch("/api/attachments", { method: "POST", body });
  const verify = (body) => stub.fetch("/api/verify", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  const mine = await accepted(stub);
  writeEvents(stub.data, mine.reference, ["acknowledged", "question_asked", "stage_1_responded"]
    .map((type) => ({ type, at: mine.received_at, by: "c1", role: "colleague", question: "Which room?" })));
  const one = "/api/complaints/{reference}";
  const pieces = "/api/uploads/{token}";
  const piece = (body, at, isLast, digit = "a") => stub.fetch(`/api/uploads/${digit.repeat(32)}`, { method: "POST", headers: { "Upload-Offset": String(at), "Upload-Complete": isLast }, body });
  const rows = [
    ["/api/complaints", "post", 201, () => stub.submit(complaint(), newKey())],
    ["/api/complaints", "post", 201, () => stub.submit(complaint({ brand: "care-plus", kind: "compliment", matter: "care" }), newKey())],
    ["/api/complaints", "post", 400, () => stub.submit("{", newKey())],
    ["/api/complaints", "post", 413, () => stub.submit("x".repeat(300_000), newKey())],
    ["/api/complaints", "post", 415, () => stub.submit("", newKey(), { "Content-Type": "text/plain" })],
    ["/api/complaints", "post", 422, () => stub.submit({ attachments: `${"0".repeat(64)} x` }, newKey())],
    [one, "get", 200, () => stub.track(mine.reference, mine.tracking_key)],
    [one, "get", 404, () => stub.track(mine.reference, "x")],
    [`${one}/answers`, "post", 422, () => stub.act(mine, "answers", {}, newKey())],
    [`${one}/answers`, "post", 200, () => stub.act(mine, "answers", { answer: "The kitchen" }, newKey())],
    [`${one}/answers`, "post", 409, () => stub.act(mine, "answers", { answer: "The kitchen" }, newKey())],
    [`${one}/stage-2-request`, "post", 200, () => stub.act(mine, "stage-2-request", { why_not_satisfied: "x" }, newKey())],
    [`${one}/withdrawal`, "post", 200, () => stub.act(mine, "withdrawal", { reason: "x" }, newKey())],
    [`${one}/withdrawal`, "post", 404, () => stub.act({ ...mine, reference: "x" }, "withdrawal", {}, newKey())],
    ["/api/attachments", "post", 201, () => upload(file)],
    ["/api/attachments", "post", 415, () => upload(notFile)],
    ["/api/attachments", "post", 422, () => upload("")],
    [pieces, "get", 204, () => stub.fetch(`/api/uploads/${"a".repeat(32)}`)],
    [pieces, "get", 404, () => stub.fetch("/api/uploads/a")],
    [pieces, "post", 204, () => piece(file.subarray(0, 4), 0, "?0")],
    [pieces, "post", 400, () => piece(file, "x", "?1")],
    [pieces, "post", 409, () => piece(file, 5, "?1")],
    [pieces, "post", 413, () => piece(Buffer.alloc(10 << 20), 4, "?1")],
    [pieces, "post", 201, () => piece(file.subarray(4), 4, "?1")],
    [pieces, "post", 422, () => piece("", 0, "?1", "b")],
    [pieces, "post", 415, () => piece(notFile, 0, "?1", "b")],
    ["/api/verify", "post", 200, () => verify(JSON.stringify({ receipt: mine.receipt }))],
    ["/api/verify", "post", 200, () => verify('{"receipt":"x"}')],
    ["/api/verify", "post", 400, () => verify("")],
    ["/api/openapi.json", "get", 200, () => stub.fetch("/api/openapi.json")],
    ["/.well-known/jwks.json", "get", 200, () => stub.fetch("/.well-known/jwks.json")],
    ["/healthz", "get", 200, () => stub.fetch("/healthz")],
    ["/readyz", "get", 200, () => stub.fetch("/readyz")],
    ["/metrics", "get", 200, () => stub.fetch("/metrics")],
  ];
  for (const [path, method, status, call] of rows) assert.equal(await holds(await call(), path, method), status, `${method} ${path}`);
  for (let wrong = 0; wrong < 10; ++wrong) await stub.track("HP-7777-7777", "x");
  assert.equal(await holds(await stub.track("HP-7777-7777", "x"), one, "get"), 429);
});
