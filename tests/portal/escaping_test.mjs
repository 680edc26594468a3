// The same as core_escaping_test.cpp, judged by a parser that is not ours: what a browser makes of a page with hostile
// words in every text of every node.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parse } from "parse5";
import { built, root } from "../support/places.mjs";

const adapter = built(process.env.PUTRIGHT_TEST_FIXTURE_ADAPTER ?? join(root, "build", "native", "tests", "fixtures", "putright_fixture_adapter"));
/** As in tests/support/screen_of_words.hpp. */
const ROUNDS = 8;
const CONTROLS = String.fromCharCode(...Array(32).keys(), 0x7f, 0x80, 0x9f);
const ATTACKS = [
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  `" onmouseover="alert(1)" x='y' \``,
  "</textarea></title></style></script></select></form></details><svg><b>",
  "--><!--<![CDATA[ ]]><?php ?><!DOCTYPE x>",
  "&lt;b&gt; &#60;b&#62; &amp;amp; & &copy &notit; &#0; &#x80;",
  "javascript:alert(1)", "\u0001javascript:alert(1)", "java\tscript:alert(1)", "//elsewhere.example/", "/\\elsewhere.example/", "/\t/elsewhere.example/",
  `a${CONTROLS}b<script>`,
  "\u202e turned \u202d\u2066\u2067\u2068 <b>\u200f",
  "zero\u200bwidth\u200d\ufeff\u00ad<b>",
  "\nfirst line empty\nsecond</textarea>",
  "<\"'&>".repeat(200),
];

/** Every page as a browser reads it, by one call of the adapter. */
function pages(allWords) {
  const questions = allWords.flatMap((words) => [...Array(ROUNDS).keys()].map((round) => ({ words, round })));
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join("");
  const lines = execFileSync(adapter, { input, encoding: "utf8", maxBuffer: 2 ** 30 }).trim().split("\n");
  return questions.map((question, index) => ({ ...question, ...read(JSON.parse(lines[index]).html) }));
}

function* elementsOf(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName && child.tagName !== "br") yield child;
    yield* elementsOf(child);
  }
}

/** Words as the page must show them: a control is the replacement character, a line end is one. */
const shownAs = (words) => words.replace(/\r\n?/g, "\n").replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, "\ufffd");
const wordsIn = (node) => (node.nodeName === "br" ? "\n" : node.value ?? (node.childNodes ?? []).map(wordsIn).join(""));
const attribute = (element, name) => element.attrs.find((found) => found.name === name)?.value;

function read(html) {
  const problems = [];
  const document = parse(html, { onParseError: (problem) => problems.push(problem.code) });
  const elements = [...elementsOf(document)];
  // An address that no QR code can hold has no picture.
  const shape = elements.filter(({ tagName }) => !["figure", "svg", "path", "figcaption"].includes(tagName)).map(({ tagName, attrs }) =>
    [tagName, ...attrs.map(({ name }) => name).filter((name) => name !== "href" && name !== "action")].join(" "));
  return { problems, elements, shape };
}

const harmless = pages(["word"]);
const hostile = pages(ATTACKS);

test("hostile words change neither the elements nor the attributes that a browser reads", () => {
  for (const { words, round, problems, shape } of hostile) {
    assert.deepEqual(problems, harmless[round].problems, words.slice(0, 60));
    assert.deepEqual(shape, harmless[round].shape, words.slice(0, 60));
  }
});

test("hostile words are shown as they are: in the title, in words, in what was typed", () => {
  for (const { words, round, elements } of hostile) {
    const expected = shownAs(words);
    const quotation = elements.find(({ tagName }) => tagName === "blockquote");
    assert.equal(wordsIn(quotation), expected);
    assert.ok(wordsIn(elements.find(({ tagName }) => tagName === "title")).includes(expected));
    for (const area of elements.filter(({ tagName }) => tagName === "textarea")) assert.equal(wordsIn(area), expected);
    const typed = elements.find(({ tagName, attrs }) => tagName === "input" && attrs.some(({ value }) => value === "hidden"));
    assert.equal(attribute(typed, "value"), expected, `round ${round}`);
  }
});

test("whatever stands in a target, a page leads only to places of known kinds", () => {
  const addresses = new Set();
  for (const { words, elements } of hostile) {
    for (const element of elements) {
      for (const { name, value } of element.attrs.filter((found) => ["href", "action", "src"].includes(found.name))) {
        const isDownload = attribute(element, "download") !== undefined;
        const { origin, protocol } = new URL(value, "https://putright.example/brand/");
        assert.ok(["https:", "tel:", "mailto:"].includes(protocol) || (protocol === "data:" && isDownload), `${words}: ${value}`);
        if (protocol === "https:") addresses.add(origin);
      }
    }
  }
  assert.deepEqual([...addresses], ["https://putright.example"]);
});
