// The files that a person has chosen in a form: a page has forms, a worker has none.
import { takeFile } from "./attachments";
import type { Field } from "./contract";

/** Told how much of all chosen files has gone: 0 to 1. */
export type Progress = (share: number) => void;

/** Whether this page can take files itself: digests need a secure address. */
export const takesFiles = (): boolean => typeof crypto.subtle !== "undefined";

/** Takes every file that was chosen in a form, one after the other. */
export async function takeFiles(form: HTMLFormElement, tell: Progress): Promise<Field[]> {
  const files = [...new FormData(form).values()].filter((value): value is File => typeof value !== "string" && value.name !== "");
  const all = files.reduce((sum, { size }) => sum + size, 0) || 1;
  const fields: Field[] = [];
  let before = 0;
  for (const file of files) {
    fields.push(await takeFile(file, (bytes) => tell((before + Math.min(bytes, file.size)) / all)));
    before += file.size;
  }
  return fields;
}
