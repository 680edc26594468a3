// The files that a person has chosen in a form: a page has forms, a worker has none.
import type { Field } from "./contract";
import { script } from "./scripts";
import { withStorage } from "./storage";

/** Told how much of all chosen files has gone: 0 to 1. */
export type Progress = (share: number) => void;

/** Whether this page can take files itself: digests need a secure address. */
export const takesFiles = (): boolean => typeof crypto.subtle !== "undefined";

/** What sends files is brought with the screen that asks for them: there may be no network when they are chosen. */
export function bringSending(): void {
  if (document.querySelector("main [type=file]")) void script("sending").catch(() => undefined);
}

/** Takes every file that was chosen in a form, until it is stopped. Nothing: what sends them cannot be loaded. */
export async function takeFiles(form: HTMLFormElement, tell: Progress, stop: AbortSignal): Promise<Field[] | undefined> {
  const files = [...new FormData(form).values()].filter((value): value is File => typeof value !== "string" && value.name !== "");
  const sending = await script("sending").catch(() => undefined);
  return sending?.takeFiles(files, tell, withStorage, stop);
}
