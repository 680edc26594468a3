// Compressed forms beside the files of build/site, for hosts that serve them as they are (our stub does).
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** What is text, or not compressed already. */
const WORTH_IT = /\.(html|css|js|mjs|map|json|wasm|svg|txt|xml|webmanifest|ics|ttf)$/;
const FORMS = {
  ".br": (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  ".gz": (bytes) => gzipSync(bytes, { level: 9 }),
};

const filesOf = (site) => readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** Takes the compressed forms away: they would outlive the files that are made anew. */
export function removeCompressed(site) {
  for (const path of filesOf(site)) if (/\.(br|gz)$/.test(path)) rmSync(path);
}

/** Writes the compressed forms that are smaller than their file, and gives how many. */
export function writeCompressed(site) {
  let written = 0;
  for (const path of filesOf(site).filter((name) => WORTH_IT.test(name))) {
    const bytes = readFileSync(path);
    for (const [ending, compress] of Object.entries(FORMS)) {
      const compressed = compress(bytes);
      if (compressed.length >= bytes.length) continue;
      writeFileSync(path + ending, compressed);
      ++written;
    }
  }
  return written;
}
