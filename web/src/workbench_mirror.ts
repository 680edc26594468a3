// The canvas for assistive technology: an unseen copy of what is drawn, as ordinary elements with names and
// states, in drawing order. Pressing one presses the thing on the canvas.
import type { CanvasItem } from "./workbench_module";

function elementFor(item: CanvasItem, press: (id: number) => void): HTMLElement {
  if (item.kind === "text") {
    const words = document.createElement("p");
    words.textContent = item.label;
    return words;
  }
  if (item.kind === "heading") {
    const words = document.createElement("h2");
    words.textContent = item.label;
    return words;
  }
  const button = document.createElement("button");
  button.type = "button";
  // Tab belongs to the canvas itself; reading and touch reach these.
  button.tabIndex = -1;
  button.textContent = item.label;
  if (item.kind === "choice" || item.kind === "tick") button.setAttribute("aria-pressed", String(item.chosen));
  button.addEventListener("click", () => press(item.id));
  return button;
}

const keyOf = (item: CanvasItem): string => `${item.id} ${item.kind} ${item.chosen} ${item.label}`;

export class Mirror {
  private readonly keys: string[] = [];

  constructor(private readonly place: HTMLElement, private readonly press: (id: number) => void) {}

  /** Changes only what differs, so that a reader keeps its place. */
  show(items: CanvasItem[]): void {
    items.forEach((item, index) => {
      const key = keyOf(item);
      let element = this.place.children[index] as HTMLElement | undefined;
      if (this.keys[index] !== key || !element) {
        const next = elementFor(item, this.press);
        if (element) element.replaceWith(next);
        else this.place.append(next);
        this.keys[index] = key;
        element = next;
      }
      element.dataset["box"] = item.visible ? item.box.join(" ") : "";
    });
    while (this.place.children.length > items.length) this.place.lastElementChild?.remove();
    this.keys.length = items.length;
  }
}
