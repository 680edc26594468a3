// The service worker: after the first visit every page opens and every journey can be finished without a network.
// It passes on whatever the network answers, and steps in only where a person would see a browser's error page.
import { clientsClaim } from "workbox-core";
import { addRoute, matchPrecache, precache } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { tellOthers } from "./channel";
import type { Visit } from "./contract";
import { keepKeys } from "./keys";
import { SYNC_TAG, flush, itemsKept } from "./outbox";
import { requestFor } from "./requests";
import { haveScripts } from "./scripts";
import * as sending from "./sending";
import * as verify from "./verify";
import { answerHere, pressIn, waitsForEffect } from "./worker_answers";
import { answersWithin } from "./worker_network";
import { cachedPage, dropOtherVersions, keepPage, keepPagesOf, refillPages } from "./worker_pages";

declare const self: ServiceWorkerGlobalScope;
/** What a page needs, with digests where the name carries none; web/build_worker.mjs puts it in. */
declare const PUTRIGHT_SHELL: { url: string; revision: string | null }[];

/** A page that takes longer is opened from this device. */
const PAGE_WITHIN_MS = 3_000;
/** A press that sends something may take as long as the page itself would wait. */
const SENDING_WITHIN_MS = 20_000;

/** Comes from the network when it is there, so that no old policy is counted by. */
const POLICY = "/policy/book.json";
/** Addresses that are no pages of the portal's customers: never answered and never kept here. */
const NOT_OURS =
  /^\/(api|\.well-known|metrics|healthz|readyz|staff|workbench|schemas|assets|policy|fonts|device)(\/|$)/;

interface Navigation { request: Request; url: URL; event: ExtendableEvent }

const isOurPage = ({ request, url, sameOrigin }: { request: Request; url: URL; sameOrigin: boolean }): boolean =>
  sameOrigin && request.mode === "navigate" && !NOT_OURS.test(url.pathname);

async function showPage({ request, url, event }: Navigation): Promise<Response> {
  const network = fetch(request);
  event.waitUntil(network.then((response) => keepPage(url.pathname, response.clone())).catch(() => undefined));
  return await answersWithin(network, PAGE_WITHIN_MS) ?? await answerHere(requestFor(url.pathname)) ??
    await cachedPage(url.pathname) ?? network;
}

async function takePress({ request, url }: Navigation): Promise<Response> {
  const copy = request.clone();
  const network = fetch(request);
  const press = await pressIn(url.pathname, copy);
  if (!press) return network;
  const limit = await waitsForEffect(press) ? SENDING_WITHIN_MS : PAGE_WITHIN_MS;
  return await answersWithin(network, limit) ?? await answerHere(press) ?? network;
}

async function fetchPolicy({ request, url }: Navigation): Promise<Response> {
  const network = fetch(request);
  return await answersWithin(network, PAGE_WITHIN_MS) ?? await matchPrecache(url.pathname) ?? network;
}

/** Fails while something still waits, so that the browser asks again later. */
async function sendWhatWaits(): Promise<void> {
  if (await flush()) tellOthers();
  if ((await itemsKept()).some(({ state }) => state === "waiting")) throw new Error("the outbox is not empty");
}

haveScripts({ sending, verify });
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname === POLICY, fetchPolicy);
precache(PUTRIGHT_SHELL);
addRoute();
registerRoute(isOurPage, showPage);
registerRoute(isOurPage, takePress, "POST");

// A new version takes over at once. Open pages stay as they are: their script is already there, and what they ask
// for next is the same in both.
void self.skipWaiting();
clientsClaim();
self.addEventListener("install", (event) => event.waitUntil(refillPages()));
self.addEventListener("activate", (event) => event.waitUntil(dropOtherVersions()));
self.addEventListener("message", (event) => {
  const { brand } = event.data as Visit;
  // The version before may still have been keeping pages when this one took over.
  event.waitUntil(Promise.all([dropOtherVersions(), keepPagesOf(brand), keepKeys()]));
});
self.addEventListener("sync", (event) => {
  const { tag, waitUntil } = event as unknown as { tag: string; waitUntil(work: Promise<void>): void };
  if (tag === SYNC_TAG) waitUntil.call(event, sendWhatWaits());
});
