import type { Connection } from "./connection.ts";

/** How this process stands to WhatsApp. */
export type LinkState =
  /** Another process is the device, or it is not settled yet which one is. */
  | { is: "elsewhere" }
  | { is: "connecting" }
  | { is: "pairing"; qr: string; code?: string }
  | { is: "open"; connection: Connection }
  /** Somebody must look; `code`: WhatsApp's own. */
  | { is: "stopped"; code: number };

/** The state, and who waits for it to change. */
export type Link = {
  readonly state: LinkState;
  set(state: LinkState): void;
  /** WhatsApp restricts the number: nothing is sent any more, until the bot is started anew. */
  restrict(): void;
  readonly restricted: boolean;
  /** The open connection; null when there is none within that time. */
  open(withinMs: number): Promise<Connection | null>;
};

export function makeLink(): Link {
  let state: LinkState = { is: "elsewhere" };
  let restricted = false;
  const waiting = new Set<() => void>();
  const current = (): Connection | null => (state.is === "open" ? state.connection : null);
  return {
    get state() {
      return state;
    },
    get restricted() {
      return restricted;
    },
    restrict() {
      restricted = true;
    },
    set(next) {
      state = next;
      for (const look of [...waiting]) look();
    },
    open: (withinMs) =>
      current()
        ? Promise.resolve(current())
        : new Promise((resolve) => {
            const settle = () => {
              clearTimeout(timer);
              waiting.delete(look);
              resolve(current());
            };
            const look = () => {
              if (state.is === "open" || state.is === "stopped") settle();
            };
            const timer = setTimeout(settle, withinMs);
            waiting.add(look);
          }),
  };
}
