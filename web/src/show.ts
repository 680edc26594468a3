// Puts a page that the core made into this document, and tells a person where they are: by the title, and by
// moving focus to what is new. A screen reader hears nothing of a changed page otherwise.
import morphdom from "morphdom";
import { bringSending } from "./chosen_files";
import { isTyped, shownScreen, stepDraft } from "./fields";

export type Arrival = "forward" | "back";

function copyAttributes(from: Element, to: Element): void {
  for (const name of to.getAttributeNames()) if (!from.hasAttribute(name)) to.removeAttribute(name);
  for (const { name, value } of from.attributes) if (to.getAttribute(name) !== value) to.setAttribute(name, value);
}

/** Moves focus to an element that is not a control, for as long as it stays there. */
function focusOn(element: HTMLElement, arrival: Arrival): void {
  element.setAttribute("tabindex", "-1");
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  element.focus({ preventScroll: arrival === "back" });
}

function focusOnWhatIsNew(arrival: Arrival): void {
  const news = document.querySelector<HTMLElement>(".govuk-error-summary") ??
               document.querySelector<HTMLElement>("main h1");
  if (news) focusOn(news, arrival);
}

/** Keeps the caret, the chosen file and what a screen reader has read: only what differs is changed. */
function morphBody(page: Document, controls: "taken" | "left"): void {
  morphdom(document.body, page.body, {
    // A form's own `id` is hidden by a field of that name.
    getNodeKey: (node) => node instanceof Element ? node.getAttribute("id") : null,
    // An opened explanation stays open, and what has the focus can go on having it.
    onBeforeElUpdated: (from, to) => {
      if (from instanceof HTMLDetailsElement) to.toggleAttribute("open", from.open);
      if (controls === "left" && isTyped(from)) return false;
      if (controls === "left" && from === document.activeElement) copyAttribute(from, to, "tabindex");
      return !from.isEqualNode(to) || "value" in from;
    },
  });
}

function copyAttribute(from: Element, to: Element, name: string): void {
  const value = from.getAttribute(name);
  if (value !== null) to.setAttribute(name, value);
}

function isShown(page: Document): boolean {
  return shownScreen() !== "" && shownScreen() === shownScreen(page);
}

/** Whether both are one step with the same answers so far and the same problems. */
function isSameStep(page: Document): boolean {
  const summary = (of: Document): string => of.querySelector(".govuk-error-summary")?.textContent ?? "";
  return stepDraft(page)?.value === stepDraft()?.value && summary(page) === summary(document);
}

/** A page that the core made, still beside this document. */
export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

/** Changes notices on the shown screen, and nothing else: no control, no focus, no scrolling. False: another screen. */
export function refreshPage(page: Document): boolean {
  if (!isShown(page) || !isSameStep(page)) return false;
  morphBody(page, "left");
  return true;
}

/** Shows a whole page, which is empty afterwards. A different screen replaces this one; the same screen is changed in place. */
export function showPage(page: Document, arrival: Arrival): void {
  const isSame = isShown(page);
  document.title = page.title;
  copyAttributes(page.documentElement, document.documentElement);
  if (isSame) {
    morphBody(page, "taken");
  } else {
    copyAttributes(page.body, document.body);
    document.body.replaceChildren(...page.body.childNodes);
  }
  if (arrival === "forward") scrollTo(0, 0);
  focusOnWhatIsNew(arrival);
  bringSending();
}

/** Goes from a message in the error summary to its field, with the field's question in sight. */
export function goToField(field: HTMLElement): void {
  const question = field.closest("fieldset")?.querySelector("legend") ??
                   document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  (question ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
