// Runs every *_test.mjs under the folders given, one file after the other, on any Node from 18.20.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folders = process.argv.slice(2);
const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith("_test.mjs")).map((name) => join(folder, name))).sort();
if (files.length === 0) {
  console.error(`no *_test.mjs in ${folders.join(", ")}`);
  process.exit(2);
}
const run = spawnSync(process.execPath, ["--test", "--test-concurrency=1", ...files], { stdio: "inherit" });
process.exit(run.status ?? 1);
