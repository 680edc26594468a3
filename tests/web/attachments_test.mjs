// Files on the device: forgotten when nothing needs them, and not before.
import { beforeEach, test } from "node:test";
import assert from "node:assert/strict";
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { webModules } from "../support/web.mjs";

const DAY_MS = 24 * 60 * 60 * 1000;
const [DRAFTED, WAITING, SENT, LOOSE] = ["a", "b", "c", "d"].map((digit) => digit.repeat(64));

let web;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  web = await webModules("outbox", "drafts", "storage");
  await web.withStorage(async (storage) => {
    for (const sha256 of [DRAFTED, WAITING, SENT, LOOSE]) {
      await storage.put("files", { sha256, blob: "bytes", is_sent: false, kept_at: new Date().toISOString() });
    }
    for (const [id, state, sha256] of [["1", "waiting", WAITING], ["2", "sent", SENT]]) {
      const effect = { body: JSON.stringify({ attachments: `${sha256} roof.jpg` }) };
      await storage.put("outbox", { id, state, effect, queued_at: "2026-03-26T09:00:00Z", reference: "" });
    }
  });
  await web.keepDraft({
    key: "3", brand: "care-plus", kind: "comment", path: "/care-plus/comment/files", saved_at: new Date().toISOString(),
    draft: JSON.stringify({ answers: { attachments: `${DRAFTED} roof.jpg` } }), typed: { screen: "files", fields: [] },
  });
});

const kept = () => web.withStorage((storage) => storage.getAllKeys("files"));

test("what an unfinished draft or a waiting complaint names stays, and everything else goes", async () => {
  await web.sweepFiles(0);
  assert.deepEqual(await kept(), [DRAFTED, WAITING]);
});

test("when the draft is forgotten its files go with it", async () => {
  await web.forgetDraft("3");
  await web.sweepFiles(0);
  assert.deepEqual(await kept(), [WAITING]);
});

test("a file that was chosen only now stays, though no draft names it yet", async () => {
  await web.sweepFiles(DAY_MS);
  assert.equal((await kept()).length, 4);
});
