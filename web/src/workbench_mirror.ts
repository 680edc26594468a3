// The canvas for assistive technology: an unseen copy of what is drawn, as elements with the role, name and state of
// what they copy, in drawing order. Pressing one presses the thing on the canvas.
import type { CanvasItem, ItemKind } from "./workbench_module";

/** What somebody does to an item. */
export interface ItemHost {
  press(item: number): void;
  /** Of a slider. */
  set(item: number, value: number): void;
}

/** Items that belong together, and the role of what holds them. */
const GROUPS: Partial<Record<ItemKind, string>> = { tab: "tablist", choice: "radiogroup" };

function words(item: CanvasItem): HTMLElement {
  const element = document.createElement(item.kind === "heading" ? "h2" : "p");
  element.textContent = item.label;
  return element;
}

function slider(item: CanvasItem, host: ItemHost): HTMLElement {
  const element = document.createElement("input");
  const { from = 0, to = 0, at = 0 } = item.range ?? {};
  element.type = "range";
  element.min = String(from);
  element.max = String(to);
  element.value = String(at);
  element.addEventListener("input", () => host.set(item.id, Number(element.value)));
  return element;
}

function control(item: CanvasItem, host: ItemHost): HTMLElement {
  // A button may be no text box.
  const element = document.createElement(item.kind === "field" ? "div" : "button");
  const state = String(item.chosen);
  if (element instanceof HTMLButtonElement) {
    element.type = "button";
    element.textContent = item.label;
  } else {
    element.setAttribute("role", "textbox");
    element.setAttribute("aria-multiline", state);
  }
  if (item.kind === "link") element.setAttribute("role", "link");
  if (item.kind === "tick") element.setAttribute("role", "checkbox");
  if (item.kind === "choice") element.setAttribute("role", "radio");
  if (item.kind === "tick" || item.kind === "choice") {
    element.setAttribute("aria-checked", state);
    if (item.value) element.setAttribute("aria-description", item.value);
  }
  if (item.kind === "tab") {
    element.setAttribute("role", "tab");
    element.setAttribute("aria-selected", state);
  }
  if (item.kind === "opener") element.setAttribute("aria-expanded", state);
  element.addEventListener("click", () => host.press(item.id));
  return element;
}

function elementFor(item: CanvasItem, host: ItemHost): HTMLElement {
  if (item.kind === "text" || item.kind === "heading") return words(item);
  const element = item.kind === "slider" ? slider(item, host) : control(item, host);
  // Tab belongs to the canvas itself; reading and touch reach these.
  element.tabIndex = -1;
  element.dataset["name"] = item.label;
  if (item.kind === "field" || item.kind === "slider") element.setAttribute("aria-label", item.label);
  return element;
}

/** What changes while somebody is at it: the element stays. */
function refresh(element: HTMLElement, item: CanvasItem): void {
  element.dataset["box"] = item.visible ? item.box.join(" ") : "";
  if (item.kind === "field") element.textContent = item.value ?? "";
  if (!(element instanceof HTMLInputElement)) return;
  element.value = String(item.range?.at ?? 0);
  element.setAttribute("aria-valuetext", item.value ?? element.value);
}

/** What each kind is called and its two states, as a screen reader says them of the page's own controls. */
const SAID: Partial<Record<ItemKind, [kind: string, chosen?: string, other?: string]>> = {
  button: ["button"],
  link: ["link"],
  choice: ["radio button", "checked", "not checked"],
  tab: ["tab", "selected", "not selected"],
  tick: ["checkbox", "checked", "not checked"],
  opener: ["button", "expanded", "collapsed"],
  field: ["text box"],
  slider: ["slider"],
};

/** Where the keyboard stands, in words. */
export function standingOn(item: CanvasItem | undefined): string {
  if (!item) return "";
  const [kind, chosen, other] = SAID[item.kind] ?? [];
  return [item.label, kind, item.chosen ? chosen : other, item.value].filter(Boolean).join(", ");
}

/** One item, or several that stand side by side in one group. */
interface Unit {
  key: string;
  items: CanvasItem[];
}

function unitsOf(items: CanvasItem[]): Unit[] {
  const units: Unit[] = [];
  for (const item of items) {
    const { id, kind, chosen, label, range, group } = item;
    const key = [id, kind, chosen, label, range?.to, group].join("\t");
    const last = units.at(-1);
    if (group && last?.items[0]?.group === group && last.items[0].kind === kind) {
      last.items.push(item);
      last.key += `\n${key}`;
    } else {
      units.push({ key, items: [item] });
    }
  }
  return units;
}

const isGroup = ({ items: [first] }: Unit): boolean => first?.group !== undefined && GROUPS[first.kind] !== undefined;

function elementOf(unit: Unit, host: ItemHost): HTMLElement {
  const [first] = unit.items as [CanvasItem];
  if (!isGroup(unit)) return elementFor(first, host);
  const group = document.createElement("div");
  group.setAttribute("role", GROUPS[first.kind] ?? "group");
  group.setAttribute("aria-label", first.group ?? "");
  group.append(...unit.items.map((item) => elementFor(item, host)));
  return group;
}

export class Mirror {
  private readonly keys: string[] = [];

  constructor(private readonly place: HTMLElement, private readonly host: ItemHost) {}

  /** Changes only what differs, so that a reader keeps its place. */
  show(items: CanvasItem[]): void {
    const units = unitsOf(items);
    units.forEach((unit, index) => {
      let element = this.place.children[index] as HTMLElement | undefined;
      if (this.keys[index] !== unit.key || !element) {
        const next = elementOf(unit, this.host);
        if (element) element.replaceWith(next);
        else this.place.append(next);
        this.keys[index] = unit.key;
        element = next;
      }
      const copies = isGroup(unit) ? element.children : [element];
      unit.items.forEach((item, at) => refresh(copies[at] as HTMLElement, item));
    });
    while (this.place.children.length > units.length) this.place.lastElementChild?.remove();
    this.keys.length = units.length;
  }
}
