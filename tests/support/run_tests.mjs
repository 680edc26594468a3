// Runs every *_test.mjs under the folders given, on any Node from 18.20: one file more at a time than there are
// processors, for each has its own stub, port, data folder and browser, and spends half of its time waiting for them.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

/** A browser wants a few hundred megabytes of memory. */
const MOST_AT_ONCE = 4;

const folders = process.argv.slice(2);
const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith("_test.mjs")).map((name) => join(folder, name))).sort();
if (files.length === 0) {
  console.error(`no *_test.mjs in ${folders.join(", ")}`);
  process.exit(2);
}
const run = spawnSync(process.execPath, ["--test", `--test-concurrency=${Math.min(availableParallelism() + 1, MOST_AT_ONCE)}`, ...files], { stdio: "inherit" });
process.exit(run.status ?? 1);
