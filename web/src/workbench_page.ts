// The customer's real page in its place over the canvas: the same module's HTML, in a frame where no script runs.
// What is pressed in it goes to the module; its own links and forms go nowhere.
import { fieldsOf } from "./fields";
import type { Report, WorkbenchEvent } from "./workbench_module";

const EMPTY_PAGE = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>The customer's screen</title>
<link rel="stylesheet" href="${PUTRIGHT_ASSETS.portal_css}"></head><body></body></html>`;

function copyAttributes(from: Element, to: Element): void {
  for (const name of to.getAttributeNames()) to.removeAttribute(name);
  for (const { name, value } of from.attributes) to.setAttribute(name, value);
}

export interface PageHost {
  tell(event: WorkbenchEvent): void;
  /** The page as the module makes it now. */
  page(): string;
  /** Moves the focus out of the workbench. */
  leave(): void;
}

export class PageFrame {
  private shown = -1;
  private isReady = false;
  private wasPressed = false;
  private slot: Report["slot"] = {};

  constructor(private readonly frame: HTMLIFrameElement, private readonly host: PageHost) {
    frame.addEventListener("load", () => this.begin(), { once: true });
    frame.srcdoc = EMPTY_PAGE;
  }

  /** Puts the page where the canvas left room for it, and changes it when it changed. */
  show(slot: Report["slot"]): void {
    this.slot = slot;
    this.frame.hidden = slot.box === undefined;
    if (slot.box === undefined) return;
    this.place(slot.box, slot.width ?? 1);
    if (this.isReady && this.shown !== slot.revision) this.change();
  }

  /** A page wider than its place is shown smaller, so that its own layout stays. */
  private place(box: [number, number, number, number], width: number): void {
    const [left, top, right, bottom] = box;
    const part = (right - left) / width;
    const { style } = this.frame;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${width}px`;
    style.height = `${(bottom - top) / part}px`;
    style.transform = `scale(${part})`;
  }

  private begin(): void {
    const page = this.frame.contentDocument;
    if (!page) return;
    page.addEventListener("click", (event) => this.click(event));
    page.addEventListener("submit", (event) => event.preventDefault());
    page.addEventListener("keydown", (event) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      this.host.leave();
    });
    this.isReady = true;
    this.show(this.slot);
  }

  private change(): void {
    const page = this.frame.contentDocument;
    if (!page) return;
    const next = new DOMParser().parseFromString(this.host.page(), "text/html");
    const screenOf = (of: Document): string => of.querySelector("main")?.dataset["screen"] ?? "";
    const isSame = screenOf(page) === screenOf(next);
    page.title = next.title;
    copyAttributes(next.documentElement, page.documentElement);
    copyAttributes(next.body, page.body);
    page.body.replaceChildren(...next.body.childNodes);
    if (!isSame || this.wasPressed) page.defaultView?.scrollTo(0, 0);
    // Only who pressed in the page is taken to what is new in it.
    if (this.wasPressed) this.focusOnNews(page);
    this.wasPressed = false;
    this.shown = this.slot.revision ?? -1;
  }

  private focusOnNews(page: Document): void {
    const news = page.querySelector<HTMLElement>(".govuk-error-summary") ?? page.querySelector<HTMLElement>("main h1");
    news?.setAttribute("tabindex", "-1");
    news?.focus();
  }

  private click(event: MouseEvent): void {
    // The frame's elements are of another window: `instanceof` would not know them.
    const pressed = (event.target as Element | null)?.closest?.<HTMLElement>("a[href], button, input[type=submit]");
    if (!pressed) return;
    const target = pressed.getAttribute("href");
    const form = target === null ? (pressed as HTMLButtonElement).form : null;
    if (target === null && !form) return;
    event.preventDefault();
    if (target?.startsWith("#")) {
      const field = this.frame.contentDocument?.getElementById(target.slice(1));
      field?.scrollIntoView();
      field?.focus({ preventScroll: true });
    } else if (target?.startsWith("/")) {
      this.send({ type: "page", action: "follow", target, form: [] });
    } else if (form) {
      this.send({ type: "page", action: "send", target: form.getAttribute("action") ?? "", form: fieldsOf(form, pressed) });
    }
  }

  private send(event: WorkbenchEvent): void {
    this.wasPressed = true;
    this.host.tell(event);
  }
}
