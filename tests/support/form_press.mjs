// What a browser sends when a button of a page is pressed, read from the page itself: a catalogue that follows the
// page's own forms cannot leave out a hidden field that the page has.
import { parse } from "parse5";

export function* elementsOf(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elementsOf(child);
  }
}

export const attributeOf = (element, name) => element.attrs.find((found) => found.name === name)?.value;
export const wordsIn = (node) => node.value ?? (node.childNodes ?? []).map(wordsIn).join("");

const isButton = (go) => (element) =>
  element.tagName === "button" && attributeOf(element, "name") === "go" && attributeOf(element, "value") === go;

/** A field as it stands: `undefined` for what is not sent. */
function fieldOf(element) {
  const name = attributeOf(element, "name");
  if (name === undefined) return undefined;
  if (element.tagName === "textarea") return [name, wordsIn(element)];
  if (element.tagName !== "input" || attributeOf(element, "type") === "file") return undefined;
  const isTicked = ["radio", "checkbox"].includes(attributeOf(element, "type"));
  if (isTicked && attributeOf(element, "checked") === undefined) return undefined;
  return [name, attributeOf(element, "value") ?? ""];
}

/** The form that holds the button `go`: where it goes, and its fields with `answers` typed into them. */
export function formPressed(html, go, answers = {}) {
  const form = [...elementsOf(parse(html))].find((element) => element.tagName === "form" && [...elementsOf(element)].some(isButton(go)));
  if (!form) throw new Error(`no form here has the button "${go}"`);
  const stand = [...elementsOf(form)].map(fieldOf).filter(Boolean).filter(([name]) => !(name in answers));
  const typed = Object.entries(answers).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
  return { path: attributeOf(form, "action"), form: [...stand, ...typed, ["go", go]] };
}
