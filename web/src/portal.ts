// The page's own script: small, and the page works without it. It brings the core after the page can be read,
// and until the core is there every link and form is the plain one.
import { Journey } from "./journey";
import { entryNow } from "./entries";
import { loadCore } from "./core";
import { sweepFiles } from "./outbox";
import { fillTrackingForm } from "./tracking_link";
import { prepareForOffline } from "./worker_client";

/** A busy page gets its core by now all the same. */
const IDLE_TIMEOUT_MS = 2_000;
/** A file that no draft names a day after it was chosen was taken away again, or its draft has gone. */
const LOOSE_FILE_MS = 24 * 60 * 60 * 1000;

const journey = new Journey(bring);
let brought: Promise<void> | undefined;

async function begin(): Promise<void> {
  try {
    journey.begin(await loadCore());
  } catch (error) {
    // No core: the plain pages do the work. The name of the fault only, never a person's words.
    console.info("Putright works without its core:", error instanceof Error ? error.name : "unknown");
  }
}

function bring(): Promise<void> {
  return brought ??= begin().then(() => whenIdle(() => {
    void prepareForOffline();
    void sweepFiles(LOOSE_FILE_MS);
  }));
}

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: IDLE_TIMEOUT_MS });
  else setTimeout(work, IDLE_TIMEOUT_MS);
}

journey.listen();
fillTrackingForm(location.hash);
addEventListener("hashchange", () => fillTrackingForm(location.hash));
document.addEventListener("focusin", () => void bring(), { once: true });
// A screen that only the core can show again does not wait.
if (entryNow().request) void bring();
else whenIdle(() => void bring());
