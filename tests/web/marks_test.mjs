// Each brand's mark: a small shape of one colour that the style sheet cuts from the colour it needs.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { portalStyles } from "../../web/styles/portal_styles.mjs";
import { root } from "../support/places.mjs";

const { brands } = JSON.parse(readFileSync(join(root, "public", "policy", "brands.json"), "utf8"));
const MARK_LIMIT_BYTES = 1_000;
const read = (mark) => readFileSync(join(root, "public", mark), "utf8");

test("every brand has a mark of its own", () => {
  assert.equal(new Set(brands.map(({ mark }) => read(mark))).size, brands.length);
});

test("a mark is a shape without words, colours, scripts or anything from elsewhere", () => {
  for (const { id, mark } of brands) {
    assert.ok(read(mark).length < MARK_LIMIT_BYTES, id);
    assert.match(read(mark), /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 32 32">(<path fill-rule="evenodd" d="[^"<>]+"\/>)+<\/svg>\n?$/, id);
  }
});

test("the style sheet knows every brand's mark", () => {
  const css = portalStyles(root);
  for (const { id, mark } of brands) assert.match(css, new RegExp(`data-brand="?${id}"?\\][^}]*--mark:\\s*url\\("?${mark}"?\\)`), id);
});
