// The core in the service worker: answers an address or a press that the network cannot take.
import { matchPrecache } from "workbox-precaching";
import type { Effect, EffectAnswer, Field, PortalRequest, PortalResponse } from "./contract";
import { instantiate } from "./core";
import type { Core } from "./core";
import { readDevice, withDevice } from "./device";
import { forgetDraft } from "./drafts";
import { tellOthers } from "./channel";
import { SYNC_TAG, isSending, queue } from "./outbox";
import { perform } from "./perform";
import { requestFor } from "./requests";

declare const self: ServiceWorkerGlobalScope & { registration: { sync?: { register(tag: string): Promise<void> } } };

/** Whose headers a page made here goes out with: the stub's rules for pages hold for these pages too. */
const MODEL = PUTRIGHT_ASSETS.portal_css;
const SECURITY_HEADERS = ["Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
  "Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options"];

let core: Promise<Core> | undefined;

async function shell(path: string): Promise<ArrayBuffer> {
  const response = await matchPrecache(path);
  if (!response) throw new Error(`${path} is not kept`);
  return response.arrayBuffer();
}

async function startCore(): Promise<Core> {
  const [bytes, book] = await Promise.all([shell(PUTRIGHT_ASSETS.core_wasm), shell("/policy/book.json")]);
  return instantiate(bytes, new Uint8Array(book));
}

/** No answer: the core is not there, or not well, or does not know the address. */
async function ask(request: PortalRequest): Promise<PortalResponse | undefined> {
  try {
    const response = (await (core ??= startCore())).answer(withDevice(request));
    return response.status === 404 || response.status === 400 ? undefined : response;
  } catch {
    core = undefined;
    return undefined;
  }
}

/** A press as the browser sends it; nothing when it carries a file, which only the stub can take. */
export async function pressIn(path: string, request: Request): Promise<PortalRequest | undefined> {
  try {
    const fields: Field[] = [];
    for (const [name, value] of await request.formData()) {
      if (typeof value === "string") fields.push([name, value]);
      else if (value.size > 0) return undefined;
    }
    return requestFor(path, fields);
  } catch {
    return undefined;
  }
}

/** Whether the press sends or asks something, so that the network may take its time. */
export async function waitsForEffect(press: PortalRequest): Promise<boolean> {
  return Boolean((await ask(press))?.effect);
}

/** The network has just failed: what is to be sent is kept first and sent when the browser wakes this worker. */
async function performHere(request: PortalRequest, effect: Effect): Promise<EffectAnswer> {
  if (!isSending(effect) || !await queue(request, effect)) return perform(request, effect);
  await forgetDraft(effect.idempotency_key);
  tellOthers();
  await self.registration.sync?.register(SYNC_TAG).catch(() => undefined);
  return { status: 0, body: "", kept: true };
}

/** The core's pages have plain names in them, as the stub's do before it sends them. */
function withNames(html: string): string {
  return html.replace("/assets/portal.css", PUTRIGHT_ASSETS.portal_css).replace("/assets/portal.js", PUTRIGHT_ASSETS.portal_js);
}

async function pageOf({ html, status }: PortalResponse): Promise<Response> {
  const model = await matchPrecache(MODEL);
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  for (const name of SECURITY_HEADERS) headers.set(name, model?.headers.get(name) ?? "");
  return new Response(withNames(html), { status, headers });
}

/** The page that the core answers with on this device; nothing when only the stub can. */
export async function answerHere(request: PortalRequest): Promise<Response | undefined> {
  await readDevice();
  let response = await ask(request);
  if (response?.effect) {
    const answer = await performHere(request, response.effect);
    await readDevice();
    response = await ask({ ...request, answer });
  }
  return response && pageOf(response);
}
