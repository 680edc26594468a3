// How tabs and the service worker tell each other that what this device keeps has changed.

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("putright") : undefined;

export function tellOthers(): void {
  channel?.postMessage("changed");
}

export function hearOthers(changed: () => void): void {
  channel?.addEventListener("message", changed);
}
