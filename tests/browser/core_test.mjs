// The loader of the core, in Node: the same one that runs in the page.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PolicyRefused, instantiate, startCore } from "../support/core.mjs";
import { built, coreModule } from "../support/places.mjs";

const request = { method: "GET", path: "/homes-plus/", form: [], now: "2026-03-26T09:00:00Z", entropy: "0".repeat(32) };

test("the same request gives the same bytes", async () => {
  const core = await startCore();
  const first = core.answer(request);
  assert.equal(first.status, 200);
  assert.match(first.html, /^<!DOCTYPE html>/i);
  assert.deepEqual(core.answer(request), first);
});

test("after a trap a fresh copy answers the same request", async () => {
  const core = await startCore();
  const expected = core.answer(request);
  const broken = core.instance;
  broken.call = () => { throw new WebAssembly.RuntimeError("unreachable"); };
  assert.deepEqual(core.answer(request), expected);
  assert.notEqual(core.instance, broken);
});

test("a request that cannot be read is refused and the core goes on", async () => {
  const core = await startCore();
  assert.equal(JSON.parse(core.call("putright_answer", "{")).status, 400);
  assert.equal(JSON.parse(core.call("putright_answer", "[".repeat(100_000))).status, 400);
  assert.equal(core.answer(request).status, 200);
});

test("a policy book that is none is refused by name", async () => {
  const book = new TextEncoder().encode("{}");
  await assert.rejects(instantiate(readFileSync(built(coreModule)), book), PolicyRefused);
});
