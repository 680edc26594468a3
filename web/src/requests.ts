// Makes requests, with what a pure core cannot have of its own (the time and fresh randomness), and reads them.
import type { PortalRequest } from "./contract";

const ENTROPY_BYTES = 16;

/** RFC 3339, UTC, whole seconds: as the core reads it. */
export function instantNow(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, "Z");
}

/** 32 lower-case hexadecimal digits. */
export function freshEntropy(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ENTROPY_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** An address, or a press when there is a form. */
export function requestFor(path: string, form?: PortalRequest["form"]): PortalRequest {
  const { origin } = location;
  return { method: form ? "POST" : "GET", path, form: form ?? [], now: instantNow(), entropy: freshEntropy(), origin };
}

/** The first field of this name. */
export function fieldIn({ form }: PortalRequest, name: string): string | undefined {
  return form.find(([key]) => key === name)?.[1];
}
