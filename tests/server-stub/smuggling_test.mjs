// Requests that two programs could read differently, and bytes that want to become headers of an answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startStub } from "./support.mjs";

const hidden = "GET /healthz HTTP/1.1\r\nHost: hidden\r\n\r\n";
const post = (...headers) => `POST /api/verify HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n${headers.join("\r\n")}\r\n\r\n`;
const answers = (back) => back.split(/(?=HTTP\/1\.1 \d{3} )/).filter((each) => each.startsWith("HTTP/1.1"));

test("a request whose length can be read in two ways is refused, and what hides behind it is not answered", async (t) => {
  const stub = await startStub(t);
  for (const [what, bytes] of [
    ["a length and chunks", post("Content-Length: 4", "Transfer-Encoding: chunked") + "0\r\n\r\n"],
    ["chunks and a length", post("Transfer-Encoding: chunked", "Content-Length: 4") + "0\r\n\r\n"],
    ["two lengths", post("Content-Length: 2", "Content-Length: 40") + "{}"],
    ["a list of lengths", post("Content-Length: 2, 40") + "{}"],
    ["a signed length", post("Content-Length: +2") + "{}"],
    ["a negative length", post("Content-Length: -1")],
    ["a length that is no number", post("Content-Length: 0x2") + "{}"],
    ["a space before the colon", post("Content-Length : 2") + "{}"],
    ["a name that goes on", post("Transfer-Encoding\tX: chunked") + "0\r\n\r\n"],
    ["a chunk with a wrong size", post("Transfer-Encoding: chunked") + "zz\r\n{}\r\n0\r\n\r\n"],
    ["a chunk of more than 64 bits", post("Transfer-Encoding: chunked") + "fffffffffffffffff\r\n{}\r\n0\r\n\r\n"],
    ["a chunk that is longer than it says", post("Transfer-Encoding: chunked") + "1\r\n{}\r\n0\r\n\r\n"],
  ]) {
    const back = answers(await stub.raw(bytes + hidden));
    assert.equal(back.length, 1, `${what}: ${back.map((each) => each.slice(0, 20))}`);
    assert.match(back[0], /^HTTP\/1\.1 4\d\d /, what);
    assert.match(back[0], /\r\nConnection: close\r\n/, what);
  }
});

test("line ends and zero bytes in an address, a header or a form do not become headers of the answer", async (t) => {
  const stub = await startStub(t);
  for (const [what, bytes] of [
    ["an address", "GET /homes-plus/%0d%0aX-Injected:%20yes HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"],
    ["a query", "GET /homes-plus/?a=%0d%0aX-Injected:%20yes HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"],
    ["a zero byte in an address", "GET /%00 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"],
    ["a zero byte in a header", "GET / HTTP/1.1\r\nHost: h\r\nX-A: a\0b\r\nConnection: close\r\n\r\n"],
    ["a bare carriage return", "GET / HTTP/1.1\r\nHost: h\r\nX-A: a\rX-Injected: yes\r\nConnection: close\r\n\r\n"],
    ["a host", "GET / HTTP/1.1\r\nHost: h%0d%0aX-Injected: yes\r\nConnection: close\r\n\r\n"],
    ["an idempotency key", "POST /api/complaints HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nIdempotency-Key: %0d%0aX-Injected: yes\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"],
    ["a reference", "GET /api/complaints/HP-%0d%0aX-Injected:%20yes HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer x\r\nConnection: close\r\n\r\n"],
  ]) {
    const back = await stub.raw(bytes);
    const head = back.slice(0, back.indexOf("\r\n\r\n"));
    assert.match(head, /^HTTP\/1\.1 \d{3} /, what);
    assert.doesNotMatch(head, /\r\nX-Injected/i, what);
    assert.doesNotMatch(head, /\0/, what);
  }
});
