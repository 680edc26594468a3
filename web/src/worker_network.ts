// When the service worker takes the network's word.

/** The network's answer; nothing when it fails, takes longer, or comes from a server that is not well. */
export async function answersWithin(network: Promise<Response>, limitMs: number): Promise<Response | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<undefined>((resolve) => { timer = setTimeout(() => resolve(undefined), limitMs); });
  try {
    const response = await Promise.race([network, limit]);
    return response && response.status < 500 ? response : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
