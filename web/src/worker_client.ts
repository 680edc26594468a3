// The page's side of the service worker: registers it once there is nothing better to do, and tells it whose pages
// are visited, so that they can be read with no network later.
import type { Visit } from "./contract";

/** Without a worker everything works, as long as there is a network. */
export async function prepareForOffline(): Promise<void> {
  try {
    await navigator.serviceWorker.register("/service-worker.js", { scope: "/", updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ brand: document.body.dataset.brand ?? "" } satisfies Visit);
  } catch {
    // Refused, or a browser without: it is not spoken of, nothing is lost by it.
  }
}
