// Photos and documents: each is kept on this device first, then sent ahead of the complaint that names it by its
// digest. With no network it waits here, and goes before the complaint does.
import type { EffectAnswer, Field } from "./contract";
import { mayHelp } from "./effects";
import { withStorage } from "./storage";

const ADDRESS = "/api/attachments";
/** The core's own limits, put in by the build (web/limits.mjs): the stub is not asked in vain. */
declare const PUTRIGHT_MOST_ATTACHMENT_MEGABYTES: number;
declare const PUTRIGHT_MOST_NAME_CHARACTERS: number;
const MOST_BYTES = PUTRIGHT_MOST_ATTACHMENT_MEGABYTES * 1024 * 1024;
/** A slow line gets this long for one file. */
const UPLOAD_TIMEOUT_MS = 10 * 60 * 1000;

const hexadecimal = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Without a path, controls and marks of direction, with which `exe.jpg` can be made to look like something else. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? "";
  const kept = [...last.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, "")];
  const plain = kept.slice(0, PUTRIGHT_MOST_NAME_CHARACTERS).join("").trim();
  return plain === "" || plain === "." || plain === ".." ? "file" : plain;
}

/** Sends one file. `fetch` cannot say how far it has come, so this is the older way; workers have only `fetch`. */
function upload(blob: Blob, tell: (bytes: number) => void): Promise<EffectAnswer> {
  if (typeof XMLHttpRequest === "undefined") return uploadUnseen(blob);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", ADDRESS);
    request.timeout = UPLOAD_TIMEOUT_MS;
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => tell(loaded);
    request.onloadend = () => resolve({ status: request.status, body: request.responseText });
    request.send(blob);
  });
}

async function uploadUnseen(body: Blob): Promise<EffectAnswer> {
  try {
    const headers = { "Content-Type": "application/octet-stream" };
    const response = await fetch(ADDRESS, { method: "POST", body, headers, credentials: "omit", redirect: "error" });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 0, body: "" };
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

async function noteSent(sha256: string): Promise<void> {
  await withStorage(async (storage) => {
    const file = await storage.get("files", sha256);
    if (file) await storage.put("files", { ...file, is_sent: true });
  });
}

/** Keeps and sends one file; what the form then says of it. */
export async function takeFile(file: File, tell: (bytes: number) => void): Promise<Field> {
  const name = plainName(file.name);
  const refused = (code: string): Field => ["attachment_problem", `${code} ${name}`];
  if (file.size === 0) return refused("attachment_empty");
  if (file.size > MOST_BYTES) return refused("attachment_too_large");
  const sha256 = hexadecimal(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const kept = { sha256, blob: file, is_sent: false, kept_at: new Date().toISOString() };
  const isKept = await withStorage((storage) => storage.put("files", kept)) !== undefined;
  const answer = await upload(file, tell);
  if (answer.status === 201) {
    await noteSent(sha256);
  } else if (!mayHelp(answer.status) || !isKept) {
    await withStorage((storage) => storage.delete("files", sha256));
    return refused(mayHelp(answer.status) ? "attachment_not_stored" : codeIn(answer));
  }
  return ["attachment", `${sha256} ${name}`];
}

/** The digests that a submission names. */
function digestsIn(submission: string): string[] {
  const { attachments = "" } = JSON.parse(submission) as { attachments?: string };
  return attachments.split("\n").filter(Boolean).map((line) => line.slice(0, 64));
}

/** Sends the files of a submission that have not gone yet. Nothing: all are there, as far as we know. */
export async function sendFilesOf(submission: string): Promise<EffectAnswer | undefined> {
  for (const sha256 of digestsIn(submission)) {
    const file = await withStorage((storage) => storage.get("files", sha256));
    if (!file || file.is_sent) continue;
    const answer = await upload(file.blob, () => undefined);
    if (answer.status !== 201) return answer;
    await noteSent(sha256);
  }
  return undefined;
}

/** The stub says that it has lost a file: what is still here goes again. True: something can. */
export async function sendFilesAgain(submission: string, answer: EffectAnswer): Promise<boolean> {
  if (!answer.body.includes('"attachment_not_kept"')) return false;
  let isHere = false;
  for (const sha256 of digestsIn(submission)) {
    await withStorage(async (storage) => {
      const file = await storage.get("files", sha256);
      if (!file) return;
      isHere = true;
      await storage.put("files", { ...file, is_sent: false });
    });
  }
  return isHere;
}

/** Forgets the files of a submission that was taken. */
export async function forgetFilesOf(submission: string): Promise<void> {
  for (const sha256 of digestsIn(submission)) await withStorage((storage) => storage.delete("files", sha256));
}

/** Forgets files that none of these texts (drafts, submissions) names and that are older than `ageMs`. */
export async function forgetLooseFiles(texts: string[], ageMs: number): Promise<void> {
  const wanted = new Set(texts.flatMap((text) => text.match(/[0-9a-f]{64}/g) ?? []));
  const before = Date.now() - ageMs;
  await withStorage(async (storage) => {
    for (const { sha256, kept_at } of await storage.getAll("files")) {
      if (!wanted.has(sha256) && Date.parse(kept_at) <= before) await storage.delete("files", sha256);
    }
  });
}
