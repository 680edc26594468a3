// Unfinished drafts on this device: kept, listed and forgotten. What a draft says is the core's business.
import type { KeptDraft } from "./storage";
import { withStorage } from "./storage";

/** More than a household leaves unfinished; the oldest goes first. */
const MOST_DRAFTS = 20;
const KEPT_FOR_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The part of the portal that a press clears. Empty: all of it. */
export interface Scope {
  brand: string;
  kind: string;
  /** Only the draft with this text. */
  draft?: string | undefined;
}

/** `/brand/kind/step` as its brand and kind. */
export function placeOf(path: string): { brand: string; kind: string } {
  const [, brand = "", kind = ""] = path.split("/");
  return { brand, kind };
}

/** The id that a form's hidden draft carries, or empty. */
export function idIn(draft: string): string {
  return /"id":"([0-9a-f]{32})"/.exec(draft)?.[1] ?? "";
}

/** Those that are not too old and not too many, newest first. */
function stillKept(drafts: KeptDraft[]): KeptDraft[] {
  const oldest = Date.now() - KEPT_FOR_DAYS * DAY_MS;
  return drafts.filter(({ saved_at }) => Date.parse(saved_at) >= oldest)
    .sort((one, other) => other.saved_at.localeCompare(one.saved_at))
    .slice(0, MOST_DRAFTS);
}

/** All that are kept, newest first. */
export async function draftsKept(): Promise<KeptDraft[]> {
  return stillKept(await withStorage((storage) => storage.getAll("drafts")) ?? []);
}

/** Keeps one, in the place of `before` when it had another key, and forgets what is too old or too many. */
export async function keepDraft(draft: KeptDraft, before = draft.key): Promise<void> {
  await withStorage(async (storage) => {
    const { store, done } = storage.transaction("drafts", "readwrite");
    void store.delete(before);
    void store.put(draft);
    const drafts = await store.getAll();
    const kept = stillKept(drafts);
    for (const each of drafts) if (!kept.includes(each)) void store.delete(each.key);
    await done;
  });
}

export async function forgetDraft(key: string): Promise<void> {
  await withStorage((storage) => storage.delete("drafts", key));
}

/** Forgets every draft of the scope. */
export async function forgetDrafts({ brand, kind, draft }: Scope): Promise<void> {
  await withStorage(async (storage) => {
    const { store, done } = storage.transaction("drafts", "readwrite");
    for (const kept of await store.getAll()) {
      const isMeant = (!brand || kept.brand === brand) && (!kind || kept.kind === kind);
      if (isMeant && (draft === undefined || kept.draft === draft)) void store.delete(kept.key);
    }
    await done;
  });
}
