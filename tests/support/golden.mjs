// The same as golden.cpp, for tests in Node.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./places.mjs";

/** What differs from tests/golden/<name>, as a line, or nothing. UPDATE_GOLDEN=1 rewrites it, for `git diff` to review. */
export function differsFromGolden(name, actual) {
  const path = join(root, "tests", "golden", name);
  if (process.env.UPDATE_GOLDEN !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  const expected = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (expected === actual) return [];
  const [now, before] = [actual.split("\n"), expected.split("\n")];
  const at = now.findIndex((line, index) => line !== before[index]);
  return [`tests/golden/${name}, line ${at + 1}: "${now[at] ?? ""}" was "${before[at] ?? ""}"; UPDATE_GOLDEN=1 rewrites it`];
}
