import type { Contact } from "./contact.ts";
import type { Inbound } from "./line.ts";
import type { OutPart } from "./part.ts";

/**
 * `entered`: in line, durably; `seen`: this id was entered before; `refused`: the contact writes faster than anybody reads
 * (they are told once), the message is dropped.
 */
export type Accepted = "entered" | "seen" | "refused";

/** Where channels put what arrives. */
export type Intake = {
  /**
   * Resolves when the message is durable; the turn goes on by itself. While too many turns are under way it waits, and where too
   * many wait already it throws Busy: the provider delivers again. Throws when the store does not answer.
   */
  accept(contact: Contact, id: string, message: Inbound): Promise<Accepted>;
  /** Puts a part that did not arrive in line, to go out again before what is said next. Resolves when that is durable. */
  giveBack(contact: Contact, part: OutPart): Promise<void>;
};

/** More waits than is held in memory: to be delivered again later. */
export class Busy extends Error {
  constructor() {
    super("too much is waiting");
    this.name = "Busy";
  }
}

/** What a provider asks of an end point; `body` is what came, byte by byte. */
export type WebhookRequest = { headers: Headers; query: URLSearchParams; body: Uint8Array };

/** An HTTP end point of a provider, mounted by the web server at `/webhooks/<name>`. */
export type Webhook = {
  name: string;
  /** Largest body that is read, in bytes. */
  maxBytes: number;
  /** Gives the HTTP status for a POST: 200 only after everything in the body was accepted. */
  receive(request: WebhookRequest): Promise<number>;
  /** The text that shows the provider, by a GET, whose end point this is; null refuses. */
  verify?(query: URLSearchParams): string | null;
};
