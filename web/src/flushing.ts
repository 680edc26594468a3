// When the outbox is tried again.
import { hearOthers, tellOthers } from "./channel";
import { flush } from "./outbox";

const TRY_EVERY_MS = 60_000;

/** Sends what waits; tells `changed` when something came of it, here or elsewhere. */
export async function tryOutbox(changed: () => void): Promise<void> {
  if (!await flush()) return;
  tellOthers();
  changed();
}

/** Tries now, when the network or the person comes back, and every minute while something waits. */
export function keepTrying(changed: () => void): void {
  const attempt = (): void => void tryOutbox(changed);
  hearOthers(changed);
  addEventListener("online", attempt);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    changed();
    attempt();
  });
  setInterval(attempt, TRY_EVERY_MS);
  attempt();
}
