// The schemas and the core's checks say the same, by the judgement of an independent validator (ajv).
import { before, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { startCore } from "../support/core.mjs";
import { binary, built, root } from "../support/places.mjs";
import { ATTACHMENTS, numbers, record as madeUpRecord } from "../parity/generate.mjs";

const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const schema = (name) => json(`public/schemas/${name}.schema.json`);
const validator = (name) => new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true }).compile(schema(name));
const seed = Number(process.env.PUTRIGHT_SCHEMA_SEED ?? Date.now() % 1e9);
let core;
before(async () => { core = await startCore(); });
const problems = (submission) => JSON.parse(core.call("putright_check", JSON.stringify(submission))).problems;

const WORDS = ["The roof leaks.", "“Word” – 😀", "\u00a0", "x".repeat(200), "x".repeat(201), "x".repeat(501), "چھت", "a\nb", ""];
const SPECIAL = { kind: ["complaint", "comment", "compliment", "x", ""], brand: ["homes-plus", "care-plus", "no-such-brand", ""],
  matter: ["repairs", "care", "no-such-matter", ""], relationship: ["tenant", "x", ""], reply_by: ["email", "phone", "letter", "pigeon", ""],
  email: ["a@b.cc", "a@b", "a b@c.dd", "siân@éxample.org", "@", "a@@b.cc", "a@.cc", "a@b.", "a@b.c.d", ""], phone: ["01785 000000", "12", "+44 (0) 1785", "123456", ""],
  attachments: ATTACHMENTS, reply_format: ["braille", "as_usual", "large_print", "telepathy", ""] };

function tidySubmission(random, names) {
  const made = {};
  for (const name of names) {
    const required = name === "brand" || name === "kind" || name === "what_happened";
    if (random.chance(required ? 0.98 : 0.4)) made[name] = random.chance(0.5) && SPECIAL[name] ? SPECIAL[name][0] : random.pick(SPECIAL[name] ?? WORDS);
  }
  if (random.chance(0.03)) made.no_such_field = "x";
  if (random.chance(0.03)) made.name = random.pick([7, null, ["x"]]);
  return made;
}

test(`submissions: the schema and the checks agree on 20,000 made up from seed ${seed}, both ways`, () => {
  const validate = validator("submission");
  const names = Object.keys(schema("submission").properties);
  const random = numbers(seed);
  let good = 0;
  for (let count = 0; count < 20000; ++count) {
    const submission = tidySubmission(random, names);
    const bySchema = validate(submission);
    const found = problems(submission);
    if (bySchema !== (found.length === 0)) {
      assert.fail(`seed ${seed}: ${JSON.stringify(submission).slice(0, 1500)}\n schema: ${JSON.stringify(validate.errors)}\n checks: ${JSON.stringify(found)}`);
    }
    good += bySchema ? 1 : 0;
  }
  assert.ok(good > 1000 && good < 19000, `${good} good ones: the made-up submissions prove little`);
});

test("submissions: each limit is the same on both sides, counted in characters", () => {
  const validate = validator("submission");
  const least = { brand: "homes-plus", kind: "complaint", what_happened: "x", email: "a@b.cc", on_behalf_of_consent: "yes" };
  for (const [name, rule] of Object.entries(schema("submission").properties)) {
    // These have a shape besides their length.
    if (rule.enum || ["email", "phone", "attachments"].includes(name)) continue;
    for (const [length, good] of [[rule.maxLength, true], [rule.maxLength + 1, false]]) {
      const submission = { ...least, [name]: "😀".repeat(length) };
      assert.equal(validate(submission), good, `${name} ${length} by the schema`);
      assert.equal(problems(submission).length === 0, good, `${name} ${length} by the checks`);
    }
  }
});

test("submissions: the lists in the schema are those of the policy", () => {
  const { properties } = schema("submission");
  assert.deepEqual(properties.brand.enum, json("public/policy/brands.json").brands.map((row) => row.id));
  assert.deepEqual(properties.matter.enum, ["", ...json("public/policy/matters.json").matters.map((row) => row.id)]);
  assert.deepEqual(properties.relationship.enum, ["", ...json("public/policy/matters.json").relationships.map((row) => row.id)]);
});

test("later forms: the schemas and the checks agree on 3,000 made-up ones each, both ways", () => {
  const random = numbers(seed);
  const words = ["Mend it", "", " \t\n", "“Word” – 😀", "x".repeat(2000), "x".repeat(2001), "x".repeat(10000), "x".repeat(10001), 7, null, ["x"]];
  for (const form of ["stage-2-request", "answer", "withdrawal"]) {
    const validate = validator(form);
    const names = [...Object.keys(schema(form).properties), "no_such_field"];
    const made = Array.from({ length: 3000 }, () => Object.fromEntries(names
      .filter((name) => random.chance(name === "no_such_field" ? 0.05 : 0.7)).map((name) => [name, random.pick(words)])));
    const { stdout } = spawnSync(built(binary), ["check", "--form", form, "--lines"], { input: made.map((one) => JSON.stringify(one)).join("\n"), encoding: "utf8", maxBuffer: 1 << 26 });
    const answers = stdout.trim().split("\n").map((line) => JSON.parse(line).problems);
    assert.equal(answers.length, made.length);
    made.forEach((one, index) => assert.equal(validate(one), answers[index].length === 0, `seed ${seed}: ${form}: ${JSON.stringify(one).slice(0, 300)}: ${JSON.stringify(answers[index])}`));
    assert.ok(answers.some((found) => found.length === 0) && answers.some((found) => found.length > 0));
  }
});

test("examples: each is good by its schema, and the core agrees", () => {
  const submission = json("public/schemas/examples/submission.json");
  assert.ok(validator("submission")(submission));
  assert.deepEqual(problems(submission), []);
  const record = json("public/schemas/examples/record.json");
  assert.ok(validator("record")(record));
});

test("assessments: whatever the core answers about 2,000 records is good by the schema", () => {
  const validate = validator("assessment");
  const random = numbers(seed);
  let answered = 0;
  for (let count = 0; count < 2000; ++count) {
    const question = madeUpRecord(random);
    const answer = JSON.parse(core.call("putright_assess", JSON.stringify(question)));
    if (answer.problems) continue;
    ++answered;
    assert.ok(validate(answer), `seed ${seed}: ${JSON.stringify(question)}: ${JSON.stringify(validate.errors)}`);
  }
  assert.ok(answered > 200, `only ${answered} answered`);
});

test("goldens: the assessment is good by its schema", () => {
  const validate = validator("assessment");
  assert.ok(validate(json("tests/golden/assessment.json")), JSON.stringify(validate.errors));
});
