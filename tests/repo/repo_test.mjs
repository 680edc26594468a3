// The house's rules as tests: layering, words, data in its place, pages that agree with the code.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/places.mjs";

const IGNORED = /^(build|node_modules|third_party|data|artefacts|\.git)(\/|$)/;
function tree(folder = "") {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (IGNORED.test(path)) return [];
    return entry.isDirectory() ? tree(path) : [path];
  });
}
const files = tree();
const read = (path) => readFileSync(join(root, path), "utf8");
const ending = (pattern) => files.filter((path) => pattern.test(path));
const sources = ending(/^(shared|portal|web|server-stub)\/.*\.(cpp|hpp|ts)$/);
assert.ok(sources.length > 50, "the sources were not found");

test("layers: includes point down only", () => {
  const layer = { shared: 0, portal: 1, web: 2, "server-stub": 2 };
  const broken = [];
  for (const path of ending(/^(shared|portal|web|server-stub)\/.*\.(cpp|hpp)$/)) {
    const own = path.split("/")[0];
    for (const [, included] of read(path).matchAll(/#include "([^"]+)"/g)) {
      const other = included.split("/")[0];
      if (!(other in layer) && other !== "imgui.h" && other !== "imgui_internal.h") continue;
      if (layer[other] > layer[own] || (layer[other] === 2 && other !== own)) broken.push(`${path} includes ${included}`);
    }
  }
  assert.deepEqual(broken, []);
});

test("shared/ and portal/ open no files, read no clock, throw nothing", () => {
  const forbidden = /#include <(fstream|iostream|filesystem|thread|ctime)>|system_clock|steady_clock|\bfopen\b|\bgetenv\b|\bthrow\b/;
  const broken = ending(/^(shared|portal)\/.*\.(cpp|hpp)$/).filter((path) => forbidden.test(read(path).replace(/\/\/.*$/gm, "")));
  assert.deepEqual(broken, []);
});

test("words: identifiers never use the glossary's right-hand column", () => {
  const never = /\b\w*(ticket|enquiry|business_day|workday|escalation|appeal|regulator|wizard|BusinessDay|Escalation|Ticket|Wizard)\w*\b/;
  const broken = [];
  for (const path of sources) {
    read(path).replace(/\/\/.*$/gm, "").replace(/"(?:[^"\\]|\\.)*"/g, '""').split("\n").forEach((line, index) => {
      const found = never.exec(line);
      if (found) broken.push(`${path}:${index + 1}: ${found[0]}`);
    });
  }
  assert.deepEqual(broken, []);
});

test("names: none that C++ keeps for compilers (clang-tidy's own look for them costs an eighth of its time)", () => {
  const theirs = /^(__FILE__|__LINE__|__EMSCRIPTEN__|__builtin_\w+|__has_feature|__sanitizer_\w+)$/;
  const broken = [];
  for (const path of ending(/^(shared|portal|web|server-stub|tests)\/.*\.(cpp|hpp)$/)) {
    const code = read(path).replace(/\/\/.*$/gm, "").replace(/R"(\w*)\([\s\S]*?\)\1"/g, '""').replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
    for (const [name] of code.matchAll(/\b(?:_[A-Za-z]\w*|\w*__\w*)\b/g)) if (!theirs.test(name)) broken.push(`${path}: ${name}`);
  }
  assert.deepEqual(broken, []);
});

test("data: no phone number, brand, address or ombudsman outside public/policy", () => {
  const data = /0800 ?048|0300 ?111|0300 ?061|Homes Plus|Care Plus|Property Plus|County Town Homes|"(homes|care|property)-plus"|Housing Ombudsman Service|PO Box/;
  const broken = [];
  for (const path of sources) {
    read(path).replace(/\/\/.*$/gm, "").split("\n").forEach((line, index) => { if (data.test(line)) broken.push(`${path}:${index + 1}: ${line.trim()}`); });
  }
  assert.deepEqual(broken, []);
});

test("problems: the code, its words and the reference page have the same list in the same order", () => {
  const list = /enum class ProblemCode \{([^}]*)\}/.exec(read("shared/base/problem.hpp"))[1]
    .replace(/\/\/.*$/gm, "").split(",").map((name) => name.trim()).filter(Boolean);
  const page = [...read("docs/reference/problems.md").matchAll(/^\| `(\w+)` \| (.+) \|$/gm)];
  assert.deepEqual(page.map((row) => row[1]), list);
  const words = [...read("shared/text/problem_words.cpp").matchAll(/\{(\w+),\s*"(\w+)",\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\}/g)];
  assert.deepEqual(words.map((row) => row[2]), list);
  const joined = (text) => [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((part) => part[1]).join("");
  assert.deepEqual(page.map((row) => row[2]), words.map((row) => joined(row[3])));
});

test("clauses: every clause that a rule or contact cites exists", () => {
  const documents = JSON.parse(read("public/policy/documents.json")).documents;
  const known = new Set(documents.flatMap((document) => document.clauses.map((clause) => `${document.id} ${clause.id}`)));
  const cited = [];
  const walk = (value, from) => {
    if (value === null || typeof value !== "object") return;
    if (typeof value.document === "string" && typeof value.id === "string" && Object.keys(value).length === 2) cited.push([`${value.document} ${value.id}`, from]);
    for (const child of Object.values(value)) walk(child, from);
  };
  for (const name of ["editions", "schemes", "brands"]) walk(JSON.parse(read(`public/policy/${name}.json`)), name);
  assert.ok(cited.length > 15);
  assert.deepEqual(cited.filter(([clause]) => !known.has(clause)), []);
});

test("clauses: every clause of both sources is accounted for in docs/policy, in the data's words", () => {
  const documents = JSON.parse(read("public/policy/documents.json")).documents;
  for (const id of ["complaints-service-standards-v2-mar24", "homes-plus-key-facts"]) {
    const page = read(`docs/policy/${id}.md`);
    const rows = [...page.matchAll(/^\| (\S+) \| (.+?) \| (.+) \|$/gm)].filter((row) => row[1] !== "clause" && row[1] !== "---");
    const clauses = documents.find((document) => document.id === id).clauses;
    assert.deepEqual(rows.map((row) => [row[1], row[2]]), clauses.map((clause) => [clause.id, clause.digest]));
    for (const [, clause, , honoured] of rows) {
      assert.ok(honoured.length > 10, `${id} ${clause} says where or why`);
      for (const [, path] of honoured.matchAll(/`([\w-]+\/[\w\/.-]+)`/g)) assert.ok(existsSync(join(root, path)), `${id} ${clause}: ${path}`);
    }
  }
});

test("markdown: one title a page; decisions are numbered once each, with their parts", () => {
  for (const path of ending(/\.md$/)) {
    const titles = read(path).replace(/```[\s\S]*?```/g, "").match(/^# .+$/gm) ?? [];
    assert.equal(titles.length, 1, path);
  }
  const decisions = ending(/^docs\/decisions\/.*\.md$/);
  const numbers = decisions.map((path) => /\/(\d{4})-/.exec(path)?.[1]);
  assert.ok(decisions.length >= 6);
  assert.equal(new Set(numbers).size, decisions.length, "numbers are unique");
  for (const path of decisions) for (const part of ["Status: ", "## Context", "## Decision", "## Consequences"]) assert.ok(read(path).includes(part), `${path}: ${part}`);
});

test("links: every link of a page leads to a file", () => {
  const broken = [];
  for (const path of ending(/\.md$/)) {
    for (const [, target] of read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)) {
      if (!existsSync(join(root, path, "..", target))) broken.push(`${path}: ${target}`);
    }
  }
  assert.deepEqual(broken, []);
});

test("size: no source over 450 lines, no tracked file over 1 MB", () => {
  const long = sources.filter((path) => read(path).split("\n").length > 450);
  assert.deepEqual(long, []);
});

test("packages: the lock file names no host and pins every version", () => {
  assert.doesNotMatch(read("package-lock.json"), /"resolved"/);
  const { devDependencies = {}, dependencies = {} } = JSON.parse(read("package.json"));
  for (const [name, version] of Object.entries({ ...devDependencies, ...dependencies })) assert.match(version, /^\d+\.\d+\.\d+$/, name);
});

test("git: nothing built, kept or fetched is tracked", () => {
  if (!existsSync(join(root, ".git"))) return;
  const tracked = execFileSync("git", ["-C", root, "ls-files"], { encoding: "utf8" }).split("\n");
  assert.deepEqual(tracked.filter((path) => IGNORED.test(path)), []);
});
