// What the core is told of this device with every question. Storage answers later than the core asks, so the last
// that is known is kept here, and whoever changes something has it read again.
import type { Device, PortalRequest } from "./contract";
import { draftsKept, idIn, placeOf } from "./drafts";
import { itemsKept } from "./outbox";
import { fieldIn } from "./requests";
import { storageIsRefused } from "./storage";

/** The core reads a request of at most 4 MiB; drafts get this much of it, newest first. */
const DRAFTS_LIMIT_CHARACTERS = 1_000_000;

let known: Device | undefined;

/** Reads what is kept. */
export async function readDevice(): Promise<Device> {
  const [drafts, items] = await Promise.all([draftsKept(), itemsKept()]);
  let room = DRAFTS_LIMIT_CHARACTERS;
  known = {
    keeps: !storageIsRefused(),
    drafts: drafts.filter(({ draft }) => (room -= draft.length) >= 0)
      .map(({ brand, kind, path, draft, saved_at }) => ({ brand, kind, path, draft, saved_at })),
    outbox: items.map(({ id, request, state, queued_at, reference }) =>
      ({ id, ...placeOf(request.path), state, queued_at, reference })),
  };
  return known;
}

/** The request as the core gets it. A draft that the press itself carries is not one that was left behind. */
export function withDevice(request: PortalRequest): PortalRequest {
  if (!known) return request;
  const id = idIn(fieldIn(request, "draft") ?? "");
  const drafts = id ? known.drafts.filter(({ draft }) => idIn(draft) !== id) : known.drafts;
  return { ...request, device: { ...known, drafts } };
}
