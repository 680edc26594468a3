// The systemd units, judged by systemd itself.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { root } from "../support/places.mjs";

const packaging = join(root, "server-stub", "packaging");
const units = readdirSync(packaging).filter((name) => /\.(service|timer)$/.test(name));
/** Tenths of systemd's exposure level: 100 is wide open, 0 can do nothing at all. */
const MOST_EXPOSURE = 9;
/** Where docs/operating/one-machine.md puts what the units start. */
const COMMANDS = ["usr/local/bin/putright", "usr/local/lib/putright/backup.sh"];

function analyze(...words) {
  const { status, stdout, stderr, error } = spawnSync("systemd-analyze", words, { encoding: "utf8" });
  assert.equal(error, undefined, "systemd-analyze is not there: scripts/set-up test");
  return { status, stdout, stderr };
}

/** A machine's root folder with our units, what they start, and systemd's own units. */
function machine(t) {
  const folder = mkdtempSync(join(tmpdir(), "putright-units-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of units) {
    mkdirSync(join(folder, "etc/systemd/system"), { recursive: true });
    cpSync(join(packaging, name), join(folder, "etc/systemd/system", name));
  }
  for (const name of COMMANDS) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), "#!/bin/sh\n");
    chmodSync(join(folder, name), 0o755);
  }
  cpSync("/usr/lib/systemd/system", join(folder, "usr/lib/systemd/system"), { recursive: true, verbatimSymlinks: true });
  return folder;
}

test("systemd finds nothing to complain of in the units", (t) => {
  const folder = machine(t);
  assert.equal(units.length, 3);
  const { status, stdout, stderr } = analyze("verify", "--man=no", `--root=${folder}`, ...units);
  assert.deepEqual([status, stdout + stderr], [0, ""]);
});

test("systemd's complaints would be seen", (t) => {
  const folder = machine(t);
  writeFileSync(join(folder, "etc/systemd/system/putright.service"), "[Service]\nExecStart=/usr/local/bin/putright\nNoSuchKey=1\n");
  assert.match(analyze("verify", "--man=no", `--root=${folder}`, "putright.service").stderr, /NoSuchKey/);
});

for (const name of units.filter((unit) => unit.endsWith(".service"))) {
  test(`${name} is exposed to no more than ${MOST_EXPOSURE / 10} of 10`, () => {
    const { status, stdout } = analyze("security", "--offline=yes", `--threshold=${MOST_EXPOSURE}`, join(packaging, name));
    assert.equal(status, 0, stdout);
    assert.match(stdout, new RegExp(`Overall exposure level for ${name}: [\\d.]+ SAFE`));
  });
}
