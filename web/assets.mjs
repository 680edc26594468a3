// The files under /assets/ of build/site: each is named by its bytes (portal.0123456789.css), so that browsers may
// keep it for good. manifest.json says which name is which; pages and scripts are given the names of their build
// (docs/decisions/0020).
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

/** As many as server-stub/http/asset_names.hpp looks for. */
const DIGEST_CHARACTERS = 10;
const MANIFEST = "manifest.json";

/** The name with the digest of these bytes in it. */
export function digestName(name, bytes) {
  const ending = extname(name);
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, DIGEST_CHARACTERS);
  return `${name.slice(0, -ending.length)}.${digest}${ending}`;
}

/** What a script calls an asset: `PUTRIGHT_ASSETS.core_wasm` (web/src/assets.d.ts). */
const nameInScripts = (name) => `PUTRIGHT_ASSETS.${name.replace(".", "_")}`;

export class Assets {
  #names;

  constructor(site, names = {}) {
    this.folder = join(site, "assets");
    this.#names = names;
  }

  /** Those of a site that is built. */
  static of(site) {
    const manifest = join(site, "assets", MANIFEST);
    return new Assets(site, existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")) : {});
  }

  /** Takes away what the build before left. */
  clear() {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true });
  }

  /** Writes a file under its name with a digest, and gives its path. */
  add(name, bytes) {
    this.#names[name] = digestName(name, bytes);
    const path = this.file(name);
    writeFileSync(path, bytes);
    return path;
  }

  /** Its path in the folder; one that is not there has its plain name. */
  file(name) {
    return join(this.folder, this.#names[name] ?? name);
  }

  /** Its address; one that is not there has its plain name. */
  address(name) {
    return `/assets/${this.#names[name] ?? name}`;
  }

  /** Whether the address carries a digest, so that its bytes never change. */
  isForGood(address) {
    return Object.keys(this.#names).some((name) => this.address(name) === address);
  }

  /** A page made by hand, with this build's names in it. */
  namedIn(html) {
    return html.replace(/"\/assets\/([\w.]+)"/g, (_, name) => `"${this.address(name)}"`);
  }

  /** For esbuild's `define`: all that are there so far. */
  get define() {
    return Object.fromEntries(Object.keys(this.#names).map((name) => [nameInScripts(name), JSON.stringify(this.address(name))]));
  }

  writeManifest() {
    writeFileSync(join(this.folder, MANIFEST), `${JSON.stringify(this.#names, null, 2)}\n`);
  }
}
