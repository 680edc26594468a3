// Starts the real stub on a free port with a data folder of its own, for tests.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { binary, built, site } from "./places.mjs";

const READY_WITHIN_MS = 30_000;

function readyAddress(child) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the stub did not say that it is ready")), READY_WITHIN_MS);
    const finish = (act, value) => { clearTimeout(timer); act(value); };
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = /^Putright is at (http:\S+?)\/?$/.exec(line)?.[1];
      if (address) finish(resolve, address);
    });
    child.once("exit", (code, signal) => finish(reject, new Error(`the stub ended (${code ?? signal}) before it was ready`)));
    child.once("error", (error) => finish(reject, error));
  });
}

/** One stub. `stop` and `start` may be called again and again: port and data stay the same. */
export class Stub {
  #child;
  #log = "";
  #port = "0";
  #site;
  data = mkdtempSync(join(tmpdir(), "putright-test-"));
  address = "";

  /** `folder` holds the pages it serves; the built site unless a test has its own. */
  constructor(folder = site) {
    this.#site = folder;
  }

  async start() {
    this.#child = spawn(built(binary), ["serve"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, PORT: this.#port, PUTRIGHT_DATA: this.data, PUTRIGHT_SITE: built(this.#site) },
    });
    this.#child.stderr.on("data", (words) => { this.#log += words; });
    this.address = await readyAddress(this.#child).catch((error) => {
      throw new Error(`${error.message}\n${this.#log}`);
    });
    this.#port = new URL(this.address).port;
    return this;
  }

  /** What it wrote to its log so far. */
  get log() { return this.#log; }

  /** Ends it in order, or at once with SIGKILL, and waits for its end. */
  async stop(signal = "SIGTERM") {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  /** Ends it and forgets what it kept. */
  async remove() {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}

export const startStub = (folder) => new Stub(folder).start();
