// The outbox: a complaint is kept on this device before it is sent, and goes on being sent until somebody takes or
// refuses it. Its idempotency key makes one complaint of any number of tries, so that a lock is a courtesy.
import type { Effect, EffectAnswer, PortalRequest } from "./contract";
import { draftsKept, forgetDraft } from "./drafts";
import { digestsIn, forgetFilesOf, forgetLooseFiles } from "./attachments";
import { mayHelp, runEffect } from "./effects";
import { script } from "./scripts";
import type { OutboxItem } from "./storage";
import { withStorage } from "./storage";

/** Background Sync, where there is one, wakes the service worker with this. */
export const SYNC_TAG = "putright-outbox";

/** The reference in the stub's answer, or empty when it is no receipt: a captive portal answers 200 as well. */
function referenceIn(answer: EffectAnswer): string {
  if (answer.status < 200 || answer.status > 299) return "";
  try {
    const { reference } = JSON.parse(answer.body) as { reference?: unknown };
    return typeof reference === "string" ? reference : "";
  } catch {
    return "";
  }
}

/** Whether nobody has taken or refused it for good. */
export function mustWait(answer: EffectAnswer): boolean {
  const isRefusal = answer.status >= 400 && !mayHelp(answer.status);
  return !isRefusal && referenceIn(answer) === "";
}

/** A press that sends a complaint. */
export function isSending(effect: Effect): boolean {
  return effect.method === "POST" && effect.path === "/api/complaints" && effect.idempotency_key !== "";
}

/** All items, newest first. */
export async function itemsKept(): Promise<OutboxItem[]> {
  const items = await withStorage((storage) => storage.getAll("outbox")) ?? [];
  return items.sort((one, other) => other.queued_at.localeCompare(one.queued_at));
}

async function itemKept(id: string): Promise<OutboxItem | undefined> {
  return withStorage((storage) => storage.get("outbox", id));
}

/** On disk before it comes back: the next thing may be a flat battery. False: storage is refused. */
async function putItem(item: OutboxItem): Promise<boolean> {
  const key = await withStorage(async (storage) => {
    const { store, done } = storage.transaction("outbox", "readwrite", { durability: "strict" });
    const put = await store.put(item);
    await done;
    return put;
  });
  return key !== undefined;
}

/** Keeps a press until it is sent. False: storage is refused, and nothing waits. */
export async function queue(request: PortalRequest, effect: Effect): Promise<boolean> {
  const { answer: _answer, device: _device, ...press } = request;
  const item: OutboxItem = {
    id: effect.idempotency_key, request: press, effect, queued_at: request.now, state: "waiting", reference: "",
  };
  return putItem(item);
}

/** Takes one item out: a waiting one is then never sent. */
export async function removeItem(id: string): Promise<void> {
  await withStorage((storage) => storage.delete("outbox", id));
}

/** Forgets what the outbox has finished with. What waits still waits: clearing is not taking back. */
export async function removeFinished(): Promise<void> {
  for (const { id, state } of await itemsKept()) if (state !== "waiting") await removeItem(id);
}

/** Forgets files older than `ageMs` that neither an unfinished draft nor what waits or was refused still names. */
export async function sweepFiles(ageMs: number): Promise<void> {
  const items = (await itemsKept()).filter(({ state }) => state !== "sent");
  const drafts = await draftsKept();
  await forgetLooseFiles([...items.map(({ effect }) => effect.body), ...drafts.map(({ draft }) => draft)], ageMs);
}

async function askToBeWoken(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration() as
      { sync?: { register(tag: string): Promise<void> } } | undefined;
    await registration?.sync?.register(SYNC_TAG);
  } catch {
    // Not everywhere, and refused in private windows: the page tries by itself.
  }
}

/** Runs `work` while no other tab or worker sends this item: waits for its turn, or passes when it is taken. */
async function alone<Result>(id: string, turn: "waits" | "passes",
                             work: () => Promise<Result>): Promise<Result | undefined> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return work();
  return locks.request(`${SYNC_TAG}:${id}`, { ifAvailable: turn === "passes" },
                       async (lock) => lock ? work() : undefined);
}

/** Sends a complaint after its files. */
async function sendWhole(effect: Effect): Promise<EffectAnswer> {
  const digests = digestsIn(effect.body);
  if (digests.length === 0) return runEffect(effect);
  const sending = await script("sending").catch(() => undefined);
  return sending?.sendAfterFiles(digests, () => runEffect(effect), withStorage) ?? { status: 0, body: "" };
}

/** Sends one waiting item and notes what came of it, unless it was removed or pressed again in the meantime. */
async function sendItem(id: string): Promise<"settled" | "waiting"> {
  const item = await itemKept(id);
  if (item?.state !== "waiting") return "settled";
  const answer = await sendWhole(item.effect);
  if (mustWait(answer)) return "waiting";
  const reference = referenceIn(answer);
  const isSame = (await itemKept(id))?.request.entropy === item.request.entropy;
  if (isSame) await putItem({ ...item, answer, reference, state: reference ? "sent" : "refused" });
  if (reference) await Promise.all([forgetDraft(id), forgetFilesOf(item.effect.body)]);
  return "settled";
}

/** Sends a press, kept first. What nobody took comes back as `kept` and waits. */
export async function send(request: PortalRequest, effect: Effect): Promise<EffectAnswer> {
  if (!await queue(request, effect)) return runEffect(effect);
  const id = effect.idempotency_key;
  await alone(id, "waits", () => sendItem(id));
  const answer = (await itemKept(id))?.answer;
  if (answer) {
    await removeItem(id);
    return answer;
  }
  await Promise.all([forgetDraft(id), askToBeWoken()]);
  return { status: 0, body: "", kept: true };
}

/** Sends what waits, oldest first, and stops at the first that still has to wait. True: something has changed. */
export async function flush(): Promise<boolean> {
  let hasChanged = false;
  const waiting = (await itemsKept()).filter(({ state }) => state === "waiting").reverse();
  for (const { id } of waiting) {
    const outcome = await alone(id, "passes", () => sendItem(id));
    if (outcome === "waiting") break;
    hasChanged ||= outcome !== undefined;
  }
  return hasChanged;
}
