// The browser's history as the journey's memory: each entry carries what shows its screen again.
import type { Entry, PortalRequest } from "./contract";
import { typedNow } from "./fields";

/** Browsers refuse when an entry is changed too often (Safari: 100 times in 30 s). */
const KEEP_AFTER_MS = 400;
/** In `sessionStorage`, which is this tab's alone: when which part of the portal was cleared. */
const CLEARED = "putright-cleared";

let timer: ReturnType<typeof setTimeout> | undefined;
let shown: Entry = {};

/** What this entry carries; an empty one for a page that is new to us. */
export function entryNow(): Entry {
  const state: unknown = history.state;
  return state !== null && typeof state === "object" ? (state as Entry) : {};
}

function put(entry: Entry, path?: string): void {
  shown = { ...entry, at: Date.now() };
  history.replaceState(shown, "", path);
}

function dropWaiting(): void {
  clearTimeout(timer);
  timer = undefined;
}

/** Keeps what is typed and how far the page is scrolled, at once; `more` with it. */
export function keepNow(more: Entry = {}): void {
  dropWaiting();
  put({ ...entryNow(), typed: typedNow(), scroll: scrollY, ...more });
}

/** The same, a moment after the last key. */
export function keepSoon(): void {
  timer ??= setTimeout(() => keepNow(), KEEP_AFTER_MS);
}

/** Keeps anything that still waits to be kept. */
export function keepWaiting(): void {
  if (timer !== undefined) keepNow();
}

/** Notes which kept draft this screen's answers are in. */
export function noteDraftKey(key: string): void {
  // Each change of an entry costs a screen a good part of a millisecond.
  if (entryNow().draft_key !== key) put({ ...entryNow(), draft_key: key });
}

/** Before leaving a page that the network brought: keeps it whole, since no request of ours makes it again. */
function keepPage(): void {
  const { request, page } = entryNow();
  keepNow(request || page ? {} : { page: document.documentElement.outerHTML });
}

/** A new entry after this one. */
export function pushEntry(request: PortalRequest, path: string): void {
  keepPage();
  shown = { request, at: Date.now() };
  history.pushState(shown, "", path);
}

/** The browser made an entry for a place on this same page (the skip link's): it carries what is shown. */
export function adoptEntry(): void {
  put(shown);
}

/** Back, forward or a reload came to an entry of ours. One from before a clearing has become empty. */
export function enterEntry(): Entry {
  const entry = entryNow();
  if (wasCleared(entry)) history.replaceState({}, "");
  shown = entryNow();
  return shown;
}

/** The same entry with a newer request, such as one with problems. */
export function replaceEntry(request: PortalRequest, path: string): void {
  dropWaiting();
  put({ request }, path);
}

type Clearings = Record<string, number>;

function clearings(): Clearings {
  try {
    return JSON.parse(sessionStorage.getItem(CLEARED) ?? "{}") as Clearings;
  } catch {
    return {};
  }
}

/** From now on no entry of this tab whose address begins with `prefix` shows what it carries. */
export function clearEntries(prefix: string): void {
  try {
    sessionStorage.setItem(CLEARED, JSON.stringify({ ...clearings(), [prefix]: Date.now() }));
  } catch {
    // No storage at all: the entries go with the tab.
  }
}

function wasCleared({ at = 0 }: Entry): boolean {
  return Object.entries(clearings()).some(([prefix, when]) => location.pathname.startsWith(prefix) && at < when);
}
