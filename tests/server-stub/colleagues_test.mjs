// `putright colleagues`, and the account file's schema by an independent validator (ajv).
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { numbers } from "../parity/generate.mjs";
import { root } from "../support/places.mjs";
import { newFolder, run, startStub } from "./support.mjs";

const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const validate = new Ajv2020({ strict: true }).compile(json("public/schemas/colleagues.schema.json"));
const seed = Number(process.env.PUTRIGHT_SCHEMA_SEED ?? Date.now() % 1e9);
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

function office(t) {
  const folder = newFolder();
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "colleagues.json");
  const colleagues = (deed, ...words) => run(["colleagues", deed, file, ...words]);
  const add = (id, ...words) => colleagues("add", "--id", id, "--name", "Anna Booth", "--roles", "preview,handle", ...words);
  return { file, colleagues, add, kept: () => JSON.parse(readFileSync(file, "utf8")).colleagues };
}

test("colleagues add: the token is printed once, and the file, for its owner only, has nothing but its digest", async (t) => {
  const { file, add, kept } = office(t);
  const { code, out } = await add("a.booth", "--expires-on", "2199-01-31");
  assert.equal(code, 0);
  assert.match(out, /^prt_[A-Za-z0-9_-]{43}\n$/);
  assert.deepEqual(kept(), [{ id: "a.booth", name: "Anna Booth", roles: ["preview", "handle"], token_sha256: sha256(out.trim()), expires_on: "2199-01-31" }]);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.ok(!readFileSync(file, "utf8").includes(out.trim().slice(4)));
  assert.ok(validate(JSON.parse(readFileSync(file, "utf8"))));
});

test("colleagues list, renew, remove: one account at a time, the others stay as they are", async (t) => {
  const { colleagues, add, kept } = office(t);
  const first = (await add("a.booth")).out.trim();
  await add("b.cole", "--expires-on", "2199-01-31");
  assert.equal((await colleagues("list")).out, "a.booth\tAnna Booth\tpreview, handle\tuntil removed\nb.cole\tAnna Booth\tpreview, handle\t2199-01-31\n");
  const [, other] = kept();
  const renewed = (await colleagues("renew", "--id", "a.booth")).out.trim();
  assert.notEqual(renewed, first);
  assert.deepEqual(kept(), [{ id: "a.booth", name: "Anna Booth", roles: ["preview", "handle"], token_sha256: sha256(renewed) }, other]);
  assert.equal((await colleagues("remove", "--id", "a.booth")).code, 0);
  assert.deepEqual(kept(), [other]);
});

test("colleagues: several commands at once lose nobody", async (t) => {
  const { add, kept } = office(t);
  const ids = Array.from({ length: 8 }, (_, index) => `c${index}`);
  const done = await Promise.all(ids.map((id) => add(id)));
  assert.deepEqual(done.map(({ code }) => code), ids.map(() => 0));
  assert.deepEqual(kept().map(({ id }) => id).sort(), ids);
});

test("colleagues: what cannot be done ends with 1, what makes no sense with 2, and neither changes the file", async (t) => {
  const { file, colleagues, add, kept } = office(t);
  assert.equal((await colleagues("list")).code, 1, "no file yet");
  await add("a.booth");
  const before = readFileSync(file, "utf8");
  const again = await add("a.booth");
  assert.deepEqual([again.code, again.out], [1, ""]);
  assert.match(again.err, /a\.booth is there already/);
  assert.equal((await colleagues("remove", "--id", "nobody")).code, 1);
  assert.equal((await colleagues("renew", "--id", "nobody")).code, 1);
  const over = kept();
  over[0].expires_on = "2020-01-31";
  writeFileSync(file, JSON.stringify({ colleagues: over }));
  assert.match((await colleagues("list")).out, /2020-01-31 \(over\)\n$/);
  assert.match((await colleagues("renew", "--id", "a.booth")).err, /give a new one with --expires-on/);
  assert.equal((await colleagues("renew", "--id", "a.booth", "--expires-on", "2199-01-31")).code, 0);
  writeFileSync(file, before);
  for (const words of [["--id", "A"], ["--id", "x", "--name", " "], ["--id", "x", "--name", "y", "--roles", "all"],
    ["--id", "x", "--name", "y", "--roles", "handle", "--expires-on", "2020-01-31"], ["--id", "x"], []]) {
    assert.equal((await colleagues("add", ...words)).code, 2, words.join(" "));
  }
  assert.equal((await colleagues("list", "--id", "a.booth")).code, 2);
  chmodSync(file, 0o620);
  assert.match((await add("b.cole")).err, /may be written to by others/);
  assert.equal(readFileSync(file, "utf8"), before);
});

test("a stub starts with a good account file, and ends with one line a problem when it is not", async (t) => {
  const { file, add } = office(t);
  const env = { PORT: "0", PUTRIGHT_COLLEAGUES: file };
  await add("a.booth");
  assert.equal((await (await startStub(t, env)).fetch("/healthz")).status, 200);
  writeFileSync(file, `{"colleagues":[{"id":"a","name":"","roles":["boss"],"token_sha256":"${"0".repeat(64)}"}]}`);
  const { code, err } = await run(["serve"], { ...env, PUTRIGHT_DATA: join(file, "..", "data") });
  assert.equal(code, 1);
  assert.ok(err.includes(`${file}: /colleagues/0/name must be`) && err.includes(`${file}: /colleagues/0/roles/0 must be one of preview, handle, report`), err);
});

const VALUES = {
  id: ["a.booth", "b", "x".repeat(64), "x".repeat(65), "A", "oidc:x", "", 7],
  name: ["Anna Booth", "Siân", "😀".repeat(100), "😀".repeat(101), " a", "a ", "a\nb", "a\u007fb", "", null],
  roles: [["preview"], ["preview", "handle", "report"], ["handle", "handle"], ["boss"], [], "handle"],
  token_sha256: [() => sha256(String(Math.random())), "0".repeat(63), "A".repeat(64), 7],
  expires_on: ["2027-01-31", "31.1.2027", "", 7],
};

test(`account files: the schema and the program agree on 200 made up from seed ${seed}, both ways`, async (t) => {
  const { file, colleagues } = office(t);
  const random = numbers(seed);
  let good = 0;
  for (let count = 0; count < 200; ++count) {
    const row = {};
    for (const [name, values] of Object.entries(VALUES)) {
      if (!random.chance(name === "expires_on" ? 0.5 : 0.97)) continue;
      const value = random.chance(0.8) ? values[0] : random.pick(values);
      row[name] = typeof value === "function" ? value() : value;
    }
    if (random.chance(0.05)) row.token = "x";
    const whole = random.chance(0.03) ? { ...row } : { colleagues: [row] };
    writeFileSync(file, JSON.stringify(whole), { mode: 0o600 });
    const { code, err } = await colleagues("list");
    assert.equal(validate(whole), code === 0, `seed ${seed}: ${JSON.stringify(whole)}: ${err}`);
    good += code === 0 ? 1 : 0;
  }
  assert.ok(good > 20 && good < 180, `${good} good ones prove little`);
});

test("the example is good by the schema and by the program", async (t) => {
  const { file, colleagues } = office(t);
  const example = json("public/schemas/examples/colleagues.json");
  assert.ok(validate(example), JSON.stringify(validate.errors));
  writeFileSync(file, JSON.stringify(example), { mode: 0o600 });
  assert.equal((await colleagues("list")).code, 0);
});
