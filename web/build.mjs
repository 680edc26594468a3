// Builds what the browser gets into build/site: styles, the page's script, and the files shipped as they are.
// The pages themselves come from `putright render` afterwards, and last of all the service worker that keeps them
// (web/build_worker.mjs).
import { readFileSync, writeFileSync, cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { Assets } from "./assets.mjs";
import { removeCompressed } from "./compress.mjs";
import { limits } from "./limits.mjs";
import { portalStyles } from "./styles/portal_styles.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const site = join(root, "build", "site");
const assets = new Assets(site);
const wasmFolder = join(root, "build", "wasm", "web");

/** HTML and CSS of the first page must fit into one congestion window; the styles get this much of it. */
const STYLES_BROTLI_LIMIT_BYTES = 9_000;

function report(path) {
  const bytes = readFileSync(path);
  const brotli = brotliCompressSync(bytes).length;
  console.log(`${relative(root, path).padEnd(36)} ${String(bytes.length).padStart(9)} bytes ${String(brotli).padStart(8)} brotli`);
  return brotli;
}

function buildStyles() {
  const brotli = report(assets.add("portal.css", portalStyles(root)));
  if (brotli > STYLES_BROTLI_LIMIT_BYTES) {
    throw new Error(`portal.css is ${brotli} bytes in brotli: over its limit of ${STYLES_BROTLI_LIMIT_BYTES}`);
  }
}

/** Each after those that it names. */
const SCRIPTS = ["sending", "verify", "portal", "workbench"];

function buildScript(name) {
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [join(root, "web", "src", `${name}.ts`)], outdir: assets.folder, bundle: true, format: "esm",
    target: "es2020", minify: true, sourcemap: true, legalComments: "none", logLevel: "warning", write: false,
    define: { ...limits, ...assets.define }, external: ["/assets/*"],
  });
  const [map, script] = outputFiles.sort((one, other) => one.path < other.path ? 1 : -1);
  writeFileSync(map.path, map.contents);
  report(assets.add(`${name}.js`, script.contents));
}

function copyModules() {
  for (const name of ["core.wasm", "workbench.wasm"]) {
    const from = join(wasmFolder, name);
    if (!existsSync(from)) {
      console.log(`${relative(root, from)} is not built: left out`);
      continue;
    }
    report(assets.add(name, readFileSync(from)));
  }
}

/** Everything in public/ but the policy data, which goes out as one joined book. */
function copyPublicFiles() {
  const folder = join(root, "public");
  for (const name of readdirSync(folder)) {
    if (name !== "policy") cpSync(join(folder, name), join(site, name), { recursive: true });
  }
}

/** Pages that no presenter makes: the workbench's, and its styles. */
function copyHandMadePages() {
  const folder = join(root, "web", "pages");
  for (const name of readdirSync(join(folder, "assets"))) assets.add(name, readFileSync(join(folder, "assets", name)));
  cpSync(join(folder, "workbench"), join(site, "workbench"), { recursive: true });
  const page = join(site, "workbench", "index.html");
  writeFileSync(page, assets.namedIn(readFileSync(page, "utf8")));
}

/** A worker of the build before would go on handing out that build's files. */
function removeWorker() {
  rmSync(join(site, "service-worker.js"), { force: true });
}

assets.clear();
removeWorker();
removeCompressed(site);
buildStyles();
copyModules();
SCRIPTS.forEach(buildScript);
copyPublicFiles();
copyHandMadePages();
assets.writeManifest();
