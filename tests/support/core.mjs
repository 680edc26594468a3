// The browser's own loader (web/src/core.ts), made usable in Node, so that tests run what customers run.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { built, coreModule, root, site } from "./places.mjs";

const { outputFiles } = esbuild.buildSync({
  entryPoints: [join(root, "web", "src", "core.ts")], bundle: true, format: "esm", target: "es2022", write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString("base64");
export const { instantiate, PolicyRefused } = await import(`data:text/javascript;base64,${source}`);

/** The built core with the built policy book. */
export const startCore = () =>
  instantiate(readFileSync(built(coreModule)), new Uint8Array(readFileSync(built(join(site, "policy", "book.json")))));
