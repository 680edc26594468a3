// Where built things lie. A test that needs one which is not built fails and says how to make it.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Assets } from "../../web/assets.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const site = process.env.PUTRIGHT_TEST_SITE ?? join(root, "build", "site");
export const binary = process.env.PUTRIGHT_TEST_BINARY ?? join(root, "build", "native", "server-stub", "putright");
/** Paths and addresses of what lies under /assets/, by plain name. */
export const assets = Assets.of(site);
export const coreModule = assets.file("core.wasm");
export const artefacts = join(root, "artefacts");

/** Gives the path back, or fails with the command that makes it. */
export function built(path) {
  if (existsSync(path)) return path;
  throw new Error(`${path} is not built: cmake --workflow --preset native (and wasm), npm run build, putright render, npm run build:worker`);
}
