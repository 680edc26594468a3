// Modules of web/src made usable in Node. Those asked for together share what they keep.
import { join } from "node:path";
import * as esbuild from "esbuild";
import { limits } from "../../web/limits.mjs";
import { root } from "./places.mjs";

let copies = 0;

/** What the named modules export, together; a fresh copy each time, which remembers nothing of the one before. */
export async function webModules(...names) {
  const { outputFiles } = esbuild.buildSync({
    stdin: { contents: names.map((name) => `export * from "./${name}";`).join("\n"), resolveDir: join(root, "web", "src") },
    bundle: true, format: "esm", target: "es2022", write: false, define: limits,
  });
  copies += 1;
  const source = `${outputFiles[0].text}// ${copies}`;
  return import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
}
