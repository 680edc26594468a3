// Tracking keys cannot be tried one after the other.
import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import { test } from "node:test";
import { accepted, startStub } from "./support.mjs";

/** Asks from another address of this machine. */
async function trackFrom(stub, localAddress, reference, key) {
  const asking = request({ host: "127.0.0.1", port: stub.port, localAddress, path: `/api/complaints/${reference}`, headers: { Authorization: `Bearer ${key}` } }).end();
  const [answer] = await once(asking, "response");
  answer.resume();
  return answer.statusCode;
}

test("after ten wrong keys this client must wait, for a known and an unknown reference alike", async (t) => {
  const stub = await startStub(t);
  const mine = await accepted(stub);
  const other = await accepted(stub);
  const seen = [];
  for (const reference of [mine.reference, "HP-7777-7777"]) {
    for (let wrong = 0; wrong < 10; ++wrong) assert.equal((await stub.track(reference, other.tracking_key)).status, 404);
    const refused = await stub.track(reference, mine.tracking_key);
    const wait = Number(refused.headers.get("retry-after"));
    assert.ok(wait > 890 && wait <= 900, `${wait} s`);
    const headers = [...refused.headers].filter(([name]) => name !== "date" && name !== "retry-after");
    seen.push(JSON.stringify([refused.status, headers, await refused.text()]));
  }
  assert.equal(new Set(seen).size, 1);
  assert.match(seen[0], /^\[429,.*too_many_wrong_keys/);
  assert.equal((await stub.act(mine, "withdrawal", {}, "key-of-a-withdrawal")).status, 429);
  assert.equal((await stub.track(other.reference, other.tracking_key)).status, 200, "another reference is not kept waiting");
  assert.equal(await trackFrom(stub, "127.0.0.9", mine.reference, mine.tracking_key), 200, "the right key from elsewhere works");
  const metrics = await (await stub.fetch("/metrics")).text();
  assert.match(metrics, /putright_tracking_wrong_total 20\n/);
  assert.match(metrics, /putright_tracking_limited_total 3\n/);
});

test("behind a proxy, the client is whom the proxy names last; without one, nobody may name another", async (t) => {
  for (const [env, locked] of [[{ PUTRIGHT_CLIENT_HEADER: "X-Forwarded-For" }, 404], [{}, 429]]) {
    const stub = await startStub(t, env);
    const from = (client) => stub.fetch("/api/complaints/HP-7777-7777", { headers: { "X-Forwarded-For": `198.51.100.1, ${client}` } });
    for (let wrong = 0; wrong < 10; ++wrong) assert.equal((await from("192.0.2.1")).status, 404);
    assert.equal((await from("192.0.2.1")).status, 429);
    assert.equal((await from("192.0.2.2")).status, locked);
  }
});

test("plain forms are counted by their own client too", async (t) => {
  const stub = await startStub(t);
  const mine = await accepted(stub);
  const other = await accepted(stub);
  const press = (key) => stub.fetch("/homes-plus/track", {
    method: "POST", body: new URLSearchParams({ reference: mine.reference, tracking_key: key }),
  });
  for (let wrong = 0; wrong < 10; ++wrong) assert.equal((await press(other.tracking_key)).status, 422);
  assert.notEqual((await press(mine.tracking_key)).status, 200);
  assert.equal(await trackFrom(stub, "127.0.0.9", mine.reference, mine.tracking_key), 200);
});
