// The workbench's calls of the staff API: made once each, with nothing kept of them. The token is the module's; it goes
// into the header of a call and nowhere else.
import type { Call, WorkbenchEvent } from "./workbench_module";

/** No answer of ours is longer; portal/workbench/host.cpp reads twice as much, for what quoting adds. */
const LONGEST_ANSWER_BYTES = 2 << 20;
const ANSWERS_WITHIN_MS = 30_000;

/** Makes presses of this page different from everybody else's; tries of one press stay the same. */
const pageKey = crypto.randomUUID().replaceAll("-", "");

function headersOf(call: Call): Headers {
  const headers = new Headers({ Accept: "application/json" });
  if (call.token) headers.set("Authorization", `Bearer ${call.token}`);
  if (call.reason) headers.set("Putright-Reason", encodeURIComponent(call.reason));
  if (call.method === "POST") {
    headers.set("Content-Type", "application/json");
    headers.set("Idempotency-Key", `${pageKey}-${call.press}`);
  }
  return headers;
}

async function answerTo(call: Call): Promise<{ status: number; body: string }> {
  const response = await fetch(call.path, {
    method: call.method, headers: headersOf(call), body: call.method === "POST" ? call.body : null,
    credentials: "omit", cache: "no-store", redirect: "error", signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
  });
  const bytes = await response.arrayBuffer();
  const body = bytes.byteLength > LONGEST_ANSWER_BYTES ? "" : new TextDecoder().decode(bytes);
  return { status: response.status, body };
}

/** Makes the call and tells what it came to; nobody reached is status 0. */
export function make(call: Call, tell: (event: WorkbenchEvent) => void): void {
  void answerTo(call).catch(() => ({ status: 0, body: "" }))
    .then((answer) => tell({ type: "answer", call: call.number, ...answer }));
}
