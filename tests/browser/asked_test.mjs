// What the portal asks, on every screen of the catalogue: what a browser may fill in (WCAG 2.2, 1.3.5), and nothing twice
// (3.3.7).
import { test } from "node:test";
import assert from "node:assert/strict";
import { startCore } from "../support/core.mjs";
import { brands, screensOf } from "../support/screens.mjs";

/** The customer's own data, by the names of the fields. */
const OWN = { name: "name", email: "email", phone: "tel", address: "street-address" };
/** Codes of ours: a browser that offers those of another complaint does harm. */
const CODES = ["reference", "tracking_key", "receipt", "earlier_reference"];
const KINDS = ["complaint", "comment", "compliment"];

const core = await startCore();
const catalogues = brands.map((brand) => screensOf(core, brand));

const attribute = (tag, name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

/** The questions of a screen: each control's name and what a browser may fill in. */
function questionsOf({ html }) {
  const tags = html.match(/<(?:input|textarea|select)[^>]*>/g) ?? [];
  return tags.filter((tag) => attribute(tag, "type") !== "hidden")
    .map((tag) => ({ name: attribute(tag, "name"), autocomplete: attribute(tag, "autocomplete") }));
}

const namesOn = (screen) => [...new Set(questionsOf(screen).map(({ name }) => name))];

test("a browser may fill in what is the customer's own, and nothing of anybody else", () => {
  const met = new Set();
  for (const screen of catalogues.flat()) {
    for (const { name, autocomplete } of questionsOf(screen)) {
      met.add(name);
      assert.equal(autocomplete, CODES.includes(name) ? "off" : OWN[name], `${name} on ${screen.name}`);
    }
  }
  assert.deepEqual([...Object.keys(OWN), ...CODES, "on_behalf_of_name", "person_to_thank"].filter((name) => !met.has(name)), []);
});

for (const kind of KINDS) {
  test(`no answer of a ${kind} is asked for on two screens`, () => {
    for (const screens of catalogues) {
      const steps = screens.filter(({ name }) => new RegExp(`^${kind}-[a-z-]+$`).test(name));
      const asked = steps.flatMap(namesOn);
      assert.ok(asked.length > 5);
      assert.deepEqual(asked.filter((name, at) => asked.indexOf(name) !== at), []);
    }
  });
}

test("what is sent later asks for nothing that the tracking form or the complaint was given", () => {
  const known = [...CODES, ...Object.keys(OWN), "matter", "what_happened"];
  const forms = catalogues.flat().filter(({ name }) => name.startsWith("later-") && !name.endsWith("done"));
  assert.ok(forms.length >= 3 * brands.length);
  for (const form of forms) assert.deepEqual(namesOn(form).filter((name) => known.includes(name)), [], form.name);
});
