// The words that the browser and the C++ core share: the JSON form of portal/journey/portal.hpp.

/** A field as a form sends it. Order matters: the core reads them in order. */
export type Field = [name: string, value: string];

/** What an effect came back with. `status` 0: nobody could be reached. */
export interface EffectAnswer {
  status: number;
  body: string;
  /** Nobody took it, and it waits in this device's outbox. */
  kept?: true;
}

/** An unfinished draft that this device keeps. */
export interface DraftFact {
  brand: string;
  kind: string;
  /** The address of the step that it was left at. */
  path: string;
  /** The text of the form's hidden field; empty on a first screen. */
  draft: string;
  /** RFC 3339, UTC. */
  saved_at: string;
}

export type OutboxState = "waiting" | "sent" | "refused";

/** A complaint that was sent from this device while nobody could be reached. */
export interface OutboxFact {
  id: string;
  brand: string;
  kind: string;
  state: OutboxState;
  queued_at: string;
  /** Empty until it is sent. */
  reference: string;
}

/** What this device keeps: newest first. */
export interface Device {
  /** Storage works here, so answers save themselves. */
  keeps: boolean;
  drafts: DraftFact[];
  outbox: OutboxFact[];
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
  /** Where this portal is, for links that leave it on paper. */
  origin: string;
  answer?: EffectAnswer;
  /** Left out where there is no device of a customer's: in the stub, and before storage has answered. */
  device?: Device;
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
  /** The kept draft that this screen's answers went into, for a screen whose form has no id yet. */
  draft_key?: string;
  /** When this was last written, so that what is older than a clearing is not shown again. Milliseconds since 1970. */
  at?: number;
}

export interface Typed {
  screen: string;
  fields: Field[];
}

/** What a page tells the service worker: whose pages are visited. Empty: no brand's. */
export interface Visit {
  brand: string;
}
