// What stands in a form: as it is sent, and as it is kept while it has not been sent.
import type { Field, Typed } from "./contract";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A form's fields with the pressed button's own. Files are left out: the core takes words only. */
export function fieldsOf(form: HTMLFormElement, button: HTMLElement | null): Field[] {
  const fields: Field[] = [];
  for (const [name, value] of new FormData(form, button)) {
    if (typeof value === "string") fields.push([name, withSentLineEnds(value)]);
  }
  // Safari before 16.4 does not know the second argument.
  const isMissing = button instanceof HTMLButtonElement && !fields.some(([name]) => name === button.name);
  return isMissing ? [...fields, [button.name, button.value]] : fields;
}

/** Whether a file was chosen. */
export function holdsFiles(form: HTMLFormElement): boolean {
  return [...new FormData(form).values()].some((value) => typeof value !== "string" && value.size > 0);
}

/** A browser sends line ends as CR LF; the same bytes must come to the core here. */
function withSentLineEnds(value: string): string {
  return value.replace(/\r\n|\r|\n/g, "\r\n");
}

/** The id of the screen that stands on the page, or empty when it is none of ours. */
export function shownScreen(root: ParentNode = document): string {
  return root.querySelector("main[data-screen]")?.getAttribute("data-screen") ?? "";
}

export function isTyped(element: Element): element is Control {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLInputElement && !["hidden", "file", "password", "submit"].includes(element.type);
}

function controls(): Control[] {
  return [...document.querySelectorAll("main form input, main form textarea, main form select")].filter(isTyped);
}

function isTicked(control: Control): boolean {
  return control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);
}

/** What a person has put into the controls of this screen. */
export function typedNow(): Typed {
  const fields: Field[] = [];
  for (const control of controls()) {
    if (isTicked(control) && !(control as HTMLInputElement).checked) continue;
    fields.push([control.name, control.value]);
  }
  return { screen: shownScreen(), fields };
}

/** The press that only takes up a kept draft again. */
export const RESUME = "resume";

/** The hidden draft of the journey's step on a page. A form that takes up a kept draft, or forgets it, is none. */
export function stepDraft(root: ParentNode = document): HTMLInputElement | undefined {
  return [...root.querySelectorAll<HTMLInputElement>('main form:not([action^="/device/"]) input[name="draft"]')]
    .find((field) => field.form?.querySelector(`[name="go"]:not([value="${RESUME}"])`));
}

/** Puts back what was typed, when this is still the screen it was typed on. */
export function restoreTyped(typed: Typed | undefined): void {
  if (!typed || typed.screen !== shownScreen()) return;
  for (const control of controls()) {
    const values = typed.fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isTicked(control)) (control as HTMLInputElement).checked = values.includes(control.value);
    else if (values[0] !== undefined) control.value = values[0];
  }
}
