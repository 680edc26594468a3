// The words that the browser and the C++ core share: the JSON form of portal/journey/portal.hpp.

/** A field as a form sends it. Order matters: the core reads them in order. */
export type Field = [name: string, value: string];

/** What an effect came back with. `status` 0: nobody could be reached. */
export interface EffectAnswer {
  status: number;
  body: string;
}

/** One press or address, with everything its screen depends on. */
export interface PortalRequest {
  method: "GET" | "POST";
  /** Absolute, without query or fragment. */
  path: string;
  form: Field[];
  /** RFC 3339, UTC. */
  now: string;
  /** 32 lower-case hexadecimal digits. */
  entropy: string;
  answer?: EffectAnswer;
}

/** A call to the API that the screen waits for. Empty strings mean "none". */
export interface Effect {
  method: "GET" | "POST";
  path: string;
  idempotency_key: string;
  bearer: string;
  body: string;
}

export interface PortalResponse {
  status: number;
  /** The address that shows this screen again. */
  path: string;
  title: string;
  /** The whole page. */
  html: string;
  effect?: Effect | null;
}

/** What is kept in `history.state` for each entry, so that back, forward and reload show it again. */
export interface Entry {
  /** Missing for a page that the network brought: that one is kept as `page`. */
  request?: PortalRequest;
  page?: string;
  /** What stands in the controls of this screen but has not been sent. */
  typed?: Typed;
  scroll?: number;
}

export interface Typed {
  screen: string;
  fields: Field[];
}
