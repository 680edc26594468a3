// An OpenID Connect issuer on this machine, with keys that a test can change, and a program that judges its tokens.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { binary, built } from "../support/places.mjs";

export const AUDIENCE = "putright";

/** A key pair of this algorithm, with the public half as the issuer publishes it. */
export async function newKey(alg, kid, more = {}) {
  const pair = await generateKeyPair(alg, { extractable: true, crv: "Ed25519" });
  return { alg, kid, ...pair, jwk: { ...(await exportJWK(pair.publicKey)), kid, use: "sig", alg, ...more } };
}

export class Issuer {
  keys = [];
  asked = 0;
  /** Replaces an answer: path to a function of the response. */
  instead = {};

  static async start(t, keys, server = createServer()) {
    const issuer = new Issuer();
    issuer.keys = keys;
    issuer.server = server;
    server.on("request", (request, response) => issuer.answer(request.url, response));
    await issuer.listen(0);
    t.after(() => issuer.stop());
    return issuer;
  }

  async listen(port) {
    this.server.listen(port, "127.0.0.1");
    await once(this.server, "listening");
    this.port = this.server.address().port;
    this.url = `http://127.0.0.1:${this.port}`;
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  answer(path, response) {
    this.asked += 1;
    if (this.instead[path]) return this.instead[path](response);
    const bodies = {
      "/.well-known/openid-configuration": { issuer: this.url, jwks_uri: `${this.url}/keys` },
      "/keys": { keys: this.keys.map(({ jwk }) => jwk) },
    };
    response.writeHead(bodies[path] ? 200 : 404, { "Content-Type": "application/json" });
    return response.end(JSON.stringify(bodies[path] ?? {}));
  }

  /** A token of this key with these claims instead of good ones. */
  token(key, claims = {}, header = {}) {
    const now = Math.floor(Date.now() / 1000);
    const all = { iss: this.url, aud: AUDIENCE, sub: "anna", name: "Anna Booth", roles: ["handle"], iat: now, exp: now + 300, ...claims };
    return new SignJWT(all).setProtectedHeader({ alg: key.alg, kid: key.kid, typ: "JWT", ...header }).sign(key.privateKey);
  }
}

/** `putright colleagues who --lines`: as long as a test wants to ask. */
export class Asker {
  errors = "";

  constructor(t, env) {
    this.child = spawn(built(binary), ["colleagues", "who", "--lines"], { env: { ...process.env, PUTRIGHT_OIDC_AUDIENCE: AUDIENCE, ...env } });
    this.child.stderr.on("data", (text) => { this.errors += text; });
    this.ended = once(this.child, "close");
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    t.after(() => this.child.kill("SIGKILL"));
  }

  async ask(token) {
    this.child.stdin.write(`${token}\n`);
    return (await this.lines.next()).value;
  }

  async end() {
    this.child.stdin.end();
    const [code] = await this.ended;
    return code;
  }
}
