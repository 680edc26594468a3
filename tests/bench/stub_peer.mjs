// The stub's honest peer: Fastify, ajv and better-sqlite3, with group commit. It does what a complaint's way in needs:
// checks against the same schema, a reference, a signed receipt, one row and one event, the answer after the commit.
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import Database from "better-sqlite3";
import Fastify from "fastify";
import { root } from "../support/places.mjs";

const validate = new Ajv2020({ strict: false, allErrors: true })
  .compile(JSON.parse(readFileSync(join(root, "public", "schemas", "submission.schema.json"), "utf8")));
const { privateKey } = generateKeyPairSync("ed25519");
const database = new Database(process.argv[2]);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(`CREATE TABLE complaints(reference TEXT PRIMARY KEY, idempotency_key TEXT UNIQUE, content_sha256 BLOB, submission TEXT, receipt TEXT) STRICT;
  CREATE TABLE events(reference TEXT, position INTEGER, type TEXT, at TEXT, PRIMARY KEY (reference, position)) STRICT, WITHOUT ROWID`);
const find = database.prepare("SELECT receipt FROM complaints WHERE idempotency_key = ?");
const insert = database.prepare("INSERT INTO complaints VALUES (?, ?, ?, ?, ?)");
const insertEvent = database.prepare("INSERT INTO events VALUES (?, 0, 'submitted', ?)");

let waiting = [];
const keepAll = database.transaction((group) => {
  for (const { reference, key, digest, text, receipt, at } of group) {
    insert.run(reference, key, digest, text, receipt);
    insertEvent.run(reference, at);
  }
});
function keep(complaint) {
  return new Promise((resolve) => {
    if (waiting.push({ ...complaint, resolve }) > 1) return;
    setImmediate(() => {
      const group = waiting;
      waiting = [];
      keepAll(group);
      for (const one of group) one.resolve();
    });
  });
}

const base64url = (value) => Buffer.from(value).toString("base64url");
const header = base64url(JSON.stringify({ alg: "EdDSA" }));
function signed(payload) {
  const text = `${header}.${base64url(JSON.stringify(payload))}`;
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString("base64url")}`;
}

const server = Fastify();
server.post("/api/complaints", async (request, reply) => {
  if (!validate(request.body)) return reply.code(422).send({ problems: validate.errors });
  const key = request.headers["idempotency-key"];
  const before = find.get(key);
  if (before) return { receipt: before.receipt };
  const text = JSON.stringify(request.body);
  const digest = createHash("sha256").update(text).digest();
  const reference = randomBytes(8).toString("hex");
  const at = new Date().toISOString();
  const receipt = signed({ reference, received_at: at, submission_sha256: digest.toString("base64url") });
  await keep({ reference, key, digest, text, receipt, at });
  return reply.code(201).send({ reference, receipt, received_at: at });
});
console.log(`Peer is at ${await server.listen({ host: "127.0.0.1", port: 0 })}`);
