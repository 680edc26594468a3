// What this device keeps, in IndexedDB: unfinished drafts, complaints that wait to be sent, and the stub's public
// keys. Page and service worker both use it. Where storage is refused every question has the answer "nothing" and
// the portal goes on without it.
import { openDB } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { DraftFact, Effect, EffectAnswer, OutboxState, PortalRequest, Typed } from "./contract";

export interface KeptDraft extends DraftFact {
  /** The draft's id, or `new:<brand>/<kind>` before it has one. */
  key: string;
  /** What stands in the controls but has not been sent on. */
  typed: Typed;
}

export interface OutboxItem {
  /** The idempotency key: the draft's id. */
  id: string;
  /** The press, without its answer: with an answer it gives the screen that follows. */
  request: PortalRequest;
  effect: Effect;
  queued_at: string;
  state: OutboxState;
  /** What the stub said, once it has. */
  answer?: EffectAnswer;
  reference: string;
}

/** A photo or document that goes, or has gone, ahead of the complaint that names it. */
export interface KeptFile {
  sha256: string;
  blob: Blob;
  is_sent: boolean;
  kept_at: string;
  /** The secret name of its upload, for a file that goes in pieces; files kept by earlier versions have none. */
  upload?: string;
}

interface Kept extends DBSchema {
  drafts: { key: string; value: KeptDraft };
  outbox: { key: string; value: OutboxItem };
  keys: { key: string; value: string };
  files: { key: string; value: KeptFile };
}
type Storage = IDBPDatabase<Kept>;
export type WithStorage = <Result>(work: (storage: Storage) => Promise<Result>) => Promise<Result | undefined>;

const NAME = "putright";
const VERSION = 2;

let opened: Promise<Storage> | undefined;
let isRefused = false;

function open(): Promise<Storage> {
  const forget = (): void => { opened = undefined; };
  return openDB<Kept>(NAME, VERSION, {
    upgrade(storage, before) {
      if (before < 1) {
        storage.createObjectStore("drafts", { keyPath: "key" });
        storage.createObjectStore("outbox", { keyPath: "id" });
        storage.createObjectStore("keys");
      }
      storage.createObjectStore("files", { keyPath: "sha256" });
    },
    // A newer version of the portal in another tab must not wait for this one.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
}

/** Whether the last thing asked of storage was refused. */
export const storageIsRefused = (): boolean => isRefused;

/** Does `work` with the storage; gives nothing back when storage is refused. Never throws. */
export async function withStorage<Result>(work: (storage: Storage) => Promise<Result>): Promise<Result | undefined> {
  try {
    const result = await work(await (opened ??= open()));
    isRefused = false;
    return result;
  } catch {
    isRefused = true;
    opened = undefined;
    return undefined;
  }
}
