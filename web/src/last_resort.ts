// The last rung: no core answers a press and nobody can be reached, so that the browser would end on an error page
// and what is typed would be gone. The page then stays, and says by its own hidden words what can be done.
import { runEffect } from "./effects";

/** Longer than this and a person believes that nothing happens. */
const REACH_WITHIN_MS = 5_000;

/** What the core puts, hidden, on every screen with a form. */
export function lastResort(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-last-resort]");
}

/** Whether somebody answers at all. */
export async function isReachable(): Promise<boolean> {
  const question = { method: "GET", path: "/healthz", idempotency_key: "", bearer: "", body: "" } as const;
  const { status } = await runEffect(question, REACH_WITHIN_MS);
  return status > 0 && status < 500;
}

/** Shows the words at the top, where they are seen and heard. */
export function showLastResort(words: HTMLElement): void {
  document.querySelector("main")?.prepend(words);
  words.hidden = false;
  words.setAttribute("role", "alert");
  words.tabIndex = -1;
  words.focus();
}
