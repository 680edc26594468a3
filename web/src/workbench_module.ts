// Runs the workbench's WebAssembly module: events in, drawings and reports out. Knows no document.

interface WorkbenchExports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  workbench_reserve(size: number): number;
  workbench_open(size: number): number;
  workbench_tell(size: number): number;
  workbench_frame(now: number): number;
  workbench_drawing(): number;
  workbench_drawing_size(): number;
  workbench_report(): void;
  workbench_page(): void;
  workbench_result_data(): number;
  workbench_result_size(): number;
}

/** What happened, as portal/workbench/host.hpp reads it. */
export type WorkbenchEvent =
  | { type: "size"; width: number; height: number; ratio: number }
  | { type: "pointer"; action: "move" | "down" | "up" | "leave"; x: number; y: number; button: number; source: string }
  | { type: "wheel"; x: number; y: number }
  | { type: "key"; key: string; action: "down" | "up"; modifiers: number }
  | { type: "text"; text: string }
  | { type: "focus"; on: boolean }
  | { type: "clipboard"; text: string }
  | { type: "press"; item: number }
  | { type: "set"; item: number; value: number }
  | { type: "textures_lost" }
  | { type: "file"; what: "scenario" | "examples" | "editions"; text: string }
  | { type: "say"; text: string }
  | { type: "today"; on: string }
  | { type: "answer"; call: number; status: number; body: string }
  | { type: "forget" }
  | { type: "page"; action: "follow" | "send"; target: string; form: [string, string][] };

export type ItemKind = "text" | "heading" | "button" | "link" | "choice" | "tab" | "tick" | "opener" | "field" | "slider";

/** One named thing on the canvas; `box` is left, top, right, bottom in CSS pixels. */
export interface CanvasItem {
  id: number;
  kind: ItemKind;
  label: string;
  box: [number, number, number, number];
  chosen: boolean;
  visible: boolean;
  /** What the alternatives that it is one of are called. */
  group?: string;
  /** What stands in a field that is no secret, or where a slider stands in words. */
  value?: string;
  range?: { from: number; to: number; at: number };
}

/** A call of the staff API that the page is to make. */
export interface Call {
  number: number;
  method: "GET" | "POST";
  path: string;
  token: string;
  reason: string;
  press: number;
  body: string;
}

export interface Report {
  pointer: string;
  typing: { wanted: boolean; x: number; y: number; height: number; field: string };
  copied: string;
  spoken: string;
  frames: number;
  /** The item that the keyboard stands on; 0: none. */
  focus: number;
  items: CanvasItem[];
  /** What only the page can do; told once. */
  wish: "" | "open_scenario" | "paste_scenario" | "open_editions";
  /** A file to give to the colleague; no name: none. Told once. */
  saved: { name: string; type: string; text: string };
  /** Told once. */
  call?: Call;
  /**
   * Where the customer's page goes, as how wide, and with text of how many per cent; without `box`, nowhere. `revision`
   * grows when it changes.
   */
  slot: { box?: [number, number, number, number]; width?: number; text?: number; revision?: number };
}

/** The module wants nothing until something happens. */
export const SLEEP = -1;

/** WASI's number for "this system has no such call". */
const WASI_NO_SUCH_CALL = 52;

function importNothing(): WebAssembly.Imports {
  const functions = new Proxy({}, {
    get: (_target, name) => (): number => {
      if (name === "proc_exit") throw new Error("the workbench stopped");
      return WASI_NO_SUCH_CALL;
    },
  });
  return new Proxy({}, { get: () => functions });
}

export class WorkbenchModule {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private readonly exports: WorkbenchExports;

  private constructor(instance: WebAssembly.Instance) {
    this.exports = instance.exports as unknown as WorkbenchExports;
    this.exports._initialize();
  }

  /** Starts the module from its bytes and the joined policy book. Throws when either cannot be used. */
  static async start(bytes: BufferSource, book: Uint8Array): Promise<WorkbenchModule> {
    const { instance } = await WebAssembly.instantiate(bytes, importNothing());
    const module = new WorkbenchModule(instance);
    if (module.exports.workbench_open(module.put(book)) !== 1) throw new Error(module.result());
    return module;
  }

  tell(event: WorkbenchEvent): void {
    const size = this.put(this.encoder.encode(JSON.stringify(event)));
    if (this.exports.workbench_tell(size) !== 1) throw new Error(`not understood: ${event.type}`);
  }

  /** Draws a frame; 0 when another is due at once, else `SLEEP`. */
  frame(now: number): number {
    return this.exports.workbench_frame(now);
  }

  /** The module's memory and its drawing's place there, good until the next call. */
  drawing(): { memory: ArrayBuffer; strokes: Uint32Array } {
    const memory = this.exports.memory.buffer;
    const strokes = new Uint32Array(memory, this.exports.workbench_drawing(), this.exports.workbench_drawing_size());
    return { memory, strokes };
  }

  report(): Report {
    this.exports.workbench_report();
    return JSON.parse(this.result()) as Report;
  }

  /** The customer's page as HTML. */
  page(): string {
    this.exports.workbench_page();
    return this.result();
  }

  private put(bytes: Uint8Array): number {
    const at = this.exports.workbench_reserve(bytes.length);
    // The view is taken after the call: memory may have grown and moved.
    new Uint8Array(this.exports.memory.buffer, at, bytes.length).set(bytes);
    return bytes.length;
  }

  private result(): string {
    const at = this.exports.workbench_result_data();
    return this.decoder.decode(new Uint8Array(this.exports.memory.buffer, at, this.exports.workbench_result_size()));
  }
}
