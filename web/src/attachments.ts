// Photos and documents as this device keeps them. They are sent by web/src/sending.ts, and wait here until they have
// gone and the complaint that names them has been taken.
import { withStorage } from "./storage";

/** The digests that a submission names. */
export function digestsIn(submission: string): string[] {
  const { attachments = "" } = JSON.parse(submission) as { attachments?: string };
  return attachments.split("\n").filter(Boolean).map((line) => line.slice(0, 64));
}

/** Forgets the files of a submission that was taken. */
export async function forgetFilesOf(submission: string): Promise<void> {
  for (const sha256 of digestsIn(submission)) await withStorage((storage) => storage.delete("files", sha256));
}

/** Forgets files that none of these texts (drafts, submissions) names and that are older than `ageMs`. */
export async function forgetLooseFiles(texts: string[], ageMs: number): Promise<void> {
  const wanted = new Set(texts.flatMap((text) => text.match(/[0-9a-f]{64}/g) ?? []));
  const before = Date.now() - ageMs;
  await withStorage(async (storage) => {
    for (const { sha256, kept_at } of await storage.getAll("files")) {
      if (!wanted.has(sha256) && Date.parse(kept_at) <= before) await storage.delete("files", sha256);
    }
  });
}
