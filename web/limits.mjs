// Limits that the page's script shares with the core: they stand in shared/submission/submission.hpp alone, and the
// build puts them into the script.
import { readFileSync } from "node:fs";

const HEADER = new URL("../shared/submission/submission.hpp", import.meta.url);

function constant(name) {
  const found = new RegExp(`constexpr std::size_t ${name} = (\\d+);`).exec(readFileSync(HEADER, "utf8"));
  if (!found) throw new Error(`${name} is no plain number in ${HEADER.pathname}`);
  return found[1];
}

/** For esbuild's `define`. */
export const limits = {
  PUTRIGHT_MOST_ATTACHMENT_MEGABYTES: constant("kMaxAttachmentMegabytes"),
  PUTRIGHT_MOST_NAME_CHARACTERS: constant("kMaxAttachmentNameCharacters"),
};
