// How long the work list and the report take with many complaints in the store. Run by hand:
//   ninja -C build/native putright putright_fill_store && node tests/bench/report_bench.mjs [COUNT] [FOLDER]
// FOLDER is filled unless it has a store already, and stays.
// Prints the processor time, the median and the slowest of each; asserts nothing: machines are noisy.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { newFolder, Process, run } from "../server-stub/support.mjs";
import { built, root } from "../support/places.mjs";

const COUNT = Number(process.argv[2] ?? 100_000);
const ROUNDS = 15;

/** Seconds of processor time that a process has had. Linux counts it in hundredths. */
function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const data = process.argv[3] ?? newFolder();
if (!existsSync(join(data, "complaints.sqlite"))) {
  mkdirSync(data, { recursive: true });
  const fill = built(join(root, "build/native/tests/bench/putright_fill_store"));
  console.log(execFileSync(fill, [data, String(COUNT)], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim());
}
const accounts = join(data, "colleagues.json");
rmSync(accounts, { force: true });
const token = (await run(["colleagues", "add", accounts, "--id", "a.one", "--name", "A One", "--roles", "handle,report"])).out.trim();
const stub = await Process.start(data, { PUTRIGHT_COLLEAGUES: accounts, PUTRIGHT_LOG_REQUESTS: "off" });
try {
  for (const path of ["complaints", "complaints?brand=homes-plus", "report", "report?from=2024-01&to=2026-12", "report?from=2024-01&to=2026-12&brand=care-plus"]) {
    const times = [];
    const before = processorSeconds(stub.child.pid);
    for (let round = 0; round < ROUNDS; ++round) {
      const start = performance.now();
      const answer = await stub.fetch(`/api/staff/${path}`, { headers: { Authorization: `Bearer ${token}` } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      times.push(performance.now() - start);
    }
    times.sort((one, other) => one - other);
    const processor = ((processorSeconds(stub.child.pid) - before) * 1000) / ROUNDS;
    console.log(`${path}: processor ${processor.toFixed(1)} ms, median ${times[ROUNDS >> 1].toFixed(1)} ms, slowest ${times.at(-1).toFixed(1)} ms`);
  }
} finally {
  await stub.end();
  if (process.argv[3] === undefined) rmSync(data, { recursive: true, force: true });
}
