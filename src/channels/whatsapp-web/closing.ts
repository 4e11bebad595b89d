/** What follows a connection's end. `again`: after a pause; `unlinked`: the pairing is over, a new one is asked for. */
export type Closing = "restart" | "again" | "unlinked" | "stop";

/**
 * Codes by which WhatsApp ends a connection or refuses a login. To go on after those that stop would be useless or harmful;
 * every code that is not here is a trouble that passes.
 */
const closings: Readonly<Record<number, Closing>> = {
  /** Right after a pairing. */
  515: "restart",
  /** Unlinked on the telephone. */
  401: "unlinked",
  /** Locked for a while. */
  402: "stop",
  /** The number was locked or banned. */
  403: "stop",
  /** The version of WhatsApp Web that the library speaks is not taken any more. */
  405: "stop",
  406: "stop",
  409: "stop",
  /** The telephone does not know linked devices. */
  411: "stop",
  /** Somebody else uses the same pairing: reconnecting would make both fight. */
  440: "stop",
};

/** What to do upon the code by which a connection ended. */
export const closingOf = (code: number): Closing => closings[code] ?? "again";

/** Refusals of a message that mean: WhatsApp restricts this number, stop. */
export const isLock = (code: string): boolean => code === "463";
