// The stub beside Fastify, ajv and better-sqlite3 with group commit, in interleaved rounds under wrk: complaints kept a
// second, processor time for each, memory. Figures are printed, never asserted. It needs wrk (Debian) and, once,
//   npm install --no-save fastify@5.12.8 better-sqlite3@11.10.0
// which are not among the packages of the tree: better-sqlite3 is compiled for more than a minute. PUTRIGHT_BEFORE names
// another putright to run beside them: what a change gains.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { binary, built, root } from "../support/places.mjs";

const ROUNDS = Number(process.env.PUTRIGHT_ROUNDS ?? 5);
const SECONDS = 4;
const CONNECTIONS = [16, 64, 256];
const TICKS_A_SECOND = 100; // sysconf(_SC_CLK_TCK) on Linux

const folder = mkdtempSync(join(tmpdir(), "putright-bench-"));
const stub = (name, more, program = built(binary)) => ({ name, command: [program, "serve"], env: { PORT: "0", PUTRIGHT_DATA: join(folder, name), PUTRIGHT_LOG_REQUESTS: "off", PUTRIGHT_SITE: "/nonexistent", ...more } });
const servers = [
  stub("putright", {}),
  stub("putright, a commit each", { PUTRIGHT_GROUP_COMMIT: "off" }),
  { name: "Fastify, ajv, better-sqlite3", command: [process.execPath, join(root, "tests/bench/stub_peer.mjs"), join(folder, "peer.sqlite")], env: { NODE_ENV: "production" } },
  ...(process.env.PUTRIGHT_BEFORE ? [stub("putright, before", {}, process.env.PUTRIGHT_BEFORE)] : []),
];

async function start(server) {
  const [program, ...words] = server.command;
  server.child = spawn(program, words, { env: { ...process.env, ...server.env }, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface({ input: server.child.stdout }), "line");
  server.address = /http:\S+$/.exec(line)[0];
  server.rows = [];
}

/** What the process has used so far: its own code, and the kernel's for it. */
function processorMicroseconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return { own: Number(fields[11]) * 1e6 / TICKS_A_SECOND, kernel: Number(fields[12]) * 1e6 / TICKS_A_SECOND };
}
const memoryMegabytes = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

let runs = 0;
function round(server, connections) {
  const before = processorMicroseconds(server.child.pid);
  const wrk = spawnSync("wrk", ["-t1", `-c${connections}`, `-d${SECONDS}s`, "--timeout", "30s", "-s", join(root, "tests/bench/complaints.lua"),
    server.address, "--", String(++runs)], { encoding: "utf8" });
  const [, json] = /^(\{.*\})$/m.exec(wrk.stdout) ?? assertRun(wrk);
  const { requests, microseconds, refused, broken, p99 } = JSON.parse(json);
  if (refused + broken > 0) throw new Error(`${server.name}: ${refused} refused, ${broken} broken`);
  const used = processorMicroseconds(server.child.pid);
  server.rows.push({ connections, persecond: requests / (microseconds / 1e6), own: (used.own - before.own) / requests, kernel: (used.kernel - before.kernel) / requests, p99: p99 / 1000, memory: memoryMegabytes(server.child.pid) });
}
function assertRun(wrk) { throw new Error(`wrk: ${wrk.error?.message ?? ""} ${wrk.stdout} ${wrk.stderr}`); }

const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];

try {
  for (const server of servers) await start(server);
  for (const server of servers) round(server, 16); // warm
  for (const server of servers) server.rows = [];
  for (let count = 0; count < ROUNDS; ++count) {
    for (const connections of CONNECTIONS) for (const server of servers) round(server, connections);
  }
  for (const connections of CONNECTIONS) {
    console.log(`\n${connections} connections, medians of ${ROUNDS} interleaved rounds of ${SECONDS} s`);
    for (const { name, rows } of servers) {
      const mine = rows.filter((row) => row.connections === connections);
      const of = (field) => median(mine.map((row) => row[field])).toFixed(0);
      console.log(`  ${name.padEnd(30)} ${of("persecond").padStart(6)} kept a second  ${of("own").padStart(4)} + ${of("kernel").padStart(3)} us own + kernel time each  p99 ${of("p99").padStart(5)} ms  ${of("memory").padStart(4)} MB`);
    }
    const [ours, each, peer, before] = servers.map(({ rows }) => rows.filter((row) => row.connections === connections));
    const ratio = (list, other, of) => median(list.map((row, at) => of(row) / of(other[at]))).toFixed(2);
    const time = ({ own, kernel }) => own + kernel;
    console.log(`  putright kept more than the peer in ${ours.filter((row, at) => row.persecond > peer[at].persecond).length} of ${ROUNDS} rounds; its processor time is ${ratio(ours, peer, time)} of the peer's`);
    if (before) console.log(`  its processor time is ${ratio(ours, before, time)} of what it was before`);
    console.log(`  group commit keeps ${ratio(ours, each, ({ persecond }) => persecond)} times as many as a commit each`);
  }
} finally {
  for (const { child } of servers) child?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
