// Sends photos and documents ahead of the complaint that names them. A large one goes in pieces, so that a line that
// breaks costs no more than what was on it: the stub says how much it has, and the rest goes on from there. A script of
// its own, which a page loads with the screen that asks for files.
import type { EffectAnswer, Field } from "./contract";
import { mayHelp } from "./effects";
import { freshEntropy } from "./requests";
import type { KeptFile, WithStorage } from "./storage";

const WHOLE_ADDRESS = "/api/attachments";
const PIECES_ADDRESS = "/api/uploads/";
/** The core's own limits, put in by the build (web/limits.mjs): the stub is not asked in vain. */
declare const PUTRIGHT_MOST_ATTACHMENT_MEGABYTES: number;
declare const PUTRIGHT_MOST_NAME_CHARACTERS: number;
const MOST_BYTES = PUTRIGHT_MOST_ATTACHMENT_MEGABYTES * 1024 * 1024;
/** What goes in one request: what a browser sends a second time on its own when a line breaks, and what a proxy takes in. */
const PIECE_BYTES = 512 * 1024;
/** A file in one request. */
const WHOLE_TIMEOUT_MS = 10 * 60 * 1000;
/** A piece; on a line slower than that it is cut, and what has come by then is not lost. */
const PIECE_TIMEOUT_MS = 60 * 1000;
/** Times in a row that nothing more gets through before the file is left to the outbox; each wait is twice as long. */
const FRUITLESS_TRIES = 6;
const FIRST_PAUSE_MS = 250;

type Tell = (bytes: number) => void;

/** An answer, and where it says that the upload stands: not a number when it does not. */
interface Told extends EffectAnswer { at: number }

interface Call {
  method: "HEAD" | "POST";
  address: string;
  headers?: Record<string, string>;
  body?: Blob;
  timeoutMs: number;
}

const bytesIn = (digits: string): number[] => (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
const hexadecimal = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Without a path, controls and marks of direction, with which `exe.jpg` can be made to look like something else. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? "";
  const kept = [...last.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, "")];
  const plain = kept.slice(0, PUTRIGHT_MOST_NAME_CHARACTERS).join("").trim();
  return plain === "" || plain === "." || plain === ".." ? "file" : plain;
}

/** No answer: nobody was reached, or nobody was to be. */
const UNANSWERED: Told = { status: 0, body: "", at: NaN };

const numberIn = (header: string | null): number => Number(header ?? NaN);

/** Makes one call. `fetch` cannot say how far it has come, so this is the older way; workers have only `fetch`. */
function ask(call: Call, tell: Tell, stop?: AbortSignal): Promise<Told> {
  if (stop?.aborted) return Promise.resolve(UNANSWERED);
  if (typeof XMLHttpRequest === "undefined") return askUnseen(call);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(call.method, call.address);
    request.timeout = call.timeoutMs;
    for (const [name, value] of Object.entries(call.headers ?? {})) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => tell(loaded);
    request.onloadend = () => resolve({
      status: request.status, body: request.responseText, at: numberIn(request.getResponseHeader("Upload-Offset")),
    });
    stop?.addEventListener("abort", () => request.abort());
    request.send(call.body);
  });
}

async function askUnseen({ method, address, headers = {}, body, timeoutMs }: Call): Promise<Told> {
  const givenUp = new AbortController();
  const timer = setTimeout(() => givenUp.abort(), timeoutMs);
  try {
    const response = await fetch(address, {
      method, headers, body: body ?? null, credentials: "omit", redirect: "error", signal: givenUp.signal,
    });
    return { status: response.status, body: await response.text(), at: numberIn(response.headers.get("Upload-Offset")) };
  } catch {
    return UNANSWERED;
  } finally {
    clearTimeout(timer);
  }
}

/** The name of a refusal. */
function codeIn(answer: EffectAnswer): string {
  try {
    return String((JSON.parse(answer.body) as { code?: unknown }).code ?? "");
  } catch {
    return "";
  }
}

/** Whether this is no word of the stub's: nobody was reached, or somebody between us gave up. */
function isBroken(answer: EffectAnswer): boolean {
  return answer.status === 0 || (answer.status >= 500 && codeIn(answer) === "");
}

/** A stub of an earlier version knows no pieces, and a busy one may take no more of them. */
function takesNoPieces(answer: EffectAnswer): boolean {
  return [404, 405].includes(answer.status) || codeIn(answer) === "too_busy";
}

/** The next call for a file of which so much is there. */
function nextCall({ blob, sha256, upload }: KeptFile, at: number): Call {
  const call = { address: PIECES_ADDRESS + upload, timeoutMs: PIECE_TIMEOUT_MS };
  if (Number.isNaN(at)) return { ...call, method: "HEAD" };
  const body = blob.slice(at, at + PIECE_BYTES);
  const headers = {
    "Content-Type": "application/octet-stream",
    "Upload-Offset": String(at),
    "Upload-Complete": at + body.size === blob.size ? "?1" : "?0",
    "Repr-Digest": `sha-256=:${btoa(String.fromCharCode(...bytesIn(sha256)))}:`,
  };
  return { ...call, method: "POST", headers, body };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Sends what the stub does not have yet, piece by piece, and asks it again where it stands when the line breaks.
 * Nothing: the file has to go in one.
 */
async function sendPieces(file: KeptFile, tell: Tell, stop?: AbortSignal): Promise<EffectAnswer | undefined> {
  let at = NaN;
  let furthest = -1;
  for (let fruitless = 0; fruitless < FRUITLESS_TRIES; ++fruitless) {
    if (fruitless > 0) await pause(FIRST_PAUSE_MS * 2 ** (fruitless - 1));
    if (stop?.aborted) break;
    const before = at || 0;
    const answer = await ask(nextCall(file, at), (bytes) => tell(before + bytes), stop);
    const isStanding = answer.status === 204 || answer.status === 409;
    // Where nobody was there from the beginning, waiting is the outbox's.
    if (!isStanding && (!isBroken(answer) || furthest < 0)) return takesNoPieces(answer) ? undefined : answer;
    at = isStanding ? answer.at : NaN;
    // The stub has forgotten it.
    if (at < furthest) return undefined;
    if (at > furthest) {
      furthest = at;
      fruitless = -1;
    }
  }
  return { status: 0, body: "" };
}

function sendWhole({ blob }: KeptFile, tell: Tell, stop?: AbortSignal): Promise<Told> {
  const headers = { "Content-Type": "application/octet-stream" };
  return ask({ method: "POST", address: WHOLE_ADDRESS, headers, body: blob, timeoutMs: WHOLE_TIMEOUT_MS }, tell, stop);
}

async function send(file: KeptFile, tell: Tell, stop?: AbortSignal): Promise<EffectAnswer> {
  const inPieces = file.blob.size > PIECE_BYTES ? await sendPieces(file, tell, stop) : undefined;
  const { status, body } = inPieces ?? await sendWhole(file, tell, stop);
  return { status, body };
}

/** Keeps and sends one file; what the form then says of it. Nothing: it was stopped, and is not kept. */
async function takeFile(file: File, tell: Tell, withStorage: WithStorage, stop: AbortSignal): Promise<Field | undefined> {
  const name = plainName(file.name);
  const refused = (code: string): Field => ["attachment_problem", `${code} ${name}`];
  if (file.size === 0) return refused("attachment_empty");
  if (file.size > MOST_BYTES) return refused("attachment_too_large");
  const sha256 = hexadecimal(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  // Chosen again after a line broke for good, it goes on from there.
  const before = await withStorage((storage) => storage.get("files", sha256));
  const kept: KeptFile = {
    sha256, blob: file, is_sent: false, kept_at: new Date().toISOString(), upload: before?.upload ?? freshEntropy(),
  };
  const isKept = await withStorage((storage) => storage.put("files", kept)) !== undefined;
  const answer = await send(kept, tell, stop);
  if (stop.aborted && answer.status !== 201) {
    // What another complaint of this device names stays as it was.
    await withStorage<unknown>((storage) => before ? storage.put("files", before) : storage.delete("files", sha256));
    return undefined;
  }
  if (answer.status === 201) {
    await noteSent(sha256, withStorage);
  } else if (!mayHelp(answer.status) || !isKept) {
    await withStorage((storage) => storage.delete("files", sha256));
    return refused(mayHelp(answer.status) ? "attachment_not_stored" : codeIn(answer));
  }
  return ["attachment", `${sha256} ${name}`];
}

/**
 * Takes one file after the other, until it is stopped; what the form then says of each. `tell`: the share of all that
 * has gone, 0 to 1.
 */
export async function takeFiles(files: File[], tell: (share: number) => void, withStorage: WithStorage,
                                stop: AbortSignal): Promise<Field[]> {
  const all = files.reduce((sum, { size }) => sum + size, 0) || 1;
  const fields: Field[] = [];
  let before = 0;
  let furthest = 0;
  for (const file of files) {
    if (stop.aborted) break;
    // A line that broke had taken more from us than it brought: what was said is not taken back.
    const tellMore = (bytes: number): void => tell(furthest = Math.max(furthest, (before + Math.min(bytes, file.size)) / all));
    const field = await takeFile(file, tellMore, withStorage, stop);
    if (!field) break;
    fields.push(field);
    before += file.size;
  }
  return fields;
}

async function noteSent(sha256: string, withStorage: WithStorage): Promise<void> {
  await withStorage(async (storage) => {
    const file = await storage.get("files", sha256);
    if (file) await storage.put("files", { ...file, is_sent: true });
  });
}

/** Sends the files that have not gone yet. Nothing: all are there, as far as we know. */
async function sendMissing(digests: string[], withStorage: WithStorage): Promise<EffectAnswer | undefined> {
  for (const sha256 of digests) {
    const file = await withStorage((storage) => storage.get("files", sha256));
    if (!file || file.is_sent) continue;
    const answer = await send({ ...file, upload: file.upload ?? freshEntropy() }, () => undefined);
    if (answer.status !== 201) return answer;
    await noteSent(sha256, withStorage);
  }
  return undefined;
}

/** The stub says that it has lost a file: what is still here is to go again. True: something is. */
async function noteLost(digests: string[], withStorage: WithStorage): Promise<boolean> {
  let isHere = false;
  for (const sha256 of digests) {
    await withStorage(async (storage) => {
      const file = await storage.get("files", sha256);
      if (!file) return;
      isHere = true;
      await storage.put("files", { ...file, is_sent: false });
    });
  }
  return isHere;
}

/** Sends a complaint (`sendWords`) after the files with these digests, and both again when the stub has lost one. */
export async function sendAfterFiles(digests: string[], sendWords: () => Promise<EffectAnswer>,
                                     withStorage: WithStorage): Promise<EffectAnswer> {
  const missing = await sendMissing(digests, withStorage);
  if (missing) return missing;
  const answer = await sendWords();
  const isLost = answer.body.includes('"attachment_not_kept"') && await noteLost(digests, withStorage);
  return isLost ? await sendMissing(digests, withStorage) ?? sendWords() : answer;
}
