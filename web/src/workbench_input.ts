// Pointer, wheel, keys, words and clipboard of the canvas. Words come only through a small text area that has
// the focus, so that input methods, dictation, phone keyboards and paste work as everywhere else.
import type { WorkbenchEvent } from "./workbench_module";

/** What the input needs of the page. */
export interface Listener {
  tell(event: WorkbenchEvent): void;
  /** Runs frames until the canvas has settled, now. */
  settle(): void;
  /** What was copied since the last call. */
  takeCopied(): string;
  typingWanted(): boolean;
  /** Moves the focus out of the canvas. */
  leave(): void;
}

const SHIFT = 1, CONTROL = 2, ALT = 4, META = 8;
const PIXELS_A_NOTCH = 100;
const LINES_A_NOTCH = 3;
/** A finger that moves further than this is not tapping. */
const TAP_REACH = 8;

const modifiersOf = (event: KeyboardEvent): number =>
  (event.shiftKey ? SHIFT : 0) | (event.ctrlKey || event.metaKey ? CONTROL : 0) | (event.altKey ? ALT : 0) | (event.metaKey ? META : 0);

function listenToMouse(canvas: HTMLCanvasElement, typing: HTMLTextAreaElement, to: Listener): void {
  const send = (event: PointerEvent, action: "move" | "down" | "up"): void => {
    if (event.pointerType === "touch") return;
    const box = canvas.getBoundingClientRect();
    const button = event.button === 1 ? 2 : event.button === 2 ? 1 : 0;
    to.tell({ type: "pointer", action, x: event.clientX - box.left, y: event.clientY - box.top, button, source: event.pointerType });
  };
  canvas.addEventListener("pointermove", (event) => send(event, "move"));
  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") return;
    canvas.setPointerCapture(event.pointerId);
    // A pointer that jumps and presses at once (speech, switches, remote control) would press nothing where things lie
    // over each other: the canvas must have seen it there before.
    send(event, "move");
    to.settle();
    send(event, "down");
  });
  canvas.addEventListener("pointerup", (event) => {
    send(event, "up");
    typing.focus({ preventScroll: true });
  });
  canvas.addEventListener("mousedown", (event) => event.preventDefault());
  canvas.addEventListener("pointerleave", () => to.tell({ type: "pointer", action: "leave", x: 0, y: 0, button: 0, source: "mouse" }));
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
}

/** A finger: a tap presses, up and down scrolls, sideways drags. */
function listenToTouch(canvas: HTMLCanvasElement, typing: HTMLTextAreaElement, to: Listener): void {
  let start: { x: number; y: number } | null = null;
  let last = { x: 0, y: 0 };
  let doing: "nothing" | "scroll" | "drag" = "nothing";
  const placeOf = (event: PointerEvent): { x: number; y: number } => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const send = (action: "move" | "down" | "up", place: { x: number; y: number }): void =>
    to.tell({ type: "pointer", action, ...place, button: 0, source: "touch" });
  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    canvas.setPointerCapture(event.pointerId);
    start = last = placeOf(event);
    doing = "nothing";
    send("move", start);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch" || !start) return;
    const place = placeOf(event);
    const across = Math.abs(place.x - start.x), down = Math.abs(place.y - start.y);
    if (doing === "nothing" && Math.max(across, down) > TAP_REACH) {
      doing = across > down ? "drag" : "scroll";
      if (doing === "drag") send("down", start);
    }
    if (doing === "drag") send("move", place);
    if (doing === "scroll") to.tell({ type: "wheel", x: 0, y: (last.y - place.y) / PIXELS_A_NOTCH });
    last = place;
  });
  const end = (event: PointerEvent): void => {
    if (event.pointerType !== "touch" || !start) return;
    if (doing === "nothing" && event.type === "pointerup") {
      send("down", start);
      to.settle();
    }
    if (doing !== "scroll") send("up", last);
    to.settle();
    start = null;
    // Inside the gesture, or a phone's keyboard would not open.
    if (to.typingWanted()) typing.focus({ preventScroll: true });
    to.tell({ type: "pointer", action: "leave", x: 0, y: 0, button: 0, source: "touch" });
  };
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
}

function listenToWheel(canvas: HTMLCanvasElement, to: Listener): void {
  canvas.addEventListener("wheel", (event) => {
    if (event.ctrlKey) return; // zooming the page
    event.preventDefault();
    const notch = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINES_A_NOTCH : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 1 : PIXELS_A_NOTCH;
    to.tell({ type: "wheel", x: event.deltaX / notch, y: event.deltaY / notch });
  }, { passive: false });
}

/** Keys that mean the same in every text area are the browser's: words and the clipboard come from elsewhere. */
function isForCanvas(event: KeyboardEvent): boolean {
  const isShortcut = event.ctrlKey || event.metaKey;
  if (isShortcut) return ["a", "z", "y", "ArrowLeft", "ArrowRight", "Home", "End", "Backspace", "Delete"].includes(event.key);
  return event.key.length > 1 || event.key === " ";
}

function listenToKeys(typing: HTMLTextAreaElement, to: Listener): void {
  let escaped = false;
  typing.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "F6") {
      event.preventDefault();
      to.leave();
      return;
    }
    // Esc, then Tab, leaves: nobody is trapped in the canvas (WCAG 2.1.2).
    if (event.key === "Tab" && escaped) return;
    if (event.key !== "Shift") escaped = event.key === "Escape";
    if (/^F\d+$/.test(event.key) || !isForCanvas(event)) return;
    if (event.key !== " ") event.preventDefault();
    to.tell({ type: "key", key: event.key, action: "down", modifiers: modifiersOf(event) });
  });
  typing.addEventListener("keyup", (event) => {
    if (event.isComposing) return;
    to.tell({ type: "key", key: event.key, action: "up", modifiers: modifiersOf(event) });
  });
  typing.addEventListener("focus", () => to.tell({ type: "focus", on: true }));
  typing.addEventListener("blur", () => {
    escaped = false;
    to.tell({ type: "focus", on: false });
  });
}

function listenToWords(typing: HTMLTextAreaElement, to: Listener): void {
  const take = (): void => {
    const text = typing.value;
    typing.value = "";
    if (text) to.tell({ type: "text", text });
  };
  typing.addEventListener("input", (event) => {
    if (!(event as InputEvent).isComposing) take();
  });
  typing.addEventListener("compositionstart", () => typing.classList.add("composing"));
  typing.addEventListener("compositionend", () => {
    typing.classList.remove("composing");
    take();
  });
}

function listenToClipboard(typing: HTMLTextAreaElement, to: Listener): void {
  const stroke = (key: string): void => {
    to.tell({ type: "key", key, action: "down", modifiers: CONTROL });
    to.settle();
    to.tell({ type: "key", key, action: "up", modifiers: 0 });
    to.settle();
  };
  const give = (event: ClipboardEvent, key: string): void => {
    stroke(key);
    const copied = to.takeCopied();
    event.preventDefault();
    if (copied) event.clipboardData?.setData("text/plain", copied);
  };
  typing.addEventListener("copy", (event) => give(event, "c"));
  typing.addEventListener("cut", (event) => give(event, "x"));
  typing.addEventListener("paste", (event) => {
    event.preventDefault();
    const text = event.clipboardData?.getData("text/plain") ?? "";
    // Outside a field the only thing to paste is a scenario.
    if (!to.typingWanted()) {
      to.tell({ type: "file", what: "scenario", text });
      return;
    }
    to.tell({ type: "clipboard", text });
    stroke("v");
  });
}

export function listen(canvas: HTMLCanvasElement, typing: HTMLTextAreaElement, to: Listener): void {
  listenToMouse(canvas, typing, to);
  listenToTouch(canvas, typing, to);
  listenToWheel(canvas, to);
  listenToKeys(typing, to);
  listenToWords(typing, to);
  listenToClipboard(typing, to);
}
