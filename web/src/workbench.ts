// The workbench's page: starts the module, gives it the canvas and what happens to it, and draws frames only
// when there is a cause. Where it cannot run, the page says so and points to the same screens as pages.
import { make } from "./workbench_calls";
import { grant } from "./workbench_files";
import { listen } from "./workbench_input";
import { Mirror, standingOn } from "./workbench_mirror";
import { SLEEP, WorkbenchModule } from "./workbench_module";
import type { Report, WorkbenchEvent } from "./workbench_module";
import { PageFrame } from "./workbench_page";
import { Renderer } from "./workbench_renderer";

/** What the canvas is called while no field of it is typed into. */
const CANVAS_NAME = "Workbench canvas. Press F6 to leave it.";
/** Frames in a row without an event, at most: a settled canvas needs about four. */
const MOST_FRAMES_AT_ONCE = 60;
/** Exact device pixels are believed only this close to what the ratio says: emulated ratios report others. */
const BELIEVABLE_PIXELS = 2;

function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T;
}

function contextOf(canvas: HTMLCanvasElement): WebGL2RenderingContext | null {
  return canvas.getContext("webgl2", { alpha: false, antialias: false, depth: false, powerPreference: "low-power" });
}

class Page {
  private readonly canvas = element<HTMLCanvasElement>("canvas");
  private readonly typing = element<HTMLTextAreaElement>("typing");
  private readonly spoken = element("spoken");
  private readonly standing = element("standing");
  private readonly mirror = new Mirror(element("mirror"), {
    press: (item) => this.press(item),
    set: (item, value) => this.tell({ type: "set", item, value }),
  });
  private readonly page: PageFrame;
  private renderer: Renderer | null;
  private asked = 0;
  private report: Report;
  private copied = "";
  private size = { width: 1, height: 1 };

  constructor(private readonly module: WorkbenchModule, gl: WebGL2RenderingContext) {
    this.renderer = new Renderer(gl);
    this.report = module.report();
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      this.renderer = null;
    });
    this.canvas.addEventListener("webglcontextrestored", () => {
      this.renderer = new Renderer(gl);
      this.tell({ type: "textures_lost" });
    });
    listen(this.canvas, this.typing, {
      tell: (event) => this.tell(event),
      settle: () => this.settle(),
      takeCopied: () => {
        const { copied } = this;
        this.copied = "";
        return copied;
      },
      typingWanted: () => this.report.typing.wanted,
      leave: () => element("way-out").focus(),
    });
    this.page = new PageFrame(element<HTMLIFrameElement>("page"), {
      tell: (event) => this.tell(event),
      page: () => module.page(),
      leave: () => element("way-out").focus(),
    });
    // A page that is kept for going back to keeps nothing of a colleague or a customer.
    window.addEventListener("pagehide", () => {
      this.module.tell({ type: "forget" });
      this.settle();
    });
    this.watchSize();
  }

  tell(event: WorkbenchEvent): void {
    this.module.tell(event);
    this.ask();
  }

  /** What assistive technology pressed; in a field it can be typed at once. */
  private press(item: number): void {
    this.tell({ type: "press", item });
    this.settle();
    if (this.report.typing.wanted) this.typing.focus({ preventScroll: true });
  }

  private ask(): void {
    this.canvas.dataset["state"] = "drawing";
    if (this.asked === 0) this.asked = requestAnimationFrame((now) => this.run(now));
  }

  private run(now: number): void {
    this.asked = 0;
    if (this.frame(now) === SLEEP) this.rest();
    else this.ask();
  }

  private frame(now: number): number {
    const wait = this.module.frame(now);
    const { memory, strokes } = this.module.drawing();
    this.renderer?.draw(memory, strokes, this.size.width, this.size.height);
    return wait;
  }

  /** Frames until nothing moves, within this task: for what must be done inside a gesture. */
  private settle(): void {
    for (let frames = 0; frames < MOST_FRAMES_AT_ONCE; frames += 1) {
      if (this.frame(performance.now()) === SLEEP) break;
    }
    this.rest();
  }

  /** What the page shows besides the canvas, once the canvas has settled. */
  private rest(): void {
    this.report = this.module.report();
    const { pointer, typing, spoken, items, copied, frames, focus } = this.report;
    this.canvas.style.cursor = pointer;
    this.canvas.dataset["frames"] = String(frames);
    this.canvas.dataset["state"] = this.asked === 0 ? "at rest" : "drawing";
    this.typing.style.left = `${typing.x}px`;
    this.typing.style.top = `${typing.y}px`;
    this.typing.style.height = `${Math.max(typing.height, 1)}px`;
    this.typing.setAttribute("aria-label", typing.wanted && typing.field ? typing.field : CANVAS_NAME);
    if (this.spoken.textContent !== spoken) this.spoken.textContent = spoken;
    // The keyboard moves inside the canvas, where no element has the focus: nothing else would say where it is.
    const standing = standingOn(items.find(({ id }) => focus !== 0 && id === focus));
    if (this.standing.textContent !== standing) this.standing.textContent = standing;
    this.mirror.show(items);
    this.page.show(this.report.slot);
    if (copied) this.keep(copied);
    grant(this.report, (event) => this.tell(event));
    const { call } = this.report;
    delete this.report.call;
    if (call) make(call, (event) => this.tell(event));
  }

  /** A copy that a press on the canvas asked for has no clipboard event: it is written where the browser lets us. */
  private keep(copied: string): void {
    this.copied = copied;
    void navigator.clipboard?.writeText(copied).catch(() => undefined);
  }

  private watchSize(): void {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) this.resize(entry);
    });
    try {
      observer.observe(this.canvas, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(this.canvas);
    }
    const watchRatio = (): void => {
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
        observer.unobserve(this.canvas);
        observer.observe(this.canvas);
        watchRatio();
      }, { once: true });
    };
    watchRatio();
  }

  private resize(entry: ResizeObserverEntry): void {
    const { width, height } = entry.contentRect;
    const ratio = devicePixelRatio;
    const exact = entry.devicePixelContentBoxSize?.[0];
    const believed = (pixels: number | undefined, size: number): number =>
      pixels !== undefined && Math.abs(pixels - size * ratio) <= BELIEVABLE_PIXELS ? pixels : Math.round(size * ratio);
    this.canvas.width = believed(exact?.inlineSize, width);
    this.canvas.height = believed(exact?.blockSize, height);
    this.size = { width, height };
    this.module.tell({ type: "size", width, height, ratio });
    // At once: the browser has just cleared the canvas.
    this.settle();
  }
}

/** The day in London as `2026-03-27`: Swedish writes it so. */
const londonDay = (at: Date): string => at.toLocaleDateString("sv-SE", { timeZone: "Europe/London" });

async function fetched(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(path, { credentials: "omit" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function fail(words: string): void {
  element("failure-words").textContent = words;
  element("failure").hidden = false;
  element("workbench").hidden = true;
}

async function start(): Promise<void> {
  const gl = contextOf(element<HTMLCanvasElement>("canvas"));
  if (!gl) {
    fail("The workbench draws with WebGL2, which this browser does not have or has switched off.");
    return;
  }
  try {
    const [bytes, book] = await Promise.all([fetched(PUTRIGHT_ASSETS.workbench_wasm), fetched("/policy/book.json")]);
    const page = new Page(await WorkbenchModule.start(bytes, book), gl);
    page.tell({ type: "today", on: londonDay(new Date()) });
    // It works without them.
    const examples = await fetched("/workbench/examples.json").catch(() => null);
    if (examples) page.tell({ type: "file", what: "examples", text: new TextDecoder().decode(examples) });
    document.documentElement.dataset["workbench"] = "ready";
  } catch {
    fail("The workbench could not be started. Load the page again; if that does not help, tell whoever runs this website.");
  }
}

void start();
