import type { Contact } from "./contact.ts";
import type { Inbound } from "./line.ts";

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
};

/** More waits than is held in memory: to be delivered again later. */
export class Busy extends Error {
  constructor() {
    super("too much is waiting");
    this.name = "Busy";
  }
}

/** An HTTP end point of a provider, mounted by the web server at `/webhooks/<name>`. */
export type Webhook = {
  name: string;
  /** Largest body that is read, in bytes. */
  maxBytes: number;
  /** Gives the HTTP status: 200 only after everything in the body was accepted. */
  receive(headers: Headers, body: string): Promise<number>;
};
