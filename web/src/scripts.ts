// Scripts of their own, which a page loads when it first needs them: nobody waits for what most visits never use.
// A service worker may not load any; it has them from its start.
interface Scripts {
  sending: typeof import("./sending");
  verify: typeof import("./verify");
}

let here: Partial<Scripts> = {};

/** For a worker: these are here. */
export function haveScripts(scripts: Scripts): void {
  here = scripts;
}

/** Where this build keeps them. */
const addressOf = (name: keyof Scripts): string =>
  name === "sending" ? PUTRIGHT_ASSETS.sending_js : PUTRIGHT_ASSETS.verify_js;

/** Firefox remembers by its address that a script could not be loaded, and does not ask again. */
let failures = 0;

/** Brings a script; fails where it cannot be loaded. A later try may succeed. */
export async function script<Name extends keyof Scripts>(name: Name): Promise<Scripts[Name]> {
  try {
    return here[name] ?? await import(`${addressOf(name)}${failures === 0 ? "" : `#${failures}`}`) as Scripts[Name];
  } catch (error) {
    failures += 1;
    throw error;
  }
}
