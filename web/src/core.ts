// Runs the C++ core in WebAssembly. Needs nothing of a browser but WebAssembly itself, so the page, a
// worker, Node and the tests all use this one. It decides nothing and keeps nothing between calls.
import type { PortalRequest, PortalResponse } from "./contract";

interface CoreExports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  putright_reserve(size: number): number;
  putright_open_policy(size: number): number;
  putright_answer(size: number): void;
  putright_assess(size: number): void;
  putright_check(size: number): void;
  putright_result_data(): number;
  putright_result_size(): number;
}

type Call = "putright_answer" | "putright_assess" | "putright_check";

/** WASI's number for "this system has no such call". */
const WASI_NO_SUCH_CALL = 52;

/** The core refused the policy book: a fault of what was built, not of the customer. */
export class PolicyRefused extends Error {}

/** Answers every import with "no such call": the core does no input or output of its own. */
function importNothing(): WebAssembly.Imports {
  const functions = new Proxy({}, {
    get: (_target, name) => (): number => {
      if (name === "proc_exit") throw new Error("the core stopped");
      return WASI_NO_SUCH_CALL;
    },
  });
  return new Proxy({}, { get: () => functions });
}

/** One running copy of the module, with the policy book read in. */
class Instance {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private readonly exports: CoreExports;

  constructor(instance: WebAssembly.Instance, book: Uint8Array) {
    this.exports = instance.exports as unknown as CoreExports;
    this.exports._initialize();
    this.put(book);
    if (this.exports.putright_open_policy(book.length) !== 1) throw new PolicyRefused(this.result());
  }

  call(name: Call, input: string): string {
    const bytes = this.encoder.encode(input);
    this.put(bytes);
    this.exports[name](bytes.length);
    return this.result();
  }

  private put(bytes: Uint8Array): void {
    const at = this.exports.putright_reserve(bytes.length);
    // The view is taken after the call: memory may have grown and moved.
    new Uint8Array(this.exports.memory.buffer, at, bytes.length).set(bytes);
  }

  private result(): string {
    const at = this.exports.putright_result_data();
    const size = this.exports.putright_result_size();
    return this.decoder.decode(new Uint8Array(this.exports.memory.buffer, at, size));
  }
}

/** The core behind one function a question. A trap costs the running copy: a fresh one answers again, once. */
export class Core {
  private instance: Instance;

  constructor(private readonly module: WebAssembly.Module, private readonly book: Uint8Array,
              first: WebAssembly.Instance) {
    this.instance = new Instance(first, book);
  }

  /** Throws when the core traps twice running, or says that it failed. */
  answer(request: PortalRequest): PortalResponse {
    const response = JSON.parse(this.call("putright_answer", JSON.stringify(request))) as Partial<PortalResponse>;
    if (response.status === undefined) throw new Error("the core failed");
    return response as PortalResponse;
  }

  /** JSON in, JSON out, as the exported function `name` gives it. */
  call(name: Call, input: string): string {
    try {
      return this.instance.call(name, input);
    } catch {
      this.instance = new Instance(new WebAssembly.Instance(this.module, importNothing()), this.book);
      return this.instance.call(name, input);
    }
  }
}

/** Starts the core from its bytes and the joined policy book. Throws when either cannot be used. */
export async function instantiate(bytes: BufferSource, book: Uint8Array): Promise<Core> {
  const module = await WebAssembly.compile(bytes);
  return new Core(module, book, await WebAssembly.instantiate(module, importNothing()));
}

async function fetched(path: string): Promise<ArrayBuffer> {
  const response = await fetch(path, { credentials: "omit" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.arrayBuffer();
}

/** Fetches what the core needs and starts it. Throws when the network or the browser will not have it. */
export async function loadCore(): Promise<Core> {
  const [bytes, book] = await Promise.all([fetched(PUTRIGHT_ASSETS.core_wasm), fetched("/policy/book.json")]);
  return instantiate(bytes, new Uint8Array(book));
}
