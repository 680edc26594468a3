// The workbench's examples are records that `putright assess` reads: what a colleague saves, a script can check.
import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { binary, root } from "../support/places.mjs";

const { examples } = JSON.parse(readFileSync(join(root, "public", "workbench", "examples.json"), "utf8"));
const REFUSED = { "A refused event": "stage_2_request_before_stage_1_response" };

for (const { name, record } of examples) {
  test(`putright assess reads the workbench's example: ${name}`, () => {
    const { stdout, stderr } = spawnSync(binary, ["assess", "--as-of", "2027-12-31T12:00:00Z"],
      { cwd: root, input: JSON.stringify(record), encoding: "utf8" });
    if (REFUSED[name]) assert.match(stdout + stderr, new RegExp(REFUSED[name]));
    else assert.ok(JSON.parse(stdout).deadlines, stderr);
  });
}
