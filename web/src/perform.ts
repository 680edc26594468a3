// Performs what a screen waits for, where it can be done best: on this device, kept and then sent, or by the stub.
import type { Effect, EffectAnswer, PortalRequest } from "./contract";
import { runEffect } from "./effects";
import { keysKept } from "./keys";
import { isSending, send } from "./outbox";

type Verify = typeof import("./verify")["verdictHere"];

/** `bringVerify` brings what checks receipts: a page loads it when it is needed, a worker has it. */
export async function perform(request: PortalRequest, effect: Effect,
                              bringVerify: () => Promise<Verify>): Promise<EffectAnswer> {
  if (isSending(effect)) return send(request, effect);
  const answer = effect.path === "/api/verify" ? await verified(effect, bringVerify) : undefined;
  return answer ?? runEffect(effect);
}

async function verified(effect: Effect, bringVerify: () => Promise<Verify>): Promise<EffectAnswer | undefined> {
  const keys = await keysKept();
  try {
    return keys === undefined ? undefined : await (await bringVerify())(effect.body, keys);
  } catch {
    return undefined;
  }
}
