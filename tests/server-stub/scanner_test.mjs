// Files through a virus scanner: the real ClamAV daemon with one signature of our own, and daemons that fail.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { zip } from "../support/files.mjs";
import { accepted, formOf, newFolder, problem, run, startStub } from "./support.mjs";

// The test file that all scanners know (eicar.org), put together here: no file of ours shall hold it.
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS", "-TEST-FILE!$H+H*"].join("");
const READY_TRIES = 200;
const MEGABYTE = 1 << 20;

const upload = (stub, bytes) => stub.fetch("/api/attachments", { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: bytes });
const kept = (stub) => readdirSync(join(stub.data, "attachments")).concat(readdirSync(join(stub.data, "attachments", "partial"))).filter((name) => name !== "partial");
const metrics = async (stub) => (await stub.fetch("/metrics")).text();

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A folder with the daemon's settings and its one signature; `start` starts it. */
async function clamd(t) {
  const folder = newFolder();
  const [signatures, socket, settings] = [join(folder, "signatures"), join(folder, "socket"), join(folder, "clamd.conf")];
  mkdirSync(signatures);
  writeFileSync(join(signatures, "putright.ndb"), `Putright.Test.File:0:*:${Buffer.from(EICAR).toString("hex")}\n`);
  const port = await freePort();
  writeFileSync(settings, [`DatabaseDirectory ${signatures}`, `LocalSocket ${socket}`, `TCPSocket ${port}`, "TCPAddr 127.0.0.1", "Foreground yes", "MaxThreads 2", `TemporaryDirectory ${folder}`].join("\n") + "\n");
  let child;
  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
    rmSync(socket, { force: true });
  };
  const start = async () => {
    child = spawn("/usr/sbin/clamd", ["--config-file", settings], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => { said += text; });
    for (let tries = 0; !existsSync(socket); ++tries) {
      assert.ok(tries < READY_TRIES && child.exitCode === null, `clamd does not start: ${said}`);
      await pause(50);
    }
  };
  t.after(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { socket, port, start, stop };
}

test("with a scanner, clean files are kept and harmful ones are not, also inside another file, by socket and by port", async (t) => {
  const daemon = await clamd(t);
  await daemon.start();
  for (const address of [daemon.socket, `127.0.0.1:${daemon.port}`]) {
    const stub = await startStub(t, { PUTRIGHT_CLAMD: address });
    for (const bytes of [EICAR, `It rained in.\n${EICAR}`, zip([["[Content_Types].xml", "<a/>", "deflated"], ["word/document.xml", EICAR, "deflated"]])]) {
      await problem(await upload(stub, bytes), 422, "attachment_harmful");
    }
    assert.deepEqual(kept(stub), []);
    await stub.says(/"event":"attachment_harmful","found":"Putright\.Test\.File(\.UNOFFICIAL)?"/);
    assert.match(await metrics(stub), /\nputright_attachments_harmful_total 3\n/);
    assert.equal((await upload(stub, "It rained in.")).status, 201);
    assert.equal((await upload(stub, Buffer.alloc(10 * MEGABYTE, "Long ago it rained in.\n"))).status, 201);
    assert.equal(kept(stub).length, 2);
  }
});

test("while the scanner is down no file is kept, complaints are, and files are again when it is back", async (t) => {
  const daemon = await clamd(t);
  const stub = await startStub(t, { PUTRIGHT_CLAMD: daemon.socket });
  const answer = await upload(stub, "It rained in.");
  assert.equal(answer.headers.get("retry-after"), "60");
  await problem(answer, 503, "attachment_not_scanned");
  assert.deepEqual(kept(stub), []);
  await stub.says(/"event":"attachment_not_scanned","why":"cannot reach the scanner: No such file or directory"/);
  assert.match(await metrics(stub), /\nputright_scanner_failures_total 1\n/);
  await accepted(stub);
  await daemon.start();
  assert.equal((await upload(stub, "It rained in.")).status, 201);
  await daemon.stop();
  await problem(await upload(stub, "Again."), 503, "attachment_not_scanned");
  await daemon.start();
  assert.equal((await upload(stub, "Again.")).status, 201);
});

const TALK = {
  "has a limit of its own": (socket) => socket.end("INSTREAM size limit exceeded. ERROR\0"),
  "says something else": (socket) => socket.end("PONG\0"),
  "says that another file is good": (socket) => socket.end("other: OK\0"),
  "says too much": (socket) => socket.end("x".repeat(100_000)),
  "hangs up": (socket) => socket.end(),
  "hangs up rudely": (socket) => socket.resetAndDestroy(),
  "says nothing": () => {},
};

for (const [name, talk] of Object.entries(TALK)) {
  test(`a scanner that ${name} lets no file in`, async (t) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => talk(socket));
      socket.resume();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    t.after(() => server.close());
    const stub = await startStub(t, { PUTRIGHT_CLAMD: `localhost:${server.address().port}` });
    await problem(await upload(stub, Buffer.alloc(MEGABYTE, "It rained in.\n")), 503, "attachment_not_scanned");
    assert.deepEqual(kept(stub), []);
    await stub.says(/"event":"attachment_not_scanned","why":"(the scanner (does not answer|answers): |cannot reach the scanner)/);
  });
}

test("without JavaScript the form says what the scanner found, and goes on", async (t) => {
  const daemon = await clamd(t);
  await daemon.start();
  const stub = await startStub(t, { PUTRIGHT_CLAMD: daemon.socket });
  const path = "/homes-plus/complaint/files";
  const { fields } = formOf(await (await stub.fetch(path)).text());
  const body = new FormData();
  for (const [field, value] of fields) body.set(field, field === "go" ? "add" : value);
  body.append("files", new Blob([EICAR]), "roof.txt");
  const html = await (await stub.fetch(path, { method: "POST", body })).text();
  assert.match(html, /Our virus scanner found something harmful in this file\. Choose another, or send without it: “roof\.txt”/);
  assert.deepEqual(kept(stub), []);
});

test("a scanner's address that makes no sense ends the start", async () => {
  for (const address of ["clamd", ":3310", "localhost:", "localhost:clamd", `/${"x".repeat(108)}`]) {
    const { code, err } = await run(["serve"], { PUTRIGHT_CLAMD: address });
    assert.deepEqual([code, err], [1, "putright serve: PUTRIGHT_CLAMD must be the path of a socket, such as /run/clamav/clamd.ctl, or host:port\n"], address);
  }
});
