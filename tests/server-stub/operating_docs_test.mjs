// docs/operating names every setting, every metric and every event of the log, and none that is not there.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../support/places.mjs";
import { accepted, run, startStub } from "./support.mjs";

const read = (path) => readFileSync(join(root, path), "utf8");
const sources = readdirSync(join(root, "server-stub"), { recursive: true }).filter((name) => name.endsWith(".cpp"));

/** The default of a setting, as config.hpp gives it to the member under the comment that names the setting. */
function defaultOf(header, name) {
  const member = new RegExp(`/// ${name}:[^\\n]*\\n(?:\\s*///[^\\n]*\\n)*\\s*[^;/]*?\\w+(?: = ([^;]+))?;`).exec(header);
  assert.ok(member, `${name} is explained in config.hpp`);
  if (member[1] === undefined) return "none";
  return `\`${member[1].replaceAll('"', "").replace(/^\w+::/, "")}\``;
}

test("configuration.md has every setting that the program reads, in its order, with its default", async () => {
  const names = [...read("server-stub/config.cpp").matchAll(/Setting\{"(\w+)"/g)].map(([, name]) => name);
  assert.ok(names.length >= 8);
  const rows = [...read("docs/operating/configuration.md").matchAll(/^\| `(\w+)` \| (.+?) \| (.+?) \| (.+) \|$/gm)];
  const header = read("server-stub/config.hpp");
  assert.deepEqual(rows.map(([, name, value]) => [name, value]), names.map((name) => [name, defaultOf(header, name)]));
  const { out } = await run(["serve", "--help"]);
  for (const name of names) assert.ok(out.includes(`  ${name} `), `putright serve --help says what ${name} is`);
});

test("monitoring.md has every metric that /metrics answers, with its type, and no other", async (t) => {
  const stub = await startStub(t);
  await accepted(stub);
  const answered = [...(await (await stub.fetch("/metrics")).text()).matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => [name, type]);
  const rows = [...read("docs/operating/monitoring.md").matchAll(/^\| `(putright_\w+)` \| (counter|gauge) \|/gm)].map(([, name, type]) => [name, type]);
  assert.deepEqual(rows, answered);
});

test("monitoring.md has every event that the log may hold, and no other", () => {
  const logged = sources.flatMap((name) => [...read(join("server-stub", name)).matchAll(/log_line\(\s*"(\w+)"/g)].map(([, event]) => event));
  const [, list] = /Events: (.+)\.\n/.exec(read("docs/operating/monitoring.md"));
  const named = [...list.replace(/\(.*?\)/g, "").matchAll(/`(\w+)`/g)].map(([, event]) => event);
  assert.deepEqual([...named].sort(), [...new Set(logged)].sort());
});

test("files.md tells the limits of uploads in pieces as the code has them", () => {
  const page = read("docs/operating/files.md");
  const limit = (name) => new RegExp(`constexpr [\\w:]+ ${name} = ([^;]+);`).exec(read("server-stub/limits.hpp"))[1];
  const rows = [["kUnfinishedUploads", "256", "256"], ["kUnfinishedBytes", "1U << 30U", "1 GiB"], ["kUnfinishedTime", "24h", "24 hours"], ["kRememberedTime", "1h", "1 hour"], ["kRememberedUploads", "1024", "1,024 uploads"]];
  for (const [name, value, words] of rows) {
    assert.equal(limit(name), value, `${name}: files.md says ${words}`);
    assert.ok(page.includes(words), words);
  }
  assert.match(read("web/src/sending.ts"), /PIECE_BYTES = 512 \* 1024;/);
  assert.match(page, /larger than 512 KiB in pieces/);
});
