// The stub's public keys, kept for the time when nobody can be reached.
import { withStorage } from "./storage";

const KEYS_PATH = "/.well-known/jwks.json";

/** Fetches and keeps them. Those of the last time stay when that fails. */
export async function keepKeys(): Promise<void> {
  try {
    const response = await fetch(KEYS_PATH, { credentials: "omit" });
    if (!response.ok) return;
    const text = await response.text();
    await withStorage((storage) => storage.put("keys", text, KEYS_PATH));
  } catch {
    // Nobody there.
  }
}

/** The JWK set of the last time that the stub was reached. */
export async function keysKept(): Promise<string | undefined> {
  return withStorage((storage) => storage.get("keys", KEYS_PATH));
}
