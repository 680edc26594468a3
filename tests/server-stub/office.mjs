// A stub with colleagues, and what it wrote down of them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { newFolder, newKey, Process, run } from "./support.mjs";

const COLLEAGUES = [["h.one", "handle"], ["h.two", "handle"], ["p.one", "preview"], ["r.one", "report"]];

/** A stub with colleagues: two who handle, one who may only look, one who reports. */
export async function office(t, env = {}) {
  const data = newFolder();
  const file = join(data, "colleagues.json");
  const tokens = {};
  for (const [id, roles] of COLLEAGUES) {
    tokens[id] = (await run(["colleagues", "add", file, "--id", id, "--name", `Name of ${id}`, "--roles", roles])).out.trim();
  }
  const stub = await Process.start(data, { PUTRIGHT_COLLEAGUES: file, ...env });
  t.after(async () => {
    await stub.end("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  });
  const as = (id, more = {}) => ({ Authorization: `Bearer ${tokens[id] ?? id}`, ...more });
  const because = (reason) => (reason === undefined ? {} : { "Putright-Reason": encodeURIComponent(reason) });
  return {
    stub, data, tokens, as,
    work: (id, query = "") => stub.fetch(`/api/staff/complaints${query}`, { headers: as(id) }),
    look: (id, reference, reason) => stub.fetch(`/api/staff/complaints/${reference}`, { headers: as(id, because(reason)) }),
    caseFile: (id, reference, reason) => stub.fetch(`/api/staff/complaints/${reference}/case-file`, { headers: as(id, because(reason)) }),
    record: (id, reference, event, key = newKey()) => stub.fetch(`/api/staff/complaints/${reference}/events`, {
      method: "POST", headers: as(id, { "Content-Type": "application/json", "Idempotency-Key": key }), body: JSON.stringify(event),
    }),
  };
}

/** Runs Python with the store's file as `store` (a connection), as somebody at the machine could. */
export function atTheStore(data, lines) {
  return execFileSync("python3", ["-c", `import json, sqlite3, sys\nstore = sqlite3.connect(sys.argv[1])\n${lines}\nstore.commit()`, join(data, "complaints.sqlite")]).toString();
}

/** The audit log as the file has it, each row's digest checked against the one before. */
export function auditLog(data) {
  const rows = JSON.parse(atTheStore(data, `print(json.dumps(store.execute("SELECT entry, digest FROM audit ORDER BY position").fetchall()))`));
  let previous = "";
  return rows.map(([entry, digest]) => {
    previous = createHash("sha256").update(`${previous}.${entry}`).digest("base64url");
    assert.equal(digest, previous);
    return JSON.parse(entry);
  });
}
