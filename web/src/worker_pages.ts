// The service worker's copies of pages: of those that were visited, and of the visited brand's pages that the core
// cannot make (information). Each build has a cache of its own.

/** Pages that the core does not know, by brand; "" for those of all. web/build_worker.mjs puts them in. */
declare const PUTRIGHT_PAGES: Record<string, string[]>;
/** A digest of everything that this build keeps. */
declare const PUTRIGHT_VERSION: string;

const PREFIX = "putright-pages-";
const OURS = PREFIX + PUTRIGHT_VERSION;

/** One page has one key, with or without the slash at its end. */
const keyOf = (path: string): string => path.replace(/\/+$/, "") || "/";

function mayBeKept(response: Response): boolean {
  const header = (name: string): string => response.headers.get(name) ?? "";
  return response.status === 200 && !response.redirected && header("Content-Type").startsWith("text/html") &&
    !header("Cache-Control").includes("no-store");
}

export async function keepPage(path: string, response: Response): Promise<void> {
  if (mayBeKept(response)) await (await caches.open(OURS)).put(keyOf(path), response);
}

export async function cachedPage(path: string): Promise<Response | undefined> {
  return (await caches.open(OURS)).match(keyOf(path));
}

async function fetchPage(path: string): Promise<void> {
  try {
    await keepPage(path, await fetch(path, { credentials: "omit" }));
  } catch {
    // The next visit tries again.
  }
}

/** Fetches this brand's pages that are not kept yet. */
export async function keepPagesOf(brand: string): Promise<void> {
  for (const path of [...PUTRIGHT_PAGES[""] ?? [], ...PUTRIGHT_PAGES[brand] ?? []]) {
    if (!await cachedPage(path)) await fetchPage(path);
  }
}

async function otherVersions(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OURS);
}

/** A new version starts with the pages of the brands that the one before had. */
export async function refillPages(): Promise<void> {
  const kept = new Set<string>();
  for (const name of await otherVersions()) {
    for (const { url } of await (await caches.open(name)).keys()) kept.add(new URL(url).pathname.split("/")[1] ?? "");
  }
  for (const brand of kept) if (brand) await keepPagesOf(brand);
}

export async function dropOtherVersions(): Promise<void> {
  for (const name of await otherVersions()) await caches.delete(name);
}
