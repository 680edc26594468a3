// The line between a browser and a stub, which a test can break: everything goes through it, is counted, and is cut in
// the middle of what the browser sends.
import { createServer, connect } from "node:net";

export class Line {
  #server;
  #pairs = new Set();
  #cuts = [];
  #isDown = false;
  /** Bytes that came through from the browser, with their headers. */
  sent = 0;
  /** How often it broke in the middle of something. */
  breaks = 0;

  /** A line to this port of this machine. */
  async open(port) {
    this.#server = createServer((browser) => this.#join(browser, port)).listen(0, "127.0.0.1");
    await new Promise((resolve) => this.#server.once("listening", resolve));
    this.address = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  /** From now on it breaks when so many more bytes have come from the browser; again and again, one number after another. */
  breakAfter(...numbers) {
    this.#cuts = numbers;
  }

  /** Like `breakAfter` with one number, and nobody is reached any more until `mend`. */
  breakForGoodAfter(number) {
    this.#cuts = [number, "for good"];
  }

  mend() {
    this.#isDown = false;
  }

  async close() {
    for (const pair of this.#pairs) this.#drop(pair);
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #drop(pair) {
    this.#pairs.delete(pair);
    pair.forEach((socket) => socket.destroy());
  }

  #join(browser, port) {
    if (this.#isDown) return browser.destroy();
    const stub = connect(port, "127.0.0.1");
    const pair = [browser, stub];
    this.#pairs.add(pair);
    for (const socket of pair) socket.on("error", () => undefined).on("close", () => this.#drop(pair));
    stub.pipe(browser);
    browser.on("data", (part) => this.#carry(part, pair));
  }

  #carry(part, pair) {
    const [browser, stub] = pair;
    const isCut = part.length > this.#cuts[0];
    this.sent += isCut ? this.#cuts[0] : part.length;
    if (this.#cuts.length > 0 && !isCut) this.#cuts[0] -= part.length;
    if (isCut) return this.#cut(part.subarray(0, this.#cuts.shift()), pair);
    if (stub.write(part)) return;
    browser.pause();
    stub.once("drain", () => browser.resume());
  }

  #cut(through, pair) {
    const [browser, stub] = pair;
    this.breaks += 1;
    if (this.#cuts[0] === "for good") {
      this.#cuts = [];
      this.#isDown = true;
      for (const other of this.#pairs) if (other !== pair) this.#drop(other);
    }
    browser.removeAllListeners("data");
    stub.end(through, () => this.#drop(pair));
  }
}
