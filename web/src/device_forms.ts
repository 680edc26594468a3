// Presses that are for this device alone: their addresses begin with /device/ and never go to a network.
import type { PortalRequest } from "./contract";
import { dropWaitingDraft } from "./draft_keeper";
import { forgetDrafts } from "./drafts";
import { clearEntries } from "./entries";
import { tellOthers } from "./channel";
import { flush, itemsKept, removeFinished, removeItem, sweepFiles } from "./outbox";
import { fieldIn, requestFor } from "./requests";

const PREFIX = "/device/";

/** What to show after a press, as a new entry or in the place of this one. */
export type Next = { request: PortalRequest; entry: "new" | "this" } | "same screen" | "nothing";

export const isForDevice = (path: string): boolean => path.startsWith(PREFIX);

async function clear(brand: string, kind: string, draft: string | undefined): Promise<Next> {
  dropWaitingDraft();
  clearEntries(`/${[brand, kind].filter(Boolean).join("/")}`);
  await forgetDrafts({ brand, kind, draft });
  if (!brand) await removeFinished();
  await sweepFiles(0);
  return { request: requestFor(brand ? `/${brand}/` : "/"), entry: "this" };
}

async function receiptOf(id: string): Promise<Next> {
  const item = (await itemsKept()).find((kept) => kept.id === id);
  return item?.answer ? { request: { ...item.request, answer: item.answer }, entry: "new" } : "same screen";
}

/** Does what the press asks. */
export async function actOnDevice(press: PortalRequest): Promise<Next> {
  const field = (name: string): string => fieldIn(press, name) ?? "";
  switch (press.path.slice(PREFIX.length)) {
    case "clear":
      return clear(field("brand"), field("kind"), fieldIn(press, "draft"));
    case "send":
      await flush();
      break;
    case "remove":
      await removeItem(field("id"));
      tellOthers();
      // Not the question again whether it shall be removed.
      return { request: requestFor(location.pathname), entry: "this" };
    case "receipt":
      return receiptOf(field("id"));
    case "print":
      print();
      return "nothing";
  }
  tellOthers();
  return "same screen";
}
