// Every pair of colours that meets on a customer's page, computed from the brands' data and the style sheet.
import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brandStyles, portalStyles } from "../../web/styles/portal_styles.mjs";
import { coloursOf, contrast } from "../support/colours.mjs";
import { root } from "../support/places.mjs";

const { brands } = JSON.parse(readFileSync(join(root, "public", "policy", "brands.json"), "utf8"));
const css = portalStyles(root);

/** WCAG 2.2: text 1.4.3, outlines of controls and signs 1.4.11. */
const TEXT = 4.5;
const OUTLINE = 3;
const PAGE = "--govuk-body-background-colour";
const GROUNDS = [PAGE, "--shade", "--tint"];
const on = (grounds, colour) => grounds.map((ground) => [colour, ground]);

const TEXTS = [
  ...on(GROUNDS, "--govuk-text-colour"),
  ...on(GROUNDS, "--govuk-secondary-text-colour"),
  ...on(GROUNDS, "--govuk-link-colour"),
  ...on(GROUNDS, "--govuk-link-hover-colour"),
  ...on([PAGE, "--shade"], "--govuk-error-colour"),
  ...on([PAGE, "--shade"], "--govuk-success-colour"),
  ["--on-bar", "--bar"],
  ["--on-accent", "--accent"],
  ["--on-accent", "--accent-hover"],
  [PAGE, "--govuk-success-colour"],
  [PAGE, "--govuk-error-colour"],
  ["--govuk-focus-text-colour", "--govuk-focus-colour"],
];
const OUTLINES = [
  ...on([PAGE, "--shade"], "--govuk-input-border-colour"),
  ...on(GROUNDS, "--accent"),
  ...on(GROUNDS, "--govuk-text-colour"),
  ...on([PAGE], "--govuk-secondary-text-colour"),
];

/** The pairs of a brand that are told apart less well than they must. */
function tooFaint(sheet, brand, scheme) {
  const colour = coloursOf(sheet, brand, scheme);
  const below = (least) => ([one, other]) => contrast(colour(one), colour(other)) < least;
  return [...TEXTS.filter(below(TEXT)), ...OUTLINES.filter(below(OUTLINE))]
    .map(([one, other]) => `${one} ${colour(one)} on ${other} ${colour(other)}: ${contrast(colour(one), colour(other)).toFixed(2)}`);
}

test("contrast is counted as WCAG counts it", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
});

for (const brand of ["", ...brands.map(({ id }) => id)]) {
  describe(brand || "the page that asks which brand", () => {
    for (const scheme of ["light", "dark"]) {
      test(`all words and outlines can be told from their ground, ${scheme}`, () => {
        assert.deepEqual(tooFaint(css, brand, scheme), []);
      });

      test(`the ring of focus is seen on every ground, ${scheme}`, () => {
        const colour = coloursOf(css, brand, scheme);
        for (const ground of [...GROUNDS, "--bar"]) {
          const best = Math.max(...["--govuk-focus-colour", "--govuk-focus-text-colour"]
            .map((part) => contrast(colour(part), colour(ground))));
          assert.ok(best >= OUTLINE, `${ground}: ${best.toFixed(2)}`);
        }
      });
    }
  });
}

test("the colours are the brand's own", () => {
  for (const { id, colour } of brands) {
    assert.equal(coloursOf(css, id, "light")("--accent"), colour.main);
    assert.equal(coloursOf(css, id, "dark")("--accent"), colour.on_dark);
  }
});

test("a brand too pale to read is found", () => {
  const pale = { id: "pale", mark: "/mark.svg", colour: { main: "#ffd24d", hover: "#ffdf80", on_dark: "#5a4300" } };
  const sheet = `${css}\n${brandStyles([pale])}`;
  assert.ok(tooFaint(sheet, "pale", "light").some((line) => line.startsWith("--on-bar")));
  assert.ok(tooFaint(sheet, "pale", "dark").some((line) => line.startsWith("--accent")));
});
