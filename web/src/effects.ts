// Makes the API calls that a screen asks for. Never throws: whatever goes wrong is an answer with status 0,
// and the core has a screen for that.
import type { Effect, EffectAnswer } from "./contract";

/** How long a customer waits before we say that nothing was sent. */
const EFFECT_TIMEOUT_MS = 20_000;

/** Answers that say "not now" or "not here", never "not this": sending again may help. */
const MAY_HELP = [404, 405, 408, 429];

/** Whether an answer of this status leaves it open that another try is taken. 0: nobody was reached. */
export function mayHelp(status: number): boolean {
  return status === 0 || status >= 500 || MAY_HELP.includes(status);
}

function headersOf(effect: Effect): Headers {
  const headers = new Headers({ Accept: "application/json" });
  if (effect.body) headers.set("Content-Type", "application/json");
  if (effect.idempotency_key) headers.set("Idempotency-Key", effect.idempotency_key);
  if (effect.bearer) headers.set("Authorization", `Bearer ${effect.bearer}`);
  return headers;
}

/** Runs one call. Status 0 means that we do not know of any answer: it may be asked again with the same key. */
export async function runEffect(effect: Effect, timeoutMs = EFFECT_TIMEOUT_MS): Promise<EffectAnswer> {
  const givenUp = new AbortController();
  const timer = setTimeout(() => givenUp.abort(), timeoutMs);
  try {
    const response = await fetch(effect.path, {
      method: effect.method,
      headers: headersOf(effect),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal: givenUp.signal,
      ...(effect.body ? { body: effect.body } : {}),
    });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 0, body: "" };
  } finally {
    clearTimeout(timer);
  }
}
