// The stub as a process that tests may hurt (limits, SIGKILL), and the words they say to it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { binary, built } from "../support/places.mjs";

const SAYS_WITHIN_MS = 10_000;

export const newFolder = () => mkdtempSync(join(tmpdir(), "putright-stub-"));

/** Runs `putright` with these words and gives what came of it. */
export async function run(words, env = {}) {
  const child = spawn(built(binary), words, { env: { ...process.env, ...env } });
  const result = { out: "", err: "" };
  child.stdout.on("data", (text) => { result.out += text; });
  child.stderr.on("data", (text) => { result.err += text; });
  [result.code] = await once(child, "close");
  return result;
}

/** One serving stub; `data` is a folder that outlives it. */
export class Process {
  log = "";

  static async start(data, env = {}) {
    const stub = new Process();
    stub.child = spawn(built(binary), ["serve"], {
      env: { ...process.env, PORT: "0", PUTRIGHT_DATA: data, ...env },
    });
    stub.ended = once(stub.child, "close");
    stub.child.stderr.on("data", (text) => { stub.log += text; });
    const line = await Promise.race([
      once(createInterface({ input: stub.child.stdout }), "line"),
      stub.ended.then(() => { throw new Error(`the stub ended before it was ready: ${stub.log}`); }),
    ]);
    stub.address = /http:\S+$/.exec(line[0])[0];
    stub.port = Number(new URL(stub.address).port);
    return stub;
  }

  /** Ends it and gives its exit code (null when a signal ended it). */
  async end(signal = "SIGTERM") {
    this.child.kill(signal);
    const [code] = await this.ended;
    return code;
  }

  /** Waits until the log says this: it comes by a pipe, often after the answer that it is about. */
  async says(words) {
    const until = Date.now() + SAYS_WITHIN_MS;
    while (!words.test(this.log) && Date.now() < until) await pause(20);
    assert.match(this.log, words);
  }

  fetch(path, options) { return fetch(this.address + path, options); }

  /** Posts a submission to the API. */
  submit(submission, key, headers = {}) {
    return this.fetch("/api/complaints", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key, ...headers },
      body: typeof submission === "string" ? submission : JSON.stringify(submission),
    });
  }

  track(reference, trackingKey) {
    return this.fetch(`/api/complaints/${reference}`, { headers: { Authorization: `Bearer ${trackingKey}` } });
  }

  /** What the customer does later: `stage-2-request`, `answers` or `withdrawal`. */
  act(answer, name, words, key, headers = {}) {
    return this.fetch(`/api/complaints/${answer.reference}/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key, Authorization: `Bearer ${answer.tracking_key}`, ...headers },
      body: typeof words === "string" ? words : JSON.stringify(words),
    });
  }

  /** Sends these bytes as they are and gives all that came back before the connection closed. */
  raw(bytes) {
    return new Promise((resolve) => {
      let back = "";
      const socket = connect(this.port, "127.0.0.1", () => socket.write(bytes));
      socket.on("data", (part) => { back += part; });
      socket.on("close", () => resolve(back));
      socket.on("error", () => resolve(back));
    });
  }
}

/** A stub and its folder, both gone after the test. */
export async function startStub(t, env = {}) {
  const data = newFolder();
  const stub = await Process.start(data, env);
  stub.data = data;
  t.after(async () => {
    await stub.end("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  });
  return stub;
}

/** Sends a complaint that is accepted, and gives its answer. */
export async function accepted(stub, more) {
  const answer = await stub.submit(complaint(more), newKey());
  assert.equal(answer.status, 201);
  return answer.json();
}

/** Holds that this answer is a refusal with this status and code, and gives its body. */
export async function problem(answer, status, code) {
  const body = await answer.json();
  assert.deepEqual([answer.status, body.code], [status, code], JSON.stringify(body));
  assert.equal(answer.headers.get("content-type"), "application/problem+json");
  assert.equal(body.status, status);
  return body;
}

let keys = 0;
/** A new idempotency key. */
export const newKey = () => `test-key-${process.pid}-${String(++keys).padStart(8, "0")}`;

/** A complaint that the checks accept. */
export const complaint = (more = {}) => ({
  brand: "homes-plus", kind: "complaint", matter: "repairs", what_happened: "The roof leaks.",
  reply_by: "email", email: "a.customer@example.org", ...more,
});

const decode = (text) => text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<")
  .replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The form of a page: where it goes, what it carries, and the press that goes on. */
export function formOf(html) {
  const whole = /<form [^>]*action="([^"]+)"[^]*?<\/form>/.exec(html.slice(html.indexOf("<main")));
  assert.ok(whole, `a form in ${html.slice(0, 300)}`);
  const fields = new URLSearchParams();
  for (const [, name, value] of whole[0].matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    fields.set(name, decode(value));
  }
  const press = /<button [^>]*class="govuk-button"[^>]*>/.exec(whole[0]);
  assert.ok(press, `a button to go on with in ${whole[0].slice(-300)}`);
  fields.set("go", decode(/ value="([^"]+)"/.exec(press[0])[1]));
  return { path: whole[1], fields };
}

/** Every form of the main part of a page as its button sends it. */
export function formsOf(html) {
  const forms = html.slice(html.indexOf("<main")).matchAll(/<form [^>]*action="([^"]+)"[^]*?<\/form>/g);
  return [...forms].map(([whole, path]) => {
    const inputs = whole.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
    const fields = Object.fromEntries([...inputs].map(([, name, value]) => [name, decode(value)]));
    return { path, fields: { ...fields, go: decode(/<button [^>]*value="([^"]+)"/.exec(whole)[1]) } };
  });
}
