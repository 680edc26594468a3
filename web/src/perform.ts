// Performs what a screen waits for, where it can be done best: on this device, kept and then sent, or by the stub.
import type { Effect, EffectAnswer, PortalRequest } from "./contract";
import { runEffect } from "./effects";
import { keysKept } from "./keys";
import { isSending, send } from "./outbox";
import { script } from "./scripts";

export async function perform(request: PortalRequest, effect: Effect): Promise<EffectAnswer> {
  if (isSending(effect)) return send(request, effect);
  const answer = effect.path === "/api/verify" ? await verified(effect) : undefined;
  return answer ?? runEffect(effect);
}

async function verified(effect: Effect): Promise<EffectAnswer | undefined> {
  const keys = await keysKept();
  try {
    return keys === undefined ? undefined : await (await script("verify")).verdictHere(effect.body, keys);
  } catch {
    return undefined;
  }
}
