// Puts a page that the core made into this document, and tells a person where they are: by the title, and by
// moving focus to what is new. A screen reader hears nothing of a changed page otherwise.
import morphdom from "morphdom";
import { shownScreen } from "./fields";

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
function morphBody(page: Document): void {
  morphdom(document.body, page.body, {
    // An opened explanation stays open.
    onBeforeElUpdated: (from, to) => {
      if (from instanceof HTMLDetailsElement) to.toggleAttribute("open", from.open);
      return !from.isEqualNode(to) || "value" in from;
    },
  });
}

/** Shows a whole page. A different screen replaces this one; the same screen is changed in place. */
export function showPage(html: string, arrival: Arrival): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const isSame = shownScreen() !== "" && shownScreen() === shownScreen(page);
  document.title = page.title;
  copyAttributes(page.documentElement, document.documentElement);
  if (isSame) {
    morphBody(page);
  } else {
    copyAttributes(page.body, document.body);
    document.body.replaceChildren(...page.body.childNodes);
  }
  if (arrival === "forward") scrollTo(0, 0);
  focusOnWhatIsNew(arrival);
}

/** Goes from a message in the error summary to its field, with the field's question in sight. */
export function goToField(field: HTMLElement): void {
  const question = field.closest("fieldset")?.querySelector("legend") ??
                   document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  (question ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
