// The private tracking link carries its key behind the `#`, which no server, log or referrer ever sees. Here it
// goes from the address bar into the two fields of the tracking form. The person still presses the button.

function field(name: string): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(`main form input[name="${name}"]`);
}

/** Fills the form from `#REFERENCE.KEY` and takes the key out of the address bar. Anything else is left alone. */
export function fillTrackingForm(hash: string): void {
  const [, words, key] = /^#([^.]+)\.([^.]+)$/.exec(hash) ?? [];
  const reference = field("reference");
  const trackingKey = field("tracking_key");
  if (!words || !key || !reference || !trackingKey) return;
  reference.value = decodeURIComponent(words);
  trackingKey.value = decodeURIComponent(key);
  history.replaceState(history.state, "", location.pathname);
}
