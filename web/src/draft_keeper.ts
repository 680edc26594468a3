// Keeps the draft that is being filled on this page: a moment after the last key, when the page is left, and on
// every new screen. It never puts anything back by itself: the core offers what was kept, and a person continues it.
import type { PortalRequest } from "./contract";
import { draftsKept, forgetDraft, idIn, keepDraft, placeOf } from "./drafts";
import { entryNow, keepNow, noteDraftKey } from "./entries";
import { RESUME, restoreTyped, stepDraft, typedNow } from "./fields";
import { fieldIn, freshEntropy, instantNow } from "./requests";
import type { KeptDraft } from "./storage";

const KEEP_AFTER_MS = 400;

let timer: ReturnType<typeof setTimeout> | undefined;

/** The draft on the page, without its key. A screen that shows an answer is no step any more. */
function shownDraft(): Omit<KeptDraft, "key"> | undefined {
  const field = stepDraft();
  if (!field?.form || entryNow().request?.answer) return undefined;
  const path = new URL(field.form.action).pathname;
  return { ...placeOf(path), path, draft: field.value, typed: typedNow(), saved_at: instantNow() };
}

/** A first screen has no id yet: its entry remembers what it is kept as, so that two tabs never meet. */
function keyWithoutId(brand: string, kind: string): string {
  const key = entryNow().draft_key ?? `new:${brand}/${kind}:${freshEntropy()}`;
  noteDraftKey(key);
  return key;
}

async function keepShown(): Promise<void> {
  dropWaitingDraft();
  const draft = shownDraft();
  if (!draft) return;
  const id = idIn(draft.draft);
  const key = id || keyWithoutId(draft.brand, draft.kind);
  const isEmpty = !id && draft.typed.fields.every(([, value]) => value === "");
  await (isEmpty ? forgetDraft(key) : keepDraft({ ...draft, key }));
}

/** Keeps the page's draft a moment after the last key. */
export function keepDraftSoon(): void {
  timer ??= setTimeout(() => void keepShown(), KEEP_AFTER_MS);
}

/** Keeps a draft that still waits to be kept. */
export function keepWaitingDraft(): void {
  if (timer !== undefined) void keepShown();
}

/** Forgets that anything waits to be kept. */
export function dropWaitingDraft(): void {
  clearTimeout(timer);
  timer = undefined;
}

/** A press that only takes up a kept draft again. */
export function isContinuing(request: PortalRequest): boolean {
  return fieldIn(request, "go") === RESUME;
}

/** The kept draft that a press takes up: the one kept at `saved_at` when the form says so, or else the newest. */
export async function keptAs(request: PortalRequest): Promise<KeptDraft | undefined> {
  const saved = fieldIn(request, "saved_at");
  const text = fieldIn(request, "draft");
  return (await draftsKept()).find(({ path, draft, saved_at }) =>
    path === request.path && draft === text && (saved ?? saved_at) === saved_at);
}

/** Before a press is left behind: the key of a draft that had no id and gets one on the `next` page. */
export function keyBeforeId(request: PortalRequest, next: Document): string | undefined {
  const id = idIn(stepDraft(next)?.value ?? "");
  if (!id || idIn(fieldIn(request, "draft") ?? "")) return undefined;
  const before = entryNow().draft_key;
  noteDraftKey(id);
  return before;
}

/** On a new screen: puts back what was typed when a draft is taken up again, and keeps the draft as it is now. */
export async function keepArrived(before: string | undefined, continued?: KeptDraft): Promise<void> {
  restoreTyped(continued?.typed);
  if (continued) keepNow();
  const draft = shownDraft();
  const key = draft && idIn(draft.draft);
  if (key) await keepDraft({ ...draft, key }, before ?? continued?.key);
}
