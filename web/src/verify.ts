// Checks a signed receipt on this device, with the stub's public keys from the last time it was reached, as
// server-stub/verify/jws.cpp does. Gives no answer where it cannot be sure: then the stub is asked. A script of its
// own, which a page loads when it has a receipt to check.
import type { EffectAnswer } from "./contract";

const RECEIPT_TYPE = "putright-receipt+jwt";
const RECEIPT_LIMIT_CHARACTERS = 32 * 1024;
const ALGORITHM = "Ed25519";

/** The words of server-stub/verify/jws.cpp; a test compares them. */
const WHY = {
  malformed: "This is not a whole receipt: some of it is missing or changed.",
  other_type: "This is signed, but it is not a receipt.",
  other_algorithm: "This is not signed in the way that our receipts are.",
  wrong_signature: "The signature does not fit: the receipt has been changed.",
};

interface Key { kid?: unknown; x?: unknown; crv?: unknown }

function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    // Unused bits of the last character must be zero, so that one signature has one form.
    const again = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
    return again === text ? Uint8Array.from(binary, (character) => character.charCodeAt(0)) : undefined;
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array | undefined): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "";
  }
}

/** The JSON object of a text, or nothing. */
function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const invalid = (code: keyof typeof WHY): string => JSON.stringify({ valid: false, what: "receipt", why: { code, words: WHY[code] } });

async function fits(key: Key, signature: Uint8Array<ArrayBuffer>, signed: string): Promise<boolean> {
  const jwk = { kty: "OKP", crv: ALGORITHM, x: String(key.x) };
  const imported = await crypto.subtle.importKey("jwk", jwk, { name: ALGORITHM }, false, ["verify"]);
  return crypto.subtle.verify(ALGORITHM, imported, signature, new TextEncoder().encode(signed));
}

/** The verdict on a compact JWS as the stub writes it; nothing when these keys do not decide it. */
async function verdictOn(receipt: string, jwks: string): Promise<string | undefined> {
  const parts = receipt.length > RECEIPT_LIMIT_CHARACTERS ? [] : receipt.split(".");
  const [headerBytes, payloadBytes, signature] = parts.map(bytesOf);
  const header = objectIn(textOf(headerBytes));
  if (parts.length !== 3 || !header || !payloadBytes || !signature) return invalid("malformed");
  // RFC 7515, 4.1.11: what "crit" lists must be understood, and we understand no extension.
  if (header.alg !== "EdDSA" || "crit" in header) return invalid("other_algorithm");
  if (header.typ !== RECEIPT_TYPE) return invalid("other_type");
  const { keys } = (objectIn(jwks) ?? {}) as { keys?: Key[] };
  const key = keys?.find(({ kid, crv }) => kid === header.kid && crv === ALGORITHM);
  if (!key) return undefined;
  if (!await fits(key, signature, receipt.slice(0, receipt.lastIndexOf(".")))) return invalid("wrong_signature");
  const payload = textOf(payloadBytes);
  if (!objectIn(payload)) return invalid("malformed");
  return `{"valid":true,"what":"receipt","kid":${JSON.stringify(key.kid)},"payload":${payload}}`;
}

/** Answers `POST /api/verify` with this body; nothing when only the stub can. */
export async function verdictHere(body: string, jwks: string): Promise<EffectAnswer | undefined> {
  const receipt = objectIn(body)?.receipt;
  if (typeof receipt !== "string") return undefined;
  try {
    const verdict = await verdictOn(receipt, jwks);
    return verdict === undefined ? undefined : { status: 200, body: verdict };
  } catch {
    // No Ed25519 in this browser.
    return undefined;
  }
}
