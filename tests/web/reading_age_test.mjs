// How hard the words are: the Flesch-Kincaid grade of every page made ahead of time. Grade 4 is a reading age of about
// 9, grade 6 of about 11. Each point of a list counts as a sentence, since it is read so; labels of a word or two and
// contact details are no sentences, and are left out.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fleschKincaid } from "flesch-kincaid";
import { parse } from "parse5";
import { syllable } from "syllable";
import { built, site } from "../support/places.mjs";

const MEAN_GRADE = 4;
const HARDEST_GRADE = 6;
/** Fewer words say little about a page. */
const LEAST_WORDS = 60;

const BLOCKS = ["p", "li", "h1", "h2", "h3", "label", "legend", "summary", "td", "th", "dt", "dd"];
const SILENT = ["script", "style", "svg", "head", "header", "footer", "dl"];
const LEAST_WORDS_IN_A_SENTENCE = 3;

const isBlock = (node) => BLOCKS.includes(node.tagName) || node.attrs?.some(({ name, value }) => name === "class" && value === "govuk-hint");
const wordsIn = (node) => node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(wordsIn).join("");

function sentencesIn(node) {
  if (SILENT.includes(node.tagName) || node.attrs?.some(({ name }) => name === "hidden")) return [];
  if (isBlock(node)) {
    return wordsIn(node).trim().split(/[.?!:]+(?=\s|$)/).map((words) => words.trim())
      .filter((words) => words.split(/\s+/).length >= LEAST_WORDS_IN_A_SENTENCE);
  }
  return (node.childNodes ?? []).flatMap(sentencesIn);
}

const pages = readdirSync(built(site), { recursive: true })
  .filter((name) => name.endsWith("index.html") && !name.startsWith("workbench"))
  .map((name) => {
    const sentences = sentencesIn(parse(readFileSync(join(site, name), "utf8")));
    const words = sentences.flatMap((sentence) => sentence.split(/\s+/)).filter((word) => /\p{L}/u.test(word));
    const counts = { sentence: sentences.length, word: words.length, syllable: words.reduce((sum, word) => sum + syllable(word), 0) };
    return { name, ...counts, grade: fleschKincaid(counts) };
  });

test("the words of all pages together can be read at the age of nine", (context) => {
  const sum = (member) => pages.reduce((all, page) => all + page[member], 0);
  const grade = fleschKincaid({ sentence: sum("sentence"), word: sum("word"), syllable: sum("syllable") });
  context.diagnostic(`Flesch-Kincaid grade ${grade.toFixed(1)} over ${pages.length} pages and ${sum("word")} words`);
  assert.ok(grade <= MEAN_GRADE, `grade ${grade}`);
});

test("no page of some length is much harder", () => {
  const long = pages.filter(({ word }) => word >= LEAST_WORDS);
  assert.ok(long.length > 20);
  assert.deepEqual(long.filter(({ grade }) => grade > HARDEST_GRADE).map(({ name, grade }) => `${name}: ${grade.toFixed(1)}`), []);
});
